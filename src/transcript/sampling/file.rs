//! A plan as a CSV: one row a drawn call, with what its stratum held and how it was drawn.

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZeroU64;

use super::{Plan, PlanError, PlanStratum, PlannedCall, SamplingPeriod, parse_label, said};
use crate::Lang;
use crate::study::fold;

/// A column of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Column {
    Call,
    Agent,
    Period,
    Order,
    Calls,
    Drawn,
    Seed,
    PerStratum,
    Cut,
    Excluded,
    Eligible,
}

impl Column {
    const ALL: [Self; 11] = [
        Self::Call,
        Self::Agent,
        Self::Period,
        Self::Order,
        Self::Calls,
        Self::Drawn,
        Self::Seed,
        Self::PerStratum,
        Self::Cut,
        Self::Excluded,
        Self::Eligible,
    ];

    fn header(self, lang: Lang) -> &'static str {
        match self {
            Self::Call => pick!(lang, calls::call_in_fault),
            Self::Agent => "agent",
            Self::Period => pick!(lang, calls::period),
            Self::Order => pick!(lang, calls::order),
            Self::Calls => pick!(lang, calls::calls_in_stratum),
            Self::Drawn => pick!(lang, calls::drawn),
            Self::Seed => pick!(lang, calls::seed),
            Self::PerStratum => pick!(lang, calls::asked_per_stratum),
            Self::Cut => pick!(lang, calls::cut_by),
            Self::Excluded => pick!(lang, calls::calls_excluded),
            Self::Eligible => pick!(lang, calls::calls_eligible),
        }
    }
}

/// A table as a spreadsheet of the language opens it: byte order mark, semicolons in French and commas in English.
pub(in crate::transcript) fn csv_text<R: AsRef<[String]>>(
    lang: Lang,
    header: &[String],
    rows: impl Iterator<Item = R>,
) -> String {
    let mut out = csv::WriterBuilder::new()
        .delimiter(lang.pick(b';', b','))
        .flexible(true)
        .from_writer("\u{feff}".as_bytes().to_vec());
    // Writing into memory does not fail.
    let _ = out.write_record(header);
    for row in rows {
        let _ = out.write_record(row.as_ref());
    }
    out.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}

/// Number of the column whose header is one of `names`, which are folded.
fn spelled(headers: &[String], names: &[&str]) -> Option<usize> {
    headers.iter().position(|header| {
        let header = fold(header.trim_start_matches('\u{feff}'));
        names.contains(&header.as_str())
    })
}

fn both(text: impl Fn(Lang) -> &'static str) -> [&'static str; 2] {
    [text(Lang::Fr), text(Lang::En)]
}

type StratumKey = (Option<String>, Option<String>);

/// What the rows of one stratum say.
struct Seen {
    row: u64,
    calls: u64,
    drawn: u64,
    /// Drawn calls by their order.
    members: BTreeMap<u64, String>,
}

/// What every row says of the whole draw: seed, calls per stratum, cut, excluded, eligible.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Whole {
    seed: u64,
    per_stratum: NonZeroU64,
    period: SamplingPeriod,
    excluded: u64,
    eligible: u64,
}

impl Plan {
    /// The plan as a CSV, to keep and to read back: a row a drawn call. French headers and semicolons, or English
    /// ones and commas.
    #[must_use]
    pub fn to_csv(&self, lang: Lang) -> String {
        let header: Vec<String> = Column::ALL.iter().map(|column| column.header(lang).to_owned()).collect();
        let strata: BTreeMap<(&Option<String>, &Option<String>), &PlanStratum> =
            self.strata.iter().map(|stratum| ((&stratum.agent, &stratum.period), stratum)).collect();
        let of = |call: &PlannedCall| {
            let stratum = strata.get(&(&call.agent, &call.period));
            let cell = |column: &Column| match column {
                Column::Call => call.call.clone(),
                Column::Agent => call.agent.clone().unwrap_or_default(),
                Column::Period => call.period.as_ref().map(|key| said(key, lang)).unwrap_or_default(),
                Column::Order => call.order.to_string(),
                Column::Calls => stratum.map_or(0, |s| s.calls).to_string(),
                Column::Drawn => stratum.map_or(0, |s| s.drawn).to_string(),
                Column::Seed => self.seed.to_string(),
                Column::PerStratum => self.per_stratum.to_string(),
                Column::Cut => self.period.label(lang).to_owned(),
                Column::Excluded => self.excluded.to_string(),
                Column::Eligible => self.eligible.to_string(),
            };
            Column::ALL.iter().map(cell).collect::<Vec<String>>()
        };
        csv_text(lang, &header, self.drawn.iter().map(of))
    }

