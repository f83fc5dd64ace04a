//! The values of Parquet as the text that a person reads.

use std::fmt::Write;

use parquet::basic::{ConvertedType, LogicalType, TimeUnit};
use parquet::data_type::{ByteArray, FixedLenByteArray, Int96};
use parquet::schema::types::ColumnDescriptor;

use super::super::codebook::{day, moment, number, time};

/// Day that the calendar of Julius Scaliger gives 1 January 1970.
const JULIAN_EPOCH: i64 = 2_440_588;
const DAY_SECONDS: i64 = 86_400;

/// What the stored values of a column stand for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Meaning {
    /// Themselves.
    Plain,
    /// Numbers without sign.
    Unsigned,
    /// Whole numbers to be divided by that power of ten.
    Decimal(usize),
    /// Days since 1970.
    Day,
    /// Time of day in units of which a second has so many.
    Time(i64),
    /// Time since 1970 in such units.
    Moment(i64),
    /// Floating point of two bytes.
    Half,
    /// Identifiers of sixteen bytes.
    Uuid,
}

impl Meaning {
    /// The meaning that the schema gives a column, in the words of either version of the format.
    pub(super) fn of(column: &ColumnDescriptor) -> Self {
        let per_second = |unit: &TimeUnit| match unit {
            TimeUnit::MILLIS => 1_000,
            TimeUnit::MICROS => 1_000_000,
            TimeUnit::NANOS => 1_000_000_000,
        };
        let decimal = |scale: i32| Self::Decimal(usize::try_from(scale).unwrap_or(0));
        match column.logical_type_ref() {
            Some(LogicalType::Decimal { scale, .. }) => return decimal(*scale),
            Some(LogicalType::Date) => return Self::Day,
            Some(LogicalType::Time { unit, .. }) => return Self::Time(per_second(unit)),
            Some(LogicalType::Timestamp { unit, .. }) => return Self::Moment(per_second(unit)),
            Some(LogicalType::Integer { is_signed: false, .. }) => return Self::Unsigned,
            Some(LogicalType::Float16) => return Self::Half,
            Some(LogicalType::Uuid) => return Self::Uuid,
            _ => {}
        }
        match column.converted_type() {
            ConvertedType::DECIMAL => decimal(column.type_scale()),
            ConvertedType::DATE => Self::Day,
            ConvertedType::TIME_MILLIS => Self::Time(1_000),
            ConvertedType::TIME_MICROS => Self::Time(1_000_000),
            ConvertedType::TIMESTAMP_MILLIS => Self::Moment(1_000),
            ConvertedType::TIMESTAMP_MICROS => Self::Moment(1_000_000),
            ConvertedType::UINT_8
            | ConvertedType::UINT_16
            | ConvertedType::UINT_32
            | ConvertedType::UINT_64 => Self::Unsigned,
            _ => Self::Plain,
        }
    }
}

/// A stored value.
pub(super) trait Value {
    /// Its text; empty where it is none.
    fn text(&self, meaning: Meaning) -> String;
}

impl Value for bool {
    fn text(&self, _: Meaning) -> String {
        self.to_string()
    }
}

impl Value for i32 {
    fn text(&self, meaning: Meaning) -> String {
        match meaning {
            Meaning::Unsigned => self.cast_unsigned().to_string(),
            _ => i64::from(*self).text(meaning),
        }
    }
}

impl Value for i64 {
    fn text(&self, meaning: Meaning) -> String {
        let dated = match meaning {
            Meaning::Unsigned => return self.cast_unsigned().to_string(),
            Meaning::Decimal(scale) => return decimal(i128::from(*self), scale),
            Meaning::Day => day(*self as f64).map(|day| day.to_string()),
            Meaning::Time(units) => time(self.div_euclid(units) as f64),
            Meaning::Moment(units) => moment_text(self.div_euclid(units)),
            _ => None,
        };
        // A date outside the calendar stays what it is.
        dated.unwrap_or_else(|| self.to_string())
    }
}

impl Value for Int96 {
    fn text(&self, _: Meaning) -> String {
        let [low, high, days] = self.data() else { return String::new() };
        let nanoseconds = (u64::from(*high) << 32 | u64::from(*low)).cast_signed();
        let seconds = nanoseconds.div_euclid(1_000_000_000);
        // Days are written as if they had no sign.
        let days = i64::from(days.cast_signed()) - JULIAN_EPOCH;
        moment_text(days * DAY_SECONDS + seconds).unwrap_or_default()
    }
}

impl Value for f32 {
    fn text(&self, _: Meaning) -> String {
        // The shortest digits that tell it from other values of four bytes.
        number(self.to_string().parse().unwrap_or(f64::NAN))
    }
}

impl Value for f64 {
    fn text(&self, _: Meaning) -> String {
        number(*self)
    }
}

impl Value for ByteArray {
    fn text(&self, meaning: Meaning) -> String {
        bytes_text(self.data(), meaning)
    }
}

impl Value for FixedLenByteArray {
    fn text(&self, meaning: Meaning) -> String {
        bytes_text(self.data(), meaning)
    }
}

