//! French words of report.

texts! {
    one_file = "Fichier";
    several_files = "Fichiers";

    the_same_change_by_other_segments = "La même évolution par d’autres segments";
    where_the_difference_between_and_comes_from(name, from, to, by) = "{name} : d’où vient l’écart entre {from} et {to}, par {by} (points)";
    base_under_answers(small_base) = "† Base inférieure à {small_base}\u{a0}réponses.";
    out_of_limits_above = "hors limites, au-dessus";
    out_of_limits_below = "hors limites, au-dessous";
    n_8_in_a_row_above_the_mean = "8 de suite au-dessus de la moyenne";
    n_8_in_a_row_below_the_mean = "8 de suite au-dessous de la moyenne";
    within_the_limits = "dans les limites";
    by_wave_control_limits(name) = "{name} par vague : limites de contrôle";
    provisional_limits_waves_fewer_than_20(n) = " Limites provisoires : {n} vagues, moins de 20.";
    mean_of_the_waves(centre, provisional) = "Moyenne des vagues : {centre}.{provisional}";
    to(first, last) = "{first} à {last}";
    above = "au-dessus";
    below = "au-dessous";
    segments_with_waves_out_of_the_ordinary(name) = "{name} : segments dont des vagues sortent de l’ordinaire";
    people_asked = "Personnes sollicitées";
    response_rate = "Taux de réponse";
    head_count = "Effectif";
    participation_as_a_share_of_the_head_count = "Participation, en part de l’effectif";
    rate = "Taux";
    participation_by_as_a_share_of_the_head(quoted) = "Participation par {quoted}, en part de l’effectif";

    several_answers_possible_they_add_up_to_more = "Plusieurs réponses possibles : le total dépasse 100 %.";
    weighted_count = "Effectif redressé";
    share = "Part";
    interval(level) = "Intervalle à {level}";
    citations = ("citation", "citations");
    weighted(w) = ", redressée : {w}";
    base(title, base, weighted) = "{title} (base : {base}{weighted})";
    total = "Ensemble";
    citations_in_cross = "Citations";
    unweighted_base = "Base brute";
    weighted_citations = "Citations redressées";
    weighted_base = "Base redressée";
    effective_base = "Base efficace";
    wave = "vague";
    row_total_counts = "% en ligne ; « Ensemble » : effectifs";
    column_of_citations = "% en colonne, sur les citations";
    column = "% en colonne";
    by(title, by, of) = "{title} par {by} ({of})";

    the_same_people_come_back_from_wave_to = "Les mêmes personnes reviennent d’une vague à l’autre : les lettres n’en tiennent pas compte ; les évolutions du rapport, si.";
    rao_scott_second_order_f(df, denominator, statistic, p) = "χ² de Rao–Scott (second ordre) : F({df} ; {denominator}) = {statistic}, {p}.";
    pearsons_with_degrees_of_freedom(statistic, df, p) = "χ² de Pearson : {statistic} pour {df} degrés de liberté, {p}.";
    cells = ("case", "cases");
    expected_count_under_5_in_a_rough_test(low) = " Effectif attendu inférieur à 5 dans {low} : test approximatif.";
    no_a_person_may_count_in_several_rows = "Pas de χ² : une personne peut compter dans plusieurs lignes.";
    in_total_only_without_a_segment(left) = "Dans « Ensemble » seulement : {left} sans valeur de segment.";
    letters_share_higher_than_in_the_columns(alpha, chance, small_base) = "Lettres : part supérieure à celle des colonnes nommées, au seuil de {alpha} (z à variance commune), sans correction pour le nombre de comparaisons : {chance} peut être due au hasard. Bases d’au moins {small_base} seulement.";
    letters_on_effective_bases(alpha, chance, small_base) = "Lettres : part supérieure à celle des colonnes nommées, au seuil de {alpha} (z à variance commune sur les bases efficaces), sans correction pour le nombre de comparaisons : {chance} peut être due au hasard. Bases, brutes et efficaces (compte tenu du plan de sondage), d’au moins {small_base} seulement.";
    about_one_in(n) = "une sur {n} environ";
    hidden_fewer_than_the_minimum_set_so_that(min) = "– Masqué : moins de {min}, le seuil fixé pour que personne ne soit reconnu.";

    scores_shares_and_differences_are_weighted_by(weight) = "Les scores, les parts et les écarts sont redressés par les poids de la colonne {weight} ; les bases affichées sont brutes. Les mots, les thèmes et leurs impacts sont comptés sans poids ; l’impact propre des thèmes et l’importance des dimensions sont redressés.";
    with(list) = " avec {list}";
    standard_errors_by_taylor_linearisation_on(parts, drawn) = "Erreurs types par linéarisation de Taylor{parts}, sur {drawn} unités tirées ; un segment est un domaine de l’échantillon entier, dont les autres lignes restent dans le calcul. La base efficace est celle d’un échantillon aléatoire simple aussi précis ; l’effet de plan dit combien de fois la variance est plus grande que la sienne.";
    column_tells_the_same_person_from_one_wave(respondent) = "La colonne {respondent} permet de reconnaître une même personne d’une vague à l’autre : ses réponses ne sont pas tenues pour indépendantes, et l’écart entre deux vagues en tient compte. L’étude est donc pseudonymisée, non anonyme.";
    a_wave_on_average = ", en moyenne par vague";
    the_head_count_of_the_population_is_known(population, share, each) = "L’effectif de la population est connu ({population}) : {share} en ont été tirés{each}. Plus cette part est grande, moins il reste d’incertitude due au hasard ; les marges d’erreur sont réduites d’autant, et seraient nulles si tous avaient répondu. Cette réduction ne corrige pas l’absence de ceux qui n’ont pas répondu.";
    structure_before_and_after_weighting = "Structure avant et après redressement";
    weighting_on(caption) = "Redressement sur {caption}";
    without_a_value_together_they_keep_the_share(answers) = "{answers} sans valeur : elles gardent ensemble la part qu’elles avaient.";
    weights_run_from_to_times_their_mean_their(low, high, n, n_eff, deff) = "Les poids vont de {low} à {high} fois leur moyenne. Leur inégalité seule ramène {n} réponses à l’équivalent de {n_eff} (base efficace de Kish ; effet de plan : {deff}).";
    people_answered_in_both_waves_which_the(both, se, independent) = " {both} personnes ont répondu aux deux vagues ; le calcul en tient compte (erreur type de {se} points, contre {independent} si les deux vagues étaient indépendantes, ce qui n’a pas été supposé).";

    more_rows = ("autre ligne", "autres lignes");
    indicators_of_the_contact_centre = "Indicateurs du centre de contacts";
    survey_results = "Résultats de l’enquête";
    logo = "Logo";

    wave_in_filters = "Vague";

    skip_to_content = "Aller au contenu";
    contents = "Sommaire";
    what_was_read = "Ce qui a été lu";
    figure = "Figure";
    slide_the_figure_sideways = "Faites glisser la figure →";
    not_printed_unfold_on_screen_to_print = "non imprimé\u{a0}; à déplier à l’écran pour l’imprimer";
    report_made_by(version) = "Rapport établi par {version}";
    filter_the_tables = "Filtrer les tableaux";
    all_waves = "Toutes les vagues";
    segment = "Segment";
    all_segments = "Tous les segments";
    show_everything = "Tout afficher";
    rows_kept_of = "lignes retenues sur";
    row_kept_of = "ligne retenue sur";
    figures_and_tables_that_are_neither_by_wave = "Les figures, et les tableaux qui ne sont ni par vague ni par segment, restent entiers.";
    search_the_comments = "Chercher dans les verbatims";
    words_to_look_for = "Mots à chercher";
    theme_or_word = "Thème ou mot";
    all = "Tous";
    answers = "Réponses";
    all_in_page_words = "Toutes";
    comments_shown_of = "verbatims affichés sur";
    comment_shown_of = "verbatim affiché sur";
    all_waves_in_page_words(said) = "Toutes vagues : {said}";
    lower_than_the_total = "plus bas que l’ensemble";
    higher = "plus haut";
    tint_distance_to_the_total_row_as_a = "Teinte : distance à la ligne « Ensemble », en part de l’étendue de l’échelle, en trois degrés : à partir de 2,5 %, 7,5 % et 15 % (5, 15 et 30 points d’un NPS). Les bases fragiles (†) ne sont pas teintées.";
    significantly_higher_or_lower_than_the_other = " ▲ ▼ : significativement plus haut ou plus bas que les autres répondants (q < 0,05).";
    significant_rise_or_fall_since_the_wave = " ↑ ↓ : hausse ou baisse significative depuis la vague précédente (q < 0,05).";
    all_scores_by_segment = "Tous les scores par segment";
    by_in_page_words(quoted) = "Par {quoted}";
    the_numbers_of_the_figure(title) = "Les chiffres de la figure {title}";
    from_to(from, to, points, reading, evidence) = "Entre {from} et {to} : {points}, {reading} ({evidence})";
    significant_fall = "recul significatif";
    significant_rise = "hausse significative";
    inconclusive = "non concluant";

    keyword = "Mot-clé";

    files_read = "Fichiers lus";
    report_made_by_from_the_files_below_the(version) = "Rapport établi par {version} à partir des fichiers ci-dessous. L’empreinte d’un fichier change dès qu’un de ses caractères change : elle permet de vérifier que les chiffres viennent bien de ce fichier-là. À l’œil, les douze premiers caractères de l’empreinte suffisent ; report.json la donne entière. Pour la recalculer : sha256sum FICHIER (Linux), shasum -a 256 FICHIER (macOS), certutil -hashfile FICHIER SHA256 (Windows).";
    answers_in_provenance = "réponses";
    transcript = "transcription";
    table_of_the_calls = "table des appels";
    grid_of_listening = "grille d’écoute";
    evaluations_and_their_plan = "évaluations et leur plan";
    settings_of_the_study = "réglages de l’étude";
    template_of_the_page = "modèle de page";

    the_importance_of_a_dimension_is_the_part = "L’importance d’une dimension est la part des écarts de score entre les répondants qui lui revient, quand toutes expliquent le score ensemble (décomposition LMG du R²). Une dimension qui pèse plus que la moyenne et qui est moins bien notée que les autres est à corriger en priorité. Pénalité et bonus : ce qui va avec une mauvaise note de la dimension, ou avec une bonne, plutôt qu’avec une note intermédiaire, les autres dimensions tenues égales. C’est une association, non la preuve d’une cause.";
    importance_of_the_rated_dimensions_base_of(title, n, r2) = "Importance des dimensions notées – {title}, base de {n} réponses qui les notent toutes ; elles expliquent ensemble {r2} des écarts";
    left_out_because_a_rating_is_missing(left) = "Laissées de côté parce qu’une note y manque : {left}.";

    rows = ("ligne", "lignes");
    of_read(read) = " sur {read} lues";
    set_aside(aside) = " ; écartées : {aside}";
    responses_analysed = "Réponses analysées";
    waves = "Vagues";
    from_to_in_sections(n, first, last, origin) = "{n} : {first} à {last}{origin}";
    segments = "Segments";
    weighting = "Redressement";
    weighted_results_unweighted_bases = "résultats redressés ; bases brutes";
    privacy = "Confidentialité";
    pseudonymised_study_follows_respondents_from(column) = "étude pseudonymisée : {column} permet de suivre les répondants d’une vague à l’autre";
    column_in_sections(column) = "colonne {column}";
    one_a_file = "une par fichier";
    by_week = ", par semaine";
    by_month = ", par mois";
    by_quarter = ", par trimestre";
    by_year = ", par année";
    without_a_wave_counted_in_the_total_only(answers) = " ; {answers} sans vague, comptées dans le total seulement";
    scores = "Les scores";
    scores_by_wave = "Scores par vague";
    changes = "Évolutions";
    participation = "Participation";
    scores_by_segment = "Scores par segment";
    what_moves_the_score = "Ce qui fait varier le score";
    what_comments_speak_of = "Les thèmes des verbatims";
    priorities = "Les priorités";
    what_sets_comments_apart = "Ce qui distingue les verbatims";
    keywords = "Mots-clés";
    comments = "Verbatims";
    choices = "Questions à choix";
    method = "Méthode";
    hidden_to_protect_anonymity_minimum(min) = "Masqué pour protéger l’anonymat (seuil : {min})";
    no_answer = "Aucune réponse";
    joined(name, value, interval) = "{name} : {value}{interval}";
    last_wave(last, value, rests_on) = "Dernière vague, {last} : {value} ({rests_on})";
    median_answer(median, interval) = "Réponse médiane : {median} {interval}";
    effective(n) = " (efficace : {n})";
    interval_in_sections(level, interval, base) = "intervalle à {level} {interval}, {base}";

    by_in_segment_tables(name, column) = "{name} par {column}";
    by_and_wave(name, quoted) = "{name} par {quoted} et par vague";

    all_waves_in_tables = "Toutes vagues";
    by_wave(name) = "{name} par vague";
    last_wave_in_tables(wave) = "Dernière vague, {wave}";
    the_other_ratings = "Les autres notes";
    interval_in_tables(level) = "Intervalle à\u{a0}{level}";
    hidden_so_that_nobody_can_be_recognised_fewer(min) = "– Masqué pour que personne ne soit reconnu : moins de {min}, des réponses toutes semblables, ou un chiffre qui permettrait d’en retrouver un autre par soustraction.";
    no_answer_in_tables = "– Aucune réponse.";
    base_under_answers_a_fragile_figure_not_to(small_base) = "† Base inférieure à {small_base}\u{a0}réponses : chiffre fragile, à ne pas commenter isolément.";
    against(name, to, from, by) = "{name} : {to} comparé à {from}{by}";
    a_difference_is_called_significant_when_q = "Un écart est dit significatif quand q, qui mesure la force de la preuve, est sous 0,05 ; pour l’ensemble, question posée d’avance, c’est p. « Non concluant » ne veut pas dire que rien n’a bougé : à ces bases, le hasard de l’échantillonnage suffit à expliquer l’écart mesuré.";
    higher_answer = "Réponse plus haute";
    higher_answer_probability_that_an_answer_of(to, from) = "Réponse plus haute : probabilité qu’une réponse de la vague {to} dépasse une réponse de la vague {from}, les égalités comptant pour moitié ; 50 % quand rien ne les sépare. Toute l’échelle compte, non les seules notes qui font le score (test de Mann et Whitney).";

    impact_points = "Impact (points)";
    interval_in_terminal = "Intervalle";
    keywords_in_terminal(list) = "Mots-clés : {list}";

    themes_of_base_of_comments_pleased_and(column, base) = "Thèmes de {column}, base de {base} verbatims ; contents et mécontents en part des mentions";
    words_most_often_met_in_the_other_comments(list) = " Mots les plus fréquents des autres verbatims : {list}.";
    codebook_of_the_comments_speak_of_at_least(name, covered, left) = "Plan de codage {name} : {covered} des verbatims abordent au moins un thème ; un verbatim peut en aborder plusieurs. Le jugement est lu dans la proposition qui parle du thème.{left}";
    goes_with_points_of_score = "Va avec (points de score)";
    themes_from_to_as_shares_of_the_comments(from, to) = "Thèmes : {from} et {to}, en part des verbatims de chaque vague";
    the_last_column_is_the_impact_of_the = "La dernière colonne est l’impact du thème dans la seconde vague moins son impact dans la première. Les thèmes se recouvrent : ces différences ne s’additionnent pas et ne prouvent aucune cause.";
    theme = "Thème";
    themes_of_by_wave_as_shares_of_the(question) = "Thèmes de {question} par vague, en part des verbatims de la vague";
    dash_hidden_to_protect_small_groups = "Tiret : masqué pour protéger les petits groupes.";
    themes_mentioned_together_more_often_than_by(base) = "Thèmes cités ensemble plus souvent que par hasard, base de {base} verbatims";

    the_impact_is_what_the_score_would_gain = "L’impact est ce que le score gagnerait (signe −) ou perdrait (signe +) sans les réponses qui citent le thème ou le mot, parmi celles qui sont notées et commentées ; il croît avec l’écart de score et avec la fréquence. L’impact propre d’un thème est ce qui en reste quand les autres thèmes sont tenus égaux : des thèmes qui vont ensemble se le partagent. C’est une association : elle dit où regarder, non ce qui cause quoi.";
    impact_of_its_own = "Impact propre";
    pain_points_themes_that_go_with_a_lower(title, base) = "Irritants : thèmes qui vont avec un score plus bas – {title}, base de {base} réponses notées et commentées";
    strengths_themes_that_go_with_a_higher_score(title, base) = "Leviers de satisfaction : thèmes qui vont avec un score plus haut – {title}, base de {base} réponses notées et commentées";
    pain_points_words_that_go_with_a_lower(title, base) = "Irritants : mots qui vont avec un score plus bas – {title}, base de {base} réponses notées et commentées";
    strengths_words_that_go_with_a_higher_score(title, base) = "Leviers de satisfaction : mots qui vont avec un score plus haut – {title}, base de {base} réponses notées et commentées";
    in_brackets_interval_the_impact_of_its_own(level) = "Entre crochets : intervalle à {level}. L’impact propre n’est calculé que pour les thèmes de premier rang.";
    the_words_that_one_group_uses_more_often = "Les mots qu’un groupe emploie plus souvent que l’autre. G² mesure le contraste entre les deux groupes et classe les mots ; à partir de 0,05, q avertit qu’il peut être dû au hasard.";
    say_more_than_share_of_comments_that_contain(who, than, within, base_in, base_out) = "{who} emploient plus souvent que {than}{within} – part des verbatims qui contiennent le mot, bases de {base_in} et {base_out}";
    rows_whose_q_reaches_0_05_may_be = "Les lignes dont q atteint ou dépasse 0,05 peuvent être dues au hasard.";
    base_of_comments(n) = ", base de {n} verbatims";
    most_frequent_words_of(column, base) = "Mots les plus fréquents de {column}{base}";

    words_that_go_with_low_scores(within, list) = "Mots qui vont avec de mauvaises notes{within} : {list}.";
    other_words_that_go_with_low_scores(within, list) = "Autres mots qui vont avec de mauvaises notes{within} : {list}.";
    conversely_words_that_go_with_high_scores(within, list, caveat) = "À l’inverse, mots qui vont avec de bonnes notes{within} : {list}.{caveat}";
    no_keyword_moves_the_score(n, the) = "Aucun des {n} mots-clés examinés ne va avec un écart significatif (q\u{a0}<\u{a0}0,05) : rien ne permet ici de dire quels mots font varier {the}.";
    the_only_keyword_does_not_move_the_score(the) = "Le seul mot-clé examiné ne va pas avec un écart significatif (q\u{a0}<\u{a0}0,05) : rien ne permet ici de dire quels mots font varier {the}.";
    this_is_an_association_not_proof_of_a = " C’est une association, non la preuve d’une cause.";
    main_pain_point_the_that_mention_it_of(within, label, n, share, base, a, with, without, the, gain, interval, q, caveat) = "Principal irritant{within} : {label}. Les {n} qui le citent ({share} des {base} réponses commentées) ont {a} de {with}, contre {without} pour les autres. Sans elles, {the} des réponses commentées gagnerait {gain} {interval} ({q}).{caveat}";
    of_answers_with_a_comment = " des réponses commentées";
    impact = "impact de ";
    against_in_topics(label, inside, outside) = "{label} ({inside} contre {outside})";
    say_more_often_than_share_of_comments_bases(who, other, within, list, base_in, base_out) = "{who} emploient plus souvent que {other}{within} : {list} (part des verbatims ; bases de {base_in} et {base_out}).";
    the_most_frequent_words_as_share_and_number(list) = "Les mots les plus fréquents, en part et en nombre de verbatims : {list}.";

    share_before = "Part avant";
    share_after = "Part après";
    score_before = "Score avant";
    score_after = "Score après";
    change_of_the_segment = "Évolution du segment";
    mix = "Répartition";
    together = "Effet total";
    lower_limit = "Limite basse";
    upper_limit = "Limite haute";
    reading = "Lecture";
    mean_of_the_waves_in_change_tables = "Moyenne des vagues";
    out_of_limits = "Hors limites";
    n_8_in_a_row_on_one_side = "8 de suite du même côté";

    answer = "Réponse";
    count = "Effectif";
    mean = "Moyenne";

    before = "Avant";
    after = "Après";
    target = "Cible";
    mean_weight = "Poids moyen";

    group = "Groupe";

    file = "Fichier";
    what_it_holds = "Ce qu’il contient";
    fingerprint_sha_256 = "Empreinte (SHA-256)";
    where_these_figures_come_from = "D’où viennent ces chiffres";

    dimension = "Dimension";
    importance = "Importance";
    mean_rating = "Note moyenne";
    penalty_points = "Pénalité (points)";
    reward_points = "Bonus (points)";
    what_it_gives = "Ce qu’elle apporte";
    what_to_do = "Que faire";

    key_findings = "L’essentiel";
    chosen_to_illustrate_the_themes_and_words = "Choisis pour illustrer les thèmes et les mots ci-dessus, proches de ce que disent la plupart des répondants, différents les uns des autres. Noms annoncés, adresses, téléphones, numéros de compte, de carte, de contrat et de sécurité sociale sont masqués ; un verbatim qui parle de la santé, des convictions ou de la détresse de quelqu’un n’est pas cité.";
    score = "note";
    row = "ligne";

    base_in_tables = "Base";
    difference_points = "Écart (points)";
    interval_of_the_difference = "Intervalle de l’écart";

    score_in_terminal = "Score";
    value = "Valeur";

    displeased = "Mécontents";
    neutral_or_mixed = "Neutres ou partagés";
    pleased = "Contents";
    goes_with = "Va avec";
    expected_by_chance = "Attendus par hasard";
    times_as_many = "Fois plus que par hasard";

    score_if_mentioned = "Score si cité";
    score_otherwise = "Score sinon";
    ratio = "Rapport";
    forms_grouped_occurrences = "Formes regroupées (occurrences)";
}
