//! English words of understood.

texts! {
    waves_one_a_file_to(n, first, last) = "{n} waves, one a file ({first} to {last})";
    one_wave_from(first, column) = "one wave, {first}, from {column}";
    waves_from_to(n, column, first, last) = "{n} waves from {column} ({first} to {last})";
    no_waves = "no waves";
    read_row_column(names, rows, s_rows, columns, s_columns, wave) = "Read: {names} ({rows} row{s_rows}, {columns} column{s_columns}); {wave}.";
    none = "none";
    questions(questions) = "Questions: {questions}.";
    none_in_understood = "none";
    segments(segments) = "Segments: {segments}.";
    not_used(unused) = " Not used: {unused}.";
    and_more(shown, more) = "{shown} and {more} more";
    blank = "blank";
    preview = "preview";
    filter = "filter";
    total = "total";
    row_set_aside(n, s, word) = "{n} row{s} set aside: {word}";
    choice(column) = "choice {column}";
    several_choices(column) = "several choices {column}";
    rating = "rating";
    free_text(column) = "free text {column}";
    in_words = ", in words";
    joined(kind, column, low, high, text) = "{kind} {column} ({low}–{high}{text})";
}
