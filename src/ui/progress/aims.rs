//! What somebody wants to reach: two scenarios to compare, and targets; each can be taken back.

use std::collections::BTreeSet;

use egui::Ui;

use crate::records::Measure;
use crate::records::progress::{AimChange, Aimed, twin_of};
use crate::sentence::capitalised;
use crate::ui::tokens::space;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::{disclosure, radio, slider, text};

use super::model::ProgressPage;
use super::part::part;

/// What stands where nothing is chosen.
const NONE: &str = "Not chosen";

/// Shows what is to be reached; returns what is to be changed of it.
pub(super) fn aims(ui: &mut Ui, page: &ProgressPage<'_>) -> Option<AimChange> {
    part(ui, "What you want to reach", |ui| {
        text::quiet(ui, "You can leave all of this as it is. It is yours alone, and is deleted with your progress.");
        let mut change = None;
        disclosure::disclosure(ui, "compare", "Compare a first conversation with a later one", |ui| {
            change = compare(ui, page);
        });
        disclosure::disclosure(ui, "targets", "Set targets", |ui| change = targets(ui, page).or(change.take()));
        change
    })
}

fn compare(ui: &mut Ui, page: &ProgressPage<'_>) -> Option<AimChange> {
    text::body(
        ui,
        "Choose a scenario to play before you practise, and another to play afterwards. The first time that you play each \
         of them counts.",
    );
    text::body(
        ui,
        "Your gain is told as a share of what was left to gain: from 60 to 80 is half of the way from 60 to 100. Who begins \
         at 100 has nothing left to gain, and no gain can be told. Who comes to less than before reads how much less.",
    );
    let now = [page.aims.before(), page.aims.after()];
    let before = pick(ui, page, ["To play before", "Before"], now[0], None);
    let after = pick(ui, page, ["To play afterwards", "After"], now[1], now[0]).filter(|after| before != Some(after));
    (now != [before, after]).then(|| AimChange::Compare([before, after].map(|id| id.map(str::to_owned))))
}

/// Shows which scenario is chosen, and all that can be; returns the one that is chosen now. Beside the other one of a pair
/// its twin comes first, and the other itself cannot be chosen.
fn pick<'a>(
    ui: &mut Ui,
    page: &ProgressPage<'a>,
    [name, short]: [&str; 2],
    picked: Option<&'a str>,
    beside: Option<&str>,
) -> Option<&'a str> {
    let twin = beside.and_then(twin_of);
    let mut scenarios: Vec<(&str, &str)> =
        page.titles.iter().map(|(id, title)| (id.as_str(), title.as_str())).collect();
    scenarios.retain(|(id, _)| Some(*id) != beside);
    scenarios.sort_by_key(|(id, title)| (Some(*id) != twin, *title));
    let labels: Vec<(&str, String)> = scenarios
        .into_iter()
        .map(|(id, title)| {
            let label = if Some(id) == twin { format!("{title} (asks the same of you)") } else { title.to_owned() };
            (id, label)
        })
        .collect();
    let mut options: Vec<(Option<&str>, &str)> = vec![(None, NONE)];
    options.extend(labels.iter().map(|(id, label)| (Some(*id), label.as_str())));
    let mut now = picked;
    let title = picked.map_or(NONE, |id| page.title(id));
    disclosure::labelled(ui, name, &format!("{short}: {title}"), |ui| {
        now = radio::radio(ui, name, &options, picked).unwrap_or(picked);
    });
    now
}

fn targets(ui: &mut Ui, page: &ProgressPage<'_>) -> Option<AimChange> {
    text::body(
        ui,
        &format!(
            "Where you set none, the mark to pass is the target: {}. What is below its target stands above.",
            page.pass
        ),
    );
    let mut change = None;
    for measure in Measure::ALL {
        change = target(ui, page, Aimed::Measure(measure)).or(change);
    }
    let practised = page.told.strategies.iter().map(|standing| standing.strategy.as_str());
    let strategies: BTreeSet<&str> = practised.chain(page.aims.strategies()).collect();
    if !strategies.is_empty() {
        disclosure::disclosure(ui, "by strategy", "By strategy", |ui| {
            for strategy in strategies {
                change = target(ui, page, Aimed::Strategy(strategy.to_owned())).or(change.take());
            }
        });
    }
    change
}

fn target(ui: &mut Ui, page: &ProgressPage<'_>, aimed: Aimed) -> Option<AimChange> {
    let label = aimed.in_words();
    let own = page.aims.target(&aimed);
    let mut value = own.unwrap_or(page.pass);
    let said = if own.is_some() { format!("{value} of 100") } else { format!("{value} of 100, the mark to pass") };
    text::labelled(ui, &capitalised(&label), &said);
    if slider::slider(ui, &format!("Target for {label}"), &said, own.is_some(), &mut value) {
        return Some(AimChange::Target(aimed, Some(value)));
    }
    let name = format!("Take back the target for {label}");
    let back = own.is_some() && Button::quiet("Take it back").named(&name).pressed(ui);
    ui.add_space(space::S);
    back.then_some(AimChange::Target(aimed, None))
}
