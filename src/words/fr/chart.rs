//! French words of chart.

texts! {
    word_cloud = "Nuage de mots";
    underlined(name) = "Souligné : {name}";
    the_surface_of_the_letters_not_their_height(low, high, all, who, absent) = "La surface des lettres, non leur hauteur, est proportionnelle au nombre de verbatims qui contiennent le \
             mot (de {low} à {high}, sur {all}). La place d’un mot ne dit rien.{who}{absent} Les chiffres sont dans le \
             tableau des mots-clés.";
    comment = "verbatim";
    comments = "verbatims";
    the_most_frequent_words(all) = "Les mots les plus fréquents : {all}.";
    words_more_frequent(among, text) = "Mots plus fréquents {among} : {text}.";

    mean = "moyenne";
    control_limits = "limites de contrôle";
    target = "objectif";
    outside_the_limits = "hors des limites";
    th_day_in_a_row_or_later_on(run) = "{run}e jour de suite, ou plus, du même côté de la moyenne";

    day = "jour";
    days = "jours";
    mean_of_over(centre, over, even) = "Moyenne de {centre} sur {over}{even}";
    limits_3_standard_deviations_around_the_mean = "Limites : 3 écarts types autour de la moyenne, plus larges les jours de petite base.";
    provisional_limits_under_days(enough) = "Limites provisoires : moins de {enough} jours.";
    day_without_a_point_closed_or_base_under = "Jour sans point : fermé, ou base inférieure au minimum.";

    distribution_of_answers = "Répartition des réponses";
    base_scale_shares_in_of_valid_answers(base, ends) = "Base : {base}. Échelle {ends}. Parts en % des réponses valides.";
    is_promoters_minus_detractors_base(name, score, high, promoters, low, detractors, base) = "{name} est de {score} : {high} de promoteurs{promoters} moins {low} de détracteurs{detractors}. \
                 Base : {base}.";
    and_the_mode(high, named_high, high_values, low, named_low, low_values, mode, base) = "{high} {named_high}{high_values} et {low} {named_low}{low_values} ; {mode}. {base}.";
    the_most_frequent_answer_is(modal, often) = "la réponse la plus fréquente est {modal} ({often})";
    the_most_frequent_answers_are(modal, often) = "les réponses les plus fréquentes sont {modal} ({often} chacune)";
    no_answer_stands_out = "aucune réponse ne domine";

    answers_to_the_questions_from_low_to_high = "Réponses aux questions, des plus basses aux plus hautes";
    answers_by_wave_from_low_to_high = "Réponses par vague, des plus basses aux plus hautes";
    the_vertical_line_cuts_the_middle_answers_in = " Le trait vertical coupe en deux les réponses du milieu.";
    all_answers_together = " Toutes réponses confondues.";
    what_is_under_the_minimum_base_is_not = " Ce qui est sous la base minimale n’est pas montré.";

    threshold = "seuil";
    median = "médiane";
    n_90th_percentile = "90e centile";
    median_in_durations(median) = "médiane de {median}";
    n_90th_percentile_in_durations(p90) = "90e centile de {p90}";
    within(share, t) = "{share} en {t} au plus";
    dark_up_to_the_threshold_of(t) = "Foncé : jusqu’au seuil de {t}.";
    first_series_others_not_drawn(series, left_out) = "Les {series} premières séries ; autres, non dessinées : {left_out}.";

    scores_on_their_scales = "Les scores sur leur échelle";
    wave = "Vague";
    at(interval, level, base) = "{interval} à {level}, {base}";
    target_in_gauge = "Objectif";

    undecided_the_interval_holds_it = "indécis, l’intervalle le contient";
    respected = "respecté";
    missed = "franchi à la baisse";
    is(subject, value, wave) = "{subject} est de {value}{wave}";
    against_in_the_wave_before(previous, name) = ", contre {previous} à la vague précédente ({name})";
    circle_the_wave_before = "Cercle : vague précédente.";
    thin_lines_target_black_minimum_brown = "Traits fins : objectif (noir), minimum (brun).";
    thin_line_target = "Trait fin : objectif.";
    thin_line_minimum = "Trait fin : minimum.";
    n_valid_answers = "n : réponses valides.";

    met = "atteint";
    missed_in_gauges = "manqué";
    undecided = "indécis";
    value = "Valeur";
    for_word(name, value, r) = "{name} ({value} pour {r})";
    undecided_the_interval_holds_the_target(out, undecided) = "{out} ; indécis, l’intervalle contient l’objectif : {undecided}";
    thin_line_confidence_interval = "Trait fin : intervalle de confiance.";
    pale_band_alert_zone = "Bande pâle : zone d’alerte.";
    more_than_twice_the_target = "› : plus de deux fois l’objectif.";

    and(good, named_good, bad, named_bad) = "{good} {named_good} et {bad} {named_bad}";
    base(n) = "Base : {n}.";
    shares_in_of_valid_answers_n = "Parts en % des réponses valides (n).";

    blue_target_met_orange_missed_darker_farther = "Bleu : objectif atteint ; orange : manqué ; plus foncé : plus loin de l’objectif.";
    empty_cell_closed_or_no_call = "Case vide : fermé ou sans appel.";
    dash_base_under_the_minimum = "Tiret : base inférieure au minimum.";
    from_to(title, low, high) = "{title} : de {low} à {high}";
    slot = "créneau";
    slots = "créneaux";
    target_of_met_in_out_of(range, aim, met, all) = "{range} ; objectif de {aim} atteint dans {met} sur {all}.";

    interval(level) = "Intervalle à {level}";
    would_gain = "gagnerait";
    would_lose = "perdrait";
    the_impact_grows_with_the_difference_in_score = "L’impact croît avec l’écart de score et avec la fréquence des mentions ; c’est une association, non la \
         preuve d’une cause.";

    base_under(small_base) = "† : base inférieure à {small_base}.";

    the_words_of_low_scores_and_of_high = "Les mots des notes basses et des notes hautes";
    more_frequent_among_detractors = "Plus fréquents chez les détracteurs";
    more_frequent_among_promoters = "Plus fréquents chez les promoteurs";
    more_frequent_with_low_scores = "Plus fréquents dans les notes basses";
    more_frequent_with_high_scores = "Plus fréquents dans les notes hautes";
    the_longer_the_bar_the_sharper_the_contrast(low, high, pale) = "Plus la barre est longue, plus le contraste entre les deux groupes est net (G², rapport de \
             vraisemblance). En gris : verbatims du groupe qui contiennent le mot. Bases : {low} verbatims à gauche, {high} à droite.{pale}";
    by_detractors = "des détracteurs";
    by_promoters = "des promoteurs";
    with_a_low_score = "à note basse";
    with_a_high_score = "à note haute";
    appears_in_of_comments_against_of_those(word, inside, group, outside, other) = "{word} revient dans {inside} des verbatims {group}, contre {outside} de ceux {other}";
    no_word_clearly_sets_the_two_groups_apart = "Aucun mot ne distingue nettement les deux groupes : ces écarts peuvent être dus au hasard.";

    most_frequent_keywords = "Mots-clés les plus fréquents";
    base_n_comments_that_contain_the_word_in(verbatims, absent, who) = "Base : {verbatims}. n : verbatims qui contiennent le mot, sous l’une de ses formes.{absent}{who}";
    said_more_often_by = "Dit plus souvent par";
    share = "Part";

    joined(out, whole, mean) = "{out} ; {whole} : {mean}";
    line_confidence_interval = "Trait : intervalle de confiance.";
    mark_the_entire_interval_is_on_one_side = "Marque : l’intervalle entier est du même côté de l’ensemble.";
    not_shown_base_under_the_minimum(hidden) = "Non montrés, base inférieure au minimum : {hidden}.";
    largest_bases_others_not_drawn(panels, left_out) = "Les {panels} plus grandes bases ; autres, non dessinées : {left_out}.";

    themes_that_go_together = "Les thèmes qui vont ensemble";
    mostly_displeased = "surtout des mécontents";
    divided_or_neutral = "partagés ou neutres";
    mostly_pleased = "surtout des contents";
    and_times_as_often_as_by_chance(a, b, n, lift) = "{a} et {b} ({n}, {lift} fois plus souvent que par hasard)";
    the_themes_that_most_clearly_come_in_the(list) = "Les thèmes qui reviennent le plus nettement dans les mêmes verbatims : {list}.";
    base_comments_a_line_joins_two_themes_that(base, least, lift, chance, alone, more) = "Base : {base} verbatims. Un trait joint deux thèmes que {least} verbatims au moins citent ensemble, au moins \
             {lift} fois plus souvent que par hasard (q\u{a0}<\u{a0}{chance}) ; plus il est épais, plus c’est fréquent (×). \
             La surface d’un disque est proportionnelle au nombre de verbatims (n) ; sa couleur et son signe disent ce qu’en pense plus de la moitié \
             d’entre eux.{alone}{more}";

    where_to_act_first_importance_of_the(the) = "Où agir d’abord : importance des dimensions pour {the}, et leur note";
    mean_rating_in_of_the_scale = "Note moyenne, en % de l’échelle →";
    importance_part_of_the_differences_explained = "↑ Importance (part des écarts expliqués)";
    to_be_confirmed = " (à confirmer)";
    no_dimension_that_counts_more_than_average_in(the) = "Aucune dimension qui pèse plus que la moyenne sur {the} n’est moins bien notée que les autres.";
    it_is_an_association_not_proof_of_a = "C’est une association, non la preuve d’une cause.";
    base_that_rate_all_the_dimensions_together(n, r2, level, unsure) = "Base : {n} qui notent toutes les dimensions ; celles-ci expliquent ensemble {r2} des écarts de score. Traits fins : intervalles à \
             {level}. Tirets : moyennes des dimensions, limites des quatre quadrants.{unsure}";

    by_and_wave(name, column) = "{name} par {column} et par vague";
    total = "Ensemble";
    score_with_its_base_below_blue_above_the = "Score, et base en dessous. Bleu : au-dessus de l’ensemble ; orange : au-dessous ; plus foncé : plus \
             loin, sans tenir compte des marges d’erreur.";
    empty_cell_no_answer_or_a_base_under = " Case vide : sans réponse, ou base inférieure au minimum.";
    and_paler_colour_base_under(small_base) = " † et couleur pâlie : base inférieure à {small_base}.";

    by(name, column) = "{name} par {column}";
    score = "Score";
    from_the_total_vertical_line_by_more_than(story, apart, total) = "{story} {apart} de l’ensemble ({total}, trait vertical) d’après le seul intervalle, sans correction pour le nombre de segments.";
    n_valid_answers_bars_confidence_intervals(level) = "n : réponses valides. Barres : intervalles de confiance à {level}.";

    better_than_the_whole = "mieux que l’ensemble";
    worse_than_the_whole = "moins bien que l’ensemble";
    away_from_the_whole = "loin de l’ensemble";

    a_wave_without_a_bar_has_a_base = " Vague sans barre : base inférieure au minimum.";
    joined_in_stacked(name, both, n) = " {name} : {both}. {n}";

    satisfaction_rate_csat = "Taux de satisfaction (CSAT)";
    mean_satisfaction = "Satisfaction moyenne";
    customer_effort_score_ces = "Score d’effort (CES)";
    share_of_easy_answers_ces = "Part de réponses « facile » (CES)";
    mean_rating = "Note moyenne";
    share_of_the_two_best_ratings = "Part des deux meilleures notes";
    mean_in_style = "Moyenne";
    top_two = "Deux meilleures";
    the_nps = "le NPS";
    the_enps = "l’eNPS";
    the_satisfaction_rate_csat = "le taux de satisfaction (CSAT)";
    mean_satisfaction_in_style = "la satisfaction moyenne";
    the_customer_effort_score_ces = "le score d’effort (CES)";
    the_share_of_easy_answers_ces = "la part de réponses « facile » (CES)";
    the_mean_rating = "la note moyenne";
    the_share_of_the_two_best_ratings = "la part des deux meilleures notes";
    answer = "réponse";
    answers = "réponses";

    what_is_criticised_what_is_liked = "Ce qui est critiqué, ce qui est apprécié";
    displeased = "Mécontents";
    neutral_or_mixed = "Neutres ou partagés";
    pleased = "Contents";
    displeased_pleased_n(label, bad, good, n) = "{label} ({bad} de mécontents, {good} de contents, n = {n})";
    one_theme_is_mentioned_often_enough(worst) = "Un seul thème est cité assez souvent : {worst}.";
    the_most_criticised_theme_is_the_best_liked(worst, best, against) = "Le thème le plus critiqué est {worst}, le plus apprécié est {best}. {against}";
    shares_in_of_the_comments_that_speak_of(fragile, few, more) = "Parts en % des verbatims qui parlent du thème (n). Le jugement est lu dans la proposition qui parle du thème ; un \
             verbatim compte dans chacun de ses thèmes.{fragile}{few}{more}";

    themes_wave_after_wave = "Les thèmes, vague après vague";
    as_well(others) = "{others} aussi de façon établie";
    in_the_last_wave_is_mentioned_most_of(to, label, share) = "Dans la dernière vague, {to}, le thème le plus cité est {label} ({share} des verbatims).";
    no_theme_is_known_to_rise_or_fall(from, to) = "Aucun thème ne progresse ni ne recule de façon établie entre {from} et {to}.";
    from_to_in_theme_waves(from, to, list) = "Entre {from} et {to}, {list}.";
    established_rise_or_fall_from_to_q(from, to, chance) = "▲ ▼ : hausse ou baisse établie entre {from} et {to} (q\u{a0}<\u{a0}{chance}).";
    fewer_than_comments(small_base) = "† : moins de {small_base} verbatims.";
    dash_too_few_comments_or_hidden_to_protect = "Tiret : trop peu de verbatims, ou masqué pour protéger les petits groupes.";

    detractors_in_voices = "détracteurs";
    promoters_in_voices = "promoteurs";
    low_scores = "notes basses";
    high_scores = "notes hautes";
    among_detractors = "chez les détracteurs";
    among_promoters = "chez les promoteurs";
    with_a_low_score_in_voices = "avec une note basse";
    with_a_high_score_in_voices = "avec une note haute";
    no_established_difference = "pas de différence établie";
    who_says_the_word_against_where_the(low, high, chance) = "Qui dit le mot : {low} contre {high}, là où l’écart est établi (q\u{a0}<\u{a0}{chance}).";

    n_before = "n avant";
    n_after = "n après";
    score_or_effect = "Score ou effet";
    others_of_smaller_effect(count) = "{count} autres, de moindre effet";
    mix_of_answers = "Répartition des réponses";
    where_the_change_comes_from_by(the, column) = "D’où vient la variation : {the} par {column}";
    goes_from_to_from_the_segments_themselves(subject, from, first, to, last, moved, inside, mix) = "{subject} passe de {from} ({first}) à {to} ({last}), soit {moved} : {inside} du fait des segments \
             eux-mêmes, {mix} de leur poids dans les réponses.";
    the_largest_effect(label, effect) = " Le plus grand effet : {label} ({effect}).";
    chance_alone_may_explain_the_whole_change = " Le hasard seul peut expliquer la variation totale.";
    whole_change_interval(level, ends) = "Variation totale, intervalle à {level} : {ends}.";
    sums_are_those_of_unrounded_numbers = "Les sommes portent sur les nombres non arrondis.";

    total_in_waves = "Total";

    after_in_the_wave_before(value, name) = ", après {value} à la vague précédente ({name})";
    a_wave_without_a_point_has_a_base = " Vague sans point : base inférieure au minimum.";

    total_in_by_wave = "ensemble";
    by_wave_for_each_value_of(name, quoted) = "{name} par vague, pour chaque {quoted}";
    figure_of_each_panel_all_waves_together_grey = "Chiffre de chaque cadre : toutes vagues confondues. Ligne grise : l’ensemble, vague par vague.";

    height_share_of_each_series_in_bins_of(step) = "Hauteur : part de chaque série, par tranche de {step}.";
    height_share_of_each_series_in_the_bin = "Hauteur : part de chaque série dans la tranche ; les tranches s’élargissent vers la droite.";

    interval_in_gauge = "Intervalle";
    scale = "Échelle";

    thick_line_score_band_confidence_interval(level) = "Trait épais : score ; bande : intervalle de confiance à {level}.";

    bar_value_in_of_its_target_a_target = "Barre : valeur en % de l’objectif. Un objectif ≤ est tenu quand la barre reste à gauche du trait.";
    bar_value_in_of_its_target = "Barre : valeur en % de l’objectif.";

    and_in_keywords = "et";

    from_high_to_low_all_on_one_scale = "Du plus haut au plus bas, sur une même échelle.";
    from_best_to_worst_all_on_one_scale = "Du meilleur au moins bon, sur une même échelle.";

    in_of_the_comments_of_the_wave_n = "En % des verbatims de la vague (n) ; un verbatim peut parler de plusieurs thèmes.";

    more_frequent = "plus fréquent";

    bars_points_that_the_change_of_each_values = "Barres : points que l’évolution du score de chaque valeur ajoute ou retire ; « Répartition des réponses » : ce que \
             change leur poids dans les réponses. Traits : intervalles des deux scores.";

    by_wave = "par vague";

    value_with_a_smaller_base_not_shown = " 1 valeur de plus petite base n’est pas montrée.";
    values_with_smaller_bases_not_shown(n) = " {n} valeurs de plus petite base ne sont pas montrées.";
    value_suppressed = " 1 valeur sous la base minimale est masquée.";
    values_suppressed(n) = " {n} valeurs sous la base minimale sont masquées.";
    earlier_wave_not_shown = " 1 vague plus ancienne n’est pas montrée.";
    earlier_waves_not_shown(n) = " {n} vagues plus anciennes ne sont pas montrées.";


    each_day_counting_the_same = ", chaque jour comptant autant";
    no_day_is_outside(mean) = "{mean} ; aucun jour ne sort des limites.";
    no_day_calls_for_an_explanation(mean) = "{mean} ; aucun jour ne sort des limites : aucun n’appelle une explication à part.";
    no_day_is_outside_but_a_run_stays(mean) = "{mean} ; aucun jour ne sort des limites, mais une suite reste du même côté de la moyenne.";
    one_day_is_outside(mean, told) = "{mean} ; un jour sort des limites : {told}.";
    days_are_outside(mean, n, told) = "{mean} ; {n} jours sortent des limites : {told}.";
    days_are_outside_the_farthest(mean, n, told) = "{mean} ; {n} jours sortent des limites ; les plus éloignés : {told}.";

    question_not_shown = " 1 question n’est pas montrée.";
    questions_not_shown(n) = " {n} questions ne sont pas montrées.";
    best_and_worst_rated(best, from, worst, to) = "Notes hautes moins notes basses, le plus : {best} ({from}) ; le moins : {worst} ({to}).";
    scales_differ = " Les échelles ne sont pas toutes les mêmes : une note haute n’y est pas partout aussi rare.";

    target_at(value) = "objectif\u{a0}: {value}";
    minimum_at(value) = "minimum\u{a0}: {value}";
    target_of(value, word) = "objectif de {value}\u{a0}: {word}";
    minimum_of(value, word) = "minimum de {value}\u{a0}: {word}";
    other_targets_met(met, all) = " Autres objectifs atteints : {met} sur {all}.";
    score_not_shown = "1 score n’est pas montré.";
    scores_not_shown(n) = "{n} scores ne sont pas montrés.";

    target_met(n, all) = "{n} objectif atteint sur {all}";
    targets_met(n, all) = "{n} objectifs atteints sur {all}";
    target_missed(out, missed) = "{out} ; manqué : {missed}";
    targets_missed(out, missed) = "{out} ; manqués : {missed}";

    of_promoters = "de promoteurs";
    of_detractors = "de détracteurs";
    of_satisfied_answers = "de satisfaits";
    of_dissatisfied_answers = "d’insatisfaits";
    of_easy_answers = "de réponses « facile »";
    of_difficult_answers = "de réponses « difficile »";
    of_high_ratings = "de notes hautes";
    of_low_ratings = "de notes basses";

    pale_bar(chance) = " Barre pâle : peut être dû au hasard (q\u{a0}≥\u{a0}{chance}).";
    words_without_a_subject_left_out = " Les mots qui nient ou jugent sans nommer de sujet (pas, trop, bien…) n’y sont pas.";
    impact_of_themes_on(the) = "Impact des thèmes sur {the}";
    impact_of_keywords_on(the) = "Impact des mots-clés sur {the}";
    base_of_themes(base, level, pale) = "Base : {base} notées et commentées. n : réponses qui parlent du thème. Traits : intervalles de confiance à {level}.{pale}";
    base_of_keywords(base, level, pale, tone) = "Base : {base} notées et commentées. n : réponses qui citent le mot. Traits : intervalles de confiance à {level}.{pale}{tone}";
    speak_of = "parlent de";
    mention = "citent";
    the_score_without(n, mention, word, the) = "sans les {n} qui {mention} {word}, {the} des réponses commentées";
    that_score_without(n, mention, word) = "sans les {n} qui {mention} {word}, ce score";
    no_theme_has_a_significant_impact_on(the) = "aucun de ces thèmes n’a d’impact significatif sur {the}";
    no_word_has_a_significant_impact_on(the) = "aucun de ces mots n’a d’impact significatif sur {the}";

    the_first_of_keywords(top, found) = " Les {top} premiers de {found} mots-clés.";
    words_without_a_subject_or_a_measure_left_out = " Les mots qui nient, jugent ou mesurent sans nommer de sujet (pas, trop, bien…) n’y sont pas.";
    word_appears_in(word, n, comments, all, all_comments, share) = "{word} revient dans {comments} sur {all} ({share})";
    ahead_of(story, rest) = "{story}, devant {rest}. Un verbatim compte une fois par mot-clé.";

    from_to_in_short(from, to) = "De {from} à {to}";
    interval_that_excludes_this_value(out, other, known) = "{out}. Intervalle qui exclut cette valeur : {other} sur {known}.";
    interval_on_the_better_side(out, known, better, worse) = "{out}. Sur {known}, intervalle compris : {better} du bon côté de cette valeur, {worse} du mauvais.";

    theme_without_a_link_not_shown = " 1 thème sans lien établi n’est pas montré.";
    themes_without_a_link_not_shown(n) = " {n} thèmes sans lien établi ne sont pas montrés.";
    link_less_sure_not_shown = " 1 lien moins sûr n’est pas montré.";
    links_less_sure_not_shown(n) = " {n} liens moins sûrs ne sont pas montrés.";

    hollow_dot_to_be_confirmed = " Rond évidé : à confirmer, un intervalle atteint une limite.";

    all_waves_upper = "Toutes";
    all_waves_lower = "vagues";
    ranges_from_to(subject, from, to) = "{subject} va de {from} à {to}";
    ranges_from_to_total(subject, from, to, all) = "{subject} va de {from} à {to} ; ensemble, toutes vagues confondues : {all}.";

    no_segment_differs = "Aucun segment ne s’écarte";
    segment_differs(all) = "1 segment sur {all} s’écarte";
    segments_differ(n, all) = "{n} segments sur {all} s’écartent";
    and_pale_dot_base_under(small_base) = " † et point pâle : base inférieure à {small_base}\u{a0}réponses.";

    groups_of_answers_by_wave = "Groupes de réponses par vague";
    groups_of_answers_by(column) = "Groupes de réponses par {column}";
    the_share_of(good) = "La part {good}";

    on_no_theme_more_displeased = "Les mécontents ne l’emportent sur aucun thème.";
    more_displeased_on(some, all) = "Les mécontents l’emportent sur {some} des {all} thèmes.";
    theme_of_few_mentions_not_shown(least) = " 1 thème de moins de {least} mentions n’est pas montré.";
    themes_of_few_mentions_not_shown(n, least) = " {n} thèmes de moins de {least} mentions ne sont pas montrés.";
    theme_mentioned_less_not_shown = "1 thème moins cité n’est pas montré.";
    themes_mentioned_less_not_shown(n) = "{n} thèmes moins cités ne sont pas montrés.";

    theme_rises(label, before, after) = "{label} progresse de {before} à {after} des verbatims";
    theme_falls(label, before, after) = "{label} recule de {before} à {after} des verbatims";
    other_themes_change = ("autre thème change", "autres thèmes changent");
    theme_without_a_value_not_shown = "1 thème sans valeur dans plus de la moitié des vagues n’est pas montré.";
    themes_without_a_value_not_shown(n) = "{n} thèmes sans valeur dans plus de la moitié des vagues ne sont pas montrés.";

    is_in_the_last_wave_as_in_the_first(subject, to, last, first) = "{subject} est de {to} en dernière vague ({last}) comme en première ({first})";
    goes_from_to(subject, from, first, to, last) = "{subject} passe de {from} ({first}) à {to} ({last})";
    base_per_wave(n) = "Base : {n} par vague.";
    bases_per_wave(least, most) = "Base : de {least} à {most} par vague.";
    band_confidence_intervals(level) = "n : réponses valides de la vague. Bande : intervalles de confiance à {level}.";
    band_and_bars_confidence_intervals(level) = "n : réponses valides de la vague. Bande et barres : intervalles de confiance à {level}.";
    vertical_bar_confidence_interval(level) = "n : réponses valides de la vague. Barre verticale : intervalle de confiance à {level}.";
}
