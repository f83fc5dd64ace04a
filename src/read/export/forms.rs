//! Google Forms and Microsoft Forms: one header row, the questions as they were asked.

use super::super::records::Role::{self, Date, Identifier, Technical};
use super::{Export, Layout, blocks, cell, key, mark_date};
use crate::study::parse_date;

pub(super) fn google(rows: &[Vec<String>], at: usize) -> Option<Layout> {
    const STAMPS: [&str; 3] = ["Horodateur", "Timestamp", "Zeitstempel"];
    const ADDRESSES: [&str; 8] = [
        "adresse e-mail",
        "adresse email",
        "adresse de messagerie",
        "email address",
        "e-mail-adresse",
        "nom d'utilisateur",
        "username",
        "nutzername",
    ];
    let names = rows.get(at)?;
    if !STAMPS.contains(&cell(rows, at, 0)) {
        return None;
    }
    let moments: Vec<&str> =
        (at + 1..rows.len()).map(|row| cell(rows, row, 0)).filter(|c| !c.is_empty()).collect();
    // A log also begins with time stamps; it asks nothing.
    let asks = |name: &str| {
        name.contains('?') || name.split_whitespace().count() >= 3 || blocks::split(name).is_some()
    };
    let is_address = |name: &str| ADDRESSES.contains(&key(name).as_str());
    let certain = names.iter().skip(1).any(|name| asks(name) || is_address(name));
    if !certain || !moments.iter().all(|m| parse_date(m).is_some() && m.contains(':')) {
        return None;
    }
    let mut layout = Layout::new(at, at + 1, names.clone());
    layout.export = Some(Export::GoogleForms);
    // The file that Forms itself downloads writes `2025/03/12 9:05:00 AM UTC+1` and joins choices by semicolons;
    // the sheet that it feeds, by commas.
    let downloaded = moments.iter().any(|m| m.contains(" AM ") || m.contains(" PM "));
    layout.separator = Some(if downloaded { ";" } else { ", " });
    layout.roles[0] = Some(Date);
    // Only the address that Forms collects itself stands there: another one may be a question.
    if names.get(1).is_some_and(|name| is_address(name)) {
        layout.roles[1] = Some(Identifier);
    }
    Some(layout)
}

pub(super) fn microsoft(rows: &[Vec<String>], at: usize) -> Option<Layout> {
    const TIMES: [[&str; 2]; 3] = [
        ["heure de debut", "heure de fin"],
        ["start time", "completion time"],
        ["startzeit", "fertigstellungszeit"],
    ];
    const OWN: [(&str, Role); 10] = [
        ("adresse de messagerie", Identifier),
        ("adresse e-mail", Identifier),
        ("email", Identifier),
        ("e-mail", Identifier),
        ("nom", Identifier),
        ("name", Identifier),
        ("total points", Technical),
        ("quiz feedback", Technical),
        ("heure de la derniere modification", Technical),
        ("last modified time", Technical),
    ];
    let names = rows.get(at)?;
    let [id, start, end, _, ..] = names.as_slice() else { return None };
    let times = [key(start), key(end)];
    if key(id) != "id" || !TIMES.iter().any(|pair| times == *pair) {
        return None;
    }
    let keys: Vec<String> = names.iter().map(|n| key(n)).collect();
    let mut layout = Layout::new(at, at + 1, names.clone());
    layout.export = Some(Export::MicrosoftForms);
    layout.separator = Some(";");
    layout.roles[0] = Some(Identifier);
    layout.roles[1] = Some(Technical);
    // Its own columns come together, before the first question.
    for (role, key) in layout.roles.iter_mut().zip(&keys).skip(3) {
        let Some((_, own)) = OWN.iter().find(|(name, _)| name == key) else { break };
        *role = Some(*own);
    }
    // Quizzes add the points of every question, and a place to comment on them.
    for i in 0..keys.len() {
        let graded = keys[i].split_once(" - ").is_some_and(|(head, question)| {
            ["points", "feedback"].contains(&head) && keys.iter().any(|k| k == question)
        });
        if graded {
            layout.roles[i] = Some(Technical);
        }
    }
    mark_date(&mut layout, rows, [2, 1]);
    Some(layout)
}

#[cfg(test)]
mod tests {
    use super::super::layout;
    use super::super::tests::table;
    use super::*;

    #[test]
    fn google_is_known_by_its_stamps_and_questions() {
        let sheet = table(
            "Horodateur;Adresse e-mail;Vos canaux;Qualité [Accueil];Qualité [Délai]
             12/03/2025 08:15:00;a@b.fr;Mail, Téléphone;5;4
             13/03/2025 09:15:00;c@d.fr;Mail;3;",
        );
        let found = layout(&sheet, false);
        assert_eq!((found.data, found.export, found.separator), (1, Some(Export::GoogleForms), Some(", ")));
        assert_eq!(found.roles, [Some(Date), Some(Identifier), None, None, None]);

        let downloaded = table("Timestamp;How did you hear of us?\n2025/03/12 8:15:00 AM GMT+1;Mail|Phone");
        let found = layout(&downloaded, false);
        assert_eq!((found.export, found.separator), (Some(Export::GoogleForms), Some(";")));
        // The moments of a log of events are no stamps of a form if one of them is none.
        let broken = table("Horodateur;Comment avez-vous connu ce lieu ?\nhier;ami");
        assert_eq!(layout(&broken, false).export, None);
    }

    #[test]
    fn microsoft_is_known_by_its_first_columns() {
        let quiz = table(
            "ID;Heure de début;Heure de fin;Adresse de messagerie;Nom;Total points;Heure de la dernière modification;Nom;Points - Nom;Feedback - Nom;Points - forts
             1;12/03/2025 08:15:00;12/03/2025 08:20:00;anonymous;;3;;Léa;1;;accueil",
        );
        let found = layout(&quiz, false);
        assert_eq!((found.data, found.export, found.separator), (1, Some(Export::MicrosoftForms), Some(";")));
        let own = [
            Some(Identifier),
            Some(Technical),
            Some(Date),
            Some(Identifier),
            Some(Identifier),
            Some(Technical),
            Some(Technical),
        ];
        assert_eq!(found.roles[..7], own);
        // A question may be called as a column of the tool, after the first question.
        let english = table(
            "Id;Start time;Completion time;Email;Name;Where?;Name\n1;3/12/25 8:15:00;3/12/25 8:20:00;a@b.fr;Léa;Lyon;Zoé",
        );
        let found = layout(&english, false);
        assert_eq!((found.roles[4], found.roles[5], found.roles[6]), (Some(Identifier), None, None));
    }
}
