//! Every reading of an indicator: its definition as a formula over [`Measure`]s.
//!
//! The first variant of an indicator is its default. A value always carries the name of its variant and its definition,
//! so that two numbers of one name and two definitions are never compared in silence.

mod agents;
mod customers;
mod handling;
mod outbound;
mod queue;
mod survey;

use super::indicator::Indicator;
use super::measure::Measure;

/// A sum of measures, each so many times.
pub type Terms = &'static [(Measure, i64)];

/// One reading of an indicator.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Variant {
    /// Its name: `default`, or what differs: `talk+acw`.
    pub name: &'static str,
    /// Its definition, as the output carries it.
    pub definition: &'static str,
    /// How it is computed.
    pub formula: Formula,
}

/// How a value comes out of what was counted.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Formula {
    /// A part of a whole, 0…100 %: the numerator is counted within the denominator.
    Share(Terms, Terms),
    /// A quotient of two sums, times a scale (0.001 from milliseconds to seconds).
    Quotient(Terms, Terms, f64),
    /// A sum, times a scale.
    Amount(Terms, f64),
    /// Half of the durations are at most this long: a median, in the unit of the indicator.
    Median(Duration),
    /// Computed from more than sums: see the module that does it.
    Own,
}

/// Durations whose distribution is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Duration {
    /// Creation of a ticket to its first response.
    FirstResponse,
    /// The same in opening hours.
    FirstResponseOpen,
    /// Creation to last resolution, open tickets censored.
    Resolution,
}

const fn share(name: &'static str, definition: &'static str, part: Terms, whole: Terms) -> Variant {
    Variant { name, definition, formula: Formula::Share(part, whole) }
}

const fn seconds(name: &'static str, definition: &'static str, sum: Terms, base: Terms) -> Variant {
    Variant { name, definition, formula: Formula::Quotient(sum, base, 0.001) }
}

const fn minutes(name: &'static str, definition: &'static str, sum: Terms, base: Terms) -> Variant {
    Variant { name, definition, formula: Formula::Quotient(sum, base, 1.0 / 60_000.0) }
}

const fn amount(name: &'static str, definition: &'static str, sum: Terms) -> Variant {
    Variant { name, definition, formula: Formula::Amount(sum, 1.0) }
}

const fn own(name: &'static str, definition: &'static str) -> Variant {
    Variant { name, definition, formula: Formula::Own }
}

const fn euros(name: &'static str, definition: &'static str, cost: Terms, base: Terms) -> Variant {
    Variant { name, definition, formula: Formula::Quotient(cost, base, 0.01) }
}

impl Indicator {
    /// Its readings, the default first.
    #[must_use]
    pub fn variants(self) -> &'static [Variant] {
        match self {
            Self::Csat => survey::CSAT,
            Self::Nps => survey::NPS,
            Self::Ces => survey::CES,
            Self::Enps => survey::ENPS,
            Self::AgentSatisfaction => survey::AGENT_SATISFACTION,
            Self::ResponseRate => survey::RESPONSE_RATE,
            Self::AnswerRate => queue::ANSWER_RATE,
            Self::QualityOfService => queue::QUALITY_OF_SERVICE,
            Self::ServiceLevel => queue::SERVICE_LEVEL,
            Self::AbandonmentRate => queue::ABANDONMENT_RATE,
            Self::AverageWaitTime => queue::AVERAGE_WAIT_TIME,
            Self::AverageSpeedOfAnswer => queue::AVERAGE_SPEED_OF_ANSWER,
            Self::HandledCalls => queue::HANDLED_CALLS,
            Self::AbandonedCalls => queue::ABANDONED_CALLS,
            Self::InHoursCalls => queue::IN_HOURS_CALLS,
            Self::OutOfHoursCalls => queue::OUT_OF_HOURS_CALLS,
            Self::SelfServiceRate => queue::SELF_SERVICE_RATE,
            Self::AverageHandleTime => handling::AVERAGE_HANDLE_TIME,
            Self::AverageTalkTime => handling::AVERAGE_TALK_TIME,
            Self::AverageAfterCallWork => handling::AVERAGE_AFTER_CALL_WORK,
            Self::FirstContactResolution => handling::FIRST_CONTACT_RESOLUTION,
            Self::ContactsPerCase => handling::CONTACTS_PER_CASE,
            Self::EscalationRate => handling::ESCALATION_RATE,
            Self::TransferRate => handling::TRANSFER_RATE,
            Self::CallConversionRate => handling::CALL_CONVERSION_RATE,
            Self::ConvertedCalls => handling::CONVERTED_CALLS,
            Self::ActiveListeningRate => handling::ACTIVE_LISTENING_RATE,
            Self::KeywordRate => handling::KEYWORD_RATE,
            Self::CostPerInteraction => handling::COST_PER_INTERACTION,
            Self::CostPerCall => handling::COST_PER_CALL,
            Self::CostPerRequestType => handling::COST_PER_REQUEST_TYPE,
            Self::ConnectRate => outbound::CONNECT_RATE,
            Self::AnsweringMachineRate => outbound::ANSWERING_MACHINE_RATE,
            Self::CallRejectionRate => outbound::CALL_REJECTION_RATE,
            Self::OutboundConversionRate => outbound::OUTBOUND_CONVERSION_RATE,
            Self::PredictiveConnectDelay => outbound::PREDICTIVE_CONNECT_DELAY,
            Self::TimeBetweenRecords => outbound::TIME_BETWEEN_RECORDS,
            Self::LeadConversionRate => outbound::LEAD_CONVERSION_RATE,
            Self::Occupancy => agents::OCCUPANCY,
            Self::Utilisation => agents::UTILISATION,
            Self::BreakTime => agents::BREAK_TIME,
            Self::AgentDays => agents::AGENT_DAYS,
            Self::AbsenceRate => agents::ABSENCE_RATE,
            Self::RetentionRate => customers::RETENTION_RATE,
            Self::ChurnRate => customers::CHURN_RATE,
            Self::FirstResponseTime => customers::FIRST_RESPONSE_TIME,
            Self::ResolutionTime => customers::RESOLUTION_TIME,
            Self::Volume => customers::VOLUME,
            Self::Backlog => customers::BACKLOG,
        }
    }

    /// One of its readings by name.
    #[must_use]
    pub fn variant(self, name: &str) -> Option<&'static Variant> {
        self.variants().iter().find(|v| v.name == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_indicator_has_a_default_and_variants_of_their_own_names() {
        for indicator in Indicator::ALL {
            let variants = indicator.variants();
            assert_eq!(variants[0].name, "default", "{indicator:?}");
            for (i, variant) in variants.iter().enumerate() {
                let same =
                    |other: &Variant| other.name == variant.name || other.definition == variant.definition;
                assert!(!variants[..i].iter().any(same), "{indicator:?} {}", variant.name);
            }
        }
    }
}
