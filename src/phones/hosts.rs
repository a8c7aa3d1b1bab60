//! The names by which a room may be asked for, and how a link to it begins.

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

/// How a link begins, and what follows from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Scheme {
    name: &'static str,
    /// The port that a browser leaves out.
    port: u16,
    /// What a cookie says beside.
    pub(super) cookie: &'static str,
}

impl Scheme {
    pub(super) const CLEAR: Self = Self { name: "http", port: 80, cookie: "" };
    #[cfg(feature = "tls")]
    pub(super) const ENCRYPTED: Self = Self { name: "https", port: 443, cookie: "; Secure" };
}

/// The numbers of an address as they stand in a link.
pub(super) fn in_link(ip: IpAddr) -> String {
    match ip {
        IpAddr::V4(ip) => ip.to_string(),
        IpAddr::V6(ip) => format!("[{ip}]"),
    }
}

/// The names by which a room may be asked for, as browsers send them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Hosts {
    pub(super) scheme: Scheme,
    /// That of links first.
    names: Arc<[String]>,
}

impl Hosts {
    /// An address is known by `names`, and by its numbers.
    pub(super) fn of(scheme: Scheme, names: &[String], address: SocketAddr) -> Self {
        let mut known = names.to_vec();
        known.push(in_link(address.ip()));
        if address.ip().is_loopback() {
            known.push("localhost".to_owned());
        }
        if address.port() != scheme.port {
            for name in &mut known {
                *name = format!("{name}:{}", address.port());
            }
        }
        Self { scheme, names: known.into() }
    }

    pub(super) fn knows(&self, host: &str) -> bool {
        self.names.iter().any(|name| name.eq_ignore_ascii_case(host))
    }

    /// Whether an origin is that of the room's page under `host`.
    pub(super) fn is_own(&self, origin: &str, host: &str) -> bool {
        let rest = origin.strip_prefix(self.scheme.name);
        rest.and_then(|rest| rest.strip_prefix("://")) == Some(host)
    }

    /// What a phone opens.
    pub(super) fn link(&self) -> String {
        let host = self.names.first().map_or("", String::as_str);
        format!("{}://{host}/", self.scheme.name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_known_by_its_numbers_alone() {
        let hosts = Hosts::of(Scheme::CLEAR, &[], SocketAddr::from(([192, 168, 1, 7], 8080)));
        assert!(hosts.knows("192.168.1.7:8080"));
        assert_eq!(hosts.link(), "http://192.168.1.7:8080/");
        for host in ["", "192.168.1.7", "localhost:8080", "evil.example:8080", "192.168.1.7:80"] {
            assert!(!hosts.knows(host), "{host}");
        }
        assert!(Hosts::of(Scheme::CLEAR, &[], SocketAddr::from(([127, 0, 0, 1], 9))).knows("LOCALHOST:9"));
    }

    #[test]
    fn the_usual_port_is_left_out_as_browsers_do() {
        let hosts = Hosts::of(Scheme::CLEAR, &[], SocketAddr::from(([192, 168, 1, 7], 80)));
        assert!(hosts.knows("192.168.1.7") && hosts.is_own("http://192.168.1.7", "192.168.1.7"));
        assert_eq!(hosts.link(), "http://192.168.1.7/");
        let six = Hosts::of(Scheme::CLEAR, &[], SocketAddr::from(([0xfd00, 0, 0, 0, 0, 0, 0, 1], 8080)));
        assert_eq!(six.link(), "http://[fd00::1]:8080/");
    }

    #[cfg(feature = "tls")]
    #[test]
    fn a_room_with_tls_is_known_by_its_names_too() {
        let names = ["bedside.example".to_owned(), "room.example".to_owned()];
        let hosts = Hosts::of(Scheme::ENCRYPTED, &names, SocketAddr::from(([10, 0, 0, 7], 8443)));
        assert!(["bedside.example:8443", "room.example:8443", "10.0.0.7:8443"].iter().all(|host| hosts.knows(host)));
        assert!(!hosts.knows("evil.example:8443") && !hosts.knows("bedside.example"));
        assert!(hosts.is_own("https://room.example:8443", "room.example:8443"));
        assert!(!hosts.is_own("http://room.example:8443", "room.example:8443"));
        let usual = Hosts::of(Scheme::ENCRYPTED, &names, SocketAddr::from(([10, 0, 0, 7], 443)));
        assert_eq!(usual.link(), "https://bedside.example/");
    }
}
