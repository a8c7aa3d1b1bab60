//! The limit: a bare echo, on the same runtime and with the same settings of HTTP as the room.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::thread;
use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::http::header::SET_COOKIE;
use axum::response::sse::{Event, Sse};
use axum::routing::{get, post};
use futures_util::Stream;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpListener;

use crate::crowd::{Count, Facilitator, Vote};
use crate::process::Served;
use crate::room::tell;

/// Serves until nobody asks any more.
pub fn serve_echo() {
    thread::spawn(|| {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_io().enable_time().build();
        runtime.expect("a runtime can be had").block_on(accept());
    });
    let _ = std::io::read_to_string(std::io::stdin());
}

async fn accept() {
    let listener = TcpListener::bind(SocketAddr::from(([127, 0, 0, 1], 0))).await.expect("loopback has a free port");
    let address = listener.local_addr().expect("it has an address");
    tell(&Served { address, code: String::new(), looks: Vec::new() });
    let router = Router::new()
        .route("/join", post(|| async { [(SET_COOKIE, "bedside-room=echo")] }))
        .route("/events", get(|| async { Sse::new(alive()) }))
        .route("/vote", post(|body: Bytes| async { body }));
    loop {
        let Ok((stream, _)) = listener.accept().await else { continue };
        let _ = stream.set_nodelay(true);
        let connection = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(Duration::from_secs(10))
            .max_buf_size(16 * 1024)
            .max_headers(64)
            .serve_connection(TokioIo::new(stream), TowerToHyperService::new(router.clone()));
        tokio::spawn(connection);
    }
}

/// A stream that says now and then that it is there, and nothing else.
fn alive() -> impl Stream<Item = Result<Event, Infallible>> {
    futures_util::stream::unfold((), |()| async {
        tokio::time::sleep(Duration::from_secs(4)).await;
        Some((Ok(Event::default().event("alive").data("alive")), ()))
    })
}

/// Who calls a crowd to an echo: nobody counts.
#[derive(Default)]
pub struct Nobody {
    polls: u32,
}

impl Facilitator for Nobody {
    fn next_vote(&mut self) -> Vote {
        self.polls += 1;
        Vote { poll: self.polls, options: ["one", "two", "three", "four"].map(str::to_owned).to_vec() }
    }

    fn close_vote(&mut self) {}

    fn reopen_vote(&mut self) {}

    fn count(&mut self) -> Option<Count> {
        None
    }

    fn who(&mut self, _: &str) -> Option<u32> {
        None
    }
}
