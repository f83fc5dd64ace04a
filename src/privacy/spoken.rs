//! Masks personal data in a text that was spoken: what is written in words, spelled, or without a capital.

use std::borrow::Cow;
use std::ops::Range;

use super::redact::{masks, original};
use super::spoken_name::INTERJECTIONS;
use super::spoken_number::numerals;
use super::word::fold;
use super::{Identifier, Mask, Redaction, redact, spoken_name, spoken_number};
use crate::lang::Lang;

/// The words and numbers of a text, folded, with what stands between them; what a mask hides is not among them.
#[derive(Debug)]
pub(super) struct Tokens<'t> {
    text: &'t str,
    list: Vec<(Range<usize>, String)>,
}

impl<'t> Tokens<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        let masks = masks(text);
        let mut list: Vec<(Range<usize>, String)> = Vec::new();
        let mut open: Option<(usize, bool)> = None;
        let ends = text.char_indices().chain(std::iter::once((text.len(), ' ')));
        for (at, c) in ends {
            let digit = c.is_ascii_digit();
            let combining = unicode_normalization::char::is_combining_mark(c);
            let inside = digit || c.is_alphabetic() || (open.is_some() && combining);
            if let Some((start, number)) = open.filter(|(_, number)| !inside || *number != digit) {
                if !masks.iter().any(|mask| mask.start <= start && start < mask.end) {
                    let word = &text[start..at];
                    list.push((start..at, if number { word.to_owned() } else { fold(word) }));
                }
                open = None;
            }
            if inside && open.is_none() {
                open = Some((at, digit));
            }
        }
        Self { text, list }
    }

    pub(super) fn len(&self) -> usize {
        self.list.len()
    }

    /// In lower case, without accents.
    pub(super) fn word(&self, i: usize) -> &str {
        self.list.get(i).map_or("", |token| &token.1)
    }

    /// As the text has it.
    pub(super) fn written(&self, i: usize) -> &'t str {
        self.list.get(i).map_or("", |token| &self.text[token.0.clone()])
    }

    /// What stands between a token and the one before.
    pub(super) fn gap(&self, i: usize) -> &'t str {
        let start = i.checked_sub(1).map_or(0, |before| self.list[before].0.end);
        self.list.get(i).map_or("", |token| &self.text[start..token.0.start])
    }

    /// What follows a token.
    pub(super) fn after(&self, i: usize) -> &'t str {
        self.list.get(i).map_or("", |token| &self.text[token.0.end..])
    }

    /// Bytes of some tokens, one at least.
    pub(super) fn span(&self, tokens: &Range<usize>) -> Range<usize> {
        let end = tokens.end.saturating_sub(1).max(tokens.start);
        match (self.list.get(tokens.start), self.list.get(end)) {
            (Some(first), Some(last)) => first.0.start..last.0.end,
            _ => 0..0,
        }
    }

    pub(super) fn into_words(self) -> Vec<String> {
        self.list.into_iter().map(|token| token.1).collect()
    }
}

