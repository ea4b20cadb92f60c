//! What changed, said after the commit. Carries no state: whoever listens asks again.

use serde::Serialize;

use crate::id::{ContactId, QuoteId, RequestId};

/// A committed change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "snake_case", tag = "what", content = "id")]
pub enum Change {
    /// A request: its row, conversation, timeline or drafts.
    Request(RequestId),
    /// A request is no longer there.
    RequestDeleted(RequestId),
    /// A contact.
    Contact(ContactId),
    /// A quote.
    Quote(QuoteId),
    /// The catalogue.
    Products,
    /// A mailbox was added, removed, read, or failed.
    Mailboxes,
    /// Mail waiting to leave.
    Outbox,
    /// Settings, users or standard texts.
    Settings,
}
