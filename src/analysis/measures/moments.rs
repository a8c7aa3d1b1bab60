//! The moments of decisions.

use crate::rubric::{MomentId, There};
use crate::scenario::SceneId;

use super::measure::{Breach, Measure, MeasureKind, Quantity, QuantityLimit};
use super::measuring::Measuring;
use super::sightings::Sight;

/// Decisions without a moment.
pub(super) fn unnamed(measuring: &Measuring<'_>) -> Measure {
    let (count, unnamed) = measuring.split_moments(|decision| !measuring.moment(decision.scene).is_empty());
    let limit = QuantityLimit::AtMost(measuring.limits.unnamed_at_most.into());
    let quantity = Quantity::part(measuring.besides_hubs("Decisions without a moment"), unnamed.len(), count, limit);
    measuring.measure(MeasureKind::MomentUnnamed, vec![quantity], unnamed)
}

/// Decisions with two moments.
pub(super) fn two(measuring: &Measuring<'_>) -> Measure {
    let (_, two) = measuring.split(|decision| measuring.moment(decision.scene).len() < 2);
    let limit = QuantityLimit::AtMost(measuring.limits.two_moments_at_most.into());
    let quantity = Quantity::part("Decisions with two moments at once", two.len(), measuring.decisions.len(), limit);
    measuring.measure(MeasureKind::TwoMoments, vec![quantity], two)
}

/// How many kinds there are, and the share of the most frequent of all that are named.
pub(super) fn kinds(measuring: &Measuring<'_>) -> Measure {
    let named: Vec<MomentId> =
        measuring.decisions.iter().flat_map(|decision| measuring.moment(decision.scene)).copied().collect();
    let catalogue = &measuring.scenario.rubric.moments;
    let counts = catalogue.iter().enumerate().map(|(index, kind)| {
        let count = named.iter().filter(|named| named.index() == index).count();
        (count, kind.label.as_str())
    });
    let used: Vec<(usize, &str)> = counts.filter(|(count, _)| *count > 0).collect();
    let limits = measuring.limits.kinds;
    let mut quantities = vec![Quantity::count("Kinds of moment", used.len(), QuantityLimit::AtLeast(limits.at_least))];
    // Of several that are as frequent, the first of the catalogue.
    if let Some((count, label)) = used.iter().rev().max_by_key(|(count, _)| *count) {
        let what = format!("The most frequent kind, \u{201c}{label}\u{201d}, among all moments");
        quantities.push(Quantity::part(what, *count, named.len(), QuantityLimit::AtMost(limits.one_at_most.into())));
    }
    measuring.measure(MeasureKind::OneKindOfMoment, quantities, Vec::new())
}

/// Decisions whose moment is met by all options on offer, or by more than may.
pub(super) fn met_by_all(measuring: &Measuring<'_>) -> Measure {
    let seen = measuring.sightings.counted(measuring.limits.met_from).filter_map(|(sight, meets)| match sight {
        Sight::MetByTooMany(scene) => Some((scene, meets)),
        _ => None,
    });
    let breaches: Vec<Breach> = seen
        .map(|(scene, meets)| Breach {
            part: measuring.scene(scene),
            found: Some(format!("{meets} of the options on offer meet it")),
        })
        .collect();
    let what = "Decisions whose moment too many options meet";
    let quantities = measuring.if_played(Quantity::count(what, breaches.len(), QuantityLimit::AtMost(0)));
    Measure::new(MeasureKind::MetByAll, measuring.judged, quantities, breaches)
}

/// Moments that the conversation does not show on some road.
pub(super) fn not_there(measuring: &Measuring<'_>) -> Measure {
    let seen = measuring.sightings.counted(measuring.limits.met_from);
    let missing = seen.filter_map(|(sight, _)| match sight {
        Sight::NotThere(scene, there) => Some((scene, there)),
        _ => None,
    });
    let breaches: Vec<Breach> = missing
        .map(|(scene, there)| Breach {
            part: measuring.scene(scene),
            found: Some(measuring.why_not_there(scene, there)),
        })
        .collect();
    let what = "Moments that do not show in the conversation";
    let quantities = measuring.if_played(Quantity::count(what, breaches.len(), QuantityLimit::AtMost(0)));
    Measure::new(MeasureKind::MomentNotThere, measuring.judged, quantities, breaches)
}

impl Measuring<'_> {
    fn why_not_there(&self, scene: SceneId, there: There) -> String {
        let kinds = self.moment(scene).iter().map(|kind| self.scenario.rubric.moment(*kind));
        let kind = kinds.filter(|kind| kind.there == Some(there)).map(|kind| kind.id.as_str()).next().unwrap_or("");
        let why = match there {
            There::Asked => "no line just said asks anything",
            There::NeedOpen => "the need is closed by then",
            There::Harmed => "nothing went wrong before",
        };
        format!("its `{kind}` does not show on some road: {why}")
    }
}
