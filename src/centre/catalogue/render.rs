//! Explanations as plain text for a terminal, and as Markdown.

use super::explain::{Explanation, better_text, unit_title};
use super::find::Lookup;
use crate::lang::Lang;

/// Columns of the plain text.
const WIDTH: usize = 72;

/// A line under a title: a text, or what a name stands for.
struct Line {
    name: Option<String>,
    /// Whether the name is typed as it stands (of a variant), and not a word.
    code: bool,
    text: String,
}

impl Line {
    fn of(text: &str) -> Self {
        Self { name: None, code: false, text: text.to_owned() }
    }

    fn words(&self, lang: Lang, markdown: bool) -> String {
        let colon = lang.pick("\u{a0}:", ":");
        match &self.name {
            None => self.text.clone(),
            Some(name) if markdown && self.code => format!("`{name}`{colon} {}", self.text),
            Some(name) => format!("{name}{colon} {}", self.text),
        }
    }
}

impl Explanation {
    /// The explanation in lines of at most 72 columns, ended by a line feed.
    #[must_use]
    pub fn plain(&self, lang: Lang) -> String {
        let mut out = String::new();
        wrap(&mut out, [""; 2], &self.title());
        wrap(&mut out, [""; 2], self.id.id());
        wrap(&mut out, [""; 2], &self.kind(lang));
        out.push('\n');
        wrap(&mut out, [""; 2], &self.definition);
        for (title, lines) in self.sections(lang) {
            out.push('\n');
            wrap(&mut out, [""; 2], title);
            for line in lines {
                let hanging = if line.name.is_some() { "    " } else { "  " };
                wrap(&mut out, ["  ", hanging], &line.words(lang, false));
            }
        }
        out
    }

    /// The explanation as a section of Markdown, headed at level 2.
    #[must_use]
    pub fn markdown(&self, lang: Lang) -> String {
        let mut out = format!(
            "## {}\n\n`{}` · {}\n\n{}\n",
            self.title(),
            self.id.id(),
            self.kind(lang),
            self.definition
        );
        for (title, lines) in self.sections(lang) {
            out.push_str("\n**");
            out.push_str(title);
            out.push_str("**\n\n");
            let bullet = if lines.len() > 1 { "- " } else { "" };
            for line in lines {
                out.push_str(bullet);
                out.push_str(&line.words(lang, true));
                out.push('\n');
            }
        }
        out
    }

    fn title(&self) -> String {
        match &self.short {
            Some(short) => format!("{} ({short})", self.name),
            None => self.name.clone(),
        }
    }

    fn kind(&self, lang: Lang) -> String {
        let unit = unit_title(self.unit, lang);
        format!("{} · {unit} · {}", self.group.title(lang), better_text(self.better, lang))
    }

    fn sections(&self, lang: Lang) -> Vec<(&'static str, Vec<Line>)> {
        let variants = self.variants.iter().map(|variant| Line {
            name: Some(variant.name.clone()),
            code: true,
            text: variant.formula.clone(),
        });
        let needs = self.needs.iter().map(|need| Line {
            name: Some(need.title.clone()),
            code: false,
            text: need.columns.join(", "),
        });
        let benchmark = self.benchmark.iter().map(|benchmark| Line {
            name: Some(benchmark.text.clone()),
            code: false,
            text: benchmark.source.clone(),
        });
        let mut sections = vec![
            (pick!(lang, centre::formula), vec![Line::of(&self.formula)]),
            (pick!(lang, centre::variants), variants.collect()),
            (pick!(lang, centre::example), vec![Line::of(&self.example)]),
            (pick!(lang, centre::caution), vec![Line::of(&self.caution)]),
            (pick!(lang, centre::benchmark), benchmark.collect()),
            (pick!(lang, centre::data_needed), needs.collect()),
            (pick!(lang, centre::other_names), vec![Line::of(&self.aliases.join(", "))]),
        ];
        sections.retain(|(_, lines)| !lines.is_empty());
        sections
    }
}

