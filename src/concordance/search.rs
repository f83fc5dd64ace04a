//! The search: texts one by one, every hit of each with its context.

use schemars::JsonSchema;
use serde::Serialize;

use super::line::{Context, Line, Place};
use super::pattern::Pattern;
use super::sort::Order;
use crate::Lang;
use crate::privacy::Redaction;
use crate::text::{Reader, Reading};
use crate::theme::Matcher;

/// Degree of a word from which it is as good as denied: “peu aimable”.
const HARDLY: i8 = -2;

/// What is shown of the hits.
#[derive(Debug, Clone)]
pub struct Options {
    /// Words of context on each side.
    pub words: usize,
    /// Only what is denied, or only what is not.
    pub negated: Option<bool>,
    /// Order of the lines.
    pub order: Order,
    /// Lines at most, the first ones of the order; all of them otherwise.
    pub most: Option<usize>,
}

impl Default for Options {
    fn default() -> Self {
        Self { words: 8, negated: None, order: Order::default(), most: None }
    }
}

/// Every hit of a pattern with its context.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Concordance {
    /// The rule as it was typed, or the label of the theme.
    pub pattern: String,
    /// Texts that were read: verbatims, or turns of calls.
    pub texts: u64,
    /// Those with a hit.
    pub texts_with: u64,
    /// Calls that were read; 0 for a survey.
    pub calls: u64,
    /// Those with a hit.
    pub calls_with: u64,
    /// Hits in all; two that overlap are one, the longer.
    pub hits: u64,
    /// Those inside personal data, which are not shown.
    pub hidden: u64,
    /// Those left out because there are too many lines.
    pub left_out: u64,
    /// The others, in the order asked for.
    pub lines: Vec<Line>,
}

/// A line and what it is sorted by.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Rank {
    key: String,
    text: (u64, u64, u64),
    start: usize,
}

/// Looks a pattern up in texts, one after another. Each thread has its own; they merge in any order.
///
/// ```
/// use barometre::Lang;
/// use barometre::concordance::{Concordancer, Options, Pattern, Place};
/// use barometre::privacy::redact;
/// use barometre::text::Reader;
///
/// let pattern = Pattern::rule("délai").unwrap();
/// let mut search = Concordancer::new(&pattern, Reader::default(), Options::default());
/// let place = Place { file: "avis.csv", row: Some(2), ..Place::default() };
/// search.text("Merci à Julie, mais les delais sont trop longs.", &place, |text| redact(text, Lang::Fr));
/// let found = search.finish(Lang::Fr);
/// assert_eq!(found.lines[0].left, "Merci à [NOM], mais les ");
/// assert_eq!(found.lines[0].keyword, "delais");
/// ```
#[derive(Debug, Clone)]
pub struct Concordancer {
    pattern: Pattern,
    matcher: Matcher,
    reader: Reader,
    reading: Reading,
    options: Options,
    lines: Vec<(Rank, Line)>,
    texts: u64,
    texts_with: u64,
    pub(super) calls: u64,
    pub(super) calls_with: u64,
    hits: u64,
    hidden: u64,
}

impl Concordancer {
    /// Looks for `pattern` in texts read by `reader`, which has learnt the corpus before, if at all.
    #[must_use]
    pub fn new(pattern: &Pattern, reader: Reader, options: Options) -> Self {
        Self {
            pattern: pattern.clone(),
            matcher: Matcher::new(pattern.book.clone()),
            reader,
            reading: Reading::default(),
            options,
            lines: Vec::new(),
            texts: 0,
            texts_with: 0,
            calls: 0,
            calls_with: 0,
            hits: 0,
            hidden: 0,
        }
    }

    /// Looks through a text; `redact` masks the personal data in it, and is called only where something is found.
    /// The number of hits.
    pub fn text<'t>(
        &mut self,
        text: &'t str,
        place: &Place<'_>,
        redact: impl FnOnce(&'t str) -> Redaction<'t>,
    ) -> u64 {
        self.texts += 1;
        let number = self.reader.read_anyway(text, &mut self.reading);
        let analyzer = self.reader.analyzer(number);
        let mentions = self.matcher.mentions(text, &self.reading, number, analyzer);
        let Some(mention) = mentions.into_iter().find(|mention| mention.theme == self.pattern.theme) else {
            return 0;
        };
        let mut spans: Vec<_> = mention.hits.iter().map(|hit| hit.start..hit.end).collect();
        spans.sort_unstable_by_key(|span| (span.start, std::cmp::Reverse(span.end)));
        let mut end = 0;
        // Two rules of a theme may find the same words.
        spans.retain(|span| {
            let apart = span.start >= end;
            end = if apart { span.end } else { end };
            apart
        });
        let reading = &self.reading;
        let mut kept: Vec<_> =
            spans.into_iter().map(|span| (denied(reading, span.start, span.end), span)).collect();
        kept.retain(|(denied, _)| self.options.negated.is_none_or(|wanted| *denied == wanted));
        let found = kept.len() as u64;
        if found == 0 {
            return 0;
        }
        self.texts_with += 1;
        self.hits += found;
        let redaction = redact(text);
        for (negated, span) in kept {
            let Some(Context { left, keyword, right }) = Context::of(&redaction, &span, self.options.words)
            else {
                self.hidden += 1;
                continue;
            };
            let line = Line {
                file: place.file.to_owned(),
                row: place.turn.map(|turn| turn.line_at(span.start)).or(place.row),
                column: place.column.map(str::to_owned),
                call: place.call.map(str::to_owned),
                role: place.role,
                at_ms: place.turn.and_then(|turn| turn.time_at(span.start)),
                left,
                keyword,
                right,
                negated,
                pole: mention.pole,
            };
            let key = self.options.order.key(&line);
            self.lines.push((Rank { key, text: place.order, start: span.start }, line));
        }
        if self.options.most.is_some_and(|most| self.lines.len() > 2 * most + 1000) {
            self.trim();
        }
        found
    }

