//! Messages become a request of their own, or go to another request.

use super::part::{Part, holds_newest_incoming};
use super::{Rearranging, tell};
use crate::actor::Actor;
use crate::conversation::{self, Direction, EventKind, Message, Rearranged};
use crate::desk::{Desk, Write};
use crate::error::{Error, StateProblem};
use crate::id::{MessageId, RequestId};
use crate::intake::{self, MailClass, RequesterSource};
use crate::request::{self, Origin, Request};
use crate::usecase::take_request::new_request;
use crate::{change::Change, contact};

/// Makes a request of a message or, `following`, of it and all that came after it: mails, notes, quotes.
pub async fn split_request(
    desk: &Desk,
    actor: Actor,
    message: MessageId,
    following: bool,
) -> Result<Rearranged, Error> {
    let now = desk.clock().now();
    let mut write = desk.write().await?;
    let from = conversation::request_of_message(&mut write, message).await?;
    let (part, chosen) = Part::from_message(&mut write, from, message, following).await?;
    part.refuse_unsettled(&mut write).await?;
    let source = request::find(&mut write, from).await?;
    let target = request_of(desk, &mut write, &source, &chosen).await?;
    request::insert(&mut write, &target).await?;
    let mut moving = Rearranging::begin(&mut write, actor, now, source, target).await?;
    moving.target.is_made = true;
    move_part(&mut write, &mut moving, &part, &chosen).await?;
    let (source, target) = (moving.source.before.clone(), moving.target.before.clone());
    moving.tell(&mut write, source.id, EventKind::SplitOff, &target).await?;
    moving.tell(&mut write, target.id, EventKind::SplitFrom, &source).await?;
    let split = moving.write_down(&mut write, part).await?;
    write.commit().await?;
    Ok(split)
}

/// Moves a message, with the quote it carries, into another request.
pub async fn move_message(
    desk: &Desk,
    actor: Actor,
    message: MessageId,
    to: RequestId,
) -> Result<Rearranged, Error> {
    let now = desk.clock().now();
    let mut write = desk.write().await?;
    let from = conversation::request_of_message(&mut write, message).await?;
    if from == to {
        return Err(Error::State(StateProblem::SameRequest));
    }
    let (part, chosen) = Part::from_message(&mut write, from, message, false).await?;
    part.refuse_unsettled(&mut write).await?;
    let source = request::find(&mut write, from).await?;
    let target = request::find(&mut write, to).await?;
    let mut moving = Rearranging::begin(&mut write, actor, now, source, target).await?;
    move_part(&mut write, &mut moving, &part, &chosen).await?;
    let (source, target) = (&moving.source.before, &moving.target.before);
    tell(&mut write, source.id, actor, now, EventKind::MovedOut, target).await?;
    tell(&mut write, target.id, actor, now, EventKind::MovedIn, source).await?;
    let moved = moving.write_down(&mut write, part).await?;
    write.commit().await?;
    Ok(moved)
}

async fn move_part(
    write: &mut Write<'_>,
    moving: &mut Rearranging,
    part: &Part,
    chosen: &[Message],
) -> Result<(), Error> {
    let all = conversation::messages(write, moving.source.id()).await?;
    let takes_newest = holds_newest_incoming(chosen, &all);
    let is_unread = moving.source.before.unread && takes_newest;
    moving.carry(write, part).await?;
    moving.source.after = Some(moving.settle_source(write, takes_newest).await?);
    moving.target.after = Some(moving.settle_target(write, is_unread).await?);
    write.changed(Change::Request(moving.source.id()));
    Ok(())
}

/// The request that messages become: who wrote the first of them asks, in their language.
async fn request_of(
    desk: &Desk,
    write: &mut Write<'_>,
    source: &Request,
    chosen: &[Message],
) -> Result<Request, Error> {
    let asked = chosen.iter().find(|message| {
        message.direction == Direction::Incoming
            && message.class == MailClass::Personal
            && !message.sender.address.is_empty()
    });
    let first = asked.or(chosen.first());
    let at = first.map_or(source.received_at, |message| message.created_at);
    let is_forward = first.is_some_and(|message| message.forwarded_by.is_some());
    let subject = first.map(|message| intake::bare_subject(&message.subject)).unwrap_or_default();
    let mut new = Request {
        subject: if subject.is_empty() { &source.subject } else { subject }.to_owned(),
        requester_name: source.requester_name.clone(),
        requester_address: source.requester_address.clone(),
        requester_phone: source.requester_phone.clone(),
        requester_source: source.requester_source,
        language: source.language,
        contact_id: source.contact_id,
        assignee_id: source.assignee_id,
        account_id: source.account_id,
        unread: false,
        received_at: at,
        waiting_since: at,
        activity_at: at,
        ..new_request(write, desk.clock(), if is_forward { Origin::Forward } else { Origin::Mail }).await?
    };
    if let Some(asked) = asked.filter(|message| message.sender.address != source.requester_address) {
        new.requester_name.clone_from(&asked.sender.name);
        new.requester_address.clone_from(&asked.sender.address);
        new.requester_phone.clear();
        new.requester_source = if is_forward { RequesterSource::Forward } else { RequesterSource::From };
        new.language = intake::language_of_text(&asked.text).or(source.language);
        new.contact_id = contact::find_by_address(write, &new.requester_address).await?;
    }
    Ok(new)
}
