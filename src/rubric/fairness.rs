//! When a scenario is a fair test, from `assets/fairness.ron`.

/// How often a simulated trainee takes the best option, in percent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Skill {
    pub developing: u8,
    pub expert: u8,
}

/// What a stranger may come to who has learnt from other scenarios what marks the best option.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LearntStrangerLimits {
    /// The largest share of plays, in percent, in which it may pass.
    pub passes_at_most: u8,
    /// The largest share of the decisions of a library, in percent, in which it may find the best option.
    pub finds_at_most: u8,
    /// A significance level in percent: in one scenario, what mere chance would give in fewer of a hundred scenarios
    /// is too much.
    pub by_chance: u8,
}

/// The skill of the simulated trainees, and the results that a fair test gives them. `assets/fairness.ron` says
/// what each number means.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Fairness {
    pub skill: Skill,
    /// The most that a guesser may score on each dimension on average, 0–100.
    pub guess_at_most: u8,
    /// The fewest decisions of a scenario in which strangers are judged.
    pub stranger_from: usize,
    /// The largest share of plays, in percent, in which a stranger who goes by one thing on the surface may pass.
    pub stranger_passes_at_most: u8,
    /// The most that such a stranger may score on each dimension on average, 0–100.
    pub stranger_mean_at_most: u8,
    pub learnt_stranger: LearntStrangerLimits,
    /// The fewest points between each trainee and the next more skilled one, on the mean of the dimensions.
    pub apart: u8,
}
