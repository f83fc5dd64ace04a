//! study.toml: any text is refused at a line, or declares a study that holds together.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use barometre::error::Error;
use barometre::read::{self, Table};
use barometre::report::{Options, Understood};
use barometre::study::{Declared, Profile, Study, profile};

use crate::dice::{Dice, made_of};
use crate::laws::{build, worded, written};

/// Keys and what may stand there; the first two are right.
const STUDY: [(&str, &[&str]); 13] = [
    ("title", &["\"Baromètre\"", "'''a\nb'''", "12"]),
    ("language", &["\"fr\"", "\"en\"", "\"de\""]),
    (
        "wave",
        &[
            "\"vague\"",
            "{ column = \"date\", period = \"month\" }",
            "{ column = \"vague\", order = [\"V2\", \"V1\"], names = { V1 = \"une\" } }",
            "\"\"",
            "{ by = \"file\" }",
            "\"avis\"",
            "{ column = \"note\", by = \"file\" }",
            "{ period = \"week\" }",
        ],
    ),
    ("respondent", &["\"id\"", "\"absent\""]),
    ("weight", &["\"poids\"", "\"avis\"", "\"note\""]),
    ("strata", &["\"région\"", "\"avis\""]),
    ("cluster", &["\"vague\"", "\"absent\""]),
    (
        "population",
        &[
            "12000",
            "{ column = \"poids\" }",
            "{ Nord = 100, Sud = 200 }",
            "nan",
            "-1",
            "inf",
            "0",
            "{ Nord = nan }",
            "{ column = 1 }",
            "1e400",
        ],
    ),
    (
        "where",
        &["\"note >= 3\"", "\"région == 'Nord'\"", "\"absent = 1\"", "\"(\"", "\"date > 'mars 2025'\""],
    ),
    (
        "segments",
        &[
            "[\"région\"]",
            "[]",
            "[{ column = \"âge\", bands = [25, 50] }]",
            "[{ column = \"région\", order = [\"Sud\"], merge = { Tout = [\"Nord\", \"Sud\"] } }, \"vague\"]",
            "[{ column = \"âge\", bands = [nan, 50, 25, inf] }]",
            "[{ column = \"âge\", bands = [] }]",
            "[{ column = \"région\", merge = { A = [\"Nord\"], B = [\"Nord\", 1, \"Est\"] } }]",
            "[\"région\", \"région\"]",
            "[\"avis\", \"absent\"]",
        ],
    ),
    ("titre", &["1"]),
    ("min_group", &["5"]),
    ("\"\\u00e9\"", &["[[[]]]"]),
];
const QUESTION: [(&str, &[&str]); 12] = [
    (
        "column",
        &["\"note\"", "\"avis\"", "\"satisfaction\"", "\"région\"", "\"motifs\"", "\"absent\"", "\"date\""],
    ),
    (
        "kind",
        &[
            "\"nps\"",
            "\"csat\"",
            "\"open\"",
            "\"rating\"",
            "\"ces\"",
            "\"enps\"",
            "\"single\"",
            "\"multiple\"",
            "\"x\"",
        ],
    ),
    ("columns", &["[\"Motifs [Prix]\", \"Motifs [Délai]\"]", "[]", "[\"note\"]", "[\"note\", \"note\"]"]),
    ("separator", &["\";\"", "\"\"", "\", \""]),
    (
        "scale",
        &[
            "[0, 10]",
            "[1, 5]",
            "[1, 7]",
            "[5, 1]",
            "[1, 1]",
            "[nan, 5]",
            "[-inf, inf]",
            "[0, 1e300]",
            "[0.1, 0.2]",
            "[1, 5, 7]",
            "[0, 100000]",
            "[-9007199254740993, 1]",
        ],
    ),
    ("reversed", &["true", "false", "\"oui\""]),
    (
        "labels",
        &[
            "{ \"Très satisfait\" = 4, \"Pas satisfait\" = 1 }",
            "{ Nord = 1, Sud = 2 }",
            "{ a = nan }",
            "{ \"\" = 3 }",
            "{ \"5\" = 1, x = 1e308 }",
            "{}",
        ],
    ),
    ("missing", &["[\"99\", \"NSP\"]", "[99, -1.5]", "[]", "[nan]", "[[]]"]),
    ("target", &["50", "-3.5", "nan", "\"haut\"", "1e999"]),
    ("about", &["\"a\"", "\"b\"", "\"absent\""]),
    ("colonne", &["\"note\""]),
    ("\"a b\".c", &["1"]),
];

