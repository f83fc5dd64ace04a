//! English words of study.

texts! {
    what_barometre_understood_of_your_files = "What barometre understood of your files. Correct what is wrong, then:";
    barometre_report_files_study_study_toml_o = "barometre report FILES --study study.toml -o report";
    what_is_deleted_is_inferred_again_from_the = "What is deleted is inferred again from the files; wave = \"\" means: no waves.";
    columns_not_used = "Columns not used:";
    no_question_was_recognised_take_the_off_and = "No question was recognised: take the # off and complete.";
    a_cell_of_fewer_than_min_group_answers = "a cell of fewer than min_group answers is not shown";
    take_the_off_to_declare_it = "take the # off to declare it";
    the_same_person_from_one_wave_to_another = "the same person from one wave to another";
    true_if_the_highest_value_is_the_worst = "true if the highest value is the worst";
    codes_of_no_answer_besides_empty_cells_n = "codes of no answer, besides empty cells, N/A…";
    cells_filled_empty(filled, empty) = "cells filled: {filled}, empty: {empty}";
    values(n) = "; {n} values: ";
    empty = "empty";
    date = "date";
    identifier = "identifier";
    of_the_survey_tool = "of the survey tool";
    weights_or_design_not_applied = "weights or design, not applied";
    one_value_only = "one value only";
    derived_from_a_score = "derived from a score";
    number = "number";
    too_many_values_for_a_segment = "too many values for a segment";
    not_declared = "not declared";

    to(low, high) = "{low} to {high}";
    to_under(low, high) = "{low} to under {high}";
    under(high) = "under {high}";
    and_over(low) = "{low} and over";

    mode_of_collection_scores_are_read_mode_by = "mode of collection: scores are read mode by mode";

    how_the_report_looks = "how the report looks";
    title_of_the_report = "that of the study otherwise";
    subtitle_of_the_report = "under the title";
    logo_of_the_report = "beside this file: PNG, JPEG or SVG, 500 kB at most";
    colors_of_the_report = "headings, links and frames; figures keep their colours";
    sections_of_the_report = "which ones, in which order";
    template_of_the_report = "a page of your own (minijinja)";
    slides_of_the_report = "your slides";
}
