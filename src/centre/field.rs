//! What a column of a table can be: its name in centre.toml, what its cells hold, and the headers it is known by.

use super::fault::TableKind;

macro_rules! fields {
    ($($(#[$doc:meta])+ $name:ident = $id:literal, $holds:ident;)+) => {
        /// What a column says of its row.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Field {
            $($(#[$doc])+ $name,)+
        }

        impl Field {
            /// Every field.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// Its key in centre.toml.
            #[must_use]
            pub fn id(self) -> &'static str {
                match self { $(Self::$name => $id,)+ }
            }

            /// What its cells hold.
            #[must_use]
            pub fn holds(self) -> Holds {
                match self { $(Self::$name => Holds::$holds,)+ }
            }
        }
    };
}

/// What cells hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// A name, an id, a word.
    Text,
    /// A date with its time of day, or a date whose time of day stands in another column.
    Moment,
    /// A duration.
    Duration,
    /// Yes or no.
    Yes,
    /// A number.
    Number,
    /// A number of hours.
    Hours,
}

fields! {
    /// Id of the row: the call, the ticket, the evaluation.
    Id = "id", Text;
    /// Inbound or outbound.
    Direction = "direction", Text;
    /// When it began.
    Start = "start", Moment;
    /// When it ended.
    End = "end", Moment;
    /// When an agent answered.
    AnsweredAt = "answered_at", Moment;
    /// Queue, skill or campaign.
    Queue = "queue", Text;
    /// Agent.
    Agent = "agent", Text;
    /// Time in the voice menu.
    Ivr = "ivr", Duration;
    /// Time in the queue.
    Wait = "wait", Duration;
    /// Ring at the agent's.
    Ring = "ring", Duration;
    /// Talk.
    Talk = "talk", Duration;
    /// On hold.
    Hold = "hold", Duration;
    /// After-call work.
    Wrap = "after_call_work", Duration;
    /// How it ended.
    Outcome = "outcome", Text;
    /// Whether an agent took it.
    Answered = "answered", Yes;
    /// Whether it was passed to someone else.
    Transferred = "transferred", Yes;
    /// Whether it was passed to a higher level.
    Escalated = "escalated", Yes;
    /// Whether it solved the request.
    Resolved = "resolved", Yes;
    /// Case that it belongs to.
    Case = "case", Text;
    /// Customer.
    Customer = "customer", Text;
    /// Reason of the contact.
    Reason = "reason", Text;
    /// Channel.
    Channel = "channel", Text;
    /// Whether it ended in a sale.
    Sale = "sale", Yes;
    /// Whether it came inside the opening hours.
    InHours = "in_hours", Yes;
    /// Satisfaction, 1 to 5.
    Rating = "satisfaction", Number;
    /// When the customer picked up.
    PickedUp = "picked_up", Moment;
    /// When the agent took a picked-up call.
    Taken = "taken", Moment;
    /// When the record was shown to the agent.
    RecordOpened = "record_opened", Moment;
    /// When the agent closed it.
    RecordClosed = "record_closed", Moment;
    /// When the ticket was created.
    Created = "created", Moment;
    /// When it was first answered.
    FirstResponse = "first_response", Moment;
    /// When it was first resolved.
    FirstResolution = "first_resolution", Moment;
    /// When it was last resolved.
    Resolution = "resolution", Moment;
    /// Whether it was reopened.
    Reopened = "reopened", Yes;
    /// What the customer wrote.
    Message = "message", Text;
    /// State of the agent.
    State = "state", Text;
    /// How long a state lasts.
    Length = "duration", Duration;
    /// Day.
    Date = "date", Moment;
    /// Hours scheduled.
    Scheduled = "scheduled", Hours;
    /// Hours absent.
    Absence = "absence", Hours;
    /// Why absent: read as planned or unplanned, never kept.
    AbsenceReason = "absence_reason", Text;
    /// When a lead was contacted.
    Contacted = "contacted", Moment;
    /// When it converted.
    Converted = "converted", Moment;
    /// Call or ticket that a row is about.
    Contact = "contact", Text;
    /// Who evaluated.
    Evaluator = "evaluator", Text;
    /// Whether the agent listened actively.
    Listening = "active_listening", Yes;
    /// Mark of the evaluation.
    Mark = "mark", Number;
}

impl Field {
    /// The field of that key.
    #[must_use]
    pub fn of_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|field| field.id() == id)
    }
}

