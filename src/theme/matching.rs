//! Finding the themes of a verbatim.
//!
//! Each form of the vocabulary is looked up once among the words of the rules; after that a verbatim costs one
//! look-up a word, and the rules of which a word is there. Memory grows with the vocabulary, not with the texts.

use std::sync::Arc;

use super::clause::Cut;
use super::codebook::Codebook;
use super::pole::Pole;
use super::search::Search;
use super::sentiment::{Said, Sentiment, together};
use super::table::Table;
use crate::text::{Analyzer, Reading};

/// Degree of a word from which it is as good as denied.
const HARDLY: i8 = -2;

/// Where a rule matched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hit {
    /// First byte in the text.
    pub start: usize,
    /// Byte after the last one.
    pub end: usize,
    /// Number of the rule in the codebook.
    pub rule: usize,
}

/// A theme of a verbatim.
#[derive(Debug, Clone, PartialEq)]
pub struct Mention {
    /// Number of the theme in the codebook.
    pub theme: usize,
    /// How the verbatim speaks of it.
    pub pole: Pole,
    /// By how much the clauses that speak of it raise the odds of a high score (natural logarithm).
    pub log_odds: f32,
    /// Where it is spoken of, sub-themes included, in the order of the text.
    pub hits: Vec<Hit>,
}

/// Finds the themes of verbatims, for one codebook and one [`Reader`](crate::text::Reader).
///
/// ```
/// use barometre::text::{Reader, Reading};
/// use barometre::theme::{Matcher, Pole, Shipped};
/// let book = Shipped::CustomerExperience.codebook().unwrap();
/// let mut matcher = Matcher::new(book.clone());
/// let (mut reader, mut reading) = (Reader::default(), Reading::default());
/// let text = "Accueil charmant, mais le prix est bien trop élevé.";
/// let number = reader.read(text, &mut reading).unwrap();
/// let mentions = matcher.mentions(text, &reading, number, reader.analyzer(number));
/// let price = mentions.iter().find(|mention| book.themes[mention.theme].id == "prix").unwrap();
/// assert_eq!(price.pole, Pole::Negative);
/// assert!(text[price.hits[0].start..price.hits[0].end].starts_with("prix"));
/// ```
#[derive(Debug, Clone)]
pub struct Matcher {
    book: Arc<Codebook>,
    /// One an analyzer, by its number.
    tables: Vec<Option<Table>>,
    search: Search,
    sentiment: Sentiment,
}

impl Matcher {
    /// A matcher that has seen no verbatim.
    #[must_use]
    pub fn new(book: Arc<Codebook>) -> Self {
        let search = Search::new(book.atoms.len());
        Self { book, tables: Vec::new(), search, sentiment: Sentiment::default() }
    }

    /// The codebook.
    #[must_use]
    pub fn codebook(&self) -> &Arc<Codebook> {
        &self.book
    }

