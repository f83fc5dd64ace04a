//! French words of findings.

texts! {
    from_to(old, new) = ", de {old} à {new}";
    between_and_by_chance_in_sampling_hardly(from, to, the, fell, size, path, proof) = "Entre {from} et {to}, {the} a {fell} de {size}{path} : le hasard de l’échantillonnage explique mal un tel écart {proof}.";
    fell = "reculé";
    rose = "progressé";
    went_from_to_a_change_of(the, old, new, gap) = "{the} passe de {old} à {new}, soit {gap}";
    the_measured_difference_in_is(the, gap) = "l’écart mesuré sur {the} est de {gap}";
    between_and(from, to, story, verdict, proof) = "Entre {from} et {to}, {story} : {verdict} {proof}.";
    it_is_stable_the_interval_of_the_difference(margin) = "le résultat est stable, l’intervalle de l’écart tenant tout entier dans la marge de {margin} déclarée sans importance";
    chance_in_sampling_is_enough_to_explain_this = "le hasard de l’échantillonnage suffit à expliquer cet écart, on ne peut conclure ni à une hausse ni à une baisse";
    at_this_base_a_of_less_than_mostly(change, size) = " À ces bases, seule une {change} d’au moins {size} a 80 % de chances ou plus d’être détectée.";
    fall = "baisse";
    rise = "hausse";
    wave_has_far_fewer_answers_than_the_one(wave, new, before) = " La vague {wave} compte bien moins de réponses que la précédente ({new}, contre {before}) : vérifiez qu’elle est complète.";
    the_two_waves_differ_in_size_then_check(old, new) = " Les deux vagues n’ont pas la même taille ({old}, puis {new}) : vérifiez que le public interrogé est le même.";
    interval_of_the_difference_bases_of_and(interval, proof, from, to) = "(intervalle de l’écart : {interval} ; {proof} ; bases de {from} et {to})";

    for_is_than_among_the_other_respondents_of(value, column, the, lower, size, proof) = "Pour {value} ({column}), {the} se situe {size} {lower} que chez les autres répondants de l’étude : l’écart est significatif {proof}.";
    lower = "plus bas";
    higher = "plus haut";
    for_does_not_clearly_differ_from_that_of(value, column, the, gap, proof) = "Pour {value} ({column}), {the} ne s’écarte pas nettement de son niveau chez les autres répondants de l’étude : le hasard de l’échantillonnage suffit à expliquer l’écart mesuré, de {gap} {proof}.";

    between_and_the_mix_of_respondents_by_counted(from, to, column, mix, whose, the, alone) = "Entre {from} et {to}, la répartition des répondants par {column} a joué pour {mix} : {whose}. À répartition égale, {the} {alone}.";
    nearly_all = "la quasi-totalité";
    most = "l’essentiel";
    more_than_half = "plus de la moitié";
    part = "une part";
    of_the_fall(part) = "{part} du recul";
    of_the_rise(part) = "{part} de la hausse";
    the_whole_fall = "le recul";
    the_whole_rise = "la hausse";
    for_in_all(all_mix, whole) = "({all_mix}, pour {whole} en tout)";
    of_the(mixed, whole) = "({mixed} sur {whole})";
    between_and_comes_from_the_mix_of_respondents(from, to, subject, sizes, comes, column, whose, the, alone) = "Entre {from} et {to}, {subject} {sizes} {comes} de la répartition des répondants par {column} : {whose}. À répartition égale, {the} {alone}.";
    comes = "vient";
    the_fall_comes_entirely = "vient tout entier";
    the_rise_comes_entirely = "vient tout entière";
    lower_than_the_whole = "plus bas que l’ensemble";
    higher_than_the_whole = "plus haut que l’ensemble";
    weighs_more = "pèse davantage";
    weighs_less = "pèse moins";
    then_then_of_the_total(name, weighs, n_from, n_to, old, new) = "{name} y {weighs} ({n_from}, puis {n_to} : {old}, puis {new} du total)";
    would_not_have_moved = "n’aurait pas bougé";
    would_have_fallen_by_only(size) = "n’aurait reculé que de {size}";
    would_have_fallen_by(size) = "aurait reculé de {size}";
    would_have_risen_by_only(size) = "n’aurait progressé que de {size}";
    would_have_risen_by(size) = "aurait progressé de {size}";
    goes_down = "baisse";
    goes_up = "monte";
    the_total_while_in_every_segment_of_simpsons(total, the, inside, column) = "Le total {total} alors que {the} {inside} dans chaque segment de {column} (paradoxe de Simpson) : l’évolution du total vient de la répartition des répondants.";
    the_total_while_in_the_segments_of_that(total, the, inside, column) = "Le total {total} alors que {the} {inside} dans les segments de {column} qui réunissent plus de la moitié des réponses (paradoxe de Simpson).";
    answers_without_a_value = "le groupe des réponses sans valeur";
    the_group_others(names) = "le groupe « Autres » ({names})";
    without_a_value = "Sans valeur";

    from_to_the_mix_of_modes_changed_part(from, to) = " Entre {from} et {to}, la répartition des modes a changé : une part de l’évolution du score peut n’être qu’un changement de mode.";
    by_is_not_the_same_p_compare_like(column, the, scores, p, after) = "Selon {column}, {the} diffère : {scores} (χ², p\u{a0}{p}). Comparez à mode égal : le total dépend de la part de chaque mode.{after}";

    of_word = "sur";
    participation_fell_from_to_between_and_then(old, new, from, to, was, is, p) = "La participation recule de {old} à {new} entre {from} et {to} ({was}, puis {is} ; {p}) : ceux qui ne répondent plus peuvent être d’un autre avis que les autres, et l’intervalle du score ne le voit pas.";

    segments_compared = "segments comparés";
    segments_of_at_least(small_base) = "segments d’au moins {small_base}\u{a0}réponses à chaque vague";
    went_from_to_between_and_a_change_of(place, the, old, new, from, to, gap, proof) = "{place}, {the} passe de {old} à {new} entre {from} et {to}, soit {gap} {proof}.";
    moved_by_between_and(place, the, gap, from, to, proof) = "{place}, {the} varie de {gap} entre {from} et {to} {proof}.";
    it_is_the_largest_significant_rise_among_the(all, compared) = " C’est la plus forte hausse significative parmi les {all} {compared} ; aucun recul n’y est significatif.";
    in_all_the_fall_is_significant_in_of(n, all, compared) = " En tout, le recul est significatif dans {n} des {all} {compared}.";
    it_is_the_only_significant_fall_among_the(all, compared) = " C’est le seul recul significatif parmi les {all} {compared}.";
    other_segments = ("autre segment", "autres segments");
    and(segments) = " ; et {segments}";
    is_significantly_lower_than_among_the_other(the, whole, list, more) = "{the} se situe significativement plus bas que chez les autres répondants (ensemble : {whole}) pour : {list}{more}.";
    caution_everything_here_rests_on_under_a(answers, small_base) = "Prudence : tout repose ici sur {answers} ; au-dessous de {small_base}, un score indique une tendance et ne se défend pas seul.";
    segments = ("segment", "segments");
    rests = "repose";
    rest = "reposent";
    caution_of_on_fewer_than_answers_marked_in(some, all, rest, small_base) = "Prudence : {some} sur {all} {rest} sur moins de {small_base}\u{a0}réponses (signe † dans les tableaux) : à ne pas commenter isolément.";
    is_hidden = "est masqué";
    are_hidden = "sont masqués";
    to_protect_anonymity_fewer_than_or_a_way(space, some, hidden, min) = "{space}{some} {hidden} pour protéger l’anonymat : moins de {min}, ou de quoi retrouver par soustraction un segment qui en a moins.";

    provisional_limits_fewer_than_20_waves = " (limites provisoires : moins de 20 vagues)";
    above = "au-dessus";
    below = "au-dessous";
    stays_its_mean_of_for_waves_in_a(the, n, side, centre, span) = "{the} reste {n} vagues de suite {side} de sa moyenne de {centre}, {span} : une telle suite n’est pas une fluctuation ordinaire.";
    upwards = "par le haut";
    downwards = "par le bas";
    waves = ("vague", "vagues");
    is_out_of_its_limits_in_of_for(the, waves, all, sides, centre, provisional) = "{the} sort de ses limites dans {waves} sur {all}, {sides}, pour une moyenne de {centre} : ce n’est pas une fluctuation ordinaire{provisional}.";
    of_the_segments_charted_it_is_the_one(charted, q) = " Des {charted} segments suivis, c’est celui dont le hasard explique le moins les variations ({q}).";
    from_to_between_and(first, last, low, high, first_2) = "{first} à {last} (entre {low} et {high})";
    in_dated_waves(list) = "en {list}";
    in_named_waves(list) = "pour {list}";
    then = " puis ";

    is_withheld_its_base_is_under_the_minimum(the, min) = "{the} ne figure pas dans ce rapport : sa base est sous le seuil de {min} qui protège l’anonymat.";
    across_all_waves(the) = "Toutes vagues confondues, {the}";
    is_from(the, value_text, answers, made_of) = "{the} est de {value_text} sur {answers}{made_of}.";
    promoters_ratings_of_minus_detractors_ratings(plus, good, minus, bad) = " : {plus} de promoteurs (notes de {good}) moins {minus} de détracteurs (notes de {bad})";
    the_share_of_ratings_of_against_of_ratings(good, minus, bad) = " : c’est la part des notes de {good}, contre {minus} de notes de {bad}";
    of_the_ratings_are_and_are(plus, good, minus, bad) = " ; {plus} des notes sont de {good} et {minus} de {bad}";
    it_contains_0_so_neither_promoters_nor = " : il contient 0, on ne peut donc pas départager promoteurs et détracteurs";
    of_the_mean = " de la moyenne";
    the_confidence_interval_runs_from_to(level, of, low, high, undecided) = " L’intervalle de confiance à {level}{of} va de {low} à {high}{undecided}.";
    mean_satisfaction_is(mean) = " La satisfaction moyenne est de {mean}.";
    the_higher_this_score_the_easier_people_found = " Plus ce score est élevé, plus la démarche est jugée facile.";
    is_from_in_findings(name, value, interval, n) = "{name} est de {value}{interval} sur {n}";
    other_scores = ("autre score", "autres scores");
    in_the_tables(scores) = " ({scores} dans les tableaux)";

    next_come(within, list) = "Viennent ensuite{within} : {list}.";
    conversely_themes_that_go_with_high_scores(within, list, caveat) = "À l’inverse, thèmes qui vont avec de bonnes notes{within} : {list}.{caveat}";
    this_is_an_association_not_proof_of_a = " C’est une association, non la preuve d’une cause.";
    to_complain_of_it_to_praise_it(n, bad, good) = " ; sur les {n} verbatims qui en parlent, {bad} s’en plaignent et {good} s’en félicitent";
    first_in_question_of_the_answers_with_a(label, share) = " D’abord en cause : {label} ({share} des réponses commentées).";
    to_fix_first_of_the_answers_with_a(within, label, share, base, complaints, a, with, without, points, the, interval, q, above) = "À corriger en premier{within} : {label}. {share} des {base} réponses commentées en parlent{complaints} ; elles ont {a} de {with}, contre {without} pour les autres. Les autres thèmes tenus égaux, ce thème va avec {points} sur {the} {interval} ({q}).{above}";
    of_answers_with_a_comment = " des réponses commentées";
    which_goes_with_on(points, the) = ", ce qui va avec {points} sur {the}";
    the_theme_on_the_rise_from_to_of(label, before, after, from, to, q, moved) = "Le thème qui monte : {label}, de {before} à {after} des verbatims entre {from} et {to} ({q}){moved}.";

    others = "Autres";
}
