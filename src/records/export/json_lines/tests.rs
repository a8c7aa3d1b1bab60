//! Tests of the exchange format.

use std::io::{BufReader, Read};
use std::num::NonZero;

use proptest::prelude::*;

use super::*;
use crate::hash::ContentHash;
use crate::records::{PersonId, SaidBy, SessionId, samples};

fn comment(words: &str) -> Exported {
    let (scenario, hash) = ("two-hours-in".to_owned(), ContentHash::of(["a text"]));
    let (session, person) = (SessionId::of([9; 16]), PersonId::of([8; 16]));
    let (scene, by, words) = ("start".to_owned(), SaidBy::Facilitator, words.to_owned());
    Comment { session, person, scenario, hash, scene, by, words }.into()
}

fn decision(disagrees: bool) -> Exported {
    let (scenario, hash) = ("two-hours-in".to_owned(), ContentHash::of(["a text"]));
    let session = SessionId::of([9; 16]);
    RoomDecision { session, scenario, hash, scene: "start".to_owned(), turn: 2, disagrees }.into()
}

/// What was read, and the faults in words.
fn read_all(text: impl AsRef<[u8]>) -> (Vec<Exported>, Vec<String>) {
    let mut lines = (Vec::new(), Vec::new());
    for line in read(text.as_ref()) {
        match line {
            Ok(exported) => lines.0.push(exported),
            Err(fault) => lines.1.push(fault.to_string()),
        }
    }
    lines
}

fn written(exported: &[Exported]) -> String {
    let mut to = Vec::new();
    write(exported, &mut to).expect("memory");
    String::from_utf8(to).expect("UTF-8")
}

#[test]
fn everything_is_read_as_it_was_written() {
    let mut all: Vec<Exported> = samples::outcomes().into_iter().map(Exported::from).collect();
    all.extend([comment("Too long.\n\u{2028}"), decision(false), decision(true)]);
    let text = written(&all);
    assert_eq!(text.lines().count(), all.len());
    assert_eq!(text, written(&all), "it is the same each time");
    assert_eq!(read_all(&text), (all.clone(), vec![]));
    let as_windows_has_it = format!("\u{feff}{}", text.replace('\n', "\r\n\r\n"));
    assert_eq!(read_all(as_windows_has_it.repeat(2)), ([all.clone(), all].concat(), vec![]), "and joined");
}

#[test]
fn threads_read_what_one_reads_in_the_same_order() {
    let good: Vec<Exported> = samples::outcomes().into_iter().map(Exported::from).chain([comment("Good.")]).collect();
    let (good, bad) = (written(&good), "{\"kind\":\"comment\",\"form\":2,\n\n[1]\n");
    let text = format!("\u{feff}{good}\n{bad}{}\n{}", "x".repeat(LONGEST_LINE + 1), good.repeat(20));
    assert!(text.len() > LONGEST_LINE + (1 << 20), "several times what a thread is handed");
    let told = |line: Result<Exported, LineFault>| line.map_err(|fault| fault.to_string());
    let one: Vec<_> = read(text.as_bytes()).map(told).collect();
    for threads in [1, 2, 3].map(|threads| NonZero::new(threads).expect("not none")) {
        let several: Vec<_> = read(text.as_bytes()).on(threads).map(told).collect();
        assert!(several == one, "{threads} threads");
    }
    // Whoever has enough need not read to the end.
    let mut some = read(text.as_bytes()).on(NonZero::<usize>::MIN);
    assert!(some.next().map(told) == Some(one[0].clone()));
}