    /// Adds what another one found, for the same pattern and options.
    pub fn merge(&mut self, other: Self) {
        self.lines.extend(other.lines);
        self.texts += other.texts;
        self.texts_with += other.texts_with;
        self.calls += other.calls;
        self.calls_with += other.calls_with;
        self.hits += other.hits;
        self.hidden += other.hidden;
    }

    /// What was found, the theme named in `lang`.
    #[must_use]
    pub fn finish(mut self, lang: Lang) -> Concordance {
        self.trim();
        Concordance {
            pattern: self.pattern.name(lang).to_owned(),
            texts: self.texts,
            texts_with: self.texts_with,
            calls: self.calls,
            calls_with: self.calls_with,
            hits: self.hits,
            hidden: self.hidden,
            left_out: self.hits - self.hidden - self.lines.len() as u64,
            lines: self.lines.into_iter().map(|(_, line)| line).collect(),
        }
    }

    /// Sorts the lines and keeps as many as will be shown.
    fn trim(&mut self) {
        self.lines.sort_unstable_by(|a, b| a.0.cmp(&b.0));
        self.lines.truncate(self.options.most.unwrap_or(usize::MAX));
    }
}

/// Whether the words between two bytes are denied.
fn denied(reading: &Reading, start: usize, end: usize) -> bool {
    let first = reading.words.partition_point(|word| word.end <= start);
    let after = reading.words.partition_point(|word| word.start < end);
    let marks = reading.marks.get(first..after).unwrap_or_default();
    marks.iter().any(|mark| mark.negated) || marks.first().is_some_and(|mark| mark.degree <= HARDLY)
}

