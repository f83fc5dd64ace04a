//! What a change of a score between two waves is made of: from the score before, down the segments and their mix,
//! to the score after.

use super::axis::{Axis, Bounds};
use super::cells::id;
use super::font::brief;
use super::frame::dashed_post;
use super::input::small_base;
use super::rows::{Column, Rows};
use super::scene::Align;
use super::sheet::{Sheet, Words};
use super::style::{
    AXIS, BAD, BODY, GOOD, MUTED, PLAIN, SMALL_BASE, base_label, decimals, interval_points, level_label,
    metric_subject, points, the_metric, tick_label, value_label,
};
use super::{ChartError, ChartKind, Figure};
use crate::lang::Lang;
use crate::metric::{Estimate, Metric};

/// Segments with a bar of their own; the others, of smaller effect, share one.
const STEPS: usize = 14;

/// A change split over a segment column.
#[derive(Debug, Clone, PartialEq)]
pub struct Waterfall<'a> {
    /// Column of the segments.
    pub column: &'a str,
    /// The score in the wave before.
    pub before: &'a Estimate,
    /// The score in the wave after.
    pub after: &'a Estimate,
    /// What each segment's own change adds; their sum and the mix make the whole change.
    pub steps: Vec<Step>,
    /// What the change of the segments' shares of the answers adds.
    pub mix: f64,
    /// Interval of the whole change, where it was tested.
    pub interval: Option<[f64; 2]>,
    /// What else to say of it: a total that moves against its segments.
    pub remark: Option<String>,
}

/// What one segment adds.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// Its name.
    pub label: String,
    /// What its own change adds, in the metric's unit.
    pub within: f64,
    /// Its answers in both waves.
    pub n: [u64; 2],
}

/// A line of the figure.
struct Line {
    label: String,
    /// Where its bar begins and ends; the same twice for a score.
    from: f64,
    to: f64,
    effect: String,
    n: [String; 2],
}

/// Draws the change. Nothing where a score is missing.
///
/// # Errors
/// When plotters or the PNG encoder fails.
pub fn waterfall(change: &Waterfall<'_>, question: &str, lang: Lang) -> Result<Option<Figure>, ChartError> {
    let known = |e: &Estimate| e.value.filter(|v| v.is_finite());
    let (Some(before), Some(after)) = (known(change.before), known(change.after)) else { return Ok(None) };
    let metric = change.before.metric;
    let steps = largest(&change.steps, lang);
    let lines = lines(change, &steps, [before, after], lang);
    let mut sheet = Sheet::new(
        Words {
            kind: ChartKind::Waterfall,
            id: id(ChartKind::Waterfall, change.column),
            title: title(metric, change.column, lang),
            question: question.to_owned(),
            caption: caption(change, [before, after], lang),
            note: note(change, &steps, lang),
        },
        lang,
    );
    let labels: Vec<&str> = lines.iter().map(|line| line.label.as_str()).collect();
    let base = |k: usize| Column {
        head: if k == 0 { pick!(lang, chart::n_before) } else { pick!(lang, chart::n_after) }.to_owned(),
        cells: lines.iter().map(|line| line.n[k].clone()).collect(),
    };
    let columns = [
        Column {
            head: pick!(lang, chart::score_or_effect).to_owned(),
            cells: lines.iter().map(|line| line.effect.clone()).collect(),
        },
        base(0),
        base(1),
    ];
    let page = Rows::new(&mut sheet, &labels, &columns, None);
    let ends = [change.before, change.after].map(|e| [e.ci_low, e.ci_high]);
    let data = lines.iter().flat_map(|l| [l.from, l.to]).chain(ends.into_iter().flatten().flatten());
    let axis = Axis::new(data, Bounds::of(metric.quantity(), 5.0), page.left + 8.0, page.right - 8.0);
    page.grid(&mut sheet, axis, &|t| tick_label(t, metric, axis.decimals(), lang));
    bars(&mut sheet, &page, &lines, axis);
    for (i, [low, high]) in [(0, ends[0]), (lines.len() - 1, ends[1])] {
        if let (Some(low), Some(high)) = (low, high) {
            page.whisker(&mut sheet.scene, axis, i, (low, high));
        }
        sheet.scene.dot((axis.at(lines[i].to), page.middle(i)), 5.5, PLAIN);
    }
    sheet.finish()
}

/// The steps of largest effect first; beyond [`STEPS`], the others as one.
fn largest(steps: &[Step], lang: Lang) -> Vec<Step> {
    let mut out: Vec<Step> = steps.iter().filter(|s| s.within.is_finite()).cloned().collect();
    out.sort_by(|a, b| b.within.abs().total_cmp(&a.within.abs()).then_with(|| a.label.cmp(&b.label)));
    if out.len() > STEPS + 1 {
        let others = out.split_off(STEPS);
        let count = lang.count(others.len() as u64);
        let sum = |k: usize| others.iter().map(|s| s.n[k]).sum();
        out.push(Step {
            label: pick!(lang, chart::others_of_smaller_effect(count)),
            within: others.iter().map(|s| s.within).sum(),
            n: [sum(0), sum(1)],
        });
    }
    out
}

