//! A workspace with sample data: a company, its catalogue and some twenty requests, made by really
//! playing them. Mails are written into a folder mailbox and fetched, answers and quotes go out
//! through the outbox into the same folder: nothing leaves the machine.

mod arrive;
mod company;
mod drawing;
mod letter;
mod photo;
mod play;
mod quoted;
mod stage;
mod story;
mod when;

#[cfg(test)]
mod tests;

use std::path::Path;

pub use stage::{Stage, Told};
pub use story::{Stories, Story};

use crate::clock::{Clock, Timestamp};
use crate::db::database_file;
use crate::desk::Desk;
use crate::error::Error;
use crate::secret::SecretStore;

/// Stands in the folder while the sample data are being made: found at a start, they are half made.
const UNFINISHED: &str = "sample-data-unfinished";

/// Makes the workspace with sample data in a folder, unless it is there. One that was left half
/// made is made anew.
///
/// Errors: as the database and the disk say; `Locked` while another process has the folder.
pub async fn ensure(folder: &Path) -> Result<(), Error> {
    let unfinished = folder.join(UNFINISHED);
    if unfinished.exists() {
        // Whoever holds the lock is still making it.
        Desk::open(folder, Clock::System, SecretStore::memory()).await?.close().await;
        remove_half_made(folder)?;
    } else if database_file(folder).exists() {
        return Ok(());
    }
    std::fs::create_dir_all(folder)?;
    std::fs::write(&unfinished, b"")?;
    let stage = Stage::open(folder, Clock::System.now()).await?;
    let filled = stage.play(&Stories::all()?, &mut |_| ()).await;
    let kept = stage.close().await;
    filled.and(kept)?;
    Ok(std::fs::remove_file(&unfinished)?)
}

fn remove_half_made(folder: &Path) -> Result<(), Error> {
    for name in ["quoin.db", "quoin.db-wal", "quoin.db-shm"] {
        match std::fs::remove_file(folder.join(name)) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
    }
    match std::fs::remove_dir_all(folder.join(stage::MAILBOX)) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}

/// The instant of a played step is this far from the present at most: nothing lies in the future.
fn not_after(at: Timestamp, now: Timestamp) -> Timestamp {
    at.min(now)
}
