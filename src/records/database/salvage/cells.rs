//! The rows on a page, read byte by byte: no page but those that a row lies on has to be sound.
//! Their form: <https://www.sqlite.org/fileformat2.html#b_tree_pages>.

use rusqlite::types::Value;

use super::pages::Pages;

/// No row is longer, in bytes.
const LONGEST: usize = 64 << 20;

/// What a page holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Rows of a table.
    Rows,
    /// Entries of an index, or rows of a table without row numbers.
    Entries,
    /// Where the rows of a table are.
    Directory,
}

/// A row or an entry.
#[derive(Debug)]
pub(super) struct Cell {
    /// The row's number; 0 where rows have none.
    pub(super) row: i64,
    pub(super) values: Vec<Value>,
}

/// The rows or entries of a page.
#[derive(Debug)]
pub(super) struct Cells {
    pub(super) kind: Kind,
    /// `None` for one that cannot be read.
    pub(super) found: Vec<Option<Cell>>,
    /// The pages that long ones go on.
    pub(super) further: Vec<u32>,
}

impl Cells {
    /// What is on a page; `None` where it is none of a tree.
    pub(super) fn on(page: &[u8], number: u32, pages: &Pages) -> Option<Self> {
        // The first page begins with the header of the file.
        let header = if number == 1 { 100 } else { 0 };
        let (kind, header_size) = match page.get(header)? {
            13 => (Kind::Rows, 8),
            10 => (Kind::Entries, 8),
            2 => (Kind::Entries, 12),
            5 => (Kind::Directory, 12),
            _ => return None,
        };
        let mut cells = Self { kind, found: Vec::new(), further: Vec::new() };
        let count = if kind == Kind::Directory { 0 } else { short(page, header + 3)? };
        let list = header + header_size;
        if list + 2 * count > page.len() {
            return None;
        }
        for at in 0..count {
            let cell = short(page, list + 2 * at)?;
            // An inner page of an index has the number of another page before each entry.
            let cell = if header_size == 12 { cell + 4 } else { cell };
            let found = cells.payload(page, cell, pages);
            let found = found.and_then(|(row, payload)| Some(Cell { row, values: record(&payload)? }));
            cells.found.push(found);
        }
        Some(cells)
    }

    /// The number of a row and what it holds, put together from all its pages.
    fn payload(&mut self, page: &[u8], cell: usize, pages: &Pages) -> Option<(i64, Vec<u8>)> {
        let mut at = cell;
        let length = usize::try_from(varint(page, &mut at)?).ok().filter(|length| *length <= LONGEST)?;
        let row = if self.kind == Kind::Rows { varint(page, &mut at)?.cast_signed() } else { 0 };
        let local = self.local(length, pages.size());
        let mut payload = page.get(at..at + local)?.to_owned();
        let mut next = if length > local { long(page, at + local)? } else { 0 };
        while payload.len() < length {
            let further = pages.latest(next).filter(|_| next <= pages.count())?;
            self.further.push(next);
            next = long(&further, 0)?;
            let part = further.get(4..)?;
            payload.extend_from_slice(&part[..part.len().min(length - payload.len())]);
        }
        Some((row, payload))
    }

    /// How many bytes of a cell of this length are on its own page.
    const fn local(&self, length: usize, size: usize) -> usize {
        let most = match self.kind {
            Kind::Rows => size - 35,
            Kind::Entries | Kind::Directory => (size - 12) * 64 / 255 - 23,
        };
        if length <= most {
            return length;
        }
        let least = (size - 12) * 32 / 255 - 23;
        let even = least + (length - least) % (size - 4);
        if even <= most { even } else { least }
    }
}

/// The values of a record; `None` where it is none.
fn record(payload: &[u8]) -> Option<Vec<Value>> {
    let mut at = 0;
    let header = usize::try_from(varint(payload, &mut at)?).ok().filter(|header| *header <= payload.len())?;
    let mut body = header;
    let mut values = Vec::new();
    while at < header {
        let kind = varint(payload, &mut at)?;
        let length = match kind {
            0 | 8 | 9 => 0,
            1..=4 => usize::try_from(kind).ok()?,
            5 => 6,
            6 | 7 => 8,
            10 | 11 => return None,
            _ => usize::try_from((kind - 12) / 2).ok()?,
        };
        let bytes = payload.get(body..body.checked_add(length)?)?;
        body += length;
        values.push(match kind {
            0 => Value::Null,
            1..=6 => Value::Integer(integer(bytes)),
            7 => Value::Real(f64::from_be_bytes(bytes.try_into().ok()?)),
            8 => Value::Integer(0),
            9 => Value::Integer(1),
            _ if kind % 2 == 0 => Value::Blob(bytes.to_owned()),
            _ => Value::Text(String::from_utf8(bytes.to_owned()).ok()?),
        });
    }
    (at == header && body == payload.len()).then_some(values)
}

/// A number of 1 to 8 bytes, with its sign.
fn integer(bytes: &[u8]) -> i64 {
    let sign = if bytes.first().is_some_and(|first| *first >= 128) { -1 } else { 0 };
    bytes.iter().fold(sign, |number, byte| number << 8 | i64::from(*byte))
}

/// A number of 1 to 9 bytes, and the place behind it.
fn varint(bytes: &[u8], at: &mut usize) -> Option<u64> {
    let mut number = 0;
    for place in 0..9 {
        let byte = *bytes.get(*at)?;
        *at += 1;
        if place == 8 {
            return Some(number << 8 | u64::from(byte));
        }
        number = number << 7 | u64::from(byte & 127);
        if byte < 128 {
            break;
        }
    }
    Some(number)
}

fn short(bytes: &[u8], at: usize) -> Option<usize> {
    Some(usize::from(u16::from_be_bytes(bytes.get(at..at + 2)?.try_into().ok()?)))
}

pub(super) fn long(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}
