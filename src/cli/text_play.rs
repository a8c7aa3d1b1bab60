//! A conversation in text, from its prebrief to its debrief, kept on the way and taken up where it was left.

use std::io::{self, IsTerminal, Write};
use std::sync::Arc;

use crate::attempt::{Attempt, Mode, STOPPED_HERE};
use crate::debrief::page::{self as debrief_page, Material, OtherRoads};
use crate::records::saved_attempt::{Phase, SavedAttempt};
use crate::records::taking_up::TakenUp;
use crate::scenario::Scenario;
use crate::sentence::unended;
use crate::session::{Chance, Session};

use super::attempt_under_way::AttemptUnderWay;
use super::conversation::{Conversation, Finish};
use super::conversation_text::{self, ConversationText};
use super::failure::{Failure, unreadable_input};
use super::input::Lines;
use super::keeping::Keeping;
use super::print::Print;
use super::seed::random_seed;
use super::terminal_page::TerminalPage;
use super::{debrief, debrief_text, reflection};

/// What is done where a conversation with the same scenario was left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum IfLeft {
    /// Whoever sits there is asked; where nobody does, nothing is played.
    Ask,
    /// It goes on.
    Resume,
    /// It is discarded, and another begins.
    Anew,
}

/// A conversation that is to be played in text.
pub(super) struct TextPlay<'a> {
    pub(super) scenario: Arc<Scenario>,
    /// The text that the scenario was read from; `None` where it is not to be had any more.
    pub(super) source: Option<String>,
    /// `None` for a new one.
    pub(super) seed: Option<u64>,
    pub(super) mode: Mode,
    pub(super) print: Option<&'a Print>,
    /// `None` for a guest, of whom nothing is kept.
    pub(super) keeping: Option<Keeping>,
    pub(super) if_left: IfLeft,
}

impl TextPlay<'_> {
    /// Plays it.
    ///
    /// # Errors
    /// Where the input does not fit, nothing can be taken up that is to be, or the output cannot be written.
    pub(super) fn run(mut self, lines: &mut Lines<'_>, out: &mut dyn Write) -> Result<(), Failure> {
        let typed = io::stdin().is_terminal();
        let mut page = TerminalPage::new(out);
        let begun = match self.keeping.take() {
            Some(keeping) => self.take_up_or_begin(keeping, lines, &mut page)?,
            None => Some(self.begin(None, &mut page)?),
        };
        let Some(Begun { session, attempt, text }) = begun else { return Ok(()) };
        attempt.keep_text(&session, self.source.as_ref());
        let mode = attempt.saved.mode();
        let talking = attempt.saved.phase == Phase::Talking;
        let mut conversation =
            Conversation { session, page: &mut page, lines: &mut *lines, mode, echo: !typed, text, attempt };
        let finish = if talking { conversation.play()? } else { Finish::Over };
        let Conversation { session, mut attempt, .. } = conversation;
        if finish == Finish::InputEnded && typed && attempt.is_kept() {
            return Ok(page.text("It is kept as you leave it: `bedside play` offers to go on there.")?);
        }
        attempt.keep_end(&session);
        write_end(&mut page, &session, finish)?;
        let asked = typed && attempt.saved.phase == Phase::Reflecting && !session.transcript().turns.is_empty();
        let reflection = if asked && finish != Finish::InputEnded {
            let draft = attempt.saved.draft.clone();
            let draft = reflection::ask(&mut page, lines, draft, |draft| attempt.keep_draft(draft));
            Some(draft.map_err(unreadable_input)?.finish())
        } else {
            None
        };
        attempt.keep_reflection(reflection, &session);
        attempt.tell(&mut page)?;
        if let Some(id) = attempt.kept_as() {
            page.text(&format!("It is kept: `bedside debrief {id}` shows what follows again."))?;
        }
        write_debrief(&mut page, &session, Some(&attempt.saved.attempt), self.print)?;
        attempt.close();
        attempt.tell(&mut page)?;
        if finish == Finish::InputEnded && !typed {
            let failure = Failure::failed("the input ended before the conversation was over");
            return Err(failure.hint("the debrief is of what was played; `q` stops a conversation on purpose"));
        }
        Ok(())
    }

    fn begin(&self, keeping: Option<Keeping>, page: &mut TerminalPage<'_>) -> Result<Begun, Failure> {
        let seed = self.seed.map_or_else(random_seed, Ok)?;
        let session = Session::begin(self.scenario.clone(), Chance::from_seed(seed));
        conversation_text::prebrief(page, &self.scenario, self.mode, seed)?;
        if keeping.is_some() {
            page.text("What you choose is kept on this computer, so that you can go on later; --guest keeps nothing.")?;
        }
        let attempt = AttemptUnderWay::begin(&session, self.mode, keeping);
        Ok(Begun { session, attempt, text: ConversationText::default() })
    }

    /// Takes up what was left, if that is wanted, or begins; `None` where neither is.
    fn take_up_or_begin(
        &self,
        mut keeping: Keeping,
        lines: &mut Lines<'_>,
        page: &mut TerminalPage<'_>,
    ) -> Result<Option<Begun>, Failure> {
        std::mem::take(&mut keeping.problems).iter().try_for_each(|problem| page.text(problem))?;
        let id = &self.scenario.id;
        let Some(left) = keeping.left_at(id).cloned() else {
            if self.if_left == IfLeft::Resume {
                let failure = Failure::failed(format!("no conversation with \u{201c}{id}\u{201d} was left"));
                return Err(failure.hint("without --resume, one begins"));
            }
            return self.begin(Some(keeping), page).map(Some);
        };
        match self.what_to_do(&left, lines, page)? {
            WithLeft::Resume => self.take_up(&left, keeping, page).map(Some),
            WithLeft::Anew => {
                keeping.store.discard_attempt(left.identity.id);
                self.begin(Some(keeping), page).map(Some)
            }
            WithLeft::LeaveIt => Ok(None),
        }
    }

    /// What is to be done with a conversation that was left.
    fn what_to_do(
        &self,
        left: &SavedAttempt,
        lines: &mut Lines<'_>,
        page: &mut TerminalPage<'_>,
    ) -> Result<WithLeft, Failure> {
        let was_left =
            format!("conversation with \u{201c}{}\u{201d} was left {}", left.scenario(), left.left_at().in_words());
        match self.if_left {
            IfLeft::Resume => Ok(WithLeft::Resume),
            IfLeft::Anew => Ok(WithLeft::Anew),
            IfLeft::Ask if io::stdin().is_terminal() => {
                page.text(&format!("A {was_left}."))?;
                Ok(WithLeft::ask(lines, page).map_err(unreadable_input)?)
            }
            IfLeft::Ask => {
                let failure = Failure::usage(format!("a {was_left}"));
                let failure = failure.hint("--resume goes on there; --anew discards it and begins again");
                Err(failure.hint("--guest plays another, of which nothing is kept"))
            }
        }
    }

    /// Goes on where a conversation was left, or at the last turn that still fits the scenario.
    fn take_up(&self, left: &SavedAttempt, keeping: Keeping, page: &mut TerminalPage<'_>) -> Result<Begun, Failure> {
        let saved = keeping.take_up(left).map_err(Failure::failed)?;
        let TakenUp { session, saved, told } = TakenUp::of(self.scenario.clone(), saved);
        page.text(&self.scenario.title)?;
        page.text(&format!("You go on {}.", saved.left_at().in_words()))?;
        told.iter().try_for_each(|told| page.text(told))?;
        let text = ConversationText::of(&session)?;
        text.repeat(page)?;
        let attempt = AttemptUnderWay::take_up(saved, &session, keeping);
        Ok(Begun { session, attempt, text })
    }
}

