//! Requests to a record store.

use std::io::Read;
use std::sync::Arc;
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use rustls::crypto::ring;
use ureq::http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, RETRY_AFTER};
use ureq::http::{HeaderValue, Request, Response};
use ureq::tls::{RootCerts, TlsConfig, TlsProvider};
use ureq::{Agent, AsSendBody, Body, Proxy};
use zeroize::Zeroizing;

use super::answer::Answer;
use super::{RecordStore, Secret, Stopped, StoreAddress, Trouble};

/// How long a connection is waited for.
const CONNECTING: Duration = Duration::from_secs(15);
/// How long a request may take in all.
const PATIENCE: Duration = Duration::from_mins(2);

/// The most bytes that are read of an answer to statements.
pub(super) const SHORT: usize = 64 << 10;
/// The most bytes that are read of a page of statements: ten times what a hundred long attempts take.
pub(super) const PAGE: usize = 16 << 20;

/// The header in which both sides say their version of xAPI.
const VERSION: &str = "X-Experience-API-Version";

/// Speaks to one record store. A redirect is not followed: it could lead the password elsewhere.
#[derive(Clone, Debug)]
pub struct Client {
    agent: Agent,
    address: StoreAddress,
    version: &'static str,
    authorization: HeaderValue,
}

/// What was found at the address of a record store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Greeting {
    /// The versions of xAPI that it says that it knows; none where it does not say.
    pub versions: Vec<String>,
    /// Whether this user may read statements, as a report has to.
    pub may_read: bool,
}

/// Why a store could not be greeted.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoGreeting {
    #[error(transparent)]
    Trouble(#[from] Trouble),
    #[error(transparent)]
    Stopped(#[from] Stopped),
}

impl Client {
    #[must_use]
    pub fn new(store: &RecordStore, secret: &Secret) -> Self {
        Self::with_patience(store, secret, PATIENCE)
    }

    /// As [`Self::new`], with how long a request may take in all.
    #[must_use]
    pub fn with_patience(store: &RecordStore, secret: &Secret, patience: Duration) -> Self {
        let plain = store.address.is_plain();
        let tls = TlsConfig::builder()
            .provider(TlsProvider::Rustls)
            .root_certs(RootCerts::PlatformVerifier)
            .unversioned_rustls_crypto_provider(Arc::new(ring::default_provider()));
        // What is on this machine needs no proxy, which would read the password.
        let proxy = if plain { None } else { Proxy::try_from_env() };
        let config = Agent::config_builder()
            .tls_config(tls.build())
            .https_only(!plain)
            .proxy(proxy)
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .timeout_resolve(Some(CONNECTING.min(patience)))
            .timeout_connect(Some(CONNECTING.min(patience)))
            .timeout_global(Some(patience))
            .user_agent(concat!("Bedside/", env!("CARGO_PKG_VERSION")));
        Self {
            agent: config.build().new_agent(),
            address: store.address.clone(),
            version: store.version.header(),
            authorization: authorization(&store.user, secret),
        }
    }

    /// Looks who answers, and whether it knows the user.
    ///
    /// # Errors
    /// Where nobody answers, or no record store, or where it does not know the user.
    pub fn greet(&self) -> Result<Greeting, NoGreeting> {
        let about = self.get(&self.address.about(), SHORT)?;
        let versions = if about.status == 200 { about.versions() } else { Vec::new() };
        let answer = self.get(&format!("{}?limit=1", self.address.statements()), PAGE)?;
        match answer.status {
            200 if answer.page().is_some() => Ok(Greeting { versions, may_read: true }),
            403 => Ok(Greeting { versions, may_read: false }),
            _ => Err(answer.obstacle()),
        }
    }

    pub(super) fn address(&self) -> &StoreAddress {
        &self.address
    }

    pub(super) fn get(&self, address: &str, most: usize) -> Result<Answer, Trouble> {
        self.ask(Request::get(address), (), most)
    }

    pub(super) fn post(&self, statements: String) -> Result<Answer, Trouble> {
        self.ask(Request::post(self.address.statements()), statements, SHORT)
    }

    fn ask(
        &self,
        request: ureq::http::request::Builder,
        body: impl AsSendBody,
        most: usize,
    ) -> Result<Answer, Trouble> {
        let request = request
            .header(AUTHORIZATION, &self.authorization)
            .header(VERSION, self.version)
            .header(CONTENT_TYPE, "application/json")
            .header(ACCEPT, "application/json")
            .body(body)
            .map_err(ureq::Error::from)?;
        read(self.agent.run(request)?, most)
    }
}

impl Answer {
    /// What comes in the way where an answer is none that was hoped for.
    pub(super) fn obstacle(&self) -> NoGreeting {
        match self.status {
            401 => Stopped::Credentials(401).into(),
            403 => Stopped::NotAllowed.into(),
            status if is_busy(status) => Trouble::Busy(status).into(),
            _ => Stopped::NoStore(self.reason()).into(),
        }
    }
}

/// Whether a status says that another time may be better.
pub(super) const fn is_busy(status: u16) -> bool {
    matches!(status, 408 | 425 | 429 | 500..=599)
}

fn authorization(user: &str, secret: &Secret) -> HeaderValue {
    let together = Zeroizing::new(format!("{user}:{}", secret.text()));
    let encoded = Zeroizing::new(format!("Basic {}", STANDARD.encode(together.as_bytes())));
    // Base64 is always fit for a header.
    let mut value = HeaderValue::from_str(&encoded).unwrap_or_else(|_| HeaderValue::from_static(""));
    value.set_sensitive(true);
    value
}

fn read(response: Response<Body>, most: usize) -> Result<Answer, Trouble> {
    let retry_after = response.headers().get(RETRY_AFTER).and_then(|value| value.to_str().ok()).map(str::to_owned);
    let status = response.status().as_u16();
    let mut body = Vec::new();
    let limit = u64::try_from(most).unwrap_or(u64::MAX).saturating_add(1);
    let reader = response.into_body().into_with_config().limit(u64::MAX).reader();
    reader.take(limit).read_to_end(&mut body).map_err(|error| Trouble::from(ureq::Error::from(error)))?;
    let whole = body.len() <= most;
    body.truncate(most);
    Ok(Answer { status, retry_after, body, whole })
}
