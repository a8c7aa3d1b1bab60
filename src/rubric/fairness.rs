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

/// What somebody may and must find who picks from the options of every decision; shares are in percent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReadingLimits {
    /// Without the scenes, the best option in less than this share of the decisions.
    pub best_unseen_below: u8,
    /// With them, the best in this share or more.
    pub best_seen_from: u8,
    /// With them, an option that meets the moment in this share or more of the decisions that have one.
    pub moment_seen_from: u8,
}

/// The limits of how a conversation is built; shares are in percent. `assets/fairness.ron` says what each is.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct BuildLimits {
    /// What fewer plays of an equal mix of trainees meet counts for no limit.
    pub met_from: u8,
    pub one_road_at_most: u8,
    pub own_answers: OwnAnswers,
    pub felt_at_least: u8,
    pub rival: Rival,
    pub best_shows_most_at_most: u8,
    pub unnamed_at_most: u8,
    pub two_moments_at_most: u8,
    pub kinds: Kinds,
    /// The most options of a decision that may meet its moment.
    pub met_by_at_most: usize,
    pub screen: ScreenLimits,
    pub stakes: Stakes,
    pub endings: EndingShares,
    /// Some ending is reached in so many turns.
    pub early_door: u16,
    /// How many words make a line that should be heard once.
    pub stale_words: usize,
}

/// How many options of a decision get an answer of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OwnAnswers {
    pub at_least: usize,
    /// The share of an answer's words, in percent, that no other answer has.
    pub words_from: u8,
}

/// Another option that is nearly as good as the best, or better, before the moment's rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rival {
    /// In points.
    pub within: i32,
    /// The share of decisions that have one, in percent.
    pub at_least: u8,
}

/// How many kinds of moment there are, and the largest share of one, in percent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kinds {
    pub at_least: usize,
    pub one_at_most: u8,
}

/// What there is room for on a screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ScreenLimits {
    /// Of an option.
    pub characters: usize,
    /// Of what is told and said at once.
    pub words: usize,
}

/// How many kinds of ending can still be reached with so many decisions to come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stakes {
    pub decisions: usize,
    pub kinds: usize,
}

/// How the plays of an equal mix of trainees are shared out among the endings, in percent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EndingShares {
    pub one_at_most: u8,
    /// The least share of an ending that counts.
    pub from: u8,
    /// How many endings count.
    pub at_least: usize,
}

/// The skill of the simulated trainees, and the results that a fair test gives them. `assets/fairness.ron` says
/// what each number means.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Fairness {
    pub skill: Skill,
    /// The most that a guesser may score on each dimension on average, 0–100.
    pub guess_at_most: u8,
    /// The fewest decisions of a scenario that is judged as a whole: by strangers, and by how it is built.
    pub judged_from: usize,
    /// The largest share of plays, in percent, in which a stranger who goes by one thing on the surface may pass.
    pub stranger_passes_at_most: u8,
    /// The most that such a stranger may score on each dimension on average, 0–100.
    pub stranger_mean_at_most: u8,
    pub learnt_stranger: LearntStrangerLimits,
    pub reading: ReadingLimits,
    pub build: BuildLimits,
    /// The fewest points between each trainee and the next more skilled one, on the mean of the dimensions.
    pub apart: u8,
}
