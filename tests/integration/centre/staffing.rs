//! Agents for a load: 100 calls in 30 minutes of 180 seconds each, 14 agents, 20 seconds (Erlang C by hand).

use serde_json::Value;

use super::command;
use crate::support::close;

const LOAD: [&str; 7] = ["staffing", "--calls", "100", "--minutes", "30", "--handle", "180"];

fn staffing(more: &[&str]) -> Value {
    let output = command(&[&LOAD[..], more, &["--format", "json"]].concat(), None);
    assert!(output.status.success(), "{output:?}");
    serde_json::from_slice::<Value>(&output.stdout).unwrap()["staffing"].take()
}

fn get(found: &Value, key: &str) -> f64 {
    found[key].as_f64().unwrap_or_else(|| panic!("{key}: {found}"))
}

#[test]
fn erlang_c() {
    let found = staffing(&["--agents", "14", "--within", "20"]);
    close(get(&found, "wait_probability"), 0.17413, 5e-6);
    close(get(&found, "service_level"), 88.835, 5e-4);
    close(get(&found, "average_speed_of_answer"), 7.836, 5e-4);
    close(get(&found, "occupancy"), 71.429, 5e-4);
    assert_eq!(get(&found, "abandonment_rate"), 0.0);
}

#[test]
fn the_fewest_agents_that_reach_the_target() {
    let level = |agents: u32| get(&staffing(&["--agents", &agents.to_string()]), "service_level");
    let found = staffing(&["--target", "80"]);
    let agents = found["agents"].as_u64().unwrap() as u32;
    assert!(level(agents) >= 80.0 && level(agents - 1) < 80.0);
    let scheduled = staffing(&["--agents", "14", "--shrinkage", "30"]);
    assert_eq!(scheduled["scheduled_agents"], 20);
}

#[test]
fn who_leaves_frees_the_queue() {
    let patient = staffing(&["--agents", "11"]);
    let leaving = staffing(&["--agents", "11", "--patience", "120"]);
    assert!(get(&leaving, "abandonment_rate") > 0.0);
    assert!(get(&leaving, "average_speed_of_answer") < get(&patient, "average_speed_of_answer"));
    assert!(get(&leaving, "occupancy") < get(&patient, "occupancy"));
    // Whom the queue loses, the agents do not serve.
    let served = 10.0 / 11.0 * (100.0 - get(&leaving, "abandonment_rate"));
    close(get(&leaving, "occupancy"), served, 1e-9);
    // Patience without end is Erlang C.
    let endless = staffing(&["--agents", "11", "--patience", "1000000000"]);
    close(get(&endless, "service_level"), get(&patient, "service_level"), 1e-4);
    // With patience, too few agents have an answer.
    let few = staffing(&["--agents", "9", "--patience", "120"]);
    assert!((0.0..=100.0).contains(&get(&few, "occupancy")) && get(&few, "abandonment_rate") > 10.0);
}

#[test]
fn an_overloaded_centre_is_refused() {
    for (lang, error, least) in [("fr", "erreur", "11"), ("en", "error", "11")] {
        for agents in ["9", "10"] {
            let output = command(&[&LOAD[..], &["--agents", agents, "--lang", lang]].concat(), None);
            let said = String::from_utf8(output.stderr).unwrap();
            assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0), "{said}");
            assert!(said.starts_with(error) && said.contains(least), "{said}");
        }
    }
}
