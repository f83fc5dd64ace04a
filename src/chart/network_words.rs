//! The sentences of the network of themes.

use super::network_graph::{Judged, LEAST, LIFT, ThemeLink};
use super::style::{CHANCE, counted};
use crate::lang::Lang;

/// Title.
pub fn title(lang: Lang) -> String {
    pick!(lang, chart::themes_that_go_together).to_owned()
}

/// What a colour and its sign mean.
pub fn legend(judged: Judged, lang: Lang) -> &'static str {
    match judged {
        Judged::Badly => pick!(lang, chart::mostly_displeased),
        Judged::Divided => pick!(lang, chart::divided_or_neutral),
        Judged::Well => pick!(lang, chart::mostly_pleased),
    }
}

/// How many times more often than by chance: `× 2,4`.
pub fn times(lift: f64, lang: Lang) -> String {
    format!("×\u{a0}{}", lang.number(lift, 1))
}

/// The surest links, each with the names of its themes between quotation marks.
pub fn caption(links: &[([String; 2], &ThemeLink)], lang: Lang) -> String {
    let said: Vec<String> = links
        .iter()
        .take(3)
        .map(|([a, b], link)| {
            let n = counted(link.n, pick!(lang, chart::comment), pick!(lang, chart::comments), lang);
            let lift = lang.number(link.lift, 1);
            pick!(lang, chart::and_times_as_often_as_by_chance(a, b, n, lift))
        })
        .collect();
    let list = said.join(lang.pick(" ; ", "; "));
    pick!(lang, chart::the_themes_that_most_clearly_come_in_the(list))
}

/// What the figure rests on: `alone` themes have no link, `more` links are beyond those drawn.
pub fn note(base: u64, alone: usize, more: usize, lang: Lang) -> String {
    let (base, least) = (lang.count(base), lang.count(LEAST));
    let (lift, chance) = (lang.number(LIFT, 1), lang.number(CHANCE, 2));
    let alone = match alone {
        0 => String::new(),
        1 => pick!(lang, chart::theme_without_a_link_not_shown).to_owned(),
        _ => pick!(lang, chart::themes_without_a_link_not_shown(lang.count(alone as u64))),
    };
    let more = match more {
        0 => String::new(),
        1 => pick!(lang, chart::link_less_sure_not_shown).to_owned(),
        _ => pick!(lang, chart::links_less_sure_not_shown(lang.count(more as u64))),
    };
    pick!(lang, chart::base_comments_a_line_joins_two_themes_that(base, least, lift, chance, alone, more))
}
