//! Numbers said as words: “zéro six trente-neuf”, digit by digit or in pairs, alone or among written digits.

use std::ops::Range;

use super::Identifier;
use super::checksum::luhn;
use super::spoken::Tokens;

/// Fewest numbers in a row that no count, date or amount has.
const ROW: usize = 4;
/// Fewest digits of a number that is somebody's, when it is not announced.
const LONG: usize = 8;

/// A number: its tokens, and its digits as they are written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Numeral {
    /// Its tokens.
    pub(super) tokens: Range<usize>,
    /// `98` for “quatre-vingt-dix-huit”.
    pub(super) digits: String,
    /// Whether it is said in words.
    pub(super) worded: bool,
    /// `un`, `une`: also an article.
    pub(super) article: bool,
}

/// What counts after a number: it is then an amount, a time, a measure.
const UNITS: &[&str] = &[
    "an",
    "annee",
    "annees",
    "ans",
    "balles",
    "centimes",
    "centimetres",
    "cm",
    "clients",
    "degres",
    "dollars",
    "euro",
    "euros",
    "eur",
    "fois",
    "giga",
    "gigas",
    "go",
    "grammes",
    "h",
    "heure",
    "heures",
    "jour",
    "jours",
    "kg",
    "kilo",
    "kilometres",
    "kilos",
    "km",
    "kw",
    "litres",
    "m",
    "mega",
    "megas",
    "metres",
    "milliard",
    "milliards",
    "million",
    "millions",
    "min",
    "minute",
    "minutes",
    "mois",
    "mo",
    "personnes",
    "pieces",
    "points",
    "pourcent",
    "pourcents",
    "seconde",
    "secondes",
    "semaine",
    "semaines",
    "tonnes",
    "virgule",
    "janvier",
    "fevrier",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "aout",
    "septembre",
    "octobre",
    "novembre",
    "decembre",
];
/// Words that people say between two numbers without ending what they dictate.
const FILLERS: &[&str] =
    &["alors", "donc", "et", "euh", "heu", "hum", "puis", "slash", "tiret", "oui", "voila"];
/// What a number is of, when somebody is about to say one.
const ANNOUNCES: &[&str] = &[
    "carte",
    "client",
    "code",
    "commande",
    "compte",
    "contrat",
    "dossier",
    "facture",
    "fixe",
    "identifiant",
    "pin",
    "passe",
    "confidentiel",
    "secret",
    "joindre",
    "matricule",
    "mobile",
    "numero",
    "police",
    "portable",
    "rappeler",
    "reference",
    "sinistre",
    "siret",
    "telephone",
    "adherent",
    "abonne",
    "iban",
];

/// The numbers of a text, in its order.
pub(super) fn numerals(tokens: &Tokens) -> Vec<Numeral> {
    let mut found = Vec::new();
    let mut i = 0;
    while i < tokens.len() {
        let word = tokens.word(i);
        if word.bytes().all(|byte| byte.is_ascii_digit()) {
            let digits = word.to_owned();
            found.push(Numeral { tokens: i..i + 1, digits, worded: false, article: false });
            i += 1;
        } else if let Some((value, end)) = cardinal(tokens, i) {
            let article = end == i + 1 && matches!(word, "un" | "une");
            found.push(Numeral { tokens: i..end, digits: value.to_string(), worded: true, article });
            i = end;
        } else {
            i += 1;
        }
    }
    found
}

/// Tokens of the numbers that are somebody's, and what they are: four in a row or more, or eight digits, whatever
/// stands for them; fewer where they are announced or begin as a telephone number does. Amounts, dates, durations and
/// whole numbers stay.
pub(super) fn find(tokens: &Tokens) -> Vec<(Range<usize>, Identifier)> {
    let numerals = numerals(tokens);
    let mut found = Vec::new();
    let mut first = 0;
    while first < numerals.len() {
        let mut last = first;
        while numerals
            .get(last + 1)
            .is_some_and(|next| goes_on(tokens, numerals[last].tokens.end, next.tokens.start))
        {
            last += 1;
        }
        if let Some(kind) = kind(tokens, trimmed(tokens, &numerals[first..=last])) {
            let run = trimmed(tokens, &numerals[first..=last]);
            if let (Some(from), Some(to)) = (run.first(), run.last()) {
                found.push((from.tokens.start..to.tokens.end, kind));
            }
        }
        first = last + 1;
    }
    found
}

