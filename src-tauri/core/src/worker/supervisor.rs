//! The loops of an open workspace, started together and stopped together.

use std::time::{Duration, Instant};

use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

use super::listen_mailbox::listen_to_mailboxes;
use super::{Schedule, code_of, read_mailbox, send_due};
use crate::desk::Desk;
use crate::error::Error;
use crate::mailbox::{self, AccountKind};
use crate::outbox;
use crate::usecase::{forget_old, receive_pending};

/// How often a mailbox on a server is read when nothing wakes the loop.
const POLL: Duration = Duration::from_secs(30);

/// How often a folder on this machine is looked at.
const POLL_FOLDER: Duration = Duration::from_secs(5);

/// How often the outbox is looked at when nothing wakes the loop.
const LONGEST_SLEEP: Duration = Duration::from_secs(60);

/// How long the outbox rests when the database or the disk refused something.
const PAUSE_AFTER_FAILURE: Duration = Duration::from_secs(10);

/// How often what is kept only for a while is looked through.
const FORGET_EVERY: Duration = Duration::from_secs(3600);

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
            tokio::spawn(listen_to_mailboxes(desk.clone(), stop.clone())),
            tokio::spawn(send_outbox(desk.clone(), stop.clone())),
            tokio::spawn(forget_what_is_old(desk.clone(), stop.clone())),
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
    let mut schedule = Schedule::new(POLL);
    let mut asked = true;
    while !stop.is_cancelled() {
        if let Err(error) = read_due(&desk, &mut schedule, asked, &stop).await {
            tracing::error!(%error, "the mailboxes cannot be read");
        }
        if let Err(error) = receive_pending(&desk).await {
            tracing::error!(%error, "stored mail cannot be read");
        }
        tokio::select! {
            () = stop.cancelled() => return,
            () = desk.fetch_woken() => asked = true,
            () = tokio::time::sleep(schedule.pause(Instant::now())) => asked = false,
        }
    }
}

/// Reads the mailboxes whose turn it is; all of them when somebody asked.
async fn read_due(
    desk: &Desk,
    schedule: &mut Schedule,
    asked: bool,
    stop: &CancellationToken,
) -> Result<(), Error> {
    for account in mailbox::accounts(&mut *desk.reader().await?).await? {
        if stop.is_cancelled() {
            return Ok(());
        }
        if !asked && !schedule.is_due(account.id, Instant::now()) {
            continue;
        }
        let outcome = read_mailbox(desk, account.id).await;
        if let Err(error) = &outcome {
            tracing::warn!(account = %account.id, code = code_of(error), "a mailbox cannot be read");
        }
        let pace = match account.kind {
            AccountKind::Imap => POLL,
            AccountKind::Folder => POLL_FOLDER,
        };
        schedule.note(account.id, pace, outcome.is_err(), Instant::now());
    }
    Ok(())
}

async fn send_outbox(desk: Desk, stop: CancellationToken) {
    while !stop.is_cancelled() {
        let pause = match send_due(&desk).await {
            Ok(_) => until_next_due(&desk).await,
            Err(error) => {
                tracing::error!(%error, "the outbox cannot be worked");
                PAUSE_AFTER_FAILURE
            }
        };
        tokio::select! {
            () = stop.cancelled() => return,
            () = desk.send_woken() => {}
            () = tokio::time::sleep(pause) => {}
        }
    }
}

async fn forget_what_is_old(desk: Desk, stop: CancellationToken) {
    while !stop.is_cancelled() {
        if let Err(error) = forget_old(&desk).await {
            tracing::error!(%error, "what is old cannot be forgotten");
        }
        tokio::select! {
            () = stop.cancelled() => return,
            () = tokio::time::sleep(FORGET_EVERY) => {}
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
