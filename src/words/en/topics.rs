//! English words of topics.

texts! {
    too_few_answers_with_or_without_this_theme = "too few answers with or without this theme";
    cannot_be_told_from_other_themes_above_all(other) = "cannot be told from other themes, {other} above all";

    expected_missed_when_bad_noticed_less_when = "expected: missed when bad, noticed less when good";
    proportional_displeases_or_pleases_with_its = "proportional: displeases or pleases with its rating";
    delights_noticed_when_good_missed_less_when = "delights: noticed when good, missed less when bad";
    effect_not_settled = "effect not settled";

    fix_first = "fix first";
    maintain = "maintain";
    keep_an_eye_on = "keep an eye on";
    secondary_strength = "secondary strength";
    counts_more_than_average_below_the_threshold = "counts more than average, below the threshold";
    counts_more_than_average_above_the_threshold = "counts more than average, above the threshold";
    counts_less_than_average_below_the_threshold = "counts less than average, below the threshold";
    counts_less_than_average_above_the_threshold = "counts less than average, above the threshold";
    to_be_confirmed(label) = "{label} (to be confirmed)";

    if_half_of_the_comments_disappeared(theme) = "If half of the comments about {theme} disappeared";
    if_a_part_of_the_comments_disappeared(percent, theme) = "If {percent} of the comments about {theme} disappeared";
    nothing_tells_by_how_much_would_move_or(score) = "nothing tells by how much {score} would move, or which way";
    would_rise_by_about(score, size, points) = "{score} would rise by about {size}\u{a0}{points}";
    would_fall_by_about(score, size, points) = "{score} would fall by about {size}\u{a0}{points}";
    their_authors_scoring_as_those_who_do_not(gone, moved, level, low, high) = "{gone}, their authors scoring as those who do not mention it, {moved} ({level} interval: {low} to \
                 {high}). This is an association, no proof of a cause.";

    line_character(file, line, column, text) = "{file}, line {line}, character {column}: {text}";
    the_end_of_the_rule = "the end of the rule";
}