/// A run without the number that a unit follows, and without the articles around it.
fn trimmed<'n>(tokens: &Tokens, run: &'n [Numeral]) -> &'n [Numeral] {
    let mut run = run;
    let digits = |run: &[Numeral]| run.iter().map(|n| n.digits.len()).sum::<usize>();
    if let Some((last, before)) = run.split_last() {
        let after = last.tokens.end;
        let percent = tokens.word(after) == "pour" && tokens.word(after + 1) == "cent";
        let unit = percent || (after < tokens.len() && UNITS.contains(&tokens.word(after)));
        let sign = tokens.after(after - 1).trim_start().starts_with(['€', '%', '$', '°', ':']);
        // The last pair of a telephone number is no amount, whatever follows.
        let telephone = run[0].digits.starts_with('0') && digits(run) == 10;
        if (unit || sign) && !telephone {
            run = before;
        }
    }
    while let Some((last, before)) = run.split_last()
        && last.article
        && (digits(before) == 10 || before.is_empty())
    {
        run = before;
    }
    while let Some((first, after)) = run.split_first()
        && first.article
        && after.first().is_some_and(|next| next.digits == "0")
    {
        run = after;
    }
    run
}

/// What a run of numbers is; none when it is nobody's.
fn kind(tokens: &Tokens, run: &[Numeral]) -> Option<Identifier> {
    let first = run.first()?;
    let digits: String = run.iter().map(|numeral| numeral.digits.as_str()).collect();
    let n = digits.len();
    let words = run.iter().filter(|numeral| numeral.worded).count();
    let counted = run.iter().filter(|numeral| !numeral.article).count();
    let distinct = run.iter().any(|numeral| numeral.digits != first.digits);
    let announced = (first.tokens.start.saturating_sub(5)..first.tokens.start)
        .any(|i| ANNOUNCES.contains(&tokens.word(i)));
    let telephone = digits.starts_with('0') && !digits.starts_with("00") && run.len() >= 3;
    let years = run.iter().all(|numeral| is_year(&numeral.digits));
    let somebodys = if words == 0 {
        // What is written in digits alone is redacted as such, but when it is dictated one by one.
        run.len() >= 6 && run.iter().all(|numeral| numeral.digits.len() <= 2) && n >= LONG && telephone
    } else {
        let row = run.len() >= ROW && counted >= ROW - 1 && distinct && (announced || !counting(run));
        let long = n >= LONG && run.len() > 1;
        let said = announced && ((run.len() >= 3 && counted >= 2) || (n >= 4 && counted > 0));
        row || long || said || (telephone && counted >= 3)
    };
    if !somebodys || years {
        return None;
    }
    let abroad = digits.starts_with("33") && n == 11;
    let social = matches!(n, 13 | 15) && digits.starts_with(['1', '2']);
    Some(if abroad || (digits.starts_with('0') && (3..=12).contains(&n)) {
        Identifier::Phone
    } else if (13..=19).contains(&n) && luhn(&digits) {
        Identifier::Card
    } else if social {
        Identifier::Nir
    } else {
        Identifier::Reference
    })
}

/// `un, deux, trois, quatre`: somebody counts.
fn counting(run: &[Numeral]) -> bool {
    let value = |numeral: &Numeral| numeral.digits.parse::<u64>().unwrap_or(u64::MAX);
    let steps = run.windows(2).filter(|pair| value(&pair[0]).checked_add(1) == Some(value(&pair[1]))).count();
    // `neuf, dix, un, deux`: and begins again.
    steps + 2 >= run.len()
}

