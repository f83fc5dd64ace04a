//! French words of indicators.

texts! {
    columns_of_calls = "sens, date et heure, issue";
    columns_of_states = "agent, état, début, fin";
    columns_of_waits = "sens, date et heure, issue, attente, sonnerie";
    columns_of_waits_within = "sens, date et heure, issue, attente, sonnerie (variante within)";
    columns_of_sales = "sens, issue, vente";
    recommendation_from_0_to_10 = "note de recommandation de 0 à 10";
    columns_of_cases = "dossier (ou client et motif), date et heure, résolu";
    columns_of_customers = "client, début, fin";
    declared_calendar = "horaires d’ouverture et jours fériés `[calendar]`, fuseau horaire `centre.timezone`";
    declared_total_cost = "coût total `costs.total`";

    csat_name = "Taux de satisfaction client";
    csat_short = "CSAT";
    csat_definition = "Part des clients satisfaits ou très satisfaits parmi ceux qui ont répondu : les deux meilleures notes sur cinq. Elle juge le contact que l’on vient d’avoir, pas toute la relation, et ne dit rien de ceux qui n’ont pas répondu : à lire avec le taux de réponse.";
    csat_default = "notes 4 et 5 sur 5 ÷ réponses";
    csat_mean = "moyenne des notes";
    csat_yes_no = "oui ÷ (oui + non)";
    csat_top_box = "meilleure note ÷ réponses";
    csat_caution = "« Csat » désigne tantôt un pourcentage, tantôt une note moyenne, tantôt une part de oui : trois chiffres qui ne se comparent pas.";
    csat_needs_survey = "note de satisfaction (ou celle du journal des appels)";
    csat_example = "Sur {0} réponses, {1} sont à 4 ou 5 : {=} de clients satisfaits.";

    nps_name = "Score de recommandation";
    nps_short = "NPS";
    nps_definition = "Part des promoteurs (notes 9 et 10) moins celle des détracteurs (0 à 6), en points de −100 à +100. Les neutres (7 et 8) comptent dans la base. Deux centres de même NPS peuvent avoir des répartitions très différentes.";
    nps_default = "part des 9–10 − part des 0–6, échelle de 0 à 10";
    nps_caution = "Une échelle qui ne va pas de 0 à 10 ne donne pas de NPS. Un NPS « à chaud » après un appel et un NPS relationnel annuel ne se comparent pas.";
    nps_example = "{0} promoteurs, {1} neutres et {2} détracteurs : NPS de {=}.";

    ces_name = "Score d’effort client";
    ces_short = "CES";
    ces_definition = "Note moyenne d’accord avec « il m’a été facile de résoudre ma demande », de 1 à 7 : plus elle est haute, plus c’était facile. La part de réponses faciles se lit à côté. Le score ne dit pas si la demande a été résolue.";
    ces_default = "moyenne de l’échelle, facile en haut";
    ces_easy = "trois meilleures notes sur 7 (ou deux sur 5) ÷ réponses";
    ces_caution = "Le CES d’origine mesure l’effort, de 1 à 5 : plus il est bas, mieux c’est. Le sens de l’échelle se déclare (`reversed = true`), il ne se devine pas.";
    ces_needs_survey = "note d’effort ou de facilité";
    ces_example = "{0} réponses à 7, {1} à 5 et {2} à 2 : moyenne de {=}, et {=easy} de réponses faciles (5 à 7).";

    enps_name = "Recommandation employeur";
    enps_short = "eNPS";
    enps_definition = "Part des salariés qui recommandent leur employeur (9 et 10) moins celle des détracteurs (0 à 6), en points. Sur une équipe de quelques dizaines d’agents, l’intervalle est large : on ne commente pas un écart de quelques points.";
    enps_default = "part des 9–10 − part des 0–6, salariés, échelle de 0 à 10";
    enps_caution = "Certains le mesurent de 1 à 10 : ce n’est plus la même série, car il manque une note de détracteur.";
    enps_example = "{0} agents promoteurs, {1} neutres et {2} détracteurs : eNPS de {=}.";

    agent_satisfaction_name = "Taux de satisfaction des agents";
    agent_satisfaction_definition = "Part des agents satisfaits ou très satisfaits parmi ceux qui ont répondu à l’enquête interne. Les absents et ceux qui se taisent n’y sont pas : le taux de réponse se lit à côté.";
    agent_satisfaction_default = "satisfaits + très satisfaits ÷ répondants";
    agent_satisfaction_headcount = "satisfaits + très satisfaits ÷ tous les agents";
    agent_satisfaction_caution = "Rapporté à tout l’effectif, le taux compte comme insatisfaits ceux qui n’ont pas répondu.";
    agent_satisfaction_needs_agent_survey = "note de satisfaction";
    agent_satisfaction_needs_declared = "effectif `agent_survey.headcount` (variante headcount)";
    agent_satisfaction_example = "Sur {0} agents, {1} répondent et {2} sont satisfaits : {=} (et {=headcount} de l’effectif).";

    response_rate_name = "Taux de réponse à l’enquête";
    response_rate_definition = "Part des invitations qui ont reçu une réponse. Sans lui aucun score de satisfaction ne se lit : avec 5 % de réponses, on ne sait pas ce que pensent les autres. Un taux élevé n’assure pas à lui seul que les répondants ressemblent aux clients.";
    response_rate_default = "réponses ÷ invitations";
    response_rate_caution = "Le dénominateur est le nombre d’invitations envoyées, pas celui des appels. Des invitations répétées au même client le gonflent.";
    response_rate_needs_survey = "réponses";
    response_rate_needs_declared = "nombre d’invitations `survey.invited`";
    response_rate_example = "{0} invitations, {1} réponses : {=}.";

    average_handle_time_name = "Durée moyenne de traitement";
    average_handle_time_short = "DMT";
    average_handle_time_definition = "Temps moyen qu’un agent consacre à un appel traité : conversation, mise en garde et post-appel. Le temps d’attente du client n’y est pas. La réduire a un prix : des appels écourtés font rappeler les clients.";
    average_handle_time_default = "(conversation + mise en garde + post-appel) ÷ appels traités";
    average_handle_time_talk_and_acw = "(conversation + post-appel) ÷ appels traités, sans la mise en garde";
    average_handle_time_calls_and_tasks = "(traitement des appels + tâches hors ligne) ÷ (appels traités + tickets résolus)";
    average_handle_time_caution = "Certains oublient la mise en garde, d’autres ajoutent les tâches hors ligne. Du premier contact à la résolution, c’est le délai de résolution, pas la DMT.";
    average_handle_time_needs_calls = "sens, issue, conversation, mise en garde, post-appel";
    average_handle_time_needs_states = "agent, état, début, fin (variante calls+tasks)";
    average_handle_time_example = "{0} appels traités : {1} de conversation, {2} de mise en garde et {3} de post-appel en tout, soit une DMT de {=} ({=talk+acw} sans la mise en garde).";

    average_talk_time_name = "Durée moyenne de communication";
    average_talk_time_short = "DMC";
    average_talk_time_definition = "Temps moyen que le client passe en ligne avec l’agent, mise en garde comprise. Le post-appel n’y est pas : la DMC est ce que le client vit, la DMT ce que l’agent y consacre.";
    average_talk_time_default = "(conversation + mise en garde) ÷ appels traités";
    average_talk_time_talk = "conversation ÷ appels traités, sans la mise en garde";
    average_talk_time_caution = "Avec ou sans la mise en garde : les deux se pratiquent, sous le même nom. La différence des deux est la mise en garde moyenne.";
    average_talk_time_needs_calls = "sens, issue, conversation, mise en garde";
    average_talk_time_example = "{0} appels traités, {1} de conversation et {2} de mise en garde : DMC de {=} ({=talk} sans la mise en garde).";

    average_after_call_work_name = "Post-appel moyen";
    average_after_call_work_short = "ACW";
    average_after_call_work_definition = "Temps moyen entre la fin de la conversation et le retour en disponibilité : compte rendu, saisie, courrier. Un post-appel long peut être une pause cachée ou un outil mal fait ; il ne dit pas lequel des deux.";
    average_after_call_work_default = "post-appel ÷ appels traités";
    average_after_call_work_caution = "Un agent qui saisit pendant la conversation a un post-appel court et une DMC longue : c’est la DMT qui se compare.";
    average_after_call_work_needs_calls = "sens, issue, post-appel";
    average_after_call_work_example = "{1} de post-appel pour {0} appels traités : {=} par appel.";

    handled_calls_name = "Appels traités";
    handled_calls_definition = "Nombre d’appels entrants qu’un agent a pris. C’est un volume de travail, pas une performance : il dépend d’abord du nombre d’appels reçus.";
    handled_calls_default = "appels pris par un agent";
    handled_calls_caution = "Un appel transféré compte une fois ou plusieurs selon les logiciels : ici, une ligne est un appel.";
    handled_calls_example = "Sur {0} appels offerts, {1} sont pris par un agent : {=}.";

    abandoned_calls_name = "Appels abandonnés";
    abandoned_calls_definition = "Nombre d’appels offerts dont le client a raccroché pendant l’attente. Les abandons courts y sont, et se lisent aussi à part. Un même client qui rappelle trois fois y compte trois fois.";
    abandoned_calls_default = "appels offerts, mis en file, non pris";
    abandoned_calls_short_excluded = "abandons courts retirés";
    abandoned_calls_caution = "Les clients qui raccrochent dans le serveur vocal ne sont pas des abandons : ils n’ont pas demandé d’agent.";
    abandoned_calls_needs_calls = "sens, date et heure, issue, attente, sonnerie (abandons courts)";
    abandoned_calls_example = "{0} clients raccrochent en file, dont {1} en moins de 5 s : {=}, ou {=short-excluded} sans les abandons courts.";

    answer_rate_name = "Taux de décroché";
    answer_rate_definition = "Part des appels offerts qu’un agent a pris. Sont offerts les appels entrants des heures d’ouverture qui ont demandé un agent : traités, abandonnés, débordés vers un autre centre ou à rappeler. Le taux ne dit pas au bout de combien de temps : c’est le niveau de service.";
    answer_rate_default = "appels pris ÷ appels offerts";
    answer_rate_within = "appels pris dans le délai ÷ appels offerts";
    answer_rate_caution = "Sans délai, c’est le même chiffre que la qualité de service (QS). Décroché et abandon ne font 100 % que sans débordement ni rappel. En sortant, le même nom désigne la part de clients joints.";
    answer_rate_example = "Sur {0} appels offerts, {1} sont pris : {=}.";

    quality_of_service_name = "Taux de qualité de service";
    quality_of_service_short = "QS";
    quality_of_service_definition = "Part des appels offerts que le centre a traités. C’est l’indicateur d’accessibilité le plus suivi ; il ne dit ni combien de temps le client a attendu, ni si sa demande est résolue.";
    quality_of_service_default = "appels traités ÷ appels offerts";
    quality_of_service_within = "appels traités dans le délai ÷ appels offerts";
    quality_of_service_caution = "Sans délai, la QS est le taux de décroché sous un autre nom. Une QS « à 20 secondes » est un niveau de service : elle ne se compare pas à une QS sans délai.";
    quality_of_service_example = "Sur {0} appels offerts, {1} sont traités : QS de {=}.";
    quality_of_service_benchmark = "norme NF 345 (Relation client), telle que la citent les guides du métier ; à remplacer par l’engagement du contrat";

    service_level_name = "Niveau de service";
    service_level_short = "NS";
    service_level_definition = "Part des appels pris dans le délai (20 s d’attente et de sonnerie sauf réglage) parmi les appels pris ou abandonnés. Un appel pris une seconde trop tard compte autant qu’un abandon, et rien n’est dit de la longueur des attentes au-delà du délai.";
    service_level_default = "pris dans le délai ÷ (pris + abandonnés)";
    service_level_answered = "pris dans le délai ÷ pris";
    service_level_offered = "pris dans le délai ÷ offerts";
    service_level_offered_minus_short_abandons = "pris dans le délai ÷ (offerts − abandons courts)";
    service_level_abandoned_within = "(pris + abandonnés dans le délai) ÷ offerts";
    service_level_caution = "Cinq formules portent ce nom ; l’écart entre elles peut dépasser dix points. « 80/20 » ne veut rien dire sans la formule. SLA désigne l’engagement, pas la mesure.";
    service_level_needs_declared = "délai `centre.service_level_s` (20 s par défaut)";
    service_level_example = "Sur {0} appels offerts, {1} sont pris, dont {3} dans le délai, et {2} abandonnés : {=} ({=answered} des appels pris, {=offered} des appels offerts).";

    abandonment_rate_name = "Taux d’abandon";
    abandonment_rate_definition = "Part des appels offerts dont le client a raccroché pendant l’attente. Il ne compte ni ceux qui ont raccroché dans le serveur vocal, ni ceux qui ont renoncé à appeler.";
    abandonment_rate_default = "abandonnés ÷ offerts";
    abandonment_rate_queued = "abandonnés ÷ (pris + abandonnés)";
    abandonment_rate_short_excluded = "(abandonnés − abandons courts) ÷ (offerts − abandons courts)";
    abandonment_rate_callbacks_excluded = "abandonnés ÷ (offerts − rappels)";
    abandonment_rate_caution = "Les abandons courts (moins de 5 s sauf réglage) sont souvent des erreurs de numéro : selon qu’on les garde ou non, le taux change beaucoup. Il n’est le complément du taux de décroché que sans débordement ni rappel.";
    abandonment_rate_needs_declared = "seuil des abandons courts `centre.short_abandon_s` (5 s par défaut)";
    abandonment_rate_example = "Sur {0} appels offerts, {1} sont abandonnés, dont {2} en moins de 5 s : {=}, et {=short-excluded} sans les abandons courts.";

    average_wait_time_name = "Temps moyen d’attente";
    average_wait_time_short = "TMA";
    average_wait_time_definition = "Attente et sonnerie moyennes des appels pris ou abandonnés : ce que vivent tous ceux qui ont attendu un agent, même ceux qui sont partis. Une moyenne cache les longues attentes : voir leur distribution.";
    average_wait_time_default = "(attente + sonnerie) ÷ (pris + abandonnés)";
    average_wait_time_answered = "(attente + sonnerie) ÷ pris, appels pris seulement";
    average_wait_time_nonzero = "(attente + sonnerie) ÷ appels qui ont attendu dans la file";
    average_wait_time_caution = "Calculé sur les seuls appels pris, il baisse quand les clients les moins patients raccrochent. C’est alors la vitesse moyenne de réponse (ASA).";
    average_wait_time_example = "{0} appels pris ont attendu {1} en tout, {2} appels abandonnés {3} : {=} en moyenne ({=answered} pour les appels pris).";

    average_speed_of_answer_name = "Vitesse moyenne de réponse";
    average_speed_of_answer_short = "ASA";
    average_speed_of_answer_definition = "Attente et sonnerie moyennes des appels pris, temps passé dans le serveur vocal non compris. Les clients qui ont raccroché n’y sont pas : une bonne ASA peut aller avec beaucoup d’abandons.";
    average_speed_of_answer_default = "(attente + sonnerie) ÷ appels pris";
    average_speed_of_answer_ring = "sonnerie ÷ appels pris, sans la file d’attente";
    average_speed_of_answer_ivr_and_queue_and_ring = "(serveur vocal + attente + sonnerie) ÷ appels pris";
    average_speed_of_answer_caution = "Certains n’y comptent que la sonnerie, d’autres y ajoutent le serveur vocal : les mêmes appels donnent des chiffres très différents.";
    average_speed_of_answer_needs_calls = "sens, date et heure, issue, attente, sonnerie, serveur vocal (variante ivr+queue+ring)";
    average_speed_of_answer_example = "{0} appels pris après {1} d’attente et de sonnerie en tout : {=}. La sonnerie seule ({3} pour {2} appels) donne {=ring} ; avec le serveur vocal ({5} pour {4} appels), {=ivr+queue+ring}.";

    in_hours_calls_name = "Appels en heures ouvrées";
    in_hours_calls_short = "HO";
    in_hours_calls_definition = "Nombre d’appels entrants offerts pendant les heures d’ouverture, jours fériés retirés. C’est la charge à laquelle le centre doit répondre ; elle ne comprend pas les appels terminés dans le serveur vocal.";
    in_hours_calls_default = "appels offerts pendant les heures d’ouverture";
    in_hours_calls_caution = "Le chiffre dépend du fuseau horaire et des jours fériés déclarés : sans horaires, toutes les heures sont ouvertes.";
    in_hours_calls_example = "{0} appels demandent un agent entre 8 h et 20 h, {1} arrivent la nuit : {=} en heures ouvrées.";

    out_of_hours_calls_name = "Appels hors heures ouvrées";
    out_of_hours_calls_short = "HNO";
    out_of_hours_calls_definition = "Nombre d’appels entrants reçus hors des heures d’ouverture. Ils n’entrent ni dans le taux de décroché, ni dans le niveau de service, ni dans le taux d’abandon. Leur nombre dit si les horaires conviennent aux clients.";
    out_of_hours_calls_default = "appels entrants hors des heures d’ouverture";
    out_of_hours_calls_caution = "Dissuadés, messagerie, débordement, rappel : leur devenir se lit à part. Qui les compte comme abandonnés fait baisser son taux de décroché à tort.";
    out_of_hours_calls_example = "{0} appels arrivent après la fermeture, dont {1} sur messagerie : {=}.";

    self_service_rate_name = "Taux de transfert vers le selfcare";
    self_service_rate_definition = "Part des contacts redirigés vers un libre-service (serveur vocal, espace client, SMS) au lieu d’un agent. Elle ne dit pas si le client y a trouvé sa réponse : à lire avec les rappels.";
    self_service_rate_default = "redirigés ÷ (offerts + redirigés)";
    self_service_rate_count = "nombre de contacts redirigés";
    self_service_rate_caution = "Ce qu’on appelle « taux de digitalisation » est parfois un nombre, pas une part : les deux sont donnés.";
    self_service_rate_needs_calls = "sens, date et heure, issue (selfcare)";
    self_service_rate_example = "{1} appels sont orientés vers le selfcare, {0} vers un agent : {=}, soit {=count} appels.";

    first_contact_resolution_name = "Résolution au premier contact";
    first_contact_resolution_short = "FCR";
    first_contact_resolution_definition = "Part des dossiers clos en un seul contact, sans que le même client revienne pour le même motif dans les 7 jours (sauf réglage). Les dossiers ouverts dans les 7 derniers jours sont encore indécis : hors base, et comptés. Le dossier d’un client qui renonce à rappeler passe pour résolu.";
    first_contact_resolution_default = "dossiers clos en un contact, sans retour dans le délai ÷ dossiers";
    first_contact_resolution_flag = "appels marqués « résolu » ÷ appels pris";
    first_contact_resolution_flag_offered = "appels marqués « résolu » ÷ appels offerts";
    first_contact_resolution_calls_only = "comme par défaut, dossiers d’appels seulement";
    first_contact_resolution_no_escalation = "comme par défaut, sans escalade";
    first_contact_resolution_caution = "Le taux déclaré par l’agent (« résolu ») est souvent plus haut que celui que mesurent les rappels. Le taux de réitération en est le complément à 100 %.";
    first_contact_resolution_needs_tickets = "client, motif, création, résolution (s’il y a des tickets)";
    first_contact_resolution_needs_declared = "délai de retour `centre.fcr_days` (7 jours par défaut)";
    first_contact_resolution_example = "Sur {0} dossiers, {1} sont clos en un contact sans retour sous 7 jours : FCR de {=}.";

    contacts_per_case_name = "Contacts par dossier clos";
    contacts_per_case_definition = "Nombre moyen de contacts qu’il a fallu pour clore un dossier. Un dossier d’un seul contact compte 1. Les dossiers encore ouverts, souvent les plus longs, n’y sont pas.";
    contacts_per_case_default = "contacts ÷ dossiers clos";
    contacts_per_case_caution = "Sans numéro de dossier, les contacts d’un client pour un même motif forment un dossier : deux demandes distinctes peuvent y être confondues.";
    contacts_per_case_example = "{1} contacts pour clore {0} dossiers : {=} par dossier.";

    escalation_rate_name = "Taux d’escalade";
    escalation_rate_definition = "Part des demandes passées à un niveau supérieur (niveau 2, expert, responsable). Elle mesure l’autonomie du premier niveau autant que la difficulté des demandes.";
    escalation_rate_default = "demandes escaladées ÷ demandes";
    escalation_rate_caution = "Ce n’est pas le taux de transfert : un appel passé à un collègue du même niveau n’est pas une escalade.";
    escalation_rate_needs_calls = "sens, issue, escalade";
    escalation_rate_needs_tickets = "escalade (s’il y a des tickets)";
    escalation_rate_example = "Sur {0} demandes, {1} passent au niveau 2 : {=}.";

    transfer_rate_name = "Taux de transfert";
    transfer_rate_definition = "Part des appels pris qu’un agent a passés à quelqu’un d’autre. Beaucoup de transferts signalent souvent un mauvais aiguillage par le serveur vocal plutôt qu’un défaut des agents.";
    transfer_rate_default = "appels transférés ÷ appels pris";
    transfer_rate_caution = "Ni le taux d’escalade (vers un niveau supérieur), ni le transfert vers le selfcare, ni le débordement, qui a lieu avant le décroché.";
    transfer_rate_needs_calls = "sens, issue, transféré";
    transfer_rate_example = "Sur {0} appels pris, {1} sont transférés : {=}.";

    call_conversion_rate_name = "Taux de conversion des appels";
    call_conversion_rate_definition = "Part des appels entrants traités qui se terminent par une vente. Elle ne dit rien du montant, ni des ventes conclues plus tard grâce à l’appel.";
    call_conversion_rate_default = "ventes ÷ appels traités";
    call_conversion_rate_caution = "À ne pas confondre avec la transformation (ventes ÷ appels émis) ni avec la conversion des leads. Un appel d’assistance n’a rien à vendre : comparer à motif égal.";
    call_conversion_rate_example = "Sur {0} appels traités, {1} ventes : {=}.";

    converted_calls_name = "Appels convertis";
    converted_calls_definition = "Nombre d’appels entrants traités qui se terminent par une vente. Un appel compte une fois, quel que soit le nombre d’articles vendus.";
    converted_calls_default = "appels traités avec une vente";
    converted_calls_caution = "Un nombre suit d’abord le volume d’appels : le taux de conversion dit si l’on vend mieux.";
    converted_calls_example = "{0} appels traités, dont {1} avec une vente : {=}.";

    cost_per_interaction_name = "Coût par interaction";
    cost_per_interaction_definition = "Coût total déclaré divisé par le nombre d’interactions, tous canaux ensemble : appels offerts et tickets créés. Il mêle des contacts de deux minutes et d’une heure.";
    cost_per_interaction_default = "coût ÷ (appels offerts + tickets créés)";
    cost_per_interaction_handled = "coût ÷ (appels pris + tickets résolus)";
    cost_per_interaction_outbound = "coût ÷ (appels offerts + tickets créés + appels émis)";
    cost_per_interaction_caution = "Un centre qui laisse sonner paraît moins cher si l’on divise par les appels offerts : lire aussi la variante handled.";
    cost_per_interaction_needs_tickets = "création, résolution (s’il y a des tickets)";
    cost_per_interaction_example = "{0} pour {1} appels offerts et {2} tickets créés : {=}. Pour {3} appels pris et {4} tickets résolus : {=handled}.";

    cost_per_call_name = "Coût par appel";
    cost_per_call_definition = "Coût des appels divisé par le nombre d’appels offerts. Où le coût des appels n’est pas distingué, tout le coût leur est compté : s’il y a d’autres canaux, prendre le coût par interaction.";
    cost_per_call_default = "coût des appels ÷ appels offerts";
    cost_per_call_handled = "coût des appels ÷ appels pris";
    cost_per_call_caution = "On trouve la division écrite à l’envers (appels ÷ coût) : c’est une erreur, pas une variante.";
    cost_per_call_example = "{0} pour {1} appels offerts : {=}. Pour {2} appels pris : {=handled}.";

    cost_per_request_type_name = "Coût par type de demande";
    cost_per_request_type_definition = "Ce que coûte en temps d’agent une demande de ce motif : sa durée moyenne de traitement, au coût horaire chargé, augmentée du temps où l’agent attend un appel ou fait autre chose. Les motifs longs et nombreux sont les premiers candidats au selfcare.";
    cost_per_request_type_default = "DMT ÷ 3 600 × coût horaire chargé ÷ (occupation × utilisation)";
    cost_per_request_type_wage = "DMT ÷ 3 600 × salaire horaire";
    cost_per_request_type_caution = "La formule courante (durée × salaire horaire) oublie les charges et le temps payé sans appel : elle sous-estime le coût.";
    cost_per_request_type_needs_calls = "motif, issue, conversation, mise en garde, post-appel";
    cost_per_request_type_needs_declared = "coût horaire chargé `costs.hourly_rate`, salaire horaire `costs.hourly_wage` (variante wage)";
    cost_per_request_type_example = "Un motif à {0} de DMT, à {1} de l’heure charges comprises, avec {2} d’occupation et {3} d’utilisation : {=} par demande ({=wage} à ne compter que les {4} de salaire horaire).";

    active_listening_rate_name = "Taux d’écoute active";
    active_listening_rate_definition = "Part des interactions évaluées où l’agent a écouté activement : reformulé, questionné, laissé parler. Elle porte sur l’échantillon écouté, d’où son intervalle, et dépend de la grille et de l’évaluateur.";
    active_listening_rate_default = "avec écoute active ÷ évaluées";
    active_listening_rate_all = "avec écoute active ÷ appels pris";
    active_listening_rate_detected = "transcriptions où la grille voit une écoute active ÷ transcriptions où l’agent est reconnu";
    active_listening_rate_caution = "Rapporté à tous les appels, le taux mesure surtout combien on en écoute. Une évaluation humaine et une détection dans les transcriptions ne se mélangent pas.";
    active_listening_rate_needs_evaluations = "appel, évaluateur, écoute active";
    active_listening_rate_example = "Sur {0} appels pris, {1} sont écoutés et {2} montrent une écoute active : {=} (et non {=all}).";

    keyword_rate_name = "Récurrence d’un mot-clé";
    keyword_rate_definition = "Part des messages ou des transcriptions qui contiennent le mot-clé ou le thème. Un message qui le répète dix fois compte une fois. Le mot ne dit pas le sentiment : « résiliation » peut être demandée ou écartée.";
    keyword_rate_default = "messages avec le mot-clé ou le thème ÷ messages";
    keyword_rate_transcripts = "transcriptions avec le mot-clé ou le thème ÷ transcriptions";
    keyword_rate_caution = "Une transcription automatique perd des mots : le taux se compare d’une période à l’autre, pas d’un outil à l’autre.";
    keyword_rate_needs_tickets = "message";
    keyword_rate_needs_declared = "mots-clés ou thèmes `keywords`";
    keyword_rate_example = "Sur {0} messages, {1} parlent de « facture » : {=}.";

    lead_conversion_rate_name = "Taux de conversion des leads";
    lead_conversion_rate_definition = "Part des leads contactés qui se sont convertis dans le délai qui suit le contact. Les leads trop récents pour que le délai soit passé sont indécis : hors base, et comptés.";
    lead_conversion_rate_default = "convertis dans le délai ÷ leads contactés";
    lead_conversion_rate_all = "convertis ÷ tous les leads";
    lead_conversion_rate_caution = "Rapporté à tous les leads, le taux baisse quand une campagne vient de commencer, sans que rien n’ait changé.";
    lead_conversion_rate_needs_lead_table = "création, contact, conversion";
    lead_conversion_rate_needs_declared = "délai de conversion `centre.lead_days` (30 jours par défaut)";
    lead_conversion_rate_example = "Sur {0} leads, {1} sont contactés depuis assez longtemps et {2} d’entre eux convertis à temps : {=}. Les {3} conversions sur tous les leads donneraient {=all}.";

    connect_rate_name = "Taux de décroché sortant";
    connect_rate_definition = "Part des appels émis auxquels une personne a répondu. Les répondeurs n’y sont pas. Le taux dépend surtout de l’heure, du jour et du numéro affiché, et peu des agents.";
    connect_rate_default = "répondus par une personne ÷ émis";
    connect_rate_machines = "répondus par une personne ou un répondeur ÷ émis";
    connect_rate_caution = "En entrant, « taux de décroché » est la part des appels offerts pris par un agent : c’est le sens de l’appel qui décide. Compter les répondeurs gonfle le taux.";
    connect_rate_example = "Sur {0} appels émis, {1} clients répondent et {2} répondeurs : {=} ({=machines} si l’on compte les répondeurs).";

    answering_machine_rate_name = "Taux de répondeurs";
    answering_machine_rate_definition = "Part des appels émis qui tombent sur un répondeur. Elle se partage en deux : les répondeurs que l’automate a écartés, qui ne coûtent rien à l’agent, et ceux qui lui sont parvenus.";
    answering_machine_rate_default = "répondeurs ÷ émis";
    answering_machine_rate_filtered = "répondeurs écartés par l’automate ÷ émis";
    answering_machine_rate_reached_agent = "répondeurs parvenus à un agent ÷ émis";
    answering_machine_rate_caution = "Un taux élevé passe tantôt pour bon (l’automate détecte), tantôt pour mauvais (on ne joint personne) : le partage tranche.";
    answering_machine_rate_needs_calls = "sens, issue (répondeur, répondeur filtré)";
    answering_machine_rate_example = "Sur {0} appels émis, {1} répondeurs dont {2} écartés : {=}, soit {=filtered} écartés et {=reached-agent} parvenus à un agent.";

    call_rejection_rate_name = "Taux de rejet d’appel";
    call_rejection_rate_definition = "Part des appels émis que le client a refusés. Un taux qui monte sur un numéro affiché signale souvent que ce numéro est marqué comme indésirable.";
    call_rejection_rate_default = "refusés ÷ émis";
    call_rejection_rate_not_reached = "(sans réponse + refusés) ÷ émis";
    call_rejection_rate_caution = "Certains y mettent tous les appels sans réponse ou occupés : la variante not-reached les compte.";
    call_rejection_rate_needs_calls = "sens, issue (refusé, sans réponse, occupé)";
    call_rejection_rate_example = "Sur {0} appels émis, {1} sont refusés et {2} restent sans réponse : {=} ({=not-reached} avec les sans-réponse).";

    outbound_conversion_rate_name = "Taux de transformation";
    outbound_conversion_rate_definition = "Part des appels émis qui se terminent par une vente. Elle mêle deux choses : joindre le client, et le convaincre ; la variante reached ne garde que la seconde.";
    outbound_conversion_rate_default = "ventes ÷ émis";
    outbound_conversion_rate_reached = "ventes ÷ clients joints";
    outbound_conversion_rate_caution = "Un même client appelé cinq fois compte cinq fois au dénominateur : le taux par appel n’est pas le taux par fiche.";
    outbound_conversion_rate_example = "{0} appels émis, {1} clients joints, {2} ventes : {=} ({=reached} des clients joints).";

    predictive_connect_delay_name = "Délai de mise en relation";
    predictive_connect_delay_short = "MEA";
    predictive_connect_delay_definition = "Temps moyen entre le décroché du client et la prise de l’appel par un agent, en appel prédictif : les secondes de blanc qui font raccrocher. Les clients partis avant sont à part : ce sont les appels muets.";
    predictive_connect_delay_default = "du décroché du client à la prise par l’agent, en moyenne";
    predictive_connect_delay_caution = "En entrant, MEA désigne souvent la mise en garde (attente en cours de conversation), et DMA la durée moyenne d’attente : rien à voir. Sans les appels muets, la moyenne paraît meilleure qu’elle n’est.";
    predictive_connect_delay_needs_calls = "sens, décroché du client, prise par l’agent, issue";
    predictive_connect_delay_example = "{0} clients décrochent et attendent {1} en tout : {=} chacun en moyenne.";

    time_between_records_name = "Attente entre deux fiches";
    time_between_records_definition = "Temps moyen entre la clôture d’une fiche et l’affichage de la suivante, pour un même agent et une même journée. Il mesure le débit de l’automate, pas la vitesse de l’agent.";
    time_between_records_default = "de la fiche close à la fiche suivante, en moyenne";
    time_between_records_caution = "Une pause entre deux fiches y entre : croiser avec les états des agents avant de régler l’automate.";
    time_between_records_needs_calls = "agent, ouverture de la fiche, clôture de la fiche";
    time_between_records_example = "{0} passages à la fiche suivante, {1} en tout : {=}.";

    occupancy_name = "Taux d’occupation";
    occupancy_definition = "Part du temps de traitement dans le temps où l’agent traite ou attend un appel, pauses exclues. Trop bas, on paie de l’attente ; trop haut, les agents s’épuisent et les files s’allongent (l’usage fixe la limite entre 85 et 90 %).";
    occupancy_default = "traitement ÷ (traitement + disponible)";
    occupancy_with_pause = "traitement ÷ (traitement + pause + disponible)";
    occupancy_caution = "Certains comptent les pauses au dénominateur, d’autres l’attente en ligne au numérateur. Le taux dépend de la taille de l’équipe : une grande équipe peut être plus occupée à service égal.";
    occupancy_needs_declared = "sans table d’états `activity.logged_s`, `activity.pause_s`";
    occupancy_example = "{0} de traitement, {1} de disponibilité, {2} de pause : {=} ({=with-pause} si l’on compte la pause).";

    utilisation_name = "Taux d’utilisation";
    utilisation_definition = "Part du temps payé où l’agent traite des demandes ou est prêt à le faire. Le reste est pauses, formations, réunions : du temps utile aussi, qu’il faut prévoir au planning.";
    utilisation_default = "(traitement + disponible) ÷ temps payé";
    utilisation_handling_over_paid = "traitement ÷ temps payé";
    utilisation_caution = "Rapporter les seules heures en ligne au temps payé donne un autre taux, plus bas, sous le même nom. Ce n’est pas non plus le taux d’occupation.";
    utilisation_needs_declared = "sans table d’états `activity.logged_s`, `activity.pause_s`, `activity.paid_s`";
    utilisation_example = "Une journée payée {0}, dont {1} de traitement et {2} de disponibilité : {=} ({=handling/paid} pour le seul traitement).";

    break_time_name = "Temps de pause";
    break_time_definition = "Temps de pause moyen par agent et par jour de présence. Il ne dit pas si les pauses tombent au bon moment : dix minutes à l’heure de pointe pèsent plus que vingt à midi.";
    break_time_default = "pause ÷ (agents × jours de présence)";
    break_time_pause_and_idle = "(pause + disponible) ÷ (agents × jours de présence)";
    break_time_caution = "Certains appellent pause tout le temps hors fiche : l’attente d’un appel y entre alors, qui n’est pas le fait de l’agent.";
    break_time_example = "{0} journées d’agent, {1} de pause en tout : {=} par jour ({=pause+idle} avec les {2} de disponibilité).";

    agent_days_name = "Jours agents travaillés";
    agent_days_definition = "Nombre de couples (agent, jour) où l’agent a travaillé, par mois. Une heure de présence compte pour un jour : ce n’est ni un effectif, ni un équivalent temps plein.";
    agent_days_default = "couples distincts (agent, jour) avec du travail";
    agent_days_caution = "Les temps partiels comptent autant que les temps pleins : pour la capacité, prendre les heures planifiées.";
    agent_days_example = "Neuf agents présents vingt jours chacun : {0} couples distincts, soit {=}.";

    absence_rate_name = "Taux d’absentéisme";
    absence_rate_definition = "Part des heures planifiées perdues par une absence non planifiée : maladie, accident, retard. Les congés et les formations n’y sont pas. Les motifs ne sont jamais montrés : seulement « planifiée » ou « non planifiée ».";
    absence_rate_default = "heures d’absence non planifiée ÷ heures planifiées";
    absence_rate_all = "heures d’absence, prévue ou non ÷ heures planifiées";
    absence_rate_caution = "Avec les congés, le taux monte chaque été : dire lequel on publie.";
    absence_rate_needs_roster = "agent, date, heures planifiées, heures d’absence, motif";
    absence_rate_example = "Planifié : {0}. Absence non planifiée : {1} ; planifiée : {2}. Taux de {=} ({=all} tout compris).";

    retention_rate_name = "Taux de rétention";
    retention_rate_definition = "Part des clients du début de la période qui le sont encore à la fin ; les nouveaux n’y comptent pas. Le taux dépend de la durée de la période : un mois et un an ne se comparent pas.";
    retention_rate_default = "(clients à la fin − nouveaux) ÷ clients au début";
    retention_rate_caution = "À partir de totaux, un client venu puis reparti dans la période fausse le calcul ; avec les identifiants, on suit la même cohorte.";
    retention_rate_example = "{0} clients au début, {1} à la fin dont {2} nouveaux : {=}.";

    churn_rate_name = "Taux d’attrition";
    churn_rate_definition = "Part des clients du début de la période qui sont partis avant la fin. Elle ne dit pas pourquoi, ni s’ils l’ont choisi : un impayé résilié compte comme un départ.";
    churn_rate_default = "clients du début partis ÷ clients au début";
    churn_rate_caution = "Attrition et rétention ne font 100 % que sur une même cohorte. L’attrition des agents (départs de salariés) est un autre indicateur.";
    churn_rate_example = "Sur {0} clients au début, {1} sont partis : {=}.";

    first_response_time_name = "Délai de première réponse";
    first_response_time_short = "DPR";
    first_response_time_definition = "Temps moyen entre la création d’un ticket et la première réponse. La médiane se lit à côté, car quelques tickets oubliés tirent la moyenne. Un accusé de réception automatique n’est pas une réponse.";
    first_response_time_default = "première réponse − création, en moyenne";
    first_response_time_median = "première réponse − création, médiane";
    first_response_time_business_hours = "le même en heures d’ouverture, en moyenne";
    first_response_time_business_hours_median = "le même en heures d’ouverture, médiane";
    first_response_time_caution = "Compté en heures calendaires, un ticket du vendredi soir attend tout le week-end ; en heures d’ouverture, non. Les deux ne se comparent pas.";
    first_response_time_needs_tickets = "création, première réponse";
    first_response_time_needs_declared = "horaires d’ouverture `[calendar]` (variante business-hours)";
    first_response_time_example = "{3} tickets ont une réponse après {0}, {1} et {2} : {=} en moyenne, {=median} en médiane.";

    resolution_time_name = "Délai moyen de résolution";
    resolution_time_short = "ART";
    resolution_time_definition = "Temps moyen entre la création d’un ticket et sa dernière résolution, sur les tickets résolus. Les tickets encore ouverts n’y sont pas : la médiane de Kaplan-Meier, qui en tient compte, se lit à côté.";
    resolution_time_default = "dernière résolution − création, moyenne des tickets résolus";
    resolution_time_median = "médiane de Kaplan-Meier, tickets ouverts censurés";
    resolution_time_first = "première résolution − création, moyenne des tickets résolus";
    resolution_time_caution = "C’est le délai que vit le client, pas la DMT, qui est le temps de travail de l’agent. Clore vite puis rouvrir n’améliore que la variante first.";
    resolution_time_needs_tickets = "création, dernière résolution, première résolution ou réouverture";
    resolution_time_example = "{3} tickets sont résolus après {0}, {1} et {2} : {=} en moyenne, {=median} en médiane. Les {5} premières résolutions, {4} en tout, donnent {=first}.";

    volume_name = "Volume de tickets";
    volume_definition = "Nombre de tickets créés dans la période, tous canaux écrits ensemble ; les tickets résolus se lisent à côté. Quand on en crée plus qu’on n’en résout, l’encours monte.";
    volume_default = "tickets créés";
    volume_handled = "tickets résolus";
    volume_caution = "Créés ou traités : « volume » dit l’un ou l’autre selon les équipes. Un ticket rouvert n’est pas un nouveau ticket.";
    volume_needs_tickets = "création, résolution";
    volume_example = "{0} tickets créés et {1} résolus dans le mois : volume de {=}, {=handled} traités.";

    backlog_name = "Encours";
    backlog_definition = "Nombre de demandes (tickets, e-mails, appels en attente) encore ouvertes à la fin de la période, par canal. C’est un stock à un instant : il ne s’additionne pas d’un mois à l’autre. Il ne dit pas l’âge des demandes.";
    backlog_default = "demandes ouvertes à la fin de la période";
    backlog_caution = "Une moyenne de l’encours sur le mois est un autre chiffre. Un ticket rouvert y reste jusqu’à sa dernière résolution.";
    backlog_needs_tickets = "canal, création, résolution";
    backlog_example = "{0} demandes ouvertes au début, {1} créées, {2} résolues : encours de {=}.";

    contested_mea = "En appel sortant prédictif, la MEA est le délai entre le décroché du client et l’agent. En entrant, le même sigle désigne la mise en garde : elle n’est pas un indicateur à part, elle entre dans la DMC (et la DMT) ; la mise en garde moyenne est la DMC moins sa variante talk.";
    contested_hold = "La mise en garde n’est pas un indicateur à part : elle entre dans la DMC et dans la DMT. La mise en garde moyenne est la DMC moins sa variante talk.";
    contested_dma = "En appel sortant prédictif, la DMA est le délai de mise en relation ; en entrant, c’est la durée moyenne d’attente.";
    contested_answer_rate = "C’est le sens de l’appel qui décide : en entrant, la part des appels offerts qu’un agent a pris ; en sortant, la part des appels émis auxquels une personne a répondu.";
    contested_conversion_rate = "Trois taux portent ce nom : ventes sur appels entrants traités, ventes sur appels émis (taux de transformation), leads convertis sur leads contactés.";
    contested_response_rate = "Pour une enquête, c’est la part des invitations qui ont reçu une réponse ; au téléphone, on l’emploie parfois pour le taux de décroché.";
    contested_cpa = "Au marketing, CPA est le coût par acquisition, qui n’est pas au catalogue ; ici, c’est le coût par appel.";
    contested_sla = "Le SLA est l’engagement (80 % en 20 s, par exemple) ; ce qui se mesure est le niveau de service.";
    contested_repeat_contact_rate = "Le taux de réitération est le complément à 100 % de la résolution au premier contact.";
    contested_attrition = "L’attrition est ici celle des clients ; celle des agents (départs de salariés) n’est pas au catalogue.";
    contested_overflow_rate = "Le débordement (reroutage d’un appel en file vers un autre centre) n’est pas un indicateur à part : ces appels sont parmi les appels offerts du taux de décroché, ni pris ni abandonnés. Une fois l’appel pris, c’est un transfert.";
    contested_silent_calls = "Les appels muets (client parti avant qu’un agent ne prenne l’appel) ne sont pas un indicateur à part : ils sont comptés à côté du délai de mise en relation, et hors de sa moyenne.";
}
