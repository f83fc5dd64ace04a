//! English words of method.

texts! {
    in_brackets_the_confidence_interval_of_the(level) = "In brackets: the {level} confidence interval of the figure before them.";
    q_the_smaller_the_stronger_the_evidence_given = "q: the smaller, the stronger the evidence, given the number of tests; under 0.05 a difference is called significant.";
    p_strength_of_the_evidence_for_the_difference = "p: strength of the evidence for the difference between two waves, a question asked beforehand and so not corrected; under 0.05 it is called significant.";
    base_number_of_calls_tickets_or_answers = "Base: number of calls, tickets or answers behind the figure.";
    base_number_of_valid_answers = "Base: number of valid answers.";
    turned = " (reversed)";
    none = "none";
    base_valid_answers_all_waves = "Base: valid answers, all waves";
    base_valid_answers = "Base: valid answers";
    turned_scale = "Reversed scale";
    in_the_file_the_lowest_answer_is_the(list) = "In the file the lowest answer is the best for {list}: each answer x is read as minimum + maximum − x, so that the top of the scale is always the best.";
    share_of_promoters_ratings_of_minus_share_of(plus, minus, middle) = "Share of promoters (ratings of {plus}) minus share of detractors (ratings of {minus}), in points from −100 to +100. Passives (ratings of {middle}) count in the base, neither for nor against.";
    share_of_answers_of_as_a_percentage_of(best, worst) = "Share of answers of {best}, as a percentage of valid answers. The dissatisfied are those who answer {worst}.";
    share_of_answers_of_on_the_easy_side(best) = "Share of answers of {best}, on the easy side of the scale, as a percentage of valid answers.";
    share_of_ratings_of_as_a_percentage_of(best) = "Share of ratings of {best}, as a percentage of valid answers.";
    mean_of_the_answers_in_points_of_the = "Mean of the answers, in points of the scale; the higher, the easier.";
    mean_of_the_valid_answers_in_points_of = "Mean of the valid answers, in points of the scale.";
    number_of_valid_answers_behind_a_figure_under(small_base) = "Number of valid answers behind a figure. Under {small_base} (mark †) the figure is fragile.";
    joined(name, tests) = " {name}: {tests}.";
    result_of_the_last_wave_minus_that_of(named) = "Result of the last wave minus that of the one before, with its own interval. Two intervals that overlap do not rule out a significant difference: q decides, p for the total. A difference may also come from a change in who answered, which the interval does not see.{named}";
    each_segment_is_compared_with_the_other(named) = "Each segment is compared with the other respondents, all waves together; q allows for all that is compared on this score.{named}";
    a_difference_between_two_waves_is_the_exact = "A difference between two waves is the exact sum of two terms (Kitagawa’s decomposition, 1955): what the scores change within segments, and what the mix of respondents changes, each counted at the mean of the two waves. Answers without a value make a segment. The decomposition describes the answers received: q, not this, says whether the difference is more than chance. When the total goes one way and its segments the other (Simpson’s paradox), a sentence says so.";
    answers_over_people_asked_or_over_the_head = "Answers over people asked, or over the head count declared. The interval (Wilson) is that of a group drawn from a much larger one. A high participation does not rule out that those who did not answer think otherwise.";
    strength_of_the_evidence_corrected_for_the = "Strength of the evidence, corrected for the number of tests (Benjamini and Hochberg): the smaller q, the less chance is enough to explain the difference. Keeping only differences with q < 0.05 accepts on average at most 5% of false alarms among them. The difference of the total between two waves, the one question asked beforehand, is read on p, uncorrected. Neither q nor p says whether a difference is large: the interval does.";
    on_request_differences_between_waves_and = "On request, the q of differences between waves and segments is corrected by Holm’s stricter method: if only the differences with q < 0.05 are kept, there is at most a 5% chance that even one of them is a false alarm.";
    the_forms_of_one_word_plurals_conjugations = "The forms of one word (plurals, conjugations, usual misspellings) are grouped under the most frequent. Words that belong together (“waiting time”) count as one too, as do those that the sentence denies (“not satisfied”). A word met most often inside such a phrase leaves its place to it. What is counted is the comments that contain the word or phrase, once each.";
    a_word_is_specific_to_a_group_when = "A word is specific to a group when it is more frequent there than in the opposite group. G² (log-likelihood) ranks the words; the ratio says how many times more often the group uses it; q comes from Fisher’s exact test, or from χ² when every expected count reaches 5 (100 when p is under 0.001).";
    score_of_all_answers_with_a_score_and = "Score of all answers with a score and a comment, minus the score of those that do not mention the word. Negative: the word goes with low scores (pain point); positive: with high ones (strength). Impacts do not add up: one comment may mention several words.";
    a_result_of_fewer_than_or_whose_few(min) = "A result of fewer than {min}, or whose few answers are all alike, is not shown (–), so that nobody can be recognised. Other, larger results are hidden with it: by subtraction from a total, a wave or a nested segment it could be found from them. What is published leaves every hidden count uncertain by at least {min}. All these answers still count in the totals.";
    computed_on_exact_values_and_rounded_on = "Computed on exact values and rounded on display only: a sum or a difference may differ by one unit of the last digit.";
    n_3_of_its_own_standard_errors = "3 of its own standard errors";
    n_3_of_its_own_standard_errors_for_a = "3 of its own standard errors for a net score or a mean";
    n_3_standard_errors_of_the_mean_share_at = "3 standard errors of the mean share, given its base, for a share (p chart)";
    n_3_standard_errors_scaled_to_the_variation = "3 standard errors scaled to the variation found from wave to wave, where bases do not explain it (Laney 2002)";
    n_2_66_mean_moving_ranges_xmr = "2.66 mean moving ranges (XmR)";
    and_runs_of(runs, run) = " and {runs} runs of {run}";
    a_segment_is_named_in_the_key_findings = " A segment is named in the key findings only where its waves differ more than chance would have it (χ² of homogeneity), q allowing for the number of segments.";
    these_standard_errors_are_not_reduced_for_a = " These standard errors are not reduced for a finite population: what produces the answers from wave to wave is judged, not who was there.";
    under_waves_limits_are_provisional_each_new(enough) = " With fewer than {enough} waves, limits are provisional: each new wave may move them.";
    series_followed = ("series is charted", "series are charted");
    a_wave_is_out_of_limits_when_it(kinds, run, finite, followed, points_text, expected, runs, provisional, segments) = "A wave is out of limits when it is further from the mean of the waves than {kinds}; {run} waves in a row on one side of that mean are a signal too.{finite} {followed} here, or {points_text} points: if nothing changed, chance alone would give about {expected} out of limits{runs}.{provisional}{segments}";
    margin_of_error_due_to_chance_in_sampling(level, methods) = "Margin of error due to chance in sampling: were the survey repeated, {level} of the intervals so built would contain the true value. It covers neither recruitment nor non-response bias. Computed as {methods}.";
    a_codebook_says_by_which_words_and_phrases = "A codebook says by which words and phrases a theme is spoken of; “barometre themes” gives the comments that each rule finds and the words that the codebook does not cover. The judgement (pleased, displeased) is read in the clause that speaks of the theme, else in its neighbours. It is read by a program: theme and judgement together, it is wrong about one time in four on new comments.";
    share_of_the_answers_that_speak_of_the = "Share of the answers that speak of the theme, times the difference in score that goes with it when all other themes are held equal (linear regression of the score on all themes at once). Themes mentioned together thus share their effect. The interval comes from the jackknife: the model is computed again without each group of respondents in turn.";
    part_of_the_scores_r_due_to_a = "Part of the score’s R² due to a rated dimension, on average over all orders in which the dimensions may enter the model (LMG, Shapley value); interval by jackknife. Only answers that rate every dimension count.";

    polarity_of_calibrated_on_in_your_data_words(question, target, n, words) = "Polarity of {question} calibrated on {target}: in your data, {n} words weigh otherwise than in the lexicon{words}";

    kind = "Kind";
    scale = "Scale";
    base = "Base";
    answers_not_counted = "Answers not counted";

    before_using_these_figures = "Before using these figures";
    questions_and_bases = "Questions and bases";
    definitions = "Definitions";
    how_to_read_these_figures = "How to read these figures";
    not_counted(reason, n) = "{reason}: {n}";

    interval = "Interval";
    difference_between_waves = "Difference between waves";
    segment_higher_or_lower = "Segment higher or lower";
    where_a_difference_comes_from = "Where a difference comes from";
    control_limits = "Control limits";
    q_of_differences = "q of differences";
    keyness = "Keyness";
    impact_of_its_own = "Impact of its own";
    hidden_results = "Hidden results";
    sample_design = "Sample design";
    respondents_followed = "Respondents followed";
    finite_population = "Finite population";
    rounding = "Rounding";

    tango_score = "Tango’s score interval (1998) for NPS and eNPS";
    wald = "Wald’s interval for NPS and eNPS";
    adjusted_wald = "adjusted Wald interval (three added answers) for NPS and eNPS";
    bonett_price = "Bonett and Price’s interval (2012) for NPS and eNPS";
    bootstrap = "bootstrap percentiles for NPS and eNPS";
    wilson = "Wilson’s interval for shares";
    wilson_continuity = "Wilson’s interval with continuity correction for shares";
    clopper_pearson = "Clopper and Pearson’s exact interval for shares";
    agresti_coull = "Agresti and Coull’s interval for shares";
    jeffreys = "Jeffreys’ interval for shares";
    student_t = "Student’s t for means";
    design_score = "score interval (Tango 1998) on the effective base for NPS and eNPS";
    design_wald = "Wald’s interval on the effective base for NPS and eNPS";
    logit = "Student’s t on the logit scale for shares";
    korn_graubard = "exact interval on the effective base (Korn and Graubard 1998) for shares";
    arcsine = "Student’s t on the arcsine scale for shares";
    design_t = "Student’s t, with the degrees of freedom of the design, for means";

    the_strata(column) = "the strata {column}";
    the_clusters(column) = "the clusters {column}";
}
