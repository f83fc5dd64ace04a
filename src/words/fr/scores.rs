//! French words of scores.

texts! {
    joined(low, high) = "[{low}\u{a0};\u{a0}{high}]";
    answers = ("réponse", "réponses");
    and = " et ";

    met = "atteint";
    not_met = "non atteint";
    respected = "respecté";
    missed = "franchi à la baisse";
    undecided_at_this_base_the_interval_holds_it = "indécis à cette base, l’intervalle le contient";
    target = "Objectif";
    minimum = "Minimum";
    joined_in_targets(wave) = " ({wave})";
    joined_in_targets_2(name, value, met, wave) = "{name} : {value}, {met}{wave}";

    overall = "Dans l’ensemble";
    total = "Ensemble";
    no_answer = "sans réponse";
    language_not_recognised = "langue non reconnue";
    blank_row = "ligne vide";
    duplicate = "doublon";
    filtered_out = "hors du filtre";
    preview = "aperçu";
    total_row = "ligne de total";
    in_word = " dans ";
    or = "ou";
    to = "à";
    for_word = "Pour";
}
