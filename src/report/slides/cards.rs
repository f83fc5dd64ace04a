//! Scores at a glance: boxes of native text in rows of at most three, each with the bar of its answers.

use super::Compose;
use super::deck::{Body, CardBox, Slide};
use super::drawing::{Ink, Paragraph, Run};
use super::layout::Area;
use super::prose::{fitted, height};
use super::text::clean;
use super::words;
use crate::report::document::Card;

/// Narrowest box, space between boxes, space inside them, in points.
const NARROWEST: f64 = 225.0;
const GAP: f64 = 14.0;
pub(super) const INSIDE: f64 = 9.0;
/// Boxes of a row, rows of a slide.
const ACROSS: usize = 3;
const DOWN: usize = 2;
/// Height of the bar of answers.
const BAR: f64 = 9.0;

impl Compose<'_> {
    /// Cards of one section as slides.
    pub(super) fn cards(&self, title: &str, cards: &[&Card]) -> Vec<Slide> {
        let scale = self.stage.scale();
        let room = self.stage.room(&[]);
        let fit =
            (((room.width + GAP * scale) / ((NARROWEST + GAP) * scale)).floor() as usize).clamp(1, ACROSS);
        let pages = cards.len().div_ceil(fit * DOWN).max(1);
        let each = cards.len().div_ceil(pages).max(1);
        let mut slides = Vec::new();
        for (n, shown) in cards.chunks(each).enumerate() {
            let down = shown.len().div_ceil(fit).max(1);
            let across = shown.len().div_ceil(down).max(1);
            let gap = GAP * scale;
            let width = (room.width - gap * (across - 1) as f64) / across as f64;
            let tall = ((room.height - gap * (down - 1) as f64) / down as f64).min(0.75 * room.height);
            let boxes = shown.iter().enumerate().map(|(i, card)| {
                let (row, column) = ((i / across) as f64, (i % across) as f64);
                let (x, y) = (room.x + column * (width + gap), room.y + row * (tall + gap));
                self.card(card, Area { x, y, width, height: tall })
            });
            let mut slide = Slide::new(words::page(title, n + 1, pages), Body::Cards(boxes.collect()));
            slide.notes = shown.iter().map(|card| told(card)).collect();
            slides.push(slide);
        }
        slides
    }

    fn card(&self, card: &Card, area: Area) -> CardBox {
        let scale = self.stage.scale();
        // One row of boxes leaves room for larger letters.
        let alone = area.height > 0.5 * self.stage.room(&[]).height;
        let (inside, small) = (INSIDE * scale, if alone { 12.0 } else { 10.5 } * scale);
        let room = area.width - 2.0 * inside;
        let legend: Vec<Paragraph> = if card.shares.is_empty() {
            Vec::new()
        } else {
            vec![fitted(Paragraph::plain(&card.alt, small), room, 2)]
        };
        let legend_height: f64 = legend.iter().map(|p| height(p, room)).sum();
        let bar_height = if card.shares.is_empty() { 0.0 } else { BAR * scale };
        let foot = if card.shares.is_empty() { 0.0 } else { legend_height + bar_height + 0.6 * inside };
        let mut paragraphs = vec![
            fitted(Paragraph::new(vec![Run::new(&card.title, 14.0 * scale).bold()]), room, 2),
            fitted(
                Paragraph::new(vec![Run::new(&card.value, 32.0 * scale).bold()]).before(2.0 * scale),
                room,
                1,
            ),
            fitted(Paragraph::new(vec![Run::new(&card.question, small).ink(Ink::Muted)]), room, 2),
        ];
        let mut left = area.height - foot - 2.0 * inside;
        left -= paragraphs.iter().map(|p| height(p, room)).sum::<f64>();
        for line in &card.lines {
            // A line that does not fit whole is in the notes: half an interval says something else.
            let line = Paragraph::plain(line, small).before(2.0 * scale);
            if height(&line, room) > left {
                break;
            }
            left -= height(&line, room);
            paragraphs.push(line);
        }
        let bottom = area.y + area.height - inside;
        let bar = card
            .shares
            .iter()
            .map(|s| (s.tone, s.label.clone(), s.width.parse::<f64>().unwrap_or(0.0) / 100.0));
        CardBox {
            area,
            paragraphs,
            tone: card.tone,
            bar: bar.collect(),
            bar_area: Area {
                x: area.x + inside,
                y: bottom - legend_height - bar_height - 0.3 * inside,
                width: room,
                height: bar_height,
            },
            legend,
            legend_area: Area {
                x: area.x + inside,
                y: bottom - legend_height,
                width: room,
                height: legend_height,
            },
        }
    }
}

/// A card in one line, for the notes.
pub(super) fn told(card: &Card) -> String {
    let mut parts = vec![format!("{} – {} – {}", card.title, card.question, card.value)];
    parts.extend((!card.alt.is_empty()).then(|| card.alt.clone()));
    parts.extend(card.lines.iter().cloned());
    clean(&parts.join(" | "))
}
