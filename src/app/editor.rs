//! Opens a file at a position in the author's editor, or explains why that is not possible.

use std::env;
use std::path::Path;
use std::thread;

use super::program::{Program, System};

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct FilePosition {
    pub(super) path: String,
    /// Line and column, from 1.
    pub(super) position: Option<(usize, usize)>,
}

/// How an editor takes a position on its command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ArgumentStyle {
    /// `path:line:column`, after `--goto` where there is one.
    Joined(&'static [&'static str]),
    /// `+line:column path`
    PlusLineColumn,
    /// `+line path`
    PlusLine,
    /// `--line line path`
    Line,
    /// `path` alone.
    Path,
}

/// Editors with a window of their own, by program name.
const WINDOWED: [(&str, ArgumentStyle); 19] = [
    ("code", ArgumentStyle::Joined(&["--goto"])),
    ("code-insiders", ArgumentStyle::Joined(&["--goto"])),
    ("codium", ArgumentStyle::Joined(&["--goto"])),
    ("cursor", ArgumentStyle::Joined(&["--goto"])),
    ("subl", ArgumentStyle::Joined(&[])),
    ("sublime_text", ArgumentStyle::Joined(&[])),
    ("zed", ArgumentStyle::Joined(&[])),
    ("zeditor", ArgumentStyle::Joined(&[])),
    ("gedit", ArgumentStyle::PlusLineColumn),
    ("gnome-text-editor", ArgumentStyle::PlusLineColumn),
    ("emacs", ArgumentStyle::PlusLineColumn),
    ("emacsclient", ArgumentStyle::PlusLineColumn),
    ("xed", ArgumentStyle::PlusLine),
    ("pluma", ArgumentStyle::PlusLine),
    ("gvim", ArgumentStyle::PlusLine),
    ("geany", ArgumentStyle::Line),
    ("kate", ArgumentStyle::Line),
    ("mousepad", ArgumentStyle::Line),
    ("notepad++", ArgumentStyle::Path),
];

/// Editors that run in a terminal.
const IN_A_TERMINAL: [(&str, ArgumentStyle); 11] = [
    ("vi", ArgumentStyle::PlusLine),
    ("vim", ArgumentStyle::PlusLine),
    ("nvim", ArgumentStyle::PlusLine),
    ("nano", ArgumentStyle::PlusLine),
    ("pico", ArgumentStyle::PlusLine),
    ("joe", ArgumentStyle::PlusLine),
    ("mcedit", ArgumentStyle::PlusLine),
    ("micro", ArgumentStyle::PlusLine),
    ("hx", ArgumentStyle::Joined(&[])),
    ("helix", ArgumentStyle::Joined(&[])),
    ("ne", ArgumentStyle::PlusLine),
];

/// The command line to run.
#[derive(Clone, Debug, PartialEq, Eq)]
struct EditorCommand {
    words: Vec<String>,
    in_a_terminal: bool,
}

impl FilePosition {
    /// The position in the notation that editors read.
    pub(super) fn at(&self) -> String {
        match self.position {
            Some((line, column)) => format!("{}:{line}:{column}", self.path),
            None => self.path.clone(),
        }
    }

    /// The command that opens it in `editor`, which is a program with its arguments.
    fn in_editor(&self, editor: &str) -> Option<EditorCommand> {
        let mut words = words_of(editor);
        let name = Path::new(words.first()?).file_stem()?.to_string_lossy().into_owned();
        let of = |editors: &[(&str, ArgumentStyle)]| {
            editors.iter().find(|(known, _)| known.eq_ignore_ascii_case(&name)).map(|&(_, style)| style)
        };
        let in_a_terminal = of(&IN_A_TERMINAL).is_some() || words.iter().any(|word| word == "-nw" || word == "-t");
        let style = of(&WINDOWED).or_else(|| of(&IN_A_TERMINAL)).unwrap_or(ArgumentStyle::Path);
        words.extend(self.arguments(style));
        Some(EditorCommand { words, in_a_terminal })
    }

    fn arguments(&self, style: ArgumentStyle) -> Vec<String> {
        let path = self.path.clone();
        let Some((line, column)) = self.position else { return vec![path] };
        match style {
            ArgumentStyle::Joined(before) => before.iter().map(|&word| word.to_owned()).chain([self.at()]).collect(),
            ArgumentStyle::PlusLineColumn => vec![format!("+{line}:{column}"), path],
            ArgumentStyle::PlusLine => vec![format!("+{line}"), path],
            ArgumentStyle::Line => vec!["--line".to_owned(), line.to_string(), path],
            ArgumentStyle::Path => vec![path],
        }
    }
}

