//! What was measured, as a page.

use std::fmt::Write;

use bedside_benches::machine::machine;

use crate::crowd::Habits;
use crate::load::{Facilitated, Loaded};

/// The page about a load.
pub fn of(habits: Habits, room: &Loaded, facilitated: &Facilitated, recorded: u64, echo: &Loaded) -> String {
    let mut page = String::from("# A room full of phones\n\n");
    let _ = writeln!(
        page,
        "Made by `benches/run phones`; nothing here is typed by hand. {} phones, each over sockets of its own: it joins with \
         the code, keeps its stream of events open and votes at random within {} s of the opening, a third of them a second \
         time for another option. Every third drops its connections at random within {} s of coming, before one vote in \
         eight is answered, too, and is back within {} s. At every close the room's count is held against what the phones \
         know to be true; one vote in four is opened again and closed once more. The room is recorded. The echo is bare \
         `axum` with the same settings, in the same run after it: it sends back what a vote says, and its streams of events \
         say no more than that they are there. Room and echo are processes of their own, on one thread; the phones are a \
         third.\n\n**Machine**: {}\n",
        habits.phones,
        habits.within.as_secs(),
        habits.drops_within.as_secs(),
        habits.back_within.as_secs(),
        machine()
    );
    page.push_str("| | room | echo | room ÷ echo |\n|---|--:|--:|--:|\n");
    row(&mut page, "seconds", room.lasted.as_secs_f64(), echo.lasted.as_secs_f64(), 0);
    let rate = |one: &Loaded| count(one.answered.len()) / one.lasted.as_secs_f64();
    row(&mut page, "votes answered a second", rate(room), rate(echo), 1);
    row(&mut page, "returns after a drop", count(room.ballots.drops), count(echo.ballots.drops), 0);
    for (name, share) in SHARES {
        let of = |one: &Loaded| milliseconds(&one.answered, share);
        row(&mut page, &format!("vote to its answer, {name}, ms"), of(room), of(echo), 2);
    }
    for (name, share) in SHARES {
        let (model, answer) = (milliseconds(&facilitated.votes, share), milliseconds(&echo.answered, share));
        let what = format!("vote to the facilitator's model (the echo: to its answer), {name}, ms");
        row(&mut page, &what, model, answer, 2);
    }
    row(&mut page, "the server's share of a core", room.busy, echo.busy, 3);
    for (quarter, (here, there)) in room.resident.iter().zip(&echo.resident).enumerate() {
        let what = format!("resident memory after {} of the time, MB", QUARTERS[quarter]);
        row(&mut page, &what, megabytes(*here), megabytes(*there), 1);
    }
    let _ = writeln!(page, "\n{}", found(room, facilitated, recorded));
    page
}

fn found(room: &Loaded, facilitated: &Facilitated, recorded: u64) -> String {
    let ballots = &room.ballots;
    let grown = match room.resident[..] {
        [_, half, _, end] => megabytes(end) - megabytes(half),
        _ => f64::NAN,
    };
    let looks = |of: &[u64]| SHARES.map(|(_, share)| format!("{:.3}", milliseconds(of, share))).join(" / ");
    let mut found = format!(
        "- **Votes**: {} closes held against the truth, {} wrong. {} votes were taken, {} came after the close and were \
         refused, {} were never answered, of which {} stood at a close.\n\
         - **In the facilitator's model**: {} votes were seen one by one; meant: 99 % within 150 ms.\n\
         - **Memory**: {grown:+.1} MB over the last half; the recording has come to {:.1} MB.\n\
         - **The facilitator's screen** takes its model and the projector's under the lock of the desk: {} ms (median / 99 % \
         / longest) before anybody came, {} with the crowd there.\n",
        ballots.closes,
        ballots.failures.len(),
        ballots.taken,
        ballots.late,
        ballots.unanswered,
        ballots.unanswered_counted,
        facilitated.votes.len(),
        count(usize::try_from(recorded).unwrap_or(usize::MAX)) / 1e6,
        looks(&facilitated.quiet),
        looks(&facilitated.looks),
    );
    for failure in ballots.failures.iter().take(10) {
        let _ = writeln!(found, "- **Wrong**: {failure}");
    }
    found
}

const QUARTERS: [&str; 4] = ["a quarter", "half", "three quarters", "all"];
const SHARES: [(&str, f64); 3] = [("median", 0.5), ("99 %", 0.99), ("longest", 1.0)];

fn row(page: &mut String, what: &str, room: f64, echo: f64, digits: usize) {
    let _ = writeln!(page, "| {what} | {room:.digits$} | {echo:.digits$} | {:.2} |", room / echo);
}

#[expect(clippy::cast_precision_loss, reason = "far below 2^52")]
const fn count(of: usize) -> f64 {
    of as f64
}

#[expect(clippy::cast_precision_loss, reason = "far below 2^52")]
const fn megabytes(kilobytes: u64) -> f64 {
    kilobytes as f64 / 1024.0
}

/// A share of times that were sorted, in milliseconds.
pub fn milliseconds(sorted: &[u64], share: f64) -> f64 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "a place")]
    let place = (sorted.len() as f64 * share) as usize;
    let at = sorted.get(place.min(sorted.len().saturating_sub(1)));
    #[expect(clippy::cast_precision_loss, reason = "far below 2^52")]
    at.map_or(f64::NAN, |&at| at as f64 / 1e6)
}
