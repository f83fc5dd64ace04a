//! French words of method.

texts! {
    in_brackets_the_confidence_interval_of_the(level) = "Entre crochets : l’intervalle de confiance à {level} du chiffre qui précède.";
    q_the_smaller_the_stronger_the_evidence_given = "q : plus il est petit, plus la preuve est forte, compte tenu du nombre de tests ; sous 0,05, un écart est dit significatif.";
    p_strength_of_the_evidence_for_the_difference = "p : force de la preuve de l’écart entre deux vagues, question posée d’avance et donc sans correction ; sous 0,05, il est dit significatif.";
    base_number_of_calls_tickets_or_answers = "Base : nombre d’appels, de tickets ou de réponses derrière le chiffre.";
    base_number_of_valid_answers = "Base : nombre de réponses valides.";
    turned = " (inversée)";
    none = "aucune";
    base_valid_answers_all_waves = "Base : réponses valides, toutes vagues";
    base_valid_answers = "Base : réponses valides";
    turned_scale = "Échelle inversée";
    in_the_file_the_lowest_answer_is_the(list) = "Dans le fichier, la plus petite réponse est la meilleure pour {list} : chaque réponse x est lue comme minimum + maximum − x, pour que le haut de l’échelle soit toujours le meilleur.";
    share_of_promoters_ratings_of_minus_share_of(plus, minus, middle) = "Part des promoteurs (notes de {plus}) moins part des détracteurs (notes de {minus}), en points, de −100 à +100. Les passifs (notes de {middle}) comptent dans la base, ni en plus ni en moins.";
    share_of_answers_of_as_a_percentage_of(best, worst) = "Part des réponses de {best}, en pourcentage des réponses valides. Les insatisfaits sont ceux qui répondent {worst}.";
    share_of_answers_of_on_the_easy_side(best) = "Part des réponses de {best}, du côté « facile » de l’échelle, en pourcentage des réponses valides.";
    share_of_ratings_of_as_a_percentage_of(best) = "Part des notes de {best}, en pourcentage des réponses valides.";
    mean_of_the_answers_in_points_of_the = "Moyenne des réponses, en points de l’échelle ; plus elle est haute, plus la démarche est jugée facile.";
    mean_of_the_valid_answers_in_points_of = "Moyenne des réponses valides, en points de l’échelle.";
    number_of_valid_answers_behind_a_figure_under(small_base) = "Nombre de réponses valides derrière un chiffre. Au-dessous de {small_base} (signe †), le chiffre est fragile.";
    joined(name, tests) = " {name} : {tests}.";
    result_of_the_last_wave_minus_that_of(named) = "Résultat de la dernière vague moins celui de la précédente, avec son propre intervalle. Deux intervalles qui se recouvrent n’excluent pas un écart significatif : c’est q qui décide, p pour l’ensemble. Un écart peut aussi venir d’un changement dans le public interrogé, que l’intervalle ne voit pas.{named}";
    each_segment_is_compared_with_the_other(named) = "Chaque segment est comparé aux autres répondants, toutes vagues confondues ; q tient compte de tout ce qui est comparé sur ce score.{named}";
    a_difference_between_two_waves_is_the_exact = "L’écart entre deux vagues est la somme exacte de deux termes (décomposition de Kitagawa, 1955) : ce que changent les scores à l’intérieur des segments, et ce que change la répartition des répondants entre eux, chaque terme étant compté à la moyenne des deux vagues. Les réponses sans valeur forment un segment. La décomposition décrit les réponses reçues : c’est q, non elle, qui dit si l’écart dépasse le hasard. Quand le total va dans un sens et ses segments dans l’autre (paradoxe de Simpson), une phrase le signale.";
    answers_over_people_asked_or_over_the_head = "Réponses rapportées aux personnes sollicitées, ou à l’effectif déclaré. L’intervalle (Wilson) est celui d’un groupe tiré d’un ensemble bien plus grand. Une participation élevée n’exclut pas que ceux qui n’ont pas répondu pensent autrement.";
    strength_of_the_evidence_corrected_for_the = "Force de la preuve, corrigée du nombre de tests (méthode de Benjamini et Hochberg) : plus q est petit, moins le hasard suffit à expliquer l’écart. En ne retenant que les écarts dont q < 0,05, on accepte en moyenne 5 % de fausses alertes parmi eux, au plus. L’écart de l’ensemble entre deux vagues, seule question posée d’avance, se lit sur p, sans correction. Ni q ni p ne disent si un écart est grand : l’intervalle le dit.";
    on_request_differences_between_waves_and = "À la demande, le q des écarts entre vagues et segments est corrigé par la méthode de Holm, plus sévère : si l’on ne retient que les écarts dont q < 0,05, il y a au plus 5 % de chances que l’un d’eux au moins soit une fausse alerte.";
    the_forms_of_one_word_plurals_conjugations = "Les formes d’un même mot (pluriels, conjugaisons, fautes courantes) sont regroupées sous la plus fréquente. Les mots qui vont ensemble (« temps d’attente ») comptent aussi comme un seul, de même que ceux que la phrase nie (« pas satisfait »). Un mot qui se trouve le plus souvent dans une telle expression laisse sa place à celle-ci. On compte les verbatims qui contiennent le mot ou l’expression, une fois chacun.";
    a_word_is_specific_to_a_group_when = "Un mot est spécifique d’un groupe quand il y est plus fréquent que dans le groupe opposé. G² (rapport de vraisemblance) classe les mots ; le rapport dit combien de fois plus souvent le groupe l’emploie ; q vient du test exact de Fisher, ou du χ² quand tous les effectifs attendus atteignent 5 (100 quand p est inférieur à 0,001).";
    score_of_all_answers_with_a_score_and = "Score de toutes les réponses notées et commentées, moins le score de celles qui ne citent pas le mot. Négatif : le mot va avec de mauvaises notes (irritant) ; positif : avec de bonnes (levier de satisfaction). Les impacts ne s’additionnent pas : un verbatim peut citer plusieurs mots.";
    a_result_of_fewer_than_or_whose_few(min) = "Un résultat de moins de {min}, ou dont les réponses peu nombreuses sont toutes semblables, n’est pas montré (–), afin que personne ne puisse être reconnu. D’autres résultats, plus grands, sont masqués avec lui : par soustraction d’un total, d’une vague ou d’un segment emboîté, ils permettraient de le retrouver. Ce qui reste publié laisse à chaque effectif masqué une incertitude d’au moins {min}. Toutes ces réponses restent comptées dans les totaux.";
    computed_on_exact_values_and_rounded_on = "Les calculs sont faits sur les valeurs exactes et arrondis à l’affichage seulement : une somme ou un écart peut différer d’une unité du dernier chiffre.";
    n_3_of_its_own_standard_errors = "3 de ses propres erreurs types";
    n_3_of_its_own_standard_errors_for_a = "3 de ses propres erreurs types pour un score net ou une moyenne";
    n_3_standard_errors_of_the_mean_share_at = "3 erreurs types de la part moyenne, compte tenu de sa base, pour une part (carte p)";
    n_3_standard_errors_scaled_to_the_variation = "3 erreurs types élargies ou resserrées selon la variation constatée d’une vague à l’autre, quand leurs bases ne l’expliquent pas (Laney 2002)";
    n_2_66_mean_moving_ranges_xmr = "2,66 étendues mobiles moyennes (XmR)";
    and_runs_of(runs, run) = " et {runs} fois une suite de {run}";
    a_segment_is_named_in_the_key_findings = " Un segment n’est cité dans « L’essentiel » que si ses vagues diffèrent plus que ne le voudrait le hasard (χ² d’homogénéité), q tenant compte du nombre de segments.";
    these_standard_errors_are_not_reduced_for_a = " Ces erreurs types ne sont pas réduites pour population finie : il s’agit de juger ce qui produit les réponses d’une vague à l’autre, non de décrire les présents.";
    under_waves_limits_are_provisional_each_new(enough) = " Avec moins de {enough} vagues, les limites sont provisoires : chaque nouvelle vague peut les déplacer.";
    series_followed = ("série est suivie", "séries sont suivies");
    a_wave_is_out_of_limits_when_it(kinds, run, finite, followed, points_text, expected, runs, provisional, segments) = "Une vague sort des limites quand elle s’écarte de la moyenne des vagues de plus de {kinds} ; {run} vagues de suite du même côté de cette moyenne font aussi un signal.{finite} {followed} ici, soit {points_text} points : si rien ne changeait, le seul hasard donnerait environ {expected} hors limites{runs}.{provisional}{segments}";
    margin_of_error_due_to_chance_in_sampling(level, methods) = "Marge d’erreur due au hasard de l’échantillonnage : si l’on répétait l’enquête, {level} des intervalles ainsi construits contiendraient la vraie valeur. Elle ne couvre ni les biais de recrutement ni ceux de non-réponse. Calcul : {methods}.";
    a_codebook_says_by_which_words_and_phrases = "Un plan de codage dit par quels mots et quelles expressions on parle d’un thème ; « barometre themes » donne les verbatims trouvés par chaque règle et les mots que le plan ne couvre pas. Le jugement (content, mécontent) est lu dans la proposition qui parle du thème, à défaut dans ses voisines. C’est une lecture automatique : thème et jugement ensemble, elle se trompe dans un cas sur quatre environ sur des verbatims nouveaux.";
    share_of_the_answers_that_speak_of_the = "Part des réponses qui parlent du thème, multipliée par l’écart de score qui va avec lui quand tous les autres thèmes sont tenus égaux (régression linéaire du score sur tous les thèmes à la fois). Des thèmes cités ensemble se partagent ainsi leur effet. L’intervalle vient du jackknife : le modèle est recalculé sans chaque groupe de répondants, tour à tour.";
    part_of_the_scores_r_due_to_a = "Part du R² du score qui revient à une dimension notée, en moyenne sur tous les ordres où les dimensions peuvent entrer dans le modèle (LMG, valeur de Shapley) ; intervalle par jackknife. Seules comptent les réponses qui notent toutes les dimensions.";

    polarity_of_calibrated_on_in_your_data_words(question, target, n, words) = "Polarité de {question} calée sur {target}\u{a0}: dans vos données, {n} mots pèsent autrement que dans le lexique{words}";

    kind = "Nature";
    scale = "Échelle";
    base = "Base";
    answers_not_counted = "Réponses non comptées";

    before_using_these_figures = "À savoir avant d’utiliser ces chiffres";
    questions_and_bases = "Questions et bases";
    definitions = "Définitions";
    how_to_read_these_figures = "Comment lire ces chiffres";
    not_counted(reason, n) = "{reason} : {n}";

    interval = "Intervalle";
    difference_between_waves = "Écart entre vagues";
    segment_higher_or_lower = "Segment plus haut ou plus bas";
    where_a_difference_comes_from = "D’où vient un écart";
    control_limits = "Limites de contrôle";
    q_of_differences = "q des écarts";
    keyness = "Spécificité";
    impact_of_its_own = "Impact propre";
    hidden_results = "Résultats masqués";
    sample_design = "Plan de sondage";
    respondents_followed = "Répondants suivis";
    finite_population = "Population finie";
    rounding = "Arrondi";

    tango_score = "intervalle de score de Tango (1998) pour le NPS et l’eNPS";
    wald = "intervalle de Wald pour le NPS et l’eNPS";
    adjusted_wald = "intervalle de Wald ajusté (trois réponses fictives) pour le NPS et l’eNPS";
    bonett_price = "intervalle de Bonett et Price (2012) pour le NPS et l’eNPS";
    bootstrap = "percentiles de rééchantillonnages (bootstrap) pour le NPS et l’eNPS";
    wilson = "intervalle de Wilson pour les parts";
    wilson_continuity = "intervalle de Wilson avec correction de continuité pour les parts";
    clopper_pearson = "intervalle exact de Clopper et Pearson pour les parts";
    agresti_coull = "intervalle d’Agresti et Coull pour les parts";
    jeffreys = "intervalle de Jeffreys pour les parts";
    student_t = "loi de Student pour les moyennes";
    design_score = "intervalle de score (Tango 1998) sur la base efficace pour le NPS et l’eNPS";
    design_wald = "intervalle de Wald sur la base efficace pour le NPS et l’eNPS";
    logit = "loi de Student sur l’échelle logit pour les parts";
    korn_graubard = "intervalle exact sur la base efficace (Korn et Graubard 1998) pour les parts";
    arcsine = "loi de Student sur l’échelle arc sinus pour les parts";
    design_t = "loi de Student, avec les degrés de liberté du plan, pour les moyennes";

    the_strata(column) = "les strates {column}";
    the_clusters(column) = "les grappes {column}";
}