impl Lookup {
    /// All explanations as plain text, what makes them several first; empty where nothing is found.
    #[must_use]
    pub fn plain(&self, lang: Lang) -> String {
        let why = self.why.iter().map(|why| {
            let mut text = String::new();
            wrap(&mut text, [""; 2], why);
            text
        });
        let parts: Vec<_> =
            why.chain(self.explanations.iter().map(|explained| explained.plain(lang))).collect();
        parts.join(&format!("\n{}\n\n", "─".repeat(WIDTH)))
    }

    /// The same in Markdown.
    #[must_use]
    pub fn markdown(&self, lang: Lang) -> String {
        let why = self.why.iter().map(|why| format!("{why}\n"));
        let parts: Vec<_> =
            why.chain(self.explanations.iter().map(|explained| explained.markdown(lang))).collect();
        parts.join("\n")
    }
}

/// Adds `text` in lines broken at plain spaces only, the first after one indent, the next ones after the other.
fn wrap(out: &mut String, [indent, hanging]: [&str; 2], text: &str) {
    out.push_str(indent);
    let mut width = indent.len();
    let mut first = true;
    for word in text.split(' ') {
        let length = word.chars().count();
        if !first && width + 1 + length > WIDTH {
            out.push('\n');
            out.push_str(hanging);
            width = hanging.len();
        } else if !first {
            out.push(' ');
            width += 1;
        }
        out.push_str(word);
        width += length;
        first = false;
    }
    out.push('\n');
}

#[cfg(test)]
mod tests {
    use super::super::{explain, look_up};
    use super::*;
    use crate::centre::indicator::Indicator;

    #[test]
    fn the_whole_catalogue_fits_the_terminal_in_both_languages() {
        for lang in [Lang::Fr, Lang::En] {
            for indicator in Indicator::ALL.iter().copied() {
                let text = explain(indicator, lang).plain(lang);
                for line in text.lines() {
                    assert!(line.chars().count() <= WIDTH, "{line}");
                    assert_eq!(line.trim_end_matches(' '), line);
                }
                assert!(text.ends_with('\n') && !text.ends_with("\n\n"));
            }
        }
    }

    #[test]
    fn french_never_breaks_before_its_punctuation() {
        for indicator in Indicator::ALL.iter().copied() {
            let explained = explain(indicator, Lang::Fr);
            for text in [explained.plain(Lang::Fr), explained.markdown(Lang::Fr)] {
                for mark in [':', ';', '?', '!', '%', '»'] {
                    assert!(
                        !text.contains(&format!(" {mark}")) && !text.contains(&format!("\n{mark}")),
                        "{text}"
                    );
                }
                assert!(!text.contains('\'') && !text.contains("« "), "{text}");
            }
        }
    }

    #[test]
    fn an_explanation_shows_its_parts() {
        let explained = explain(Indicator::AverageAfterCallWork, Lang::En);
        let text = explained.plain(Lang::En);
        let expected = "Average after-call work (ACW)\naverage_after_call_work\nProductivity · seconds · lower is better\n\n";
        assert!(text.starts_with(expected), "{text}");
        assert!(text.contains("\nFormula\n  after-call work ÷ handled calls\n\nExample\n"), "{text}");
        let markdown = explain(Indicator::AverageTalkTime, Lang::Fr).markdown(Lang::Fr);
        assert!(
            markdown.starts_with("## Durée moyenne de communication (DMC)\n\n`average_talk_time` · "),
            "{markdown}"
        );
        let variants =
            "\n**Variantes**\n\n`talk`\u{a0}: conversation ÷ appels traités, sans la mise en garde\n";
        assert!(markdown.contains(variants), "{markdown}");
    }

    #[test]
    fn a_contested_name_is_answered_with_every_meaning() {
        let text = look_up("MEA", Lang::Fr).plain(Lang::Fr);
        let parts: Vec<_> = text.split('─').filter(|part| !part.is_empty()).collect();
        assert_eq!(parts.len(), 3);
        assert!(parts[0].contains("mise en") && parts[1].contains("predictive_connect_delay"));
        assert!(parts[2].contains("average_talk_time"));
        assert_eq!(look_up("météo", Lang::Fr).plain(Lang::Fr), "");
    }
}
