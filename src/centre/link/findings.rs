//! What the link says, in words.

use super::feature::Feature;
use super::labels::customers;
use super::satisfaction::{Asked, Satisfaction};
use super::share::AgentShare;
use crate::Lang;
use crate::driver::{Adjusted, Driver};
use crate::metric::{Metric, Quantity};

/// A q-value from which on a difference may be chance.
const CHANCE: f64 = 0.05;
/// Features told, at most.
const TOLD: usize = 3;

/// Sentences about what goes with the score, the strongest first: each feature that chance does not explain with
/// the others held, those without an established effect, the agents. Each with its code: `link`, `link_none`,
/// `link_agents`.
#[must_use]
pub fn findings(found: &Satisfaction, asked: &Asked<'_>) -> Vec<(&'static str, String)> {
    let teller = Teller { found, asked, lang: asked.lang, level: asked.lang.level(asked.limits.level) };
    let held = |row: &'_ Driver| row.adjusted.clone().map(|own| (row.clone(), own));
    let (mut sure, unsure): (Vec<_>, Vec<_>) =
        found.drivers.iter().filter_map(held).partition(|(_, own)| own.q < CHANCE);
    sure.sort_by(|a, b| b.1.impact.abs().total_cmp(&a.1.impact.abs()).then_with(|| a.0.id.cmp(&b.0.id)));
    let told = sure.iter().take(TOLD).enumerate();
    let mut out: Vec<(&'static str, String)> = told
        .filter_map(|(at, (row, own))| Some(("link", teller.effect(at, Feature::of_id(&row.id)?, own)?)))
        .collect();
    if !unsure.is_empty() {
        out.push(("link_none", teller.without_effect(&unsure)));
    }
    let agents = found.weighed.as_ref().and_then(|weighed| weighed.agents.as_ref());
    let told = agents.filter(|share| share.p_value.p < CHANCE && share.ci_low > 0.0);
    out.extend(told.map(|share| ("link_agents", teller.agents(share))));
    out.into_iter().map(|(code, text)| (code, asked.lang.typeset(text))).collect()
}

struct Teller<'a> {
    found: &'a Satisfaction,
    asked: &'a Asked<'a>,
    lang: Lang,
    level: String,
}

impl Teller<'_> {
    /// Decimals of a gap.
    fn digits(&self) -> usize {
        if self.asked.target.metric.quantity() == Quantity::Mean { 2 } else { 1 }
    }

    /// A gap without its sign: `0,62 point`, `12,4 points`.
    fn points(&self, gap: f64) -> String {
        let value = self.lang.number(gap.abs(), self.digits());
        let rounded = format!("{:.*}", self.digits(), gap.abs()).parse::<f64>().unwrap_or(gap.abs());
        let one = self.lang.pick(rounded < 2.0, rounded == 1.0);
        format!("{value}\u{a0}point{}", if one { "" } else { "s" })
    }

    /// Both ends of an interval of a gap, signed.
    fn ends(&self, low: f64, high: f64) -> String {
        let (low, high) = (self.lang.signed(low, self.digits()), self.lang.signed(high, self.digits()));
        pick!(self.lang, centre::to(low, high))
    }

    fn q(&self, q: f64) -> String {
        let value = self.lang.probability(q);
        if value.starts_with('<') { format!("q\u{a0}{value}") } else { format!("q\u{a0}=\u{a0}{value}") }
    }

    /// What does not change: `l’agent et le reste du contact tenus égaux`.
    fn rest(&self) -> &'static str {
        if self.found.agent_held {
            pick!(self.lang, centre::the_agent_and_the_rest_of_the_contact)
        } else {
            pick!(self.lang, centre::the_rest_of_the_contact_held_equal)
        }
    }

    /// What goes with a feature: of the first one told with the base, and with what it proves.
    fn effect(&self, at: usize, feature: Feature, own: &Adjusted) -> Option<String> {
        let cut = self.found.cuts.iter().find(|(one, _)| *one == feature)?.1;
        let (lang, level, rest) = (self.lang, &self.level, self.rest());
        let who = customers(feature, cut, lang);
        let (the, feminine) = noun(self.asked.target.metric, lang);
        let the = capitalized(the);
        let gap = self.points(own.effect);
        let (interval, q) = (self.ends(own.ci_low, own.ci_high), self.q(own.q));
        let share = lang.percent(100.0 * own.share, 0);
        let concerns = if at == 0 {
            pick!(lang, centre::this_concerns_of_the_answers(share, lang.count(self.found.base)))
        } else {
            pick!(lang, centre::this_concerns_of_the_linked_answers(share))
        };
        let difference = match (own.effect < 0.0, feminine) {
            (true, false) => pick!(lang, centre::is_lower(the, who, gap)),
            (true, true) => pick!(lang, centre::is_lower_feminine(the, who, gap)),
            (false, false) => pick!(lang, centre::is_higher(the, who, gap)),
            (false, true) => pick!(lang, centre::is_higher_feminine(the, who, gap)),
        };
        Some(pick!(
            lang,
            centre::difference_the_rest_held_equal(difference, rest, level, interval, q, concerns)
        ))
    }

    fn without_effect(&self, rows: &[(Driver, Adjusted)]) -> String {
        let item = |(row, own): &(Driver, Adjusted)| {
            let label = self.lang.quote(&row.label);
            format!("{label}, {}", self.ends(own.ci_low, own.ci_high))
        };
        let items: Vec<String> = rows.iter().map(item).collect();
        let (list, level, rest) = (items.join(self.lang.pick(" ; ", "; ")), &self.level, self.rest());
        let (the, _) = noun(self.asked.target.metric, self.lang);
        pick!(self.lang, centre::no_established_link_with_difference_in_points(the, rest, level, list))
    }

    fn agents(&self, share: &AgentShare) -> String {
        let lang = self.lang;
        let percent = |x: f64| lang.percent(100.0 * x, 1);
        let bare = lang.number(100.0 * share.ci_low, 1);
        let (agents, value, high) = (lang.count(share.agents), percent(share.omega2), percent(share.ci_high));
        let level = &self.level;
        pick!(lang, centre::beyond_that_of_the_variance_of_the_answers(value, agents, level, bare, high))
    }
}

