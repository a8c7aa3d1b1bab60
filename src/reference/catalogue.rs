//! The pages of the rubric's catalogues: behaviours, moments, strategies and moods.

use std::fmt::Write as _;

use crate::rubric::{
    Behaviour, BehaviourId, BehaviourSet, Dimension, Feeling, LevelRule, ListedMood, MetBy, Moment, Named, Rubric,
};
use crate::sentence::ended;

use super::Page;
use super::entry::without_links;
use super::page::generated_page;

/// A catalogue of the rubric.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Catalogue {
    Behaviours,
    Moments,
    Strategies,
    Moods,
}

/// A word of a catalogue.
#[derive(Clone, Copy, Debug)]
pub(super) struct CatalogueWord<'a> {
    pub(super) id: &'a str,
    /// What people read for it.
    label: &'a str,
}

impl Catalogue {
    pub(super) const ALL: [Self; 4] = [Self::Behaviours, Self::Moments, Self::Strategies, Self::Moods];

    pub(super) const fn name(self) -> &'static str {
        self.names()[0]
    }

    /// The names that it goes by. Some of its words are fields too.
    pub(super) const fn names(self) -> [&'static str; 2] {
        match self {
            Self::Behaviours => ["behaviours", "behaviour"],
            Self::Moments => ["moments", "kind of moment"],
            Self::Strategies => ["strategies", "training strategy"],
            Self::Moods => ["moods", "mood of a scene"],
        }
    }

    /// What one of its words is.
    pub(super) const fn what(self) -> &'static str {
        match self {
            Self::Behaviours => "a behaviour",
            Self::Moments => "a moment",
            Self::Strategies => "a training strategy",
            Self::Moods => "a mood",
        }
    }

    /// Where its words are written, in Markdown.
    const fn about(self) -> &'static str {
        match self {
            Self::Behaviours => {
                "What a choice can show: the words for [`shows`](../choice/shows.md), \
                 [`cleared_by`](../need/cleared_by.md), [`Shown`](../condition/shown.md) and \
                 [`Before`](../condition/before.md)."
            }
            Self::Moments => "What the patient gives in a scene: the words for [`moment`](../scene/moment.md).",
            Self::Strategies => "What a scenario practises: the words for [`practises`](../scenario/practises.md).",
            Self::Moods => "What a scene may ask the picture to show: the words for [`mood`](../scene/mood.md).",
        }
    }

    pub(super) fn words(self, rubric: &Rubric) -> Vec<CatalogueWord<'_>> {
        fn named(list: &[Named]) -> Vec<CatalogueWord<'_>> {
            list.iter().map(|it| CatalogueWord { id: &it.id, label: &it.label }).collect()
        }
        match self {
            Self::Behaviours => {
                rubric.behaviours.iter().map(|it| CatalogueWord { id: &it.id, label: &it.label }).collect()
            }
            Self::Moments => rubric.moments.iter().map(|it| CatalogueWord { id: &it.id, label: &it.label }).collect(),
            Self::Strategies => named(&rubric.strategies),
            Self::Moods => rubric.moods.iter().map(|it| CatalogueWord { id: &it.id, label: &it.label }).collect(),
        }
    }

    /// What it is, and all of its words, as plain text.
    pub(super) fn text(self, rubric: &Rubric) -> String {
        let mut text = format!("{}\n\n", without_links(self.about()));
        for word in self.words(rubric) {
            let _ = writeln!(text, "  {}: {}", word.id, word.label);
        }
        text
    }

    /// What one of its words means, as plain text.
    pub(super) fn text_of(self, rubric: &Rubric, number: usize) -> String {
        match self {
            Self::Behaviours => rubric.behaviours.get(number).map(|behaviour| behaviour_text(rubric, behaviour)),
            Self::Moments => rubric.moments.get(number).map(|moment| moment_text(rubric, moment)),
            Self::Moods => rubric
                .moods
                .get(number)
                .map(|mood| format!("{} {}\n{}\n", ended(&mood.label), mood.seen, without_links(self.about()))),
            Self::Strategies => {
                let word = self.words(rubric).get(number).copied();
                word.map(|word| format!("{}\n{}\n", ended(word.label), without_links(self.about())))
            }
        }
        .unwrap_or_default()
    }
}

fn behaviour_text(rubric: &Rubric, behaviour: &Behaviour) -> String {
    let points =
        Dimension::ALL.map(|dimension| format!("{} {}", dimension.label(), with_sign(behaviour.weights[dimension])));
    let mut text = format!("{}\n\n{}\n", ended(&behaviour.says), points.join(", "));
    let moves = Feeling::ALL.iter().zip(rubric.model.moves(behaviour.weights));
    let moves = moves.map(|(feeling, by)| format!("{} {}", feeling.word(), with_sign(by)));
    let _ = writeln!(text, "Alone it moves, where there is room: {}", moves.collect::<Vec<_>>().join(", "));
    if let Some(level) = behaviour.eccs {
        let _ = writeln!(text, "As an answer to a feeling: ECCS level {}", level.get());
    }
    let Some(id) = rubric.find(&behaviour.id) else { return text };
    for (says, concerns) in [
        ("Meets the moments", &(|moment: &Moment| alone_meets(rubric, moment, id)) as &dyn Fn(&Moment) -> bool),
        ("Spoils the moments", &|moment| moment.spoilt_by.contains(id)),
        ("Added by rule where these moments are missed", &|moment| moment.added == id),
    ] {
        let moments: Vec<&str> = rubric.moments.iter().filter(|it| concerns(it)).map(|it| it.id.as_str()).collect();
        if !moments.is_empty() {
            let _ = writeln!(text, "{says}: {}", moments.join(", "));
        }
    }
    let _ = writeln!(text, "Source: {}", behaviour.source);
    text
}

