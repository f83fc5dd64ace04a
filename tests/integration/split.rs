//! One report an entity: what they say agrees with the report of the whole, and each lies in a folder of its own.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use barometre::report::split::{self, Split};
use barometre::report::{self, Options};

use crate::support::{file, sample};

fn split_of(files: &[PathBuf], options: &Options) -> Split {
    let understood = report::understand(files, options, &|_, _| {}).unwrap();
    report::split(&understood, options, &|_, _| {}).unwrap()
}

fn by(column: &str) -> Options {
    Options { split_by: Some(column.to_owned()), ..Options::default() }
}

#[test]
fn the_reports_of_the_sample_agree_with_the_whole() {
    let made = split_of(&[sample()], &by("REGION"));
    assert_eq!(made.column, "région");
    assert!(made.entities.len() > 3 && made.without.is_empty());
    let rows: u64 = made.entities.iter().map(|e| e.report.study.responses).sum();
    assert_eq!(rows + made.unnamed.unwrap(), made.whole.study.responses);
    for entity in &made.entities {
        let report = &entity.report;
        assert_eq!(report.study.entity.as_ref().unwrap().value, entity.value);
        assert!(!report.study.segments.contains(&made.column));
        for row in report.metrics.iter().filter(|e| e.segment.is_none()) {
            let same = made.whole.metrics.iter().find(|e| {
                let own = e
                    .segment
                    .as_deref()
                    .is_some_and(|s| s[0].column == "région" && s[0].value == entity.value);
                own && (&e.question, e.metric, &e.wave) == (&row.question, row.metric, &row.wave)
            });
            if let Some(same) = same {
                assert_eq!((row.value, row.n, row.ci_low), (same.value, same.n, same.ci_low));
            }
        }
        let own = report.comparisons.iter().find(|c| c.by == "région").unwrap();
        assert!(made.whole.comparisons.contains(own), "with the q of the whole");
        assert!(report.findings.iter().any(|f| f.code == "entity" && f.text.contains(&entity.value)));
        let answered = report.study.questions[0].answered;
        let total = report.metrics.iter().find(|e| e.segment.is_none() && e.wave.is_none()).unwrap();
        assert_eq!(answered, total.n);
        assert!(report.rates.is_empty() && !report.keywords.is_empty());
    }
}

/// A pulse of two sites and three teams, one of them of three people.
fn pulse() -> String {
    let mut csv = String::from("vague;site;équipe;note;libre\n");
    for i in 0..120 {
        let team = if i < 3 { "Nuit" } else { ["Jour", "Soir", "Matin"][i % 3] };
        let site = ["Nord", "Sud"][i % 2];
        let text = ["trop de charge de travail", "bonne équipe", "manque de moyens"][i % 3];
        csv.push_str(&format!("2025-T{};{site};{team};{};{text}\n", 1 + i % 2, i % 11));
    }
    csv
}

#[test]
fn a_team_under_the_minimum_has_no_report_and_no_row_tells_of_it() {
    let (_data, path) = file("pulse.csv", pulse());
    let (_study, toml) = file(
        "study.toml",
        "[study]\nwave = \"vague\"\nsegments = [\"site\", \"équipe\"]\n[[question]]\nid = \"e\"\ncolumn = \"note\"\nkind = \"enps\"\n\
         [[question]]\nid = \"t\"\ncolumn = \"libre\"\nkind = \"open\"\n",
    );
    let options = Options { study: Some(toml), ..by("équipe") };
    let made = split_of(&[path], &options);
    assert!(made.without.contains(&"Nuit".to_owned()) && made.without.len() > 1, "{:?}", made.without);
    assert_eq!(made.unnamed, None, "it would tell the size of what is hidden");
    assert!(made.notes()[0].contains("Nuit"), "the whole names it too, as hidden");
    let hidden = made.whole.metrics.iter().filter(|e| e.suppressed);
    let named: BTreeSet<String> = hidden.flat_map(|e| e.segment.clone().unwrap()).map(|s| s.value).collect();
    assert!(made.without.iter().all(|value| named.contains(value)));
    // What the whole says of a word, less what the entities say of it, is nobody or five people at least.
    for word in &made.whole.keywords {
        let of =
            |e: &split::EntityReport| e.report.keywords.iter().find(|k| k.label == word.label).map(|k| k.n);
        let left = word.n - made.entities.iter().filter_map(of).sum::<u64>();
        assert!(left == 0 || left >= 5, "{}: {left}", word.label);
    }
    assert!(made.entities.iter().all(|e| e.report.study.files.iter().all(|f| f.rows.is_none())));
}

