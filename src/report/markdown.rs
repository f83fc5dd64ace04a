//! The report as Markdown: the same document as the page, for a wiki, a ticket or a mail.

use super::document::{Block, Card, Column, Document, Row, Table};
use crate::chart::Figure;
use crate::report::Report;

/// The report as GitHub-flavoured Markdown; figures are images at `figures/ID.png`.
#[must_use]
pub fn markdown(report: &Report, figures: &[Figure]) -> String {
    let document = Document::new(report, figures);
    let mut out = format!("# {}\n\n", escape(&document.title));
    if let Some(subtitle) = &document.subtitle {
        paragraph(&mut out, &escape(subtitle));
    }
    for (term, text) in &document.facts {
        bullet(&mut out, term, text);
    }
    out.push('\n');
    for section in &document.sections {
        heading(&mut out, section.title, 2);
        for (i, block) in section.blocks.iter().enumerate() {
            // Cards under a heading of their own stand one level below it.
            let above = i.checked_sub(1).map(|before| &section.blocks[before]);
            let under = matches!((above, block), (Some(Block::Heading { .. }), Block::Cards { .. }));
            write_block(&mut out, block, 3 + usize::from(under));
        }
    }
    out.push_str("---\n\n");
    out.push_str(&escape(&document.frame.footer));
    out.push('\n');
    out
}

pub(super) fn write_block(out: &mut String, block: &Block, depth: usize) {
    match block {
        Block::Heading { text } => heading(out, text, depth),
        Block::Text { text } => paragraph(out, &escape(text)),
        Block::Findings { items } => {
            for (i, item) in items.iter().enumerate() {
                line(out, &format!("{}. {}", i + 1, escape(&item.text)));
            }
            out.push('\n');
        }
        Block::Cards { cards } => {
            for card in cards {
                write_card(out, card, depth);
            }
        }
        Block::Figure { id, title, caption, alt, .. } => {
            heading(out, title, depth);
            paragraph(out, &format!("![{}](figures/{id}.png)", escape(alt)));
            paragraph(out, &escape(caption));
        }
        Block::Table(table) => write_table(out, table),
        Block::Heat(heat) => write_table(out, &heat.table),
        Block::Quotes { title, quotes } => {
            heading(out, title, depth);
            for quote in quotes {
                paragraph(out, &format!("> {}\n>\n> — {}", escape(&quote.text), escape(&quote.source)));
            }
        }
        Block::Definitions { items } => {
            for (term, text) in items {
                bullet(out, term, text);
            }
            out.push('\n');
        }
        Block::List { items } => {
            for item in items {
                line(out, &format!("- {}", escape(item)));
            }
            out.push('\n');
        }
        Block::Fold { summary, blocks } => {
            heading(out, summary, depth);
            for inner in blocks {
                write_block(out, inner, depth + 1);
            }
        }
    }
}

fn heading(out: &mut String, text: &str, depth: usize) {
    paragraph(out, &format!("{} {}", "#".repeat(depth), escape(text)));
}

fn paragraph(out: &mut String, text: &str) {
    out.push_str(text);
    out.push_str("\n\n");
}

fn line(out: &mut String, text: &str) {
    out.push_str(text);
    out.push('\n');
}

fn bullet(out: &mut String, term: &str, text: &str) {
    line(out, &format!("- **{}** – {}", escape(term), escape(text)));
}

fn write_card(out: &mut String, card: &Card, depth: usize) {
    heading(out, &card.title, depth);
    paragraph(out, &format!("{}\\\n**{}**", escape(&card.question), escape(&card.value)));
    let shares: Vec<String> = card.shares.iter().map(|s| format!("{} {}", s.label, s.text)).collect();
    if !shares.is_empty() {
        line(out, &format!("- {}", escape(&shares.join(", "))));
    }
    let change = card.change.iter().map(|change| &change.text);
    for text in change.chain(&card.lines) {
        line(out, &format!("- {}", escape(text)));
    }
    if !(shares.is_empty() && card.lines.is_empty()) {
        out.push('\n');
    }
}

