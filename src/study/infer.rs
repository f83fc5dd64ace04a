//! The questionnaire read out of the columns: what a person would see at a glance, and what they would
//! hesitate about.

use std::collections::BTreeMap;

use super::date::DateFormat;
use super::ids::order_and_name;
use super::labels::tick;
use super::mode;
use super::name::Name;
use super::profile::Profile;
use super::scores::{Context, Numbers, labelled, question, reading, scored};
use super::{
    Design, Grouping, Handling, Kind, Period, PresentationAsked, Question, Segment, Study, Unused,
    WaveSource, fold,
};
use crate::error::{Doubt, Warning};
use crate::read::{FILE, Role as ToolRole, blocks};

/// A segment has at most this many values.
pub const MAX_SEGMENT_VALUES: usize = 60;
/// A share of the cells that decides what a column is.
pub(super) const MOST: f64 = 0.9;

/// Nearly all of `n`.
fn most(n: u64) -> u64 {
    (MOST * n as f64).ceil() as u64
}

/// Bands of an age, where none are declared.
const AGES: [f64; 4] = [25.0, 35.0, 50.0, 65.0];

/// What a column was taken for.
enum Role {
    Score(Question, Vec<Doubt>),
    Choices(Question),
    /// One of the columns of a multiple-answer question, but the first.
    Choice,
    Open(Question),
    Date(DateFormat, bool),
    Wave,
    File,
    Segment(Grouping, Option<Doubt>),
    Unused(Unused),
}

impl Study {
    /// Reads the questionnaire out of the profiles of the columns. A recommendation is one by employees when
    /// its text or one of the `sheets` speaks of them. Nothing recognised is a study without questions.
    #[must_use]
    pub fn infer(profiles: &[Profile], sheets: &[&str]) -> Self {
        let names: Vec<Name> = profiles.iter().map(Name::of).collect();
        let context = Context::new(profiles, &names);
        let mut roles: Vec<Role> = profiles.iter().zip(&names).map(|(p, n)| role(p, n, &context)).collect();
        gather_choices(profiles, &mut roles);
        let mut study = Self {
            file: None,
            title: None,
            presentation: PresentationAsked::default(),
            language: None,
            wave: None,
            segments: Vec::new(),
            mode: None,
            respondent: None,
            design: Design::default(),
            weighting: None,
            filter: None,
            min_group: None,
            min_quotes: None,
            handling: Handling::default(),
            codebook: None,
            families: None,
            invited: None,
            questions: Vec::new(),
            unused: Vec::new(),
            warnings: Vec::new(),
        };
        study.wave = wave(profiles, &names, &roles, &mut study.warnings);
        for ((profile, name), role) in profiles.iter().zip(&names).zip(roles) {
            let column = profile.column.clone();
            match role {
                Role::File | Role::Choice => {}
                _ if study.wave.as_ref().is_some_and(|w| w.column == column) => {}
                Role::Score(question, doubts) => {
                    study.questions.push(question);
                    for doubt in doubts {
                        doubtful(&mut study.warnings, &column, doubt);
                    }
                }
                Role::Open(question) | Role::Choices(question) => study.questions.push(question),
                Role::Segment(grouping, doubt) => {
                    if let Some(doubt) = doubt {
                        doubtful(&mut study.warnings, &column, doubt);
                    }
                    study.segments.push(Segment { column, grouping });
                }
                Role::Wave => study.segments.push(Segment::from(column.as_str())),
                Role::Date(..) => study.unused.push((column, Unused::Date)),
                Role::Unused(why) => {
                    if matches!(why, Unused::ManyValues | Unused::Number) && name.scales() {
                        doubtful(&mut study.warnings, &column, Doubt::ScaleNotRead);
                    }
                    if why == Unused::Weight && name.weighs() {
                        study.warnings.push(Warning::WeightsNotApplied { column: column.clone() });
                    }
                    study.unused.push((column, why));
                }
            }
        }
        if sheets.iter().any(|sheet| Name::new(sheet).employees()) {
            study.questions.iter_mut().filter(|q| q.kind == Kind::Nps).for_each(|q| q.kind = Kind::Enps);
        }
        order_and_name(&mut study.questions, profiles);
        study.mode = mode::inferred(&study.segments, profiles);
        study.warnings.extend(repeated_ids(profiles, &names, &study));
        study.warnings.extend(missing_codes(&study.questions, profiles));
        study
    }
}

