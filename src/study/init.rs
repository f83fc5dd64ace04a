//! A study as a commented study.toml, for a person to correct.

use std::fmt::Write;

use super::name::Name;
use super::{
    Design, Grouping, Handling, Invited, Kind, Mode, Population, Profile, Question, Segment, Study, Unused,
    WaveSource, presentation_to_toml,
};
use crate::Lang;
use crate::error::toml_string as string;
use crate::read::FILE;

/// The kinds that a question may have.
const KINDS: &str = "nps, enps, csat, ces, rating, single, multiple, open";

/// Writes `study` as study.toml, with comments in `lang` that say what was found in each column.
#[must_use]
pub fn to_toml(study: &Study, profiles: &[Profile], lang: Lang) -> String {
    let mut out = String::new();
    comment(&mut out, pick!(lang, study::what_barometre_understood_of_your_files));
    comment(&mut out, pick!(lang, study::barometre_report_files_study_study_toml_o));
    comment(&mut out, pick!(lang, study::what_is_deleted_is_inferred_again_from_the));
    out.push_str("\n[study]\n");
    let title = study.title.as_deref().unwrap_or_default();
    let _ = writeln!(out, "{}title = {}", if title.is_empty() { "# " } else { "" }, string(title));
    let language = study.language.unwrap_or(lang).code();
    let _ = writeln!(
        out,
        "{}language = \"{language}\"  # fr, en",
        if study.language.is_none() { "# " } else { "" }
    );
    match &study.wave {
        Some(wave) => {
            let _ = writeln!(out, "wave = {}", write_wave(wave));
        }
        None => out.push_str("wave = \"\"\n"),
    }
    write_mode(&mut out, study.mode.as_ref(), lang);
    write_design(&mut out, study, profiles, lang);
    out.push_str("segments = [\n");
    for segment in &study.segments {
        let said = values(profiles, &segment.column, false, lang);
        let _ = writeln!(out, "    {},  # {said}", write_segment(segment));
    }
    out.push_str("]\n");
    if !study.unused.is_empty() {
        comment(&mut out, pick!(lang, study::columns_not_used));
        for (column, why) in &study.unused {
            comment(&mut out, &format!("  {} ({})", string(column), why.words(lang)));
        }
    }
    write_privacy(&mut out, study, lang);
    if let Some(families) = &study.families {
        let lists: Vec<String> = families.merge.iter().map(|words| strings(words)).collect();
        let _ = writeln!(
            out,
            "\n[families]\nmerge = [{}]\nsplit = {}",
            lists.join(", "),
            strings(&families.split)
        );
    }
    out.push_str(&presentation_to_toml(&study.presentation, lang));
    for question in &study.questions {
        write_question(&mut out, question, lang);
        if question.columns.is_empty() {
            comment(&mut out, &values(profiles, &question.column, question.kind == Kind::Open, lang));
        }
    }
    if study.questions.is_empty() {
        out.push('\n');
        let why = pick!(lang, study::no_question_was_recognised_take_the_off_and);
        for line in [
            why,
            "[[question]]",
            "id = \"csat\"",
            "column = \"…\"",
            &format!("kind = \"csat\"  # {KINDS}"),
            "scale = [1, 5]",
        ] {
            comment(&mut out, line);
        }
    }
    for warning in &study.warnings {
        out.push('\n');
        comment(&mut out, &format!("⚠ {}", warning.message(lang)));
    }
    // Between quotes they are escaped; a comment, which quotes names and cells, may not hold them at all.
    out.replace(|c: char| c.is_ascii_control() && !matches!(c, '\n' | '\t'), " ")
}

fn write_mode(out: &mut String, mode: Option<&Mode>, lang: Lang) {
    if let Some(mode) = mode {
        let _ = writeln!(
            out,
            "mode = {}  # {}",
            string(&mode.column),
            pick!(lang, study::mode_of_collection_scores_are_read_mode_by)
        );
    }
}

fn write_privacy(out: &mut String, study: &Study, lang: Lang) {
    out.push_str("\n[privacy]\n");
    comment(out, pick!(lang, study::a_cell_of_fewer_than_min_group_answers));
    let _ = writeln!(out, "min_group = {}", study.min_group());
    if let Some(least) = study.min_quotes {
        let _ = writeln!(out, "min_quotes = {least}");
    }
    write_handling(out, &study.handling);
}

fn write_handling(out: &mut String, handling: &Handling) {
    if let Some(consent) = &handling.consent {
        let _ = writeln!(out, "consent = {}", string(consent));
    }
    if !handling.contact.is_empty() {
        let _ = writeln!(out, "contact = {}", strings(&handling.contact));
    }
    let Handling { controller, purpose, legal_basis, retention, recipients, .. } = handling;
    let notes = [
        ("controller", controller),
        ("purpose", purpose),
        ("legal_basis", legal_basis),
        ("retention", retention),
        ("recipients", recipients),
    ];
    for (key, note) in notes {
        if let Some(note) = note {
            let _ = writeln!(out, "{key} = {}", string(note));
        }
    }
}

