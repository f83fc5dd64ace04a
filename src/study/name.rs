//! What the name of a column lets expect of it.

use super::fold::words;
use super::profile::Profile;

/// Words of a column name that decide what it can be.
pub(super) struct Name {
    words: Vec<String>,
    raw: String,
}

impl Name {
    pub(super) fn new(column: &str) -> Self {
        Self { words: words(column), raw: column.to_owned() }
    }

    /// Name of a column, and the text of its question where the file gives it.
    pub(super) fn of(profile: &Profile) -> Self {
        match &profile.text {
            Some(text) => Self::new(&format!("{} {text}", profile.column)),
            None => Self::new(&profile.column),
        }
    }

    pub(super) fn starts(&self, stems: &[&str]) -> bool {
        self.words.iter().any(|w| stems.iter().any(|s| w.starts_with(s)))
    }

    pub(super) fn is(&self, full: &[&str]) -> bool {
        self.words.iter().any(|w| full.contains(&w.as_str()))
    }

    pub(super) fn recommends(&self) -> bool {
        // “Qui vous a recommandé…” asks for something else than a likelihood.
        let done = ["recommandé", "recommended"].iter().any(|past| self.raw.to_lowercase().contains(past));
        (self.starts(&["recommand", "recommend"]) && !done) || self.is(&["nps", "enps", "reco"])
    }

    pub(super) fn employees(&self) -> bool {
        self.starts(&["employe", "salarie", "collaborat", "travaill", "enps", "workplace"])
            || (self.is(&["travail", "work"]) && self.recommends())
    }

    pub(super) fn effort(&self) -> bool {
        // CES is an indicator, “ces” in a sentence is a French word.
        let ces = self.is(&["ces"]) && (self.raw.contains("CES") || self.words.len() <= 2);
        let facilities = self.is(&["facility", "facilities"]);
        (self.starts(&["effort", "facil"]) && !facilities) || ces || self.is(&["easy", "ease"])
    }

    pub(super) fn satisfies(&self) -> bool {
        self.starts(&["satisf", "csat", "contentement"])
    }

    pub(super) fn rates(&self) -> bool {
        self.is(&[
            "note",
            "notes",
            "notez",
            "rating",
            "ratings",
            "score",
            "stars",
            "etoiles",
            "evaluation",
            "evaluez",
        ])
    }

    pub(super) fn asks(&self) -> bool {
        self.raw.contains('?')
            || self.words.len() >= 5
            || self.words.first().is_some_and(|w| is_question_number(w))
    }

    /// Whether the name announces an answer on a scale.
    pub(super) fn scales(&self) -> bool {
        !self.classifies()
            && !self.comments()
            && (self.recommends() || self.satisfies() || self.rates() || self.effort())
    }

    /// Whether the column sorts people into groups, be it by a score.
    pub(super) fn classifies(&self) -> bool {
        self.starts(&["motif", "raison", "tranche", "classe", "groupe", "categorie"])
            || self.is(&["type", "moyen", "reason", "class", "classes", "group", "band", "category"])
    }

    /// Whether the column holds a date, or a moment.
    pub(super) fn dates(&self) -> bool {
        self.starts(&["date", "horodat", "timestamp", "datetime"])
            || self.is(&["jour", "day", "created", "submitted", "completed", "recorded"])
    }

    /// Whether the column holds the age of people.
    pub(super) fn is_age(&self) -> bool {
        self.is(&["age", "ages"]) && !self.classifies()
    }

    /// Whether a date is not that of the answer: birth, seniority.
    pub(super) fn dates_something_else(&self) -> bool {
        self.starts(&[
            "naissance",
            "birth",
            "ancienn",
            "embauche",
            "hire",
            "adhesion",
            "souscription",
            "expir",
        ]) || self.is(&["exp", "entree", "creation"])
    }

    pub(super) fn counts(&self) -> bool {
        self.is(&[
            "nb",
            "nombre",
            "number",
            "count",
            "age",
            "annee",
            "year",
            "mois",
            "month",
            "jour",
            "jours",
            "day",
            "days",
            "semaine",
            "week",
            "heure",
            "heures",
            "hour",
            "hours",
            "duree",
            "duration",
            "seconds",
            "minutes",
            "delai",
            "montant",
            "amount",
            "euros",
            "total",
            "quantite",
            "code",
            "numero",
            "departement",
            "postal",
            "cp",
            "anciennete",
            "taille",
            "enfants",
            "freres",
            "latitude",
            "longitude",
            "progress",
            "status",
            "finished",
        ])
    }

    pub(super) fn comments(&self) -> bool {
        self.starts(&[
            "verbatim",
            "comment",
            "remarque",
            "suggestion",
            "pourquoi",
            "precis",
            "feedback",
            "opinion",
        ]) || self.is(&["avis", "why", "text", "texte", "review", "message", "libre"])
    }

    /// Whether the column holds what tells one person from another, however often a value comes back.
    pub(super) fn is_personal(&self) -> bool {
        let personal = [
            "nom",
            "prenom",
            "firstname",
            "lastname",
            "fullname",
            "email",
            "mail",
            "courriel",
            "telephone",
            "phone",
            "mobile",
            "portable",
            "ip",
            "ipaddress",
            "adresse",
            "address",
        ];
        let beside = [
            "de",
            "du",
            "client",
            "famille",
            "complet",
            "usuel",
            "first",
            "last",
            "full",
            "name",
            "e",
            "repondant",
            "respondent",
            "recipient",
            "contact",
            "number",
            "numero",
            "postale",
            "electronique",
        ];
        self.is(&personal)
            && self.words.iter().all(|w| personal.contains(&w.as_str()) || beside.contains(&w.as_str()))
    }

    /// Whether the column tells who answered, rather than from where.
    pub(super) fn is_respondent(&self) -> bool {
        self.is(&["id", "ids", "identifiant", "uuid", "guid", "respondent", "repondant", "token"])
            && !self.is_personal()
    }

    /// Whether the name is a period and nothing else: `Mois`, `Année`, `Date`.
    pub(super) fn is_a_period(&self) -> bool {
        self.words.len() == 1
            && self.is(&[
                "annee", "year", "mois", "month", "semaine", "week", "date", "jour", "saison", "season",
            ])
    }

    pub(super) fn names_a_wave(&self) -> bool {
        self.is(&[
            "vague",
            "wave",
            "vagues",
            "trimestre",
            "quarter",
            "periode",
            "period",
            "campagne",
            "edition",
        ]) || self.is(&["semestre"])
    }

    pub(super) fn weighs(&self) -> bool {
        self.is(&["poids", "weight", "weights", "pond", "wgt"]) || self.starts(&["ponder", "redress"])
    }

    pub(super) fn designs(&self) -> bool {
        self.is(&["strate", "strata", "stratum", "grappe", "cluster"])
    }

    pub(super) fn identifies(&self) -> bool {
        self.is(&[
            "id",
            "ids",
            "identifiant",
            "uuid",
            "guid",
            "respondent",
            "repondant",
            "ref",
            "reference",
            "email",
            "mail",
            "courriel",
            "telephone",
            "phone",
            "ip",
            "ipaddress",
            "nom",
            "prenom",
            "name",
            "firstname",
            "lastname",
            "token",
        ])
    }
}

fn is_question_number(word: &str) -> bool {
    word.strip_prefix('q').is_some_and(|n| n.starts_with(|c: char| c.is_ascii_digit()))
}