    /// The themes of `text` as the analyzer of that number read it, by number of theme. The analyzer must be the same
    /// each time, and have learnt the corpus before.
    pub fn mentions(
        &mut self,
        text: &str,
        reading: &Reading,
        number: usize,
        analyzer: &mut Analyzer,
    ) -> Vec<Mention> {
        if self.tables.len() <= number {
            self.tables.resize_with(number + 1, || None);
        }
        let table = self.tables[number].get_or_insert_with(|| Table::new(&self.book, analyzer));
        table.extend(analyzer);
        let spans = self.search.find(&self.book, table, text, reading);
        if spans.is_empty() {
            return Vec::new();
        }
        let cuts = reading.words.iter().zip(&reading.marks).map(|(word, mark)| {
            let known = table.cut(word.form);
            known.max(Cut::before_capital(&text[word.start..word.end], mark.role))
        });
        self.sentiment.read(text, reading, cuts, analyzer);
        let mut by_theme: Vec<(usize, Hit, Said)> = Vec::new();
        for (rule, span) in spans {
            let known = &self.book.rules[rule];
            // A rule that asks for a denial is not turned round by it.
            let denied = !known.minds_denial
                && (reading.marks[span.first].negated
                    || reading.marks[span.last].negated
                    // “peu aimable”, “manque de tact”.
                    || reading.marks[span.first].degree <= HARDLY);
            let said = self.sentiment.of((span.first, span.last), known.pole, denied, analyzer.weights());
            let (start, end) = (reading.words[span.first].start, reading.words[span.last].end);
            by_theme
                .extend(self.book.lineage(known.theme).map(|theme| (theme, Hit { start, end, rule }, said)));
        }
        by_theme.sort_by_key(|(theme, hit, _)| (*theme, *hit));
        let mentions = by_theme.chunk_by(|a, b| a.0 == b.0).map(|chunk| {
            let mut said = chunk.iter().map(|(_, _, said)| *said).collect();
            let (log_odds, pole) = together(&mut said);
            let mut hits: Vec<_> = chunk.iter().map(|(_, hit, _)| *hit).collect();
            hits.dedup();
            Mention { theme: chunk[0].0, pole, log_odds, hits }
        });
        mentions.collect()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::shipped::Shipped;
    use super::*;
    use crate::text::Reader;

    /// What a rule matches in a text.
    fn found(rule: &str, text: &str) -> Vec<String> {
        let toml = format!("[[theme]]\nid = \"a\"\nrules = ['''{rule}''']");
        let book = Codebook::parse(&toml, "test").unwrap_or_else(|error| panic!("{error}"));
        let mentions = mentions(&mut Matcher::new(Arc::new(book)), &mut Reader::default(), text);
        mentions
            .iter()
            .flat_map(|mention| &mention.hits)
            .map(|hit| text[hit.start..hit.end].to_owned())
            .collect()
    }

    fn mentions(matcher: &mut Matcher, reader: &mut Reader, text: &str) -> Vec<Mention> {
        let mut reading = Reading::default();
        let Some(number) = reader.read(text, &mut reading) else { return Vec::new() };
        matcher.mentions(text, &reading, number, reader.analyzer(number))
    }

    #[test]
    fn rules_match_what_they_say() {
        for (rule, text, expected) in [
            ("délai", "Les DÉLAIS et le delai, pas un délayage", "DÉLAIS|delai"),
            ("=délai", "Les délais, le délai", "délai"),
            (
                "rembours*",
                "Remboursé ? Le remboursement tarde, REMBOURSEZ",
                "Remboursé|remboursement|REMBOURSEZ",
            ),
            (
                "service client",
                "le service clients, le service à la clientèle, service, client",
                "service clients",
            ),
            (
                "service client",
                "un service au client, un service très client",
                "service au client|service très client",
            ),
            ("service client", "le service. Client depuis peu", ""),
            ("bout du fil", "personne au bout du fil", "bout du fil"),
            ("en ligne", "payer en ligne ; la ligne est bonne", "en ligne"),
            ("merci à", "Merci à Zoé. Merci", "Merci à"),
            ("\"à l'écoute\"", "Toujours à l'écoute, il écoute", "à l'écoute"),
            ("attente ou retard", "Du retard, de l'attente", "retard|attente"),
            ("prix et hausse", "Le prix monte, quelle hausse ! Le prix reste.", "prix|hausse"),
            ("prix et hausse", "Le prix monte. Quelle hausse !", ""),
            ("carte sauf carte verte", "La carte verte et la carte", "carte"),
            ("délai sauf livraison", "Le délai de la livraison. Le délai du dossier.", "délai"),
            ("x1 ou délai sauf livraison", "Le délai de la livraison. x1", "x1"),
            ("prix près(2) élevé", "Un prix bien trop élevé", "prix bien trop élevé"),
            ("prix près(2) élevé", "Un prix que je trouve encore élevé", ""),
            ("prix près(4) élevé", "Élevé, ce prix ! Élevé est ce prix", "Élevé est ce prix"),
            ("accueil près(4) bon", "Accueil moyen mais bon produit", ""),
            ("nié:répondre", "Ils ne répondent pas ; ils répondent", "répondent"),
            ("nié:réponse", "Aucune réponse. Sans réponse. Une réponse.", "réponse|réponse"),
            ("affirmé:cher", "Ce n'est pas cher. C'est cher.", "cher"),
            ("/ref\\s?\\d+/", "Commande REF 42, ref7", "REF 42|ref7"),
            ("/(réf|ref)\\d/ ou délai", "délai", "délai"),
            (
                "(long ou interminable) attente",
                "Une longue attente, interminable attente",
                "longue attente|interminable attente",
            ),
            ("😡", "Colis abîmé 😡", "😡"),
        ] {
            assert_eq!(found(rule, text).join("|"), expected, "{rule}: {text}");
        }
    }

    #[test]
    fn english_texts_are_matched_by_english_families() {
        let text = "The delivery was late and the prices are too high for what you get";
        assert_eq!(found("price or deliver", text), ["prices"]);
        assert_eq!(found("delivery near(2) late", text), ["delivery was late"]);
    }

    #[test]
    fn rules_of_one_language_stay_in_it() {
        let toml = "[[theme]]\nid = \"pain\"\nrules_fr = [\"pain\"]\n[[theme]]\nid = \"ache\"\nrules_en = [\"pain\"]";
        let mut matcher = Matcher::new(Arc::new(Codebook::parse(toml, "test").unwrap()));
        let mut reader = Reader::default();
        let mut theme = |text| {
            let mentions = mentions(&mut matcher, &mut reader, text);
            mentions.iter().map(|mention| mention.theme).collect::<Vec<_>>()
        };
        assert_eq!(theme("Le pain était frais et la pâte aussi, merci"), [0]);
        assert_eq!(theme("This was a real pain and nobody would help me with it"), [1]);
    }

    #[test]
    fn a_theme_is_mentioned_with_its_parts() {
        let toml = "[[theme]]\nid = \"prix\"\nrules = [\"tarif\"]\n[[theme]]\nid = \"hausse\"\nparent = \"prix\"\n\
                    rules = [\"- augmentation\"]";
        let mut matcher = Matcher::new(Arc::new(Codebook::parse(toml, "test").unwrap()));
        let found = mentions(&mut matcher, &mut Reader::default(), "Encore une augmentation de tarif");
        assert_eq!(
            found.iter().map(|mention| (mention.theme, mention.hits.len())).collect::<Vec<_>>(),
            [(0, 2), (1, 1)]
        );
        assert!(found.iter().all(|mention| mention.pole == Pole::Negative));
    }

    #[test]
    fn what_a_matcher_saw_before_changes_nothing() {
        let texts =
            ["Délai trop long", "Prix élevé", "", "Délai correct, prix correct", "Nice and quick service"];
        let book = Shipped::CustomerExperience.codebook().unwrap();
        let (mut matcher, mut reader) = (Matcher::new(book.clone()), Reader::default());
        for text in texts.iter().chain(texts.iter().rev()) {
            let alone = mentions(&mut Matcher::new(book.clone()), &mut Reader::default(), text);
            assert_eq!(mentions(&mut matcher, &mut reader, text), alone, "{text}");
        }
    }

    proptest! {
        #[test]
        fn hits_are_words_of_the_text(text in "([a-zé']{1,6}|prix|service client|délai|pas|ne|cher|mais|et|[.,!]| |😀){0,30}") {
            let mut matcher = Matcher::new(Shipped::CustomerExperience.codebook().unwrap());
            let found = mentions(&mut matcher, &mut Reader::default(), &text);
            for pair in found.windows(2) {
                prop_assert!(pair[0].theme < pair[1].theme);
            }
            for mention in found {
                prop_assert!(mention.log_odds.is_finite() && !mention.hits.is_empty());
                for hit in mention.hits {
                    prop_assert!(hit.start < hit.end && text.get(hit.start..hit.end).is_some());
                }
            }
        }
    }
}
