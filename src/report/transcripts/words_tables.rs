//! The words of the calls as tables: keywords and themes by role, sides, pairs, what rises.

use super::rows::TermRow;
use super::view::View;
use crate::report::document::{Block, Column, Row, Table};
use crate::report::findings::SIGNIFICANT;
use crate::transcript::{ContrastBy, Pair, SpeakerRole, SpokenContrast, SpokenKind};

/// Rows of a table.
const LISTED: usize = 25;
/// Rows of a side.
const SIDE: usize = 10;

/// Recurring keywords and themes, by role.
pub(super) fn keywords(view: &View<'_>) -> Vec<Block> {
    let words = view.words;
    let mut out = Vec::new();
    for role in [SpeakerRole::Client, SpeakerRole::Agent, SpeakerRole::Other, SpeakerRole::Unknown] {
        let rows: Vec<&TermRow> =
            view.calls.terms.iter().filter(|term| term.role == Some(role)).take(LISTED).collect();
        let Some(first) = rows.first() else { continue };
        let base = view.calls(first.base);
        let who = of(view, role);
        let caption = words.say(
            format!("Mots récurrents {who} – part des appels où le mot est dit, base de {base}"),
            format!("Recurring words {who} – share of calls in which the word is said, base of {base}"),
        );
        let columns = vec![
            Column::text(words.pick("Mot-clé", "Keyword")),
            Column::text(words.pick("Nature", "Kind")),
            Column::number(words.pick("Appels", "Calls")),
            Column::number(words.pick("Part", "Share")),
            Column::number(words.pick("Tours", "Turns")),
        ];
        let row = |term: &&TermRow| Row {
            cells: vec![
                term.label.clone().into(),
                view.kind(term.kind).to_owned().into(),
                view.lang().count(term.n).into(),
                view.percent(term.share).into(),
                view.lang().count(term.turns).into(),
            ],
            total: false,
        };
        out.push(Block::Table(Table::new(words, caption, columns, rows.iter().map(row).collect())));
    }
    out
}

/// Themes: client and agent side by side.
pub(super) fn themes(view: &View<'_>) -> Vec<Block> {
    let words = view.words;
    let client: Vec<_> = view.calls.themes.iter().filter(|theme| theme.role == SpeakerRole::Client).collect();
    let role = if client.is_empty() { SpeakerRole::Unknown } else { SpeakerRole::Client };
    let rows: Vec<_> = view.calls.themes.iter().filter(|theme| theme.role == role).collect();
    let Some(first) = rows.first() else { return Vec::new() };
    let base = view.calls(first.base);
    let who = of(view, role);
    let caption = words.say(
        format!("Thèmes {who} – part des appels, base de {base}"),
        format!("Themes {who} – share of calls, base of {base}"),
    );
    let columns = vec![
        Column::text(words.pick("Thème", "Theme")),
        Column::number(words.pick("Appels", "Calls")),
        Column::number(words.pick("Part", "Share")),
    ];
    let row = |theme: &&super::rows::CallThemeRow| Row {
        cells: vec![
            theme.label.clone().into(),
            view.lang().count(theme.n).into(),
            view.percent(theme.share).into(),
        ],
        total: false,
    };
    vec![Block::Table(Table::new(words, caption, columns, rows.iter().map(row).collect()))]
}

