//! Text → plan, with every mistake found in one pass.

use crate::rubric::{Dimension, Feeling, Stage};
use crate::scenario::{ClockTime, EndingKind};
use crate::session::{Road, RoadStep};
use crate::source::decoding::NO_QUOTES;
use crate::source::decoding::words::Words;
use crate::source::{Diagnostic, Source, Span, Spanned, suggest};

use super::rules::{EMPTY_PLAN, STEP_SHAPE, UNKNOWN_STEP};
use super::{ExpectedNumber, Plan, PlannedRoad, Step};

/// The seed of a road that names none.
const SEED: u64 = 1;

/// The states of a flag, in the words of a plan.
const SET: [&str; 2] = ["set", "not set"];

/// The states of a need, in the words of a plan.
const OPEN: [&str; 2] = ["open", "closed"];

/// The outcomes of an objective, in the words of a plan.
const MET: [&str; 2] = ["met", "missed"];

/// The marks that may be put around a text.
const MARKS: [char; 7] = ['"', '\'', '\u{201c}', '\u{201d}', '\u{201e}', '\u{2018}', '\u{2019}'];

/// How each kind of line begins, with an example of it.
const SHAPES: [(&str, &str); 22] = [
    ("road", "road: Someone who listens"),
    ("seed", "seed: 7"),
    ("scene", "scene: arrival"),
    ("sees", "sees: jaw is set"),
    ("says", "says: Two hours"),
    ("not sees", "not sees: jaw is set"),
    ("not says", "not says: Two hours"),
    ("answer", "answer: first one who has said that"),
    ("not answer", "not answer: first one who has said that"),
    ("offers", "offers: go-over, policy"),
    ("not offers", "not offers: wave"),
    ("feels", "feels: agitation below 40"),
    ("stage", "stage: anxious"),
    ("flag", "flag: named-a-time set"),
    ("need", "need: pain open"),
    ("clock", "clock: 20:10"),
    ("choose", "choose: go-over"),
    ("late", "late: wait"),
    ("ending", "ending: home"),
    ("kind", "kind: Good"),
    ("objective", "objective: pain-first met"),
    ("score", "score: empathy at least 80"),
];

/// Reads a plan.
///
/// # Errors
/// A diagnostic for each line that cannot be read; if there is none, one for a plan without a road, or for each road
/// without steps.
pub fn read(source: &Source) -> Result<Plan, Vec<Diagnostic>> {
    let mut reader = Reader { roads: Vec::new(), found: Vec::new(), without_road: false };
    let mut start = 0;
    for line in source.text().split_inclusive('\n') {
        reader.line(line, start);
        start += line.len();
    }
    if reader.found.is_empty() {
        reader.empty(start);
    }
    if reader.found.is_empty() { Ok(Plan { roads: reader.roads }) } else { Err(reader.found) }
}

struct Reader {
    roads: Vec<PlannedRoad>,
    found: Vec<Diagnostic>,
    /// Whether steps before the first road have been reported.
    without_road: bool,
}

impl Reader {
    fn line(&mut self, line: &str, start: usize) {
        let text = line.trim();
        if text.is_empty() || text.starts_with('#') {
            return;
        }
        let from = start + line.len() - line.trim_start().len();
        let span = Span::new(from, from + text.len());
        let (name, rest) = text.split_once(':').map_or((text, ""), |(name, rest)| (name.trim(), rest.trim()));
        let Some((_, shape)) = SHAPES.iter().find(|(known, _)| *known == name) else {
            return self.unknown(name, Span::new(from, from + name.len()));
        };
        if name == "road" {
            let road = PlannedRoad { name: rest.to_owned(), span, seed: SEED, steps: Vec::new() };
            self.roads.push(road);
            return;
        }
        let Some(road) = self.roads.last_mut() else {
            if !std::mem::replace(&mut self.without_road, true) {
                let message = "This step belongs to no road";
                self.found.push(STEP_SHAPE.at(span, message).hint("begin a road above it: `road: its name`"));
            }
            return;
        };
        // With them such a step would hold whatever is said or on offer.
        let in_marks = match name {
            "not offers" => rest.split(',').any(|id| within_marks(id.trim()).is_some()),
            _ => name.starts_with("not ") && within_marks(rest).is_some(),
        };
        if in_marks {
            let message = format!("Quotation marks around what `{name}` looks for: it would never be found");
            self.found.push(STEP_SHAPE.at(span, message).hint(NO_QUOTES));
            return;
        }
        let done = if name == "seed" { seed(road, rest) } else { step(name, rest).map(|step| push(road, step, span)) };
        if done.is_none() {
            self.found.push(suggest::other_shape(&STEP_SHAPE, span, name, shape).hints(hint_for(name)));
        }
    }

    fn unknown(&mut self, name: &str, span: Span) {
        let hint = suggest::hint(name, SHAPES.iter().map(|(known, _)| *known));
        let message = format!("`{name}` is not a step of a plan");
        self.found.push(UNKNOWN_STEP.at(span, message).hints(hint));
    }

