//! What intake understands of a mail.

use serde::{Deserialize, Serialize};

use crate::clock::Timestamp;
use crate::language::Language;

/// What reading a mail needs to know of its reader.
#[derive(Debug, Clone, Default)]
pub struct IntakeContext {
    /// The user's own addresses, lower case: only their forwards are unwrapped.
    pub owner_addresses: Vec<String>,
    /// The user said that this mail is a forward, whoever sent it.
    pub treat_as_forward: bool,
    /// Forwards are unwrapped whoever sent them: for inspection, when nobody said who the user is.
    pub any_sender_is_owner: bool,
}

impl IntakeContext {
    /// True for one of the user's own addresses.
    pub fn is_owner(&self, address: &str) -> bool {
        !address.is_empty() && self.owner_addresses.contains(&address.to_lowercase())
    }
}

/// A name with an address, as a header gives them.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, specta::Type)]
pub struct Person {
    /// The display name, decoded and made safe to show; empty if there is none.
    pub name: String,
    /// The address in lower-case domain form; empty if the header holds none.
    pub address: String,
}

/// A mail as understood. Reading never fails: what could not be read is said in `unreadable`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct IncomingMail {
    /// The sender, if any usable one stands in the header.
    pub from: Option<Person>,
    /// Where answers should go.
    pub reply_to: Vec<Person>,
    /// The recipients.
    pub to: Vec<Person>,
    /// Those in copy.
    pub cc: Vec<Person>,
    /// The subject, decoded, on one line.
    pub subject: String,
    /// The Date header.
    pub date: Option<Timestamp>,
    /// Message-ID without angle brackets.
    pub message_id: Option<String>,
    /// In-Reply-To, without angle brackets.
    pub in_reply_to: Vec<String>,
    /// References, oldest first, without angle brackets.
    pub references: Vec<String>,
    /// The whole readable body as text.
    pub text: String,
    /// The sanitised HTML body, if there is one.
    pub html: Option<String>,
    /// The language of what the requester wrote.
    pub language: Option<Language>,
    /// The files.
    pub attachments: Vec<IncomingAttachment>,
    /// Who or what wrote this mail.
    pub class: MailClass,
    /// The evidence for `class`, in a few words; empty for a personal mail.
    pub class_reason: String,
    /// The forwarded mail inside, if this is an owner's forward.
    pub forward: Option<Forward>,
    /// New text, history and signature told apart.
    pub reply: ReplyParts,
    /// Why no machine may answer it, whoever wrote it: a header field that says so; none for most mails.
    pub asks_for_silence: Option<String>,
    /// What a delivery report says.
    pub bounce: Option<Bounce>,
    /// Who asks.
    pub requester: Requester,
    /// Facts found in the text.
    pub fields: Vec<Field>,
    /// What the raw mail holds that was not read, because it is too much; empty for any usual mail.
    pub omissions: Vec<Omission>,
    /// Why nothing could be read, for the "unreadable" request.
    pub unreadable: Option<String>,
}

/// Something that was left in the raw mail because reading it would cost too much.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum Omission {
    /// The mail is longer than what is read of a mail.
    Length,
    /// It has more parts than are read.
    Parts,
    /// It has multiparts or mails inside each other deeper than are opened.
    Depth,
    /// Its text is longer than what is kept of a text.
    Text,
    /// Its HTML takes too long to make safe: only its text is shown.
    Layout,
}

/// A file in a mail.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct IncomingAttachment {
    /// A name safe on all three systems and unique in its mail.
    pub name: String,
    /// The media type, lower case.
    pub mime: String,
    /// The decoded bytes; empty if `is_complete` is false.
    #[serde(skip)]
    pub bytes: Vec<u8>,
    /// False for a file that the mail, as far as it was read, holds only a part of.
    pub is_complete: bool,
    /// Shown in the text rather than beside it.
    pub inline: bool,
    /// Content-ID without angle brackets.
    pub content_id: Option<String>,
}

/// Who or what wrote a mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, specta::Type, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(rename_all = "snake_case")]
pub enum MailClass {
    /// A person.
    Personal,
    /// An out-of-office or other automatic answer.
    AutoReply,
    /// A delivery report.
    Bounce,
    /// A list, newsletter or other bulk mail.
    List,
    /// An abuse feedback report (RFC 5965).
    Feedback,
}

/// A mail that somebody forwarded.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Forward {
    /// Who wrote the original.
    pub from: Person,
    /// Who is to be answered, where the original says so.
    pub reply_to: Vec<Person>,
    /// The original's subject.
    pub subject: String,
    /// When it was sent, if its date can be read.
    pub date: Option<Timestamp>,
    /// Its recipients.
    pub to: Vec<Person>,
    /// Those in copy.
    pub cc: Vec<Person>,
    /// Its text.
    pub body: String,
    /// What the forwarding person wrote above.
    pub preamble: String,
    /// The words it was recognised by.
    pub evidence: String,
}

/// A body taken apart. The parts together hold everything that was written.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct ReplyParts {
    /// What is new.
    pub text: String,
    /// The quoted history.
    pub quoted: String,
    /// The signature.
    pub signature: String,
}

/// A delivery report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Bounce {
    /// The reason is one that trying again does not change (a status of class 5, RFC 3463).
    pub permanent: bool,
    /// Not given up: the server says that it still tries.
    pub delayed: bool,
    /// Enhanced status code (RFC 3463), if given.
    pub status: Option<String>,
    /// The recipients it is about.
    pub recipients: Vec<String>,
    /// The Message-ID of the mail it is about.
    pub original_message_id: Option<String>,
}

/// Who asks, and how that is known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Requester {
    /// The name, or empty.
    pub name: String,
    /// The address, or empty.
    pub address: String,
    /// Where it was found.
    pub source: RequesterSource,
}

/// Where the requester was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(rename_all = "snake_case")]
pub enum RequesterSource {
    /// The From header.
    From,
    /// The Reply-To header.
    ReplyTo,
    /// The original sender of a forwarded mail.
    Forward,
    /// A field of a web form.
    Form,
    /// An address in the text.
    Body,
}

/// A fact found in the text, with the words it was found in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct Field {
    /// `phone`, `vat`, `company`, `address`, `quantity`, `date`, `budget` or `form:LABEL`.
    pub kind: String,
    /// The value, normalised.
    pub value: String,
    /// The words as they stand in the text.
    pub evidence: String,
}

impl Person {
    /// The name, else the address.
    pub fn shown(&self) -> &str {
        if self.name.is_empty() { &self.address } else { &self.name }
    }
}
