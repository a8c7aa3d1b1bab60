//! What the terminal keeps of conversations, and how it goes on with those that were left.

use std::fs;
use std::path::Path;

use bedside::attempt::Mode;
use bedside::hash::ContentHash;
use bedside::library::Library;
use bedside::records::database::{Database, KeptAttempt, Profile};
use bedside::records::saved_attempt::{Identity, Phase, SavedAttempt};
use bedside::records::{AttemptId, Outcome as CameTo, PersonId, Player, Timestamp};
use bedside::session::{Chance, Session};

use super::harness::{Folder, Outcome, run, run_at};

const ME: PersonId = PersonId::of([1; 16]);

/// Plays the tiny scenario in a folder that has it, and that everything is kept in.
fn play(folder: &Folder, more: &[&str], input: &str) -> Outcome {
    let words = ["--scenarios", folder.text(), "play", "my-own", "--terminal", "--data", folder.text()];
    run(&[&words[..], more].concat(), input)
}

fn database(folder: &Path) -> Database {
    Database::open(folder).expect("it is there").database
}

/// What is kept of finished attempts.
fn outcomes(folder: &Folder) -> Vec<CameTo> {
    let mut outcomes = Vec::new();
    let unread = database(folder.path()).outcomes(None, |outcome| outcomes.push(outcome));
    assert_eq!(unread.expect("read"), 0);
    outcomes
}

fn open_attempts(folder: &Folder) -> Vec<KeptAttempt> {
    let database = database(folder.path());
    let profiles = database.profiles().expect("read");
    database.open_attempts(profiles[0].id, 10).expect("read").attempts
}

/// A folder with the tiny scenario in which a conversation was left after its first choice, as the window leaves it.
fn left(change: impl FnOnce(&mut SavedAttempt), player: Option<&str>) -> Folder {
    let folder = Folder::with(&["my-own"]);
    let library = Library::open(&[folder.path().to_owned()]);
    let scenario = library.find("my-own").expect("it is there").scenario.clone();
    let mut session = Session::begin(scenario.clone(), Chance::from_seed(7));
    let greet = scenario.find_choice(scenario.start, "greet").expect("a choice");
    session.choose(greet, Some(3_000)).expect("it is on offer");
    let identity = Identity { id: AttemptId::of([2; 16]), began: Timestamp::UNIX_EPOCH, ended: None };
    let transcript = session.transcript().clone();
    let mut saved = SavedAttempt::begin(identity, scenario.title.clone(), Mode::Assess, transcript);
    change(&mut saved);
    let database = database(folder.path());
    database.add_profile(&Profile { id: ME, name: String::new(), made: Timestamp::UNIX_EPOCH }).expect("kept");
    let kept = saved.kept(ME, player.map(str::to_owned), Timestamp::UNIX_EPOCH, true).expect("plain data");
    database.keep_attempt(&kept).expect("kept");
    folder
}

#[test]
fn a_conversation_is_kept_with_what_it_came_to_and_is_not_offered_again() {
    let folder = Folder::with(&["my-own"]);
    let played = play(&folder, &["--seed", "7"], "greet\nexplain\n");
    assert_eq!((played.code, played.stderr.as_str()), (Some(0), ""), "{played:?}");
    let outcomes = outcomes(&folder);
    let [outcome] = &outcomes[..] else { panic!("{outcomes:?}") };
    assert_eq!((outcome.scenario.id.as_str(), outcome.seed, outcome.mode), ("my-own", 7, Mode::Practise));
    let choices: Vec<&str> = outcome.decisions.iter().map(|made| made.choice.as_str()).collect();
    assert_eq!(choices, ["greet", "explain"]);
    assert!(outcome.decisions.iter().all(|made| made.at.is_some()), "with its time: {outcome:?}");
    assert_eq!(open_attempts(&folder), []);
    // Nothing was left: it begins without a question.
    assert_eq!(play(&folder, &["--seed", "8"], "greet\nexplain\n").code, Some(0));
    let told = play(&folder, &["--resume"], "");
    assert_eq!(told.code, Some(1));
    assert!(told.stderr.starts_with("error: no conversation with \u{201c}my-own\u{201d} was left\n"), "{told:?}");
}

