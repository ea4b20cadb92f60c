//! `quoinctl sync`: one round over the mailboxes and the outbox, or until stopped.

use std::fmt;
use std::time::Duration;

use quoin_core::desk::Desk;
use quoin_core::id::AccountId;
use quoin_core::worker::{self, SyncReport};
use serde::Serialize;

use crate::caller::Caller;
use crate::failure::Failure;
use crate::names;

/// What to read and send.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Only this mailbox is read; the outbox is sent all the same.
    #[arg(long, value_name = "NAME")]
    account: Option<String>,
    /// Goes on until stopped, with one answer a round in which anything happened.
    #[arg(long)]
    watch: bool,
    /// Seconds between two rounds.
    #[arg(long, value_name = "SECONDS", default_value = "15", requires = "watch", value_parser = clap::value_parser!(u64).range(1..=3600))]
    every: u64,
}

/// Does what the arguments ask. A mailbox that cannot be read is a failure, after everything else was done.
pub async fn run(caller: &Caller, arguments: &Args) -> Result<(), Failure> {
    let desk = caller.open().await?;
    let only = match &arguments.account {
        Some(name) => Some(names::account(desk, name).await?),
        None => None,
    };
    if arguments.watch {
        return watch(caller, desk, only, Duration::from_secs(arguments.every)).await;
    }
    let round = Round::from(worker::sync(desk, only).await?);
    caller.answer(&round)?;
    round.failure().map_or(Ok(()), Err)
}

async fn watch(
    caller: &Caller,
    desk: &Desk,
    only: Option<AccountId>,
    pause: Duration,
) -> Result<(), Failure> {
    let mut is_first = true;
    let mut stopped = std::pin::pin!(stop_signal());
    loop {
        let round = Round::from(worker::sync(desk, only).await?);
        if is_first || !round.is_quiet() {
            caller.answer_line(&round)?;
        }
        if let Some(failure) = round.failure() {
            eprintln!("quoinctl: {failure}");
        }
        is_first = false;
        tokio::select! {
            () = &mut stopped => return Ok(()),
            () = tokio::time::sleep(pause) => {}
        }
    }
}

/// Ends when the person or the system asks this process to stop. Heard from the call on, so that
/// nothing asked during a round is missed.
#[cfg(unix)]
fn stop_signal() -> impl Future<Output = ()> {
    use tokio::signal::unix::{SignalKind, signal};
    let heard = [SignalKind::interrupt(), SignalKind::terminate()].map(signal);
    async move {
        let [Ok(mut interrupt), Ok(mut terminate)] = heard else {
            // Without a way to hear of it, the process is stopped by force, which loses nothing.
            return std::future::pending().await;
        };
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    }
}

/// Ends when the person asks this process to stop.
#[cfg(not(unix))]
async fn stop_signal() {
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending().await
    }
}

/// What a round did.
#[derive(Serialize)]
struct Round {
    fetched: u32,
    requests_created: u32,
    messages_added: u32,
    ignored: u32,
    automatic: u32,
    bounces: u32,
    sent: u32,
    uncertain: u32,
    failed: u32,
    errors: Vec<Unread>,
}

/// A mailbox that could not be read, with the stable code of the reason.
#[derive(Serialize)]
struct Unread {
    account: String,
    code: &'static str,
}

impl From<SyncReport> for Round {
    fn from(report: SyncReport) -> Self {
        Self {
            fetched: report.fetched,
            requests_created: report.intake.requests,
            messages_added: report.intake.messages,
            ignored: report.intake.ignored,
            automatic: report.intake.automatic,
            bounces: report.intake.bounces,
            sent: report.send.sent,
            uncertain: report.send.uncertain,
            failed: report.send.failed,
            errors: report.errors.into_iter().map(|(account, code)| Unread { account, code }).collect(),
        }
    }
}

impl Round {
    const fn is_quiet(&self) -> bool {
        self.fetched == 0 && self.sent == 0 && self.uncertain == 0 && self.failed == 0
    }

    fn failure(&self) -> Option<Failure> {
        let unread: Vec<String> =
            self.errors.iter().map(|unread| format!("{} ({})", unread.account, unread.code)).collect();
        (!unread.is_empty()).then(|| {
            Failure::new(format!("not every mailbox could be read: {}", unread.join(", ")))
                .kept("Everything else was read and sent; no mail is lost, it waits where it is.")
                .advise("`account check NAME` says more.")
        })
    }
}

impl fmt::Display for Round {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "{} new mails: {} requests, {} messages, {} automatic, {} delivery reports, {} ignored. {} sent, {} uncertain, {} failed.",
            self.fetched,
            self.requests_created,
            self.messages_added,
            self.automatic,
            self.bounces,
            self.ignored,
            self.sent,
            self.uncertain,
            self.failed
        )
    }
}
