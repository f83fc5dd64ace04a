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
        let caption = say!(words, calls_report::recurring_words_share_of_calls_in_which_the(who, base));
        let columns = vec![
            Column::text(pick!(words, calls_report::keyword)),
            Column::text(pick!(words, calls_report::kind)),
            Column::number(pick!(words, calls_report::calls)),
            Column::number(pick!(words, calls_report::share)),
            Column::number(pick!(words, calls_report::turns)),
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
    let caption = say!(words, calls_report::themes_share_of_calls_base_of(who, base));
    let columns = vec![
        Column::text(pick!(words, calls_report::theme_in_words_tables)),
        Column::number(pick!(words, calls_report::calls)),
        Column::number(pick!(words, calls_report::share)),
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
        SpeakerRole::Client => pick!(words, calls_report::of_the_customer),
        SpeakerRole::Agent => pick!(words, calls_report::of_the_agent),
        SpeakerRole::Other => pick!(words, calls_report::of_other_voices),
        SpeakerRole::Unknown => pick!(words, calls_report::of_the_call),
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
        out.push(Block::Text { text: say!(words, calls_report::no_word_surely_sets_one_side_apart_from) });
    }
    out
}

fn side(view: &View<'_>, rows: &[&SpokenContrast]) -> Option<Table> {
    let words = view.words;
    let first = rows.first()?;
    let (this, other) = sides(view, first);
    let (n, m) = (view.lang().count(first.base_in), view.lang().count(first.base_out));
    let what = said_more(view, first);
    let caption = say!(words, calls_report::share_of_calls_bases_of_and(what, n, m));
    let columns = vec![
        Column::text(pick!(words, calls_report::keyword)),
        Column::text(pick!(words, calls_report::kind)),
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
            "client" => pick!(words, calls_report::what_the_customer_says_more_than_the_agent),
            _ => pick!(words, calls_report::what_the_agent_says_more_than_the_customer),
        }
        .to_owned();
    }
    let who = match row.role {
        Some(SpeakerRole::Client) => pick!(words, calls_report::the_customer),
        _ => pick!(words, calls_report::the_agent),
    };
    let when = match row.group.as_str() {
        "low" => pick!(words, calls_report::when_the_score_is_low),
        "high" => pick!(words, calls_report::when_the_score_is_high),
        "unresolved" => pick!(words, calls_report::when_the_matter_is_not_settled),
        "resolved" => pick!(words, calls_report::when_the_matter_is_settled),
        "short" => pick!(words, calls_report::in_short_calls),
        _ => pick!(words, calls_report::in_long_calls),
    };
    pick!(words, calls_report::what_says_more(who, when))
}

/// The side of a row and the other one.
pub(super) fn sides(view: &View<'_>, row: &SpokenContrast) -> (&'static str, &'static str) {
    let (words, lang) = (view.words, view.lang());
    let (group, one, two) = match row.by {
        ContrastBy::Role => ("client", SpeakerRole::Client.name(lang), SpeakerRole::Agent.name(lang)),
        ContrastBy::Score => ("low", pick!(words, calls::low_score), pick!(words, calls_report::high_score)),
        ContrastBy::Resolved => {
            ("unresolved", pick!(words, calls_report::unresolved), pick!(words, calls_report::resolved))
        }
        ContrastBy::Duration => {
            ("short", pick!(words, calls_report::short_call), pick!(words, calls::long_call))
        }
    };
    if row.group == group { (one, two) } else { (two, one) }
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
        Column::text(pick!(words, calls_report::the_customer_says)),
        Column::text(pick!(words, calls_report::the_agent_answers)),
        Column::number(pick!(words, calls_report::calls)),
        Column::number(pick!(words, calls_report::exchanges)),
        Column::number(pick!(words, calls_report::lift)),
        Column::number(pick!(words, calls_report::lower_bound)),
        Column::number("q"),
        Column::text(pick!(words, calls_report::example)),
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
            say!(words, calls_report::turn_in_words_tables(pair.example.call, pair.example.turn)).into(),
        ],
        total: false,
    };
    let (exchanges, echoes) = (view.lang().count(pairs.exchanges), view.lang().count(pairs.echoes));
    let caption = say!(
        words,
        calls_report::what_the_agent_answers_to_what_the_customer(exchanges, view.calls(pairs.calls))
    );
    let note = say!(words, calls_report::lift_how_many_times_more_often_the_agent(echoes));
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
        Column::text(pick!(words, calls_report::word_in_words_tables)),
        Column::text(pick!(words, calls_report::with)),
        Column::number(pick!(words, calls_report::calls)),
        Column::number("G²"),
        Column::number(pick!(words, calls_report::lift_in_words_tables)),
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
    let caption =
        say!(words, calls_report::words_said_together_at_most_ten_content_words(view.calls(found.calls)));
    let rows = found.rows.iter().take(SIDE + SIDE / 2).map(row).collect();
    vec![Block::Fold {
        summary: pick!(words, calls_report::words_said_together).to_owned(),
        blocks: vec![Block::Table(Table::new(words, caption, columns, rows))],
    }]
}
