//! What indicators and faults are called inside a sentence of the report.

use crate::centre::{FaultKind, Indicator};
use crate::lang::Lang;

/// An indicator as the subject of a sentence, singular: `le taux d’abandon`, `the abandonment rate`.
pub(super) fn subject(id: Indicator, lang: Lang) -> &'static str {
    use Indicator as I;
    match id {
        I::Csat => pick!(lang, centre_report::customer_satisfaction),
        I::Nps => pick!(lang, centre_report::the_nps),
        I::Ces => pick!(lang, centre_report::the_customer_effort_score),
        I::Enps => pick!(lang, centre_report::the_enps),
        I::AgentSatisfaction => pick!(lang, centre_report::agent_satisfaction),
        I::ResponseRate => pick!(lang, centre_report::the_response_rate),
        I::AverageHandleTime => pick!(lang, centre_report::average_handle_time),
        I::AverageTalkTime => pick!(lang, centre_report::average_talk_time),
        I::AverageAfterCallWork => pick!(lang, centre_report::average_after_call_work),
        I::HandledCalls => pick!(lang, centre_report::the_number_of_handled_calls),
        I::AbandonedCalls => pick!(lang, centre_report::the_number_of_abandoned_calls),
        I::AnswerRate => pick!(lang, centre_report::the_answer_rate),
        I::QualityOfService => pick!(lang, centre_report::quality_of_service),
        I::ServiceLevel => pick!(lang, centre_report::the_service_level),
        I::AbandonmentRate => pick!(lang, centre_report::the_abandonment_rate),
        I::AverageWaitTime => pick!(lang, centre_report::average_wait_time),
        I::AverageSpeedOfAnswer => pick!(lang, centre_report::average_speed_of_answer),
        I::InHoursCalls => pick!(lang, centre_report::the_number_of_calls_in_opening_hours),
        I::OutOfHoursCalls => pick!(lang, centre_report::the_number_of_calls_out_of_opening_hours),
        I::FirstContactResolution => pick!(lang, centre_report::first_contact_resolution),
        I::ContactsPerCase => pick!(lang, centre_report::the_number_of_contacts_a_case),
        I::SelfServiceRate => pick!(lang, centre_report::the_self_service_rate),
        I::EscalationRate => pick!(lang, centre_report::the_escalation_rate),
        I::TransferRate => pick!(lang, centre_report::the_transfer_rate),
        I::CallConversionRate => pick!(lang, centre_report::the_call_conversion_rate),
        I::ConvertedCalls => pick!(lang, centre_report::the_number_of_converted_calls),
        I::LeadConversionRate => pick!(lang, centre_report::the_lead_conversion_rate),
        I::CostPerInteraction => pick!(lang, centre_report::the_cost_per_interaction),
        I::CostPerCall => pick!(lang, centre_report::the_cost_per_call),
        I::CostPerRequestType => pick!(lang, centre_report::the_cost_per_request_type),
        I::ActiveListeningRate => pick!(lang, centre_report::the_active_listening_rate),
        I::KeywordRate => pick!(lang, centre_report::the_keyword_rate),
        I::ConnectRate => pick!(lang, centre_report::the_connect_rate),
        I::AnsweringMachineRate => pick!(lang, centre_report::the_answering_machine_rate),
        I::CallRejectionRate => pick!(lang, centre_report::the_call_rejection_rate),
        I::OutboundConversionRate => pick!(lang, centre_report::the_outbound_conversion_rate),
        I::PredictiveConnectDelay => pick!(lang, centre_report::the_predictive_connect_delay),
        I::TimeBetweenRecords => pick!(lang, centre_report::the_time_between_records),
        I::Occupancy => pick!(lang, centre_report::occupancy),
        I::Utilisation => pick!(lang, centre_report::utilisation),
        I::BreakTime => pick!(lang, centre_report::break_time_per_agent_and_day),
        I::AgentDays => pick!(lang, centre_report::the_number_of_agent_days),
        I::AbsenceRate => pick!(lang, centre_report::the_absence_rate),
        I::RetentionRate => pick!(lang, centre_report::the_retention_rate),
        I::ChurnRate => pick!(lang, centre_report::the_churn_rate),
        I::FirstResponseTime => pick!(lang, centre_report::the_first_response_time),
        I::ResolutionTime => pick!(lang, centre_report::the_resolution_time_of_tickets),
        I::Volume => pick!(lang, centre_report::the_number_of_requests_received),
        I::Backlog => pick!(lang, centre_report::the_backlog),
    }
}

/// What is wrong with a row, in three words.
pub(super) fn fault(kind: FaultKind, lang: Lang) -> &'static str {
    match kind {
        FaultKind::NegativeDuration => pick!(lang, centre_report::negative_duration),
        FaultKind::Unreadable => pick!(lang, centre_report::unreadable_value),
        FaultKind::EndBeforeStart => pick!(lang, centre_report::end_before_start),
        FaultKind::ResolvedBeforeCreated => pick!(lang, centre_report::resolved_before_created),
        FaultKind::NoAgent => pick!(lang, centre_report::answered_without_an_agent),
        FaultKind::UnknownOutcome => pick!(lang, centre_report::unknown_outcome),
        FaultKind::UnknownState => pick!(lang, centre_report::unknown_state),
        FaultKind::Overlap => pick!(lang, centre_report::overlapping_states),
        FaultKind::NoDate => pick!(lang, centre_report::no_date),
        FaultKind::Unmatched => pick!(lang, centre_report::answer_without_a_contact),
        FaultKind::SecondAnswer => pick!(lang, centre_report::second_answer),
        FaultKind::Repeated => pick!(lang, centre_report::repeated_row),
        FaultKind::RepeatedId => pick!(lang, centre_report::repeated_id),
        FaultKind::Incomplete => pick!(lang, centre_report::incomplete_row),
        FaultKind::AmbiguousDates => pick!(lang, centre_report::dates_that_read_both_ways),
    }
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