/// Masks what [`redact`] masks, and what speech makes of it, as a transcript has it, with or without capitals and
/// punctuation: telephone numbers, cards and contracts said in words, addresses whose number is said, e-mail
/// addresses with “arobase”, names that are spelled, first names wherever they come, names in a presentation. `names`
/// are known from elsewhere (who speaks, who took the call): their words are masked wherever they come, whatever the
/// case, but for those that say a role. Amounts, dates, durations and whole numbers stay.
///
/// A number counts when at least four are said in a row, when it has eight digits or more, or, announced (`contrat
/// numéro`) or begun as a telephone number is, fewer. A family name that is a French word and that nothing announces
/// stays. Masking a masked text changes nothing.
///
/// ```
/// use barometre::Lang;
/// use barometre::privacy::redact_spoken;
/// let said = "oui c'est sophie au zéro six trente-neuf quatre-vingt-dix-huit douze trente-quatre pour vingt euros";
/// let masked = redact_spoken(said, &[], Lang::Fr);
/// assert_eq!(masked.text, "oui c'est [NOM] au [TÉLÉPHONE] pour vingt euros");
/// let masked = redact_spoken("bonjour lucas exemple", &["Exemple Lucas".to_owned()], Lang::Fr);
/// assert_eq!(masked.text, "bonjour [NOM]");
/// ```
#[must_use]
pub fn redact_spoken<'a>(text: &'a str, names: &[String], lang: Lang) -> Redaction<'a> {
    let mut redaction = Redaction { text: Cow::Borrowed(text), masks: Vec::new() };
    // As in `redact`: a mask may uncover what touched the text that it replaces.
    loop {
        let found = found(&redaction.text, names, lang);
        if found.is_empty() {
            return redaction;
        }
        let spans = found.into_iter().map(|(span, kind)| {
            let start = original(&redaction.masks, span.start);
            Mask { kind, span: start..original(&redaction.masks, span.end).max(start), shown: 0..0 }
        });
        let mut new: Vec<Mask> = spans.collect();
        new.append(&mut redaction.masks);
        new.sort_unstable_by_key(|mask| mask.span.start);
        let mut masked = String::with_capacity(text.len());
        let mut done = 0;
        for mask in &mut new {
            masked.push_str(&text[done..mask.span.start]);
            let start = masked.len();
            masked.push_str(mask.kind.mask(lang));
            mask.shown = start..masked.len();
            done = mask.span.end;
        }
        masked.push_str(&text[done..]);
        redaction = Redaction { text: Cow::Owned(masked), masks: new };
    }
}

/// Personal data of a text, ascending and apart; none of it in a mask.
fn found(text: &str, names: &[String], lang: Lang) -> Vec<(Range<usize>, Identifier)> {
    let tokens = Tokens::of(text);
    let mut found = written(text, &tokens, lang);
    let all = |runs: Vec<Range<usize>>, kind| runs.into_iter().map(move |run| (run, kind));
    let spoken = all(spoken_name::mails(&tokens), Identifier::Email)
        .chain(spoken_number::find(&tokens))
        .chain(all(spoken_name::spelled(&tokens), Identifier::Name))
        .chain(all(spoken_name::names(&tokens), Identifier::Name))
        .chain(all(spoken_name::given(&tokens, names), Identifier::Name));
    found.extend(spoken.map(|(run, kind)| (tokens.span(&run), kind)));
    found.retain(|(span, _)| !span.is_empty());
    found.sort_by_key(|(span, kind)| (span.start, *kind));
    let mut apart: Vec<(Range<usize>, Identifier)> = Vec::with_capacity(found.len());
    for (span, kind) in found {
        match apart.last_mut() {
            // What overlaps is one; words of one name are one.
            Some((last, before))
                if span.start < last.end
                    || (*before == Identifier::Name
                        && kind == Identifier::Name
                        && matches!(&text[last.end..span.start], " " | "-" | "\u{a0}")) =>
            {
                last.end = last.end.max(span.end);
                *before = kind.min(*before);
            }
            _ => apart.push((span, kind)),
        }
    }
    apart
}

