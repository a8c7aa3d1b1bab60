//! A small web server on this machine that answers as a test has it.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

/// A request as it came in.
#[derive(Clone, Debug)]
pub(crate) struct Request {
    pub(crate) method: String,
    /// Path and query.
    pub(crate) target: String,
    /// With their names in lower case.
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

impl Request {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

/// What is answered.
#[derive(Clone, Debug)]
pub(crate) enum Reply {
    Answer(u16, Vec<(&'static str, String)>, String),
    /// Breaks off in the middle of the answer.
    Cut,
    /// Says nothing, and keeps the connection.
    Silence,
    /// Goes on for ever.
    Endless,
}

impl Reply {
    pub(crate) fn of(status: u16, body: impl Into<String>) -> Self {
        Self::Answer(status, Vec::new(), body.into())
    }
}

type Answering = dyn FnMut(&Request) -> Reply + Send;

pub(crate) struct Server {
    port: u16,
    requests: Arc<Mutex<Vec<Request>>>,
    closing: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    pub(crate) fn start(answer: impl FnMut(&Request) -> Reply + Send + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let port = listener.local_addr().expect("bound").port();
        let requests = Arc::<Mutex<Vec<Request>>>::default();
        let closing = Arc::new(AtomicBool::new(false));
        let (known, closed) = (Arc::clone(&requests), Arc::clone(&closing));
        let mut answer: Box<Answering> = Box::new(answer);
        let thread = thread::spawn(move || {
            let mut held = Vec::new();
            for stream in listener.incoming() {
                if closed.load(Ordering::Relaxed) {
                    return;
                }
                let Ok(stream) = stream else { continue };
                let Some(request) = read(&stream) else { continue };
                let reply = answer(&request);
                known.lock().expect("alive").push(request);
                if matches!(reply, Reply::Silence) {
                    held.push(stream);
                } else {
                    // A client that has heard enough hangs up.
                    let _ = write(&stream, &reply);
                }
            }
        });
        Self { port, requests, closing, thread: Some(thread) }
    }

    /// The address of a store on this server.
    pub(crate) fn address(&self) -> String {
        format!("http://127.0.0.1:{}/xapi", self.port)
    }

    pub(crate) fn requests(&self) -> Vec<Request> {
        self.requests.lock().expect("alive").clone()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.closing.store(true, Ordering::Relaxed);
        let _ = TcpStream::connect(("127.0.0.1", self.port));
        if let Some(thread) = self.thread.take() {
            thread.join().expect("the server answers without a panic");
        }
    }
}

fn read(stream: &TcpStream) -> Option<Request> {
    let mut reader = BufReader::new(stream);
    let mut line = String::new();
    reader.read_line(&mut line).ok()?;
    let mut words = line.split_whitespace().map(str::to_owned);
    let (method, target) = (words.next()?, words.next()?);
    let mut headers = Vec::new();
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).ok()?;
        let Some((name, value)) = line.trim().split_once(':') else { break };
        headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
    }
    let length = headers.iter().find(|(name, _)| name == "content-length");
    let length = length.map_or(0, |(_, length)| length.parse().expect("a length"));
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    Some(Request { method, target, headers, body })
}

fn write(mut stream: &TcpStream, reply: &Reply) -> std::io::Result<()> {
    match reply {
        Reply::Answer(status, headers, body) => {
            write!(stream, "HTTP/1.1 {status} As asked\r\nConnection: close\r\nContent-Length: {}\r\n", body.len())?;
            for (name, value) in headers {
                write!(stream, "{name}: {value}\r\n")?;
            }
            write!(stream, "\r\n{body}")?;
            stream.flush()?;
        }
        Reply::Cut => {
            write!(stream, "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 900\r\n\r\n[\"a")?;
            stream.flush()?;
        }
        Reply::Endless => {
            write!(stream, "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n[")?;
            let more = " ".repeat(1 << 16);
            loop {
                stream.write_all(more.as_bytes())?;
            }
        }
        Reply::Silence => {}
    }
    Ok(())
}
