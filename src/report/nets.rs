//! The rows of a question on a scale: its answers, and the nets (sous-totaux) of the best and the worst of them.

use super::rows::Builder;
use crate::metric::Group;
use crate::study::{Kind, QuestionCoding, fold};

/// A row: some codes of one variable.
pub(super) struct Line {
    pub name: String,
    pub variable: usize,
    pub codes: Vec<usize>,
    /// True where it sums others up.
    pub net: bool,
}

impl Builder<'_> {
    /// Values of a scale, labels best first and numbers ascending, then the groups of several of them.
    pub(super) fn scale_lines(&self, variable: usize, coded: &QuestionCoding) -> Vec<Line> {
        let name =
            |code: usize| coded.labels[code].clone().unwrap_or_else(|| format!("{}", coded.values[code]));
        let line = |code| Line { name: name(code), variable, codes: vec![code], net: false };
        let mut lines: Vec<Line> = (0..coded.values.len()).map(line).collect();
        if coded.labels.iter().flatten().count() * 2 > coded.labels.len() {
            lines.reverse();
        }
        let kind = coded.question.kind;
        let groups = if matches!(kind, Kind::Nps | Kind::Enps) {
            [Group::Promoters, Group::Passives, Group::Detractors]
        } else {
            [Group::High, Group::Middle, Group::Low]
        };
        for group in groups {
            let codes: Vec<usize> = (0..coded.values.len())
                .filter(|code| coded.scale.group(kind, coded.values[*code]) == group)
                .collect();
            if codes.len() < 2 {
                continue;
            }
            let labels: Option<Vec<&str>> = codes.iter().rev().map(|c| coded.labels[*c].as_deref()).collect();
            let within = match labels {
                Some(labels) => abridged(&labels),
                None => span(coded.values[codes[0]], coded.values[codes[codes.len() - 1]]),
            };
            let name = format!("{} ({within})", self.net_name(kind, group, coded.labels[codes[0]].is_some()));
            lines.push(Line { name, variable, codes, net: true });
        }
        lines
    }

    fn net_name(&self, kind: Kind, group: Group, worded: bool) -> &'static str {
        match (group, kind) {
            (Group::Promoters, _) => pick!(self.lang, metrics::net_promoters),
            (Group::Passives, _) => pick!(self.lang, metrics::net_passives),
            (Group::Detractors, _) => pick!(self.lang, metrics::net_detractors),
            (Group::High, Kind::Csat) => pick!(self.lang, metrics::net_satisfied),
            (Group::Middle, Kind::Csat) => pick!(self.lang, metrics::net_neutral),
            (Group::Low, Kind::Csat) => pick!(self.lang, metrics::net_dissatisfied),
            (Group::High, Kind::Ces) => pick!(self.lang, metrics::net_easy),
            (Group::Middle, Kind::Ces) => pick!(self.lang, metrics::net_neither),
            (Group::Low, Kind::Ces) => pick!(self.lang, metrics::net_difficult),
            (Group::High, _) if worded => pick!(self.lang, metrics::net_positive),
            (Group::Middle, _) if worded => pick!(self.lang, metrics::net_middle),
            (Group::Low, _) if worded => pick!(self.lang, metrics::net_negative),
            (Group::High, _) => pick!(self.lang, metrics::net_high_ratings),
            (Group::Middle, _) => pick!(self.lang, metrics::net_middle_ratings),
            (Group::Low, _) => pick!(self.lang, metrics::net_low_ratings),
        }
    }
}

/// `4–5`, `0–6`.
fn span(low: f64, high: f64) -> String {
    if low < 0.0 { format!("{low} … {high}") } else { format!("{low}–{high}") }
}

/// Labels without the last word that they share: `très + plutôt` of `Très satisfait`, `Plutôt satisfait`.
fn abridged(labels: &[&str]) -> String {
    let stem = |label: &str| {
        let last = label.split_whitespace().next_back().unwrap_or_default();
        fold(last).trim_end_matches(['s', 'e', '(', ')', '·', '.']).to_owned()
    };
    let shared = labels.iter().all(|l| l.split_whitespace().nth(1).is_some() && stem(l) == stem(labels[0]));
    let short = |label: &&str| {
        let words: Vec<&str> = label.split_whitespace().collect();
        let text = words[..words.len() - usize::from(shared)].join(" ");
        let mut chars = text.chars();
        let first = chars.next().map_or_else(String::new, |c| c.to_lowercase().collect());
        format!("{first}{}", chars.as_str())
    };
    labels.iter().map(short).collect::<Vec<_>>().join(" + ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nets_name_their_answers() {
        assert_eq!(abridged(&["Très satisfait", "Plutôt satisfait"]), "très + plutôt");
        assert_eq!(abridged(&["Plutôt pas satisfaite", "Pas du tout satisfait"]), "plutôt pas + pas du tout");
        assert_eq!(abridged(&["Excellent", "Très bon"]), "excellent + très bon");
        assert_eq!((span(9.0, 10.0), span(-3.0, -1.0)), ("9–10".to_owned(), "-3 … -1".to_owned()));
    }
}
