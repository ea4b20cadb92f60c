//! What a search finds.

use serde::{Deserialize, Serialize};

use crate::clock::Timestamp;
use crate::id::RequestId;

/// What was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(rename_all = "snake_case")]
pub enum HitKind {
    /// A request, by its subject or requester.
    Request,
    /// A message.
    Message,
    /// An internal note.
    Note,
    /// A contact.
    Contact,
    /// A quote.
    Quote,
}

/// One find.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct SearchHit {
    /// What was found.
    pub kind: HitKind,
    /// Its id, of the kind that `kind` says.
    pub id: uuid::Uuid,
    /// The request it belongs to.
    pub request_id: Option<RequestId>,
    /// Its title.
    pub title: String,
    /// The words around the find; what was found stands between U+2068 and U+2069.
    pub excerpt: String,
    /// When it was written.
    pub at: Timestamp,
}
