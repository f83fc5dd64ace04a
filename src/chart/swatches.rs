//! What the colours of a figure mean: a square and a name for each.

use super::font::{Weight, width};
use super::scene::Align;
use super::sheet::Sheet;
use super::style::{BODY, Color, INK, MARGIN, WIDTH};

/// Writes a coloured square and a name for each entry, on as many lines as they take, and moves the page below.
pub fn swatches(sheet: &mut Sheet, entries: &[(Color, &str)]) {
    let mut x = MARGIN;
    let mut y = sheet.y + 14.0;
    for (color, name) in entries {
        let long = 18.0 + width(name, BODY, Weight::Regular);
        if x > MARGIN && x + long > WIDTH - MARGIN {
            x = MARGIN;
            y += 22.0;
        }
        sheet.scene.rect((x, y - 10.0), (x + 12.0, y + 2.0), *color);
        sheet.scene.label(name, (x + 18.0, y), Align::Start, BODY, INK);
        x += long + 22.0;
    }
    sheet.y = y + 14.0;
}
