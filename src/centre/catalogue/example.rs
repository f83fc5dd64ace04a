//! Worked examples whose figures are computed by the formulas they explain.

use super::entry::{Text, bind};
use crate::centre::display::value_text;
use crate::centre::indicator::{Indicator, Unit};
use crate::centre::measure::{Counts, Measure};
use crate::centre::place::HOUR;
use crate::centre::variant::Formula;
use crate::lang::Lang;

/// A value out of the inputs of an example, in their order.
pub type Compute = fn(&[f64]) -> f64;

/// A small case: what is counted, and a text with holes for it and for the results.
///
/// In the text `{0}` is the first input, `{1}` the second…, `{=}` the value by default, `{=name}` that of the variant of
/// that name.
#[derive(Debug)]
pub struct Example {
    /// What is counted.
    pub inputs: &'static [Input],
    /// How values come out of the inputs where the formula is not one of sums: name of the variant and function of
    /// the inputs, in their order (durations in seconds, money in euros).
    pub own: &'static [(&'static str, Compute)],
    /// The text.
    pub text: Text,
}

/// A number of an example.
#[derive(Debug, Clone, Copy)]
pub struct Input {
    measure: Option<Measure>,
    amount: i64,
    shown: Shown,
}

/// How the whole number of an input is written.
#[derive(Debug, Clone, Copy)]
enum Shown {
    Count,
    Millis,
    Hours,
    Cents,
    Percent,
}

/// A count.
pub(super) const fn n(measure: Measure, amount: i64) -> Input {
    Input { measure: Some(measure), amount, shown: Shown::Count }
}

/// A duration, given in seconds.
pub(super) const fn s(measure: Measure, seconds: i64) -> Input {
    Input { measure: Some(measure), amount: seconds * 1000, shown: Shown::Millis }
}

/// A time of work, given in hours and written in hours: a day of work is none of 24.
pub(super) const fn hours(measure: Measure, hours: i64) -> Input {
    Input { measure: Some(measure), amount: hours * HOUR, shown: Shown::Hours }
}

/// An amount of money, given in euros.
pub(super) const fn eur(measure: Measure, euros: i64) -> Input {
    Input { measure: Some(measure), amount: euros * 100, shown: Shown::Cents }
}

/// A count that is no measure of the centre.
pub(super) const fn bare(amount: i64) -> Input {
    Input { measure: None, amount, shown: Shown::Count }
}

/// A duration that is no measure of the centre, given in seconds.
pub(super) const fn bare_s(seconds: i64) -> Input {
    Input { measure: None, amount: seconds * 1000, shown: Shown::Millis }
}

/// An amount of money that is no measure of the centre, given in euros.
pub(super) const fn bare_eur(euros: i64) -> Input {
    Input { measure: None, amount: euros * 100, shown: Shown::Cents }
}

/// A percentage that is no measure of the centre.
pub(super) const fn bare_percent(percent: i64) -> Input {
    Input { measure: None, amount: percent, shown: Shown::Percent }
}

impl Input {
    fn value(self) -> f64 {
        let amount = self.amount as f64;
        match self.shown {
            Shown::Count | Shown::Percent => amount,
            Shown::Millis | Shown::Hours => amount / 1000.0,
            Shown::Cents => amount / 100.0,
        }
    }

    fn words(self, lang: Lang) -> String {
        let value = self.value();
        match self.shown {
            Shown::Count => lang.number(value, 0),
            Shown::Millis => value_text(lang, Unit::Seconds, value),
            Shown::Hours => format!("{}\u{a0}h", lang.number(value / 3600.0, 0)),
            Shown::Cents if lang == Lang::En => format!("€{}", lang.number(value, 0)),
            Shown::Cents => format!("{}\u{a0}€", lang.number(value, 0)),
            Shown::Percent => lang.percent(value, 0),
        }
    }
}

