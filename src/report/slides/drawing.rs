//! `DrawingML` (ECMA-376 part 1, 21.1): texts, shapes, pictures and tables, as a slide holds them.

use super::layout::Area;
use super::text::clean;
use crate::lang::Lang;

/// English Metric Units of a length in points.
pub(super) fn emu(points: f64) -> i64 {
    (points * 12_700.0).round() as i64
}

/// A text inside XML: forbidden characters left out, the others escaped.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\u{fffe}' | '\u{ffff}' => {}
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// Appends a text that was made for the purpose.
pub(super) fn add(out: &mut String, text: impl AsRef<str>) {
    out.push_str(text.as_ref());
}

/// A colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ink {
    /// That of the theme's texts.
    Text,
    /// The same, softer.
    Muted,
    /// A hairline.
    Hair,
    /// One of our own: red, green, blue.
    Own((u8, u8, u8)),
}

impl Ink {
    fn fill(self) -> String {
        let scheme =
            |how: &str| format!("<a:solidFill><a:schemeClr val=\"tx1\">{how}</a:schemeClr></a:solidFill>");
        match self {
            Self::Text => scheme(""),
            Self::Muted => scheme("<a:lumMod val=\"65000\"/><a:lumOff val=\"35000\"/>"),
            Self::Hair => scheme("<a:lumMod val=\"25000\"/><a:lumOff val=\"75000\"/>"),
            Self::Own((r, g, b)) => {
                format!("<a:solidFill><a:srgbClr val=\"{r:02X}{g:02X}{b:02X}\"/></a:solidFill>")
            }
        }
    }
}

/// Words of one look.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Run {
    pub text: String,
    pub bold: bool,
    /// In points; the placeholder's own otherwise.
    pub size: Option<f64>,
    pub ink: Ink,
}

impl Run {
    /// Words of a size.
    pub fn new(text: &str, size: f64) -> Self {
        Self { text: clean(text), bold: false, size: Some(size), ink: Ink::Text }
    }

    pub fn bold(mut self) -> Self {
        self.bold = true;
        self
    }

    pub fn ink(mut self, ink: Ink) -> Self {
        self.ink = ink;
        self
    }

    fn xml(&self, lang: Lang) -> String {
        let size = sized(self.size);
        let bold = if self.bold { " b=\"1\"" } else { "" };
        let fill = if self.ink == Ink::Text { String::new() } else { self.ink.fill() };
        let tag = locale(lang);
        let text = escape(&self.text);
        format!("<a:r><a:rPr lang=\"{tag}\"{size}{bold} dirty=\"0\">{fill}</a:rPr><a:t>{text}</a:t></a:r>")
    }
}

/// The attribute of a size in points; nothing where it is inherited.
pub(super) fn sized(size: Option<f64>) -> String {
    size.map_or_else(String::new, |size| format!(" sz=\"{}\"", (size * 100.0).round() as i64))
}

/// Language and country of a proofing tool.
pub(super) fn locale(lang: Lang) -> &'static str {
    pick!(lang, slides::en_gb)
}

/// What stands before a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    None,
    Dot,
    /// Numbered by the program that shows it, from this number on.
    Number(usize),
}

/// Where a paragraph stands in its box.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Align {
    /// As the placeholder has it.
    Inherited,
    Left,
    Right,
}

/// A paragraph.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Paragraph {
    pub runs: Vec<Run>,
    pub mark: Mark,
    /// Space before it, in points.
    pub before: f64,
    pub align: Align,
}

impl Paragraph {
    /// A paragraph without a mark.
    pub fn new(runs: Vec<Run>) -> Self {
        Self { runs, mark: Mark::None, before: 0.0, align: Align::Left }
    }

    /// One run of one size.
    pub fn plain(text: &str, size: f64) -> Self {
        Self::new(vec![Run::new(text, size)])
    }

    pub fn before(mut self, points: f64) -> Self {
        self.before = points;
        self
    }

    pub fn mark(mut self, mark: Mark) -> Self {
        self.mark = mark;
        self
    }

    /// Room that its mark takes, in points.
    pub fn indent(&self) -> f64 {
        let size = self.runs.first().and_then(|run| run.size).unwrap_or(12.0);
        match self.mark {
            Mark::None => 0.0,
            Mark::Dot => 1.1 * size,
            Mark::Number(_) => 1.9 * size,
        }
    }

