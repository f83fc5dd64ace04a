//! Intervals of a net score from real-valued counts: effective counts of a sample design come in as well as
//! whole answers.

/// Answers of a net score by group. A design gives effective counts: each share times the effective base.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct NetCounts {
    /// Answers that add to the score.
    pub promoters: f64,
    /// Answers that count in the base alone.
    pub passives: f64,
    /// Answers that take from the score.
    pub detractors: f64,
}

/// A net score with its standard error, in points; a formula may centre its interval elsewhere.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct NetEstimate {
    /// Score, or the centre of the interval, in points.
    pub value: f64,
    /// Standard error, in points.
    pub se: f64,
}

impl NetCounts {
    /// Whole answers.
    pub fn new(promoters: u64, passives: u64, detractors: u64) -> Self {
        Self { promoters: promoters as f64, passives: passives as f64, detractors: detractors as f64 }
    }

    /// The same shares on a base of `n`: an effective base, variance of an answer / se², makes a design's counts.
    /// Without answers nothing changes.
    #[must_use]
    pub fn on_base(self, n: f64) -> Self {
        let times = if self.n() > 0.0 { n / self.n() } else { 1.0 };
        Self {
            promoters: times * self.promoters,
            passives: times * self.passives,
            detractors: times * self.detractors,
        }
    }

    /// Base.
    pub fn n(self) -> f64 {
        self.promoters + self.passives + self.detractors
    }

    /// The score and Wald's standard error 100 √((p₊ + p₋ − (p₊ − p₋)²) / n). None without answers or with a
    /// negative count.
    pub fn wald(self) -> Option<NetEstimate> {
        let n = self.n();
        let valid = n > 0.0 && n.is_finite() && self.promoters.min(self.passives).min(self.detractors) >= 0.0;
        valid.then(|| {
            let net = (self.promoters - self.detractors) / n;
            let variance = ((self.promoters + self.detractors) / n - net * net).max(0.0);
            NetEstimate { value: 100.0 * net, se: 100.0 * (variance / n).sqrt() }
        })
    }

    /// Wald's formula with 3/4 added to promoters and to detractors and 3/2 to passives, which corrects most of
    /// its defect: Rocks, “Interval estimation for the ‘Net Promoter Score’”, *The American Statistician* 70
    /// (2016), 365–372. Its standard error is never zero:
    /// ten promoters of ten give 76.9 ± 29.4, clipped to 47.5…100.
    pub fn adjusted_wald(self) -> Option<NetEstimate> {
        self.wald().and_then(|_| self.plus(0.75, 1.5).wald())
    }

    /// Wald's formula with one promoter and one detractor added: Bonett & Price, “Adjusted Wald confidence
    /// interval for a difference of binomial proportions based on paired data”, *Journal of Educational and
    /// Behavioral Statistics* 37 (2012), 479–488.
    pub fn bonett_price(self) -> Option<NetEstimate> {
        self.wald().and_then(|_| self.plus(1.0, 0.0).wald())
    }

    fn plus(self, each: f64, passives: f64) -> Self {
        Self {
            promoters: self.promoters + each,
            passives: self.passives + passives,
            detractors: self.detractors + each,
        }
    }
}

/// A formula for the interval of a net score.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NetMethod {
    /// Tango's score interval: the one that reports use.
    Score,
    /// Score ± z · se; no width when all answers agree.
    Wald,
    /// [`NetCounts::adjusted_wald`].
    AdjustedWald,
    /// [`NetCounts::bonett_price`].
    BonettPrice,
}

impl NetMethod {
    /// Every formula.
    pub const ALL: [Self; 4] = [Self::Score, Self::Wald, Self::AdjustedWald, Self::BonettPrice];

    /// Interval in points, clipped to −100…100 and containing the score, `critical` being its half-width in
    /// standard errors (1.96, or Student's quantile for a design). None without answers or unless `critical`
    /// is positive and finite.
    pub fn interval(self, counts: NetCounts, critical: f64) -> Option<(f64, f64)> {
        let score = counts.wald()?.value;
        let around = |estimate: NetEstimate| {
            let half = critical * estimate.se;
            ((estimate.value - half).max(-100.0).min(score), (estimate.value + half).min(100.0).max(score))
        };
        if !(critical > 0.0 && critical.is_finite()) {
            return None;
        }
        match self {
            Self::Score => score_interval(counts, critical),
            Self::Wald => counts.wald().map(around),
            Self::AdjustedWald => counts.adjusted_wald().map(around),
            Self::BonettPrice => counts.bonett_price().map(around),
        }
    }
}

/// Score interval of a net score, in points −100…100: see [`super::interval::nps_score`], of which this is the
/// form for real-valued counts and for any critical value. None without answers, with a negative count, or
/// unless `critical` is positive and finite.
pub fn score_interval(counts: NetCounts, critical: f64) -> Option<(f64, f64)> {
    let net = counts.wald()?.value / 100.0;
    if !(critical > 0.0 && critical.is_finite()) {
        return None;
    }
    let (up, down, n) = (counts.promoters, counts.detractors, counts.n());
    let low = lowest(up, down, n, critical).min(net);
    // Turning the scale over turns the interval over.
    let high = (-lowest(down, up, n, critical)).max(net);
    Some((100.0 * low, 100.0 * high))
}