/// What [`redact`] finds once numbers that are said are written in digits, and hesitations left out: `douze rue des
/// lilas` is an address, `docteur euh exempla` a name.
fn written(text: &str, tokens: &Tokens, lang: Lang) -> Vec<(Range<usize>, Identifier)> {
    let numbers = numerals(tokens).into_iter().filter(|numeral| numeral.worded && !numeral.article);
    let mut changes: Vec<(Range<usize>, String)> =
        numbers.map(|numeral| (tokens.span(&numeral.tokens), numeral.digits)).collect();
    for i in (0..tokens.len()).filter(|i| matches!(tokens.word(*i), "heu" | "euh" | "hum")) {
        let span = tokens.span(&(i..i + 1));
        if tokens.after(i).starts_with(' ') {
            changes.push((span.start..span.end + 1, String::new()));
        }
    }
    changes.sort_unstable_by_key(|(span, _)| span.start);
    let mut copy = String::with_capacity(text.len());
    // Where each change is in the text, and where in its copy.
    let mut places: Vec<(Range<usize>, Range<usize>)> = Vec::with_capacity(changes.len());
    let mut done = 0;
    for (span, digits) in changes {
        copy.push_str(&text[done..span.start]);
        let start = copy.len();
        copy.push_str(&digits);
        done = span.end;
        places.push((span, start..copy.len()));
    }
    copy.push_str(&text[done..]);
    let start = |at: usize| {
        let before = places.partition_point(|place| place.1.start <= at);
        match before.checked_sub(1).map(|last| &places[last]) {
            Some((said, place)) if at < place.end => said.start,
            Some((said, place)) => said.end + (at - place.end),
            None => at,
        }
    };
    let end = |at: usize| {
        let before = places.partition_point(|place| place.1.start < at);
        match before.checked_sub(1).map(|last| &places[last]) {
            Some((said, place)) => said.end + at.saturating_sub(place.end),
            None => at,
        }
    };
    let said = |span: &Range<usize>| !INTERJECTIONS.contains(&fold(&copy[span.clone()]).as_str());
    let masks = redact(&copy, lang)
        .masks
        .into_iter()
        .filter(|mask| mask.kind != Identifier::Name || said(&mask.span));
    masks.map(|mask| (start(mask.span.start)..end(mask.span.end), mask.kind)).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn fr(text: &str) -> String {
        redact_spoken(text, &[], Lang::Fr).text.into_owned()
    }

    #[test]
    fn what_is_said_of_people_is_masked() {
        let cases = [
            ("je suis madame dupont et je vous appelle", "je suis madame [NOM] et je vous appelle"),
            ("mon nom c'est martin", "mon nom c'est [NOM]"),
            (
                "mon prénom c'est lucie et mon nom de famille c'est girard",
                "mon prénom c'est [NOM] et mon nom de famille c'est [NOM]",
            ),
            ("alors moi c'est sophie bernard du service client", "alors moi c'est [NOM] du service client"),
            ("sophie à votre écoute bonjour", "[NOM] à votre écoute bonjour"),
            (
                "Service client Ambrelune, Inès à votre écoute",
                "Service client Ambrelune, [NOM] à votre écoute",
            ),
            ("au nom de moreau", "au nom de [NOM]"),
            ("je l'épelle d u p o n t oui", "je l'épelle [NOM] oui"),
            ("D U P O N T", "[NOM]"),
            ("lefèvre, oui, l e f e v r e", "[NOM], oui, [NOM]"),
            ("bonjour madame le goff", "bonjour madame [NOM]"),
            ("b comme berthe, o comme oscar, deux n, e", "[NOM]"),
            ("mon mail c'est dupont arobase exemple point fr", "mon mail c'est [E-MAIL]"),
            ("jean point petit douze arobase la poste point net voilà", "[E-MAIL] voilà"),
            ("j'habite douze rue des lilas à lyon", "j'habite [ADRESSE] à lyon"),
            ("le contrat numéro quatre cinq six sept huit", "le contrat numéro [RÉFÉRENCE]"),
            (
                "rappelez-moi au zéro six trente-neuf quatre-vingt-dix-huit zéro un zéro deux",
                "rappelez-moi au [TÉLÉPHONE]",
            ),
            ("bonjour docteur euh exempla, heu oui", "bonjour docteur euh [NOM], heu oui"),
            ("zéro six heu 39 98 heu douze trente-quatre", "[TÉLÉPHONE]"),
            (
                "au zéro six trente-neuf quatre-vingt-dix-huit douze trente-quatre pour vingt euros",
                "au [TÉLÉPHONE] pour vingt euros",
            ),
            ("au 06 trente-neuf 98 12 trente-quatre heures ouvrées", "au [TÉLÉPHONE] heures ouvrées"),
            ("monsieur poisson à l'appareil", "monsieur [NOM] à l'appareil"),
            ("Merci à Julie, 06 39 98 12 34.", "Merci à [NOM], [TÉLÉPHONE]."),
        ];
        for (text, masked) in cases {
            assert_eq!(fr(text), masked);
        }
    }

    #[test]
    fn what_is_nobody_s_stays() {
        for text in [
            "bonjour madame je vous appelle pour mon contrat",
            "il y a à boire et à manger, c'est ça",
            "trente-cinq euros par mois depuis deux mille vingt-six, pendant vingt-quatre mois",
            "le douze mars à quatorze heures trente",
            "mon nom est mal écrit sur la facture",
            "j'ai d'abord appelé l'agence, l'accueil m'a dit",
            "ouais heu bah ok hein voilà",
            "la rose est jolie, la pierre aussi",
            "à l'appareil",
            "il est quatre heures moins dix",
            "y a y a y a un docteur heu voilà docteur bon",
            "massez : un. deux. trois. quatre. cinq.",
        ] {
            let kept = redact_spoken(text, &[], Lang::Fr);
            assert_eq!(kept.text, text);
            assert!(matches!(kept.text, Cow::Borrowed(_)) && kept.masks.is_empty());
        }
    }

    #[test]
    fn names_known_from_elsewhere_are_masked_wherever_they_come() {
        let names = ["Agent 2".to_owned(), "Mme Le Petit-Bois".to_owned(), "Zoé".to_owned()];
        let masked = redact_spoken("l'agent zoe PETIT bois, le client", &names, Lang::En);
        assert_eq!(masked.text, "l'agent [NAME], le client");
    }

    proptest! {
        #[test]
        fn masks_lie_where_they_say_and_a_masked_text_stays(
            text in "((je suis|madame|mon nom c'est|dupont|Julie|sophie|zéro|six|trente-neuf|quatre-vingt|douze|un|mille|06 39|98|arobase|point fr|comme|d|U|p|rue des lilas|contrat|euros|[,.\n]|été|\\[NOM\\]|à l'appareil|et|exempla)[ '-]?){0,14}",
            names in prop::collection::vec("(Léa|Exempla|agent)", 0..2),
            (from, to) in (0_usize..80, 0_usize..80),
        ) {
            let redaction = redact_spoken(&text, &names, Lang::Fr);
            let mut rebuilt = String::new();
            let mut done = 0;
            for mask in &redaction.masks {
                prop_assert!(done <= mask.span.start && mask.span.start < mask.span.end);
                rebuilt.push_str(&text[done..mask.span.start]);
                prop_assert_eq!(mask.shown.start, rebuilt.len());
                rebuilt.push_str(mask.kind.mask(Lang::Fr));
                done = mask.span.end;
            }
            rebuilt.push_str(&text[done..]);
            prop_assert_eq!(&rebuilt, &redaction.text);
            let (from, to) = (text.floor_char_boundary(from), text.floor_char_boundary(to.max(from)));
            let place = redaction.place(from..to);
            prop_assert!(redaction.text.get(place.clone()).is_some());
            if from < to && redaction.masks.iter().all(|mask| mask.span.end <= from || to <= mask.span.start) {
                prop_assert_eq!(&redaction.text[place], &text[from..to]);
            }
            let again = redact_spoken(&redaction.text, &names, Lang::Fr);
            prop_assert_eq!(&again.text, &redaction.text);
        }

        #[test]
        fn never_panics(text in ".{0,60}") {
            fr(&text);
        }

        /// A telephone number said in pairs leaves none of its words.
        #[test]
        fn no_telephone_number_survives(pairs in prop::collection::vec(0_usize..12, 4), glue in prop::sample::select(vec![" ", ", ", " euh ", "-"])) {
            const SAID: [&str; 12] = ["zéro un", "douze", "vingt et un", "trente-neuf", "quarante", "cinquante-cinq", "soixante-dix",
                "soixante et onze", "quatre-vingts", "quatre-vingt-dix-neuf", "zéro zéro", "seize"];
            let number: Vec<&str> = std::iter::once("zéro six").chain(pairs.into_iter().map(|i| SAID[i])).collect();
            let masked = fr(&format!("appelez le {} merci", number.join(glue)));
            // “Quarante quatre-vingt-dix-neuf” may also be read as more digits, those of a card or of a reference.
            let mask = masked.strip_prefix("appelez le [").and_then(|rest| rest.strip_suffix("] merci"));
            let kinds = ["TÉLÉPHONE", "CARTE", "RÉFÉRENCE"];
            prop_assert!(mask.is_some_and(|kind| kinds.contains(&kind)), "{}", masked);
        }
    }
}