    /// Reads what [`Plan::to_csv`] writes, in either language, rows in any order; each row comes with its number as
    /// the spreadsheet counts it. Gives back the plan as it was, whatever was sorted in between.
    ///
    /// # Errors
    /// A column is missing, a cell is not what the draw wrote, rows were added or deleted.
    pub fn from_rows(
        headers: &[String],
        rows: impl IntoIterator<Item = (u64, Vec<String>)>,
    ) -> Result<Self, PlanError> {
        let mut columns = BTreeMap::new();
        for column in Column::ALL {
            let names = both(|lang| column.header(lang));
            let folded = names.map(fold);
            let at = spelled(headers, &folded.each_ref().map(String::as_str));
            columns.insert(column, at.ok_or(PlanError::NoColumn { column: names })?);
        }
        let (mut whole, mut strata) = (None, BTreeMap::<StratumKey, Seen>::new());
        let mut calls = BTreeSet::new();
        for (row, cells) in rows {
            if cells.iter().all(|cell| cell.trim().is_empty()) {
                continue;
            }
            let row = Row { at: row, cells: &cells, columns: &columns };
            let said = row.whole()?;
            row.same(*whole.get_or_insert(said), said)?;
            let call = row.cell(Column::Call);
            if call.trim().is_empty() {
                return Err(row.wrong(Column::Call));
            }
            if !calls.insert(call.to_owned()) {
                return Err(PlanError::Repeated { row: row.at, call: call.to_owned() });
            }
            row.join(said, &mut strata)?;
        }
        let whole = whole.ok_or(PlanError::NoRow)?;
        assemble(whole, strata)
    }
}

fn assemble(whole: Whole, strata: BTreeMap<StratumKey, Seen>) -> Result<Plan, PlanError> {
    let Whole { seed, per_stratum, period, excluded, eligible } = whole;
    let mut plan =
        Plan { seed, per_stratum, period, eligible, excluded, strata: Vec::new(), drawn: Vec::new() };
    let mut held = 0_u64;
    for ((agent, period), seen) in strata {
        let found = seen.members.len() as u64;
        let last = seen.members.last_key_value().map_or(0, |(order, _)| *order);
        if found != seen.drawn || last != found {
            return Err(PlanError::Rows { row: seen.row, drawn: seen.drawn, found });
        }
        held = held.saturating_add(seen.calls);
        for (order, call) in seen.members {
            plan.drawn.push(PlannedCall { call, agent: agent.clone(), period: period.clone(), order });
        }
        plan.strata.push(PlanStratum { agent, period, calls: seen.calls, drawn: found });
    }
    if held == eligible { Ok(plan) } else { Err(PlanError::Strata { eligible, found: held }) }
}

struct Row<'r> {
    at: u64,
    cells: &'r [String],
    columns: &'r BTreeMap<Column, usize>,
}

impl Row<'_> {
    fn cell(&self, column: Column) -> &str {
        self.columns.get(&column).and_then(|at| self.cells.get(*at)).map_or("", String::as_str)
    }

    fn wrong(&self, column: Column) -> PlanError {
        let found = self.cell(column).to_owned();
        PlanError::Cell { row: self.at, column: both(|lang| column.header(lang)), found }
    }

    fn number(&self, column: Column) -> Result<u64, PlanError> {
        self.cell(column).trim().parse().map_err(|_| self.wrong(column))
    }

    fn whole(&self) -> Result<Whole, PlanError> {
        let cut = fold(self.cell(Column::Cut));
        let named = |period: &SamplingPeriod| both(|lang| period.label(lang)).map(fold).contains(&cut);
        Ok(Whole {
            seed: self.number(Column::Seed)?,
            per_stratum: NonZeroU64::new(self.number(Column::PerStratum)?)
                .ok_or_else(|| self.wrong(Column::PerStratum))?,
            period: SamplingPeriod::ALL.into_iter().find(named).ok_or_else(|| self.wrong(Column::Cut))?,
            excluded: self.number(Column::Excluded)?,
            eligible: self.number(Column::Eligible)?,
        })
    }

    fn differs(&self, column: Column, before: String) -> PlanError {
        let found = self.cell(column).to_owned();
        PlanError::Differs { row: self.at, column: both(|lang| column.header(lang)), found, before }
    }

    fn same(&self, first: Whole, this: Whole) -> Result<(), PlanError> {
        if first.period != this.period {
            return Err(self.differs(Column::Cut, both(|l| first.period.label(l)).join(" / ")));
        }
        for (column, first, this) in [
            (Column::Seed, first.seed, this.seed),
            (Column::PerStratum, first.per_stratum.get(), this.per_stratum.get()),
            (Column::Excluded, first.excluded, this.excluded),
            (Column::Eligible, first.eligible, this.eligible),
        ] {
            if first != this {
                return Err(self.differs(column, first.to_string()));
            }
        }
        Ok(())
    }

    /// Joins the row to its stratum.
    fn join(&self, whole: Whole, strata: &mut BTreeMap<StratumKey, Seen>) -> Result<(), PlanError> {
        let agent = Some(self.cell(Column::Agent)).filter(|cell| !cell.trim().is_empty());
        let label = Some(self.cell(Column::Period)).filter(|cell| !cell.trim().is_empty());
        let period = label
            .map(|cell| parse_label(cell, whole.period).ok_or_else(|| self.wrong(Column::Period)))
            .transpose()?;
        let (calls, drawn) = (self.number(Column::Calls)?, self.number(Column::Drawn)?);
        if drawn != whole.per_stratum.get().min(calls) {
            return Err(self.wrong(Column::Drawn));
        }
        let order = self.number(Column::Order)?;
        let seen = strata.entry((agent.map(str::to_owned), period)).or_insert_with(|| Seen {
            row: self.at,
            calls,
            drawn,
            members: BTreeMap::new(),
        });
        if seen.calls != calls {
            return Err(self.differs(Column::Calls, seen.calls.to_string()));
        }
        let free = order > 0 && seen.members.insert(order, self.cell(Column::Call).to_owned()).is_none();
        if free { Ok(()) } else { Err(self.wrong(Column::Order)) }
    }
}