#[cfg(test)]
pub(super) mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::privacy::redact;
    use crate::theme::Shipped;

    fn search(rule: &str, order: Order, most: Option<usize>) -> Concordancer {
        let options = Options { order, most, ..Options::default() };
        Concordancer::new(&Pattern::rule(rule).unwrap(), Reader::default(), options)
    }

    fn add(search: &mut Concordancer, texts: &[&str], first: u64) {
        for (row, text) in (first..).zip(texts) {
            let place = Place { order: (0, row, 0), file: "avis.csv", row: Some(row), ..Place::default() };
            search.text(text, &place, |text| redact(text, Lang::Fr));
        }
    }

    /// What a rule finds in texts.
    pub(in super::super) fn found(
        rule: &str,
        texts: &[&str],
        order: Order,
        most: Option<usize>,
    ) -> Concordance {
        let mut search = search(rule, order, most);
        add(&mut search, texts, 2);
        search.finish(Lang::Fr)
    }

    fn keywords(rule: &str, text: &str) -> Vec<String> {
        let found = found(rule, &[text], Order::Position, None);
        found.lines.into_iter().map(|line| line.keyword).collect()
    }

    #[test]
    fn all_forms_of_a_word_are_found_and_no_other_word() {
        assert_eq!(
            keywords("délai", "Les délais, le delai, un DÉLAI, en délit"),
            ["délais", "delai", "DÉLAI"]
        );
        assert_eq!(keywords("résilier", "J'ai résilié, ils résilient"), ["résilié", "résilient"]);
        assert_eq!(
            keywords("résiliation ou résilier", "résiliation puis résilier"),
            ["résiliation", "résilier"]
        );
        assert_eq!(keywords("=délai", "Les délais, le délai"), ["délai"]);
        assert_eq!(keywords("service client", "au service client"), ["service client"]);
        assert_eq!(keywords("/réf\\d+/", "voir réf12 et réf3"), ["réf12", "réf3"]);
        assert_eq!(keywords("prix ou prix élevé", "un prix élevé"), ["prix élevé"]);
    }

    #[test]
    fn a_text_in_an_unknown_language_is_searched_all_the_same() {
        let text = "Bardzo dobra obsługa klienta, polecam wszystkim Amazon bo jest szybko i bez problemów";
        assert_eq!(keywords("=amazon", text), ["Amazon"]);
    }

    #[test]
    fn a_theme_alone_is_found_as_among_the_others() {
        let book = Shipped::CustomerExperience.codebook().unwrap();
        let texts =
            ["Tarif bien trop élevé, mais accueil aimable", "Personne au téléphone", "Pas cher, rapide"];
        for theme in 0..book.themes.len() {
            let pattern = Pattern::theme(&book, &book.themes[theme].id).unwrap();
            let mut search = Concordancer::new(&pattern, Reader::default(), Options::default());
            add(&mut search, &texts, 0);
            let alone = search.finish(Lang::Fr).lines;
            let (mut matcher, mut reader) = (Matcher::new(book.clone()), Reader::default());
            for (row, text) in (0..).zip(texts) {
                let mut reading = Reading::default();
                let number = reader.read_anyway(text, &mut reading);
                let mentions = matcher.mentions(text, &reading, number, reader.analyzer(number));
                let among = mentions.iter().find(|mention| mention.theme == theme);
                let first = alone.iter().find(|line| line.row == Some(row));
                assert_eq!(first.map(|line| line.pole), among.map(|mention| mention.pole));
                let starts = among.map(|mention| mention.hits[0].start);
                assert_eq!(first.map(|line| line.left.len()), starts);
            }
        }
    }

    #[test]
    fn what_is_denied_can_be_set_apart() {
        let texts = ["C'est clair.", "Ce n'est pas clair.", "Peu clair."];
        let mut all = Vec::new();
        for negated in [None, Some(true), Some(false)] {
            let mut search = search("clair", Order::Position, None);
            search.options.negated = negated;
            add(&mut search, &texts, 2);
            let found = search.finish(Lang::Fr);
            all.push((found.hits, found.texts_with, found.lines.iter().map(|l| l.row).collect::<Vec<_>>()));
        }
        assert_eq!(all[0], (3, 3, vec![Some(2), Some(3), Some(4)]));
        assert_eq!(all[1], (2, 2, vec![Some(3), Some(4)]));
        assert_eq!(all[2], (1, 1, vec![Some(2)]));
    }

    #[test]
    fn what_is_masked_is_counted_and_not_shown() {
        let found = found("julie", &["Merci à Julie pour tout", "rien"], Order::Position, None);
        assert_eq!((found.hits, found.hidden, found.left_out, found.lines.len()), (1, 1, 0, 0));
        assert_eq!((found.texts, found.texts_with), (2, 1));
    }

    #[test]
    fn the_first_lines_of_the_order_are_kept() {
        let texts: Vec<String> = (0..5000).map(|n| format!("délai {:04}", (n * 7919) % 5000)).collect();
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let found = found("délai", &texts, Order::Right, Some(3));
        let right: Vec<&str> = found.lines.iter().map(|line| line.right.as_str()).collect();
        assert_eq!(right, [" 0000", " 0001", " 0002"]);
        assert_eq!((found.hits, found.left_out), (5000, 4997));
    }

    fn texts() -> impl Strategy<Value = Vec<String>> {
        proptest::collection::vec("(délai|délais|le|pas|long|prix|Merci à Julie| |, |\n){0,12}", 0..12)
    }

    proptest! {
        // Each case makes readers of its own.
        #![proptest_config(ProptestConfig::with_cases(48))]

        #[test]
        fn merging_is_reading_on(
            texts in texts(),
            cut in any::<prop::sample::Index>(),
            order in prop::sample::select(&[Order::Position, Order::Left, Order::Right, Order::Keyword]),
            most in prop::option::of(0_usize..6),
        ) {
            let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
            let (a, b) = texts.split_at(cut.index(texts.len() + 1));
            let (mut one, mut other) = (search("délai", order, most), search("délai", order, most));
            add(&mut one, a, 2);
            add(&mut other, b, 2 + a.len() as u64);
            let mut turned = other.clone();
            turned.merge(one.clone());
            one.merge(other);
            let whole = found("délai", &texts, order, most);
            prop_assert_eq!(one.finish(Lang::Fr), whole.clone());
            prop_assert_eq!(turned.finish(Lang::Fr), whole);
        }

        #[test]
        fn every_order_has_the_same_lines_and_ranks_them(texts in texts()) {
            let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
            let plain = found("délai", &texts, Order::Position, None);
            prop_assert_eq!(plain.hits, plain.hidden + plain.lines.len() as u64);
            for order in [Order::Left, Order::Right, Order::Keyword] {
                let sorted = found("délai", &texts, order, None).lines;
                // Stable: a sort of the lines in their first order by the key alone gives the same.
                let mut expected = plain.lines.clone();
                expected.sort_by_key(|line| order.key(line));
                prop_assert_eq!(sorted, expected);
            }
        }
    }
}
