//! A linear axis: round ticks over the data, and where a value falls between two pixels.

use crate::metric::Quantity;

/// Steps of an axis of durations from 10 s on, in seconds: up to four days.
const TIMES: [f64; 20] = [
    10.0, 15.0, 20.0, 30.0, 60.0, 120.0, 180.0, 300.0, 600.0, 900.0, 1200.0, 1800.0, 3600.0, 7200.0,
    10_800.0, 21_600.0, 43_200.0, 86_400.0, 172_800.0, 345_600.0,
];

/// Values from `low` to `high` laid between pixels `from` and `to`, a tick every `step`.
/// Built from any numbers, NaN and infinities included, it always has a length.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Axis {
    low: f64,
    high: f64,
    step: f64,
    from: f64,
    to: f64,
}

/// What an axis must obey besides its data.
#[derive(Debug, Clone, Copy)]
pub struct Bounds {
    /// The axis never goes below.
    pub floor: f64,
    /// The axis never goes above.
    pub ceiling: f64,
    /// The axis is at least this long, so that noise does not look like a change.
    pub least: f64,
    /// About how many ticks.
    pub ticks: f64,
}

impl Bounds {
    /// Bounds of a kind of quantity: NPS within ±100, shares within 0–100 %.
    pub fn of(quantity: Quantity, ticks: f64) -> Self {
        let (floor, ceiling, least) = match quantity {
            Quantity::Net => (-100.0, 100.0, 40.0),
            Quantity::Share => (0.0, 100.0, 20.0),
            Quantity::Mean => (f64::NEG_INFINITY, f64::INFINITY, 0.5),
        };
        Self { floor, ceiling, least, ticks }
    }
}

impl Axis {
    /// An axis that holds those of `values` that are numbers, under 1e15 in size, inside `bounds`; `from` is the pixel of its low
    /// end, `to` that of its high end.
    pub fn new(values: impl IntoIterator<Item = f64>, bounds: Bounds, from: f64, to: f64) -> Self {
        Self::stepped(values, bounds, from, to, &round_step)
    }

    /// The same for durations, `second` being a second in their unit: ticks at round times, of 30 s, 5 min, 2 h.
    pub fn of_time(
        values: impl IntoIterator<Item = f64>,
        second: f64,
        bounds: Bounds,
        from: f64,
        to: f64,
    ) -> Self {
        Self::stepped(values, bounds, from, to, &|step| {
            let seconds = step / second;
            let round = TIMES.into_iter().find(|time| *time >= seconds * (1.0 - 1e-9));
            round.filter(|_| seconds > 10.0).unwrap_or_else(|| round_step(seconds)) * second
        })
    }

    fn stepped(
        values: impl IntoIterator<Item = f64>,
        bounds: Bounds,
        from: f64,
        to: f64,
        round: &dyn Fn(f64) -> f64,
    ) -> Self {
        let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
        // Beyond this a step would be lost in rounding, and no score or duration is there.
        for value in values.into_iter().filter(|v| v.abs() < 1e15) {
            low = low.min(value);
            high = high.max(value);
        }
        if low > high {
            (low, high) = (0.0, 0.0);
        }
        let step = round((high - low).max(bounds.least) / bounds.ticks);
        let (first, last) = (low, high);
        low = ((low / step + 1e-9).floor() * step).max(bounds.floor);
        high = ((high / step - 1e-9).ceil() * step).min(bounds.ceiling);
        // Too short an axis grows by whole steps, on the side where the data have least room.
        // A step is a fair part of the least length: more than so many are those of bounds that make no scale.
        for _ in 0..100 {
            if high - low >= bounds.least - step * 1e-9 {
                break;
            }
            let (under, above) = (low > bounds.floor, high < bounds.ceiling);
            if above && (!under || high - last <= first - low) {
                high = (high + step).min(bounds.ceiling);
            } else if under {
                low = (low - step).max(bounds.floor);
            } else {
                break;
            }
        }
        if (high - low).is_nan() || high - low <= 0.0 {
            high = low + step;
        }
        Self { low, high, step, from, to }
    }

    /// Pixel of a value; values outside, and NaN, are held at the ends.
    pub fn at(self, value: f64) -> f64 {
        let inside = if value.is_nan() { self.low } else { value.clamp(self.low, self.high) };
        self.from + (inside - self.low) / (self.high - self.low) * (self.to - self.from)
    }

    /// True when the value lies on the axis.
    pub fn holds(self, value: f64) -> bool {
        value >= self.low && value <= self.high
    }

    /// Values of the ticks, ascending.
    pub fn ticks(self) -> Vec<f64> {
        let first = (self.low / self.step - 1e-9).ceil() as i64;
        let last = (self.high / self.step + 1e-9).floor() as i64;
        (first..=last.min(first.saturating_add(100))).map(|i| i as f64 * self.step).collect()
    }

    /// Decimals that the ticks need.
    pub fn decimals(self) -> usize {
        (-(self.step.log10() + 1e-9).floor()).clamp(0.0, 6.0) as usize
    }
}

/// The smallest of 1, 2, 5 times a power of ten that is at least `step`; 1 for what is no length.
fn round_step(step: f64) -> f64 {
    if !step.is_finite() || step <= 0.0 {
        return 1.0;
    }
    let power = 10f64.powi(step.log10().floor() as i32);
    let round =
        [1.0, 2.0, 5.0].into_iter().find(|m| m * power >= step * (1.0 - 1e-9)).unwrap_or(10.0) * power;
    if round.is_finite() && round > 0.0 { round } else { 1.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NPS: Bounds = Bounds { floor: -100.0, ceiling: 100.0, least: 40.0, ticks: 5.0 };

    #[test]
    fn numbers_out_of_all_proportion_leave_an_axis() {
        for value in [1e308, -1e308, f64::INFINITY, f64::NAN] {
            let axis = Axis::new([value, value], Bounds::of(Quantity::Mean, 5.0), 0.0, 100.0);
            assert!(axis.ticks().len() > 1 && axis.at(value).is_finite(), "{value}");
        }
    }

    #[test]
    fn ticks_are_round_and_hold_the_data() {
        let axis = Axis::new([-13.8, 22.4], NPS, 0.0, 100.0);
        assert_eq!(axis.ticks(), [-20.0, -10.0, 0.0, 10.0, 20.0, 30.0]);
        assert!(axis.at(-20.0).abs() < 1e-9 && (axis.at(30.0) - 100.0).abs() < 1e-9);
        assert_eq!(axis.decimals(), 0);
        assert_eq!(Axis::new([-11.1, 9.8], NPS, 0.0, 1.0).ticks(), [-20.0, -10.0, 0.0, 10.0, 20.0]);
        let means =
            Axis::new([4.11, 4.23], Bounds { floor: 1.0, ceiling: 5.0, least: 0.5, ticks: 5.0 }, 0.0, 1.0);
        assert_eq!(means.decimals(), 1);
    }

    #[test]
    fn no_input_makes_it_fail() {
        for values in [vec![], vec![f64::NAN], vec![3.0, 3.0], vec![f64::INFINITY, 1.0], vec![-1e308, 1e308]]
        {
            let axis = Axis::new(values, NPS, 10.0, 20.0);
            assert!(axis.at(f64::NAN).is_finite() && axis.at(0.0).is_finite(), "{axis:?}");
            assert!(axis.ticks().len() < 102);
        }
        let full = Axis::new([100.0, 100.0], NPS, 0.0, 1.0);
        assert_eq!(full.ticks(), [60.0, 70.0, 80.0, 90.0, 100.0]);
    }
}
