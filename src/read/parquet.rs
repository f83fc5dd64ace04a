//! Parquet: every leaf of the schema a column, every value as text.

mod leaf;
mod limits;
mod pages;
mod thrift;
mod value;

use std::fs::File;
use std::path::Path;

use parquet::basic::{ConvertedType, LogicalType, Repetition, Type as Physical};
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::schema::types::{SchemaDescriptor, Type};

use self::leaf::Leaf;
use self::limits::Claims;
use super::column_names;
use super::guard::{Budget, Checked, quietly};
use super::records::{Document, Field, MAX_CELL_BYTES, Records, Written};
use crate::error::{Error, Excess, Location, Result};

/// Cells decoded ahead of the row that is written, and rows at most.
const AHEAD_CELLS: usize = 1 << 20;
const AHEAD_ROWS: usize = 1024;
/// Bytes of the text of one row.
const MAX_ROW_BYTES: u64 = 16 * MAX_CELL_BYTES;

/// Reads a Parquet file: `path` is what to open, `file` how to name it.
pub(super) fn open(path: &Path, file: &str) -> Result<Document> {
    let source = Source { path, file };
    quietly(|| source.read()).unwrap_or_else(|| Err(source.damaged(&"its reader gave up on it")))
}

struct Source<'a> {
    path: &'a Path,
    file: &'a str,
}

impl Source<'_> {
    fn read(&self) -> Result<Document> {
        let mut claims = Claims::open(self.path, self.file)?;
        claims.footer()?;
        let input = File::open(self.path).map_err(|e| Error::io(self.path, e))?;
        let reader = SerializedFileReader::new(input).map_err(|e| self.damaged(&e))?;
        claims.pages(reader.metadata())?;

        let schema = reader.metadata().file_metadata().schema_descr();
        let mut names = Vec::new();
        leaves(schema.root_schema(), "", Inside::Group, &mut names);
        if names.len() != schema.num_columns() {
            return Err(self.damaged(&"its columns cannot be told apart"));
        }
        let indexes = |i: &usize| names.get(*i).is_some_and(|name| is_row_index(name, schema, *i));
        let mut kept: Vec<usize> = (0..names.len()).filter(|i| !indexes(i)).collect();
        if kept.is_empty() {
            kept = (0..names.len()).collect();
        }
        if kept.is_empty() {
            return Err(Error::Empty { file: self.file.to_owned() });
        }
        let mut warnings = Vec::new();
        let names = kept.iter().filter_map(|i| names.get(*i)).map(String::as_str);
        let names = column_names(names, self.file, &mut warnings);
        let written = self.write(&reader, &kept)?;
        let fields = names.into_iter().map(|name| Field { name, ..Field::default() }).collect();
        Ok(Document { fields, written, warnings })
    }

    fn write(&self, reader: &dyn FileReader, kept: &[usize]) -> Result<Written> {
        let mut records = Records::new(self.file, kept.len())?;
        let mut budget = Budget::default();
        let mut cells = vec![String::new(); kept.len()];
        let ahead = (AHEAD_CELLS / kept.len().max(1)).clamp(1, AHEAD_ROWS);
        let mut row = 1;
        for group in 0..reader.num_row_groups() {
            let group = reader.get_row_group(group).map_err(|e| self.damaged(&e))?;
            let mut columns = Vec::with_capacity(kept.len());
            for i in kept {
                columns.push(leaf::open(group.as_ref(), *i).map_err(|e| self.damaged(&e))?);
            }
            let mut left = usize::try_from(group.metadata().num_rows()).unwrap_or(0);
            while left > 0 {
                let rows = left.min(ahead);
                left -= rows;
                load(&mut columns, rows).map_err(|cause| self.damaged(&cause))?;
                for _ in 0..rows {
                    row += 1;
                    self.fill(&mut cells, &mut columns, row)?;
                    budget.spend(&cells, self.file, row)?;
                    records.write(row, &cells)?;
                }
            }
        }
        records.finish()
    }

    fn fill(&self, cells: &mut [String], columns: &mut [Box<dyn Leaf>], row: u64) -> Result<()> {
        let mut bytes = 0;
        for (cell, column) in cells.iter_mut().zip(columns) {
            cell.clear();
            column.next(cell);
            bytes += cell.len() as u64;
            // One entry of a dictionary may stand in every column.
            if bytes > MAX_ROW_BYTES {
                let at = Location { file: self.file.to_owned(), row: Some(row), column: None };
                return Err(Error::TooLarge { at, what: Excess::Bytes, limit: MAX_ROW_BYTES });
            }
        }
        Ok(())
    }

    fn damaged(&self, cause: &dyn std::fmt::Display) -> Error {
        Error::Damaged { file: self.file.to_owned(), format: "Parquet", cause: cause.to_string() }
    }
}

