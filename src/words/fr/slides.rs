//! French words of slides.

texts! {
    en_gb = "fr-FR";

    joined(term, text) = "{term} : {text}";

    to_read_on_report_html_section(section) = "Pour aller plus loin : report.html, section {section}.";
    point_numbers_in_report_html_section(number, section) = "Point {number} : chiffres dans report.html, section {section}.";
    first_rows_of_all_of_them_in_report(shown, all) = "{shown} premières lignes sur {all} ; toutes dans report.html.";
    no_room_here_in_report_html(list) = "Faute de place ici, à lire dans report.html : {list}.";
    points_of_the_others_in_report_html(shown, all) = "{shown} points sur {all} ; les autres dans report.html.";
    numbers(caption) = "Chiffres – {caption} :";
    more_rows = ("autre ligne", "autres lignes");
    in_report_html(rows) = "… {rows} dans report.html.";
    files_read(files) = "Fichiers lus : {files}";
    every_table_the_whole_method_and_its(footer) = "{footer}. Tous les tableaux, la méthode entière et les réserves : report.html.";

    title = "Titre";
    text = "Texte";
    table = "Tableau";
    source = "Source";
    card = "Score";
    bar = "Répartition";
    slide_number = "Numéro de diapositive";
    foot = "Pied de page";
    thumbnail = "Image de la diapositive";
    notes = "Commentaires";
}
