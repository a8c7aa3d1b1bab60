//! The rubric's files as written.

use crate::source::Spanned;
use crate::source::decoding::record::record;
use crate::source::decoding::words::words;
use crate::source::decoding::{OneOf, WholeNumber, Word};

use super::{Critical, SurveyScale, There};

/// A weight of a behaviour, within [`HEAVIEST`](super::Behaviour::HEAVIEST).
pub(super) type Weight = WholeNumber<-3, 3>;
/// A score, a feeling, a share in percent.
pub(super) type Percentage = WholeNumber<0, 100>;
/// A factor of the model.
pub(super) type Factor = WholeNumber<-20, 20>;

words! {
    /// When a behaviour caps the band, as written.
    pub(super) enum CriticalWord: "when a behaviour is critical" {
        Always,
        WithMinor,
    }
}

words! {
    /// How the conversation shows that a moment is there, as written.
    pub(super) enum ThereWord: "how a moment shows" {
        Asked,
        NeedOpen,
        Harmed,
    }
}

words! {
    /// A scale, as written.
    pub(super) enum ScaleWord: "a scale" {
        HowOften,
        HowGood,
    }
}

impl From<ThereWord> for There {
    fn from(word: ThereWord) -> Self {
        match word {
            ThereWord::Asked => Self::Asked,
            ThereWord::NeedOpen => Self::NeedOpen,
            ThereWord::Harmed => Self::Harmed,
        }
    }
}

impl From<CriticalWord> for Critical {
    fn from(word: CriticalWord) -> Self {
        match word {
            CriticalWord::Always => Self::Always,
            CriticalWord::WithMinor => Self::WithMinor,
        }
    }
}

impl From<ScaleWord> for SurveyScale {
    fn from(word: ScaleWord) -> Self {
        match word {
            ScaleWord::HowOften => Self::HowOften,
            ScaleWord::HowGood => Self::HowGood,
        }
    }
}

record! {
    /// `behaviours.ron`.
    BehavioursDoc: "the catalogue of behaviours" {
        required format: WholeNumber<1, 1>,
        required behaviours: Spanned<Vec<BehaviourDoc>>,
    }
}

record! {
    /// A behaviour.
    BehaviourDoc: "a behaviour" {
        required id: Spanned<Word>,
        required label: String,
        required says: String,
        required empathy: Weight,
        required clarity: Weight,
        required de_escalation: Weight,
        optional eccs: WholeNumber<0, 5>,
        optional critical: OneOf<CriticalWord>,
        optional information: bool,
        required source: String,
    }
}

record! {
    /// `strategies.ron`.
    StrategiesDoc: "the catalogue of strategies" {
        required format: WholeNumber<1, 1>,
        required strategies: Vec<NamedDoc>,
    }
}

record! {
    /// `moods.ron`.
    MoodsDoc: "the catalogue of moods" {
        required format: WholeNumber<1, 1>,
        required moods: Vec<MoodDoc>,
    }
}

record! {
    /// A mood.
    MoodDoc: "an entry of the catalogue of moods" {
        required id: Spanned<Word>,
        required label: String,
        required seen: String,
    }
}

record! {
    /// `moments.ron`.
    MomentsDoc: "the catalogue of moments" {
        required format: WholeNumber<1, 1>,
        required moments: Vec<MomentDoc>,
    }
}

record! {
    /// A kind of moment.
    MomentDoc: "an entry of the catalogue of moments" {
        required id: Spanned<Word>,
        required label: String,
        required gives: String,
        optional there: OneOf<ThereWord>,
        optional met_by: Spanned<Vec<Spanned<Word>>>,
        optional met_from: Spanned<WholeNumber<0, 5>>,
        optional only_halved_from: Spanned<WholeNumber<0, 5>>,
        optional met_by_a_need: bool,
        required spoilt_by: Vec<Spanned<Word>>,
        required added: Spanned<Word>,
        required source: String,
    }
}

record! {
    /// An entry of a catalogue.
    NamedDoc: "an entry of the catalogue" {
        required id: Spanned<Word>,
        required label: String,
    }
}

record! {
    /// `survey.ron`.
    SurveyDoc: "the survey" {
        required format: WholeNumber<1, 1>,
        required how_often: Spanned<Vec<Percentage>>,
        required how_good: Spanned<Vec<Percentage>>,
        required trust_at_end: Spanned<Vec<Percentage>>,
        required items: Vec<SurveyItemDoc>,
    }
}

record! {
    /// A question.
    SurveyItemDoc: "a question of the survey" {
        required id: Spanned<Word>,
        required text: String,
        required scale: OneOf<ScaleWord>,
        required speaks_for: Vec<Spanned<Word>>,
        required speaks_against: Vec<Spanned<Word>>,
    }
}

