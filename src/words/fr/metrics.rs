//! French words of metrics.

texts! {
    satisfaction_rate = "taux de satisfaction (CSAT)";
    mean_satisfaction = "satisfaction moyenne";
    customer_effort_score = "score d’effort (CES)";
    share_of_easy_answers = "part de réponses «\u{a0}facile\u{a0}» (CES)";
    mean_rating = "note moyenne";
    share_of_the_two_best_ratings = "part des deux meilleures notes";

    promoters = "Promoteurs";
    passives = "Passifs";
    detractors = "Détracteurs";
    satisfied = "Satisfaits";
    neutral = "Neutres";
    dissatisfied = "Insatisfaits";
    easy = "Facile";
    neither = "Ni facile ni difficile";
    difficult = "Difficile";
    high_ratings = "Notes hautes";
    middle_ratings = "Notes intermédiaires";
    low_ratings = "Notes basses";

    the_promoters = "les promoteurs";
    the_passives = "les passifs";
    the_detractors = "les détracteurs";
    the_satisfied = "les satisfaits";
    the_neutral = "les neutres";
    the_dissatisfied = "les insatisfaits";
    those_who_found_it_easy = "ceux qui jugent la démarche facile";
    those_in_between = "ceux qui la jugent ni facile ni difficile";
    those_who_found_it_difficult = "ceux qui jugent la démarche difficile";
    those_who_gave_the_best_ratings = "ceux qui donnent les meilleures notes";
    those_who_gave_a_middle_rating = "ceux qui donnent une note intermédiaire";
    those_who_gave_the_lowest_ratings = "ceux qui donnent les notes les plus basses";

    wald_z = "z de Wald";
    pooled_z = "z à variance commune";
    design_t = "t du plan de sondage";
    welch_t = "t de Welch";
    pooled_z_or_welch_t = "le moins significatif du z à variance commune et du t de Welch (petites bases)";

    recommendation = "Recommandation (NPS)";
    recommendation_by_employees = "Recommandation par les salariés (eNPS)";
    rating = "Note";
    choice = "Choix";
    several_choices = "Choix multiple";
    free_text = "Verbatim";

    net_promoters = "ST promoteurs";
    net_passives = "ST passifs";
    net_detractors = "ST détracteurs";
    net_satisfied = "ST satisfaits";
    net_neutral = "ST neutres";
    net_dissatisfied = "ST insatisfaits";
    net_easy = "ST facile";
    net_neither = "ST ni facile ni difficile";
    net_difficult = "ST difficile";
    net_positive = "ST positifs";
    net_middle = "ST intermédiaires";
    net_negative = "ST négatifs";
    net_high_ratings = "ST notes hautes";
    net_middle_ratings = "ST notes intermédiaires";
    net_low_ratings = "ST notes basses";
}
