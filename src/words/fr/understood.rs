//! French words of understood.

texts! {
    waves_one_a_file_to(n, first, last) = "{n} vagues, une par fichier ({first} à {last})";
    one_wave_from(first, column) = "une vague, {first}, d’après {column}";
    waves_from_to(n, column, first, last) = "{n} vagues d’après {column} ({first} à {last})";
    no_waves = "pas de vagues";
    read_row_column(names, rows, s_rows, columns, s_columns, wave) = "Lu\u{a0}: {names} ({rows} ligne{s_rows}, {columns} colonne{s_columns})\u{a0}; {wave}.";
    none = "aucune";
    questions(questions) = "Questions\u{a0}: {questions}.";
    none_in_understood = "aucun";
    segments(segments) = "Segments\u{a0}: {segments}.";
    not_used(unused) = " Non utilisées\u{a0}: {unused}.";
    and_more(shown, more) = "{shown} et {more} autres";
    blank = "cellules vides";
    preview = "aperçu";
    filter = "filtre";
    total = "total";
    row_set_aside(n, s, word) = "{n} ligne{s} écartée{s}\u{a0}: {word}";
    choice(column) = "choix {column}";
    several_choices(column) = "choix multiple {column}";
    rating = "note";
    free_text(column) = "texte libre {column}";
    in_words = ", en toutes lettres";
    joined(kind, column, low, high, text) = "{kind} {column} ({low} à {high}{text})";
}