/// Whether an option that shows this and nothing else meets the moment, whether or not it closes a need.
fn alone_meets(rubric: &Rubric, moment: &Moment, id: BehaviourId) -> bool {
    let level = |rule: LevelRule| rubric.behaviour(id).eccs.is_some_and(|level| level >= rule.met_from);
    (moment.met.behaviours.contains(id) || moment.met.level.is_some_and(level)) && !moment.spoilt_by.contains(id)
}

fn moment_text(rubric: &Rubric, moment: &Moment) -> String {
    let mut text = format!("The patient {}.\n\nMet by: {}\n", moment.gives, met_by(rubric, moment).replace('`', ""));
    if !moment.spoilt_by.is_empty() {
        let _ = writeln!(text, "Spoilt by: {}", words(rubric, moment.spoilt_by).replace('`', ""));
    }
    let _ = writeln!(text, "Else added: {}\nSource: {}", rubric.behaviour(moment.added).id, moment.source);
    text
}

pub(super) fn pages(rubric: &Rubric) -> Vec<Page> {
    let [strategies, moods] = [Catalogue::Strategies, Catalogue::Moods].map(Catalogue::about);
    vec![
        generated_page("catalogues/behaviours.md".to_owned(), &behaviours(rubric)),
        generated_page("catalogues/moments.md".to_owned(), &moments(rubric)),
        generated_page("catalogues/strategies.md".to_owned(), &list_page("Strategies", strategies, &rubric.strategies)),
        generated_page("catalogues/moods.md".to_owned(), &moods_page(moods, &rubric.moods)),
    ]
}

fn behaviours(rubric: &Rubric) -> String {
    let about = Catalogue::Behaviours.about();
    let mut text = format!(
        "# Behaviours\n\n{about} Each has points from −3 to 3 for empathy (E), clarity (C) and \
        de-escalation (D). A choice has the sum of its behaviours' points; on each dimension good points count up to \
        3 and bad ones down to −3. The points are a reasoned design and not a validated measurement.\n\n\
        | word | what it is | E | C | D | source |\n|---|---|---|---|---|---|\n"
    );
    for behaviour in &rubric.behaviours {
        let weights = behaviour.weights;
        let _ = writeln!(
            text,
            "| `{}` | {} | {} | {} | {} | {} |",
            behaviour.id,
            behaviour.says.replace('|', "\\|"),
            signed(weights.empathy),
            signed(weights.clarity),
            signed(weights.de_escalation),
            behaviour.source.replace('|', "\\|"),
        );
    }
    text + "\n[The whole format](../README.md)\n"
}

fn moments(rubric: &Rubric) -> String {
    let about = Catalogue::Moments.about();
    let mut text = format!(
        "# Moments\n\n{about} An option meets the moment \
        where it shows one of the behaviours under *met by*, and none of those under *spoilt by*. Where it does not, \
        its good points count half, rounded down, and the behaviour under *else added* counts against it by rule, with \
        −1 at most on each dimension. What is added so is not shown: no condition and no item of the patient's survey \
        sees it.\n\n\
        | word | what the patient did | met by | spoilt by | else added | source |\n|---|---|---|---|---|---|\n"
    );
    for moment in &rubric.moments {
        let _ = writeln!(
            text,
            "| `{}` | {} | {} | {} | `{}` | {} |",
            moment.id,
            moment.gives,
            met_by(rubric, moment),
            words(rubric, moment.spoilt_by),
            rubric.behaviour(moment.added).id,
            moment.source.replace('|', "\\|"),
        );
    }
    text + "\n[The whole format](../README.md)\n"
}

fn met_by(rubric: &Rubric, moment: &Moment) -> String {
    let MetBy { behaviours, level, need, .. } = moment.met;
    let mut ways = Vec::new();
    if !behaviours.is_empty() {
        ways.push(words(rubric, behaviours));
    }
    ways.extend(level.map(|rule| {
        let (met, halved) = (rule.met_from.get(), rule.only_halved_from.get());
        let halved = if halved < met { format!(" (nothing is added from level {halved} on)") } else { String::new() };
        format!("an answer of ECCS level {met} or above{halved}")
    }));
    ways.extend(need.then(|| "what closes a need of the patient".to_owned()));
    ways.join(", or ")
}

fn words(rubric: &Rubric, behaviours: BehaviourSet) -> String {
    let words: Vec<String> = behaviours.iter().map(|id| format!("`{}`", rubric.behaviour(id).id)).collect();
    words.join(", ")
}

/// A number with a proper minus sign.
fn signed(points: i32) -> String {
    points.to_string().replace('-', "−")
}

/// The same with a plus sign too.
pub(super) fn with_sign(number: i32) -> String {
    if number > 0 { format!("+{number}") } else { signed(number) }
}

fn moods_page(about: &str, moods: &[ListedMood]) -> String {
    let mut text = format!("# Moods\n\n{about}\n\n| word | what people read | what is seen |\n|---|---|---|\n");
    for mood in moods {
        let _ = writeln!(text, "| `{}` | {} | {} |", mood.id, mood.label, mood.seen);
    }
    text + "\n[The whole format](../README.md)\n"
}

fn list_page(title: &str, about: &str, entries: &[Named]) -> String {
    let mut text = format!("# {title}\n\n{about}\n\n| word | what people read |\n|---|---|\n");
    for entry in entries {
        let _ = writeln!(text, "| `{}` | {} |", entry.id, entry.label);
    }
    text + "\n[The whole format](../README.md)\n"
}
