//! Resolves the patient and the people.

use crate::rubric::Feelings;
use crate::scenario::document::{FeelsDoc, LooksDoc, PatientDoc, PersonDoc, SensitivityDoc};
use crate::scenario::{
    Build, ClothesColour, Face, FacialHair, HairColour, Looks, Need, Patient, Person, Seat, Sensitivity,
};
use crate::source::decoding::WholeNumber;

use super::names::Names;

/// The age of a person, in years, where the scenario gives none.
const DEFAULT_AGE: u8 = 45;

pub(super) fn patient(patient: &PatientDoc, names: &Names<'_>) -> Option<Patient> {
    let feels = feelings(patient.feels.as_ref()?)?;
    let name = patient.name.clone()?;
    let first = name.split_whitespace().next().unwrap_or(&name).to_owned();
    let baseline = names.rubric.model.baseline.min(feels.agitation);
    let needs = patient.needs.iter().flatten().zip(&names.cleared_by).map(|(need, (_, cleared_by))| {
        Some(Need {
            id: need.id.as_ref()?.value.0.clone().into(),
            text: need.text.clone()?,
            cleared_by: *cleared_by,
            hurts: need.hurts.unwrap_or(false),
        })
    });
    Some(Patient {
        called: patient.called.clone().unwrap_or(first),
        name,
        age: patient.age?.get(),
        pronouns: patient.pronouns.clone()?,
        about: patient.about.clone()?,
        looks: looks(patient.looks.as_ref()?)?,
        feels,
        baseline: patient.baseline.map_or(baseline, WholeNumber::get),
        sensitivity: sensitivity(patient.sensitivity.as_ref()),
        needs: needs.collect::<Option<_>>()?,
    })
}

pub(super) fn person(id: &str, person: &PersonDoc) -> Option<Person> {
    Some(Person {
        id: id.to_owned(),
        name: person.name.clone()?,
        about: person.about.clone()?,
        looks: match &person.looks {
            Some(written) => Some(looks(written)?),
            None => None,
        },
        age: person.age.map_or(DEFAULT_AGE, WholeNumber::get),
    })
}

fn feelings(feels: &FeelsDoc) -> Option<Feelings> {
    Some(Feelings {
        agitation: feels.agitation?.get(),
        trust: feels.trust?.get(),
        understanding: feels.understanding?.get(),
    })
}

fn sensitivity(sensitivity: Option<&SensitivityDoc>) -> Sensitivity {
    let percent = |field: fn(&SensitivityDoc) -> Option<super::super::document::Percent>| {
        sensitivity.and_then(field).map_or(100, WholeNumber::get)
    };
    Sensitivity {
        agitation: percent(|doc| doc.agitation),
        trust: percent(|doc| doc.trust),
        understanding: percent(|doc| doc.understanding),
    }
}

fn looks(looks: &LooksDoc) -> Option<Looks> {
    Some(Looks {
        skin: looks.skin?.get(),
        hair: looks.hair?.0,
        hair_colour: looks.hair_colour.map_or(HairColour::Brown, |one| one.0),
        face: looks.face.map_or(Face::Oval, |one| one.0),
        build: looks.build.map_or(Build::Medium, |one| one.0),
        facial_hair: looks.facial_hair.map_or(FacialHair::None, |one| one.0),
        wears: looks.wears?.0,
        clothes_colour: looks.clothes_colour.map_or(ClothesColour::Blue, |one| one.0),
        glasses: looks.glasses.unwrap_or(false),
        hearing_aid: looks.hearing_aid.unwrap_or(false),
        sling: looks.sling.unwrap_or(false),
        seat: looks.seat.map_or(Seat::Standing, |one| one.0),
    })
}
