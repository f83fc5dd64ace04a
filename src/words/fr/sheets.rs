//! French words of sheets.

texts! {
    yyyy_mm_dd = "dd/mm/yyyy";

    a_difference_is_called_significant_when_q_is = "Un écart est dit significatif quand q est sous 0,05 ; pour l’ensemble entre deux vagues, question posée d’avance, c’est p.";
    significant_fall = "recul significatif";
    significant_rise = "hausse significative";
    significantly_lower = "significativement plus bas";
    significantly_higher = "significativement plus haut";
    inconclusive = "non concluant";

    respondents = "répondants";
    citations = "citations";
    ends_interval_of_the_share_several_answers_to(level) = "Bornes : intervalle de la part à {level}. Une question à réponses multiples dépasse 100 %.";

    yes = "oui";
    no = "non";
    wave = "vague";
    all = "ensemble";
    period = "période";
    the_others = "les autres";
    target = "objectif";
    higher = "plus haut";
    lower = "plus bas";
    undecided = "indécidable";
    out_of_limits = "hors limites";
    n_8_in_a_row_on_one_side = "8 de suite d’un côté";
    people_asked = "personnes interrogées";
    head_count = "effectif";
    good_to_hear = "à entendre";
    to_avoid = "à éviter";
    detected = "détectée";
    evaluated = "évaluée";
    customer = "client";
    other_voice = "autre voix";
    voice_not_recognised = "voix non identifiée";
    who_speaks = "qui parle";
    customers_score = "note du client";
    matter_settled = "demande résolue";
    duration = "durée";
    low_score = "note basse";
    high_score = "note haute";
    unresolved = "non résolu";
    resolved = "résolu";
    short_call = "appel court";
    long_call = "appel long";
    active_listening = "écoute active";
    score_on_the_grid_of_100 = "note de la grille (sur 100)";
    item = "point de la grille";
    word = "mot";
    phrase = "expression";
    denied_word = "mot nié";
    theme = "thème";
    indicator_of_the_call = "indicateur de l’appel";
    listening = "écoute";
    script = "script";
    recommendation_nps = "recommandation (NPS)";
    recommendation_enps = "recommandation (eNPS)";
    satisfaction_csat = "satisfaction (CSAT)";
    effort_ces = "effort (CES)";
    rating = "note";
    choice = "choix";
    several_choices = "choix multiple";
    free_text = "verbatim";
    calls = "appels";
    customers = "clients";
    survey = "enquête";
    states_of_agents = "états des agents";
    roster = "planning";
    leads = "leads";
    evaluations = "évaluations";
    survey_of_agents = "enquête auprès des agents";
    wait_of_answered_calls = "attente des appels décrochés";
    wait_of_abandoned_calls = "attente des appels abandonnés";
    handling = "traitement";

    columns = "Les colonnes";
    marks = "Les signes";
    nothing_to_show_no_answer_nothing_to_compute(minimum) = "Rien à montrer : aucune réponse, rien à calculer, ou chiffre masqué pour que personne ne soit reconnu (moins de {minimum}, ou un chiffre qui permettrait d’en retrouver un par soustraction). Un texte, jamais zéro.";
    nothing_to_show_no_answer_or_nothing_to = "Rien à montrer : aucune réponse, ou rien à calculer. Un texte, jamais zéro.";
    a_b_c = "A, B, C…";
    in_a_cross_table_on_the_right_of = "Dans un tri croisé, à droite d’une part : les colonnes dont la part est significativement plus basse.";

    thin_lines_interval_each_chart_follows_the(level) = "Traits fins : intervalle à {level}. Chaque graphique suit les chiffres à sa gauche. Ce qui est masqué n’est pas tracé.";
    target_in_graphs = "Objectif";
    bars = "Barres";
    line = "Courbe";
    with_intervals_lowest_highest(kind, title, name, name_2) = "{kind} avec intervalles : {title}. Le plus bas : {name} ; le plus haut : {name_2}.";
    by_wave(name) = "{name} par vague";
    wave_in_graphs = "Vague";
    by(name, by) = "{name} par {by}";
    by_week(label) = "{label} par semaine";
    week = "Semaine";
    share_of_calls = "Part des appels";
    active_listening_detected_by_agent = "Écoute active détectée, par agent";
    agent = "Agent";
    what_is_heard_of_the_grid = "Ce qui est entendu de la grille";
    item_in_graphs = "Point de la grille";

    indicators = "Indicateurs";
    indicators_in_indicators = "Les indicateurs";
    indicators_by_period = "Indicateurs par période";
    indicators_over_time = "Les indicateurs au fil du temps";
    indicators_by_segment = "Indicateurs par segment";
    indicators_by_queue_agent_reason_channel = "Les indicateurs par file, agent, motif, canal, sens";
    ends_interval_each_indicator_has_the_unit(level) = "Bornes : intervalle à {level}. L’unité de chaque indicateur est dans la colonne « Unité » ; la valeur brute, à droite, est celle de report.json.";
    n_0_to_100 = "% (0 à 100)";
    mean = "moyenne";
    seconds = "secondes";
    count = "nombre";
    ratio = "rapport";
    euros = "euros";
    days = "jours";

    ends_interval_nps_in_points_shares_in_means(level) = "Bornes : intervalle à {level}. NPS en points, parts en %, moyennes en points de l’échelle. † : base de moins de 30 réponses. – : masqué, ou aucune réponse.";
    scores = "Scores";
    scores_in_scores = "Les scores";
    scores_by_segment = "Les scores par segment";
    all_in_scores = "Toutes";

    indicators_of_the_contact_centre = "Indicateurs du centre de contacts";
    survey_results = "Résultats de l’enquête";
    summary = "Synthèse";
    key_findings = "L’essentiel";
    the_sheets_of_this_workbook = "Les feuilles de ce classeur";
    workbook_made_by_cells_keep_the_unrounded(version) = "Classeur établi par {version}. Les cellules gardent les nombres non arrondis ; le dossier « tables » les donne aussi en CSV et en Parquet.";
    last_wave(wave) = "Dernière vague, {wave}";

    total = "Ensemble";
    above = "plus que";

    base_under_30_a_fragile_figure_not_to = "Base inférieure à 30 : chiffre fragile, à ne pas commenter isolément.";
    p_or_q_smaller_than_its_format_shows = "p ou q plus petit que ce que montre le format ; la cellule garde sa valeur.";

    value = "Valeur";
    low_end = "Borne basse";
    high_end = "Borne haute";
    base = "Base";
    gap_below = "Écart en bas";
    gap_above = "Écart en haut";
}