/// The score inside a sentence, and whether it is feminine in French.
fn noun(metric: Metric, lang: Lang) -> (&'static str, bool) {
    let (name, feminine) = match metric {
        Metric::Nps => (text!(chart::the_nps), false),
        Metric::Enps => (text!(chart::the_enps), false),
        Metric::Csat => (text!(chart::the_satisfaction_rate_csat), false),
        Metric::CsatMean => (text!(centre::the_mean_satisfaction), true),
        Metric::Ces => (text!(chart::the_customer_effort_score_ces), false),
        Metric::CesEasy => (text!(chart::the_share_of_easy_answers_ces), true),
        Metric::RatingMean => (text!(chart::the_mean_rating), true),
        Metric::RatingTop2 => (text!(chart::the_share_of_the_two_best_ratings), true),
    };
    (name.said(lang), feminine)
}

/// The same at the head of a sentence.
fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::super::satisfaction::satisfaction;
    use super::super::satisfaction::tests::ASKED;
    use super::super::simulated::study;
    use super::*;

    fn told(lang: Lang) -> Vec<(&'static str, String)> {
        let asked = Asked { lang, ..ASKED };
        let found = satisfaction(&study(1, 3000, 40), &asked).unwrap();
        findings(&found, &asked).into_iter().map(|(code, text)| (code, text.replace('\u{a0}', " "))).collect()
    }

    #[test]
    fn sentences_exist_in_both_languages() {
        let (fr, en) = (told(Lang::Fr), told(Lang::En));
        let codes: Vec<&str> = fr.iter().map(|(code, _)| *code).collect();
        assert_eq!(codes, ["link", "link", "link", "link_none", "link_agents"]);
        assert_eq!(codes, en.iter().map(|(code, _)| *code).collect::<Vec<_>>());
        assert!(
            fr[0].1.starts_with("La satisfaction moyenne des clients dont la demande n’a pas été résolue"),
            "{}",
            fr[0].1
        );
        assert!(fr[0].1.contains("point à celle des autres") && fr[0].1.ends_with("cause."), "{}", fr[0].1);
        assert!(
            fr.iter()
                .any(|(_, text)| text.contains("qui ont attendu plus d’une minute est inférieure de 0,"))
        );
        assert!(en.iter().any(|(_, text)| text.contains("who waited more than a minute is 0.")));
        assert!(fr[3].1.contains("« Traitement de plus de") && !fr[3].1.contains("Attente"), "{}", fr[3].1);
        assert!(
            fr[3].1.contains("l’agent et le reste du contact tenus égaux") && fr[3].1.ends_with('.'),
            "{}",
            fr[3].1
        );
        assert!(en[4].1.contains("40 agents; 95% interval"), "{}", en[4].1);
    }

    #[test]
    fn nothing_is_told_of_chance() {
        let mut linked = study(6, 600, 1);
        let answers: Vec<f64> = linked.iter().map(|one| one.answer).collect();
        for (at, one) in linked.iter_mut().enumerate() {
            one.answer = answers[at * 7 % 600];
        }
        let found = satisfaction(&linked, &ASKED).unwrap();
        let codes: Vec<&str> = findings(&found, &ASKED).iter().map(|(code, _)| *code).collect();
        assert_eq!(codes, ["link_none"]);
    }
}
