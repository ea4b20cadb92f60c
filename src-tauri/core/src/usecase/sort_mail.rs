//! Mails of a general mailbox are sorted by hand: one becomes a request, another is left; both can be undone.

use super::acknowledge::withdraw_waiting;
use super::look_at_files::bytes_of_hex;
use super::read_again::ignored;
use crate::change::Change;
use crate::conversation;
use crate::desk::Desk;
use crate::error::{Error, StateProblem};
use crate::mailbox::{self, IntakeOutcome, LEFT, TO_SORT};
use crate::{quote, request, search};

/// Leaves a mail that waits to be sorted: it is no request, and stays in the list of ignored mail.
pub async fn leave_mail(desk: &Desk, sha256: &str) -> Result<(), Error> {
    give_reason(desk, sha256, LEFT).await
}

/// Lets a mail that was left wait to be sorted again.
pub async fn sort_mail_again(desk: &Desk, sha256: &str) -> Result<(), Error> {
    give_reason(desk, sha256, TO_SORT).await
}

async fn give_reason(desk: &Desk, sha256: &str, reason: &str) -> Result<(), Error> {
    let (mail, _) = ignored(desk, sha256).await?;
    let now = desk.clock().now();
    let mut write = desk.write().await?;
    mailbox::record_outcome(&mut write, &mail.sha256, IntakeOutcome::Ignored, reason, None, now).await?;
    write.changed(Change::Mailboxes);
    Ok(write.commit().await?)
}

/// Takes back that a mail was made a request: it is in the list of ignored mail again, with the reason it had.
/// Refused once anything else is in the request.
pub async fn unmake_request_of_mail(desk: &Desk, sha256: &str, reason: &str) -> Result<(), Error> {
    let sha256 = bytes_of_hex(sha256).ok_or(Error::NotFound("mail"))?;
    let now = desk.clock().now();
    let mut write = desk.write().await?;
    let id = request::holding_mail(&mut write, &sha256).await?.ok_or(Error::NotFound("request"))?;
    withdraw_waiting(&mut write, id, now).await?;
    let is_begun = conversation::count_messages(&mut write, id).await? > 1
        || !conversation::notes(&mut write, id).await?.is_empty()
        || !quote::marks_of_request(&mut write, id).await?.is_empty()
        || !conversation::drafts_being_written(&mut write, id).await?.is_empty();
    if is_begun {
        return Err(Error::State(StateProblem::RequestBegun));
    }
    search::forget_request(&mut write, id).await?;
    conversation::forget_rearrangements(&mut write, id).await?;
    request::delete(&mut write, id).await?;
    mailbox::record_outcome(&mut write, &sha256, IntakeOutcome::Ignored, reason, None, now).await?;
    write.changed(Change::RequestDeleted(id));
    write.changed(Change::Mailboxes);
    Ok(write.commit().await?)
}
