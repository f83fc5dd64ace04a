//! What barometre says, one folder a language: `fr` and `en` hold the same keys, a file an area. [`pick!`] and [`say!`] take a
//! key and what fills it; a key that one language lacks, or fills otherwise, does not compile, and one that nothing says is
//! found as dead code.

use crate::lang::Lang;

/// The words of one language: `key = "text";`, `key(part, …) = "text with {part}";`, and nouns with their plural,
/// `key = ("réponse", "réponses");`.
macro_rules! texts {
    ($($key:ident $(($($part:ident),+))? = $text:tt;)*) => {
        $(texts!(@ $key $(($($part),+))? = $text);)*

        /// Every key with the names of its parts and its text as it is written.
        #[cfg(test)]
        pub const TEXTS: &[$crate::words::Entry] =
            &[$((stringify!($key), &[$($(stringify!($part)),+)?], stringify!($text))),*];
    };
    (@ $key:ident = ($one:literal, $many:literal)) => {
        pub const fn $key() -> (&'static str, &'static str) {
            ($one, $many)
        }
    };
    (@ $key:ident = $text:literal) => {
        pub const fn $key() -> &'static str {
            $text
        }
    };
    (@ $key:ident($($part:ident),+) = $text:literal) => {
        #[allow(unused_variables, reason = "a language may say it otherwise")]
        #[allow(clippy::too_many_arguments, reason = "a sentence has as many parts as it says")]
        pub fn $key($($part: &dyn std::fmt::Display),+) -> String {
            format!($text)
        }
    };
}

/// The areas of one language.
macro_rules! areas {
    ($($area:ident)*) => {
        $(pub mod $area;)*

        /// Every area with its texts.
        #[cfg(test)]
        pub const AREAS: &[(&str, &[$crate::words::Entry])] = &[$((stringify!($area), $area::TEXTS)),*];
    };
}

/// A text in the language of a report, as it is written.
macro_rules! pick {
    ($to:expr, $area:ident::$key:ident $(($($part:expr),+ $(,)?))?) => {
        match $crate::words::Speaks::speaks(&$to) {
            $crate::lang::Lang::Fr => $crate::words::fr::$area::$key($($(&$part),+)?),
            $crate::lang::Lang::En => $crate::words::en::$area::$key($($(&$part),+)?),
        }
    };
}

/// The same as a sentence: French gets the no-break spaces that it wants before `: ; ! ? %` and inside guillemets.
macro_rules! say {
    ($to:expr, $area:ident::$key:ident $(($($part:expr),+ $(,)?))?) => {
        match $crate::words::Speaks::speaks(&$to) {
            $crate::lang::Lang::Fr => {
                $crate::lang::Lang::Fr.typeset(String::from($crate::words::fr::$area::$key($($(&$part),+)?)))
            }
            $crate::lang::Lang::En => String::from($crate::words::en::$area::$key($($(&$part),+)?)),
        }
    };
}

/// A count with its noun, in the number that the language wants: `1 réponse`, `2 310 answers`.
macro_rules! counted {
    ($to:expr, $count:expr, $area:ident::$key:ident) => {
        $to.pick_counted($count, $crate::words::fr::$area::$key(), $crate::words::en::$area::$key())
    };
}

/// A text in both languages, for tables in the code that hold texts: `text!(area::key)`.
macro_rules! text {
    ($area:ident::$key:ident) => {
        $crate::words::Text { fr: $crate::words::fr::$area::$key(), en: $crate::words::en::$area::$key() }
    };
}

pub mod en;
pub mod fr;

/// A text that needs no parts, in both languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Text {
    /// In French.
    pub fr: &'static str,
    /// In English.
    pub en: &'static str,
}

impl Text {
    /// It in one language, as it is written.
    pub const fn said(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Fr => self.fr,
            Lang::En => self.en,
        }
    }
}

/// What knows the language that it is to speak.
pub trait Speaks {
    /// That language.
    fn speaks(&self) -> Lang;
}

impl Speaks for Lang {
    fn speaks(&self) -> Lang {
        *self
    }
}

impl<T: Speaks + ?Sized> Speaks for &T {
    fn speaks(&self) -> Lang {
        (**self).speaks()
    }
}

/// A key, the names of its parts, and its text as it is written.
#[cfg(test)]
type Entry = (&'static str, &'static [&'static str], &'static str);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_have_the_same_keys_and_parts() {
        let keys = |areas: &'static [(&'static str, &'static [Entry])]| {
            areas.iter().flat_map(|(area, texts)| texts.iter().map(move |t| (*area, t.0, t.1)))
        };
        assert!(keys(fr::AREAS).eq(keys(en::AREAS)));
        assert!(keys(fr::AREAS).count() > 1_500);
    }

    #[test]
    fn a_part_is_said_in_one_language_at_least() {
        for ((area, french), (_, english)) in fr::AREAS.iter().zip(en::AREAS) {
            for ((key, parts, said), (.., translated)) in french.iter().zip(*english) {
                for part in *parts {
                    let holds = |text: &str| {
                        [format!("{{{part}}}"), format!("{{{part}:")].iter().any(|p| text.contains(p))
                    };
                    assert!(holds(said) || holds(translated), "{area}::{key}: {part}");
                }
            }
        }
    }

    #[test]
    fn texts_are_typeset() {
        for (lang, areas) in [(Lang::Fr, fr::AREAS), (Lang::En, en::AREAS)] {
            for (key, _, text) in areas.iter().flat_map(|(_, texts)| *texts) {
                let chars: Vec<char> = text.chars().collect();
                let straight =
                    chars.windows(3).any(|w| w[0].is_alphabetic() && w[1] == '\'' && w[2].is_alphabetic());
                assert!(!straight && !text.contains("..."), "{lang:?} {key}: {text}");
            }
        }
    }
}
