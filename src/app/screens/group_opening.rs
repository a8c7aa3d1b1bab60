//! The screen that opens a room for a group session.

use std::net::SocketAddr;
use std::path::Path;

use bevy::prelude::*;
use bevy::winit::{EventLoopProxyWrapper, WinitUserEvent};
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};

use crate::app::app_data::AppData;
use crate::app::flow::{Screen, ShowScreen, Step};
use crate::app::group::{GroupRoom, HandoutFile, How, Unfinished, folder, unfinished};
use crate::app::page_writer::PageWriter;
use crate::app::store::SaveLocation;
use crate::app::this_computer::ThisComputer;
use crate::app::waker::Waker;
use crate::group::{Agenda, guide};
use crate::library::text_of;
use crate::phones::local_addresses;
use crate::policy::Feature;
use crate::ui::group::{NetworkAddress, Opening, OpeningAction, Setup, Taking, show_opening};

use super::pending_action::{PendingAction, frame, has_action};

/// The port that phones come in at unless another is typed, so that a firewall can be told of it. It is assigned to
/// nothing (IANA).
const PORT: &str = "8714";

/// What has been chosen so far, and what was found on this computer.
#[derive(Resource, Debug)]
struct Chosen {
    setup: Setup,
    addresses: Vec<NetworkAddress>,
    /// Whether this computer is to do without phones.
    phones_are_off: bool,
    folder: Option<String>,
    problem: Option<String>,
    unfinished: Vec<Unfinished>,
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<PendingAction<OpeningAction>>();
    app.add_systems(OnEnter(Screen::GroupOpening), enter);
    let open = in_state(Screen::GroupOpening).and_then(resource_exists::<Chosen>);
    app.add_systems(EguiPrimaryContextPass, view.in_set(ShowScreen).run_if(open));
    app.add_systems(Update, apply.in_set(Step::Apply).run_if(has_action::<OpeningAction>));
}

fn enter(mut commands: Commands, data: Res<AppData>, (location, computer): (Res<SaveLocation>, Res<ThisComputer>)) {
    let phones_are_off = computer.is_off(Feature::Phones);
    let addresses = if phones_are_off { Vec::new() } else { addresses() };
    let folder = folder(&location);
    let found = data.chosen.as_ref().zip(folder.as_ref());
    let cut_off = found.map(|(scenario, folder)| unfinished(folder, &scenario.id, &scenario.rubric));
    let first = addresses.first().map_or(Taking::Hands, |address| Taking::Phones(address.ip));
    commands.insert_resource(Chosen {
        setup: Setup { taking: first, port: PORT.to_owned(), second_vote: true },
        addresses,
        phones_are_off,
        folder: folder.map(|folder| folder.display().to_string()),
        problem: None,
        unfinished: cut_off.unwrap_or_default(),
    });
}

fn addresses() -> Vec<NetworkAddress> {
    let found = local_addresses().into_iter();
    found.map(|address| NetworkAddress { ip: address.ip, name: address.connection }).collect()
}

fn view(
    mut contexts: EguiContexts,
    data: Res<AppData>,
    chosen: Res<Chosen>,
    mut pending: ResMut<PendingAction<OpeningAction>>,
    mut wake: ResMut<Waker>,
) -> Result {
    let Some(scenario) = &data.chosen else { return Ok(()) };
    let cut_off: Vec<String> = chosen.unfinished.iter().map(|session| session.told.clone()).collect();
    let model = Opening {
        scenario,
        setup: &chosen.setup,
        addresses: &chosen.addresses,
        phones_are_off: chosen.phones_are_off,
        folder: chosen.folder.as_deref(),
        problem: chosen.problem.as_deref(),
        unfinished: &cut_off,
    };
    let action = frame(&mut contexts, |ui| show_opening(ui, &model))?;
    pending.set(action, &mut wake);
    Ok(())
}

fn apply(
    mut commands: Commands,
    mut pending: ResMut<PendingAction<OpeningAction>>,
    chosen: Option<ResMut<Chosen>>,
    (mut data, location): (ResMut<AppData>, Res<SaveLocation>),
    mut next: ResMut<NextState<Screen>>,
    (mut pages, proxy): (ResMut<PageWriter>, Res<EventLoopProxyWrapper>),
) {
    let (Some(action), Some(mut chosen), Some(scenario)) = (pending.0.take(), chosen, data.chosen.clone()) else {
        return;
    };
    let folder = folder(&location);
    let opened = match action {
        OpeningAction::Setup(setup) => {
            (chosen.setup, chosen.problem) = (setup, None);
            return;
        }
        OpeningAction::Look => {
            chosen.addresses = addresses();
            let there = |ip| chosen.addresses.iter().any(|address| address.ip == ip);
            if matches!(chosen.setup.taking, Taking::Phones(ip) if !there(ip)) {
                chosen.setup.taking = chosen.addresses.first().map_or(Taking::Hands, |first| Taking::Phones(first.ip));
            }
            return;
        }
        OpeningAction::SaveGuide => {
            let stem = format!("{}-guide", scenario.id);
            pages.save(&proxy, HandoutFile { stem, handout: guide(&scenario, Agenda::HOUR) });
            return;
        }
        OpeningAction::Back => {
            next.set(Screen::Prebrief);
            return;
        }
        OpeningAction::Open => chosen.address().and_then(|address| {
            let how = chosen.how(address, folder.as_deref(), &proxy);
            let text = data.origin_of(&scenario.id).and_then(|origin| text_of(&scenario, origin));
            let text = text.ok_or("The scenario\u{2019}s file has just changed. Open the room again.")?;
            GroupRoom::open(scenario.clone(), &text, data.next_seed(), how)
        }),
        OpeningAction::TakeUp(place) => chosen.address().and_then(|address| {
            let how = chosen.how(address, folder.as_deref(), &proxy);
            let cut_off = chosen.unfinished.get(place).ok_or("This session is not there any more.")?;
            GroupRoom::take_up(cut_off, &scenario, how)
        }),
    };
    match opened {
        Ok(room) => {
            commands.insert_resource(room);
            next.set(Screen::GroupRoom);
        }
        Err(problem) => chosen.problem = Some(problem),
    }
}

impl Chosen {
    fn how<'a>(&self, address: Option<SocketAddr>, folder: Option<&'a Path>, proxy: &EventLoopProxyWrapper) -> How<'a> {
        let proxy = (**proxy).clone();
        // This fails only when the window is closing.
        let wake = Box::new(move || _ = proxy.send_event(WinitUserEvent::WakeUp));
        How { address, folder, second_vote: self.setup.second_vote, wake }
    }

    /// Where phones come in; none for hands alone.
    fn address(&self) -> Result<Option<SocketAddr>, String> {
        let Taking::Phones(ip) = self.setup.taking else { return Ok(None) };
        let port = self.setup.port.trim().parse();
        let port: u16 = port.map_err(|_| "The port has to be a number from 0 to 65535; 0 takes any that is free.")?;
        Ok(Some(SocketAddr::new(ip, port)))
    }
}
