//! The few glyphs of a TrueType font that a page draws, as a font of their own: with renumbered outlines, widths and a
//! map of characters. Kerning and substitutions are left out: figures are measured without them.
//!
//! <https://learn.microsoft.com/typography/opentype/spec/otff>

use std::collections::{BTreeMap, BTreeSet};

use ab_glyph::{Font, FontRef};

/// Where the tables of a font start after its header, and the size of an entry of its directory.
const HEADER: usize = 12;
const ENTRY: usize = 16;
/// Flags of a part of a composite glyph.
const WIDE_ARGUMENTS: u16 = 0x0001;
const SCALE: u16 = 0x0008;
const MORE: u16 = 0x0020;
const SCALE_XY: u16 = 0x0040;
const MATRIX: u16 = 0x0080;

/// The font with the glyphs of these characters alone; none where it is not built as TrueType is.
pub(super) fn subset(ttf: &[u8], characters: &BTreeSet<char>) -> Option<Vec<u8>> {
    let source = Source::new(ttf)?;
    let font = FontRef::try_from_slice(ttf).ok()?;
    let wanted: Vec<(char, u16)> =
        characters.iter().map(|c| (*c, font.glyph_id(*c).0)).filter(|(_, id)| *id != 0).collect();
    let glyphs = source.closure(wanted.iter().map(|(_, id)| *id))?;
    let renumbered: BTreeMap<u16, u16> = glyphs.iter().zip(0..).map(|(old, new)| (*old, new)).collect();
    let count = u16::try_from(glyphs.len()).ok()?;

    let (mut outlines, mut offsets, mut metrics) = (Vec::new(), Vec::new(), Vec::new());
    for glyph in &glyphs {
        offsets.extend(u32::try_from(outlines.len()).ok()?.to_be_bytes());
        outlines.extend(source.renumbered(*glyph, &renumbered)?);
        outlines.resize(outlines.len().next_multiple_of(4), 0);
        metrics.extend(source.metrics(*glyph)?);
    }
    offsets.extend(u32::try_from(outlines.len()).ok()?.to_be_bytes());

    let patched = |tag: &[u8], at: usize, value: u16| {
        let mut table = source.table(tag)?.to_vec();
        table.get_mut(at..at + 2)?.copy_from_slice(&value.to_be_bytes());
        Some(table)
    };
    let mut post = source.table(b"post")?.get(..32)?.to_vec();
    // Version 3: glyphs have no names.
    post[..4].copy_from_slice(&[0, 3, 0, 0]);
    let mut tables: BTreeMap<[u8; 4], Vec<u8>> = BTreeMap::from([
        (*b"cmap", character_map(&wanted, &renumbered)?),
        (*b"glyf", outlines),
        (*b"head", patched(b"head", 50, 1)?),
        (*b"hhea", patched(b"hhea", 34, count)?),
        (*b"hmtx", metrics),
        (*b"loca", offsets),
        (*b"maxp", patched(b"maxp", 4, count)?),
        (*b"post", post),
    ]);
    // As they are: the name and licence of the font, and what its hints run on.
    for tag in [b"OS/2", b"cvt ", b"fpgm", b"gasp", b"name", b"prep"] {
        tables.extend(source.table(tag).map(|table| (*tag, table.to_vec())));
    }
    assembled(&tables)
}

/// A font and where its tables are.
struct Source<'f> {
    tables: BTreeMap<[u8; 4], &'f [u8]>,
    /// Whether offsets of outlines take four bytes.
    long: bool,
    /// Glyphs that have a width of their own.
    widths: usize,
}

impl<'f> Source<'f> {
    fn new(ttf: &'f [u8]) -> Option<Self> {
        let count = usize::from(word(ttf, 4)?);
        let mut tables = BTreeMap::new();
        for entry in ttf.get(HEADER..HEADER + count * ENTRY)?.chunks_exact(ENTRY) {
            let (at, length) = (long_word(entry, 8)?, long_word(entry, 12)?);
            tables.insert(entry[..4].try_into().ok()?, ttf.get(at..at.checked_add(length)?)?);
        }
        let long = word(tables.get(b"head")?, 50)? == 1;
        let widths = usize::from(word(tables.get(b"hhea")?, 34)?);
        Some(Self { tables, long, widths })
    }

    fn table(&self, tag: &[u8]) -> Option<&'f [u8]> {
        self.tables.get(tag).copied()
    }

    /// The outline of a glyph; empty for a space.
    fn outline(&self, glyph: u16) -> Option<&'f [u8]> {
        let (offsets, at) = (self.table(b"loca")?, usize::from(glyph));
        let offset = |at: usize| {
            if self.long { long_word(offsets, 4 * at) } else { Some(2 * usize::from(word(offsets, 2 * at)?)) }
        };
        self.table(b"glyf")?.get(offset(at)?..offset(at + 1)?)
    }

    /// Advance and side bearing, as the font writes them.
    fn metrics(&self, glyph: u16) -> Option<[u8; 4]> {
        let (table, at) = (self.table(b"hmtx")?, usize::from(glyph));
        let last = self.widths.checked_sub(1)?;
        let advance = table.get(4 * at.min(last)..)?.get(..2)?;
        let bearing = if at < self.widths { 4 * at + 2 } else { 4 * self.widths + 2 * (at - self.widths) };
        let bearing = table.get(bearing..bearing + 2)?;
        Some([advance[0], advance[1], bearing[0], bearing[1]])
    }

    /// The glyphs, those that they are composed of, and the one that stands for what is missing.
    fn closure(&self, glyphs: impl Iterator<Item = u16>) -> Option<BTreeSet<u16>> {
        let mut found = BTreeSet::from([0]);
        let mut left: Vec<u16> = glyphs.collect();
        while let Some(glyph) = left.pop() {
            if found.insert(glyph) {
                for at in parts(self.outline(glyph)?)? {
                    left.push(word(self.outline(glyph)?, at)?);
                }
            }
        }
        Some(found)
    }

    /// The outline of a glyph whose parts bear their new numbers.
    fn renumbered(&self, glyph: u16, numbers: &BTreeMap<u16, u16>) -> Option<Vec<u8>> {
        let outline = self.outline(glyph)?;
        let mut out = outline.to_vec();
        for at in parts(outline)? {
            let new = numbers.get(&word(outline, at)?)?;
            out.get_mut(at..at + 2)?.copy_from_slice(&new.to_be_bytes());
        }
        Some(out)
    }
}

