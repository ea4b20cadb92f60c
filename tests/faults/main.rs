//! Faults with real parts: a full disk, a kill at any moment, many starts at once, a secret that
//! must not be found. The short form; faults of the link stand with the wire.
#![allow(clippy::unwrap_used, clippy::panic, reason = "test code, and its support modules too")]

#[path = "../support/letter.rs"]
#[allow(dead_code, reason = "shared with tests that use more of it")]
mod letter;
#[path = "../support/office.rs"]
#[allow(dead_code, reason = "shared with tests that use more of it")]
mod office;

mod disk_full;
mod kill;
mod secrecy;
mod small_disk;
mod starts;
