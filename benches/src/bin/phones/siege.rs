//! Thousands of connections that want nothing of the room, while a crowd votes in it.

use std::fs;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering::Relaxed};
use std::thread;
use std::time::{Duration, Instant};

use tokio::net::{TcpSocket, TcpStream};

use crate::crowd::{Crowd, Habits};
use crate::page::milliseconds;
use crate::process::Process;

/// How long the room is besieged.
const LONG: Duration = Duration::from_secs(40);

/// How soon somebody comes again who was turned away.
const AGAIN: Duration = Duration::from_secs(1);

/// Besieges a room that a crowd votes in, from one address and from forty, and prints what has come of it.
pub fn run(habits: Habits, connections: usize) {
    let folder = std::env::temp_dir().join(format!("bedside-siege-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder can be made");
    let recording = folder.join("siege.group");
    let mut room = Process::start(&["serve-room", recording.to_str().expect("it is text")]);
    let (address, code, outside) = (room.served.address, room.served.code.clone(), room.outside());
    println!(
        "| | closes | wrong | votes | vote to its answer, 99 %, ms | slowest return, s | most open at once | turned away | MB |"
    );
    println!("|---|--:|--:|--:|--:|--:|--:|--:|--:|");
    Crowd::meets(habits, address, &code, |crowd| {
        for (what, addresses) in
            [("before", 0), ("from one address", 1), ("from forty", 40), ("again", 40), ("afterwards", 0)]
        {
            let siege = (addresses > 0).then(|| Siege::begin(address, connections, addresses));
            let before = {
                let mut ballots = crowd.ballots();
                ballots.slowest_return = Duration::ZERO;
                (ballots.sent.len(), ballots.closes, ballots.failures.len())
            };
            let begun = Instant::now();
            crowd.votes(&mut room, || begun.elapsed() > LONG);
            let ballots = crowd.ballots();
            let mut took: Vec<u64> = ballots.sent[before.0..].iter().filter_map(|sent| sent.took).collect();
            took.sort_unstable();
            let (most, away) = siege.as_ref().map_or((0, 0), Siege::come_to);
            println!(
                "| {what} | {} | {} | {} | {:.1} | {:.1} | {most} | {away} | {:.1} |",
                ballots.closes - before.1,
                ballots.failures.len() - before.2,
                took.len(),
                milliseconds(&took, 0.99),
                ballots.slowest_return.as_secs_f64(),
                f64::from(u32::try_from(outside.resident()).unwrap_or(u32::MAX)) / 1024.0,
            );
        }
        for failure in crowd.ballots().failures.iter().take(10) {
            println!("- {failure}");
        }
    });
    let _ = fs::remove_dir_all(&folder);
}

/// Connections that come again when they are turned away. It is over when this is dropped.
struct Siege {
    besieging: Arc<Besieging>,
    thread: Option<thread::JoinHandle<()>>,
}

#[derive(Default)]
struct Besieging {
    over: AtomicBool,
    inside: AtomicUsize,
    most_inside: AtomicUsize,
    turned_away: AtomicUsize,
}

impl Siege {
    fn begin(address: SocketAddr, connections: usize, addresses: usize) -> Self {
        let besieging = Arc::<Besieging>::default();
        let shared = Arc::clone(&besieging);
        let thread = thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_io().enable_time().build();
            runtime.expect("a runtime can be had").block_on(async {
                for number in 0..connections {
                    tokio::spawn(besiege(Arc::clone(&shared), address, number, addresses));
                    // So many at once would only be kept waiting by the system.
                    if number % 100 == 0 {
                        tokio::time::sleep(Duration::from_millis(10)).await;
                    }
                }
                while !shared.over.load(Relaxed) {
                    tokio::time::sleep(Duration::from_millis(50)).await;
                }
            });
        });
        Self { besieging, thread: Some(thread) }
    }

    /// The most that were inside at a time, and how many were turned away.
    fn come_to(&self) -> (usize, usize) {
        (self.besieging.most_inside.load(Relaxed), self.besieging.turned_away.load(Relaxed))
    }
}

impl Drop for Siege {
    fn drop(&mut self) {
        self.besieging.over.store(true, Relaxed);
        if let Some(thread) = self.thread.take() {
            thread.join().expect("the siege is over");
        }
    }
}

async fn besiege(besieging: Arc<Besieging>, address: SocketAddr, number: usize, addresses: usize) {
    let from = Ipv4Addr::new(127, 0, 2, u8::try_from(number % addresses).unwrap_or(u8::MAX) + 1);
    loop {
        if let Ok(stream) = come(address, from, number).await {
            let stayed = tokio::time::timeout(AGAIN, closed(&stream)).await.is_err();
            if stayed {
                let inside = besieging.inside.fetch_add(1, Relaxed) + 1;
                besieging.most_inside.fetch_max(inside, Relaxed);
                closed(&stream).await;
                besieging.inside.fetch_sub(1, Relaxed);
            }
        }
        besieging.turned_away.fetch_add(1, Relaxed);
        tokio::time::sleep(AGAIN).await;
    }
}

/// Comes in, and says nothing, half a sentence, or asks for the page and stays.
async fn come(address: SocketAddr, from: Ipv4Addr, number: usize) -> io::Result<TcpStream> {
    let socket = TcpSocket::new_v4()?;
    socket.bind(SocketAddr::from((from, 0)))?;
    let stream = socket.connect(address).await?;
    let said =
        ["", "GET / HTTP/1.1\r\nHost: ", &format!("GET / HTTP/1.1\r\nHost: {address}\r\n\r\n")][number % 3].to_owned();
    if !said.is_empty() {
        stream.writable().await?;
        stream.try_write(said.as_bytes())?;
    }
    Ok(stream)
}

/// Waits until the other side has closed.
async fn closed(stream: &TcpStream) {
    let mut buffer = [0; 4096];
    while stream.readable().await.is_ok() {
        match stream.try_read(&mut buffer) {
            Ok(1..) => {}
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
            Ok(0) | Err(_) => return,
        }
    }
}
