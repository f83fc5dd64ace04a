//! English words of chart.

texts! {
    word_cloud = "Word cloud";
    underlined(name) = "Underlined: {name}";
    the_surface_of_the_letters_not_their_height(low, high, all, who, absent) = "The surface of the letters, not their height, is proportional to the number of comments that contain the \
             word ({low} to {high}, of {all}). Where a word stands means nothing.{who}{absent} The table of keywords \
             gives the numbers.";
    comment = "comment";
    comments = "comments";
    the_most_frequent_words(all) = "The most frequent words: {all}.";
    words_more_frequent(among, text) = "Words more frequent {among}: {text}.";

    mean = "mean";
    control_limits = "control limits";
    target = "target";
    outside_the_limits = "outside the limits";
    th_day_in_a_row_or_later_on(run) = "{run}th day in a row, or later, on one side of the mean";

    day = "day";
    days = "days";
    mean_of_over(centre, over, even) = "Mean of {centre} over {over}{even}";
    limits_3_standard_deviations_around_the_mean = "Limits: 3 standard deviations around the mean, wider on days with a small base.";
    provisional_limits_under_days(enough) = "Provisional limits: under {enough} days.";
    day_without_a_point_closed_or_base_under = "Day without a point: closed, or base under the minimum.";

    distribution_of_answers = "Distribution of answers";
    base_scale_shares_in_of_valid_answers(base, ends) = "Base: {base}. Scale {ends}. Shares in % of valid answers.";
    is_promoters_minus_detractors_base(name, score, high, promoters, low, detractors, base) = "{name} is {score}: {high} promoters{promoters} minus {low} detractors{detractors}. Base: {base}.";
    and_the_mode(high, named_high, high_values, low, named_low, low_values, mode, base) = "{high} {named_high}{high_values} and {low} {named_low}{low_values}; {mode}. {base}.";
    the_most_frequent_answer_is(modal, often) = "the most frequent answer is {modal} ({often})";
    the_most_frequent_answers_are(modal, often) = "the most frequent answers are {modal} ({often} each)";
    no_answer_stands_out = "no answer stands out";

    answers_to_the_questions_from_low_to_high = "Answers to the questions, from low to high";
    answers_by_wave_from_low_to_high = "Answers by wave, from low to high";
    the_vertical_line_cuts_the_middle_answers_in = " The vertical line cuts the middle answers in two.";
    all_answers_together = " All answers together.";
    what_is_under_the_minimum_base_is_not = " What is under the minimum base is not shown.";

    threshold = "threshold";
    median = "median";
    n_90th_percentile = "90th percentile";
    median_in_durations(median) = "median {median}";
    n_90th_percentile_in_durations(p90) = "90th percentile {p90}";
    within(share, t) = "{share} within {t}";
    dark_up_to_the_threshold_of(t) = "Dark: up to the threshold of {t}.";
    first_series_others_not_drawn(series, left_out) = "The first {series} series; others, not drawn: {left_out}.";

    scores_on_their_scales = "Scores on their scales";
    wave = "Wave";
    at(interval, level, base) = "{interval} at {level}, {base}";
    target_in_gauge = "Target";

    undecided_the_interval_holds_it = "undecided, the interval holds it";
    respected = "respected";
    missed = "missed";
    is(subject, value, wave) = "{subject} is {value}{wave}";
    against_in_the_wave_before(previous, name) = ", against {previous} in the wave before ({name})";
    circle_the_wave_before = "Circle: the wave before.";
    thin_lines_target_black_minimum_brown = "Thin lines: target (black), minimum (brown).";
    thin_line_target = "Thin line: target.";
    thin_line_minimum = "Thin line: minimum.";
    n_valid_answers = "n: valid answers.";

    met = "met";
    missed_in_gauges = "missed";
    undecided = "undecided";
    value = "Value";
    for_word(name, value, r) = "{name} ({value} for {r})";
    undecided_the_interval_holds_the_target(out, undecided) = "{out}; undecided, the interval holds the target: {undecided}";
    thin_line_confidence_interval = "Thin line: confidence interval.";
    pale_band_alert_zone = "Pale band: alert zone.";
    more_than_twice_the_target = "›: more than twice the target.";

    and(good, named_good, bad, named_bad) = "{good} {named_good} and {bad} {named_bad}";
    base(n) = "Base: {n}.";
    shares_in_of_valid_answers_n = "Shares in % of valid answers (n).";

    blue_target_met_orange_missed_darker_farther = "Blue: target met; orange: missed; darker: farther from the target.";
    empty_cell_closed_or_no_call = "Empty cell: closed or no call.";
    dash_base_under_the_minimum = "Dash: base under the minimum.";
    from_to(title, low, high) = "{title}: from {low} to {high}";
    slot = "slot";
    slots = "slots";
    target_of_met_in_out_of(range, aim, met, all) = "{range}; target of {aim} met in {met} out of {all}.";

    interval(level) = "{level} interval";
    would_gain = "would gain";
    would_lose = "would lose";
    the_impact_grows_with_the_difference_in_score = "The impact grows with the difference in score and with how often it is mentioned; it is an \
         association, not proof of a cause.";

    base_under(small_base) = "†: base under {small_base}.";

    the_words_of_low_scores_and_of_high = "The words of low scores and of high scores";
    more_frequent_among_detractors = "More frequent among detractors";
    more_frequent_among_promoters = "More frequent among promoters";
    more_frequent_with_low_scores = "More frequent with low scores";
    more_frequent_with_high_scores = "More frequent with high scores";
    the_longer_the_bar_the_sharper_the_contrast(low, high, pale) = "The longer the bar, the sharper the contrast between the two groups (G², log-likelihood). In \
             grey: comments of the group that contain the word. Bases: {low} comments on the left, {high} on the right.{pale}";
    by_detractors = "by detractors";
    by_promoters = "by promoters";
    with_a_low_score = "with a low score";
    with_a_high_score = "with a high score";
    appears_in_of_comments_against_of_those(word, inside, group, outside, other) = "{word} appears in {inside} of comments {group}, against {outside} of those {other}";
    no_word_clearly_sets_the_two_groups_apart = "No word clearly sets the two groups apart: these differences may be due to chance.";

    most_frequent_keywords = "Most frequent keywords";
    base_n_comments_that_contain_the_word_in(verbatims, absent, who) = "Base: {verbatims}. n: comments that contain the word in any of its forms.{absent}{who}";
    said_more_often_by = "Said more often by";
    share = "Share";

    joined(out, whole, mean) = "{out}; {whole}: {mean}";
    line_confidence_interval = "Line: confidence interval.";
    mark_the_entire_interval_is_on_one_side = "Mark: the entire interval is on one side of the whole.";
    not_shown_base_under_the_minimum(hidden) = "Not shown, base under the minimum: {hidden}.";
    largest_bases_others_not_drawn(panels, left_out) = "The {panels} largest bases; others, not drawn: {left_out}.";

    themes_that_go_together = "Themes that go together";
    mostly_displeased = "mostly displeased";
    divided_or_neutral = "divided or neutral";
    mostly_pleased = "mostly pleased";
    and_times_as_often_as_by_chance(a, b, n, lift) = "{a} and {b} ({n}, {lift} times as often as by chance)";
    the_themes_that_most_clearly_come_in_the(list) = "The themes that most clearly come in the same comments: {list}.";
    base_comments_a_line_joins_two_themes_that(base, least, lift, chance, alone, more) = "Base: {base} comments. A line joins two themes that at least {least} comments mention together, at least {lift} \
             times as often as by chance (q\u{a0}<\u{a0}{chance}); the thicker, the more often (×). The surface of a disc is \
             proportional to the number of comments (n); its colour and its sign tell how more than half of them judge the theme.{alone}{more}";

    where_to_act_first_importance_of_the(the) = "Where to act first: importance of the dimensions for {the}, and their rating";
    mean_rating_in_of_the_scale = "Mean rating, in % of the scale →";
    importance_part_of_the_differences_explained = "↑ Importance (part of the differences explained)";
    to_be_confirmed = " (to be confirmed)";
    no_dimension_that_counts_more_than_average_in(the) = "No dimension that counts more than average in {the} is rated lower than the others.";
    it_is_an_association_not_proof_of_a = "It is an association, not proof of a cause.";
    base_that_rate_all_the_dimensions_together(n, r2, level, unsure) = "Base: {n} that rate all the dimensions; these together explain {r2} of the differences in score. Thin lines: {level} \
             intervals. Dashes: means of the dimensions, limits of the four quadrants.{unsure}";

    by_and_wave(name, column) = "{name} by {column} and wave";
    total = "Total";
    score_with_its_base_below_blue_above_the = "Score, with its base below. Blue: above the total; orange: below; darker: farther, whatever the margins \
             of error.";
    empty_cell_no_answer_or_a_base_under = " Empty cell: no answer, or a base under the minimum.";
    and_paler_colour_base_under(small_base) = " † and paler colour: base under {small_base}.";

    by(name, column) = "{name} by {column}";
    score = "Score";
    from_the_total_vertical_line_by_more_than(story, apart, total) = "{story} {apart} from the total ({total}, vertical line) by the interval alone, without correction for the number of segments.";
    n_valid_answers_bars_confidence_intervals(level) = "n: valid answers. Bars: {level} confidence intervals.";

    better_than_the_whole = "better than the whole";
    worse_than_the_whole = "worse than the whole";
    away_from_the_whole = "away from the whole";

    a_wave_without_a_bar_has_a_base = " A wave without a bar has a base under the minimum.";
    joined_in_stacked(name, both, n) = " {name}: {both}. {n}";

    satisfaction_rate_csat = "Satisfaction rate (CSAT)";
    mean_satisfaction = "Mean satisfaction";
    customer_effort_score_ces = "Customer effort score (CES)";
    share_of_easy_answers_ces = "Share of easy answers (CES)";
    mean_rating = "Mean rating";
    share_of_the_two_best_ratings = "Share of the two best ratings";
    mean_in_style = "Mean";
    top_two = "Top two";
    the_nps = "the NPS";
    the_enps = "the eNPS";
    the_satisfaction_rate_csat = "the satisfaction rate (CSAT)";
    mean_satisfaction_in_style = "mean satisfaction";
    the_customer_effort_score_ces = "the customer effort score (CES)";
    the_share_of_easy_answers_ces = "the share of easy answers (CES)";
    the_mean_rating = "the mean rating";
    the_share_of_the_two_best_ratings = "the share of the two best ratings";
    answer = "answer";
    answers = "answers";

    what_is_criticised_what_is_liked = "What is criticised, what is liked";
    displeased = "Displeased";
    neutral_or_mixed = "Neutral or mixed";
    pleased = "Pleased";
    displeased_pleased_n(label, bad, good, n) = "{label} ({bad} displeased, {good} pleased, n = {n})";
    one_theme_is_mentioned_often_enough(worst) = "Only one theme is mentioned often enough: {worst}.";
    the_most_criticised_theme_is_the_best_liked(worst, best, against) = "The most criticised theme is {worst}, the best liked is {best}. {against}";
    shares_in_of_the_comments_that_speak_of(fragile, few, more) = "Shares in % of the comments that speak of the theme (n). The judgement is read in the clause that speaks of the \
             theme; a comment counts in each of its themes.{fragile}{few}{more}";

    themes_wave_after_wave = "Themes, wave after wave";
    as_well(others) = "{others} as well";
    in_the_last_wave_is_mentioned_most_of(to, label, share) = "In the last wave, {to}, {label} is mentioned most ({share} of the comments).";
    no_theme_is_known_to_rise_or_fall(from, to) = "No theme is known to rise or fall between {from} and {to}.";
    from_to_in_theme_waves(from, to, list) = "Between {from} and {to}, {list}.";
    established_rise_or_fall_from_to_q(from, to, chance) = "▲ ▼: established rise or fall between {from} and {to} (q\u{a0}<\u{a0}{chance}).";
    fewer_than_comments(small_base) = "†: fewer than {small_base} comments.";
    dash_too_few_comments_or_hidden_to_protect = "Dash: too few comments, or hidden to protect small groups.";

    detractors_in_voices = "detractors";
    promoters_in_voices = "promoters";
    low_scores = "low scores";
    high_scores = "high scores";
    among_detractors = "among detractors";
    among_promoters = "among promoters";
    with_a_low_score_in_voices = "with a low score";
    with_a_high_score_in_voices = "with a high score";
    no_established_difference = "no established difference";
    who_says_the_word_against_where_the(low, high, chance) = "Who says the word: {low} against {high}, where the difference is established (q\u{a0}<\u{a0}{chance}).";

    n_before = "n before";
    n_after = "n after";
    score_or_effect = "Score or effect";
    others_of_smaller_effect(count) = "{count} others, of smaller effect";
    mix_of_answers = "Mix of answers";
    where_the_change_comes_from_by(the, column) = "Where the change comes from: {the} by {column}";
    goes_from_to_from_the_segments_themselves(subject, from, first, to, last, moved, inside, mix) = "{subject} goes from {from} ({first}) to {to} ({last}), {moved}: {inside} from the segments themselves, \
             {mix} from their weight in the answers.";
    the_largest_effect(label, effect) = " The largest effect: {label} ({effect}).";
    chance_alone_may_explain_the_whole_change = " Chance alone may explain the whole change.";
    whole_change_interval(level, ends) = "Whole change, {level} interval: {ends}.";
    sums_are_those_of_unrounded_numbers = "Sums are those of unrounded numbers.";

    total_in_waves = "Total";

    after_in_the_wave_before(value, name) = ", after {value} in the wave before ({name})";
    a_wave_without_a_point_has_a_base = " A wave without a point has a base under the minimum.";

    total_in_by_wave = "total";
    by_wave_for_each_value_of(name, quoted) = "{name} by wave, for each {quoted}";
    figure_of_each_panel_all_waves_together_grey = "Figure of each panel: all waves together. Grey line: the total, wave by wave.";

    height_share_of_each_series_in_bins_of(step) = "Height: share of each series, in bins of {step}.";
    height_share_of_each_series_in_the_bin = "Height: share of each series in the bin; bins widen to the right.";

    interval_in_gauge = "Interval";
    scale = "Scale";

    thick_line_score_band_confidence_interval(level) = "Thick line: score; band: {level} confidence interval.";

    bar_value_in_of_its_target_a_target = "Bar: value in % of its target. A target ≤ is kept when the bar stays left of the line.";
    bar_value_in_of_its_target = "Bar: value in % of its target.";

    and_in_keywords = "and";

    from_high_to_low_all_on_one_scale = "From high to low, all on one scale.";
    from_best_to_worst_all_on_one_scale = "From best to worst, all on one scale.";

    in_of_the_comments_of_the_wave_n = "In % of the comments of the wave (n); a comment may speak of several themes.";

    more_frequent = "more frequent";

    bars_points_that_the_change_of_each_values = "Bars: points that the change of each value’s score adds or takes away; “Mix of answers”: what the change of their \
             weight in the answers does. Lines: intervals of both scores.";

    by_wave = "by wave";

    value_with_a_smaller_base_not_shown = " 1 value with a smaller base is not shown.";
    values_with_smaller_bases_not_shown(n) = " {n} values with smaller bases are not shown.";
    value_suppressed = " 1 value under the minimum base is suppressed.";
    values_suppressed(n) = " {n} values under the minimum base are suppressed.";
    earlier_wave_not_shown = " 1 earlier wave is not shown.";
    earlier_waves_not_shown(n) = " {n} earlier waves are not shown.";


    each_day_counting_the_same = ", each day counting the same";
    no_day_is_outside(mean) = "{mean}; no day is outside the limits.";
    no_day_calls_for_an_explanation(mean) = "{mean}; no day is outside the limits: none calls for an explanation of its own.";
    no_day_is_outside_but_a_run_stays(mean) = "{mean}; no day is outside the limits, but a run stays on one side of the mean.";
    one_day_is_outside(mean, told) = "{mean}; one day is outside the limits: {told}.";
    days_are_outside(mean, n, told) = "{mean}; {n} days are outside the limits: {told}.";
    days_are_outside_the_farthest(mean, n, told) = "{mean}; {n} days are outside the limits; the farthest: {told}.";

    question_not_shown = " 1 question is not shown.";
    questions_not_shown(n) = " {n} questions are not shown.";
    best_and_worst_rated(best, from, worst, to) = "High ratings less low ones, most: {best} ({from}); least: {worst} ({to}).";
    scales_differ = " The scales are not all the same: a high rating is not as rare on each.";

    target_at(value) = "target: {value}";
    minimum_at(value) = "minimum: {value}";
    target_of(value, word) = "target of {value}: {word}";
    minimum_of(value, word) = "minimum of {value}: {word}";
    other_targets_met(met, all) = " Other targets met: {met} of {all}.";
    score_not_shown = "1 score is not shown.";
    scores_not_shown(n) = "{n} scores are not shown.";

    target_met(n, all) = "{n} of {all} targets met";
    targets_met(n, all) = "{n} of {all} targets met";
    target_missed(out, missed) = "{out}; missed: {missed}";
    targets_missed(out, missed) = "{out}; missed: {missed}";

    of_promoters = "promoters";
    of_detractors = "detractors";
    of_satisfied_answers = "satisfied answers";
    of_dissatisfied_answers = "dissatisfied answers";
    of_easy_answers = "easy answers";
    of_difficult_answers = "difficult answers";
    of_high_ratings = "high ratings";
    of_low_ratings = "low ratings";

    pale_bar(chance) = " Pale bar: may be chance (q\u{a0}≥\u{a0}{chance}).";
    words_without_a_subject_left_out = " Words that deny or judge without naming a subject (not, too, well…) are left out.";
    impact_of_themes_on(the) = "Impact of themes on {the}";
    impact_of_keywords_on(the) = "Impact of keywords on {the}";
    base_of_themes(base, level, pale) = "Base: {base} with a score and a comment. n: answers that speak of the theme. Lines: {level} confidence intervals.{pale}";
    base_of_keywords(base, level, pale, tone) = "Base: {base} with a score and a comment. n: answers that mention the word. Lines: {level} confidence intervals.{pale}{tone}";
    speak_of = "speak of";
    mention = "mention";
    the_score_without(n, mention, word, the) = "without the {n} that {mention} {word}, {the} of the answers with a comment";
    that_score_without(n, mention, word) = "without the {n} that {mention} {word}, it";
    no_theme_has_a_significant_impact_on(the) = "none of these themes has a significant impact on {the}";
    no_word_has_a_significant_impact_on(the) = "none of these words has a significant impact on {the}";

    the_first_of_keywords(top, found) = " The first {top} of {found} keywords.";
    words_without_a_subject_or_a_measure_left_out = " Words that deny, judge or measure without naming a subject (not, too, well…) are left out.";
    word_appears_in(word, n, comments, all, all_comments, share) = "{word} appears in {n} of {all_comments} ({share})";
    ahead_of(story, rest) = "{story}, ahead of {rest}. A comment counts once per keyword.";

    from_to_in_short(from, to) = "From {from} to {to}";
    interval_that_excludes_this_value(out, other, known) = "{out}. Interval that excludes this value: {other} of {known}.";
    interval_on_the_better_side(out, known, better, worse) = "{out}. Of {known}, interval included: {better} on the better side of this value, {worse} on the worse.";

    theme_without_a_link_not_shown = " 1 theme without an established link is not shown.";
    themes_without_a_link_not_shown(n) = " {n} themes without an established link are not shown.";
    link_less_sure_not_shown = " 1 link that is less sure is not shown.";
    links_less_sure_not_shown(n) = " {n} links that are less sure are not shown.";

    hollow_dot_to_be_confirmed = " Hollow dot: to be confirmed, an interval reaches a limit.";

    all_waves_upper = "All";
    all_waves_lower = "waves";
    ranges_from_to(subject, from, to) = "{subject} ranges from {from} to {to}";
    ranges_from_to_total(subject, from, to, all) = "{subject} ranges from {from} to {to}; total, all waves together: {all}.";

    no_segment_differs = "No segment differs";
    segment_differs(all) = "1 segment of {all} differs";
    segments_differ(n, all) = "{n} segments of {all} differ";
    and_pale_dot_base_under(small_base) = " † and pale dot: base under {small_base} answers.";

    groups_of_answers_by_wave = "Groups of answers by wave";
    groups_of_answers_by(column) = "Groups of answers by {column}";
    the_share_of(good) = "The share of {good}";

    on_no_theme_more_displeased = "On no theme are more displeased than pleased.";
    more_displeased_on(some, all) = "More are displeased than pleased on {some} of {all} themes.";
    theme_of_few_mentions_not_shown(least) = " 1 theme of fewer than {least} mentions is not shown.";
    themes_of_few_mentions_not_shown(n, least) = " {n} themes of fewer than {least} mentions are not shown.";
    theme_mentioned_less_not_shown = "1 theme mentioned less often is not shown.";
    themes_mentioned_less_not_shown(n) = "{n} themes mentioned less often are not shown.";

    theme_rises(label, before, after) = "{label} rises from {before} to {after} of the comments";
    theme_falls(label, before, after) = "{label} falls from {before} to {after} of the comments";
    other_themes_change = ("other theme changes", "other themes change");
    theme_without_a_value_not_shown = "1 theme without a value in more than half of the waves is not shown.";
    themes_without_a_value_not_shown(n) = "{n} themes without a value in more than half of the waves are not shown.";

    is_in_the_last_wave_as_in_the_first(subject, to, last, first) = "{subject} is {to} in the last wave ({last}) as in the first ({first})";
    goes_from_to(subject, from, first, to, last) = "{subject} goes from {from} ({first}) to {to} ({last})";
    base_per_wave(n) = "Base: {n} per wave.";
    bases_per_wave(least, most) = "Base: {least} to {most} per wave.";
    band_confidence_intervals(level) = "n: valid answers of the wave. Band: {level} confidence intervals.";
    band_and_bars_confidence_intervals(level) = "n: valid answers of the wave. Band and bars: {level} confidence intervals.";
    vertical_bar_confidence_interval(level) = "n: valid answers of the wave. Vertical bar: {level} confidence interval.";
}
