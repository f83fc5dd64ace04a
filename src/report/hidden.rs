//! What a report hides so that nobody is recognised: the plan of its cells, and bars that few people make.

use crate::metric::{DistributionValue, Group, Quantity, metrics_of};
use crate::privacy::{Counts, Hidden, Nest, Question, plan, suppressed};
use crate::study::{Coding, QuestionCoding};
use crate::tally::{Domain, Tally};

/// What to hide of every cell that a report shows, told by the counts of all closed questions.
pub(super) fn hidden(coding: &Coding, tally: &Tally, min_group: u64) -> Hidden {
    plan(&counts(coding, tally, min_group))
}

/// The counts that a report would publish.
pub(super) fn counts(coding: &Coding, tally: &Tally, min_group: u64) -> Counts {
    let shape = tally.shape();
    let columns = shape.segments.clone();
    let mut nests = Vec::new();
    for a in 0..columns.len() {
        for b in (0..columns.len()).filter(|b| *b != a && shape.pairs) {
            let pair = tally.pair(a, b);
            let parents = |row: &[u64]| row.iter().filter(|n| **n > 0).count();
            // A value that happens to lie in one of another column is no team of a region: all of them must.
            if pair.iter().any(|row| parents(row) > 1) {
                continue;
            }
            let held = pair.iter().enumerate().filter_map(|(child, row)| {
                let parent = row.iter().position(|n| *n > 0)?;
                Some(Nest { child: (a, child), parent: (b, parent) })
            });
            nests.extend(held);
        }
    }
    Counts {
        min_group,
        waves: shape.waves,
        questions: questions(coding, tally),
        panel: coding.sampling.as_ref().is_some_and(|s| s.panel),
        columns,
        nests,
    }
}

/// The answers to each closed question: in total, then by value of each segment column.
pub(super) fn questions(coding: &Coding, tally: &Tally) -> Vec<Question> {
    let shape = tally.shape();
    let question = |(score, coded): (usize, &QuestionCoding)| {
        // Of a share all that counts is who is among the best: none of a small group tells as much as all.
        let share = metrics_of(coded.question.kind).iter().any(|m| m.quantity() == Quantity::Share);
        let group = |value: &f64| match coded.scale.group(coded.question.kind, *value) {
            Group::Promoters | Group::High => 0,
            Group::Passives => 1,
            Group::Middle => usize::from(share),
            Group::Low if share => 1,
            Group::Low | Group::Detractors => 2,
        };
        let of = |segment: Option<(usize, usize)>, wave: usize| {
            tally.counts(score, Domain::new(Some(wave), segment))
        };
        let waves = || 0..=shape.waves;
        let total = waves().map(|wave| of(None, wave)).collect();
        let crossed = shape.segments.iter().enumerate().map(|(column, n)| {
            waves()
                .flat_map(|wave| (0..*n).map(move |v| (wave, v)))
                .map(|(w, v)| of(Some((column, v)), w))
                .collect()
        });
        Question {
            groups: coded.values.iter().map(group).collect(),
            cells: std::iter::once(total).chain(crossed).collect(),
        }
    };
    coding.scores.iter().enumerate().map(question).collect()
}

/// Neighbouring values of one group of answers put together until none was given by few: `0–2`.
pub(super) fn joined(mut values: Vec<DistributionValue>, min_group: u64) -> Vec<DistributionValue> {
    let few = |v: &DistributionValue| v.n > 0 && suppressed(v.n, min_group);
    while let Some((low, high)) = (0..values.len()).filter(|at| few(&values[*at])).find_map(|at| {
        let beside = [at.checked_sub(1), Some(at + 1)].into_iter().flatten();
        let alike = beside.filter(|b| values.get(*b).is_some_and(|v| v.group == values[at].group));
        alike.min_by_key(|b| values[*b].n).map(|b| (at.min(b), at.max(b)))
    }) {
        let next = values.remove(high);
        let kept = &mut values[low];
        let name = |v: &DistributionValue| v.label.clone().unwrap_or_else(|| v.value.to_string());
        let (first, last) = (name(kept), name(&next));
        // `0–1` and `2` are `0–2`.
        let (first, last) = (first.split('–').next(), last.rsplit('–').next());
        kept.label = first.zip(last).map(|(first, last)| format!("{first}–{last}"));
        kept.last = Some(next.last.unwrap_or(next.value));
        kept.n += next.n;
        kept.share += next.share;
    }
    values
}
