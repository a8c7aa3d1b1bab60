//! `fairness.ron` as written.

use crate::source::Spanned;
use crate::source::decoding::WholeNumber;
use crate::source::decoding::record::record;

use super::document::Percentage;

record! {
    /// `fairness.ron`.
    FairnessDoc: "a fair test" {
        required format: WholeNumber<1, 1>,
        required skill: SkillDoc,
        required guess_at_most: Percentage,
        required judged_from: WholeNumber<2, 100>,
        required stranger_passes_at_most: Percentage,
        required stranger_mean_at_most: Percentage,
        required learnt_stranger: LearntStrangerDoc,
        required reading: ReadingLimitsDoc,
        required build: BuildDoc,
        required apart: Percentage,
    }
}

record! {
    /// How a conversation is built.
    BuildDoc: "how a conversation is built" {
        required met_from: Percentage,
        required one_road_at_most: Percentage,
        required own_answers: OwnAnswersDoc,
        required felt_at_least: Percentage,
        required rival: RivalDoc,
        required best_shows_most_at_most: Percentage,
        required unnamed_at_most: Percentage,
        required two_moments_at_most: Percentage,
        required kinds: KindsDoc,
        required met_by_at_most: WholeNumber<1, 9>,
        required screen: ScreenDoc,
        required stakes: StakesDoc,
        required endings: EndingsDoc,
        required early_door: WholeNumber<1, 1000>,
        required stale_words: WholeNumber<1, 100>,
    }
}

record! {
    /// The answers of a decision.
    OwnAnswersDoc: "the answers of a decision" {
        required at_least: WholeNumber<1, 9>,
        required words_from: Percentage,
    }
}

record! {
    /// The rival of the best option.
    RivalDoc: "the rival of the best option" {
        required within: WholeNumber<0, 9>,
        required at_least: Percentage,
    }
}

record! {
    /// The kinds of moment of a scenario.
    KindsDoc: "the kinds of moment of a scenario" {
        required at_least: WholeNumber<0, 100>,
        required one_at_most: Percentage,
    }
}

record! {
    /// What there is room for on a screen.
    ScreenDoc: "the room on a screen" {
        required characters: WholeNumber<1, 10000>,
        required words: WholeNumber<1, 10000>,
    }
}

record! {
    /// What is at stake near the end.
    StakesDoc: "what is at stake near the end" {
        required decisions: WholeNumber<1, 100>,
        required kinds: WholeNumber<1, 4>,
    }
}

record! {
    /// How endings are shared out.
    EndingsDoc: "the shares of endings" {
        required one_at_most: Percentage,
        required from: Percentage,
        required at_least: WholeNumber<1, 100>,
    }
}

record! {
    /// How skilled the simulated trainees are.
    SkillDoc: "the skill of trainees" {
        required developing: Spanned<Percentage>,
        required expert: Spanned<Percentage>,
    }
}

record! {
    /// What a learnt stranger may come to.
    LearntStrangerDoc: "the limits of a learnt stranger" {
        required passes_at_most: Percentage,
        required finds_at_most: Percentage,
        required by_chance: WholeNumber<1, 50>,
    }
}

record! {
    /// What somebody finds who picks from the options.
    ReadingLimitsDoc: "the limits of a reading" {
        required best_unseen_below: Percentage,
        required best_seen_from: Percentage,
        required moment_seen_from: Percentage,
    }
}
