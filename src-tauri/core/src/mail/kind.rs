//! The two kinds of mailbox, where they are used alike: on servers, or in a directory.
//!
//! Bringing mails in differs by nature (a UID cursor, or a set of file names), so that callers
//! match on the kind there.

use super::compose::ComposedMail;
use super::error::MailError;
use super::folder::FolderMailbox;
use super::imap::{self, ImapSession, SentCopy};
use super::server::{ImapServer, SmtpPatience, SmtpServer};
use super::smtp::{self, DeliveryOutcome};
use crate::secret::Secret;

/// Where mails come in and copies of sent mails are kept.
#[derive(Clone)]
pub enum MailboxSource {
    /// An IMAP server.
    Imap {
        /// Where it is.
        server: ImapServer,
        /// The password.
        secret: Secret,
    },
    /// A directory of this machine.
    Folder(FolderMailbox),
}

impl MailboxSource {
    /// Makes sure that mails can be read from the folder (a directory knows only one).
    ///
    /// # Errors
    /// What stands in the way.
    pub async fn check(&self, folder: &str) -> Result<(), MailError> {
        match self {
            Self::Imap { server, secret } => imap::check(server, secret, folder).await.map(|_facts| ()),
            Self::Folder(mailbox) => mailbox.check().await.map(|_count| ()),
        }
    }

    /// Keeps a copy of a sent mail, unless its Message-ID is among the sent mails already.
    ///
    /// # Errors
    /// What stands in the way; no copy was made then.
    pub async fn append_to_sent(&self, mail: &ComposedMail) -> Result<SentCopy, MailError> {
        match self {
            Self::Imap { server, secret } => {
                let mut session = ImapSession::open(server, secret).await?;
                let copy = session.append_to_sent(&mail.message_id, &mail.bytes).await?;
                session.close().await;
                Ok(copy)
            }
            Self::Folder(mailbox) => mailbox.append_to_sent(&mail.message_id, &mail.bytes).await,
        }
    }

    /// Whether a mail with this Message-ID is among the sent mails. Absence proves nothing.
    ///
    /// # Errors
    /// What stands in the way of looking.
    pub async fn is_in_sent(&self, message_id: &str) -> Result<bool, MailError> {
        match self {
            Self::Imap { server, secret } => {
                let mut session = ImapSession::open(server, secret).await?;
                let found = session.is_in_sent(message_id).await?;
                session.close().await;
                Ok(found)
            }
            Self::Folder(mailbox) => mailbox.is_in_sent(message_id).await,
        }
    }
}

/// How mails leave.
#[derive(Clone)]
pub enum MailSender {
    /// Through a submission server.
    Smtp {
        /// Where it is.
        server: SmtpServer,
        /// The password.
        secret: Secret,
        /// How long it may take.
        patience: SmtpPatience,
    },
    /// Into a directory of this machine.
    Folder(FolderMailbox),
}

impl MailSender {
    /// Makes sure that mails can be sent, without sending one.
    ///
    /// # Errors
    /// What stands in the way.
    pub async fn check(&self) -> Result<(), MailError> {
        match self {
            Self::Smtp { server, secret, .. } => smtp::check(server, secret).await,
            Self::Folder(mailbox) => mailbox.prepare().await,
        }
    }

    /// Sends one mail; `data_started` runs at the last moment at which nothing has been sent.
    ///
    /// # Errors
    /// Only `data_started`'s own: see [`smtp::deliver`].
    pub async fn deliver<E>(
        &self,
        mail: &ComposedMail,
        data_started: impl Future<Output = Result<(), E>>,
    ) -> Result<DeliveryOutcome, E> {
        match self {
            Self::Smtp { server, secret, patience } => {
                smtp::deliver(server, secret, mail, patience, data_started).await
            }
            Self::Folder(mailbox) => mailbox.deliver(mail, data_started).await,
        }
    }
}