/// Adds a doubt, to the columns that raise the same one.
fn doubtful(warnings: &mut Vec<Warning>, column: &str, doubt: Doubt) {
    let same = warnings.iter_mut().find_map(|warning| match warning {
        Warning::Ambiguous { columns, doubt: said } if *said == doubt => Some(columns),
        _ => None,
    });
    match same {
        Some(columns) => columns.push(column.to_owned()),
        None => warnings.push(Warning::Ambiguous { columns: vec![column.to_owned()], doubt }),
    }
}

/// Takes blocks of columns `question [answer]` together that are ticked or not, or that hold, each, one answer
/// of its own.
fn gather_choices(profiles: &[Profile], roles: &mut [Role]) {
    let columns: Vec<&str> = profiles.iter().map(|p| p.column.as_str()).collect();
    for block in blocks(&columns) {
        let free = |i: &usize| {
            matches!(
                roles[*i],
                Role::Segment(..) | Role::Unused(Unused::Constant | Unused::Empty | Unused::ManyValues)
            )
        };
        let all = block.members.len();
        let members: Vec<usize> = block.members.into_iter().filter(free).collect();
        let empty = |i: &usize| profiles[*i].filled == 0;
        let (ticked, named): (Vec<usize>, Vec<usize>) =
            (members.iter().copied().filter(|i| is_ticked(&profiles[*i])).collect(), members);
        // One of them may be a text: “other, please specify”.
        let members = if ticked.len() * 2 > all {
            named.into_iter().filter(|i| ticked.contains(i) || empty(i)).collect()
        } else {
            // Each column holds its own answer or nothing; one of them may be a text here too.
            let alone: Vec<usize> =
                named.into_iter().filter(|i| profiles[*i].answers().count() <= 1).collect();
            if alone.len() >= 2 && alone.len() * 5 >= all * 3 { alone } else { Vec::new() }
        };
        if members.len() < 2 || members.iter().filter(|i| !empty(i)).count() < 2 {
            continue;
        }
        let mut question = question(&profiles[members[0]], Kind::Multiple, None);
        question.columns = members.iter().map(|i| profiles[*i].column.clone()).collect();
        question.text = stem(&members.iter().map(|i| &profiles[*i]).collect::<Vec<_>>());
        for i in &members {
            roles[*i] = Role::Choice;
        }
        roles[members[0]] = Role::Choices(question);
    }
}

/// What the columns of a multiple-answer question ask in common: `Canaux ?` of `Canaux ? [Web]`, `Canaux ? [Fax]`.
pub(super) fn stem(members: &[&Profile]) -> Option<String> {
    let texts: Vec<&str> = members.iter().map(|p| p.asks()).collect();
    let block = blocks(&texts).into_iter().find(|b| b.members.len() == texts.len());
    block.map(|b| b.stem).or_else(|| members.first()?.text.clone())
}

/// Whether a column says of one answer whether it was chosen.
fn is_ticked(profile: &Profile) -> bool {
    let mut answers = profile.answers().peekable();
    profile.values.is_some() && answers.peek().is_some() && answers.all(|(v, _)| tick(v).is_some())
}

/// Ids that come back more often than there are waves: rows pasted twice, or people who answered twice.
fn repeated_ids(profiles: &[Profile], names: &[Name], study: &Study) -> Option<Warning> {
    let ids = profiles.iter().zip(names).find(|(p, name)| {
        name.is_respondent()
            && study.unused.iter().any(|(column, why)| *column == p.column && *why == Unused::Identifier)
    });
    let (profile, _) = ids?;
    let waves = study.wave.as_ref().and_then(|source| {
        let profile = profiles.iter().find(|p| p.column == source.column)?;
        Some(super::Waves::new(source, profile).len() as u64)
    });
    let allowed = waves.unwrap_or(1).max(1);
    let n: u64 = profile.answers().map(|(_, n)| n.saturating_sub(allowed)).sum();
    (n > 0).then(|| Warning::RepeatedIds { column: profile.column.clone(), n })
}

