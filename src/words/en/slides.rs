//! English words of slides.

texts! {
    en_gb = "en-GB";

    joined(term, text) = "{term}: {text}";

    to_read_on_report_html_section(section) = "To read on: report.html, section {section}.";
    point_numbers_in_report_html_section(number, section) = "Point {number}: numbers in report.html, section {section}.";
    first_rows_of_all_of_them_in_report(shown, all) = "First {shown} rows of {all}; all of them in report.html.";
    no_room_here_in_report_html(list) = "For lack of room here, read in report.html: {list}.";
    points_of_the_others_in_report_html(shown, all) = "{shown} points of {all}; the others in report.html.";
    numbers(caption) = "Numbers – {caption}:";
    more_rows = ("more row", "more rows");
    in_report_html(rows) = "… {rows} in report.html.";
    files_read(files) = "Files read: {files}";
    every_table_the_whole_method_and_its(footer) = "{footer}. Every table, the whole method and its reservations: report.html.";

    title = "Title";
    text = "Text";
    table = "Table";
    source = "Source";
    card = "Score";
    bar = "Distribution";
    slide_number = "Slide number";
    foot = "Footer";
    thumbnail = "Slide image";
    notes = "Notes";
}
