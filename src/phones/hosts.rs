//! The names by which a room may be asked for.

use std::net::SocketAddr;
use std::sync::Arc;

/// The names by which this address may be asked for.
#[derive(Clone, Debug)]
pub(super) struct Hosts(Arc<[String]>);

impl Hosts {
    pub(super) fn of(address: SocketAddr) -> Self {
        let mut names = vec![address.to_string()];
        if address.ip().is_loopback() {
            names.push(format!("localhost:{}", address.port()));
        }
        Self(names.into())
    }

    pub(super) fn knows(&self, host: &str) -> bool {
        self.0.iter().any(|name| name.eq_ignore_ascii_case(host))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_known_by_its_numbers_alone() {
        let hosts = Hosts::of(SocketAddr::from(([192, 168, 1, 7], 8080)));
        assert!(hosts.knows("192.168.1.7:8080"));
        for host in ["", "192.168.1.7", "localhost:8080", "evil.example:8080", "192.168.1.7:80"] {
            assert!(!hosts.knows(host), "{host}");
        }
        assert!(Hosts::of(SocketAddr::from(([127, 0, 0, 1], 9))).knows("LOCALHOST:9"));
    }
}