fn text(dice: &mut Dice) -> String {
    let mut text = String::new();
    if !dice.once_in(8) {
        text.push_str("[study]\n");
        pairs(dice, &STUDY, 8, &mut text);
    }
    if dice.once_in(3) {
        let value = dice.pick(&["5", "0", "1", "18446744073709551615", "-1", "2.5", "\"5\""]);
        text.push_str(&format!("[privacy]\nmin_group = {value}\n"));
    }
    for id in &["a", "b", "c", "d", "é à\\n", "", "a"][..dice.below(8)] {
        text.push_str(&format!("[[question]]\nid = \"{id}\"\n"));
        for (key, values) in &QUESTION[..2] {
            if !dice.once_in(32) {
                text.push_str(&format!("{key} = {}\n", dice.pick(values)));
            }
        }
        pairs(dice, &QUESTION[2..], 6, &mut text);
    }
    let mut bytes = text.into_bytes();
    if dice.once_in(8) {
        dice.damage(&mut bytes);
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn pairs(dice: &mut Dice, keys: &[(&str, &[&str])], one_in: usize, text: &mut String) {
    for (key, values) in keys {
        if dice.below(one_in) == 1 {
            text.push_str(&format!("{key} = {}\n", value(dice, values)));
        }
    }
}

/// One of the first values most of the time: a study is read to its end only when all are right.
fn value<'v>(dice: &mut Dice, values: &[&'v str]) -> &'v str {
    if dice.once_in(10) { dice.pick(values) } else { dice.pick(&values[..values.len().min(2)]) }
}

/// Forty answers in columns of every kind.
static DATA: LazyLock<(Vec<Table>, Vec<Profile>)> = LazyLock::new(|| {
    let mut csv =
        "id;note;satisfaction;avis;région;vague;date;âge;poids;motifs;Motifs [Prix];Motifs [Délai]\n"
            .to_owned();
    let words = ["Très satisfait", "Satisfait", "Pas satisfait", "NSP"];
    for i in 0..40 {
        csv.push_str(&format!(
            "R{i:03};{};{};{};{};V{};{:02}/0{}/2025;{};{}.5;{};{};{}\n",
            i % 11,
            words[i % 4],
            if i % 3 == 0 {
                "Accueil parfait au téléphone"
            } else {
                "Trop d'attente, et personne ne répond"
            },
            ["Nord", "Sud", ""][i % 3],
            1 + i % 2,
            1 + i % 28,
            1 + i % 6,
            18 + i,
            1 + i % 3,
            ["\"Prix;Délai\"", "Prix", ""][i % 3],
            ["Oui", "Non"][i % 2],
            ["Oui", ""][i % 2],
        ));
    }
    let dir = tempfile::tempdir().unwrap();
    let path = dir.keep().join("réponses.csv");
    std::fs::write(&path, csv).unwrap();
    let tables = read::open(&[path], &read::Options::default()).unwrap();
    let profiles = profile(&tables, 1, &|_, _| {}).unwrap();
    (tables, profiles)
});

fn study(text: &str) -> Result<Study, Error> {
    Declared::parse(text, "study.toml")?.study(&DATA.1, &[])
}

fn refused(text: &str, error: &Error) {
    worded(error);
    if let Error::Study { line, column, .. } | Error::UnknownKey { line, column, .. } = error {
        let lines: Vec<&str> = text.split('\n').collect();
        assert!((1..=lines.len()).contains(line), "{error:?}");
        assert!((1..=lines[line - 1].chars().count() + 1).contains(column), "{error:?}");
    }
}

#[test]
fn any_study_holds_together_or_is_refused() {
    bolero::check!().with_generator(made_of(160, text)).for_each(|text| {
        let declared = match study(text) {
            Ok(study) => study,
            Err(error) => return refused(text, &error),
        };
        let (tables, profiles) = &*DATA;
        let ids: BTreeSet<&str> = declared.questions.iter().map(|q| q.id.as_str()).collect();
        assert_eq!(ids.len(), declared.questions.len(), "an id is used once");
        for question in &declared.questions {
            assert!(question.columns().all(|column| tables[0].has(column)), "{question:?}");
            if let Some(scale) = question.scale {
                assert!(scale.low < scale.high && scale.points().is_finite(), "{question:?}");
            }
            assert!(question.labels.values().all(|value| value.is_finite()), "{question:?}");
        }
        written(&declared, profiles);
        let (tables, profiles) = (tables.clone(), profiles.clone());
        let options = Options { threads: 1, ..Options::default() };
        if let Err(error) = build(&Understood { tables, profiles, study: declared }, &options) {
            worded(&error);
        }
    });
}
