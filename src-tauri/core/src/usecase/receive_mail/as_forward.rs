//! The user says that a mail is a forward by one of us, though nobody knew its sender as ours.

use super::super::correct_requester::relink;
use super::super::rearrange::{TakenAsForward, Understood};
use super::super::take_request::index_request;
use super::{Intake, index_message, owner_context, read};
use crate::actor::Actor;
use crate::change::Change;
use crate::conversation::{self, EventKind, Message, Rearranged, record};
use crate::desk::Desk;
use crate::error::{Error, StateProblem};
use crate::id::MessageId;
use crate::intake::RequesterSource;
use crate::{mailbox, request};

/// Reads a message again as a forward: its original sender speaks, and asks where the forwarding person was
/// taken for the requester. What stood above the forwarded mail becomes a note. Refused when the mail holds
/// no forwarded one.
///
/// What is needed to put it back is written down.
pub async fn take_as_forward(desk: &Desk, actor: Actor, id: MessageId) -> Result<Rearranged, Error> {
    let mut reader = desk.reader().await?;
    let raw = conversation::raw_of(&mut reader, id).await?.ok_or(Error::NotFound("mail"))?;
    let (pending, _) = mailbox::intake_of(&mut reader, &raw).await?.ok_or(Error::NotFound("mail"))?;
    let mut context = owner_context(&mut reader).await?;
    drop(reader);
    context.treat_as_forward = true;
    let mail = read(desk, &pending, &context).await?;
    if mail.forward.is_none() {
        return Err(Error::State(StateProblem::NothingForwarded));
    }
    let now = desk.clock().now();
    let intake = Intake { pending: &pending, mail: &mail, context: &context, insist: true, now };
    let mut write = desk.write().await?;
    let request_id = conversation::request_of_message(&mut write, id).await?;
    let before = conversation::messages(&mut write, request_id)
        .await?
        .into_iter()
        .find(|message| message.id == id)
        .ok_or(Error::NotFound("message"))?;
    let all = conversation::recipients(&mut write, request_id).await?.into_iter();
    let recipients =
        all.filter(|(message, ..)| *message == id).map(|(_, field, person)| (field, person)).collect();
    let understood = Understood::of(&before, recipients);
    let message = Message {
        id,
        same_id_as_other: before.same_id_as_other,
        ..intake.message(request_id, before.created_at)
    };
    conversation::replace_message(&mut write, &message, &intake.recipients()).await?;
    index_message(&mut write, &message).await?;
    let note = match before.forwarded_by {
        None => intake.keep_owners_words(&mut write, request_id, before.created_at).await?,
        Some(_) => None,
    };
    let asked = request::find(&mut write, request_id).await?;
    let mut stored = asked.clone();
    if stored.requester_address == before.sender.address {
        stored.requester_name.clone_from(&message.sender.name);
        stored.requester_address.clone_from(&message.sender.address);
        stored.requester_source = RequesterSource::Forward;
        stored.language = mail.language.or(stored.language);
        if stored.subject == before.subject {
            stored.subject.clone_from(&message.subject);
        }
        relink(&mut write, &mut stored, now).await?;
        request::update(&mut write, &stored).await?;
        index_request(&mut write, &stored).await?;
        let detail = [("from", before.sender.address.as_str()), ("to", stored.requester_address.as_str())];
        record(&mut write, request_id, actor, now, EventKind::RequesterCorrected, &detail).await?;
    }
    write.changed(Change::Request(request_id));
    let taken = TakenAsForward { message: id, understood, note, before: asked, after: stored };
    let taken = taken.write_down(&mut write, now).await?;
    write.commit().await?;
    Ok(taken)
}
