//! The processing sheet in words, as Markdown.

use std::fmt::Write;

use super::{ColumnRole, Processing};
use crate::Lang;
use crate::report::markdown::escape;

impl ColumnRole {
    fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::Identifier => lang.pick("identifiants", "identifiers"),
            Self::Contact => lang.pick("coordonnées", "contact details"),
            Self::Consent => lang.pick("accord pour être rappelé", "consent to be called back"),
            Self::Answers => lang.pick("réponses notées ou choisies", "answers on a scale or by choosing"),
            Self::FreeText => lang.pick("texte libre", "free text"),
            Self::Segment => lang.pick("caractéristiques des répondants", "characteristics of respondents"),
            Self::Wave => lang.pick("date ou vague", "date or wave"),
            Self::Design => lang.pick("poids et plan de sondage", "weights and sampling design"),
            Self::Unused => lang.pick("non utilisées par l’analyse", "not used by the analysis"),
        }
    }
}

impl Processing {
    /// The sheet as Markdown, to be completed by the controller.
    #[must_use]
    pub fn markdown(&self) -> String {
        let sections = [
            (("Finalité et responsabilité", "Purpose and responsibility"), self.purpose()),
            (("Personnes et données", "People and data"), self.data()),
            (("Conservation et destinataires", "Retention and recipients"), self.retention()),
            (("Ce qui quitte la machine", "What leaves the machine"), self.network()),
            (("Mesures de protection", "Safeguards"), self.safeguards()),
            (("Décisions", "Decisions"), self.decisions()),
            (("Droits des personnes", "Rights of people"), self.rights()),
        ];
        let title = self.title.clone().unwrap_or_else(|| self.files.join(", "));
        let mut out =
            format!("# {} – {}\n\n", self.say("Fiche de traitement", "Record of processing"), escape(&title));
        out.push_str(&self.say(
            "Préparée par barometre d’après les fichiers et study.toml (RGPD, article 30), à relire et à compléter par le responsable de traitement. Les cases ☐ sont à remplir.\n",
            "Prepared by barometre from the files and study.toml (GDPR, article 30), to be reviewed and completed by the controller. Boxes ☐ are to be filled in.\n",
        ));
        for ((fr, en), lines) in sections {
            let _ = write!(out, "\n## {}\n\n", self.lang.pick(fr, en));
            for (term, text) in lines {
                let _ = writeln!(out, "- **{term}** – {text}");
            }
        }
        out
    }

    fn say(&self, fr: impl Into<String>, en: impl Into<String>) -> String {
        self.lang.typeset(self.lang.pick(fr.into(), en.into()))
    }

    fn term(&self, fr: &str, en: &str, text: String) -> (String, String) {
        (self.say(fr, en), text)
    }

    /// What is declared, else a blank with what belongs there and the key to write.
    fn declared(&self, value: Option<&String>, key: &str, fr: &str, en: &str) -> String {
        match value {
            Some(value) => escape(value),
            None => self.say(
                format!("☐ À compléter : {fr} (`{key}` sous `[privacy]` de study.toml)"),
                format!("☐ To be filled in: {en} (`{key}` under `[privacy]` of study.toml)"),
            ),
        }
    }

    fn purpose(&self) -> Vec<(String, String)> {
        let own = &self.handling;
        vec![
            self.term("Responsable de traitement", "Controller", self.declared(own.controller.as_ref(), "controller", "nom, adresse, contact, délégué à la protection des données", "name, address, contact, data-protection officer")),
            self.term("Finalité", "Purpose", self.declared(own.purpose.as_ref(), "purpose", "à quoi servent les réponses", "what the answers are for")),
            self.term("Base légale", "Legal basis", self.declared(own.legal_basis.as_ref(), "legal_basis", "intérêt légitime, consentement, autre (article 6)", "legitimate interest, consent, other (article 6)")),
            self.term("Traitement", "Processing", self.say(
                "calcul de scores et de leur incertitude, comptage de mots et de thèmes dans les verbatims, comparaison de groupes",
                "scores and their uncertainty, words and themes counted in comments, groups compared",
            )),
        ]
    }

