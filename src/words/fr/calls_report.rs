//! French words of calls report.

texts! {
    listening_evaluated = "Écoute évaluée";
    script_followed = "Script respecté";
    share_of_talk = "Part de parole";
    interruptions_per_call = "Interruptions par appel";
    first_answer = "Première réponse";
    words_per_minute = "Mots par minute";
    agents_by_number = "Les agents, par numéro";
    agents = "Les agents";
    in_brackets_interval_intervals_that_largely = "Entre crochets : intervalle. Des intervalles qui se recouvrent largement ne départagent pas deux agents ; part de parole, première réponse et débit sont des médianes.";

    speakers_no_call_has_a_speaker_called(name) = "--speakers : aucun appel n’a de locuteur nommé {name}.";
    one_file_could_not_be_read(message) = "1 fichier illisible : {message}";
    files_could_not_be_read(n, message) = "{n} fichiers illisibles : {message}";
    calls_whose_agent_is_not_recognised_neither(n) = "Appels dont l’agent n’est pas reconnu : {n}. Ni écoute, ni script, ni rôle n’y sont mesurés. Indiquez-le avec --speakers NOM=agent ; un SRT sans locuteurs demande un fichier RTTM de même nom.";
    no_human_evaluation_active_listening_is = "Aucune évaluation humaine : l’écoute active est détectée par la grille, rien ne dit ce qu’en penserait un évaluateur. Tirez des appels au sort (barometre transcripts draw), faites-les évaluer, puis donnez --evaluations et --plan.";
    the_plan_leaves_out_calls_drawn_before(out_of, of) = "Appels déjà tirés, que le plan laisse de côté : {out_of}. Les taux évalués ne valent que pour les {of} autres.";
    the_plan_is_about_calls_are_read_evaluated(of, n) = "Appels sur lesquels porte le plan : {of} ; appels lus : {n}. Les taux évalués valent pour ceux du plan.";
    call_transcripts = "Transcriptions d’appels";

    all_calls = "Tous les appels";
    under_the_listening_detected_points_earned_of = "Sous l’écoute détectée, les points gagnés sur les points possibles. Sous l’agent, la probabilité que sa voix soit la sienne, quand elle est reconnue d’après ce qui est dit.";
    yes = "oui";
    no = "non";
    not_recognised = "non reconnu";

    two_rates_of_active_listening_never_mixed_the = "Deux taux d’écoute active, jamais mêlés : le premier est celui des évaluateurs, sur les appels tirés au sort ; le second est détecté par la grille dans tous les appels. Le premier sert de référence, dans la limite de l’accord entre évaluateurs (voir « Évaluations »).";
    the_rate_of_active_listening_is_detected_by = "Le taux d’écoute active est détecté par la grille, règle par règle. Aucune évaluation humaine ne dit ici ce qu’il vaut : faites évaluer des appels tirés au sort (« barometre transcripts draw », puis --evaluations et --plan) avant de vous en servir pour juger quelqu’un.";
    interval(level, ends) = "Intervalle à {level} : {ends}";
    calls_evaluated_of_drawn_at_random(n, drawn) = "Appels évalués : {n} sur {drawn} tirés au sort";
    calls_evaluated_without_a_plan_of_their_draw(n) = "Appels évalués : {n}, sans plan de tirage";
    active_listening_evaluated = "Écoute active, évaluée";
    share_of_calls_in_which_an_evaluator_hears = "Part des appels où un évaluateur entend une écoute active";
    calls_whose_agent_was_identified(with) = "{with} appels où l’agent est reconnu";
    agreement_with_evaluators(kappa) = "Accord avec les évaluateurs : κ\u{a0}=\u{a0}{kappa}";
    active_listening_detected = "Écoute active, détectée";
    share_of_calls_that_earn_of_the_points(threshold) = "Part des appels qui obtiennent au moins {threshold} des points de la grille, sans propos éliminatoire";
    share_of_the_steps_of_the_script_that = "Part des étapes du script respectées";
    median_duration(d) = "Durée médiane : {d}";
    agents_share_of_the_talk = "Part de parole de l’agent";
    median_of_with_times_agents_talk_agent(n) = "Médiane de {n} horodatés : parole de l’agent ÷ (agent + client)";
    time_to_first_answer = "Délai de première réponse";
    median_from_the_end_of_the_customers_first = "Médiane\u{a0}: de la fin de la première demande du client à la réponse de l’agent";

    coaching_sheet(agent) = "Fiche de coaching – {agent}";
    period = "Période";
    to(from, to) = "du {from} au {to}";
    grid = "Grille";
    detection_by_rules(grid) = "{grid}, détection par règles";
    rarely_heard = "Rarement entendu";
    calls_in_which_the_item_is_heard_of(calls) = "Appels où l’item est entendu, sur {calls}";
    how_colleagues_say_it = "Comment des collègues le disent";
    steps_of_the_script_that_are_followed = "Étapes du script respectées";

    evaluator = "Évaluateur";

    evaluated_outside_the_plan_hence_in_no_rate(outside) = " Évalués hors du plan, donc exclus de tous les taux : {outside}.";
    calls_drawn_at_random_of_at_most_per(drawn, eligible, each, seed, n, left) = "{drawn} appels tirés au sort parmi {eligible}, {each} au plus par agent et période (graine {seed}) ; {n} évalués. Chaque appel évalué représente tous ceux de son agent sur la période ; les intervalles sont ceux d’un sondage stratifié en population finie.{left}";
    calls_evaluated_without_a_plan_of_their_draw_in_evaluation_tables(n) = "Appels évalués : {n}, sans plan de tirage : les intervalles ne valent que s’ils ont été tirés au sort.";
    active_listening = "Écoute active";
    score_on_the_grid_of_100 = "Note de la grille (sur 100)";
    human_evaluation_share_of_calls_interval(level) = "Évaluation humaine : part des appels, intervalle à {level}";
    agreement_between_evaluators_calls_judged_by(calls) = "Accord entre évaluateurs – appels écoutés par deux personnes au moins : {calls}";
    cohens_agreement_beyond_chance_1_where_it_is = "κ de Cohen : accord au-delà du hasard, 1 s’il est parfait ; sous 0,6, mieux vaut calibrer la grille avant de comparer des agents.";
    leniency_an_evaluators_score_minus_that_of = "Écarts de notation : note d’un évaluateur moins celle des autres, sur les mêmes appels (positif : plus indulgent)";
    what_the_detection_is_worth_evaluators_taken = "Ce que vaut la détection, les évaluateurs servant de référence";
    precision_share_of_what_the_grid_finds_that = "Précision : parmi ce que la grille trouve, part que les évaluateurs confirment. Rappel : parmi ce qu’ils entendent, part que la grille trouve.";
    trend_by_item_evaluated_calls_unweighted = "Évolution par item, appels évalués, sans pondération : ces parts ne se comparent pas aux taux ci-dessus (test de Cochran-Armitage)";

    calls = "Appels";
    agents_counted_facts = ("agent", "agents");
    shown_under_pseudonyms = ", sous pseudonyme";
    named_on_request = ", nommés à la demande";
    agents_in_facts = "Agents";
    agent_recognised = "Agent reconnu";
    calls_of(known, n) = "{known} appels sur {n}";
    timestamped_calls = "Appels horodatés";
    built_in = "fournie par barometre";
    calls_evaluated = "Appels évalués";
    personal_data = "Données personnelles";
    masked_in_all_that_is_quoted = "masquées dans tout ce qui est cité";

    share_of_calls_in_which_the_grid_detects = "Part des appels où la grille détecte une écoute active";
    detection_by_rules_no_human_evaluation = "Détection par règles, et non évaluation humaine.";
    active_listening_detected_by_agent = "Écoute active détectée, par agent";
    whole_centre = "ensemble du centre";

    evaluators_hear_active_listening_in_of_the(rate, ends, n) = "Les évaluateurs entendent une écoute active dans {rate} des appels{ends} (appels tirés au sort et évalués : {n}).";
    evaluators_hear_active_listening_in_of_the_in_findings(rate, ends, n) = "Les évaluateurs entendent une écoute active dans {rate} des appels{ends} (appels évalués, sans plan de tirage : {n}).";
    the_grid_detects_active_listening_in_of_the(rate, ends, of) = "La grille détecte une écoute active dans {rate} des appels{ends}, soit {of}.";
    on_the_calls_that_both_judged_the_grid(same, n, kappa) = "Sur les appels que les deux ont jugés, la grille et les évaluateurs s’accordent {same} fois sur {n} (κ\u{a0}=\u{a0}{kappa}).";
    each = " chacun";
    least_often_heard_in_of_the_calls(list, rate, each, of) = "Ce qui s’entend le moins : {list}, dans {rate} des appels{each} ({of}).";
    clearly_over_the_whole(agents) = "nettement au-dessus de l’ensemble : {agents}";
    clearly_under_it(agents) = "nettement au-dessous : {agents}";
    listening_detected_by_agent(list) = "Écoute détectée, par agent – {list}.";
    customers_give_on_average_where_the_grid(with, n, without, m, p) = "Les clients donnent {with} en moyenne quand la grille détecte une écoute active ({n} appels), {without} sinon ({m} ; {p}) : les deux vont ensemble, ce qui ne dit pas lequel entraîne l’autre.";
    to_avoid_yet_heard_in_of_the_calls(label, rate, of) = "À éviter et pourtant entendu : {label}, dans {rate} des appels ({of}).";
    script_step_least_followed_in_of_the_calls(label, rate, of) = "Étape du script la moins respectée : {label}, dans {rate} des appels ({of}).";
    more_words_and_themes_rise(n) = " ; autres mots et thèmes qui montent : {n}";
    rises_of_the_calls_before_at_the_end(term, before, last, of, q, more) = "{term} monte : {before} des appels d’abord, {last} en fin de période ({of} ; {q}){more}.";
    when_the_customer_says_the_agent_answers(client, agent, lift, low, calls) = "Quand le client dit {client}, l’agent répond {agent} {lift} fois plus souvent qu’après un tour quelconque du client (borne basse : {low} ; {calls}).";
    in_calls_with_a_low_score_the_customer(list) = "Dans les appels mal notés, le client dit davantage {list}.";
    the_customer_speaks_of_the_agent_of(client, agent) = "Mots que le client dit plus que l’agent : {client}. Mots que l’agent dit plus que le client : {agent}.";
    to_be_listened_to_first(list) = "À écouter d’abord : {list}.";

    items_detected_calls_in_which_the_item_is = "Items détectés : appels où l’item est entendu au moins une fois, parmi ceux où il peut l’être";
    the_grid_is_cautious_it_misses_some_marks = "La grille est prudente : elle laisse passer des marques et en relève parfois à tort. Ce qu’elle vaut se mesure dans « Évaluations ».";
    the_grid_is_cautious_it_misses_some_marks_in_heard = "La grille est prudente : elle laisse passer des marques et en relève parfois à tort.";
    examples_of_each_item = "Exemples de chaque item";
    steps_of_the_script_calls_that_comply = "Étapes du script : appels conformes";
    to_be_said = "à dire";
    not_to_be_said = "à ne pas dire";
    good_to_hear = "à entendre";
    to_avoid = "à éviter";

    score(score) = "note {score}";
    more_calls_to_listen_to = ("autre appel à écouter", "autres appels à écouter");

    at_detected_rates_wilsons_interval_over_calls(level) = "À {level}. Taux détectés : intervalle de Wilson sur les appels. Taux évalués : sondage stratifié par agent et période, population finie.";
    at_wilsons_interval_over_calls_taken_for_a(level) = "À {level} : intervalle de Wilson sur les appels, traités comme un échantillon de l’activité.";
    passed_over(file, message) = "{file} : laissé de côté ({message})";
    files_not_read_remarks = "Fichiers non lus, remarques";

    what_rises_calls_with_a_date_words_and(calls, tested) = "Ce qui monte – appels datés : {calls} ; mots et thèmes testés : {tested}";
    quasi_poisson_model_of_the_number_of_calls = "Modèle quasi-Poisson du nombre d’appels, rapporté aux appels de la période ; q est corrigé du nombre de mots et de thèmes testés. Ce modèle voit ce qui monte durablement, non un pic.";
    share_of_calls_in_which_the_customer_speaks = "Part des appels où le client en parle";
    the_figure_is_that_of_the_whole_period = "Le chiffre est celui de toute la période. Mots et thèmes dont la part monte (q sous 0,05).";
    what_rises_in_the_calls = "Ce qui monte dans les appels";

    calls_read = ("appel lu", "appels lus");
    read(n, calls, formats) = "{n} {calls} : {formats}";
    table_of_the_calls(file) = "table des appels : {file}";
    more_remarks_about_the_table_of_the_calls(more) = "… autres remarques sur la table des appels : {more}";
    passed_over_in_told(reason, some, more) = "laissé de côté ({reason}) : {some}{more}";
    by_speakers_or_the_table(n) = "{n} avec --speakers ou la table";
    by_the_speakers_name(n) = "{n} par le nom du locuteur";
    by_what_is_said_confidence_at_least(n, least) = "{n} d’après ce qui est dit (confiance : {least} au moins)";
    without_a_known_agent_say_it_speakers_name(n) = "{n} sans agent reconnu (à indiquer avec --speakers NOM=agent)";
    agent_recognised_in_told(parts) = "identification de l’agent : {parts}";

    of_word(with, n) = "{with} sur {n}";
    calls_counted_view = ("appel", "appels");
    base_under_calls_read_with_care(least) = "† base de moins de {least} appels : à lire avec prudence";
    word = "mot";
    phrase = "expression";
    denied_word = "mot nié";
    theme = "thème";
    turn(turn) = "tour {turn}";

    recurring_words_share_of_calls_in_which_the(who, base) = "Mots récurrents {who} – part des appels où le mot est dit, base de {base}";
    themes_share_of_calls_base_of(who, base) = "Thèmes {who} – part des appels, base de {base}";
    of_the_customer = "du client";
    of_the_agent = "de l’agent";
    of_other_voices = "des autres voix";
    of_the_call = "de l’appel";
    no_word_surely_sets_one_side_apart_from = "Aucun mot ne distingue nettement un côté de l’autre (q sous 0,05) : il faut plus d’appels.";
    share_of_calls_bases_of_and(what, n, m) = "{what} – part des appels, bases de {n} et {m}";
    what_the_customer_says_more_than_the_agent = "Ce que le client dit plus que l’agent";
    what_the_agent_says_more_than_the_customer = "Ce que l’agent dit plus que le client";
    the_customer = "le client";
    the_agent = "l’agent";
    when_the_score_is_low = "quand la note est basse";
    when_the_score_is_high = "quand la note est haute";
    when_the_matter_is_not_settled = "quand la demande n’est pas résolue";
    when_the_matter_is_settled = "quand la demande est résolue";
    in_short_calls = "dans les appels courts";
    in_long_calls = "dans les appels longs";
    what_says_more(who, when) = "Ce que {who} dit davantage {when}";
    high_score = "note haute";
    unresolved = "non résolu";
    resolved = "résolu";
    short_call = "appel court";
    what_the_agent_answers_to_what_the_customer(exchanges, calls) = "Ce que l’agent répond à ce que dit le client – {exchanges} échanges dans {calls}";
    lift_how_many_times_more_often_the_agent(echoes) = "Lift : combien de fois plus souvent l’agent le dit juste après ce mot qu’après un tour quelconque du client. Les paires sont classées par la borne basse de l’intervalle à 95 % (unilatéral), les appels étant l’unité ; une paire reste toujours à l’intérieur d’un appel. Échos du même mot laissés de côté : {echoes}.";
    words_said_together_at_most_ten_content_words(calls) = "Mots dits ensemble, à dix mots pleins d’écart au plus – {calls}";

    agent = "Agent";
    listening_detected = "Écoute détectée";

    call = "Appel";
    date = "Date";
    customer_score = "Note client";
    duration = "Durée";
    agents_talk = "Parole de l’agent";
    interruptions = "Interruptions";

    steps_all_calls(kept) = "{kept} étapes, tous appels confondus";
    least_followed(label, rate) = "La moins respectée : {label}, {rate}";
    calls_in_which_the_customer_is_interrupted_of(cut_in, all, cut) = "Appels où le client est interrompu : {cut_in} sur {all} ({cut} fois)";
    calls_with_a_silence_of_3_s_or(silent, all) = "Appels avec un silence de 3 s ou plus : {silent} sur {all}";

    listening_item_by_item = "L’écoute, item par item";
    strengths = "Points forts";
    to_work_on = "À travailler";
    the_script = "Le script";
    calls_to_listen_to_together = "Appels à réécouter ensemble";
    how_to_read_this_sheet = "Comment lire cette fiche";
    the_marks_are_detected_by_a_grid_of = "Les marques sont détectées par une grille de règles ; elles servent à choisir quoi écouter ensemble, non à noter une personne. Dans les citations, les données personnelles sont masquées ; l’appel, l’instant et le tour permettent de retrouver le passage.";
    item = "Item";
    expected = "Consigne";
    share = "Part";
    whole_team = "Toute l’équipe";
    to_avoid_in_coaching(label) = "{label} (à éviter)";
    step = "Étape";
    calls_that_comply = "Appels conformes";

    what_evaluators_hear = "Ce que les évaluateurs entendent";
    result = "Résultat";
    double_evaluation = "Double écoute";
    agreement = "Accord";
    difference_points_of_100 = "Écart (points sur 100)";
    detection_against_evaluation = "Détection face à l’évaluation";
    precision = "Précision";
    recall = "Rappel";
    from_period_to_period = "D’une période à l’autre";

    item_of_the_grid = "Item de la grille";
    share_of_calls = "Part des appels";
    times = "Fois";
    step_of_the_script = "Étape du script";

    the_most_unusual_first_the_rarer_the_signals = "Les plus inhabituels d’abord : plus les signaux d’un appel sont rares, plus il est haut placé (somme des −log₂ de leur fréquence). Ces appels sont choisis, non tirés au sort : aucun taux n’en est tiré.";

    points_of_the_grid = "Points de la grille";
    each_item_heard_earns_its_points_each_bad(threshold) = "Chaque item entendu donne ses points, chaque item à éviter en retire ; un item qui ne peut pas être entendu (pas d’horodatage, pas de tour du client) sort du total. L’écoute active est détectée à partir de {threshold} des points possibles, sauf propos éliminatoire. « barometre transcripts init » écrit la grille, à corriger.";
    who_speaks = "Qui parle";
    by_what_the_user_says_then_by_the = "D’après ce qu’indique l’utilisateur, à défaut d’après le nom que le fichier donne à la voix, sinon d’après ce qui est dit (accueil, questions d’identification, demandes), avec une probabilité montrée appel par appel. Sous 0,7, la voix reste non identifiée et l’appel n’entre dans aucun taux d’écoute.";
    talk_time = "Temps de parole";
    union_of_the_intervals_of_each_voice_to = "Réunion des intervalles de chaque voix, à la milliseconde ; chevauchement : au moins deux voix ; silence : durée de l’appel moins le temps où quelqu’un parle. Interruption : l’agent commence avant que le client ait fini, garde la parole, et dit plus qu’un « oui ».";
    words = "Mots";
    counted_in_calls_a_word_said_ten_times = "Comptés par appel : un mot dit dix fois dans un appel compte une fois. Entre client et agent, qui parlent dans les mêmes appels, test exact de McNemar ; entre groupes d’appels, test de Fisher ou χ² ; q est corrigé du nombre de mots (Benjamini-Hochberg).";
    intervals = "Intervalles";
    signals_of_calls_to_listen_to = "Signaux des appels à écouter";
    low_score_1_or_2_of_5_0 = "Note basse : 1 ou 2 sur 5, 0 à 6 sur 10. Long silence : 10 s ou plus. Étapes du script manquantes : trois ou plus. Aucune marque d’écoute : aucun des items à entendre ne l’a été. Appel long : durée qui dépasse le troisième quartile de plus d’une fois et demie l’écart interquartile. Contenu sensible : santé, croyances, origine, détresse, harcèlement, sans citation. Sujet qui monte : un mot de « Ce qui monte ».";
    g_lift = "G², κ, lift";
    g_the_larger_the_less_chance_explains_the = "G² : plus il est grand, moins le hasard explique l’écart. κ : accord au-delà du hasard, 1 s’il est parfait, 0 s’il est celui du hasard. Lift : combien de fois plus souvent que d’ordinaire.";
    use_word = "Usage";
    a_detection_assists_listening_it_does_not = "La détection aide à écouter, elle ne remplace pas l’écoute : aucune décision sur une personne ne doit reposer sur elle seule. Les appels « à écouter » sont choisis pour ce qu’ils montrent et n’entrent dans aucun taux.";

    at_a_glance = "En un coup d’œil";
    active_listening_in_transcripts = "L’écoute active";
    evaluations = "Évaluations";
    calls_to_listen_to = "Appels à écouter";
    rising_topics = "Ce qui monte";
    what_people_say = "Ce qui se dit";
    themes = "Thèmes";
    keywords = "Mots-clés";

    words_and_themes_tested_none_surely_rises(tested) = "Mots et thèmes testés : {tested} ; aucun ne monte nettement d’une période à l’autre (q sous 0,05).";
    the_customer_speaks_of = "Le client parle de";
    kind = "Nature";
    share_before = "Part avant";
    times_each_week = "Multiplié chaque semaine par";

    keyword = "Mot-clé";
    turns = "Tours";
    theme_in_words_tables = "Thème";
    the_customer_says = "Le client dit";
    the_agent_answers = "L’agent répond";
    exchanges = "Échanges";
    lift = "Rapport (lift)";
    lower_bound = "Borne basse";
    example = "Exemple";
    turn_in_words_tables(call, turn) = "{call}, tour {turn}";
    word_in_words_tables = "Mot";
    with = "Avec";
    lift_in_words_tables = "Rapport (lift)";
    words_said_together = "Mots dits ensemble";
}
