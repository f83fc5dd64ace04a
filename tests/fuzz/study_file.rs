//! study.toml: any text is refused at a line, or declares a study that holds together.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use barometre::Lang;
use barometre::error::Error;
use barometre::read::{self, Table};
use barometre::report::{Options, Understood};
use barometre::study::{Declared, Profile, Study, profile, to_toml};

use crate::dice::{Dice, made_of};
use crate::laws::{build, worded};

/// Keys and what may stand there, the first ones right.
const STUDY: [(&str, &[&str]); 13] = [
    ("title", &["\"Baromètre\"", "'''a\nb'''", "12"]),
    ("language", &["\"fr\"", "\"en\"", "\"de\""]),
    (
        "wave",
        &[
            "\"vague\"",
            "{ column = \"date\", period = \"month\" }",
            "{ column = \"vague\", order = [\"V2\", \"V1\"], names = { V1 = \"une\" } }",
            "{ by = \"file\" }",
            "\"\"",
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
    ("where", &["\"note >= 3\"", "\"région == 'Nord'\"", "\"absent = 1\"", "\"(\"", "\"date > 'mars 2025'\""]),
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
const QUESTION: [(&str, &[&str]); 13] = [
    ("id", &["\"a\"", "\"b\"", "\"c\"", "\"note\"", "\"\"", "\"é à\\n\"", "1"]),
    ("column", &["\"note\"", "\"avis\"", "\"satisfaction\"", "\"région\"", "\"motifs\"", "\"absent\"", "\"date\""]),
    (
        "kind",
        &["\"nps\"", "\"csat\"", "\"open\"", "\"rating\"", "\"ces\"", "\"enps\"", "\"single\"", "\"multiple\"", "\"x\""],
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
    for _ in 0..dice.below(5) {
        text.push_str("[[question]]\n");
        // What a question needs most of the time, then anything.
        for (key, values) in &QUESTION[..3] {
            if !dice.once_in(16) {
                text.push_str(&format!("{key} = {}\n", dice.pick(values)));
            }
        }
        pairs(dice, &QUESTION[3..], 6, &mut text);
    }
    let mut bytes = text.into_bytes();
    if dice.once_in(4) {
        dice.damage(&mut bytes);
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn pairs(dice: &mut Dice, keys: &[(&str, &[&str])], once_in: usize, text: &mut String) {
    for (key, values) in keys {
        if dice.below(once_in) == 1 {
            // The first values are right, and a study is read to its end only when all are.
            let right = if dice.once_in(4) { values } else { &values[..values.len().min(3)] };
            text.push_str(&format!("{key} = {}\n", dice.pick(right)));
        }
    }
}

/// Forty answers in columns of every kind.
static DATA: LazyLock<(Vec<Table>, Vec<Profile>)> = LazyLock::new(|| {
    let mut csv =
        "id;note;satisfaction;avis;région;vague;date;âge;poids;motifs;Motifs [Prix];Motifs [Délai]\n".to_owned();
    let words = ["Très satisfait", "Satisfait", "Pas satisfait", "NSP"];
    for i in 0..40 {
        csv.push_str(&format!(
            "R{i:03};{};{};{};{};V{};{:02}/0{}/2025;{};{}.5;{};{};{}\n",
            i % 11,
            words[i % 4],
            if i % 3 == 0 { "Accueil parfait au téléphone" } else { "Trop d'attente, et personne ne répond" },
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
        for lang in [Lang::Fr, Lang::En] {
            let written = to_toml(&declared, profiles, lang);
            let again = study(&written).unwrap_or_else(|error| panic!("{error}\n{written}"));
            assert_eq!(again.questions, declared.questions, "{written}");
            assert_eq!(again.segments, declared.segments, "{written}");
            assert_eq!((&again.wave, &again.design), (&declared.wave, &declared.design), "{written}");
        }
        let (tables, profiles) = (tables.clone(), profiles.clone());
        let options = Options { threads: 1, ..Options::default() };
        if let Err(error) = build(&Understood { tables, profiles, study: declared }, &options) {
            worded(&error);
        }
    });
}
