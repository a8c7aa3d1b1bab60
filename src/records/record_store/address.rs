//! Where a record store is.

use std::fmt;
use std::net::IpAddr;
use std::str::FromStr;

/// The most bytes of an address that a store sends.
const LONGEST: usize = 16 << 10;

/// What a store answers under, below its address.
const STATEMENTS: &str = "/statements";

/// The address of a record store: what stands before `/statements`. It is encrypted (`https`), unless the store is on the
/// same machine.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct StoreAddress {
    /// Without a slash at its end.
    text: String,
    /// The bytes of scheme, host and port.
    origin: usize,
}

/// A text that is no address of a store.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoStoreAddress {
    #[error("\u{201c}{0}\u{201d} is no address of a record store, such as https://lrs.example.org/xapi")]
    NotOne(String),
    #[error("\u{201c}{0}\u{201d} would be sent in clear text: only a store on this machine may be without https")]
    Plain(String),
    #[error("a name or a password does not belong into the address: name the user with --user")]
    WithUser,
}

/// An address that a store has sent, and that is not its own.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the store sends on to an address that is not its own")]
pub struct ForeignAddress;

impl StoreAddress {
    /// Scheme, host and port.
    #[must_use]
    pub fn origin(&self) -> &str {
        self.text.get(..self.origin).unwrap_or(&self.text)
    }

    /// Whether nothing is encrypted, since the store is on the same machine.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        self.text.starts_with("http://")
    }

    /// Where statements are.
    #[must_use]
    pub fn statements(&self) -> String {
        format!("{}{STATEMENTS}", self.text)
    }

    /// Where a store says what it is.
    #[must_use]
    pub fn about(&self) -> String {
        format!("{}/about", self.text)
    }

    /// Where the next page is, by what a page says of it; `None` after the last.
    ///
    /// # Errors
    /// Where that is on another host, or no address.
    pub fn next_page(&self, more: &str) -> Result<Option<String>, ForeignAddress> {
        if more.is_empty() {
            return Ok(None);
        }
        if more.len() > LONGEST || !more.bytes().all(|byte| byte.is_ascii_graphic()) {
            return Err(ForeignAddress);
        }
        if has_scheme(more) {
            let end = more.find("://").and_then(|at| end_of_host(more, at + 3)).ok_or(ForeignAddress)?;
            let (theirs, rest) = more.split_at(end);
            let same = normal(theirs).is_some_and(|theirs| theirs == self.origin());
            return if same { Ok(Some(format!("{}{rest}", self.origin()))) } else { Err(ForeignAddress) };
        }
        Ok(Some(match more.as_bytes() {
            [b'/', b'/' | b'\\', ..] | [b'\\', ..] => return Err(ForeignAddress),
            [b'/', ..] => format!("{}{more}", self.origin()),
            [b'?', ..] => format!("{}{more}", self.statements()),
            _ => format!("{}/{more}", self.text),
        }))
    }
}

/// Whether a scheme stands before the first slash, question mark or end.
fn has_scheme(address: &str) -> bool {
    let first = address.split(['/', '?', '#']).next().unwrap_or_default();
    first.contains(':')
}

/// Where the host that begins at `start` ends, with its port.
fn end_of_host(address: &str, start: usize) -> Option<usize> {
    let rest = address.get(start..)?;
    Some(start + rest.find(['/', '?', '#']).unwrap_or(rest.len()))
}

/// Scheme, host and port in the one form of all that mean the same; `None` where they are none.
fn normal(origin: &str) -> Option<String> {
    let (scheme, authority) = origin.split_once("://")?;
    let scheme = scheme.to_ascii_lowercase();
    let usual = match scheme.as_str() {
        "https" => "443",
        "http" => "80",
        _ => return None,
    };
    let (host, port) = match authority.rsplit_once(':') {
        Some((host, port)) if !port.ends_with(']') => (host, Some(port)),
        _ => (authority, None),
    };
    let is_name = !host.is_empty() && host.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._".contains(&byte));
    if !is_name && number(host).is_none() {
        return None;
    }
    let host = host.to_ascii_lowercase();
    match port {
        Some(port) if port.parse::<u16>().is_err() || !port.bytes().all(|byte| byte.is_ascii_digit()) => None,
        Some(port) if port != usual => Some(format!("{scheme}://{host}:{port}")),
        _ => Some(format!("{scheme}://{host}")),
    }
}

/// The host as a number.
fn number(host: &str) -> Option<IpAddr> {
    match host.strip_prefix('[').and_then(|host| host.strip_suffix(']')) {
        Some(host) => host.parse().ok().map(IpAddr::V6),
        None => host.parse().ok().map(IpAddr::V4),
    }
}

/// Whether the host is the machine itself.
fn is_this_machine(origin: &str) -> bool {
    let authority = origin.split_once("://").map_or(origin, |(_, authority)| authority);
    let host = match authority.rsplit_once(':') {
        Some((host, port)) if !port.ends_with(']') => host,
        _ => authority,
    };
    host == "localhost" || number(host).is_some_and(|number| number.is_loopback())
}

