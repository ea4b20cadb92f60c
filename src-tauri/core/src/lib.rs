//! Quoin's core: everything the product does, without a window.
//!
//! Data flows one way: shell → [`usecase`], [`worker`] → the aggregates → base files.
//! `intake`, `mail` and `pdf` know only value types: no SQL, no clock of their own.
//! Only use cases open write transactions. `tests/tidy.rs` enforces both.

pub mod acknowledgement;
pub mod actor;
pub mod base64;
pub mod change;
pub mod clock;
pub mod contact;
pub mod conversation;
pub mod db;
pub mod demo;
pub mod desk;
pub mod document;
pub mod error;
pub mod iban;
pub mod id;
pub mod intake;
pub mod language;
pub mod mail;
pub mod mailbox;
pub mod money;
pub mod outbox;
pub mod pdf;
pub mod product;
pub mod quote;
pub mod report;
pub mod request;
pub mod search;
pub mod secret;
pub mod settings;
pub mod usecase;
pub mod worker;
