//! Codebooks (plans de codage): themes, their hierarchy and the rules that find them, as TOML.
//!
//! ```toml
//! label = { fr = "Expérience client", en = "Customer experience" }
//!
//! [[theme]]
//! id = "delai"
//! label = { fr = "Délais", en = "Time" }
//! description = { fr = "Combien de temps cela prend.", en = "How long it takes." }
//! rules = ["délai ou retard", "- trop long", "temps d'attente"]
//!
//! [[theme]]
//! id = "attente_telephone"
//! label = "Attente au téléphone"
//! parent = "delai"                # found wherever its sub-themes are
//! rules_fr = ["attente et téléphone"]   # in French verbatims only; rules_en in English ones
//!
//! [[theme]]
//! id = "satisfaction"
//! label = "Satisfaction générale"
//! general = true                  # a catch-all: left out of the coverage
//! rules = ["satisfait", "content"]
//! ```

use std::fmt;
use std::ops::Range;

use rustc_hash::FxHashMap;
use serde::de::{MapAccess, Visitor, value::MapAccessDeserializer};
use serde::{Deserialize, Deserializer};
use toml::Spanned;

use super::error::{CodebookError, Flaw};
use super::parse::{Atoms, parse};
use super::rule::{Atom, Node, Rule};
use crate::Lang;
use crate::read::InputFile;
use crate::text::Language;

/// A text in both languages; a codebook may write it in one for both. French under `fr` is typeset: “l'état : bon” gets
/// its apostrophe and its no-break space.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Label {
    /// French.
    pub fr: String,
    /// English.
    pub en: String,
}

impl Label {
    /// In one language.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &str {
        lang.pick(&self.fr, &self.en)
    }
}

/// A theme of a codebook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theme {
    /// What names it in files: small letters, digits, `_`.
    pub id: String,
    /// What names it in reports.
    pub label: Label,
    /// What it takes in; may be empty.
    pub description: Label,
    /// The theme that it belongs to, by number: always mentioned with it.
    pub parent: Option<usize>,
    /// Whether it is a catch-all, “satisfaction générale”, left out of the coverage; as is its parent's.
    pub general: bool,
}

