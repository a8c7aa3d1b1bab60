//! "Test the connection": whether phones can come in, before the session depends on it.

use egui::Ui;

use crate::ui::group::{Connection, FacilitatorAction};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::text;

pub(super) fn connection(ui: &mut Ui, connection: Connection) -> Option<FacilitatorAction> {
    for said in told(connection) {
        text::small(ui, said);
    }
    let again = match connection {
        Connection::Untested => "Test the connection",
        Connection::Nobody => "Test it again",
        Connection::Waiting | Connection::Reached | Connection::AddressGone | Connection::ThisComputer => return None,
    };
    Button::plain(again).pressed(ui).then_some(FacilitatorAction::TestConnection)
}

const fn told(connection: Connection) -> &'static [&'static str] {
    match connection {
        Connection::Untested => &["Nobody has opened the page yet."],
        Connection::Waiting => &["Scan the code with your own phone now. Waiting for it \u{2026}"],
        Connection::Reached => &["A phone has come in: the connection works."],
        Connection::Nobody => &[
            "No phone came in within ten seconds. What is likely, and what to do:",
            "\u{2022} Guest Wi-Fi often keeps devices apart. Switch on this laptop\u{2019}s own hotspot, or use the hotspot of a phone, and open the room anew at its address.",
            "\u{2022} The firewall of this computer asks, or refuses: allow Bedside on private networks.",
            "\u{2022} The phone is on mobile data: switch its Wi-Fi on.",
            "\u{2022} Or go on by hands: nothing else changes.",
        ],
        Connection::AddressGone => &[
            "This computer does not have that address any more, so no phone can come in. Go on by hands; phones come back by themselves when the address does.",
        ],
        Connection::ThisComputer => {
            &["Only browsers on this computer can join. To let phones in, open the room at an address of the network."]
        }
    }
}