#[test]
fn an_entity_says_that_it_does_not_tell_rather_than_none() {
    let mut csv = String::from("site;note;canal\n");
    (0..80).for_each(|i| {
        let (note, canal) =
            (if i % 9 == 0 { "99".to_owned() } else { (i % 11).to_string() }, ["Web", ""][i % 3 % 2]);
        csv.push_str(&format!("{};{note};{canal}\n", ["Nord", "Sud"][i % 2]));
    });
    let (_data, path) = file("pulse.csv", csv);
    let (_study, toml) = file(
        "study.toml",
        "[study]\nsegments = [\"site\"]\n[[question]]\nid = \"e\"\ncolumn = \"note\"\nkind = \"enps\"\nmissing = [\"99\"]\n\
         [[question]]\nid = \"c\"\ncolumn = \"canal\"\nkind = \"single\"\n",
    );
    let made = split_of(&[path], &Options { study: Some(toml), ..by("site") });
    assert!(made.whole.study.questions.iter().all(|q| q.answered.is_some() && q.missing.is_some()));
    for entity in &made.entities {
        let [score, choice] = &entity.report.study.questions[..] else { panic!() };
        assert!(score.answered.is_some() && score.missing.is_none());
        assert_eq!((choice.answered, &choice.missing), (None, &None));
        let text = report::markdown::markdown(&entity.report, &[]);
        let told = |end: &str| text.lines().filter(|l| l.starts_with('|') && l.ends_with(end)).count();
        assert_eq!((told("| – |"), told("| – | – |")), (2, 1), "{text}");
    }
}

#[test]
fn a_folder_holds_a_list_and_a_report_each_and_forgets_older_ones() {
    let (dir, path) = file("avis.csv", {
        let mut csv = String::from("région;offre;note\n");
        (0..90).for_each(|i| {
            csv.push_str(&format!(
                "{};{};{}\n",
                ["Île-de-France", "Sud/Est", ""][i % 3],
                ["A", "B"][i % 2],
                i % 11
            ));
        });
        csv
    });
    let made = split_of(std::slice::from_ref(&path), &by("région"));
    assert_eq!(made.unnamed, Some(30));
    let out = dir.path().join("rapports");
    split::write(&made, &out, false, &[]).unwrap();
    let list = std::fs::read_to_string(out.join("index.html")).unwrap();
    for folder in ["ensemble", "region-ile-de-france", "region-sud-est"] {
        assert!(out.join(folder).join("report.html").is_file(), "{folder}");
        assert!(list.contains(&format!("href=\"{folder}/report.html\"")));
    }
    let markdown = std::fs::read_to_string(out.join("index.md")).unwrap();
    assert!(
        markdown.contains("(region-sud-est/report.md)") && markdown.contains("sans valeur"),
        "{markdown}"
    );
    let bytes = |path: &Path| std::fs::read(path.join("region-sud-est/report.json")).unwrap();
    let before = bytes(&out);
    split::write(&split_of(std::slice::from_ref(&path), &by("région")), &out, false, &[]).unwrap();
    assert_eq!(before, bytes(&out), "same input, same bytes");
    let page = std::fs::read_to_string(out.join("region-sud-est/report.html")).unwrap();
    assert!(page.contains("région\u{a0}: Sud&#x2f;Est"));

    // A report of another split could tell what this one hides.
    std::fs::write(out.join("region-sud-est/notes.txt"), "à moi").unwrap();
    split::write(&split_of(&[path], &by("offre")), &out, false, &[]).unwrap();
    assert!(!out.join("region-ile-de-france").exists() && out.join("offre-a/report.html").is_file());
    let left: Vec<_> = std::fs::read_dir(out.join("region-sud-est")).unwrap().flatten().collect();
    assert_eq!(left.len(), 1, "what the user put there stays");

    let foreign = dir.path().join("photos");
    std::fs::create_dir(&foreign).unwrap();
    std::fs::write(foreign.join("chat.jpg"), "x").unwrap();
    assert!(split::check(&foreign, false).is_err() && split::check(&foreign, true).is_ok());
}

