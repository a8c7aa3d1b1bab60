//! What the screen has no room for, and what is heard too often.

use crate::scenario::{ChoiceId, SceneId};

use super::super::Part;
use super::super::surface::Surface;
use super::measure::{Breach, Measure, MeasureKind, Quantity, QuantityLimit};
use super::measuring::Measuring;
use super::sightings::{Said, Sight};

/// Options, scenes and answers that are too long. Endings have the screen to themselves.
pub(super) fn too_long(measuring: &Measuring<'_>) -> Measure {
    let scenario = measuring.scenario;
    let surfaces = Surface::of_all(scenario);
    let most = measuring.limits.screen.characters;
    let ids = (0..scenario.choices.len()).filter_map(ChoiceId::new);
    let lengths = ids.map(|id| (id, surfaces.get(id).characters as usize));
    let options = lengths.filter(|(id, length)| *length > most && measuring.is_met(scenario.choice(*id).scene));
    let mut breaches: Vec<Breach> = options
        .map(|(id, length)| Breach {
            part: measuring.choice(id),
            found: Some(format!("the option has {length} characters")),
        })
        .collect();
    let passages = measuring.sightings.counted(measuring.limits.met_from).filter_map(|(sight, words)| match sight {
        Sight::TooLong(scene, answers) => Some((scene, answers, words)),
        _ => None,
    });
    let passages = passages.filter(|(scene, answers, _)| answers.is_some() || scenario.ending(*scene).is_none());
    breaches.extend(passages.map(|(scene, answers, words)| {
        let whose = if answers.is_some() { "its answer" } else { "the scene" };
        Breach {
            part: answers.map_or_else(|| measuring.scene(scene), |choice| measuring.choice(choice)),
            found: Some(format!("{whose} tells and says {words} words")),
        }
    }));
    breaches.sort_by_key(|breach| (breach.part.scene(scenario), breach.part.kind));
    let what = "Options, scenes and answers for which the screen has no room";
    let quantities = measuring.if_played(Quantity::count(what, breaches.len(), QuantityLimit::AtMost(0)));
    Measure::new(MeasureKind::TooLongForTheScreen, measuring.judged, quantities, breaches)
}

/// Lines that are heard twice on one road, and texts that are the answer to another option than the one taken.
pub(super) fn stale_reply(measuring: &Measuring<'_>) -> Measure {
    let stale = measuring.sightings.counted(measuring.limits.met_from).filter_map(|(sight, _)| match sight {
        Sight::HeardAgain(said) => Some((said, "it is heard twice on one road")),
        Sight::OtherAnswer(said) => Some((said, "it answers another option than the one taken")),
        _ => None,
    });
    let breaches: Vec<Breach> =
        stale.map(|(said, found)| Breach { part: measuring.variant(said), found: Some(found.to_owned()) }).collect();
    let what = "Lines that are heard again, or answer another option";
    let quantities = measuring.if_played(Quantity::count(what, breaches.len(), QuantityLimit::AtMost(0)));
    Measure::new(MeasureKind::StaleReply, measuring.judged, quantities, breaches)
}

impl Measuring<'_> {
    fn is_met(&self, scene: SceneId) -> bool {
        let met = self.sightings.met.get(scene.index()).copied().unwrap_or(0);
        self.sightings.is_enough(met, self.limits.met_from)
    }

    fn choice(&self, id: ChoiceId) -> Part {
        Part::of_choice(self.scenario, id)
    }

    fn variant(&self, said: Said) -> Part {
        Part::of_variant(self.scenario, said.scene, said.text, said.variant)
    }
}