/// One warning for all the columns that hold the same codes.
pub(super) fn missing_codes(questions: &[Question], profiles: &[Profile]) -> Vec<Warning> {
    let mut columns: BTreeMap<Vec<String>, Vec<String>> = BTreeMap::new();
    for question in questions.iter().filter(|q| q.kind.is_score()) {
        let values = profiles.iter().find(|p| p.column == question.column).and_then(|p| p.values.as_ref());
        let held = |code: &&String| values.is_some_and(|v| v.keys().any(|cell| cell.trim() == code.trim()));
        let codes: Vec<String> = question.missing.iter().filter(held).cloned().collect();
        if !codes.is_empty() {
            columns.entry(codes).or_default().push(question.column.clone());
        }
    }
    columns.into_iter().map(|(codes, columns)| Warning::MissingCodes { codes, columns }).collect()
}

/// The column that names the waves, else the most complete date, cut as finely as twelve waves allow, else,
/// where there are several files, the files.
fn wave(
    profiles: &[Profile],
    names: &[Name],
    roles: &[Role],
    warnings: &mut Vec<Warning>,
) -> Option<WaveSource> {
    let named = profiles.iter().zip(roles).find(|(_, role)| matches!(role, Role::Wave));
    if let Some((profile, _)) = named {
        return Some(WaveSource::column(&profile.column));
    }
    let mut best: Option<(&Profile, DateFormat, bool)> = None;
    for ((profile, name), role) in profiles.iter().zip(names).zip(roles) {
        let rank = |p: &Profile| (p.role == Some(ToolRole::Date), p.filled);
        if let Role::Date(format, ambiguous) = role
            && !name.dates_something_else()
            && best.is_none_or(|(b, ..)| rank(profile) > rank(b))
        {
            best = Some((profile, *format, *ambiguous));
        }
    }
    let Some((profile, format, ambiguous)) = best else {
        // A column that is called after a period, and names some.
        let period = profiles.iter().zip(names).zip(roles).find(|((_, name), role)| {
            name.is_a_period() && matches!(role, Role::Segment(grouping, _) if grouping.bands.is_none())
        });
        if let Some(((profile, _), _)) = period {
            return Some(WaveSource::column(&profile.column));
        }
        let files = profiles.iter().find(|p| p.column == FILE).and_then(|p| p.values.as_ref());
        return files.filter(|files| files.len() > 1).map(|_| WaveSource::column(FILE));
    };
    if ambiguous {
        warnings.push(Warning::AmbiguousDates { column: profile.column.clone() });
    }
    let period = Period::finest(profile.sums.dates.dates(format));
    Some(WaveSource { period: Some((period, format)), ..WaveSource::column(&profile.column) })
}

