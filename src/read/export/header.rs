//! The header of a table that no tool wrote: the first row, unless what stands above a better one is certain.

use super::looks::{Below, Look, Table};
use super::{Layout, REACH, filled, groups, key, titles};

/// The header of `rows`, of which those before `first` are blank.
pub(super) fn find(rows: &[Vec<String>], first: usize) -> Layout {
    let table = Table::new(rows);
    for at in (first..rows.len()).take(REACH) {
        if let Some(layout) = groups::two_lines(&table, at) {
            return Layout { titles: titles(&rows[first..at]), ..layout };
        }
        if at > first && is_header_under(&table, first, at) {
            return Layout { titles: titles(&rows[first..at]), ..Layout::single(rows, at) };
        }
        if table.is_wide(at) {
            break;
        }
    }
    Layout { headless: is_headless(&table, first), ..Layout::single(rows, first) }
}

/// Whether `at` is the header, and the rows from `first` to it titles.
fn is_header_under(table: &Table, first: usize, at: usize) -> bool {
    let used = table.used(at);
    let Some(row) = table.rows.get(at) else { return false };
    if used.len() < 2 || !table.is_wide(at) || filled(row) < 2 {
        return false;
    }
    let Some(above) = table.rows.get(first..at) else { return false };
    if above.iter().any(|r| filled(r) > (used.len() / 2).max(1)) {
        return false;
    }
    let mut names: Vec<String> = row.iter().map(|c| key(c)).filter(|k| !k.is_empty()).collect();
    let n = names.len();
    names.sort_unstable();
    names.dedup();
    let evidence = table.evidence(at, at + 1);
    if names.len() * 2 < n || evidence.answers > 0 {
        return false;
    }
    let blank_line = above.last().is_some_and(|r| filled(r) == 0);
    let alone = above.iter().all(|r| filled(r) <= 1);
    // Lines without separators above a table all of whose rows have the same number of them.
    let regular = table.rows.get(at..).is_some_and(|rest| {
        let mut full = rest.iter().filter(|r| filled(r) > 0);
        rest.len() >= 3 && full.all(|r| r.len() == row.len())
    });
    let bare = above.iter().all(|r| r.len() <= 1) && regular;
    evidence.names > 0 || (alone && blank_line && used.len() >= 3) || bare
}

/// Whether every cell of a header is an answer like those under it, texts that are all different apart.
fn is_headless(table: &Table, at: usize) -> bool {
    let columns = table.rows.get(at).map_or(0, Vec::len);
    let (mut answers, mut others) = (0, 0);
    let mut numbers = Vec::new();
    for column in 0..columns {
        match (table.look(at, column), table.below(column, at + 1)) {
            (Look::Empty, _) | (_, Below::Nothing) => {}
            (Look::Number(x), Below::Numbers { low, high }) => {
                numbers.push(*x);
                // A year over marks from 1 to 5 is a name.
                let reach = (high - low).max(1.0);
                if *x < low - reach || *x > high + reach {
                    return false;
                }
                answers += 1;
            }
            (Look::Date, Below::Dates) => answers += 1,
            (Look::Text(name), Below::Texts { values, few }) => {
                if values.contains(&name.as_str()) && values.len() > 1 {
                    answers += 1;
                } else if few {
                    return false;
                } else {
                    others += 1;
                }
            }
            _ => return false,
        }
    }
    // 1, 2, 3… over as many columns are names.
    let counted = numbers.len() > 1 && numbers.windows(2).all(|w| w[1] - w[0] == 1.0);
    answers > 0 && answers >= others && !counted
}

#[cfg(test)]
mod tests {
    use super::super::layout;
    use super::super::tests::table;
    use super::*;

    fn of(text: &str) -> Layout {
        layout(&table(text), false)
    }

