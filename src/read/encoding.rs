//! Which encoding a text is in, and its copy in UTF-8.
//!
//! A byte order mark or zero bytes at regular places say UTF-16 or UTF-32. Else the file is UTF-8, a few
//! bytes apart that another export or a careless edit left in it; else the reading in an encoding of one
//! byte a character that gives French words, decided on every byte of the file.

mod charset;
mod legacy;

use std::borrow::Cow;
use std::fs::File;
use std::io::{Read, Write};
use std::path::Path;

use encoding_rs::{Encoding, REPLACEMENT, UTF_8, UTF_16BE, UTF_16LE, X_USER_DEFINED};
use tempfile::{NamedTempFile, TempPath};

use self::charset::{Decoder, whole_characters};
use super::{dialect, mojibake};
use crate::error::{Error, Location, Result, Warning};
pub(super) use charset::Charset;

const CHUNK: usize = 1 << 17;

/// Whether a file that begins with `head` has characters of two bytes, or four.
pub(super) fn is_utf16(head: &[u8]) -> bool {
    wide(head).is_some()
}

/// The text that a file begins with, accents apart; nothing when zero bytes say that it is no text.
pub(super) fn head_text(head: &[u8]) -> Option<Cow<'_, str>> {
    if let Some(charset) = wide(head) {
        let mut text = String::new();
        Decoder::new(charset, false).decode(head, false, &mut text);
        return Some(Cow::Owned(text));
    }
    memchr::memchr(0, head).is_none().then(|| String::from_utf8_lossy(head))
}

/// A copy of `path` in UTF-8, with what a reader must know of how it was read. Bytes that say nothing in the
/// encoding found become U+FFFD. `file` is how messages name the file.
pub(super) fn as_found(path: &Path, file: &str) -> Result<(TempPath, Option<Warning>)> {
    let name = || file.to_owned();
    // Zero bytes leave no doubt: nothing needs saying.
    if let Some(charset) = wide(&dialect::head(path)?) {
        return Ok((transcode(path, file, charset, false)?, None));
    }
    let census = Census::of(path)?;
    let (charset, warning) = match census.first_stray {
        None => (Charset::Known(UTF_8), None),
        Some(offset) if census.is_utf8() => {
            let first = line_at(path, offset)?;
            (Charset::PatchedUtf8, Some(Warning::StrayBytes { file: name(), n: census.stray, first }))
        }
        Some(_) => {
            let charset = legacy::guess(path)?;
            (charset, Some(Warning::Decoded { file: name(), encoding: charset.name() }))
        }
    };
    Ok((transcode(path, file, charset, false)?, warning))
}

/// A copy of `path` in UTF-8, read in the encoding that the user calls `name`; none when it is UTF-8 already.
///
/// # Errors
/// The name is unknown, or some bytes are not of that encoding: then with the line, counted in line ends from
/// 1, as a text editor does.
pub(super) fn as_declared(
    path: &Path,
    file: &str,
    name: &str,
) -> Result<Option<(TempPath, Option<Warning>)>> {
    let head = dialect::head(path)?;
    let charset = named(name, &head).ok_or_else(|| Error::UnknownEncoding { encoding: name.to_owned() })?;
    // A mark that says another encoding is no text of this one.
    if marked(&head).is_some_and(|mark| mark != charset) {
        return Err(not_encoded(file, 1, charset));
    }
    if charset == Charset::Known(UTF_8) {
        return match Census::of(path)?.first_stray {
            None => Ok(None),
            Some(offset) => Err(not_encoded(file, line_at(path, offset)?, charset)),
        };
    }
    Ok(Some((transcode(path, file, charset, true)?, None)))
}

/// The encoding that people call `name`; `head` settles the byte order of a plain “UTF-16”.
fn named(name: &str, head: &[u8]) -> Option<Charset> {
    let dashed = name.trim().to_ascii_lowercase().replace('_', "-");
    Some(match dashed.as_str() {
        "cp850" | "ibm850" | "850" | "cp858" | "ibm858" | "dos" | "oem" => Charset::Cp850,
        "macroman" | "mac-roman" | "mac-os-roman" => Charset::Known(encoding_rs::MACINTOSH),
        "ansi" | "1252" | "windows1252" | "latin-1" => Charset::Known(encoding_rs::WINDOWS_1252),
        "latin9" | "latin-9" => Charset::Known(encoding_rs::ISO_8859_15),
        "utf-8-sig" | "utf-8-bom" => Charset::Known(UTF_8),
        "utf-16" | "utf16" | "unicode" => match wide(head) {
            Some(found @ Charset::Known(_)) => found,
            _ => Charset::Known(UTF_16LE),
        },
        "utf16le" => Charset::Known(UTF_16LE),
        "utf16be" => Charset::Known(UTF_16BE),
        "utf-32" | "utf32" => match wide(head) {
            Some(found @ Charset::Utf32 { .. }) => found,
            _ => Charset::Utf32 { big_endian: false },
        },
        "utf-32le" | "utf32le" => Charset::Utf32 { big_endian: false },
        "utf-32be" | "utf32be" => Charset::Utf32 { big_endian: true },
        other => Charset::Known(
            // “Replacement” stands for encodings that browsers refuse to read.
            Encoding::for_label(name.as_bytes())
                .or_else(|| Encoding::for_label(other.as_bytes()))
                .filter(|e| *e != REPLACEMENT && *e != X_USER_DEFINED)?,
        ),
    })
}

