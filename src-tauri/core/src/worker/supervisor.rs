//! The loops of an open workspace, started together and stopped together.

use std::time::Duration;

use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

use super::{Backoff, code_of, read_mailbox, send_due};
use crate::desk::Desk;
use crate::mailbox;
use crate::outbox;
use crate::usecase::receive_pending;

/// How often mailboxes are read when nothing wakes the loop.
const POLL: Duration = Duration::from_secs(30);

/// How often the outbox is looked at when nothing wakes the loop.
const LONGEST_SLEEP: Duration = Duration::from_secs(60);

/// How long a stop waits for a loop in the middle of its work.
const STOP_PATIENCE: Duration = Duration::from_secs(10);

/// The running loops of a workspace.
pub struct Supervisor {
    stop: CancellationToken,
    loops: Vec<JoinHandle<()>>,
}

impl Supervisor {
    /// Starts reading mailboxes and sending mail.
    pub fn start(desk: &Desk) -> Self {
        let stop = CancellationToken::new();
        let loops = vec![
            tokio::spawn(watch_mailboxes(desk.clone(), stop.clone())),
            tokio::spawn(send_outbox(desk.clone(), stop.clone())),
        ];
        Self { stop, loops }
    }

    /// Stops the loops: each ends its step first, within a bound. What a loop had begun is taken
    /// up at the next start.
    pub async fn stop(self) {
        self.stop.cancel();
        for running in self.loops {
            if tokio::time::timeout(STOP_PATIENCE, running).await.is_err() {
                tracing::warn!("a loop did not end in time");
            }
        }
    }
}

async fn watch_mailboxes(desk: Desk, stop: CancellationToken) {
    let mut backoff = Backoff::default();
    while !stop.is_cancelled() {
        let pause = read_all(&desk, &mut backoff, &stop).await;
        tokio::select! {
            () = stop.cancelled() => return,
            () = desk.fetch_woken() => {}
            () = tokio::time::sleep(pause) => {}
        }
    }
}

/// Reads every mailbox; the shortest pause until one wants to be read again.
async fn read_all(desk: &Desk, backoff: &mut Backoff, stop: &CancellationToken) -> Duration {
    let accounts = match desk.reader().await {
        Ok(mut reader) => mailbox::accounts(&mut reader).await.unwrap_or_default(),
        Err(error) => {
            tracing::error!(%error, "the mailboxes cannot be listed");
            return POLL;
        }
    };
    let mut pause = POLL;
    for account in accounts {
        if stop.is_cancelled() {
            break;
        }
        let outcome = read_mailbox(desk, account.id).await;
        if let Err(error) = &outcome {
            tracing::warn!(account = %account.id, code = code_of(error), "a mailbox cannot be read");
        }
        pause = pause.min(backoff.next(account.id, outcome.is_err(), POLL));
    }
    if let Err(error) = receive_pending(desk).await {
        tracing::error!(%error, "stored mail cannot be read");
    }
    pause
}

async fn send_outbox(desk: Desk, stop: CancellationToken) {
    while !stop.is_cancelled() {
        if let Err(error) = send_due(&desk).await {
            tracing::error!(%error, "the outbox cannot be worked");
        }
        let pause = until_next_due(&desk).await;
        tokio::select! {
            () = stop.cancelled() => return,
            () = desk.send_woken() => {}
            () = tokio::time::sleep(pause) => {}
        }
    }
}

async fn until_next_due(desk: &Desk) -> Duration {
    let next = match desk.reader().await {
        Ok(mut reader) => outbox::next_due(&mut reader).await.ok().flatten(),
        Err(_) => None,
    };
    let now = desk.clock().now();
    next.map_or(LONGEST_SLEEP, |at| {
        let milliseconds = u64::try_from(at.0.saturating_sub(now.0)).unwrap_or(0).max(250);
        Duration::from_millis(milliseconds).min(LONGEST_SLEEP)
    })
}
