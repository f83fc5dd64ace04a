//! What there is to remember of a centre, in sentences, the quality of service first.

mod levels;
mod odd_week;
mod spread;
mod work;

use super::view::View;
use crate::report::Finding;

/// Sentences of a page, at most.
const MOST: usize = 10;
/// Of these, those of a survey.
const SURVEY: usize = 3;

/// The findings, most important first: the service against its targets, what moved, which days and hours are out of
/// line, which reasons take the most work, how far agents differ, the satisfaction and what moves it; what was left out
/// of the data comes last.
pub(super) fn findings(view: &View<'_>, survey: Vec<Finding>) -> Vec<Finding> {
    let survey = of_survey(survey);
    let data = work::data(view);
    let mut out: Vec<Finding> = levels::levels(view);
    let odd = odd_week::odd_week(view).filter(|found| !found.text.is_empty());
    let after_odd = odd.is_some();
    out.extend(odd);
    // Better than a mean that the bad week pulls down is but a return to normal.
    out.extend(levels::changes(view, after_odd));
    out.extend(spread::signal(view));
    out.extend(spread::peak(view));
    out.extend(work::reasons(view));
    out.extend(spread::agents(view));
    out.extend(work::out_of_hours(view));
    out.truncate(MOST - survey.len() - usize::from(data.is_some()));
    out.extend(survey);
    out.extend(data);
    out
}

/// Of the sentences of a survey, the first on the score, on what of the contact or of the comments moves it, and on how
/// it moved.
fn of_survey(mut survey: Vec<Finding>) -> Vec<Finding> {
    for finding in survey.iter_mut().filter(|f| f.code.starts_with("link")) {
        "satisfaction".clone_into(&mut finding.section);
    }
    let mut out = Vec::new();
    for section in ["scores", "satisfaction", "drivers", "comparisons"] {
        let first = survey.iter().position(|f| f.section == section);
        out.extend(first.map(|at| survey.remove(at)));
    }
    out.truncate(SURVEY);
    out
}

fn finding(code: &str, section: &str, text: String) -> Finding {
    Finding { code: code.to_owned(), section: section.to_owned(), text }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::centre::{CentreSummary, Indicator};
    use crate::lang::Lang;
    use crate::report::words::Words;
    use crate::report::{Report, sample};

    fn said(report: &Report) -> String {
        let words = Words::new(report);
        let view = View::new(&words, report).unwrap();
        let lines: Vec<String> =
            findings(&view, Vec::new()).iter().map(|f| format!("{}| {}", f.code, f.text)).collect();
        lines.join("\n").replace(['\u{a0}', '\u{202f}'], " ")
    }

    #[test]
    fn the_service_comes_first_and_the_data_last() {
        for lang in [Lang::Fr, Lang::En] {
            let text = said(&sample::centre(lang));
            let codes: Vec<&str> = text.lines().map(|l| l.split('|').next().unwrap()).collect();
            let expected = [
                "indicator_target",
                "indicator_target",
                "indicator_target",
                "indicator",
                "indicator_change",
                "signal",
                "peak",
                "reason",
                "agent_spread",
                "data",
            ];
            assert_eq!(codes, expected, "{text}");
        }
    }

    #[test]
    fn sentences_carry_value_base_and_definition() {
        let text = said(&sample::centre(Lang::Fr));
        for part in [
            "Le taux de qualité de service (QS) est de 92,3 % : l’objectif de 90,0 % est atteint. Base : 9 500 ; définition : appels traités ÷ appels offerts.",
            "Le niveau de service à 20 s est de 76,8 % : l’objectif de 80,0 % est manqué de 3,2 points. Base : 9 500 ; définition : pris dans le délai ÷ (pris + abandonnés).",
            "Le niveau de service à 20 s recule de 8,5 points la semaine du 29 septembre 2025 : 70,0 %, contre 78,5 % sur les 4 semaines précédentes. C’est une dégradation que le hasard n’explique pas (plus de trois erreurs types)",
            "Le niveau de service sort des limites du hasard 1 jour sur 20 : mardi 9 septembre 2025 (61,2 %)",
            "Le plus mauvais créneau de la semaine est le lundi à 10 h : 52,0 % de niveau de service sur 300 appels offerts (60 dans l’heure, en moyenne). C’est aussi le plus chargé.",
            "3 agents sur 12 s’écartent nettement de la moyenne de 5 min 12 s",
            "« Facture » est le motif qui coûte le plus : 7 500 € pour 3 000 appels traités, soit 250 h et 45,1 % de la charge (DMT de 5 min). Viennent ensuite « Panne | réseau » (6 000 €) et « Suivi de commande » (3 125 €).",
            "71 lignes présentent une anomalie (appel décroché sans agent : 48, durée négative : 23) : elles sont écartées des seuls indicateurs qu’elles fausseraient, non du fichier.",
        ] {
            assert!(text.contains(part), "{part}\n{text}");
        }
    }

    #[test]
    fn a_survey_beside_the_calls_keeps_its_main_sentences() {
        let codes: Vec<String> = sample::linked(Lang::Fr).findings.iter().map(|f| f.code.clone()).collect();
        assert_eq!(codes.len(), MOST);
        assert_eq!(codes[6..], ["score", "driver", "change", "data"]);
    }

    #[test]
    fn what_chance_explains_makes_no_headline() {
        let mut report = sample::centre(Lang::Fr);
        for row in report.indicators.iter_mut().filter(|r| r.period.is_some()) {
            (row.ci_low, row.ci_high) = (Some(0.0), Some(100.0));
        }
        assert!(!said(&report).contains("indicator_change|"));
        report.centre.as_mut().unwrap().series.clear();
        report.centre.as_mut().unwrap().heat.clear();
        let text = said(&report);
        assert!(!text.contains("signal|") && !text.contains("peak|"), "{text}");
        assert!(
            text.contains("out_of_hours| 420 appels, soit 4,2 % des appels reçus, arrivent hors des heures")
        );
    }

    #[test]
    fn an_empty_centre_says_nothing() {
        let mut report = sample::centre(Lang::En);
        report.indicators.clear();
        report.centre = Some(CentreSummary::default());
        assert_eq!(said(&report), "");
    }

    #[test]
    fn a_survey_target_is_undecided_inside_its_interval() {
        let mut report = sample::centre(Lang::En);
        let of =
            |r: &&mut crate::centre::IndicatorRow| r.id == Indicator::QualityOfService && r.period.is_none();
        report.indicators.iter_mut().find(of).unwrap().met = Some(crate::metric::Met::Undecided);
        assert!(said(&report).contains("its interval holds the target of 90.0%"), "{}", said(&report));
    }
}
