//! Notices at the foot of the window.

use bedside::ui::{Settings, TextSize, frame, notice};
use egui::vec2;
use egui_kittest::kittest::Queryable;

use super::harness::{every_control_has_a_name, open, open_with, reads, rests};

#[test]
fn all_is_shown_and_each_can_be_dismissed() {
    let told = ["Your settings could not be read.", "Your place could not be read."];
    let mut screen = open(|ui| notice::show(ui.ctx(), &told));
    assert!(told.iter().all(|told| reads(&screen, told)));
    every_control_has_a_name(&screen);
    screen.get_all_by_label("Dismiss").last().expect("one for each").click_accesskit();
    screen.run();
    assert_eq!(screen.state(), &[1]);
    rests(&mut screen);
}

#[test]
fn many_leave_most_of_a_small_window_free() {
    let long = "Your place in the conversation could not be saved, and this goes on for a while. ".repeat(4);
    let told = [long.as_str(); 6];
    let large = Settings { text: TextSize::nearest(200), ..Settings::default() };
    let screen = open_with(large, vec2(640.0, 480.0), |ui| notice::show(ui.ctx(), &told));
    let first = screen.get_all_by_label("Dismiss").next().expect("one for each").rect();
    assert!(first.top() > 240.0, "{first:?}");
    assert!(first.right() <= 640.0 && first.width() >= 40.0, "{first:?}");
}

#[test]
fn no_screen_lies_under_them() {
    let told = ["What you do is not saved."];
    let mut screen = open(|ui| {
        let ctx = ui.ctx();
        let dismissed = notice::show(ctx, &told);
        frame(ctx, |ui| {
            let last = ui.max_rect().split_top_bottom_at_y(ui.max_rect().bottom() - 20.0).1;
            ui.put(last, egui::Label::new("The last line"));
        });
        dismissed
    });
    screen.run();
    let [line, dismiss] = ["The last line", "Dismiss"].map(|label| screen.get_by_label(label).rect());
    assert!(line.bottom() <= dismiss.top(), "{line:?} and {dismiss:?}");
}
