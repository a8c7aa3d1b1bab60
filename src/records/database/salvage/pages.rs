//! The pages of a damaged database: those of its file, and over them those of its log.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;

use super::super::files::with_suffix;
use super::super::log::{Frame, Log, USUAL_PAGE};

/// No page that Bedside writes has a higher number: 4 TB.
const MOST_PAGES: u32 = 1 << 30;

/// The pages of a database. Its file stays open as long as this is there.
#[derive(Debug)]
pub(in super::super) struct Pages {
    file: File,
    log: Option<Log>,
    size: usize,
    count: u32,
    /// Where each page stands in the log, the earliest first.
    logged: BTreeMap<u32, Vec<Frame>>,
    /// Whether the file ends before it should.
    cut: bool,
}

impl Pages {
    /// # Errors
    /// Where the file or its log cannot be read.
    pub(in super::super) fn open(path: &Path) -> io::Result<Self> {
        let mut file = File::open(path)?;
        let log = Log::read(&with_suffix(path, "-wal"))?;
        let mut header = [0; 100];
        let has_header = file.read_exact(&mut header).is_ok() && header.starts_with(b"SQLite format 3\0");
        let said = usize::from(u16::from_be_bytes([header[16], header[17]]));
        let sound = has_header && said.is_power_of_two() && said >= 512;
        let size = log.as_ref().map_or(if sound { said } else { USUAL_PAGE }, Log::page_size);
        let length = file.metadata()?.len().div_ceil(size as u64);
        let in_file = u32::try_from(length).unwrap_or(MOST_PAGES).min(MOST_PAGES);
        let counting = log.as_ref().map(Log::counting).unwrap_or_default();
        let said_count = u32::from_be_bytes([header[28], header[29], header[30], header[31]]);
        let completes = counting.iter().rev().map(|frame| frame.completes).find(|count| *count > 0);
        let said_count = completes.or(has_header.then_some(said_count)).unwrap_or(0).min(MOST_PAGES);
        let mut logged: BTreeMap<u32, Vec<Frame>> = BTreeMap::new();
        for frame in counting.iter().filter(|frame| (1..=MOST_PAGES).contains(&frame.number)) {
            logged.entry(frame.number).or_default().push(*frame);
        }
        // What a sound log says of the end goes before what lies beyond it in the file.
        let sound_end = completes.filter(|_| counting.iter().all(|frame| frame.sound));
        let highest = in_file.max(logged.keys().last().copied().unwrap_or_default());
        let count = sound_end.unwrap_or(highest);
        let held = |page: &u32| *page <= in_file || logged.contains_key(page);
        let cut =
            !has_header || said_count > count || !(in_file..=count).filter(|page| *page > 0).all(|page| held(&page));
        Ok(Self { file, log, size, count, logged, cut })
    }

    pub(super) const fn size(&self) -> usize {
        self.size
    }

    /// How many there are.
    pub(super) const fn count(&self) -> u32 {
        self.count
    }

    /// Whether the end of the file or what it says of itself is missing, or a part of the log.
    pub(super) fn is_cut(&self) -> bool {
        self.cut || self.logged.values().flatten().any(|frame| !frame.sound)
    }

    /// A page as it was written last; `None` where it cannot be read.
    pub(super) fn latest(&self, number: u32) -> Option<Vec<u8>> {
        self.in_log(self.logged.get(&number).and_then(|frames| frames.last())).or_else(|| self.in_file(number))
    }

    /// What was on a page before, the latest first, where the page as it was written last is damaged in the log.
    pub(super) fn earlier(&self, number: u32) -> Vec<Vec<u8>> {
        let frames = self.logged.get(&number).map(Vec::as_slice).unwrap_or_default();
        let sound = frames.iter().rposition(|frame| frame.sound);
        let damaged = frames.len() - sound.map_or(0, |last| last + 1);
        if damaged == 0 {
            return Vec::new();
        }
        let before = frames.iter().rev().skip(1).take(damaged).filter_map(|frame| self.in_log(Some(frame)));
        before.chain(self.in_file(number)).collect()
    }

    fn in_log(&self, frame: Option<&Frame>) -> Option<Vec<u8>> {
        Some(self.log.as_ref()?.page(*frame?).to_owned())
    }

    /// A page of the file, with zeros for what is missing at its end.
    fn in_file(&self, number: u32) -> Option<Vec<u8>> {
        let at = u64::from(number.checked_sub(1)?) * self.size as u64;
        let mut page = Vec::with_capacity(self.size);
        let mut file = &self.file;
        file.seek(SeekFrom::Start(at)).ok()?;
        file.take(self.size as u64).read_to_end(&mut page).ok()?;
        if page.is_empty() {
            return None;
        }
        page.resize(self.size, 0);
        Some(page)
    }
}
