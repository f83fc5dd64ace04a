//! Integrals of smooth peaks: functions whose logarithm is concave.

/// Nodes on 0…1 of Gauss–Legendre's rule of 16 points, and their weights. Abramowitz & Stegun, table 25.4.
const NODES: [(f64, f64); 8] = [
    (0.095_012_509_837_637_44, 0.189_450_610_455_068_5),
    (0.281_603_550_779_258_9, 0.182_603_415_044_923_6),
    (0.458_016_777_657_227_4, 0.169_156_519_395_002_54),
    (0.617_876_244_402_643_7, 0.149_595_988_816_576_73),
    (0.755_404_408_355_003, 0.124_628_971_255_533_87),
    (0.865_631_202_387_831_7, 0.095_158_511_682_492_78),
    (0.944_575_023_073_232_6, 0.062_253_523_938_647_89),
    (0.989_400_934_991_649_9, 0.027_152_459_411_754_095),
];

/// A peak is left out where it is under e⁻⁴⁵ of its height, 3e-20.
const DEPTH: f64 = 45.0;
/// Times that a panel may be halved.
const HALVINGS: u32 = 12;

/// Integral of exp(`log`) from `start` ≤ 0 to `end`, which may be infinite, where `log` is concave and falls
/// without end; `scale` is a width over which it bends near `start`.
///
/// The peak and its two feet are found by halving; between them, panels that double from `scale` on, and that
/// are halved until Gauss–Legendre's rule agrees with itself to 1e-13 of the whole.
pub(super) fn peak_integral(log: impl Fn(f64) -> f64, start: f64, end: f64, scale: f64) -> f64 {
    if start >= end {
        return 0.0;
    }
    let (low, high) = feet(&log, start, end, scale);
    let f = |x: f64| log(x).exp();
    let mut cuts = vec![low];
    let width = (high - low) / 16.0;
    let mut at = low;
    while at < high {
        let step = if low > start { width } else { width.min((at - start).max(scale)) };
        // A step too small for the number is a peak too thin for it.
        at = if at + step > at { (at + step).min(high) } else { high };
        cuts.push(at);
    }
    let panels: Vec<(f64, f64, f64)> = cuts.windows(2).map(|p| (p[0], p[1], gauss(f, p[0], p[1]))).collect();
    let whole: f64 = panels.iter().map(|panel| panel.2).sum();
    panels.into_iter().map(|(a, b, rough)| refined(&f, a, b, rough, whole * 1e-13, HALVINGS)).sum()
}

/// Where the peak rises above e⁻⁴⁵ of its height and where it falls under, within `start`…`end`.
fn feet(log: impl Fn(f64) -> f64, start: f64, end: f64, scale: f64) -> (f64, f64) {
    // Doubling passes the peak, then its foot.
    let mut far = scale.min(end);
    while far > 0.0 && far < end && far < f64::MAX / 4.0 && log(far) > log(far / 2.0).max(log(start)) - DEPTH
    {
        far = (far * 2.0).min(end);
    }
    let (mut left, mut right) = (start, far);
    for _ in 0..200 {
        let (a, b) = (left + (right - left) * 0.382, left + (right - left) * 0.618);
        if log(a) < log(b) {
            left = a;
        } else {
            right = b;
        }
    }
    let found = f64::midpoint(left, right);
    let peak = [start, far].into_iter().fold(found, |best, x| if log(x) > log(best) { x } else { best });
    let floor = log(peak) - DEPTH;
    (crossing(&log, floor, peak, start), crossing(&log, floor, peak, far))
}

/// Where `log` passes `floor` between `inside`, where it is above, and `outside`; `outside` if it does not.
fn crossing(log: impl Fn(f64) -> f64, floor: f64, mut inside: f64, mut outside: f64) -> f64 {
    if log(outside) >= floor {
        return outside;
    }
    let peak = inside;
    while (outside - inside).abs() > 1e-3 * (inside - peak).abs() {
        let middle = f64::midpoint(inside, outside);
        if middle == inside || middle == outside {
            break;
        }
        if log(middle) >= floor {
            inside = middle;
        } else {
            outside = middle;
        }
    }
    outside
}

fn gauss(f: impl Fn(f64) -> f64, low: f64, high: f64) -> f64 {
    let (centre, half) = (f64::midpoint(low, high), (high - low) / 2.0);
    NODES.iter().map(|(x, weight)| weight * (f(centre - half * x) + f(centre + half * x))).sum::<f64>() * half
}

/// The integral over a panel, halved until both halves together give what the whole gave.
fn refined(f: &impl Fn(f64) -> f64, low: f64, high: f64, rough: f64, error: f64, depth: u32) -> f64 {
    let middle = f64::midpoint(low, high);
    let (left, right) = (gauss(f, low, middle), gauss(f, middle, high));
    let fine = left + right;
    if depth == 0 || (fine - rough).abs() <= error {
        return fine;
    }
    refined(f, low, middle, left, error, depth - 1) + refined(f, middle, high, right, error, depth - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Integrals known in closed form: an exponential, a half normal, a normal far from zero, a gamma.
    #[test]
    fn known_peaks_are_integrated() {
        let (pi, endless) = (std::f64::consts::PI, f64::INFINITY);
        for (found, exact) in [
            (peak_integral(|x| -3.0 * x, 0.0, endless, 1.0), 1.0 / 3.0),
            (peak_integral(|x| -3.0 * x, 0.0, 2.0, 1e-6), (1.0 - (-6.0_f64).exp()) / 3.0),
            (peak_integral(|x| -x * x, 0.0, endless, 1e-3), pi.sqrt() / 2.0),
            (peak_integral(|x| -1e6 * x * x, -700.0, endless, 1e-2), (pi / 1e6).sqrt()),
            (peak_integral(|x| -1e6 * x * x, -1e30, 0.0, 1e-2), (pi / 1e6).sqrt() / 2.0),
            (peak_integral(|x| -1e6 * (x - 700.0) * (x - 700.0), 0.0, endless, 1.0), (pi / 1e6).sqrt()),
            (peak_integral(|x| 4.0 * x.ln() - x, 0.0, endless, 1.0), 24.0),
        ] {
            assert!((found / exact - 1.0).abs() < 1e-12, "{found} is not {exact}");
        }
        assert_eq!(peak_integral(|x| -x, 0.0, 0.0, 1.0), 0.0);
    }
}
