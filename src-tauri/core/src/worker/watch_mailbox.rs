//! A mailbox is read: new mails are stored with their cursor, then understood.

use std::collections::HashSet;
use std::time::Duration;

use crate::change::Change;
use crate::clock::Timestamp;
use crate::desk::Desk;
use crate::error::{Error, StoreError};
use crate::id::AccountId;
use crate::mail::folder::FolderMailbox;
use crate::mail::imap::{FetchLimits, ImapSession};
use crate::mail::{MailContent, MailError};
use crate::mailbox::{self, Account, AccountKind, FolderCursor, IntakeSource};
use crate::usecase::{self, BroughtMail};

/// A claim on a mailbox runs out after this, should the process die.
const CLAIM: Duration = Duration::from_secs(15 * 60);

/// The largest mail that is brought in whole, in bytes; of a larger one the header is shown.
const LARGEST_MAIL: u64 = 50 * 1024 * 1024;

/// How many files of a folder mailbox are stored in one transaction.
const FILES_AT_ONCE: usize = 50;

/// What kind of line between header and a body that was not brought in.
const TRUNCATED: &[u8] = b"X-Quoin-Truncated: yes\r\n";

/// Reads one mailbox: says how many mails were new. What went wrong is noted with the mailbox, too.
pub async fn read_mailbox(desk: &Desk, id: AccountId) -> Result<u32, Error> {
    let now = desk.clock().now();
    let mut write = desk.write().await?;
    let account = mailbox::account(&mut write, id).await?;
    let until = now.plus_seconds(CLAIM.as_secs() as i64);
    let claimed = mailbox::claim_account(&mut write, id, desk.process(), now, until).await?;
    write.commit().await?;
    if !claimed {
        return Ok(0);
    }
    let outcome = fetch(desk, &account).await;
    let now = desk.clock().now();
    let mut write = desk.write().await?;
    match &outcome {
        Ok(_) => mailbox::record_fetch(&mut write, id, now).await?,
        Err(error) => mailbox::record_failure(&mut write, id, code_of(error), now).await?,
    }
    mailbox::release_account(&mut write, id, desk.process()).await?;
    write.changed(Change::Mailboxes);
    write.commit().await?;
    outcome
}

/// The stable code of what went wrong with a mailbox.
pub fn code_of(error: &Error) -> &'static str {
    match error {
        Error::Mail(mail) => mail.code(),
        Error::Secret(secret) => secret.code(),
        Error::Store(StoreError::DiskFull) => "disk_full",
        Error::File(file) if file.kind() == std::io::ErrorKind::StorageFull => "disk_full",
        _ => "store_failed",
    }
}

async fn fetch(desk: &Desk, account: &Account) -> Result<u32, Error> {
    match account.kind {
        AccountKind::Imap => fetch_imap(desk, account).await,
        AccountKind::Folder => fetch_folder(desk, account).await,
    }
}

async fn cursor_of(desk: &Desk, account: &Account) -> Result<FolderCursor, Error> {
    let mut write = desk.write().await?;
    let cursor = mailbox::folder_cursor(&mut write, account.id, &account.folder_name).await?;
    write.commit().await?;
    Ok(cursor)
}

async fn fetch_imap(desk: &Desk, account: &Account) -> Result<u32, Error> {
    let mut cursor = cursor_of(desk, account).await?;
    let secret = usecase::password(desk, account).await?;
    let mut session = ImapSession::open(&usecase::imap_server(account), &secret).await?;
    let state = session.select(&account.folder_name).await?;
    let known = cursor.uid_validity != 0;
    let renumbered = state.uid_validity != cursor.uid_validity
        || state.uid_next.is_some_and(|next| next < cursor.next_uid);
    let source = if known && renumbered { IntakeSource::Relinked } else { IntakeSource::Mailbox };
    if renumbered {
        cursor.uid_validity = state.uid_validity;
        cursor.next_uid = 1;
    }
    let limits = FetchLimits { mail_bytes: LARGEST_MAIL, ..FetchLimits::default() };
    let mut fresh = 0;
    let mut mails = session.fetch_new(cursor.next_uid, limits).await?;
    while let Some(batch) = mails.next_batch().await? {
        cursor.next_uid = batch.next_uid;
        let brought: Vec<_> = batch
            .mails
            .into_iter()
            .map(|mail| brought(cursor, mail.uid.to_string(), mail.internal_date, mail.content))
            .collect();
        fresh += usecase::store_mails(desk, account.id, source, &brought, cursor).await?;
    }
    session.close().await;
    Ok(fresh)
}

