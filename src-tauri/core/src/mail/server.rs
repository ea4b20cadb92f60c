//! Where a mailbox's servers are, and how long Quoin waits for them.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::error::MailError;

/// How a connection is encrypted. There is no third way (RFC 8314).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "lowercase")]
pub enum Security {
    /// Encrypted from the first byte: ports 993 and 465.
    Tls,
    /// Upgraded before anything else is said, or not used at all: ports 143 and 587.
    StartTls,
}

/// An IMAP server and who signs in there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct ImapServer {
    /// A DNS name or an IP address, as its certificate has it.
    pub host: String,
    /// The TCP port.
    pub port: u16,
    /// How the connection is encrypted.
    pub security: Security,
    /// The user name, often the mail address.
    pub user: String,
}

/// An SMTP submission server (RFC 6409) and who signs in there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct SmtpServer {
    /// A DNS name or an IP address, as its certificate has it.
    pub host: String,
    /// The TCP port.
    pub port: u16,
    /// How the connection is encrypted.
    pub security: Security,
    /// The user name, often the mail address.
    pub user: String,
}

/// How long an IMAP server may take.
#[derive(Debug, Clone, Copy)]
pub struct ImapPatience {
    /// For the TCP connection and the TLS handshake, each.
    pub connect: Duration,
    /// Without a single byte moving, within any command.
    pub stall: Duration,
    /// For a whole command, besides the time its bytes need at 16 KiB/s.
    pub command: Duration,
}

impl Default for ImapPatience {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(20),
            stall: Duration::from_secs(60),
            command: Duration::from_secs(180),
        }
    }
}

/// How long an SMTP server may take (RFC 5321 §4.5.3.2).
#[derive(Debug, Clone, Copy)]
pub struct SmtpPatience {
    /// For the TCP connection and the TLS handshake, each.
    pub connect: Duration,
    /// For the reply to a command: greeting, sign-in, MAIL, RCPT, DATA.
    pub reply: Duration,
    /// Without a single byte of the mail moving.
    pub block: Duration,
    /// From the final dot to its answer.
    pub final_dot: Duration,
}

impl Default for SmtpPatience {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(20),
            reply: Duration::from_secs(300),
            block: Duration::from_secs(180),
            final_dot: Duration::from_secs(600),
        }
    }
}

/// Refuses CR, LF and NUL in what becomes part of a command (RELIABILITY rule 18).
///
/// # Errors
/// [`MailError::ControlCharacter`] naming the field.
pub(super) fn one_line(field: &'static str, text: &str) -> Result<(), MailError> {
    if text.contains(['\r', '\n', '\0']) {
        return Err(MailError::ControlCharacter { field });
    }
    Ok(())
}
