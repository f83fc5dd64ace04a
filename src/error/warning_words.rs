//! Warnings in words: what a reader must know, and what to write to settle it.

use std::path::Path;

use super::words::{list, scale};
use super::{Doubt, Warning, privacy_words, toml_string, weighting_words};
use crate::Lang;

impl Warning {
    /// The same about a file without its folder: a report goes to people who need not know where it lies.
    #[must_use]
    pub fn without_folder(mut self) -> Self {
        let file = match &mut self {
            Self::ShortRows { file, .. }
            | Self::Decoded { file, .. }
            | Self::DuplicateColumn { file, .. }
            | Self::DuplicateColumns { file, .. }
            | Self::OtherSheets { file, .. }
            | Self::SameColumns { file, .. }
            | Self::Titles { file, .. }
            | Self::Headless { file }
            | Self::Mojibake { file, .. }
            | Self::Repaired { file, .. }
            | Self::StrayBytes { file, .. }
            | Self::OtherStructure { file, .. }
            | Self::MissingColumn { file, .. } => file,
            Self::NoWave { unread: Some((at, _)), .. } | Self::TotalRow { at, .. } => &mut at.file,
            _ => return self,
        };
        if let Some(name) = Path::new(file.as_str()).file_name() {
            *file = name.to_string_lossy().into_owned();
        }
        self
    }

