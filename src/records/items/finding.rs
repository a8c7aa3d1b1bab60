//! Which items to look at, and why. Each reason allows for the error of sampling, so that few are raised by chance.

use serde::Serialize;

use super::statistics::{Disagreed, Item};

/// How many standard errors a figure must lie beyond its limit: 97.5 % of samples lie nearer.
const ERRORS: f64 = 1.96;
/// A correlation that cannot well be above this speaks for a wrong key. Chosen by measurement (`docs/notes/statistics.md`);
/// that a correlation is below .2 raises no finding, since in conversations of ten decisions many sound ones are.
const AGAINST: f64 = 0.1;
/// Difficulties between these are useful.
const USEFUL: [f64; 2] = [0.3, 0.85];
/// An option must have been on offer so often before it is worth saying that nobody took it: by the rule of three (Hanley
/// and Lippman-Hand 1983, doi 10.1001/jama.1983.03330370053031) fewer than 3 % would then take it.
const OFFERED: u64 = 100;

/// An item to look at.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Finding {
    /// The scene's id.
    pub scene: String,
    pub reason: Reason,
}

/// Why to look at an item.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// Who does well here does badly elsewhere: a wrong key, or a decision to rewrite.
    AgainstTheRest { r: f64, upper: f64 },
    /// Nearly everything that could be gained here is gained.
    TooEasy { difficulty: f64 },
    /// Hardly anything that could be gained here is gained.
    TooHard { difficulty: f64 },
    /// Nobody took an option.
    NeverTaken { option: String, offered: u64 },
    /// Half of the facilitators or more disagreed with the key.
    KeyDoubted(Disagreed),
}

/// What to look at, in the order of the items.
pub(super) fn findings(items: &[Item]) -> Vec<Finding> {
    let found = items.iter().flat_map(|item| {
        let reasons = [against(item), difficulty(item), doubted(item)].into_iter().flatten().chain(never_taken(item));
        reasons.map(|reason| Finding { scene: item.scene.clone(), reason })
    });
    found.collect()
}

fn against(item: &Item) -> Option<Reason> {
    let correlation = item.correlation?;
    let (r, upper) = (correlation.r, correlation.upper);
    (upper < AGAINST).then_some(Reason::AgainstTheRest { r, upper })
}

fn difficulty(item: &Item) -> Option<Reason> {
    let (difficulty, error) = (item.difficulty, ERRORS * item.difficulty_error);
    let [hard, easy] = USEFUL;
    if difficulty - error > easy {
        return Some(Reason::TooEasy { difficulty });
    }
    (difficulty + error < hard).then_some(Reason::TooHard { difficulty })
}

fn never_taken(item: &Item) -> impl Iterator<Item = Reason> + '_ {
    let never = item.options.iter().filter(|option| option.offered >= OFFERED && option.is_never_taken());
    never.map(|option| Reason::NeverTaken { option: option.option.clone(), offered: option.offered })
}

fn doubted(item: &Item) -> Option<Reason> {
    let disagreed = item.disagreed.told().filter(|of| 2 * u64::from(of.disagreed) >= of.sessions.into());
    disagreed.copied().map(Reason::KeyDoubted)
}

impl Finding {
    /// The reason in words.
    #[must_use]
    pub fn told(&self) -> String {
        let scene = &self.scene;
        match &self.reason {
            Reason::AgainstTheRest { r, .. } => format!(
                "\u{201c}{scene}\u{201d}: those who do well elsewhere do worse here (correlation {r:.2}). Check which option \
                 the key favours, or rewrite the decision."
            ),
            Reason::TooEasy { difficulty } => format!(
                "\u{201c}{scene}\u{201d}: {:.0} % of the points are gained. Make a rival option more tempting.",
                100.0 * difficulty
            ),
            Reason::TooHard { difficulty } => format!(
                "\u{201c}{scene}\u{201d}: only {:.0} % of the points are gained. See whether the cue is there to be seen.",
                100.0 * difficulty
            ),
            Reason::NeverTaken { option, offered } => format!(
                "\u{201c}{scene}\u{201d}: nobody took \u{201c}{option}\u{201d} in {offered} times on offer. Rewrite it so \
                 that somebody decent might say it."
            ),
            Reason::KeyDoubted(Disagreed { disagreed, sessions }) => format!(
                "\u{201c}{scene}\u{201d}: facilitators disagreed with the key in {disagreed} of {sessions} group sessions. \
                 Read what they wrote."
            ),
        }
    }
}
