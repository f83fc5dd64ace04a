//! What things are called in a report: scores, groups of answers, questions, segments.

use std::collections::BTreeMap;

use crate::lang::Lang;
use crate::metric::{Estimate, Group, Metric, SegmentValue};
use crate::report::{QuestionSummary, Report};
use crate::study::{Kind, Scale};
use crate::words::Speaks;

/// A column name longer than this is a whole question: cut where it stands inside a sentence.
const LONGEST_NAME: usize = 60;

/// Question, metric, wave and segment of an estimate.
type CellKey<'a> = (&'a str, Metric, Option<&'a str>, Option<&'a [SegmentValue]>);

/// The vocabulary of one report: its language, the names of its questions, and its estimates where
/// a sentence or a table looks them up.
pub(super) struct Words<'a> {
    /// Language of the report.
    pub lang: Lang,
    report: &'a Report,
    metrics: BTreeMap<&'a str, Vec<Metric>>,
    cells: BTreeMap<CellKey<'a>, &'a Estimate>,
}

/// The name of a score, with its article and gender.
pub(super) struct Noun {
    lang: Lang,
    feminine: bool,
    name: &'static str,
    /// The question, where several share the name: ` « Accueil »`.
    about: String,
}

impl Noun {
    fn elided(&self) -> bool {
        self.name.starts_with('e')
    }

    /// With the definite article: `le NPS`, `l’eNPS`, `la note moyenne « Accueil »`.
    pub fn the(&self) -> String {
        let article = match (self.lang, self.elided(), self.feminine) {
            (Lang::En, ..) => "the ",
            (Lang::Fr, true, _) => "l’",
            (Lang::Fr, false, true) => "la ",
            (Lang::Fr, false, false) => "le ",
        };
        format!("{article}{}{}", self.name, self.about)
    }

    /// With the indefinite article and without its question: `un NPS`, `une note moyenne`.
    pub fn a(&self) -> String {
        let article = match (self.lang, self.feminine) {
            (Lang::Fr, true) => "une",
            (Lang::Fr, false) => "un",
            (Lang::En, _) if self.name.starts_with(['N', 'e']) => "an",
            (Lang::En, _) => "a",
        };
        format!("{article} {}", self.name)
    }

    /// As a title or a table's heading, without article: `NPS`, `Note moyenne « Accueil »`.
    pub fn title(&self) -> String {
        format!("{}{}", self.short(), self.about)
    }

    /// Without its question: `Note moyenne`.
    pub fn short(&self) -> String {
        if self.name == "eNPS" { self.name.to_owned() } else { capitalized(self.name) }
    }
}

impl Speaks for Words<'_> {
    fn speaks(&self) -> Lang {
        self.lang
    }
}

impl<'a> Words<'a> {
    /// The words of a report, in its language.
    pub fn new(report: &'a Report) -> Self {
        let mut metrics: BTreeMap<&str, Vec<Metric>> = BTreeMap::new();
        let mut cells = BTreeMap::new();
        for row in &report.metrics {
            let of_question = metrics.entry(&row.question).or_default();
            if !of_question.contains(&row.metric) {
                of_question.push(row.metric);
            }
            let key = (row.question.as_str(), row.metric, row.wave.as_deref(), row.segment.as_deref());
            cells.entry(key).or_insert(row);
        }
        Self { lang: report.study.language, report, metrics, cells }
    }

    /// Whether the study has several waves.
    pub fn in_waves(&self) -> bool {
        self.report.study.waves.len() > 1
    }

    /// One of two texts.
    pub fn pick<T>(&self, fr: T, en: T) -> T {
        self.lang.pick(fr, en)
    }

