//! An indicator explained in one language, as data that the renderers read.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Serialize;

use super::entry::{Entry, Group};
use super::find::key;
use crate::centre::display::value_text;
use crate::centre::fault::TableKind;
use crate::centre::indicator::{Better, Indicator, Unit};
use crate::lang::Lang;

/// A line of the catalogue.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ListRow {
    /// Id.
    pub id: Indicator,
    /// Name.
    pub name: String,
    /// Abbreviation, where one is usual.
    pub short: Option<String>,
    /// Unit.
    pub unit: Unit,
    /// Which way is good.
    pub better: Better,
    /// Family of its card.
    pub group: Group,
    /// Its formula in words.
    pub formula: String,
}

/// What an indicator is, in one language.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Explanation {
    /// Id.
    pub id: Indicator,
    /// Name.
    pub name: String,
    /// Abbreviation, where one is usual.
    pub short: Option<String>,
    /// Other names, of both languages, without the name and the abbreviation.
    pub aliases: Vec<String>,
    /// Family of its card.
    pub group: Group,
    /// Unit.
    pub unit: Unit,
    /// Which way is good.
    pub better: Better,
    /// What is counted, over what, what it does not say.
    pub definition: String,
    /// Formula of the default in words.
    pub formula: String,
    /// The other readings.
    pub variants: Vec<VariantWords>,
    /// Where usage differs.
    pub caution: String,
    /// What must be in the data.
    pub needs: Vec<NeedWords>,
    /// A small case.
    pub example: String,
    /// A value that the trade measures itself against.
    pub benchmark: Option<BenchmarkWords>,
}

/// A reading in words.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct VariantWords {
    /// Name, as centre.toml and the output write it.
    pub name: String,
    /// Unit.
    pub unit: Unit,
    /// Formula in words.
    pub formula: String,
}

/// Columns of a table.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct NeedWords {
    /// The table; null for what centre.toml declares.
    pub table: Option<TableKind>,
    /// Its name.
    pub title: String,
    /// What the columns hold.
    pub columns: Vec<String>,
}

/// A value that the trade measures itself against.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct BenchmarkWords {
    /// In the unit of the indicator.
    pub value: f64,
    /// The same as text.
    pub text: String,
    /// Where it comes from.
    pub source: String,
}

/// The whole catalogue in its order.
#[must_use]
pub fn list(lang: Lang) -> Vec<ListRow> {
    let row = |id: Indicator| {
        let entry = id.entry();
        ListRow {
            id,
            name: entry.name.of(lang),
            short: entry.short.map(|short| short.of(lang)),
            unit: id.unit(),
            better: id.better(),
            group: entry.group,
            formula: formula(entry, lang),
        }
    };
    Indicator::ALL.iter().copied().map(row).collect()
}

/// What an indicator is.
///
/// ```
/// use barometre::Lang;
/// use barometre::centre::{Indicator, catalogue::explain};
/// let explained = explain(Indicator::AverageHandleTime, Lang::Fr);
/// assert_eq!(explained.short.as_deref(), Some("DMT"));
/// assert!(explained.plain(Lang::Fr).contains("post-appel"));
/// ```
#[must_use]
pub fn explain(id: Indicator, lang: Lang) -> Explanation {
    let entry = id.entry();
    let name = entry.name.of(lang);
    let short = entry.short.map(|short| short.of(lang));
    let variants = entry.readings.iter().skip(1).map(|(name, words)| VariantWords {
        name: (*name).to_owned(),
        unit: id.unit_of(name),
        formula: words.of(lang),
    });
    let needs = entry.needs.iter().map(|need| NeedWords {
        table: need.table,
        title: need
            .table
            .map_or_else(|| "centre.toml".to_owned(), |table| table_title(table, lang).to_owned()),
        columns: need.columns.of(lang).split(", ").map(str::to_owned).collect(),
    });
    Explanation {
        id,
        aliases: aliases(entry, lang, &name, short.as_deref()),
        name,
        short,
        group: entry.group,
        unit: id.unit(),
        better: id.better(),
        definition: entry.definition.of(lang),
        formula: formula(entry, lang),
        variants: variants.collect(),
        caution: entry.caution.of(lang),
        needs: needs.collect(),
        example: entry.example.words(id, lang),
        benchmark: entry.benchmark.map(|benchmark| BenchmarkWords {
            value: benchmark.value,
            text: value_text(lang, id.unit(), benchmark.value),
            source: benchmark.source.of(lang),
        }),
    }
}

fn formula(entry: &Entry, lang: Lang) -> String {
    entry.readings.first().map(|(_, words)| words.of(lang)).unwrap_or_default()
}

