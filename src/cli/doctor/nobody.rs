//! Takes whose computer it is out of what is told: a user's own folder, and their name where it is part of a path.

use std::env;

use directories::UserDirs;

/// How the user's own folder is told.
const OWN_FOLDER: &str = if cfg!(windows) { "%USERPROFILE%" } else { "~" };
/// How the user's name is told in other paths.
const USER: &str = "<user>";

/// What stands between the names of a path.
const SEPARATORS: [char; 2] = ['/', '\\'];

/// Whose computer it is.
#[derive(Debug, Default)]
pub(super) struct Somebody {
    own_folder: String,
    names: Vec<String>,
}

impl Somebody {
    /// Whoever is logged in.
    pub(super) fn here() -> Self {
        let own = UserDirs::new().map(|dirs| dirs.home_dir().display().to_string()).unwrap_or_default();
        let names = ["USER", "LOGNAME", "USERNAME"].into_iter().filter_map(|variable| env::var(variable).ok());
        Self::of(&own, names.collect())
    }

    fn of(own_folder: &str, mut names: Vec<String>) -> Self {
        let own_folder = own_folder.trim_end_matches(SEPARATORS).to_owned();
        names.extend(own_folder.rsplit(SEPARATORS).next().map(str::to_owned));
        names.retain(|name| !name.is_empty());
        Self { own_folder, names }
    }

    /// A text without them.
    pub(super) fn left_out_of(&self, text: &str) -> String {
        let mut rest = text;
        let mut told = String::new();
        if !self.own_folder.is_empty() {
            while let Some(start) = rest.find(&self.own_folder) {
                let after = &rest[start + self.own_folder.len()..];
                told.push_str(&rest[..start]);
                told.push_str(if ends_a_name(after) { OWN_FOLDER } else { &self.own_folder });
                rest = after;
            }
        }
        told.push_str(rest);
        self.names.iter().fold(told, |told, name| without_name(&told, name))
    }
}

/// A text in which a name is not told that is the whole of a part of a path.
fn without_name(text: &str, name: &str) -> String {
    let mut told = String::new();
    let mut rest = text;
    while let Some(start) = rest.find(name) {
        let (before, after) = (&rest[..start], &rest[start + name.len()..]);
        told.push_str(before);
        told.push_str(if before.ends_with(SEPARATORS) && ends_a_name(after) { USER } else { name });
        rest = after;
    }
    told + rest
}

/// Whether a name of a path does not go on in what comes after.
fn ends_a_name(after: &str) -> bool {
    !after.starts_with(|c: char| c.is_alphanumeric() || "-_.".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neither_the_own_folder_nor_a_name_in_another_is_told() {
        let her = Somebody::of("/home/her/", vec!["hertha".to_owned(), String::new()]);
        for (text, told) in [
            ("/home/her/kept can be written", "~/kept can be written"),
            ("in /home/her: no", "in ~: no"),
            ("/home/hermann/kept", "/home/hermann/kept"),
            ("/srv/homes/hertha/kept, /srv/her", "/srv/homes/<user>/kept, /srv/<user>"),
            (r"\\server\homes\hertha", r"\\server\homes\<user>"),
            ("her disk", "her disk"),
        ] {
            let own = if cfg!(windows) { told.replace('~', OWN_FOLDER) } else { told.to_owned() };
            assert_eq!(her.left_out_of(text), own);
        }
        assert_eq!(Somebody::of("/", Vec::new()).left_out_of("/srv/kept"), "/srv/kept");
        assert_eq!(Somebody::default().left_out_of("/srv/kept"), "/srv/kept");
    }
}
