//! The reference pages say what the code says.

use std::collections::BTreeMap;

use bedside::rules::{self, rules};

use crate::support;

#[test]
fn every_diagnostic_has_its_page() {
    let mut pages: BTreeMap<String, String> = rules().map(|rule| (rule.code.to_owned(), rules::page(rule))).collect();
    pages.insert("README".to_owned(), rules::index());
    support::folder_holds("docs/reference/diagnostics", &pages);
}
