//! Opening a folder for reading, and checking a mailbox at set-up.

use async_imap::imap_proto::{MailboxDatum, Response, ResponseCode};

use super::{ImapSession, folder_name};
use crate::mail::error::{MailError, Step};
use crate::mail::server::ImapServer;
use crate::secret::Secret;

/// A folder as it stood when it was opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FolderState {
    /// Changes when the server's UIDs no longer mean what they meant (RFC 9051 §2.3.1.1).
    pub uid_validity: u32,
    /// The UID the next mail will get at least; `None` from servers that do not tell.
    pub uid_next: Option<u32>,
    /// How many mails it holds.
    pub exists: u32,
}

/// What a check of a mailbox found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailboxFacts {
    /// The folder that will be watched.
    pub folder: FolderState,
    /// The names of all folders, decoded, in the server's order.
    pub folders: Vec<String>,
    /// Where copies of sent mails will go, if such a folder exists yet.
    pub sent_folder: Option<String>,
    /// Whether new mail is announced at once (IDLE) or must be asked for.
    pub announces_new_mail: bool,
}

/// Signs in, opens the folder, and looks for the one with sent mails. Changes nothing.
///
/// # Errors
/// What stands in the way; [`MailError::FolderMissing`] when only the folder is wrong.
pub async fn check(server: &ImapServer, secret: &Secret, folder: &str) -> Result<MailboxFacts, MailError> {
    let mut session = ImapSession::open(server, secret).await?;
    let state = session.select(folder).await?;
    let listed = session.list_folders().await?;
    let facts = MailboxFacts {
        folder: state,
        sent_folder: listed.sent().map(|sent| sent.name.clone()),
        folders: listed.0.into_iter().map(|folder| folder.name).collect(),
        announces_new_mail: session.can_idle(),
    };
    session.close().await;
    Ok(facts)
}

impl ImapSession {
    /// Opens a folder for reading only (EXAMINE): no flag changes by it, not even `\Recent`.
    ///
    /// # Errors
    /// [`MailError::FolderMissing`] when the server refuses the name; [`MailError::Protocol`]
    /// when it names no UIDVALIDITY, without which nothing can be fetched safely.
    pub async fn select(&mut self, folder: &str) -> Result<FolderState, MailError> {
        let line = format!("EXAMINE {}", folder_name::quoted(folder)?);
        let (mut uid_validity, mut uid_next, mut exists) = (None, None, 0);
        let done = self
            .command(Step::Select, &line, |answer| match answer {
                Response::Data { outcome, .. } => match outcome.code {
                    Some(ResponseCode::UidValidity(validity)) => uid_validity = Some(validity),
                    Some(ResponseCode::UidNext(next)) => uid_next = Some(next),
                    _ => {}
                },
                Response::MailboxData(MailboxDatum::Exists(count)) => exists = *count,
                _ => {}
            })
            .await?;
        if !done.is_ok() && !done.has_code("SERVERBUG") && !done.has_code("UNAVAILABLE") {
            return Err(MailError::FolderMissing { folder: folder.to_owned() });
        }
        done.ok(Step::Select)?;
        let uid_validity = uid_validity.ok_or(MailError::Protocol { step: Step::Select })?;
        Ok(FolderState { uid_validity, uid_next, exists })
    }
}
