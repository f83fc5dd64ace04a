//! English words of scores.

texts! {
    joined(low, high) = "[{low},\u{a0}{high}]";
    answers = ("answer", "answers");
    and = " and ";

    met = "met";
    not_met = "not met";
    respected = "respected";
    missed = "missed";
    undecided_at_this_base_the_interval_holds_it = "undecided at this base, the interval holds it";
    target = "Target";
    minimum = "Minimum";
    joined_in_targets(wave) = " ({wave})";
    joined_in_targets_2(name, value, met, wave) = "{name}: {value}, {met}{wave}";

    overall = "Overall";
    total = "Total";
    no_answer = "no answer";
    language_not_recognised = "language not recognised";
    blank_row = "blank row";
    duplicate = "duplicate";
    filtered_out = "filtered out";
    preview = "preview";
    total_row = "total row";
    in_word = " in ";
    or = "or";
    to = "to";
    for_word = "For";
}
