//! `quoinctl check` and `quoinctl backup`: what is kept is whole, and kept twice.

use std::path::PathBuf;

use quoin_core::usecase;
use serde_json::json;

use crate::caller::{Caller, Done};
use crate::failure::Failure;
use crate::written;

/// Reads everything that is kept again.
pub async fn check(caller: &Caller) -> Result<(), Failure> {
    let found = usecase::check_workspace(caller.open().await?).await?;
    let json = json!({
        "ok": found.is_whole(),
        "database": found.database,
        "mails": found.mails,
        "damaged_mails": found.damaged_mails,
        "documents": found.documents,
        "damaged_documents": found.damaged_documents,
    });
    let text = format!(
        "Database: {}. {} mails, {} damaged. {} documents, {} damaged.",
        if found.database { "sound" } else { "damaged" },
        found.mails,
        found.damaged_mails,
        found.documents,
        found.damaged_documents
    );
    caller.answer(&Done::new(json, text))?;
    if found.is_whole() {
        return Ok(());
    }
    Err(Failure::new("something that is kept is damaged")
        .advise("Copy the folder as it is, then put a backup in its place."))
}

/// Where the copy goes.
#[derive(Debug, clap::Args)]
pub struct BackupArgs {
    /// The file; without it, one named after the present moment in the workspace's folder `backups`.
    #[arg(long, value_name = "FILE")]
    to: Option<PathBuf>,
}

/// Copies the database; the copy is checked before it gets its name.
pub async fn back_up(caller: &Caller, arguments: &BackupArgs) -> Result<(), Failure> {
    let desk = caller.open().await?;
    let to = match &arguments.to {
        Some(file) => file.clone(),
        None => {
            let folder = desk.folder().join("backups");
            std::fs::create_dir_all(&folder)
                .map_err(|error| Failure::new(format!("{} cannot be made: {error}", folder.display())))?;
            folder.join(written::local(desk.clock().now(), "quoin-%Y-%m-%d-%H%M%S.db"))
        }
    };
    desk.database().back_up_to(&to).await?;
    let size = std::fs::metadata(&to).map(|file| file.len()).unwrap_or_default();
    let json = json!({"file": to, "size": size});
    caller.answer(&Done::new(json, format!("{}: {} KB, checked.", to.display(), size.div_ceil(1024))))
}
