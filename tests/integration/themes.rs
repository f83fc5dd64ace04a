//! Themes from a file to the report: the codebook asked for, what it finds, quotes, rated dimensions, redaction.

use barometre::driver::{DriverKind, Quadrant};
use barometre::error::Error;
use barometre::privacy::{Identifier, redact, redact_table, sensitive};
use barometre::report::{self, Options, Report};
use barometre::{Lang, read};

use crate::support::{close, file, report_of, sample, try_report};

const BOOK: &str = "
label = { fr = \"Attente\", en = \"Waiting\" }

[[theme]]
id = \"attente\"
label = { fr = \"Attente\", en = \"Waiting\" }
rules = [\"attente ou attendre\"]

[[theme]]
id = \"boutique\"
label = \"Boutique\"
rules = [\"boutique\", \"magasin zzzz\"]
";

#[test]
fn a_codebook_of_ones_own_is_counted_rule_by_rule() {
    let (_dir, book) = file("book.toml", BOOK);
    let codebook = Some(book.display().to_string());
    let report = try_report(&[sample()], &Options { codebook, ..Options::default() }).unwrap();
    let row = |id: &str| report.themes.iter().find(|theme| theme.theme == id).unwrap();
    // The word alone is a keyword as well: both count the same verbatims.
    let word = report.keywords.iter().find(|k| k.label == "boutique").unwrap();
    assert_eq!((row("boutique").n, row("boutique").base), (word.n, 1868));
    let waiting = row("attente");
    assert!(waiting.negative > 2.0 * waiting.positive, "{waiting:?}");
    let [fit] = &report.codebooks[..] else { panic!("one open question") };
    assert_eq!(fit.codebook, "Attente");
    let hits: Vec<u64> = fit.rules.iter().map(|rule| rule.n).collect();
    assert_eq!(hits, [row("attente").n, row("boutique").n, 0]);
    let both = row("attente").n + row("boutique").n - fit.covered;
    assert_eq!(fit.overlaps.iter().map(|pair| pair.n).sum::<u64>(), both);
    assert!(!fit.uncovered.is_empty() && fit.uncovered.iter().all(|w| w.label != "boutique"));
    let themes: Vec<_> = report.drivers.iter().filter(|d| d.kind == DriverKind::Theme).collect();
    assert!(themes.iter().all(|d| d.adjusted.is_some()));
}

/// Two waves of 40 verbatims: 8 speak of waiting in a shop, 6 of waiting, 26 of neither; then 3, 17 and 20.
fn waves(min_group: u64) -> Report {
    let mut csv = "vague;note;pourquoi\n".to_owned();
    let texts = ["Trop d’attente en boutique", "Une attente interminable", "Rien de particulier"];
    for (wave, counts) in [("A", [8, 6, 26]), ("B", [3, 17, 20])] {
        for (text, count) in texts.iter().zip(counts) {
            (0..count).for_each(|i| csv.push_str(&format!("{wave};{};{text}\n", i % 11)));
        }
    }
    let study = "[study]\nwave = \"vague\"\nsegments = []\n[[question]]\nid = \"nps\"\ncolumn = \"note\"\nkind = \"nps\"\n\
                 [[question]]\nid = \"texte\"\ncolumn = \"pourquoi\"\nkind = \"open\"\n";
    let (_data, data) = file("avis.csv", csv);
    let (_study, study) = file("study.toml", study);
    let (_book, book) = file("book.toml", BOOK);
    let options = Options {
        study: Some(study),
        codebook: Some(book.display().to_string()),
        min_group: Some(min_group),
        ..Options::default()
    };
    try_report(&[data], &options).unwrap()
}

#[test]
fn themes_are_counted_wave_by_wave() {
    let report = waves(1);
    let found: Vec<_> = report
        .theme_waves
        .iter()
        .map(|c| (c.theme.as_str(), c.wave.as_str(), c.n.unwrap(), c.base.unwrap(), c.suppressed))
        .collect();
    let expected = [
        ("attente", "A", 14, 40, false),
        ("attente", "B", 20, 40, false),
        ("boutique", "A", 8, 40, false),
        ("boutique", "B", 3, 40, false),
    ];
    assert_eq!(found, expected);
    // Wilson's interval of 14 of 40, by hand.
    let first = &report.theme_waves[0];
    close(first.share.unwrap(), 0.35, 1e-12);
    close(first.ci_low.unwrap(), 0.221_345_288_731_762_93, 1e-12);
    close(first.ci_high.unwrap(), 0.504_941_191_627_423, 1e-12);
}

#[test]
fn a_wave_that_few_make_is_hidden_with_another() {
    // Three speak of the shop in wave B: the total of eleven would give them away if wave A were told.
    let report = waves(5);
    let of = |theme: &str| -> Vec<Option<u64>> {
        report.theme_waves.iter().filter(|c| c.theme == theme).map(|c| c.n).collect()
    };
    assert_eq!(of("boutique"), [None, None]);
    assert_eq!(of("attente"), [Some(14), Some(20)]);
    let hidden = report.theme_waves.iter().filter(|c| c.theme == "boutique");
    assert!(hidden.clone().all(|c| c.suppressed && c.share.is_none() && c.ci_low.is_none()));
    assert!(hidden.map(|c| c.base).eq([Some(40), Some(40)]));
}

#[test]
fn themes_that_go_together_are_held_against_chance() {
    // 11 of 80 speak of both, 34 of waiting and 11 of the shop: 4.675 are expected. Fisher's p and G² by hand.
    let report = waves(1);
    let [pair] = &report.codebooks[0].overlaps[..] else { panic!("two themes make a pair") };
    assert_eq!((pair.themes.each_ref().map(String::as_str), pair.n), (["attente", "boutique"], 11));
    close(pair.expected, 4.675, 1e-12);
    close(pair.lift, 11.0 / 4.675, 1e-12);
    close(pair.log_likelihood, 21.257_782_172_241_182, 1e-9);
    close(pair.p, 2.730_545_694_828_43e-5, 1e-12);
    close(pair.q, pair.p, 1e-15);
}

#[test]
fn a_codebook_that_cannot_be_used_says_where_and_why() {
    let refused = |codebook: &str| {
        let options = Options { codebook: Some(codebook.to_owned()), ..Options::default() };
        try_report(&[sample()], &options).unwrap_err()
    };
    let (_dir, book) = file("book.toml", BOOK.replace("attente ou attendre", "attente ou"));
    let error = refused(&book.display().to_string());
    let said = error.message(Lang::Fr);
    assert!(matches!(error, Error::Codebook(_)) && said.contains("ligne 7"), "{said}");
    let missing = refused("clients").message(Lang::En);
    assert!(missing.contains("customer_experience") && missing.contains("clients"), "{missing}");
}

#[test]
fn quotes_stand_for_their_theme_and_spare_people() {
    let report = report_of(&sample());
    let of_themes: Vec<_> = report.quotes.iter().filter(|q| q.theme.is_some()).collect();
    assert!(of_themes.len() >= 6, "{}", of_themes.len());
    for quote in &of_themes {
        let length = quote.text.chars().count();
        assert!(!quote.marks.is_empty(), "{}", quote.text);
        assert!(quote.marks.iter().all(|[from, to]| from < to && *to <= length), "{quote:?}");
        assert!(sensitive(&quote.text).is_empty() && redact(&quote.text, Lang::Fr).masks.is_empty());
    }
}

#[test]
fn rated_dimensions_are_weighed_and_placed() {
    let report = report_of(&sample());
    let rows: Vec<_> = report.importance.iter().filter(|row| row.target == "nps").collect();
    let model = report.importance_models.iter().find(|model| model.target == "nps").unwrap();
    assert_eq!(rows.len(), 6);
    assert_eq!(model.n + model.incomplete, 2312);
    let parts: f64 = rows.iter().map(|row| row.importance).sum();
    assert!((parts - model.r2).abs() < 1e-9, "the parts add up to R²");
    let placed = report.priorities.iter().filter(|row| row.target == "nps");
    for row in placed {
        let more = row.importance >= row.importance_cut;
        let well = row.performance >= row.performance_cut;
        let expected = match (more, well) {
            (true, false) => Quadrant::Fix,
            (true, true) => Quadrant::Maintain,
            (false, false) => Quadrant::Watch,
            (false, true) => Quadrant::Secondary,
        };
        assert_eq!(row.quadrant, expected, "{}", row.label);
    }
}

#[test]
fn a_file_loses_its_personal_data_and_nothing_else() {
    let text = "id;avis\n1;rappelez-moi au 06 39 98 12 34, merci à Sabrina\n2;\"rien, ; à dire\"\n3;je vais me suicider à cause d'eux\n";
    let (_dir, path) = file("x.csv", text);
    let tables = read::open(&[path], &read::Options::default()).unwrap();
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut each = |show| {
        rows.clear();
        let write = |cells: &[String]| {
            rows.push(cells.to_vec());
            Ok::<(), ()>(())
        };
        let (found, outcome) = redact_table(&tables[0], Lang::Fr, show, &|_, _| {}, write).unwrap();
        outcome.unwrap();
        (found, rows.clone())
    };
    let (found, masked) = each(false);
    assert_eq!(masked[0], ["1", "rappelez-moi au [TÉLÉPHONE], merci à [NOM]"]);
    assert_eq!(masked[1], ["2", "rien, ; à dire"]);
    assert_eq!(found.counts, [(Identifier::Phone, 1), (Identifier::Name, 1)].into());
    assert_eq!(found.sensitive.iter().map(|cell| cell.row).collect::<Vec<_>>(), [4]);
    assert!(found.sensitive[0].kinds.iter().any(|kind| kind.is_alert()));
    let (_, shown) = each(true);
    assert_eq!(shown[0][1], "rappelez-moi au 06 39 98 12 34, merci à Sabrina");
}

#[test]
fn a_codebook_is_held_against_a_person() {
    let text = "avis;code
l'attente est trop longue;attente
la boutique est jolie;\"Boutique; attente\"
la boutique de l'attente;boutique|attente
rien du tout;-
magasin en retard;
";
    let (_dir, path) = file("x.csv", text);
    let (_book_dir, book) = file("book.toml", BOOK);
    let options = Options { codebook: Some(book.display().to_string()), ..Options::default() };
    let compare = || {
        let understood = report::understand(std::slice::from_ref(&path), &options, &|_, _| {}).unwrap();
        report::agreement(&understood, "CODE", &options, Lang::Fr, &|_, _| {})
    };
    let rows = compare().unwrap();
    let counts: Vec<_> = rows.iter().map(|r| (r.theme.as_str(), r.base, r.coded, r.found, r.both)).collect();
    assert_eq!(counts, [("attente", 4, 3, 2, 2), ("boutique", 4, 2, 2, 2)]);
    assert_eq!((rows[0].precision, rows[0].recall), (Some(1.0), Some(2.0 / 3.0)));
    assert_eq!(rows[1].kappa, Some(1.0));
    // κ of 2 both, 1 coded alone, 1 neither: (3/4 − 1/2) / (1 − 1/2).
    assert!((rows[0].kappa.unwrap() - 0.5).abs() < 1e-12);

    std::fs::write(&path, text.replace(";-", ";prix")).unwrap();
    let said = compare().unwrap_err().message(Lang::Fr);
    assert!(said.contains("ligne 5") && said.contains("prix") && said.contains("boutique"), "{said}");
}

#[test]
fn words_are_set_apart_by_wave_and_by_segment() {
    let by = |column: &str| {
        let tables = report::TableOptions { by: vec![column.to_owned()], ..Default::default() };
        let options = Options { tables, by: Some(column.to_owned()), ..Options::default() };
        try_report(&[sample()], &options).unwrap()
    };
    // The outage of the last wave in one region (data/README.md).
    let waves = by("vague");
    let outage = |r: &&report::GroupKeyness| r.label == "panne" && r.group == "2025-T4";
    let row = waves.contrasts.iter().find(outage).unwrap();
    assert!(row.more && row.q < 0.05 && row.log_ratio_low > 0.0, "{row:?}");
    let bases = waves.contrasts.iter().filter(|r| r.label == "panne").map(|r| r.base_in).sum::<u64>();
    assert_eq!((bases, row.base_in + row.base_out), (1868, 1868));
    let region = by("région");
    let row = region.contrasts.iter().find(|r| r.label == "panne" && r.group == "Bretagne").unwrap();
    assert!(row.more && row.q < 0.001, "{row:?}");
    let dealt = by("canal");
    let found: Vec<_> = dealt.contrasts.iter().filter(|r| r.q < 0.05).collect();
    assert!(found.is_empty(), "{found:?}");
}
