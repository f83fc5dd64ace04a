//! Where the numbers of contracts, orders, claims and customers are in a text.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::number::is_year;

/// What a number may be of. `NUMBER` says that a number follows, `OF` whose, `LINK` stands between.
const NUMBER: &str = r"(?:n\s?[°ºo]s?(?-u:\b)|n\s?[°º]s?|nums?(?-u:\b)|num[ée]ros?(?-u:\b)|numbers?(?-u:\b)|identifiants?(?-u:\b)|matricule(?-u:\b)|id(?-u:\b)|no(?-u:\b)|#)";
const OF: &str = concat!(
    r"(?-u:\b)(?:abonnement|adh[ée]rent[es]?|adh[ée]sion|affaire|bons?|claims?|clients?|cliente|",
    r"colis|commandes?|cmde?|contra(?:ts?|cts?)|comptes?|customers?|devis|dossiers?|factures?|invoices?|membership|",
    r"orders?|parcel|police|policy|r[ée]clamations?|r[ée]f(?:[ée]rences?)?|references?|sinistres?|soci[ée]taires?|",
    r"suivi|tickets?|tracking|booking|account|case)(?-u:\b)|(?-u:\b)(?:abonn|assur)[ée]{1,2}",
);
const LINK: &str = concat!(
    r"(?:de|du|d|la|le|l|mon|ma|mes|est|sous|is|my|auto|moto|habitation|vie|mrh|pr[ée]voyance|scolaire|",
    r"internet|mobile|suivant|interne)(?-u:\b)|sant[ée]",
);

/// An announcement, then a code: a first digit at most six letters from its start.
static ANNOUNCED: LazyLock<Regex> = LazyLock::new(|| {
    let source = format!(
        r"(?i)(?:{OF}|{NUMBER})(?:[\s:.=('’\u{{a0}}]*(?:{OF}|{NUMBER}|{LINK}))*[\s:.=('’\u{{a0}}]*(?<code>(?:[a-z]{{1,6}}[-/_.]?){{0,2}}[0-9](?:[a-z0-9]|[-/_.][a-z0-9])*(?:[ \u{{a0}}][0-9]{{2,4}}(?-u:\b))*)"
    );
    Regex::new(&source).expect("the patterns of this file are tested")
});
static EXPLICIT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(&format!(r"(?i)(?:{NUMBER}|(?-u:\b)r[ée]f(?:[ée]rences?)?(?-u:\b)|(?-u:\b)reference(?-u:\b))"))
        .expect("the patterns of this file are tested")
});

/// Four digits, whatever one or two characters stand between them.
static RUN: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"[0-9](?:[^0-9]{0,2}[0-9]){3,}").expect("the patterns of this file are tested")
});
/// Bytes in which an announcement stands before its code.
const BEFORE: usize = 90;

/// Codes that speak for themselves: letters and six digits or more, or nine digits in a row.
static PLAIN: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?-u:\b)(?:[A-Z]{1,5}[-/]?[0-9]{6,}[A-Z]{0,2}|[0-9]{1,4}[A-Z]{1,4}[0-9]{5,}|1Z[0-9A-Z]{16}|[0-9]{9,})(?-u:\b)")
        .expect("the patterns of this file are tested")
});

static UNIT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?i)^(?:[,.][0-9]|\s?(?:[€$£%]|(?:k?euros?|eur|e|k|f|chf|dollars?|balles|ht|ttc|km|kms|kilom\p{L}*|m2|m²|ans?|mois|jours?|heures?|h|min\p{L}*|sec\p{L}*|points?|pts|kg|g|cl|ml|fois|personnes?|clients?|avis|go|mo|kwh|kw|cv|ch)(?-u:\b)))",
    )
    .expect("the patterns of this file are tested")
});

/// `5100euros`, `467.95`.
static MEASURE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^[0-9]+(?:\.[0-9]{1,2}|(?:\.[0-9]{1,2})?(?:k?euros?|eur|e|k|kms?|cv|ch|kg|ans?|h))$")
        .expect("the patterns of this file are tested")
});

