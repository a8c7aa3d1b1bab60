//! Tests with shell scripts as players: what they are given, and when they are stopped.

use std::path::Path;
use std::sync::mpsc;

use super::*;
use crate::scenario::Place;

/// A player that runs the shell script `what`, in which `$heard` is a file of its own. The shell reads the script,
/// because a file that has just been written cannot always be executed at once.
fn fake(name: &str, way: Input, what: &str) -> (Player, PathBuf) {
    let folder = env::temp_dir().join(format!("bedside-player-{name}-{}", process::id()));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    let (script, heard) = (folder.join("player"), folder.join("heard"));
    fs::write(&script, format!("heard='{}'\n{what}\n", heard.display())).expect("a script");
    let script = script.into_os_string().into_string().expect("a plain path");
    let arguments: Vec<&'static str> = vec![script.leak()];
    (Player { program: Program::new("/bin/sh"), arguments: arguments.leak(), way }, heard)
}

fn reel() -> Arc<ToneStream> {
    Arc::new(ToneStream::new(RoomTone::of(Place::Telephone, 12)))
}

fn heard(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_default()
}

/// Waits until `is_so` returns true; panics after a minute.
#[track_caller]
fn until(is_so: impl Fn() -> bool) {
    let began = Instant::now();
    while !is_so() {
        assert!(began.elapsed() < Duration::from_mins(1), "it never came to be so");
        thread::yield_now();
    }
}

/// Whether it is not there yet; lets other threads run first.
fn not_yet(is_there: bool) -> bool {
    thread::yield_now();
    !is_there
}

#[test]
fn a_fed_player_gets_second_after_second_rising_from_silence() {
    let (player, path) = fake("fed", Input::Fed, "head -c 132300 >\"$heard\"\nexec sleep 60");
    let (reel, all) = (reel(), 3 * 44_100);
    let taken = || fs::metadata(&path).is_ok_and(|file| file.len() == all);
    assert!(player.play(&reel, || not_yet(taken())).expect("it runs").is_none());
    let tone = &reel.tone;
    let expected = [tone.second(0).faded_in().bytes(), tone.second(1).bytes(), tone.second(2).bytes()].concat();
    assert_eq!(fs::read(&path).expect("it was fed"), expected);
}

#[test]
fn a_player_that_throws_it_all_away_is_fed_as_if_it_played() {
    let second = Duration::from_secs(1);
    assert_eq!(rest(3 * second, second / 100), Duration::ZERO);
    assert_eq!(rest(600 * second, 597 * second), Duration::ZERO);
    assert_eq!(rest(9 * second, second / 2), second / 2);
}

#[test]
fn a_player_of_files_gets_one_that_is_gone_afterwards() {
    let (player, path) = fake("rounds", Input::Rounds, "echo \"$#\" \"$1\" >\"$heard\"\ncp \"$1\" \"$heard.wav\"");
    let status = player.play(&reel(), || not_yet(false)).expect("it runs");
    assert!(status.is_some_and(|status| status.success()));
    let told = heard(&path);
    let file = told.trim().strip_prefix("1 ").expect("one argument");
    assert!(!Path::new(file).exists(), "{file}");
    let wav = fs::read(path.with_extension("wav")).expect("it was there while it played");
    assert_eq!(wav.len(), 44 + ROUNDS * 24 * 44_100);
}

#[test]
fn what_plays_until_its_input_is_closed_has_it_open() {
    let what = "test -s \"$BEDSIDE_SOUND\" && echo began >>\"$heard\"\ncat >/dev/null\necho closed >>\"$heard\"";
    let (player, path) = fake("held", Input::Held, what);
    assert!(player.play(&reel(), || not_yet(!heard(&path).is_empty())).expect("it runs").is_none());
    assert_eq!(heard(&path), "began\n");
}

#[test]
fn each_player_that_fails_at_once_is_tried_once_and_the_last_is_told() {
    let (first, first_heard) = fake("first", Input::Fed, "echo run >>\"$heard\"\nexit 3");
    let (second, second_heard) = fake("second", Input::Rounds, "echo run >>\"$heard\"\nexit 4");
    let (_stop, stopped) = mpsc::channel();
    let told = keep_playing(&[first, second], &reel(), &SpeechActivity::default(), &stopped).expect("trouble");
    assert!(told.contains("could not be played") && told.contains("exit status: 4"), "{told}");
    assert_eq!([heard(&first_heard), heard(&second_heard)], ["run\n", "run\n"]);
}

#[test]
fn where_no_player_is_there_the_way_out_is_told() {
    let nowhere = Player { program: Program::new("/not/there/aplay"), arguments: &[], way: Input::Fed };
    let (_stop, stopped) = mpsc::channel();
    let told =
        keep_playing(std::slice::from_ref(&nowhere), &reel(), &SpeechActivity::default(), &stopped).expect("trouble");
    assert!(told.contains("nothing to play") && told.contains("/not/there/aplay"), "{told}");
    assert_eq!(missing(&[nowhere]), Some(told));
    let (there, _) = fake("there", Input::Fed, "");
    assert_eq!(missing(&[there]), None);
}

#[test]
#[cfg(target_os = "linux")]
fn it_is_silent_while_somebody_speaks_and_leaves_no_process() {
    let (player, path) = fake("speak", Input::Fed, "echo $$ >>\"$heard\"\nexec sleep 60");
    let speech_activity = SpeechActivity::default();
    let (stop, stopped) = mpsc::channel();
    let (reel, quiet) = (reel(), speech_activity.clone());
    let playing = thread::spawn(move || keep_playing(&[player], &reel, &quiet, &stopped));
    let there = |line: usize| {
        let lines = heard(&path);
        let number = lines.lines().nth(line).filter(|_| lines.ends_with('\n'))?.to_owned();
        Some((Path::new("/proc").join(&number).exists(), number))
    };
    until(|| there(0).is_some());
    let held = speech_activity.begin();
    until(|| there(0).is_some_and(|(runs, _)| !runs));
    assert_eq!(there(1), None, "nothing is played while somebody speaks");
    drop(held);
    until(|| there(1).is_some());
    drop(stop);
    assert_eq!(playing.join().expect("it ends"), None);
    assert_eq!(there(1).map(|(runs, _)| runs), Some(false));
}
