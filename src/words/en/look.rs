//! English words of look.

texts! {
    the_rest_of_the_report_is_written_prints(page) = "The rest of the report is written; {page} prints to PDF from any browser too.";
    is_not_written_no_chrome_chromium_or_edge(file, variable) = "{file} is not written: no Chrome, Chromium or Edge was found. Install one of them, or name yours by {variable}=PATH.";
    is_not_written_names_which_does_not_exist(file, variable, named) = "{file} is not written: {variable} names {named}, which does not exist. Correct that path.";
    is_not_written_did_not_print_the_page(file, browser, cause) = "{file} is not written: {browser} did not print the page ({cause}).";
    is_not_written_was_not_done_after_seconds(file, browser, seconds) = "{file} is not written: {browser} was not done after {seconds} seconds.";

    line_character(file, line, column) = "{file}, line {line}, character {column}";
    a_file_named_in_is_looked_for_in(file) = " A file named in {file} is looked for in the same folder.";
    joined(place, found, fault, beside) = "{place}: {found} {fault}{beside}";
    does_not_exist_looked_for(path) = "does not exist (looked for: {path}).";
    is_not_a_file = "is not a file.";
    is_kb_kb_at_most_are_accepted(bytes, limit) = "is {bytes} kB, {limit} kB at most are accepted.";
    is_no_png_jpeg_or_svg_picture_save = "is no PNG, JPEG or SVG picture. Save the logo in one of these formats.";
    holds_an_svg_logo_can_neither_run_nor(part) = "holds {part}: an SVG logo can neither run nor load anything. Export it as plain SVG, or as PNG.";
    is_no_colour_a_colour_is_written_and = "is no colour. A colour is written # and three or six hexadecimal digits: \"#12496b\".";
    is_too_pale_for_headings_its_contrast_is(ratio, needed, darker) = "is too pale for headings: its contrast is {ratio} on the background of the pages, {needed} is needed (WCAG, level AA). The nearest shade that can be read: \"{darker}\".";
    is_no_section_known_sections(known) = "is no section. Known sections: {known}.";
    is_named_twice = "is named twice.";
    is_not_written_in_utf_8_save_the = "is not written in UTF-8. Save the template as UTF-8.";
    is_no_pptx_deck_save_the_template_of = "is no .pptx deck. Save the template of the slides as .pptx.";

    line(file, line) = "{file}, line {line}";
    the_template_cannot_be_read(said) = "the template cannot be read{said}.";
    this_is_not_in_the_report_check_the = "this is not in the report. Check the name: “barometre schema” gives those of report; {% if … %} lets you ask for what may be missing.";
    no_such_filter_filters_of_barometre_those_of(known) = "no such filter. Filters of barometre: {known}; those of minijinja come on top.";
    no_such_function_or_test(said) = "no such function or test{said}.";
    the_file_to_include_is_not_found_it(said) = "the file to include is not found{said}. It must be in the folder of the template, or below.";
    this_cannot_be_computed(said) = "this cannot be computed{said}.";
    joined_in_template_error(place, found, wrong) = "{place}{found}: {wrong}";
}
