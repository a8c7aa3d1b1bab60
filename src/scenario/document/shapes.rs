//! How each condition is written, and what it means.

use crate::rubric::{Feeling, Stage};
use crate::scenario::EndingKind;
use crate::source::decoding::words::Words;
use crate::source::{Documentation, EntryDocumentation, Kind, ListDocumentation, Part};

/// Declares conditions: each name with how it is written in full. The doc comments are what authors read.
macro_rules! shapes {
    ($( $(#[doc = $line:literal])* $name:ident = $written:literal; )*) => {
        /// Each condition.
        const SHAPES: &[EntryDocumentation] = &[$( EntryDocumentation {
            name: stringify!($name),
            written: $written,
            documentation: Documentation::new(concat!($($line, "\n"),*)),
        } ),*];
    };
}

shapes! {
    /// A feeling is at least so high now: `agitation`, `trust` or `understanding`, and a number from 0 to 100.
    AtLeast = "AtLeast(agitation, 50)";

    /// A feeling is lower than this now. At the number itself it does not hold: `Below(trust, 30)` holds at 29
    /// and not at 30, where `AtLeast(trust, 30)` begins.
    Below = "Below(trust, 30)";

    /// The stage of agitation is this one now, neither lower nor higher. A stage is left a little lower than
    /// it is entered, so that the patient does not waver between two.
    Stage = "Stage(crisis)";

    /// The stage of agitation has been this one or a higher one at any time so far, the start included.
    Reached = "Reached(crisis)";

    /// The patient has been in a crisis, has come down from it, and is still raw: it holds for three turns, in
    /// which hard words hurt half as much again.
    Recovering = "Recovering";

    /// A choice has set this flag with [`sets`](../choice/sets.md), and none has cleared it since.
    Flag = "Flag(\"named-a-time\")";

    /// This choice has been taken: the scene first, then the choice.
    Chose = "Chose(\"arrival\", \"policy\")";

    /// This behaviour has been shown by some choice so far.
    Shown = "Shown(attends_need)";

    /// The first behaviour has been shown, and the second not in an earlier turn. It does not matter whether the
    /// second comes later, with it, or never.
    Before = "Before(attends_need, explains_why)";

    /// This scene has been met, or is the current scene.
    Visited = "Visited(\"arrival\")";

    /// This scene has been met at least so many times, from 1 to 1000.
    Visits = "Visits(\"arrival\", 2)";

    /// This need of the patient has not been closed yet.
    NeedOpen = "NeedOpen(\"pain\")";

    /// This need is still open, and at least so many turns have passed, from 1 to 1000. A turn is a choice taken.
    Unmet = "Unmet(\"pain\", 4)";

    /// This choice was taken in the last turn, an interruption's choice too: the scene first, then the choice. It holds
    /// in the answer and the branches of the choice itself and in what follows, until the next choice is taken.
    JustChose = "JustChose(\"arrival\", \"policy\")";

    /// This scene was met at least so many turns ago, from 1 to 12; of several times the last counts. A turn is a choice
    /// taken. Where the scene has not been met it does not hold.
    Since = "Since(\"arrival\", 3)";

    /// This choice was taken at least so many turns ago, from 1 to 12: the scene first, then the choice. In the turn in
    /// which it is taken none has passed yet. Where it has not been taken it does not hold.
    SinceChose = "SinceChose(\"arrival\", \"policy\", 3)";

    /// This scene was met at least so many minutes ago, from 1 to 1440; of several times the last counts. Only in a
    /// scenario with a [`clock`](../scenario/clock.md).
    MinutesSince = "MinutesSince(\"arrival\", 15)";

    /// This choice was taken at least so many minutes ago, from 1 to 1440: the scene first, then the choice. The minutes
    /// that the choice itself takes do not count. Only in a scenario with a [`clock`](../scenario/clock.md).
    MinutesSinceChose = "MinutesSinceChose(\"arrival\", \"policy\", 15)";

    /// It is this time of day or later, counted from the beginning of the conversation: in one that begins at 23:40,
    /// `From("00:10")` is half an hour on. Only in a scenario with a [`clock`](../scenario/clock.md).
    From = "From(\"20:30\")";

    /// The conversation has ended in this scene. Only in the [`met`](../objective/met.md) of an objective.
    Ended = "Ended(\"home\")";

    /// The conversation has ended in an ending of this kind. Only in the [`met`](../objective/met.md) of an
    /// objective.
    EndedAs = "EndedAs(Good)";

    /// All of these conditions hold. At least one stands in the brackets.
    All = "All(Recovering, Below(trust, 30))";

    /// At least one of these conditions holds.
    Any = "Any(Recovering, Below(trust, 30))";

    /// This condition does not hold.
    Not = "Not(Recovering)";
}

/// What authors read about conditions.
pub(super) const CONDITIONS: &ListDocumentation = &ListDocumentation {
    what: "a condition",
    documentation: Documentation::new(
        " Something that holds or does not at a point of the conversation. Variants of a text, branches, choices,\n \
         interruptions and objectives ask for conditions. After a choice its effects are there already: feelings\n \
         have changed and flags are set when the branches are looked at.\n",
    ),
    entries: SHAPES,
};

/// How a condition is written; `None` where there is none of that name.
pub(crate) fn shape(name: &str) -> Option<&'static str> {
    SHAPES.iter().find(|shape| shape.name == name).map(|shape| shape.written)
}

/// Names that no condition has and that authors write all the same, each with the condition that says most nearly that.
const OTHERWISE: [(&str, &str); 18] = [
    ("Above", "AtLeast"),
    ("After", "From"),
    ("And", "All"),
    ("At", "From"),
    ("AtMost", "Below"),
    ("Choice", "Chose"),
    ("Chosen", "Chose"),
    ("Clock", "From"),
    ("Less", "Below"),
    ("LessThan", "Below"),
    ("MoreThan", "AtLeast"),
    ("Or", "Any"),
    ("Over", "AtLeast"),
    ("Said", "Chose"),
    ("Seen", "Visited"),
    ("Took", "Chose"),
    ("Time", "From"),
    ("Under", "Below"),
];

/// The condition that is meant by a name that no condition has, where authors often write it so.
pub(super) fn meant(name: &str) -> Option<&'static str> {
    OTHERWISE.iter().find(|(other, _)| other.eq_ignore_ascii_case(name)).map(|(_, meant)| *meant)
}

/// The name of every condition.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    SHAPES.iter().map(|shape| shape.name)
}

/// What authors read about a place where a condition may stand.
pub(super) fn kind() -> Kind {
    const WORDS: &[&ListDocumentation] = &[Feeling::DOCUMENTATION, Stage::DOCUMENTATION, EndingKind::DOCUMENTATION];
    Kind { what: CONDITIONS.what.to_owned(), parts: vec![Part::Shapes(CONDITIONS, WORDS)] }
}
