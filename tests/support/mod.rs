//! What tests share: the rubric that ships, and scenarios from the folders.

mod generated;

use std::fmt::Write as _;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};

use bedside::analysis::stranger::Teachers;
use bedside::analysis::{Effort, analyse};
use bedside::fairness;
use bedside::rubric::{self, Rubric, RubricTexts};
use bedside::rules::rules;
use bedside::scenario::{self, Reading, Scenario};
use bedside::session::{Chance, RoadStep, Session};
use bedside::source::{Report, Source};

pub(crate) use generated::{folder_holds, page_holds};

/// The package's folder.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The text of a file of the package.
#[track_caller]
pub(crate) fn text(path: impl AsRef<Path>) -> String {
    let path = root().join(path);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The files of a folder of the package with this ending, by name.
#[track_caller]
pub(crate) fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(root().join(folder)).unwrap_or_else(|error| panic!("{folder}: {error}"));
    let mut paths: Vec<PathBuf> = entries.filter_map(Result::ok).map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|found| found == ending));
    paths.sort();
    paths
}

/// A path's name without folders and ending.
pub(crate) fn stem(path: &Path) -> &str {
    path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default()
}

/// The texts of the rubric that ships.
pub(crate) fn rubric_texts() -> RubricTexts {
    rubric_texts_with(|_| None)
}

/// The same, with some replaced by what `other` returns.
pub(crate) fn rubric_texts_with(other: impl Fn(&str) -> Option<String>) -> RubricTexts {
    let asset = |name: &str| Source::new(name, other(name).unwrap_or_else(|| text(format!("assets/{name}.ron"))));
    RubricTexts {
        behaviours: asset("behaviours"),
        model: asset("model"),
        strategies: asset("strategies"),
        moods: asset("moods"),
        moments: asset("moments"),
        survey: asset("survey"),
        courtesy: asset("courtesy"),
        fairness: asset("fairness"),
        checks: asset("checks"),
        feedback: asset("feedback"),
        plain_words: asset("plain-words"),
    }
}

/// The rubric that ships.
pub(crate) fn rubric() -> &'static Arc<Rubric> {
    static RUBRIC: LazyLock<Arc<Rubric>> = LazyLock::new(|| {
        Arc::new(rubric::read(&rubric_texts()).unwrap_or_else(|reports| panic!("{}", rendered(&reports[0]))))
    });
    &RUBRIC
}

/// Reads a text.
pub(crate) fn read(name: &str, text: impl AsRef<str>) -> Reading {
    scenario::read(Source::new(name, text), rubric(), rules())
}

/// Reads a text and checks whether it is a fair test.
pub(crate) fn checked(name: &str, text: impl AsRef<str>) -> Reading {
    fairness::read(Source::new(name, text), rubric(), rules())
}

/// What strangers learn from in tests: the best option has the most sentences and is the shortest.
const TEACHER: &str = "tests/scenarios/bad/stranger-passes.ron";

/// Reads a text and checks whether it is a fair test, on all roads too, with a stranger who has learnt from a teacher
/// of the tests.
pub(crate) fn checked_on_all_roads(name: &str, written: impl AsRef<str>) -> Reading {
    let mut reading = checked(name, written);
    if let (Some(scenario), Some(source_map)) = (&reading.scenario, &reading.source_map) {
        let effort = Effort { plays: 300, ..Effort::usual(NonZero::<usize>::MIN, &|_| true) };
        let mut analysis = analyse(scenario, &effort);
        let teachers = Teachers::new(vec![playable(text(TEACHER))], [scenario]);
        analysis.learnt_stranger = Some(teachers.send_stranger(scenario, &effort));
        let findings = fairness::check_roads(scenario, source_map, &analysis);
        reading.report = reading.report.with(findings.judged(&reading.allowances));
    }
    reading
}

/// A scenario that must have no errors and no warnings, including those about fairness.
#[track_caller]
pub(crate) fn sound(name: &str, text: impl AsRef<str>) -> Arc<Scenario> {
    let reading = checked(name, text);
    assert!(reading.report.diagnostics.is_empty(), "{}", rendered(&reading.report));
    Arc::new(reading.scenario.expect("nothing is wrong with it"))
}

/// A scenario that must have no errors; warnings do not matter.
#[track_caller]
pub(crate) fn playable(text: impl AsRef<str>) -> Arc<Scenario> {
    let reading = read("playable", text);
    Arc::new(reading.scenario.unwrap_or_else(|| panic!("{}", rendered(&reading.report))))
}

/// The scenarios that ship, by id.
pub(crate) fn shipped() -> Vec<Arc<Scenario>> {
    files("scenarios", "ron").iter().map(|path| sound(stem(path), text(path))).collect()
}

/// A scenario that ships.
#[track_caller]
pub(crate) fn shipped_as(id: &str) -> Arc<Scenario> {
    sound(id, text(format!("scenarios/{id}.ron")))
}

/// Conversations that are corridors, by id: most decisions lead to one scene, and the best options have one form. They hold
/// what a stranger and the measures of a conversation find in files of full size.
pub(crate) fn corridors() -> Vec<Arc<Scenario>> {
    files("tests/scenarios/corridors", "ron").iter().map(|path| playable(text(path))).collect()
}

/// One of the [`corridors`].
#[track_caller]
pub(crate) fn corridor(id: &str) -> Arc<Scenario> {
    playable(text(format!("tests/scenarios/corridors/{id}.ron")))
}

/// The minimal scenario without mistakes.
pub(crate) fn minimal() -> String {
    text("tests/scenarios/good/minimal.ron")
}

/// What was done at a turn, and the parts of what came back, in order.
pub(crate) type Told = (&'static str, &'static [&'static str]);

/// A conversation in which each choice is answered: once before an interruption, once on the way back from it, and once
/// before an ending. Also what is to be read of each turn.
#[track_caller]
pub(crate) fn answered() -> (Arc<Scenario>, Session, [Told; 3]) {
    let scenario = playable(text("tests/scenarios/answers.ron"));
    let mut session = Session::begin(Arc::clone(&scenario), Chance::from_seed(7));
    for choice in ["hush", "wait", "leave"] {
        session.follow(&RoadStep::choose(choice), None).expect("it is on offer");
    }
    let turns: [Told; 3] = [
        ("Hush now.", &["He throws off the blanket.", "Hush?", "John, please.", "I am off home."]),
        ("Wait a moment.", &["What for?", "The trays come round."]),
        ("Go to the next bed.", &["So that was it.", "past noon."]),
    ];
    (scenario, session, turns)
}

/// A report, rendered for people.
pub(crate) fn rendered(report: &Report) -> String {
    let mut rendered = String::new();
    for found in &report.diagnostics {
        let (from, to) = (report.source.position(found.span.start()), report.source.position(found.span.end()));
        let severity = found.rule.severity.word();
        let _ = writeln!(
            rendered,
            "{}:{}:{} (to {}:{}) {severity} {}: {}",
            report.source.name(),
            from.line,
            from.column,
            to.line,
            to.column,
            found.rule.code,
            found.message
        );
        for note in &found.notes {
            let _ = writeln!(rendered, "    line {}: {}", report.source.position(note.span.start()).line, note.message);
        }
        for hint in &found.hints {
            let _ = writeln!(rendered, "    hint: {hint}");
        }
    }
    rendered
}
