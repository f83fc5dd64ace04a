//! In which order the lines of a concordance stand.

use clap::ValueEnum;

use super::line::Line;
use crate::study::fold;

/// Parts words of a sort key; below any character of a word, so that a text comes before its continuations.
const END: char = '\u{1}';

/// The order of the lines; equal ones in the order of the files.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum Order {
    /// That of the files
    #[default]
    Position,
    /// By the words before the keyword, the nearest first
    Left,
    /// By the words after the keyword, the nearest first
    Right,
    /// By the keyword as it is written, then the words after it
    Keyword,
}

impl Order {
    /// What a line is sorted by, whatever the case, accents and punctuation.
    pub(super) fn key(self, line: &Line) -> String {
        match self {
            Self::Position => String::new(),
            Self::Left => joined(words(&line.left).into_iter().rev()),
            Self::Right => joined(words(&line.right).into_iter()),
            Self::Keyword => {
                joined(words(&line.keyword).into_iter().chain([String::new()]).chain(words(&line.right)))
            }
        }
    }
}

fn words(text: &str) -> Vec<String> {
    let folded = fold(text);
    folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_owned).collect()
}

fn joined(words: impl Iterator<Item = String>) -> String {
    let mut key = String::new();
    for word in words {
        key.push_str(&word);
        key.push(END);
    }
    key
}

#[cfg(test)]
mod tests {
    use super::super::search::tests::found;
    use super::*;

    const TEXTS: [&str; 4] = ["Un délai long", "le Délai, à vrai dire", "ce DÉLAI", "Étrange délai affreux"];

    fn order(order: Order) -> Vec<String> {
        let lines = found("délai", &TEXTS, order, None).lines;
        lines.iter().map(|line| format!("{}{}{}", line.left, line.keyword, line.right)).collect()
    }

    #[test]
    fn the_nearest_words_count_first_whatever_their_accents() {
        assert_eq!(order(Order::Position), TEXTS);
        assert_eq!(order(Order::Left), [TEXTS[2], TEXTS[3], TEXTS[1], TEXTS[0]]);
        assert_eq!(order(Order::Right), [TEXTS[2], TEXTS[1], TEXTS[3], TEXTS[0]]);
        assert_eq!(order(Order::Keyword), order(Order::Right));
    }

    #[test]
    fn a_shorter_context_comes_first() {
        let line = |left: &str| {
            let mut line = found("délai", &["délai"], Order::Position, None).lines.remove(0);
            left.clone_into(&mut line.left);
            Order::Left.key(&line)
        };
        assert!(line("le ") < line("dans le ") && line("dans le ") < line("les "));
        assert_eq!(line("L’ÉTÉ, "), line("l'ete "));
    }
}
