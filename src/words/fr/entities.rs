//! French words of entities.

texts! {
    joined(column, value) = "{column} : {value}";
    scope = "Périmètre";
    a_part_of_the_study(name) = "{name}, une partie de l’étude";
    a_part_of_the_study_in_entity_tables = "Une partie de l’étude";
    this_report_is_about_the_answers_of_alone(name) = "Ce rapport ne porte que sur les réponses de « {name} » ; questions, échelles, pondérations et regroupements de mots sont ceux de l’étude entière, pour que les rapports soient comparables. Les autres répondants sont tous ceux de l’étude qui n’en font pas partie, y compris ceux qui n’ont pas de valeur ; le q de leur écart avec « {name} » tient compte du nombre de comparaisons du rapport d’ensemble.";
    what_is_hidden_is_hidden_over_all_reports(min) = " Ce qui est masqué l’est compte tenu de tous les rapports à la fois, celui de l’ensemble compris : aucune soustraction entre eux ne donne un effectif de moins de {min}. Un croisement trop fin, un mot ou un thème qui renseignerait sur trop peu de personnes ailleurs n’y figure pas ; le détail des réponses une à une, les tableaux de choix, les sous-thèmes et l’évolution des thèmes non plus.";
    lower_significant = "plus bas, significatif";
    higher_significant = "plus haut, significatif";
    inconclusive = "non concluant";
    against_the_other_respondents_of_the_study(name) = "{name}, par rapport aux autres répondants de l’étude";

    overall = "ensemble";
    without_a_report_to_protect_anonymity_the(names) = "Sans rapport, pour protéger l’anonymat : {names}. Le rapport d’ensemble les masque aussi.";
    without_a_value_in_in_the_whole_only(answers, column) = "{answers} sans valeur dans {column} : dans l’ensemble seulement.";
    what_is_hidden_is_hidden_over_all_these = "Ce qui est masqué l’est compte tenu de tous ces rapports à la fois : diffusez-les ensemble, et ne les mêlez pas à ceux d’un autre découpage des mêmes réponses.";
    base_under_answers_a_hint_which_cannot_stand(small_base) = "† Base inférieure à {small_base} réponses : une tendance, qui ne se défend pas seule.";
    one_report_by(column) = "un rapport par {column}";
    answers = "Réponses";
    score = "Score";
    interval = "Intervalle";
    against_the_others = "Par rapport aux autres";
    overall_in_index = "Ensemble";
    significant = "significatif";

    other_respondents = "Autres répondants";
    difference_points = "Écart (points)";
    interval_of_the_difference = "Intervalle de l’écart";
    reading = "Lecture";
}