/// Themes and the rules that find them. Themes and rules are known by number, from 0 in the order of the file.
#[derive(Debug, Clone)]
pub struct Codebook {
    /// What names it in reports.
    pub label: Label,
    /// What it is for; may be empty.
    pub description: Label,
    /// The user's file; none for one of the program.
    pub file: Option<InputFile>,
    /// Its themes.
    pub themes: Vec<Theme>,
    /// Their rules.
    pub rules: Vec<Rule>,
    pub(super) atoms: Vec<Atom>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    label: Words,
    #[serde(default)]
    description: Words,
    #[serde(default)]
    theme: Vec<Section>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Section {
    id: Spanned<String>,
    #[serde(default)]
    label: Words,
    #[serde(default)]
    description: Words,
    parent: Option<Spanned<String>>,
    #[serde(default)]
    general: bool,
    #[serde(default)]
    rules: Vec<Spanned<String>>,
    #[serde(default)]
    rules_fr: Vec<Spanned<String>>,
    #[serde(default)]
    rules_en: Vec<Spanned<String>>,
}

/// A label as a file writes it: a text, or a table of two.
#[derive(Debug, Clone, Default)]
pub(crate) struct Words(pub(crate) Label);

impl Words {
    /// The label, the id where there is none.
    pub(crate) fn or_id(self, id: &str) -> Label {
        if self.0 == Label::default() { Label { fr: id.to_owned(), en: id.to_owned() } } else { self.0 }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TwoTexts {
    fr: Option<String>,
    en: Option<String>,
}

impl<'de> Deserialize<'de> for Words {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct TextOrTwo;
        impl<'de> Visitor<'de> for TextOrTwo {
            type Value = Words;

            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("a text, or { fr = \"…\", en = \"…\" }")
            }

            fn visit_str<E>(self, text: &str) -> Result<Words, E> {
                Ok(Words(Label { fr: text.to_owned(), en: text.to_owned() }))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Words, A::Error> {
                let TwoTexts { fr, en } = TwoTexts::deserialize(MapAccessDeserializer::new(map))?;
                let fr = fr.map(|text| Lang::Fr.typeset(text.replace('\'', "’")));
                let one = fr.clone().or_else(|| en.clone()).unwrap_or_default();
                Ok(Words(Label { fr: fr.unwrap_or_else(|| one.clone()), en: en.unwrap_or(one) }))
            }
        }
        deserializer.deserialize_any(TextOrTwo)
    }
}

impl Codebook {
    /// Reads the text of a codebook, named `file` in errors.
    ///
    /// # Errors
    /// It cannot be understood, with line, column and what to write instead.
    ///
    /// ```
    /// use barometre::{Lang, theme::Codebook};
    /// let toml = "[[theme]]\nid = \"prix\"\nrules = [\"prix près(4) élevé\"]";
    /// assert_eq!(Codebook::parse(toml, "mien.toml").unwrap().themes[0].id, "prix");
    ///
    /// let toml = "[[theme]]\nid = \"prix\"\nrules = [\"prix près élevé\"]";
    /// let error = Codebook::parse(toml, "mien.toml").unwrap_err().message(Lang::En);
    /// assert!(error.starts_with("mien.toml, line 3, character 21: found “élevé” after near"), "{error}");
    /// ```
    pub fn parse(text: &str, file: &str) -> Result<Self, CodebookError> {
        let at = |byte: usize, flaw| located(text, file, byte, flaw);
        let content: File = toml::from_str(text).map_err(|error| refused(text, file, &error))?;
        if content.theme.is_empty() {
            return Err(at(text.len(), Flaw::Empty));
        }
        let numbers = ids(&content.theme).map_err(|(byte, flaw)| at(byte, flaw))?;
        let mut themes = Vec::new();
        for section in &content.theme {
            let parent = match &section.parent {
                None => None,
                Some(parent) => Some(*numbers.get(parent.get_ref().as_str()).ok_or_else(|| {
                    let known = content.theme.iter().map(|section| section.id.get_ref().clone()).collect();
                    let flaw = Flaw::UnknownParent { parent: parent.get_ref().clone(), known };
                    at(parent.span().start, flaw)
                })?),
            };
            let id = section.id.get_ref().clone();
            let label = section.label.clone().or_id(&id);
            let description = section.description.0.clone();
            themes.push(Theme { id, label, description, parent, general: section.general });
        }
        let written = content.theme.iter();
        let written: Vec<_> = written.map(|s| [&s.rules[..], &s.rules_fr, &s.rules_en]).collect();
        let mut book = Self::of(text, themes, &written).map_err(|(byte, flaw)| at(byte, flaw))?;
        check(&book.themes, &book.rules)
            .map_err(|(number, flaw)| at(content.theme[number].id.span().start, flaw))?;
        for number in 0..book.themes.len() {
            let under = ancestors(&book.themes, number).any(|above| book.themes[above].general);
            book.themes[number].general |= under;
        }
        Ok(Self { label: content.label.0, description: content.description.0, ..book })
    }

    /// Themes and, for each, its rules as a file of `text` writes them: for all languages, French, English.
    ///
    /// # Errors
    /// A rule that cannot be understood, and at which byte of `text`.
    pub(crate) fn of(
        text: &str,
        themes: Vec<Theme>,
        written: &[[&[Spanned<String>]; 3]],
    ) -> Result<Self, (usize, Flaw)> {
        let (mut rules, mut atoms) = (Vec::new(), Atoms::new());
        let languages = [None, Some(Language::French), Some(Language::English)];
        for (theme, lists) in written.iter().enumerate() {
            for (language, written) in languages
                .into_iter()
                .zip(lists)
                .flat_map(|(language, list)| list.iter().map(move |w| (language, w)))
            {
                let rule = written.get_ref();
                let (pole, node) = parse(rule, &mut atoms)
                    .map_err(|(offset, flaw)| (place(text, rule, written.span(), offset), flaw))?;
                let line = line_column(text, written.span().start).0;
                rules.push(Rule {
                    text: rule.clone(),
                    theme,
                    line,
                    language,
                    pole,
                    minds_denial: false,
                    node,
                });
            }
        }
        let mut listed: Vec<_> = atoms.into_iter().collect();
        listed.sort_unstable_by_key(|(_, id)| *id);
        let atoms: Vec<_> = listed.into_iter().map(|(atom, _)| atom).collect();
        for rule in &mut rules {
            rule.minds_denial = rule.node.minds_denial(&atoms);
        }
        let (label, description) = (Label::default(), Label::default());
        Ok(Self { label, description, file: None, themes, rules, atoms })
    }

