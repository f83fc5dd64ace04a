//! The score of a set of linked answers.

use crate::driver::Target;
use crate::metric::Quantity;
use crate::metric::interval::{mean_t, nps_score, wilson};
use crate::study::Group;
use crate::tally::Histogram;

/// Interval of a score by the usual formulas, in its unit: score interval of a net score, Wilson's of a share,
/// Student's of a mean. None without answers, and for a mean where all are the same.
pub(super) fn interval(target: &Target<'_>, answers: &Histogram, level: f64) -> Option<(f64, f64)> {
    let count = |group| answers.count(|answer| target.scale.group(target.kind, answer) == group);
    match target.metric.quantity() {
        Quantity::Net => {
            nps_score(count(Group::Promoters), count(Group::Passives), count(Group::Detractors), level)
        }
        Quantity::Share => {
            wilson(count(Group::High), answers.n(), level).map(|(low, high)| (100.0 * low, 100.0 * high))
        }
        Quantity::Mean => mean_t(answers, level, target.scale.low, target.scale.high),
    }
}
