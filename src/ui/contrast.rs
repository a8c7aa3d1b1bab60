//! Tests that the tokens are legible: contrast by WCAG, and no text too small.

use egui::Color32;

use super::{Palette, Theme, TypeSize};

/// Relative luminance. Source: WCAG 2.2, definition of relative luminance.
fn luminance(colour: Color32) -> f64 {
    let linear = |channel: u8| {
        let channel = f64::from(channel) / 255.0;
        if channel <= 0.04045 { channel / 12.92 } else { ((channel + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(colour.r()) + 0.7152 * linear(colour.g()) + 0.0722 * linear(colour.b())
}

/// Contrast ratio, 1–21. Source: WCAG 2.2, definition of contrast ratio.
fn contrast(one: Color32, other: Color32) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn every_text_can_be_read_on_what_it_stands_on() {
    for theme in Theme::ALL {
        let least = if theme == Theme::HighContrast { 7.0 } else { 4.5 };
        for (name, text, background) in Palette::of(theme).text_pairs() {
            let found = contrast(text, background);
            assert!(found >= least, "{theme:?}: {text:?} on {name} has {found:.2}, less than {least}");
        }
    }
}

#[test]
fn every_shape_stands_out_from_what_it_stands_on() {
    for theme in Theme::ALL {
        for (name, shape, background) in Palette::of(theme).shape_pairs() {
            let found = contrast(shape, background);
            assert!(found >= 3.0, "{theme:?}: {name} has {found:.2} on {background:?}, less than 3");
        }
    }
}

#[test]
fn no_text_is_smaller_than_sixteen_points_at_full_size() {
    assert!(TypeSize::ALL.into_iter().all(|size| size.points() >= 16.0));
}