async fn fetch_folder(desk: &Desk, account: &Account) -> Result<u32, Error> {
    let cursor = cursor_of(desk, account).await?;
    let folder = FolderMailbox::new(&account.folder_path);
    let seen = mailbox::locators(&mut *desk.reader().await?, cursor.id).await?;
    let mut names = folder.list_names().await?.names;
    forget_gone(desk, cursor, &seen, &names).await?;
    names.retain(|name| !seen.contains(name));
    let mut fresh = 0;
    let mut unread = None;
    for names in names.chunks(FILES_AT_ONCE) {
        let mut batch = Vec::new();
        for name in names {
            match folder.read(name, LARGEST_MAIL).await {
                Ok(content) => batch.push(brought(cursor, name.clone(), None, content)),
                // Taken away between the list and now: no mail of ours.
                Err(MailError::FolderMissing { .. }) => {}
                // One file that cannot be read does not hold up the others.
                Err(error) => unread = Some(error),
            }
        }
        fresh += usecase::store_mails(desk, account.id, IntakeSource::Mailbox, &batch, cursor).await?;
    }
    unread.map_or(Ok(fresh), |error| Err(error.into()))
}

/// A name locates a mail only as long as its file is there: once it is gone, another mail can have the name.
async fn forget_gone(
    desk: &Desk,
    cursor: FolderCursor,
    seen: &HashSet<String>,
    names: &[String],
) -> Result<(), Error> {
    let present: HashSet<&str> = names.iter().map(String::as_str).collect();
    let gone: Vec<&String> = seen.iter().filter(|name| !present.contains(name.as_str())).collect();
    if gone.is_empty() {
        return Ok(());
    }
    let mut write = desk.write().await?;
    for name in gone {
        mailbox::forget_location(&mut write, cursor.id, name).await?;
    }
    Ok(write.commit().await?)
}

/// A mail as it is stored. Of one that is too large the header is, marked so that it is shown as cut;
/// for one that the server knows and does not give, a mark stands that is shown as an unreadable mail.
fn brought(
    cursor: FolderCursor,
    locator: String,
    received_at: Option<Timestamp>,
    content: MailContent,
) -> BroughtMail {
    match content {
        MailContent::Whole(bytes) => BroughtMail { locator, bytes, received_at, truncated: false },
        MailContent::TooLarge { header } => {
            let bytes = [TRUNCATED, header.as_slice()].concat();
            BroughtMail { locator, bytes, received_at, truncated: true }
        }
        MailContent::Unavailable => {
            // The place makes the mark unique: each such mail is seen.
            let place = format!("{}/{}/{locator}", cursor.id, cursor.uid_validity);
            let bytes = format!("X-Quoin-Unavailable: {place}\r\n\r\n").into_bytes();
            BroughtMail { locator, bytes, received_at, truncated: true }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::FolderId;
    use crate::intake::{IntakeContext, read_mail};

    #[test]
    fn a_mail_that_the_server_does_not_give_is_seen_as_unreadable_each_on_its_own() {
        let cursor = FolderCursor { id: FolderId::new(), uid_validity: 7, next_uid: 9 };
        let kept = |uid: &str| brought(cursor, uid.to_owned(), None, MailContent::Unavailable).bytes;

        assert_ne!(kept("3"), kept("4"));
        assert!(read_mail(&kept("3"), &IntakeContext::default()).unreadable.is_some());
    }
}
