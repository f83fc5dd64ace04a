//! What the page says of itself: its frame, its filters, the scale of its tints, the numbers behind its figures.

use super::document::Frame;
use super::filters::FilterWords;
use super::words::Words;

pub(super) fn frame(words: &Words<'_>, version: &str) -> Frame {
    Frame {
        skip: words.pick("Aller au contenu", "Skip to content"),
        contents: words.pick("Sommaire", "Contents"),
        facts: words.pick("Ce qui a été lu", "What was read"),
        figure: words.pick("Figure", "Figure"),
        slide: words.pick("Faites glisser la figure →", "Slide the figure sideways →"),
        folded: words.pick(
            "non imprimé\u{a0}; à déplier à l’écran pour l’imprimer",
            "not printed; unfold on screen to print",
        ),
        footer: words.say(format!("Rapport établi par {version}"), format!("Report made by {version}")),
    }
}

pub(super) fn filters(words: &Words<'_>) -> FilterWords {
    FilterWords {
        tables: words.pick("Filtrer les tableaux", "Filter the tables"),
        wave: words.pick("Vague", "Wave"),
        all_waves: words.pick("Toutes les vagues", "All waves"),
        segment: words.pick("Segment", "Segment"),
        all_segments: words.pick("Tous les segments", "All segments"),
        reset: words.pick("Tout afficher", "Show everything"),
        rows: words.pick("lignes retenues sur", "rows kept of"),
        row: words.pick("ligne retenue sur", "row kept of"),
        rest: words.pick(
            "Les figures, et les tableaux qui ne sont ni par vague ni par segment, restent entiers.",
            "Figures, and tables that are neither by wave nor by segment, stay whole.",
        ),
        quotes: words.pick("Chercher dans les verbatims", "Search the comments"),
        search: words.pick("Mots à chercher", "Words to look for"),
        theme: words.pick("Thème ou mot", "Theme or word"),
        all_themes: words.pick("Tous", "All"),
        group: words.pick("Réponses", "Answers"),
        all_groups: words.pick("Toutes", "All"),
        shown: words.pick("verbatims affichés sur", "comments shown of"),
        one: words.pick("verbatim affiché sur", "comment shown of"),
    }
}

/// What the value of a card rests on, where it is that of all waves together.
pub(super) fn all_waves(words: &Words<'_>, said: &str) -> String {
    words.say(format!("Toutes vagues : {said}"), format!("All waves: {said}"))
}

/// The two ends of the scale of tints.
pub(super) fn tint_ends(words: &Words<'_>) -> [&'static str; 2] {
    [words.pick("plus bas que l’ensemble", "lower than the total"), words.pick("plus haut", "higher")]
}

/// What tints and marks mean, under a table of all scores by segment.
pub(super) fn tints(words: &Words<'_>, marked: bool) -> String {
    let scale = words.say(
        "Teinte : distance à la ligne « Ensemble », en part de l’étendue de l’échelle, en trois degrés : à partir de 2,5 %, 7,5 % et 15 % (5, 15 et 30 points d’un NPS). Les bases fragiles (†) ne sont pas teintées.",
        "Tint: distance to the “Total” row, as a share of the length of the scale, in three degrees: from 2.5%, 7.5% and 15% (5, 15 and 30 points of an NPS). Fragile bases (†) are not tinted.",
    );
    let marks = marked.then(|| {
        words.say(
            " ▲ ▼ : significativement plus haut ou plus bas que les autres répondants (q < 0,05).",
            " ▲ ▼: significantly higher or lower than the other respondents (q < 0.05).",
        )
    });
    format!("{scale}{}", marks.unwrap_or_default())
}

/// The same under a table by wave, where the arrows tell of the wave before.
pub(super) fn wave_tints(words: &Words<'_>, marked: bool) -> String {
    let arrows = marked.then(|| {
        words.say(
            " ↑ ↓ : hausse ou baisse significative depuis la vague précédente (q < 0,05).",
            " ↑ ↓: significant rise or fall since the wave before (q < 0.05).",
        )
    });
    format!("{}{}", tints(words, false), arrows.unwrap_or_default())
}

/// The caption of all scores by segment.
pub(super) fn all_scores(words: &Words<'_>) -> &'static str {
    words.pick("Tous les scores par segment", "All scores by segment")
}

/// The heading over what is told of one segment column.
pub(super) fn by_column(words: &Words<'_>, column: &str) -> String {
    let quoted = words.lang.quote(column);
    words.say(format!("Par {quoted}"), format!("By {quoted}"))
}

/// The fold that holds the numbers of a figure.
pub(super) fn numbers_of(words: &Words<'_>, title: &str) -> String {
    let title = words.lang.quote(title);
    words.say(format!("Les chiffres de la figure {title}"), format!("The numbers of the figure {title}"))
}

/// `De 2025-T3 à 2025-T4 : −7,8 points, non concluant (p = 0,102)`.
pub(super) fn change(
    words: &Words<'_>,
    (from, to): (&str, &str),
    points: &str,
    reading: &str,
    evidence: &str,
) -> String {
    words.say(
        format!("De {from} à {to} : {points}, {reading} ({evidence})"),
        format!("From {from} to {to}: {points}, {reading} ({evidence})"),
    )
}

/// Whether a difference is more than chance.
pub(super) fn reading(words: &Words<'_>, significant: bool, down: bool) -> &'static str {
    match (significant, down) {
        (true, true) => words.pick("recul significatif", "significant fall"),
        (true, false) => words.pick("hausse significative", "significant rise"),
        (false, _) => words.pick("non concluant", "inconclusive"),
    }
}
