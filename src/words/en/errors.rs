//! English words of errors.

texts! {
    empty_cell = "empty cell";
    found(found) = "found {found}";
    joined(at, what, expected) = "{at}: {what}, {expected}";
    expected_a_weight = "expected a weight, a number above 0. Write 0 for a row that is not to count, or take weight out of study.toml.";
    expected_a_stratum = "expected a stratum on every row. Fill the column in, or take strata out of study.toml.";
    expected_a_cluster = "expected a cluster on every row. Fill the column in, or take cluster out of study.toml.";
    expected_a_head_count = "expected a head count, a number from 1 on. Fill the column in, or take population out of study.toml.";
    one_head_count_in_all = "one head count in all";
    study_toml_population_the_head_count_of(name, column, known, line) = "study.toml, population: the head count of stratum {name} (column {column}) is not declared; declared: {known}. Write the head count of each stratum: {line}";
    the_head_count_runs_from_to_within_one(place, low_text, high_text) = "{place}: the head count runs from {low_text} to {high_text} within one stratum; it must be the same on all its rows. Correct the column, or declare population = {{ … }} in study.toml.";
    a_head_count_of_for_respondents_a_head(place, low_text, answered) = "{place}: a head count of {low_text} for {answered} respondents. The head count expected is that of the population, respondents included: correct it.";

    no_list_to_call_back_the_study_asks = "no call-back list: the study asks employees (eNPS), whom nobody calls back by name. Their answers are \
             read in groups only.";
    no_list_to_call_back_no_column_tells(line) = "no call-back list: no column tells who agrees to be called back. Declare it in study.toml:\n\
                     [privacy]\n{line}";
    no_list_to_call_back_the_study_has = "no call-back list: the study has no score that tells who is unhappy.";
    the_list_to_call_back_is_written_as(path) = "{path}: the call-back list is written as .csv or .xlsx.";
    is_inside_the_folder_of_the_report_which(path) = "{path} is inside the folder of the report, which is shared: the call-back list holds personal \
                     data. Choose another folder.";
    the_totals_pool_several_modes_of_collection(column, bases) = "The totals pool several modes of collection ({column}), answers of each: {bases}. People do not answer \
             alike in each: read first the scores by mode, among the segments.";
    from_to_the_mix_of_modes_of_collection(from, to, column, p) = "From {from} to {to} the mix of modes of collection ({column}) changed by more than sampling explains (χ², \
             p\u{a0}{p}): a move of the score may be a change of mode alone. See its decomposition by mode.";

    at_the_end = "at the end";
    character_found(at, found) = "character {at}, found {found}";
    expected_a_column_name_between_if_it_has = "expected a column name (between `…` if it has several words or is a keyword).";
    expected_a_comparison_in_is_empty = "expected a comparison: ==, !=, <, <=, >, >=, in […], is empty.";
    expected_a_value_a_text_between_quotes_fr = "expected a value: a text between quotes ('FR') or a number (3.5).";
    expected_a_list_a_b = "expected a list: ['a', 'b'].";
    expected_a_comma_or_the_end_of_the = "expected a comma or the end of the list.";
    expected_empty_after_an_optional_not = "expected empty, after an optional not.";
    expected_and_or_or_the_end_decimals_take = "expected and, or, or the end of the filter; decimals take a point.";
    expected_and_or_or_the_end = "expected and, or, or the end of the filter.";
    a_closing_parenthesis_is_missing = "a closing parenthesis is missing.";
    this_quote_is_never_closed = "this quote is never closed.";
    too_many_nested_parentheses_or_nots_64_at = "too many nested parentheses or nots (64 at most).";
    joined_in_study_words(place, expected) = "{place}; {expected}";
    bands_is_empty_write_for_example_bands_25 = "bands is empty; write for example bands = [25, 50].";
    bands_must_ascend_comes_after(cut, before) = "bands must ascend: {cut} comes after {before}.";
    is_no_cut(cut) = "{cut} is no cut.";
    is_merged_into_both_and(value, a, b) = "{value} is merged into both {a} and {b}.";
    bands_cannot_go_with_order_or_merge = "bands cannot go with order or merge.";

    row_fewer_cells_than_the_header_the_missing(file, first) = "{file}, row {first}: fewer cells than the header. The missing cells are read as empty.";
    rows_have_fewer_cells_than_the_header_the(file, count, first) = "{file}: {count} rows have fewer cells than the header (the first: row {first}). \
                         The missing cells are read as empty.";
    the_file_is_not_utf_8_and_was(file, encoding) = "{file}: the file is not UTF-8 and was read as {encoding}. If accents are wrong, save it \
                     as “CSV UTF-8”.";
    columns_have_the_name_of_another_one_they(file, n) = "{file}: {n} columns have the name of another one; they are read under a numbered name.";
    two_columns_are_called_columns_and_the_second(file, column, first, second, renamed) = "{file}: two columns are called {column} (columns {first} and {second}). The second \
                         one is read as {renamed}.";
    only_the_sheet_was_read_others_hold_data(file, sheet, others) = "{file}: only the sheet {sheet} was read; others hold data ({others}). Choose the sheet with --sheet.";
    sheet_with_the_same_columns(file, names, sheet, option) = "{file}: the sheet {names} has the same columns as {sheet}, the only one read; it may be another wave. To read another one: --sheet {option}.";
    sheets_with_the_same_columns(file, names, sheet, option) = "{file}: the sheets {names} have the same columns as {sheet}, the only one read; they may be other waves. To read another one: --sheet {option}.";
    title_row_skipped(file, title) = "{file}: 1 title row above the column names was skipped ({title}). Add --plain if the first row names the columns.";
    title_rows_skipped(file, n, title) = "{file}: {n} title rows above the column names were skipped ({title}). Add --plain if the first row names the columns.";
    the_first_row_looks_like_answers_not_like(file) = "{file}: the first row looks like answers, not like column names. It was taken as the \
                     header: add a header row if these are answers.";
    some_accents_are_damaged_for_example_for_add(file, found, expected) = "{file}: some accents are damaged, for example {found} for {expected}. Add \
                         --repair-encoding to repair them.";
    damaged_accents_repaired_in_places(file, n) = "{file}: damaged accents repaired (number of places: {n}).";
    stray_byte(file, first) = "{file}, line {first}: 1 byte is not UTF-8 like the rest of the file, read as Windows-1252. Otherwise name the encoding with --encoding.";
    stray_bytes(file, first, count) = "{file}, line {first}: {count} bytes are not UTF-8 like the rest of the file, read as Windows-1252. Otherwise name the encoding with --encoding.";
    the_structure_does_not_match_the_columns(file, structure) = "{file}: the structure {structure} does not match the columns (another language or another \
                     survey). It was not used.";
    has_no_column_it_is_read_as_empty(file, column) = "{file} has no column {column}: it is read as empty there.";
    no_score_column_was_recognised_the_report_has = "No score column was recognised: the report has no scores. Declare one in study.toml.";
    no_free_text_column_was_recognised_the_report = "No free-text column was recognised: the report has no part on verbatims.";
    column(s, columns, doubt) = "Column{s} {columns}: {doubt}";
    read_as_no_answer_in(codes, columns) = "Read as no answer: {codes}, in {columns}.";
    column_every_date_reads_as_day_month_and(column) = "Column {column}: every date reads as day/month and as month/day; they are read as \
                         day/month.";
    the_enps_counts_from_1_to_10_9(q) = "The eNPS {q} is rated from 1 to 10 (9–10, 7–8, 1–6): it does not compare with an eNPS rated from 0 to 10.";
    this_report_holds_some_from_0_to_10(beside) = " This report holds some rated from 0 to 10 as well: {beside}.";
    joined_in_warning_words(file, scale) = "{file}: {scale}";
    column_the_files_do_not_seem_to_answer(column, found) = "Column {column}: the answers do not seem to be on the same scale in every file ({found}). Scores of the \
                         waves then do not compare: analyse these files apart, or check the export.";
    unknown_wave(name) = "wave: {name} matches no wave (no file, no value of the column). Check the spelling in names and order.";
    unknown_waves(names) = "wave: {names} match no wave (no file, no value of the column). Check the spelling in names and order.";
    segment_cells_are_not_numbers_for_example_and(column, n, example) = "Segment {column}: some cells are not numbers and are in no band (how many: {n}; for example {example}).";
    segment_no_row_has_the_values_that_study(column, values) = "Segment {column}: values named in study.toml that no row has: {values}.";
    the_first_unreadable_one(at, cell) = " The first unreadable one: {at}, {cell}.";
    response_without_a_wave(column, first) = "1 response has no wave (column {column} empty or unreadable): counted in the totals, in no wave.{first}";
    responses_without_a_wave(n, column, first) = "{n} responses have no wave (column {column} empty or unreadable): counted in the totals, in no wave.{first}";
    the_last_wave_ends_in_column_it_covers(month, year, column) = "The last wave ends in {year}-{month:02} (column {column}): it covers fewer months than the \
                         others. Compare it with care.";
    column_looks_like_weights_they_are_not(column, name) = "Column {column} looks like weights. They are not applied: all figures are unweighted. \
                         To apply them, write weight = {name} under [study] of study.toml.";
    row_with_an_id_seen_before(column) = "One row repeats an id seen before (column {column}): some answers may count twice. Check that the file was not pasted twice.";
    rows_with_an_id_seen_before(n, column) = "{n} rows repeat an id seen before (column {column}): some answers may count twice. Check that the file was not pasted twice.";
    this_last_row_sums_the_others_up_it(at, found) = "{at}: this last row ({found}) sums the others up. It was set aside.";
    one_figure_rests_on_fewer_than_answers_do(under) = "One figure rests on fewer than {under} answers: do not quote it alone.";
    figures_rest_on_fewer_than_answers_their(cells, under) = "{cells} figures rest on fewer than {under} answers. Their interval is wide: do not \
                         quote them alone.";
    this_employee_survey_asks_questions_a_pulse(questions, most) = "This employee survey asks {questions} questions. A pulse survey has {most} at most: beyond, people \
                     answer less often and less carefully.";
    the_waves_of_this_employee_survey_are_yearly = "The waves of this employee survey are yearly. A pulse survey is taken weekly, monthly or quarterly: \
                 from one year to the next, those who answer are no longer the same.";
    to_protect_anonymity(figures, min_group) = "{figures} to protect anonymity: a base under {min_group} answers, a small base whose answers are all alike, or a figure from which another of these could be found by subtraction.";
    one_figure_is_hidden = "1 figure is hidden";
    figures_are_hidden(count) = "{count} figures are hidden";
    some_comments_are_not_in(question, main, others) = "{question}: some comments are not in {main}: {others}.";
    read_with_the_rules_of_their_language(languages) = "in {languages}, read with the rules of their language";
    in_a_language_not_recognised(n) = "{n} in a language not recognised, left out";
    one_piece_of_personal_data_announced_name = "One piece of personal data (announced name, address, phone, e-mail, number) was masked in the quotes. A name that \
                 nothing announces is not: read them before you share the report.";
    pieces_of_personal_data_announced_name(pieces) = "{pieces} pieces of personal data (announced name, address, phone, e-mail, number) were masked in the \
                         quotes. A name that nothing announces is not: read them before you share the report.";
    this_recommendation_goes_from_not_from_0_to(found) = "this recommendation goes from {found}, not from 0 to 10: it is no NPS. It is written here \
                         as a rating; correct it if its codes stand for something else.";
    the_words_at_the_ends_of_the_scale = "the words at the ends of the scale do not tell barometre which one is best. The highest value was \
                     taken as the best; otherwise write in study.toml: reversed = true.";
    read_as_a_0_10_scale_nps_but = "read as a 0–10 scale (NPS), but no 0 occurs. If the scale is 1–10, write in study.toml: \
                 kind = \"rating\" (or \"enps\" for employees), scale = [1, 10].";
    read_as_a_recommendation_nps_from_its_values = "read as a recommendation (NPS) from its values alone, 0 to 10. If it is another rating, \
                 write in study.toml: kind = \"rating\".";
    rated_0_to_10_but_speaks_of_satisfaction = "rated 0 to 10 but speaks of satisfaction: read as a rating, not as an NPS.";
    effort_on_1_5_the_direction_is_not = "effort on 1–5: the direction is not guessed, 5 is read as easiest. If 5 means much effort, \
                 write in study.toml: reversed = true.";
    effort_on_1_7_7_is_read_as = "effort on 1–7: 7 is read as easiest. If 7 means much effort, write in study.toml: \
                 reversed = true.";
    its_name_announces_a_score_but_its_answers = "its name announces a score, but its answers form no known scale: it is no score here. If it is \
                     one, declare it in study.toml with kind, scale and labels = { \"answer\" = 5 }.";
    few_whole_numbers_read_as_a_segment_if = "only a few values, all whole numbers: read as a segment. If it is a rating, declare it in study.toml with \
                 kind = \"rating\".";
    scale_inferred_from_the_values_if_it_is(range) = "scale inferred from the values ({range}). If it is another, write scale in study.toml.";

    wave(wave) = " (wave {wave})";
    row_in_weighting_words(count) = "{count} row";
    they_add_up_to_expected_a_sum_of(found, n) = "they add up to {found}. Expected a sum of 100 (percent), of 1 (shares), or a number of people \
                         not under the {n} read; a value may be missing.";
    they_add_up_to_those_of_to_write(found, other, expected) = "they add up to {found}, those of {other} to {expected}. Write head counts of the same people, \
                         or percentages.";
    is_expected_a_number_above_0_to_leave(value, found) = "{value} is {found}, expected a number above 0. To leave these answers out, write a filter: \
                         where = \"…\" under [study].";
    has_two_targets_case_accents_and_spaces_do(value) = "{value} has two targets (case, accents and spaces do not tell values apart). Keep one.";
    found_expected_a_value_for_each_of_the(value, expected) = "found {value}, expected a value for each of the {expected} columns, separated by ×: \"Female × \
                         18-34\".";
    none = "none";
    or_weight_all_waves_together_each_wave_false = ", or weight all waves together (each_wave = false under [weighting])";
    no_row_has_the_value_values_found_correct(value, wave, found, remedy) = "no row has the value {value}{wave}. Values found: {found}. Correct the spelling, or merge this \
                         target with another (merge under segments){remedy}.";
    with_the_value_which_has_no_target_targets(n, value, targets, line) = "{n} with the value {value}, which has no target. Targets declared: {targets}. Add {line} = …, \
                         merge this value with another (merge under segments), or leave these rows out (where).";
    the_margins_cannot_all_hold_after_iterations(wave, n, value, found, target) = "the targets cannot all be met{wave}: after {n} iterations {value} stays at {found} instead of \
                         {target}. Some combinations of values have no row: merge rare values (merge under segments) or \
                         remove a margin.";
    found_the_columns_expected_three_variable(at, found) = "{at}: found the columns {found}, expected three: variable, value, target. Name them so on the first \
                     row, then write one row a value: sex;Female;52.";
    found_expected_a_number_52_or_51_5(at, found) = "{at}: found {found}, expected a number (52 or 51.5).";
    empty_cell_the_variable_and_the_value_are(at) = "{at}: empty cell. The variable and the value are repeated on every row.";
    weighting_without_a_value_for_the_targets(rows, margin, kept) = "Weighting: {rows} without a value for {margin}. {kept}; the targets apply to the other rows. A filter \
             (where) can leave rows without a value out.";
    it_keeps_its_share = "It keeps the share observed";
    they_keep_their_share = "Together they keep the share observed";
    weighting_the_bounds_of_the_weights_trim_keep(value, margin, wave, found, target) = "Weighting: the bounds of the weights (trim) keep {value} from its target in {margin}{wave}: {found} instead \
             of {target}. Widen the bounds, or merge rare values.";

    row(row) = ", row {row}";
    column_in_words(column) = ", column {column}";
    and_one_more = " and 1 more";
    and_more(more) = " and {more} more";
    to(low, high) = "{low} to {high}";
    mb_once_decompressed(n) = "{n} MB once decompressed";
    bytes_once_decompressed(count) = "{count} bytes once decompressed";
    bytes_in_one_cell(count) = "{count} bytes in one cell";
    columns(count) = "{count} columns";
    rows(count) = "{count} rows";
    cells(count) = "{count} cells";
    no_such_file_check_the_path_and_the(file) = "{file}: no such file. Check the path and the spelling.";
    this_is_a_folder_a_file_is_expected(file) = "{file}: this is a folder, a file is expected. Name the files, for example \
                     {file}/wave1.csv {file}/wave2.csv.";
    the_file_is_empty_a_header_row_and(file) = "{file}: the file is empty. A header row and answers are expected.";
    the_file_holds_a_header_and_no_answers(file) = "{file}: the file holds a header and no answers. Export it again with the answers.";
    found_cells_expected_as_in_the_header_a(at, found, expected) = "{at}: found {found} cells, expected {expected} as in the header. A text probably \
                         contains the separator: put that text between straight quotes (\"…\").";
    a_straight_quote_opens_a_cell_and_is(at) = "{at}: a straight quote (\") opens a cell and is never closed. Add the missing \
                         quote, or double it (\"\") where it belongs to the text.";
    this_file_is_damaged_or_incomplete_export_it(file, format, cause) = "{file}: this {format} file is damaged or incomplete ({cause}). Export it again, or open it \
                     in the program that made it and save it as CSV.";
    this_json_holds_no_list_of_responses_a(file) = "{file}: this JSON holds no list of responses. A list of objects is expected: [{{\"note\": 9}}, …], \
                     alone or inside an object.";
    found_expected_an_object_correct_this_record(file, place, found) = "{file}, {place}: found {found}, expected an object {{…}}. Correct this record or remove it.";
    a_list = "a list";
    a_single_value = "a single value";
    line_of_the_file(record) = "line {record} of the file";
    record(record) = "record {record}";
    this_archive_holds_several_files_unzip_it(file, files) = "{file}: this archive holds several files ({files}). Unzip it, then name the files to read.";
    this_workbook_is_protected_by_a_password_open(file) = "{file}: this workbook is protected by a password. Open it in Excel, save a copy without the \
                     password and try again.";
    more_than_more_than_any_survey_holds_the(at, limit) = "{at}: more than {limit}, more than any survey holds. The file is probably damaged: \
                         export it again, or cut it into several files.";
    no_file_matches_this_pattern_check_the_folder(pattern) = "{pattern}: no file matches this pattern. Check the folder and the extension.";
    encoding_unknown_encoding_write_for_example(encoding) = "--encoding {encoding}: unknown encoding. Write for example utf-8, windows-1252, \
                         iso-8859-15, macintosh, utf-16le.";
    these_bytes_are_not_leave_encoding_out_or(at, encoding) = "{at}: these bytes are not {encoding}. Leave --encoding out, or name the encoding of the \
                         file (windows-1252, macintosh…).";
    the_format_cannot_be_told_from_the_first(file) = "{file}: the format cannot be told from the first bytes. Add --input-format csv, xlsx, json, \
                     jsonl, parquet, sav or dta.";
    this_is_no_file_of_answers_export_the(file, looks_like) = "{file}: this is no file of answers ({looks_like}). Export the answers as CSV or XLSX; what Excel opens can be saved there as XLSX.";
    is_given_twice_its_answers_would_count_double(file) = "{file} is given twice: its answers would count double. Name it once.";
    no_sheet_sheets_found(file, sheet, sheets) = "{file}: no sheet {sheet}. Sheets found: {sheets}.";
    has_no_value_its_values(column, found, known) = "{column} has no value {found}. Its values: {known}.";
    other_values_outside_the_scale_in_this_column(others) = " Other values outside the scale in this column: {others}.";
    if_it_means_no_answer_missing(value) = "if it means no answer: missing = [{value}]; ";
    if_the_scale_is_another_kind_rating_scale = "if the scale is another: kind = \"rating\", scale = [low, high]; if an NPS is coded 1 to 11: \
                         labels = { \"1\" = 0, \"2\" = 1, …, \"11\" = 10 }";
    if_it_is_an_answer_its_value_labels(first, high, value) = "if it is an answer, its value: labels = {{ {first} = {high} }}; if it means no answer: \
                             missing = [{value}]";
    found_expected_question_kind_correct_the_cell(at, quoted, expected, question, kind, more, remedy) = "{at}: found {quoted}, expected {expected} (question {question}, kind = \"{kind}\").{more} Correct the cell; or write a study.toml (barometre init FILE -o study.toml), complete question {question} there and run again with --study study.toml: {remedy}.";
    a_whole_number_from(range) = "a whole number from {range}";
    a_value_from(range) = "a value from {range}";
    neither_a_score_nor_free_text_was_recognised(columns) = "Neither a score nor free text was recognised. Columns read: {columns}. Write a \
                         study.toml (barometre init FILE -o study.toml), add a [[question]] with column and \
                         kind (nps, csat, ces, rating, open), then run again with --study study.toml.";
    no_segment = "none";
    no_column_segments_of_the_study_any_other(option, found, known) = "{option}: no column {found}. Segments of the study: {known}. Any other column of the file \
                         will do as well, if it has few values.";
    question_none_of_that_id_to_show(found, known) = "--question: no question {found} to show here. Possible questions: {known}.";
    by_too_many_cells_for_cross_tables_strata(column) = "--by {column}: too many cells for cross-tables (strata × waves × segments × answers). In \
                     study.toml, keep fewer segments or group their values (merge, bands).";
    this_file_is_not_utf_8_in_the(file) = "{file}: this file is not UTF-8. In the editor, save it with the encoding UTF-8.";
    coded_no_column_columns_found(found, known) = "--coded: no column {found}. Columns found: {known}.";
    is_no_theme_of_the_codebook_write_one(at, found, known) = "{at}: {found} is no theme of the codebook. Write one of its themes, or several separated by “;”, or - for none. Its themes: {known}.";
    codebook_not_found_give_a_toml_file_or(file, known) = "{file}: codebook not found. Give a TOML file, or one of the codebooks supplied: {known}.";
    family_in_merge_and_in_split(file, form) = "{file}, [families]: {form} is in merge and in split. Keep it in one of the two lists.";
    family_twice_in_merge(file, form) = "{file}, [families]: {form} or a word of its family is in two lists of merge. Make one list of the two, or take it out of one.";
    key_where_write_for_example_where_country_fr(file, filter, cause) = "{file}, key where, {filter}: {cause} Write for example where = \"country == 'FR' and age >= \
                         18\".";
    key_where_no_row_passes_check_the_values(file, filter) = "{file}, key where: no row passes {filter}. Check the values, or remove the key.";
    key_segments(file, column, cause) = "{file}, key segments, {column}: {cause}";
    targets_of(file, margin, cause) = "{file}, targets of {margin}: {cause}";
    this_question_is_a_recommendation_but_its(at, found, lines) = "{at}: this question is a recommendation, but its answers go from {found}, and an NPS is rated from 0 to 10. Write the study (barometre init FILES -o study.toml) with these lines, then add --study study.toml:\n{lines}";
    key_no_file_has_a_column_columns_found(file, key, column, columns) = "{file}, key {key}: no file has a column {column}. Columns found: {columns}.";
    key_no_wave_since_the_study_has_no(file, key, wave) = "{file}, key {key}: no wave {wave}, since the study has no waves.";
    key_no_wave_waves_found(file, key, wave, waves) = "{file}, key {key}: no wave {wave}. Waves found: {waves}.";
    wave_in_words(wave) = ", wave {wave}";
    study_toml_key_invited_invitations_for(of, invited, answered) = "study.toml, key invited{of}: {invited} invitations for {answered} answers. Write the number of \
                         people asked, not counting reminders.";
    key_found(file, key, found, expected) = "{file}, key {key}: found {found}, {expected}.";
    column_has_more_than_different_values_it_can(column, limit) = "Column {column} has more than {limit} different values: it can be neither a segment, nor waves, \
                         nor a scale. Correct study.toml.";
    is_read_by_this_command_which_would_replace(path) = "{path} is read by this command, which would replace it. Choose another name or another folder: --force changes nothing here.";
    is_given_for_two_results_one_would_replace(path) = "{path} is given for two results: one would replace the other. Give two names.";
    exists_and_was_not_written_by_barometre(path) = "{path} exists and was not written by barometre. Choose another name with -o, or \
                         add --force to write there.";
    exists_choose_another_name_or_add_force_to(path) = "{path} exists. Choose another name, or add --force to replace it.";
    is_a_file_a_folder_is_expected_choose(path) = "{path} is a file: a folder is expected. Choose another name with -o.";
    cannot_be_read_or_written(path, cause) = "{path}: cannot be read or written ({cause}).";
    cannot_be_read(file, cause) = "{file}: cannot be read ({cause}).";
    cannot_be_produced_this_is_a_defect_of(what, cause) = "{what}: cannot be produced ({cause}). This is a defect of barometre.";
    expected_scale_low_high_with_low_high = "expected scale = [low, high] with low < high";
    nps_and_enps_need_a_scale_of_0 = "nps and enps need a scale of 0 to 10 (or 1 to 10 for enps); for another scale write kind = \"rating\"";
    expected_an_id_used_only_once = "expected an id used only once";
    expected_the_id_of_a_nps_enps_csat = "expected the id of an nps, enps, csat, ces or rating question";
    expected_a_column_of_dates_31_12_2025 = "expected a column of dates (31/12/2025, 2025-12-31 or 31 December 2025)";
    expected_scale_low_high_a_question_of_kind = "expected scale = [low, high]: a question of kind = \"rating\" has no usual scale";
    expected_column_or_by_file_not_both = "expected column = \"…\" or by = \"file\", not both";
    expected_column_several_columns_columns_only = "expected column = \"…\"; several columns (columns = […]) only with kind = \"multiple\"";
    expected_a_value_of_the_scale_for_each = "expected a value of the scale for each answer in labels";
    expected_a_separator_for_example = "expected a separator, for example \";\"";
    separator_needs_kind_multiple = "separator needs kind = \"multiple\"";
    target_and_minimum_are_numbers_for_a_nps = "target and minimum are numbers, for an nps, enps, csat, ces or rating question";
    margin_is_a_number_above_0_for_a = "margin is a number above 0, for an nps, enps, csat, ces or rating question";
    expected_a_column_of_numbers = "expected a column of numbers";
    expected_a_number_of_people_at_least_1 = "expected a number of people, at least 1";
    expected_trim_low_high_in_multiples_of_the = "expected trim = [low, high] in multiples of the mean weight, with 0 ≤ low < 1 < high, for example \
                 trim = [0.3, 3.0]";
    expected_targets_for_example_under_weighting = "expected targets, for example under [weighting.targets]: sex = { \"Female\" = 52, \"Male\" = 48 }";
    expected_a_single_margin_for_method_post = "expected a single margin for method = \"post-stratification\": cross the columns (\"sex × age\" = { \
                 \"Female × 18-34\" = 12, … }), or write method = \"raking\"";
    head_counts_by_value_need_strata_the_column = "head counts by value need strata = \"…\", the column that holds these values";

    qualtrics_legacy_format = "Qualtrics, legacy format";

    base_hidden = "base hidden";
    option_of_other_figures(option, kind) = "{option} says nothing to the figure {kind}. Leave it out, or ask for a figure of a contact centre: targets, control, week, waits…";
    several_figures_give_a_file(n, kind, id, first) = "{n} figures {kind}, one a column. Give a file: with -o {id}.svg each gets its own ({first}.svg…).";

    nothing_to_draw(kind) = "nothing to draw for {kind}: these files do not hold what the figure shows. barometre report describes them whole; barometre chart --help names the figures.";

    template_protected(path) = "{path} is protected by a password, or in the old .ppt format. Save it without a password, as .pptx or .potx.";
    template_not_power_point(path) = "{path} is no PowerPoint presentation. --slides-template takes a .pptx or .potx file.";
    template_strict(path) = "{path} is in the “Strict Open XML” format. In PowerPoint choose Save as, then “PowerPoint Presentation (*.pptx)”.";
    template_too_large(path) = "{path} is too large for a template: more than 512 MB once opened, or more than 10,000 parts. Take its example slides and their media out.";
    template_damaged(path, part) = "{path} is damaged: its part “{part}” is missing or cannot be read. Open it in PowerPoint, save it under another name, and give that one.";
    template_without_a_layout(path, layouts) = "{path} has no layout that serves ({layouts} read): one is needed with a title and, under it, a place for content large enough for a table or a figure (“Title and Content” in PowerPoint), or a title alone.";
}
