//! French words of topics.

texts! {
    too_few_answers_with_or_without_this_theme = "trop peu de réponses avec ou sans ce thème";
    cannot_be_told_from_other_themes_above_all(other) = "ne se distingue pas d’autres thèmes, surtout de {other}";

    expected_missed_when_bad_noticed_less_when = "attendu\u{a0}: déplaît si la note est mauvaise, pèse moins si elle est bonne";
    proportional_displeases_or_pleases_with_its = "proportionnel\u{a0}: déplaît ou plaît selon la note";
    delights_noticed_when_good_missed_less_when = "enchante\u{a0}: plaît si la note est bonne, pèse moins si elle est mauvaise";
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
                 {low} à {high}). C’est une association, non la preuve d’une cause.";

    the_end_of_the_rule = "la fin de la règle";
    no_codebook(cause) = "ce fichier n’est pas un plan de codage ({cause}). Un thème s’ouvre par [[theme]] et se décrit par des lignes comme id = \"prix\".";
    no_theme = "aucun thème. Ouvrez-en un par [[theme]], avec id, label et rules.";
    id_refused(id) = "id {id} refusé : écrivez des lettres minuscules sans accent, des chiffres et _, par exemple id = \"delai_livraison\".";
    id_taken(id) = "id {id} déjà pris par un autre thème : donnez-en un autre, ou réunissez les deux thèmes.";
    unknown_parent(parent, known) = "parent {parent} inconnu. Thèmes de ce plan : {known}.";
    circle(id) = "le thème {id} est son propre ancêtre : ôtez l’un des parent de cette chaîne.";
    no_rule(id) = "le thème {id} n’a ni règle ni sous-thème : écrivez par exemple rules = [\"délai ou retard\"].";
    word_expected(found) = "{found} trouvé, un mot est attendu. Exemples : délai ; service client ; prix près(4) élevé ; nié:répondre. Entre guillemets, ou, et, sauf sont des mots comme les autres : \"et\".";
    end_expected(found) = "{found} trouvé, la fin de la règle est attendue. Ôtez-le, ou ouvrez la parenthèse qu’il ferme.";
    unclosed(sign) = "{sign} ouvert ici n’est jamais fermé : fermez-le avant la fin de la règle.";
    distance_expected(found) = "{found} trouvé après près, un nombre de mots de 1 à 50 entre parenthèses est attendu : prix près(5) élevé.";
    unreadable_pattern(cause) = "expression régulière illisible ({cause}). Exemple : /ref\\d+/.";
    prefix_refused(word) = "{word} refusé : * se place à la fin d’un mot d’au moins trois lettres, rembours*.";
    too_many_brackets = "trop de parenthèses les unes dans les autres (20 au plus) : coupez la règle en plusieurs lignes.";
    empty_rule = "règle vide : écrivez au moins un mot, par exemple \"délai\", ou ôtez la ligne.";
}
