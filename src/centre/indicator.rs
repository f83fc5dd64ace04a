//! The indicators of the catalogue: what each is called in code, and in which unit.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

macro_rules! indicators {
    ($($(#[$doc:meta])+ $name:ident = $id:literal, $unit:ident, $better:ident;)+) => {
        /// An indicator; its id is the name in JSON, CSV and centre.toml.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
        pub enum Indicator {
            $($(#[$doc])+ #[serde(rename = $id)] $name,)+
        }

        impl Indicator {
            /// Every indicator, in the order of the catalogue.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// Its id: `average_handle_time`.
            #[must_use]
            pub fn id(self) -> &'static str {
                match self { $(Self::$name => $id,)+ }
            }

            /// The unit of its value.
            #[must_use]
            pub fn unit(self) -> Unit {
                match self { $(Self::$name => Unit::$unit,)+ }
            }

            /// Which way is good.
            #[must_use]
            pub fn better(self) -> Better {
                match self { $(Self::$name => Better::$better,)+ }
            }
        }
    };
}

/// Unit of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum Unit {
    /// Percent, 0…100.
    #[serde(rename = "%")]
    Percent,
    /// Points, −100…100.
    #[serde(rename = "points")]
    Points,
    /// Points of a scale.
    #[serde(rename = "mean")]
    Mean,
    /// Seconds.
    #[serde(rename = "s")]
    Seconds,
    /// Minutes.
    #[serde(rename = "min")]
    Minutes,
    /// A number of things.
    #[serde(rename = "n")]
    Count,
    /// Contacts a case, or such a number with decimals.
    #[serde(rename = "ratio")]
    Ratio,
    /// Euros.
    #[serde(rename = "€")]
    Euros,
    /// Days of work.
    #[serde(rename = "days")]
    Days,
}

/// Which way is good.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Better {
    /// More is better.
    Higher,
    /// Less is better.
    Lower,
    /// Neither: an amount of work, or a value to hold.
    Neither,
}

indicators! {
    /// Satisfied customers, of those who answered.
    Csat = "csat", Percent, Higher;
    /// Promoters less detractors.
    Nps = "nps", Points, Higher;
    /// Ease of the contact.
    Ces = "ces", Mean, Higher;
    /// Promoters less detractors among employees.
    Enps = "enps", Points, Higher;
    /// Satisfied agents, of those who answered.
    AgentSatisfaction = "agent_satisfaction", Percent, Higher;
    /// Answers, of the invitations.
    ResponseRate = "response_rate", Percent, Higher;
    /// Talk, hold and after-call work of a call.
    AverageHandleTime = "average_handle_time", Seconds, Lower;
    /// Talk and hold of a call.
    AverageTalkTime = "average_talk_time", Seconds, Lower;
    /// After-call work of a call.
    AverageAfterCallWork = "average_after_call_work", Seconds, Lower;
    /// Calls that agents took.
    HandledCalls = "handled_calls", Count, Neither;
    /// Calls whose caller left while waiting.
    AbandonedCalls = "abandoned_calls", Count, Lower;
    /// Answered, of the calls offered.
    AnswerRate = "answer_rate", Percent, Higher;
    /// Handled, of the calls offered.
    QualityOfService = "quality_of_service", Percent, Higher;
    /// Answered within a delay.
    ServiceLevel = "service_level", Percent, Higher;
    /// Abandoned, of the calls offered.
    AbandonmentRate = "abandonment_rate", Percent, Lower;
    /// Wait of the calls answered or abandoned.
    AverageWaitTime = "average_wait_time", Seconds, Lower;
    /// Wait of the calls answered.
    AverageSpeedOfAnswer = "average_speed_of_answer", Seconds, Lower;
    /// Calls offered inside the opening hours.
    InHoursCalls = "in_hours_calls", Count, Neither;
    /// Calls outside them.
    OutOfHoursCalls = "out_of_hours_calls", Count, Lower;
    /// Cases solved by one contact.
    FirstContactResolution = "first_contact_resolution", Percent, Higher;
    /// Contacts of a closed case.
    ContactsPerCase = "contacts_per_case", Ratio, Lower;
    /// Contacts redirected to self-service.
    SelfServiceRate = "self_service_rate", Percent, Neither;
    /// Requests passed to a higher level.
    EscalationRate = "escalation_rate", Percent, Lower;
    /// Answered calls passed to someone else.
    TransferRate = "transfer_rate", Percent, Lower;
    /// Answered calls that ended in a sale.
    CallConversionRate = "call_conversion_rate", Percent, Higher;
    /// Their number.
    ConvertedCalls = "converted_calls", Count, Higher;
    /// Leads converted after a contact.
    LeadConversionRate = "lead_conversion_rate", Percent, Higher;
    /// Cost of an interaction.
    CostPerInteraction = "cost_per_interaction", Euros, Lower;
    /// Cost of a call.
    CostPerCall = "cost_per_call", Euros, Lower;
    /// Cost of a request of one reason.
    CostPerRequestType = "cost_per_request_type", Euros, Lower;
    /// Evaluated interactions with active listening.
    ActiveListeningRate = "active_listening_rate", Percent, Higher;
    /// Messages that hold a keyword or a theme.
    KeywordRate = "keyword_rate", Percent, Neither;
    /// Dialled calls that a person answered.
    ConnectRate = "connect_rate", Percent, Higher;
    /// Dialled calls that a machine answered.
    AnsweringMachineRate = "answering_machine_rate", Percent, Lower;
    /// Dialled calls that were refused.
    CallRejectionRate = "call_rejection_rate", Percent, Lower;
    /// Dialled calls that ended in a sale.
    OutboundConversionRate = "outbound_conversion_rate", Percent, Higher;
    /// From the customer's pick-up to the agent.
    PredictiveConnectDelay = "predictive_connect_delay", Seconds, Lower;
    /// From a record closed to the next one shown.
    TimeBetweenRecords = "time_between_records", Seconds, Lower;
    /// Handling, of handling and availability.
    Occupancy = "occupancy", Percent, Neither;
    /// Handling and availability, of the time paid for.
    Utilisation = "utilisation", Percent, Higher;
    /// Pause of an agent a day.
    BreakTime = "break_time", Seconds, Neither;
    /// Days worked, all agents together.
    AgentDays = "agent_days", Days, Neither;
    /// Unplanned absence, of the hours scheduled.
    AbsenceRate = "absence_rate", Percent, Lower;
    /// Customers kept.
    RetentionRate = "retention_rate", Percent, Higher;
    /// Customers lost.
    ChurnRate = "churn_rate", Percent, Lower;
    /// Creation of a ticket to its first response.
    FirstResponseTime = "first_response_time", Minutes, Lower;
    /// Creation of a ticket to its last resolution.
    ResolutionTime = "resolution_time", Minutes, Lower;
    /// Tickets created.
    Volume = "volume", Count, Neither;
    /// Requests open at the end of a period.
    Backlog = "backlog", Count, Lower;
}

impl Indicator {
    /// The indicator of that id.
    #[must_use]
    pub fn of_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|i| i.id() == id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_catalogue_is_whole_and_each_id_is_its_own() {
        assert_eq!(Indicator::ALL.len(), 49);
        for indicator in Indicator::ALL {
            assert_eq!(Indicator::of_id(indicator.id()), Some(*indicator));
        }
        assert_eq!(Indicator::of_id("DMT"), None);
    }
}