    /// Stable code, as `report.json` writes it.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::ModesPooled { .. } => "modes-pooled",
            Self::ModeMix { .. } => "mode-mix",
            Self::ShortRows { .. } => "short-rows",
            Self::Decoded { .. } => "decoded",
            Self::DuplicateColumn { .. } | Self::DuplicateColumns { .. } => "duplicate-column",
            Self::OtherSheets { .. } => "other-sheets",
            Self::SameColumns { .. } => "same-columns",
            Self::Titles { .. } => "titles",
            Self::Headless { .. } => "headless",
            Self::Mojibake { .. } => "mojibake",
            Self::Repaired { .. } => "repaired",
            Self::StrayBytes { .. } => "stray-bytes",
            Self::OtherStructure { .. } => "other-structure",
            Self::MissingColumn { .. } => "missing-column",
            Self::NoScore => "no-score",
            Self::NoText => "no-text",
            Self::Ambiguous { .. } => "ambiguous",
            Self::MissingCodes { .. } => "missing-codes",
            Self::AmbiguousDates { .. } => "ambiguous-dates",
            Self::EnpsFromOne { .. } => "enps-from-one",
            Self::ScaleDiffers { .. } => "scale-differs",
            Self::UnknownValues { .. } => "unknown-values",
            Self::NotNumbers { .. } => "not-numbers",
            Self::UnknownWaves { .. } => "unknown-waves",
            Self::NoWave { .. } => "no-wave",
            Self::PartialWave { .. } => "partial-wave",
            Self::WeightsNotApplied { .. } => "weights-not-applied",
            Self::NoMarginValue { .. } => "no-margin-value",
            Self::TargetMissed { .. } => "target-missed",
            Self::RepeatedIds { .. } => "repeated-ids",
            Self::TotalRow { .. } => "total-row",
            Self::SmallBases { .. } => "small-base",
            Self::Suppressed { .. } => "suppressed",
            Self::PulseLength { .. } => "pulse-length",
            Self::PulsePeriod => "pulse-period",
            Self::OtherLanguages { .. } => "other-languages",
            Self::Masked { .. } => "masked",
        }
    }

    /// The warning in words, in `lang`.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        lang.typeset(self.words(lang))
    }

    #[expect(clippy::too_many_lines, reason = "one arm a kind, all in one place")]
    fn words(&self, lang: Lang) -> String {
        match self {
            Self::ModesPooled { column, modes } => privacy_words::modes_pooled(column, modes, lang),
            Self::ModeMix { column, from, to, p } => privacy_words::mode_mix(column, [from, to], *p, lang),
            Self::ShortRows { file, n, first } => {
                if *n == 1 {
                    return pick!(lang, errors::row_fewer_cells_than_the_header_the_missing(file, first));
                }
                let count = lang.count(*n);
                pick!(lang, errors::rows_have_fewer_cells_than_the_header_the(file, count, first))
            }
            Self::Decoded { file, encoding } => {
                pick!(lang, errors::the_file_is_not_utf_8_and_was(file, encoding))
            }
            Self::DuplicateColumns { file, n } => {
                let n = lang.count(*n);
                pick!(lang, errors::columns_have_the_name_of_another_one_they(file, n))
            }
            Self::DuplicateColumn { file, column, renamed, first, second } => {
                let (column, renamed) = (lang.quote(column), lang.quote(renamed));
                pick!(
                    lang,
                    errors::two_columns_are_called_columns_and_the_second(
                        file, column, first, second, renamed
                    )
                )
            }
            Self::OtherSheets { file, sheet, others } => {
                let (sheet, others) = (lang.quote(sheet), list(others, lang));
                pick!(lang, errors::only_the_sheet_was_read_others_hold_data(file, sheet, others))
            }
            Self::SameColumns { file, sheet, others } => {
                let first = others.first().map_or("", String::as_str);
                let option = crate::error::shell_word(first);
                let (sheet, names) = (lang.quote(sheet), list(others, lang));
                if others.len() == 1 {
                    pick!(lang, errors::sheet_with_the_same_columns(file, names, sheet, option))
                } else {
                    pick!(lang, errors::sheets_with_the_same_columns(file, names, sheet, option))
                }
            }
            Self::Titles { file, n, title } => {
                let title = lang.quote(title);
                if *n == 1 {
                    pick!(lang, errors::title_row_skipped(file, title))
                } else {
                    pick!(lang, errors::title_rows_skipped(file, lang.count(*n), title))
                }
            }
            Self::Headless { file } => pick!(lang, errors::the_first_row_looks_like_answers_not_like(file)),
            Self::Mojibake { file, found, expected } => {
                let (found, expected) = (lang.quote(found), lang.quote(expected));
                pick!(lang, errors::some_accents_are_damaged_for_example_for_add(file, found, expected))
            }
            Self::Repaired { file, pieces } => {
                let n = lang.count(*pieces);
                pick!(lang, errors::damaged_accents_repaired_in_places(file, n))
            }
            Self::StrayBytes { file, n, first } => {
                if *n == 1 {
                    return pick!(lang, errors::stray_byte(file, first));
                }
                let count = lang.count(*n);
                pick!(lang, errors::stray_bytes(file, first, count))
            }
            Self::OtherStructure { file, structure } => {
                pick!(lang, errors::the_structure_does_not_match_the_columns(file, structure))
            }
            Self::MissingColumn { file, column } => {
                let column = lang.quote(column);
                pick!(lang, errors::has_no_column_it_is_read_as_empty(file, column))
            }
            Self::NoScore => pick!(lang, errors::no_score_column_was_recognised_the_report_has).to_owned(),
            Self::NoText => pick!(lang, errors::no_free_text_column_was_recognised_the_report).to_owned(),
            Self::Ambiguous { columns, doubt } => {
                let s = if columns.len() == 1 { "" } else { "s" };
                let (columns, doubt) = (list(columns, lang), doubt.words(lang));
                pick!(lang, errors::column(s, columns, doubt))
            }
            Self::MissingCodes { codes, columns } => {
                let (codes, columns) = (list(codes, lang), list(columns, lang));
                pick!(lang, errors::read_as_no_answer_in(codes, columns))
            }
            Self::AmbiguousDates { column } => {
                let column = lang.quote(column);
                pick!(lang, errors::column_every_date_reads_as_day_month_and(column))
            }
            Self::EnpsFromOne { question, beside } => {
                let q = lang.quote(question);
                let mut said = pick!(lang, errors::the_enps_counts_from_1_to_10_9(q));
                if !beside.is_empty() {
                    let beside = list(beside, lang);
                    said.push_str(&pick!(lang, errors::this_report_holds_some_from_0_to_10(beside)));
                }
                said
            }
            Self::ScaleDiffers { column, files } => {
                let column = lang.quote(column);
                let found: Vec<String> = files
                    .iter()
                    .map(|(file, low, high)| {
                        let scale = scale(*low, *high, lang);
                        pick!(lang, errors::joined_in_warning_words(file, scale))
                    })
                    .collect();
                let found = found.join(lang.pick("\u{a0}; ", "; "));
                pick!(lang, errors::column_the_files_do_not_seem_to_answer(column, found))
            }
            Self::UnknownWaves { names } => {
                let said = list(names, lang);
                if names.len() == 1 {
                    pick!(lang, errors::unknown_wave(said))
                } else {
                    pick!(lang, errors::unknown_waves(said))
                }
            }
            Self::NotNumbers { column, n, example } => {
                let (column, example, n) = (lang.quote(column), lang.quote(example), lang.count(*n));
                pick!(lang, errors::segment_cells_are_not_numbers_for_example_and(column, n, example))
            }
            Self::UnknownValues { column, values } => {
                let (column, values) = (lang.quote(column), list(values, lang));
                pick!(lang, errors::segment_no_row_has_the_values_that_study(column, values))
            }
            Self::NoWave { column, n, unread } => {
                let column = lang.quote(column);
                let first = unread.as_ref().map_or(String::new(), |(at, cell)| {
                    let (at, cell) = (at.words(lang), lang.quote(cell));
                    pick!(lang, errors::the_first_unreadable_one(at, cell))
                });
                if *n == 1 {
                    return pick!(lang, errors::response_without_a_wave(column, first));
                }
                let n = lang.count(*n);
                pick!(lang, errors::responses_without_a_wave(n, column, first))
            }
            Self::PartialWave { column, last: (year, month) } => {
                let column = lang.quote(column);
                pick!(lang, errors::the_last_wave_ends_in_column_it_covers(month, year, column))
            }
            Self::WeightsNotApplied { column } => {
                let (name, column) = (toml_string(column), lang.quote(column));
                pick!(lang, errors::column_looks_like_weights_they_are_not(column, name))
            }
            Self::NoMarginValue { margin, n } => weighting_words::no_margin_value(margin, *n, lang),
            Self::TargetMissed { margin, value, found, target, wave } => {
                weighting_words::target_missed([margin, value], *found, *target, wave.as_deref(), lang)
            }
            Self::RepeatedIds { column, n } => {
                let column = lang.quote(column);
                if *n == 1 {
                    return pick!(lang, errors::row_with_an_id_seen_before(column));
                }
                let n = lang.count(*n);
                pick!(lang, errors::rows_with_an_id_seen_before(n, column))
            }
            Self::TotalRow { at, found } => {
                let (at, found) = (at.words(lang), lang.quote(found));
                pick!(lang, errors::this_last_row_sums_the_others_up_it(at, found))
            }
            Self::SmallBases { cells, under } => {
                if *cells == 1 {
                    return pick!(lang, errors::one_figure_rests_on_fewer_than_answers_do(under));
                }
                let cells = lang.count(*cells);
                pick!(lang, errors::figures_rest_on_fewer_than_answers_their(cells, under))
            }
            Self::PulseLength { questions, most } => {
                pick!(lang, errors::this_employee_survey_asks_questions_a_pulse(questions, most))
            }
            Self::PulsePeriod => pick!(lang, errors::the_waves_of_this_employee_survey_are_yearly).to_owned(),
            Self::Suppressed { cells, min_group } => {
                let figures = match cells {
                    1 => pick!(lang, errors::one_figure_is_hidden).to_owned(),
                    cells => pick!(lang, errors::figures_are_hidden(lang.count(*cells))),
                };
                pick!(lang, errors::to_protect_anonymity(figures, min_group))
            }
            Self::OtherLanguages { question, main, read, unknown } => {
                let (question, main) = (lang.quote(question), main.name(lang));
                let counted: Vec<String> =
                    read.iter().map(|(l, n)| format!("{} ({})", l.name(lang), lang.count(*n))).collect();
                let mut others = Vec::new();
                if !counted.is_empty() {
                    let languages = counted.join(", ");
                    others.push(pick!(lang, errors::read_with_the_rules_of_their_language(languages)));
                }
                if *unknown > 0 {
                    others.push(pick!(lang, errors::in_a_language_not_recognised(lang.count(*unknown))));
                }
                let others = others.join(lang.pick("\u{a0}; ", "; "));
                pick!(lang, errors::some_comments_are_not_in(question, main, others))
            }
            Self::Masked { pieces: 1 } => {
                pick!(lang, errors::one_piece_of_personal_data_announced_name).to_owned()
            }
            Self::Masked { pieces } => {
                let pieces = lang.count(*pieces);
                pick!(lang, errors::pieces_of_personal_data_announced_name(pieces))
            }
        }
    }
}