#[test]
fn what_a_refused_or_broken_split_leaves_is_known_to_the_next() {
    let rows: String = (0..60)
        .map(|i| format!("{};{};{}\n", ["A", "B"][i % 2], ["oui", "non"][i / 2 % 2], i % 11))
        .collect();
    let (dir, path) = file("avis.csv", format!("région;accord;note\n{rows}"));
    let out = dir.path().join("rapports");
    let write =
        |column: &str| split::write(&split_of(std::slice::from_ref(&path), &by(column)), &out, false, &[]);
    write("région").unwrap();
    let index = || std::fs::read_to_string(out.join("index.json")).unwrap();
    let before = index();

    // A folder of the user's: nothing is written.
    std::fs::create_dir(out.join("accord-oui")).unwrap();
    std::fs::write(out.join("accord-oui/note.txt"), "à moi").unwrap();
    assert!(write("accord").is_err());
    assert_eq!(before, index());
    assert!(!out.join("accord-non").exists());
    std::fs::remove_file(out.join("accord-oui/note.txt")).unwrap();

    // Half-way through, a report that cannot be written: the list has both splits.
    std::fs::create_dir(out.join("accord-oui/report.json")).unwrap();
    let folder = out.join("accord-oui");
    let made = split_of(std::slice::from_ref(&path), &by("accord"));
    assert!(split::write(&made, &out, true, &[]).is_err());
    assert!(index().contains("region-a") && index().contains("accord-non"));
    std::fs::remove_dir_all(folder).unwrap();
    write("accord").unwrap();
    assert!(
        !out.join("region-a").exists() && !out.join("region-b").exists() && !index().contains("region-a")
    );
}

#[test]
fn a_column_that_no_file_has_is_named_with_those_that_can_be() {
    let options = by("pays");
    let error = report::understand(&[sample()], &options, &|_, _| {}).err().unwrap();
    let said = error.message(barometre::Lang::Fr);
    assert!(said.contains("pays") && said.contains("région"), "{said}");
}

#[test]
fn weights_make_an_entity_a_domain_of_the_whole() {
    let mut csv = String::from("région;poids;strate;note\n");
    (0..240).for_each(|i| {
        csv.push_str(&format!(
            "{};{};{};{}\n",
            ["Nord", "Sud"][i % 2],
            1 + i % 3,
            ["x", "y", "z"][i % 3],
            (i * 7) % 11
        ));
    });
    let (_dir, path) = file("avis.csv", csv);
    let (_study, toml) = file(
        "study.toml",
        "[study]\nweight = \"poids\"\nstrata = \"strate\"\npopulation = { \"x\" = 500, \"y\" = 900, \"z\" = 800 }\nsegments = [\"région\"]\n\
         [[question]]\nid = \"nps\"\ncolumn = \"note\"\nkind = \"nps\"\n",
    );
    let made = split_of(&[path], &Options { study: Some(toml), ..by("région") });
    for entity in &made.entities {
        let own = entity.report.metrics.iter().find(|e| e.segment.is_none()).unwrap();
        let row =
            made.whole.metrics.iter().find(|e| {
                e.segment.as_deref().is_some_and(|s| s[0].value == entity.value) && e.wave.is_none()
            });
        assert_eq!((own.value, own.se, own.deff), row.map(|e| (e.value, e.se, e.deff)).unwrap());
        assert_eq!(entity.report.study.design.as_ref().unwrap().population, None, "it is that of the whole");
    }
}
