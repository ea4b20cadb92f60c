//! The user brings a saved mail: dropped on the window, picked, or named on the command line.

use std::path::{Path, PathBuf};

use super::receive_mail::{Received, read_one};
use crate::desk::Desk;
use crate::error::{Error, FieldProblem};
use crate::id::RequestId;
use crate::mailbox::{self, IntakeSource, PendingMail};
use crate::request;

/// The largest saved mail that is taken, in bytes.
const LARGEST_FILE: u64 = 100 * 1024 * 1024;

/// Makes requests of saved mails. One that is here already gives the request it belongs to.
pub async fn import_mail_files(desk: &Desk, files: &[PathBuf]) -> Result<Vec<RequestId>, Error> {
    let mut requests = Vec::new();
    for file in files {
        let bytes = read_bounded(file).await?;
        requests.extend(import_mail(desk, &bytes).await?);
    }
    Ok(requests)
}

/// Makes a request of one mail's bytes.
pub async fn import_mail(desk: &Desk, bytes: &[u8]) -> Result<Option<RequestId>, Error> {
    let sha256 = mailbox::hash(bytes);
    let pending = PendingMail {
        sha256: sha256.clone(),
        account_id: None,
        source: IntakeSource::Imported,
        received_at: None,
        stored_at: desk.clock().now(),
    };
    let mut write = desk.write().await?;
    mailbox::insert_raw(&mut write, &sha256, bytes, pending.stored_at).await?;
    let fresh = mailbox::insert_pending(&mut write, &pending).await?;
    write.commit().await?;
    if !fresh && let Some(known) = request::holding_mail(&mut *desk.reader().await?, &sha256).await? {
        return Ok(Some(known));
    }
    match read_one(desk, &pending, true).await? {
        Received::Request(id)
        | Received::Message(id)
        | Received::Automatic(id)
        | Received::Bounce(id)
        | Received::Here(id) => Ok(Some(id)),
        Received::Ignored | Received::Own => Ok(None),
    }
}

/// Makes a request of a mail that was not one. `sha256` is its identity in hexadecimal.
pub async fn make_request_of_mail(
    desk: &Desk,
    actor: crate::actor::Actor,
    sha256: &str,
) -> Result<RequestId, Error> {
    let sha256 = super::look_at_files::bytes_of_hex(sha256).ok_or(Error::NotFound("mail"))?;
    let (pending, _) =
        mailbox::intake_of(&mut *desk.reader().await?, &sha256).await?.ok_or(Error::NotFound("mail"))?;
    if let Some(known) = request::holding_mail(&mut *desk.reader().await?, &sha256).await? {
        return Ok(known);
    }
    tracing::info!(actor = actor.code(), "an ignored mail becomes a request");
    match read_one(desk, &pending, true).await? {
        Received::Request(id)
        | Received::Message(id)
        | Received::Automatic(id)
        | Received::Bounce(id)
        | Received::Here(id) => Ok(id),
        Received::Ignored | Received::Own => Err(Error::NotFound("mail")),
    }
}

async fn read_bounded(file: &Path) -> Result<Vec<u8>, Error> {
    let size = tokio::fs::metadata(file).await?.len();
    if size > LARGEST_FILE {
        return Err(Error::field("file", FieldProblem::TooLong));
    }
    Ok(tokio::fs::read(file).await?)
}
