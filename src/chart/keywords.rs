//! Recurring keywords of an open question: share of the verbatims that contain each.

use super::axis::{Axis, Bounds};
use super::cloud::{absent, frequent};
use super::font::brief;
use super::rows::{Column, Rows};
use super::sheet::{Sheet, Words};
use super::style::{PLAIN, capitalized, counted};
use super::swatches::swatches;
use super::voices::{Voice, Voices};
use super::{ChartError, ChartKind, Figure};
use crate::keyness::{Keyness, Keyword};
use crate::lang::Lang;

/// Keywords drawn.
const TOP: usize = 20;

/// Draws the most frequent keywords of one open question, whose text is `question`; `tests` are those of its words
/// between low and high scores, and colour them by who says them.
///
/// # Errors
/// When plotters or the PNG encoder fails.
pub fn keywords(
    keywords: &[&Keyword],
    tests: &[&Keyness],
    question: &str,
    lang: Lang,
) -> Result<Option<Figure>, ChartError> {
    // A word that only denies, judges or measures tells nothing alone; the table lists it.
    let mut rows = frequent(keywords);
    let voices = Voices::new(tests);
    let absent = absent(rows.len().min(TOP), &rows, keywords, lang);
    rows.truncate(TOP);
    let Some(first) = rows.first() else { return Ok(None) };
    let base = if first.share > 0.0 { (first.n as f64 / first.share).round() as u64 } else { 0 };
    let verbatims = counted(base, pick!(lang, chart::comment), pick!(lang, chart::comments), lang);
    let who = if voices.told() { format!(" {}", voices.note(lang)) } else { String::new() };
    let mut sheet = Sheet::new(
        Words {
            kind: ChartKind::Keywords,
            id: ChartKind::Keywords.id().to_owned(),
            title: pick!(lang, chart::most_frequent_keywords).to_owned(),
            question: question.to_owned(),
            caption: caption(&rows, base, lang),
            note: pick!(lang, chart::base_n_comments_that_contain_the_word_in(verbatims, absent, who)),
        },
        lang,
    );
    if voices.told() {
        let entries = Voice::ALL.map(|voice| (voice.color(), capitalized(&voices.legend(voice, lang))));
        swatches(&mut sheet, &entries.each_ref().map(|(color, name)| (*color, name.as_str())));
    }
    let labels: Vec<&str> = rows.iter().map(|k| k.label.as_str()).collect();
    let page = Rows::new(&mut sheet, &labels, &columns(&rows, &voices, lang), None);
    let bounds = Bounds { floor: 0.0, ceiling: 100.0, least: 1.0, ticks: 5.0 };
    let axis =
        Axis::new(rows.iter().map(|k| k.share * 100.0).chain([0.0]), bounds, page.left, page.right - 8.0);
    page.grid(&mut sheet, axis, &|t| lang.percent(t, axis.decimals()));
    let color = |k: &Keyword| if voices.told() { voices.of(k).color() } else { PLAIN };
    for (i, keyword) in rows.iter().enumerate() {
        page.bar(&mut sheet.scene, i, (axis.at(0.0), axis.at(keyword.share * 100.0)), color(keyword));
    }
    page.line(&mut sheet.scene, axis.at(0.0));
    sheet.finish()
}

/// Share and count of each word, and who says it more where that was tested.
fn columns(rows: &[&Keyword], voices: &Voices<'_>, lang: Lang) -> Vec<Column> {
    let column = |head: &str, cell: &dyn Fn(&Keyword) -> String| Column {
        head: head.to_owned(),
        cells: rows.iter().map(|k| cell(k)).collect(),
    };
    let mut out = Vec::new();
    if voices.told() {
        out.push(column(pick!(lang, chart::said_more_often_by), &|k| {
            voices.name(voices.of(k), lang).to_owned()
        }));
    }
    out.push(column(pick!(lang, chart::share), &|k| lang.percent(k.share * 100.0, 1)));
    out.push(column("n", &|k| lang.count(k.n)));
    out
}

