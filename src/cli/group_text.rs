//! A group session in the terminal, as its facilitator sees it.

use std::io;

use crate::debrief::terms::done_and_said;
use crate::group::{Contribution, FacilitatorView, GroupSession, Input, OptionView, Spread, Steer, letter};

use super::terminal_page::TerminalPage;

/// "01:02:03".
pub(super) fn timed(milliseconds: u64) -> String {
    let seconds = milliseconds / 1_000;
    format!("{:02}:{:02}:{:02}", seconds / 3_600, seconds / 60 % 60, seconds % 60)
}

/// What has happened, in a line; the session is as it is after it.
pub(super) fn happened(input: &Input, group: &GroupSession) -> String {
    match input {
        Input::Join => format!("somebody joins; there are {}", group.joined()),
        Input::From { what, .. } => match what {
            Contribution::Vote { .. } => "a vote".to_owned(),
            Contribution::OwnWords { words, .. } => format!("own words: \u{201c}{}\u{201d}", words.as_str()),
            Contribution::Tag { behaviour, shown, .. } => {
                format!("an observer {} {behaviour}", if *shown { "marks" } else { "takes back" })
            }
            Contribution::Reflect { feeling, .. } => format!("it felt \u{201c}{}\u{201d}", feeling.as_str()),
            Contribution::Commit { words } => format!("next time: \u{201c}{}\u{201d}", words.as_str()),
        },
        Input::Steer(steer) => format!("{}; now: {}", steered(steer), group.step().label()),
    }
}

fn steered(steer: &Steer) -> String {
    match steer {
        Steer::Next => "on".to_owned(),
        Steer::Reveal => "to the reveal".to_owned(),
        Steer::Hands { counts, .. } => format!("hands {counts:?}"),
        Steer::Take { choice } => format!("the facilitator takes {choice}"),
        Steer::Split { first, second } => format!("the room is split: {first} and {second}"),
        Steer::OtherBranch => "to the other branch".to_owned(),
        Steer::GoOnWith { .. } => "on with one branch".to_owned(),
        Steer::SecondVote { held } => (if *held { "votes are held twice" } else { "votes are held once" }).to_owned(),
        Steer::Disagree { words, .. } => format!("the facilitator disagrees: \u{201c}{}\u{201d}", words.as_str()),
        Steer::Said { words, .. } => {
            format!("said aloud: \u{201c}{}\u{201d}", words.lines().collect::<Vec<_>>().join("; "))
        }
        Steer::Note { .. } => "a note".to_owned(),
        Steer::Stop => "the conversation is stopped".to_owned(),
        Steer::Undo => "one step back".to_owned(),
    }
}

/// Where the session stands, for its facilitator.
pub(super) fn stands(page: &mut TerminalPage<'_>, group: &GroupSession) -> io::Result<()> {
    let (room, own) = (group.room_view(), group.facilitator_view());
    page.heading(&crate::sentence::capitalised(room.step.label()))?;
    for heard in &room.heard {
        match &heard.speaker {
            Some(who) => page.item(&format!("{who}: "), &format!("\u{201c}{}\u{201d}", heard.words))?,
            None => page.text(&heard.words)?,
        }
    }
    if let Some(ending) = &room.ending {
        page.text(&format!("The end: {}. {}", ending.title, ending.thought))?;
    }
    for branch in room.branches.iter().flatten() {
        let taken: Vec<String> = branch.taken.iter().map(words).collect();
        page.item("- ", &taken.join(" Then: "))?;
        branch.heard.iter().try_for_each(|heard| page.indented("  ", &heard.words))?;
    }
    decision(page, &own)?;
    own.prompts.iter().try_for_each(|prompt| page.item("? ", prompt))?;
    own.own_words.iter().try_for_each(|words| page.item("\u{201c} ", words))
}

fn decision(page: &mut TerminalPage<'_>, own: &FacilitatorView) -> io::Result<()> {
    for keyed in &own.options {
        page.item(&format!("{}. ", keyed.option.letter), &words(&keyed.option))?;
        page.indented("   ", &format!("({})", keyed.shows.join(", ")))?;
    }
    if let Some(cue) = &own.cue {
        page.text(&format!("Cue: {cue}"))?;
    }
    own.spreads.iter().try_for_each(|spread| page.text(&format!("Votes: {}", counted(spread))))?;
    own.voted.map_or(Ok(()), |voted| page.text(&format!("Voted: {voted}")))
}

/// "A 3, B 1".
fn counted(spread: &Spread) -> String {
    let each = spread.0.iter().enumerate().map(|(place, count)| format!("{} {count}", letter(place)));
    each.collect::<Vec<_>>().join(", ")
}

fn words(option: &OptionView) -> String {
    done_and_said(option.act.as_deref(), option.say.as_deref())
}
