//! The headless program as a script uses it: the real binary, a workspace and a mail folder in a
//! temporary directory, no display, nothing leaves the machine.
#![allow(clippy::unwrap_used, clippy::panic, reason = "test code, and its support modules too")]

#[path = "../support/letter.rs"]
#[allow(dead_code, reason = "shared with tests that use more of it")]
mod letter;
#[path = "../support/office.rs"]
#[allow(dead_code, reason = "shared with tests that use more of it")]
mod office;

mod bad_input;
mod demo_and_seed;
mod headless;
mod main_job;
mod moved_by_hand;
mod printed;
mod restart;
mod settings_and_accounts;