impl Example {
    /// Value of a variant of `indicator` on the inputs, in the variant's unit; none where the inputs do not say it.
    #[must_use]
    pub fn value(&self, indicator: Indicator, variant: &str) -> Option<f64> {
        let mut counts = Counts::default();
        for input in self.inputs {
            if let Some(measure) = input.measure {
                counts.add(measure, input.amount);
            }
        }
        let quotient = |part, whole| {
            let whole = counts.sum(whole);
            (whole != 0).then(|| counts.sum(part) as f64 / whole as f64)
        };
        match indicator.variant(variant)?.formula {
            Formula::Share(part, whole) => quotient(part, whole).map(|share| share * 100.0),
            Formula::Quotient(sum, base, scale) => quotient(sum, base).map(|mean| mean * scale),
            Formula::Amount(sum, scale) => Some(counts.sum(sum) as f64 * scale),
            Formula::Median(_) | Formula::Own => {
                let (_, compute) = self.own.iter().find(|(name, _)| *name == variant)?;
                Some(compute(&self.inputs.iter().map(|i| i.value()).collect::<Vec<_>>()))
            }
        }
    }

    /// The text with its figures.
    #[must_use]
    pub fn words(&self, indicator: Indicator, lang: Lang) -> String {
        let text = self.text.of(lang);
        let mut pieces = text.split('{');
        let mut out = pieces.next().unwrap_or_default().to_owned();
        for piece in pieces {
            let (hole, rest) = piece.split_once('}').unwrap_or((piece, ""));
            out.push_str(&self.fill(indicator, lang, hole).unwrap_or_else(|| format!("{{{hole}}}")));
            out.push_str(rest);
        }
        bind(&out)
    }

    fn fill(&self, indicator: Indicator, lang: Lang, hole: &str) -> Option<String> {
        let Some(variant) = hole.strip_prefix('=') else {
            return self.inputs.get(hole.parse::<usize>().ok()?).map(|input| input.words(lang));
        };
        let variant = if variant.is_empty() { "default" } else { variant };
        Some(value_text(lang, indicator.unit_of(variant), self.value(indicator, variant)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn holes(text: &str) -> Vec<&str> {
        text.split('{').skip(1).map(|piece| piece.split_once('}').unwrap().0).collect()
    }

    #[test]
    fn examples_say_all_their_numbers_and_their_result_in_both_languages() {
        for indicator in Indicator::ALL.iter().copied() {
            let example = &indicator.entry().example;
            for text in example.text.typed() {
                let holes = holes(text);
                assert!(holes.contains(&"="), "{indicator:?}: {text}");
                for i in 0..example.inputs.len() {
                    assert!(holes.contains(&i.to_string().as_str()), "{indicator:?} {i}: {text}");
                }
            }
            let [fr, en] = example.text.typed().map(|t| {
                let mut holes = holes(t);
                holes.sort_unstable();
                holes
            });
            assert_eq!(fr, en, "{indicator:?}");
            for lang in [Lang::Fr, Lang::En] {
                let words = example.words(indicator, lang);
                assert!(!words.contains(['{', '}', '–']), "{indicator:?}: {words}");
            }
        }
    }

    #[test]
    fn examples_have_the_values_worked_out_by_hand() {
        let cases = [
            (Indicator::Nps, "default", 30.0),
            (Indicator::Ces, "default", 5.6),
            (Indicator::Ces, "easy", 80.0),
            (Indicator::AverageHandleTime, "default", 312.0),
            (Indicator::AverageHandleTime, "talk+acw", 288.0),
            (Indicator::QualityOfService, "default", 92.0),
            (Indicator::ServiceLevel, "default", 80.0),
            (Indicator::FirstResponseTime, "default", 40.0),
            (Indicator::FirstResponseTime, "median", 20.0),
            (Indicator::CostPerCall, "default", 5.4),
            (Indicator::CostPerRequestType, "default", 4.0),
            (Indicator::CostPerRequestType, "wage", 1.5),
            (Indicator::RetentionRate, "default", 95.0),
            (Indicator::Utilisation, "handling/paid", 75.0),
            (Indicator::ConnectRate, "default", 60.0),
        ];
        for (indicator, variant, expected) in cases {
            let value = indicator.entry().example.value(indicator, variant).unwrap();
            assert!((value - expected).abs() < 1e-9, "{indicator:?} {variant}: {value}");
        }
    }
}
