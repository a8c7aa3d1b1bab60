//! `bedside` without a command: the window or, where there is none, a numbered menu.

use std::io::{self, IsTerminal, Write};
use std::sync::Arc;

use crate::attempt::Mode;
use crate::library::Library;
use crate::scenario::Scenario;

use super::failure::{Failure, unreadable_input};
use super::input::Lines;
use super::keeping::Keeping;
use super::list::facts;
use super::setup::Setup;
use super::terminal_page::TerminalPage;
use super::text_play::{IfLeft, TextPlay};
use super::who::WhoArguments;
use super::{scenarios, window};

/// Opens the window on the library; where there is none, offers the scenarios in the terminal.
///
/// # Errors
/// Where nothing is chosen, or the conversation fails.
pub(super) fn run(setup: &Setup, who: &WhoArguments, out: &mut dyn Write) -> Result<(), Failure> {
    let folders = &setup.folders;
    let request = window::WindowRequest { paths: folders, scenario: None, seed: None, findings: false, setup, who };
    match window::open(request) {
        window::Outcome::Closed => return Ok(()),
        window::Outcome::Unavailable { why, hint } => window::say_unavailable(&why, &hint),
    }
    let library = scenarios::open(folders);
    scenarios::expect_some(&library)?;
    let mut stdin = io::stdin().lock();
    let mut lines = Lines::new(&mut stdin);
    let chosen = choose(&library, &mut lines, &mut TerminalPage::new(out))?;
    let Some(scenario) = chosen else { return Ok(()) };
    writeln!(out)?;
    let play = TextPlay {
        source: scenarios::text_of(&library, &scenario),
        scenario,
        seed: None,
        mode: Mode::Practise,
        print: None,
        keeping: Keeping::of(who, &setup.policy)?,
        if_left: IfLeft::Ask,
    };
    play.run(&mut lines, out)
}

/// Asks for a scenario; `None` if the trainee stops.
fn choose(
    library: &Library,
    lines: &mut Lines<'_>,
    page: &mut TerminalPage<'_>,
) -> Result<Option<Arc<Scenario>>, Failure> {
    page.text("Bedside: practise the conversation before you have it.")?;
    page.gap()?;
    for (index, entry) in library.entries.iter().enumerate() {
        let scenario = &entry.scenario;
        let text = format!("{} ({}). {}. {}", scenario.title, scenario.id, facts(entry), scenario.summary);
        page.item(&format!("{}. ", index + 1), &text)?;
    }
    let most = library.entries.len();
    loop {
        page.gap()?;
        page.ask(&format!("Which one? (1 to {most}, or q to stop):"))?;
        let Some(entry) = lines.next_entry().map_err(unreadable_input)? else {
            page.gap()?;
            let failure = Failure::failed("no scenario was chosen: the input ended");
            return Err(failure.hint("name one: bedside play ID --terminal"));
        };
        if !io::stdin().is_terminal() {
            page.text(&entry.text)?;
        }
        if entry.text == "q" {
            return Ok(None);
        }
        let number = entry.text.strip_suffix('.').unwrap_or(&entry.text).parse::<usize>().ok();
        let by_number = number.and_then(|number| library.entries.get(number.checked_sub(1)?));
        if let Some(found) = by_number.or_else(|| library.find(&entry.text)) {
            return Ok(Some(found.scenario.clone()));
        }
        let text = format!(
            "\u{201c}{}\u{201d} (line {}) is not one of them: type a number from 1 to {most}, or q to stop.",
            entry.text, entry.number
        );
        page.text(&text)?;
    }
}
