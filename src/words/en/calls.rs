//! English words of calls.

texts! {
    empty_pattern_write_one_word_at_least_for = "empty pattern: write one word at least, for example delay.";
    pattern_character(column, text, typed, mark) = "pattern, character {column}: {text}\n    {typed}\n    {mark}^";
    is_for_calls_only_and_these_files_are(option) = "{option} is for calls only, and these files are read as surveys: add --transcripts to read them as transcripts.";
    is_for_surveys_only_and_these_files_are(option) = "{option} is for surveys only, and these files are read as call transcripts: leave the option out.";
    theme_unknown_theme_themes_of_this_codebook(found, known) = "--theme: unknown theme {found}. Themes of this codebook: {known}.";
    no_column_columns_found(option, found, known) = "{option}: no column {found}. Columns found: {known}.";
    no_open_question_was_recognised_name_the(known) = "no open question was recognised. Name the column to read with --column. Columns found: {known}.";
    where_write_for_example_where_country_fr_and(typed, cause) = "--where, {typed}: {cause} Write for example --where \"country == 'FR' and age >= 18\".";
    where_no_row_passes_check_the_values_or(typed) = "--where: no row passes {typed}. Check the values, or leave the option out.";

    concordance_of = "Concordance of ";

    no_text_was_read = "No text was read.";
    comments_read = ("comment read", "comments read");
    calls_read = ("call read", "calls read");
    occurrences = ("occurrence", "occurrences");
    comments = ("comment", "comments");
    calls = ("call", "calls");
    turns_of_speech = ("turn", "turns");
    no_occurrence_of_read(pattern, read) = "No occurrence of {pattern} ({read}).";
    occurrences_in_comments(hits, pattern, with, texts_with, all, texts) = "{hits} of {pattern} in {with} of {texts}.";
    occurrences_in_calls(hits, pattern, with, calls_with, all, calls, turns) = "{hits} of {pattern} in {with} of {calls} ({turns}).";
    one_inside_personal_data_and_not_shown = " 1 stands inside personal data and is not shown.";
    inside_personal_data_and_not_shown(hidden) = " {hidden} stand inside personal data and are not shown.";
    one_more_not_shown_limit_shows_more = " 1 more is not shown: --limit shows more.";
    more_not_shown_limit_shows_more(left_out) = " {left_out} more are not shown: --limit shows more.";
    call = "Call";
    row = "Row";

    low_score = "low score";
    request_not_resolved = "request not resolved";
    dissatisfied_customer = "dissatisfied customer";
    speaks_of_leaving_or_complaining = "speaks of leaving or complaining";
    sensitive_content = "sensitive content";
    wording_to_avoid_grid_or_script = "wording to avoid (grid or script)";
    script_steps_missing = "script steps missing";
    customer_interrupted = "customer interrupted";
    long_silence = "long silence";
    no_sign_of_listening = "no sign of listening";
    rising_subject = "rising subject";
    long_call = "long call";

    joined(file, error) = "{file}: {error}";
    not_a_transcript_in_a_known_format_webvtt(file) = "{file}: not a transcript in a known format (WebVTT, SRT, JSON of a speech engine, CSV of turns, text “Agent: …”, Transcriber .trs).";
    line_expected(file, line, found, expected) = "{file}, line {line}: {found}. Expected: {expected}.";
    no_word_to_read(file) = "{file}: no word to read.";
    the_file_ends_too_early = " The file ends too early.";
    line_column_this_is_not_valid_json_export(file, line, column, end) = "{file}, line {line}, column {column}: this is not valid JSON.{end} Export it again from the speech engine.";
    more_than_mb_give_one_file_per_call(file, limit) = "{file}: more than {limit} MB. Give one file per call.";
    more_than_files_extract_the_archive_and_give(file, limit) = "{file}: more than {limit} files. Extract the archive and give its folder.";
    cannot_be_read(file, cause) = "{file}: cannot be read ({cause}).";
    no_file_no_folder_and_no_archive_of(file) = "{file}: no file, no folder and no archive of that name.";
    zip_archive_that_cannot_be_read(file, cause) = "{file}: zip archive that cannot be read ({cause}).";
    n_1_file_passed_over = " 1 file passed over.";
    files_passed_over(n) = " {n} files passed over.";
    no_call_files_looked_for_vtt_srt_trs(paths, skipped, first) = "{paths}: no call. Files looked for: .vtt, .srt, .trs, .json of a speech engine, .csv of turns, .txt “Agent: …”, or a .zip archive of them.{skipped}{first}";
    no_column_names_the_calls_columns_call_one(file, headers) = "{file}: no column identifies the calls (columns: {headers}). Call one of them “call_id” or “file”.";
    element_of(element, list) = "element {element} of {list}";
    key(key) = ", key {key}";
    expected(file, at, key, found, expected) = "{file}, {at}{key}: {found}. Expected: {expected}.";
    a_time_such_as_00_01_02_500 = "a time such as 00:01:02.500 --> 00:01:04.000";
    an_end_after_the_beginning = "an end after the beginning";
    a_time_such_as_00_01_02 = "a time such as 00:01:02";
    a_time_in_seconds_12_5_in_milliseconds = "a time in seconds (12.5), in milliseconds where the header says so (start_ms), or such as 00:01:02.500";
    a_header_with_a_column_text_and_a = "a header with a column text and a column speaker, start or call";
    a_row_of_csv = "a row of CSV";
    a_whole_and_well_formed_xml_file_of = "a whole and well-formed XML file of Transcriber";
    a_segment_such_as_speaker_call_1_12 = "a segment such as SPEAKER call 1 12.50 3.20 <NA> <NA> agent <NA> <NA>";
    a_number_of_seconds_such_as_62_5 = "a number of seconds, such as 62.5";
    a_number_of_milliseconds_such_as_62500 = "a number of milliseconds, such as 62500";
    a_text = "a text";
    a_list = "a list";
    a_json_object_in_braces = "a JSON object, in braces";

    census = "census";

    call_in_fault = "call";
    evaluations_no_column_names_the_call_columns(headers, call) = "Evaluations: no column identifies the call; columns found: {headers}. Name it {call}.";
    active_listening = "active listening";
    or = " or ";
    evaluations_no_column_of_marks_columns_found(headers, listening, grid) = "Evaluations: no column of marks; columns found: {headers}. Expected: {listening}{grid}.";
    row_column(row, column) = "row {row}, column {column}";
    row_in_fault(row) = "row {row}";
    column = "column ";
    evaluations(place, what) = "Evaluations, {place}: {what}";
    no_call_is_named_the_row_is_left = "no call is named, the row is left out. Write the id of the call.";
    call_is_not_among_the_calls_read_it(call) = "call {call} is not among the calls read; it counts only where the listening plan drew it. Write the id as the plan gives it.";
    item_is_not_in_the_grid_its_marks(item) = "item {item} is not in the grid, its marks do not count. Add it to the grid or correct its name.";
    an_earlier_column_already_holds_this_one_does(item) = "an earlier column already holds {item}, this one does not count. Delete one of the two.";
    neither_an_item_of_the_grid_nor_a = "neither an item of the grid nor a known column, it is not read.";
    yes_no_or_na_1_or_0 = "yes, no or NA (1 or 0)";
    a_mark_from_to_or_na(low, high) = "a mark from {low} to {high}, or NA";
    is_not_a_mark_write(found, expected) = "{found} is not a mark. Write {expected}.";
    is_not_a_date_write_it_as_2025(found) = "{found} is not a date. Write it as 2025-12-31.";
    the_same_evaluator_marked_call_already_in_row(call, before) = "the same evaluator marked call {call} already in row {before}; the last row counts.";
    is_read_as_non_conforme_failed_since_the(nc, c, n) = "{nc} is read as “non conforme” (failed), since the file also marks {c} (cells: {n}). Write NA where the item does not apply.";

    active_listening_in_evaluation = "Active listening";
    score_on_the_grid = "Score on the grid";
    item = "Item";

    evaluator = "evaluator";
    comment = "comment";

    evaluated_calls_nothing_shows_how_they_were(evaluated) = "Evaluated calls: {evaluated}. Nothing shows how they were picked: without a listening plan drawn at random, the interval only holds if chance picked them.";
    evaluated_calls_outside_the_listening_plan(calls) = "Evaluated calls outside the listening plan: {calls}. Picked and not drawn, they enter no rate.";
    evaluated_calls_that_are_not_among_those_read(calls) = "Evaluated calls that are not among those read: {calls}. They enter no rate.";
    drawn_calls_without_an_evaluation_of_the(missing, drawn) = "Drawn calls without an evaluation: {missing} of {drawn}. The rates assume that they resemble the evaluated calls of the same agent and period.";
    agents_periods_without_any_evaluation_calls(strata, calls) = "Agents × periods without any evaluation: {strata} (calls: {calls}). The rates do not speak for them.";
    agents_periods_with_a_single_evaluated_call(strata) = "Agents × periods with a single evaluated call: {strata}. Their spread is borrowed from the others, which widens the intervals; two calls each would measure it.";

    note_turns_without_a_time_stand_at_the = "\nNOTE\nTurns without a time stand at the end of the one before.\n";
    unidentified_voice = "Unidentified voice";
    customer = "Customer";
    other_voice = "Other voice";
    voice = "Voice";

    json_of_monologues = "JSON of monologues";
    whisper_json = "Whisper JSON";
    amazon_transcribe_json = "Amazon Transcribe JSON";
    google_speech_to_text_json = "Google Speech-to-Text JSON";
    azure_speech_json = "Azure Speech JSON";
    deepgram_json = "Deepgram JSON";
    csv_of_turns = "CSV of turns";
    plain_text = "plain text";

    no_grid(cause) = "this file is no listening grid ({cause}). An item opens with [[item]], a step of the script with [[step]], and lines such as id = \"rephrasing\" describe them.";
    unknown_value(value, accepted) = "unknown value {value}. Values known here: {accepted}.";
    no_item_and_no_step = "no item and no step. Open an item with [[item]], with id, label, weight and rules_en.";
    no_item_gives_points = "no item gives points: write sign = \"positive\" under one of them.";
    id_refused(id) = "id {id} refused: write small letters without accents, digits and _, for example id = \"open_question\".";
    id_taken(id) = "id {id} is that of another item or step: write another one.";
    number_refused(key, found, range) = "{key} = {found} refused: write {range}.";
    no_rule(id) = "{id} has no rule: write for example rules_en = [\"if I understand correctly\"].";
    useless_rules(id) = "{id} reads no rules: remove them, or write detect = \"words\" to have them used.";
    from_0_to_1 = "a number from 0 to 1, for example 0.6";
    points_above_0 = "a number of points above 0";
    whole_number_from_1 = "a whole number from 1";

    row_column_is_not_a_date_write_for(row, column, found) = "row {row}, column {column}: {found} is not a date. Write for instance 2025-12-31 14:30.";
    row_no_call_is_named(row) = "row {row}: no call is named.";
    row_no_transcript_for_call(row, id) = "row {row}: no transcript for call {id}.";
    row_may_be_any_of_these_calls_put(row, id, calls) = "row {row}: {id} may be any of these calls: {calls}. Put the folder in the name.";
    row_call_already_has_row_which_is_kept(row, id, first) = "row {row}: call {id} already has row {first}, which is kept.";
    call_no_row_of_metadata(call) = "call {call}: no row of metadata.";

    audio_or_video_recording = "audio or video recording";
    another_kind_of_file = "another kind of file";
    table_without_turns = "table without turns";
    no_transcript = "no transcript";
    archive_in_an_archive = "archive in an archive";
    same_call_as_which_tells_more(kept) = "same call as {kept}, which tells more";
    no_call_of_the_same_name_lacks_the = "no call of the same name lacks the speakers that it gives";

    period = "period";
    order = "order";
    calls_in_stratum = "calls in stratum";
    drawn = "drawn";
    seed = "seed";
    asked_per_stratum = "asked per stratum";
    cut_by = "cut by";
    calls_excluded = "calls excluded";
    calls_eligible = "calls eligible";

    week = "week";
    month = "month";
    none = "none";

    listening_plan_no_column_keep_the_file_as(column) = "Listening plan: no column {column}. Keep the file as the draw wrote it, one row per drawn call.";
    listening_plan_no_drawn_call = "Listening plan: no drawn call.";
    listening_plan_row_column_is_not_what_the(row, column, found) = "Listening plan, row {row}, column {column}: {found} is not what the draw writes. Take the value of the original file.";
    listening_plan_row_column_but_above_for_the(row, column, found, before) = "Listening plan, row {row}, column {column}: {found}, but {before} above for the same draw. A plan comes from a single draw: give one file per draw.";
    listening_plan_row_call_is_there_already(row, call) = "Listening plan, row {row}: call {call} is there already. Delete the repeated row.";
    listening_plan_stratum_of_row_calls_drawn(row, drawn, found) = "Listening plan, stratum of row {row}: calls drawn: {drawn}, rows: {found}. Keep every drawn call, evaluated or not, and add none: a call that was picked was not drawn.";
    listening_plan_calls_were_eligible_are_in_the(eligible, found) = "Listening plan: {eligible} calls were eligible, {found} are in the strata of the file. Rows are missing: take the original file.";

    customer_in_speaker = "customer";
    other_voice_in_speaker = "other voice";
    unidentified_voice_in_speaker = "unidentified voice";

    line = "line";

    turn = "turn";
    times = "times";
}
