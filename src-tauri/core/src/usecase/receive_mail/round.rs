//! All mails that wait to be read, many of them in one transaction.

use super::{Intake, IntakeCounts, owner_context, read_one, understand};
use crate::desk::Desk;
use crate::error::{Error, StoreError};
use crate::intake::IncomingMail;
use crate::mailbox::{self, IntakeSource, PendingMail};

/// So many mails are asked for at once.
const BATCH: u32 = 50;

/// Mails are placed together until they have so many bytes: what was understood of them is held that long.
const TOGETHER_BYTES: usize = 4 << 20;

/// Reads every stored mail that has not been read, oldest first.
///
/// One that the database refuses does not hold up the others: it stays in line, and its error is
/// returned once all have been tried. A full disk ends the round at once.
pub async fn receive_pending(desk: &Desk) -> Result<IntakeCounts, Error> {
    let mut counts = IntakeCounts::default();
    let mut last: Option<PendingMail> = None;
    let mut refused = None;
    loop {
        let pending = mailbox::pending(&mut *desk.reader().await?, last.as_ref(), BATCH).await?;
        let Some(newest) = pending.last() else { return refused.map_or(Ok(counts), Err) };
        last = Some(newest.clone());
        let mut waiting = pending.as_slice();
        while !waiting.is_empty() {
            let placed = match read_together(desk, waiting, &mut counts).await {
                Ok(placed) => placed,
                Err(error) => {
                    tracing::debug!(%error, "mails are placed one by one");
                    read_one_by_one(desk, waiting, &mut counts, &mut refused).await?;
                    waiting.len()
                }
            };
            waiting = &waiting[placed..];
        }
    }
}

/// Reads the first of these mails and places them in one transaction, for a commit costs more than a
/// mail. Answers how many. On an error nothing is placed or counted.
async fn read_together(
    desk: &Desk,
    waiting: &[PendingMail],
    counts: &mut IntakeCounts,
) -> Result<usize, Error> {
    let context = owner_context(&mut *desk.reader().await?).await?;
    let mut understood: Vec<(&PendingMail, IncomingMail)> = Vec::new();
    let mut bytes = 0;
    for pending in waiting {
        let raw = mailbox::raw(&mut *desk.reader().await?, &pending.sha256).await?;
        bytes += raw.len();
        understood.push((pending, understand(raw, &context).await));
        if bytes >= TOGETHER_BYTES {
            break;
        }
    }
    let now = desk.clock().now();
    let mut write = desk.write().await?;
    let mut noted = *counts;
    for (pending, mail) in &understood {
        let insist = pending.source == IntakeSource::Imported;
        let intake = Intake { pending, mail, context: &context, insist, now };
        noted.note(intake.place(desk, &mut write).await?);
    }
    write.commit().await?;
    if noted.requests > counts.requests {
        desk.wake_send();
    }
    *counts = noted;
    Ok(understood.len())
}

async fn read_one_by_one(
    desk: &Desk,
    waiting: &[PendingMail],
    counts: &mut IntakeCounts,
    refused: &mut Option<Error>,
) -> Result<(), Error> {
    for mail in waiting {
        match read_one(desk, mail, mail.source == IntakeSource::Imported).await {
            Ok(received) => counts.note(received),
            Err(full @ Error::Store(StoreError::DiskFull)) => return Err(full),
            Err(error) => *refused = Some(error),
        }
    }
    Ok(())
}
