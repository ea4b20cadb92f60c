//! From what the user wrote to the exact bytes that go out (RFC 5322, 2045–2047, 2231).
//!
//! A pure function of its input: the same mail composed twice has the same bytes. What was
//! composed is stored and sent as it is, at every try.

mod body;
mod header;
#[cfg(test)]
mod round_trip;
#[cfg(test)]
mod tests;

pub use header::new_message_id;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::clock::Timestamp;

/// The biggest mail that is sent, in bytes as encoded: what the large providers still take.
pub const LARGEST_MAIL: usize = 25 * 1024 * 1024;

/// A mail to be sent, as the user sees it. Message identifiers are without angle brackets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutgoingMail {
    /// Made once by [`new_message_id`] and kept over all tries.
    pub message_id: String,
    /// When it was written; stands in the header in UTC.
    pub date: Timestamp,
    /// The sender; its domain is the Message-ID's.
    pub from: NamedAddress,
    /// Those it is for.
    pub to: Vec<NamedAddress>,
    /// Those in copy.
    pub cc: Vec<NamedAddress>,
    /// Those in blind copy: in the envelope only, never in the header.
    pub bcc: Vec<NamedAddress>,
    /// Where answers should go, if elsewhere than to the sender.
    pub reply_to: Option<NamedAddress>,
    /// One line of text.
    pub subject: String,
    /// Our reference of the conversation, put at the subject's end as `[token]` if not there yet.
    pub reference_token: Option<String>,
    /// The text, with any kind of line ends.
    pub text: String,
    /// The same as HTML, if there is such a form; sent beside the text.
    pub html: Option<String>,
    /// The mail this one answers.
    pub in_reply_to: Option<String>,
    /// The mails of the conversation before it, oldest first.
    pub references: Vec<String>,
    /// Files, in order.
    pub attachments: Vec<OutgoingAttachment>,
    /// Nobody wrote this by hand: says so in the header (RFC 3834 §5).
    pub auto_submitted: bool,
}

/// A name and an address. The name may be empty.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, specta::Type)]
pub struct NamedAddress {
    /// The display name.
    pub name: String,
    /// The mail address; a domain outside ASCII goes out in its ASCII form (RFC 5890).
    pub address: String,
}

/// A file to be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutgoingAttachment {
    /// The file name; a path before it is left out.
    pub name: String,
    /// The media type; `application/octet-stream` stands in for one that makes no sense.
    pub mime: String,
    /// The content.
    pub bytes: Vec<u8>,
}

/// A mail ready to be sent: what the outbox stores.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComposedMail {
    /// Its Message-ID, without angle brackets.
    pub message_id: String,
    /// Its bytes: ASCII, every line ended by CRLF.
    pub bytes: Vec<u8>,
    /// Who sends it to whom.
    pub envelope: Envelope,
}

/// Who sends a mail to whom, whatever its header says (RFC 5321 §2.3.1).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Envelope {
    /// The sender's address, in ASCII.
    pub from: String,
    /// The recipients' addresses, in ASCII, each once.
    pub recipients: Vec<String>,
}

/// Why a mail cannot be composed. Nothing was sent.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ComposeError {
    /// Not a mail address.
    #[error("{field}: {value} is not a mail address")]
    InvalidAddress {
        /// `from`, `to`, `cc`, `bcc` or `reply_to`.
        field: &'static str,
        /// What was given.
        value: String,
    },
    /// Nobody to send it to.
    #[error("the mail has no recipient")]
    NoRecipient,
    /// A line break or NUL where none may be (RELIABILITY rule 18).
    #[error("{field} holds a control character")]
    ControlCharacter {
        /// The field of [`OutgoingMail`].
        field: &'static str,
    },
    /// The Message-ID is none: see [`new_message_id`].
    #[error("the message identifier is not valid")]
    InvalidMessageId,
    /// The mail is bigger than [`LARGEST_MAIL`].
    #[error("the mail has {size} bytes, and {limit} is the most that is sent")]
    TooLarge {
        /// Its size in bytes, as encoded.
        size: usize,
        /// The limit in bytes.
        limit: usize,
    },
}

impl ComposeError {
    /// A stable name for this failure, for catalogues of texts and for scripts.
    pub fn code(&self) -> &'static str {
        match self {
            Self::InvalidAddress { .. } => "invalid_address",
            Self::NoRecipient => "no_recipient",
            Self::ControlCharacter { .. } => "control_character",
            Self::InvalidMessageId => "invalid_message_id",
            Self::TooLarge { .. } => "mail_too_large",
        }
    }
}

/// Composes a mail.
///
/// # Errors
/// [`ComposeError`], naming the field that must be mended.
pub fn compose(mail: &OutgoingMail) -> Result<ComposedMail, ComposeError> {
    let roughly = mail.attachments.iter().map(|file| file.bytes.len() / 3 * 4).sum::<usize>();
    fits(roughly + mail.text.len())?;
    let (head, envelope) = header::head(mail)?;
    let bytes = body::message(head, mail)?;
    fits(bytes.len())?;
    Ok(ComposedMail { message_id: mail.message_id.clone(), bytes, envelope })
}

fn fits(size: usize) -> Result<(), ComposeError> {
    match size > LARGEST_MAIL {
        true => Err(ComposeError::TooLarge { size, limit: LARGEST_MAIL }),
        false => Ok(()),
    }
}

/// Refuses what may not stand in a header field.
fn one_line(field: &'static str, text: &str) -> Result<(), ComposeError> {
    match text.chars().any(char::is_control) {
        true => Err(ComposeError::ControlCharacter { field }),
        false => Ok(()),
    }
}
