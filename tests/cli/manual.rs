//! `bedside completions` and `bedside manual`.

use std::fs;

use super::harness::{Folder, run};

#[test]
fn each_shell_is_told_every_command() {
    let help = run(&["--help"], "").stdout;
    let commands = help.lines().skip_while(|line| !line.starts_with("Commands:")).skip(1);
    let commands: Vec<&str> =
        commands.take_while(|line| line.starts_with("  ")).filter_map(|line| line.split_whitespace().next()).collect();
    assert!(commands.contains(&"play") && commands.len() > 10, "{help}");
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let ran = run(&["completions", shell], "");
        assert!(ran.code == Some(0) && ran.stderr.is_empty(), "{ran:?}");
        for command in &commands {
            assert!(ran.stdout.contains(command), "{shell}: {command}");
        }
    }
    assert_eq!(run(&["completions", "cmd"], "").code, Some(2));
}

#[test]
fn the_manual_has_a_page_for_the_program_and_for_each_command() {
    let folder = Folder::new();
    let out = format!("{}/man", folder.text());
    assert_eq!(run(&["manual", "--out", &out], "").code, Some(0));
    let page = |name: &str| fs::read_to_string(folder.path().join("man").join(name)).unwrap_or_default();
    assert!(
        page("bedside.1").contains(".TH") && page("bedside.1").contains("bedside\\-play(1)"),
        "{}",
        page("bedside.1")
    );
    assert!(page("bedside-play.1").contains("\\-\\-terminal"), "{}", page("bedside-play.1"));
    assert!(!folder.path().join("man/bedside-manual.1").exists());
    let in_the_way = folder.file("file", "");
    let ran = run(&["manual", "--out", &format!("{}/file", in_the_way.text())], "");
    assert!(ran.code == Some(1) && ran.stderr.contains("file"), "{ran:?}");
}
