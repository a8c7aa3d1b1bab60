//! Own words, which come before the options.

use bedside::ui::conversation::{Conversation, ConversationAction, OwnWords};
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;

use super::conversation::{choice_names, view};
use super::harness::{focused, open, reads};
use super::samples::{Talk, after, kettle};

#[test]
fn own_words_come_before_the_options_and_digits_are_only_typed() {
    let talk = Talk::new(after(&kettle(), &[]));
    let typing = Conversation { own_words: OwnWords::Typing("It is "), ..talk.model() };
    assert!(typing.pauses_timer());
    let mut screen = open(view(typing));
    assert!(reads(&screen, "Do not type real patients\u{2019} details."));
    assert_eq!(choice_names(&screen), Vec::<String>::new());
    screen.key_press(Key::Num1);
    screen.run();
    assert_eq!(screen.state(), &[], "there is nothing to choose yet");
    let words = screen.get_by_label("What would you say or do? In your own words");
    words.focus();
    words.type_text("2");
    screen.run();
    let typed: Vec<_> = screen.state().drain_typed();
    assert!(typed.contains(&"It is 2".to_owned()), "{typed:?}");
    screen.get_by_label("See the options").click_accesskit();
    screen.run();
    assert_eq!(screen.state().last(), Some(&ConversationAction::WordsDone));
}

#[test]
fn who_is_asked_for_own_words_types_at_once_and_goes_on_by_the_keyboard() {
    let talk = Talk::new(after(&kettle(), &[]));
    let typing = Conversation { own_words: OwnWords::Typing("Sit"), ..talk.model() };
    let mut screen = open(view(typing));
    let name = "What would you say or do? In your own words";
    assert_eq!(focused(&screen).as_deref(), Some(name));
    assert!(reads(&screen, "Ctrl+Enter shows the options."));
    screen.key_press(Key::Enter);
    screen.run();
    let typed: Vec<_> = screen.state().drain_typed();
    assert!(typed.iter().any(|words| words.contains('\n')), "Enter begins a line: {typed:?}");
    screen.state_mut().clear();
    screen.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    screen.run();
    assert_eq!(screen.state(), &[ConversationAction::WordsDone]);
}

trait Typed {
    fn drain_typed(&self) -> Vec<String>;
}

impl Typed for Vec<ConversationAction> {
    fn drain_typed(&self) -> Vec<String> {
        let typed = self.iter().filter_map(|action| match action {
            ConversationAction::Typed(words) => Some(words.clone()),
            _ => None,
        });
        typed.collect()
    }
}
