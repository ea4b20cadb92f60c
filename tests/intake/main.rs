//! Intake against mails written for it: the cases stand in `tests/mail`, one file per family.
#![allow(clippy::unwrap_used, clippy::panic, reason = "test code, and its support modules too")]

mod automatic;
mod cases;
mod decode;
mod extraction;
mod forms;
mod forwards;
mod hostile;
#[path = "../support/hostile_mail.rs"]
#[allow(dead_code, reason = "shared with the bench, which also measures time")]
mod hostile_mail;
mod properties;

use quoin_core::intake::IntakeContext;

/// The user of the cases.
fn owner() -> IntakeContext {
    IntakeContext { owner_addresses: vec!["info@hout.example".to_owned()], ..IntakeContext::default() }
}

/// A text without its white space, to compare what was written and not how it was laid out.
fn squashed(text: &str) -> String {
    text.split_whitespace().collect()
}
