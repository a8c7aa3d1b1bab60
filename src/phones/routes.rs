//! What can be asked for, and sent: the page, its style and script, what is new, and what a participant adds.

use std::net::{IpAddr, SocketAddr};

use axum::extract::rejection::FormRejection;
use axum::extract::{ConnectInfo, DefaultBodyLimit, Form, Query, State};
use axum::http::header::{ACCEPT, CONTENT_TYPE, SET_COOKIE};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum::{Json, Router, middleware};
use serde::{Deserialize, Serialize};

use crate::attempt::SelfRating;
use crate::group::{Contribution, DecisionId, ParticipantId, PollId, Refused, checklist};
use crate::sentence::{capitalised, ended};
use crate::shared::SharedText;

use super::code::RoomCode;
use super::door;
use super::events;
use super::hosts::Hosts;
use super::page;
use super::room::{Room, TOKEN};
use super::token::Token;

/// The most bytes of what is sent at once: far more than the longest words.
const MOST_BYTES: usize = 8 * 1024;

/// All that is served.
pub(super) fn routes(room: Room, hosts: Hosts) -> Router {
    Router::new()
        .route("/", get(entrance))
        .route("/join", post(join))
        .route("/room", get(show))
        .route("/events", get(listen))
        .route("/vote", post(vote))
        .route("/words", post(words))
        .route("/tags", post(tags))
        .route("/reflect", post(reflect))
        .route("/commit", post(commit))
        .route("/page.css", get(|| async { ([(CONTENT_TYPE, "text/css; charset=utf-8")], include_str!("page.css")) }))
        .route(
            "/page.js",
            get(|| async { ([(CONTENT_TYPE, "text/javascript; charset=utf-8")], include_str!("page.js")) }),
        )
        .fallback(|| async { (StatusCode::NOT_FOUND, "there is nothing here") })
        .layer(DefaultBodyLimit::max(MOST_BYTES))
        .layer(middleware::from_fn_with_state(hosts, door::guard))
        .with_state(room)
}

#[derive(Deserialize)]
struct Entrance {
    #[serde(default)]
    code: String,
}

async fn entrance(State(room): State<Room>, headers: HeaderMap, Query(query): Query<Entrance>) -> Response {
    if room.participant(&headers).is_some() {
        return Redirect::to("/room").into_response();
    }
    let typed: String = query.code.chars().take(RoomCode::LENGTH).collect();
    Html(page::entrance("", &typed)).into_response()
}

async fn join(
    State(room): State<Room>,
    ConnectInfo(from): ConnectInfo<SocketAddr>,
    headers: HeaderMap,
    form: Result<Form<Entrance>, FormRejection>,
) -> Response {
    let refused = |status, why: &str| (status, Html(page::entrance(why, ""))).into_response();
    if room.participant(&headers).is_some() {
        return Redirect::to("/room").into_response();
    }
    let Ok(Form(Entrance { code })) = form else {
        return refused(StatusCode::BAD_REQUEST, "That is not a code.");
    };
    if !room.may_guess(from.ip()) {
        return refused(StatusCode::TOO_MANY_REQUESTS, "Too many wrong codes. Wait a quarter of a minute.");
    }
    if !room.code.is(&code) {
        room.guessed_wrong(from.ip());
        return refused(StatusCode::FORBIDDEN, "That is not the code of this room. Look at the screen again.");
    }
    if !room.may(|throttles| &mut throttles.joining, from.ip()) {
        return refused(StatusCode::TOO_MANY_REQUESTS, "Many are joining. Try again in a moment.");
    }
    let Ok(token) = Token::draw() else {
        return refused(StatusCode::SERVICE_UNAVAILABLE, "This machine has no random numbers to give.");
    };
    if room.desk.join(&token).is_err() {
        return refused(StatusCode::SERVICE_UNAVAILABLE, "Nobody more can join.");
    }
    let cookie = format!("{TOKEN}={token}; Path=/; HttpOnly; SameSite=Strict; Max-Age=43200{}", room.scheme.cookie);
    ([(SET_COOKIE, cookie)], Redirect::to("/room")).into_response()
}

async fn show(State(room): State<Room>, headers: HeaderMap) -> Response {
    match room.participant(&headers) {
        Some(who) => Html(page::room(&room.shown(who))).into_response(),
        None => Redirect::to("/").into_response(),
    }
}

async fn listen(State(room): State<Room>, headers: HeaderMap) -> Response {
    match room.participant(&headers) {
        Some(who) => events::stream(room, who).into_response(),
        None => StatusCode::UNAUTHORIZED.into_response(),
    }
}

#[derive(Deserialize)]
struct Vote {
    poll: u32,
    choice: String,
}

async fn vote(State(room): State<Room>, headers: HeaderMap, form: Result<Form<Vote>, FormRejection>) -> Response {
    add(&room, &headers, form, |vote| Contribution::Vote { poll: PollId(vote.poll), choice: vote.choice.into() })
}

#[derive(Deserialize)]
struct OwnWords {
    decision: u32,
    words: String,
}

async fn words(State(room): State<Room>, headers: HeaderMap, form: Result<Form<OwnWords>, FormRejection>) -> Response {
    add(&room, &headers, form, |own| Contribution::OwnWords {
        decision: DecisionId(own.decision),
        words: own.words.into(),
    })
}