/// The score before, the steps, the mix, the score after.
fn lines(change: &Waterfall, steps: &[Step], [before, after]: [f64; 2], lang: Lang) -> Vec<Line> {
    let metric = change.before.metric;
    let end = |estimate: &Estimate, at: f64, k: usize| {
        let mut n = [String::new(), String::new()];
        n[k] = estimate.n.map_or_else(String::new, |n| base_label(n, lang));
        let label = estimate.wave.clone().unwrap_or_default();
        Line { label, from: at, to: at, effect: value_label(at, metric, lang), n }
    };
    let mut at = before;
    let mut step = |label: String, effect: f64, n: [String; 2]| {
        let from = at;
        at += effect;
        Line { label, from, to: at, effect: lang.signed(effect, decimals(metric)), n }
    };
    let mut out = vec![end(change.before, before, 0)];
    for one in steps {
        out.push(step(one.label.clone(), one.within, one.n.map(|n| base_label(n, lang))));
    }
    let mix = pick!(lang, chart::mix_of_answers).to_owned();
    out.push(step(mix, change.mix, [String::new(), String::new()]));
    out.push(end(change.after, after, 1));
    out
}

/// Bars that rise and fall, each tied to the next.
fn bars(sheet: &mut Sheet, page: &Rows, lines: &[Line], axis: Axis) {
    for (i, pair) in lines.windows(2).enumerate() {
        let x = axis.at(pair[0].to);
        dashed_post(&mut sheet.scene, x, page.middle(i) + 8.0, page.middle(i + 1) - 8.0, AXIS);
    }
    for (i, line) in lines.iter().enumerate() {
        let (from, to) = (axis.at(line.from), axis.at(line.to));
        if i == 0 || i + 1 == lines.len() {
            continue;
        }
        let color = if line.to >= line.from { GOOD } else { BAD };
        if (to - from).abs() < 2.0 {
            sheet.scene.post(f64::midpoint(from, to), page.middle(i) - 8.0, page.middle(i) + 8.0, 2.0, color);
        } else {
            page.bar(&mut sheet.scene, i, (from, to), color);
        }
        let mark = if line.to > line.from { "▶" } else { "◀" };
        let (x, align) = if line.to > line.from { (to + 5.0, Align::Start) } else { (to - 5.0, Align::End) };
        if (to - from).abs() >= 2.0 && x > page.left + 12.0 && x < page.right - 12.0 {
            sheet.scene.label(mark, (x, page.middle(i) + BODY * 0.3), align, 9.0, MUTED);
        }
    }
    for y in [page.middle(0) + 14.0, page.middle(lines.len() - 1) - 14.0] {
        sheet.scene.rule(page.left, page.right, y, 1.0, AXIS);
    }
}

fn title(metric: Metric, column: &str, lang: Lang) -> String {
    let (the, column) = (the_metric(metric, lang), lang.quote(column));
    pick!(lang, chart::where_the_change_comes_from_by(the, column))
}

/// The change, what of it is within segments and what is mix, and the step that weighs most.
fn caption(change: &Waterfall, [before, after]: [f64; 2], lang: Lang) -> String {
    let metric = change.before.metric;
    let subject = metric_subject(metric, lang);
    let name = |e: &Estimate| brief(e.wave.as_deref().unwrap_or_default());
    let (from, to) = (value_label(before, metric, lang), value_label(after, metric, lang));
    let (first, last) = (name(change.before), name(change.after));
    let digits = decimals(metric);
    let within: f64 = change.steps.iter().map(|s| s.within).filter(|w| w.is_finite()).sum();
    let (inside, mix) = (lang.signed(within, digits), lang.signed(change.mix, digits));
    let moved = signed_points(after - before, metric, lang);
    let mut out = pick!(
        lang,
        chart::goes_from_to_from_the_segments_themselves(subject, from, first, to, last, moved, inside, mix)
    );
    let most = change.steps.iter().filter(|s| s.within.is_finite());
    if let Some(step) = most.max_by(|a, b| a.within.abs().total_cmp(&b.within.abs())) {
        let (label, effect) = (lang.quote(&brief(&step.label)), lang.signed(step.within, digits));
        let largest = pick!(lang, chart::the_largest_effect(label, effect));
        out.push_str(&largest);
    }
    if change.interval.is_some_and(|[low, high]| low <= 0.0 && high >= 0.0) {
        out.push_str(pick!(lang, chart::chance_alone_may_explain_the_whole_change));
    }
    out
}

/// `−7,8 points`.
fn signed_points(value: f64, metric: Metric, lang: Lang) -> String {
    let size = points(value, metric, lang);
    let sign = lang.signed(value, decimals(metric)).chars().next().filter(|c| !c.is_ascii_digit());
    sign.map_or_else(|| size.clone(), |sign| format!("{sign}{size}"))
}

