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
                 {high}). This is an association, not proof of a cause.";

    the_end_of_the_rule = "the end of the rule";
    no_codebook(cause) = "this file is no codebook ({cause}). A theme opens with [[theme]], and lines such as id = \"price\" describe it.";
    no_theme = "no theme. Open one with [[theme]], with id, label and rules.";
    id_refused(id) = "id {id} refused: write small letters without accents, digits and _, for example id = \"delivery_time\".";
    id_taken(id) = "id {id} is that of another theme: write another one, or make one theme of the two.";
    unknown_parent(parent, known) = "parent {parent} is unknown. Themes of this codebook: {known}.";
    circle(id) = "theme {id} is its own ancestor: remove one parent of that chain.";
    no_rule(id) = "theme {id} has no rule and no sub-theme: write for example rules = [\"delay or late\"].";
    word_expected(found) = "found {found}, expected a word. Examples: delay; customer service; price near(4) high; denied:answer. Between quotation marks or, and, not are words like others: \"and\".";
    end_expected(found) = "found {found}, expected the end of the rule. Remove it, or open the bracket that it closes.";
    unclosed(sign) = "{sign} opened here is never closed: close it before the end of the rule.";
    distance_expected(found) = "found {found} after near, expected a number of words from 1 to 50 in brackets: price near(5) high.";
    unreadable_pattern(cause) = "regular expression that cannot be read ({cause}). Example: /ref\\d+/.";
    prefix_refused(word) = "{word} refused: * ends a word of three letters at least, refund*.";
    too_many_brackets = "too many brackets inside each other (20 at most): cut the rule into several lines.";
    empty_rule = "empty rule: write one word at least, for example \"delay\", or remove the line.";
}
