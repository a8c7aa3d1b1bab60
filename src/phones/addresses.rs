//! The addresses of this computer at which phones could come in.

use std::net::{IpAddr, Ipv4Addr};

/// An address of this computer.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct LocalAddress {
    pub ip: IpAddr,
    /// The system's name of its network connection.
    pub connection: String,
}

/// The addresses of this computer: that which only it can reach first, then those of its networks. Those of IPv6 that
/// hold on one link alone are left out, since a browser cannot open them.
#[must_use]
pub fn local_addresses() -> Vec<LocalAddress> {
    let loopback = LocalAddress { ip: IpAddr::V4(Ipv4Addr::LOCALHOST), connection: String::new() };
    let found = if_addrs::get_if_addrs().unwrap_or_default().into_iter();
    let mut others: Vec<LocalAddress> = found
        .filter(|found| !found.is_loopback() && !found.is_link_local())
        .map(|found| LocalAddress { ip: found.ip(), connection: found.name })
        .collect();
    // The shorter ones first: they may have to be typed.
    others.sort_by_key(|address| (address.ip.is_ipv6(), address.connection.clone()));
    std::iter::once(loopback).chain(others).collect()
}

/// Whether this computer has an address now.
#[must_use]
pub fn has_address(ip: IpAddr) -> bool {
    ip.is_loopback() || ip.is_unspecified() || local_addresses().iter().any(|address| address.ip == ip)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn this_computer_is_always_there_and_an_address_of_documentation_never() {
        assert!(local_addresses().first().is_some_and(|first| first.ip.is_loopback()));
        assert!(has_address(IpAddr::V4(Ipv4Addr::LOCALHOST)));
        // Reserved for documentation: RFC 5737.
        assert!(!has_address(IpAddr::V4(Ipv4Addr::new(192, 0, 2, 1))));
    }
}