/// A field of a table and the words of the headers that name it, the surest first; words of one header in any order,
/// headers apart by `|`.
pub type Known = (Field, &'static str);

impl TableKind {
    /// Every table, in the order of the catalogue.
    pub const ALL: &[Self] = &[
        Self::Calls,
        Self::Tickets,
        Self::States,
        Self::Roster,
        Self::Customers,
        Self::Leads,
        Self::Evaluations,
        Self::Survey,
        Self::AgentSurvey,
    ];

    /// Its key in centre.toml.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Calls => "calls",
            Self::Tickets => "tickets",
            Self::States => "states",
            Self::Roster => "roster",
            Self::Customers => "customers",
            Self::Leads => "leads",
            Self::Evaluations => "evaluations",
            Self::Survey => "survey",
            Self::AgentSurvey => "agent_survey",
        }
    }

    /// The fields it may have, and the headers they are known by.
    #[must_use]
    pub fn fields(self) -> &'static [Known] {
        match self {
            Self::Calls => CALLS,
            Self::Tickets => TICKETS,
            Self::States => STATES,
            Self::Roster => ROSTER,
            Self::Customers => CUSTOMERS,
            Self::Leads => LEADS,
            Self::Evaluations => EVALUATIONS,
            Self::Survey => SURVEY,
            Self::AgentSurvey => &[],
        }
    }
}

const CALLS: &[Known] = &[
    (
        Field::Id,
        "id appel|appel|call id|id call|callid|ucid|id communication|numero appel|reference appel|id",
    ),
    (Field::Direction, "direction|sens|sens appel|type appel|call direction|call type"),
    (
        Field::Start,
        "start|debut|debut appel|date heure|horodatage|date heure appel|date appel|call start|start time|datetime|\
         timestamp|created|date debut|arrivee|vru entry|date|time|heure|heure appel",
    ),
    (Field::End, "end|fin|fin appel|date fin|heure fin|end time|call end"),
    (Field::AnsweredAt, "answered at|answer time|heure decroche|date decroche|pris a|heure prise en charge"),
    (
        Field::Queue,
        "queue|file|file attente|skill|competence|campagne|campaign|queue name|nom file|service|groupe|pole",
    ),
    (
        Field::Agent,
        "agent|conseiller|teleconseiller|operateur|agent name|nom agent|agent id|id agent|server|advisor|login",
    ),
    (Field::Ivr, "duree svi|svi|ivr|ivr s|temps svi|vru time|vru|ivr time|ivr duration|duree serveur vocal"),
    (
        Field::Wait,
        "attente|duree attente|temps attente|queue s|wait|wait time|queue time|q time|waiting time|time in queue|\
         attente file|speed of answer|speed of answer in seconds|delai decroche",
    ),
    (Field::Ring, "sonnerie|ring|ring s|duree sonnerie|temps sonnerie|ring time"),
    (
        Field::Talk,
        "conversation|duree conversation|temps conversation|communication|duree communication|talk|talk s|talk time|\
         talk duration|avgtalkduration|avg talk duration|ser time|duree appel|call duration|duration|duree|dmc",
    ),
    (
        Field::Hold,
        "attente garde|mise en garde|mise garde|garde|hold|hold s|hold time|duree mise en garde|duree garde",
    ),
    (
        Field::Wrap,
        "post appel|acw|acw s|after call work|wrap|wrap up|wrap time|wrapup|duree post appel|temps post appel|\
         travail post appel|apres appel",
    ),
    (
        Field::Outcome,
        "issue|outcome|resultat|statut|status|etat|disposition|call outcome|call status|statut appel|etat appel|resultat appel",
    ),
    (Field::Answered, "answered|answered y n|decroche|repondu|traite|pris|appel decroche|appel traite"),
    (Field::Transferred, "transfere|transferred|transfert|transfer|appel transfere"),
    (Field::Escalated, "escalade|escalated|escalation|niveau 2"),
    (
        Field::Resolved,
        "resolu|resolved|resolved first|resolution|fcr|premier contact|resolu premier contact|once done",
    ),
    (Field::Case, "dossier|case|id dossier|case id|numero dossier|affaire|id case"),
    (
        Field::Customer,
        "client|customer|id client|customer id|numero client|contrat|caller|appelant|customerid",
    ),
    (Field::Reason, "motif|reason|motif appel|type demande|objet|sujet|topic|categorie|category|type|nature"),
    (Field::Channel, "canal|channel|media"),
    (Field::Sale, "vente|sale|sales|conversion|vendu|transforme|converted"),
    (Field::InHours, "in hours|ho|heures ouvrees|heure ouvree|ouvre|heures ouvertes|business hours"),
    (Field::Rating, "satisfaction|satisfaction rating|csat|note satisfaction|note|rating|score satisfaction"),
    (Field::PickedUp, "decroche client|picked up|customer pickup|client decroche|heure decroche client"),
    (Field::Taken, "pris agent|taken|agent pickup|prise agent|heure prise agent|agent connected"),
    (Field::RecordOpened, "fiche ouverte|record opened|ouverture fiche|fiche ouverture|record shown"),
    (Field::RecordClosed, "fiche fermee|record closed|fermeture fiche|fiche fermeture|cloture fiche"),
];