    #[test]
    fn titles_are_skipped_and_said() {
        let answers = "note;avis;région\n5;bien;Nord\n4;mal;Sud\n3;moyen;Nord";
        for (above, titles) in [
            (
                "Enquête de satisfaction 2025;;\nExporté le 12/03/2025;;\n;;\n",
                &["Enquête de satisfaction 2025", "Exporté le 12/03/2025"][..],
            ),
            ("Enquête\n", &["Enquête"]),
            (";;\n;Enquête;\n", &["Enquête"]),
        ] {
            let found = of(&format!("{above}{answers}"));
            assert_eq!(found.names, ["note", "avis", "région"], "{above}");
            assert_eq!(found.titles, titles, "{above}");
            assert_eq!(found.data, found.header + 1);
        }
        let wide = of(
            "Nombre de réponses;3;;;\nPériode;T1;;;\nid;note;avis;région;date\n1;5;bien;Nord;12/03/2025\n2;4;mal;Sud;13/03/2025",
        );
        assert_eq!(
            (wide.header, wide.titles.as_slice()),
            (2, &["Nombre de réponses 3".to_owned(), "Période T1".to_owned()][..])
        );
        // Texts alone: the title stands apart, or has no separators at all.
        let texts = "nom;avis;région\nLéa;bien;Nord\nAli;mal;Sud";
        assert_eq!(of(&format!("Enquête;;\n;;\n{texts}")).header, 2);
        assert_eq!(of(&format!("Enquête\n{texts}")).header, 1);
    }

    #[test]
    fn a_header_on_the_first_row_stays() {
        for text in [
            "note;avis\n5;bien\n4;mal",
            "note;;\n5;bien;Nord\n4;mal;Sud\n3;moyen;Nord",
            ";note;région\n0;5;Nord\n1;4;Sud",
            "avis;;;\nbien;oui;vite;Nord\nmal;non;lent;Sud\nbien;oui;vite;Nord",
            "opinion;;région\nbien;oui;Nord\nmal;non;Sud\nbien;oui;Nord\nmal;non;Sud\nbien;oui;Nord\nmal;non;Sud",
            "avis;avis;note;note\nbien;mal;5;4\nmal;bien;3;2",
            "région;2023;2024;2025\nNord;4;5;3\nSud;2;3;4",
            "1;2;3;4\n5;4;5;3\n2;2;3;4",
            "commentaire\nbien\n\nmal",
            "commentaire\nbien; mais cher\nmal\ntrès bien; rapide; propre",
            "note;avis\n5;bien",
            "note",
            "nom;avis\nLéa;bien\nAli;mal",
            "note;;région;\nNSP;bien;Nord;x\n5;mal;Sud;y\n4;mal;Nord;z",
            "Quelle est, sur une échelle de 0 à 10, la probabilité que vous nous recommandiez ?;Pourquoi ?\n9;bien\n3;",
            "note;avis;;;;;\n5;bien;;;;;\n4;mal;;;;;",
        ] {
            let found = of(text);
            assert_eq!((found.header, found.data), (0, 1), "{text}");
            let written: Vec<&str> = text.lines().next().unwrap().split(';').collect();
            assert_eq!(found.names, written, "{text}");
            assert!(found.titles.is_empty() && !found.headless, "{text}");
        }
    }

    #[test]
    fn a_row_of_answers_in_the_place_of_a_header_is_told() {
        for text in [
            "5;Très bien;Nord\n4;mal;Sud\n3;moyen;Nord",
            "5\n4\n3",
            "12/03/2025;5\n13/03/2025;4\n14/03/2025;5",
        ] {
            let found = of(text);
            assert_eq!((found.header, found.data, found.headless), (0, 1, true), "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn a_full_header_stays_whatever_the_answers(
            n in 1usize..5,
            cells in proptest::collection::vec("|[0-9]|1[0-9]/03/2025|Nord|Sud|bien|très bien, merci", 40),
        ) {
            let header: Vec<String> = (0..n).map(|i| format!("Question {i}")).collect();
            let rows: Vec<Vec<String>> = std::iter::once(header.clone()).chain(cells.chunks(n).map(<[_]>::to_vec)).collect();
            let found = layout(&rows, false);
            proptest::prop_assert_eq!((found.header, found.data), (0, 1));
            proptest::prop_assert_eq!(found.names, header);
        }

        #[test]
        fn a_title_never_costs_an_answer(
            title in "[A-Z][a-z]{2,8}( [a-z]{2,8}){0,3}",
            notes in proptest::collection::vec(0u8..11, 3..20),
        ) {
            let answer = |note: &u8| vec![note.to_string(), format!("avis {note}"), "Nord".to_owned()];
            let mut rows = vec![vec![title, String::new(), String::new()]];
            rows.push(["note", "avis", "région"].map(str::to_owned).to_vec());
            rows.extend(notes.iter().map(answer));
            let found = layout(&rows, false);
            proptest::prop_assert_eq!((found.header, found.data), (1, 2));
            // Without the header, the title stays the header: nothing is thrown away on a guess.
            rows.remove(1);
            let found = layout(&rows, false);
            proptest::prop_assert_eq!((found.header, found.data), (0, 1));
        }
    }
}
