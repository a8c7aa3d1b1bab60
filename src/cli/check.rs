//! `bedside check`: finds every mistake in scenario files.

use std::io::Write;
use std::num::NonZero;
use std::path::Path;
use std::sync::Arc;
use std::thread;

use crate::analysis::stranger::Teachers;
use crate::analysis::{Effort, analyse};
use crate::fairness::check_roads;
use crate::library::{
    self, Folder, JsonDiagnostic, Notice, ReadFile, RenderStyle, failure_as_command, notice_as_command, notice_as_json,
    read_file, render_notice, render_report, report_as_commands, report_as_json, visible,
};
use crate::rubric::Rubric;
use crate::source::{Report, Severity};

use super::arguments::{CheckArguments, Denied, Format};
use super::failure::{Failure, no_such_path};
use super::files::named_by;
use super::scenarios::counted;
use super::{json, terminal_page};

#[derive(Default)]
pub(super) struct Findings {
    pub(super) reports: Vec<Report>,
    pub(super) notices: Vec<Notice>,
    /// The files whose conversations are too long for the usual number of plays, and how many there were of each strategy.
    played_less: Vec<(String, u32)>,
    /// Whether warnings are denied, so that they fail the check like errors.
    denies_warnings: bool,
}

/// Checks files and folders.
///
/// # Errors
/// Where a path does not exist, where a file has errors, and where the output cannot be written.
pub(super) fn run(arguments: &CheckArguments, out: &mut dyn Write) -> Result<(), Failure> {
    let paths = named_by(&arguments.paths);
    if let Some(missing) = paths.iter().find(|path| path.symlink_metadata().is_err()) {
        return Err(no_such_path(missing, "checked"));
    }
    let denies_warnings = arguments.deny == Some(Denied::Warnings);
    let mut findings = Findings { denies_warnings, ..Findings::default() };
    let rubric = match library::rubric() {
        Ok(rubric) => Some(Arc::new(rubric)),
        Err(reports) => {
            findings.reports = reports;
            None
        }
    };
    if let Some(rubric) = rubric {
        let files: Vec<ReadFile> = paths.iter().flat_map(|path| findings.read(path, &rubric)).collect();
        if arguments.no_roads {
            findings.reports.extend(files.into_iter().map(|file| file.report));
        } else {
            let teachers =
                Teachers::new(library::scenarios(&rubric), files.iter().filter_map(|file| file.scenario.as_deref()));
            for file in files {
                findings.add_with_roads(file, &teachers);
            }
        }
    }
    findings.write(arguments.format, &findings.summary(), out)?;
    if findings.denied() > 0 || findings.errors() > 0 { Err(Failure::reported()) } else { Ok(()) }
}

impl Findings {
    /// Adds the report of a file, including the rules that need all roads and a library.
    fn add_with_roads(&mut self, file: ReadFile, teachers: &Teachers) {
        let (Some(scenario), Some(source_map)) = (&file.scenario, &file.source_map) else {
            return self.reports.push(file.report);
        };
        let threads = thread::available_parallelism().unwrap_or(NonZero::<usize>::MIN);
        let effort = Effort::usual(threads, &|_| true);
        let mut analysis = analyse(scenario, &effort);
        analysis.learnt_stranger = Some(teachers.send_stranger(scenario, &effort));
        if analysis.plays() < effort.plays {
            self.played_less.push((file.report.source.name().to_owned(), analysis.plays()));
        }
        self.reports.push(file.report.with(check_roads(scenario, source_map, &analysis).judged(&file.allowances)));
    }

    /// The files of a path. What keeps it from being read is noted.
    fn read(&mut self, path: &Path, rubric: &Arc<Rubric>) -> Vec<ReadFile> {
        if path.is_dir() {
            let folder = Folder::read(path, rubric);
            self.notices.extend(folder.notices);
            return folder.files;
        }
        let file = read_file(path, rubric).map_err(|notice| self.notices.push(notice));
        file.into_iter().collect()
    }

    fn count(&self, severity: Severity) -> usize {
        let all = self.reports.iter().flat_map(|report| &report.diagnostics);
        all.filter(|found| found.rule.severity == severity).count()
    }

    /// How many errors there are.
    pub(super) fn errors(&self) -> usize {
        self.notices.len() + self.count(Severity::Error)
    }

    /// How many warnings fail the check.
    fn denied(&self) -> usize {
        if self.denies_warnings { self.count(Severity::Warning) } else { 0 }
    }

    /// Writes all findings; the format for people includes the summary.
    pub(super) fn write(&self, format: Format, summary: &str, out: &mut dyn Write) -> Result<(), Failure> {
        match format {
            Format::Human => Ok(self.print(summary, out)?),
            Format::Json => json::write(out, &self.as_json()),
            Format::Github => Ok(self.print_commands(out)?),
        }
    }

    fn print(&self, summary: &str, out: &mut dyn Write) -> std::io::Result<()> {
        let style = RenderStyle::Coloured { columns: terminal_page::columns() };
        for notice in &self.notices {
            write!(out, "{}", render_notice(notice, style))?;
        }
        for report in &self.reports {
            write!(out, "{}", render_report(report, style))?;
        }
        for (name, plays) in &self.played_less {
            writeln!(
                out,
                "{}: judged from {plays} plays of each strategy, for its conversations are long",
                visible(name)
            )?;
        }
        writeln!(out, "{summary}")?;
        match self.codes().next() {
            Some(code) => writeln!(out, "More about each: `bedside explain CODE`, as in `bedside explain {code}`"),
            None => Ok(()),
        }
    }

    fn print_commands(&self, out: &mut dyn Write) -> std::io::Result<()> {
        for notice in &self.notices {
            write!(out, "{}", notice_as_command(notice))?;
        }
        self.reports.iter().try_for_each(|report| write!(out, "{}", report_as_commands(report)))?;
        // With warnings alone, nobody would see why the step fails.
        if self.denied() > 0 { write!(out, "{}", failure_as_command(&self.summary())) } else { Ok(()) }
    }

    /// The codes of everything found, in the order in which it is printed.
    fn codes(&self) -> impl Iterator<Item = &'static str> {
        let found = self.reports.iter().flat_map(|report| &report.diagnostics);
        self.notices.iter().map(|notice| notice.rule.code).chain(found.map(|found| found.rule.code))
    }

    fn summary(&self) -> String {
        let errors = counted(self.errors(), "error");
        let warnings = counted(self.count(Severity::Warning), "warning");
        let denied = match self.denied() {
            0 => "",
            1 => ", which is denied here",
            _ => ", which are denied here",
        };
        format!("{} checked: {errors}, {warnings}{denied}", counted(self.reports.len(), "file"))
    }

    fn as_json(&self) -> Vec<JsonDiagnostic<'_>> {
        let notices = self.notices.iter().map(notice_as_json);
        let found = notices.chain(self.reports.iter().flat_map(report_as_json));
        if self.denies_warnings { found.map(JsonDiagnostic::with_warnings_denied).collect() } else { found.collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::Findings;

    #[test]
    fn nothing_found_is_said_in_one_line() {
        assert_eq!(Findings::default().summary(), "0 files checked: 0 errors, 0 warnings");
    }
}
