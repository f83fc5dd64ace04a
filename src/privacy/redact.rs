//! Masks personal data in a text before it is shown.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use super::Identifier;
use super::word::Words;
use crate::lang::Lang;

/// A text with the personal data in it masked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Redaction<'a> {
    /// The text to show; the one given when nothing was to be masked.
    pub text: Cow<'a, str>,
    /// What was masked, in the order of the text, apart from each other.
    pub masks: Vec<Mask>,
}

/// A piece of personal data and the mask in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mask {
    /// What it is.
    pub kind: Identifier,
    /// Its byte range in the text given.
    pub span: Range<usize>,
    /// Byte range of the mask in the text to show.
    pub shown: Range<usize>,
}

impl<'a> Redaction<'a> {
    /// A text shown as it is.
    #[must_use]
    pub fn none(text: &'a str) -> Self {
        Self { text: Cow::Borrowed(text), masks: Vec::new() }
    }

    /// Pieces of personal data masked, by kind.
    #[must_use]
    pub fn counts(&self) -> BTreeMap<Identifier, u64> {
        let mut counts = BTreeMap::new();
        for mask in &self.masks {
            *counts.entry(mask.kind).or_default() += 1;
        }
        counts
    }

    /// Where a byte range of the text given is in the text to show; a range that enters a piece of personal
    /// data takes its whole mask, so that nothing of the length of what is hidden can be told.
    ///
    /// ```
    /// use barometre::Lang;
    /// use barometre::privacy::redact;
    /// let text = "Merci à Sabrina, très patiente.";
    /// let redaction = redact(text, Lang::Fr);
    /// let patient = text.find("patiente").unwrap();
    /// assert_eq!(&redaction.text[redaction.place(patient..patient + 8)], "patiente");
    /// assert_eq!(&redaction.text[redaction.place(10..13)], "[NOM]");
    /// ```
    #[must_use]
    pub fn place(&self, span: Range<usize>) -> Range<usize> {
        let start = self.shift(span.start, |mask| mask.shown.start);
        // The end of a range belongs to the character before it.
        let end = span.end.checked_sub(1).map_or(0, |last| {
            let inside = self.masks.iter().find(|mask| mask.span.contains(&last));
            inside.map_or_else(|| self.shift(last, |mask| mask.shown.end) + 1, |mask| mask.shown.end)
        });
        start..end.max(start)
    }

    /// A place of the text given in the text to show; `inside` says which one for those behind a mask.
    fn shift(&self, at: usize, inside: impl Fn(&Mask) -> usize) -> usize {
        let before = self.masks.partition_point(|mask| mask.span.start <= at);
        match before.checked_sub(1).map(|last| &self.masks[last]) {
            Some(mask) if at < mask.span.end => inside(mask),
            Some(mask) => mask.shown.end + (at - mask.span.end),
            None => at,
        }
    }
}

/// Masks e-mail addresses, IBANs, French social-security numbers, bank cards, telephone numbers, postal
/// addresses, licence plates, numbers of contracts and orders, and people's names, each by a word of the
/// language in square brackets ([`Identifier::mask`]).
///
/// Names are found after a title, a greeting, thanks, a closing formula or a role and in a presentation, then
/// wherever they come back in the text; a first name that nothing announces stays. Amounts, dates, times, years
/// and companies stay. Masking a masked text changes nothing.
///
/// ```
/// use barometre::Lang;
/// use barometre::privacy::redact;
/// let masked = redact("Merci à Julie. Rappelez-moi au 06 12 34 56 78, devis du 12/03/2021 à 1 234,56 €.", Lang::Fr);
/// assert_eq!(masked.text, "Merci à [NOM]. Rappelez-moi au [TÉLÉPHONE], devis du 12/03/2021 à 1 234,56 €.");
/// ```
pub fn redact(text: &str, lang: Lang) -> Redaction<'_> {
    let mut redaction = Redaction { text: Cow::Borrowed(text), masks: Vec::new() };
    // A mask may uncover what touched the text that it replaces. Each turn hides letters, digits or an @, and
    // no turn touches a mask.
    loop {
        let found = identifiers(&redaction.text);
        if found.is_empty() {
            return redaction;
        }
        let new: Vec<Mask> = found
            .into_iter()
            .map(|(start, (end, kind))| {
                let span = original(&redaction.masks, start)..original(&redaction.masks, end);
                Mask { kind, span, shown: 0..0 }
            })
            .collect();
        redaction.masks.extend(new);
        redaction.masks.sort_unstable_by_key(|mask| mask.span.start);
        let mut masked = String::with_capacity(text.len());
        let mut done = 0;
        for mask in &mut redaction.masks {
            masked.push_str(&text[done..mask.span.start]);
            let start = masked.len();
            masked.push_str(mask.kind.mask(lang));
            mask.shown = start..masked.len();
            done = mask.span.end;
        }
        masked.push_str(&text[done..]);
        redaction.text = Cow::Owned(masked);
    }
}

