//! Public holidays of France, computed for any year.

use jiff::civil::{Date, date};
use jiff::{SignedDuration, ToSpan};
use serde::{Deserialize, Serialize};

use crate::Lang;

/// Which public holidays apply.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Region {
    /// The eleven of article L. 3133-1 of the code du travail.
    #[default]
    France,
    /// Those and the two of Bas-Rhin, Haut-Rhin and Moselle (article L. 3134-13). Good Friday holds there in
    /// communes with a Protestant church; it is counted everywhere.
    AlsaceMoselle,
}

/// A public holiday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Holiday {
    /// 1 January.
    NewYear,
    /// Two days before Easter; Alsace and Moselle.
    GoodFriday,
    /// The day after Easter.
    EasterMonday,
    /// 1 May.
    LabourDay,
    /// 8 May.
    VictoryDay,
    /// 39 days after Easter.
    Ascension,
    /// 50 days after Easter.
    WhitMonday,
    /// 14 July.
    NationalDay,
    /// 15 August.
    Assumption,
    /// 1 November.
    AllSaints,
    /// 11 November.
    Armistice,
    /// 25 December.
    Christmas,
    /// 26 December; Alsace and Moselle.
    BoxingDay,
}

impl Holiday {
    /// Every holiday, in the order of most years: the Ascension may fall before 8 May.
    pub const ALL: [Self; 13] = [
        Self::NewYear,
        Self::GoodFriday,
        Self::EasterMonday,
        Self::LabourDay,
        Self::VictoryDay,
        Self::Ascension,
        Self::WhitMonday,
        Self::NationalDay,
        Self::Assumption,
        Self::AllSaints,
        Self::Armistice,
        Self::Christmas,
        Self::BoxingDay,
    ];

    /// Its name.
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::NewYear => pick!(lang, centre::new_years_day),
            Self::GoodFriday => pick!(lang, centre::good_friday),
            Self::EasterMonday => pick!(lang, centre::easter_monday),
            Self::LabourDay => pick!(lang, centre::labour_day),
            Self::VictoryDay => pick!(lang, centre::victory_day),
            Self::Ascension => pick!(lang, centre::ascension_day),
            Self::WhitMonday => pick!(lang, centre::whit_monday),
            Self::NationalDay => pick!(lang, centre::bastille_day),
            Self::Assumption => pick!(lang, centre::assumption_day),
            Self::AllSaints => pick!(lang, centre::all_saints_day),
            Self::Armistice => pick!(lang, centre::armistice_day),
            Self::Christmas => pick!(lang, centre::christmas_day),
            Self::BoxingDay => pick!(lang, centre::st_stephens_day),
        }
    }

    /// Its date in a year of the Gregorian calendar; none outside 1583…9999.
    ///
    /// ```
    /// use barometre::centre::Holiday;
    /// use jiff::civil::date;
    /// assert_eq!(Holiday::WhitMonday.date(2025), Some(date(2025, 6, 9)));
    /// ```
    pub fn date(self, year: i16) -> Option<Date> {
        let easter = easter(year)?;
        let after = |days: i64| easter.checked_add(days.days()).ok();
        match self {
            Self::NewYear => Some(date(year, 1, 1)),
            Self::GoodFriday => after(-2),
            Self::EasterMonday => after(1),
            Self::LabourDay => Some(date(year, 5, 1)),
            Self::VictoryDay => Some(date(year, 5, 8)),
            Self::Ascension => after(39),
            Self::WhitMonday => after(50),
            Self::NationalDay => Some(date(year, 7, 14)),
            Self::Assumption => Some(date(year, 8, 15)),
            Self::AllSaints => Some(date(year, 11, 1)),
            Self::Armistice => Some(date(year, 11, 11)),
            Self::Christmas => Some(date(year, 12, 25)),
            Self::BoxingDay => Some(date(year, 12, 26)),
        }
    }

    /// Whether it is one in a region.
    pub fn applies(self, region: Region) -> bool {
        region == Region::AlsaceMoselle || !matches!(self, Self::GoodFriday | Self::BoxingDay)
    }
}

/// The public holidays of a year, by date. Two may fall on one day: the Ascension on 1 or 8 May.
pub fn holidays(year: i16, region: Region) -> Vec<(Date, Holiday)> {
    let applying = Holiday::ALL.into_iter().filter(|holiday| holiday.applies(region));
    let mut dates: Vec<_> = applying.filter_map(|holiday| Some((holiday.date(year)?, holiday))).collect();
    dates.sort_unstable();
    dates
}

/// Easter Sunday of the Gregorian calendar; none outside 1583…9999.
///
/// “A New York correspondent”, “To find Easter”, *Nature* 13 (1876), 487; J. Meeus, *Astronomical Algorithms*
/// (1991), chapter 8.
pub fn easter(year: i16) -> Option<Date> {
    if !(1583..=9999).contains(&year) {
        return None;
    }
    let year = i32::from(year);
    let (century, rest) = (year / 100, year % 100);
    let golden = year % 19;
    let (leap_centuries, corrected) = (century / 4, (century - (century + 8) / 25 + 1) / 3);
    let epact = (19 * golden + century - leap_centuries - corrected + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
    let late = (golden + 11 * epact + 22 * weekday) / 451;
    let days_after_21_march = epact + weekday - 7 * late + 1;
    let march = Date::new(year as i16, 3, 21).ok()?;
    march.checked_add(SignedDuration::from_hours(24 * i64::from(days_after_21_march))).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::Weekday;

    use super::*;

    /// Published dates: Bureau international des poids et mesures lists and almanacs; the earliest and the latest
    /// possible Easters among them.
    #[test]
    fn easter_falls_where_almanacs_say() {
        for (year, month, day) in [
            (1818, 3, 22),
            (1943, 4, 25),
            (1954, 4, 18),
            (1981, 4, 19),
            (1999, 4, 4),
            (2000, 4, 23),
            (2008, 3, 23),
            (2019, 4, 21),
            (2024, 3, 31),
            (2025, 4, 20),
            (2026, 4, 5),
            (2038, 4, 25),
            (2285, 3, 22),
        ] {
            assert_eq!(easter(year), Some(date(year, month, day)), "{year}");
        }
        assert!((1583..=9999).all(|year| easter(year).is_some_and(|day| day.weekday() == Weekday::Sunday)));
        assert_eq!(easter(1582), None);
    }

    #[test]
    fn a_year_has_eleven_or_thirteen() {
        let days = |region| holidays(2025, region).into_iter().map(|(day, _)| day).collect::<Vec<_>>();
        let france =
            [(1, 1), (4, 21), (5, 1), (5, 8), (5, 29), (6, 9), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25)];
        assert_eq!(days(Region::France), france.map(|(month, day)| date(2025, month, day)));
        let alsace = days(Region::AlsaceMoselle);
        assert_eq!(alsace.len(), 13);
        assert!(alsace.contains(&date(2025, 4, 18)) && alsace.contains(&date(2025, 12, 26)));
        let ascension = holidays(2008, Region::France);
        assert!(ascension.contains(&(date(2008, 5, 1), Holiday::Ascension)));
        assert!(ascension.contains(&(date(2008, 5, 1), Holiday::LabourDay)));
    }
}
