//! `quoinctl outbox`: mail on its way out.

use std::fmt;

use quoin_core::id::OutboxId;
use quoin_core::outbox::{OutboxRow, OutboxState};
use quoin_core::usecase;
use serde::Serialize;

use crate::caller::Caller;
use crate::failure::Failure;
use crate::written;

/// What to do with the outbox.
#[derive(Debug, clap::Subcommand)]
pub enum Command {
    /// Lists mails on their way out and gone, the latest first.
    List,
}

/// Does what the arguments ask.
pub async fn run(caller: &Caller, command: &Command) -> Result<(), Failure> {
    let Command::List = command;
    let rows = usecase::list_outbox(caller.open().await?).await?;
    caller.answer(&Mails(rows.into_iter().map(Mail::from).collect()))
}

/// A mail on its way out.
#[derive(Serialize)]
pub struct Mail {
    id: OutboxId,
    message_id: String,
    state: OutboxState,
    recipients: Vec<String>,
    tries: u32,
    last_error: Option<String>,
}

impl From<OutboxRow> for Mail {
    fn from(row: OutboxRow) -> Self {
        Self {
            id: row.id,
            message_id: row.message_id,
            state: row.state,
            recipients: row.recipients,
            tries: row.tries,
            last_error: row.last_error,
        }
    }
}

impl Mail {
    fn cells(&self) -> Vec<String> {
        let tries = if self.tries == 1 { "1 try".to_owned() } else { format!("{} tries", self.tries) };
        let error = self.last_error.clone().unwrap_or_default();
        vec![self.state.code().to_owned(), self.recipients.join(", "), tries, error, self.message_id.clone()]
    }
}

impl fmt::Display for Mail {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&written::table(&[self.cells()]))
    }
}

#[derive(Serialize)]
#[serde(transparent)]
struct Mails(Vec<Mail>);

impl fmt::Display for Mails {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() {
            return formatter.write_str("No mail has left, and none waits.");
        }
        formatter.write_str(&written::table(&self.0.iter().map(Mail::cells).collect::<Vec<_>>()))
    }
}
