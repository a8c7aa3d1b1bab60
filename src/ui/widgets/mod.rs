//! The widgets that the screens are made of.

pub(crate) mod bar;
pub(crate) mod button;
pub(crate) mod card;
pub(crate) mod columns;
pub(crate) mod disclosure;
pub(crate) mod focus;
pub(crate) mod lines;
pub(crate) mod page;
pub(crate) mod radio;
pub(crate) mod shapes;
pub(crate) mod slider;
pub(crate) mod switch;
pub(crate) mod text;
pub(crate) mod text_box;
