//! Notices at the foot of the window: what the trainee should know but need not act on.

use bevy::prelude::*;
use bevy_egui::{EguiContexts, EguiPrimaryContextPass};

/// The most notices kept; when there are more, the oldest goes.
const MAX_NOTICES: usize = 6;

/// What a notice is about; a later notice on the same topic replaces it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Topic {
    /// A problem with saving.
    Saving,
    /// The result of something the author requested.
    Author,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Notice {
    topic: Option<Topic>,
    text: String,
}

/// The notices that have not been dismissed, oldest first.
#[derive(Resource, Debug, Default)]
pub(super) struct Notices(Vec<Notice>);

impl Notices {
    /// Adds a notice, unless the same text is there already.
    pub(super) fn push(&mut self, text: impl Into<String>) {
        self.add(Notice { topic: None, text: text.into() });
    }

    /// Adds a notice in place of any other on the same topic.
    pub(super) fn replace(&mut self, topic: Topic, text: impl Into<String>) {
        self.withdraw(&topic);
        self.add(Notice { topic: Some(topic), text: text.into() });
    }

    /// Removes the notice on a topic, because it is no longer true.
    pub(super) fn withdraw(&mut self, topic: &Topic) {
        self.0.retain(|notice| notice.topic.as_ref() != Some(topic));
    }

    fn add(&mut self, notice: Notice) {
        if self.0.iter().any(|before| before.text == notice.text) {
            return;
        }
        if self.0.len() == MAX_NOTICES {
            self.0.remove(0);
        }
        self.0.push(notice);
    }
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Notices>();
    app.add_systems(EguiPrimaryContextPass, show);
}

fn show(mut contexts: EguiContexts, mut notices: ResMut<Notices>) -> Result {
    let texts: Vec<&str> = notices.0.iter().map(|notice| notice.text.as_str()).collect();
    let ctx = contexts.ctx_mut()?;
    if let Some(dismissed) = crate::ui::notice::show(ctx, &texts) {
        notices.0.remove(dismissed);
        ctx.request_repaint();
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(notices: &Notices) -> Vec<&str> {
        notices.0.iter().map(|notice| notice.text.as_str()).collect()
    }

    #[test]
    fn each_notice_is_there_once_until_it_is_dismissed() {
        let mut notices = Notices::default();
        for what in ["one", "two", "one", "three"] {
            notices.push(what);
        }
        assert_eq!(texts(&notices), ["one", "two", "three"]);
        (0..2 * MAX_NOTICES).for_each(|number| notices.push(number.to_string()));
        assert_eq!(notices.0.len(), MAX_NOTICES);
        assert_eq!(texts(&notices).last(), Some(&"11"));
    }

    #[test]
    fn a_notice_on_a_topic_is_replaced_and_can_be_withdrawn() {
        let mut notices = Notices::default();
        notices.push("one");
        notices.replace(Topic::Saving, "full");
        notices.replace(Topic::Author, "full as well");
        notices.replace(Topic::Saving, "still full");
        assert_eq!(texts(&notices), ["one", "full as well", "still full"]);
        notices.withdraw(&Topic::Saving);
        assert_eq!(texts(&notices), ["one", "full as well"]);
    }
}
