//! `bedside play`: a conversation in the window, or in the terminal.

use std::io::{self, Write};

use crate::attempt::Mode;
use crate::debrief::page::{self as debrief_page, Material, OtherRoads};
use crate::print::Appendix;
use crate::session::{Chance, Session};

use super::conversation::Finish;
use super::failure::Failure;
use super::input::Lines;
use super::keeping::Keeping;
use super::play_arguments::PlayArguments;
use super::print::Print;
use super::road::WrittenRoad;
use super::seed::random_seed;
use super::setup::Setup;
use super::terminal_page::TerminalPage;
use super::text_play::{TextPlay, write_debrief, write_end};
use super::{choices, conversation_text, debrief, json, scenarios, window};

/// Plays a conversation.
///
/// # Errors
/// Where there is no such scenario, the input does not fit, or the output cannot be written.
pub(super) fn run(arguments: &PlayArguments, setup: &Setup, out: &mut dyn Write) -> Result<(), Failure> {
    let (library, paths) = scenarios::open_with(&setup.folders, &arguments.id);
    let found = scenarios::find(&library, &arguments.id);
    let appendix = if arguments.appendix { Appendix::Printed } else { Appendix::Folded };
    let print = arguments.print.as_deref().map(|path| Print::to(path, appendix)).transpose()?;
    let in_text = arguments.terminal || arguments.implies_terminal();
    let findings = found.is_err() && scenarios::is_file(&arguments.id);
    if !in_text && (found.is_ok() || findings) {
        let scenario = found.as_ref().ok().map(|scenario| scenario.id.as_str());
        let who = &arguments.who;
        let request = window::WindowRequest { paths: &paths, scenario, seed: arguments.seed, findings, setup, who };
        match window::open(request) {
            window::Outcome::Closed => return Ok(()),
            window::Outcome::Unavailable { why, hint } => window::say_unavailable(&why, &hint),
        }
    }
    let scenario = found?;
    let print = print.as_ref();
    if !arguments.json && arguments.road.is_none() {
        let play = TextPlay {
            source: scenarios::text_of(&library, &scenario),
            scenario,
            seed: arguments.seed,
            mode: arguments.mode.into(),
            print,
            keeping: Keeping::of(&arguments.who, &setup.policy)?,
            if_left: arguments.if_left(),
        };
        return play.run(&mut Lines::new(&mut io::stdin().lock()), out);
    }
    let seed = arguments.seed.map_or_else(random_seed, Ok)?;
    let session = Session::begin(scenario, Chance::from_seed(seed));
    match (&arguments.road, arguments.json) {
        (Some(road), true) => road_to_json(&WrittenRoad::read(road)?, session, print, out),
        (Some(road), false) => write_road(&WrittenRoad::read(road)?, session, arguments.mode.into(), print, out),
        (None, _) => choices_to_json(session, print, out),
    }
}

/// Writes the debrief as JSON, and saves it as a page if that is requested.
fn debrief_to_json(session: &Session, print: Option<&Print>, out: &mut dyn Write) -> Result<(), Failure> {
    let (debrief, what_if) = debrief::of(session)?;
    json::write(out, &debrief)?;
    let other_roads = what_if.as_deref().map_or(OtherRoads::LeftOut, OtherRoads::Found);
    let compose =
        || debrief_page::Page::compose(&Material { other_roads, ..Material::of(session.scenario(), &debrief) });
    print.map_or(Ok(()), |print| print.write(&compose()).map(drop))
}

fn choices_to_json(mut session: Session, print: Option<&Print>, out: &mut dyn Write) -> Result<(), Failure> {
    let mut stdin = io::stdin().lock();
    choices::play(&mut session, &mut Lines::new(&mut stdin))?;
    debrief_to_json(&session, print, out)
}

fn road_to_json(
    road: &WrittenRoad,
    mut session: Session,
    print: Option<&Print>,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    road.play(&mut session, None)?;
    if !session.is_over() {
        return Err(road.too_short(&session));
    }
    debrief_to_json(&session, print, out)
}

fn write_road(
    road: &WrittenRoad,
    mut session: Session,
    mode: Mode,
    print: Option<&Print>,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let mut page = TerminalPage::new(out);
    conversation_text::prebrief(&mut page, session.scenario(), mode, session.transcript().seed)?;
    road.play(&mut session, Some(&mut page))?;
    let finish = if session.is_over() { Finish::Over } else { Finish::InputEnded };
    write_end(&mut page, &session, finish)?;
    write_debrief(&mut page, &session, None, print)?;
    if finish == Finish::Over { Ok(()) } else { Err(road.too_short(&session)) }
}
