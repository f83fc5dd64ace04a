//! English words of findings.

texts! {
    from_to(old, new) = ", from {old} to {new}";
    between_and_by_chance_in_sampling_hardly(from, to, the, fell, size, path, proof) = "Between {from} and {to}, {the} {fell} by {size}{path}: chance in sampling hardly explains such a difference {proof}.";
    fell = "fell";
    rose = "rose";
    went_from_to_a_change_of(the, old, new, gap) = "{the} went from {old} to {new}, a change of {gap}";
    the_measured_difference_in_is(the, gap) = "the measured difference in {the} is {gap}";
    between_and(from, to, story, verdict, proof) = "Between {from} and {to}, {story}: {verdict} {proof}.";
    it_is_stable_the_interval_of_the_difference(margin) = "the result is stable, the interval of the difference lying within the margin of {margin} declared not to matter";
    chance_in_sampling_is_enough_to_explain_this = "chance in sampling is enough to explain this difference, and neither a rise nor a fall can be concluded";
    at_this_base_a_of_less_than_mostly(change, size) = " At these bases, only a {change} of at least {size} has an 80% chance or more of being detected.";
    fall = "fall";
    rise = "rise";
    wave_has_far_fewer_answers_than_the_one(wave, new, before) = " Wave {wave} has far fewer answers than the one before ({new}, against {before}): check that it is complete.";
    the_two_waves_differ_in_size_then_check(old, new) = " The two waves differ in size ({old}, then {new}): check that the same kind of people answered.";
    interval_of_the_difference_bases_of_and(interval, proof, from, to) = "(interval of the difference: {interval}; {proof}; bases of {from} and {to})";

    for_is_than_among_the_other_respondents_of(value, column, the, lower, size, proof) = "For {value} ({column}), {the} is {size} {lower} than among the other respondents of the study: the difference is significant {proof}.";
    lower = "lower";
    higher = "higher";
    for_does_not_clearly_differ_from_that_of(value, column, the, gap, proof) = "For {value} ({column}), {the} does not clearly differ from its level among the other respondents of the study: the measured difference is {gap}, which chance in sampling is enough to explain {proof}.";

    between_and_the_mix_of_respondents_by_counted(from, to, column, mix, whose, the, alone) = "Between {from} and {to}, the mix of respondents by {column} counted for {mix}: {whose}. With an equal mix, {the} {alone}.";
    nearly_all = "nearly all";
    most = "most";
    more_than_half = "more than half";
    part = "part";
    of_the_fall(part) = "{part} of the fall";
    of_the_rise(part) = "{part} of the rise";
    the_whole_fall = "the whole fall";
    the_whole_rise = "the whole rise";
    for_in_all(all_mix, whole) = "({all_mix}, for {whole} in all)";
    of_the(mixed, whole) = "({mixed} of the {whole})";
    between_and_comes_from_the_mix_of_respondents(from, to, subject, sizes, comes, column, whose, the, alone) = "Between {from} and {to}, {subject} {sizes} {comes} from the mix of respondents by {column}: {whose}. With an equal mix, {the} {alone}.";
    comes = "comes";
    the_fall_comes_entirely = "comes";
    the_rise_comes_entirely = "comes";
    lower_than_the_whole = "lower than the whole";
    higher_than_the_whole = "higher than the whole";
    weighs_more = "weighs more";
    weighs_less = "weighs less";
    then_then_of_the_total(name, weighs, n_from, n_to, old, new) = "{name} {weighs} ({n_from}, then {n_to}: {old}, then {new} of the total)";
    would_not_have_moved = "would not have moved";
    would_have_fallen_by_only(size) = "would have fallen by {size} only";
    would_have_fallen_by(size) = "would have fallen by {size}";
    would_have_risen_by_only(size) = "would have risen by {size} only";
    would_have_risen_by(size) = "would have risen by {size}";
    goes_down = "fell";
    goes_up = "rose";
    the_total_while_in_every_segment_of_simpsons(total, the, inside, column) = "The total {total} while {the} {inside} in every segment of {column} (Simpson’s paradox): the change of the total comes from the mix of respondents.";
    the_total_while_in_the_segments_of_that(total, the, inside, column) = "The total {total} while {the} {inside} in the segments of {column} that hold more than half of the answers (Simpson’s paradox).";
    answers_without_a_value = "the group of answers without a value";
    the_group_others(names) = "the group “Others” ({names})";
    without_a_value = "Without a value";

    from_to_the_mix_of_modes_changed_part(from, to) = " Between {from} and {to}, the mix of modes changed: part of the move of the score may be a change of mode alone.";
    by_is_not_the_same_p_compare_like(column, the, scores, p, after) = "By {column}, {the} differs: {scores} (χ², p\u{a0}{p}). Compare like with like: the total depends on the share of each mode.{after}";

    of_word = "of";
    participation_fell_from_to_between_and_then(old, new, from, to, was, is, p) = "Participation fell from {old} to {new} between {from} and {to} ({was}, then {is}; {p}): those who no longer answer may think otherwise than the others, which the interval of the score does not see.";

    segments_compared = "segments compared";
    segments_of_at_least(small_base) = "segments with at least {small_base} answers in each wave";
    went_from_to_between_and_a_change_of(place, the, old, new, from, to, gap, proof) = "{place}, {the} went from {old} to {new} between {from} and {to}, a change of {gap} {proof}.";
    moved_by_between_and(place, the, gap, from, to, proof) = "{place}, {the} moved by {gap} between {from} and {to} {proof}.";
    it_is_the_largest_significant_rise_among_the(all, compared) = " It is the largest significant rise among the {all} {compared}; no fall among them is significant.";
    in_all_the_fall_is_significant_in_of(n, all, compared) = " In all, the fall is significant in {n} of the {all} {compared}.";
    it_is_the_only_significant_fall_among_the(all, compared) = " It is the only significant fall among the {all} {compared}.";
    other_segments = ("other segment", "other segments");
    and(segments) = "; and {segments}";
    is_significantly_lower_than_among_the_other(the, whole, list, more) = "{the} is significantly lower than among the other respondents (overall: {whole}) for: {list}{more}.";
    caution_everything_here_rests_on_under_a(answers, small_base) = "Caution: everything here rests on {answers}; under {small_base} a score is a hint and cannot stand alone.";
    segments = ("segment", "segments");
    rests = "rests";
    rest = "rest";
    caution_of_on_fewer_than_answers_marked_in(some, all, rest, small_base) = "Caution: {some} of {all} {rest} on fewer than {small_base} answers (marked † in the tables): not to be commented on alone.";
    is_hidden = "is hidden";
    are_hidden = "are hidden";
    to_protect_anonymity_fewer_than_or_a_way(space, some, hidden, min) = "{space}{some} {hidden} to protect anonymity: fewer than {min}, or a way to find by subtraction a segment that has fewer.";

    provisional_limits_fewer_than_20_waves = " (provisional limits: fewer than 20 waves)";
    above = "above";
    below = "below";
    stays_its_mean_of_for_waves_in_a(the, n, side, centre, span) = "{the} stays {side} its mean of {centre} for {n} waves in a row, {span}: such a run is no ordinary fluctuation.";
    upwards = "upwards";
    downwards = "downwards";
    waves = ("wave", "waves");
    is_out_of_its_limits_in_of_for(the, waves, all, sides, centre, provisional) = "{the} is out of its limits in {waves} of {all}, {sides}, for a mean of {centre}: this is no ordinary fluctuation{provisional}.";
    of_the_segments_charted_it_is_the_one(charted, q) = " Of the {charted} segments charted, it is the one whose variations chance explains least ({q}).";
    from_to_between_and(first, last, low, high, first_2) = "from {first_2} to {last} (between {low} and {high})";
    in_dated_waves(list) = "in {list}";
    in_named_waves(list) = "in {list}";
    then = " then ";

    is_withheld_its_base_is_under_the_minimum(the, min) = "{the} is withheld: its base is under the minimum of {min} that protects anonymity.";
    across_all_waves(the) = "Across all waves, {the}";
    is_from(the, value_text, answers, made_of) = "{the} is {value_text}, from {answers}{made_of}.";
    promoters_ratings_of_minus_detractors_ratings(plus, good, minus, bad) = ": {plus} promoters (ratings of {good}) minus {minus} detractors (ratings of {bad})";
    the_share_of_ratings_of_against_of_ratings(good, minus, bad) = ": the share of ratings of {good}, against {minus} of ratings of {bad}";
    of_the_ratings_are_and_are(plus, good, minus, bad) = "; {plus} of the ratings are {good} and {minus} are {bad}";
    it_contains_0_so_neither_promoters_nor = ": it contains 0, so neither promoters nor detractors can be said to prevail";
    of_the_mean = " of the mean";
    the_confidence_interval_runs_from_to(level, of, low, high, undecided) = " The {level} confidence interval{of} runs from {low} to {high}{undecided}.";
    mean_satisfaction_is(mean) = " Mean satisfaction is {mean}.";
    the_higher_this_score_the_easier_people_found = " The higher this score, the easier people found it.";
    is_from_in_findings(name, value, interval, n) = "{name} is {value}{interval}, from {n}";
    other_scores = ("other score", "other scores");
    in_the_tables(scores) = " ({scores} in the tables)";

    next_come(within, list) = "Next come{within}: {list}.";
    conversely_themes_that_go_with_high_scores(within, list, caveat) = "Conversely, themes that go with high scores{within}: {list}.{caveat}";
    this_is_an_association_not_proof_of_a = " This is an association, not proof of a cause.";
    to_complain_of_it_to_praise_it(n, bad, good) = "; of the {n} comments that speak of it, {bad} complain of it and {good} praise it";
    first_in_question_of_the_answers_with_a(label, share) = " First in question: {label} ({share} of the answers with a comment).";
    to_fix_first_of_the_answers_with_a(within, label, share, base, complaints, a, with, without, points, the, interval, q, above) = "To fix first{within}: {label}. {share} of the {base} answers with a comment speak of it{complaints}; they have {a} of {with}, against {without} for the others. With the other themes held equal, this theme goes with {points} on {the} {interval} ({q}).{above}";
    of_answers_with_a_comment = " of answers with a comment";
    which_goes_with_on(points, the) = ", which goes with {points} on {the}";
    the_theme_on_the_rise_from_to_of(label, before, after, from, to, q, moved) = "The theme on the rise: {label}, from {before} to {after} of the comments between {from} and {to} ({q}){moved}.";

    others = "Others";
}
