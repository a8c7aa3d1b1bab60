//! The examples in the documentation of rules, inserted where they say they belong, and checked there.

use std::fmt::Write as _;

use bedside::plan;
use bedside::rubric;
use bedside::source::{Diagnostic, Example, Rule, Source};

use crate::support;

/// Whether this build can check an example: the core reads no files.
pub(super) fn can_look_in(example: &Example) -> bool {
    cfg!(all(unix, feature = "cli")) || !["the folder", "the command line"].contains(&example.context.as_str())
}

/// The rules that an example breaks, inserted where it belongs.
#[track_caller]
pub(super) fn found_in(example: &Example) -> Vec<&'static Rule> {
    let (context, times) = match example.context.split_once(", ") {
        Some((context, times)) => (context, times.strip_suffix(" times").and_then(|times| times.parse().ok())),
        None => (example.context.as_str(), Some(1)),
    };
    let times: usize = times.unwrap_or_else(|| panic!("how many times is `{}`?", example.context));
    let text = with_invisible(&example.text.repeat(times));
    let diagnostics = match context {
        "the plan" => in_plan(text),
        "the model" => in_rubric("model", &with_fields(&asset("model"), "(\n", "    ", &text)),
        "the moods" | "the behaviours" | "the moments" => {
            let name = context.trim_start_matches("the ");
            in_rubric(name, &asset(name).replacen(": [\n", &format!(": [\n{text}"), 1))
        }
        #[cfg(all(unix, feature = "cli"))]
        "the folder" | "the command line" => return super::files::found(context, &example.text),
        _ => found_in_scenario(&in_scenario(context, &text)),
    };
    diagnostics.into_iter().map(|found| found.rule).collect()
}

/// The minimal scenario with an example in it.
#[track_caller]
pub(crate) fn in_scenario(context: &str, text: &str) -> String {
    let minimal = support::minimal();
    match context {
        "the file" => text
            .lines()
            .map(|line| if line.trim() == "\u{2026}" { rest(&minimal, text) } else { format!("{line}\n") })
            .collect(),
        "the scenario" => with_fields(&minimal, "(\n", "    ", text),
        "each of eight scenes" => eight_scenes(&minimal, text),
        "the patient" => with_fields(&minimal, "    patient: (\n", "        ", text),
        "a scene" => with_fields(&minimal, "        \"morning\": (\n", "            ", text),
        "a choice" => {
            let one = "(id: \"ask\", say: \"What kept you awake?\", shows: [open_question], why: \"You asked.\", then: \"better\"),";
            let fields = one.trim_start_matches('(').trim_end_matches("),").split(", ");
            let spread: String = fields.flat_map(|field| ["                    ", field, ",\n"]).collect();
            let spread = minimal.replacen(one, &format!("(\n{spread}                ),"), 1);
            with_fields(&spread, "                (\n", "                    ", text)
        }
        _ => panic!("an example stands in `{context}`, which no test knows"),
    }
}

/// A scenario of eight scenes in a row, each at another hour and with these fields; `next` is the next of them. It has
/// the endings that they name.
fn eight_scenes(minimal: &str, fields: &str) -> String {
    let mut scenes = "start: \"at-1\",\nscenes: {\n".to_owned();
    for hour in 1..=8 {
        let next = if hour == 8 { "better".to_owned() } else { format!("at-{}", hour + 1) };
        let fields = fields.replace("\"next\"", &format!("\"{next}\""));
        let _ = writeln!(scenes, "    \"at-{hour}\": (\n        narration: \"It is {hour} o'clock.\",");
        scenes.extend(fields.lines().map(|line| format!("        {line}\n")));
        scenes += "    ),\n";
    }
    for (ending, kind) in [("better", "Good"), ("worse", "Poor"), ("mixed", "Mixed"), ("unsafe", "Unsafe")] {
        if ending == "better" || fields.contains(&format!("\"{ending}\"")) {
            let _ = writeln!(scenes, "    \"{ending}\": (ending: (title: \"So\", kind: {kind}, thought: \"Well.\")),");
        }
    }
    with_fields(minimal, "(\n", "    ", &format!("{scenes}}},\n"))
}

/// A text with fields added after `opening`; each replaces the field of its name.
#[track_caller]
fn with_fields(text: &str, opening: &str, margin: &str, fields: &str) -> String {
    let (before, after) = text.split_once(opening).unwrap_or_else(|| panic!("no {opening:?} in {text}"));
    let mut kept = String::new();
    let mut dropping = false;
    let mut inside = true;
    for line in after.split_inclusive('\n') {
        let at_margin = line.strip_prefix(margin).filter(|rest| !rest.starts_with([' ', ']', ')', '}']));
        inside &= line.starts_with(margin) || line.trim().is_empty() || line.trim_start().starts_with("//");
        if !inside {
            dropping = false;
        } else if let Some(field) = at_margin {
            dropping = names(fields).any(|name| field.starts_with(&format!("{name}:")));
        }
        if !dropping {
            kept.push_str(line);
        }
    }
    let fields: String = fields.split_inclusive('\n').flat_map(|line| [margin, line]).collect();
    format!("{before}{opening}{fields}{kept}")
}

/// The names of the fields that an example begins lines with.
fn names(fields: &str) -> impl Iterator<Item = &str> {
    let named = fields.lines().filter_map(|line| line.split_once(':')).map(|(name, _)| name);
    named.filter(|name| name.chars().all(|c| c.is_ascii_lowercase() || c == '_'))
}

/// The fields of a scenario that an example of a whole file does not name.
fn rest(minimal: &str, file: &str) -> String {
    let named = |line: &str| names(file).any(|name| line.trim_start().starts_with(&format!("{name}:")));
    let margin = |line: &str| line.starts_with("    ") && !line.starts_with("     ");
    let inner = minimal.lines().filter(|line| *line != "(" && *line != ")");
    inner
        .filter(|line| !(margin(line) && (named(line) || line.contains("format:"))))
        .flat_map(|line| [line, "\n"])
        .collect()
}

/// Replaces notations such as `⟨U+FEFF⟩` by the character.
#[track_caller]
fn with_invisible(text: &str) -> String {
    let mut parts = text.split("\u{27e8}U+");
    let mut whole = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (code, rest) = part.split_once('\u{27e9}').expect("a closing bracket");
        whole.extend(u32::from_str_radix(code, 16).ok().and_then(char::from_u32));
        whole.push_str(rest);
    }
    whole
}

fn found_in_scenario(text: &str) -> Vec<Diagnostic> {
    support::checked_on_all_roads("example", text).report.diagnostics
}

fn in_plan(text: String) -> Vec<Diagnostic> {
    let scenario = support::sound("minimal", support::minimal());
    match plan::read(&Source::new("example.plan", text)) {
        Ok(plan) => plan::run(&plan, &scenario),
        Err(found) => found,
    }
}

fn asset(name: &str) -> String {
    support::text(format!("assets/{name}.ron"))
}

fn in_rubric(name: &str, text: &str) -> Vec<Diagnostic> {
    let mut texts = support::rubric_texts();
    let part = match name {
        "model" => &mut texts.model,
        "moods" => &mut texts.moods,
        "moments" => &mut texts.moments,
        _ => &mut texts.behaviours,
    };
    *part = Source::new(name, text);
    let reports = rubric::read(&texts).err().unwrap_or_default();
    reports.into_iter().flat_map(|report| report.diagnostics).collect()
}