impl Doubt {
    fn words(&self, lang: Lang) -> String {
        match self {
            Self::NotZeroToTen { low, high } => {
                let found = scale(*low, *high, lang);
                pick!(lang, errors::this_recommendation_goes_from_not_from_0_to(found))
            }
            Self::Direction => pick!(lang, errors::the_words_at_the_ends_of_the_scale).to_owned(),
            Self::NoZero => pick!(lang, errors::read_as_a_0_10_scale_nps_but).to_owned(),
            Self::NpsByRange => pick!(lang, errors::read_as_a_recommendation_nps_from_its_values).to_owned(),
            Self::RatingByName => pick!(lang, errors::rated_0_to_10_but_speaks_of_satisfaction).to_owned(),
            Self::EffortDirection => pick!(lang, errors::effort_on_1_5_the_direction_is_not).to_owned(),
            Self::EffortAgreement => pick!(lang, errors::effort_on_1_7_7_is_read_as).to_owned(),
            Self::ScaleNotRead => pick!(lang, errors::its_name_announces_a_score_but_its_answers).to_owned(),
            Self::SegmentOrRating => pick!(lang, errors::few_whole_numbers_read_as_a_segment_if).to_owned(),
            Self::ScaleByRange { low, high } => {
                let range = scale(*low, *high, lang);
                pick!(lang, errors::scale_inferred_from_the_values_if_it_is(range))
            }
        }
    }
}
