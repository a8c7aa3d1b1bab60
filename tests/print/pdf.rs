//! The page as PDF. Its structure tree for screen readers is plain text in the file, so that it can be tested here.

use bedside::print::{Appendix, write_pdf};

use super::{Written, page, played, sample};

fn counted(bytes: &[u8], what: &str) -> usize {
    bytes.windows(what.len()).filter(|window| *window == what.as_bytes()).count()
}

/// How often a tag occurs in the tree.
fn tags(bytes: &[u8], tag: &str) -> usize {
    ["/", "\n", " ", ">"].iter().map(|end| counted(bytes, &format!("/S/{tag}{end}"))).sum()
}

#[test]
fn the_file_is_whole_and_tagged_for_screen_readers() {
    let (scenario, debrief) = sample();
    let pages = write_pdf(&page(&scenario, &debrief), Appendix::Printed).expect("a PDF");
    let bytes = &pages.bytes;
    assert!(bytes.starts_with(b"%PDF-1.5") && bytes.trim_ascii_end().ends_with(b"%%EOF"));
    for part in ["/StructTreeRoot", "pdfuaid", "/FontFile3", "/Outlines"] {
        assert!(counted(bytes, part) > 0, "{part}");
    }
    assert_eq!(tags(bytes, "H1"), 1);
    assert_eq!(tags(bytes, "Figure"), 4, "the arc and three scales");
    assert_eq!(counted(bytes, "/Alt("), 4, "each told in words");
    assert_eq!((tags(bytes, "Table"), tags(bytes, "Caption")), (4, 4), "turns, the survey in two, and moments");
    assert!(pages.missing_glyphs.is_empty());
}

#[test]
fn the_catalogue_names_the_language_and_holds_nothing_that_a_reader_stumbles_over() {
    let (scenario, debrief) = sample();
    let bytes = write_pdf(&page(&scenario, &debrief), Appendix::Printed).expect("a PDF").bytes;
    let text = String::from_utf8_lossy(&bytes);
    let catalogue = text.split("endobj").find(|object| object.contains("/Type/Catalog")).expect("a catalogue");
    let spaced = catalogue.split_whitespace().collect::<Vec<_>>().join("");
    assert!(spaced.contains("/Lang(en-GB)"), "{catalogue}");
    // Poppler's older readers report `/Suspects false` as a mistake.
    assert!(spaced.contains("/MarkInfo<</Markedtrue>>"), "{catalogue}");
    assert!(spaced.contains("/ViewerPreferences<</DisplayDocTitletrue>>"), "{catalogue}");
    assert!(text.contains("/Title(Debrief: Two hours in)"), "the window of a reader is named after the page");
}

#[test]
fn every_row_and_item_is_in_the_tree_however_many_sheets_there_are() {
    let (scenario, debrief) = sample();
    let bytes = write_pdf(&page(&scenario, &debrief), Appendix::Printed).expect("a PDF").bytes;
    let asked = debrief.survey.iter().filter(|one| one.answer.is_some()).count();
    let rows = [debrief.turns.len() + 1, asked, debrief.moments.len()];
    assert_eq!(
        tags(&bytes, "TR"),
        rows.iter().sum::<usize>() + tags(&bytes, "Table"),
        "headings that come again are none"
    );
    let cells = [5 * rows[0], 2 * rows[1], 3 * rows[2]];
    assert_eq!(tags(&bytes, "TD"), cells.iter().sum::<usize>(), "what came back is a cell of its own");
    assert!(super::sheets(&bytes) > 3, "several sheets");
}

#[test]
fn the_same_debrief_gives_the_same_file() {
    let (scenario, _) = sample();
    let file = || write_pdf(&page(&scenario, &played(&scenario, 40)), Appendix::Printed).expect("a PDF").bytes;
    assert_eq!(file(), file());
}

#[test]
fn hostile_and_endless_texts_are_set_and_what_the_font_lacks_is_told() {
    let (scenario, debrief) = sample();
    let endless = "x".repeat(4000);
    let many = "many words ".repeat(2000);
    for said in
        ["(\\) >> endobj %%EOF \u{0}\u{1b}\u{feff}\u{fffe}\u{200b}\u{ad}", &endless, &many, "\n\n\n", "e\u{301}\u{300}"]
    {
        let pages = write_pdf(&Written::saying(said).page(&scenario, &debrief), Appendix::Folded).expect("a PDF");
        assert!(pages.missing_glyphs.is_empty(), "{:?}", pages.missing_glyphs);
    }
    let written = Written::saying("\u{6c34} \u{645}\u{627}\u{621} \u{1f642} caf\u{e9}");
    let pages = write_pdf(&written.page(&scenario, &debrief), Appendix::Folded);
    let lacking = pages.expect("a PDF").missing_glyphs;
    assert_eq!(lacking, ['\u{621}', '\u{627}', '\u{645}', '\u{6c34}', '\u{1f642}']);
}
