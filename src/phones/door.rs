//! Who is let in at all: requests of this page alone, to this address, of bounded size and duration.

use std::time::Duration;

use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, HOST, ORIGIN, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::hosts::Hosts;

/// How long a request may take, its body included.
const LONGEST: Duration = Duration::from_secs(10);

/// Nothing but this page's own files, and nobody may frame it.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self'; \
                      form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// Refuses what does not come from this page or is not meant for this address, and adds the headers that keep the page to
/// itself.
pub(super) async fn guard(State(hosts): State<Hosts>, request: Request, next: Next) -> Response {
    let answer = match refusal(&hosts, request.method(), request.headers()) {
        Some((status, why)) => (status, why).into_response(),
        None => match tokio::time::timeout(LONGEST, next.run(request)).await {
            Ok(answer) => answer,
            Err(_) => (StatusCode::REQUEST_TIMEOUT, "this took too long").into_response(),
        },
    };
    with_headers(answer)
}

fn refusal(hosts: &Hosts, method: &Method, headers: &HeaderMap) -> Option<(StatusCode, &'static str)> {
    // A name that was made to lead here is not this address: no page under that name may read this one.
    let mut named = headers.get_all(HOST).iter();
    let host = named.next().and_then(|host| host.to_str().ok()).unwrap_or_default();
    if named.next().is_some() || !hosts.knows(host) {
        return Some((StatusCode::MISDIRECTED_REQUEST, "this is not the address of the room"));
    }
    if *method == Method::GET || *method == Method::HEAD {
        return None;
    }
    if *method != Method::POST {
        return Some((StatusCode::METHOD_NOT_ALLOWED, "only reading and sending"));
    }
    let origin = headers.get(ORIGIN).map(|origin| origin.to_str().unwrap_or_default());
    let site = headers.get(HeaderName::from_static("sec-fetch-site")).map(|site| site.to_str().unwrap_or_default());
    let elsewhere = origin.is_some_and(|origin| !hosts.is_own(origin, host))
        || site.is_some_and(|site| site != "same-origin" && site != "none");
    elsewhere.then_some((StatusCode::FORBIDDEN, "this was sent by another page"))
}

fn with_headers(mut answer: Response<Body>) -> Response {
    let fixed = [
        (CONTENT_SECURITY_POLICY, POLICY),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (X_FRAME_OPTIONS, "DENY"),
        // With `no-referrer` a browser would not say either where a form comes from.
        (REFERRER_POLICY, "same-origin"),
        (CACHE_CONTROL, "no-store"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    ];
    for (name, value) in fixed {
        answer.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    answer
}