    /// A question by its id.
    pub fn question(&self, id: &str) -> Option<&'a QuestionSummary> {
        self.report.study.questions.iter().find(|q| q.id == id)
    }

    /// The metrics of a question, in the report's order: the main one first.
    pub fn metrics(&self, question: &str) -> &[Metric] {
        self.metrics.get(question).map_or(&[], Vec::as_slice)
    }

    /// Questions that have a score, the main one first, each with the metric it is judged by.
    pub fn scored(&self) -> Vec<(&'a QuestionSummary, Metric)> {
        let questions = self.report.study.questions.iter();
        questions.filter_map(|q| Some((q, *self.metrics(&q.id).first()?))).collect()
    }

    /// One estimate.
    pub fn cell(
        &self,
        question: &str,
        metric: Metric,
        wave: Option<&str>,
        segment: Option<&[SegmentValue]>,
    ) -> Option<&'a Estimate> {
        self.cells.get(&(question, metric, wave, segment)).copied()
    }

    /// The metric that a question is judged by.
    pub fn main_metric(&self, question: &str) -> Option<Metric> {
        let by_kind = || {
            Some(match self.question(question)?.kind {
                Kind::Nps => Metric::Nps,
                Kind::Enps => Metric::Enps,
                Kind::Csat => Metric::Csat,
                Kind::Ces => Metric::Ces,
                Kind::Rating => Metric::RatingMean,
                Kind::Single | Kind::Multiple | Kind::Open => return None,
            })
        };
        self.metrics(question).first().copied().or_else(by_kind)
    }

    /// A question as it stands in a sentence: its column between quotation marks, cut when long.
    pub fn column(&self, question: &str) -> String {
        let column = self.question(question).map_or(question, QuestionSummary::title);
        self.lang.quote(&cut(column, LONGEST_NAME))
    }

    /// Where a word was written, when several questions have free text: ` dans « opinion »`.
    pub fn within(&self, question: &str) -> String {
        if self.report.study.questions.iter().filter(|q| q.kind == Kind::Open).count() < 2 {
            return String::new();
        }
        format!("{}{}", pick!(self, scores::in_word), self.column(question))
    }

    /// The name of a score. A rating says of what; the others only when two questions share a kind.
    pub fn noun(&self, question: &str, metric: Metric) -> Noun {
        let (feminine, name) = match metric {
            Metric::Nps => (false, "NPS"),
            Metric::Enps => (false, "eNPS"),
            Metric::Csat => (false, pick!(self, metrics::satisfaction_rate)),
            Metric::CsatMean => (true, pick!(self, metrics::mean_satisfaction)),
            Metric::Ces => (false, pick!(self, metrics::customer_effort_score)),
            Metric::CesEasy => (true, pick!(self, metrics::share_of_easy_answers)),
            Metric::RatingMean => (true, pick!(self, metrics::mean_rating)),
            Metric::RatingTop2 => (true, pick!(self, metrics::share_of_the_two_best_ratings)),
        };
        let kind = self.question(question).map(|q| q.kind);
        let alike = self.report.study.questions.iter().filter(|q| Some(q.kind) == kind).count();
        let ambiguous = kind == Some(Kind::Rating) || alike > 1;
        let about = if ambiguous { format!(" {}", self.column(question)) } else { String::new() };
        Noun { lang: self.lang, feminine, name, about }
    }

    /// The name of a score as a title; where it says its question, the whole of it: questions of a series are alike up to
    /// their ends.
    pub fn name_in_full(&self, question: &QuestionSummary, metric: Metric) -> String {
        let noun = self.noun(&question.id, metric);
        if noun.about.is_empty() {
            noun.title()
        } else {
            format!("{} {}", noun.short(), self.lang.quote(question.title()))
        }
    }

    /// A group of answers as a heading, with the answers in it: `Promoteurs (9–10)`.
    pub fn group_heading(&self, question: &str, group: Group) -> String {
        let name = self.group(question, group);
        match self.range(question, group) {
            Some((low, high)) if low < high => {
                // No line ends inside the range.
                format!("{name} ({}–\u{2060}{})", self.lang.number(low, 0), self.lang.number(high, 0))
            }
            Some((only, _)) => format!("{name} ({})", self.lang.number(only, 0)),
            None => name.to_owned(),
        }
    }

    /// A group of answers as a label.
    pub fn group(&self, question: &str, group: Group) -> &'static str {
        let kind = self.question(question).map(|q| q.kind);
        match (group, kind) {
            (Group::Promoters, _) => pick!(self, metrics::promoters),
            (Group::Passives, _) => pick!(self, metrics::passives),
            (Group::Detractors, _) => pick!(self, metrics::detractors),
            (Group::High, Some(Kind::Csat)) => pick!(self, metrics::satisfied),
            (Group::Middle, Some(Kind::Csat)) => pick!(self, metrics::neutral),
            (Group::Low, Some(Kind::Csat)) => pick!(self, metrics::dissatisfied),
            (Group::High, Some(Kind::Ces)) => pick!(self, metrics::easy),
            (Group::Middle, Some(Kind::Ces)) => pick!(self, metrics::neither),
            (Group::Low, Some(Kind::Ces)) => pick!(self, metrics::difficult),
            (Group::High, _) => pick!(self, metrics::high_ratings),
            (Group::Middle, _) => pick!(self, metrics::middle_ratings),
            (Group::Low, _) => pick!(self, metrics::low_ratings),
        }
    }

    /// The people of a group, as the subject of a sentence: `les détracteurs`.
    pub fn people(&self, question: &str, group: Group) -> &'static str {
        let kind = self.question(question).map(|q| q.kind);
        match (group, kind) {
            (Group::Promoters, _) => pick!(self, metrics::the_promoters),
            (Group::Passives, _) => pick!(self, metrics::the_passives),
            (Group::Detractors, _) => pick!(self, metrics::the_detractors),
            (Group::High, Some(Kind::Csat)) => pick!(self, metrics::the_satisfied),
            (Group::Middle, Some(Kind::Csat)) => pick!(self, metrics::the_neutral),
            (Group::Low, Some(Kind::Csat)) => pick!(self, metrics::the_dissatisfied),
            (Group::High, Some(Kind::Ces)) => pick!(self, metrics::those_who_found_it_easy),
            (Group::Middle, Some(Kind::Ces)) => pick!(self, metrics::those_in_between),
            (Group::Low, Some(Kind::Ces)) => pick!(self, metrics::those_who_found_it_difficult),
            (Group::High, _) => pick!(self, metrics::those_who_gave_the_best_ratings),
            (Group::Middle, _) => pick!(self, metrics::those_who_gave_a_middle_rating),
            (Group::Low, _) => pick!(self, metrics::those_who_gave_the_lowest_ratings),
        }
    }

    /// The opposite group, with which keyness compares.
    pub fn opposite(group: Group) -> Group {
        match group {
            Group::Promoters => Group::Detractors,
            Group::Detractors => Group::Promoters,
            Group::High => Group::Low,
            Group::Low => Group::High,
            Group::Passives | Group::Middle => group,
        }
    }

    /// Lowest and highest whole answer of a group.
    fn range(&self, question: &str, group: Group) -> Option<(f64, f64)> {
        let summary = self.question(question)?;
        let [low, high] = summary.scale?;
        let scale = Scale { low, high };
        let answers = (0..=100).map(|step| low + f64::from(step)).take_while(|answer| *answer <= high);
        let mut inside = answers.filter(|answer| scale.group(summary.kind, *answer) == group);
        let first = inside.next()?;
        Some((first, inside.last().unwrap_or(first)))
    }

    /// The answers of a group as a sentence says them: `9 ou 10`, `0 à 6`.
    pub fn range_text(&self, question: &str, group: Group) -> Option<String> {
        let (low, high) = self.range(question, group)?;
        let gap = high - low;
        let (low, high) = (self.lang.number(low, 0), self.lang.number(high, 0));
        Some(match gap {
            g if g <= 0.0 => low,
            g if g <= 1.0 => format!("{low} {} {high}", pick!(self, scores::or)),
            _ => format!("{low} {} {high}", pick!(self, scores::to)),
        })
    }

    /// A segment at the start of a sentence: `Dans la région Sud`, `Pour « Femme » (sexe)`.
    pub fn place(&self, segment: &[SegmentValue]) -> String {
        let mut parts = segment.iter().map(|s| self.place_of(s));
        let first = parts.next().unwrap_or_else(|| pick!(self, scores::overall).to_owned());
        parts.fold(first, |all, next| format!("{all}, {}", uncapitalized(&next)))
    }

    fn place_of(&self, segment: &SegmentValue) -> String {
        let column = segment.column.trim();
        let (value, key) = (segment.value.trim(), column.to_lowercase());
        let (natural, after) = match (self.lang, key.as_str()) {
            (Lang::Fr, "region" | "région") => ("Dans la région", ""),
            (Lang::Fr, "departement" | "département") => ("Dans le département", ""),
            (Lang::Fr, "agence") => ("Dans l’agence", ""),
            (Lang::Fr, "magasin") => ("Dans le magasin", ""),
            (Lang::Fr, "boutique") => ("Dans la boutique", ""),
            (Lang::Fr, "service") => ("Dans le service", ""),
            (Lang::Fr, "site") => ("Sur le site", ""),
            (Lang::Fr, "canal") => ("Sur le canal", ""),
            (Lang::Fr, "offre") => ("Pour l’offre", ""),
            (Lang::Fr, "produit") => ("Pour le produit", ""),
            (Lang::Fr, "assureur") => ("Pour l’assureur", ""),
            (Lang::En, "region") => ("In the", " region"),
            (Lang::En, "department") => ("In the", " department"),
            (Lang::En, "channel") => ("On the", " channel"),
            _ => ("", ""),
        };
        // `Région Sud` needs no `région` before it, nor `South region` a `region` after it.
        let noun = natural.rsplit([' ', '’']).next().unwrap_or_default();
        let said = value.to_lowercase();
        let twice = if after.is_empty() { said.starts_with(noun) } else { said.ends_with(after.trim()) };
        if natural.is_empty() || twice {
            format!("{} {} ({column})", pick!(self, scores::for_word), self.lang.quote(value))
        } else {
            format!("{natural} {value}{after}")
        }
    }

    /// A segment among others of several columns: `région : Sud`; the whole without segment.
    pub fn segment(&self, segment: Option<&[SegmentValue]>) -> String {
        let Some(segment) = segment.filter(|s| !s.is_empty()) else {
            return pick!(self, scores::total).to_owned();
        };
        let colon = self.pick("\u{a0}: ", ": ");
        let named: Vec<String> = segment.iter().map(|s| format!("{}{colon}{}", s.column, s.value)).collect();
        named.join(" × ")
    }

    /// Why an answer or a row does not count, from its code: `empty`, `code:99`, `word:NSP`.
    pub fn reason(&self, code: &str) -> String {
        if let Some(value) = code.strip_prefix("code:") {
            // An answer in words needs no name of code.
            let numeric = value.replace(',', ".").parse::<f64>().is_ok();
            return if numeric { format!("code {value}") } else { self.lang.quote(value) };
        }
        if let Some(value) = code.strip_prefix("word:") {
            return self.lang.quote(value);
        }
        match code {
            "empty" => pick!(self, scores::no_answer).to_owned(),
            "language" => pick!(self, scores::language_not_recognised).to_owned(),
            "blank" => pick!(self, scores::blank_row).to_owned(),
            "duplicate" => pick!(self, scores::duplicate).to_owned(),
            "filter" => pick!(self, scores::filtered_out).to_owned(),
            "preview" => pick!(self, scores::preview).to_owned(),
            "total" => pick!(self, scores::total_row).to_owned(),
            other => other.to_owned(),
        }
    }

    /// Name of a test.
    pub fn test(&self, name: &str) -> String {
        let said = match name {
            "Wald z" => pick!(self, metrics::wald_z),
            "pooled z" => pick!(self, metrics::pooled_z),
            "design t" => pick!(self, metrics::design_t),
            "Welch t" => pick!(self, metrics::welch_t),
            "pooled z or Welch t" => pick!(self, metrics::pooled_z_or_welch_t),
            other => other,
        };
        said.to_owned()
    }

    /// Kind of question.
    pub fn kind(&self, kind: Kind) -> &'static str {
        match kind {
            Kind::Nps => pick!(self, metrics::recommendation),
            Kind::Enps => pick!(self, metrics::recommendation_by_employees),
            Kind::Csat => "Satisfaction (CSAT)",
            Kind::Ces => "Effort (CES)",
            Kind::Rating => pick!(self, metrics::rating),
            Kind::Single => pick!(self, metrics::choice),
            Kind::Multiple => pick!(self, metrics::several_choices),
            Kind::Open => pick!(self, metrics::free_text),
        }
    }
}