fn write_wave(wave: &WaveSource) -> String {
    let mut parts = vec![if wave.column == FILE {
        "by = \"file\"".to_owned()
    } else {
        format!("column = {}", string(&wave.column))
    }];
    if let Some((period, _)) = wave.period {
        parts.push(format!("period = \"{}\"", period.id()));
    }
    if !wave.names.is_empty() {
        let names: Vec<String> =
            wave.names.iter().map(|(from, to)| format!("{} = {}", string(from), string(to))).collect();
        parts.push(format!("names = {{ {} }}", names.join(", ")));
    }
    if !wave.order.is_empty() {
        parts.push(format!("order = {}", strings(&wave.order)));
    }
    let comment = if wave.period.is_some() { "  # week, month, quarter, year" } else { "" };
    match parts.as_slice() {
        [_] if wave.column != FILE => string(&wave.column),
        parts => format!("{{ {} }}{comment}", parts.join(", ")),
    }
}

/// The keys of the sample; columns that look like weights or strata are offered, not taken.
fn write_design(out: &mut String, study: &Study, profiles: &[Profile], lang: Lang) {
    let mut key = |name: &str, value: Option<&str>, offered: Option<&str>, why: &str| {
        if let Some(column) = value.or(offered) {
            let mark = if value.is_none() { "# " } else { "" };
            let _ = writeln!(out, "{mark}{name} = {}  # {why}", string(column));
        }
    };
    let named = |test: fn(&Name) -> bool| {
        let unused = |p: &&Profile| study.unused.iter().any(|(column, _)| *column == p.column);
        profiles.iter().filter(unused).find(|p| test(&Name::of(p))).map(|p| p.column.as_str())
    };
    let offered = pick!(lang, study::take_the_off_to_declare_it);
    let Design { weight, strata, cluster, population } = &study.design;
    key(
        "respondent",
        study.respondent.as_deref(),
        named(Name::is_respondent),
        pick!(lang, study::the_same_person_from_one_wave_to_another),
    );
    key("weight", weight.as_deref(), named(Name::weighs), offered);
    key("strata", strata.as_deref(), named(Name::designs), offered);
    key("cluster", cluster.as_deref(), None, offered);
    match population {
        Some(Population::Total(total)) => {
            let _ = writeln!(out, "population = {}", number(*total));
        }
        Some(Population::Column(column)) => {
            let _ = writeln!(out, "population = {{ column = {} }}", string(column));
        }
        Some(Population::Strata(counts)) => {
            let counts: Vec<String> =
                counts.iter().map(|(v, n)| format!("{} = {}", string(v), number(*n))).collect();
            let _ = writeln!(out, "population = {{ {} }}", counts.join(", "));
        }
        None => {}
    }
    match &study.invited {
        Some(Invited::Total(total)) => {
            let _ = writeln!(out, "invited = {total}");
        }
        Some(Invited::Waves(waves)) => {
            let waves: Vec<String> =
                waves.iter().map(|(wave, n)| format!("{} = {n}", string(wave))).collect();
            let _ = writeln!(out, "invited = {{ {} }}", waves.join(", "));
        }
        None => {}
    }
    if let Some(filter) = &study.filter {
        let _ = writeln!(out, "where = {}", string(&filter.to_string()));
    }
}

fn write_segment(segment: &Segment) -> String {
    let Grouping { order, merge, bands } = &segment.grouping;
    let column = string(&segment.column);
    let mut parts = vec![format!("column = {column}")];
    if let Some(bands) = bands {
        let bands: Vec<String> = bands.iter().map(|cut| number(*cut)).collect();
        parts.push(format!("bands = [{}]", bands.join(", ")));
    }
    if !order.is_empty() {
        parts.push(format!("order = {}", strings(order)));
    }
    if !merge.is_empty() {
        let merge: Vec<String> =
            merge.iter().map(|(name, values)| format!("{} = {}", string(name), strings(values))).collect();
        parts.push(format!("merge = {{ {} }}", merge.join(", ")));
    }
    if parts.len() == 1 { column } else { format!("{{ {} }}", parts.join(", ")) }
}

/// A number as TOML takes it: an integer of many digits would be too large for it.
fn number(x: f64) -> String {
    if x.abs() < 1e15 { x.to_string() } else { format!("{x:e}") }
}

fn strings(texts: &[String]) -> String {
    format!("[{}]", texts.iter().map(|t| string(t)).collect::<Vec<_>>().join(", "))
}

