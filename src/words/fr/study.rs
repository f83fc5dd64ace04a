//! French words of study.

texts! {
    what_barometre_understood_of_your_files = "Ce que barometre a compris de vos fichiers. Corrigez ce qui est faux, puis\u{a0}:";
    barometre_report_files_study_study_toml_o = "barometre report FICHIERS --study study.toml -o rapport";
    what_is_deleted_is_inferred_again_from_the = "Ce qui est effacé est de nouveau déduit des fichiers\u{a0}; wave = \"\" veut dire\u{a0}: pas de vagues.";
    columns_not_used = "Colonnes non utilisées\u{a0}:";
    no_question_was_recognised_take_the_off_and = "Aucune question reconnue\u{a0}: ôtez les # et complétez.";
    a_cell_of_fewer_than_min_group_answers = "une cellule de moins de min_group réponses n’est pas montrée";
    take_the_off_to_declare_it = "ôtez le # pour la déclarer";
    the_same_person_from_one_wave_to_another = "la même personne d’une vague à l’autre";
    true_if_the_highest_value_is_the_worst = "true si la plus grande valeur est la plus mauvaise";
    codes_of_no_answer_besides_empty_cells_n = "codes de non-réponse, en plus des cellules vides, NSP, N/A…";
    cells_filled_empty(filled, empty) = "cellules remplies\u{a0}: {filled}, vides\u{a0}: {empty}";
    values(n) = "\u{a0}; {n} valeurs\u{a0}: ";
    empty = "vide";
    date = "date";
    identifier = "identifiant";
    of_the_survey_tool = "propre à l’outil d’enquête";
    weights_or_design_not_applied = "poids ou plan de sondage, non appliqué";
    one_value_only = "une seule valeur";
    derived_from_a_score = "déduite d’un score";
    number = "nombre";
    too_many_values_for_a_segment = "trop de valeurs pour un segment";
    not_declared = "non déclarée";

    to(low, high) = "{low} à {high}";
    to_under(low, high) = "de {low} à moins de {high}";
    under(high) = "moins de {high}";
    and_over(low) = "{low} et plus";

    mode_of_collection_scores_are_read_mode_by = "mode de recueil\u{a0}: les scores se lisent mode par mode";

    how_the_report_looks = "l’apparence du rapport";
    title_of_the_report = "sinon celui de l’étude";
    subtitle_of_the_report = "sous le titre";
    logo_of_the_report = "à côté de ce fichier : PNG, JPEG ou SVG, 500 ko au plus";
    colors_of_the_report = "titres, liens et cadres ; les figures gardent leurs couleurs";
    sections_of_the_report = "lesquelles, dans quel ordre";
    template_of_the_report = "une page à vous (minijinja)";
    slides_of_the_report = "vos diapositives";
}
