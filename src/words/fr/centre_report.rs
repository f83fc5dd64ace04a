//! French words of centre report.

texts! {
    unplanned = "Non planifiée";
    planned = "Planifiée";
    hours_of_absence = "Heures d’absence";
    only_unplanned_absence_enters_the_absence = "Seule l’absence non planifiée entre dans le taux d’absentéisme. Les motifs ne servent qu’à cette distinction : ils ne sont ni gardés ni montrés.";

    what_is_counted_apart = "Ce qui est compté à part";

    a_period_some_of_whose_working_days_are = "* Période dont il manque des jours ouvrés : ses nombres ne se comparent pas à ceux des autres.";
    period = "Période";
    calls = ("appel", "appels");
    not_shown_an_agent_with_fewer_than_is(agents, least) = "Non affichés : {agents}. Un agent qui a moins de {least} n’est pas montré, ni un autre qui permettrait de le déduire du total.";
    each_agent_stands_under_a_number_instead_of = "Chaque agent porte un numéro à la place de son nom. Les écarts tiennent aussi aux files, aux motifs et aux horaires de chacun : ce tableau ne classe personne.";
    indicators_by_agent = "Indicateurs par agent";
    agent = "Agent";
    continued = "suite";
    under_each_value_its_interval(level) = "Entre crochets : l’intervalle à {level} de la valeur qui précède.";
    target_missed = "✗ Objectif manqué.";
    base_under_a_fragile_value(small_base) = "† Base de moins de {small_base} : valeur fragile.";

    read_as(file, name, n, rows, columns) = "{file} : {name}, {n} {rows} ({columns})";
    survey_that_nothing_joins_to_calls = "enquête sans lien avec les appels";
    contact_centre = "Centre de contacts";

    hidden_base_under_the_minimum_of(least) = "Masqué : base inférieure au minimum de {least}";
    alert_from(alert) = " ; alerte (seuil : {alert})";
    target_of_met(target) = "✓ Objectif de {target} atteint";
    target_of_missed(target) = "✗ Objectif de {target} manqué";
    target_of_the_interval_holds_it(target) = "? Objectif de {target} : l’intervalle le contient";
    target(target) = "Objectif : {target}";
    benchmark(value, source) = "Repère : {value}, {source}";
    within_chance = " : dans les limites du hasard";
    better_beyond_chance = " : mieux, au-delà du hasard";
    worse_beyond_chance = " : moins bien, au-delà du hasard";
    beyond_chance = " : au-delà du hasard";
    better = " : mieux";
    worse = " : moins bien";
    unchanged = "stable";
    against(arrow, change, period, value, mean, before, judged) = "{arrow} {change} ({period} : {value}, contre {mean} {before}){judged}";
    the_month_before = "le mois précédent";
    the_week_before = "la semaine précédente";
    over_the_months_before(n) = "sur les {n} mois précédents";
    over_the_weeks_before(n) = "sur les {n} semaines précédentes";
    interval(level, interval, base) = "Intervalle à {level} {interval}, {base}";
    interval_in_cards(level, interval) = "Intervalle à {level} {interval}";

    all_indicators = "Tous les indicateurs";
    other_definitions_of_the_same_indicators = "Autres définitions des mêmes indicateurs";
    two_numbers_of_one_name_and_two_definitions = "Deux nombres qui portent le même nom sans avoir la même définition ne se comparent pas.";

    indicators_day_by_day = "Indicateurs jour par jour";
    under_20_days_the_limits_are_provisional = "Avec moins de 20 jours, les limites sont provisoires.";
    total = "Ensemble";
    backlog_requests_open_at_the_end_of_the = "Encours : demandes ouvertes en fin de journée";

    variant(said, variant) = "{said} (variante {variant})";
    computed_as(text, computed) = "{text} Calcul : {computed}.";

    durations_of_calls = "Durées des appels";

    to(from, to) = "du {from} au {to}";
    time_zone = "Fuseau horaire";
    opening_hours = "Heures ouvrées";
    not_declared_every_call_counts = "non déclarées : tous les appels comptent";
    agents = ("agent", "agents");
    under_pseudonyms = ", sous pseudonyme";
    named_on_request = ", nommés à la demande";
    agents_in_facts = "Agents";
    rows = ("ligne", "lignes");
    of_them_excluded_by_centre_toml(n) = ", dont exclues par centre.toml : {n}";

    from_to(from, to) = "Du {from} au {to}";
    indicators_and_their_targets = "Les indicateurs et leurs objectifs";
    day_by_day = "jour par jour";
    load_and_service_level_over_the_week = "Charge et niveau de service dans la semaine";
    when_customers_answer = "Quand les clients décrochent";
    how_long_callers_wait = "Combien de temps les appelants attendent";
    how_long_a_call_takes = "Combien de temps dure un appel";
    by_agent = "par agent";
    the_queues_reasons_and_hours_of_each_explain = "Les files, motifs et horaires de chacun expliquent une part des écarts.";
    whole_centre = "ensemble du centre";

    is(the, value, rests) = "{the} est de {value}. {rests}.";
    beyond_the_alert_threshold = ", au-delà du seuil d’alerte";
    the_target_of_is_met(target) = "l’objectif de {target} est atteint";
    the_target_of_is_missed_by(target, gap, alert) = "l’objectif de {target} est manqué de {gap}{alert}";
    its_interval_holds_the_target_of_neither_met(target) = "son intervalle contient l’objectif de {target}, qui n’est ni atteint ni manqué";
    is_in_levels(the, value, judged, rests) = "{the} est de {value} : {judged}. {rests}.";
    base_definition(n, definition) = "Base : {n} ; définition : {definition}";
    definition(definition) = "Définition : {definition}";
    improves = "progresse";
    falls_back = "recule";
    rises = "augmente";
    falls = "diminue";
    in_the(period) = "la {period}";
    in_word(period) = "en {period}";
    more_than_three_standard_errors = "plus de trois erreurs types";
    out_of_the_limits_of_a_control_chart = "hors des limites d’une carte de contrôle";
    this_is_an_improvement_that_chance_does_not = "C’est une amélioration que le hasard n’explique pas";
    this_is_a_deterioration_that_chance_does_not = "C’est une dégradation que le hasard n’explique pas";
    chance_does_not_explain_this_difference = "Le hasard n’explique pas cet écart";
    by_against(the, moves, size, period, value, mean, before, judged, proof) = "{the} {moves} de {size} {period} : {value}, contre {mean} {before}. {judged} ({proof}).";

    calls_offered_against_on_average(own, others) = "{own} appels offerts, contre {others} en moyenne";
    agents_occupied_against(own, others) = "des agents occupés à {own}, contre {others}";
    that_week(list) = " Cette semaine-là : {list}.";
    fell_to_in_the_against_in_the_other(the, own, name, others, beside) = "{the} est tombé à {own} la {name}, contre {others} les autres semaines : plus que les jours ne diffèrent d’ordinaire entre eux (p\u{a0}<\u{a0}0,01 compte tenu du nombre de semaines, test de Mann-Whitney sur les jours).{beside}";

    more = ("autre", "autres");
    and(named, more) = "{named} et {more}";
    days = ("jour", "jours");
    on_that_day = "ce jour-là";
    on_those_days = "ces jours-là";
    is_out_of_the_limits_of_chance_on(the, n, all, named, centre, then) = "{the} sort des limites du hasard {n} sur {all} : {named}, pour une moyenne de {centre}. La cause est à chercher {then} : panne, absences, campagne, facturation.";
    at(day, hour) = "le {day} à {hour}";
    calls_offered = ("appel offert", "appels offerts");
    it_is_also_the_busiest = " C’est aussi le plus chargé.";
    the_busiest_is_calls_in_the_hour_a(busiest, busiest_2, busiest_3) = " Le plus chargé est {busiest} : {busiest_2} appels dans l’heure, {busiest_3} de niveau de service.";
    the_worst_hour_of_the_week_is_a(worst, worst_2, offered, worst_3, also) = "Le plus mauvais créneau de la semaine est {worst} : {worst_2} de niveau de service sur {offered} ({worst_3} dans l’heure, en moyenne).{also}";
    stands_away = "s’écarte";
    stand_away = "s’écartent";
    for_of_clearly_away_from_the_mean_of(the, far, all, stand, mean, above, below, low, high) = "Pour {the}, {far} sur {all} {stand} nettement de la moyenne de {mean} ({above} au-dessus, {below} au-dessous, à plus de trois erreurs types) ; les valeurs vont de {low} à {high}. Les files, motifs et horaires de chacun l’expliquent peut-être.";

    handled_calls = ("appel traité", "appels traités");
    is_the_reason_that_costs_most_for_and(cost, calls, hours, part, handle) = "est le motif qui coûte le plus : {cost} pour {calls}, soit {hours} et {part} de la charge (DMT de {handle})";
    is_the_reason_that_takes_most_of_the(part, hours, calls, handle) = "est le motif qui pèse le plus : {part} de la charge, soit {hours} pour {calls} (DMT de {handle})";
    next_comes = "Vient";
    next_come = "Viennent";
    next_what_needs_no_agent_there_is_a(name, most, follow, next) = "{name} {most}. {follow} ensuite {next}. Ce qui s’y règle sans agent est candidat au selfcare.";
    of_those_received_arrive_out_of_opening_hours(calls, share) = "{calls}, soit {share} des appels reçus, arrivent hors des heures ouvrées : ils n’entrent ni dans le taux de décroché, ni dans le niveau de service, ni dans l’abandon.";
    a_call_of_unknown_outcome_is_counted_nowhere = " Un appel d’issue inconnue n’est compté nulle part : les taux ne valent que pour les autres, tant que centre.toml ne dit pas, sous [calls.values], ce que ces mots veulent dire.";
    joined_in_work(name, n) = "{name} : {n}";
    row_has_a_fault(rows, named, unknown) = "{rows} présente une anomalie ({named}) : elle est écartée des seuls indicateurs qu’elle fausserait, non du fichier.{unknown}";
    rows_have_a_fault(rows, named, unknown) = "{rows} présentent une anomalie ({named}) : elles sont écartées des seuls indicateurs qu’elles fausseraient, non du fichier.{unknown}";

    the_answers_to_the_survey_are_joined_to = "Les réponses à l’enquête sont rapprochées des contacts dont elles parlent. L’écart est ce dont le score des contacts qui ont la caractéristique s’éloigne de celui des autres ; l’écart, le reste tenu égal, est ce qui en demeure quand les autres caractéristiques, et l’agent quand il est connu, ne changent pas. C’est une association : elle dit où regarder, non ce qui cause quoi.";
    and_the_contact_base_joined_answers(title, base) = "{title} et contact (base : {base} réponses rapprochées)";
    under_the_difference_all_else_equal_its(level) = "Entre crochets : l’intervalle à {level} de l’écart, le reste tenu égal ; q en est la force de preuve, corrigée du nombre de tests. Importance : dans ce que le contact explique du score, part qui revient à la caractéristique (décomposition LMG).";
    agents_alike_would_not_differ_so_by_chance = "le hasard ne l’explique pas";
    it_may_be_chance_the_interval_reaches_0 = "un indice, sans plus : l’intervalle va jusqu’à 0";
    chance_is_enough_to_explain_it = "le hasard suffit à l’expliquer";
    agent_of_the_variance_of_the_score_lies(share, n, low, high, told, judged) = "Agent : {share} de la variance du score se trouve entre les {n} agents, à contact égal [{low} ; {high}] (ω² ; p : {told}) : {judged}.";

    on_a_complete_log_the_value_itself_is = "Sur un journal complet, la valeur elle-même est comparée à l’objectif ; sur une enquête, c’est son intervalle, et un objectif qu’il contient n’est ni atteint ni manqué.";
    the_last_whole_week_the_last_month_where = "La dernière semaine complète (le dernier mois, faute de semaines) est comparée à la moyenne des précédentes, chacune comptée selon sa base. Un écart est dit au-delà du hasard quand il dépasse trois erreurs types ou, sans intervalle, les limites d’une carte de contrôle d’au moins six périodes. Une saison, un jour férié ou une campagne suffisent parfois à l’expliquer.";
    one_name_often_covers_several_computations = "Un même nom recouvre souvent plusieurs calculs. Chaque valeur porte ici le sien ; deux valeurs ne se comparent, entre elles ou avec une norme, qu’à définition égale.";
    delay_of_s_queue_and_ring_together_voice(delay, short) = "Délai de {delay} s, file et sonnerie ensemble, serveur vocal exclu. Un abandon avant {short} s est dit court.";
    a_case_is_solved_at_first_contact_if(days) = "Un dossier est résolu au premier contact si le même client ne rappelle pas pour le même motif dans les {days} jours. Les dossiers ouverts depuis moins longtemps sont laissés hors de la base. Le complément est le taux de réitération.";
    a_lead_has_days_to_convert_after_a(days) = "Un lead a {days} jours pour se convertir après un contact ; les plus récents sont laissés hors de la base.";
    calls_received_out_of_opening_hours_and_on = "Les appels reçus hors des heures ouvrées et les jours fériés sont comptés à part ; ils n’entrent ni dans le taux de décroché, ni dans le niveau de service, ni dans l’abandon.";
    around_the_mean_of_the_days_plus_or = "Autour de la moyenne des jours, plus ou moins trois écarts-types (Shewhart ; Laney quand les jours varient plus que leur base ne l’explique). Quand rien ne change, un jour les franchit environ 3 fois sur 1 000. Une moyenne et ses limites ne disent pas si le niveau convient : l’objectif le dit.";
    number_of_agents_for_a_queue_where_calls = "Nombre d’agents d’une file où les appels arrivent au hasard, durent un temps variable autour de la DMT et attendent sans jamais abandonner ni rappeler. Comme des clients abandonnent, le modèle en demande plutôt trop ; comme la charge varie dans l’heure, il en demande plutôt trop peu aux pointes. Pauses, formation et absences ne sont pas comprises.";
    reasons_of_absence_which_may_tell_somebodys = "Les motifs d’absence, qui peuvent dire l’état de santé de quelqu’un, sont réduits à deux cas, planifiée ou non planifiée.";
    calls_are_clustered_in_it_since_those_of(by) = " Les appels y sont groupés {by}, car ceux d’un même groupe se ressemblent.";
    that_of_a_survey_does_measure_what_is = " Celui d’une enquête mesure, lui, ce que l’on ignore de ceux qui n’ont pas été sollicités.";
    a_log_of_calls_is_complete_it_is(level, grouped, survey) = "Un journal d’appels est complet : ce n’est pas un échantillon, et l’intervalle à {level} n’y mesure pas une erreur de sondage. Il décrit le processus : de combien la valeur bougerait sur une autre période, à demande et organisation égales.{grouped}{survey}";
    each_stands_under_a_number_drawn_from_the = "Chacun porte un numéro, tiré de son nom : il cache le nom à qui n’a pas la liste des agents, non à qui l’a.";
    they_are_named_because_it_was_asked_for = "Ils sont nommés parce que cela a été demandé.";
    an_agent_with_fewer_than_is_not_shown(named, least) = "{named} Un agent qui a moins de {least} n’est pas affiché ; ses appels comptent dans les totaux.";

    columns_read = "Colonnes lues";
    faults_of_the_data = "Anomalies des données";
    id = "identifiant";
    customer_and_nearest_time = "client et moment le plus proche";
    answers_joined_to_contacts = "Réponses rapprochées des contacts";
    an_answer_without_a_contact_counts_in_the = "Une réponse sans contact compte dans le score, mais dans aucun lien avec les appels.";
    how_each_column_was_read = "Comment chaque colonne a été lue";

    cost = "Coût";
    contact_reasons_by_cost = "Motifs d’appel, par coût";
    contact_reasons_by_workload = "Motifs d’appel, par charge";
    workload_handled_calls_average_handle_time = "Charge : appels traités × DMT. Coût : appels traités × coût par type de demande. Un motif lourd et simple est un candidat au selfcare.";
    workload_handled_calls_average_handle_time_a = "Charge : appels traités × DMT. Un motif lourd et simple est un candidat au selfcare.";
    joined_in_reasons(number) = "{number}\u{a0}€";

    calls_offered_an_hour_and_service_level = "Appels offerts par heure et niveau de service";
    mean_number_of_calls_offered_in_the_hour = "Nombre moyen d’appels offerts dans l’heure, les jours où il y en a eu, suivi du niveau de service.";
    outbound_calls_when_customers_answer = "Appels sortants : quand les clients décrochent";
    share_of_dialled_calls_that_a_person_answers = "Part des appels émis qu’une personne décroche, suivie du nombre d’appels émis.";
    agents_needed_by_hour_erlang_c = "Agents nécessaires par heure (Erlang C)";
    agents_on_line_for_the_mean_load_of(delay, least) = "Agents en ligne pour répondre à la charge moyenne de l’heure, suivis de leur occupation. Le niveau de service à {delay} s qu’ils donnent est partout d’au moins {least}. Pauses, formation et absences sont à ajouter.";

    absence = "Absence";
    hours = "Heures";
    share = "Part";

    counted_apart = "Comptés à part";
    number = "Nombre";

    indicator = "Indicateur";
    value = "Valeur";
    interval_in_catalogue_table(level) = "Intervalle à {level}";
    computed_as_in_catalogue_table = "Calcul";
    definition_in_catalogue_table = "Définition";
    id_in_catalogue_table = "Identifiant";

    day = "Jour";
    in_bold_a_day_out_of_the_limits = "En gras : un jour hors des limites du hasard, écrites dessous ; ↔ : le huitième jour de suite du même côté de la moyenne, ou un suivant.";
    evening_of = "Soir du";

    no_data(parts) = "sans donnée : {parts}";

    duration = "Durée";
    calls_in_durations = "Appels";
    half_under_median = "La moitié dure moins de (médiane)";
    nine_in_ten_under = "Neuf sur dix durent moins de";
    longest = "La plus longue";

    calls_offered_an_hour = "Appels offerts par heure";
    calls_dialled_an_hour = "Appels émis par heure";
    answered_by_a_person = "Décrochés par une personne";

    at_in_levels = "à";

    feature_of_the_contact = "Caractéristique du contact";
    answers = "Réponses";
    score_with = "Score avec";
    score_without = "Score sans";
    difference = "Écart";
    all_else_equal = "Écart, le reste tenu égal";
    importance = "Importance";

    indicators = "Les indicateurs";
    over_time = "Évolution";
    day_by_day_in_centre = "Jour par jour";
    the_week = "La semaine type";
    waits_and_handle_times = "Attente et traitement";
    queues_channels_directions = "Files, canaux, sens";
    contact_reasons = "Motifs d’appel";
    what_goes_with_satisfaction = "Ce qui va avec la satisfaction";
    staffing = "Dimensionnement";
    all_indicators_and_their_computation = "Tous les indicateurs et leur calcul";
    data_quality = "Qualité des données";

    week_of = "semaine du";

    table = "Table";
    fault_and_what_is_done = "Anomalie, et ce qui en est fait";
    rows_in_quality = "Lignes";
    first_rows = "Premières lignes";
    joined_to = "Rapprochée de";
    by = "Par";
    joined_in_quality = "Rapprochées";
    rate = "Taux";
    field = "Donnée";
    column_of_the_file = "Colonne du fichier";

    reason = "Motif";
    handled_calls_in_reasons = "Appels traités";
    aht = "DMT";
    workload = "Charge";
    share_of_workload = "Part de la charge";

    target_in_summary = "Objectif";

    hour = "Heure";

    cases_undecided = "Dossiers trop récents pour la résolution au premier contact";
    cases_open = "Dossiers que leur dernier contact n’a pas clos";
    leads_undecided = "Leads contactés trop récents pour la conversion";
    left_in_menu = "Appels raccrochés dans le serveur vocal, jamais offerts";
    overflowed = "Appels débordés vers un autre centre";
    called_back = "Appels convertis en rappel";
    short_abandons = "Abandons courts";
    out_of_hours_dissuaded = "Hors des heures ouvrées : dissuadés";
    out_of_hours_voicemail = "Hors des heures ouvrées : messagerie";
    out_of_hours_overflow = "Hors des heures ouvrées : débordés";
    out_of_hours_callback = "Hors des heures ouvrées : à rappeler";
    silent = "Appels sortants muets : décrochés, quittés avant l’agent";
    reopened = "Tickets rouverts";

    indicators_by_week = "Indicateurs par semaine";
    indicators_by_month = "Indicateurs par mois";
    indicators_by_day = "Indicateurs par jour";
    indicators_by_queue = "Indicateurs par file d’attente";
    indicators_by_channel = "Indicateurs par canal";
    indicators_by_direction = "Indicateurs par sens d’appel";
    keywords_in_messages = "Récurrence des mots-clés";
    queue = "File d’attente";
    channel = "Canal";
    direction = "Sens";

    hold = "mise en garde";
    after_call_work = "post-appel";
    ring = "sonnerie";
    wait = "attente";
    waits_of_abandoned_calls = "attente des appels abandonnés";

    wait_of_answered_calls = "Attente des appels décrochés";
    wait_before_abandoning = "Attente avant abandon";
    handle_time = "Durée de traitement";

    definitions_of_the_indicators = "Définitions des indicateurs";
    how_to_read_these_indicators = "Comment lire ces indicateurs";
    last_week = "Dernière semaine";
    competing_definitions = "Définitions concurrentes";
    service_level = "Niveau de service";
    first_contact = "Premier contact";
    out_of_hours = "Heures non ouvrées";
    by_day = "par jour";

    customer_satisfaction = "le taux de satisfaction client (CSAT)";
    the_nps = "le NPS";
    the_customer_effort_score = "le score d’effort client (CES)";
    the_enps = "l’eNPS";
    agent_satisfaction = "le taux de satisfaction des agents";
    the_response_rate = "le taux de réponse";
    average_handle_time = "la durée moyenne de traitement (DMT)";
    average_talk_time = "la durée moyenne de conversation (DMC)";
    average_after_call_work = "le post-appel moyen";
    the_number_of_handled_calls = "le nombre d’appels traités";
    the_number_of_abandoned_calls = "le nombre d’appels abandonnés";
    the_answer_rate = "le taux de décroché";
    quality_of_service = "le taux de qualité de service (QS)";
    the_service_level = "le niveau de service";
    the_abandonment_rate = "le taux d’abandon";
    average_wait_time = "le temps moyen d’attente";
    average_speed_of_answer = "la vitesse moyenne de réponse (ASA)";
    the_number_of_calls_in_opening_hours = "le nombre d’appels en heures ouvrées";
    the_number_of_calls_out_of_opening_hours = "le nombre d’appels hors heures ouvrées";
    first_contact_resolution = "le taux de résolution au premier contact (FCR)";
    the_number_of_contacts_a_case = "le nombre de contacts par dossier";
    the_self_service_rate = "le taux de transfert selfcare";
    the_escalation_rate = "le taux d’escalade";
    the_transfer_rate = "le taux de transfert";
    the_call_conversion_rate = "le taux de conversion des appels";
    the_number_of_converted_calls = "le nombre d’appels convertis";
    the_lead_conversion_rate = "le taux de conversion des leads";
    the_cost_per_interaction = "le coût par interaction";
    the_cost_per_call = "le coût par appel";
    the_cost_per_request_type = "le coût par type de demande";
    the_active_listening_rate = "le taux d’écoute active";
    the_keyword_rate = "la récurrence des mots-clés";
    the_connect_rate = "le taux de décroché des appels sortants";
    the_answering_machine_rate = "le taux de détection des répondeurs";
    the_call_rejection_rate = "le taux de rejet d’appel";
    the_outbound_conversion_rate = "le taux de transformation";
    the_predictive_connect_delay = "le délai de mise en relation";
    the_time_between_records = "l’attente entre deux fiches";
    occupancy = "le taux d’occupation";
    utilisation = "le taux d’utilisation";
    break_time_per_agent_and_day = "le temps de pause par agent et par jour";
    the_number_of_agent_days = "le nombre de jours-agents travaillés";
    the_absence_rate = "le taux d’absentéisme";
    the_retention_rate = "le taux de rétention";
    the_churn_rate = "le taux d’attrition";
    the_first_response_time = "le délai de première réponse (DPR)";
    the_resolution_time_of_tickets = "le délai de traitement des tickets";
    the_number_of_requests_received = "le nombre de demandes reçues";
    the_backlog = "l’encours";

    negative_duration = "durée négative";
    unreadable_value = "valeur illisible";
    end_before_start = "fin avant le début";
    resolved_before_created = "résolution avant l’ouverture";
    answered_without_an_agent = "appel décroché sans agent";
    unknown_outcome = "issue d’appel inconnue";
    unknown_state = "état inconnu";
    overlapping_states = "états qui se chevauchent";
    no_date = "sans date";
    answer_without_a_contact = "réponse sans contact";
    second_answer = "seconde réponse";
    repeated_row = "ligne répétée";
    repeated_id = "identifiant répété";
    incomplete_row = "ligne incomplète";
    dates_that_read_both_ways = "dates à double lecture";
}