    fn empty(&mut self, end: usize) {
        if self.roads.is_empty() {
            let nothing = EMPTY_PLAN.at(Span::new(end, end), "There is no road in this plan");
            self.found.push(nothing.hint("begin one: `road: its name`"));
        }
        for road in self.roads.iter().filter(|road| road.steps.is_empty()) {
            let message = "Nothing is done or expected on this road";
            self.found.push(EMPTY_PLAN.at(road.span, message).hint("add its steps below, or take it out"));
        }
    }
}

fn push(road: &mut PlannedRoad, step: Step, span: Span) {
    road.steps.push(Spanned::new(step, span));
}

/// Sets the seed, which must come before the first step, since chance begins with the first scene.
fn seed(road: &mut PlannedRoad, rest: &str) -> Option<()> {
    road.seed = rest.parse().ok().filter(|_| road.steps.is_empty())?;
    Some(())
}

/// A further hint on how a step is written.
fn hint_for(name: &str) -> Option<String> {
    let all = match name {
        "seed" => return Some("it stands right below `road`, before any step".to_owned()),
        "stage" => list(Stage::ALL.map(Stage::word)),
        "kind" => list(EndingKind::ALL.iter().map(|(word, _)| *word)),
        "feels" => list(Feeling::ALL.map(Feeling::word)),
        "score" => list(Dimension::ALL.map(dimension_word)),
        "flag" => list(SET),
        "need" => list(OPEN),
        "objective" => list(MET),
        _ => return None,
    };
    Some(format!("there are: {all}"))
}

fn list<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    words.into_iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}

fn step(name: &str, rest: &str) -> Option<Step> {
    let filled = (!rest.is_empty()).then(|| rest.to_owned());
    match name {
        "scene" => one_word(rest).map(Step::Scene),
        "sees" => filled.map(Step::Sees),
        "says" => filled.map(Step::Says),
        "not sees" => filled.map(Step::NotSees),
        "not says" => filled.map(Step::NotSays),
        "answer" => filled.map(Step::Answer),
        "not answer" => filled.map(Step::NotAnswer),
        "offers" => words(rest).map(Step::Offers),
        "not offers" => words(rest).map(Step::NotOffers),
        "feels" => Feeling::ALL.into_iter().find_map(|feeling| {
            rest.strip_prefix(feeling.word())
                .and_then(|bound| ExpectedNumber::parse(bound.trim()))
                .map(|bound| Step::Feels(feeling, bound))
        }),
        "stage" => Stage::ALL.into_iter().find(|stage| stage.word() == rest).map(Step::Stage),
        "flag" => id_with_state(rest, SET).map(|(id, set)| Step::Flag { id, set }),
        "need" => id_with_state(rest, OPEN).map(|(id, open)| Step::Need { id, open }),
        "clock" => ClockTime::parse(rest).map(Step::Clock),
        "choose" => choose(rest).map(Step::Choose),
        "late" => one_word(rest).map(|choice| Step::Choose(RoadStep { late: true, ..RoadStep::choose(choice) })),
        "ending" => one_word(rest).map(Step::Ending),
        "kind" => EndingKind::ALL.iter().find(|(word, _)| *word == rest).map(|(_, kind)| Step::Kind(*kind)),
        "objective" => id_with_state(rest, MET).map(|(id, met)| Step::Objective { id, met }),
        "score" => Dimension::ALL.into_iter().find_map(|dimension| {
            let bound = rest.strip_prefix(dimension_word(dimension))?;
            ExpectedNumber::parse(bound.trim()).map(|bound| Step::Score(dimension, bound))
        }),
        _ => None,
    }
}

/// A step as in a road: a choice and, after `>`, the scene that chance leads to.
fn choose(rest: &str) -> Option<RoadStep> {
    let mut steps = Road::parse(rest).ok()?.steps;
    steps.pop().filter(|_| steps.is_empty())
}

/// An id, and whether the first or the second of two words follows it.
fn id_with_state(rest: &str, [yes, no]: [&str; 2]) -> Option<(String, bool)> {
    let (id, result) = rest.split_once(char::is_whitespace)?;
    let state = match result.trim() {
        result if result == yes => true,
        result if result == no => false,
        _ => return None,
    };
    Some((id.to_owned(), state))
}

fn words(rest: &str) -> Option<Vec<String>> {
    rest.split(',').map(one_word).collect()
}

fn one_word(text: &str) -> Option<String> {
    let word = text.trim();
    (!word.is_empty() && !word.contains(char::is_whitespace)).then(|| word.to_owned())
}

/// What stands between quotation marks, where a text begins and ends with them.
pub(super) fn within_marks(text: &str) -> Option<&str> {
    text.strip_prefix(MARKS)?.strip_suffix(MARKS)
}

/// A dimension as a plan writes it.
pub(super) const fn dimension_word(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Empathy => "empathy",
        Dimension::Clarity => "clarity",
        Dimension::DeEscalation => "de-escalation",
    }
}