fn role(profile: &Profile, name: &Name, context: &Context) -> Role {
    if profile.column == FILE {
        return Role::File;
    }
    match profile.role {
        Some(ToolRole::Identifier) => return Role::Unused(Unused::Identifier),
        Some(ToolRole::Technical) => return Role::Unused(Unused::Technical),
        _ => {}
    }
    if profile.filled == 0 {
        return Role::Unused(Unused::Empty);
    }
    if let Some((format, ambiguous)) = profile.date_format(most(profile.filled), name.dates()) {
        return Role::Date(format, ambiguous);
    }
    let distinct = profile.values.as_ref().map(BTreeMap::len);
    if name.names_a_wave() && distinct.is_some_and(|n| (2..=40).contains(&n)) {
        return Role::Wave;
    }
    let numeric = profile.sums.numbers >= most(profile.filled);
    if (name.weighs() || name.designs()) && numeric {
        return Role::Unused(Unused::Weight);
    }
    if name.is_personal() {
        return Role::Unused(Unused::Identifier);
    }
    if is_derived(profile, name) {
        return Role::Unused(Unused::Derived);
    }
    let mostly_distinct = distinct.is_none_or(|n| n as f64 >= 0.5 * profile.filled as f64);
    if name.identifies() && mostly_distinct && !name.is_age() {
        return Role::Unused(Unused::Identifier);
    }
    if profile.values.is_some() && !name.comments() {
        if let Some((question, doubts)) = labelled(profile, name) {
            return Role::Score(question, doubts);
        }
        let found = Numbers::of(profile, reading(profile, name));
        if found.share >= 0.8
            && let Some((question, doubts)) = scored(profile, name, &found, context)
        {
            return Role::Score(question, doubts);
        }
    }
    if let Some(separator) = separator(profile).filter(|_| !numeric && !name.comments()) {
        let mut found = question(profile, Kind::Multiple, None);
        found.separator = Some(separator);
        return Role::Choices(found);
    }
    let mean_words = profile.sums.words as f64 / profile.filled as f64;
    let varied = distinct.is_none_or(|n| n as f64 >= 0.3 * profile.filled as f64);
    if !numeric
        && ((varied && mean_words >= 3.0)
            || (name.comments() && (mean_words >= 1.2 || distinct.is_none_or(|n| n >= 8))))
    {
        return Role::Open(question(profile, Kind::Open, None));
    }
    segment(profile, name, numeric)
}

/// Whether a column says again what a score says: promoters, passives, detractors.
fn is_derived(profile: &Profile, name: &Name) -> bool {
    let groups = ["promot", "passi", "neutr", "detract"];
    let named: Vec<String> = profile.answers().map(|(v, _)| fold(v)).collect();
    let told = named.len() >= 2
        && named.iter().all(|v| groups.iter().any(|g| v.starts_with(g)))
        && named.iter().any(|v| v.starts_with("detract") || v.starts_with("promot"));
    told || (name.is(&["nps"])
        && name.is(&["group", "groupe", "categorie", "category", "segment", "class", "classe"]))
}

/// What separates the answers of a column whose cells hold several of a short list: answers that stand in
/// different company from cell to cell. `Étudiant, élève` is one answer.
fn separator(profile: &Profile) -> Option<String> {
    let usual = ["; ", ";", " | ", "|", ", ", ","];
    let answers: Vec<(&str, u64)> = profile.answers().collect();
    let total: u64 = answers.iter().map(|(_, n)| n).sum();
    let several = |separator: &&str| {
        let cut: u64 = answers.iter().filter(|(cell, _)| cell.contains(separator)).map(|(_, n)| n).sum();
        if cut < 5 || cut * 10 < total {
            return false;
        }
        let mut cells: BTreeMap<&str, (u64, u64)> = BTreeMap::new();
        for (cell, n) in &answers {
            for answer in cell.split(separator).map(str::trim).filter(|a| !a.is_empty()) {
                let (in_cells, times) = cells.entry(answer).or_default();
                *in_cells += 1;
                *times += n;
            }
        }
        let answers = cells.len() as u64;
        let elsewhere = cells.values().filter(|(in_cells, _)| *in_cells >= 2).count() as u64;
        let times: u64 = cells.values().map(|(_, times)| times).sum();
        let long = cells.keys().filter(|answer| answer.split_whitespace().count() > 12).count();
        (2..=MAX_SEGMENT_VALUES as u64).contains(&answers)
            && elsewhere * 10 >= answers * 7
            && times >= answers * 5
            && long == 0
    };
    profile.separator.into_iter().chain(usual).find(several).map(str::to_owned)
}

