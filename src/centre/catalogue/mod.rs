//! The catalogue in words: what each [`Indicator`] counts, where usage differs, what it needs, with an example.
//!
//! [`find`] goes from what a person types to indicators, [`look_up`] to their explanations; [`list`] is the whole.

mod agents;
mod contested;
mod customers;
mod entry;
mod example;
mod explain;
mod find;
mod handling;
mod load;
mod outbound;
mod outcome;
mod queue;
mod render;
mod survey;

pub use entry::{Benchmark, Entry, Group, Need, Text};
pub use example::{Example, Input};
pub use explain::{
    BenchmarkWords, Explanation, ListRow, NeedWords, VariantWords, better_text, explain, list, table_title,
    unit_title,
};
pub use find::{Lookup, contested, find, ids, look_up, nearest};

use super::indicator::{Indicator, Unit};
use crate::lang::Lang;

impl Indicator {
    /// What the catalogue says of it.
    #[must_use]
    pub fn entry(self) -> &'static Entry {
        match self {
            Self::Csat => &survey::CSAT,
            Self::Nps => &survey::NPS,
            Self::Ces => &survey::CES,
            Self::Enps => &survey::ENPS,
            Self::AgentSatisfaction => &survey::AGENT_SATISFACTION,
            Self::ResponseRate => &survey::RESPONSE_RATE,
            Self::AverageHandleTime => &handling::AVERAGE_HANDLE_TIME,
            Self::AverageTalkTime => &handling::AVERAGE_TALK_TIME,
            Self::AverageAfterCallWork => &handling::AVERAGE_AFTER_CALL_WORK,
            Self::HandledCalls => &load::HANDLED_CALLS,
            Self::AbandonedCalls => &load::ABANDONED_CALLS,
            Self::AnswerRate => &queue::ANSWER_RATE,
            Self::QualityOfService => &queue::QUALITY_OF_SERVICE,
            Self::ServiceLevel => &queue::SERVICE_LEVEL,
            Self::AbandonmentRate => &queue::ABANDONMENT_RATE,
            Self::AverageWaitTime => &queue::AVERAGE_WAIT_TIME,
            Self::AverageSpeedOfAnswer => &queue::AVERAGE_SPEED_OF_ANSWER,
            Self::InHoursCalls => &load::IN_HOURS_CALLS,
            Self::OutOfHoursCalls => &load::OUT_OF_HOURS_CALLS,
            Self::SelfServiceRate => &load::SELF_SERVICE_RATE,
            Self::FirstContactResolution => &handling::FIRST_CONTACT_RESOLUTION,
            Self::ContactsPerCase => &handling::CONTACTS_PER_CASE,
            Self::EscalationRate => &handling::ESCALATION_RATE,
            Self::TransferRate => &handling::TRANSFER_RATE,
            Self::CallConversionRate => &outcome::CALL_CONVERSION_RATE,
            Self::ConvertedCalls => &outcome::CONVERTED_CALLS,
            Self::CostPerInteraction => &outcome::COST_PER_INTERACTION,
            Self::CostPerCall => &outcome::COST_PER_CALL,
            Self::CostPerRequestType => &outcome::COST_PER_REQUEST_TYPE,
            Self::ActiveListeningRate => &outcome::ACTIVE_LISTENING_RATE,
            Self::KeywordRate => &outcome::KEYWORD_RATE,
            Self::LeadConversionRate => &outbound::LEAD_CONVERSION_RATE,
            Self::ConnectRate => &outbound::CONNECT_RATE,
            Self::AnsweringMachineRate => &outbound::ANSWERING_MACHINE_RATE,
            Self::CallRejectionRate => &outbound::CALL_REJECTION_RATE,
            Self::OutboundConversionRate => &outbound::OUTBOUND_CONVERSION_RATE,
            Self::PredictiveConnectDelay => &outbound::PREDICTIVE_CONNECT_DELAY,
            Self::TimeBetweenRecords => &outbound::TIME_BETWEEN_RECORDS,
            Self::Occupancy => &agents::OCCUPANCY,
            Self::Utilisation => &agents::UTILISATION,
            Self::BreakTime => &agents::BREAK_TIME,
            Self::AgentDays => &agents::AGENT_DAYS,
            Self::AbsenceRate => &agents::ABSENCE_RATE,
            Self::RetentionRate => &customers::RETENTION_RATE,
            Self::ChurnRate => &customers::CHURN_RATE,
            Self::FirstResponseTime => &customers::FIRST_RESPONSE_TIME,
            Self::ResolutionTime => &customers::RESOLUTION_TIME,
            Self::Volume => &customers::VOLUME,
            Self::Backlog => &customers::BACKLOG,
        }
    }

    /// Its name, as a card shows it.
    #[must_use]
    pub fn name(self, lang: Lang) -> String {
        self.entry().name.of(lang)
    }

    /// The formula of one of its variants in words: the definition that stands beside a value.
    ///
    /// ```
    /// use barometre::Lang;
    /// use barometre::centre::Indicator;
    /// let words = Indicator::AbandonmentRate.reading("queued", Lang::En);
    /// assert_eq!(words.as_deref(), Some("abandoned ÷ (answered + abandoned)"));
    /// ```
    #[must_use]
    pub fn reading(self, variant: &str, lang: Lang) -> Option<String> {
        self.entry().readings.iter().find(|(name, _)| *name == variant).map(|(_, words)| words.of(lang))
    }

    /// The unit of one of its variants: that of the indicator, but for the few that count something else.
    ///
    /// ```
    /// use barometre::centre::{Indicator, Unit};
    /// assert_eq!(Indicator::Ces.unit_of("default"), Unit::Mean);
    /// assert_eq!(Indicator::Ces.unit_of("easy"), Unit::Percent);
    /// ```
    #[must_use]
    pub fn unit_of(self, variant: &str) -> Unit {
        match (self, variant) {
            (Self::Csat, "mean") => Unit::Mean,
            (Self::Ces, "easy") => Unit::Percent,
            (Self::SelfServiceRate, "count") => Unit::Count,
            _ => self.unit(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    /// Every text of an entry as it is typed, French and English.
    fn texts(indicator: Indicator) -> Vec<[&'static str; 2]> {
        let entry = indicator.entry();
        let mut texts = vec![entry.name, entry.definition, entry.caution, entry.example.text];
        texts.extend(entry.short);
        texts.extend(entry.readings.iter().map(|(_, words)| *words));
        texts.extend(entry.needs.iter().map(|need| need.columns));
        texts.extend(entry.benchmark.map(|b| b.source));
        texts.into_iter().map(Text::typed).collect()
    }

    #[test]
    fn each_variant_has_its_words_in_its_order() {
        for indicator in Indicator::ALL {
            let words: Vec<_> = indicator.entry().readings.iter().map(|(name, _)| *name).collect();
            let variants: Vec<_> = indicator.variants().iter().map(|v| v.name).collect();
            assert_eq!(words, variants, "{indicator:?}");
        }
    }

    #[test]
    fn nothing_is_empty_and_nothing_is_said_twice() {
        let mut names = BTreeSet::new();
        for indicator in Indicator::ALL.iter().copied() {
            assert!(!indicator.entry().needs.is_empty(), "{indicator:?}");
            for [fr, en] in texts(indicator) {
                assert!(!fr.trim().is_empty() && !en.trim().is_empty(), "{indicator:?}");
                assert!(!fr.contains("  ") && !en.contains("  "), "{indicator:?}: {fr} / {en}");
            }
            let entry = indicator.entry();
            for text in [entry.name, entry.definition] {
                for words in text.typed() {
                    assert!(names.insert(words), "{indicator:?}: {words}");
                }
            }
            for sentence in
                [entry.definition, entry.caution, entry.example.text].map(Text::typed).as_flattened()
            {
                assert!(sentence.ends_with('.'), "{indicator:?}: {sentence}");
            }
        }
    }

    #[test]
    fn french_is_typeset_and_english_is_not() {
        for indicator in Indicator::ALL.iter().copied() {
            for [fr, en] in texts(indicator) {
                assert!(!fr.contains(['\'', '"', '“', '”', '\u{a0}']), "{indicator:?}: {fr}");
                assert!(!en.contains(['\'', '"', '«', '»']), "{indicator:?}: {en}");
                for mark in [" :", " ;", " ?", " !", " %"] {
                    assert!(!en.contains(mark), "{indicator:?}: {en}");
                }
                for (i, c) in fr.char_indices().filter(|(_, c)| matches!(c, ':' | ';' | '?' | '!' | '%')) {
                    let spaced = fr[..i].ends_with(' ') || i == 0;
                    assert!(spaced, "{indicator:?}: no space before {c} in {fr}");
                }
            }
        }
        let typeset = Text::of(Indicator::ServiceLevel.entry().definition, Lang::Fr);
        assert!(typeset.contains("20\u{a0}s"), "{typeset}");
    }
}
