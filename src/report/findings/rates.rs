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
            let (of, invited) = (pick!(words, findings::of_word), words.lang.count(rate.invited));
            format!("{answered} {of} {invited}")
        };
        let (was, is) = (counts(before), counts(after));
        let p = words.lang.probability(p.p);
        let p = if p.starts_with('<') { format!("p\u{a0}{p}") } else { format!("p\u{a0}=\u{a0}{p}") };
        Some(finding(
            "response_rate",
            say!(
                words,
                findings::participation_fell_from_to_between_and_then(old, new, from, to, was, is, p)
            ),
        ))
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
