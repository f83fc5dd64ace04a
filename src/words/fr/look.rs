//! French words of look.

texts! {
    the_rest_of_the_report_is_written_prints(page) = "Le reste du rapport est écrit ; {page} s’imprime aussi en PDF depuis n’importe quel navigateur.";
    is_not_written_no_chrome_chromium_or_edge(file, variable) = "{file} n’est pas écrit : ni Chrome, ni Chromium, ni Edge n’a été trouvé. Installez l’un d’eux, ou donnez le vôtre par {variable}=CHEMIN.";
    is_not_written_names_which_does_not_exist(file, variable, named) = "{file} n’est pas écrit : {variable} nomme {named}, qui n’existe pas. Corrigez ce chemin.";
    is_not_written_did_not_print_the_page(file, browser, cause) = "{file} n’est pas écrit : {browser} n’a pas imprimé la page ({cause}).";
    is_not_written_was_not_done_after_seconds(file, browser, seconds) = "{file} n’est pas écrit : {browser} n’avait pas fini après {seconds} secondes.";

    line_character(file, line, column) = "{file}, ligne {line}, caractère {column}";
    a_file_named_in_is_looked_for_in(file) = " Un fichier nommé dans {file} est cherché dans le même dossier.";
    joined(place, found, fault, beside) = "{place} : {found} {fault}{beside}";
    does_not_exist_looked_for(path) = "n’existe pas (cherché : {path}).";
    is_not_a_file = "n’est pas un fichier.";
    is_kb_kb_at_most_are_accepted(bytes, limit) = "pèse {bytes} ko, alors que {limit} ko au plus sont acceptés.";
    is_no_png_jpeg_or_svg_picture_save = "n’est pas une image PNG, JPEG ou SVG. Enregistrez le logo dans l’un de ces formats.";
    holds_an_svg_logo_can_neither_run_nor(part) = "contient {part} : un logo SVG ne peut ni exécuter ni charger quoi que ce soit. Exportez-le en SVG simple, ou en PNG.";
    is_no_colour_a_colour_is_written_and = "n’est pas une couleur. Une couleur s’écrit # suivi de trois ou six chiffres hexadécimaux : \"#12496b\".";
    is_too_pale_for_headings_its_contrast_is(ratio, needed, darker) = "est trop claire pour des titres : contraste de {ratio} sur le fond des pages, il en faut au moins {needed} (WCAG, niveau AA). La nuance la plus proche qui se lise : \"{darker}\".";
    is_no_section_known_sections(known) = "n’est pas une section. Sections possibles : {known}.";
    is_named_twice = "est nommée deux fois.";
    is_not_written_in_utf_8_save_the = "n’est pas écrit en UTF-8. Enregistrez le modèle en UTF-8.";
    is_no_pptx_deck_save_the_template_of = "n’est pas une présentation .pptx. Enregistrez le modèle de diapositives en .pptx.";

    line(file, line) = "{file}, ligne {line}";
    the_template_cannot_be_read(said) = "le modèle ne peut pas être lu{said}.";
    this_is_not_in_the_report_check_the = "ceci n’existe pas dans le rapport. Vérifiez le nom : « barometre schema » donne ceux de report ; {% if … %} permet de demander ce qui peut manquer.";
    no_such_filter_filters_of_barometre_those_of(known) = "ce filtre n’existe pas. Filtres de barometre : {known} ; s’y ajoutent ceux de minijinja.";
    no_such_function_or_test(said) = "cette fonction ou ce test n’existe pas{said}.";
    the_file_to_include_is_not_found_it(said) = "le fichier à inclure n’est pas trouvé{said}. Il doit se trouver dans le dossier du modèle, ou plus bas.";
    this_cannot_be_computed(said) = "ceci ne peut pas être calculé{said}.";
    joined_in_template_error(place, found, wrong) = "{place}{found} : {wrong}";
}