/// What the bars are, the interval of the change, and what does not add up because of rounding.
fn note(change: &Waterfall, steps: &[Step], lang: Lang) -> String {
    let metric = change.before.metric;
    let mut out = vec![pick!(lang, chart::bars_points_that_the_change_of_each_values).to_owned()];
    if let Some([low, high]) = change.interval {
        let (level, ends) =
            (level_label(change.before.level, lang), interval_points(low, high, metric, lang));
        out.push(pick!(lang, chart::whole_change_interval(level, ends)));
    }
    out.extend(change.remark.clone());
    let scale = if decimals(metric) == 2 { 100.0 } else { 10.0 };
    // Whole numbers of the last decimal shown.
    let rounded = |x: f64| (x * scale).round();
    let sum = steps.iter().map(|s| rounded(s.within)).sum::<f64>() + rounded(change.mix);
    let within = rounded(steps.iter().map(|s| s.within).sum()) + rounded(change.mix);
    let [after, before] = [change.after, change.before].map(|e| e.value.unwrap_or_default());
    let adds_up = [rounded(after) - rounded(before), rounded(after - before), within];
    if adds_up.iter().any(|whole| *whole != sum) {
        out.push(pick!(lang, chart::sums_are_those_of_unrounded_numbers).to_owned());
    }
    if steps.iter().any(|s| s.n[0].min(s.n[1]) < SMALL_BASE) {
        out.push(small_base(lang));
    }
    out.join(" ")
}

#[cfg(test)]
mod tests {
    use super::super::check::{estimate, odd, sound};
    use super::*;
    use proptest::prelude::*;

    fn step(label: &str, within: f64, n: u64) -> Step {
        Step { label: label.to_owned(), within, n: [n, n + 1] }
    }

    fn change<'a>(before: &'a Estimate, after: &'a Estimate, steps: Vec<Step>, mix: f64) -> Waterfall<'a> {
        Waterfall { column: "Région", before, after, steps, mix, interval: Some([-17.1, 1.5]), remark: None }
    }

    fn ends(from: f64, to: f64) -> [Estimate; 2] {
        [("T3", from), ("T4", to)]
            .map(|(wave, v)| estimate(Metric::Nps, Some(wave), None, Some([v - 4.0, v, v + 4.0]), 577))
    }

    #[test]
    fn nothing_to_draw() {
        let [before, mut after] = ends(1.0, 2.0);
        (after.value, after.suppressed) = (None, true);
        assert_eq!(waterfall(&change(&before, &after, Vec::new(), 0.0), "", Lang::Fr), Ok(None));
    }

    #[test]
    fn from_one_score_to_the_other() {
        let [before, after] = ends(2.4, -5.4);
        let data =
            change(&before, &after, vec![step("Est & <Sud>", 1.54, 115), step("Bretagne", -9.37, 20)], 0.03);
        let figure = waterfall(&data, "Note ?", Lang::Fr).unwrap().unwrap();
        sound(
            &figure,
            &["T3", "T4", "+2,4", "−5,4", "−9,4", "+1,5", "0,0", "20\u{a0}†", "Répartition des réponses"],
        );
        assert_eq!(figure.id, "waterfall-region");
        assert_eq!(
            figure.caption.replace('\u{a0}', " "),
            "Le NPS passe de +2,4 (T3) à −5,4 (T4), soit −7,8 points : −7,8 du fait des segments eux-mêmes, 0,0 de \
             leur poids dans les réponses. Le plus grand effet : « Bretagne » (−9,4). Le hasard seul peut expliquer \
             la variation totale."
        );
        // −9,4 and +1,5 make −7,9, not −7,8.
        assert!(figure.svg.contains("non arrondis"));
        sound(&waterfall(&data, "", Lang::En).unwrap().unwrap(), &["Mix of answers", "−9.4"]);
    }

    #[test]
    fn small_effects_share_a_bar() {
        let [before, after] = ends(0.0, 7.8);
        let long = "Agence <commerciale> & partenaires de la communauté d’agglomération « Cœur d’Hérault »";
        let steps: Vec<Step> =
            (0..40).map(|i| step(&format!("{i} {long}"), 0.01 * f64::from(i), 14)).collect();
        let figure = waterfall(&change(&before, &after, steps, 0.0), "", Lang::Fr).unwrap().unwrap();
        sound(&figure, &["26 autres, de moindre effet", "+3,3"]);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(6))]

        #[test]
        fn no_number_makes_it_fail(values in proptest::collection::vec(odd(), 6)) {
            let [before, after] = ends(values[0], values[1]);
            let mut data = change(&before, &after, vec![step("a", values[2], 3)], values[3]);
            data.interval = Some([values[4], values[5]]);
            prop_assert!(waterfall(&data, "", Lang::Fr).is_ok());
        }
    }
}
