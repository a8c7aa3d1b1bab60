//! Asks for the trainee's reflection before any score is shown.

use std::io;

use crate::attempt::{Reflection, SelfRating};
use crate::rubric::Dimension;

use super::input::Lines;
use super::terminal_page::TerminalPage;

/// Asks for one word for how it felt, and for a self-rating; either may be skipped with Enter.
///
/// # Errors
/// Where the input cannot be read or the output cannot be written.
pub(super) fn ask(page: &mut TerminalPage<'_>, lines: &mut Lines<'_>) -> io::Result<Reflection> {
    page.heading("Before the scores, your own view (press Enter to skip)")?;
    page.ask("In one word, how did it feel?")?;
    let feeling = lines.next_line()?.map(|line| line.text).unwrap_or_default();
    page.text("From 0 to 100, how well did you do?")?;
    Ok(Reflection { feeling, rating: rate_all(page, lines)? })
}

/// A rating on all three dimensions; `None` as soon as one is skipped.
fn rate_all(page: &mut TerminalPage<'_>, lines: &mut Lines<'_>) -> io::Result<Option<SelfRating>> {
    let mut ratings = [0; 3];
    for (rating, dimension) in ratings.iter_mut().zip(Dimension::ALL) {
        let Some(given) = rate(page, lines, dimension)? else { return Ok(None) };
        *rating = given;
    }
    let [empathy, clarity, de_escalation] = ratings;
    Ok(Some(SelfRating { empathy, clarity, de_escalation }))
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