    /// The number of a theme, by its id.
    #[must_use]
    pub fn theme(&self, id: &str) -> Option<usize> {
        self.themes.iter().position(|theme| theme.id == id)
    }

    /// Whether one of two themes belongs to the other.
    #[must_use]
    pub fn related(&self, a: usize, b: usize) -> bool {
        self.lineage(a).any(|above| above == b) || self.lineage(b).any(|above| above == a)
    }

    /// A theme and those that it belongs to, from the lowest to the highest.
    pub fn lineage(&self, theme: usize) -> impl Iterator<Item = usize> {
        std::iter::once(theme).chain(ancestors(&self.themes, theme))
    }

    /// Whether some rule has a regular expression, which is tried on each verbatim and costs accordingly.
    #[must_use]
    pub fn has_patterns(&self) -> bool {
        let mut has = false;
        self.rules
            .iter()
            .for_each(|rule| rule.node.each(&mut |node| has |= matches!(node, Node::Pattern(_))));
        has
    }
}

/// The themes above one.
fn ancestors(themes: &[Theme], theme: usize) -> impl Iterator<Item = usize> {
    std::iter::successors(themes[theme].parent, |above| themes[*above].parent)
}

/// The number of each id.
fn ids(sections: &[Section]) -> Result<FxHashMap<&str, usize>, (usize, Flaw)> {
    let mut numbers = FxHashMap::default();
    for (number, section) in sections.iter().enumerate() {
        let id = section.id.get_ref();
        let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
        if id.is_empty() || !id.chars().all(fits) {
            return Err((section.id.span().start, Flaw::Id(id.clone())));
        }
        if numbers.insert(id.as_str(), number).is_some() {
            return Err((section.id.span().start, Flaw::RepeatedId(id.clone())));
        }
    }
    Ok(numbers)
}

/// Checks that each theme can be mentioned, and that none is above itself.
fn check(themes: &[Theme], rules: &[Rule]) -> Result<(), (usize, Flaw)> {
    let mut ruled = vec![false; themes.len()];
    for (number, theme) in themes.iter().enumerate() {
        if ancestors(themes, number).take(themes.len()).any(|above| above == number) {
            return Err((number, Flaw::Circle(theme.id.clone())));
        }
    }
    for rule in rules {
        ruled[rule.theme] = true;
        ancestors(themes, rule.theme).for_each(|above| ruled[above] = true);
    }
    match ruled.iter().position(|ruled| !ruled) {
        Some(number) => Err((number, Flaw::NoRule(themes[number].id.clone()))),
        None => Ok(()),
    }
}

fn refused(text: &str, file: &str, error: &toml::de::Error) -> CodebookError {
    let message = error.message().trim_end();
    let byte = error.span().map_or(text.len(), |span| span.start);
    let mut quoted = message.split('`').skip(1).step_by(2).map(str::to_owned);
    let flaw = match message.starts_with("unknown field").then(|| quoted.next()).flatten() {
        Some(key) => Flaw::UnknownKey { key, accepted: quoted.collect() },
        None => Flaw::Toml(message.to_owned()),
    };
    located(text, file, byte, flaw)
}

fn located(text: &str, file: &str, byte: usize, flaw: Flaw) -> CodebookError {
    let (line, column) = line_column(text, byte);
    CodebookError { file: file.to_owned(), line, column, flaw }
}

/// Line and character of a byte, from 1.
pub(crate) fn line_column(text: &str, byte: usize) -> (usize, usize) {
    let before = &text[..text.floor_char_boundary(byte)];
    let line = before.matches('\n').count() + 1;
    (line, before.rsplit('\n').next().unwrap_or_default().chars().count() + 1)
}

/// The byte of `text` at `offset` of a string that stands at `span`; its first one where it has escapes.
fn place(text: &str, value: &str, span: Range<usize>, offset: usize) -> usize {
    let quotes =
        if text[span.clone()].starts_with("\"\"\"") || text[span.clone()].starts_with("'''") { 3 } else { 1 };
    let inside = span.start + quotes;
    if text[inside..].starts_with(value) { inside + offset } else { span.start }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_is_said_with_line_and_column() {
        let theme = |more: &str| format!("[[theme]]\nid = \"prix\"\n{more}");
        for (toml, line, column, fr, en) in [
            (String::new(), 1, 1, "aucun thème", "no theme"),
            (theme("rules = [\"prix\""), 3, 16, "ce fichier n’est pas un plan", "this file is no codebook"),
            (theme("rule = [\"prix\"]"), 3, 1, "clé inconnue «\u{a0}rule\u{a0}»", "unknown key “rule”"),
            (theme("rules = [\"\"]"), 3, 11, "règle vide", "empty rule"),
            (
                theme("rules = ['prix', 'le \"prix']"),
                3,
                22,
                "«\u{a0}\"\u{a0}» ouvert ici",
                "“\"” opened here",
            ),
            (
                theme("rules = [\"\"\"\nprix près élevé\"\"\"]"),
                3,
                10,
                "«\u{a0}élevé\u{a0}» trouvé",
                "found “élevé”",
            ),
            (
                theme("rules = [\"a\\tb ou\"]"),
                3,
                10,
                "la fin de la règle trouvé",
                "found the end of the rule",
            ),
            (
                theme("parent = \"cout\"\nrules = [\"prix\"]"),
                3,
                10,
                "parent «\u{a0}cout\u{a0}» inconnu",
                "parent “cout”",
            ),
            (
                theme("parent = \"prix\"\nrules = [\"prix\"]"),
                2,
                6,
                "le thème «\u{a0}prix\u{a0}» est son",
                "theme “prix”",
            ),
            (theme("general = true"), 2, 6, "le thème «\u{a0}prix\u{a0}» n’a ni", "theme “prix” has no"),
            (theme("label = { de = \"Preis\" }"), 3, 11, "clé inconnue «\u{a0}de\u{a0}»", "unknown key “de”"),
            (theme("general = \"oui\""), 3, 11, "ce fichier", "this file"),
            (
                "[[theme]]\nid = \"Prix\"".to_owned(),
                2,
                6,
                "id «\u{a0}Prix\u{a0}» refusé",
                "id “Prix” refused",
            ),
            (
                theme("[[theme]]\nid = \"prix\"").clone(),
                4,
                6,
                "id «\u{a0}prix\u{a0}» déjà",
                "id “prix” is that",
            ),
        ] {
            let error = Codebook::parse(&toml, "mien.toml").unwrap_err();
            let begins = format!("mien.toml, ligne {line}, caractère {column}\u{a0}: {fr}");
            assert!(
                error.message(Lang::Fr).starts_with(&begins),
                "{toml}\n{}\n{begins}",
                error.message(Lang::Fr)
            );
            let begins = format!("mien.toml, line {line}, character {column}: {en}");
            assert!(
                error.message(Lang::En).starts_with(&begins),
                "{toml}\n{}\n{begins}",
                error.message(Lang::En)
            );
        }
    }

    #[test]
    fn a_label_in_one_language_stands_for_both() {
        let toml = "label = \"Mon plan\"\n[[theme]]\nid = \"a\"\nlabel = { en = \"Price\" }\nrules = [\"prix\"]\n\
                    [[theme]]\nid = \"b\"\nparent = \"a\"\nrules = [\"tarif\"]";
        let book = Codebook::parse(toml, "x").unwrap();
        assert_eq!(book.label.get(Lang::En), "Mon plan");
        assert_eq!(book.themes[0].label.get(Lang::Fr), "Price");
        assert_eq!(book.themes[1].label.get(Lang::Fr), "b");
        assert_eq!(book.lineage(1).collect::<Vec<_>>(), [1, 0]);
    }

    #[test]
    fn what_belongs_to_a_catch_all_is_one() {
        let toml = "[[theme]]\nid = \"a\"\ngeneral = true\nrules = [\"x1\"]\n[[theme]]\nid = \"b\"\nparent = \"a\"\n\
                    rules = [\"x2\"]\n[[theme]]\nid = \"c\"\nparent = \"b\"\nrules = [\"x3\"]";
        let book = Codebook::parse(toml, "x").unwrap();
        assert!(book.themes.iter().all(|theme| theme.general));
    }
}