#[derive(Deserialize)]
struct Reflect {
    #[serde(default)]
    feeling: String,
    #[serde(default)]
    empathy: String,
    #[serde(default)]
    clarity: String,
    #[serde(default)]
    de_escalation: String,
}

async fn reflect(State(room): State<Room>, headers: HeaderMap, form: Result<Form<Reflect>, FormRejection>) -> Response {
    add(&room, &headers, form, |told| {
        let ratings = [&told.empathy, &told.clarity, &told.de_escalation].map(|rating| rating.parse::<u8>().ok());
        let rating = match ratings {
            [Some(empathy), Some(clarity), Some(de_escalation)] => Some(SelfRating { empathy, clarity, de_escalation }),
            _ => None,
        };
        Contribution::Reflect { feeling: told.feeling.into(), rating }
    })
}

#[derive(Deserialize)]
struct Commitment {
    words: String,
}

async fn commit(
    State(room): State<Room>,
    headers: HeaderMap,
    form: Result<Form<Commitment>, FormRejection>,
) -> Response {
    add(&room, &headers, form, |will| Contribution::Commit { words: will.words.into() })
}

/// The checklist as a phone sends it: the decision, and each behaviour that is marked.
async fn tags(
    State(room): State<Room>,
    headers: HeaderMap,
    form: Result<Form<Vec<(String, String)>>, FormRejection>,
) -> Response {
    let who = match sender(&room, &headers) {
        Ok(who) => who,
        Err((status, why)) => return answered(&headers, status, why.to_owned()),
    };
    let sent = form.ok().and_then(|Form(sent)| marked(sent));
    let Some((decision, marked)) = sent else {
        return answered(&headers, StatusCode::BAD_REQUEST, NOT_UNDERSTOOD.to_owned());
    };
    // What has not changed is not sent on.
    let changed: Vec<(SharedText, bool)> = room.desk.look(|group| {
        let listed = checklist(group.conversation().scenario()).into_iter().map(|behaviour| behaviour.id.as_str());
        let before = |id: &str| group.tagged_by(who, decision).any(|tagged| *tagged == *id);
        let now = |id: &str| marked.iter().any(|marked| marked == id);
        listed.filter(|id| before(id) != now(id)).map(|id| (id.into(), now(id))).collect()
    });
    for (behaviour, shown) in changed {
        if let Err(refused) = room.desk.add(who, Contribution::Tag { decision, behaviour, shown }) {
            return answered(&headers, StatusCode::CONFLICT, told(refused));
        }
    }
    answered(&headers, StatusCode::OK, "What you saw is kept.".to_owned())
}

/// The decision that marks are for, and the ids of what is marked.
fn marked(sent: Vec<(String, String)>) -> Option<(DecisionId, Vec<String>)> {
    let decision = sent.iter().find(|(name, _)| name == "decision")?.1.parse().ok().map(DecisionId)?;
    let tags = sent.into_iter().filter(|(name, _)| name == "tag").map(|(_, behaviour)| behaviour);
    Some((decision, tags.collect()))
}

/// Who a request is from, if they may send now; else why not.
fn sender(room: &Room, headers: &HeaderMap) -> Result<ParticipantId, (StatusCode, &'static str)> {
    let unknown = (StatusCode::UNAUTHORIZED, "The room does not know this phone. Join again.");
    let who = room.participant(headers).ok_or(unknown)?;
    // A participant is throttled by number, as many may share an address.
    let number = IpAddr::from(u128::from(who.0).to_be_bytes());
    let too_fast = (StatusCode::TOO_MANY_REQUESTS, "That was too fast. Send it again in a moment.");
    if room.may(|throttles| &mut throttles.sending, number) { Ok(who) } else { Err(too_fast) }
}

const NOT_UNDERSTOOD: &str = "That was not understood.";

fn add<T>(
    room: &Room,
    headers: &HeaderMap,
    form: Result<Form<T>, FormRejection>,
    what: impl FnOnce(T) -> Contribution,
) -> Response {
    let who = match sender(room, headers) {
        Ok(who) => who,
        Err((status, why)) => return answered(headers, status, why.to_owned()),
    };
    let what = match form {
        Ok(Form(sent)) => what(sent),
        Err(rejection) => return answered(headers, misread(&rejection), NOT_UNDERSTOOD.to_owned()),
    };
    match room.desk.add(who, what) {
        Ok(()) => answered(headers, StatusCode::OK, room.lines(who).yours),
        Err(refused) => answered(headers, StatusCode::CONFLICT, told(refused)),
    }
}

/// The status for what could not be read: whether it was too long, or no form.
fn misread(rejection: &FormRejection) -> StatusCode {
    match rejection.status() {
        StatusCode::PAYLOAD_TOO_LARGE => StatusCode::PAYLOAD_TOO_LARGE,
        _ => StatusCode::BAD_REQUEST,
    }
}

fn told(refused: Refused) -> String {
    ended(&capitalised(&refused.to_string()))
}

#[derive(Serialize)]
struct Answer {
    yours: String,
}

/// An answer for the script, or for a form that was sent without it.
fn answered(headers: &HeaderMap, status: StatusCode, yours: String) -> Response {
    let script = headers.get(ACCEPT).is_some_and(|accept| accept.as_bytes().starts_with(b"application/json"));
    if script {
        (status, Json(Answer { yours })).into_response()
    } else if status == StatusCode::OK {
        Redirect::to("/room").into_response()
    } else {
        (status, Html(page::entrance(&yours, ""))).into_response()
    }
}