#[test]
fn a_line_begins_with_its_kind_and_form() {
    for line in [comment(""), decision(false), samples::outcome().into()] {
        assert_eq!(usual(written(std::slice::from_ref(&line)).as_bytes()), Some(line.kind()));
    }

    assert!(written(&[comment("")]).starts_with(r#"{"kind":"comment","form":1,"session":"09090909-"#));
    assert!(written(&[decision(false)]).starts_with(r#"{"kind":"group_decision","form":1,"session":"09090909-"#));
    assert!(written(&[samples::outcome().into()]).starts_with(r#"{"kind":"attempt","form":1,"attempt":"00000000-"#));
}

#[test]
fn what_cannot_be_read_is_named_with_its_line_and_the_rest_is_read() {
    let good = written(&[comment("Good.")]);
    let later = good.replace("\"form\":1", "\"form\":2");
    let unknown = good.replace("\"comment\"", "\"co\u{1b}[31mment\"");
    let unknown = unknown.replace('\u{1b}', "\\u001b");
    let outcome = written(&[samples::outcome().into()]);
    let impossible = outcome.replacen("\"empathy\":", "\"empathy\":1", 1);
    let cut = good.get(..40).expect("longer").to_owned() + "\n";
    let text = [&good, &later, &unknown, &cut, "\n", &impossible, "[1]\n", &outcome, &good].concat();
    let (read, faults) = read_all(text.trim_end());
    assert_eq!(read, [comment("Good."), samples::outcome().into(), comment("Good.")]);
    let expected =
        ["line 2: it was written by a later", "line 3: this Bedside knows no kind \u{201c}co[31mment", "line 4: "];
    let expected = [&expected[..], &["line 6: it is not as Bedside writes it (a score", "line 7: "]].concat();
    assert_eq!(faults.len(), expected.len(), "{faults:#?}");
    for (fault, start) in faults.iter().zip(expected) {
        assert!(fault.starts_with(start), "{fault}");
    }
}

#[test]
fn a_field_that_a_later_version_adds_is_passed_over() {
    let line = written(&[comment("Good.")]).replacen("\"scene\"", "\"mood\":{\"a\":[1]},\"scene\"", 1);
    assert_eq!(read_all(line), (vec![comment("Good.")], vec![]));
}

#[test]
fn a_line_without_end_is_refused_without_being_held() {
    let endless = "x".repeat(LONGEST_LINE * 2) + "\n" + &written(&[comment("After it.")]);
    let mut lines = read(BufReader::with_capacity(1 << 12, endless.as_bytes()));
    assert!(matches!(lines.next(), Some(Err(LineFault { line: 1, fault: Fault::TooLong }))));
    assert!(matches!(lines.next(), Some(Ok(Exported::Comment(_)))));
    assert!(lines.next().is_none() && lines.buffer.capacity() <= LONGEST_LINE * 2);
    assert!(matches!(line(&comment(&"x".repeat(LONGEST_LINE))), Err(Fault::TooLong)));
}

/// A file on a disk that is gone.
struct Broken;

impl Read for Broken {
    fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
        Err(io::Error::other("the disk is gone"))
    }
}

#[test]
fn utf_16_and_a_broken_disk_end_a_file_with_one_message() {
    let units =
        std::iter::once(0xfeff).chain(written(&[comment("a"), comment("b")]).encode_utf16().collect::<Vec<u16>>());
    let (read_from_it, faults) = read_all(units.flat_map(u16::to_le_bytes).collect::<Vec<u8>>());
    assert!(read_from_it.is_empty() && faults.len() == 1 && faults[0].contains("UTF-16"), "{faults:?}");

    let faults: Vec<_> = read(BufReader::new(Broken)).collect();
    assert!(matches!(faults.as_slice(), [Err(LineFault { line: 1, fault: Fault::Unreadable(_) })]));
    assert_eq!(read_all([b'"', 0xff, b'"', b'\n']).1.len(), 1, "no UTF-8");
}

/// A file of one line over and over, which is made as it is read.
struct Repeated<'a> {
    line: &'a [u8],
    left: usize,
    at: usize,
}

impl Read for Repeated<'_> {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        if self.left == 0 {
            return Ok(0);
        }
        let part = &self.line[self.at..];
        let taken = part.len().min(to.len());
        to[..taken].copy_from_slice(&part[..taken]);
        self.at = (self.at + taken) % self.line.len();
        self.left -= usize::from(self.at == 0);
        Ok(taken)
    }
}

#[test]
fn many_lines_are_read_in_the_memory_of_one() {
    const MANY: usize = 20_000;
    let line = written(&[decision(true)]);
    let mut lines = read(BufReader::new(Repeated { line: line.as_bytes(), left: MANY, at: 0 }));
    assert_eq!(lines.by_ref().flatten().count(), MANY);
    assert!(lines.buffer.capacity() < 4 * line.len(), "{}", lines.buffer.capacity());
}

proptest! {
    #[test]
    fn any_words_are_read_as_they_were_written(words in any::<String>(), own in any::<String>()) {
        let mut outcome = samples::minimal();
        outcome.own_words.insert(3, own.clone());
        outcome.notes.by = own;
        let all = vec![comment(&words), decision(true), outcome.into()];
        let text = written(&all);
        prop_assert_eq!(text.lines().count(), 3);
        prop_assert_eq!(read_all(&text), (all, vec![]));
    }

    #[test]
    fn any_bytes_are_read_without_a_panic(bytes in any::<Vec<u8>>(), cut in 0_usize..2_000) {
        let (read, faults) = read_all(&bytes);
        prop_assert!(read.is_empty() && faults.len() <= bytes.len());
        let line = written(&[samples::minimal().into()]);
        let _ = read_all(&line.as_bytes()[..cut.min(line.len())]);
    }
}
