//! A header of two lines: groups over the parts that they name together.

use std::collections::{BTreeMap, BTreeSet};

use super::looks::{Look, Table};
use super::{Layout, filled, key, surveymonkey};

/// A header of two lines, as merged cells leave it: groups over the first of their columns, and their
/// parts below.
pub(super) fn two_lines(table: &Table, at: usize) -> Option<Layout> {
    let (above, below) = (table.rows.get(at)?, table.rows.get(at + 1)?);
    let width = above.len().max(below.len());
    // A group may be repeated over each of its columns.
    let group = |c: usize| {
        let look = table.look(at, c);
        let repeated = c > 0 && look == table.look(at, c - 1);
        if repeated { &Look::Empty } else { look }
    };
    let part = |c: usize| table.look(at + 1, c);
    let groups: Vec<usize> = (0..width).filter(|c| !group(*c).is_empty()).collect();
    let covered = |c: &usize| !group(*c).is_empty() || !part(*c).is_empty();
    let used = table.used(at);
    let texts = (0..width).map(part).all(|look| look.is_empty() || look.is_text());
    if groups.len() < 2 || !texts || !used.iter().all(covered) || table.used(at + 2).is_empty() {
        return None;
    }
    let mut owner: Vec<Option<usize>> = Vec::with_capacity(width);
    let (mut inherited, mut whole) = (0, 0);
    let mut parts_of_group: BTreeSet<&str> = BTreeSet::new();
    for c in 0..width {
        let before = owner.last().copied().flatten();
        let own = match (group(c).is_empty(), part(c).is_empty()) {
            (false, _) => Some(c),
            (true, true) => None,
            (true, false) => before,
        };
        whole += usize::from(!group(c).is_empty() && part(c).is_empty());
        if own == Some(c) {
            parts_of_group.clear();
        }
        let distinct = if let Look::Text(name) = part(c) { parts_of_group.insert(name) } else { true };
        if let Some(start) = own.filter(|start| *start != c) {
            // A name on its own, over the whole height of the header, has no parts.
            if part(start).is_empty() || !distinct {
                return None;
            }
            inherited += 1;
        }
        owner.push(own);
    }
    let parts = filled(below);
    let evidence = table.evidence(at + 1, at + 2);
    // “Exporté par | Léa” at the left of a row parts nothing.
    let apart = groups.windows(2).any(|pair| pair[1] > pair[0] + 1) || whole >= 1;
    let merged = apart && inherited + usize::from(whole >= 1) >= 2;
    let enough = evidence.names >= 2 || (evidence.names == 1 && inherited * 2 >= parts);
    if !merged || evidence.answers > 0 || !enough {
        return None;
    }
    Some(join(table, at, &owner))
}

/// Names of a header of two lines: the part where it is enough, the group before it where it is not; the
/// question and its option where the group is a question.
fn join(table: &Table, at: usize, owner: &[Option<usize>]) -> Layout {
    let cell = |row: usize, column: usize| super::cell(table.rows, row, column).to_owned();
    let parts: Vec<String> = (0..owner.len()).map(|c| cell(at + 1, c)).collect();
    let mut times: BTreeMap<String, usize> = BTreeMap::new();
    for part in &parts {
        *times.entry(key(part)).or_default() += 1;
    }
    let mut layout = Layout::new(at, at + 2, parts.clone());
    for (c, owner) in owner.iter().enumerate() {
        let (Some(group), part) = (owner.map(|o| cell(at, o)), &parts[c]) else { continue };
        let repeated = times.get(&key(part)).is_some_and(|n| *n > 1);
        let joined = format!("{group} – {part}");
        if part.is_empty() {
            layout.names[c] = group;
        } else if group.contains('?') || group.split_whitespace().count() >= 5 {
            layout.names[c] = surveymonkey::name(&group, part);
        } else if repeated {
            layout.names[c] = joined;
        } else {
            layout.texts[c] = Some(joined);
        }
    }
    layout
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
    fn groups_over_parts_are_one_header() {
        let answers = "Léa;Nord;34;5;accueil;9\nAli;Sud;41;4;délai;7\nZoé;Nord;28;3;prix;6";
        for groups in
            ["Client;;;Satisfaction;;", "Client;Client;Client;Satisfaction;Satisfaction;Satisfaction"]
        {
            let found = of(&format!("Enquête;;;;;\n{groups}\nNom;Région;Âge;Note;Motif;Avis\n{answers}"));
            assert_eq!((found.header, found.data), (1, 3));
            assert_eq!(found.names, ["Nom", "Région", "Âge", "Note", "Motif", "Avis"]);
            assert_eq!(
                (found.texts[1].as_deref(), found.texts[3].as_deref()),
                (Some("Client – Région"), Some("Satisfaction – Note"))
            );
            assert_eq!(found.titles, ["Enquête"]);
        }
        let found = of(&format!("Client;;;Accueil;;Livraison\nNom;Région;Âge;Note;Motif;Note\n{answers}"));
        assert_eq!(found.names, ["Nom", "Région", "Âge", "Accueil – Note", "Motif", "Livraison – Note"]);
        // Names over the whole height, a question and its options.
        let found = of("Date;Quels canaux utilisez-vous ?;;Votre note\n;Mail;Téléphone;Réponse ouverte
             12/03/2025;Mail;;5\n13/03/2025;;Téléphone;4\n14/03/2025;Mail;Téléphone;3");
        assert_eq!(found.data, 2);
        let names = [
            "Date",
            "Quels canaux utilisez-vous ? [Mail]",
            "Quels canaux utilisez-vous ? [Téléphone]",
            "Réponse ouverte",
        ];
        assert_eq!(found.names, names);
    }

    #[test]
    fn waves_side_by_side_are_groups() {
        let found =
            of("2024;;2025;\nNote;Motif;Note;Motif\n5;délai;4;prix\n3;prix;2;délai\n4;accueil;5;accueil");
        assert_eq!(found.names, ["2024 – Note", "2024 – Motif", "2025 – Note", "2025 – Motif"]);
    }
}
