//! Identifiers: UUIDv7 newtypes, made by us, sortable by creation time (RFC 9562 §5.7).

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! id {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, specta::Type, sqlx::Type)]
        #[serde(transparent)]
        #[sqlx(transparent)]
        pub struct $name(Uuid);

        impl $name {
            /// A new identifier, later than every one made before it.
            #[allow(clippy::new_without_default, reason = "an id is an event, not a default value")]
            pub fn new() -> Self {
                Self(Uuid::now_v7())
            }

            /// The bare UUID, for deterministic data and for keys of another table.
            pub const fn uuid(self) -> Uuid {
                self.0
            }
        }

        impl From<Uuid> for $name {
            fn from(uuid: Uuid) -> Self {
                Self(uuid)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(formatter)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    )+};
}

id! {
    /// A watched mailbox.
    AccountId,
    /// One folder of a mailbox, with its cursor.
    FolderId,
    /// A quote request and its conversation.
    RequestId,
    /// A mail in a conversation, in or out.
    MessageId,
    /// An internal note.
    NoteId,
    /// A file that came with a mail or leaves with one.
    AttachmentId,
    /// An entry of a request's timeline.
    EventId,
    /// Something moved by hand between conversations.
    RearrangementId,
    /// A rule about which mails are requests.
    RuleId,
    /// A prospect or client.
    ContactId,
    /// A catalogue item.
    ProductId,
    /// One version of a quote.
    QuoteId,
    /// A line of a quote.
    QuoteLineId,
    /// A mail waiting to leave, or gone.
    OutboxId,
    /// What is being written and not yet sent.
    DraftId,
    /// A member of the company.
    UserId,
    /// A standard text.
    TextTemplateId,
}
