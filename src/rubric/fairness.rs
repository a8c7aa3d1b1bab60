//! When a scenario is a fair test, from `assets/fairness.ron`.

/// How often a simulated trainee takes the best option, in percent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Skill {
    pub developing: u8,
    pub expert: u8,
}

/// The skill of the simulated trainees, and the results that a fair test gives them. `assets/fairness.ron` says
/// what each number means.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Fairness {
    pub skill: Skill,
    /// The most that a guesser may score on each dimension on average, 0–100.
    pub guess_at_most: u8,
    /// The largest share of plays, in percent, in which a trainee who goes by one appearance may pass.
    pub appearance_passes_at_most: u8,
    /// The fewest points between each trainee and the next more skilled one, on the mean of the dimensions.
    pub apart: u8,
}