fn not_encoded(file: &str, line: u64, charset: Charset) -> Error {
    let at = Location { file: file.to_owned(), row: Some(line), column: None };
    Error::NotEncoded { at, encoding: charset.name() }
}

/// The encoding that a byte order mark names.
fn marked(head: &[u8]) -> Option<Charset> {
    match head {
        [0xff, 0xfe, 0, 0, ..] => Some(Charset::Utf32 { big_endian: false }),
        [0, 0, 0xfe, 0xff, ..] => Some(Charset::Utf32 { big_endian: true }),
        [0xff, 0xfe, ..] => Some(Charset::Known(UTF_16LE)),
        [0xfe, 0xff, ..] => Some(Charset::Known(UTF_16BE)),
        [0xef, 0xbb, 0xbf, ..] => Some(Charset::Known(UTF_8)),
        _ => None,
    }
}

/// UTF-16 or UTF-32, by its mark or because the zero bytes of `head` make text of it.
fn wide(head: &[u8]) -> Option<Charset> {
    match marked(head) {
        Some(Charset::Known(encoding)) if encoding == UTF_8 => return None,
        None => {}
        found => return found,
    }
    memchr::memchr(0, head)?;
    let wide = [
        Charset::Utf32 { big_endian: false },
        Charset::Utf32 { big_endian: true },
        Charset::Known(UTF_16LE),
        Charset::Known(UTF_16BE),
    ];
    wide.into_iter().find(|charset| {
        let mut text = String::new();
        let well_formed = Decoder::new(*charset, true).decode(head, false, &mut text).is_some();
        let odd = |c: char| c.is_control() && !matches!(c, '\t' | '\n' | '\r');
        // Separators, line ends and digits are ASCII whatever the language.
        let ascii = text.chars().filter(char::is_ascii).count();
        well_formed && ascii > 0 && ascii * 4 >= text.chars().count() && !text.contains(odd)
    })
}

/// What a file is when read as UTF-8.
#[derive(Debug, Default)]
struct Census {
    /// Characters outside ASCII.
    valid: u64,
    /// Those that French writes.
    plausible: u64,
    /// Bytes that are not UTF-8.
    stray: u64,
    /// Where the first of them is.
    first_stray: Option<u64>,
}

impl Census {
    fn of(path: &Path) -> Result<Self> {
        let mut census = Self::default();
        let mut offset = 0;
        for_each_chunk(path, |bytes, last| {
            let whole = if last { bytes } else { &bytes[..whole_characters(bytes)] };
            for chunk in whole.utf8_chunks() {
                let (valid, invalid) = (chunk.valid(), chunk.invalid());
                if !valid.is_ascii() {
                    for c in valid.chars().filter(|c| !c.is_ascii()) {
                        census.valid += 1;
                        census.plausible += u64::from(mojibake::is_plausible(c));
                    }
                }
                offset += valid.len() as u64;
                if !invalid.is_empty() {
                    census.first_stray.get_or_insert(offset);
                    census.stray += invalid.len() as u64;
                    offset += invalid.len() as u64;
                }
            }
            Ok(whole.len())
        })?;
        Ok(census)
    }

    /// Whether the file is UTF-8 with stray bytes: nearly all is, or enough of it reads as French, which bytes of
    /// another encoding never do by accident.
    fn is_utf8(&self) -> bool {
        self.valid >= self.stray * 10 || self.plausible * 4 >= self.stray
    }
}

