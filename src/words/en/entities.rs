//! English words of entities.

texts! {
    joined(column, value) = "{column}: {value}";
    scope = "Scope";
    a_part_of_the_study(name) = "{name}, a part of the study";
    a_part_of_the_study_in_entity_tables = "A part of the study";
    this_report_is_about_the_answers_of_alone(name) = "This report is about the answers of “{name}” alone; questions, scales, weights and families of words are those of the whole study, so that reports can be compared. The other respondents are all those of the study outside it, those without a value included; the q of their difference from “{name}” allows for the number of comparisons of the report of the whole.";
    what_is_hidden_is_hidden_over_all_reports(min) = " What is hidden is hidden over all reports at once, that of the whole included: no subtraction between them gives a group of fewer than {min}. A crossing that is too fine, a word or a theme that would tell about too few people elsewhere is left out; so are the answers one by one, the tables of choices, the sub-themes and the changes of themes.";
    lower_significant = "lower, significant";
    higher_significant = "higher, significant";
    inconclusive = "inconclusive";
    against_the_other_respondents_of_the_study(name) = "{name}, against the other respondents of the study";

    overall = "overall";
    without_a_report_to_protect_anonymity_the(names) = "Without a report, to protect anonymity: {names}. The report of the whole hides them too.";
    without_a_value_in_in_the_whole_only(answers, column) = "{answers} without a value in {column}: in the whole only.";
    what_is_hidden_is_hidden_over_all_these = "What is hidden is hidden over all these reports at once: share them together, and do not mix them with those of another split of the same answers.";
    base_under_answers_a_hint_which_cannot_stand(small_base) = "† Base under {small_base} answers: a hint, which cannot stand alone.";
    one_report_by(column) = "one report by {column}";
    answers = "Answers";
    score = "Score";
    interval = "Interval";
    against_the_others = "Against the others";
    overall_in_index = "Overall";
    significant = "significant";

    other_respondents = "Other respondents";
    difference_points = "Difference (points)";
    interval_of_the_difference = "Interval of the difference";
    reading = "Reading";
}