fn bytes_text(bytes: &[u8], meaning: Meaning) -> String {
    match (meaning, bytes) {
        (Meaning::Decimal(scale), _) => {
            integer(bytes).map_or_else(|| hex(bytes), |value| decimal(value, scale))
        }
        (Meaning::Half, [low, high]) => number(half(u16::from_le_bytes([*low, *high]))),
        (Meaning::Uuid, [a @ .., _, _, _, _, _, _, _, _, _, _, _, _]) if bytes.len() == 16 => {
            let groups = [a, &bytes[4..6], &bytes[6..8], &bytes[8..10], &bytes[10..]];
            groups.map(hex).join("-")
        }
        _ => std::str::from_utf8(bytes).map_or_else(|_| hex(bytes), str::to_owned),
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(2 * bytes.len()), |mut out, byte| {
        // Writing to a string cannot fail.
        let _ = write!(out, "{byte:02x}");
        out
    })
}

/// A moment to the second, as a day where it is midnight.
fn moment_text(seconds: i64) -> Option<String> {
    if seconds % DAY_SECONDS == 0 {
        return day((seconds / DAY_SECONDS) as f64).map(|day| day.to_string());
    }
    moment(seconds as f64)
}

/// The number that big-endian bytes hold, if it fits.
fn integer(bytes: &[u8]) -> Option<i128> {
    let negative = bytes.first().is_some_and(|byte| *byte >= 0x80);
    let padding = if negative { 0xff } else { 0 };
    let significant = bytes.iter().position(|byte| *byte != padding).unwrap_or(bytes.len());
    let bytes = bytes.get(significant..)?;
    let mut all = [padding; 16];
    all.get_mut(16_usize.checked_sub(bytes.len())?..)?.copy_from_slice(bytes);
    let value = i128::from_be_bytes(all);
    (value.is_negative() == negative).then_some(value)
}

/// `value` divided by ten to the power `scale`, without zeros at its end.
fn decimal(value: i128, scale: usize) -> String {
    // More digits than a number has are zeros.
    let scale = scale.min(100);
    let digits = format!("{:0>width$}", value.unsigned_abs(), width = scale + 1);
    let (whole, fraction) = digits.split_at(digits.len() - scale);
    let fraction = fraction.trim_end_matches('0');
    let sign = if value < 0 { "-" } else { "" };
    if fraction.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{fraction}") }
}

/// The number that the sixteen bits of IEEE 754 hold.
fn half(bits: u16) -> f64 {
    let sign = if bits >> 15 == 1 { -1.0 } else { 1.0 };
    let (exponent, fraction) = (i32::from(bits >> 10 & 31), f64::from(bits & 1023) / 1024.0);
    match exponent {
        0 => sign * fraction * 2_f64.powi(-14),
        31 => f64::NAN,
        _ => sign * (1.0 + fraction) * 2_f64.powi(exponent - 15),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_read_as_a_person_writes_them() {
        assert_eq!((3.0_f32.text(Meaning::Plain), 0.1_f32.text(Meaning::Plain)), ("3".into(), "0.1".into()));
        assert_eq!((f64::NAN.text(Meaning::Plain), (-0.0).text(Meaning::Plain)), (String::new(), "0".into()));
        assert_eq!((-1_i32).text(Meaning::Unsigned), "4294967295");
        assert_eq!((-1_i64).text(Meaning::Unsigned), "18446744073709551615");
        assert_eq!(20_161_i32.text(Meaning::Day), "2025-03-14");
        assert_eq!((-1_i32).text(Meaning::Day), "1969-12-31");
        assert_eq!(i32::MAX.text(Meaning::Day), i32::MAX.to_string());
        assert_eq!(36_000_999_i32.text(Meaning::Time(1_000)), "10:00:00");
        assert_eq!(1_741_910_400_000_i64.text(Meaning::Moment(1_000)), "2025-03-14");
        assert_eq!(1_741_946_399_999_999_999_i64.text(Meaning::Moment(1_000_000_000)), "2025-03-14T09:59:59");
        assert_eq!((-1_i64).text(Meaning::Moment(1_000)), "1969-12-31T23:59:59");
        assert_eq!(Int96::from(vec![0, 0, 2_460_749]).text(Meaning::Plain), "2025-03-14");
        assert_eq!(half(0x3c00), 1.0);
        assert_eq!(half(0xc500), -5.0);
        assert_eq!(half(0x0001), 2_f64.powi(-24));
    }

    #[test]
    fn decimals_keep_their_digits() {
        assert_eq!(
            [decimal(-1250, 2), decimal(5, 3), decimal(900, 2), decimal(0, 4)],
            ["-12.5", "0.005", "9", "0"]
        );
        let wide = [&[0xff; 16][..], &(-1250_i128).to_be_bytes()].concat();
        assert_eq!(bytes_text(&wide, Meaning::Decimal(2)), "-12.5");
        assert_eq!(bytes_text(&[0xfb, 0x1e], Meaning::Decimal(2)), "-12.5");
        assert_eq!(bytes_text(&[], Meaning::Decimal(2)), "0");
    }

    #[test]
    fn bytes_are_text_or_hexadecimal() {
        assert_eq!(bytes_text("été".as_bytes(), Meaning::Plain), "été");
        assert_eq!(bytes_text(b"\xe9t\xe9", Meaning::Plain), "e974e9");
        let uuid: Vec<u8> = (0..16).collect();
        assert_eq!(bytes_text(&uuid, Meaning::Uuid), "00010203-0405-0607-0809-0a0b0c0d0e0f");
    }
}