impl FromStr for StoreAddress {
    type Err = NoStoreAddress;

    fn from_str(text: &str) -> Result<Self, NoStoreAddress> {
        let not_one = || NoStoreAddress::NotOne(text.chars().filter(|c| !c.is_control()).take(200).collect());
        let scheme_ends = text.find("://").ok_or_else(not_one)?;
        let end = end_of_host(text, scheme_ends + 3).ok_or_else(not_one)?;
        let (origin, path) = text.split_at(end);
        if origin.contains('@') {
            return Err(NoStoreAddress::WithUser);
        }
        let allowed = |byte: u8| byte.is_ascii_graphic() && !b"?#<>\"{}|\\^`@".contains(&byte);
        let origin =
            normal(origin).filter(|_| path.bytes().all(allowed) && text.len() <= LONGEST).ok_or_else(not_one)?;
        if origin.starts_with("http://") && !is_this_machine(&origin) {
            return Err(NoStoreAddress::Plain(origin));
        }
        let path = path.trim_end_matches('/');
        let path = path.strip_suffix(STATEMENTS).unwrap_or(path).trim_end_matches('/');
        Ok(Self { text: format!("{origin}{path}"), origin: origin.len() })
    }
}

impl fmt::Display for StoreAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(text: &str) -> StoreAddress {
        text.parse().unwrap_or_else(|error| panic!("{text}: {error}"))
    }

    #[test]
    fn an_address_is_kept_in_one_form() {
        for (text, kept) in [
            ("https://lrs.example.org/xapi", "https://lrs.example.org/xapi"),
            ("HTTPS://LRS.Example.org:443/xapi/", "https://lrs.example.org/xapi"),
            ("https://lrs.example.org/a/xapi/statements/", "https://lrs.example.org/a/xapi"),
            ("https://lrs.example.org:8443", "https://lrs.example.org:8443"),
            ("https://[2001:DB8::1]:8443/x", "https://[2001:db8::1]:8443/x"),
            ("http://localhost:8100/", "http://localhost:8100"),
            ("http://127.3.2.1", "http://127.3.2.1"),
            ("http://[::1]:80/x", "http://[::1]/x"),
        ] {
            assert_eq!(address(text).to_string(), kept);
            assert_eq!(address(kept), address(text));
        }
    }

    #[test]
    fn what_is_no_address_or_would_be_read_on_the_way_is_refused() {
        for text in
            ["", "lrs.example.org", "ftp://lrs.example.org", "https://", "https:///x", "https://a b/", "https://a:x"]
        {
            assert!(matches!(text.parse::<StoreAddress>(), Err(NoStoreAddress::NotOne(_))), "{text}");
        }
        for text in ["https://a/b?c", "https://a/b#c", "https://\u{e9}cole.example/", "https://a:70000", "https://a:+1"]
        {
            assert!(matches!(text.parse::<StoreAddress>(), Err(NoStoreAddress::NotOne(_))), "{text}");
        }
        for text in [
            "http://lrs.example.org",
            "http://10.0.0.1",
            "http://[2001:db8::1]",
            "http://localhost.example.org",
            "HTTP://a",
        ] {
            assert!(matches!(text.parse::<StoreAddress>(), Err(NoStoreAddress::Plain(_))), "{text}");
        }
        assert_eq!("https://ana:secret@lrs.example.org".parse::<StoreAddress>(), Err(NoStoreAddress::WithUser));
    }

    #[test]
    fn the_next_page_is_on_the_same_host() {
        let store = address("https://lrs.example.org/a/xapi");
        let next = |more: &str| store.next_page(more);
        assert_eq!(next(""), Ok(None));
        for (more, page) in [
            ("/a/xapi/statements?more=7", "https://lrs.example.org/a/xapi/statements?more=7"),
            ("?more=7", "https://lrs.example.org/a/xapi/statements?more=7"),
            ("statements/more/7:8", "https://lrs.example.org/a/xapi/statements/more/7:8"),
            ("https://LRS.example.org:443/b?c=http://x", "https://lrs.example.org/b?c=http://x"),
            ("https://lrs.example.org", "https://lrs.example.org"),
        ] {
            assert_eq!(next(more), Ok(Some(page.to_owned())), "{more}");
        }
        for more in [
            "https://evil.example.org/",
            "http://lrs.example.org/",
            "https://lrs.example.org:8443/",
            "https://lrs.example.org@evil.example.org/",
            "//evil.example.org/",
            "/\\evil.example.org",
            "\\\\evil.example.org",
            "javascript:alert(1)",
            "file:///etc/passwd",
            "/a b",
            "/a\r\nX-Evil: 1",
            "/\u{e9}",
        ] {
            assert_eq!(next(more), Err(ForeignAddress), "{more}");
        }
        assert_eq!(next(&"/x".repeat(LONGEST)), Err(ForeignAddress));
    }
}