fn load(columns: &mut [Box<dyn Leaf>], rows: usize) -> Checked<()> {
    columns.iter_mut().try_for_each(|column| column.load(rows))
}

/// What a part of the schema stands in.
#[derive(Clone, Copy, PartialEq)]
enum Inside {
    Group,
    List,
    Map,
    /// The group that a list repeats, with nothing but the element in it.
    Element,
}

/// The names of the leaves under `group`, in the order of the columns: those of the groups they lie in, with
/// dots, without the groups that only make a list of what they hold.
fn leaves(group: &Type, prefix: &str, inside: Inside, names: &mut Vec<String>) {
    for field in group.get_fields() {
        let repeated = field.get_basic_info().has_repetition()
            && field.get_basic_info().repetition() == Repetition::REPEATED;
        let bare = inside == Inside::Element || repeated && matches!(inside, Inside::List | Inside::Map);
        let name = match (bare, prefix) {
            (true, _) => prefix.to_owned(),
            (false, "") => field.name().to_owned(),
            (false, _) => format!("{prefix}.{}", field.name()),
        };
        if field.is_primitive() {
            names.push(name);
            continue;
        }
        let converted = field.get_basic_info().converted_type();
        let logical = field.get_basic_info().logical_type_ref();
        let within = match () {
            () if repeated && inside == Inside::List && field.get_fields().len() == 1 => Inside::Element,
            () if converted == ConvertedType::LIST || logical == Some(&LogicalType::List) => Inside::List,
            () if matches!(converted, ConvertedType::MAP | ConvertedType::MAP_KEY_VALUE)
                || logical == Some(&LogicalType::Map) =>
            {
                Inside::Map
            }
            () => Inside::Group,
        };
        leaves(field, &name, within, names);
    }
}

