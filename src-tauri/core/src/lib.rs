//! Quoin's core: everything the product does, without a window.
//!
//! Data flows one way: shell → [`usecase`], [`worker`] → the aggregates → base files.
//! `intake`, `mail` and `pdf` know only value types: no SQL, no clock of their own.
//! Only use cases open write transactions. `tests/tidy.rs` enforces both.

pub mod clock;
pub mod contact;
pub mod iban;
pub mod id;
pub mod intake;
pub mod language;
pub mod mail;
pub mod money;
pub mod pdf;
pub mod quote;
pub mod secret;
