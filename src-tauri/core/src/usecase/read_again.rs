//! Mails that are not requests are read again with today's rules: first shown what would change, then done.

use super::look_at_files::{bytes_of_hex, hex_of_bytes};
use super::receive_mail::{Course, IntakeCounts, Received, read_one, would_become};
use crate::desk::Desk;
use crate::error::Error;
use crate::mailbox::{self, IntakeOutcome, LEFT, PendingMail, TO_SORT};
use crate::report::{ReadAgain, ReadAgainOutcome};
use crate::request;

/// What reading the ignored mails again would change; `only` one of them, by its hash in hexadecimal.
/// Nothing is written.
pub async fn preview_reading_again(desk: &Desk, only: Option<&str>) -> Result<Vec<ReadAgain>, Error> {
    let mails = match only {
        Some(sha256) => vec![ignored(desk, sha256).await?],
        None => mailbox::ignored_mails(&mut *desk.reader().await?).await?,
    };
    let mut changes = Vec::new();
    for (pending, reason) in mails {
        let (mail, course) = would_become(desk, &pending).await?;
        let becomes = match course {
            Course::Begin => ReadAgainOutcome::Request,
            Course::Join(place) => ReadAgainOutcome::Message(
                request::row(&mut *desk.reader().await?, place.request).await?.reference,
            ),
            Course::Report(_) => ReadAgainOutcome::Report,
            Course::Ignore(new) if new != reason && !(reason == LEFT && new == TO_SORT) => {
                ReadAgainOutcome::OtherReason(new)
            }
            Course::Ignore(_) | Course::Own => continue,
        };
        changes.push(ReadAgain {
            sha256: hex_of_bytes(&pending.sha256),
            from: mail.from.map(|from| from.shown().to_owned()).unwrap_or_default(),
            subject: mail.subject,
            reason,
            becomes,
        });
    }
    Ok(changes)
}

/// Reads ignored mails again with today's rules. What has become a request meanwhile is left alone.
pub async fn read_again(desk: &Desk, mails: &[String]) -> Result<IntakeCounts, Error> {
    let mut counts = IntakeCounts::default();
    for sha256 in mails {
        match ignored(desk, sha256).await {
            Ok((pending, _)) => match read_one(desk, &pending, false).await? {
                Received::Own => {}
                received => counts.note(received),
            },
            Err(Error::NotFound(_)) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(counts)
}

/// An ignored mail, with the reason why.
pub(super) async fn ignored(desk: &Desk, sha256: &str) -> Result<(PendingMail, String), Error> {
    let sha256 = bytes_of_hex(sha256).ok_or(Error::NotFound("mail"))?;
    let mut reader = desk.reader().await?;
    match mailbox::intake_of(&mut reader, &sha256).await? {
        Some((mail, Some(IntakeOutcome::Ignored))) => {
            let reason = mailbox::reason_of(&mut reader, &sha256).await?;
            Ok((mail, reason))
        }
        _ => Err(Error::NotFound("mail")),
    }
}