    fn data(&self) -> Vec<(String, String)> {
        let lang = self.lang;
        let people = if self.employees {
            self.say("salariés ayant répondu", "employees who answered")
        } else {
            self.say("personnes ayant répondu à l’enquête", "people who answered the survey")
        };
        let [read, kept] = self.rows.map(|n| lang.count(n));
        let files: Vec<String> = self.files.iter().map(|file| escape(file)).collect();
        let mut lines = vec![
            self.term("Personnes concernées", "People concerned", people),
            self.term(
                "Fichiers",
                "Files",
                self.say(
                    format!("{} ; lignes lues : {read}, analysées : {kept}", files.join(", ")),
                    format!("{}; rows read: {read}, analysed: {kept}", files.join(", ")),
                ),
            ),
        ];
        for (role, columns) in &self.columns {
            let names: Vec<String> = columns.iter().map(|c| escape(c)).collect();
            let advice = if *role == ColumnRole::Unused {
                self.say(
                    ". À retirer des fichiers si rien d’autre ne les justifie (minimisation)",
                    ". To be removed from the files unless something else justifies them (minimisation)",
                )
            } else {
                String::new()
            };
            lines.push((
                self.say(
                    format!("Colonnes : {}", role.label(lang)),
                    format!("Columns: {}", role.label(lang)),
                ),
                format!("{}{advice}", names.join(", ")),
            ));
        }
        let none = || self.say("aucun reconnu", "none recognised");
        let identifiers: Vec<String> = self
            .identifiers
            .iter()
            .map(|(kind, n)| format!("{} ({})", kind.label(lang), lang.count(*n)))
            .collect();
        let identifiers = if identifiers.is_empty() { none() } else { identifiers.join(", ") };
        lines.push(self.term(
            "Identifiants trouvés dans les cellules",
            "Identifiers found in cells",
            identifiers,
        ));
        let sensitive: Vec<String> = self
            .sensitive
            .iter()
            .map(|(kind, n)| format!("{} ({})", kind.label(lang), self.few(*n)))
            .collect();
        let sensitive = if sensitive.is_empty() {
            none()
        } else {
            self.say(
                format!("{}. Catégories particulières au sens de l’article 9, ou alertes, évoquées dans des verbatims ; `barometre redact --sensitive` en donne la liste à la personne habilitée", sensitive.join(", ")),
                format!("{}. Special categories of article 9, or alerts, mentioned in comments; `barometre redact --sensitive` lists them for the person in charge", sensitive.join(", ")),
            )
        };
        lines.push(self.term("Verbatims au contenu sensible", "Comments with sensitive content", sensitive));
        lines
    }

    /// A number of people, not under the minimum group.
    fn few(&self, n: u64) -> String {
        let min = self.lang.count(self.min_group);
        if n < self.min_group {
            self.say(format!("moins de {min}"), format!("fewer than {min}"))
        } else {
            self.lang.count(n)
        }
    }

    fn retention(&self) -> Vec<(String, String)> {
        let own = &self.handling;
        vec![
            self.term("Durée de conservation", "Retention", self.declared(own.retention.as_ref(), "retention", "durée et suppression des fichiers de réponses, des rapports, des listes de rappel", "how long answer files, reports and call-back lists are kept, and how they are deleted")),
            self.term("Destinataires", "Recipients", self.declared(own.recipients.as_ref(), "recipients", "qui reçoit les rapports, qui a accès aux fichiers", "who receives reports, who may open the files")),
            self.term("Copies", "Copies", self.say(
                "barometre n’a pas de base : il lit les fichiers, écrit ce qu’on lui demande, et efface ses fichiers temporaires en sortant",
                "barometre has no database: it reads the files, writes what it is asked to, and deletes its temporary files on leaving",
            )),
        ]
    }

    fn network(&self) -> Vec<(String, String)> {
        vec![
            self.term("Réseau", "Network", self.say(
                "rien : le programme n’ouvre aucune connexion, n’appelle aucun service, n’envoie ni réponses ni statistiques d’usage ; les pages qu’il écrit n’en chargent aucune",
                "nothing: the program opens no connection, calls no service, sends neither answers nor usage statistics; the pages that it writes load none",
            )),
            self.term("Transferts hors de l’Union européenne", "Transfers outside the European Union", self.say(
                "aucun du fait du programme ; ☐ à vérifier pour l’outil d’enquête et le stockage des fichiers",
                "none by the program; ☐ to be checked for the survey tool and the storage of files",
            )),
        ]
    }

