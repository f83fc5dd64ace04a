//! Families in any language: French by its own rules, English by its own, the others by Snowball's stemmers.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::english;
use super::family::family;
use super::language::Language;

/// The key of the family of a [`normal`](super::normal()) form of `language`. Keys of two languages never
/// meet: those of other languages than French begin with a code and a colon, which no form holds.
pub(super) fn family_in(language: Language, normal: &str) -> String {
    let key = match language {
        Language::French => return family(normal),
        // Emoji and figures belong to every language.
        _ if !normal.contains(char::is_alphabetic) => return normal.to_owned(),
        Language::English => english::family(normal),
        _ => stem(language, normal),
    };
    format!("{}:{key}", language.code())
}

/// Snowball's stem, without the marks that hurry or a keyboard drops.
fn stem(language: Language, normal: &str) -> String {
    let words_only = normal.chars().all(|c| c.is_alphabetic() || is_combining_mark(c));
    let Some(stemmer) = language.stemmer().filter(|_| words_only) else { return normal.to_owned() };
    match language {
        // Their marks are no letters of their own: atención, você, più, über, één, și.
        Language::Dutch
        | Language::German
        | Language::Italian
        | Language::Portuguese
        | Language::Romanian
        | Language::Spanish
        | Language::Greek => unmarked(&stemmer.stem(normal)),
        // Lower case of İ is i and a dot; that of I should be ı.
        Language::Turkish => stemmer.stem(&normal.replace('\u{307}', "")).replace('ı', "i"),
        _ => stemmer.stem(normal).into_owned(),
    }
}

fn unmarked(stem: &str) -> String {
    stem.nfd().filter(|c| !is_combining_mark(*c)).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn together(code: &str, forms: &str) {
        let language = Language::from_code(code).unwrap();
        let keys: Vec<_> = forms.split(' ').map(|form| (family_in(language, form), form)).collect();
        assert!(keys.iter().all(|(key, _)| *key == keys[0].0), "{code}: {keys:?}");
    }

    #[test]
    fn inflected_forms_meet_in_each_language() {
        for (code, forms) in [
            ("fr", "délai délais"),
            ("en", "delay delays"),
            ("da", "pakke pakken pakker"),
            ("nl", "klant klanten"),
            ("fi", "lasku laskun laskut"),
            ("de", "lieferung lieferungen"),
            ("de", "vertrag verträge"),
            ("hu", "csomag csomagok"),
            ("it", "prezzo prezzi"),
            ("no", "pakke pakken pakker"),
            ("pt", "entrega entregas"),
            ("ro", "pachet pachete pachetul"),
            ("ru", "цена цены цену"),
            ("es", "atención atencion"),
            ("es", "factura facturas"),
            ("sv", "kund kunder kunden"),
            ("tr", "fiyat fiyatlar"),
            ("el", "τιμή τιμές"),
        ] {
            together(code, forms);
        }
    }

    #[test]
    fn families_of_two_languages_never_meet() {
        let mut keys: Vec<_> = Language::all().map(|language| family_in(language, "service")).collect();
        keys.sort();
        keys.dedup();
        assert_eq!(keys.len(), Language::COUNT);
        assert_eq!(family_in(Language::French, "délais"), family("délais"));
        assert_eq!(family_in(Language::Other, "usługa"), "other:usługa");
    }

    proptest! {
        #[test]
        fn no_form_stops_a_stemmer(normal in "(\\PC|[a-zàéèçñöüßıåøæœșțčλέσςдйёசேமை\u{bcd}\u{307}كةأل]){0,20}") {
            for language in Language::all() {
                let key = family_in(language, &normal.to_lowercase());
                prop_assert!(language == Language::French
                    || !normal.contains(char::is_alphabetic)
                    || key.starts_with(language.code()));
            }
        }
    }
}
