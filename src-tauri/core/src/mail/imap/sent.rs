//! The copy in Sent: at most one, in the folder that the user's other mail programs use.

use async_imap::imap_proto::{MailboxDatum, NameAttribute, Response};

use super::{ImapSession, folder_name};
use crate::mail::error::{MailError, Step};

/// What became of a copy for Sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SentCopy {
    /// It was put there now.
    Added {
        /// The folder's name, decoded.
        folder: String,
    },
    /// A mail with this Message-ID was there already: many providers put it there themselves.
    AlreadyThere {
        /// The folder's name, decoded.
        folder: String,
    },
}

/// The names under which mail programs and providers keep sent mails, compared without case.
const USUAL_NAMES: [&str; 16] = [
    "Sent",
    "Sent Items",
    "Sent Messages",
    "Sent Mail",
    "Envoyés",
    "Messages envoyés",
    "Éléments envoyés",
    "Objets envoyés",
    "Courrier envoyé",
    "Verzonden",
    "Verzonden items",
    "Verzonden berichten",
    "Gesendet",
    "Gesendete Elemente",
    "Gesendete Objekte",
    "Gesendete Nachrichten",
];

/// A folder on the server.
pub(super) struct ListedFolder {
    /// Its whole name, decoded.
    pub(super) name: String,
    delimiter: String,
    is_sent: bool,
}

impl ListedFolder {
    fn last_part(&self) -> &str {
        match self.delimiter.as_str() {
            "" => &self.name,
            delimiter => self.name.rsplit(delimiter).next().unwrap_or(&self.name),
        }
    }

    fn has_usual_name(&self) -> bool {
        let part = self.last_part().to_lowercase();
        USUAL_NAMES.iter().any(|usual| usual.to_lowercase() == part)
    }
}

/// All folders, in the server's order.
pub(super) struct ListedFolders(pub(super) Vec<ListedFolder>);

impl ListedFolders {
    /// The one marked `\Sent` (RFC 6154), else the first with a usual name.
    pub(super) fn sent(&self) -> Option<&ListedFolder> {
        let marked = self.0.iter().find(|folder| folder.is_sent);
        marked.or_else(|| self.0.iter().find(|folder| folder.has_usual_name()))
    }

    /// What to call a new Sent folder: some servers keep every folder under INBOX.
    fn new_names(&self) -> [String; 2] {
        let delimiter = self.0.first().map_or("/", |folder| folder.delimiter.as_str());
        ["Sent".to_owned(), format!("INBOX{delimiter}Sent")]
    }
}

impl ImapSession {
    /// Lists the folders that can be opened.
    pub(super) async fn list_folders(&mut self) -> Result<ListedFolders, MailError> {
        let asks_use = self.can("SPECIAL-USE") && self.can("LIST-EXTENDED");
        let line = if asks_use { r#"LIST "" "*" RETURN (SPECIAL-USE)"# } else { r#"LIST "" "*""# };
        let mut folders = Vec::new();
        let done = self
            .command(Step::List, line, |answer| {
                if let Response::MailboxData(MailboxDatum::List(listed)) = answer
                    && !listed.name_attributes.contains(&NameAttribute::NoSelect)
                {
                    folders.push(ListedFolder {
                        name: folder_name::decode(&listed.name),
                        delimiter: listed.delimiter.as_deref().unwrap_or_default().to_owned(),
                        is_sent: listed.name_attributes.contains(&NameAttribute::Sent),
                    });
                }
            })
            .await?;
        done.ok(Step::List)?;
        Ok(ListedFolders(folders))
    }

    /// Puts a copy of a sent mail into the Sent folder, unless its Message-ID is there already.
    ///
    /// Makes the folder if there is none. Afterwards another folder may be selected than before.
    ///
    /// # Errors
    /// [`MailError::MailboxFull`] when there is no room; nothing was added then.
    pub async fn append_to_sent(&mut self, message_id: &str, bytes: &[u8]) -> Result<SentCopy, MailError> {
        let folder = match self.list_folders().await?.sent() {
            Some(sent) => sent.name.clone(),
            None => self.create_sent().await?,
        };
        self.select(&folder).await?;
        if !self.search_message_id(message_id).await?.is_empty() {
            return Ok(SentCopy::AlreadyThere { folder });
        }
        let done = self.append(&folder_name::quoted(&folder)?, bytes).await?;
        done.ok(Step::Append)?;
        Ok(SentCopy::Added { folder })
    }

    /// Whether a mail with this Message-ID is in the Sent folder. Absence proves nothing.
    ///
    /// Afterwards another folder may be selected than before.
    ///
    /// # Errors
    /// As any command: see [`ImapSession`].
    pub async fn is_in_sent(&mut self, message_id: &str) -> Result<bool, MailError> {
        let Some(sent) = self.list_folders().await?.sent().map(|sent| sent.name.clone()) else {
            return Ok(false);
        };
        self.select(&sent).await?;
        Ok(!self.search_message_id(message_id).await?.is_empty())
    }

    async fn create_sent(&mut self) -> Result<String, MailError> {
        let mut refusal = MailError::ServerRefused { step: Step::List };
        for name in self.list_folders().await?.new_names() {
            let quoted = folder_name::quoted(&name)?;
            let done = self.command(Step::List, &format!("CREATE {quoted}"), |_| {}).await?;
            match done.ok(Step::List) {
                Ok(()) => {
                    // Without a subscription other mail programs may not show the folder.
                    self.command(Step::List, &format!("SUBSCRIBE {quoted}"), |_| {}).await?;
                    return Ok(name);
                }
                Err(error) => refusal = error,
            }
        }
        Err(refusal)
    }
}
