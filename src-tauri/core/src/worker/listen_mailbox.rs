//! Servers are listened to (IMAP IDLE, RFC 2177), so that a mail is on the screen within seconds.
//! Listening only wakes the reading: what it misses, the regular round finds.

use std::collections::HashMap;
use std::time::Duration;

use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

use crate::desk::Desk;
use crate::error::Error;
use crate::id::AccountId;
use crate::mail::imap::{IdleEnd, ImapSession};
use crate::mailbox::{self, Account, AccountKind};
use crate::usecase;

/// How often it is seen to that every mailbox has its listener.
const ROUND: Duration = Duration::from_secs(5);

/// How long one IDLE lasts: routers and sleeping machines drop quiet connections without a word.
const IDLE: Duration = Duration::from_secs(4 * 60);

/// How long a listener rests after its connection failed.
const REST: Duration = Duration::from_secs(60);

/// Keeps one listener per mailbox on a server until told to stop.
pub(super) async fn listen_to_mailboxes(desk: Desk, stop: CancellationToken) {
    let mut listeners: HashMap<AccountId, JoinHandle<()>> = HashMap::new();
    while !stop.is_cancelled() {
        match servers(&desk).await {
            Ok(accounts) => {
                listeners.retain(|id, listener| {
                    let wanted = accounts.iter().any(|account| account.id == *id);
                    if !wanted {
                        listener.abort();
                    }
                    wanted && !listener.is_finished()
                });
                for account in accounts {
                    let listener = || tokio::spawn(listen(desk.clone(), account.clone()));
                    listeners.entry(account.id).or_insert_with(listener);
                }
            }
            Err(error) => tracing::error!(%error, "the mailboxes cannot be listed"),
        }
        tokio::select! {
            () = stop.cancelled() => break,
            () = tokio::time::sleep(ROUND) => {}
        }
    }
    // A listener only reads: it can be dropped at any point.
    listeners.into_values().for_each(|listener| listener.abort());
}

/// Mailboxes on servers that could be read: one that fails is left to the regular round.
async fn servers(desk: &Desk) -> Result<Vec<Account>, Error> {
    let mut accounts = mailbox::accounts(&mut *desk.reader().await?).await?;
    accounts.retain(|account| {
        account.kind == AccountKind::Imap
            && account.last_fetch_at.is_some()
            && account.last_error_code.is_none()
    });
    Ok(accounts)
}

async fn listen(desk: Desk, account: Account) {
    if let Err(error) = hear(&desk, &account).await {
        tracing::info!(account = %account.id, code = super::code_of(&error), "listening to a mailbox ended");
    }
    tokio::time::sleep(REST).await;
}

async fn hear(desk: &Desk, account: &Account) -> Result<(), Error> {
    let secret = usecase::password(desk, account).await?;
    let mut session = ImapSession::open(&usecase::imap_server(account), &secret).await?;
    session.select(&account.folder_name).await?;
    if !session.can_idle() {
        session.close().await;
        return Ok(());
    }
    // What came before the server was listening to.
    desk.wake_fetch();
    loop {
        if session.idle(IDLE).await? == IdleEnd::Changed {
            desk.wake_fetch();
        }
    }
}
