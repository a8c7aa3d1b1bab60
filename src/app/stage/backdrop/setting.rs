//! The places a conversation can be in.

/// A place, as the stage draws it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Setting {
    /// A waiting area.
    #[default]
    WaitingArea,
    /// A ward.
    Ward,
    /// A clinic room.
    ClinicRoom,
    /// A bay with curtains.
    Bay,
    /// Somebody's home.
    Home,
    /// A front desk.
    FrontDesk,
    /// A team room.
    TeamRoom,
    /// On the telephone, at the other end of the line.
    Telephone,
}

impl Setting {
    /// Every place.
    pub const ALL: [Self; 8] = [
        Self::WaitingArea,
        Self::Ward,
        Self::ClinicRoom,
        Self::Bay,
        Self::Home,
        Self::FrontDesk,
        Self::TeamRoom,
        Self::Telephone,
    ];
}
