//! Errors in words: what was found, where, what was expected, what to write.

use super::design_words::{design, head_count, no_head_count};
use super::privacy_words::call_back;
use super::toml_words::parser_words;
use super::{Error, Excess, Expected, Location};
use crate::Lang;

impl Location {
    /// `avis.csv, row 12, column “note”`.
    #[must_use]
    pub fn words(&self, lang: Lang) -> String {
        let mut out = self.file.clone();
        if let Some(row) = self.row {
            out.push_str(&pick!(lang, errors::row(row)));
        }
        if let Some(column) = &self.column {
            let column = lang.quote(column);
            out.push_str(&pick!(lang, errors::column_in_words(column)));
        }
        out
    }
}

/// At most twelve names between quotation marks: a file may have hundreds of columns.
pub(crate) fn list(names: &[String], lang: Lang) -> String {
    const SHOWN: usize = 12;
    let mut out = names.iter().take(SHOWN).map(|n| lang.quote(n)).collect::<Vec<_>>().join(", ");
    if names.len() > SHOWN {
        match names.len() - SHOWN {
            1 => out.push_str(pick!(lang, errors::and_one_more)),
            more => out.push_str(&pick!(lang, errors::and_more(more))),
        }
    }
    out
}

pub(super) fn scale(low: f64, high: f64, lang: Lang) -> String {
    let (low, high) = (plain(low, lang), plain(high, lang));
    pick!(lang, errors::to(low, high))
}

fn plain(value: f64, lang: Lang) -> String {
    lang.number(value, usize::from(value.fract() != 0.0))
}

impl Excess {
    /// An amount with its unit.
    fn amount(self, n: u64, lang: Lang) -> String {
        let count = lang.count(n);
        match self {
            Self::Bytes if n >= 1 << 20 => {
                let n = lang.count(n >> 20);
                pick!(lang, errors::mb_once_decompressed(n))
            }
            Self::Bytes => pick!(lang, errors::bytes_once_decompressed(count)),
            Self::CellBytes => {
                pick!(lang, errors::bytes_in_one_cell(count))
            }
            Self::Columns => pick!(lang, errors::columns(count)),
            Self::Rows => pick!(lang, errors::rows(count)),
            Self::Cells => pick!(lang, errors::cells(count)),
        }
    }
}