#[test]
fn a_guest_leaves_nothing_and_nor_does_a_conversation_for_programs_or_without_a_choice() {
    for more in [&["--guest"][..], &["--json"], &["--road", "-"]] {
        let folder = Folder::with(&["my-own"]);
        let home = folder.path().join("home");
        let words = ["--scenarios", folder.text(), "play", "my-own", "--terminal"];
        let words = [&words[..], more].concat();
        let played = run_at(&home, &words, "greet\nexplain\n");
        assert_eq!((played.code, played.stderr.as_str()), (Some(0), ""), "{played:?}");
        assert!(!home.exists(), "{more:?}");
    }
    let folder = Folder::with(&["my-own"]);
    play(&folder, &[], "q\n");
    assert_eq!((open_attempts(&folder), outcomes(&folder)), (Vec::new(), Vec::new()));
}

#[test]
fn what_the_window_left_goes_on_in_the_terminal_to_the_same_debrief() {
    let folder = left(|_| {}, None);
    let went_on = play(&folder, &["--resume"], "h\nexplain\n");
    assert_eq!((went_on.code, went_on.stderr.as_str()), (Some(0), ""), "{went_on:?}");
    let in_order =
        ["A short one\nYou go on at turn 2.\n", "So far:", "He sits up.", "You: \u{201c}I am Ana", "Mr Bell: And now?"];
    let places = in_order.map(|part| went_on.stdout.find(part).unwrap_or_else(|| panic!("{part}: {}", went_on.stdout)));
    assert!(places.is_sorted(), "{}", went_on.stdout);
    assert!(went_on.stdout.contains("There are no hints in assess mode."), "in its own mode: {}", went_on.stdout);
    let whole = play(&Folder::with(&["my-own"]), &["--seed", "7", "--mode", "assess"], "greet\nexplain\n");
    let [went_on, whole] = [went_on, whole].map(|played| {
        played.stdout.split_once("\nDebrief: ").unwrap_or_else(|| panic!("{}", played.stdout)).1.to_owned()
    });
    assert_eq!(went_on, whole);
}

#[test]
fn where_nobody_can_be_asked_what_to_do_with_a_conversation_that_was_left_both_ways_are_named() {
    let folder = left(|_| {}, None);
    let asked = play(&folder, &[], "greet\nexplain\n");
    let expected = "\
exit: 2
--- stdout
--- stderr
error: a conversation with \u{201c}my-own\u{201d} was left at turn 2
help: --resume goes on there; --anew discards it and begins again
help: --guest plays another, of which nothing is kept
";
    assert_eq!(asked.shown(&folder), expected);
    assert_eq!(open_attempts(&folder).len(), 1, "it stays");
    assert_eq!(play(&folder, &["--anew", "--seed", "3"], "calm\nq\n").code, Some(0));
    assert_eq!(open_attempts(&folder), []);
    let seeds: Vec<u64> = outcomes(&folder).iter().map(|outcome| outcome.seed).collect();
    assert_eq!(seeds, [3], "what was left is discarded");
}

#[test]
fn what_another_bedside_plays_is_left_to_it() {
    let folder = left(|_| {}, Some("other"));
    let other = Player::enter(folder.path(), "other").expect("it enters");
    assert_eq!(play(&folder, &["--resume"], "").code, Some(1));
    assert_eq!(play(&folder, &["--seed", "3"], "calm\nq\n").code, Some(0));
    assert_eq!(open_attempts(&folder).len(), 1, "it stays");
    drop(other);
    assert_eq!(play(&folder, &["--resume"], "explain\n").code, Some(0));
    assert_eq!((open_attempts(&folder).len(), outcomes(&folder).len()), (0, 2));
}

#[test]
fn what_was_left_at_its_debrief_is_told_of_and_closed() {
    let debriefing = |saved: &mut SavedAttempt| {
        saved.attempt.own_words.insert(0, "I would sit down".to_owned());
        saved.phase = Phase::Debriefing;
        saved.stopped = true;
        saved.identity.ended = Some(Timestamp::UNIX_EPOCH);
    };
    let folder = left(debriefing, None);
    let told = play(&folder, &["--resume"], "");
    assert_eq!((told.code, told.stderr.as_str()), (Some(0), ""), "{told:?}");
    assert!(told.stdout.contains("You go on at the debrief.") && told.stdout.contains("Debrief: A short one\n"));
    assert!(told.stdout.contains("I would sit down"), "own words are in it: {}", told.stdout);
    assert_eq!(open_attempts(&folder), []);
    assert_eq!(outcomes(&folder)[0].own_words[&0], "I would sit down");
}

