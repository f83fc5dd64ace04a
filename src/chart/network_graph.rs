//! What a network of themes shows: the links that hold, and the themes that have one.

use super::style::{BAD, CHANCE, Color, GOOD, MUTED};

/// Links drawn, the surest.
const LINKS: usize = 20;
/// Verbatims that must mention both themes of a link.
pub const LEAST: u64 = 10;
/// A link is drawn where both themes meet so many times more often than by chance.
pub const LIFT: f64 = 1.2;

/// A theme.
#[derive(Debug, Clone, PartialEq)]
pub struct ThemeNode {
    /// Name shown.
    pub label: String,
    /// Verbatims that mention it.
    pub n: u64,
    /// Share of them that are pleased with it, 0…1.
    pub positive: f64,
    /// Share that is displeased with it.
    pub negative: f64,
}

/// Two themes that are mentioned together.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ThemeLink {
    /// Their places among the themes given.
    pub ends: [usize; 2],
    /// Verbatims that mention both.
    pub n: u64,
    /// How many times more often than by chance.
    pub lift: f64,
    /// Log-likelihood G², which ranks.
    pub log_likelihood: f64,
    /// Its q-value.
    pub q: f64,
}

impl ThemeLink {
    fn is_drawn(&self, nodes: usize) -> bool {
        let sound = self.lift.is_finite() && self.log_likelihood.is_finite();
        let known = self.ends[0] != self.ends[1] && self.ends.iter().all(|end| *end < nodes);
        sound && known && self.n >= LEAST && self.lift >= LIFT && self.q < CHANCE
    }
}

/// How a theme is judged by most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Judged {
    /// More than half of the mentions are displeased.
    Badly,
    /// Neither side has more than half.
    Divided,
    /// More than half are pleased.
    Well,
}

impl Judged {
    /// Every judgement, in the order of the legend.
    pub const ALL: [Self; 3] = [Self::Badly, Self::Divided, Self::Well];

    /// What most say of a theme.
    pub fn of(node: &ThemeNode) -> Self {
        if node.negative > 0.5 {
            Self::Badly
        } else if node.positive > 0.5 {
            Self::Well
        } else {
            Self::Divided
        }
    }

    /// Colour of its disc.
    pub fn color(self) -> Color {
        match self {
            Self::Badly => BAD,
            Self::Divided => MUTED,
            Self::Well => GOOD,
        }
    }
}

/// The themes that have a link, most often mentioned first, and their links, surest first.
pub struct Graph<'d> {
    /// Themes.
    pub nodes: Vec<&'d ThemeNode>,
    /// Links between them, their ends being places among `nodes`.
    pub links: Vec<ThemeLink>,
    /// Links that hold, those beyond the first included.
    pub found: usize,
    /// Themes without a link that holds.
    pub alone: usize,
}

impl<'d> Graph<'d> {
    /// Of some themes and links, those to draw.
    pub fn new(themes: &'d [ThemeNode], links: &[ThemeLink]) -> Self {
        let mut links: Vec<ThemeLink> =
            links.iter().copied().filter(|link| link.is_drawn(themes.len())).collect();
        links.sort_by(|a, b| b.log_likelihood.total_cmp(&a.log_likelihood).then_with(|| a.ends.cmp(&b.ends)));
        let found = links.len();
        let linked = |at: &usize, links: &[ThemeLink]| links.iter().any(|link| link.ends.contains(at));
        let alone = (0..themes.len()).filter(|at| !linked(at, &links)).count();
        links.truncate(LINKS);
        let mut order: Vec<usize> = (0..themes.len()).filter(|at| linked(at, &links)).collect();
        order.sort_by(|a, b| {
            themes[*b].n.cmp(&themes[*a].n).then_with(|| themes[*a].label.cmp(&themes[*b].label))
        });
        let place = |at: usize| order.iter().position(|node| *node == at);
        let links = links
            .into_iter()
            .filter_map(|link| Some(ThemeLink { ends: [place(link.ends[0])?, place(link.ends[1])?], ..link }))
            .collect();
        Self { nodes: order.iter().map(|at| &themes[*at]).collect(), links, found, alone }
    }
}
