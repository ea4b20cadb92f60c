//! Everything that is kept is read again: the database, each mail, each document.

use sqlx::SqliteConnection;

use crate::desk::Desk;
use crate::error::{Error, StoreError};
use crate::{document, mailbox};

/// How many hashes are fetched at a time.
const BATCH: u32 = 500;

/// What a check found.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Soundness {
    /// SQLite's own integrity check and the foreign keys hold.
    pub database: bool,
    /// How many mails are kept.
    pub mails: u32,
    /// How many of them are not, byte for byte, what came or left.
    pub damaged_mails: u32,
    /// How many issued documents are kept.
    pub documents: u32,
    /// How many of them are not what was frozen.
    pub damaged_documents: u32,
}

impl Soundness {
    /// Whether nothing is damaged.
    pub const fn is_whole(self) -> bool {
        self.database && self.damaged_mails == 0 && self.damaged_documents == 0
    }
}

/// Checks the database, and every mail and document against the hash under which it is kept.
pub async fn check_workspace(desk: &Desk) -> Result<Soundness, Error> {
    let mut found = Soundness { database: desk.database().is_sound().await?, ..Soundness::default() };
    let mut reader = desk.reader().await?;
    check_mails(&mut reader, &mut found).await?;
    for sha256 in document::hashes(&mut reader).await? {
        let kept = document::find(&mut reader, &sha256).await?;
        found.documents += 1;
        found.damaged_documents += u32::from(mailbox::hash(&kept.bytes) != sha256);
    }
    Ok(found)
}

async fn check_mails(reader: &mut SqliteConnection, found: &mut Soundness) -> Result<(), Error> {
    let mut after = Vec::new();
    loop {
        let hashes = mailbox::raw_hashes(reader, &after, BATCH).await?;
        let Some(last) = hashes.last().cloned() else { return Ok(()) };
        for sha256 in hashes {
            let is_whole = match mailbox::raw(reader, &sha256).await {
                Ok(bytes) => mailbox::hash(&bytes) == sha256,
                Err(Error::Store(StoreError::Damaged)) => false,
                Err(error) => return Err(error),
            };
            found.mails += 1;
            found.damaged_mails += u32::from(!is_whole);
        }
        after = last;
    }
}
