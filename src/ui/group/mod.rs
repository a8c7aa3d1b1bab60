//! Group sessions: what opens a room, what the projector shows, and what the facilitator sees and does.

mod facilitator;
mod heard;
mod lettered;
mod model;
mod opening;
mod projector;
mod sections;
mod settle;
mod slides;
mod squares;

pub use facilitator::{shared_screen, show as show_facilitator};
pub use model::{
    Connection, FacilitatorAction, FacilitatorPage, HowToJoin, NetworkAddress, Opening, OpeningAction, Projector,
    Screens, Setup, Squares, Tab, Taking,
};
pub use opening::show as show_opening;
pub use projector::show as show_projector;
pub use slides::slides;
