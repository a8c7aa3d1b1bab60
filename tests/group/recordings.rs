//! What went in is recorded, and the same session comes out again.

use bedside::group::recording::{Opening, Recorded, Recording, RecordingError, line};
use bedside::group::{Agenda, Asked, Contribution, GroupSession, Input, ParticipantId, Phase, Steer, Step};
use bedside::session::Chance;

use super::facts;
use crate::support::{rubric, shipped, text};

/// A session of phones and hands through a scenario that ships, with its recording.
fn recorded() -> (GroupSession, String) {
    let scenario = shipped().into_iter().find(|scenario| scenario.id == "two-hours-in").expect("it ships");
    let written = text("scenarios/two-hours-in.ron");
    let chance = Chance::from_seed(9);
    let opening = Opening::new(&scenario, &written, chance, Agenda::HOUR);
    let mut group = GroupSession::begin(scenario, chance, Agenda::HOUR);
    let mut lines = line(&opening).expect("it is text");
    let mut at = 0;
    let mut give = |group: &mut GroupSession, input: Input| {
        at += 900;
        group.apply(at, &input).expect("it is time for it");
        lines.push_str(&line(&Recorded { at, input }).expect("it is text"));
    };
    for _ in 0..5 {
        give(&mut group, Input::Join);
    }
    while group.step() != Step::Ended {
        if group.step().is_voting() {
            let poll = group.open_poll().expect("a vote is open");
            let options = group.room_view().decision.expect("a decision is open").options;
            for who in 0..5 {
                let choice = options[(who * who) as usize % options.len()].choice.as_str().into();
                give(&mut group, Input::From { who: ParticipantId(who), what: Contribution::Vote { poll, choice } });
            }
        }
        let tied = group.step() == Step::Deciding(Phase::Reveal) && group.majority().is_none();
        let choice = || group.room_view().decision.map(|decision| decision.options[0].choice.as_str().into());
        let steer = if tied { Steer::Take { choice: choice().expect("a decision is open") } } else { Steer::Next };
        give(&mut group, Input::Steer(steer));
        if let Some(at) = Asked::of(group.step()) {
            give(&mut group, Input::Steer(Steer::Said { at, words: "slowly\nand \u{201c}calmly\u{201d}".into() }));
        }
        if group.step() == Step::Commitments {
            let words = "sit down, \u{201c}slowly\u{201d}\nand wait".into();
            give(&mut group, Input::From { who: ParticipantId(2), what: Contribution::Commit { words } });
        }
    }
    (group, lines)
}

fn replayed(lines: &str) -> Result<(GroupSession, Option<usize>), RecordingError> {
    let recording = Recording::read(lines)?;
    let group = recording.replay(rubric(), bedside::rules::rules(), |_, _| {})?;
    Ok((group, recording.breaks_off))
}

#[test]
fn a_recording_comes_to_the_same_state() {
    let (group, lines) = recorded();
    let (again, breaks_off) = replayed(&lines).expect("it is whole");
    assert_eq!((facts(&again), breaks_off), (facts(&group), None));
    let commitments = again.commitments().values().map(|words| words.as_str().to_owned()).collect::<Vec<_>>();
    assert_eq!(commitments, ["sit down, \u{201c}slowly\u{201d}\nand wait"]);
    for at in [Asked::Reactions, Asked::Commitments] {
        assert_eq!(again.said(at).lines().collect::<Vec<_>>(), ["slowly", "and \u{201c}calmly\u{201d}"]);
    }
}

#[test]
fn a_recording_that_is_cut_anywhere_is_read_up_to_there_and_says_so() {
    let (_, lines) = recorded();
    let first = lines.find('\n').expect("there are lines") + 1;
    for cut in (first..lines.len()).step_by(97).filter(|&cut| lines.is_char_boundary(cut)) {
        let recording = Recording::read(&lines[..cut]).expect("its first line is whole");
        let whole = lines[..cut].matches('\n').count();
        let cut_in_a_line = !lines[..cut].ends_with('\n');
        assert_eq!(recording.inputs.len(), whole - 1);
        assert_eq!(recording.breaks_off, cut_in_a_line.then_some(whole + 1));
    }
    assert!(replayed(&lines[..lines.len() - 5]).is_ok());
}

#[test]
fn what_is_no_recording_is_told_with_its_line() {
    let (_, lines) = recorded();
    assert_eq!(Recording::read("").err(), Some(RecordingError::NoOpening));
    assert_eq!(Recording::read("{}\n").err(), Some(RecordingError::NoOpening));
    let later = lines.replacen("\"bedside_group\":1", "\"bedside_group\":2", 1);
    assert_eq!(Recording::read(&later).err(), Some(RecordingError::Later { found: 2 }));
    let broken = lines.replacen("\"join\"", "\"joyn\"", 1);
    assert!(matches!(Recording::read(&broken), Err(RecordingError::Line { line: 2, .. })));
    let without_joining: String = lines.split_inclusive('\n').filter(|line| !line.contains("\"join\"")).collect();
    assert!(
        matches!(replayed(&without_joining), Err(RecordingError::Refused { line: 6, .. })),
        "{:?}",
        replayed(&without_joining).map(|_| ())
    );
}
