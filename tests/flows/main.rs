//! The product's stories, told at the core: each file is one story, each test one thing it promises.
#![allow(clippy::unwrap_used, clippy::panic, reason = "test code, and its support modules too")]

#[path = "../support/letter.rs"]
mod letter;
#[path = "../support/office.rs"]
#[allow(dead_code, reason = "shared with tests that use more of it")]
mod office;

mod eml_imported;
mod reply_joins_conversation;
mod request_arrives;
mod request_taken_by_hand;
