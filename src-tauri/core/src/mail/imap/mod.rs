//! Reading a mailbox over IMAP (RFC 3501, RFC 9051): new mails in, a copy into Sent.
//!
//! Nothing here marks a mail as read, and nothing is waited for without end.

mod acquaintance;
mod dialogue;
mod fetch;
mod folder_name;
mod idle;
mod login;
mod messages;
mod select;
mod sent;

pub use fetch::{FetchLimits, FetchedMail, MailBatch, NewMails};
pub use idle::IdleEnd;
pub use select::{FolderState, MailboxFacts, check};
pub use sent::SentCopy;

use async_imap::Session;

use super::error::MailError;
use super::server::{ImapPatience, ImapServer};
use super::wire::{Limits, Wire};
use crate::secret::Secret;

/// A signed-in IMAP session.
///
/// After an error, or when a call was dropped before its end, the session may be out of step with
/// the server: later calls fail with [`MailError::ConnectionLost`], and a new session is needed.
/// [`MailError::FolderMissing`], [`MailError::MailboxFull`] and [`MailError::ServerRefused`] are
/// answers, after which the session goes on.
pub struct ImapSession {
    session: Session<Wire>,
    limits: Limits,
    patience: ImapPatience,
    capabilities: Vec<String>,
    in_step: bool,
}

impl ImapSession {
    /// Connects, encrypts, signs in, and asks what the server can do.
    ///
    /// # Errors
    /// What stands in the way, from [`MailError::UnknownHost`] to [`MailError::LoginRefused`].
    pub async fn open(server: &ImapServer, secret: &Secret) -> Result<Self, MailError> {
        Self::open_within(server, secret, ImapPatience::default()).await
    }

    /// [`ImapSession::open`] with times of one's own.
    ///
    /// # Errors
    /// As [`ImapSession::open`].
    pub async fn open_within(
        server: &ImapServer,
        secret: &Secret,
        patience: ImapPatience,
    ) -> Result<Self, MailError> {
        let (session, limits) = login::sign_in(server, secret, &patience).await?;
        let mut opened = Self { session, limits, patience, capabilities: Vec::new(), in_step: true };
        opened.learn_capabilities().await?;
        opened.introduce().await?;
        Ok(opened)
    }

    /// Whether the server tells of new mail by itself (RFC 2177).
    pub fn can_idle(&self) -> bool {
        self.can("IDLE")
    }

    /// Whether the server announced a capability after sign-in.
    fn can(&self, capability: &str) -> bool {
        self.capabilities.iter().any(|offered| offered.eq_ignore_ascii_case(capability))
    }
}