/// Where a place of a masked text, outside its masks, is in the text given.
pub(super) fn original(masks: &[Mask], shown: usize) -> usize {
    let before = masks.partition_point(|mask| mask.shown.end <= shown);
    before.checked_sub(1).map_or(shown, |last| masks[last].span.end + (shown - masks[last].shown.end))
}

/// Identifiers of a text, apart from each other: where each starts, where it ends, what it is.
fn identifiers(text: &str) -> BTreeMap<usize, (usize, Identifier)> {
    let mut found: BTreeMap<usize, (usize, Identifier)> = BTreeMap::new();
    let spelled = ["at)", "at]", "AT)", "AT]", "arobas"];
    let mail = text.contains('@') || spelled.iter().any(|at| text.contains(at));
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let words = Words::of(text);
    let masks = masks(text);
    for kind in Identifier::ALL {
        if digits < kind.digits() || (kind == Identifier::Email && !mail) {
            continue;
        }
        for Range { start, end } in kind.find(text, &words) {
            let free = found.range(..end).next_back().is_none_or(|(_, taken)| taken.0 <= start);
            let masked = masks.iter().any(|mask| mask.start < end && start < mask.end);
            if free && !masked {
                found.insert(start, (end, kind));
            }
        }
    }
    found
}

/// Byte ranges of the masks that a text holds already, in whatever language.
pub(super) fn masks(text: &str) -> Vec<Range<usize>> {
    let opening = text.match_indices('[').filter_map(|(at, _)| {
        let rest = &text[at..];
        let all = Identifier::ALL.iter().flat_map(|kind| [kind.mask(Lang::Fr), kind.mask(Lang::En)]);
        all.into_iter().find(|mask| rest.starts_with(mask)).map(|mask| at..at + mask.len())
    });
    opening.collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::checksum::luhn;
    use super::*;

    fn fr(text: &str) -> String {
        redact(text, Lang::Fr).text.into_owned()
    }

    #[test]
    fn telephone_numbers() {
        let numbers = [
            "06 12 34 56 78",
            "06.12.34.56.78",
            "06-12-34-56-78",
            "06/12/34/56/78",
            "06\u{a0}12\u{a0}34\u{a0}56\u{a0}78",
            "06 - 12 - 34 - 56 - 78",
            "0612345678",
            "0612 345 678",
            "06 1234 5678",
            "0 892 70 12 34",
            "+33 6 12 34 56 78",
            "+33612345678",
            "+33 (0)6 12 34 56 78",
            "(+33)6.12.34.56.78",
            "0033 6 12 34 56 78",
            "0033612345678",
            "33612345678",
            "330612345678",
            "+32 470 12 34 56",
            "+41 79 123 45 67",
            "+1 212-555-0123",
            "00352 621 123 456",
        ];
        for number in numbers {
            let masked = fr(&format!("Joignable au {number} le soir, merci."));
            assert!(
                masked == "Joignable au [TÉLÉPHONE] le soir, merci."
                    || masked == "Joignable au ([TÉLÉPHONE] le soir, merci.",
                "{number}: {masked}"
            );
        }
        assert_eq!(fr("tel0612345678."), "tel[TÉLÉPHONE].");
        assert_eq!(fr("06 12 34 56 78 06 98 76 54 32"), "[TÉLÉPHONE] [TÉLÉPHONE]");
        assert_eq!(redact("Call 0612345678", Lang::En).text, "Call [PHONE]");
    }

    #[test]
    fn addresses_accounts_cards_and_social_security() {
        let cases = [
            ("Écrire à jean-luc.o_neil+sav@mail.exemple.fr.", "Écrire à [E-MAIL]."),
            ("0612345678@exemple.fr", "[E-MAIL]"),
            ("IBAN FR14 2004 1010 0505 0001 3M02 606 svp", "IBAN [IBAN] svp"),
            ("fr1420041010050500013m02606, BE68 5390 0754 7034", "[IBAN], [IBAN]"),
            ("compte GB29-NWBK-6016-1331-9268-19", "compte [IBAN]"),
            ("carte 4970 1000 0000 0055 refusée", "carte [CARTE] refusée"),
            ("4111-1111-1111-1111 / 5555555555554444", "[CARTE] / [CARTE]"),
            ("Amex 3782 822463 10005", "Amex [CARTE]"),
            ("12 4111 1111 1111 1111 fois", "12 [CARTE] fois"),
            ("n° 2 55 08 14 168 025 38", "n° [NIR]"),
            ("1850578006084 91 et 185057800608491", "[NIR] et [NIR]"),
            ("1 85 05 78 006 084.", "[NIR]."),
            ("1 85 05 2A 006 084", "[NIR]"),
            ("185052b00608449", "[NIR]"),
        ];
        for (text, masked) in cases {
            assert_eq!(fr(text), masked);
        }
        let counts = redact("a@b.fr, c@d.fr, 0612345678", Lang::Fr).counts();
        assert_eq!(counts, BTreeMap::from([(Identifier::Email, 2), (Identifier::Phone, 1)]));
    }

    #[test]
    fn masks_speak_the_language_and_stay_in_the_other() {
        let text = "Mme Dupont, 12 rue Foch, contrat n° 445566, AB-123-CD, 0612345678, a@b.fr";
        let french = "Mme [NOM], [ADRESSE], contrat n° [RÉFÉRENCE], [IMMATRICULATION], [TÉLÉPHONE], [E-MAIL]";
        let english = "Mme [NAME], [ADDRESS], contrat n° [REFERENCE], [LICENCE PLATE], [PHONE], [E-MAIL]";
        assert_eq!(fr(text), french);
        assert_eq!(redact(text, Lang::En).text, english);
        assert_eq!(redact(french, Lang::En).text, french);
        assert_eq!(fr(english), english);
    }

    #[test]
    fn what_is_nobody_s_stays() {
        let texts = [
            "1 234,56 € le 12/03/2021",
            "2 000 000 d'euros, 10 000 000 000 €, 1 234 567 890 123 €",
            "+12 000 000 de clients, +1 200 000 000 €, +32 470 123 456 euros",
            "Les années 2019 2020 2021 2022 et 2018-2019-2020-2021-2022",
            "du 01/02/2021 10:30 au 05.06.2021 18h00, 2021-03-12 10:30:00.000",
            "le 01 02 2021 10 h 15, le 01.02.2021 10.30",
            "de 0 1 2 3 4 5 6 7 8 9 à 10, 0.123456789, 0,0612345678",
            "facture de 1234 euros, dossier de 2024, code 75008, 3900",
            "10/10, 9,5/10, 24h/24 7j/7, de 8h00 à 18h30",
            "4111 1111 1111 1112 n'est pas une carte, FR14 2004 non plus",
            "FR1420041010050500013M02607",
            "@compte, 50 @ 3, prénom.nom",
            "10:00 00:15 00:30 12345678",
        ];
        for text in texts {
            let kept = redact(text, Lang::Fr);
            assert_eq!(kept.text, text);
            assert!(matches!(kept.text, Cow::Borrowed(_)) && kept.masks.is_empty());
        }
    }

    /// Thirteen to nineteen digits completed by Luhn's, in groups of four.
    fn card(digits: &[u8], separator: &str) -> String {
        let mut number: String = digits.iter().map(|d| char::from(b'0' + d)).collect();
        let last = (0..10).find(|d| luhn(&format!("{number}{d}"))).unwrap_or(0);
        number.push_str(&last.to_string());
        let groups: Vec<&str> =
            number.as_bytes().chunks(4).filter_map(|g| std::str::from_utf8(g).ok()).collect();
        groups.join(separator)
    }

    proptest! {
        #[test]
        fn never_panics_and_is_done_once(text in "[ 0-9a-zA-Z@.+()/€é\u{a0},:-]{0,80}|.{0,60}") {
            let once = fr(&text);
            prop_assert_eq!(fr(&once), once);
        }

        #[test]
        fn masks_lie_where_they_say(
            text in "(Merci à |Mme |Sabrina |Dupont|contrat n° 445566|0612345678|a@b\\.fr|12 rue Foch|[ ,.\n]|é|mot ){0,16}",
            (from, to) in (0_usize..60, 0_usize..60),
        ) {
            let redaction = redact(&text, Lang::Fr);
            let mut rebuilt = String::new();
            let mut done = 0;
            for mask in &redaction.masks {
                prop_assert_eq!(&redaction.text[mask.shown.clone()], mask.kind.mask(Lang::Fr));
                rebuilt.push_str(&text[done..mask.span.start]);
                rebuilt.push_str(mask.kind.mask(Lang::Fr));
                done = mask.span.end;
            }
            rebuilt.push_str(&text[done..]);
            prop_assert_eq!(&rebuilt, &redaction.text);
            prop_assert_eq!(redaction.counts().values().sum::<u64>(), redaction.masks.len() as u64);
            // A range outside the masks shows the same letters.
            let (from, to) = (text.floor_char_boundary(from), text.floor_char_boundary(to.max(from)));
            let place = redaction.place(from..to);
            let free = redaction.masks.iter().all(|mask| mask.span.end <= from || to <= mask.span.start);
            prop_assert!(redaction.text.get(place.clone()).is_some());
            if free && from < to {
                prop_assert_eq!(&redaction.text[place], &text[from..to]);
            }
            prop_assert_eq!(fr(&redaction.text), redaction.text.clone().into_owned());
        }

        #[test]
        fn names_in_a_row_are_done_once(text in "((Merci|merci|Mme|M\\.|Bonjour|avec|Cordialement|je m'appelle|à|et|de|Le|d'|,|\n|Julie|sabrina|DUPONT|Morel|B\\.|-|\\[NOM\\]|petit|Assurance)[ ']?){0,16}") {
            let once = fr(&text);
            prop_assert_eq!(fr(&once), once);
        }

        #[test]
        fn numbers_in_a_row_are_done_once(text in "(0[1-9]|[0-9]{1,4}|\\+33|[ .-]|FR14|@a\\.fr){0,24}") {
            let once = fr(&text);
            prop_assert_eq!(fr(&once), once);
        }

        #[test]
        fn no_card_survives(
            first in 3_u8..7, digits in prop::collection::vec(0_u8..10, 11..18),
            separator in prop::sample::select(vec!["", " ", "-", "\u{a0}"]),
        ) {
            let digits: Vec<u8> = std::iter::once(first).chain(digits).collect();
            let masked = fr(&format!("Ma carte {}, merci", card(&digits, separator)));
            // By chance a shorter card begins a longer one, leaving three digits, or fifteen digits make a NIR.
            prop_assert!(masked.starts_with("Ma carte ["), "{masked}");
            prop_assert!(masked.chars().filter(char::is_ascii_digit).count() <= 3, "{masked}");
        }

        #[test]
        fn no_french_iban_survives(account in "[0-9]{10}[0-9A-Z]{11}[0-9]{2}", spaced in any::<bool>()) {
            let value = |text: &str| text.bytes().fold(0_u64, |rest, byte| match byte {
                b'0'..=b'9' => (rest * 10 + u64::from(byte - b'0')) % 97,
                _ => (rest * 100 + u64::from(byte - b'A') + 10) % 97,
            });
            let iban = format!("FR{:02}{account}", 98 - value(&format!("{account}FR00")));
            let groups: Vec<&str> = iban.as_bytes().chunks(4).filter_map(|g| std::str::from_utf8(g).ok()).collect();
            let written = groups.join(if spaced { " " } else { "" });
            prop_assert_eq!(fr(&format!("Compte {written}, merci")), "Compte [IBAN], merci");
        }
    }
}