const TICKETS: &[Known] = &[
    (Field::Id, "id ticket|ticket|ticket id|numero ticket|reference|demande|id demande|numero demande|id"),
    (Field::Channel, "canal|channel|source|media|origine"),
    (Field::Customer, "client|customer|id client|customer id|demandeur|requester|contact"),
    (Field::Reason, "motif|reason|type demande|categorie|category|sujet|topic|objet|type"),
    (
        Field::Created,
        "cree|created|cree le|date creation|created at|creation|ouvert|ouvert le|opened|opened at|date ouverture|recu le",
    ),
    (
        Field::FirstResponse,
        "premiere reponse|first response|date premiere reponse|first response at|first reply|repondu le|1ere reponse",
    ),
    (
        Field::FirstResolution,
        "premiere resolution|first resolution|date premiere resolution|first resolved at",
    ),
    (
        Field::Resolution,
        "resolu le|resolved|resolved at|date resolution|resolution|cloture|closed|closed at|date cloture|clos le|ferme le",
    ),
    (Field::Reopened, "rouvert|reopened|reouvert|reouverture"),
    (Field::Escalated, "escalade|escalated|escalation|niveau 2"),
    (Field::Agent, "agent|conseiller|assignee|assigne|operateur|responsable|owner"),
    (Field::Queue, "queue|file|equipe|groupe|group|team|service"),
    (Field::Case, "dossier|case|id dossier|case id"),
    (Field::Message, "message|texte|description|contenu|body|verbatim|text|corps"),
    (Field::Rating, "satisfaction|csat|note|rating|satisfaction rating|note satisfaction"),
];

const STATES: &[Known] = &[
    (Field::Agent, "agent|conseiller|teleconseiller|operateur|agent name|nom agent|login"),
    (Field::State, "etat|state|statut|status|etat agent|agent state|activite|activity"),
    (Field::Start, "debut|start|debut etat|start time|heure debut|date debut|from|horodatage|date heure"),
    (Field::End, "fin|end|fin etat|end time|heure fin|date fin|to"),
    (Field::Length, "duree|duration|duree etat|temps|length"),
];

const ROSTER: &[Known] = &[
    (Field::Agent, "agent|conseiller|teleconseiller|operateur|nom agent|agent name|matricule|salarie"),
    (Field::Date, "date|jour|day"),
    (
        Field::Scheduled,
        "heures planifiees|planifie|planned hours|scheduled|scheduled hours|heures prevues|heures theoriques|heures",
    ),
    (Field::Absence, "absence heures|heures absence|absence|absent|absence hours|heures absentes"),
    (Field::AbsenceReason, "motif absence|motif|reason|absence reason|type absence|nature absence"),
];

const CUSTOMERS: &[Known] = &[
    (Field::Customer, "client|customer|id client|customer id|numero client|contrat|abonne|id"),
    (
        Field::Start,
        "debut|start|date debut|entree|date entree|souscription|date souscription|client depuis|since|start date",
    ),
    (Field::End, "fin|end|date fin|sortie|date sortie|resiliation|date resiliation|end date|churn date"),
];

const LEADS: &[Known] = &[
    (Field::Id, "piste|lead|id piste|lead id|prospect|id prospect|id"),
    (Field::Customer, "client|customer|id client|customer id"),
    (Field::Created, "cree|cree le|created|created at|date creation|recu le"),
    (
        Field::Contacted,
        "contact|contact le|contacted|contacte|contacte le|date contact|contacted at|first contact",
    ),
    (
        Field::Converted,
        "converti|converti le|converted|converted at|date conversion|conversion|signe le|vente le",
    ),
];

const EVALUATIONS: &[Known] = &[
    (Field::Id, "evaluation|id evaluation|evaluation id|id"),
    (Field::Contact, "id appel|appel|call|call id|interaction|id interaction|ticket|id ticket|contact"),
    (Field::Agent, "agent|conseiller|nom agent|agent name|teleconseiller"),
    (Field::Evaluator, "evaluateur|evaluator|superviseur|auditeur|evalue par|reviewer"),
    (Field::Date, "date|date evaluation|evalue le|evaluation date"),
    (Field::Listening, "ecoute active|active listening|ecoute|listening"),
    (Field::Mark, "note|score|mark|total|note globale"),
];

const SURVEY: &[Known] = &[
    (
        Field::Contact,
        "id appel|appel|call id|call|id ticket|ticket|ticket id|interaction|id interaction|contact|id contact",
    ),
    (Field::Customer, "client|customer|id client|customer id|numero client"),
    (Field::Date, "date|date reponse|date heure|response date|horodatage|submitdate|repondu le"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_table_names_a_field_once_and_each_field_has_its_key() {
        for kind in TableKind::ALL {
            let fields = kind.fields();
            for (i, (field, headers)) in fields.iter().enumerate() {
                assert!(!fields[..i].iter().any(|(other, _)| other == field), "{kind:?} {field:?}");
                let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == ' ';
                assert!(
                    headers.split('|').all(|h| !h.is_empty() && h.trim() == h && h.chars().all(plain)),
                    "{headers}"
                );
            }
        }
        for field in Field::ALL {
            assert_eq!(Field::of_id(field.id()), Some(*field));
        }
    }
}