/// First letter in upper case.
pub(super) fn capitalized(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

fn uncapitalized(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}

/// A text on one line, cut at a word with `…` when longer than `longest` characters.
pub(super) fn cut(text: &str, longest: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= longest {
        return line;
    }
    let head: String = line.chars().take(longest).collect();
    let whole_words = head.rsplit_once(' ').map_or(head.as_str(), |(words, _)| words);
    format!("{}…", whole_words.trim_end_matches([',', ';', ':', '.', '\u{a0}']))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    #[test]
    fn names_take_the_article_of_their_gender() {
        let report = sample::full(Lang::Fr);
        let words = Words::new(&report);
        assert_eq!(words.noun("nps", Metric::Nps).the(), "le NPS");
        assert_eq!(words.noun("nps", Metric::Enps).the(), "l’eNPS");
        assert_eq!(words.noun("satisfaction", Metric::CsatMean).a(), "une satisfaction moyenne");
        let rating = words.noun("accueil", Metric::RatingMean);
        assert_eq!(rating.the(), "la note moyenne «\u{a0}Accueil en boutique\u{a0}»");
        assert_eq!(rating.title(), "Note moyenne «\u{a0}Accueil en boutique\u{a0}»");
        let report = sample::full(Lang::En);
        assert_eq!(Words::new(&report).noun("nps", Metric::Nps).a(), "an NPS");
    }

    #[test]
    fn groups_say_their_answers() {
        let report = sample::full(Lang::Fr);
        let words = Words::new(&report);
        assert_eq!(words.group_heading("nps", Group::Detractors), "Détracteurs (0–\u{2060}6)");
        assert_eq!(words.range_text("nps", Group::Promoters).as_deref(), Some("9 ou 10"));
        assert_eq!(words.range_text("satisfaction", Group::Middle).as_deref(), Some("3"));
        assert_eq!(words.range_text("effort", Group::High).as_deref(), Some("5 à 7"));
        assert_eq!(words.range_text("pourquoi", Group::High), None);
    }

    #[test]
    fn segments_and_reasons_read_naturally() {
        let report = sample::full(Lang::Fr);
        let words = Words::new(&report);
        assert_eq!(words.place(&sample::segment("Région", "Sud")), "Dans la région Sud");
        assert_eq!(
            words.place(&sample::segment("region", "Région Sud")),
            "Pour «\u{a0}Région Sud\u{a0}» (region)"
        );
        assert_eq!(words.place(&sample::segment("sexe", "Femme")), "Pour «\u{a0}Femme\u{a0}» (sexe)");
        assert_eq!(
            words.place(&sample::segment("tranche_age", "18-34")),
            "Pour «\u{a0}18-34\u{a0}» (tranche_age)"
        );
        assert_eq!(words.place(&sample::segment("canal", "Téléphone")), "Sur le canal Téléphone");
        assert_eq!(words.reason("code:99"), "code 99");
        assert_eq!(words.reason("code:N/A"), "«\u{a0}N/A\u{a0}»");
        assert_eq!(words.reason("word:NSP"), "«\u{a0}NSP\u{a0}»");
        let report = sample::full(Lang::En);
        let words = Words::new(&report);
        assert_eq!(words.place(&sample::segment("Region", "North")), "In the North region");
        assert_eq!(words.place(&sample::segment("Q12", "yes")), "For “yes” (Q12)");
    }

    #[test]
    fn long_questions_are_cut_at_a_word() {
        let long =
            "Sur une échelle de 0 à 10, recommanderiez-vous notre entreprise à un proche ou à un collègue ?";
        let short = cut(long, LONGEST_NAME);
        assert!(short.ends_with('…') && short.chars().count() <= LONGEST_NAME + 1, "{short}");
        assert_eq!(cut("a\n b", 60), "a b");
    }
}
