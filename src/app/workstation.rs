//! How screens are read on this computer, before it is known whose settings count.

use std::path::{Path, PathBuf};

use bevy::prelude::*;
use bevy::window::{PrimaryWindow, WindowTheme};

use crate::records::database::cause;
use crate::records::small_file;
use crate::ui::{Reading, Settings, Theme};

use super::desktop::Desktop;
use super::flow::Screen;

/// The name of the file in the data folder.
const NAME: &str = "reading.ron";

/// How screens are read on this computer, whoever plays.
#[derive(Resource, Debug, Default)]
pub(super) struct Workstation {
    folder: Option<PathBuf>,
    /// As somebody has set it, if anybody has.
    set: Option<Reading>,
    /// As the desktop asks.
    asked: Reading,
}

impl Workstation {
    /// As it was kept in the data folder.
    pub(super) fn of(folder: Option<&Path>) -> Self {
        let text = folder.and_then(|folder| small_file::read(folder, NAME));
        // One that cannot be read is as good as none, and is written anew when somebody sets it again.
        let set = text.and_then(|text| ron::from_str(&text).ok());
        Self { folder: folder.map(Path::to_owned), set, asked: Reading::default() }
    }

    pub(super) fn reading(&self) -> Reading {
        self.set.unwrap_or(self.asked)
    }

    /// Sets it, from now on. Returns why it will not be known at the next start, if so, as a sentence.
    pub(super) fn set(&mut self, reading: Reading) -> Option<String> {
        self.set = Some(reading);
        let folder = self.folder.as_deref()?;
        let kept = ron::ser::to_string(&reading).map(|text| small_file::keep(folder, NAME, &text)).ok()?;
        kept.err().map(|error| {
            format!("The size of text and the colours are not kept for the next start: {}.", cause(&error))
        })
    }

    /// The settings that a screen is shown with: those of whoever plays, but while it is asked who that is.
    pub(super) fn settings_on(&self, screen: Screen, preferences: Settings) -> Settings {
        if screen == Screen::Chooser { self.reading().of(preferences) } else { preferences }
    }
}

pub(super) fn plugin(app: &mut App) {
    app.add_systems(PreUpdate, follow_desktop.run_if(resource_exists::<Desktop>));
}

/// What the desktop asks for; the window's own theme is that of systems that tell it to windows.
fn follow_desktop(
    desktop: Res<Desktop>,
    window: Option<Single<&Window, With<PrimaryWindow>>>,
    mut workstation: ResMut<Workstation>,
) {
    let mut asked = desktop.reading;
    let dark = window.is_some_and(|window| window.window_theme == Some(WindowTheme::Dark));
    if asked.theme == Theme::Light && dark {
        asked.theme = Theme::Dark;
    }
    if workstation.asked != asked {
        workstation.asked = asked;
    }
}

#[cfg(test)]
mod tests {
    use std::{env, fs, process};

    use super::*;
    use crate::ui::TextSize;

    #[test]
    fn how_the_question_is_read_is_as_the_desktop_asks_until_it_is_set_and_then_kept_for_the_computer() {
        let folder = env::temp_dir().join(format!("bedside-workstation-{}", process::id()));
        let _ = fs::remove_dir_all(&folder);
        let dark = Reading { theme: Theme::Dark, ..Reading::default() };
        let mut workstation = Workstation { asked: dark, ..Workstation::of(Some(&folder)) };
        assert_eq!(workstation.reading(), dark);
        let large = Reading { text: TextSize::nearest(200), theme: Theme::HighContrast };
        assert_eq!(workstation.set(large), None);
        let again = Workstation { asked: dark, ..Workstation::of(Some(&folder)) };
        assert_eq!(again.reading(), large);
        let own = Settings { timers: true, ..Settings::default() };
        assert_eq!(again.settings_on(Screen::Library, own), own);
        let shown = again.settings_on(Screen::Chooser, own);
        assert_eq!(shown, Settings { text: large.text, theme: large.theme, ..own });
        fs::write(folder.join(NAME), "(text: ").expect("damaged");
        assert_eq!(Workstation::of(Some(&folder)).reading(), Reading::default());
        fs::remove_dir_all(&folder).expect("ours");
        fs::write(&folder, "in the way").expect("a file");
        assert!(workstation.set(dark).is_some_and(|told| told.starts_with("The size of text and the colours are not")));
        assert_eq!(workstation.reading(), dark, "it counts all the same");
        fs::remove_file(folder).expect("ours");
    }
}
