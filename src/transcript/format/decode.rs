//! The text of a file, whatever its encoding.
//!
//! Transcripts are read whole, unlike tables: no copy on disk is made of them.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, MACINTOSH, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// Letters with an accent that French writes most.
const FRENCH: &str = "éèêëàâçîïôùûœÉÈÊÀÇÔÎŒ";

/// The text of a file without its mark; none where it is no text.
pub(super) fn text(bytes: &[u8]) -> Option<Cow<'_, str>> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return Some(encoding.decode_without_bom_handling(&bytes[mark..]).0);
    }
    if bytes.contains(&0) {
        let (even, odd) = zeros(bytes);
        // A character of Latin letters has one byte of zero out of two, always the same.
        let encoding = match (even * 4 > bytes.len(), odd * 4 > bytes.len()) {
            (true, false) => UTF_16BE,
            (false, true) => UTF_16LE,
            _ => return None,
        };
        let (text, _, broken) = encoding.decode(bytes);
        return (!broken && !text.contains('\0')).then_some(text);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Some(Cow::Borrowed(text));
    }
    // Nearly all of it: a careless edit left some bytes in UTF-8.
    let lossy = String::from_utf8_lossy(bytes);
    let strays = lossy.matches(char::REPLACEMENT_CHARACTER).count();
    let accents = lossy.chars().filter(|c| !c.is_ascii()).count() - strays;
    if accents >= strays * 10 {
        return Some(UTF_8.decode_without_bom_handling(bytes).0);
    }
    let candidates = [WINDOWS_1252, MACINTOSH].map(|encoding| {
        let text = encoding.decode_without_bom_handling(bytes).0;
        (french(&text), text)
    });
    let [windows, mac] = candidates;
    if windows.0.max(mac.0) == 0 {
        let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
        detector.feed(bytes, true);
        return Some(detector.guess(None, Utf8Detection::Deny).decode_without_bom_handling(bytes).0);
    }
    Some(if mac.0 > windows.0 { mac.1 } else { windows.1 })
}

/// Bytes of zero at even and at odd places.
fn zeros(bytes: &[u8]) -> (usize, usize) {
    let zero = |from: usize| bytes.iter().skip(from).step_by(2).filter(|byte| **byte == 0).count();
    (zero(0), zero(1))
}

/// How many accents of French a text has beside a letter of ASCII.
fn french(text: &str) -> usize {
    let mut count = 0;
    let mut before = ' ';
    for c in text.chars() {
        count += usize::from(FRENCH.contains(c) && !c.is_ascii() && !before.is_uppercase());
        count += usize::from(c == '’' && before.is_ascii_alphabetic());
        before = c;
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str =
        "Agent : Bonjour, l’équipe à votre écoute.\nClient : Où êtes-vous ? Ça a été reçu, déjà…\n";

    #[test]
    fn the_same_text_is_read_in_every_encoding() {
        let wide = |big: bool| -> Vec<u8> {
            TEXT.encode_utf16().flat_map(|u| if big { u.to_be_bytes() } else { u.to_le_bytes() }).collect()
        };
        let marked = |mark: &[u8], bytes: Vec<u8>| [mark, &bytes].concat();
        for bytes in [
            TEXT.as_bytes().to_vec(),
            marked(b"\xef\xbb\xbf", TEXT.into()),
            wide(true),
            wide(false),
            marked(b"\xfe\xff", wide(true)),
            marked(b"\xff\xfe", wide(false)),
            WINDOWS_1252.encode(TEXT).0.into_owned(),
            MACINTOSH.encode(TEXT).0.into_owned(),
        ] {
            assert_eq!(text(&bytes).as_deref(), Some(TEXT), "{bytes:?}");
        }
    }

    #[test]
    fn bytes_that_are_no_text_are_none() {
        assert_eq!(text(b"RIFF\x24\0\0\0WAVEfmt \x10\0\0\0"), None);
        assert_eq!(text(b"PK\x03\x04\0\0\0\0\0\0"), None);
    }

    #[test]
    fn a_stray_byte_leaves_the_other_accents_alone() {
        let mut bytes = TEXT.repeat(3).into_bytes();
        bytes.push(0xe9);
        assert_eq!(text(&bytes).as_deref(), Some(format!("{}\u{fffd}", TEXT.repeat(3)).as_str()));
    }
}