/// A conversation that can be played on.
struct Begun {
    session: Session,
    attempt: AttemptUnderWay,
    /// What has been written of it.
    text: ConversationText,
}

/// What is done with a conversation that was left.
enum WithLeft {
    Resume,
    Anew,
    /// It stays as it is, and nothing is played.
    LeaveIt,
}

impl WithLeft {
    /// Asks until it is said; where the input ends, it stays as it is.
    fn ask(lines: &mut Lines<'_>, page: &mut TerminalPage<'_>) -> io::Result<Self> {
        loop {
            page.ask("Go on there? (yes; anew to discard it and begin again; q to leave it as it is):")?;
            let Some(entry) = lines.next_entry()? else {
                page.gap()?;
                return Ok(Self::LeaveIt);
            };
            match entry.text.to_lowercase().as_str() {
                "yes" | "y" => return Ok(Self::Resume),
                "anew" => return Ok(Self::Anew),
                "q" | "no" | "n" => return Ok(Self::LeaveIt),
                _ => {}
            }
        }
    }
}

/// Writes how the conversation ended.
pub(super) fn write_end(page: &mut TerminalPage<'_>, session: &Session, finish: Finish) -> io::Result<()> {
    page.gap()?;
    match (session.ending(), finish) {
        (Some(ending), _) => page.text(&format!("The conversation is over: {}.", unended(&ending.title))),
        (None, Finish::Over) => page.text("Nothing is left to say or do here: the conversation is over."),
        (None, _) => page.text(&format!("{STOPPED_HERE} That is all right: a conversation can be left at any time.")),
    }
}

/// Writes the debrief, and saves it as a page if that is requested.
pub(super) fn write_debrief(
    page: &mut TerminalPage<'_>,
    session: &Session,
    attempt: Option<&Attempt>,
    print: Option<&Print>,
) -> Result<(), Failure> {
    let (debrief, what_if) = debrief::of(session)?;
    let pass = attempt.and_then(|attempt| attempt.passes().pop());
    let material = Material {
        reflection: pass.as_ref().and_then(|pass| pass.reflection),
        own_words: pass.as_ref().map(|pass| pass.own_words),
        again_from: pass.as_ref().and_then(|pass| pass.from),
        notes: attempt.map(|attempt| &attempt.notes),
        other_roads: what_if.as_deref().map_or(OtherRoads::LeftOut, OtherRoads::Found),
        ..Material::of(session.scenario(), &debrief)
    };
    write_page(page, &material, print)
}

/// Writes a debrief, and saves it as a page if that is requested.
pub(super) fn write_page(
    page: &mut TerminalPage<'_>,
    material: &Material<'_>,
    print: Option<&Print>,
) -> Result<(), Failure> {
    let composed = debrief_page::Page::compose(material);
    debrief_text::write(page, &composed)?;
    if let Some(print) = print {
        page.gap()?;
        page.text(&print.write(&composed)?)?;
    }
    Ok(())
}