fn write_question(out: &mut String, question: &Question, lang: Lang) {
    out.push_str("\n[[question]]\n");
    if let Some(text) = &question.text {
        comment(out, text);
    }
    let _ = writeln!(out, "id = {}", string(&question.id));
    if question.columns.is_empty() {
        let _ = writeln!(out, "column = {}", string(&question.column));
    } else {
        let _ = writeln!(out, "columns = {}", strings(&question.columns));
    }
    let _ = writeln!(out, "kind = \"{}\"  # {KINDS}", question.kind.id());
    if let Some(separator) = &question.separator {
        let _ = writeln!(out, "separator = {}", string(separator));
    }
    if let Some(scale) = question.scale {
        let _ = writeln!(out, "scale = [{}, {}]", scale.low, scale.high);
    }
    if question.kind == Kind::Ces || question.reversed {
        let why = pick!(lang, study::true_if_the_highest_value_is_the_worst);
        let _ = writeln!(out, "reversed = {}  # {why}", question.reversed);
    }
    if !question.labels.is_empty() {
        let mut labels: Vec<(&String, f64)> = question.labels.iter().map(|(l, v)| (l, *v)).collect();
        labels.sort_by(|a, b| b.1.total_cmp(&a.1));
        let labels: Vec<String> =
            labels.iter().map(|(l, v)| format!("{} = {}", string(l), number(*v))).collect();
        let _ = writeln!(out, "labels = {{ {} }}", labels.join(", "));
    }
    if question.kind.is_score() || !question.missing.is_empty() {
        let missing: Vec<String> = question.missing.iter().map(|m| string(m)).collect();
        let why = pick!(lang, study::codes_of_no_answer_besides_empty_cells_n);
        let _ = writeln!(out, "missing = [{}]  # {why}", missing.join(", "));
    }
    if let Some(minimum) = question.minimum {
        let _ = writeln!(out, "minimum = {}", number(minimum));
    }
    if let Some(margin) = question.margin {
        let _ = writeln!(out, "margin = {}", number(margin));
    }
    if let Some(target) = question.target {
        let _ = writeln!(out, "target = {}", number(target));
    }
    if let Some(about) = &question.about {
        let _ = writeln!(out, "about = {}", string(about));
    }
}

fn comment(out: &mut String, text: &str) {
    for line in text.lines() {
        let _ = writeln!(out, "# {line}");
    }
}

/// What a column holds, in a few words: its first values, its empty cells.
fn values(profiles: &[Profile], column: &str, open: bool, lang: Lang) -> String {
    const SHOWN: usize = 6;
    let Some(profile) = profiles.iter().find(|p| p.column == column) else { return String::new() };
    let (filled, empty) = (lang.count(profile.filled), lang.count(profile.empty));
    let mut out = pick!(lang, study::cells_filled_empty(filled, empty));
    // Free text may name people: it is counted, not shown.
    let shown = profile.values.as_ref().filter(|v| v.len() <= 200 && !open);
    if let Some(found) = shown {
        let mut sorted: Vec<_> = found.iter().collect();
        sorted.sort_by(|a, b| b.1.cmp(a.1).then(a.0.cmp(b.0)));
        let shown: Vec<String> = sorted
            .iter()
            .take(SHOWN)
            .map(|(v, _)| v.split_whitespace().collect::<Vec<_>>().join(" "))
            .collect();
        let more = if found.len() > SHOWN { " | …" } else { "" };
        let n = found.len();
        let said = pick!(lang, study::values(n));
        let _ = write!(out, "{said}{}{more}", shown.join(" | "));
    }
    out
}

impl Unused {
    /// Why a column is not used, in words.
    #[must_use]
    pub fn words(self, lang: Lang) -> &'static str {
        match self {
            Self::Empty => pick!(lang, study::empty),
            Self::Date => pick!(lang, study::date),
            Self::Identifier => pick!(lang, study::identifier),
            Self::Technical => pick!(lang, study::of_the_survey_tool),
            Self::Weight => {
                pick!(lang, study::weights_or_design_not_applied)
            }
            Self::Constant => pick!(lang, study::one_value_only),
            Self::Derived => pick!(lang, study::derived_from_a_score),
            Self::Number => pick!(lang, study::number),
            Self::ManyValues => pick!(lang, study::too_many_values_for_a_segment),
            Self::NotDeclared => pick!(lang, study::not_declared),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::study::Declared;

    #[test]
    fn what_is_written_reads_back_as_the_same_study() {
        let column = |name: &str, values: &[(&str, u64)]| Profile {
            column: name.to_owned(),
            filled: values.iter().map(|v| v.1).sum(),
            values: Some(values.iter().map(|(v, n)| ((*v).to_owned(), *n)).collect::<BTreeMap<_, _>>()),
            ..Profile::default()
        };
        let profiles = [
            column(
                "Êtes-vous \"satisfait\" ?",
                &[
                    ("Très satisfait", 30),
                    ("Neutre", 9),
                    ("Satisfait", 30),
                    ("Insatisfait", 10),
                    ("Très insatisfait", 9),
                ],
            ),
            column("région", &[("Nord", 20), ("Sud", 20)]),
            column("vague", &[("1", 20), ("2", 20)]),
        ];
        let mut study = Study::infer(&profiles, &[]);
        study.invited = Some(Invited::Waves([("1".into(), 60), ("2".into(), 80)].into()));
        let text = to_toml(&study, &profiles, Lang::Fr);
        let mut read = Declared::parse(&text, "study.toml").unwrap().study(&profiles, &[]).unwrap();
        read.min_group = None;
        assert_eq!(read.file.take().unwrap().name, "study.toml");
        assert_eq!(read, study);
    }
}
