//! What is read is easy to read.

use crate::scenario::{ChoiceId, SceneId, Speaker};
use crate::source::diagnostics::rule::rule;
use crate::source::{Diagnostic, Span};

use super::Subject;
use super::grade::{Measure, Measurer, without_source};

rule! {
    /// What is read is harder to read than it should be.
    ///
    /// ## Why it matters
    /// A patient who speaks like a form is nobody, plain words that are not plain teach the wrong thing, and
    /// feedback that has to be read twice is read once. The grade is that of Flesch and Kincaid, in school years:
    /// at most 6 for what the patient says and for options that show `plain_words`, at most 9 for feedback (a
    /// source in brackets at its end left out). It follows from the length of sentences and the number of
    /// syllables, so it is a hint and no verdict.
    ///
    /// Short texts scatter. One text is looked at from thirty words on and forgiven three grades; all texts of a
    /// kind together from a hundred words on, without forgiveness. `assets/checks.ron` holds these numbers.
    ///
    /// ## Before
    /// ```ron a scene
    /// patient: "Notwithstanding the considerable difficulties experienced during the preceding evening, I subsequently determined that additional medication would be inadvisable, particularly considering the potential complications that your colleague mentioned previously, and therefore I remained uncomfortable throughout the entire night.",
    /// ```
    ///
    /// ## After
    /// ```ron a scene
    /// patient: "It hurt all night. I did not ask for more tablets. Your friend told me what they can do to you, and I was afraid. So I lay there and waited for the morning.",
    /// ```
    pub(crate) RULE = "reading-grade", Warning;
}

/// What the patient says, options that promise plain words, and feedback stay within their reading grades.
pub(super) fn check(subject: &Subject<'_>) -> Vec<Diagnostic> {
    let reading = subject.scenario.rubric.checks.reading;
    let mut found = Vec::new();
    let patient = Kind { what: "What the patient says", most: reading.spoken };
    patient.check(subject, patient_lines(subject), &mut found);
    let plain = Kind { what: "What options say that are tagged as plain words", most: reading.spoken };
    plain.check(subject, plain_words(subject), &mut found);
    let feedback = Kind { what: "The feedback", most: reading.feedback };
    feedback.check(subject, explained(subject), &mut found);
    found
}

/// Texts of one kind.
struct Kind {
    /// Their name, at the beginning of a sentence.
    what: &'static str,
    /// The highest grade allowed.
    most: u8,
}

impl Kind {
    /// Checks each long text by itself, and all of them together.
    fn check<'a>(
        &self,
        subject: &Subject<'_>,
        texts: impl Iterator<Item = (Span, &'a str)>,
        found: &mut Vec<Diagnostic>,
    ) {
        let reading = subject.scenario.rubric.checks.reading;
        let mut measurer = Measurer::default();
        let mut all = Measure::default();
        for (span, text) in texts {
            let measure = measurer.measure(text);
            all = all.and(measure);
            if measure.words >= reading.one_text {
                let message = |grade| format!("{} here reads at grade {grade:.1}", self.what);
                found.extend(self.above(measure, f64::from(self.most + reading.one_text_more), span, message));
            }
        }
        if all.words >= reading.all_texts {
            let message = |grade| format!("{}, taken together, reads at grade {grade:.1}", self.what);
            found.extend(self.above(all, f64::from(self.most), subject.source_map.scenario(), message));
        }
    }

    fn above(&self, measure: Measure, most: f64, span: Span, message: impl Fn(f64) -> String) -> Option<Diagnostic> {
        let grade = measure.grade().filter(|grade| *grade > most)?;
        let found = RULE.at(span, format!("{}; it should stay within {}", message(grade), self.most));
        Some(found.hint("use shorter sentences, and shorter words"))
    }
}

/// Every wording of what the patient says.
fn patient_lines<'a>(subject: &'a Subject<'_>) -> impl Iterator<Item = (Span, &'a str)> {
    let scenes = (0..subject.scenario.scenes.len()).filter_map(SceneId::new);
    scenes.flat_map(move |id| {
        let lines = subject.scenario.texts_of(id).filter(|text| text.speaker == Some(Speaker::Patient));
        lines.flat_map(move |line| {
            line.text.variants.iter().enumerate().flat_map(move |(index, variant)| {
                let span = subject.source_map.variant(id, line.number, index);
                variant.wordings.iter().map(move |wording| (span, wording.as_str()))
            })
        })
    })
}

/// What is said by options that show plain words.
fn plain_words<'a>(subject: &'a Subject<'_>) -> impl Iterator<Item = (Span, &'a str)> {
    let plain = subject.scenario.rubric.plain_words.behaviour;
    choices(subject).filter_map(move |id| {
        let choice = subject.scenario.choice(id);
        let say = choice.words.say().filter(|_| choice.shows.contains(plain))?;
        Some((subject.source_map.say(id), say))
    })
}

/// Feedback, without its sources.
fn explained<'a>(subject: &'a Subject<'_>) -> impl Iterator<Item = (Span, &'a str)> {
    choices(subject).map(|id| (subject.source_map.why(id), without_source(&subject.scenario.choice(id).why)))
}

fn choices(subject: &Subject<'_>) -> impl Iterator<Item = ChoiceId> {
    (0..subject.scenario.choices.len()).filter_map(ChoiceId::new)
}