    fn safeguards(&self) -> Vec<(String, String)> {
        let lang = self.lang;
        let (min, quotes) = (lang.count(self.min_group), lang.count(self.min_quotes));
        let groups = if self.min_group > 1 {
            let hidden = lang.count(self.hidden);
            self.say(
                format!("aucun chiffre sur moins de {min} réponses, ni de quoi le retrouver par soustraction ; scores masqués dans le rapport de ces fichiers : {hidden}"),
                format!("no figure on fewer than {min} answers, nor a way to find it by subtraction; scores hidden in the report of these files: {hidden}"),
            )
        } else {
            self.say(
                "pas de seuil (`min_group = 1`) : les petites bases sont signalées, non masquées",
                "no minimum (`min_group = 1`): small bases are flagged, not hidden",
            )
        };
        let quoted = if self.min_quotes > 1 {
            self.say(
                format!("verbatims cités seulement pour un mot ou un thème qu’emploient au moins {quotes} personnes"),
                format!("comments are quoted only for a word or theme that at least {quotes} people use"),
            )
        } else {
            self.say("verbatims cités sans seuil", "comments are quoted without a minimum")
        };
        let quotations = self.say(
            format!("{quoted}, identifiants et noms annoncés masqués, contenu sensible écarté ; un nom que rien n’annonce peut rester, d’où une relecture avant diffusion"),
            format!("{quoted}, identifiers and announced names masked, sensitive content left out; a name that nothing announces may stay, hence a review before sharing"),
        );
        let pseudonyms = if self.pseudonymous {
            self.say(
                "les réponses d’une même personne sont liées d’une vague à l’autre par un identifiant : étude pseudonymisée, non anonyme",
                "answers of the same person are linked between waves by an identifier: pseudonymised, not anonymous",
            )
        } else {
            self.say("aucun identifiant n’est lu par l’analyse", "no identifier is read by the analysis")
        };
        vec![
            self.term("Petits groupes", "Small groups", groups),
            self.term("Citations", "Quotations", quotations),
            self.term("Liaison", "Linking", pseudonyms),
            self.term(
                "Accès aux fichiers",
                "Access to files",
                self.say(
                    "☐ À compléter : qui y accède, chiffrement du disque, sauvegardes",
                    "☐ To be filled in: who has access, disk encryption, backups",
                ),
            ),
        ]
    }

    fn decisions(&self) -> Vec<(String, String)> {
        vec![
            self.term("Rôle des scores", "Role of scores", self.say(
                "les scores et les thèmes aident à décider, ils ne décident pas seuls ; un levier est une association, non une cause",
                "scores and themes help to decide, they do not decide alone; a driver is an association, not a cause",
            )),
            self.term("Décision automatisée", "Automated decision", self.say(
                "aucune décision n’est prise sur une personne, ni profilage au sens de l’article 22",
                "no decision is taken about a person, nor profiling within the meaning of article 22",
            )),
        ]
    }

    fn rights(&self) -> Vec<(String, String)> {
        let access = if self.pseudonymous {
            self.say(
                "l’identifiant permet de retrouver et de supprimer les réponses d’une personne dans les fichiers",
                "the identifier allows the answers of a person to be found and deleted in the files",
            )
        } else {
            self.say(
                "☐ À compléter : comment retrouver les réponses d’une personne, ou pourquoi c’est impossible (article 11)",
                "☐ To be filled in: how the answers of a person are found, or why they cannot be (article 11)",
            )
        };
        vec![
            self.term(
                "Information",
                "Information",
                self.say(
                    "☐ À compléter : où et quand les répondants ont été informés (article 13)",
                    "☐ To be filled in: where and when respondents were informed (article 13)",
                ),
            ),
            self.term(
                "Accès, rectification, effacement, opposition",
                "Access, rectification, erasure, objection",
                access,
            ),
            self.term(
                "Réclamation",
                "Complaint",
                self.say("auprès de la CNIL", "with the supervisory authority (in France, the CNIL)"),
            ),
        ]
    }
}
