//! French words of centre.

texts! {
    work_in_progress = "Travail en cours";
    activity = "Activité";
    handling_performance = "Performance du traitement";
    productivity = "Productivité";
    satisfaction = "Satisfaction";

    calls = "Appels";
    tickets = "Tickets";
    agent_states = "États des agents";
    roster = "Planning";
    customers = "Clients";
    leads = "Leads";
    evaluations = "Évaluations";
    customer_survey = "Enquête clients";
    agent_survey = "Enquête agents";
    percent = "pourcentage";
    points_100_to_100 = "points, de −100 à +100";
    points_of_the_scale = "points de l’échelle";
    seconds = "secondes";
    minutes = "minutes";
    count = "nombre";
    mean_number = "nombre moyen";
    euros = "euros";
    days = "jours";
    higher_is_better = "plus c’est haut, mieux c’est";
    lower_is_better = "plus c’est bas, mieux c’est";
    neither_high_nor_low_is_good_in_itself = "ni haut ni bas n’est bon en soi";

    day = "jour";
    d_days_of_24_hours = "j\u{a0}: jours de 24\u{a0}heures.";
    d = "j";

    the_calls = "les appels";
    the_tickets = "les tickets";
    the_agent_states = "les états des agents";
    the_roster = "le planning";
    the_customers = "les clients";
    the_leads = "les leads";
    the_evaluations = "les évaluations";
    the_survey = "l’enquête";
    the_survey_of_agents = "l’enquête auprès des agents";
    near_names(near) = " Noms proches : {near}.";
    no_indicator_is_called_barometre_centre_list(found, near) = "aucun indicateur ne s’appelle {found}.{near} « barometre centre list » les donne tous.";
    or = " ou ";
    write(ids) = " Écrivez {ids}.";
    is_the_id_of_no_indicator_barometre_centre(file, key, found, write) = "{file}, {key} : {found} n’est l’identifiant d’aucun indicateur.{write} « barometre centre list » les donne tous.";
    no_table_of_a_contact_centre_is_recognised(file, columns) = "{file} : aucune table d’un centre de contacts ne s’y reconnaît (colonnes : {columns}). Dites laquelle : --calls, --tickets, --states, --roster, --customers, --leads, --evaluations, --survey ou --agent-survey ; ou nommez ses colonnes dans centre.toml (« barometre centre init » l’écrit).";
    read_as_but_without_a_column_for_columns(file, name, keys, columns, id, example) = "{file} : lu comme contenant {name}, mais sans colonne pour {keys} (colonnes : {columns}). Écrivez dans centre.toml, sous [{id}.columns] : {example} = \"nom de la colonne\".";
    no_file_give_the_calls_at_least_calls = "aucun fichier : donnez au moins les appels (--calls appels.csv), ou centre.toml avec la clé files.";
    nothing_to_count_no_row_of_any_table = "rien à compter : aucune ligne d’aucune table n’a pu être lue.";
    is_no_field_of_that_table_known_fields(file, section, key, known) = "{file}, [{section}] : {key} n’est pas un champ de cette table. Champs connus : {known}.";
    is_not_understood_it_can_be(file, key, found, known) = "{file}, {key} : {found} n’est pas compris. Sens possibles : {known}.";
    does_not_read_as_opening_hours_write_for(file, key, found) = "{file}, {key} : {found} ne se lit pas comme des heures d’ouverture. Écrivez par exemple \"08:00-20:00\", \"9h-12h30, 14h-18h\" ou \"fermé\".";
    is_no_date_write_for_example_2025_12(file, key, found) = "{file}, {key} : {found} n’est pas une date. Écrivez par exemple \"2025-12-24\".";
    the_time_zone_is_unknown_write_a_name(found) = "le fuseau horaire {found} est inconnu. Écrivez un nom de la base IANA, par exemple \"Europe/Paris\".";
    will_not_do_a_positive_number_is_expected(file, key, found) = "{file}, {key} : {found} ne convient pas ; un nombre positif ou nul est attendu.";
    cannot_be_reached_a_target_in_percent_goes(file, key, found) = "{file}, {key} : {found} ne peut pas être atteint ; un objectif en pourcentage va de 0 à 100.";
    keywords_cannot_be_looked_for_write_a_word(file, found, flaw) = "{file}, keywords : {found} ne peut pas être cherché. Écrivez un mot ou une règle de plan de codage ({flaw}).";
    nothing_can_be_broken_down_by_possible(found, known) = "on ne peut pas détailler par {found}. Détails possibles : {known}.";

    negative_duration_the_row_is_out_of_the = "durée négative : la ligne est exclue des moyennes de cette durée et compte dans toutes les autres";
    absence_reason_empty_or_unknown_or_a_cell = "motif d’absence vide ou inconnu, ou cellule illisible : l’absence compte comme non planifiée";
    a_cell_that_cannot_be_read_duration_date = "cellule illisible (durée, date, nombre ou oui/non) : lue comme vide";
    end_before_its_start_out_of_times_and = "fin avant le début : ligne exclue des durées et des délais";
    response_or_resolution_before_the_step_that = "réponse ou résolution avant l’étape qu’elle suit : le ticket compte, sauf dans les délais qu’il fausserait";
    answered_call_without_an_agent_out_of_the = "appel décroché sans agent : exclu des seuls chiffres par agent";
    state_that_begins_before_the_one_before_it = "état qui commence avant la fin du précédent : le temps commun compte une fois";
    row_without_a_date_in_the_totals_in = "ligne sans date : comptée dans les totaux, mais dans aucune période";
    answer_whose_contact_is_not_in_the_files = "réponse dont le contact n’est pas dans les fichiers : comptée dans le score, mais dans aucun lien avec les contacts";
    second_answer_about_the_same_contact_only_the = "deuxième réponse sur un même contact : seule la première compte";
    row_that_says_all_that_another_one_says = "ligne identique à une autre en tous points : elle compte ; à retirer de l’export si c’est une copie";
    row_without_a_cell_that_is_needed_counted = "ligne sans une cellule indispensable : comptée nulle part";
    unknown_outcome_or_one_that_cannot_be_in = "issue d’appel inconnue, ou impossible dans ce sens : comptée nulle part";
    unknown_state_counted_nowhere = "état inconnu : compté nulle part";
    dates_that_read_both_ways_read_day_first = "dates qui se lisent dans les deux sens : lues jour d’abord";
    one_set_aside_by_its_outcome = "dont 1 ligne écartée par son issue";
    set_aside_by_their_outcome(n) = "dont {n} lignes écartées par leur issue";
    unknown_word_counted_nowhere_to_write_in(named, section, first, example) = "mot inconnu, compté nulle part : {named}. À écrire dans centre.toml, sous [{section}.values] : \"{first}\" = \"{example}\", par exemple";
    repeated_id_alone_is_no_key_and_together(id, other) = "identifiant répété : {id} seul n’est pas une clé, {other} et {id} ensemble en sont une ; aucune ligne n’est écartée";
    repeated_id_it_is_no_key_alone_no = "identifiant répété : il n’est pas une clé à lui seul ; aucune ligne n’est écartée";
    column_day_and_month_read_both_ways_read(column, section, field) = "colonne {column} ({section}.{field}) : jour et mois se lisent dans les deux sens ; lus jour d’abord";

    new_years_day = "jour de l’An";
    good_friday = "Vendredi saint";
    easter_monday = "lundi de Pâques";
    labour_day = "fête du Travail";
    victory_day = "8 Mai 1945";
    ascension_day = "Ascension";
    whit_monday = "lundi de Pentecôte";
    bastille_day = "fête nationale";
    assumption_day = "Assomption";
    all_saints_day = "Toussaint";
    armistice_day = "Armistice de 1918";
    christmas_day = "Noël";
    st_stephens_day = "Saint-Étienne";

    joined(hours, minutes) = "{hours}\u{a0}h\u{a0}{minutes:02}";
    unreadable_opening_hours(found) = "horaires illisibles : {found} ; écrivez par exemple « 08:00-20:00 », « 8h-12h30, 14h-18h » ou « fermé »";
    opening_hours_run_backwards_from_to_a_span(opens, closes) = "horaires à l’envers : de {opens} à {closes} ; une plage finit le jour où elle commence, à minuit (24:00) \
                     au plus tard, et la suite s’écrit le lendemain";
    overlapping_opening_hours_a_span_opens_at(opens, closes) = "horaires qui se chevauchent : une plage ouvre à {opens} alors que la précédente ferme à {closes}";

    inbound = "entrant";
    outbound = "sortant";

    what_barometre_understood_of_these_files = "# Ce que barometre a compris de ces fichiers. À corriger, puis :";
    title_contact_centre = "title = \"Centre de contacts\"";
    delay_of_the_service_level = "délai du niveau de service, en secondes";
    shorter_abandons_are_apart = "les abandons plus courts sont comptés à part";
    days_without_a_new_contact = "jours sans nouveau contact : résolu au premier";
    agents_with_fewer_calls_are_hidden = "un agent avec moins d’appels n’est pas montré";
    agents_under_a_number = "les agents sous un numéro";
    service_level_80_average_handle_time_costs = "# service_level = 80\n# average_handle_time = { target = 300, alert = 330 }\n\n# [costs]\n# total = 12000          # euros sur la période\n# hourly_rate = 28       # coût chargé d’une heure d’agent";
    without_a_calendar_all_calls_count_as = "# Sans calendrier, tous les appels comptent comme reçus pendant les heures d’ouverture.\n# [calendar]\n# holidays = \"fr\"         # ou \"fr-alsace-moselle\", \"none\"\n# [calendar.hours]\n# monday = \"08:00-20:00\"\n";
    not_used = "non utilisées";
    fields_without_a_column = "champs sans colonne";

    to(low, high) = "de {low} à {high}";
    the_agent_and_the_rest_of_the_contact = "l’agent et le reste du contact tenus égaux";
    the_rest_of_the_contact_held_equal = "le reste du contact tenu égal";
    this_concerns_of_the_answers(share, base) = "Cela concerne {share} des {base} réponses reliées à un contact. C’est une association, non la preuve d’une cause.";
    this_concerns_of_the_linked_answers(share) = "Cela concerne {share} des réponses reliées.";
    is_lower(the, who, gap) = "{the} des {who} est inférieur de {gap} à celui des autres";
    is_lower_feminine(the, who, gap) = "{the} des {who} est inférieure de {gap} à celle des autres";
    is_higher(the, who, gap) = "{the} des {who} est supérieur de {gap} à celui des autres";
    is_higher_feminine(the, who, gap) = "{the} des {who} est supérieure de {gap} à celle des autres";
    difference_the_rest_held_equal(difference, rest, level, interval, q, concerns) = "{difference}, {rest} (intervalle à {level} de l’écart : {interval} ; {q}). {concerns}";
    no_established_link_with_difference_in_points(the, rest, level, list) = "Sans lien établi avec {the}, {rest} (écart en points, intervalle à {level}) : {list}.";
    beyond_that_of_the_variance_of_the_answers(value, agents, level, bare, high) = "Au-delà de ce qui précède, {value} de la variance des réponses va avec l’agent qui a pris l’appel ({agents} agents ; intervalle à {level} : de {bare} à {high}) : les agents ne choisissent pas leurs appels, cet écart ne mesure pas leur travail.";
    the_mean_satisfaction = "la satisfaction moyenne";

    any_wait = "Attente";
    wait_of_more_than(beyond) = "Attente de plus de {beyond}";
    handling_of_more_than(beyond) = "Traitement de plus de {beyond}";
    not_resolved_at_first_contact = "Non résolu au premier contact";
    call_transferred = "Appel transféré";
    wait = "Attente";
    handle_time = "Durée de traitement";
    no_resolution_at_first_contact = "Non-résolution au premier contact";
    transfer = "Transfert";
    customers_who_waited = "clients qui ont attendu";
    than_a_minute = "d’une minute";
    than(delay) = "de {delay}";
    customers_who_waited_more_than(beyond) = "clients qui ont attendu plus {beyond}";
    customers_whose_call_took_more_than_to_handle(beyond) = "clients dont l’appel a pris plus {beyond} de traitement";
    customers_whose_request_was_not_resolved_at = "clients dont la demande n’a pas été résolue au premier contact";
    customers_whose_call_was_transferred = "clients dont l’appel a été transféré";

    overloaded_centre_erlangs_of_calls_for_agents(load, agents, least) = "centre surchargé : charge de {load} erlangs, agents : {agents} ; la file s’allongerait sans fin. Il faut au moins {least} agents.";
    impossible_traffic_give_a_number_of_calls_of = "trafic impossible : il faut un nombre d’appels d’au moins 0, un intervalle et une durée de \
                     traitement en secondes, supérieurs à 0, et au plus un million d’erlangs.";
    impossible_threshold_that_of_a_service_level = "seuil impossible : le seuil du niveau de service est un nombre de secondes d’au moins 0.";
    impossible_patience_the_mean_patience_is_a = "patience impossible : la patience moyenne est un nombre de secondes supérieur à 0 et d’au plus \
                 10¹².";
    no_agent_it_takes_at_least_one_to = "aucun agent : il en faut au moins un pour répondre à un appel.";
    target_out_of_reach_a_service_level_is = "objectif hors d’atteinte : un niveau de service est d’au moins 0 % et inférieur à 100 %, un délai \
                 supérieur à 0, un taux d’occupation ou d’abandon supérieur à 0 % et d’au plus 100 %.";
    more_than_a_million_agents_check_the_traffic = "plus d’un million d’agents : vérifiez le trafic et l’objectif.";

    around_the_clock = "24 h sur 24";
    closed = "fermé";
    and(first_name, last_name, hours) = "{first_name} et {last_name} {hours}";
    to_in_summary(first_name, last_name, hours) = "du {first_name} au {last_name} {hours}";

    formula = "Formule";
    variants = "Variantes";
    example = "Exemple";
    caution = "Attention";
    benchmark = "Repère";
    data_needed = "Données nécessaires";
    other_names = "Autres noms";

    to_be_completed = ", à compléter";
}
