//! One whole round: read the mailboxes, understand what came, send what is due.

use super::{SendCounts, code_of, read_mailbox, send_due};
use crate::desk::Desk;
use crate::error::Error;
use crate::id::AccountId;
use crate::mailbox;
use crate::usecase::{IntakeCounts, forget_old, receive_pending};

/// What a round did.
#[derive(Debug, Default)]
pub struct SyncReport {
    /// Mails that were new.
    pub fetched: u32,
    /// What became of them.
    pub intake: IntakeCounts,
    /// What left.
    pub send: SendCounts,
    /// Mailboxes that could not be read: name and stable code.
    pub errors: Vec<(String, &'static str)>,
}

/// One round over all mailboxes, or one of them.
pub async fn sync(desk: &Desk, only: Option<AccountId>) -> Result<SyncReport, Error> {
    let mut report = SyncReport::default();
    for account in mailbox::accounts(&mut *desk.reader().await?).await? {
        if only.is_some_and(|only| only != account.id) {
            continue;
        }
        match read_mailbox(desk, account.id).await {
            Ok(fresh) => report.fetched += fresh,
            Err(error @ (Error::Mail(_) | Error::Secret(_))) => {
                report.errors.push((account.name, code_of(&error)))
            }
            Err(error) => return Err(error),
        }
    }
    report.intake = receive_pending(desk).await?;
    report.send = send_due(desk).await?;
    forget_old(desk).await?;
    Ok(report)
}
