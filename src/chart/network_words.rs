//! The sentences of the network of themes.

use super::network_graph::{CHANCE, Judged, LEAST, LIFT, ThemeLink};
use super::style::counted;
use crate::lang::Lang;

/// Title.
pub fn title(lang: Lang) -> String {
    lang.pick("Les thèmes qui vont ensemble", "Themes that go together").to_owned()
}

/// What a colour and its sign mean.
pub fn legend(judged: Judged, lang: Lang) -> &'static str {
    match judged {
        Judged::Badly => lang.pick("surtout des mécontents", "mostly displeased"),
        Judged::Divided => lang.pick("partagés ou neutres", "divided or neutral"),
        Judged::Well => lang.pick("surtout des contents", "mostly pleased"),
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
            let n =
                counted(link.n, lang.pick("verbatim", "comment"), lang.pick("verbatims", "comments"), lang);
            let lift = lang.number(link.lift, 1);
            match lang {
                Lang::Fr => format!("{a} et {b} ({n}, {lift} fois plus souvent que par hasard)"),
                Lang::En => format!("{a} and {b} ({n}, {lift} times as often as by chance)"),
            }
        })
        .collect();
    let list = said.join(lang.pick(" ; ", "; "));
    match lang {
        Lang::Fr => format!("Les thèmes qui reviennent le plus nettement dans les mêmes verbatims : {list}."),
        Lang::En => format!("The themes that most clearly come in the same comments: {list}."),
    }
}

/// What the figure rests on: `alone` themes have no link, `more` links are beyond those drawn.
pub fn note(base: u64, alone: usize, more: usize, lang: Lang) -> String {
    let (base, least) = (lang.count(base), lang.count(LEAST));
    let (lift, chance) = (lang.number(LIFT, 1), lang.number(CHANCE, 2));
    let (few, rest) = (lang.count(alone as u64), lang.count(more as u64));
    let alone = match (alone, lang) {
        (0, _) => String::new(),
        (1, Lang::Fr) => " 1 thème sans lien établi n’est pas montré.".to_owned(),
        (1, Lang::En) => " 1 theme without an established link is not shown.".to_owned(),
        (_, Lang::Fr) => format!(" {few} thèmes sans lien établi ne sont pas montrés."),
        (_, Lang::En) => format!(" {few} themes without an established link are not shown."),
    };
    let more = match (more, lang) {
        (0, _) => String::new(),
        (1, Lang::Fr) => " 1 lien moins sûr n’est pas montré.".to_owned(),
        (1, Lang::En) => " 1 link that is less sure is not shown.".to_owned(),
        (_, Lang::Fr) => format!(" {rest} liens moins sûrs ne sont pas montrés."),
        (_, Lang::En) => format!(" {rest} links that are less sure are not shown."),
    };
    match lang {
        Lang::Fr => format!(
            "Base : {base} verbatims. Un trait joint deux thèmes que {least} verbatims au moins citent ensemble, au moins \
             {lift} fois plus souvent que par hasard (q\u{a0}<\u{a0}{chance}) ; plus il est épais, plus c’est fréquent (×). \
             La surface d’un disque est proportionnelle au nombre de verbatims (n) ; sa couleur et son signe disent ce qu’en pense plus de la moitié \
             d’entre eux.{alone}{more}"
        ),
        Lang::En => format!(
            "Base: {base} comments. A line joins two themes that at least {least} comments mention together, at least {lift} \
             times as often as by chance (q\u{a0}<\u{a0}{chance}); the thicker, the more often (×). The surface of a disc is \
             proportional to the number of comments (n); its colour and its sign tell how more than half of them judge the theme.{alone}{more}"
        ),
    }
}