/// Whether a column is the row number that pandas adds when rows were filtered or sorted.
fn is_row_index(name: &str, schema: &SchemaDescriptor, column: usize) -> bool {
    let level = name.strip_prefix("__index_level_").and_then(|rest| rest.strip_suffix("__"));
    let column = schema.column(column);
    let plain = value::Meaning::of(&column) == value::Meaning::Plain;
    level.is_some_and(|level| level.bytes().all(|b| b.is_ascii_digit()))
        && plain
        && matches!(column.physical_type(), Physical::INT32 | Physical::INT64)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use parquet::basic::{BrotliLevel, Compression, Encoding, GzipLevel, ZstdLevel};
    use parquet::data_type::{ByteArray, ByteArrayType, DoubleType, Int32Type, Int64Type};
    use parquet::file::metadata::{ParquetMetaData, ParquetMetaDataWriter, RowGroupMetaData};
    use parquet::file::properties::{WriterProperties, WriterPropertiesBuilder};
    use parquet::file::writer::SerializedFileWriter;
    use parquet::schema::parser::parse_message_type;

    use super::*;

    /// Four rows in two groups: a number, a text, a date, a list, a group and the row numbers of pandas.
    fn sample(properties: WriterPropertiesBuilder) -> Vec<u8> {
        let schema = "message survey {
            optional double note;
            optional binary avis (UTF8);
            required int32 jour (DATE);
            optional group motifs (LIST) { repeated group list { optional binary element (UTF8); } }
            optional group repondant { required int64 age; }
            optional int64 __index_level_0__;
        }";
        let schema = Arc::new(parse_message_type(schema).unwrap());
        let mut bytes = Vec::new();
        let mut writer = SerializedFileWriter::new(&mut bytes, schema, Arc::new(properties.build())).unwrap();
        let texts =
            |texts: &[&str]| -> Vec<ByteArray> { texts.iter().map(|text| ByteArray::from(*text)).collect() };
        for _ in 0..2 {
            let mut group = writer.next_row_group().unwrap();
            let mut column = group.next_column().unwrap().unwrap();
            column.typed::<DoubleType>().write_batch(&[9.0, 7.5], Some(&[1, 1]), None).unwrap();
            column.close().unwrap();
            let mut column = group.next_column().unwrap().unwrap();
            column.typed::<ByteArrayType>().write_batch(&texts(&["Très bien"]), Some(&[1, 0]), None).unwrap();
            column.close().unwrap();
            let mut column = group.next_column().unwrap().unwrap();
            column.typed::<Int32Type>().write_batch(&[20_161, 20_162], None, None).unwrap();
            column.close().unwrap();
            let mut column = group.next_column().unwrap().unwrap();
            let motifs = texts(&["prix", "délai"]);
            column
                .typed::<ByteArrayType>()
                .write_batch(&motifs, Some(&[3, 2, 3, 0]), Some(&[0, 1, 1, 0]))
                .unwrap();
            column.close().unwrap();
            for values in [[34, 58], [0, 2]] {
                let mut column = group.next_column().unwrap().unwrap();
                column.typed::<Int64Type>().write_batch(&values, Some(&[1, 1]), None).unwrap();
                column.close().unwrap();
            }
            group.close().unwrap();
        }
        writer.close().unwrap();
        bytes
    }

    fn plain() -> WriterPropertiesBuilder {
        WriterProperties::builder()
    }

    fn read(bytes: &[u8]) -> Result<(String, String)> {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("x.parquet");
        std::fs::write(&path, bytes).unwrap();
        let document = open(&path, "x.parquet")?;
        let names: Vec<String> = document.fields.into_iter().map(|field| field.name).collect();
        let written = std::fs::read_to_string(&document.written.path).unwrap();
        Ok((names.join(" | "), written.split_once('\n').unwrap().1.to_owned()))
    }

    /// The sample with a footer that says something else.
    fn claiming(change: impl Fn(RowGroupMetaData) -> RowGroupMetaData) -> Vec<u8> {
        let bytes = sample(plain());
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("x.parquet");
        std::fs::write(&path, &bytes).unwrap();
        let reader = SerializedFileReader::new(File::open(&path).unwrap()).unwrap();
        let metadata = reader.metadata().clone();
        let groups = metadata.row_groups().iter().cloned().map(change);
        let changed = ParquetMetaData::new(metadata.file_metadata().clone(), groups.collect());
        let footer = u32::from_le_bytes(*bytes.last_chunk::<8>().unwrap().first_chunk().unwrap()) as usize;
        let mut patched = bytes[..bytes.len() - 8 - footer].to_vec();
        ParquetMetaDataWriter::new(&mut patched, &changed).finish().unwrap();
        patched
    }

    #[test]
    fn leaves_become_columns_in_every_codec_and_encoding() {
        let expected = (
            "note | avis | jour | motifs | repondant.age".to_owned(),
            "2,9,Très bien,2025-03-14,prix; délai,34\n3,7.5,,2025-03-15,,58\n\
             4,9,Très bien,2025-03-14,prix; délai,34\n5,7.5,,2025-03-15,,58\n"
                .to_owned(),
        );
        let codecs = [
            Compression::UNCOMPRESSED,
            Compression::SNAPPY,
            Compression::GZIP(GzipLevel::default()),
            Compression::BROTLI(BrotliLevel::default()),
            Compression::LZ4,
            Compression::LZ4_RAW,
            Compression::ZSTD(ZstdLevel::default()),
        ];
        for codec in codecs {
            assert_eq!(read(&sample(plain().set_compression(codec))).unwrap(), expected, "{codec}");
        }
        for encoding in [Encoding::DELTA_BYTE_ARRAY, Encoding::DELTA_LENGTH_BYTE_ARRAY] {
            let column = "avis".into();
            let properties = plain().set_dictionary_enabled(false).set_column_encoding(column, encoding);
            assert_eq!(read(&sample(properties)).unwrap(), expected, "{encoding}");
        }
    }

    #[test]
    fn claims_that_the_file_cannot_hold_are_refused() {
        let rows = |n: i64| {
            read(&claiming(|group| group.into_builder().set_num_rows(n).build().unwrap())).map(|_| ())
        };
        assert!(rows(2).is_ok());
        assert!(matches!(rows(1_000_000_000), Err(Error::TooLarge { what: Excess::Rows, .. })));
        assert!(matches!(rows(i64::MAX / 2), Err(Error::TooLarge { what: Excess::Rows, .. })));
        for n in [3, 1_000_000, -1] {
            assert!(matches!(rows(n), Err(Error::Damaged { .. })), "{n}");
        }
        let chunks = |bytes: i64, offset: i64| {
            read(&claiming(|group| {
                let mut columns = group.columns().to_vec();
                let first = columns.remove(0).into_builder().set_total_compressed_size(bytes);
                columns.insert(0, first.set_dictionary_page_offset(Some(offset)).build().unwrap());
                group.into_builder().set_column_metadata(columns).build().unwrap()
            }))
        };
        for (bytes, offset) in [(1 << 60, 4), (i64::MAX / 2, i64::MAX), (-1, 4), (100, -1), (0, 4)] {
            assert!(matches!(chunks(bytes, offset), Err(Error::Damaged { .. })), "{bytes} {offset}");
        }
    }

    #[test]
    fn lists_without_end_are_refused_before_memory_is_set_aside() {
        // Version 1, then a schema of 2³¹ - 1 elements; a schema of one group with as many columns; an element
        // inside the next, without end.
        let list = b"\x15\x02\x19\xfc\xff\xff\xff\xff\x07".to_vec();
        let children = b"\x15\x02\x19\x1c\x48\x01a\x15\xfe\xff\xff\xff\x0f\x00\x00".to_vec();
        let nested =
            [&b"\x15\x02\x19\xfc\xff\xff\x01"[..], &b"\x48\x01a\x15\x02\x00".repeat(30_000)].concat();
        for footer in [list, children, nested] {
            let length = (footer.len() as u32).to_le_bytes();
            let bytes = [&b"PAR1"[..], &footer, &length, b"PAR1"].concat();
            let refused = read(&bytes).map(|_| ());
            assert!(matches!(refused, Err(Error::Damaged { .. } | Error::TooLarge { .. })), "{refused:?}");
        }
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig::with_cases(1000))]
        #[test]
        fn damage_is_survived(
            delta: bool,
            cut in proptest::option::weighted(0.1, 0usize..2000),
            changes in proptest::collection::vec((0usize..2000, proptest::prelude::any::<u8>()), 1..6),
        ) {
            let properties = plain().set_compression(Compression::ZSTD(ZstdLevel::default()));
            let encoding = Encoding::DELTA_BYTE_ARRAY;
            let mut bytes = sample(if delta {
                plain().set_dictionary_enabled(false).set_column_encoding("avis".into(), encoding)
            } else {
                properties
            });
            for (at, byte) in changes {
                let at = at % bytes.len();
                bytes[at] = byte;
            }
            bytes.truncate(cut.unwrap_or(usize::MAX));
            let _ = read(&bytes);
        }
    }
}