/// Gives `take` the bytes of `path` chunk by chunk, and whether they are the last; those that it does not use
/// come again with the next chunk.
fn for_each_chunk(path: &Path, mut take: impl FnMut(&[u8], bool) -> Result<usize>) -> Result<()> {
    let mut input = File::open(path).map_err(|e| Error::io(path, e))?;
    let mut buffer = vec![0u8; CHUNK];
    let mut pending = 0;
    loop {
        let n = input.read(&mut buffer[pending..]).map_err(|e| Error::io(path, e))?;
        let filled = pending + n;
        let used = take(&buffer[..filled], n == 0)?.min(filled);
        if n == 0 {
            return Ok(());
        }
        buffer.copy_within(used..filled, 0);
        pending = filled - used;
    }
}

/// The line, from 1, that byte `offset` of `path` stands on.
fn line_at(path: &Path, offset: u64) -> Result<u64> {
    let mut left = offset;
    let mut line = 1;
    let mut after_return = false;
    for_each_chunk(path, |bytes, _| {
        let counted = &bytes[..bytes.len().min(usize::try_from(left).unwrap_or(usize::MAX))];
        left -= counted.len() as u64;
        for byte in counted {
            line += u64::from(*byte == b'\r' || (*byte == b'\n' && !after_return));
            after_return = *byte == b'\r';
        }
        Ok(bytes.len())
    })?;
    Ok(line)
}

/// Copies `path`, written in `charset`, to a temporary file in UTF-8 without mark. When `strict`, a byte that
/// the encoding does not allow is an error.
fn transcode(path: &Path, file: &str, charset: Charset, strict: bool) -> Result<TempPath> {
    let temporary = |e| Error::io(std::env::temp_dir(), e);
    let mut copy = NamedTempFile::new().map_err(temporary)?;
    let mut decoder = Decoder::new(charset, strict);
    let mut text = String::new();
    let mut written = 0;
    let mut at_start = true;
    for_each_chunk(path, |bytes, last| {
        text.clear();
        let used = decoder.decode(bytes, last, &mut text);
        let mark = at_start && text.starts_with('\u{feff}');
        at_start &= text.is_empty();
        let shown = if mark { &text['\u{feff}'.len_utf8()..] } else { &text };
        copy.write_all(shown.as_bytes()).map_err(temporary)?;
        written += shown.len() as u64;
        match used {
            Some(used) => Ok(used),
            None => Err(not_encoded(file, line_at(copy.path(), written)?, charset)),
        }
    })?;
    copy.flush().map_err(temporary)?;
    Ok(copy.into_temp_path())
}

#[cfg(test)]
mod tests {
    use encoding_rs::{ISO_8859_15, MACINTOSH, WINDOWS_1251, WINDOWS_1252};

    use super::*;

    const FRENCH: &str = "note;avis;coût\n2;\"Réponse très tardive, déçu : l’accueil a été bâclé… où êtes-vous ?\";5\n\
                          9;Ça va, cœur de métier maîtrisé;10\n8;À bientôt, naïf que je suis;7\n";

    fn file(bytes: &[u8]) -> TempPath {
        let mut file = NamedTempFile::new().unwrap();
        file.write_all(bytes).unwrap();
        file.into_temp_path()
    }

    fn found(bytes: &[u8]) -> (String, Option<Warning>) {
        let (copy, warning) = as_found(&file(bytes), "x.csv").unwrap();
        (std::fs::read_to_string(&copy).unwrap(), warning)
    }

    fn declared(bytes: &[u8], name: &str) -> Result<String> {
        let path = file(bytes);
        Ok(match as_declared(&path, "x.csv", name)? {
            Some((copy, None)) => std::fs::read_to_string(&copy).unwrap(),
            Some((_, Some(warning))) => panic!("{warning:?}"),
            None => std::fs::read_to_string(&path).unwrap(),
        })
    }

    /// `text` in an encoding of one byte a character.
    fn encode(text: &str, charset: Charset) -> Vec<u8> {
        let upper = charset.upper_half();
        let byte = |c: char| match u8::try_from(c) {
            Ok(ascii @ ..0x80) => ascii,
            _ => {
                0x80 + upper.iter().position(|u| *u == c).unwrap_or_else(|| panic!("{c} in {charset:?}"))
                    as u8
            }
        };
        text.chars().map(byte).collect()
    }

    fn utf16(text: &str, big_endian: bool) -> Vec<u8> {
        text.encode_utf16().flat_map(|u| if big_endian { u.to_be_bytes() } else { u.to_le_bytes() }).collect()
    }

    fn decoded(encoding: &'static str) -> Warning {
        Warning::Decoded { file: "x.csv".into(), encoding }
    }

