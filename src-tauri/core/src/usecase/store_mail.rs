//! Mails are brought in: bytes, place and cursor in one transaction, before anything is read.

use crate::change::Change;
use crate::clock::Timestamp;
use crate::desk::Desk;
use crate::error::Error;
use crate::id::AccountId;
use crate::mailbox::{self, FolderCursor, IntakeSource, PendingMail};

/// A mail as a mailbox gave it.
#[derive(Debug)]
pub struct BroughtMail {
    /// Its UID or file name.
    pub locator: String,
    /// Its bytes, or as much as is safe.
    pub bytes: Vec<u8>,
    /// When its server took it, if the mailbox tells.
    pub received_at: Option<Timestamp>,
    /// Only the header was brought: the mail is larger than the limit.
    pub truncated: bool,
}

/// Stores a batch of mails with the cursor that stands for them. Says how many were not known yet.
///
/// `source` is `Relinked` when the server renumbered its mails: those already here are only
/// located anew.
pub async fn store_mails(
    desk: &Desk,
    account: AccountId,
    source: IntakeSource,
    mails: &[BroughtMail],
    cursor: FolderCursor,
) -> Result<u32, Error> {
    let now = desk.clock().now();
    let mut write = desk.write().await?;
    let mut fresh = 0;
    for mail in mails {
        let sha256 = mailbox::hash(&mail.bytes);
        mailbox::insert_raw(&mut write, &sha256, &mail.bytes, now).await?;
        mailbox::insert_location(
            &mut write,
            cursor.id,
            cursor.uid_validity,
            &mail.locator,
            &sha256,
            mail.truncated,
            now,
        )
        .await?;
        let pending = PendingMail {
            sha256,
            account_id: Some(account),
            source,
            received_at: mail.received_at,
            stored_at: now,
        };
        fresh += u32::from(mailbox::insert_pending(&mut write, &pending).await?);
    }
    mailbox::move_cursor(&mut write, cursor).await?;
    if fresh > 0 {
        write.changed(Change::Mailboxes);
    }
    write.commit().await?;
    Ok(fresh)
}