#[cfg(test)]
mod tests {
    use jiff::ToSpan;
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;
    use crate::transcript::{Draw, Drawable, draw};

    fn table(text: &str, lang: Lang) -> (Vec<String>, Vec<(u64, Vec<String>)>) {
        let mut reader =
            csv::ReaderBuilder::new().delimiter(lang.pick(b';', b',')).from_reader(text.as_bytes());
        let headers = reader.headers().unwrap().iter().map(str::to_owned).collect();
        let cells = |record: csv::StringRecord| record.iter().map(str::to_owned).collect();
        (headers, (2..).zip(reader.records().map(|record| cells(record.unwrap()))).collect())
    }

    fn plan() -> Plan {
        let calls = ["a", "b", "c", "d"].map(|id| Drawable { id, agent: Some("Lou"), date: None });
        let per_stratum = NonZeroU64::new(2).unwrap();
        draw(&calls, &Draw { per_stratum, period: SamplingPeriod::None, seed: 7, exclude: BTreeSet::new() })
    }

    #[test]
    fn a_plan_that_was_changed_is_refused() {
        let (headers, rows) = table(&plan().to_csv(Lang::Fr), Lang::Fr);
        let changed = |row: usize, column: usize, cell: &str| {
            let mut rows = rows.clone();
            cell.clone_into(&mut rows[row].1[column]);
            Plan::from_rows(&headers, rows).unwrap_err().message(Lang::Fr)
        };
        let error = changed(1, 6, "8");
        assert!(error.starts_with("Plan d’écoute, ligne 3, colonne «\u{a0}graine\u{a0}»"), "{error}");
        assert!(changed(1, 0, rows[0].1[0].as_str()).contains("y est déjà"));
        assert!(changed(1, 4, "5").contains("appels de la strate"));
        assert!(changed(0, 3, "0").contains("ordre"));
        assert!(changed(1, 1, "Max").contains("strate de la ligne 2"));
        let fewer = Plan::from_rows(&headers, rows[..1].to_vec()).unwrap_err();
        assert_eq!(fewer, PlanError::Rows { row: 2, drawn: 2, found: 1 });
        assert_eq!(Plan::from_rows(&headers, []).unwrap_err(), PlanError::NoRow);
        let unknown = Plan::from_rows(&headers[..3], rows).unwrap_err();
        assert!(unknown.message(Lang::En).contains("“order”"), "{unknown:?}");
    }

    proptest! {
        #[test]
        fn a_plan_is_read_back(
            calls in prop::collection::vec(("[ -~éœ«;\n\"]{1,8}", prop::option::of("[ -~é;,\"]{0,4}"),
                prop::option::of(0_i64..900)), 1..40),
            seed: u64, n in 1_u64..6, period in 0_usize..3, excluded in 0_usize..3, turn in 0_usize..40,
        ) {
            let day = |days: i64| date(2024, 1, 1).checked_add(days.days()).unwrap().at(8, 0, 0, 0);
            let drawable: Vec<Drawable<'_>> = calls.iter().filter(|call| !call.0.trim().is_empty())
                .map(|(id, agent, at)| Drawable { id, agent: agent.as_deref(), date: at.map(day) }).collect();
            let exclude = calls.iter().take(excluded).map(|call| call.0.clone()).collect();
            let per_stratum = NonZeroU64::new(n).unwrap();
            let plan = draw(&drawable, &Draw { per_stratum, period: SamplingPeriod::ALL[period], seed, exclude });
            prop_assume!(!plan.drawn.is_empty());
            for lang in [Lang::Fr, Lang::En] {
                let (headers, mut rows) = table(&plan.to_csv(lang), lang);
                let middle = turn % rows.len();
                rows.rotate_left(middle);
                let read = Plan::from_rows(&headers, rows);
                prop_assert_eq!(read.as_ref(), Ok(&plan));
            }
        }
    }
}
