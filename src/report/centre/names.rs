//! What indicators and faults are called inside a sentence of the report.

use crate::centre::{FaultKind, Indicator};
use crate::lang::Lang;

/// An indicator as the subject of a sentence, singular: `le taux d’abandon`, `the abandonment rate`.
pub(super) fn subject(id: Indicator, lang: Lang) -> &'static str {
    use Indicator as I;
    let (fr, en) = match id {
        I::Csat => ("le taux de satisfaction client (CSAT)", "customer satisfaction (CSAT)"),
        I::Nps => ("le NPS", "the NPS"),
        I::Ces => ("le score d’effort client (CES)", "the customer effort score (CES)"),
        I::Enps => ("l’eNPS", "the eNPS"),
        I::AgentSatisfaction => ("le taux de satisfaction des agents", "agent satisfaction"),
        I::ResponseRate => ("le taux de réponse", "the response rate"),
        I::AverageHandleTime => ("la durée moyenne de traitement (DMT)", "average handle time (AHT)"),
        I::AverageTalkTime => ("la durée moyenne de conversation (DMC)", "average talk time"),
        I::AverageAfterCallWork => ("le post-appel moyen", "average after-call work"),
        I::HandledCalls => ("le nombre d’appels traités", "the number of handled calls"),
        I::AbandonedCalls => ("le nombre d’appels abandonnés", "the number of abandoned calls"),
        I::AnswerRate => ("le taux de décroché", "the answer rate"),
        I::QualityOfService => ("le taux de qualité de service (QS)", "quality of service"),
        I::ServiceLevel => ("le niveau de service", "the service level"),
        I::AbandonmentRate => ("le taux d’abandon", "the abandonment rate"),
        I::AverageWaitTime => ("le temps moyen d’attente", "average wait time"),
        I::AverageSpeedOfAnswer => ("la vitesse moyenne de réponse (ASA)", "average speed of answer (ASA)"),
        I::InHoursCalls => ("le nombre d’appels en heures ouvrées", "the number of calls in opening hours"),
        I::OutOfHoursCalls => {
            ("le nombre d’appels hors heures ouvrées", "the number of calls out of opening hours")
        }
        I::FirstContactResolution => {
            ("le taux de résolution au premier contact (FCR)", "first contact resolution (FCR)")
        }
        I::ContactsPerCase => ("le nombre de contacts par dossier", "the number of contacts a case"),
        I::SelfServiceRate => ("le taux de transfert selfcare", "the self-service rate"),
        I::EscalationRate => ("le taux d’escalade", "the escalation rate"),
        I::TransferRate => ("le taux de transfert", "the transfer rate"),
        I::CallConversionRate => ("le taux de conversion des appels", "the call conversion rate"),
        I::ConvertedCalls => ("le nombre d’appels convertis", "the number of converted calls"),
        I::LeadConversionRate => ("le taux de conversion des leads", "the lead conversion rate"),
        I::CostPerInteraction => ("le coût par interaction", "the cost per interaction"),
        I::CostPerCall => ("le coût par appel", "the cost per call"),
        I::CostPerRequestType => ("le coût par type de demande", "the cost per request type"),
        I::ActiveListeningRate => ("le taux d’écoute active", "the active listening rate"),
        I::KeywordRate => ("la récurrence des mots-clés", "the keyword rate"),
        I::ConnectRate => ("le taux de décroché des appels sortants", "the connect rate"),
        I::AnsweringMachineRate => ("le taux de détection des répondeurs", "the answering machine rate"),
        I::CallRejectionRate => ("le taux de rejet d’appel", "the call rejection rate"),
        I::OutboundConversionRate => ("le taux de transformation", "the outbound conversion rate"),
        I::PredictiveConnectDelay => ("le délai de mise en relation", "the predictive connect delay"),
        I::TimeBetweenRecords => ("l’attente entre deux fiches", "the time between records"),
        I::Occupancy => ("le taux d’occupation", "occupancy"),
        I::Utilisation => ("le taux d’utilisation", "utilisation"),
        I::BreakTime => ("le temps de pause par agent et par jour", "break time per agent and day"),
        I::AgentDays => ("le nombre de jours-agents travaillés", "the number of agent days"),
        I::AbsenceRate => ("le taux d’absentéisme", "the absence rate"),
        I::RetentionRate => ("le taux de rétention", "the retention rate"),
        I::ChurnRate => ("le taux d’attrition", "the churn rate"),
        I::FirstResponseTime => ("le délai de première réponse (DPR)", "the first response time"),
        I::ResolutionTime => ("le délai de traitement des tickets", "the resolution time of tickets"),
        I::Volume => ("le nombre de demandes reçues", "the number of requests received"),
        I::Backlog => ("l’encours", "the backlog"),
    };
    lang.pick(fr, en)
}

/// What is wrong with a row, in three words.
pub(super) fn fault(kind: FaultKind, lang: Lang) -> &'static str {
    let (fr, en) = match kind {
        FaultKind::NegativeDuration => ("durée négative", "negative duration"),
        FaultKind::Unreadable => ("valeur illisible", "unreadable value"),
        FaultKind::EndBeforeStart => ("fin avant le début", "end before start"),
        FaultKind::ResolvedBeforeCreated => ("résolution avant l’ouverture", "resolved before created"),
        FaultKind::NoAgent => ("appel décroché sans agent", "answered without an agent"),
        FaultKind::UnknownOutcome => ("issue d’appel inconnue", "unknown outcome"),
        FaultKind::UnknownState => ("état inconnu", "unknown state"),
        FaultKind::Overlap => ("états qui se chevauchent", "overlapping states"),
        FaultKind::NoDate => ("sans date", "no date"),
        FaultKind::Unmatched => ("réponse sans contact", "answer without a contact"),
        FaultKind::SecondAnswer => ("seconde réponse", "second answer"),
        FaultKind::Repeated => ("ligne répétée", "repeated row"),
        FaultKind::RepeatedId => ("identifiant répété", "repeated id"),
        FaultKind::Incomplete => ("ligne incomplète", "incomplete row"),
        FaultKind::AmbiguousDates => ("dates à double lecture", "dates that read both ways"),
    };
    lang.pick(fr, en)
}

/// Rows of that fault count all the same: it tells of a key, not of a wrong row.
pub(super) fn still_counts(kind: FaultKind) -> bool {
    matches!(kind, FaultKind::Repeated | FaultKind::RepeatedId | FaultKind::AmbiguousDates)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_indicator_is_the_subject_of_a_sentence() {
        for lang in [Lang::Fr, Lang::En] {
            let mut subjects: Vec<&str> = Indicator::ALL.iter().map(|id| subject(*id, lang)).collect();
            assert!(subjects.iter().all(|s| !s.contains('\'') && s.starts_with(char::is_lowercase)));
            subjects.sort_unstable();
            subjects.dedup();
            assert_eq!(subjects.len(), Indicator::ALL.len());
        }
    }
}