record! {
    /// `model.ron`.
    ModelDoc: "the model" {
        required format: WholeNumber<1, 1>,
        required agitation: WeightsDoc,
        required trust: WeightsDoc,
        required understanding: WeightsDoc,
        required cap: WholeNumber<1, 9>,
        required anxious: StageDoc,
        required escalating: StageDoc,
        required crisis: StageDoc,
        required recovery: RecoveryDoc,
        required too_upset: FromDoc,
        required low_trust: BelowDoc,
        required trust_lost: TrustLostDoc,
        required room: RoomDoc,
        required in_a_row: WholeNumber<0, 100>,
        required open_need: WholeNumber<0, 100>,
        required drift: WholeNumber<0, 100>,
        required baseline: Percentage,
        required bands: BandsDoc,
        required pass: Percentage,
        required judged_from: WholeNumber<1, 100>,
        required turning_points: TurningPointsDoc,
    }
}

record! {
    /// What a feeling takes from points.
    WeightsDoc: "the weights of a feeling" {
        required empathy: Factor,
        required clarity: Factor,
        required de_escalation: Factor,
    }
}

record! {
    /// A stage.
    StageDoc: "the bounds of a stage" {
        required up: Spanned<Percentage>,
        required down: Spanned<Percentage>,
    }
}

record! {
    /// The time after a crisis.
    RecoveryDoc: "recovery" {
        required below: Percentage,
        required turns: WholeNumber<0, 100>,
        required percent: WholeNumber<0, 1000>,
    }
}

record! {
    /// From a feeling's value on.
    FromDoc: "a rule that begins at a value" {
        required from: Percentage,
        required percent: WholeNumber<0, 1000>,
    }
}

record! {
    /// Below a feeling's value.
    BelowDoc: "a rule that holds below a value" {
        required below: Percentage,
        required percent: WholeNumber<0, 1000>,
    }
}

record! {
    /// A fall of trust.
    TrustLostDoc: "the rule for a fall of trust" {
        required percent: WholeNumber<100, 1000>,
    }
}

record! {
    /// The room that is left on a scale.
    RoomDoc: "the rule for the room that is left" {
        required full: Spanned<WholeNumber<1, 100>>,
    }
}

record! {
    /// Bands.
    BandsDoc: "the bands" {
        required developing: Spanned<Percentage>,
        required secure: Spanned<Percentage>,
        required strong: Spanned<Percentage>,
    }
}

record! {
    /// Turning points.
    TurningPointsDoc: "the rule for turning points" {
        required least: WholeNumber<0, 300>,
        required most: WholeNumber<0, 100>,
    }
}

record! {
    /// `courtesy.ron`.
    CourtesyDoc: "the terms of politeness" {
        required format: WholeNumber<1, 1>,
        required terms: Vec<Spanned<String>>,
    }
}

record! {
    /// `plain-words.ron`.
    PlainWordsDoc: "the terms that a patient would not know" {
        required format: WholeNumber<1, 1>,
        required behaviour: Spanned<Word>,
        required terms: Vec<TermDoc>,
    }
}

record! {
    /// `feedback.ron`.
    FeedbackDoc: "what feedback must be" {
        required format: WholeNumber<1, 1>,
        required least_words: WholeNumber<1, 100>,
        required scolding: Vec<TermDoc>,
    }
}

record! {
    /// A term to look for.
    TermDoc: "a term" {
        required term: Spanned<String>,
        required advice: String,
    }
}

record! {
    /// `checks.ron`.
    ChecksDoc: "when the fairness checks speak" {
        required format: WholeNumber<1, 1>,
        required sketch_below: WholeNumber<2, 100>,
        required by_chance: WholeNumber<1, 50>,
        required straw_man: WholeNumber<1, 6>,
        required one_decision: OneDecisionDoc,
        required reading: ReadingDoc,
    }
}

record! {
    /// How much one decision may hold.
    OneDecisionDoc: "how much one decision may hold" {
        required from: WholeNumber<2, 100>,
        required above: Percentage,
    }
}

record! {
    /// Reading grades.
    ReadingDoc: "the reading grades" {
        required spoken: WholeNumber<1, 20>,
        required feedback: WholeNumber<1, 20>,
        required one_text: OneTextDoc,
        required all_texts: WholeNumber<10, 10_000>,
    }
}

record! {
    /// How long a text must be to be judged by itself, and how much is forgiven then.
    OneTextDoc: "the rule for one text" {
        required words: WholeNumber<10, 1_000>,
        required more: WholeNumber<0, 20>,
    }
}