fn of(view: &View<'_>, role: SpeakerRole) -> &'static str {
    let words = view.words;
    match role {
        SpeakerRole::Client => words.pick("du client", "of the customer"),
        SpeakerRole::Agent => words.pick("de l’agent", "of the agent"),
        SpeakerRole::Other => words.pick("des autres voix", "of other voices"),
        SpeakerRole::Unknown => words.pick("de l’appel", "of the call"),
    }
}

/// What one side says more than the other.
pub(super) fn contrasts(view: &View<'_>) -> Vec<Block> {
    let words = view.words;
    let mut out = Vec::new();
    let mut done: Vec<(ContrastBy, Option<SpeakerRole>)> = Vec::new();
    for row in &view.calls.contrasts {
        let key = (row.by, row.role);
        if done.contains(&key) {
            continue;
        }
        done.push(key);
        let all: Vec<&SpokenContrast> =
            view.calls.contrasts.iter().filter(|other| (other.by, other.role) == key).collect();
        let mut groups: Vec<&str> = all.iter().map(|row| row.group.as_str()).collect();
        groups.sort_unstable();
        groups.dedup();
        for group in groups {
            let rows: Vec<&SpokenContrast> = all
                .iter()
                .copied()
                .filter(|row| row.group == group && row.q < SIGNIFICANT)
                .take(SIDE)
                .collect();
            out.extend(side(view, &rows).map(Block::Table));
        }
    }
    if out.is_empty() && !view.calls.contrasts.is_empty() {
        out.push(Block::Text {
            text: words.say(
                "Aucun mot ne distingue sûrement un côté de l’autre (q sous 0,05) : il faut plus d’appels.",
                "No word surely sets one side apart from the other (q under 0.05): more calls are needed.",
            ),
        });
    }
    out
}

fn side(view: &View<'_>, rows: &[&SpokenContrast]) -> Option<Table> {
    let words = view.words;
    let first = rows.first()?;
    let (this, other) = sides(view, first);
    let (n, m) = (view.lang().count(first.base_in), view.lang().count(first.base_out));
    let what = said_more(view, first);
    let caption = words.say(
        format!("{what} – part des appels, bases de {n} et {m}"),
        format!("{what} – share of calls, bases of {n} and {m}"),
    );
    let columns = vec![
        Column::text(words.pick("Mot-clé", "Keyword")),
        Column::text(words.pick("Nature", "Kind")),
        Column::number(this),
        Column::number(other),
        Column::number("G²"),
        Column::number("q"),
    ];
    let row = |row: &&SpokenContrast| Row {
        cells: vec![
            row.label.clone().into(),
            view.kind(row.kind).to_owned().into(),
            view.percent(row.n_in as f64 / row.base_in.max(1) as f64).into(),
            view.percent(row.n_out as f64 / row.base_out.max(1) as f64).into(),
            view.lang().number(row.log_likelihood, 1).into(),
            view.lang().probability(row.q).into(),
        ],
        total: false,
    };
    Some(Table::new(words, caption, columns, rows.iter().map(row).collect()))
}

/// Who says more, and when.
fn said_more(view: &View<'_>, row: &SpokenContrast) -> String {
    let words = view.words;
    if row.by == ContrastBy::Role {
        return match row.group.as_str() {
            "client" => words
                .pick("Ce que le client dit plus que l’agent", "What the customer says more than the agent"),
            _ => words
                .pick("Ce que l’agent dit plus que le client", "What the agent says more than the customer"),
        }
        .to_owned();
    }
    let who = match row.role {
        Some(SpeakerRole::Client) => words.pick("le client", "the customer"),
        _ => words.pick("l’agent", "the agent"),
    };
    let when = match row.group.as_str() {
        "low" => words.pick("quand la note est basse", "when the score is low"),
        "high" => words.pick("quand la note est haute", "when the score is high"),
        "unresolved" => words.pick("quand la demande n’est pas résolue", "when the matter is not settled"),
        "resolved" => words.pick("quand la demande est résolue", "when the matter is settled"),
        "short" => words.pick("dans les appels courts", "in short calls"),
        _ => words.pick("dans les appels longs", "in long calls"),
    };
    words.pick(format!("Ce que {who} dit davantage {when}"), format!("What {who} says more {when}"))
}

/// The side of a row and the other one.
pub(super) fn sides(view: &View<'_>, row: &SpokenContrast) -> (&'static str, &'static str) {
    let names = |first: (&str, &'static str, &'static str), second: (&'static str, &'static str)| {
        let one = view.words.pick(first.1, first.2);
        let two = view.words.pick(second.0, second.1);
        if row.group == first.0 { (one, two) } else { (two, one) }
    };
    match row.by {
        ContrastBy::Role => names(("client", "client", "customer"), ("agent", "agent")),
        ContrastBy::Score => names(("low", "note basse", "low score"), ("note haute", "high score")),
        ContrastBy::Resolved => names(("unresolved", "non résolu", "unresolved"), ("résolu", "resolved")),
        ContrastBy::Duration => names(("short", "appel court", "short call"), ("appel long", "long call")),
    }
}

/// What the agent says after what the client says.
pub(super) fn pairs(view: &View<'_>) -> Vec<Block> {
    let words = view.words;
    let pairs = &view.calls.pairs;
    // A word beside its own theme would tell the same exchanges twice.
    let alike =
        |pair: &&Pair| (pair.client_kind == SpokenKind::Theme) == (pair.agent_kind == SpokenKind::Theme);
    let shown: Vec<&Pair> =
        pairs.rows.iter().filter(alike).filter(|pair| pair.q < SIGNIFICANT).take(SIDE + SIDE / 2).collect();
    if shown.is_empty() {
        return Vec::new();
    }
    let columns = vec![
        Column::text(words.pick("Le client dit", "The customer says")),
        Column::text(words.pick("L’agent répond", "The agent answers")),
        Column::number(words.pick("Appels", "Calls")),
        Column::number(words.pick("Échanges", "Exchanges")),
        Column::number(words.pick("Rapport (lift)", "Lift")),
        Column::number(words.pick("Borne basse", "Lower bound")),
        Column::number("q"),
        Column::text(words.pick("Exemple", "Example")),
    ];
    let row = |pair: &&Pair| Row {
        cells: vec![
            pair.client.clone().into(),
            pair.agent.clone().into(),
            view.lang().count(pair.calls).into(),
            view.lang().count(pair.exchanges).into(),
            format!("×\u{a0}{}", view.lang().number(pair.lift, 1)).into(),
            format!("×\u{a0}{}", view.lang().number(pair.lift_low, 1)).into(),
            view.lang().probability(pair.q).into(),
            words
                .say(
                    format!("{}, tour {}", pair.example.call, pair.example.turn),
                    format!("{}, turn {}", pair.example.call, pair.example.turn),
                )
                .into(),
        ],
        total: false,
    };
    let (exchanges, echoes) = (view.lang().count(pairs.exchanges), view.lang().count(pairs.echoes));
    let caption = words.say(
        format!(
            "Ce que l’agent répond à ce que dit le client – {exchanges} échanges dans {}",
            view.calls(pairs.calls)
        ),
        format!(
            "What the agent answers to what the customer says – {exchanges} exchanges in {}",
            view.calls(pairs.calls)
        ),
    );
    let note = words.say(
        format!("Lift : combien de fois plus souvent l’agent le dit juste après ce mot qu’après un tour quelconque du client. Les paires sont classées par la borne basse de l’intervalle à 95 % (unilatéral), les appels étant l’unité ; une paire ne franchit jamais un appel. Échos du même mot laissés de côté : {echoes}."),
        format!("Lift: how many times more often the agent says it right after that word than after any turn of the customer. Pairs are ranked by the lower bound of the 95% interval (one-sided), calls being the unit; no pair crosses a call. Echoes of one word left out: {echoes}."),
    );
    vec![Block::Table(Table::new(words, caption, columns, shown.iter().map(row).collect()).noted([note]))]
}

/// Terms said near each other.
pub(super) fn cooccurrences(view: &View<'_>) -> Vec<Block> {
    let words = view.words;
    let found = &view.calls.cooccurrences;
    if found.rows.is_empty() {
        return Vec::new();
    }
    let columns = vec![
        Column::text(words.pick("Mot", "Word")),
        Column::text(words.pick("Avec", "With")),
        Column::number(words.pick("Appels", "Calls")),
        Column::number("G²"),
        Column::number(words.pick("Lift", "Lift")),
    ];
    let row = |pair: &crate::transcript::Cooccurrence| Row {
        cells: vec![
            pair.a.clone().into(),
            pair.b.clone().into(),
            view.lang().count(pair.calls).into(),
            view.lang().number(pair.log_likelihood, 1).into(),
            format!("×\u{a0}{}", view.lang().number(pair.lift, 1)).into(),
        ],
        total: false,
    };
    let caption = words.say(
        format!("Mots dits ensemble, à dix mots pleins au plus – {}", view.calls(found.calls)),
        format!("Words said together, at most ten content words apart – {}", view.calls(found.calls)),
    );
    let rows = found.rows.iter().take(SIDE + SIDE / 2).map(row).collect();
    vec![Block::Fold {
        summary: words.pick("Mots dits ensemble", "Words said together").to_owned(),
        blocks: vec![Block::Table(Table::new(words, caption, columns, rows))],
    }]
}
