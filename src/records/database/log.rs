//! The log beside a database (`-wal`), read byte by byte: SQLite stops at the first frame that is damaged, and says nothing
//! of those behind it. Its form: <https://www.sqlite.org/fileformat2.html#the_write_ahead_log>.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, ErrorKind, Read, Seek, SeekFrom};
use std::path::Path;

/// The size of a page where nothing says it: Bedside never asks for another.
pub(super) const USUAL_PAGE: usize = 4096;

/// The bytes before the first frame, and before each page.
const HEADER: usize = 32;
const FRAME_HEADER: usize = 24;

/// How the first four bytes begin; the last bit says in which order the words of a checksum are read.
const MAGIC: u32 = 0x377f_0682;

/// The log of a database.
#[derive(Debug)]
pub(super) struct Log {
    bytes: Vec<u8>,
    page: usize,
    pub(super) frames: Vec<Frame>,
    /// How many frames SQLite reads.
    read: usize,
    has_header: bool,
}

/// A page as it was written into the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Frame {
    /// The page's number, from 1.
    pub(super) number: u32,
    /// Where it completes a change, how many pages the database has from then on; otherwise 0.
    pub(super) completes: u32,
    /// Whether its checksum follows from that of the frame before.
    pub(super) sound: bool,
    /// Whether it is of the same run through the log as the others.
    current: bool,
    at: usize,
}

impl Log {
    /// The log at `path`; `None` where there is none, or none with a frame.
    ///
    /// # Errors
    /// Where it cannot be read.
    pub(super) fn read(path: &Path) -> io::Result<Option<Self>> {
        let mut bytes = Vec::new();
        match File::open(path) {
            Ok(mut file) => file.read_to_end(&mut bytes)?,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error),
        };
        Ok(Self::of(bytes))
    }

    fn of(bytes: Vec<u8>) -> Option<Self> {
        let header = bytes.get(..HEADER)?;
        let has_header =
            word(header, 0) & !1 == MAGIC && sums(header, 24) == checksum([0; 2], &header[..24], header[3]);
        let page = if has_header { word(header, 8) as usize } else { USUAL_PAGE };
        if !(page.is_power_of_two() && (512..=65_536).contains(&page)) {
            return None;
        }
        let mut log = Self { bytes, page, frames: Vec::new(), read: 0, has_header };
        let places: Vec<usize> =
            (HEADER..).step_by(FRAME_HEADER + page).take_while(|at| log.frame(*at).is_some()).collect();
        let follows: Vec<bool> = (0..places.len()).map(|at| log.follows(&places, at)).collect();
        let of_run = if has_header { Some(word(&log.bytes, 16)) } else { None };
        // Without a header, the run is that of the first frame that follows from another.
        let salt = |at: usize| word(&log.bytes, at + 8);
        let run = of_run.or_else(|| follows.iter().position(|follows| *follows).map(|at| salt(places[at])))?;
        log.frames = places.iter().zip(&follows).map(|(at, sound)| log.frame_at(*at, run, *sound)).collect();
        let unbroken = log.frames.iter().take_while(|frame| frame.sound && frame.current).count();
        log.read = if has_header { log.complete(unbroken) } else { 0 };
        (!log.frames.is_empty()).then_some(log)
    }

    fn frame(&self, at: usize) -> Option<&[u8]> {
        self.bytes.get(at..at + FRAME_HEADER + self.page)
    }

    fn frame_at(&self, at: usize, run: u32, sound: bool) -> Frame {
        let header = &self.bytes[at..];
        let [number, completes, salt] = [0, 4, 8].map(|part| word(header, part));
        Frame { number, completes, sound, current: salt == run, at: at + FRAME_HEADER }
    }

    /// Whether a frame's checksum is that of what it holds, as it follows from the frame before or from the header.
    fn follows(&self, places: &[usize], at: usize) -> bool {
        let Some(frame) = self.frame(places[at]) else { return false };
        let (before, order) = match at.checked_sub(1) {
            Some(before) => (sums(&self.bytes[places[before]..], 16), self.order()),
            None if self.has_header => (sums(&self.bytes, 24), self.order()),
            None => return false,
        };
        let sum = checksum(before, &frame[..8], order);
        checksum(sum, &frame[FRAME_HEADER..], order) == sums(frame, 16)
    }

    /// The byte whose last bit says the order of words.
    fn order(&self) -> u8 {
        if self.has_header { self.bytes[3] } else { u8::from(cfg!(target_endian = "big")) }
    }

    /// Of so many frames, those up to the last that completes a change.
    fn complete(&self, frames: usize) -> usize {
        self.frames[..frames].iter().rposition(|frame| frame.completes > 0).map_or(0, |last| last + 1)
    }

    /// Whether a frame is damaged that was on the disk: what was written after a completed change was written when all before
    /// it was synchronised. A last change that is cut off by a power cut is no damage.
    pub(super) fn is_damaged(&self) -> bool {
        self.frames.windows(2).skip(self.read).any(|pair| {
            let [change, next] = pair else { return false };
            change.current && change.completes > 0 && next.current && next.sound
        })
    }

    /// The frames that count: of a sound log those that SQLite reads, of a damaged one all up to the last complete change.
    pub(super) fn counting(&self) -> &[Frame] {
        let all = self.frames.iter().rposition(|frame| frame.current && frame.completes > 0).map_or(0, |last| last + 1);
        &self.frames[..if self.is_damaged() { all } else { self.read }]
    }

    /// Whether SQLite takes nothing from the log, and nothing of it is missing from the database's file: it was about to be
    /// begun anew.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub(super) fn is_spent(&self, database: &Path) -> io::Result<bool> {
        if self.read > 0 {
            return Ok(false);
        }
        let mut file = File::open(database)?;
        let last: BTreeMap<u32, Frame> =
            self.counting().iter().filter(|frame| frame.sound).map(|frame| (frame.number, *frame)).collect();
        for (number, frame) in last {
            let mut page = vec![0; self.page];
            file.seek(SeekFrom::Start(u64::from(number.saturating_sub(1)) * self.page as u64))?;
            match file.read_exact(&mut page) {
                Ok(()) if page == self.page(frame) => {}
                Err(error) if error.kind() != ErrorKind::UnexpectedEof => return Err(error),
                _ => return Ok(false),
            }
        }
        Ok(true)
    }

    pub(super) const fn page_size(&self) -> usize {
        self.page
    }

    /// The page of a frame.
    pub(super) fn page(&self, frame: Frame) -> &[u8] {
        self.bytes.get(frame.at..frame.at + self.page).unwrap_or_default()
    }
}

/// Four bytes as a number; 0 beyond the end.
fn word(bytes: &[u8], at: usize) -> u32 {
    bytes.get(at..at + 4).and_then(|word| word.try_into().ok()).map_or(0, u32::from_be_bytes)
}

fn sums(bytes: &[u8], at: usize) -> [u32; 2] {
    [word(bytes, at), word(bytes, at + 4)]
}

/// The checksum of SQLite's logs, going on from that of what is before.
fn checksum([mut one, mut other]: [u32; 2], of: &[u8], order: u8) -> [u32; 2] {
    let read = |word: &[u8]| {
        let word = word.try_into().unwrap_or_default();
        if order & 1 == 1 { u32::from_be_bytes(word) } else { u32::from_le_bytes(word) }
    };
    for pair in of.chunks_exact(8) {
        one = one.wrapping_add(read(&pair[..4])).wrapping_add(other);
        other = other.wrapping_add(read(&pair[4..])).wrapping_add(one);
    }
    [one, other]
}
