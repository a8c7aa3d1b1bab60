//! The models of a group session's screens, and their actions.

use std::net::IpAddr;

use crate::group::{Agenda, FacilitatorView, RoomView, Section, Steer};
use crate::scenario::Scenario;
use crate::ui::Thumbnail;

/// The model of what the projector shows: nothing in it is private.
#[derive(Clone, Copy, Debug)]
pub struct Projector<'a> {
    pub scenario: &'a Scenario,
    pub room: &'a RoomView,
    /// The people and the place as they are now.
    pub picture: Option<&'a Thumbnail>,
    /// `None` where the room decides by hands alone.
    pub join: Option<HowToJoin<'a>>,
    /// The part of the group's debrief that is looked at.
    pub debrief: Option<&'a Section>,
}

/// How phones join.
#[derive(Clone, Copy, Debug)]
pub struct HowToJoin<'a> {
    /// What a phone opens.
    pub link: &'a str,
    pub code: &'a str,
    /// The link with the code in it, to scan.
    pub squares: &'a Squares,
}

/// A code to scan: a square of squares.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Squares {
    /// How many there are in a row.
    pub side: usize,
    /// Whether each is dark, row by row.
    pub dark: Vec<bool>,
}

/// The model of what the facilitator sees.
#[derive(Clone, Copy, Debug)]
pub struct FacilitatorPage<'a> {
    pub scenario: &'a Scenario,
    pub room: &'a RoomView,
    pub own: &'a FacilitatorView,
    pub agenda: &'a Agenda,
    /// Milliseconds since the session began.
    pub now: u64,
    pub join: Option<HowToJoin<'a>>,
    pub connection: Connection,
    pub screens: Screens,
    /// Whether what is private may be seen on this screen.
    pub private: bool,
    /// The hands typed so far, for the options in the order shown.
    pub hands: &'a [String],
    /// The option that is to be split with the next one picked.
    pub split: Option<&'a str>,
    /// The private note as it is being typed.
    pub note: &'a str,
    /// What was said aloud, as it is being typed; `None` where nothing is asked.
    pub said: Option<&'a str>,
    /// The disagreement with the key of the decision settled last, as it is being typed; `None` where none is settled.
    pub disagreement: Option<&'a str>,
    /// The parts of the group's debrief; empty before it.
    pub debrief: &'a [Section],
    /// The part that the projector shows.
    pub part: usize,
    /// What to know before it begins.
    pub before: &'a Section,
    /// What to do when somebody is upset.
    pub upset: &'a Section,
    /// Something that went wrong, or was refused.
    pub notice: Option<&'a str>,
    /// Whether it is asked if the room is to be closed.
    pub asks_to_close: bool,
}

/// How many screens there are, and where the projector's page is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screens {
    /// One, or several that show the same: the projector's page and the facilitator's are two tabs.
    Shared(Tab),
    /// The projector's page has a window of its own, on the other screen or on the only one.
    Own { other_screen: bool },
    /// There is a second screen, but the projector's window is shut.
    Shut,
}

/// The tabs of a shared screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    #[default]
    Projector,
    Facilitator,
}

/// Whether phones can come in, as far as it is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Connection {
    /// Nobody has tried.
    #[default]
    Untested,
    /// A visitor is waited for.
    Waiting,
    /// Somebody has come.
    Reached,
    /// Nobody came within the time.
    Nobody,
    /// The address has gone from this computer.
    AddressGone,
    /// Phones are on this computer alone.
    ThisComputer,
}

/// What the facilitator requested.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FacilitatorAction {
    Steer(Steer),
    /// To change the hands typed for the option at this place.
    Hands(usize, String),
    /// To pick an option, by its id, of the two that the room is split between; `None` picks none.
    Split(Option<String>),
    Said(String),
    Note(String),
    Disagree(String),
    TestConnection,
    /// To open or shut the projector's window.
    ProjectorWindow(bool),
    Tab(Tab),
    /// To show what is private on a shared screen, or hide it.
    Private(bool),
    /// To show this part of the debrief.
    Part(usize),
    /// To save the group's debrief.
    SaveSummary,
    /// To save the guide with the observer's checklist.
    SaveGuide,
    /// To be asked whether the room is to be closed.
    Ask,
    KeepOpen,
    Close,
}

/// The model of what opens a room.
#[derive(Clone, Copy, Debug)]
pub struct Opening<'a> {
    pub scenario: &'a Scenario,
    pub setup: &'a Setup,
    pub addresses: &'a [NetworkAddress],
    /// Whether this computer is to do without phones.
    pub phones_are_off: bool,
    /// The folder that sessions are recorded in; `None` where there is none.
    pub folder: Option<&'a str>,
    /// Why the room could not be opened.
    pub problem: Option<&'a str>,
    /// Sessions at this scenario that were cut off: when each began, as shown.
    pub unfinished: &'a [String],
}

/// How the room is to be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setup {
    pub taking: Taking,
    /// The port that is typed.
    pub port: String,
    pub second_vote: bool,
}

/// How people take part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taking {
    /// By hands alone.
    Hands,
    /// By phones, at this address of the computer, and by hands.
    Phones(IpAddr),
}

/// An address of this computer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NetworkAddress {
    pub ip: IpAddr,
    /// The name of its network connection.
    pub name: String,
}

/// What the facilitator requested before the room is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OpeningAction {
    Setup(Setup),
    /// To look again for addresses.
    Look,
    Open,
    /// To take up the unfinished session at this place of the list.
    TakeUp(usize),
    SaveGuide,
    Back,
}
