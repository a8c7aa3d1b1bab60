//! A connection of a phone.

use std::io;
use std::net::{IpAddr, SocketAddr};

use tokio::net::{TcpSocket, TcpStream};

pub(super) struct Line {
    stream: TcpStream,
    read: Vec<u8>,
}

/// An answer: its status, its head and its body.
pub(super) struct Answer {
    pub(super) status: u16,
    head: String,
}

impl Answer {
    /// A header; its name in lower case.
    pub(super) fn header(&self, name: &str) -> Option<&str> {
        let mut headers = self.head.lines().filter_map(|line| line.split_once(": "));
        headers.find(|(found, _)| found.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }
}

impl Line {
    pub(super) async fn open(from: Option<IpAddr>, to: SocketAddr) -> io::Result<Self> {
        let socket = TcpSocket::new_v4()?;
        if let Some(from) = from {
            socket.bind(SocketAddr::new(from, 0))?;
        }
        let stream = socket.connect(to).await?;
        stream.set_nodelay(true)?;
        Ok(Self { stream, read: Vec::new() })
    }

    pub(super) async fn send(&mut self, request: &str) -> io::Result<()> {
        let mut left = request.as_bytes();
        while !left.is_empty() {
            self.stream.writable().await?;
            match self.stream.try_write(left) {
                Ok(count) => left = &left[count..],
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    /// Reads an answer to its end.
    pub(super) async fn answer(&mut self) -> io::Result<Answer> {
        let answer = self.head().await?;
        let length = answer.header("content-length").and_then(|length| length.parse().ok()).unwrap_or(0);
        while self.read.len() < length {
            self.more().await?;
        }
        self.read.drain(..length);
        Ok(answer)
    }

    /// Reads the head of an answer.
    pub(super) async fn head(&mut self) -> io::Result<Answer> {
        loop {
            if let Some(end) = place(&self.read, b"\r\n\r\n") {
                let head: Vec<u8> = self.read.drain(..end + 4).collect();
                let head = String::from_utf8_lossy(&head).into_owned();
                let status = head.split(' ').nth(1).and_then(|status| status.parse().ok());
                return Ok(Answer { status: status.unwrap_or(0), head });
            }
            self.more().await?;
        }
    }

    /// Reads on in a stream of events, and returns the key of the state that came last.
    pub(super) async fn key(&mut self) -> io::Result<String> {
        const BEFORE: &[u8] = b"{\"key\":\"";
        loop {
            let begin = place(&self.read, BEFORE).map(|place| place + BEFORE.len());
            let key = begin.and_then(|begin| Some((begin, begin + place(&self.read[begin..], b"\"")?)));
            if let Some((begin, end)) = key {
                let key = String::from_utf8_lossy(&self.read[begin..end]).into_owned();
                self.read.drain(..end);
                return Ok(key);
            }
            // What cannot be the beginning of a key goes.
            self.read.drain(..begin.map_or(self.read.len(), |begin| begin - BEFORE.len()).saturating_sub(BEFORE.len()));
            self.more().await?;
        }
    }

    /// Whether the other side has left it open.
    pub(super) fn is_open(&self) -> bool {
        let nothing = self.stream.try_read(&mut [0]);
        nothing.is_err_and(|error| error.kind() == io::ErrorKind::WouldBlock)
    }

    /// Drops it without a parting word.
    pub(super) fn reset(self) {
        let _ = self.stream.set_zero_linger();
    }

    async fn more(&mut self) -> io::Result<()> {
        let mut buffer = [0; 8 * 1024];
        loop {
            self.stream.readable().await?;
            match self.stream.try_read(&mut buffer) {
                Ok(0) => return Err(io::ErrorKind::UnexpectedEof.into()),
                Ok(count) => {
                    self.read.extend_from_slice(&buffer[..count]);
                    return Ok(());
                }
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
                Err(error) => return Err(error),
            }
        }
    }
}

fn place(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|found| found == wanted)
}
