//! Interval of a difference from the intervals of its two terms.

/// A value with its interval, in one unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bounded {
    /// The estimate.
    pub value: f64,
    /// Lower end of its interval.
    pub low: f64,
    /// Upper end of its interval.
    pub high: f64,
}

/// `to` − `from` with the interval that their own intervals give, for two independent groups.
///
/// Newcombe, “Interval estimation for the difference between independent proportions”, *Statistics in
/// Medicine* 17 (1998), 873–890, method 10 with Wilson's intervals:
///
/// ```text
/// low  = d − √((to − to.low)² + (from.high − from)²)
/// high = d + √((to.high − to)² + (from − from.low)²)
/// ```
///
/// 56 of 70 against 48 of 80, a difference of 0.20, gives 0.052…0.334. The interval keeps the unit and the level
/// of its terms, and their skew. An end outside its value counts as
/// the value. None when a number is not finite.
pub fn newcombe(from: Bounded, to: Bounded) -> Option<Bounded> {
    mover(from, to, 0.0)
}

/// [`newcombe`] where the two estimates are correlated, as those of a panel seen twice are: under each root
/// 2 r times the product of the two margins is taken away. Zou & Donner, “Construction of confidence limits
/// about effect measures: a general approach”, *Statistics in Medicine* 27 (2008), 1693–1702.
///
/// None when a number is not finite or `correlation` is outside −1…1.
pub fn mover(from: Bounded, to: Bounded, correlation: f64) -> Option<Bounded> {
    let numbers = [from.value, from.low, from.high, to.value, to.low, to.high];
    if !numbers.iter().all(|x| x.is_finite()) || !(-1.0..=1.0).contains(&correlation) {
        return None;
    }
    let margin = |a: f64, b: f64| (a * a + b * b - 2.0 * correlation * a * b).max(0.0).sqrt();
    let (below, above) = (|x: Bounded| (x.value - x.low).max(0.0), |x: Bounded| (x.high - x.value).max(0.0));
    let value = to.value - from.value;
    Some(Bounded {
        value,
        low: value - margin(below(to), above(from)),
        high: value + margin(above(to), below(from)),
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn correlation_narrows_and_unknown_ends_give_nothing() {
        let a = Bounded { value: 10.0, low: 7.0, high: 14.0 };
        let b = Bounded { value: 20.0, low: 16.0, high: 23.0 };
        let d = newcombe(a, b).unwrap();
        assert_eq!((d.value, d.low), (10.0, 10.0 - 32.0_f64.sqrt()));
        assert!((d.high - 10.0 - 18.0_f64.sqrt()).abs() < 1e-12);
        let paired = mover(a, b, 0.8).unwrap();
        assert!(paired.low > d.low && paired.high < d.high);
        assert_eq!(mover(a, a, 1.0).unwrap().low, -1.0);
        assert_eq!((mover(a, b, 1.5), newcombe(a, Bounded { high: f64::NAN, ..b })), (None, None));
    }

    proptest! {
        #[test]
        fn difference_lies_in_its_interval_and_turns_over(
            v in prop::array::uniform2(-100.0..100.0), m in prop::array::uniform4(0.0..50.0), r in -1.0..1.0,
        ) {
            let a = Bounded { value: v[0], low: v[0] - m[0], high: v[0] + m[1] };
            let b = Bounded { value: v[1], low: v[1] - m[2], high: v[1] + m[3] };
            let (d, back) = (mover(a, b, r).unwrap(), mover(b, a, r).unwrap());
            prop_assert!(d.low <= d.value && d.value <= d.high);
            prop_assert!((d.low + back.high).abs() < 1e-9 && (d.value + back.value).abs() < 1e-9);
        }
    }
}
