//! A blank evaluation sheet for the drawn calls.

use super::ItemSpec;
use crate::Lang;
use crate::transcript::Plan;
use crate::transcript::sampling::{csv_text, said};

/// A sheet to fill in, as a CSV that a spreadsheet opens: one row a drawn call, in the order of the plan, with empty
/// columns for the evaluator, the date, active listening, every item and a comment.
/// [`Evaluations::read`](super::Evaluations::read) reads it back. An item whose label another one has too is named by
/// its id, and a scale is not part of the header.
#[must_use]
pub fn sheet(plan: &Plan, items: &[ItemSpec], lang: Lang) -> String {
    let known = [
        pick!(lang, calls::call_in_fault),
        "agent",
        pick!(lang, calls::period),
        pick!(lang, calls::evaluator),
        "date",
        pick!(lang, calls::active_listening),
    ];
    let mut header: Vec<String> = known.map(str::to_owned).to_vec();
    for (at, item) in items.iter().enumerate() {
        // Read back, the header must be this item and nothing else.
        let own = super::columns::subject(item.label(lang), items) == Some(super::columns::Subject::Item(at));
        header.push(if own { item.label(lang) } else { &item.id }.to_owned());
    }
    header.push(pick!(lang, calls::comment).to_owned());
    let rows = plan.drawn.iter().map(|call| {
        let mut cells = vec![String::new(); header.len()];
        call.call.clone_into(&mut cells[0]);
        cells[1] = call.agent.clone().unwrap_or_default();
        cells[2] = call.period.as_ref().map(|key| said(key, lang)).unwrap_or_default();
        cells
    });
    csv_text(lang, &header, rows)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::super::Evaluations;
    use super::super::read::tests::items;
    use super::*;
    use crate::transcript::{Draw, Drawable, SamplingPeriod, draw};

    #[test]
    fn a_sheet_that_was_filled_in_is_read_back() {
        let at = Some(date(2025, 7, 1).at(9, 0, 0, 0));
        let calls = ["a;1", "b\"2"].map(|id| Drawable { id, agent: Some("Lou"), date: at });
        let options = Draw {
            per_stratum: 2.try_into().unwrap(),
            period: SamplingPeriod::Week,
            seed: 1,
            exclude: std::collections::BTreeSet::new(),
        };
        let plan = draw(&calls, &options);
        for lang in [Lang::Fr, Lang::En] {
            let mut items = items();
            items[0].label_fr = items[1].label_fr.clone();
            let text = sheet(&plan, &items, lang);
            assert!(text.starts_with('\u{feff}'));
            let mut reader =
                csv::ReaderBuilder::new().delimiter(lang.pick(b';', b',')).from_reader(text.as_bytes());
            let headers: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
            let rows: Vec<(u64, Vec<String>)> = (2..)
                .zip(reader.records())
                .map(|(row, record)| {
                    let mut cells: Vec<String> = record.unwrap().iter().map(str::to_owned).collect();
                    assert_eq!(cells[2], lang.pick("2025-S27", "2025-W27"));
                    cells[3..9].clone_from_slice(
                        &["Ana", "2025-07-09", "oui", "non", "5", "oui"].map(str::to_owned),
                    );
                    (row, cells)
                })
                .collect();
            let (id, mut blank) = (rows[0].1[0].clone(), rows[0].1.clone());
            blank[4..9].fill(String::new());
            let rows = rows.into_iter().chain([(4, blank)]);
            let read = Evaluations::read(&headers, rows, &items, &calls).unwrap();
            assert!(read.unmarked() == [4] && read.human(&id).is_some(), "a row left blank replaces nothing");
            assert_eq!((read.faults(), read.evaluations().len()), (&[][..], 2));
            for id in ["a;1", "b\"2"] {
                assert_eq!(
                    (read.human(id), read.human_item(id, "accueil")),
                    (Some(true), Some(false)),
                    "{id}"
                );
                assert_eq!(
                    (read.human_item(id, "ton"), read.human_item(id, "rgpd")),
                    (Some(true), Some(true))
                );
            }
        }
    }
}
