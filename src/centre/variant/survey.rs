//! Readings of the indicators that answers give; the survey pipeline computes all but the satisfaction written in the call
//! log.

use super::{Variant, own, share};
use crate::centre::measure::Measure::{Judged, JudgedYes, Rated, RatedTop};

pub(super) const CSAT: &[Variant] = &[
    share("default", "top 2 of 5 / answers", &[(RatedTop, 1)], &[(Rated, 1)]),
    own("mean", "mean of the scale"),
    share("yes-no", "yes / (yes + no)", &[(JudgedYes, 1)], &[(Judged, 1)]),
    own("top-box", "best answer / answers"),
];

pub(super) const NPS: &[Variant] = &[own("default", "0-10; 9-10 minus 0-6")];

pub(super) const CES: &[Variant] =
    &[own("default", "mean of the scale, easy is high"), own("easy", "top 3 of 7 or top 2 of 5 / answers")];

pub(super) const ENPS: &[Variant] = &[own("default", "0-10; 9-10 minus 0-6, employees")];

pub(super) const AGENT_SATISFACTION: &[Variant] = &[
    own("default", "satisfied + very satisfied / respondents"),
    own("headcount", "satisfied + very satisfied / all agents"),
];

pub(super) const RESPONSE_RATE: &[Variant] = &[own("default", "answers / invitations")];
