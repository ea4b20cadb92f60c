//! What can go wrong on the wire, as values: a stable code for texts and scripts, and the data
//! a message to the user needs. Never a secret, never words from a mail.

mod meaning;
mod origin;

pub(super) use origin::{of_file, of_wire};

use std::io;

use thiserror::Error;

/// What was being done when a connection failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Opening the connection.
    Connect,
    /// Agreeing on encryption.
    Handshake,
    /// Waiting for the server's first words and what it can do.
    Greeting,
    /// Signing in.
    Login,
    /// Opening a folder.
    Select,
    /// Listing or making folders.
    List,
    /// Looking for mails.
    Search,
    /// Bringing mails in.
    Fetch,
    /// Putting a copy into a folder.
    Append,
    /// Waiting for news.
    Idle,
    /// Saying goodbye.
    Logout,
    /// Naming sender and recipients.
    Envelope,
    /// Sending the mail's bytes, before the final dot.
    Data,
    /// Between the final dot and the server's answer.
    FinalDot,
}

/// A failure of the mail room.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum MailError {
    /// The name does not resolve: mistyped, or no network.
    #[error("the server {host} was not found")]
    UnknownHost {
        /// The name asked for.
        host: String,
    },
    /// Nothing listens there.
    #[error("{host} does not answer on port {port}")]
    ConnectionRefused {
        /// The server.
        host: String,
        /// Its port.
        port: u16,
    },
    /// The network does not lead there.
    #[error("{host} cannot be reached")]
    Unreachable {
        /// The server.
        host: String,
    },
    /// No answer within the time allowed.
    #[error("no answer in time ({step:?})")]
    TimedOut {
        /// What was waited for.
        step: Step,
    },
    /// The connection ended early.
    #[error("the connection was lost ({step:?})")]
    ConnectionLost {
        /// What was going on.
        step: Step,
    },
    /// The certificate's time is over.
    #[error("the certificate of {host} has expired")]
    TlsExpired {
        /// The server.
        host: String,
    },
    /// The certificate's time has not begun: often a wrong clock here.
    #[error("the certificate of {host} is not valid yet")]
    TlsNotYetValid {
        /// The server.
        host: String,
    },
    /// Nobody this machine trusts vouches for the certificate.
    #[error("the certificate of {host} is not trusted")]
    TlsUntrusted {
        /// The server.
        host: String,
    },
    /// The certificate is another server's.
    #[error("the certificate was not made for {host}")]
    TlsWrongName {
        /// The server asked for.
        host: String,
    },
    /// The certificate was withdrawn by its issuer.
    #[error("the certificate of {host} was revoked")]
    TlsRevoked {
        /// The server.
        host: String,
    },
    /// No encrypted connection came about: often TLS spoken to a port that expects STARTTLS.
    #[error("no secure connection with {host}")]
    TlsFailed {
        /// The server.
        host: String,
    },
    /// This machine's own list of trusted certificates cannot be read.
    #[error("the trusted certificates of this machine cannot be read")]
    TrustUnreadable,
    /// STARTTLS was chosen and the server does not offer it: nothing was sent in the clear.
    #[error("{host} offers no STARTTLS")]
    StartTlsMissing {
        /// The server.
        host: String,
    },
    /// The server claims that we are signed in already (RFC 9051 §7.1.4): refused.
    #[error("{host} claims that the session is already authenticated")]
    Preauthenticated {
        /// The server.
        host: String,
    },
    /// Wrong user or password, or the provider wants another kind of sign-in.
    #[error("sign-in refused for {user}")]
    LoginRefused {
        /// The user name tried.
        user: String,
    },
    /// The server offers no way to sign in that Quoin knows.
    #[error("{host} offers no sign-in method that Quoin knows")]
    LoginUnsupported {
        /// The server.
        host: String,
    },
    /// Sign-in does not work at the moment; the password may be right.
    #[error("sign-in is unavailable at {host}")]
    LoginUnavailable {
        /// The server.
        host: String,
    },
    /// The folder does not exist: on the server, or on this machine's disk.
    #[error("the folder {folder} does not exist")]
    FolderMissing {
        /// Its name or path.
        folder: String,
    },
    /// The mailbox has no room left (RFC 5530 OVERQUOTA).
    #[error("the mailbox is full")]
    MailboxFull,
    /// The server said no to an IMAP command, for another reason.
    #[error("the server refused ({step:?})")]
    ServerRefused {
        /// The command's purpose.
        step: Step,
    },
    /// The server's words make no sense in its protocol, or exceed what was announced.
    #[error("the server's answer was not understood ({step:?})")]
    Protocol {
        /// What was expected.
        step: Step,
    },
    /// An SMTP reply 4yz or 5yz.
    #[error("the server answered {code}: {text}")]
    Reply {
        /// The three-digit code (RFC 5321 §4.2).
        code: u16,
        /// The server's words, on one line, shortened to 500 characters.
        text: String,
    },
    /// An address that is none.
    #[error("{address} is not a mail address")]
    InvalidAddress {
        /// What was given.
        address: String,
    },
    /// A mail without anybody to send it to.
    #[error("the mail has no recipient")]
    NoRecipient,
    /// Bytes that may not go on the wire: a bare CR or LF, NUL, or 8-bit text (RFC 5321 §2.3.8).
    #[error("the mail holds bytes that may not be sent")]
    UncleanBytes,
    /// A line break or NUL in a name that goes into a command.
    #[error("{field} holds a control character")]
    ControlCharacter {
        /// Which field.
        field: &'static str,
    },
    /// No room on this machine's disk.
    #[error("the disk is full")]
    DiskFull,
    /// This machine's file system forbids it.
    #[error("no permission for {path}")]
    PermissionDenied {
        /// The file or directory.
        path: String,
    },
    /// A file could not be read or written, for another reason.
    #[error("{path} cannot be read or written ({kind})")]
    FileFailed {
        /// The file or directory.
        path: String,
        /// The system's reason.
        kind: io::ErrorKind,
    },
}
