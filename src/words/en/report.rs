//! English words of report.

texts! {
    one_file = "File";
    several_files = "Files";

    the_same_change_by_other_segments = "The same change by other segments";
    where_the_difference_between_and_comes_from(name, from, to, by) = "{name}: where the difference between {from} and {to} comes from, by {by} (points)";
    base_under_answers(small_base) = "† Base under {small_base} answers.";
    out_of_limits_above = "out of limits, above";
    out_of_limits_below = "out of limits, below";
    n_8_in_a_row_above_the_mean = "8 in a row above the mean";
    n_8_in_a_row_below_the_mean = "8 in a row below the mean";
    within_the_limits = "within the limits";
    by_wave_control_limits(name) = "{name} by wave: control limits";
    provisional_limits_waves_fewer_than_20(n) = " Provisional limits: {n} waves, fewer than 20.";
    mean_of_the_waves(centre, provisional) = "Mean of the waves: {centre}.{provisional}";
    to(first, last) = "{first} to {last}";
    above = "above";
    below = "below";
    segments_with_waves_out_of_the_ordinary(name) = "{name}: segments with waves out of the ordinary";
    people_asked = "People asked";
    response_rate = "Response rate";
    head_count = "Head count";
    participation_as_a_share_of_the_head_count = "Participation, as a share of the head count";
    rate = "Rate";
    participation_by_as_a_share_of_the_head(quoted) = "Participation by {quoted}, as a share of the head count";

    several_answers_possible_they_add_up_to_more = "Several answers possible: they add up to more than 100%.";
    weighted_count = "Weighted count";
    share = "Share";
    interval(level) = "{level} interval";
    citations = ("citation", "citations");
    weighted(w) = ", weighted: {w}";
    base(title, base, weighted) = "{title} (base: {base}{weighted})";
    total = "Total";
    citations_in_cross = "Citations";
    unweighted_base = "Unweighted base";
    weighted_citations = "Weighted citations";
    weighted_base = "Weighted base";
    effective_base = "Effective base";
    wave = "wave";
    row_total_counts = "row %; “Total”: counts";
    column_of_citations = "column % of citations";
    column = "column %";
    by(title, by, of) = "{title} by {by} ({of})";

    the_same_people_come_back_from_wave_to = "The same people come back from wave to wave: letters do not allow for it; the changes of the report do.";
    rao_scott_second_order_f(df, denominator, statistic, p) = "Rao–Scott χ² (second order): F({df}, {denominator}) = {statistic}, {p}.";
    pearsons_with_degrees_of_freedom(statistic, df, p) = "Pearson’s χ²: {statistic} with {df} degrees of freedom, {p}.";
    cells = ("cell", "cells");
    expected_count_under_5_in_a_rough_test(low) = " Expected count under 5 in {low}: a rough test.";
    no_a_person_may_count_in_several_rows = "No χ²: a person may count in several rows.";
    in_total_only_without_a_segment(left) = "In “Total” only: {left} without a segment.";
    letters_share_higher_than_in_the_columns(alpha, chance, small_base) = "Letters: share higher than in the columns named, at the {alpha} level (pooled z), not corrected for the number of comparisons: {chance} may be due to chance. Bases from {small_base} on only.";
    letters_on_effective_bases(alpha, chance, small_base) = "Letters: share higher than in the columns named, at the {alpha} level (pooled z on effective bases), not corrected for the number of comparisons: {chance} may be due to chance. Bases, counted and effective (as the sample design makes them), from {small_base} on only.";
    about_one_in(n) = "about one in {n}";
    hidden_fewer_than_the_minimum_set_so_that(min) = "– Hidden: fewer than {min}, the minimum set so that nobody can be recognised.";

    scores_shares_and_differences_are_weighted_by(weight) = "Scores, shares and differences are weighted by column {weight}; the bases shown are unweighted. Words, themes and their impacts are counted without weights; a theme’s impact of its own and the importance of dimensions are weighted.";
    with(list) = " with {list}";
    standard_errors_by_taylor_linearisation_on(parts, drawn) = "Standard errors by Taylor linearisation{parts}, on {drawn} units drawn; a segment is a domain of the whole sample, whose other rows stay in the computation. The effective base is that of a simple random sample as precise; the design effect says how many times larger the variance is.";
    column_tells_the_same_person_from_one_wave(respondent) = "Column {respondent} lets the same person be recognised from one wave to another: these answers are not taken as independent, and the difference between two waves allows for it. The study is therefore pseudonymised, not anonymous.";
    a_wave_on_average = ", a wave on average";
    the_head_count_of_the_population_is_known(population, share, each) = "The head count of the population is known ({population}): {share} of it was drawn{each}. The larger this share, the less uncertainty is left to chance; margins of error are reduced accordingly, and would vanish had everybody answered. This reduction does not make up for those who did not answer.";
    structure_before_and_after_weighting = "Structure before and after weighting";
    weighting_on(caption) = "Weighting on {caption}";
    without_a_value_together_they_keep_the_share(answers) = "{answers} without a value: together they keep the share that they had.";
    weights_run_from_to_times_their_mean_their(low, high, n, n_eff, deff) = "Weights run from {low} to {high} times their mean. Their inequality alone makes {n} answers worth {n_eff} (Kish’s effective base; design effect: {deff}).";
    people_answered_in_both_waves_which_the(both, se, independent) = " {both} people answered in both waves, which the computation allows for (standard error of {se} points, against {independent} if the two waves were independent, which was not assumed).";

    more_rows = ("more row", "more rows");
    indicators_of_the_contact_centre = "Indicators of the contact centre";
    survey_results = "Survey results";
    logo = "Logo";

    wave_in_filters = "Wave";

    skip_to_content = "Skip to content";
    contents = "Contents";
    what_was_read = "What was read";
    figure = "Figure";
    slide_the_figure_sideways = "Slide the figure sideways →";
    not_printed_unfold_on_screen_to_print = "not printed; unfold on screen to print";
    report_made_by(version) = "Report made by {version}";
    filter_the_tables = "Filter the tables";
    all_waves = "All waves";
    segment = "Segment";
    all_segments = "All segments";
    show_everything = "Show everything";
    rows_kept_of = "rows kept of";
    row_kept_of = "row kept of";
    figures_and_tables_that_are_neither_by_wave = "Figures, and tables that are neither by wave nor by segment, stay whole.";
    search_the_comments = "Search the comments";
    words_to_look_for = "Words to look for";
    theme_or_word = "Theme or word";
    all = "All";
    answers = "Answers";
    all_in_page_words = "All";
    comments_shown_of = "comments shown of";
    comment_shown_of = "comment shown of";
    all_waves_in_page_words(said) = "All waves: {said}";
    lower_than_the_total = "lower than the total";
    higher = "higher";
    tint_distance_to_the_total_row_as_a = "Tint: distance to the “Total” row, as a share of the length of the scale, in three degrees: from 2.5%, 7.5% and 15% (5, 15 and 30 points of an NPS). Fragile bases (†) are not tinted.";
    significantly_higher_or_lower_than_the_other = " ▲ ▼: significantly higher or lower than the other respondents (q < 0.05).";
    significant_rise_or_fall_since_the_wave = " ↑ ↓: significant rise or fall since the wave before (q < 0.05).";
    all_scores_by_segment = "All scores by segment";
    by_in_page_words(quoted) = "By {quoted}";
    the_numbers_of_the_figure(title) = "The numbers of the figure {title}";
    from_to(from, to, points, reading, evidence) = "Between {from} and {to}: {points}, {reading} ({evidence})";
    significant_fall = "significant fall";
    significant_rise = "significant rise";
    inconclusive = "inconclusive";

    keyword = "Keyword";

    files_read = "Files read";
    report_made_by_from_the_files_below_the(version) = "Report made by {version} from the files below. The fingerprint of a file changes as soon as one of its characters does: it lets you verify that the figures come from that very file. The first twelve characters of the fingerprint are enough for the eye; report.json gives it whole. To compute it again: sha256sum FILE (Linux), shasum -a 256 FILE (macOS), certutil -hashfile FILE SHA256 (Windows).";
    answers_in_provenance = "answers";
    transcript = "transcript";
    table_of_the_calls = "table of the calls";
    grid_of_listening = "grid of listening";
    evaluations_and_their_plan = "evaluations and their plan";
    settings_of_the_study = "settings of the study";
    template_of_the_page = "template of the page";

    the_importance_of_a_dimension_is_the_part = "The importance of a dimension is the part of the differences in score between respondents that is due to it, when all of them explain the score together (LMG decomposition of R²). A dimension that counts more than average and is rated lower than the others is to be fixed first. Penalty and reward: what goes with a low rating of the dimension, or a high one, rather than a middling one, the other dimensions held equal. It is an association, not proof of a cause.";
    importance_of_the_rated_dimensions_base_of(title, n, r2) = "Importance of the rated dimensions – {title}, base of {n} answers that rate all of them; together they explain {r2} of the differences";
    left_out_because_a_rating_is_missing(left) = "Left out because a rating is missing: {left}.";

    rows = ("row", "rows");
    of_read(read) = " of {read} read";
    set_aside(aside) = "; set aside: {aside}";
    responses_analysed = "Responses analysed";
    waves = "Waves";
    from_to_in_sections(n, first, last, origin) = "{n}: {first} to {last}{origin}";
    segments = "Segments";
    weighting = "Weighting";
    weighted_results_unweighted_bases = "weighted results; unweighted bases";
    privacy = "Privacy";
    pseudonymised_study_follows_respondents_from(column) = "pseudonymised study: {column} lets respondents be followed from one wave to another";
    column_in_sections(column) = "column {column}";
    one_a_file = "one a file";
    by_week = ", by week";
    by_month = ", by month";
    by_quarter = ", by quarter";
    by_year = ", by year";
    without_a_wave_counted_in_the_total_only(answers) = "; {answers} without a wave, counted in the total only";
    scores = "Scores";
    scores_by_wave = "Scores by wave";
    changes = "Changes";
    participation = "Participation";
    scores_by_segment = "Scores by segment";
    what_moves_the_score = "What moves the score";
    what_comments_speak_of = "What comments speak of";
    priorities = "Priorities";
    what_sets_comments_apart = "What sets comments apart";
    keywords = "Keywords";
    comments = "Comments";
    choices = "Choices";
    method = "Method";
    hidden_to_protect_anonymity_minimum(min) = "Hidden to protect anonymity (minimum: {min})";
    no_answer = "No answer";
    joined(name, value, interval) = "{name}: {value}{interval}";
    last_wave(last, value, rests_on) = "Last wave, {last}: {value} ({rests_on})";
    median_answer(median, interval) = "Median answer: {median} {interval}";
    effective(n) = " (effective: {n})";
    interval_in_sections(level, interval, base) = "{level} interval {interval}, {base}";

    by_in_segment_tables(name, column) = "{name} by {column}";
    by_and_wave(name, quoted) = "{name} by {quoted} and wave";

    all_waves_in_tables = "All waves";
    by_wave(name) = "{name} by wave";
    last_wave_in_tables(wave) = "Last wave, {wave}";
    the_other_ratings = "The other ratings";
    interval_in_tables(level) = "{level} interval";
    hidden_so_that_nobody_can_be_recognised_fewer(min) = "– Hidden so that nobody can be recognised: fewer than {min}, answers that are all alike, or a figure from which another of these could be found by subtraction.";
    no_answer_in_tables = "– No answer.";
    base_under_answers_a_fragile_figure_not_to(small_base) = "† Base under {small_base} answers: a fragile figure, not to be commented on alone.";
    against(name, to, from, by) = "{name}: {to} against {from}{by}";
    a_difference_is_called_significant_when_q = "A difference is called significant when q, which measures the strength of the evidence, is under 0.05; for the total, the question asked beforehand, it is p. “Inconclusive” does not mean that nothing moved: at these bases chance in sampling is enough to explain the measured difference.";
    higher_answer = "Higher answer";
    higher_answer_probability_that_an_answer_of(to, from) = "Higher answer: probability that an answer of wave {to} exceeds one of wave {from}, ties counting for half; 50% when nothing separates them. The whole scale counts, not only the answers that make the score (Mann–Whitney test).";

    impact_points = "Impact (points)";
    interval_in_terminal = "Interval";
    keywords_in_terminal(list) = "Keywords: {list}";

    themes_of_base_of_comments_pleased_and(column, base) = "Themes of {column}, base of {base} comments; pleased and displeased as shares of the mentions";
    words_most_often_met_in_the_other_comments(list) = " Words most often met in the other comments: {list}.";
    codebook_of_the_comments_speak_of_at_least(name, covered, left) = "Codebook {name}: {covered} of the comments speak of at least one theme; a comment may speak of several. The judgement is read in the clause that speaks of the theme.{left}";
    goes_with_points_of_score = "Goes with (points of score)";
    themes_from_to_as_shares_of_the_comments(from, to) = "Themes: {from} and {to}, as shares of the comments of each wave";
    the_last_column_is_the_impact_of_the = "The last column is the impact of the theme in the second wave less its impact in the first. Themes overlap: these differences do not add up, and prove no cause.";
    theme = "Theme";
    themes_of_by_wave_as_shares_of_the(question) = "Themes of {question} by wave, as shares of the comments of the wave";
    dash_hidden_to_protect_small_groups = "Dash: hidden to protect small groups.";
    themes_mentioned_together_more_often_than_by(base) = "Themes mentioned together more often than by chance, base of {base} comments";

    the_impact_is_what_the_score_would_gain = "The impact is what the score would gain (sign −) or lose (sign +) without the answers that mention the theme or word, among those with a score and a comment; it grows with the difference in score and with how often it is mentioned. A theme’s impact of its own is what is left of it with the other themes held equal: themes that go together share it. It is an association: it says where to look, not what causes what.";
    impact_of_its_own = "Impact of its own";
    pain_points_themes_that_go_with_a_lower(title, base) = "Pain points: themes that go with a lower score – {title}, base of {base} answers with a score and a comment";
    strengths_themes_that_go_with_a_higher_score(title, base) = "Strengths: themes that go with a higher score – {title}, base of {base} answers with a score and a comment";
    pain_points_words_that_go_with_a_lower(title, base) = "Pain points: words that go with a lower score – {title}, base of {base} answers with a score and a comment";
    strengths_words_that_go_with_a_higher_score(title, base) = "Strengths: words that go with a higher score – {title}, base of {base} answers with a score and a comment";
    in_brackets_interval_the_impact_of_its_own(level) = "In brackets: {level} interval. The impact of its own is computed for themes of the first rank only.";
    the_words_that_one_group_uses_more_often = "The words that one group uses more often than the other. G² measures the contrast between the two groups and ranks the words; from 0.05 on, q warns that it may be due to chance.";
    say_more_than_share_of_comments_that_contain(who, than, within, base_in, base_out) = "{who} say more often than {than}{within} – share of comments that contain the word, bases of {base_in} and {base_out}";
    rows_whose_q_reaches_0_05_may_be = "Rows whose q is 0.05 or more may be due to chance.";
    base_of_comments(n) = ", base of {n} comments";
    most_frequent_words_of(column, base) = "Most frequent words of {column}{base}";

    words_that_go_with_low_scores(within, list) = "Words that go with low scores{within}: {list}.";
    other_words_that_go_with_low_scores(within, list) = "Other words that go with low scores{within}: {list}.";
    conversely_words_that_go_with_high_scores(within, list, caveat) = "Conversely, words that go with high scores{within}: {list}.{caveat}";
    no_keyword_moves_the_score(n, the) = "None of the {n} keywords examined goes with a significant difference (q\u{a0}<\u{a0}0.05): nothing here tells which words move {the}.";
    the_only_keyword_does_not_move_the_score(the) = "The only keyword examined does not go with a significant difference (q\u{a0}<\u{a0}0.05): nothing here tells which words move {the}.";
    this_is_an_association_not_proof_of_a = " This is an association, not proof of a cause.";
    main_pain_point_the_that_mention_it_of(within, label, n, share, base, a, with, without, the, gain, interval, q, caveat) = "Main pain point{within}: {label}. The {n} that mention it ({share} of the {base} answers with a comment) have {a} of {with}, against {without} for the others. Without them, {the} of the answers with a comment would gain {gain} {interval} ({q}).{caveat}";
    of_answers_with_a_comment = " of answers with a comment";
    impact = "impact ";
    against_in_topics(label, inside, outside) = "{label} ({inside} against {outside})";
    say_more_often_than_share_of_comments_bases(who, other, within, list, base_in, base_out) = "{who} say more often than {other}{within}: {list} (share of comments; bases of {base_in} and {base_out}).";
    the_most_frequent_words_as_share_and_number(list) = "The most frequent words, as share and number of comments: {list}.";

    share_before = "Share before";
    share_after = "Share after";
    score_before = "Score before";
    score_after = "Score after";
    change_of_the_segment = "Change of the segment";
    mix = "Mix";
    together = "Total effect";
    lower_limit = "Lower limit";
    upper_limit = "Upper limit";
    reading = "Reading";
    mean_of_the_waves_in_change_tables = "Mean of the waves";
    out_of_limits = "Out of limits";
    n_8_in_a_row_on_one_side = "8 in a row on one side";

    answer = "Answer";
    count = "Count";
    mean = "Mean";

    before = "Before";
    after = "After";
    target = "Target";
    mean_weight = "Mean weight";

    group = "Group";

    file = "File";
    what_it_holds = "What it holds";
    fingerprint_sha_256 = "Fingerprint (SHA-256)";
    where_these_figures_come_from = "Where these figures come from";

    dimension = "Dimension";
    importance = "Importance";
    mean_rating = "Mean rating";
    penalty_points = "Penalty (points)";
    reward_points = "Reward (points)";
    what_it_gives = "What it gives";
    what_to_do = "What to do";

    key_findings = "Key findings";
    chosen_to_illustrate_the_themes_and_words = "Chosen to illustrate the themes and words above, close to what most respondents say, unlike each other. Names that are announced, addresses, telephone, account, card, contract and social-security numbers are masked; a comment that tells of someone’s health, beliefs or distress is not quoted.";
    score = "score";
    row = "row";

    base_in_tables = "Base";
    difference_points = "Difference (points)";
    interval_of_the_difference = "Interval of the difference";

    score_in_terminal = "Score";
    value = "Value";

    displeased = "Displeased";
    neutral_or_mixed = "Neutral or mixed";
    pleased = "Pleased";
    goes_with = "Goes with";
    expected_by_chance = "Expected by chance";
    times_as_many = "Times as many";

    score_if_mentioned = "Score if mentioned";
    score_otherwise = "Score otherwise";
    ratio = "Ratio";
    forms_grouped_occurrences = "Forms grouped (occurrences)";
}
