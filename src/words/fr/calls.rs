//! French words of calls.

texts! {
    empty_pattern_write_one_word_at_least_for = "motif vide\u{a0}: écrivez un mot au moins, par exemple délai.";
    pattern_character(column, text, typed, mark) = "motif, caractère {column}\u{a0}: {text}\n    {typed}\n    {mark}^";
    is_for_calls_only_and_these_files_are(option) = "{option} ne vaut que pour des appels, et ces fichiers sont lus comme des enquêtes\u{a0}: ajoutez --transcripts pour les lire comme des transcriptions.";
    is_for_surveys_only_and_these_files_are(option) = "{option} ne vaut que pour des enquêtes, et ces fichiers sont lus comme des transcriptions d’appels\u{a0}: ôtez l’option.";
    theme_unknown_theme_themes_of_this_codebook(found, known) = "--theme\u{a0}: thème {found} inconnu. Thèmes de ce plan de codage\u{a0}: {known}.";
    no_column_columns_found(option, found, known) = "{option}\u{a0}: aucune colonne {found}. Colonnes présentes\u{a0}: {known}.";
    no_open_question_was_recognised_name_the(known) = "aucune question ouverte reconnue. Nommez la colonne à lire avec --column. Colonnes présentes\u{a0}: {known}.";
    where_write_for_example_where_country_fr_and(typed, cause) = "--where, {typed}\u{a0}: {cause} Écrivez par exemple --where \"pays == 'FR' and age >= 18\".";
    where_no_row_passes_check_the_values_or(typed) = "--where\u{a0}: aucune ligne ne répond à {typed}. Vérifiez les valeurs, ou ôtez l’option.";

    concordance_of = "Concordance de ";

    no_text_was_read = "Aucun texte n’a été lu.";
    comments_read = ("verbatim lu", "verbatims lus");
    calls_read = ("appel lu", "appels lus");
    occurrences = ("occurrence", "occurrences");
    comments = ("verbatim", "verbatims");
    calls = ("appel", "appels");
    turns_of_speech = ("tour de parole", "tours de parole");
    no_occurrence_of_read(pattern, read) = "Aucune occurrence de {pattern} ({read}).";
    occurrences_in_comments(hits, pattern, with, texts_with, all, texts) = "{hits} de {pattern} dans {texts_with} sur {all}.";
    occurrences_in_calls(hits, pattern, with, calls_with, all, calls, turns) = "{hits} de {pattern} dans {calls_with} sur {all} ({turns}).";
    one_inside_personal_data_and_not_shown = " 1 se trouve dans des données personnelles et n’est pas montrée.";
    inside_personal_data_and_not_shown(hidden) = " {hidden} se trouvent dans des données personnelles et ne sont pas montrées.";
    one_more_not_shown_limit_shows_more = " 1 de plus n’est pas montrée\u{a0}: --limit en montre davantage.";
    more_not_shown_limit_shows_more(left_out) = " {left_out} de plus ne sont pas montrées\u{a0}: --limit en montre davantage.";
    call = "Appel";
    row = "Ligne";

    low_score = "note basse";
    request_not_resolved = "demande non résolue";
    dissatisfied_customer = "client mécontent";
    speaks_of_leaving_or_complaining = "parle de partir ou de se plaindre";
    sensitive_content = "contenu sensible";
    wording_to_avoid_grid_or_script = "propos à éviter (grille ou script)";
    script_steps_missing = "étapes du script manquantes";
    customer_interrupted = "client interrompu";
    long_silence = "long silence";
    no_sign_of_listening = "aucune marque d’écoute";
    rising_subject = "sujet qui monte";
    long_call = "appel long";

    joined(file, error) = "{file} : {error}";
    not_a_transcript_in_a_known_format_webvtt(file) = "{file} : ce n’est pas une transcription dans un format connu (WebVTT, SRT, JSON d’un moteur de transcription, CSV de tours de parole, texte « Agent : … », Transcriber .trs).";
    line_expected(file, line, found, expected) = "{file}, ligne {line} : {found}. Attendu : {expected}.";
    no_word_to_read(file) = "{file} : aucun mot à lire.";
    the_file_ends_too_early = " Le fichier s’arrête trop tôt.";
    line_column_this_is_not_valid_json_export(file, line, column, end) = "{file}, ligne {line}, colonne {column} : ce n’est pas du JSON valide.{end} Exportez-le de nouveau depuis le moteur de transcription.";
    more_than_mb_give_one_file_per_call(file, limit) = "{file} : plus de {limit} Mo. Donnez un fichier par appel.";
    more_than_files_extract_the_archive_and_give(file, limit) = "{file} : plus de {limit} fichiers. Extrayez l’archive et donnez son dossier.";
    cannot_be_read(file, cause) = "{file} : fichier illisible ({cause}).";
    no_file_no_folder_and_no_archive_of(file) = "{file} : ni fichier, ni dossier, ni archive de ce nom.";
    zip_archive_that_cannot_be_read(file, cause) = "{file} : archive zip illisible ({cause}).";
    n_1_file_passed_over = " 1 fichier écarté.";
    files_passed_over(n) = " {n} fichiers écartés.";
    no_call_files_looked_for_vtt_srt_trs(paths, skipped, first) = "{paths} : aucun appel. Fichiers cherchés : .vtt, .srt, .trs, .json d’un moteur de transcription, .csv de tours de parole, .txt « Agent : … », ou une archive .zip qui en contient.{skipped}{first}";
    no_column_names_the_calls_columns_call_one(file, headers) = "{file} : aucune colonne n’identifie les appels (colonnes : {headers}). Nommez-en une « id_appel » ou « fichier ».";
    element_of(element, list) = "élément {element} de {list}";
    key(key) = ", clé {key}";
    expected(file, at, key, found, expected) = "{file}, {at}{key} : {found}. Attendu : {expected}.";
    a_time_such_as_00_01_02_500 = "un horodatage comme 00:01:02,500 --> 00:01:04,000";
    an_end_after_the_beginning = "une fin après le début";
    a_time_such_as_00_01_02 = "un horodatage comme 00:01:02";
    a_time_in_seconds_12_5_in_milliseconds = "un horodatage en secondes (12,5), en millisecondes si l’en-tête le dit (debut_ms), ou comme 00:01:02,500";
    a_header_with_a_column_text_and_a = "un en-tête avec une colonne texte et une colonne locuteur, début ou appel";
    a_row_of_csv = "une ligne de CSV";
    a_whole_and_well_formed_xml_file_of = "un fichier XML de Transcriber entier et bien formé";
    a_segment_such_as_speaker_call_1_12 = "un segment comme SPEAKER appel 1 12.50 3.20 <NA> <NA> agent <NA> <NA>";
    a_number_of_seconds_such_as_62_5 = "un nombre de secondes, comme 62.5";
    a_number_of_milliseconds_such_as_62500 = "un nombre de millisecondes, comme 62500";
    a_text = "un texte";
    a_list = "une liste";
    a_json_object_in_braces = "un objet JSON, entre accolades";

    census = "recensement";

    call_in_fault = "appel";
    evaluations_no_column_names_the_call_columns(headers, call) = "Évaluations : aucune colonne n’identifie l’appel ; colonnes trouvées : {headers}. Nommez-la {call}.";
    active_listening = "écoute active";
    or = " ou ";
    evaluations_no_column_of_marks_columns_found(headers, listening, grid) = "Évaluations : aucune colonne de notes ; colonnes trouvées : {headers}. Attendu : {listening}{grid}.";
    row_column(row, column) = "ligne {row}, colonne {column}";
    row_in_fault(row) = "ligne {row}";
    column = "colonne ";
    evaluations(place, what) = "Évaluations, {place} : {what}";
    no_call_is_named_the_row_is_left = "aucun appel n’est nommé, la ligne est laissée de côté. Écrivez l’identifiant de l’appel.";
    call_is_not_among_the_calls_read_it(call) = "l’appel {call} n’est pas parmi les appels lus ; il ne compte que si le plan d’écoute l’a tiré. Écrivez l’identifiant tel que le plan le donne.";
    item_is_not_in_the_grid_its_marks(item) = "l’item {item} n’est pas dans la grille, ses notes ne comptent pas. Ajoutez-le à la grille ou corrigez son nom.";
    an_earlier_column_already_holds_this_one_does(item) = "une colonne précédente porte déjà {item}, celle-ci ne compte pas. Supprimez l’une des deux.";
    neither_an_item_of_the_grid_nor_a = "ni item de la grille ni colonne connue, elle n’est pas lue.";
    yes_no_or_na_1_or_0 = "oui, non ou NA (1 ou 0)";
    a_mark_from_to_or_na(low, high) = "une note de {low} à {high}, ou NA";
    is_not_a_mark_write(found, expected) = "{found} n’est pas une note. Écrivez {expected}.";
    is_not_a_date_write_it_as_2025(found) = "{found} n’est pas une date. Écrivez-la comme 31/12/2025.";
    the_same_evaluator_marked_call_already_in_row(call, before) = "le même évaluateur a déjà noté l’appel {call} à la ligne {before} ; la dernière ligne compte.";
    is_read_as_non_conforme_failed_since_the(nc, c, n) = "{nc} est lu « non conforme » puisque le fichier note aussi {c} (cellules : {n}). Écrivez NA si l’item ne s’applique pas.";

    active_listening_in_evaluation = "Écoute active";
    score_on_the_grid = "Note sur la grille";
    item = "Item";

    evaluator = "évaluateur";
    comment = "commentaire";

    evaluated_calls_nothing_shows_how_they_were(evaluated) = "Appels évalués : {evaluated}. Rien n’indique comment ils ont été choisis : sans plan d’écoute tiré au sort, l’intervalle ne vaut que s’ils l’ont été au hasard.";
    evaluated_calls_outside_the_listening_plan(calls) = "Appels évalués hors du plan d’écoute : {calls}. Choisis et non tirés au sort, ils n’entrent dans aucun taux.";
    evaluated_calls_that_are_not_among_those_read(calls) = "Appels évalués qui ne sont pas parmi les appels lus : {calls}. Ils n’entrent dans aucun taux.";
    drawn_calls_without_an_evaluation_of_the(missing, drawn) = "Appels tirés sans évaluation : {missing} sur {drawn}. Les taux supposent qu’ils ressemblent aux appels évalués du même agent et de la même période.";
    agents_periods_without_any_evaluation_calls(strata, calls) = "Couples agent-période sans aucune évaluation : {strata} (appels : {calls}). Les taux ne les couvrent pas.";
    agents_periods_with_a_single_evaluated_call(strata) = "Couples agent-période avec un seul appel évalué : {strata}. Leur dispersion est empruntée aux autres, ce qui élargit les intervalles ; deux appels par couple suffiraient à la mesurer.";

    note_turns_without_a_time_stand_at_the = "\nNOTE\nLes tours de parole sans horodatage sont placés à la fin du précédent.\n";
    unidentified_voice = "Voix non identifiée";
    customer = "Client";
    other_voice = "Autre voix";
    voice = "Voix";

    json_of_monologues = "JSON de monologues";
    whisper_json = "JSON de Whisper";
    amazon_transcribe_json = "JSON d’Amazon Transcribe";
    google_speech_to_text_json = "JSON de Google Speech-to-Text";
    azure_speech_json = "JSON d’Azure Speech";
    deepgram_json = "JSON de Deepgram";
    csv_of_turns = "CSV de tours de parole";
    plain_text = "TXT";

    no_grid(cause) = "ce fichier n’est pas une grille d’écoute ({cause}). Un item s’ouvre par [[item]], une étape du script par [[step]], et des lignes comme id = \"reformulation\" les décrivent.";
    unknown_value(value, accepted) = "valeur inconnue {value}. Valeurs possibles ici : {accepted}.";
    no_item_and_no_step = "ni item ni étape. Ouvrez un item par [[item]], avec id, label, weight et rules_fr.";
    no_item_gives_points = "aucun item ne donne de points : écrivez sign = \"positive\" sous l’un d’eux.";
    id_refused(id) = "id {id} refusé : écrivez des lettres minuscules sans accent, des chiffres et _, par exemple id = \"question_ouverte\".";
    id_taken(id) = "id {id} déjà pris par un autre item ou une autre étape : donnez-en un autre.";
    number_refused(key, found, range) = "{key} = {found} refusé : écrivez {range}.";
    no_rule(id) = "{id} n’a aucune règle : écrivez par exemple rules_fr = [\"si je comprends bien\"].";
    useless_rules(id) = "{id} ne lit pas de règles : ôtez-les, ou écrivez detect = \"words\" pour qu’elles servent.";
    from_0_to_1 = "un nombre de 0 à 1, par exemple 0.6";
    points_above_0 = "un nombre de points supérieur à 0";
    whole_number_from_1 = "un nombre entier à partir de 1";

    row_column_is_not_a_date_write_for(row, column, found) = "ligne {row}, colonne {column} : {found} n’est pas une date. Écrivez par exemple 31/12/2025 14:30.";
    row_no_call_is_named(row) = "ligne {row} : aucun appel nommé.";
    row_no_transcript_for_call(row, id) = "ligne {row} : aucune transcription pour l’appel {id}.";
    row_may_be_any_of_these_calls_put(row, id, calls) = "ligne {row} : {id} peut être l’un de ces appels : {calls}. Ajoutez le dossier au nom.";
    row_call_already_has_row_which_is_kept(row, id, first) = "ligne {row} : l’appel {id} a déjà la ligne {first}, qui est gardée.";
    call_no_row_of_metadata(call) = "appel {call} : aucune ligne de métadonnées.";

    audio_or_video_recording = "enregistrement audio ou vidéo";
    another_kind_of_file = "autre type de fichier";
    table_without_turns = "tableau sans tours de parole";
    no_transcript = "pas une transcription";
    archive_in_an_archive = "archive dans une archive";
    same_call_as_which_tells_more(kept) = "même appel que {kept}, qui est plus complet";
    no_call_of_the_same_name_lacks_the = "aucune transcription de même nom à laquelle attribuer ces locuteurs";

    period = "période";
    order = "ordre";
    calls_in_stratum = "appels de la strate";
    drawn = "tirés";
    seed = "graine";
    asked_per_stratum = "à tirer par strate";
    cut_by = "découpage";
    calls_excluded = "appels écartés";
    calls_eligible = "appels éligibles";

    week = "semaine";
    month = "mois";
    none = "aucune";

    listening_plan_no_column_keep_the_file_as(column) = "Plan d’écoute : colonne {column} absente. Gardez le fichier tel que le tirage l’a écrit, une ligne par appel tiré.";
    listening_plan_no_drawn_call = "Plan d’écoute : aucun appel tiré.";
    listening_plan_row_column_is_not_what_the(row, column, found) = "Plan d’écoute, ligne {row}, colonne {column} : {found} n’est pas ce que le tirage écrit. Reprenez la valeur du fichier d’origine.";
    listening_plan_row_column_but_above_for_the(row, column, found, before) = "Plan d’écoute, ligne {row}, colonne {column} : {found}, mais {before} plus haut pour le même tirage. Un plan vient d’un seul tirage : donnez un fichier par tirage.";
    listening_plan_row_call_is_there_already(row, call) = "Plan d’écoute, ligne {row} : l’appel {call} y est déjà. Supprimez la ligne en double.";
    listening_plan_stratum_of_row_calls_drawn(row, drawn, found) = "Plan d’écoute, strate de la ligne {row} : appels tirés : {drawn}, lignes : {found}. Gardez tous les appels tirés, même non évalués, et n’en ajoutez pas : un appel choisi n’est pas un appel tiré.";
    listening_plan_calls_were_eligible_are_in_the(eligible, found) = "Plan d’écoute : {eligible} appels éligibles au tirage, {found} dans les strates du fichier. Des lignes manquent : reprenez le fichier d’origine.";

    customer_in_speaker = "client";
    other_voice_in_speaker = "autre voix";
    unidentified_voice_in_speaker = "voix non identifiée";

    line = "l.";

    turn = "tour";
    times = "fois";
}
