//! French words of errors.

texts! {
    empty_cell = "cellule vide";
    found(found) = "{found} trouvé";
    joined(at, what, expected) = "{at}\u{a0}: {what}, {expected}";
    expected_a_weight = "un poids est attendu, un nombre positif ou nul. Écrivez 0 pour qu’une ligne ne compte pas, ou ôtez weight de study.toml.";
    expected_a_stratum = "une strate est attendue sur chaque ligne. Complétez la colonne, ou ôtez strata de study.toml.";
    expected_a_cluster = "une grappe est attendue sur chaque ligne. Complétez la colonne, ou ôtez cluster de study.toml.";
    expected_a_head_count = "un effectif est attendu, un nombre d’au moins 1. Complétez la colonne, ou ôtez population de study.toml.";
    one_head_count_in_all = "un seul effectif pour l’ensemble";
    study_toml_population_the_head_count_of(name, column, known, line) = "study.toml, population\u{a0}: l’effectif de la strate {name} (colonne {column}) n’est pas déclaré\u{a0}; déclaré\u{a0}: {known}. Écrivez l’effectif de chaque strate\u{a0}: {line}";
    the_head_count_runs_from_to_within_one(place, low_text, high_text) = "{place}\u{a0}: l’effectif va de {low_text} à {high_text} au sein d’une même strate\u{a0}; il doit être le même sur toutes ses lignes. Corrigez la colonne, ou déclarez population = {{ … }} dans study.toml.";
    a_head_count_of_for_respondents_a_head(place, low_text, answered) = "{place}\u{a0}: effectif de {low_text} pour {answered} répondants. L’effectif attendu est celui de la population, répondants compris\u{a0}: corrigez-le.";

    no_list_to_call_back_the_study_asks = "liste de rappel refusée\u{a0}: l’étude interroge des salariés (eNPS), que l’on ne rappelle jamais \
             nominativement. Leurs réponses ne se lisent qu’en groupe.";
    no_list_to_call_back_no_column_tells(line) = "liste de rappel refusée\u{a0}: aucune colonne ne dit qui accepte d’être rappelé. Déclarez-la dans \
                     study.toml\u{a0}:\n[privacy]\n{line}";
    no_list_to_call_back_the_study_has = "liste de rappel refusée\u{a0}: l’étude n’a pas de score qui dise qui est mécontent.";
    the_list_to_call_back_is_written_as(path) = "{path}\u{a0}: la liste de rappel s’écrit en .csv ou en .xlsx.";
    is_inside_the_folder_of_the_report_which(path) = "{path} est dans le dossier du rapport, qui se partage\u{a0}: la liste de rappel contient des \
                     données personnelles. Choisissez un autre dossier.";
    the_totals_pool_several_modes_of_collection(column, bases) = "Les totaux réunissent plusieurs modes de recueil ({column}), réponses de chacun\u{a0}: {bases}. On ne \
             répond pas de la même façon selon le mode\u{a0}: lisez d’abord les scores par mode, parmi les segments.";
    from_to_the_mix_of_modes_of_collection(from, to, column, p) = "De {from} à {to}, la répartition des modes de recueil ({column}) a changé plus que l’échantillonnage ne \
             l’explique (χ², p\u{a0}{p})\u{a0}: une évolution du score peut n’être qu’un changement de mode. Voyez sa \
             décomposition par mode.";

    at_the_end = "à la fin";
    character_found(at, found) = "caractère {at}, {found} trouvé";
    expected_a_column_name_between_if_it_has = "un nom de colonne est attendu (entre accents graves `…` s’il a plusieurs mots ou se confond avec un mot-clé).";
    expected_a_comparison_in_is_empty = "une comparaison est attendue\u{a0}: ==, !=, <, <=, >, >=, in […], is empty.";
    expected_a_value_a_text_between_quotes_fr = "une valeur est attendue\u{a0}: un texte entre apostrophes ('FR') ou un nombre (3.5).";
    expected_a_list_a_b = "une liste est attendue\u{a0}: ['a', 'b'].";
    expected_a_comma_or_the_end_of_the = "une virgule ou la fin de la liste est attendue.";
    expected_empty_after_an_optional_not = "empty (ou vide) est attendu, précédé ou non de not (ou pas)\u{a0}; après «\u{a0}n’est\u{a0}», «\u{a0}pas\u{a0}» est obligatoire.";
    expected_and_or_or_the_end_decimals_take = "and, or (et, ou) ou la fin du filtre est attendu\u{a0}; les décimales s’écrivent avec un point.";
    expected_and_or_or_the_end = "and, or (et, ou) ou la fin du filtre est attendu.";
    a_closing_parenthesis_is_missing = "il manque une parenthèse fermante.";
    this_quote_is_never_closed = "ce signe ouvre un texte qui n’est jamais refermé.";
    too_many_nested_parentheses_or_nots_64_at = "trop de parenthèses ou de not imbriqués (64 au plus).";
    joined_in_study_words(place, expected) = "{place}\u{a0}; {expected}";
    bands_is_empty_write_for_example_bands_25 = "bands est vide\u{a0}; écrivez par exemple bands = [25, 50].";
    bands_must_ascend_comes_after(cut, before) = "les bornes de bands doivent croître\u{a0}: {cut} vient après {before}.";
    is_no_cut(cut) = "{cut} n’est pas une borne.";
    is_merged_into_both_and(value, a, b) = "la valeur {value} est regroupée à la fois dans {a} et dans {b}.";
    bands_cannot_go_with_order_or_merge = "bands ne va ni avec order ni avec merge.";

    row_fewer_cells_than_the_header_the_missing(file, first) = "{file}, ligne {first}\u{a0}: moins de cellules que la ligne de titres. Les cellules \
                             absentes sont lues comme vides.";
    rows_have_fewer_cells_than_the_header_the(file, count, first) = "{file}\u{a0}: {count} lignes ont moins de cellules que la ligne de titres (la \
                         première\u{a0}: ligne {first}). Les cellules absentes sont lues comme vides.";
    the_file_is_not_utf_8_and_was(file, encoding) = "{file}\u{a0}: le fichier n’est pas en UTF-8, il a été lu en {encoding}. Si des accents \
                     sont faux, enregistrez-le en « CSV UTF-8 ».";
    columns_have_the_name_of_another_one_they(file, n) = "{file}\u{a0}: {n} colonnes portent le nom d’une autre\u{a0}; elles sont lues sous un nom numéroté.";
    two_columns_are_called_columns_and_the_second(file, column, first, second, renamed) = "{file}\u{a0}: deux colonnes portent le nom {column} (colonnes {first} et {second}). \
                         La seconde est lue sous le nom {renamed}.";
    only_the_sheet_was_read_others_hold_data(file, sheet, others) = "{file}\u{a0}: seule la feuille {sheet} a été lue\u{a0}; d’autres contiennent des \
                         données ({others}). Choisissez la feuille avec --sheet.";
    sheet_with_the_same_columns(file, names, sheet, option) = "{file}\u{a0}: la feuille {names} a les mêmes colonnes que {sheet}, seule lue\u{a0}; c’est peut-être une autre vague. Pour en lire une autre\u{a0}: --sheet {option}.";
    sheets_with_the_same_columns(file, names, sheet, option) = "{file}\u{a0}: les feuilles {names} ont les mêmes colonnes que {sheet}, seule lue\u{a0}; ce sont peut-être d’autres vagues. Pour en lire une autre\u{a0}: --sheet {option}.";
    title_row_skipped(file, title) = "{file}\u{a0}: 1 ligne de titre au-dessus des noms de colonnes a été sautée ({title}). Ajoutez --plain si la première ligne nomme les colonnes.";
    title_rows_skipped(file, n, title) = "{file}\u{a0}: {n} lignes de titre au-dessus des noms de colonnes ont été sautées ({title}). Ajoutez --plain si la première ligne nomme les colonnes.";
    the_first_row_looks_like_answers_not_like(file) = "{file}\u{a0}: la première ligne ressemble à des réponses, et non à des noms de colonnes. Elle a été prise pour la ligne de titres\u{a0}: ajoutez-en une si ce sont des réponses.";
    some_accents_are_damaged_for_example_for_add(file, found, expected) = "{file}\u{a0}: des accents sont abîmés, par exemple {found} pour {expected}. Ajoutez \
                         --repair-encoding pour les réparer.";
    damaged_accents_repaired_in_places(file, n) = "{file}\u{a0}: accents abîmés réparés (nombre d’endroits\u{a0}: {n}).";
    stray_byte(file, first) = "{file}, ligne {first}\u{a0}: un octet n’est pas de l’UTF-8 comme le reste du fichier. Il a été lu en Windows-1252. Sinon, nommez l’encodage avec --encoding.";
    stray_bytes(file, first, count) = "{file}, ligne {first}\u{a0}: {count} octets ne sont pas de l’UTF-8 comme le reste du fichier. Ils ont été lus en Windows-1252. Sinon, nommez l’encodage avec --encoding.";
    the_structure_does_not_match_the_columns(file, structure) = "{file}\u{a0}: la structure {structure} ne correspond pas aux colonnes (autre langue ou autre \
                     enquête). Elle n’a pas été utilisée.";
    has_no_column_it_is_read_as_empty(file, column) = "{file} n’a pas de colonne {column}\u{a0}: elle y est lue comme vide.";
    no_score_column_was_recognised_the_report_has = "Aucune colonne de note reconnue\u{a0}: le rapport n’a pas de scores. Déclarez-en une dans \
                 study.toml.";
    no_free_text_column_was_recognised_the_report = "Aucune colonne de texte libre reconnue\u{a0}: le rapport n’a pas de partie sur les verbatims.";
    column(s, columns, doubt) = "Colonne{s} {columns}\u{a0}: {doubt}";
    read_as_no_answer_in(codes, columns) = "Lu comme « sans réponse » : {codes}, dans {columns}.";
    column_every_date_reads_as_day_month_and(column) = "Colonne {column}\u{a0}: toutes les dates se lisent aussi bien jour/mois que \
                         mois/jour\u{a0}; elles sont lues jour/mois.";
    the_enps_counts_from_1_to_10_9(q) = "L’eNPS {q} est noté de 1 à 10 (9–10, 7–8, 1–6)\u{a0}: il ne se compare pas à un eNPS noté de 0 à 10.";
    this_report_holds_some_from_0_to_10(beside) = " Ce rapport en contient aussi qui sont notés de 0 à 10\u{a0}: {beside}.";
    joined_in_warning_words(file, scale) = "{file}\u{a0}: {scale}";
    column_the_files_do_not_seem_to_answer(column, found) = "Colonne {column}\u{a0}: d’un fichier à l’autre, les réponses ne semblent pas données sur la même échelle ({found}). Les \
                         scores des vagues ne se comparent alors pas\u{a0}: traitez ces fichiers à part, ou vérifiez l’export.";
    unknown_wave(name) = "wave\u{a0}: {name} ne correspond à aucune vague (ni fichier, ni valeur de la colonne). Vérifiez l’orthographe dans names et order.";
    unknown_waves(names) = "wave\u{a0}: {names} ne correspondent à aucune vague (ni fichier, ni valeur de la colonne). Vérifiez l’orthographe dans names et order.";
    segment_cells_are_not_numbers_for_example_and(column, n, example) = "Segment {column}\u{a0}: des cellules ne sont pas des nombres et n’entrent dans aucune tranche (nombre\u{a0}: {n}\u{a0}; par exemple {example}).";
    segment_no_row_has_the_values_that_study(column, values) = "Segment {column}\u{a0}: valeurs nommées dans study.toml que n’a aucune ligne\u{a0}: {values}.";
    the_first_unreadable_one(at, cell) = " La première illisible\u{a0}: {at}, {cell}.";
    response_without_a_wave(column, first) = "Une réponse n’a pas de vague (colonne {column} vide ou illisible)\u{a0}: elle compte dans les totaux, dans aucune vague.{first}";
    responses_without_a_wave(n, column, first) = "{n} réponses n’ont pas de vague (colonne {column} vide ou illisible)\u{a0}: elles comptent dans les totaux, dans aucune vague.{first}";
    the_last_wave_ends_in_column_it_covers(month, year, column) = "La dernière vague s’arrête à {month:02}/{year} (colonne {column})\u{a0}: elle couvre moins \
                         de mois que les autres. Comparez-la avec prudence.";
    column_looks_like_weights_they_are_not(column, name) = "La colonne {column} ressemble à un poids de redressement. Il n’est pas \
                         appliqué\u{a0}: tous les chiffres sont bruts. Pour l’appliquer, écrivez \
                         weight = {name} sous [study] de study.toml.";
    row_with_an_id_seen_before(column) = "Une ligne répète un identifiant déjà vu (colonne {column})\u{a0}: des réponses comptent peut-être deux fois. Vérifiez que le fichier n’a pas été collé deux fois.";
    rows_with_an_id_seen_before(n, column) = "{n} lignes répètent un identifiant déjà vu (colonne {column})\u{a0}: des réponses comptent peut-être deux fois. Vérifiez que le fichier n’a pas été collé deux fois.";
    this_last_row_sums_the_others_up_it(at, found) = "{at}\u{a0}: cette dernière ligne ({found}) résume les autres. Elle a été mise à part.";
    one_figure_rests_on_fewer_than_answers_do(under) = "Un chiffre repose sur moins de {under} réponses\u{a0}: ne le citez pas seul.";
    figures_rest_on_fewer_than_answers_their(cells, under) = "{cells} chiffres reposent sur moins de {under} réponses. Leur intervalle est \
                         large\u{a0}: ne les citez pas seuls.";
    this_employee_survey_asks_questions_a_pulse(questions, most) = "Cette enquête auprès des salariés pose {questions} questions. Un baromètre rapproché (pulse) en \
                     compte {most} au plus\u{a0}: au-delà, on y répond moins souvent et moins soigneusement.";
    the_waves_of_this_employee_survey_are_yearly = "Les vagues de cette enquête auprès des salariés sont annuelles. Un baromètre rapproché (pulse) se \
                 fait chaque semaine, chaque mois ou chaque trimestre\u{a0}: d’une année à l’autre, ceux qui \
                 répondent ne sont plus les mêmes.";
    to_protect_anonymity(figures, min_group) = "{figures} pour protéger l’anonymat\u{a0}: base de moins de {min_group} réponses, petite base aux réponses toutes semblables, ou chiffre qui permettrait d’en retrouver un autre par soustraction.";
    one_figure_is_hidden = "1 chiffre est masqué";
    figures_are_hidden(count) = "{count} chiffres sont masqués";
    some_comments_are_not_in(question, main, others) = "{question}\u{a0}: des verbatims ne sont pas en {main}\u{a0}: {others}.";
    read_with_the_rules_of_their_language(languages) = "en {languages}, lus avec les règles de leur langue";
    in_a_language_not_recognised(n) = "{n} d’une langue non reconnue, laissés de côté";
    one_piece_of_personal_data_announced_name = "Une donnée personnelle (nom annoncé, adresse, téléphone, e-mail, numéro) a été masquée dans les verbatims \
                 cités. Un nom que rien n’annonce ne l’est pas\u{a0}: relisez avant de diffuser.";
    pieces_of_personal_data_announced_name(pieces) = "{pieces} données personnelles (nom annoncé, adresse, téléphone, e-mail, numéro) ont été masquées \
                         dans les verbatims cités. Un nom que rien n’annonce ne l’est pas\u{a0}: relisez \
                         avant de diffuser.";
    this_recommendation_goes_from_not_from_0_to(found) = "cette recommandation va de {found} et non de 0 à 10\u{a0}: ce n’est pas un NPS. Elle est écrite \
                         ici comme une note\u{a0}; corrigez-la si ses codes ont un autre sens.";
    the_words_at_the_ends_of_the_scale = "les mots des deux bouts de l’échelle ne disent pas à barometre lequel est le meilleur. La plus grande \
                     valeur a été prise pour la meilleure\u{a0}; sinon, écrivez dans study.toml\u{a0}: reversed = true.";
    read_as_a_0_10_scale_nps_but = "lue comme une échelle de 0 à 10 (NPS), mais aucun 0 n’y figure. Si l’échelle va de 1 à 10, \
                 écrivez dans study.toml\u{a0}: kind = \"rating\" (ou \"enps\" pour des salariés), scale = [1, 10].";
    read_as_a_recommendation_nps_from_its_values = "lue comme une recommandation (NPS) d’après ses seules valeurs, de 0 à 10. Si c’est une autre \
                 note, écrivez dans study.toml\u{a0}: kind = \"rating\".";
    rated_0_to_10_but_speaks_of_satisfaction = "notée de 0 à 10, mais il y est question de satisfaction\u{a0}: lue comme une note, non comme un NPS.";
    effort_on_1_5_the_direction_is_not = "effort de 1 à 5\u{a0}: le sens de l’échelle n’est pas deviné, 5 est lu comme le plus facile. \
                 Si 5 veut dire « beaucoup d’effort », écrivez dans study.toml\u{a0}: reversed = true.";
    effort_on_1_7_7_is_read_as = "effort de 1 à 7\u{a0}: 7 est lu comme le plus facile. Si 7 veut dire « beaucoup d’effort », \
                 écrivez dans study.toml\u{a0}: reversed = true.";
    its_name_announces_a_score_but_its_answers = "son nom annonce une note, mais ses réponses ne forment pas une échelle connue\u{a0}: elle ne \
                     compte pas comme un score. Si c’est une note, déclarez-la dans study.toml avec kind, scale et labels = { \"réponse\" = 5 }.";
    few_whole_numbers_read_as_a_segment_if = "quelques valeurs entières seulement, lues comme un segment. Si c’est une note, déclarez-la dans \
                 study.toml avec kind = \"rating\".";
    scale_inferred_from_the_values_if_it_is(range) = "échelle déduite des valeurs ({range}). Si elle est autre, écrivez scale dans study.toml.";

    wave(wave) = " (vague {wave})";
    row_in_weighting_words(count) = "{count} ligne";
    they_add_up_to_expected_a_sum_of(found, n) = "leur somme est {found}. Il faut une somme de 100 (pourcentages), une somme de 1 (parts) ou un nombre de personnes au moins égal aux {n} du fichier\u{a0}; une valeur manque peut-être.";
    they_add_up_to_those_of_to_write(found, other, expected) = "leur somme est {found}, celle des cibles de {other} est {expected}. Écrivez de part et d’autre des effectifs de même total, ou des pourcentages.";
    is_expected_a_number_above_0_to_leave(value, found) = "{value} vaut {found}, un nombre supérieur à 0 est attendu. Pour écarter ces réponses, écrivez un \
                         filtre\u{a0}: where = \"…\" sous [study].";
    has_two_targets_case_accents_and_spaces_do(value) = "{value} a deux cibles (majuscules, accents et espaces ne distinguent pas les valeurs). Gardez-en \
                         une.";
    found_expected_a_value_for_each_of_the(value, expected) = "{value} trouvé\u{a0}; il faut une valeur pour chacune des {expected} colonnes, séparées par ×\u{a0}: \
                         \"Femme × 18-34\".";
    none = "aucune";
    or_weight_all_waves_together_each_wave_false = ", ou pondérez toutes les vagues ensemble (each_wave = false sous [weighting])";
    no_row_has_the_value_values_found_correct(value, wave, found, remedy) = "aucune ligne n’a la valeur {value}{wave}. Valeurs trouvées\u{a0}: {found}. Corrigez l’orthographe, \
                         ou regroupez cette cible avec une autre (merge sous segments){remedy}.";
    with_the_value_which_has_no_target_targets(n, value, targets, line) = "{n} avec la valeur {value}, qui n’a pas de cible. Cibles déclarées\u{a0}: {targets}. Ajoutez {line} \
                         = …, regroupez cette valeur avec une autre (merge sous segments), ou écartez ces lignes (where).";
    the_margins_cannot_all_hold_after_iterations(wave, n, value, found, target) = "les cibles ne peuvent pas toutes être atteintes{wave}\u{a0}: après {n} itérations, {value} reste à \
                         {found} au lieu de {target}. Des combinaisons de valeurs n’ont aucune ligne\u{a0}: regroupez des \
                         valeurs rares (merge sous segments) ou ôtez une marge.";
    found_the_columns_expected_three_variable(at, found) = "{at}\u{a0}: colonnes {found} trouvées, trois colonnes attendues\u{a0}: variable, modalité, cible. \
                     Nommez-les ainsi sur la première ligne, puis écrivez une ligne par valeur\u{a0}: sexe;Femme;52.";
    found_expected_a_number_52_or_51_5(at, found) = "{at}\u{a0}: {found} trouvé, un nombre attendu (52 ou 51,5).";
    empty_cell_the_variable_and_the_value_are(at) = "{at}\u{a0}: cellule vide. La variable et la modalité se répètent sur chaque ligne.";
    weighting_without_a_value_for_the_targets(rows, margin, kept) = "Redressement\u{a0}: {rows} sans valeur pour {margin}. {kept}\u{a0}; les cibles portent sur les autres \
             lignes. Un filtre (where) peut écarter les lignes sans valeur.";
    it_keeps_its_share = "Elle garde sa part observée";
    they_keep_their_share = "Elles gardent ensemble leur part observée";
    weighting_the_bounds_of_the_weights_trim_keep(value, margin, wave, found, target) = "Redressement\u{a0}: les bornes des poids (trim) écartent {value} de sa cible dans {margin}{wave}\u{a0}: {found} \
             au lieu de {target}. Élargissez les bornes, ou regroupez les valeurs rares.";

    row(row) = ", ligne {row}";
    column_in_words(column) = ", colonne {column}";
    and_one_more = " et 1 autre";
    and_more(more) = " et {more} autres";
    to(low, high) = "{low} à {high}";
    mb_once_decompressed(n) = "{n}\u{a0}Mo une fois décompressé";
    bytes_once_decompressed(count) = "{count} octets une fois décompressé";
    bytes_in_one_cell(count) = "{count} octets dans une cellule";
    columns(count) = "{count} colonnes";
    rows(count) = "{count} lignes";
    cells(count) = "{count} cellules";
    no_such_file_check_the_path_and_the(file) = "{file}\u{a0}: ce fichier n’existe pas. Vérifiez le chemin et l’orthographe.";
    this_is_a_folder_a_file_is_expected(file) = "{file}\u{a0}: c’est un dossier, un fichier est attendu. Nommez les fichiers, par \
                     exemple {file}/vague1.csv {file}/vague2.csv.";
    the_file_is_empty_a_header_row_and(file) = "{file}\u{a0}: le fichier est vide. Une ligne de titres et des réponses sont attendues.";
    the_file_holds_a_header_and_no_answers(file) = "{file}\u{a0}: le fichier ne contient que la ligne de titres, sans aucune réponse. \
                     Refaites l’export avec les réponses.";
    found_cells_expected_as_in_the_header_a(at, found, expected) = "{at}\u{a0}: {found} cellules trouvées, {expected} attendues d’après la ligne de \
                         titres. Un séparateur se trouve sans doute dans un texte\u{a0}: mettez ce texte \
                         entre guillemets droits (\"…\").";
    a_straight_quote_opens_a_cell_and_is(at) = "{at}\u{a0}: un guillemet droit (\") ouvre une cellule et n’est jamais refermé. \
                         Ajoutez le guillemet manquant, ou doublez-le (\"\") s’il fait partie du texte.";
    this_file_is_damaged_or_incomplete_export_it(file, format, cause) = "{file}\u{a0}: ce fichier {format} est illisible ou incomplet ({cause}). Refaites l’export, \
                     ou ouvrez-le dans le logiciel qui l’a produit et enregistrez-le en CSV.";
    this_json_holds_no_list_of_responses_a(file) = "{file}\u{a0}: ce JSON ne contient aucune liste de réponses. Une liste d’objets est attendue\u{a0}: \
                     [{{\"note\": 9}}, …], seule ou dans un objet.";
    found_expected_an_object_correct_this_record(file, place, found) = "{file}, {place}\u{a0}: {found} trouvée, un objet {{…}} attendu. Corrigez cette réponse ou ôtez-la.";
    a_list = "une liste";
    a_single_value = "une valeur seule";
    line_of_the_file(record) = "ligne {record} du fichier";
    record(record) = "réponse {record}";
    this_archive_holds_several_files_unzip_it(file, files) = "{file}\u{a0}: cette archive contient plusieurs fichiers ({files}). Décompressez-la, puis nommez \
                         les fichiers à lire.";
    this_workbook_is_protected_by_a_password_open(file) = "{file}\u{a0}: ce classeur est protégé par un mot de passe. Ouvrez-le dans Excel, enregistrez-en une \
                     copie sans mot de passe et relancez.";
    more_than_more_than_any_survey_holds_the(at, limit) = "{at}\u{a0}: plus de {limit}, ce qu’aucune enquête ne contient. Le fichier est sans doute abîmé\u{a0}; \
                         refaites l’export, ou découpez-le en plusieurs fichiers.";
    no_file_matches_this_pattern_check_the_folder(pattern) = "{pattern}\u{a0}: aucun fichier ne correspond à ce motif. Vérifiez le dossier et l’extension.";
    encoding_unknown_encoding_write_for_example(encoding) = "--encoding {encoding}\u{a0}: encodage inconnu. Écrivez par exemple utf-8, windows-1252, \
                         iso-8859-15, macintosh, utf-16le.";
    these_bytes_are_not_leave_encoding_out_or(at, encoding) = "{at}\u{a0}: ces octets ne sont pas du {encoding}. Ôtez --encoding, ou nommez l’encodage du \
                         fichier (windows-1252, macintosh…).";
    the_format_cannot_be_told_from_the_first(file) = "{file}\u{a0}: le format ne se reconnaît pas à ses premiers octets. Ajoutez --input-format csv, \
                     xlsx, json, jsonl, parquet, sav ou dta.";
    this_is_no_file_of_answers_export_the(file, looks_like) = "{file}\u{a0}: ce n’est pas un fichier de réponses ({looks_like}). Exportez les réponses en CSV ou en \
                     XLSX\u{a0}; ce qu’Excel sait ouvrir peut y être enregistré en XLSX.";
    is_given_twice_its_answers_would_count_double(file) = "{file} est donné deux fois\u{a0}: ses réponses compteraient double. Nommez-le une fois.";
    no_sheet_sheets_found(file, sheet, sheets) = "{file}\u{a0}: pas de feuille {sheet}. Feuilles présentes\u{a0}: {sheets}.";
    has_no_value_its_values(column, found, known) = "{column} n’a pas la valeur {found}. Ses valeurs\u{a0}: {known}.";
    other_values_outside_the_scale_in_this_column(others) = " Autres valeurs hors de l’échelle dans cette colonne\u{a0}: {others}.";
    if_it_means_no_answer_missing(value) = "si elle veut dire « sans réponse »\u{a0}: missing = [{value}]\u{a0}; ";
    if_the_scale_is_another_kind_rating_scale = "si l’échelle est autre\u{a0}: kind = \"rating\", scale = [bas, haut]\u{a0}; si un NPS est codé de \
                         1 à 11\u{a0}: labels = { \"1\" = 0, \"2\" = 1, …, \"11\" = 10 }";
    if_it_is_an_answer_its_value_labels(first, high, value) = "si c’est une réponse, sa valeur\u{a0}: labels = {{ {first} = {high} }}\u{a0}; si elle veut \
                             dire « sans réponse »\u{a0}: missing = [{value}]";
    found_expected_question_kind_correct_the_cell(at, quoted, expected, question, kind, more, remedy) = "{at}\u{a0}: {quoted} trouvé, {expected} (question {question}, kind = \"{kind}\").{more} Corrigez la cellule\u{a0}; ou écrivez un study.toml (barometre init FICHIER -o study.toml), complétez-y la question {question} et relancez avec --study study.toml\u{a0}: {remedy}.";
    a_whole_number_from(range) = "un nombre entier de {range} attendu";
    a_value_from(range) = "une valeur de {range} attendue";
    neither_a_score_nor_free_text_was_recognised(columns) = "Ni note ni texte libre reconnus. Colonnes lues\u{a0}: {columns}. Écrivez un \
                         study.toml (barometre init FICHIER -o study.toml), ajoutez-y [[question]] avec column \
                         et kind (nps, csat, ces, rating, open), puis relancez avec --study study.toml.";
    no_segment = "aucun";
    no_column_segments_of_the_study_any_other(option, found, known) = "{option}\u{a0}: aucune colonne {found}. Segments de l’étude\u{a0}: {known}. Toute autre colonne du \
                         fichier convient aussi, si elle a peu de valeurs.";
    question_none_of_that_id_to_show(found, known) = "--question\u{a0}: aucune question {found} à montrer ici. Questions possibles\u{a0}: {known}.";
    by_too_many_cells_for_cross_tables_strata(column) = "--by {column}\u{a0}: trop de cases pour des tris croisés (strates × vagues × segments × réponses). \
                     Dans study.toml, gardez moins de segments ou regroupez leurs valeurs (merge, bands).";
    this_file_is_not_utf_8_in_the(file) = "{file}\u{a0}: ce fichier n’est pas en UTF-8. Dans l’éditeur, enregistrez-le avec l’encodage UTF-8.";
    coded_no_column_columns_found(found, known) = "--coded\u{a0}: aucune colonne {found}. Colonnes présentes\u{a0}: {known}.";
    is_no_theme_of_the_codebook_write_one(at, found, known) = "{at}\u{a0}: {found} n’est pas un thème du plan de codage. Écrivez l’un de ses thèmes, ou plusieurs séparés par «\u{a0};\u{a0}», ou - pour aucun. Ses thèmes\u{a0}: {known}.";
    codebook_not_found_give_a_toml_file_or(file, known) = "{file}\u{a0}: plan de codage introuvable. Donnez un fichier TOML, ou l’un des plans fournis\u{a0}: {known}.";
    family_in_merge_and_in_split(file, form) = "{file}, [families]\u{a0}: {form} est à la fois dans merge et dans split. Gardez-le dans une seule des deux listes.";
    family_twice_in_merge(file, form) = "{file}, [families]\u{a0}: {form} ou un mot de sa famille est dans deux listes de merge. Réunissez ces deux listes, ou ôtez-le de l’une.";
    key_where_write_for_example_where_country_fr(file, filter, cause) = "{file}, clé where, {filter}\u{a0}: {cause} Écrivez par exemple where = \"pays == 'FR' and age >= \
                         18\".";
    key_where_no_row_passes_check_the_values(file, filter) = "{file}, clé where\u{a0}: aucune ligne ne répond à {filter}. Vérifiez les valeurs, ou ôtez la clé.";
    key_segments(file, column, cause) = "{file}, clé segments, {column}\u{a0}: {cause}";
    targets_of(file, margin, cause) = "{file}, cibles de {margin}\u{a0}: {cause}";
    this_question_is_a_recommendation_but_its(at, found, lines) = "{at}\u{a0}: cette question est une recommandation, mais ses réponses vont de {found}, et un NPS est noté de 0 à 10. Écrivez l’étude (barometre init FICHIERS -o study.toml) avec ces lignes, puis ajoutez --study study.toml\u{a0}:\n{lines}";
    key_no_file_has_a_column_columns_found(file, key, column, columns) = "{file}, clé {key}\u{a0}: aucune colonne {column} dans les fichiers lus. Colonnes \
                         présentes\u{a0}: {columns}.";
    key_no_wave_since_the_study_has_no(file, key, wave) = "{file}, clé {key}\u{a0}: aucune vague {wave}, car l’étude n’a pas de vagues.";
    key_no_wave_waves_found(file, key, wave, waves) = "{file}, clé {key}\u{a0}: aucune vague {wave}. Vagues présentes\u{a0}: {waves}.";
    wave_in_words(wave) = ", vague {wave}";
    study_toml_key_invited_invitations_for(of, invited, answered) = "study.toml, clé invited{of}\u{a0}: {invited} invitations pour {answered} réponses. Écrivez le \
                         nombre de personnes sollicitées, relances non comprises.";
    key_found(file, key, found, expected) = "{file}, clé {key}\u{a0}: {found} trouvé, {expected}.";
    column_has_more_than_different_values_it_can(column, limit) = "La colonne {column} a plus de {limit} valeurs différentes\u{a0}: elle ne peut \
                         servir ni de segment, ni de vagues, ni d’échelle. Corrigez study.toml.";
    is_read_by_this_command_which_would_replace(path) = "{path} est lu par cette commande, qui le remplacerait. Choisissez un autre nom ou un autre dossier : --force n’y change rien.";
    is_given_for_two_results_one_would_replace(path) = "{path} est donné pour deux résultats : l’un effacerait l’autre. Donnez deux noms.";
    exists_and_was_not_written_by_barometre(path) = "{path} existe déjà et n’a pas été écrit par barometre. Choisissez un autre nom avec \
                         -o, ou ajoutez --force pour écrire dedans.";
    exists_choose_another_name_or_add_force_to(path) = "{path} existe déjà. Choisissez un autre nom, ou ajoutez --force pour le remplacer.";
    is_a_file_a_folder_is_expected_choose(path) = "{path} est un fichier\u{a0}: un dossier est attendu. Choisissez un autre nom avec -o.";
    cannot_be_read_or_written(path, cause) = "{path}\u{a0}: lecture ou écriture impossible ({cause}).";
    cannot_be_read(file, cause) = "{file}\u{a0}: lecture impossible ({cause}).";
    cannot_be_produced_this_is_a_defect_of(what, cause) = "{what}\u{a0}: impossible à produire ({cause}). C’est un défaut de barometre.";
    expected_scale_low_high_with_low_high = "scale = [bas, haut] attendu, avec bas < haut";
    nps_and_enps_need_a_scale_of_0 = "une échelle de 0 à 10 est attendue pour nps et enps (ou de 1 à 10 pour enps)\u{a0}; pour une autre échelle, \
                 écrivez kind = \"rating\"";
    expected_an_id_used_only_once = "un id utilisé une seule fois attendu";
    expected_the_id_of_a_nps_enps_csat = "l’id d’une question nps, enps, csat, ces ou rating est attendu";
    expected_a_column_of_dates_31_12_2025 = "une colonne de dates attendue (31/12/2025, 2025-12-31 ou 31 décembre 2025)";
    expected_scale_low_high_a_question_of_kind = "scale = [bas, haut] attendu\u{a0}: une question de kind = \"rating\" n’a pas d’échelle usuelle";
    expected_column_or_by_file_not_both = "column = \"…\" ou by = \"file\" attendu, et pas les deux";
    expected_column_several_columns_columns_only = "column = \"…\" attendu\u{a0}; plusieurs colonnes (columns = […]) seulement avec kind = \"multiple\"";
    expected_a_value_of_the_scale_for_each = "une valeur de l’échelle (scale) attendue pour chaque réponse de labels";
    expected_a_separator_for_example = "un séparateur attendu, par exemple \";\"";
    separator_needs_kind_multiple = "separator demande kind = \"multiple\"";
    target_and_minimum_are_numbers_for_a_nps = "target et minimum sont des nombres, pour une question nps, enps, csat, ces ou rating";
    margin_is_a_number_above_0_for_a = "margin est un nombre supérieur à 0, pour une question nps, enps, csat, ces ou rating";
    expected_a_column_of_numbers = "une colonne de nombres attendue";
    expected_a_number_of_people_at_least_1 = "un nombre de personnes attendu, au moins 1";
    expected_trim_low_high_in_multiples_of_the = "trim = [bas, haut] attendu, en multiples du poids moyen, avec 0 ≤ bas < 1 < haut, par exemple \
                 trim = [0.3, 3.0]";
    expected_targets_for_example_under_weighting = "des cibles attendues, par exemple sous [weighting.targets]\u{a0}: sexe = { \"Femme\" = 52, \"Homme\" = 48 }";
    expected_a_single_margin_for_method_post = "une seule marge attendue pour method = \"post-stratification\"\u{a0}: croisez les colonnes (\"sexe × âge\" \
                 = { \"Femme × 18-34\" = 12, … }), ou écrivez method = \"raking\"";
    head_counts_by_value_need_strata_the_column = "des effectifs par valeur demandent strata = \"…\", la colonne qui porte ces valeurs";

    qualtrics_legacy_format = "Qualtrics, ancien format";

    base_hidden = "base masquée";
    option_of_other_figures(option, kind) = "{option}\u{a0}: sans effet sur la figure {kind}. Ôtez cette option, ou demandez une figure de centre de contact\u{a0}: targets, control, week, waits…";
    several_figures_give_a_file(n, kind, id, first) = "{n} figures {kind}, une par colonne. Donnez un fichier\u{a0}: avec -o {id}.svg, chacune aura le sien ({first}.svg…).";

    nothing_to_draw(kind) = "rien à dessiner pour {kind} : ces fichiers ne donnent pas ce que la figure montre. barometre report les décrit en entier ; barometre chart --help nomme les figures.";

    template_protected(path) = "{path} est protégé par un mot de passe, ou dans l’ancien format .ppt. Enregistrez-le sans mot de passe, au format .pptx ou .potx.";
    template_not_power_point(path) = "{path} n’est pas une présentation PowerPoint. --slides-template attend un fichier .pptx ou .potx.";
    template_strict(path) = "{path} est au format « Strict Open XML ». Dans PowerPoint, choisissez Enregistrer sous, puis « Présentation PowerPoint (*.pptx) ».";
    template_too_large(path) = "{path} est trop lourd pour un modèle : plus de 512 Mo une fois ouvert, ou plus de 10 000 éléments. Enlevez-en les diapositives d’exemple et leurs médias.";
    template_damaged(path, part) = "{path} est abîmé : sa partie « {part} » manque ou ne se lit pas. Ouvrez-le dans PowerPoint, enregistrez-le sous un autre nom, et donnez celui-ci.";
    template_without_a_layout(path, layouts) = "{path} n’a aucune disposition qui convienne ({layouts} lues) : il en faut une avec un titre et, dessous, une zone de contenu assez grande pour un tableau ou une figure (« Titre et contenu » dans PowerPoint), ou un titre seul.";
}
