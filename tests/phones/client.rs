//! A phone that sends just the bytes it is told to.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

/// How long an answer may take before the test fails.
const DEADLINE: Duration = Duration::from_secs(20);

#[derive(Debug)]
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) headers: Vec<(String, String)>,
    pub(super) body: String,
}

impl Answer {
    pub(super) fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(found, _)| found == name).map(|(_, value)| value.as_str())
    }
}

/// A connection: as it is, or encrypted.
pub(super) trait Line: Read + Write {}

impl<T: Read + Write> Line for T {}

pub(super) struct Phone {
    address: SocketAddr,
    /// What it calls the room.
    host: String,
    dial: fn(SocketAddr) -> Box<dyn Line>,
    pub(super) cookie: Option<String>,
}

impl Phone {
    pub(super) fn new(address: SocketAddr) -> Self {
        Self::dialling(address, address.to_string(), |address| Box::new(connect(address)))
    }

    /// A phone that opens connections of its own kind.
    pub(super) fn dialling(address: SocketAddr, host: String, dial: fn(SocketAddr) -> Box<dyn Line>) -> Self {
        Self { address, host, dial, cookie: None }
    }

    fn cookie_line(&self) -> String {
        self.cookie.as_ref().map_or_else(String::new, |cookie| format!("Cookie: {cookie}\r\n"))
    }

    pub(super) fn get(&mut self, path: &str) -> Answer {
        let head = format!("GET {path} HTTP/1.1\r\nHost: {}\r\n{}", self.host, self.cookie_line());
        self.send(&format!("{head}Connection: close\r\n\r\n"))
    }

    pub(super) fn post(&mut self, path: &str, form: &str) -> Answer {
        self.post_with(path, form, "")
    }

    /// Posts a form with more lines in the head, each with its line end.
    pub(super) fn post_with(&mut self, path: &str, form: &str, lines: &str) -> Answer {
        let head = format!("POST {path} HTTP/1.1\r\nHost: {}\r\n{}{lines}", self.host, self.cookie_line());
        let about = "Content-Type: application/x-www-form-urlencoded\r\nConnection: close\r\n";
        self.send(&format!("{head}{about}Content-Length: {}\r\n\r\n{form}", form.len()))
    }

    /// Sends bytes as they are, and keeps the cookie that comes back.
    pub(super) fn send(&mut self, bytes: &str) -> Answer {
        let answer = said((self.dial)(self.address), bytes.as_bytes()).expect("the room answers");
        let set = answer.header("set-cookie").and_then(|cookie| cookie.split(';').next());
        self.cookie = set.map(str::to_owned).or(self.cookie.take());
        answer
    }

    /// Opens the stream of what is new.
    pub(super) fn listen(&self) -> Events {
        let mut stream = (self.dial)(self.address);
        let head = format!("GET /events HTTP/1.1\r\nHost: {}\r\n{}\r\n", self.host, self.cookie_line());
        stream.write_all(head.as_bytes()).expect("the room listens");
        Events { stream, read: String::new() }
    }
}

pub(super) fn connect(address: SocketAddr) -> TcpStream {
    let stream = TcpStream::connect_timeout(&address, DEADLINE).expect("the door is open");
    stream.set_read_timeout(Some(DEADLINE)).expect("a deadline can be set");
    stream.set_write_timeout(Some(DEADLINE)).expect("a deadline can be set");
    stream
}

/// What comes back for bytes sent as they are; `None` where the connection is closed without an answer.
pub(super) fn raw(address: SocketAddr, bytes: &[u8]) -> Option<Answer> {
    said(connect(address), bytes)
}

fn said(mut stream: impl Read + Write, bytes: &[u8]) -> Option<Answer> {
    // The room may close before it has read everything.
    let _ = stream.write_all(bytes);
    let mut all = Vec::new();
    let _ = stream.read_to_end(&mut all);
    parse(&String::from_utf8_lossy(&all))
}

fn parse(text: &str) -> Option<Answer> {
    let (head, body) = text.split_once("\r\n\r\n")?;
    let mut lines = head.lines();
    let status = lines.next()?.split(' ').nth(1)?.parse().ok()?;
    let headers = lines.filter_map(|line| line.split_once(':'));
    let headers = headers.map(|(name, value)| (name.to_ascii_lowercase(), value.trim().to_owned())).collect();
    Some(Answer { status, headers, body: body.to_owned() })
}

pub(super) struct Events {
    stream: Box<dyn Line>,
    read: String,
}

impl Events {
    /// Reads until what has come since the last call contains `words`, and returns it.
    pub(super) fn until(&mut self, words: &str) -> String {
        let mut buffer = [0; 4096];
        loop {
            if let Some(at) = self.read.find(words) {
                return self.read.drain(..at + words.len()).collect();
            }
            let count = self.stream.read(&mut buffer).expect("an event comes in time");
            assert!(count > 0, "the stream has ended; it said: {}", self.read);
            self.read.push_str(&String::from_utf8_lossy(&buffer[..count]));
        }
    }

    /// Reads to the end of the stream.
    pub(super) fn rest(mut self) -> String {
        let mut last = Vec::new();
        let _ = self.stream.read_to_end(&mut last);
        self.read.push_str(&String::from_utf8_lossy(&last));
        self.read
    }
}
