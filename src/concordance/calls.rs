//! A concordance of calls: turn by turn, with who speaks and when.

use super::line::Place;
use super::search::Concordancer;
use crate::privacy::Redaction;
use crate::transcript::{Call, SpeakerRole};

impl Concordancer {
    /// Looks through what speakers of some roles say in a call, that of number `number`; all speakers where no role is
    /// given. The context of a hit stays in its turn.
    pub fn call<'c>(
        &mut self,
        number: u64,
        call: &'c Call,
        roles: &[SpeakerRole],
        redact: impl Fn(&'c str) -> Redaction<'c>,
    ) {
        let mut hits = 0;
        for (at, turn) in call.turns.iter().enumerate() {
            let role = call.role(turn);
            if !roles.is_empty() && !roles.contains(&role) {
                continue;
            }
            let place = Place {
                order: (number, at as u64, 0),
                file: &call.file,
                call: Some(&call.id),
                role: Some(role),
                turn: Some(turn),
                ..Place::default()
            };
            hits += self.text(&turn.text, &place, &redact);
        }
        self.calls += 1;
        self.calls_with += u64::from(hits > 0);
    }
}

#[cfg(test)]
mod tests {
    use super::super::pattern::Pattern;
    use super::super::search::Options;
    use super::*;
    use crate::Lang;
    use crate::privacy::redact;
    use crate::text::Reader;
    use crate::transcript::{Speaker, Utterance};

    #[test]
    fn a_call_gives_who_and_when() {
        let said = |speaker: &str, start: u64, text: &str, line| Utterance {
            speaker: Some(speaker.into()),
            start: Some(start),
            end: Some(start + 1000),
            text: text.into(),
            line,
            ..Utterance::default()
        };
        let mut call = Call::new(
            "appel-7",
            "appel-7.vtt",
            vec![
                said("A", 0, "Quel délai ?", 4),
                said("B", 2000, "Bonjour.", 8),
                said("B", 4000, "Le délai est long", 12),
            ],
        );
        call.speakers[0] = Speaker { role: SpeakerRole::Agent, ..call.speakers[0].clone() };
        call.speakers[1].role = SpeakerRole::Client;
        let with = |roles: &[SpeakerRole]| {
            let pattern = Pattern::rule("délai").unwrap();
            let mut search = Concordancer::new(&pattern, Reader::default(), Options::default());
            search.call(0, &call, roles, |text| redact(text, Lang::Fr));
            search.finish(Lang::Fr)
        };
        let all = with(&[]);
        assert_eq!((all.calls, all.calls_with, all.texts, all.hits), (1, 1, 2, 2));
        let client = with(&[SpeakerRole::Client]);
        assert_eq!((client.texts, client.hits), (1, 1));
        let line = &client.lines[0];
        assert_eq!(
            (line.call.as_deref(), line.role, line.row),
            (Some("appel-7"), Some(SpeakerRole::Client), Some(12))
        );
        assert_eq!(line.at_ms, call.turns[1].time_at(call.turns[1].text.find("délai").unwrap()));
        assert!(line.at_ms > Some(4000) && line.at_ms < Some(5000));
        assert_eq!(line.left, "Bonjour. Le ");
    }
}
