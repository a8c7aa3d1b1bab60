//! `bedside analyse`.

use super::harness::{Folder, run};
use crate::support::root;

/// The file of a conversation that is a corridor, whose best options have one form.
fn corridor() -> String {
    root().join("tests/scenarios/corridors/let-me-out.ron").display().to_string()
}

#[test]
fn strangers_are_told_of_in_text_and_in_data() {
    let told = run(&["analyse", &corridor()], "");
    for line in ["  The learnt stranger ", "  The most sentences ", "has the most sentences in 13 of 13 decisions"] {
        assert!(told.stdout.contains(line), "{line}: {told:?}");
    }
    assert_eq!(told.code, Some(1), "it is no fair test");
    let data = run(&["analyse", &corridor(), "--json"], "").json();
    let stranger = &data["learnt_stranger"];
    let others = ["my-grandson-can-translate", "second-letter", "too-many-pills", "two-hours-in"];
    assert_eq!(stranger["learnt_from"], serde_json::json!(others));
    assert_eq!((&stranger["best"]["decisions"], &stranger["played"]["strategy"]), (&13.into(), &"learnt".into()));
    let first = &data["surface"][0];
    assert_eq!((&first["feature"], &first["direction"]), (&"characters".into(), &"most".into()));
    assert_eq!(data["surface"].as_array().map(Vec::len), Some(18));
    assert!(data["strategies"].as_array().is_some_and(|all| all.iter().any(|one| one["strategy"] == "most_you")));
}

#[test]
fn a_file_and_a_folder_belong_to_the_library() {
    let folder = Folder::with(&["my-own"]);
    let file = folder.path().join("my-own.ron");
    let data = run(&["analyse", file.to_str().expect("a path in UTF-8"), "--json"], "").json();
    let stranger = &data["learnt_stranger"];
    assert_eq!(stranger["learnt_from"].as_array().map(Vec::len), Some(5));
    let of_the_library = run(&["analyse", "two-hours-in", "--json"], "").json()["learnt_stranger"]["library"].clone();
    assert_eq!(stranger["library"], of_the_library, "a scenario of so few decisions is not counted");
}

/// What stands in a folder is told one after the other, and what cannot be used does not keep the rest from it.
#[test]
fn several_scenarios_are_told_one_after_the_other() {
    let folder = Folder::with(&["my-own", "my-other"]);
    let path = folder.text();
    let told = run(&["analyse", path], "");
    let headings: Vec<&str> = told.stdout.lines().filter(|line| line.starts_with("All roads of ")).collect();
    assert_eq!(headings.len(), 2, "{told:?}");
    assert!(told.stdout.contains("\n\nAll roads of "), "{told:?}");

    let ids = |arguments: &[&str]| {
        let data = run(&[&["analyse"], arguments, &["--json"]].concat(), "").json();
        let all = data.as_array().expect("a list");
        all.iter().map(|one| one["scenario"].as_str().expect("an id").to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(ids(&[path]), ["my-other", "my-own"]);
    let own = folder.path().join("my-own.ron");
    let own = own.to_str().expect("a path in UTF-8");
    assert_eq!(ids(&[own, "two-hours-in"]), ["my-own", "two-hours-in"]);

    std::fs::write(folder.path().join("broken.ron"), "(").expect("it can be written");
    let told = run(&["analyse", path], "");
    assert_eq!(told.stdout.matches("All roads of ").count(), 2, "{told:?}");
    assert!(told.stderr.contains("broken.ron"), "{told:?}");
    assert_eq!(told.code, Some(1));
    let told = run(&["analyse", own, "nowhere.ron"], "");
    assert_eq!((told.stdout.as_str(), told.code), ("", Some(2)), "{told:?}");
}

#[test]
fn best_roads_are_told_with_their_endings_and_choices_with_what_they_do() {
    let told = run(&["analyse", "two-hours-in"], "").stdout;
    assert_eq!(told.matches("it ends in ").count(), 3, "{told}");
    assert!(told.contains("What a developing trainee never takes, in 1,000 plays"), "{told}");
    assert!(told.contains("`--choices` shows"), "{told}");
    let choices = run(&["analyse", &corridor(), "--choices"], "").stdout;
    assert!(choices.lines().any(|line| line.starts_with("    from-the-desk ") && line.ends_with(" %")), "{choices}");
    let data = run(&["analyse", "two-hours-in", "--json"], "").json();
    assert_eq!(data["best_roads_end"].as_array().map(Vec::len), Some(3));
    assert_eq!(data["best_roads_end"][0]["kind"], "Good");
    let first = &data["choices"][0];
    assert_eq!(first["after"]["trust"].as_array().map(Vec::len), Some(2));
    assert!(first["taken"].as_f64().is_some_and(|share| share > 0.0), "{first}");
}

#[test]
fn how_the_conversation_is_built_is_told_in_text_and_in_data() {
    let told = run(&["analyse", &corridor()], "").stdout.split_whitespace().collect::<Vec<_>>().join(" ");
    for part in [
        "How the conversation is built:",
        "NOT KEPT Decisions whose options all lead to the same scene: 9 of 13 (69 %); at most 35 % See: doorway,",
        "kept Turns to the nearest ending: 5; at most 5",
        "empathy and de-escalation go together: r = 0.",
    ] {
        assert!(told.contains(part), "{part}: {told}");
    }
    let data = run(&["analyse", &corridor(), "--json"], "").json();
    let measures = data["measures"].as_array().expect("a list");
    assert_eq!(measures.len(), 15);
    assert_eq!((&measures[0]["measure"], &measures[0]["verdict"]), (&"one_road".into(), &"not_kept".into()));
    let expected = serde_json::json!({
        "what": "Decisions whose options all lead to the same scene", "part": 9, "whole": 13, "limit": {"at_most": 35},
    });
    assert_eq!(measures[0]["quantities"][0], expected);
    assert_eq!(measures[0]["breaches"][0], serde_json::json!({"where": "doorway"}));
    let developing =
        data["simulated"].as_array().and_then(|all| all.iter().find(|one| one["strategy"] == "developing"));
    let together = developing.and_then(|one| one["empathy_with_de_escalation"].as_f64());
    assert!(together.is_some_and(|together| (0.5..=1.0).contains(&together)), "{together:?}");
}
