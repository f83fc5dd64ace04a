//! Masks personal data in a text before it is shown.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use super::Identifier;
use crate::lang::Lang;

/// A text with its identifiers masked, and how many there were of each kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Redaction<'a> {
    /// The text; the one given when nothing was to be masked.
    pub text: Cow<'a, str>,
    /// Identifiers masked, by kind.
    pub counts: BTreeMap<Identifier, u64>,
}

/// Masks e-mail addresses, IBANs, French social-security numbers, bank cards and telephone numbers, each by a
/// word of the language in square brackets. Names and addresses are not structured and stay.
///
/// Amounts, dates, times and years stay. Masking a masked text changes nothing.
///
/// ```
/// use barometre::Lang;
/// use barometre::privacy::redact;
/// let masked = redact("Rappelez-moi au 06 12 34 56 78, devis du 12/03/2021 à 1 234,56 €.", Lang::Fr);
/// assert_eq!(masked.text, "Rappelez-moi au [téléphone], devis du 12/03/2021 à 1 234,56 €.");
/// ```
pub fn redact(text: &str, lang: Lang) -> Redaction<'_> {
    let mut redaction = Redaction { text: Cow::Borrowed(text), counts: BTreeMap::new() };
    // A mask may uncover what touched the identifier it replaces. Each turn takes digits or an @ away.
    loop {
        let found = identifiers(&redaction.text);
        if found.is_empty() {
            return redaction;
        }
        let mut masked = String::with_capacity(redaction.text.len());
        let mut done = 0;
        for (start, (end, kind)) in found {
            masked.push_str(&redaction.text[done..start]);
            masked.push_str(kind.mask(lang));
            done = end;
            *redaction.counts.entry(kind).or_default() += 1;
        }
        masked.push_str(&redaction.text[done..]);
        redaction.text = Cow::Owned(masked);
    }
}

/// Identifiers of a text, apart from each other: where each starts, where it ends, what it is.
fn identifiers(text: &str) -> BTreeMap<usize, (usize, Identifier)> {
    let mut found: BTreeMap<usize, (usize, Identifier)> = BTreeMap::new();
    // Most verbatims hold neither an @ nor the eight digits of the shortest number.
    if !text.contains('@') && text.bytes().filter(u8::is_ascii_digit).count() < 8 {
        return found;
    }
    for kind in Identifier::ALL {
        for Range { start, end } in kind.find(text) {
            let free = found.range(..end).next_back().is_none_or(|(_, taken)| taken.0 <= start);
            if free {
                found.insert(start, (end, kind));
            }
        }
    }
    found
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
                masked == "Joignable au [téléphone] le soir, merci."
                    || masked == "Joignable au ([téléphone] le soir, merci.",
                "{number}: {masked}"
            );
        }
        assert_eq!(fr("tel0612345678."), "tel[téléphone].");
        assert_eq!(fr("06 12 34 56 78 06 98 76 54 32"), "[téléphone] [téléphone]");
        assert_eq!(redact("Call 0612345678", Lang::En).text, "Call [phone]");
    }

    #[test]
    fn addresses_accounts_cards_and_social_security() {
        let cases = [
            ("Écrire à jean-luc.o_neil+sav@mail.exemple.fr.", "Écrire à [e-mail]."),
            ("0612345678@exemple.fr", "[e-mail]"),
            ("IBAN FR14 2004 1010 0505 0001 3M02 606 svp", "IBAN [IBAN] svp"),
            ("fr1420041010050500013m02606, BE68 5390 0754 7034", "[IBAN], [IBAN]"),
            ("compte GB29-NWBK-6016-1331-9268-19", "compte [IBAN]"),
            ("carte 4970 1000 0000 0055 refusée", "carte [carte] refusée"),
            ("4111-1111-1111-1111 / 5555555555554444", "[carte] / [carte]"),
            ("Amex 3782 822463 10005", "Amex [carte]"),
            ("12 4111 1111 1111 1111 fois", "12 [carte] fois"),
            ("n° 2 55 08 14 168 025 38", "n° [NIR]"),
            ("1850578006084 91 et 185057800608491", "[NIR] et [NIR]"),
            ("1 85 05 78 006 084.", "[NIR]."),
            ("1 85 05 2A 006 084", "[NIR]"),
            ("185052b00608449", "[NIR]"),
        ];
        for (text, masked) in cases {
            assert_eq!(fr(text), masked);
        }
        let counts = redact("a@b.fr, c@d.fr, 0612345678", Lang::Fr).counts;
        assert_eq!(counts, BTreeMap::from([(Identifier::Email, 2), (Identifier::Phone, 1)]));
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
            "facture 123456789, dossier A-2024-000123, code 75008, 3900",
            "10/10, 9,5/10, 24h/24 7j/7, de 8h00 à 18h30",
            "4111 1111 1111 1112 n'est pas une carte, FR14 2004 non plus",
            "FR1420041010050500013M02607",
            "@compte, 50 @ 3, prénom.nom",
            "10:00 00:15 00:30 12345678",
        ];
        for text in texts {
            let kept = redact(text, Lang::Fr);
            assert_eq!(kept.text, text);
            assert!(matches!(kept.text, Cow::Borrowed(_)) && kept.counts.is_empty());
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