fn is_year(digits: &str) -> bool {
    digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"))
}

/// Whether two numbers are dictated together: little stands between them.
fn goes_on(tokens: &Tokens, end: usize, next: usize) -> bool {
    next - end <= 2
        && (end..next).all(|i| FILLERS.contains(&tokens.word(i)))
        && (end..=next).all(|i| {
            let gap = tokens.gap(i);
            gap.len() <= 5 && gap.chars().all(|c| c == ' ' || c == '\u{a0}' || ",.-/…'’".contains(c))
        })
}

/// The number that begins at a token, and the token after it.
fn cardinal(tokens: &Tokens, i: usize) -> Option<(u64, usize)> {
    let (mut value, mut at) = match below_thousand(tokens, i) {
        Some(found) => found,
        None if word(tokens, i, i) == Some("mille") => (1, i),
        None => return None,
    };
    if value > 0 && word(tokens, i, at) == Some("mille") {
        value *= 1000;
        at += 1;
        if let Some((rest, end)) =
            below_thousand(tokens, at).filter(|(rest, _)| *rest > 0 && linked(tokens, at))
        {
            (value, at) = (value + rest, end);
        }
    }
    Some((value, at))
}

fn below_thousand(tokens: &Tokens, i: usize) -> Option<(u64, usize)> {
    let (mut value, mut at) = match below_hundred(tokens, i) {
        Some(found) => found,
        None if is_hundred(word(tokens, i, i)) => (1, i),
        None => return None,
    };
    if (1..10).contains(&value) && is_hundred(word(tokens, i, at)) {
        value *= 100;
        at += 1;
        if let Some((rest, end)) =
            below_hundred(tokens, at).filter(|(rest, _)| *rest > 0 && linked(tokens, at))
        {
            (value, at) = (value + rest, end);
        }
    }
    Some((value, at))
}

fn is_hundred(word: Option<&str>) -> bool {
    matches!(word, Some("cent" | "cents"))
}

fn below_hundred(tokens: &Tokens, i: usize) -> Option<(u64, usize)> {
    let unit = |at: usize| word(tokens, i, at).and_then(unit);
    let teen = |at: usize| match (unit(at)?, unit(at + 1)) {
        (10, Some(rest @ 7..=9)) => Some((10 + rest, at + 2)),
        (value @ 1..=16, _) => Some((value, at + 1)),
        _ => None,
    };
    if unit(i) == Some(4) && matches!(word(tokens, i, i + 1), Some("vingt" | "vingts")) {
        let rest = teen(i + 2);
        return Some(rest.map_or((80, i + 2), |(rest, end)| (80 + rest, end)));
    }
    if let Some(tens) = word(tokens, i, i).and_then(tens) {
        let at =
            i + 1 + usize::from(word(tokens, i, i + 1) == Some("et") && matches!(unit(i + 2), Some(1 | 11)));
        let rest =
            if tens == 60 { teen(at) } else { unit(at).filter(|n| (1..10).contains(n)).map(|n| (n, at + 1)) };
        return Some(rest.map_or((tens, i + 1), |(rest, end)| (tens + rest, end)));
    }
    teen(i).or_else(|| (unit(i) == Some(0)).then_some((0, i + 1)))
}

/// A token of the number that begins at `first`: a comma ends a number.
fn word<'t>(tokens: &'t Tokens, first: usize, at: usize) -> Option<&'t str> {
    (at < tokens.len() && (at == first || linked(tokens, at))).then(|| tokens.word(at))
}

fn linked(tokens: &Tokens, at: usize) -> bool {
    at < tokens.len() && matches!(tokens.gap(at), " " | "-" | "\u{a0}" | "‑" | "- " | " - " | " -")
}

fn unit(word: &str) -> Option<u64> {
    const UNITS: [&str; 17] = [
        "zero", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze",
        "douze", "treize", "quatorze", "quinze", "seize",
    ];
    let word = if word == "une" { "un" } else { word };
    UNITS.iter().position(|unit| *unit == word).map(|value| value as u64)
}