    fn xml(&self, lang: Lang) -> String {
        let (left, before) = (emu(self.indent()), (self.before * 100.0).round() as i64);
        let indent = -left;
        let align = match self.align {
            Align::Inherited => "",
            Align::Left => " algn=\"l\"",
            Align::Right => " algn=\"r\"",
        };
        let mark = match self.mark {
            Mark::None => "<a:buNone/>".to_owned(),
            Mark::Dot => "<a:buFont typeface=\"Arial\"/><a:buChar char=\"•\"/>".to_owned(),
            Mark::Number(from) => {
                format!(
                    "<a:buFont typeface=\"+mj-lt\"/><a:buAutoNum type=\"arabicPeriod\" startAt=\"{from}\"/>"
                )
            }
        };
        let runs: String =
            self.runs.iter().filter(|run| !run.text.is_empty()).map(|run| run.xml(lang)).collect();
        // An empty line is as high as what ends it says.
        let (tag, size) = (locale(lang), sized(self.runs.first().and_then(|run| run.size)));
        format!(
            "<a:p><a:pPr marL=\"{left}\" indent=\"{indent}\"{align}><a:lnSpc><a:spcPct val=\"100000\"/></a:lnSpc><a:spcBef><a:spcPts val=\"{before}\"/></a:spcBef><a:spcAft><a:spcPts val=\"0\"/></a:spcAft>{mark}</a:pPr>{runs}<a:endParaRPr lang=\"{tag}\"{size}/></a:p>"
        )
    }
}

/// Paragraphs of a shape or a cell; Office wants one at least.
pub(super) fn paragraphs(paragraphs: &[Paragraph], lang: Lang) -> String {
    if paragraphs.is_empty() {
        return format!("<a:p><a:endParaRPr lang=\"{}\"/></a:p>", locale(lang));
    }
    paragraphs.iter().map(|p| p.xml(lang)).collect()
}

/// Where a shape stands.
pub(super) fn frame(tag: &str, area: Area) -> String {
    let (x, y, width, height) = (emu(area.x), emu(area.y), emu(area.width), emu(area.height));
    format!("<{tag}><a:off x=\"{x}\" y=\"{y}\"/><a:ext cx=\"{width}\" cy=\"{height}\"/></{tag}>")
}

/// What a shape is: its number on the slide, the name that people see in the list of shapes, its text alternative.
#[derive(Debug, Clone, Copy)]
pub(super) struct Named<'a> {
    pub id: usize,
    pub name: &'a str,
    pub alt: &'a str,
}

impl Named<'_> {
    /// The element that says it.
    pub fn xml(&self) -> String {
        let alt = clean(self.alt);
        let alt = if alt.is_empty() { String::new() } else { format!(" descr=\"{}\"", escape(&alt)) };
        format!("<p:cNvPr id=\"{}\" name=\"{}\"{alt}/>", self.id, escape(&clean(self.name)))
    }
}

/// The placeholder that a shape fills: kind and number.
pub(super) fn placeholder(placeholder: Option<&(String, Option<String>)>) -> String {
    let Some((kind, index)) = placeholder else { return "<p:nvPr/>".to_owned() };
    let kind = if kind.is_empty() { String::new() } else { format!(" type=\"{}\"", escape(kind)) };
    let index = index.as_ref().map_or_else(String::new, |index| format!(" idx=\"{}\"", escape(index)));
    format!("<p:nvPr><p:ph{kind}{index}/></p:nvPr>")
}

/// A text box of our own, or a bar: filled or not, with an outline or not.
pub(super) struct Shape<'a> {
    pub named: Named<'a>,
    pub area: Area,
    pub fill: Option<Ink>,
    pub outline: Option<(Ink, f64)>,
    /// Space between the edge and the text, in points.
    pub margin: f64,
    /// `t`, `ctr`, `b`.
    pub anchor: &'static str,
    pub paragraphs: &'a [Paragraph],
}

impl Shape<'_> {
    /// The shape as XML.
    pub fn xml(&self, lang: Lang) -> String {
        let named = self.named.xml();
        let frame = frame("a:xfrm", self.area);
        let fill = self.fill.map_or_else(|| "<a:noFill/>".to_owned(), Ink::fill);
        let outline = match self.outline {
            Some((ink, width)) => format!("<a:ln w=\"{}\">{}</a:ln>", emu(width), ink.fill()),
            None => "<a:ln><a:noFill/></a:ln>".to_owned(),
        };
        let (margin, anchor) = (emu(self.margin), self.anchor);
        let text_box = if self.paragraphs.is_empty() { "" } else { " txBox=\"1\"" };
        let text = paragraphs(self.paragraphs, lang);
        format!(
            "<p:sp><p:nvSpPr>{named}<p:cNvSpPr{text_box}/><p:nvPr/></p:nvSpPr><p:spPr>{frame}<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>{fill}{outline}</p:spPr><p:txBody><a:bodyPr wrap=\"square\" lIns=\"{margin}\" tIns=\"{margin}\" rIns=\"{margin}\" bIns=\"{margin}\" rtlCol=\"0\" anchor=\"{anchor}\"><a:normAutofit/></a:bodyPr><a:lstStyle/>{text}</p:txBody></p:sp>"
        )
    }
}