#[test]
fn what_fits_a_changed_scenario_no_more_is_said() {
    let gone = |saved: &mut SavedAttempt| saved.attempt.first.turns[0].choice = "gone".into();
    let folder = left(gone, None);
    let told = play(&folder, &["--resume"], "greet\nexplain\n");
    assert_eq!(told.code, Some(0), "{told:?}");
    let words = told.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains("This scenario has changed since: the road stopped fitting at turn 1"), "{words}");
    assert!(words.contains("You go on at the beginning."), "{words}");
}

/// The ids that `bedside debrief` names, and what it says of them.
fn named(folder: &Folder) -> Vec<(String, String)> {
    let told = run(&["debrief", "--data", folder.text()], "");
    assert_eq!((told.code, told.stderr.as_str()), (Some(0), ""), "{told:?}");
    let line = |line: &str| line.split_once("  ").map(|(id, rest)| (id.to_owned(), rest.trim().to_owned()));
    told.stdout.lines().filter(|line| !line.starts_with(' ')).filter_map(line).collect()
}

#[test]
fn every_debrief_can_be_opened_again_as_it_was_and_when_the_scenario_has_changed_too() {
    let folder = Folder::with(&["my-own"]);
    let played = play(&folder, &["--seed", "7"], "greet\nexplain\n");
    let debrief = played.stdout.split_once("\nDebrief: ").expect("a debrief").1;
    let [(id, told)] = &named(&folder)[..] else { panic!("{:?}", named(&folder)) };
    assert!(told.contains("A short one (my-own)"), "{told}");
    let again = |id: &str, more: &[&str]| run(&[&["debrief", id, "--data", folder.text()], more].concat(), "");
    let file = folder.path().join("my-own.ron");
    for more in [&["--scenarios", folder.text()][..], &[]] {
        let opened = again(id, more);
        assert_eq!((opened.code, opened.stderr.as_str()), (Some(0), ""), "{opened:?}");
        assert_eq!(opened.stdout.split_once("\nDebrief: ").map(|(_, again)| again), Some(debrief));
        fs::write(&file, fs::read_to_string(&file).expect("it").replace("Now we wait.", "Wait now.")).expect("a file");
    }
    let unknown = again("zz", &[]);
    assert_eq!(unknown.code, Some(2));
    assert!(unknown.stderr.contains("`bedside debrief` names the conversations with their ids"), "{unknown:?}");
}

/// Text as it stands in no terminal: on one line.
fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn of_a_conversation_played_again_the_first_time_through_is_opened_and_every_other_is_named() {
    let twice = |saved: &mut SavedAttempt| {
        let first = saved.attempt.first.clone();
        saved.attempt.own_words.insert(0, "I would sit down".to_owned());
        saved.attempt.rewind(0, first);
        saved.attempt.own_words.insert(0, "I would stand".to_owned());
        saved.phase = Phase::Debriefing;
    };
    let folder = left(twice, None);
    let open = |more: &[&str]| {
        let id = AttemptId::of([2; 16]).to_string();
        let words = ["--scenarios", folder.text(), "debrief", &id, "--data", folder.text()];
        run(&[&words[..], more].concat(), "")
    };
    let [first, second] = [open(&[]), open(&["--pass", "2"])];
    for (opened, here, own, other) in [
        (&first, "1: the first time through (shown below)", "I would sit down", "I would stand"),
        (&second, "2: again from turn 1 (shown below)", "I would stand", "I would sit down"),
    ] {
        assert_eq!((opened.code, opened.stderr.as_str()), (Some(0), ""), "{opened:?}");
        let told = on_one_line(&opened.stdout);
        assert!(told.contains("was played 2 times; --pass NUMBER opens another") && told.contains(here), "{told}");
        assert!(told.contains(own) && !told.contains(other), "{told}");
    }
    assert!(second.stdout.contains("This was another try, from turn 1.") && !first.stdout.contains("another try"));
    let none = open(&["--pass", "3"]);
    assert_eq!(none.code, Some(2));
    assert!(none.stderr.contains("there is no pass 3") && none.stderr.contains("--pass takes 1 to 2"), "{none:?}");
}