/// Opens a position, and returns the message to show.
///
/// # Errors
/// The message to show: what went wrong, and what to do instead.
pub(super) fn open(position: &FilePosition) -> Result<String, String> {
    let named = |name: &str| env::var(name).ok().filter(|editor| !editor.trim().is_empty());
    let hint =
        format!("The position is {}. Set VISUAL to an editor with a window, or open it there yourself.", position.at());
    let Some(editor) = named("VISUAL").or_else(|| named("EDITOR")) else {
        return match run(&desktop(&position.path, System::THIS)) {
            Ok(()) => Ok(format!("Opening {} with this computer\u{2019}s own choice.", position.at())),
            Err(why) => Err(format!("No editor is known here, and the desktop opens none ({why}). {hint}")),
        };
    };
    let Some(command) = position.in_editor(&editor) else { return Err(hint) };
    let words = if command.in_a_terminal { terminal(command.words) } else { command.words };
    run(&words).map(|()| format!("Opening {} in {editor}.", position.at())).map_err(|why| {
        let needs = if command.in_a_terminal {
            " needs a terminal, which could not be opened"
        } else {
            " could not be started"
        };
        format!("Your editor \u{201c}{editor}\u{201d}{needs} ({why}). {hint}")
    })
}

/// A command line's words. What stands in double quotes is one, and so is a path with spaces that leads to a file.
fn words_of(command: &str) -> Vec<String> {
    if Path::new(command).is_file() {
        return vec![command.to_owned()];
    }
    let mut words = Vec::new();
    for (index, part) in command.split('"').enumerate() {
        if index % 2 == 1 {
            words.push(part.to_owned());
        } else {
            words.extend(part.split_whitespace().map(str::to_owned));
        }
    }
    words
}

/// The command that opens a file with the desktop's default program.
fn desktop(path: &str, system: System) -> Vec<String> {
    let (words, path): (&[&str], String) = match system {
        // It takes a path with a slash for an option.
        System::Windows => (&["explorer"], path.replace('/', "\\")),
        System::Mac => (&["open", "-t"], path.to_owned()),
        System::Other => (&["xdg-open"], path.to_owned()),
    };
    words.iter().map(|&word| word.to_owned()).chain([path]).collect()
}

/// The command that runs another in a new terminal.
fn terminal(words: Vec<String>) -> Vec<String> {
    ["x-terminal-emulator", "-e"].into_iter().map(str::to_owned).chain(words).collect()
}

/// Starts a program without waiting for it.
fn run(words: &[String]) -> Result<(), String> {
    let Some((program, arguments)) = words.split_first() else { return Err("it has no name".to_owned()) };
    let mut child =
        Program::new(program).command().args(arguments).spawn().map_err(|error| format!("{program}: {error}"))?;
    // The thread reaps the process when it ends.
    thread::spawn(move || child.wait());
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{FilePosition, System, desktop, words_of};

    fn words(editor: &str) -> String {
        let position = FilePosition { path: "my/a.ron".to_owned(), position: Some((12, 5)) };
        let command = position.in_editor(editor).expect("an editor");
        let terminal = if command.in_a_terminal { " (in a terminal)" } else { "" };
        command.words.join(" ") + terminal
    }

    #[test]
    fn every_editor_is_given_the_position_as_it_expects_it() {
        assert_eq!(words("code --wait"), "code --wait --goto my/a.ron:12:5");
        assert_eq!(words("/usr/bin/gedit"), "/usr/bin/gedit +12:5 my/a.ron");
        assert_eq!(words("kate"), "kate --line 12 my/a.ron");
        assert_eq!(words("vim"), "vim +12 my/a.ron (in a terminal)");
        assert_eq!(words("emacs -nw"), "emacs -nw +12:5 my/a.ron (in a terminal)");
        assert_eq!(words("my-own-editor"), "my-own-editor my/a.ron");
        assert_eq!(words("Code.exe"), "Code.exe --goto my/a.ron:12:5");
    }

    #[test]
    fn a_program_whose_path_has_spaces_stands_in_quotes_or_is_there() {
        let quoted = words_of(r#""C:\Program Files\Notepad++\notepad++.exe" -n "my session""#);
        assert_eq!(quoted, [r"C:\Program Files\Notepad++\notepad++.exe", "-n", "my session"]);
        let file = std::env::temp_dir().join(format!("bedside editor {}", std::process::id()));
        std::fs::write(&file, "").expect("a file");
        let path = file.to_str().expect("a path in UTF-8");
        assert_eq!(words_of(path), [path]);
        std::fs::remove_file(&file).expect("removed");
        assert_ne!(words_of(path), [path]);
    }

    #[test]
    fn windows_is_given_no_path_with_slashes() {
        assert_eq!(desktop(r"shared/on ward\a.ron", System::Windows), ["explorer", r"shared\on ward\a.ron"]);
        assert_eq!(desktop("shared/a.ron", System::Other), ["xdg-open", "shared/a.ron"]);
    }

    #[test]
    fn a_whole_file_has_no_line() {
        let position = FilePosition { path: "my/a.ron".to_owned(), position: None };
        assert_eq!(position.at(), "my/a.ron");
        assert_eq!(
            position.in_editor("vim").map(|command| command.words),
            Some(vec!["vim".to_owned(), "my/a.ron".to_owned()])
        );
        assert_eq!(position.in_editor("  "), None);
    }
}
