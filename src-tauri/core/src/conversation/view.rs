//! What the screens and the headless program see of a conversation.

use serde::{Deserialize, Serialize};

use crate::clock::{LocalDate, Timestamp};
use crate::id::{AttachmentId, DraftId, MessageId, NoteId, OutboxId, QuoteId, RequestId, UserId};
use crate::intake::{MailClass, Omission, Person};
use crate::language::Language;
use crate::money::Money;
use crate::outbox::{OutboxPurpose, OutboxState, RecipientState};
use crate::quote::QuoteState;

/// One entry of a conversation, in time order.
#[derive(Debug, Clone, Serialize, specta::Type)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Entry {
    /// A mail from outside.
    Incoming(MessageView),
    /// A mail of ours.
    Outgoing(MessageView),
    /// An internal note.
    Note(NoteView),
    /// A quote that was finalised (what was sent is its mail).
    Quote(QuoteEntryView),
}

/// A mail in a conversation.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct MessageView {
    /// Its identity.
    pub id: MessageId,
    /// When it was sent or, for ours, queued.
    pub at: Timestamp,
    /// Who wrote it; for a forward, the original sender.
    pub from: Person,
    /// Its recipients.
    pub to: Vec<Person>,
    /// Those in copy.
    pub cc: Vec<Person>,
    /// Its subject.
    pub subject: String,
    /// What is new in it.
    pub text: String,
    /// The language it is written in, as far as that is known.
    pub language: Option<Language>,
    /// The quoted history, folded.
    pub quoted: String,
    /// The signature, folded.
    pub signature: String,
    /// Whether its HTML can be shown.
    pub has_html: bool,
    /// Who or what wrote it.
    pub class: MailClass,
    /// The evidence for the class.
    pub class_reason: String,
    /// The owner's address, when it was forwarded.
    pub forwarded_by: Option<String>,
    /// The words by which the forward was recognised.
    pub evidence: String,
    /// Its files.
    pub attachments: Vec<AttachmentView>,
    /// The user who wrote it, for ours.
    pub user_id: Option<UserId>,
    /// The quote it carries.
    pub quote_id: Option<QuoteId>,
    /// How its sending stands, for ours.
    pub delivery: Option<DeliveryView>,
    /// The Message-ID header, without angle brackets.
    pub message_id: Option<String>,
    /// Another mail with other content has the same Message-ID.
    pub same_id_as_other: bool,
    /// What its mail holds that was not read, because it is too much.
    pub omissions: Vec<Omission>,
    /// Only its header is here: the mail is larger than what is brought in, and whole in the mailbox.
    pub header_only: bool,
}

/// How the sending of a mail stands.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct DeliveryView {
    /// Its place in the outbox.
    pub outbox_id: OutboxId,
    /// What it is.
    pub purpose: OutboxPurpose,
    /// Where it stands.
    pub state: OutboxState,
    /// Until when it can still be taken back; in the past once it may leave.
    pub not_before: Timestamp,
    /// How often it was tried.
    pub tries: u32,
    /// The code of the last failure.
    pub last_error: Option<String>,
    /// Whether the copy in Sent is made.
    pub copied_to_sent: bool,
    /// Each recipient.
    pub recipients: Vec<RecipientView>,
}

/// How one recipient stands.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct RecipientView {
    /// The address.
    pub address: String,
    /// What became of it.
    pub state: RecipientState,
    /// The server's words, for details behind a link.
    pub detail: String,
}

/// A file of a mail.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct AttachmentView {
    /// Its identity.
    pub id: AttachmentId,
    /// A safe name.
    pub name: String,
    /// The media type.
    pub mime: String,
    /// Bytes.
    #[specta(type = i32)]
    pub size: i64,
    /// Lower-case hexadecimal.
    pub sha256: String,
    /// Shown in the text.
    pub inline: bool,
    /// Could run a program when opened.
    pub dangerous: bool,
}

/// An internal note.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct NoteView {
    /// Its identity.
    pub id: NoteId,
    /// When.
    pub at: Timestamp,
    /// Who wrote it.
    pub user_id: Option<UserId>,
    /// What it says.
    pub text: String,
}

/// A finalised quote in the stream.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct QuoteEntryView {
    /// Its identity.
    pub id: QuoteId,
    /// When it was finalised.
    pub at: Timestamp,
    /// Its number.
    pub number: String,
    /// Its version.
    pub version: u32,
    /// Its state.
    pub state: QuoteState,
    /// Its title.
    pub title: String,
    /// The total with VAT.
    pub total: Money,
    /// To whom it is made out.
    pub recipient: String,
    /// Until when it can be accepted.
    pub valid_until: LocalDate,
    /// How many pages the document has.
    pub pages: u32,
}

/// What is being written in answer to a request.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct DraftView {
    /// Its identity.
    pub id: DraftId,
    /// The request.
    pub request_id: RequestId,
    /// What it will be.
    pub kind: DraftKind,
    /// The quote to be sent with it.
    pub quote_id: Option<QuoteId>,
    /// From which mailbox it will be sent; empty while there is none.
    pub from: Person,
    /// The recipients.
    pub to: Vec<Person>,
    /// Those in copy.
    pub cc: Vec<Person>,
    /// The subject.
    pub subject: String,
    /// The text.
    pub text: String,
    /// What it can quote: the mail it answers, as it will stand below the text; empty if there is none.
    pub quotation: String,
    /// Whether it quotes it.
    pub quotes: bool,
    /// The files.
    pub attachments: Vec<DraftAttachmentView>,
    /// When it was last saved.
    pub updated_at: Timestamp,
}

/// A file of a draft.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct DraftAttachmentView {
    /// Its identity.
    pub id: AttachmentId,
    /// A safe name.
    pub name: String,
    /// The media type.
    pub mime: String,
    /// Bytes.
    #[specta(type = i32)]
    pub size: i64,
}

/// What a draft will be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(rename_all = "snake_case")]
pub enum DraftKind {
    /// A mail in the conversation.
    Reply,
    /// An internal note.
    Note,
    /// The mail that carries a quote.
    QuoteMail,
}

/// What the composer saves while somebody types.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(default)]
pub struct DraftText {
    /// The recipients.
    pub to: Vec<DraftPerson>,
    /// Those in copy.
    pub cc: Vec<DraftPerson>,
    /// The subject.
    pub subject: String,
    /// The text.
    pub text: String,
    /// Whether the mail it answers is quoted below the text.
    pub quotes: bool,
}

/// A recipient as typed; checked when the mail is sent.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(default)]
pub struct DraftPerson {
    /// The name, or empty.
    pub name: String,
    /// The address as typed.
    pub address: String,
}