fn segment(profile: &Profile, name: &Name, numeric: bool) -> Role {
    let Some(values) = &profile.values else {
        return Role::Unused(if name.identifies() { Unused::Identifier } else { Unused::ManyValues });
    };
    let n = profile.names().len() as u64;
    let too_many = |n| {
        if n == profile.filled && !(numeric && name.counts()) {
            Unused::Identifier
        } else if numeric {
            Unused::Number
        } else {
            Unused::ManyValues
        }
    };
    if numeric && name.is_age() && n > 8 {
        let found = Numbers::of(profile, None);
        if found.low >= 5.0 && found.high <= 120.0 {
            let grouping = Grouping { bands: Some(AGES.into()), ..Grouping::default() };
            return Role::Segment(grouping, None);
        }
    }
    match n {
        0 => Role::Unused(Unused::Empty),
        1 => Role::Unused(Unused::Constant),
        _ if n > MAX_SEGMENT_VALUES as u64 => Role::Unused(too_many(n)),
        // Groups of one or two answers are no groups.
        _ if profile.filled < n * 2 || (n > 12 && profile.filled < n * 5) || (numeric && n > 12) => {
            Role::Unused(too_many(n))
        }
        _ => {
            let few = numeric && n >= 3 && !name.counts() && Numbers::of(profile, None).high <= 10.0;
            let yes_or_no = values.keys().all(|v| profile.is_missing(v) || tick(v).is_some());
            let unread = (name.scales() && !yes_or_no).then_some(Doubt::ScaleNotRead);
            Role::Segment(Grouping::default(), unread.or(few.then_some(Doubt::SegmentOrRating)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::study::{Scale, Sums, parse_number};

    fn column(name: &str, values: &[(&str, u64)]) -> Profile {
        let numbers = values.iter().filter(|v| parse_number(v.0).is_some()).map(|v| v.1).sum();
        let words = values.iter().map(|(v, n)| v.split_whitespace().count() as u64 * n).sum();
        Profile {
            column: name.to_owned(),
            filled: values.iter().map(|v| v.1).sum(),
            empty: 3,
            values: Some(values.iter().map(|(v, n)| ((*v).to_owned(), *n)).collect()),
            sums: Sums { numbers, words, ..Sums::default() },
            ..Profile::default()
        }
    }

    fn whole(name: &str, range: std::ops::RangeInclusive<i32>) -> Profile {
        let values: Vec<(String, u64)> = range.map(|i| (i.to_string(), 20)).collect();
        column(name, &values.iter().map(|(v, n)| (v.as_str(), *n)).collect::<Vec<_>>())
    }

    fn kinds(profiles: &[Profile]) -> Vec<(String, Kind, Option<[f64; 2]>)> {
        let study = Study::infer(profiles, &[]);
        study.questions.iter().map(|q| (q.id.clone(), q.kind, q.scale.map(|s| [s.low, s.high]))).collect()
    }

    #[test]
    fn scores_are_recognised_by_name_and_range() {
        let found = kinds(&[
            whole("Note prix", 1..=5),
            whole("Note réseau", 1..=10),
            whole("Effort", 1..=7),
            column("Satisfaction", &[("Très satisfait", 40), ("insatisfaite", 10), ("NSP", 4)]),
            whole("Recommanderiez-vous ?", 0..=10),
        ]);
        assert_eq!(
            found,
            [
                ("nps".to_owned(), Kind::Nps, Some([0.0, 10.0])),
                ("csat".to_owned(), Kind::Csat, Some([1.0, 4.0])),
                ("ces".to_owned(), Kind::Ces, Some([1.0, 7.0])),
                ("note_prix".to_owned(), Kind::Rating, Some([1.0, 5.0])),
                ("note_reseau".to_owned(), Kind::Rating, Some([1.0, 10.0])),
            ]
        );
    }

    #[test]
    fn employees_are_recognised() {
        let found = kinds(&[whole("Recommanderiez-vous notre entreprise pour y travailler ?", 0..=10)]);
        assert_eq!(found[0].1, Kind::Enps);
    }

    #[test]
    fn half_points_make_a_csat() {
        let found = kinds(&[column("note", &[("3,5", 10), ("5", 30), ("1", 10)])]);
        assert_eq!(found[0], ("csat".to_owned(), Kind::Csat, Some([1.0, 5.0])));
    }

    #[test]
    fn counts_and_weights_are_no_scores() {
        let study = Study::infer(
            &[whole("nb_enfants", 1..=5), whole("poids", 1..=9), whole("recommandation", 0..=10)],
            &[],
        );
        assert_eq!(study.questions.len(), 1);
        assert_eq!(study.segments, ["nb_enfants".into()]);
        assert!(study.warnings.contains(&Warning::WeightsNotApplied { column: "poids".into() }));
    }

    #[test]
    fn codes_for_no_answer_are_said() {
        let mut values: Vec<(String, u64)> = (0..=10).map(|i| (i.to_string(), 20)).collect();
        values.push(("99".into(), 5));
        let profile = column("nps", &values.iter().map(|(v, n)| (v.as_str(), *n)).collect::<Vec<_>>());
        let study = Study::infer(&[profile], &[]);
        assert_eq!(study.questions[0].missing, ["99"]);
        let said = Warning::MissingCodes { codes: vec!["99".into()], columns: vec!["nps".into()] };
        assert!(study.warnings.contains(&said));
    }

    #[test]
    fn several_answers_in_a_cell_are_recognised_by_their_company() {
        let kind = |values: &[(&str, u64)]| {
            let study = Study::infer(&[column("canaux", values)], &[]);
            study.questions.first().map(|q| (q.kind, q.separator.clone()))
        };
        let channels = [("Web, Boutique", 9), ("Web", 8), ("Boutique, Téléphone", 6), ("Téléphone, Web", 5)];
        assert_eq!(kind(&channels), Some((Kind::Multiple, Some(", ".to_owned()))));
        assert_eq!(kind(&[("Étudiant, élève", 20), ("Retraité", 30), ("Actif", 40)]), None);
    }

    #[test]
    fn ticked_columns_are_one_question() {
        let ticked = |name: &str| column(name, &[("Oui", 10), ("Non", 30)]);
        let columns = [
            ticked("Canaux ? [Web]"),
            ticked("Canaux ? [Boutique]"),
            column("Canaux ? [Autre]", &[("fax", 1), ("salon", 1), ("presse", 1)]),
            ticked("Client"),
        ];
        let study = Study::infer(&columns, &[]);
        assert_eq!(study.questions[0].columns, ["Canaux ? [Web]", "Canaux ? [Boutique]"]);
        assert_eq!(study.segments, ["Client".into()]);
    }

    #[test]
    fn a_recommendation_that_cannot_be_zero_to_ten_is_no_nps() {
        let high = |range| {
            let study = Study::infer(&[whole("Recommanderiez-vous ?", range)], &[]);
            let doubt = study.warnings.iter().find_map(|w| match w {
                Warning::Ambiguous { doubt: Doubt::NotZeroToTen { low, high }, .. } => Some((*low, *high)),
                _ => None,
            });
            (study.questions[0].kind, doubt)
        };
        assert_eq!(high(0..=10), (Kind::Nps, None));
        assert_eq!(high(1..=10), (Kind::Nps, None));
        assert_eq!(high(1..=5), (Kind::Rating, Some((1.0, 5.0))));
        assert_eq!(high(1..=7), (Kind::Rating, Some((1.0, 7.0))));
        assert_eq!(high(1..=11), (Kind::Rating, Some((1.0, 11.0))));
    }

    #[test]
    fn ends_in_words_stand_for_their_numbers() {
        let mut values: Vec<(String, u64)> = (1..=9).map(|i| (i.to_string(), 20)).collect();
        values.push(("very likely".into(), 30));
        values.push(("very unlikely".into(), 10));
        let values: Vec<(&str, u64)> = values.iter().map(|(v, n)| (v.as_str(), *n)).collect();
        let study = Study::infer(&[column("nps", &values)], &[]);
        let question = &study.questions[0];
        assert_eq!((question.kind, question.scale), (Kind::Nps, Some(Scale { low: 0.0, high: 10.0 })));
        assert_eq!((question.labels["very unlikely"], question.labels["very likely"]), (0.0, 10.0));
    }

    #[test]
    fn nothing_recognised_is_a_study_without_questions() {
        let study = Study::infer(&[column("ville", &[("Lyon", 30), ("Lille", 30)])], &[]);
        assert!(study.questions.is_empty());
        assert_eq!(study.segments, ["ville".into()]);
    }
}