fn caption(rows: &[&Keyword], base: u64, lang: Lang) -> String {
    let Some(first) = rows.first() else { return String::new() };
    let place =
        |k: &Keyword| format!("{} ({})", lang.quote(&brief(&k.label)), lang.percent(k.share * 100.0, 1));
    let rest = match rows {
        [_, second, third, ..] => {
            format!("{} {} {}", place(second), pick!(lang, chart::and_in_keywords), place(third))
        }
        [_, second] => place(second),
        _ => String::new(),
    };
    let (word, share) = (lang.quote(&brief(&first.label)), lang.percent(first.share * 100.0, 1));
    let comments = |n| counted(n, pick!(lang, chart::comment), pick!(lang, chart::comments), lang);
    let (n, all) = (lang.count(first.n), lang.count(base));
    let story = pick!(lang, chart::word_appears_in(word, n, comments(first.n), all, comments(base), share));
    if rest.is_empty() { format!("{story}.") } else { pick!(lang, chart::ahead_of(story, rest)) }
}

#[cfg(test)]
mod tests {
    use super::super::check::sound;
    use super::super::voices::samples::{keyness, keyword};
    use super::*;
    use crate::metric::Group;

    #[test]
    fn nothing_to_draw() {
        assert_eq!(keywords(&[], &[], "?", Lang::Fr), Ok(None));
        assert_eq!(keywords(&[&keyword("délai", 0, 0)], &[], "?", Lang::Fr), Ok(None));
    }

    #[test]
    fn one_keyword_and_many() {
        let one = keyword("délai", 1, 1);
        let figure = keywords(&[&one], &[], "Pourquoi ?", Lang::Fr).unwrap().unwrap();
        sound(&figure, &["délai", "100,0\u{a0}%", "1"]);
        let many: Vec<Keyword> = (0..25).map(|i| keyword(&format!("mot <&> {i}"), 200 - i, 1000)).collect();
        let rows: Vec<&Keyword> = many.iter().rev().collect();
        let figure = keywords(&rows, &[], "Pourquoi ?", Lang::En).unwrap().unwrap();
        sound(&figure, &["mot <&> 0", "mot <&> 19", "20.0%", "181"]);
        assert!(!figure.svg.contains("mot &lt;&amp;&gt; 20\n"));
        assert!(
            figure.caption.starts_with("“mot <&> 0” appears in 200 of 1,000\u{a0}comments (20.0%), ahead of")
        );
        assert_eq!(keywords(&rows, &[], "Pourquoi ?", Lang::En).unwrap().unwrap(), figure);
        let mut denial = keyword("pas", 900, 1000);
        denial.topic = false;
        let figure = keywords(&[&many[0], &denial], &[], "?", Lang::Fr).unwrap().unwrap();
        assert!(
            figure.caption.starts_with("«\u{a0}mot <&> 0\u{a0}» revient") && !figure.svg.contains("90,0")
        );
        let alone = keywords(&[&denial], &[], "?", Lang::Fr).unwrap().unwrap();
        assert!(alone.caption.contains("pas") && !alone.svg.contains("nient"));
    }

    #[test]
    fn bars_tell_who_says_the_word() {
        let words = [keyword("attente", 240, 900), keyword("conseil", 60, 900), keyword("prix", 50, 900)];
        let rows: Vec<&Keyword> = words.iter().collect();
        let tests = [keyness("attente", Group::Low, 1e-9), keyness("conseil", Group::High, 0.2)];
        let tests: Vec<&Keyness> = tests.iter().collect();
        let figure = keywords(&rows, &tests, "?", Lang::Fr).unwrap().unwrap();
        sound(&figure, &["notes basses", "–", "Plus fréquent avec une note basse", "Dit plus souvent par"]);
        assert!(!figure.svg.contains(">\nnotes hautes\n<"), "a test that may be chance tells nothing");
        sound(
            &keywords(&rows, &tests, "?", Lang::En).unwrap().unwrap(),
            &["low scores", "Said more often by"],
        );
    }
}
