//! The product's stories, told at the core: each file is one story, each test one thing it promises.
#![allow(clippy::unwrap_used, clippy::panic, reason = "test code, and its support modules too")]

#[path = "../support/hostile_mail.rs"]
#[allow(dead_code, reason = "shared with tests that use more of it")]
mod hostile_mail;
#[path = "../support/letter.rs"]
mod letter;
#[path = "../support/office.rs"]
#[allow(dead_code, reason = "shared with tests that use more of it")]
mod office;
#[path = "../support/rows.rs"]
mod rows;

mod acknowledgement_leaves;
mod acknowledgement_waits;
mod answer_lands;
mod bounce_comes_back;
mod draft_is_kept;
mod eml_imported;
mod forward_is_understood;
mod found_is_taken;
mod hostile_mail_arrives;
mod list_is_paged;
mod mail_is_printed;
mod mail_is_sorted;
mod mail_leaves_once;
mod moved_and_undone;
mod moved_by_hand;
mod note_is_written;
mod prospect_from_request;
mod quote_is_drafted;
mod quote_is_finalised;
mod quote_is_revised;
mod quote_is_sent;
mod reply_is_sent;
mod reply_joins_conversation;
mod reply_quotes;
mod request_arrives;
mod request_is_followed;
mod request_taken_by_hand;
mod search_finds;
mod settings_are_kept;
mod workspace_is_opened;
