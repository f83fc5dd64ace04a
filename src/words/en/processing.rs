//! English words of processing.

texts! {
    to_call_back = "To call back";
    to_call_back_in_personal_data_comments_as(n, path, no, unclear) = "To call back: {n} in {path}. Personal data, comments as written: this file stays on this machine and does not go with the report. Left out: {no} without consent, {unclear} whose consent is unclear.";

    identifiers = "identifiers";
    contact_details = "contact details";
    consent_to_be_called_back = "consent to be called back";
    answers_on_a_scale_or_by_choosing = "answers on a scale or by choosing";
    free_text = "free text";
    characteristics_of_respondents = "characteristics of respondents";
    date_or_wave = "date or wave";
    weights_and_sampling_design = "weights and sampling design";
    not_used_by_the_analysis = "not used by the analysis";
    prepared_by_barometre_from_the_files_and = "Prepared by barometre from the files and study.toml (GDPR, article 30), to be reviewed and completed by the controller. Boxes ☐ are to be filled in.\n";
    to_be_filled_in_under_privacy_of_study(fr, key, en) = "☐ To be filled in: {en} (`{key}` under `[privacy]` of study.toml)";
    employees_who_answered = "employees who answered";
    people_who_answered_the_survey = "people who answered the survey";
    to_be_removed_from_the_files_unless_something = ". To be removed from the files unless something else justifies them (minimisation)";
    columns(role) = "Columns: {role}";
    none_recognised = "none recognised";
    special_categories_of_article_9_or_alerts(sensitive) = "{sensitive}. Special categories of article 9, or alerts, mentioned in comments; `barometre redact --sensitive` lists them for the person in charge";
    fewer_than(min) = "fewer than {min}";
    no_figure_on_fewer_than_answers_nor_a(min, hidden) = "no figure on fewer than {min} answers, nor a way to find it by subtraction; scores hidden in the report of these files: {hidden}";
    no_minimum_min_group_1_small_bases_are = "no minimum (`min_group = 1`): small bases are flagged, not hidden";
    comments_are_quoted_only_for_a_word_or(quotes) = "comments are quoted only for a word or theme that at least {quotes} people use";
    comments_are_quoted_without_a_minimum = "comments are quoted without a minimum";
    identifiers_and_announced_names_masked(quoted) = "{quoted}, identifiers and announced names masked, sensitive content left out; a name that nothing announces may stay, hence a review before sharing";
    answers_of_the_same_person_are_linked_between = "answers of the same person are linked between waves by an identifier: pseudonymised, not anonymous";
    no_identifier_is_read_by_the_analysis = "no identifier is read by the analysis";
    the_identifier_allows_the_answers_of_a_person = "the identifier allows the answers of a person to be found and deleted in the files";
    to_be_filled_in_how_the_answers_of = "☐ To be filled in: how the answers of a person are found, or why they cannot be (article 11)";
    record_of_processing = "Record of processing";
    scores_and_their_uncertainty_words_and_themes = "scores and their uncertainty, words and themes counted in comments, groups compared";
    rows_read_analysed(files, read, kept) = "{files}; rows read: {read}, analysed: {kept}";
    barometre_has_no_database_it_reads_the_files = "barometre has no database: it reads the files, writes what it is asked to, and deletes its temporary files on leaving";
    nothing_the_program_opens_no_connection_calls = "nothing: the program opens no connection, calls no service, sends neither answers nor usage statistics; the pages that it writes load nothing from outside";
    none_by_the_program_to_be_checked_for = "none by the program; ☐ to be checked for the survey tool and the storage of files";
    to_be_filled_in_who_has_access_disk = "☐ To be filled in: who has access, disk encryption, backups";
    scores_and_themes_help_to_decide_they_do = "scores and themes help to decide, they do not decide alone; a driver is an association, not a cause";
    no_decision_is_taken_about_a_person_nor = "no automated decision is taken about a person, by profiling or otherwise (article 22)";
    to_be_filled_in_where_and_when_respondents = "☐ To be filled in: where and when respondents were informed (article 13)";
    with_the_supervisory_authority_in_france_the = "with the supervisory authority (in France, the CNIL)";
}