#[test]
fn where_the_text_is_gone_what_is_kept_is_told_and_where_nothing_can_be_read_that_is() {
    let folder = Folder::with(&["my-own"]);
    assert_eq!(play(&folder, &["--seed", "7"], "greet\nexplain\n").code, Some(0));
    let (id, _) = named(&folder).remove(0);
    let database = database(folder.path());
    let person = database.profiles().expect("read")[0].id;
    let full = database.ids_beginning(person, &id).expect("read")[0];
    let kept = database.attempt(person, full).expect("read").expect("it is there");
    let mut saved = SavedAttempt::read(&kept.saved).expect("read");
    saved.attempt.first.scenario_hash = ContentHash::of(["gone"]);
    let change = |saved: &str| {
        database.keep_attempt(&KeptAttempt { saved: saved.to_owned(), ..kept.clone() }).expect("kept");
    };
    change(&serde_json::to_string(&saved).expect("plain data"));
    let open = |more: &[&str]| run(&[&["debrief", &id, "--data", folder.text()], more].concat(), "");
    let told = open(&[]);
    assert_eq!((told.code, told.stderr.as_str()), (Some(0), ""), "{told:?}");
    let words = on_one_line(&told.stdout);
    assert!(words.contains("The debrief cannot be opened: the text of the scenario, as it was then, is not kept."));
    for kept in ["Empathy: ", "Turn 1, arrival: greet; also on offer: calm", "Turn 2, asks: explain", "role: met"] {
        assert!(words.contains(kept), "{kept}: {words}");
    }
    let page = folder.path().join("page.html");
    let refused = open(&["--print", page.to_str().expect("UTF-8")]);
    assert_eq!(refused.code, Some(1));
    assert!(refused.stderr.contains("name the folder that its file is in") && !page.exists(), "{refused:?}");
    change("{");
    let damaged = open(&[]);
    assert_eq!(damaged.code, Some(0));
    assert!(damaged.stdout.contains("The debrief cannot be opened: ") && damaged.stdout.contains("Empathy: "));
}

#[test]
fn the_debrief_of_a_conversation_that_is_not_over_is_not_opened() {
    let folder = left(|_| {}, None);
    let [(id, told)] = &named(&folder)[..] else { panic!("{:?}", named(&folder)) };
    assert!(told.ends_with("left at turn 2"), "{told}");
    let refused = run(&["debrief", id, "--data", folder.text()], "");
    assert_eq!((refused.code, refused.stdout.as_str()), (Some(1), ""));
    assert!(refused.stderr.contains("help: bedside play my-own --resume"), "{refused:?}");
}

#[test]
fn where_several_play_each_has_their_own_and_nobody_is_taken_for_another() {
    let folder = left(|_| {}, None);
    assert_eq!(play(&folder, &["--profile", "Ana", "--seed", "3"], "calm\nq\n").code, Some(0));
    let asked = play(&folder, &[], "calm\nq\n");
    let expected = "\
exit: 2
--- stdout
--- stderr
error: 2 people play here: somebody without a name (\"\"), Ana
help: --profile NAME says who plays; of --guest nothing is kept
";
    assert_eq!(asked.shown(&folder), expected);
    assert_eq!(play(&folder, &["--profile", "ANA", "--resume"], "").code, Some(1), "what is another's is not offered");
    assert_eq!(play(&folder, &["--profile", "", "--resume"], "explain\n").code, Some(0));
    let people: Vec<PersonId> = outcomes(&folder).iter().map(|outcome| outcome.person).collect();
    assert_eq!(people.len(), 2);
    assert!(people[1] == ME && people[0] != ME, "{people:?}");
}

#[test]
fn a_disk_that_takes_nothing_is_told_of_once_and_the_conversation_goes_on() {
    let folder = Folder::with(&["my-own"]);
    fs::create_dir(folder.path().join("records.sqlite")).expect("a folder in the way");
    let played = play(&folder, &["--seed", "7"], "greet\nexplain\n");
    assert_eq!((played.code, played.stderr.as_str()), (Some(0), ""), "{played:?}");
    let words = played.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(words.matches("What you do is not saved in ").count(), 1, "{words}");
    assert!(words.contains("Debrief: A short one"), "{words}");
}

#[test]
fn what_is_said_before_a_command_of_who_plays_is_not_passed_over() {
    let folder = Folder::with(&["my-own"]);
    for words in [&["--guest"][..], &["--profile", "Ana"], &["--data", folder.text()]] {
        let refused = run(&[words, &["list"]].concat(), "");
        assert_eq!((refused.code, refused.stdout.as_str()), (Some(2), ""), "{refused:?}");
        assert!(refused.stderr.contains("go after the command: bedside play ID --guest"), "{refused:?}");
    }
}