static DATE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"^(?:(?:0?[1-9]|[12][0-9]|3[01])[-/. ](?:0?[1-9]|1[0-2])[-/. ](?:[0-9]{2}|(?:19|20)[0-9]{2})|(?:19|20)[0-9]{2}[-/.](?:0?[1-9]|1[0-2])[-/.](?:0?[1-9]|[12][0-9]|3[01])|(?:0?[1-9]|1[0-2])[-/. ](?:19|20)[0-9]{2})$",
    )
    .expect("the patterns of this file are tested")
});

/// Byte ranges of the references, ascending.
pub(super) fn find(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut done = 0;
    for run in RUN.find_iter(text) {
        // Only what stands shortly before four digits can announce them.
        let from = text.floor_char_boundary(run.start().saturating_sub(BEFORE));
        let word = text[from..run.start()].find(char::is_whitespace).filter(|_| from > 0).unwrap_or(0);
        let mut at = done.max(from + word);
        while let Some(captures) =
            ANNOUNCED.captures_at(text, at).filter(|c| c.get_match().start() < run.end())
        {
            let Some(code) = captures.name("code") else { break };
            let explicit = EXPLICIT.is_match(&text[captures.get_match().start()..code.start()]);
            at = code.end();
            done = at;
            if accepted(text, code.range(), explicit) {
                found.push(code.range());
            }
        }
    }
    for code in PLAIN.find_iter(text) {
        let joined =
            text[..code.start()].ends_with([',', '.', '@', '+']) || UNIT.is_match(&text[code.end()..]);
        if !joined && found.iter().all(|r: &Range<usize>| r.end <= code.start() || code.end() <= r.start) {
            found.push(code.range());
        }
    }
    found.sort_by_key(|range| range.start);
    found
}

/// Enough digits for a number of its own, and neither a date, years, an amount nor a measure.
fn accepted(text: &str, range: Range<usize>, explicit: bool) -> bool {
    let code = &text[range.clone()];
    let digits = code.bytes().filter(u8::is_ascii_digit).count();
    let letters = code.bytes().any(|byte| byte.is_ascii_alphabetic());
    let fewest = if explicit || letters { 4 } else { 5 };
    // `du20/09/2020`, `11/05/2021qui`: a date and a word.
    let date = code.trim_matches(|c: char| c.is_ascii_lowercase());
    let years =
        !letters && code.split(|c: char| !c.is_ascii_digit()).all(|group| group.is_empty() || is_year(group));
    digits >= fewest
        && !years
        && !DATE.is_match(date)
        && !MEASURE.is_match(code)
        && !UNIT.is_match(&text[range.end..])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn references(text: &str) -> Vec<&str> {
        find(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn announced_codes_are_found() {
        assert_eq!(references("contrat n° 45821937 et dossier 2021-458219"), ["45821937", "2021-458219"]);
        assert_eq!(references("Contrat auto : 4411-8872-A, réf. 1298347"), ["4411-8872-A", "1298347"]);
        assert_eq!(references("my policy number 55-88-12, order ord-558812"), ["55-88-12", "ord-558812"]);
        assert_eq!(references("dossier n° 88 12 34 56 classé"), ["88 12 34 56"]);
        assert_eq!(references("colis 6A12345678901, HF1298347"), ["6A12345678901", "HF1298347"]);
    }

    #[test]
    fn dates_years_amounts_and_small_numbers_are_no_references() {
        for text in [
            "contrat 2019, commande du 12/03/2021, commande 12/03/2021, sinistre 2021-03-12",
            "facture de 12500 euros, devis 10 345,67 €, dossier n° 3, client depuis 2010",
            "sinistre 06 2018, devis 467.95, devis de 5100euros, dossier du11/05/2021qui, contrat 2019-2020, compte 10000 km, contrat 50000€",
        ] {
            assert!(references(text).is_empty(), "{text}: {:?}", references(text));
        }
    }
}