/// Where the numbers of the parts of a composite glyph stand in its outline; nothing for another one.
fn parts(outline: &[u8]) -> Option<Vec<usize>> {
    let mut out = Vec::new();
    // A negative number of contours.
    if outline.is_empty() || word(outline, 0)? < 0x8000 {
        return Some(out);
    }
    let mut at = 10;
    loop {
        let flags = word(outline, at)?;
        out.push(at + 2);
        let transform = match flags {
            f if f & SCALE != 0 => 2,
            f if f & SCALE_XY != 0 => 4,
            f if f & MATRIX != 0 => 8,
            _ => 0,
        };
        at += 4 + if flags & WIDE_ARGUMENTS != 0 { 4 } else { 2 } + transform;
        if flags & MORE == 0 {
            return Some(out);
        }
    }
}

/// The map of characters, a group each: format 12.
fn character_map(wanted: &[(char, u16)], numbers: &BTreeMap<u16, u16>) -> Option<Vec<u8>> {
    let groups = u32::try_from(wanted.len()).ok()?;
    // One table, for Unicode on Windows, at byte 12.
    let mut out: Vec<u8> = [0u16, 1, 3, 10, 0, 12].iter().flat_map(|n| n.to_be_bytes()).collect();
    out.extend([0, 12, 0, 0]);
    out.extend([16 + 12 * groups, 0, groups].iter().flat_map(|n| n.to_be_bytes()));
    for (character, glyph) in wanted {
        let code = u32::from(*character);
        let glyph = u32::from(*numbers.get(glyph)?);
        out.extend([code, code, glyph].iter().flat_map(|n| n.to_be_bytes()));
    }
    Some(out)
}

/// The tables behind their directory, in the order of their tags.
fn assembled(tables: &BTreeMap<[u8; 4], Vec<u8>>) -> Option<Vec<u8>> {
    let count = u16::try_from(tables.len()).ok()?;
    let power = count.checked_ilog2()?;
    let range = 16u16 << power;
    let mut directory = vec![0, 1, 0, 0];
    let header = [count, range, u16::try_from(power).ok()?, 16 * count - range];
    directory.extend(header.iter().flat_map(|n| n.to_be_bytes()));
    let mut body = Vec::new();
    for (tag, table) in tables {
        let at = HEADER + ENTRY * tables.len() + body.len();
        directory.extend(tag);
        let padded: Vec<u8> =
            table.iter().copied().chain([0; 3]).take(table.len().next_multiple_of(4)).collect();
        let words = padded.chunks_exact(4).filter_map(|four| Some(u32::from_be_bytes(four.try_into().ok()?)));
        let sum = words.fold(0u32, u32::wrapping_add);
        let sizes = [u32::try_from(at).ok()?, u32::try_from(table.len()).ok()?];
        directory.extend([sum].iter().chain(&sizes).flat_map(|n| n.to_be_bytes()));
        body.extend(padded);
    }
    directory.extend(body);
    Some(directory)
}

fn word(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_be_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

fn long_word(bytes: &[u8], at: usize) -> Option<usize> {
    usize::try_from(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_glyphs_kept_are_those_of_the_font() {
        for ttf in [dejavu::sans::regular(), dejavu::sans::bold()] {
            // Composites (é, Ç, œ is not), a space, signs, and a character that the font lacks.
            let characters: BTreeSet<char> = "éÇœ €%−† 7Mfi\u{1f600}".chars().collect();
            let small = subset(ttf, &characters).unwrap();
            assert!(small.len() * 8 < ttf.len(), "{} of {}", small.len(), ttf.len());
            let (whole, kept) =
                (FontRef::try_from_slice(ttf).unwrap(), FontRef::try_from_slice(&small).unwrap());
            for c in &characters {
                let (of, now) = (whole.glyph_id(*c), kept.glyph_id(*c));
                assert_eq!(of.0 == 0, now.0 == 0, "{c}");
                assert!((whole.h_advance_unscaled(of) - kept.h_advance_unscaled(now)).abs() < 1e-3, "{c}");
                let outline = |font: &FontRef<'_>, id| font.outline(id).map(|o| (o.bounds, o.curves.len()));
                let (drawn, again) = (outline(&whole, of), outline(&kept, now));
                assert_eq!(format!("{drawn:?}"), format!("{again:?}"), "{c}");
            }
            assert!(kept.glyph_id('Q').0 == 0);
            assert_eq!(subset(ttf, &characters).unwrap(), small);
        }
    }

    #[test]
    fn what_is_no_font_gives_none() {
        assert_eq!(subset(b"", &BTreeSet::from(['a'])), None);
        assert_eq!(subset(&dejavu::sans::regular()[..2000], &BTreeSet::from(['a'])), None);
    }
}