fn tens(word: &str) -> Option<u64> {
    Some(match word {
        "vingt" | "vingts" => 20,
        "trente" => 30,
        "quarante" => 40,
        "cinquante" => 50,
        "soixante" => 60,
        "septante" => 70,
        "huitante" | "octante" => 80,
        "nonante" => 90,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<String> {
        numerals(&Tokens::of(text)).into_iter().map(|numeral| numeral.digits).collect()
    }

    fn found(text: &str) -> Vec<(&str, Identifier)> {
        let tokens = Tokens::of(text);
        find(&tokens).into_iter().map(|(run, kind)| (&text[tokens.span(&run)], kind)).collect()
    }

    #[test]
    fn numbers_are_read_as_they_are_said() {
        let cases: [(&str, &[&str]); 10] = [
            (
                "zéro six trente-neuf quatre-vingt-dix-huit douze trente-quatre",
                &["0", "6", "39", "98", "12", "34"],
            ),
            ("deux mille vingt-six", &["2026"]),
            ("mille neuf cent quatre-vingts", &["1980"]),
            ("soixante et onze, soixante-dix-neuf, quatre-vingt-un", &["71", "79", "81"]),
            ("soixante-neuf mille trois", &["69003"]),
            ("vingt et un cent deux", &["21", "102"]),
            ("septante-deux nonante", &["72", "90"]),
            ("dix-sept dix, sept", &["17", "10", "7"]),
            ("trente dix", &["30", "10"]),
            ("le 06 douze", &["06", "12"]),
        ];
        for (text, digits) in cases {
            assert_eq!(read(text), digits, "{text}");
        }
    }

    #[test]
    fn numbers_of_somebody_are_found() {
        let cases = [
            (
                "c'est le zéro six trente-neuf quatre-vingt-dix-huit douze trente-quatre voilà",
                Identifier::Phone,
            ),
            ("zéro six euh trente neuf, 98 12 34", Identifier::Phone),
            ("le 0 6 3 9 9 8 1 2 3 4 merci", Identifier::Phone),
            ("mon code confidentiel c'est un deux trois quatre", Identifier::Reference),
            ("zéro six trente-neuf quatre-vingt-dix-huit douze trente-quatre heures", Identifier::Phone),
            ("contrat numéro quatre cinq deux un", Identifier::Reference),
            ("dossier douze mille trois cent quarante", Identifier::Reference),
            ("alors sept, huit, zéro, quatre, deux, six", Identifier::Reference),
            (
                "quarante-neuf soixante-dix dix zéro zéro zéro zéro zéro zéro zéro zéro cinquante-cinq",
                Identifier::Card,
            ),
        ];
        for (text, kind) in cases {
            let found = found(text);
            assert!(found.len() == 1 && found[0].1 == kind, "{text}: {found:?}");
        }
        assert_eq!(
            found("au zéro six trente-neuf quatre-vingt-dix-huit douze trente-quatre un instant")[0].0,
            "zéro six trente-neuf quatre-vingt-dix-huit douze trente-quatre"
        );
    }

    #[test]
    fn amounts_dates_and_durations_stay() {
        for text in [
            "trente-cinq euros quatre-vingt-dix",
            "cent vingt-trois mille quatre cent cinquante-six euros",
            "le douze mars deux mille vingt-six à quatorze heures trente",
            "vingt-quatre heures sur vingt-quatre et sept jours sur sept",
            "il y a un un un un type",
            "un deux trois quatre, cinq",
            "neuf. dix. un. deux. trois",
            "entre deux mille vingt-quatre et deux mille vingt-cinq",
            "deux ou trois fois, quatre peut-être",
            "les années 2019 2020 2021 2022",
            "un contrat de deux ans à trente euros",
            "deux, trois ou dix pour cent",
            "mon contrat depuis deux mille dix-huit",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }
}