impl Error {
    /// The error in words, in `lang`: where, what was found, what was expected, what to write.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        lang.typeset(self.words(lang))
    }

    #[expect(clippy::too_many_lines, reason = "one arm a kind, all in one place")]
    fn words(&self, lang: Lang) -> String {
        match self {
            Self::CallBack(refusal) => call_back(refusal, lang),
            Self::NotFound { file } => pick!(lang, errors::no_such_file_check_the_path_and_the(file)),
            Self::IsDirectory { file } => pick!(lang, errors::this_is_a_folder_a_file_is_expected(file)),
            Self::Empty { file } => pick!(lang, errors::the_file_is_empty_a_header_row_and(file)),
            Self::HeaderAlone { file } => pick!(lang, errors::the_file_holds_a_header_and_no_answers(file)),
            Self::LongRow { at, found, expected } => {
                let at = at.words(lang);
                pick!(lang, errors::found_cells_expected_as_in_the_header_a(at, found, expected))
            }
            Self::UnclosedQuote { at } => {
                let at = at.words(lang);
                pick!(lang, errors::a_straight_quote_opens_a_cell_and_is(at))
            }
            Self::Damaged { file, format, cause } => {
                pick!(lang, errors::this_file_is_damaged_or_incomplete_export_it(file, format, cause))
            }
            Self::NoRecords { file } => pick!(lang, errors::this_json_holds_no_list_of_responses_a(file)),
            Self::NotARecord { file, record, list, line } => {
                let found =
                    if *list { pick!(lang, errors::a_list) } else { pick!(lang, errors::a_single_value) };
                let place = if *line {
                    pick!(lang, errors::line_of_the_file(record))
                } else {
                    pick!(lang, errors::record(record))
                };
                pick!(lang, errors::found_expected_an_object_correct_this_record(file, place, found))
            }
            Self::SeveralFiles { file, files } => {
                let files = list(files, lang);
                pick!(lang, errors::this_archive_holds_several_files_unzip_it(file, files))
            }
            Self::Protected { file } => {
                pick!(lang, errors::this_workbook_is_protected_by_a_password_open(file))
            }
            Self::TooLarge { at, what, limit } => {
                let (at, limit) = (at.words(lang), what.amount(*limit, lang));
                pick!(lang, errors::more_than_more_than_any_survey_holds_the(at, limit))
            }
            Self::NoMatch { pattern } => {
                pick!(lang, errors::no_file_matches_this_pattern_check_the_folder(pattern))
            }
            Self::UnknownEncoding { encoding } => {
                let encoding = lang.quote(encoding);
                pick!(lang, errors::encoding_unknown_encoding_write_for_example(encoding))
            }
            Self::NotEncoded { at, encoding } => {
                let at = at.words(lang);
                pick!(lang, errors::these_bytes_are_not_leave_encoding_out_or(at, encoding))
            }
            Self::UnknownFormat { file } => {
                pick!(lang, errors::the_format_cannot_be_told_from_the_first(file))
            }
            Self::NotText { file, looks_like } => {
                pick!(lang, errors::this_is_no_file_of_answers_export_the(file, looks_like))
            }
            Self::SameFile { file } => {
                pick!(lang, errors::is_given_twice_its_answers_would_count_double(file))
            }
            Self::NoSheet { file, sheet, sheets } => {
                let (sheet, sheets) = (lang.quote(sheet), list(sheets, lang));
                pick!(lang, errors::no_sheet_sheets_found(file, sheet, sheets))
            }
            Self::Design { at, flaw, found } => design(at, *flaw, found, lang),
            Self::UnknownValue { column, found, known } => {
                let (column, found, known) = (lang.quote(column), lang.quote(found), list(known, lang));
                pick!(lang, errors::has_no_value_its_values(column, found, known))
            }
            Self::NoHeadCount { column, stratum, declared } => no_head_count(column, stratum, declared, lang),
            Self::HeadCount { column, stratum, found, answered } => {
                head_count(column, stratum, *found, *answered, lang)
            }
            Self::OutOfScale { at, found, others, question, low, high, kind } => {
                let (at, range) = (at.words(lang), scale(*low, *high, lang));
                let (quoted, first) = (lang.quote(found), toml_string(found));
                let value = std::iter::once(found)
                    .chain(others)
                    .map(|v| toml_string(v))
                    .collect::<Vec<_>>()
                    .join(", ");
                let more = if others.is_empty() {
                    String::new()
                } else {
                    let others = list(others, lang);
                    pick!(lang, errors::other_values_outside_the_scale_in_this_column(others))
                };
                let expected = if matches!(*kind, "nps" | "enps") {
                    pick!(lang, errors::a_whole_number_from(range))
                } else {
                    pick!(lang, errors::a_value_from(range))
                };
                // A number is a code or the sign of another scale; words are an answer whose value is unknown.
                let remedy = if let Ok(number) = found.parse::<f64>() {
                    // One step beyond the scale is another scale; further off, a code.
                    let code = if number > high + 1.0 || number < low - 1.0 {
                        pick!(lang, errors::if_it_means_no_answer_missing(value))
                    } else {
                        String::new()
                    };
                    let other = pick!(lang, errors::if_the_scale_is_another_kind_rating_scale);
                    code + other
                } else {
                    pick!(lang, errors::if_it_is_an_answer_its_value_labels(first, high, value))
                };
                pick!(
                    lang,
                    errors::found_expected_question_kind_correct_the_cell(
                        at, quoted, expected, question, kind, more, remedy
                    )
                )
            }
            Self::NothingToAnalyse { columns } => {
                let columns = list(columns, lang);
                pick!(lang, errors::neither_a_score_nor_free_text_was_recognised(columns))
            }
            Self::UnknownSegment { option, found, known } => {
                let none = || pick!(lang, errors::no_segment).to_owned();
                let known = if known.is_empty() { none() } else { list(known, lang) };
                let found = lang.quote(found);
                pick!(lang, errors::no_column_segments_of_the_study_any_other(option, found, known))
            }
            Self::UnknownQuestion { found, known } => {
                let (found, known) = (lang.quote(found), list(known, lang));
                pick!(lang, errors::question_none_of_that_id_to_show(found, known))
            }
            Self::TooManyCells { column } => {
                pick!(lang, errors::by_too_many_cells_for_cross_tables_strata(column))
            }
            Self::Study { file, line, column, cause } => {
                let text = parser_words(cause, lang) + ".";
                pick!(lang, toml::line_character(file, line, column, text))
            }
            Self::StudyEncoding { file } => pick!(lang, errors::this_file_is_not_utf_8_in_the(file)),
            Self::Codebook(error) => error.message(lang),
            Self::Centre(error) => error.message(lang),
            Self::Presentation(error) => error.words(lang),
            Self::Template(error) => error.words(lang),
            Self::Pdf(error) => error.words(lang),
            Self::Transcript(error) => error.message(lang),
            Self::Concordance(error) => error.message(lang),
            Self::Staffing(error) => error.message(lang),
            Self::NoCodedColumn { found, known } => {
                let (found, known) = (lang.quote(found), list(known, lang));
                pick!(lang, errors::coded_no_column_columns_found(found, known))
            }
            Self::UnknownTheme { at, found, known } => {
                let (at, found, known) = (at.words(lang), lang.quote(found), known.join(", "));
                pick!(lang, errors::is_no_theme_of_the_codebook_write_one(at, found, known))
            }
            Self::NoCodebook { file, known } => {
                let known = known.join(", ");
                pick!(lang, errors::codebook_not_found_give_a_toml_file_or(file, known))
            }
            Self::FamilyTwice { file, form, split } => {
                let form = lang.quote(form);
                if *split {
                    pick!(lang, errors::family_in_merge_and_in_split(file, form))
                } else {
                    pick!(lang, errors::family_twice_in_merge(file, form))
                }
            }
            Self::UnknownKey { file, line, column, key, accepted } => {
                let (key, accepted) = (lang.quote(key), accepted.join(", "));
                let text = pick!(lang, toml::unknown_key(key, accepted));
                pick!(lang, toml::line_character(file, line, column, text))
            }
            Self::Filter { file, filter, cause } => {
                let (filter, cause) = (lang.quote(filter), cause.words(lang));
                pick!(lang, errors::key_where_write_for_example_where_country_fr(file, filter, cause))
            }
            Self::NothingKept { file, filter } => {
                let filter = lang.quote(filter);
                pick!(lang, errors::key_where_no_row_passes_check_the_values(file, filter))
            }
            Self::Grouping { file, column, cause } => {
                let (column, cause) = (lang.quote(column), cause.words(lang));
                pick!(lang, errors::key_segments(file, column, cause))
            }
            Self::Weighting { file, margin, cause } => {
                let (margin, cause) = (lang.quote(margin), cause.words(lang));
                pick!(lang, errors::targets_of(file, margin, cause))
            }
            Self::Targets { at, found, expected } => expected.words(at, found, lang),
            Self::NotZeroToTen { at, low, high, question } => {
                let found = scale(*low, *high, lang);
                let lines = not_zero_to_ten(at.column.as_deref().unwrap_or_default(), *low, *high, question);
                let at = at.words(lang);
                pick!(lang, errors::this_question_is_a_recommendation_but_its(at, found, lines))
            }
            Self::UnknownColumn { file, key, column, columns } => {
                let (column, columns) = (lang.quote(column), list(columns, lang));
                pick!(lang, errors::key_no_file_has_a_column_columns_found(file, key, column, columns))
            }
            Self::UnknownWave { file, key, wave, waves } => {
                let wave = lang.quote(wave);
                if waves.is_empty() {
                    return pick!(lang, errors::key_no_wave_since_the_study_has_no(file, key, wave));
                }
                let waves = list(waves, lang);
                pick!(lang, errors::key_no_wave_waves_found(file, key, wave, waves))
            }
            Self::Invited { wave, invited, answered } => {
                let (invited, answered) = (lang.count(*invited), lang.count(*answered));
                let of = wave.as_ref().map_or_else(String::new, |wave| {
                    let wave = lang.quote(wave);
                    pick!(lang, errors::wave_in_words(wave))
                });
                pick!(lang, errors::study_toml_key_invited_invitations_for(of, invited, answered))
            }
            Self::StudyValue { file, key, found, expected } => {
                let expected = expected.words(lang);
                pick!(lang, errors::key_found(file, key, found, expected))
            }
            Self::TooManyValues { column, limit } => {
                let column = lang.quote(column);
                pick!(lang, errors::column_has_more_than_different_values_it_can(column, limit))
            }
            Self::OverInput { path } => {
                let path = path.display();
                pick!(lang, errors::is_read_by_this_command_which_would_replace(path))
            }
            Self::SameOutput { path } => {
                let path = path.display();
                pick!(lang, errors::is_given_for_two_results_one_would_replace(path))
            }
            Self::OutputExists { path } => {
                let path = path.display();
                pick!(lang, errors::exists_and_was_not_written_by_barometre(path))
            }
            Self::OtherFigures { option, kind } => {
                pick!(lang, errors::option_of_other_figures(option, lang.quote(kind)))
            }
            Self::SeveralFigures { kind, ids } => {
                let (n, first) =
                    (lang.count(ids.len() as u64), ids.first().map_or(kind.as_str(), String::as_str));
                pick!(lang, errors::several_figures_give_a_file(n, lang.quote(kind), kind, first))
            }
            Self::NothingToDraw { kind } => pick!(lang, errors::nothing_to_draw(lang.quote(kind))),
            Self::FileExists { path } => {
                let path = path.display();
                pick!(lang, errors::exists_choose_another_name_or_add_force_to(path))
            }
            Self::SlidesTemplate { path, flaw } => super::slides_words::message(path, flaw, lang),
            Self::NotAFolder { path } => {
                let path = path.display();
                pick!(lang, errors::is_a_file_a_folder_is_expected_choose(path))
            }
            Self::Io { path, cause } => {
                let path = path.display();
                pick!(lang, errors::cannot_be_read_or_written(path, cause))
            }
            Self::Engine { file, cause } => pick!(lang, errors::cannot_be_read(file, cause)),
            Self::Render { what, cause } => {
                pick!(lang, errors::cannot_be_produced_this_is_a_defect_of(what, cause))
            }
        }
    }
}

