//! The page of what was measured.

use bedside_benches::machine::machine;

use crate::grown::Grown;
use crate::report::Reported;

/// What was measured at a size.
pub struct Row {
    pub attempts: usize,
    pub grown: Grown,
    pub report: Reported,
}

const HEAD: &str = "\
# A million attempts

Made by `benches/run records`; nothing here is typed by hand. Simulated trainees play the scenarios that ship; beyond 40 by each
ability at each scenario an attempt repeats one that was played, with another id, person and time. Everything goes through the
functions that the window and the commands call. Other programs use the machine too.

";

const KEPT: &str = "
## What is kept

One person has played all of them. Times are medians of five, in milliseconds; *after new* is after ten more attempts. *SELECT*
reads the texts of the same rows and does nothing with them.

| attempts | bytes each | opening | progress | after new | SELECT | progress ÷ SELECT |
|--:|--:|--:|--:|--:|--:|--:|
";

const CHOICE: &str = "
## A choice on the disk

A thousand choices as the window's thread keeps them, each beside an insert of a row with the same text into a bare file of
SQLite's with the same settings on the same disk, in turn. Milliseconds at the median and at the 99th percentile.

| attempts | choice, median | choice, 99 % | insert, median | insert, 99 % | ratio at the median | ratio at 99 % |
|--:|--:|--:|--:|--:|--:|--:|
";

const REPORT: &str = "
## A programme's report

From four exports of a third as many people as attempts, over three years; with the page and its tables. *CPU* is of all threads.
Each of so many figures is what a direct count of the attempts gives, or the run fails.

| attempts | files, MB | seconds | CPU, s | ÷ 2 cores, s | memory, MB | figures |
|--:|--:|--:|--:|--:|--:|--:|
";

const TARGETS: &str = "
Targets, at a million: progress within 100 ms, a choice within twice the insert at the 99th percentile, a report within 30 s and
1 GB on two cores.
";

/// The page.
pub fn of(rows: &[Row]) -> String {
    let mut page = format!("{HEAD}**Machine**: {}\n{KEPT}", machine());
    let mut line = |text: String| page.push_str(&text);
    for Row { attempts, grown, .. } in rows {
        let Grown { opened, progress, after_new, select, bytes, .. } = grown;
        let ratio = progress / select;
        line(format!(
            "| {attempts} | {bytes:.0} | {opened:.1} | {progress:.2} | {after_new:.2} | {select:.1} | {ratio:.1e} |\n"
        ));
    }
    line(CHOICE.to_owned());
    for Row { attempts, grown: Grown { choice, insert, .. }, .. } in rows {
        let [median, most] = [choice.median / insert.median, choice.most / insert.most];
        line(format!(
            "| {attempts} | {:.2} | {:.2} | {:.2} | {:.2} | {median:.2} | {most:.2} |\n",
            choice.median, choice.most, insert.median, insert.most
        ));
    }
    let reports: Vec<(usize, Reported)> = rows.iter().map(|row| (row.attempts, row.report)).collect();
    line(of_reports(&reports));
    page.push_str(TARGETS);
    page
}

/// The part of the reports, by the number of attempts.
pub fn of_reports(rows: &[(usize, Reported)]) -> String {
    let mut part = REPORT.to_owned();
    for (attempts, Reported { seconds, cpu, peak, read, figures }) in rows {
        let [read, peak] = [read, peak].map(|bytes| bytes / 1_000_000);
        let half = cpu / 2.0;
        part.push_str(&format!("| {attempts} | {read} | {seconds:.1} | {cpu:.1} | {half:.1} | {peak} | {figures} |\n"));
    }
    part
}
