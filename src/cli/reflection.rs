//! Asks for the trainee's own view before any score is shown.

use std::io;

use crate::attempt::{Reflection, SelfRating};
use crate::rubric::Dimension;

use super::input::Lines;
use super::page::Page;

/// One word for how it felt, and a rating of oneself; each may be skipped with Enter.
///
/// # Errors
/// Where the input cannot be read or the output cannot be written.
pub(super) fn ask(page: &mut Page<'_>, lines: &mut Lines<'_>) -> io::Result<Reflection> {
    page.heading("Before the scores, your own view. Press Enter to skip a question")?;
    page.ask("In one word, how did it feel?")?;
    let feeling = lines.next_line()?.map(|line| line.text).unwrap_or_default();
    page.text("From 0 to 100, how well did you do?")?;
    let mut ratings = [None; 3];
    for (rating, dimension) in ratings.iter_mut().zip(Dimension::ALL) {
        *rating = rate(page, lines, dimension)?;
    }
    let rating = match ratings {
        [Some(empathy), Some(clarity), Some(de_escalation)] => Some(SelfRating { empathy, clarity, de_escalation }),
        _ => None,
    };
    Ok(Reflection { feeling, rating })
}

fn rate(page: &mut Page<'_>, lines: &mut Lines<'_>, dimension: Dimension) -> io::Result<Option<u8>> {
    loop {
        page.ask(&format!("{}:", dimension.label()))?;
        let Some(line) = lines.next_line()?.filter(|line| !line.text.is_empty()) else { return Ok(None) };
        match line.text.parse::<u8>() {
            Ok(rating) if rating <= 100 => return Ok(Some(rating)),
            _ => page.text("Type a number from 0 to 100, or press Enter to skip.")?,
        }
    }
}