    #[test]
    fn wide_text_is_recognised_with_and_without_its_mark() {
        for big_endian in [false, true] {
            for text in [
                FRENCH.to_owned(),
                format!("\u{feff}{FRENCH}"),
                "a\n1\n".into(),
                "note;отзыв 😀\n5;да\n".into(),
            ] {
                let bytes = utf16(&text, big_endian);
                assert!(is_utf16(&bytes));
                assert_eq!(found(&bytes), (text.trim_start_matches('\u{feff}').to_owned(), None));
            }
        }
        let little: Vec<u8> = FRENCH.chars().flat_map(|c| u32::from(c).to_le_bytes()).collect();
        assert_eq!(found(&little), (FRENCH.to_owned(), None));
        // A character that the end of the head cuts, zero bytes that are no text.
        assert!(is_utf16(&utf16("a;😀", false)[..6]));
        assert!(!is_utf16(FRENCH.as_bytes()));
        assert!(!is_utf16(b"note;avis\n5;a\0b\n"));
        assert!(!is_utf16(&[0; 64]));
        assert!(!is_utf16(b"\x00\x01\x00\x02\x10\x00\x00\x03"));
    }

    #[test]
    fn french_is_read_in_whichever_encoding_it_was_written() {
        let without_ligature = FRENCH.replace('œ', "oe").replace(['’', '…'], "'");
        for (charset, name) in [
            (Charset::Known(WINDOWS_1252), "windows-1252"),
            (Charset::Known(MACINTOSH), "macintosh"),
            (Charset::Known(ISO_8859_15), "ISO-8859-15"),
            (Charset::Cp850, "CP850"),
        ] {
            for text in [FRENCH, &without_ligature, &FRENCH.replace('\n', "\r"), &FRENCH.to_uppercase()] {
                let missing = |c: char| !c.is_ascii() && !charset.upper_half().contains(&c);
                let text: String = text.chars().filter(|c| !missing(*c)).collect();
                // What ISO-8859-15 has beyond Windows-1252 tells them apart; without it they are the same.
                let alike = charset == Charset::Known(ISO_8859_15) && !text.contains(['œ', 'Œ', '€']);
                let name = if alike { "windows-1252" } else { name };
                assert_eq!(found(&encode(&text, charset)), (text, Some(decoded(name))));
            }
        }
    }

    #[test]
    fn one_accent_is_enough_where_only_one_reading_is_french() {
        let read = |bytes: &[u8]| found(bytes).0;
        assert_eq!(read(b"avis\ntr\x8fs bien\n"), "avis\ntrès bien\n");
        assert_eq!(read(b"avis\ntr\x8as bien\n"), "avis\ntrès bien\n");
        assert_eq!(read(b"avis\ntr\xe8s bien\n"), "avis\ntrès bien\n");
        assert_eq!(read(b"avis\nl\xd5accueil\n"), "avis\nl’accueil\n");
        assert_eq!(read(b"avis\nl\x92accueil\n"), "avis\nl’accueil\n");
        assert_eq!(read(b"avis\nrien \xe0 dire\n"), "avis\nrien à dire\n");
        assert_eq!(read(b"avis\nrien \x88 dire\n"), "avis\nrien à dire\n");
        assert_eq!(read(b"prix\n50 \x80\n"), "prix\n50 €\n");
        assert_eq!(read(b"prix\n50 \xa4\n"), "prix\n50 €\n");
        assert_eq!(read(b"nom\n\x8aimek, \x8ei\x9eek, Ren\xe9\n"), "nom\nŠimek, Žižek, René\n");
        assert_eq!(read(b"avis\nattendre\x85 \xabbof\xbb\n"), "avis\nattendre… «bof»\n");
    }

    #[test]
    fn other_languages_keep_their_letters() {
        let german = "Größe;Straße\nschön;für Überfällige\n";
        assert_eq!(found(&encode(german, Charset::Known(WINDOWS_1252))).0, german);
        let portuguese = "opinião;São Paulo\nnão há solução;avó\n";
        assert_eq!(found(&encode(portuguese, Charset::Known(WINDOWS_1252))).0, portuguese);
        let russian = "оценка;отзыв\n5;Очень хорошее обслуживание, спасибо\n2;Долго ждать ответа\n";
        assert_eq!(
            found(&encode(russian, Charset::Known(WINDOWS_1251))),
            (russian.to_owned(), Some(decoded("windows-1251")))
        );
    }

