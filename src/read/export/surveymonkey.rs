//! SurveyMonkey: a row of questions, each on its first column only, and a row of options.

use super::super::records::Role::{self, Identifier, Technical};
use super::{Export, Layout, cell, filled, key, mark_date, markup, trim};

/// Columns of its own, folded, as the exports in English and French and its API name them.
const COLUMNS: [(&[&str], Option<Role>); 9] = [
    (
        &[
            "respondent id",
            "id du repondant",
            "id repondant",
            "identifiant du repondant",
            "id du participant",
        ],
        Some(Identifier),
    ),
    (
        &[
            "collector id",
            "id du collecteur",
            "id de collecteur",
            "id collecteur",
            "identifiant du collecteur",
        ],
        Some(Technical),
    ),
    (&["start date", "date created", "date de debut", "date de creation"], Some(Technical)),
    (&["end date", "date modified", "date de fin", "date de modification"], Some(Technical)),
    (&["ip address", "adresse ip"], Some(Identifier)),
    (&["email address", "adresse email", "adresse e-mail", "adresse electronique"], Some(Identifier)),
    (&["first name", "prenom"], Some(Identifier)),
    (&["last name", "nom", "nom de famille"], Some(Identifier)),
    // The sender may have put a segment there.
    (&["custom data", "donnees personnalisees", "custom"], None),
];

/// Options of a question that has none, folded.
const OPEN: [&str; 8] = [
    "response",
    "open-ended response",
    "reponse",
    "reponse ouverte",
    "reponse libre",
    "antwort",
    "offene antwort",
    "respuesta abierta",
];

pub(super) fn recognise(rows: &[Vec<String>], at: usize) -> Option<Layout> {
    let questions = rows.get(at)?;
    let find = |which: usize| questions.iter().position(|q| own(q) == Some(which));
    let (respondent, collector) = (find(0)?, find(1)?);
    if find(2).or_else(|| find(3)).is_none() || respondent > collector {
        return None;
    }
    // The row of options leaves the columns of the tool empty; a response never does.
    let empty = |column| cell(rows, at + 1, column).is_empty();
    let options =
        rows.get(at + 1).is_some_and(|row| filled(row) > 0 && empty(respondent) && empty(collector));

    let mut layout = Layout::new(at, at + 1 + usize::from(options), questions.clone());
    layout.export = Some(Export::SurveyMonkey);
    let mut question = String::new();
    for (i, written) in questions.iter().enumerate() {
        // Columns of the tool come first: a question may bear the name of one.
        if let Some(which) = own(written).filter(|_| question.is_empty()) {
            layout.roles[i] = COLUMNS[which].1;
            continue;
        }
        if !options {
            continue;
        }
        if !trim(written).is_empty() {
            question = markup::plain(written);
        }
        layout.names[i] = name(&question, &markup::plain(cell(rows, at + 1, i)));
    }
    mark_date(&mut layout, rows, [find(3), find(2)].into_iter().flatten());
    Some(layout)
}

/// Which column of the tool a header is.
fn own(header: &str) -> Option<usize> {
    let key = key(header);
    let plain = key.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end();
    COLUMNS.iter().position(|(names, _)| {
        names.contains(&key.as_str()) || (names[0] == "custom data" && names.contains(&plain))
    })
}

/// `Question [Option]`, or the one that there is.
pub(super) fn name(question: &str, option: &str) -> String {
    match (question.is_empty(), option.is_empty() || OPEN.contains(&key(option).as_str())) {
        (true, _) => option.to_owned(),
        (false, true) => question.to_owned(),
        (false, false) => format!("{question} [{option}]"),
    }
}

#[cfg(test)]
mod tests {
    use super::super::layout;
    use super::super::tests::table;
    use super::*;

    #[test]
    fn the_second_row_completes_the_first() {
        let rows = table(
            "Respondent ID;Collector ID;Start Date;End Date;IP Address;Email Address;First Name;Last Name;Custom Data 1;Canaux utilisés ?;;;Votre note;;Commentaire
             ;;;;;;;;;Mail;Téléphone;Autre (précisez);Response;Pourquoi ?;Open-Ended Response
             11;7;03/12/2025 08:15:00;03/12/2025 08:20:00;1.2.3.4;a@b.fr;Léa;Roy;Nord;Mail;;;5;;bien",
        );
        let found = layout(&rows, false);
        assert_eq!((found.header, found.data, found.export), (0, 2, Some(Export::SurveyMonkey)));
        let questions = [
            "Canaux utilisés ? [Mail]",
            "Canaux utilisés ? [Téléphone]",
            "Canaux utilisés ? [Autre (précisez)]",
            "Votre note",
            "Votre note [Pourquoi ?]",
            "Commentaire",
        ];
        assert_eq!(found.names[9..], questions);
        assert_eq!(found.names[..3], ["Respondent ID", "Collector ID", "Start Date"]);
        let roles = [
            Some(Identifier),
            Some(Technical),
            Some(Technical),
            Some(Role::Date),
            Some(Identifier),
            Some(Identifier),
            Some(Identifier),
            Some(Identifier),
            None,
        ];
        assert_eq!(found.roles[..9], roles);
        assert!(found.roles[9..].iter().all(Option::is_none));
    }

    #[test]
    fn french_exports_and_single_headers_are_read() {
        let rows = table(
            "ID du répondant;ID du collecteur;Date de début;Date de fin;Nom;Quel est votre nom ?;Nom
             ;;;;;Réponse ouverte;Réponse
             11;7;12/03/2025 08:15:00;12/03/2025 08:20:00;Roy;Roy;Roy",
        );
        let found = layout(&rows, false);
        assert_eq!((found.data, found.names[5].as_str()), (2, "Quel est votre nom ?"));
        assert_eq!((found.roles[4], found.roles[6]), (Some(Identifier), None));

        let rows = table(
            "respondent_id;collector_id;date_created;date_modified;Note\n11;7;2025-03-12;2025-03-13;5\n12;7;2025-03-12;2025-03-13;4",
        );
        let found = layout(&rows, false);
        assert_eq!(
            (found.data, found.export, found.names[4].as_str()),
            (1, Some(Export::SurveyMonkey), "Note")
        );
    }
}
