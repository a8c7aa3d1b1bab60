//! A debrief in a few plain words: its opening sentences, and its curves for readers who cannot see them.

use crate::rubric::{Feeling, Stage};
use crate::session::Felt;

use super::{Debrief, MomentsMet, TurnReport, terms};

/// One or two calm sentences that open the debrief: how it ended and what stood out. They praise what was done or point
/// to what is worth a look; they neither scold nor rank.
#[must_use]
pub fn headline(debrief: &Debrief) -> String {
    let ended = match &debrief.ending {
        Some(ending) => format!("{}.", terms::quoted(&ending.title)),
        None => "The conversation was left before it came to an end.".to_owned(),
    };
    format!("{ended} {}", stood_out(debrief))
}

/// What stood out, in one sentence: the first that applies.
fn stood_out(debrief: &Debrief) -> String {
    let MomentsMet { met, of: all } = debrief.moments_met;
    if debrief.turns.is_empty() {
        "There is nothing to look back on yet.".to_owned()
    } else if debrief.ended_unsafely() {
        "Somebody may come to harm here, and that comes first when you look back.".to_owned()
    } else if let Some(act) = debrief.critical.first() {
        format!("One thing needs a look before all else: turn {}, \u{201c}{}\u{201d}.", act.turn + 1, act.label)
    } else if debrief.patient.came_down && debrief.patient.stage >= Stage::Escalating {
        "It eased a little from where it was hardest, and feelings still ran high when it ended.".to_owned()
    } else if debrief.patient.came_down {
        "It grew tense on the way, and you stayed with it until it eased.".to_owned()
    } else if debrief.patient.stage >= Stage::Escalating {
        "Feelings still ran high when it ended, and there are turns worth another look.".to_owned()
    } else if all > 0 && met == all {
        "You met every moment that came.".to_owned()
    } else if met > 0 {
        "You met part of what came, and there is more to find.".to_owned()
    } else if all > 0 {
        "There were moments to meet on the way; they are told below.".to_owned()
    } else {
        "It stayed calm all along.".to_owned()
    }
}

/// The curves of the three feelings in words, a sentence each, and where the largest change was.
#[must_use]
pub fn describe_arc(debrief: &Debrief) -> String {
    let mut sentences: Vec<String> = Feeling::ALL.iter().map(|&feeling| describe(debrief, feeling)).collect();
    if let Some(point) = debrief.turning_points.first() {
        let turn = point.turn + 1;
        sentences.push(format!("The largest change came with turn {turn}: {}.", moved(&debrief.turns[point.turn])));
    }
    sentences.join(" ")
}

/// "Agitation began at 55 (escalating), was highest after turn 3 at 98 (crisis), and ended at 40 (anxious)."
fn describe(debrief: &Debrief, feeling: Feeling) -> String {
    let name = terms::feeling(feeling);
    let course: Vec<Felt> = debrief.turns.iter().map(|turn| turn.after).collect();
    let (Some(first), Some(&end)) = (debrief.turns.first(), course.last()) else {
        return format!("{name} was {}.", debrief.patient.feelings.get(feeling));
    };
    let begin = first.before;
    let value = |felt: Felt| felt.feelings.get(feeling);
    let mut parts = vec![format!("{name} began at {}", value_in_words(begin, feeling))];
    let highest = (0..course.len()).rev().max_by_key(|&turn| value(course[turn]));
    if let Some(turn) = highest.filter(|&turn| value(course[turn]) > value(begin).max(value(end))) {
        parts.push(format!("was highest after turn {} at {}", turn + 1, value_in_words(course[turn], feeling)));
    }
    let lowest = (0..course.len()).min_by_key(|&turn| value(course[turn]));
    if let Some(turn) = lowest.filter(|&turn| value(course[turn]) < value(begin).min(value(end))) {
        parts.push(format!("was lowest after turn {} at {}", turn + 1, value_in_words(course[turn], feeling)));
    }
    let comma = if parts.len() > 1 { "," } else { "" };
    format!("{}{comma} and ended at {}.", parts.join(", "), value_in_words(end, feeling))
}

/// A feeling's value; for agitation with its stage.
fn value_in_words(felt: Felt, feeling: Feeling) -> String {
    let value = felt.feelings.get(feeling);
    if feeling == Feeling::Agitation { format!("{value} ({})", felt.stage.word()) } else { value.to_string() }
}

/// "agitation rose by 18, trust fell by 20".
fn moved(turn: &TurnReport) -> String {
    let parts = Feeling::ALL.into_iter().filter_map(|feeling| {
        let (before, after) = (turn.before.feelings.get(feeling), turn.after.feelings.get(feeling));
        let way = if after > before { "rose" } else { "fell" };
        (after != before).then(|| format!("{} {way} by {}", feeling.word(), after.abs_diff(before)))
    });
    parts.collect::<Vec<_>>().join(", ")
}
