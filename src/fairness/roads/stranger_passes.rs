//! A stranger to the scene, who goes by one thing on the surface, does not pass.

use crate::analysis::strategy::{Unfair, found_by, strangers_that_pass};
use crate::source::Diagnostic;
use crate::source::diagnostics::rule::rule;

use super::{RoadSubject, where_found};

rule! {
    /// Someone who saw nothing but how the options look on the surface passes.
    ///
    /// ## Why it matters
    /// A stranger to the scene has not met the patient and understands no word. It always takes the option with the
    /// most or the fewest sentences, the most commas or questions, the one that ends in a question or has an action,
    /// the one that says "you" the most or "I" the least, the one with the shortest words, the longest, the shortest,
    /// the most polite or the one with the most information. If that passes, a pass says only that one can tell how a
    /// good answer looks, whoever sits there.
    ///
    /// Each is played many times; `assets/fairness.ron` says what it may come to. Scenarios of fewer than eight
    /// decisions are not judged. The way out is not to make the best options look worse, but to make the others as
    /// good at something else, so that the moment decides.
    ///
    /// ## Before
    /// ```ron the scenario
    /// scenes: {
    ///     "morning": (patient: "I did not sleep.", choices: [
    ///         (id: "later", say: "We can talk about it later on today.", shows: [], why: "He told you about his night, and it had to wait. Ask now.", then: "ten"),
    ///         (id: "ask", say: "That is hard. What kept you up?", shows: [open_question], why: "You asked what it was, so he can tell you.", then: "ten"),
    ///         (id: "eat", say: "You should eat a little first, then rest.", shows: [ignores_cue], why: "He told you about his night, and breakfast came first. Ask about it.", then: "ten"),
    ///     ]),
    ///     "ten": (patient: "I could not eat.", choices: [
    ///         (id: "tray", say: "I will come and take the tray away, then.", shows: [ignores_cue], why: "The tray went, and the worry stayed with him. Ask about it first.", then: "noon"),
    ///         (id: "try", say: "It would do you good to try the soup.", shows: [], why: "He told you that he could not, and you asked him to. Ask what is in the way.", then: "noon"),
    ///         (id: "worry", say: "I see. What worries you?", shows: [explores_concern], why: "You asked for the worry behind it, so he need not hide it.", then: "noon"),
    ///     ]),
    ///     "noon": (patient: "My son has not called.", choices: [
    ///         (id: "miss", say: "You wait. You miss him.", shows: [validates], why: "You put into words what he felt, so he was not alone with it.", then: "two"),
    ///         (id: "busy", say: "Sons are often busy people at this hour.", shows: [], why: "It may be true, and it does not answer what he feels. Say that you see it.", then: "two"),
    ///         (id: "lamp", say: "I will turn off the lamp for you now.", shows: [ignores_cue], why: "The lamp went off, and what he had said stayed in the dark. Say that you heard it.", then: "two"),
    ///     ]),
    ///     "two": (patient: "My leg is no better.", choices: [
    ///         (id: "tablet", say: "There is a tablet for that at six o'clock.", shows: [], why: "The tablet is four hours off, and he hurts now. Ask how bad it is.", then: "four"),
    ///         (id: "walk", say: "You have to walk a few steps each day.", shows: [ignores_cue], why: "He told you of pain, and you gave him a task. Ask where it hurts.", then: "four"),
    ///         (id: "where", say: "Poor leg. Where does it hurt?", shows: [open_question], why: "You asked him to show you, so he can tell you how it is.", then: "four"),
    ///     ]),
    ///     "four": (patient: "They do not tell me anything.", choices: [
    ///         (id: "round", say: "The doctors will be here on their round.", shows: [], why: "It sent him to others, and he had come to you. Ask what he wants to know.", then: "six"),
    ///         (id: "know", say: "No. What would you like to know?", shows: [explores_concern], why: "You asked for the question behind it, so he can put it.", then: "six"),
    ///         (id: "board", say: "It is all on the board above your bed.", shows: [ignores_cue], why: "He spoke of being left alone, and was shown a board. Say that you hear it.", then: "six"),
    ///     ]),
    ///     "six": (patient: "I used to walk to the sea.", choices: [
    ///         (id: "again", say: "You can do it again by next spring, maybe.", shows: [], why: "Nobody knows that yet, and he spoke of now. Ask what it was like.", then: "eight"),
    ///         (id: "sea", say: "The sea. Tell me about it?", shows: [open_question], why: "You asked for more of it, so he could go there for a while.", then: "eight"),
    ///         (id: "bed", say: "For today it is better to stay in bed.", shows: [ignores_cue], why: "He spoke of the sea, and heard about the bed. Stay with what he said.", then: "eight"),
    ///     ]),
    ///     "eight": (patient: "It is loud in here.", choices: [
    ///         (id: "plugs", say: "I can look for a pair of ear plugs for you.", shows: [], why: "It may help, and he did not hear that you had understood. Say so first.", then: "night"),
    ///         (id: "ward", say: "It is a ward with six beds, after all.", shows: [ignores_cue], why: "You told him what he knew, and he still lies awake. Say that it wears one out.", then: "night"),
    ///         (id: "worn", say: "It is. You are worn out.", shows: [validates], why: "You put into words what he felt, so he was not alone with it.", then: "night"),
    ///     ]),
    ///     "night": (patient: "I am afraid of the night.", choices: [
    ///         (id: "most", say: "I see. What do you fear most?", shows: [explores_concern], why: "You asked for what is behind it, so he need not lie alone with it.", then: "better"),
    ///         (id: "bell", say: "You have the bell there if there is anything.", shows: [], why: "A bell is good to have, and it asks nothing. Ask what he is afraid of.", then: "better"),
    ///         (id: "safe", say: "You are as safe here as anyone can be.", shows: [ignores_cue], why: "You meant it well, and his fear had no place in it. Ask what he is afraid of.", then: "better"),
    ///     ]),
    ///     "better": (ending: (title: "Better", kind: Good, thought: "Well.")),
    /// },
    /// ```
    ///
    /// ## After
    /// ```ron the scenario
    /// scenes: {
    ///     "morning": (patient: "I did not sleep.", choices: [
    ///         (id: "later", say: "Shall we talk about it later? There is time.", shows: [], why: "He told you about his night, and it had to wait. Ask now.", then: "ten"),
    ///         (id: "ask", say: "What was it that kept you awake so long, then?", shows: [open_question], why: "You asked what it was, so he can tell you.", then: "ten"),
    ///         (id: "eat", say: "Eat a little first. You will feel better.", shows: [ignores_cue], why: "He told you about his night, and breakfast came first. Ask about it.", then: "ten"),
    ///     ]),
    ///     "ten": (patient: "I could not eat.", choices: [
    ///         (id: "tray", say: "I will take the tray away, then.", shows: [ignores_cue], why: "The tray went, and the worry stayed with him. Ask about it first.", then: "noon"),
    ///         (id: "try", say: "Would you try a spoon of the soup?", shows: [], why: "He told you that he could not, and you asked him to. Ask what is in the way.", then: "noon"),
    ///         (id: "worry", say: "It worries you. Say what it is.", shows: [explores_concern], why: "You asked for the worry behind it, so he need not hide it.", then: "noon"),
    ///     ]),
    ///     "noon": (patient: "My son has not called.", choices: [
    ///         (id: "miss", say: "You miss him, I think, with the day so long.", shows: [validates], why: "You put into words what he felt, so he was not alone with it.", then: "two"),
    ///         (id: "busy", say: "Sons are busy. They call late.", shows: [], why: "It may be true, and it does not answer what he feels. Say that you see it.", then: "two"),
    ///         (id: "lamp", say: "Shall I turn off the lamp for you?", shows: [ignores_cue], why: "The lamp went off, and what he had said stayed in the dark. Say that you heard it.", then: "two"),
    ///     ]),
    ///     "two": (patient: "My leg is no better.", choices: [
    ///         (id: "tablet", say: "There is a tablet at six. Can it wait?", shows: [], why: "The tablet is four hours off, and he hurts now. Ask how bad it is.", then: "four"),
    ///         (id: "walk", say: "You can walk on it.", shows: [ignores_cue], why: "He told you of pain, and you gave him a task. Ask where it hurts.", then: "four"),
    ///         (id: "where", say: "Show me where it hurts.", shows: [open_question], why: "You asked him to show you, so he can tell you how it is.", then: "four"),
    ///     ]),
    ///     "four": (patient: "They do not tell me anything.", choices: [
    ///         (id: "round", say: "The doctors come at ten. They know.", shows: [], why: "It sent him to others, and he had come to you. Ask what he wants to know.", then: "six"),
    ///         (id: "know", say: "Tell me what you want to know, all of it.", shows: [explores_concern], why: "You asked for the question behind it, so he can put it.", then: "six"),
    ///         (id: "board", say: "Have you seen the board above your bed?", shows: [ignores_cue], why: "He spoke of being left alone, and was shown a board. Say that you hear it.", then: "six"),
    ///     ]),
    ///     "six": (patient: "I used to walk to the sea.", choices: [
    ///         (id: "again", say: "By spring you may walk there again.", shows: [], why: "Nobody knows that yet, and he spoke of now. Ask what it was like.", then: "eight"),
    ///         (id: "sea", say: "The sea. What was it like?", shows: [open_question], why: "You asked for more of it, so he could go there for a while.", then: "eight"),
    ///         (id: "bed", say: "Today you stay in bed, please.", shows: [ignores_cue], why: "He spoke of the sea, and heard about the bed. Stay with what he said.", then: "eight"),
    ///     ]),
    ///     "eight": (patient: "It is loud in here.", choices: [
    ///         (id: "plugs", say: "Shall I look for ear plugs for you?", shows: [], why: "It may help, and he did not hear that you had understood. Say so first.", then: "night"),
    ///         (id: "ward", say: "It is a ward, after all. There are six beds.", shows: [ignores_cue], why: "You told him what he knew, and he still lies awake. Say that it wears one out.", then: "night"),
    ///         (id: "worn", say: "You are exhausted by all the noise.", shows: [validates], why: "You put into words what he felt, so he was not alone with it.", then: "night"),
    ///     ]),
    ///     "night": (patient: "I am afraid of the night.", choices: [
    ///         (id: "most", say: "The night. Which part of it frightens you?", shows: [explores_concern], why: "You asked for what is behind it, so he need not lie alone with it.", then: "better"),
    ///         (id: "bell", say: "I will come when you ring the bell.", shows: [], why: "A bell is good to have, and it asks nothing. Ask what he is afraid of.", then: "better"),
    ///         (id: "safe", say: "You are as safe here as one can be, really.", shows: [ignores_cue], why: "You meant it well, and his fear had no place in it. Ask what he is afraid of.", then: "better"),
    ///     ]),
    ///     "better": (ending: (title: "Better", kind: Good, thought: "Well.")),
    /// },
    /// ```
    pub(crate) RULE = "stranger-passes", Warning;
}

/// Not where no strategy was played.
pub(super) fn is_decided(subject: &RoadSubject<'_>) -> bool {
    !subject.analysis.strategies.is_empty()
}

/// The strangers who pass too often or score too well, with the decisions that help them.
pub(super) fn check(subject: &RoadSubject<'_>) -> Vec<Diagnostic> {
    let unfair = strangers_that_pass(subject.scenario, &subject.analysis.strategies);
    let told = unfair.iter().map(|unfair| {
        let diagnostic = RULE.at(subject.source_map.scenario(), unfair.to_string());
        let diagnostic = match unfair {
            Unfair::StrangerPasses { strategy, .. } => {
                let found = found_by(subject.scenario, *strategy);
                diagnostic.hint(where_found(subject.scenario, &found))
            }
            _ => diagnostic,
        };
        diagnostic.hint("give another option there as much of it, so that only the moment tells which is best")
    });
    told.collect()
}
