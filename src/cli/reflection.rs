//! Asks for the trainee's reflection before any score is shown.

use std::io;

use crate::attempt::ReflectionDraft;
use crate::rubric::Dimension;

use super::input::Lines;
use super::terminal_page::TerminalPage;

/// Asks for one word for how it felt, and for a self-rating, as far as the draft lacks them; either may be skipped with
/// Enter. `keep` is called with the draft after each answer.
///
/// # Errors
/// Where the input cannot be read or the output cannot be written.
pub(super) fn ask(
    page: &mut TerminalPage<'_>,
    lines: &mut Lines<'_>,
    mut draft: ReflectionDraft,
    mut keep: impl FnMut(ReflectionDraft),
) -> io::Result<ReflectionDraft> {
    page.heading("Before the scores, your own view (press Enter to skip)")?;
    if draft.feeling.is_empty() {
        page.ask("In one word, how did it feel?")?;
        draft.feeling = lines.next_line()?.map(|line| line.text).unwrap_or_default();
        keep(draft.clone());
    }
    page.text("From 0 to 100, how well did you do?")?;
    for dimension in Dimension::ALL {
        if draft.rating(dimension).is_none() {
            let Some(given) = rate(page, lines, dimension)? else { break };
            *draft.rating(dimension) = Some(given);
            keep(draft.clone());
        }
    }
    Ok(draft)
}

fn rate(page: &mut TerminalPage<'_>, lines: &mut Lines<'_>, dimension: Dimension) -> io::Result<Option<u8>> {
    loop {
        page.ask(&format!("{}:", dimension.label()))?;
        let Some(line) = lines.next_line()?.filter(|line| !line.text.is_empty()) else { return Ok(None) };
        match line.text.parse::<u8>() {
            Ok(rating) if rating <= 100 => return Ok(Some(rating)),
            _ => page.text("Type a number from 0 to 100, or press Enter to skip.")?,
        }
    }
}
