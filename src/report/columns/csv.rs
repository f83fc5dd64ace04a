//! A table as CSV that opens as a table and in which no text can become a formula.

use crate::formula::harmless;
use crate::lang::Lang;
use crate::report::flat::{DataTable, DataValue};

/// How a CSV is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CsvStyle {
    /// Between columns.
    separator: u8,
    /// Decimal mark.
    decimal: char,
    /// Whether a byte order mark says that the text is UTF-8.
    mark: bool,
}

impl CsvStyle {
    /// Comma, decimal point, no byte order mark: what programs read from a pipe.
    pub const PLAIN: Self = Self { separator: b',', decimal: '.', mark: false };

    /// What the spreadsheets of a language open on a double click: they take the list separator and the decimal mark of
    /// their country (`;` and `,` in French) and UTF-8 by its byte order mark alone. Data-frame libraries read both when
    /// told, Polars by `separator=";", decimal_comma=True`, R by `read.csv2`; the Parquet file beside needs no telling.
    #[must_use]
    pub fn spreadsheet(lang: Lang) -> Self {
        let (separator, decimal) = lang.pick((b';', ','), (b',', '.'));
        Self { separator, decimal, mark: true }
    }

    /// What writes rows so, in memory; numbers are the caller's.
    pub(in crate::report) fn writer(self) -> ::csv::Writer<Vec<u8>> {
        let mark = if self.mark { "\u{feff}" } else { "" };
        ::csv::WriterBuilder::new().delimiter(self.separator).from_writer(mark.into())
    }
}

/// A table as CSV: one line a row, unrounded. A text that a spreadsheet would take for a formula has an apostrophe
/// before it; what is not there is empty.
///
/// # Errors
/// Never in practice: it is written in memory.
pub fn csv(table: &DataTable, style: CsvStyle) -> Result<String, ::csv::Error> {
    let mut writer = style.writer();
    writer.write_record(table.columns.iter().map(|column| column.name.as_str()))?;
    for row in &table.rows {
        writer.write_record(row.iter().map(|value| written(value, style.decimal)))?;
    }
    let bytes = writer.into_inner().map_err(::csv::IntoInnerError::into_error)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn written(value: &DataValue, decimal: char) -> String {
    match value {
        DataValue::Null => String::new(),
        DataValue::Text(text) => harmless(text),
        DataValue::Integer(n) => n.to_string(),
        DataValue::Boolean(yes) => yes.to_string(),
        DataValue::Number(x) => {
            // The shortest text that reads back as the same number.
            let text = serde_json::Number::from_f64(*x).map_or_else(String::new, |x| x.to_string());
            if decimal == '.' { text } else { text.replace('.', &decimal.to_string()) }
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn table() -> DataTable {
        DataTable::of_rows(
            "x",
            vec![
                json!({"text": "=1+1", "value": -1.5, "n": 3, "yes": true, "none": null}),
                json!({"text": "a; \"b\"\nc", "value": 1e-20, "n": -2, "yes": false, "none": null}),
                json!({"text": "@home", "value": 2.0, "n": 0, "yes": null, "none": "é"}),
            ],
        )
    }

    #[test]
    fn a_pipe_gets_commas_and_points() {
        let text = csv(&table(), CsvStyle::PLAIN).unwrap();
        assert_eq!(
            text,
            "text,value,n,yes,none\n'=1+1,-1.5,3,true,\n\"a; \"\"b\"\"\nc\",1e-20,-2,false,\n'@home,2.0,0,,é\n"
        );
    }

    #[test]
    fn a_french_spreadsheet_gets_semicolons_and_decimal_commas() {
        let text = csv(&table(), CsvStyle::spreadsheet(Lang::Fr)).unwrap();
        assert!(text.starts_with("\u{feff}text;value;n;yes;none\n'=1+1;-1,5;3;true;\n"), "{text}");
        let text = csv(&table(), CsvStyle::spreadsheet(Lang::En)).unwrap();
        assert!(text.starts_with("\u{feff}text,value,n,yes,none\n'=1+1,-1.5,3,true,\n"), "{text}");
    }

    #[test]
    fn polars_reads_numbers_as_they_were() {
        use polars::prelude::{CsvParseOptions, CsvReadOptions, PlSmallStr, SerReader};
        for lang in [Lang::Fr, Lang::En] {
            let style = CsvStyle::spreadsheet(lang);
            let options = CsvParseOptions::default()
                .with_separator(style.separator)
                .with_decimal_comma(style.decimal == ',');
            let text = csv(&table(), style).unwrap();
            let read = CsvReadOptions::default()
                .with_parse_options(options)
                .into_reader_with_file_handle(std::io::Cursor::new(text.into_bytes()));
            let frame = read.finish().unwrap();
            let names: Vec<&str> = frame.get_column_names().into_iter().map(PlSmallStr::as_str).collect();
            assert_eq!(names, ["text", "value", "n", "yes", "none"]);
            let values = frame.column("value").unwrap().f64().unwrap();
            assert_eq!(values.iter().collect::<Vec<_>>(), [Some(-1.5), Some(1e-20), Some(2.0)]);
        }
    }
}
