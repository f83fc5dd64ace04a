//! French words of topics.

texts! {
    too_few_answers_with_or_without_this_theme = "trop peu de réponses avec ou sans ce thème";
    cannot_be_told_from_other_themes_above_all(other) = "ne se distingue pas d’autres thèmes, de {other} surtout";

    expected_missed_when_bad_noticed_less_when = "attendu\u{a0}: son absence déplaît, sa présence pèse moins";
    proportional_displeases_or_pleases_with_its = "proportionnel\u{a0}: déplaît ou plaît selon la note";
    delights_noticed_when_good_missed_less_when = "enchante\u{a0}: sa présence plaît, son absence pèse moins";
    effect_not_settled = "effet non tranché";

    fix_first = "à corriger en priorité";
    maintain = "à maintenir";
    keep_an_eye_on = "à surveiller";
    secondary_strength = "atout secondaire";
    counts_more_than_average_below_the_threshold = "pèse plus que la moyenne, sous le seuil";
    counts_more_than_average_above_the_threshold = "pèse plus que la moyenne, au-dessus du seuil";
    counts_less_than_average_below_the_threshold = "pèse moins que la moyenne, sous le seuil";
    counts_less_than_average_above_the_threshold = "pèse moins que la moyenne, au-dessus du seuil";
    to_be_confirmed(label) = "{label} (à confirmer)";

    if_half_of_the_comments_disappeared(theme) = "Si la moitié des verbatims sur {theme} disparaissait";
    if_a_part_of_the_comments_disappeared(percent, theme) = "Si {percent} des verbatims sur {theme} disparaissaient";
    nothing_tells_by_how_much_would_move_or(score) = "rien ne dit de combien ni dans quel sens {score} bougerait";
    would_rise_by_about(score, size, points) = "{score} monterait d’environ {size}\u{a0}{points}";
    would_fall_by_about(score, size, points) = "{score} baisserait d’environ {size}\u{a0}{points}";
    their_authors_scoring_as_those_who_do_not(gone, moved, level, low, high) = "{gone}, leurs auteurs notant comme ceux qui n’en parlent pas, {moved} (intervalle à {level} : de \
                 {low} à {high}). C’est une association, pas une preuve de cause.";

    line_character(file, line, column, text) = "{file}, ligne {line}, caractère {column}\u{a0}: {text}";
    the_end_of_the_rule = "la fin de la règle";
}
