//! The one error the core's use cases return: a stable kind with data, worded by the interface.

use serde::Serialize;

use crate::mail::MailError;
use crate::money::NumberProblem;
use crate::pdf::PdfError;
use crate::secret::SecretError;

/// What went wrong, in a form that an interface can put in words in any language.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// What was asked for is not there (any more).
    #[error("{0} not found")]
    NotFound(&'static str),
    /// A value somebody entered cannot be accepted.
    #[error("{field}: {problem}")]
    Field {
        /// The field's name, with its place in a list: `lines.3.unit_price`.
        field: String,
        /// What is wrong with it.
        problem: FieldProblem,
    },
    /// The present state does not allow it.
    #[error("not allowed now: {0}")]
    State(StateProblem),
    /// The mail servers or the local mailbox folder.
    #[error(transparent)]
    Mail(#[from] MailError),
    /// The system's keyring.
    #[error(transparent)]
    Secret(#[from] SecretError),
    /// Making the document.
    #[error(transparent)]
    Pdf(#[from] PdfError),
    /// The database or the disk below it.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A standard text with a placeholder that cannot be filled.
    #[error("a standard text cannot be filled in: {0}")]
    Template(String),
    /// Files that no mail can carry.
    #[error(transparent)]
    TooLargeToMail(#[from] TooLargeToMail),
    /// A file of the user's that cannot be read or written.
    #[error("a file cannot be read or written: {0}")]
    File(#[from] std::io::Error),
}

/// A file that does not fit into a mail any more, or a whole mail that is too large; sizes in bytes.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.told())]
pub struct TooLargeToMail {
    /// The file's name; none when it is the mail as a whole.
    pub name: Option<String>,
    /// How large it is.
    pub size: u64,
    /// How much is attached already.
    pub attached: u64,
    /// The most that fits.
    pub limit: u64,
}

impl TooLargeToMail {
    fn told(&self) -> String {
        let what = self.name.as_deref().unwrap_or("the mail");
        let megabytes = |bytes: u64| format!("{}.{} MB", bytes / 1_000_000, bytes % 1_000_000 / 100_000);
        let (size, limit) = (megabytes(self.size + 99_999), megabytes(self.limit));
        format!("{what} has {size}, and a mail takes {limit} at most")
    }
}

/// What is wrong with an entered value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum FieldProblem {
    /// Something is needed here.
    Empty,
    /// Not a number.
    NotANumber,
    /// More decimals than can be kept.
    TooManyDecimals,
    /// Outside what can be kept.
    OutOfRange,
    /// May not be below zero.
    Negative,
    /// Not a mail address.
    NotAnAddress,
    /// Holds line breaks or other control characters.
    ControlCharacter,
    /// Not an image that can be used.
    NotAnImage,
    /// Longer or larger than allowed.
    TooLong,
    /// Another one has this already.
    Taken,
    /// Before the date it must follow.
    TooEarly,
    /// Not valid in its own form (a VAT number, an IBAN).
    Invalid,
}

impl std::fmt::Display for FieldProblem {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let words = match self {
            Self::Empty => "is empty",
            Self::NotANumber => "is not a number",
            Self::TooManyDecimals => "has too many decimals",
            Self::OutOfRange => "is out of range",
            Self::Negative => "is negative",
            Self::NotAnAddress => "is not a mail address",
            Self::ControlCharacter => "holds a control character",
            Self::NotAnImage => "is not an image",
            Self::TooLong => "is too long",
            Self::Taken => "is taken",
            Self::TooEarly => "is too early",
            Self::Invalid => "is not valid",
        };
        formatter.write_str(words)
    }
}

/// Why the present state does not allow something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum StateProblem {
    /// The quote is frozen.
    QuoteFrozen,
    /// The quote has not been finalised.
    QuoteNotFinalised,
    /// The quote has no line that counts.
    QuoteWithoutLines,
    /// The quote was edited elsewhere in the meantime.
    QuoteChangedElsewhere,
    /// A newer version stands in its place.
    QuoteSuperseded,
    /// The request has a numbered quote and can only be cancelled.
    RequestHasIssuedQuote,
    /// The request has nobody to write to.
    NoRequesterAddress,
    /// No mailbox to send from.
    NoMailbox,
    /// The mail has left, or is leaving.
    MailAlreadyLeaving,
    /// The mailbox still has mail to send.
    MailboxInUse,
    /// The company has no name yet.
    CompanyWithoutName,
    /// Nothing has been written.
    DraftEmpty,
    /// A mail that is to be moved has not left yet, or nobody knows whether it did.
    MailUnsettled,
    /// The mail carries a quote of which another mail, or a version, would stay behind.
    QuoteStaysWithItsMails,
    /// Nothing would be left of the request: it can be merged as a whole.
    NothingWouldStay,
    /// A request can only be merged with, or a message moved to, another request.
    SameRequest,
    /// What was moved has been moved on since; that has to be taken back first.
    MovedOnSince,
    /// Something was done with the request already.
    RequestBegun,
    /// The mail holds no forwarded one.
    NothingForwarded,
    /// The conversation holds no mail.
    NothingToPrint,
    /// What the program sent by itself is never sent again.
    NeverSentAgain,
}

impl std::fmt::Display for StateProblem {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let words = match self {
            Self::QuoteFrozen => "the quote is frozen",
            Self::QuoteNotFinalised => "the quote is not finalised",
            Self::QuoteWithoutLines => "the quote has no lines",
            Self::QuoteChangedElsewhere => "the quote was changed elsewhere",
            Self::QuoteSuperseded => "a newer version stands in its place",
            Self::RequestHasIssuedQuote => "the request has a numbered quote; cancel it instead",
            Self::NoRequesterAddress => "the request has no address to write to",
            Self::NoMailbox => "there is no mailbox to send from",
            Self::MailAlreadyLeaving => "the mail is already leaving",
            Self::MailboxInUse => "the mailbox still has mail to send",
            Self::CompanyWithoutName => "the company has no name yet",
            Self::DraftEmpty => "nothing has been written",
            Self::MailUnsettled => "a mail that is to be moved has not left yet",
            Self::QuoteStaysWithItsMails => "the quote that the mail carries would not go with it whole",
            Self::NothingWouldStay => "nothing would be left of the request; merge it instead",
            Self::SameRequest => "it is the same request",
            Self::NothingForwarded => "the mail holds no forwarded one",
            Self::NothingToPrint => "the conversation holds no mail",
            Self::NeverSentAgain => "what the program sent by itself is never sent again",
            Self::RequestBegun => "something was done with the request already",
            Self::MovedOnSince => "what was moved has been moved on since",
        };
        formatter.write_str(words)
    }
}

/// What the database or the disk below it refused.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The disk is full; nothing of the change was kept, everything before it was.
    #[error("the disk is full")]
    DiskFull,
    /// Another process holds the workspace.
    #[error("the workspace is in use by process {0}")]
    Locked(String),
    /// The workspace was written by a newer version of the program.
    #[error("the workspace was written by a newer version")]
    NewerSchema,
    /// The database is damaged.
    #[error("the database is damaged")]
    Damaged,
    /// A pragma or the library is not as required.
    #[error("the database does not keep its promises: {0}")]
    Unsafe(String),
    /// Anything else the database said.
    #[error("database: {0}")]
    Database(#[source] sqlx::Error),
}

/// SQLite's primary result codes that have a meaning of their own here (sqlite.org/rescode.html).
const SQLITE_CORRUPT: i32 = 11;
const SQLITE_FULL: i32 = 13;
const SQLITE_NOTADB: i32 = 26;

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        let primary_code = error
            .as_database_error()
            .and_then(|database| database.code())
            .and_then(|code| code.parse::<i32>().ok())
            .map(|extended| extended & 0xff);
        match primary_code {
            Some(SQLITE_FULL) => Self::DiskFull,
            Some(SQLITE_CORRUPT | SQLITE_NOTADB) => Self::Damaged,
            _ => Self::Database(error),
        }
    }
}

impl From<sqlx::Error> for Error {
    fn from(error: sqlx::Error) -> Self {
        StoreError::from(error).into()
    }
}

impl From<NumberProblem> for FieldProblem {
    fn from(problem: NumberProblem) -> Self {
        match problem {
            NumberProblem::Empty => Self::Empty,
            NumberProblem::NotANumber => Self::NotANumber,
            NumberProblem::TooManyDecimals { .. } => Self::TooManyDecimals,
            NumberProblem::OutOfRange => Self::OutOfRange,
            NumberProblem::Negative => Self::Negative,
        }
    }
}

impl Error {
    /// A field that somebody has to correct.
    pub fn field(field: impl Into<String>, problem: FieldProblem) -> Self {
        Self::Field { field: field.into(), problem }
    }
}
