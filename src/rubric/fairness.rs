//! When a scenario is a fair test, as `assets/fairness.ron` gives it.

/// How often a simulated trainee takes the best option, in percent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Skill {
    /// The developing trainee.
    pub developing: u8,
    /// The expert.
    pub expert: u8,
}

/// What simulated trainees are, and what they must come to. See `assets/fairness.ron` for what each
/// one means.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Fairness {
    /// How skilled the trainees are.
    pub skill: Skill,
    /// What a guesser scores at most on each dimension, on average.
    pub guess_at_most: u8,
    /// In how many plays of a hundred going by one appearance passes at most.
    pub appearance_passes_at_most: u8,
    /// How many points trainees of rising skill lie apart at least.
    pub apart: u8,
}
