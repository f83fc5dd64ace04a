//! Encodings of text, and what makes text of their bytes.

use encoding_rs::{CoderResult, DecoderResult, Encoding, UTF_8};

/// The upper half of CP850, the encoding of DOS in Western Europe, with the € of CP858 for an ı that French
/// never writes.
const CP850: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤\
                     ðÐÊËÈ€ÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}";

/// An encoding of text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::read) enum Charset {
    /// One that browsers know.
    Known(&'static Encoding),
    /// UTF-8 in which other bytes are Windows-1252.
    PatchedUtf8,
    /// UTF-32, the highest byte of each character first or last.
    Utf32 { big_endian: bool },
    /// DOS.
    Cp850,
}

impl Charset {
    /// The name that messages give it.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Known(encoding) => encoding.name(),
            Self::PatchedUtf8 => UTF_8.name(),
            Self::Utf32 { big_endian: false } => "UTF-32LE",
            Self::Utf32 { big_endian: true } => "UTF-32BE",
            Self::Cp850 => "CP850",
        }
    }

    /// What the bytes from 128 stand for, in an encoding of one byte a character.
    pub(in crate::read) fn upper_half(self) -> Vec<char> {
        match self {
            Self::Known(encoding) if encoding.is_single_byte() => {
                let bytes: Vec<u8> = (0x80..=0xff).collect();
                encoding.decode_without_bom_handling(&bytes).0.chars().collect()
            }
            Self::Cp850 => CP850.chars().collect(),
            _ => Vec::new(),
        }
    }
}

/// Turns bytes into text, chunk by chunk.
pub(super) struct Decoder {
    charset: Charset,
    strict: bool,
    known: encoding_rs::Decoder,
    upper_half: Vec<char>,
}

impl Decoder {
    /// When `strict`, bytes that the encoding does not allow stop it; they become U+FFFD otherwise.
    pub(super) fn new(charset: Charset, strict: bool) -> Self {
        let known = match charset {
            Charset::Known(encoding) => encoding,
            Charset::PatchedUtf8 => encoding_rs::WINDOWS_1252,
            Charset::Utf32 { .. } | Charset::Cp850 => UTF_8,
        };
        let upper_half = charset.upper_half();
        Self { charset, strict, known: known.new_decoder_without_bom_handling(), upper_half }
    }

    /// Appends `bytes` to `out`; how many were used. Nothing when some are not allowed: `out` then ends before
    /// them.
    pub(super) fn decode(&mut self, bytes: &[u8], last: bool, out: &mut String) -> Option<usize> {
        match self.charset {
            Charset::Known(encoding) => self.decode_known(encoding, bytes, last, out)?,
            Charset::PatchedUtf8 => {
                let whole = if last { bytes } else { &bytes[..whole_characters(bytes)] };
                for chunk in whole.utf8_chunks() {
                    out.push_str(chunk.valid());
                    out.push_str(&encoding_rs::WINDOWS_1252.decode_without_bom_handling(chunk.invalid()).0);
                }
                return Some(whole.len());
            }
            Charset::Utf32 { big_endian } => {
                let (units, rest) = bytes.as_chunks::<4>();
                for unit in units {
                    let code = if big_endian { u32::from_be_bytes(*unit) } else { u32::from_le_bytes(*unit) };
                    out.push(self.or_replacement(char::from_u32(code))?);
                }
                if last && !rest.is_empty() {
                    out.push(self.or_replacement(None)?);
                }
                return Some(bytes.len() - if last { 0 } else { rest.len() });
            }
            Charset::Cp850 => {
                out.extend(bytes.iter().map(|byte| match byte.checked_sub(0x80) {
                    None => char::from(*byte),
                    Some(i) => {
                        self.upper_half.get(usize::from(i)).copied().unwrap_or(char::REPLACEMENT_CHARACTER)
                    }
                }));
            }
        }
        Some(bytes.len())
    }

    fn or_replacement(&self, c: Option<char>) -> Option<char> {
        c.or((!self.strict).then_some(char::REPLACEMENT_CHARACTER))
    }

    fn decode_known(
        &mut self,
        encoding: &'static Encoding,
        bytes: &[u8],
        last: bool,
        out: &mut String,
    ) -> Option<()> {
        // With room for all that the bytes can become, one call uses them all.
        if !self.strict {
            out.reserve(self.known.max_utf8_buffer_length(bytes.len())?);
            let (result, ..) = self.known.decode_to_string(bytes, out, last);
            return (result == CoderResult::InputEmpty).then_some(());
        }
        out.reserve(self.known.max_utf8_buffer_length_without_replacement(bytes.len())?);
        let (result, _) = self.known.decode_to_string_without_replacement(bytes, out, last);
        // Browsers read the holes of Windows-1252 and its like as control characters; no text holds any.
        if encoding.is_single_byte()
            && let Some(at) = out.find(|c| matches!(c, '\u{80}'..='\u{9f}'))
        {
            out.truncate(at);
            return None;
        }
        (result == DecoderResult::InputEmpty).then_some(())
    }
}

/// Length of `bytes` without the beginning of a UTF-8 character that its end cuts.
pub(super) fn whole_characters(bytes: &[u8]) -> usize {
    for (i, byte) in bytes.iter().rev().take(3).enumerate() {
        let needed = match byte {
            0xf0.. => 4,
            0xe0.. => 3,
            0xc0.. => 2,
            0x80.. => continue,
            _ => 1,
        };
        return if needed > i + 1 { bytes.len() - i - 1 } else { bytes.len() };
    }
    bytes.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cp850_has_a_character_for_each_byte() {
        let mut upper = Charset::Cp850.upper_half();
        upper.sort_unstable();
        upper.dedup();
        assert_eq!(upper.len(), 128);
    }
}
