//! `bedside play`: a conversation in the window, or in the terminal.

use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;
use std::sync::Arc;

use crate::attempt::{Mode, Reflection, STOPPED_HERE};
use crate::debrief::page::{self as debrief_page, Material, OtherRoads};
use crate::print::Appendix;
use crate::scenario::Scenario;
use crate::sentence::unended;
use crate::session::{Chance, Session};

use super::arguments::PlayArguments;
use super::conversation::{Conversation, Finish};
use super::conversation_text::{self, ConversationText};
use super::failure::{Failure, unreadable_input};
use super::input::Lines;
use super::print::Print;
use super::road::WrittenRoad;
use super::seed::random_seed;
use super::terminal_page::TerminalPage;
use super::{choices, debrief, debrief_text, json, reflection, scenarios, window};

/// Plays a conversation.
///
/// # Errors
/// Where there is no such scenario, the input does not fit, or the output cannot be written.
pub(super) fn run(
    arguments: &PlayArguments,
    folders: &[PathBuf],
    author: bool,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let (library, paths) = scenarios::open_with(folders, &arguments.id);
    let found = scenarios::find(&library, &arguments.id);
    let appendix = if arguments.appendix { Appendix::Printed } else { Appendix::Folded };
    let print = arguments.print.as_deref().map(|path| Print::to(path, appendix)).transpose()?;
    let in_text = arguments.terminal || arguments.json || arguments.road.is_some() || print.is_some();
    let findings = found.is_err() && scenarios::is_file(&arguments.id);
    if !in_text && (found.is_ok() || findings) {
        let scenario = found.as_ref().ok().map(|scenario| scenario.id.as_str());
        let request = window::WindowRequest { paths: &paths, scenario, seed: arguments.seed, findings, author };
        match window::open(request) {
            window::Outcome::Closed => return Ok(()),
            window::Outcome::Unavailable { why, hint } => window::say_unavailable(&why, &hint),
        }
    }
    let scenario = found?;
    let seed = match arguments.seed {
        Some(seed) => seed,
        None => random_seed()?,
    };
    let session = Session::begin(scenario, Chance::from_seed(seed));
    let print = print.as_ref();
    match (&arguments.road, arguments.json) {
        (Some(road), true) => road_to_json(&WrittenRoad::read(road)?, session, print, out),
        (Some(road), false) => write_road(&WrittenRoad::read(road)?, session, arguments.mode.into(), print, out),
        (None, true) => choices_to_json(session, print, out),
        (None, false) => {
            let mut stdin = io::stdin().lock();
            converse(session, arguments.mode.into(), &mut Lines::new(&mut stdin), print, out)
        }
    }
}

/// Plays `scenario` in text with the trainee's input; all chance comes from a new seed.
///
/// # Errors
/// Where the input does not fit, or the output cannot be written.
pub(super) fn in_text(scenario: Arc<Scenario>, lines: &mut Lines<'_>, out: &mut dyn Write) -> Result<(), Failure> {
    let session = Session::begin(scenario, Chance::from_seed(random_seed()?));
    converse(session, Mode::Practise, lines, None, out)
}

fn converse(
    session: Session,
    mode: Mode,
    lines: &mut Lines<'_>,
    print: Option<&Print>,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let typed = io::stdin().is_terminal();
    let mut page = TerminalPage::new(out);
    conversation_text::prebrief(&mut page, session.scenario(), mode, session.transcript().seed)?;
    let mut conversation = Conversation {
        session,
        page: &mut page,
        lines: &mut *lines,
        mode,
        echo: !typed,
        text: ConversationText::default(),
    };
    let finish = conversation.play()?;
    let session = conversation.session;
    write_end(&mut page, &session, finish)?;
    let asked = typed && finish != Finish::InputEnded && !session.transcript().turns.is_empty();
    let reflection = if asked { Some(reflection::ask(&mut page, lines).map_err(unreadable_input)?) } else { None };
    write_debrief(&mut page, &session, reflection.as_ref(), print)?;
    if finish == Finish::InputEnded && !typed {
        let failure = Failure::failed("the input ended before the conversation was over");
        return Err(failure.hint("the debrief is of what was played; `q` stops a conversation on purpose"));
    }
    Ok(())
}

/// Writes the debrief, and saves it as a page if that is requested.
fn write_debrief(
    page: &mut TerminalPage<'_>,
    session: &Session,
    reflection: Option<&Reflection>,
    print: Option<&Print>,
) -> Result<(), Failure> {
    let (debrief, what_if) = debrief::of(session)?;
    let other_roads = what_if.as_deref().map_or(OtherRoads::LeftOut, OtherRoads::Found);
    let material = Material { reflection, other_roads, ..Material::of(session.scenario(), &debrief) };
    let composed = debrief_page::Page::compose(&material);
    debrief_text::write(page, &composed)?;
    if let Some(print) = print {
        page.gap()?;
        page.text(&print.write(&composed)?)?;
    }
    Ok(())
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

fn write_end(page: &mut TerminalPage<'_>, session: &Session, finish: Finish) -> io::Result<()> {
    page.gap()?;
    match (session.ending(), finish) {
        (Some(ending), _) => page.text(&format!("The conversation is over: {}.", unended(&ending.title))),
        (None, Finish::Over) => page.text("Nothing is left to say or do here: the conversation is over."),
        (None, _) => page.text(&format!("{STOPPED_HERE} That is all right: a conversation can be left at any time.")),
    }
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
