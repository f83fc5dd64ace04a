//! Finding about participation: fewer answered.

use super::{SIGNIFICANT, Teller, finding};
use crate::report::{Finding, Rate};

impl Teller<'_> {
    /// Whether the response rate fell between the last two waves, beyond chance.
    pub(super) fn response_rate(&self) -> Option<Finding> {
        let (words, waves) = (&self.words, &self.report.study.waves);
        let [.., from, to] = waves.as_slice() else { return None };
        // Invitations come before head counts.
        let of = |wave: &String| {
            self.report.rates.iter().find(|r| r.segment.is_none() && r.wave.as_ref() == Some(wave))
        };
        let (before, after): (&Rate, &Rate) = (of(from)?, of(to)?);
        let (old, new) = (before.rate?, after.rate?);
        let p = before.differs(after)?;
        if before.base != after.base || new >= old || p.p >= SIGNIFICANT {
            return None;
        }
        let (old, new) = (words.share(old, 0), words.share(new, 0));
        let counts = |rate: &Rate| {
            let answered = words.lang.count(rate.answered.unwrap_or_default());
            let (of, invited) = (words.pick("sur", "of"), words.lang.count(rate.invited));
            format!("{answered} {of} {invited}")
        };
        let (was, is) = (counts(before), counts(after));
        let p = words.lang.probability(p.p);
        let p = if p.starts_with('<') { format!("p\u{a0}{p}") } else { format!("p\u{a0}=\u{a0}{p}") };
        Some(finding("response_rate", words.say(
            format!("La participation recule de {old} à {new} entre {from} et {to} ({was}, puis {is} ; {p}) : ceux qui ne répondent plus peuvent être d’un autre avis que les autres, et l’intervalle du score ne le voit pas."),
            format!("Participation fell from {old} to {new} between {from} and {to} ({was}, then {is}; {p}): those who no longer answer may think otherwise than the others, which the interval of the score does not see."),
        )))
    }
}

#[cfg(test)]
mod tests {
    use crate::lang::Lang;
    use crate::report::sample;

    #[test]
    fn a_fall_of_participation_is_told() {
        let mut report = sample::full(Lang::Fr);
        let told = |report: &crate::report::Report| {
            let found = crate::report::findings::findings(report);
            found.into_iter().find(|f| f.code == "response_rate").map(|f| f.text.replace('\u{a0}', " "))
        };
        assert_eq!(told(&report), None, "a rise is no alarm");
        report.rates[1] = sample::rate(3, 570);
        assert_eq!(told(&report), None, "chance explains it");
        report.rates[1] = sample::rate(3, 480);
        let text = told(&report).unwrap();
        assert!(
            text.starts_with("La participation recule de 58 % à 48 % entre 2025-T3 et 2025-T4"),
            "{text}"
        );
        report.study.language = Lang::En;
        assert!(told(&report).unwrap().starts_with("Participation fell from 58% to 48%"));
    }
}