/// Lower end of the score interval of (up − down) / n, as a fraction −1…1.
fn lowest(up: f64, down: f64, n: f64, z: f64) -> f64 {
    let net = (up - down) / n;
    let rejected = |delta: f64| {
        let a = 2.0 * n;
        let b = (a - up + down) * delta - up - down;
        let c = -down * delta * (1.0 - delta);
        let share_down = ((b * b - 4.0 * a * c).max(0.0).sqrt() - b) / (2.0 * a);
        let variance = (2.0 * share_down + delta * (1.0 - delta)).max(0.0);
        n * (net - delta) > z * (n * variance).sqrt()
    };
    // The test rejects −1 and does not reject the estimate: the end is where it changes its mind.
    let (mut low, mut high) = (-1.0, net);
    while high - low > f64::EPSILON {
        let middle = f64::midpoint(low, high);
        if middle <= low || middle >= high {
            break;
        }
        if rejected(middle) {
            low = middle;
        } else {
            high = middle;
        }
    }
    f64::midpoint(low, high)
}

/// Answers up to which every sample is enumerated: binomial coefficients stay numbers.
const ENUMERABLE: u32 = 1000;

/// How often `interval` holds the true score, and its mean width in points, over every sample of `n` answers
/// that the shares of detractors, passives and promoters can give: exact, by summing multinomial
/// probabilities, at the cost of (n + 1)(n + 2) / 2 intervals. None without answers or above
/// 1,000, with a negative share, or where an interval is missing.
pub fn coverage(
    n: u32,
    shares: [f64; 3],
    interval: impl Fn(NetCounts) -> Option<(f64, f64)>,
) -> Option<(f64, f64)> {
    let [down, middle, up] = shares;
    if n == 0 || n > ENUMERABLE || !shares.iter().all(|share| *share >= 0.0) {
        return None;
    }
    let truth = 100.0 * (up - down);
    let (mut held, mut width) = (0.0, 0.0);
    // choose(n, k) from the one before.
    let row = |n: u32, a: f64, b: f64| {
        let mut choose = 1.0;
        (0..=n).map(move |k| {
            let probability = choose * a.powf(f64::from(k)) * b.powf(f64::from(n - k));
            choose *= f64::from(n - k) / f64::from(k + 1);
            (k, probability)
        })
    };
    let rest = middle + up;
    for (detractors, outer) in row(n, down, rest) {
        let left = n - detractors;
        let (a, b) = if rest > 0.0 { (middle / rest, up / rest) } else { (1.0, 0.0) };
        for (passives, inner) in row(left, a, b) {
            let counts =
                NetCounts::new(u64::from(left - passives), u64::from(passives), u64::from(detractors));
            let (low, high) = interval(counts)?;
            if low <= truth && truth <= high {
                held += outer * inner;
            }
            width += outer * inner * (high - low);
        }
    }
    Some((held, width))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn nothing_comes_from_nothing() {
        for method in NetMethod::ALL {
            assert_eq!(method.interval(NetCounts::new(0, 0, 0), 1.96), None);
            assert_eq!(method.interval(NetCounts::new(1, 1, 1), f64::INFINITY), None);
            assert_eq!(method.interval(NetCounts::new(1, 1, 1), f64::NAN), None);
            let negative = NetCounts { promoters: 3.0, passives: -1.0, detractors: 1.0 };
            assert_eq!(method.interval(negative, 1.96), None);
        }
        for n in [0, 1001] {
            assert_eq!(coverage(n, [0.1, 0.2, 0.7], |c| score_interval(c, 2.0)), None);
        }
    }

    /// Half the base doubles the variance: the interval of 50, 32, 18 on 50 answers is that of 25, 16, 9.
    #[test]
    fn a_smaller_base_keeps_the_score() {
        let halved = NetCounts::new(50, 32, 18).on_base(50.0);
        assert_eq!(halved, NetCounts::new(25, 16, 9));
        assert_eq!(NetCounts::new(0, 0, 0).on_base(5.0), NetCounts::new(0, 0, 0));
        assert_eq!(NetCounts::new(1, 1, 1).on_base(0.0).wald(), None);
    }

    #[test]
    fn certain_answers_are_covered_always() {
        let (held, width) = coverage(10, [1.0, 0.0, 0.0], |c| score_interval(c, 1.96)).unwrap();
        assert!((held - 1.0).abs() < 1e-12 && width > 50.0, "{held} {width}");
    }

    proptest! {
        #[test]
        fn score_lies_in_every_interval_and_turns_over(
            promoters in 0.0..3000.0, passives in 0.0..3000.0, detractors in 0.0..3000.0, critical in 0.1..6.0,
        ) {
            let counts = NetCounts { promoters, passives, detractors };
            prop_assume!(counts.n() > 0.5);
            let turned = NetCounts { promoters: detractors, passives, detractors: promoters };
            let score = counts.wald().unwrap().value;
            for method in NetMethod::ALL {
                let (low, high) = method.interval(counts, critical).unwrap();
                prop_assert!(-100.0 <= low && low <= score && score <= high && high <= 100.0, "{method:?}");
                let back = method.interval(turned, critical).unwrap();
                prop_assert!((back.0 + high).abs() < 1e-7 && (back.1 + low).abs() < 1e-7, "{method:?}");
            }
        }
    }
}