/// The names of the language first, then those of the other: a French manager knows many by their English name.
fn aliases(entry: &Entry, lang: Lang, name: &str, short: Option<&str>) -> Vec<String> {
    let other = lang.pick(Lang::En, Lang::Fr);
    let foreign = entry.short.into_iter().chain([entry.name]).map(|text| text.of(other));
    let [mine, theirs] =
        lang.pick([entry.aliases_fr, entry.aliases_en], [entry.aliases_en, entry.aliases_fr]);
    let typed = |aliases: &[&str]| aliases.iter().map(|a| a.replace('\'', "’")).collect::<Vec<_>>();
    let mut said: BTreeSet<String> = [Some(name), short].into_iter().flatten().map(key).collect();
    let mut out: Vec<String> = Vec::new();
    for alias in typed(mine).into_iter().chain(foreign).chain(typed(theirs)) {
        if said.insert(key(&alias)) {
            out.push(alias);
        }
    }
    out
}

/// Name of a table, as a heading.
#[must_use]
pub fn table_title(table: TableKind, lang: Lang) -> &'static str {
    match table {
        TableKind::Calls => pick!(lang, centre::calls),
        TableKind::Tickets => pick!(lang, centre::tickets),
        TableKind::States => pick!(lang, centre::agent_states),
        TableKind::Roster => pick!(lang, centre::roster),
        TableKind::Customers => pick!(lang, centre::customers),
        TableKind::Leads => pick!(lang, centre::leads),
        TableKind::Evaluations => pick!(lang, centre::evaluations),
        TableKind::Survey => pick!(lang, centre::customer_survey),
        TableKind::AgentSurvey => pick!(lang, centre::agent_survey),
    }
}

/// A unit in words: what its numbers are.
#[must_use]
pub fn unit_title(unit: Unit, lang: Lang) -> &'static str {
    match unit {
        Unit::Percent => pick!(lang, centre::percent),
        Unit::Points => pick!(lang, centre::points_100_to_100),
        Unit::Mean => pick!(lang, centre::points_of_the_scale),
        Unit::Seconds => pick!(lang, centre::seconds),
        Unit::Minutes => pick!(lang, centre::minutes),
        Unit::Count => pick!(lang, centre::count),
        Unit::Ratio => pick!(lang, centre::mean_number),
        Unit::Euros => pick!(lang, centre::euros),
        Unit::Days => pick!(lang, centre::days),
    }
}

/// Which way is good, in words.
#[must_use]
pub fn better_text(better: Better, lang: Lang) -> &'static str {
    match better {
        Better::Higher => pick!(lang, centre::higher_is_better),
        Better::Lower => pick!(lang, centre::lower_is_better),
        Better::Neither => {
            pick!(lang, centre::neither_high_nor_low_is_good_in_itself)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_the_catalogue() {
        for lang in [Lang::Fr, Lang::En] {
            let rows = list(lang);
            assert_eq!(rows.iter().map(|r| r.id).collect::<Vec<_>>(), Indicator::ALL);
            let aht = &rows[6];
            assert_eq!(aht.short.as_deref(), Some(lang.pick("DMT", "AHT")));
            assert_eq!(
                aht.formula,
                lang.pick(
                    "(conversation + mise en garde + post-appel) ÷ appels traités",
                    "(talk + hold + after-call work) ÷ handled calls",
                )
            );
        }
    }

    #[test]
    fn an_explanation_has_the_names_of_both_languages_once() {
        let explained = explain(Indicator::AverageHandleTime, Lang::Fr);
        assert!(explained.aliases.contains(&"AHT".to_owned()));
        assert!(explained.aliases.contains(&"Average handle time".to_owned()));
        assert!(!explained.aliases.contains(&"DMT".to_owned()));
        for indicator in Indicator::ALL {
            let mut aliases = explain(*indicator, Lang::Fr).aliases;
            let n = aliases.len();
            aliases.sort();
            aliases.dedup();
            assert_eq!(aliases.len(), n, "{indicator:?}");
        }
    }

    #[test]
    fn an_explanation_is_json_with_the_ids_of_the_contract() {
        let json = serde_json::to_value(explain(Indicator::QualityOfService, Lang::En)).unwrap();
        assert_eq!(json["id"], "quality_of_service");
        assert_eq!(json["unit"], "%");
        assert_eq!(json["variants"][0]["name"], "within");
        assert_eq!(json["needs"][0]["table"], "calls");
        assert_eq!(json["benchmark"]["text"], "90.0%");
    }

    #[test]
    fn targets_are_those_of_the_trade() {
        let benchmarks: Vec<_> =
            Indicator::ALL.iter().filter_map(|i| Some((*i, i.entry().benchmark?.value))).collect();
        assert_eq!(benchmarks, [(Indicator::QualityOfService, 90.0)]);
    }
}