/// The lines of study.toml that settle a recommendation whose answers cannot be 0–10.
fn not_zero_to_ten(column: &str, low: f64, high: f64, question: &str) -> String {
    let (id, column) = (toml_string(question), toml_string(column));
    let how = if (low, high) == (1.0, 11.0) {
        // Codes that count the eleven answers from 1.
        let labels: Vec<String> = (0..=10).map(|x| format!("\"{}\" = {x}", x + 1)).collect();
        format!("kind = \"nps\"\nlabels = {{ {} }}", labels.join(", "))
    } else {
        format!("kind = \"rating\"\nscale = [{low}, {high}]")
    };
    format!("[[question]]\nid = {id}\ncolumn = {column}\n{how}")
}

/// A string as study.toml writes it.
pub(crate) fn toml_string(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

impl Expected {
    fn words(self, lang: Lang) -> &'static str {
        match self {
            Self::Scale => pick!(lang, errors::expected_scale_low_high_with_low_high),
            Self::ScaleOfKind => pick!(lang, errors::nps_and_enps_need_a_scale_of_0),
            Self::UniqueId => pick!(lang, errors::expected_an_id_used_only_once),
            Self::ScoreId => pick!(lang, errors::expected_the_id_of_a_nps_enps_csat),
            Self::Dates => pick!(lang, errors::expected_a_column_of_dates_31_12_2025),
            Self::DeclaredScale => pick!(lang, errors::expected_scale_low_high_a_question_of_kind),
            Self::ColumnOrFile => pick!(lang, errors::expected_column_or_by_file_not_both),
            Self::OneColumn => pick!(lang, errors::expected_column_several_columns_columns_only),
            Self::ScaleValue => pick!(lang, errors::expected_a_value_of_the_scale_for_each),
            Self::Separator => {
                pick!(lang, errors::expected_a_separator_for_example)
            }
            Self::MultipleKind => pick!(lang, errors::separator_needs_kind_multiple),
            Self::ScoreTarget => pick!(lang, errors::target_and_minimum_are_numbers_for_a_nps),
            Self::Margin => pick!(lang, errors::margin_is_a_number_above_0_for_a),
            Self::Numbers => pick!(lang, errors::expected_a_column_of_numbers),
            Self::HeadCount => pick!(lang, errors::expected_a_number_of_people_at_least_1),
            Self::TrimBounds => pick!(lang, errors::expected_trim_low_high_in_multiples_of_the),
            Self::Targets => pick!(lang, errors::expected_targets_for_example_under_weighting),
            Self::OneMargin => pick!(lang, errors::expected_a_single_margin_for_method_post),
            Self::Strata => pick!(lang, errors::head_counts_by_value_need_strata_the_column),
        }
    }
}