pub(super) fn write_table(out: &mut String, table: &Table) {
    paragraph(out, &format!("**{}**", escape(&table.caption)));
    let titles: Vec<String> = table.columns.iter().map(|c| escape(&c.title)).collect();
    line(out, &format!("| {} |", titles.join(" | ")));
    out.push('|');
    for Column { number, .. } in &table.columns {
        out.push_str(if *number { "---:|" } else { "---|" });
    }
    out.push('\n');
    // A file cannot fold: the further rows follow the first ones, the row of the whole last.
    let further = table.more.iter().flat_map(|more| &more.rows);
    let parts = table.rows.iter().filter(|r| !r.total).chain(further);
    parts.chain(table.rows.iter().filter(|r| r.total)).for_each(|row| write_row(out, row));
    out.push('\n');
    for note in &table.notes {
        paragraph(out, &escape(note));
    }
}

fn write_row(out: &mut String, row: &Row) {
    let cell = |c: &super::document::Cell| match &c.under {
        // An interval has its own brackets.
        Some(under) if under.starts_with('[') => format!("{} {}", escape(&c.text), escape(under)),
        Some(under) => format!("{} ({})", escape(&c.text), escape(under)),
        None => escape(&c.text),
    };
    let bold = |text: String, strong: bool| {
        if (row.total || strong) && !text.is_empty() { format!("**{text}**") } else { text }
    };
    let opens = row.opens();
    let cells: Vec<String> = row.cells.iter().map(|c| bold(cell(c), c.strong || opens)).collect();
    line(out, &format!("| {} |", cells.join(" | ")));
}

/// Text on one line, with what Markdown and the HTML inside it would take as markup made plain;
/// an interval's brackets and a lone `<` stay as they are, so that the file reads well unrendered.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.trim().chars().enumerate().peekable();
    while let Some((i, c)) = chars.next() {
        let next = chars.peek().map(|n| n.1);
        match c {
            '\\' | '`' | '*' | '_' | '|' | '~' => out.extend(['\\', c]),
            ']' if matches!(next, Some('(' | '[' | ':')) => out.push_str("\\]"),
            '#' | '-' | '+' | '>' if i == 0 => out.extend(['\\', c]),
            '<' if next.is_some_and(|n| n.is_alphabetic() || matches!(n, '/' | '!' | '?')) => {
                out.push_str("&lt;");
            }
            '&' if next.is_some_and(|n| n.is_alphabetic() || n == '#') => out.push_str("&amp;"),
            '\n' | '\r' | '\t' => out.push(' '),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;
    use crate::report::sample;

    #[test]
    fn data_cannot_break_the_page() {
        let text = markdown(&sample::full(Lang::Fr), &sample::figures());
        assert!(
            text.contains("Pro\\|Duo")
                && text.contains("Essai &lt;bêta>")
                && text.contains("\\*\\*interminable\\*\\*")
        );
        assert!(!text.contains("<script") && text.contains("> \\# Attente"));
        assert!(text.contains("![Barres des notes de 0 à 10](figures/score.png)"));
        for table in text.split("\n\n").filter(|part| part.starts_with('|')) {
            let bars = |line: &str| line.replace("\\|", "").matches('|').count();
            let expected = bars(table);
            assert_eq!(expected % table.lines().count(), 0, "{table}");
            assert!(table.lines().all(|line| bars(line) == expected / table.lines().count()), "{table}");
        }
    }

    #[test]
    fn every_report_is_written_without_holes() {
        for lang in [Lang::Fr, Lang::En] {
            for report in sample::all(lang) {
                let text = markdown(&report, &[]);
                for hole in ["None", "null", "NaN", "figures/", "##\n", "\n\n\n"] {
                    assert!(!text.contains(hole), "{hole:?} in {text}");
                }
                assert_eq!(text, markdown(&report, &[]));
            }
        }
    }

    #[test]
    fn markup_is_made_plain() {
        assert_eq!(escape("# a|b\n<i>"), "\\# a\\|b &lt;i>");
        assert_eq!(escape("q < 0,001 [+4 ; +20]"), "q < 0,001 [+4 ; +20]");
        assert_eq!(escape("[a](http://b) R&D &amp; <!-- x"), "[a\\](http://b) R&amp;D &amp;amp; &lt;!-- x");
        assert_eq!(escape("+12"), "\\+12");
    }
}