/// Writing in a placeholder of the layout, at its place; `area` where it stands elsewhere.
pub(super) fn placed(
    named: Named<'_>,
    slot: Option<&(String, Option<String>)>,
    area: Option<Area>,
    text: &str,
) -> String {
    let (named, slot) = (named.xml(), placeholder(slot));
    let frame = area.map_or_else(String::new, |area| frame("a:xfrm", area));
    format!(
        "<p:sp><p:nvSpPr>{named}<p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr>{slot}</p:nvSpPr><p:spPr>{frame}</p:spPr><p:txBody><a:bodyPr><a:normAutofit/></a:bodyPr><a:lstStyle/>{text}</p:txBody></p:sp>"
    )
}

/// A picture, by the name of its relationship.
pub(super) fn picture(
    named: Named<'_>,
    slot: Option<&(String, Option<String>)>,
    area: Area,
    relationship: &str,
) -> String {
    let lock = if slot.is_some() { " noGrp=\"1\"" } else { "" };
    let (named, slot, frame) = (named.xml(), placeholder(slot), frame("a:xfrm", area));
    format!(
        "<p:pic><p:nvPicPr>{named}<p:cNvPicPr><a:picLocks{lock} noChangeAspect=\"1\"/></p:cNvPicPr>{slot}</p:nvPicPr><p:blipFill><a:blip r:embed=\"{relationship}\"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>{frame}<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr></p:pic>"
    )
}

/// A cell of a table.
pub(super) struct TableCell {
    pub paragraphs: Vec<Paragraph>,
    /// Line under it.
    pub under: (Ink, f64),
}

/// A table: widths of its columns, heights of its rows, in points; the first row is its heading.
pub(super) struct TableFrame<'a> {
    pub named: Named<'a>,
    pub slot: Option<&'a (String, Option<String>)>,
    pub area: Area,
    pub columns: &'a [f64],
    pub rows: Vec<(f64, Vec<TableCell>)>,
    /// Space on the left and right of a text, then above and below, in points.
    pub margins: (f64, f64),
}

impl TableFrame<'_> {
    /// The table as XML: a style without grid or fill, so that it suits a theme of any colour.
    pub fn xml(&self, lang: Lang) -> String {
        let (named, slot, frame) = (self.named.xml(), placeholder(self.slot), frame("p:xfrm", self.area));
        let mut grid = String::new();
        for width in self.columns {
            add(&mut grid, format!("<a:gridCol w=\"{}\"/>", emu(*width)));
        }
        let mut rows = String::new();
        for (height, cells) in &self.rows {
            let cells: String = cells.iter().map(|cell| self.cell(cell, lang)).collect();
            add(&mut rows, format!("<a:tr h=\"{}\">{cells}</a:tr>", emu(*height)));
        }
        format!(
            "<p:graphicFrame><p:nvGraphicFramePr>{named}<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp=\"1\"/></p:cNvGraphicFramePr>{slot}</p:nvGraphicFramePr>{frame}<a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/table\"><a:tbl><a:tblPr firstRow=\"1\"><a:tableStyleId>{{2D5ABB26-0587-4C30-8999-92F81FD0307C}}</a:tableStyleId></a:tblPr><a:tblGrid>{grid}</a:tblGrid>{rows}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
        )
    }

    fn cell(&self, cell: &TableCell, lang: Lang) -> String {
        let text = paragraphs(&cell.paragraphs, lang);
        let (side, above) = (emu(self.margins.0), emu(self.margins.1));
        let (ink, width) = cell.under;
        let none = |edge: &str| format!("<a:{edge} w=\"0\"><a:noFill/></a:{edge}>");
        let (left, right, top) = (none("lnL"), none("lnR"), none("lnT"));
        let under = format!("<a:lnB w=\"{}\">{}</a:lnB>", emu(width), ink.fill());
        format!(
            "<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{text}</a:txBody><a:tcPr marL=\"{side}\" marR=\"{side}\" marT=\"{above}\" marB=\"{above}\" anchor=\"ctr\">{left}{right}{top}{under}<a:noFill/></a:tcPr></a:tc>"
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data_stays_text() {
        assert_eq!(escape("<b>&\"\u{0}\u{1b}\u{ffff}"), "&lt;b&gt;&amp;&quot;");
        let xml = Paragraph::plain("a\u{b}b </a:t>", 12.0).xml(Lang::Fr);
        assert!(xml.contains("<a:t>a b &lt;/a:t&gt;</a:t>") && xml.contains("lang=\"fr-FR\" sz=\"1200\""));
    }

    #[test]
    fn an_empty_line_is_no_higher_than_the_others() {
        let xml = Paragraph::plain("", 9.0).xml(Lang::Fr);
        assert!(xml.ends_with("</a:pPr><a:endParaRPr lang=\"fr-FR\" sz=\"900\"/></a:p>"), "{xml}");
    }

    #[test]
    fn a_numbered_paragraph_goes_on_where_the_slide_before_stopped() {
        let xml = Paragraph::plain("x", 10.0).mark(Mark::Number(6)).xml(Lang::En);
        assert!(xml.contains("startAt=\"6\"") && xml.contains("marL=\"241300\" indent=\"-241300\""), "{xml}");
    }
}