    #[test]
    fn a_few_stray_bytes_do_not_undo_utf8() {
        let bytes = [FRENCH.as_bytes(), b"5;d\xe9\xe7u, l\x92accueil\n", FRENCH.as_bytes()].concat();
        let warning = Warning::StrayBytes { file: "x.csv".into(), n: 3, first: 5 };
        assert_eq!(found(&bytes), (format!("{FRENCH}5;déçu, l’accueil\n{FRENCH}"), Some(warning)));
        // Two exports, one after the other.
        let halves = [FRENCH.as_bytes(), &encode(FRENCH, Charset::Known(WINDOWS_1252))].concat();
        assert_eq!(found(&halves).0, FRENCH.repeat(2));
        // Neither the language nor a cut character matters.
        let (text, _) = found("оценка отзыв спасибо\nгод \u{e9}\n".as_bytes().split_last().unwrap().1);
        assert!(text.starts_with("оценка отзыв спасибо\nгод é"));
        let (text, _) = found(&[FRENCH.as_bytes(), b"\xe9"].concat());
        assert_eq!(text, format!("{FRENCH}é"));
        // Capitals before a no-break space are UTF-8 by accident.
        let (text, _) = found(b"avis\nRAPIDIT\xc9\xa0: d\xe9\xe7u\n");
        assert_eq!(text, "avis\nRAPIDITÉ\u{a0}: déçu\n");
    }

    #[test]
    fn a_declared_encoding_is_taken_at_its_word() {
        assert_eq!(declared(FRENCH.as_bytes(), " UTF8 ").unwrap(), FRENCH);
        assert_eq!(declared(b"\x8et\x8e", "MacRoman").unwrap(), "été");
        assert_eq!(declared(b"\x82t\x82", "cp850").unwrap(), "été");
        assert_eq!(declared(b"\xe9t\xe9", "latin1").unwrap(), "été");
        assert_eq!(declared(b"\xea\xf3\xf0", "Windows-1251").unwrap(), "кур");
        assert_eq!(declared(b"\xef\xbb\xbfa", "utf-8").unwrap(), "\u{feff}a");
        assert_eq!(declared(b"\xfe\xff\x00a", "utf-16").unwrap(), "a");
        assert_eq!(declared(b"\x00a\x00\n", "utf-16").unwrap(), "a\n");
        assert_eq!(declared(b"a\x00", "utf_16le").unwrap(), "a");
        for name in ["", "utf-9", "replacement", "français"] {
            assert!(
                matches!(declared(b"a", name), Err(Error::UnknownEncoding { encoding }) if encoding == name)
            );
        }
        let refused = |bytes: &[u8], name: &str| match declared(bytes, name) {
            Err(Error::NotEncoded { at, encoding }) => (at.row, encoding),
            other => panic!("{other:?}"),
        };
        assert_eq!(refused(b"a\r\nb\rc\xe9\n", "utf-8"), (Some(3), "UTF-8"));
        assert_eq!(refused(b"a\n\ntr\x8fs\n", "ansi"), (Some(3), "windows-1252"));
        assert_eq!(refused(b"\xef\xbb\xbfa\n", "latin1"), (Some(1), "windows-1252"));
        assert_eq!(refused(b"\xff\xfea\x00", "utf-16be"), (Some(1), "UTF-16BE"));
        assert_eq!(refused(b"a\x00\n\x00a", "utf-16le"), (Some(2), "UTF-16LE"));
        assert_eq!(refused(b"a\n\x83", "shift_jis"), (Some(2), "Shift_JIS"));
    }

    proptest::proptest! {
        #[test]
        fn any_bytes_become_text(bytes in proptest::collection::vec(proptest::prelude::any::<u8>(), 0..300)) {
            let (copy, _) = as_found(&file(&bytes), "x").unwrap();
            proptest::prop_assert!(std::fs::read_to_string(&copy).is_ok());
            for name in ["utf-8", "utf-16", "utf-32be", "windows-1252", "mac", "gb18030"] {
                let _ = declared(&bytes, name);
            }
        }

        #[test]
        fn chunks_do_not_matter(text in "[aé€😀\n]{0,20}", stray in proptest::option::of(0usize..60)) {
            let mut bytes = text.into_bytes();
            if let Some(at) = stray {
                bytes.insert(at.min(bytes.len()), 0xe9);
            }
            let whole = found(&bytes).0;
            let mut decoder = Decoder::new(Charset::PatchedUtf8, false);
            let (mut pieces, mut pending) = (String::new(), Vec::new());
            for byte in &bytes {
                pending.push(*byte);
                let used = decoder.decode(&pending, false, &mut pieces).unwrap();
                pending.drain(..used);
            }
            decoder.decode(&pending, true, &mut pieces).unwrap();
            let stray_alone = std::str::from_utf8(&bytes).is_err() && !Census::of(&file(&bytes)).unwrap().is_utf8();
            proptest::prop_assert!(stray_alone || whole == pieces, "{whole} {pieces}");
        }
    }
}
