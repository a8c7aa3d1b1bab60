//! `bedside portrait`.

use std::fs;

use super::harness::{Folder, run};

/// The width and height that a PNG file claims.
fn size(folder: &Folder, name: &str) -> (u32, u32) {
    let bytes = fs::read(format!("{}/{name}", folder.text())).expect("the sheet is written");
    assert_eq!(&bytes[..8], b"\x89PNG\r\n\x1a\n", "{name}");
    let number = |at: usize| u32::from_be_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]]);
    (number(16), number(20))
}

#[test]
fn a_sheet_has_a_row_a_person_and_a_column_a_state() {
    let folder = Folder::new();
    let drawn = run(&["portrait", "--all", "--size", "60", "--unlabelled", "--out", folder.text()], "");
    assert_eq!((drawn.code, drawn.stderr.as_str()), (Some(0), ""), "{drawn:?}");
    assert_eq!(drawn.stdout, format!("{}/all.png\n", folder.text()));
    let (wide, high) = size(&folder, "all.png");
    assert_eq!(wide, 6 + 9 * 66);
    assert_eq!((high - 6) % 86, 0);
    let people = (high - 6) / 86;
    assert!(people >= 9, "patients and those beside them: {people}");
}

#[test]
fn one_state_of_one_scenario_is_drawn_as_large_as_asked() {
    let folder = Folder::new();
    let words = ["portrait", "two-hours-in", "--state", "in pain", "--size", "90", "--unlabelled", "--out"];
    let drawn = run(&[&words[..], &[folder.text()]].concat(), "");
    assert_eq!((drawn.code, drawn.stderr.as_str()), (Some(0), ""), "{drawn:?}");
    assert_eq!(size(&folder, "two-hours-in.png"), (6 + 96, 6 + 3 * 126));
}

#[test]
fn moods_have_a_column_each() {
    let folder = Folder::new();
    let drawn =
        run(&["portrait", "two-hours-in", "--moods", "--size", "40", "--unlabelled", "--out", folder.text()], "");
    assert_eq!((drawn.code, drawn.stderr.as_str()), (Some(0), ""), "{drawn:?}");
    assert_eq!(size(&folder, "two-hours-in.png").0, 6 + 15 * 46);
}

#[test]
fn labels_take_room_beside_the_pictures() {
    let folder = Folder::new();
    let drawn = run(&["portrait", "two-hours-in", "--size", "60", "--out", folder.text()], "");
    assert_eq!(drawn.code, Some(0), "{drawn:?}");
    let (wide, high) = size(&folder, "two-hours-in.png");
    assert!(wide > 6 + 9 * 66 && high > 6 + 3 * 86, "{wide} × {high}");
}

#[test]
fn looks_and_places_have_sheets_of_their_own() {
    let folder = Folder::new();
    let drawn = run(&["portrait", "--looks", "--places", "--size", "40", "--out", folder.text()], "");
    assert_eq!((drawn.code, drawn.stderr.as_str()), (Some(0), ""), "{drawn:?}");
    for name in ["hair", "clothes", "faces", "bodies", "places"] {
        assert!(size(&folder, &format!("{name}.png")).0 > 200, "{name}");
    }
}

#[test]
fn what_is_asked_for_has_to_be_said_and_known() {
    let folder = Folder::new();
    for (words, hint) in [
        (&["portrait", "--out"][..], "--all"),
        (&["portrait", "two-hours-in", "--state", "furious", "--out"], "possible values: calm"),
        (&["portrait", "two-hour-in", "--out"], "two-hours-in"),
        (&["portrait", "two-hours-in", "--size", "3", "--out"], "32..=2000"),
    ] {
        let refused = run(&[words, &[folder.text()]].concat(), "");
        assert_eq!(refused.code, Some(2), "{refused:?}");
        assert!(refused.stderr.contains(hint), "{refused:?}");
    }
    let file = Folder::new().file("taken", "");
    let refused = run(&["portrait", "two-hours-in", "--out", &format!("{}/taken", file.text())], "");
    assert_eq!(refused.code, Some(1), "{refused:?}");
    assert!(refused.stderr.contains("cannot be written"), "{refused:?}");
}
