//! What is being written is kept: opened, saved while typing, files added, thrown away.

use std::path::{Path, PathBuf};

use sqlx::SqliteConnection;

use super::standard_text::{Placeholders, greeting_text};
use crate::actor::Actor;
use crate::change::Change;
use crate::conversation::{self, Direction, Draft, DraftAttachmentView, DraftKind, DraftPerson, DraftText, DraftView, Message, RecipientField};
use crate::desk::Desk;
use crate::error::{Error, FieldProblem};
use crate::id::{AttachmentId, DraftId, QuoteId, RequestId};
use crate::intake::{self, Person};
use crate::mail::compose::LARGEST_MAIL;
use crate::mailbox::{self, Account};
use crate::request::{self, Request};
use crate::settings::TextPurpose;

/// The draft of a kind for a request: what was being written, else a new one with its recipients
/// and standard text filled in.
pub async fn open_draft(desk: &Desk, actor: Actor, id: RequestId, kind: DraftKind, quote: Option<QuoteId>) -> Result<DraftView, Error> {
    let mut write = desk.write().await?;
    if let Some(draft) = conversation::draft_being_written(&mut write, id, kind).await? {
        if draft.quote_id == quote {
            return view(&mut write, draft).await;
        }
        conversation::delete_draft(&mut write, draft.id).await?;
    }
    let text = match kind {
        DraftKind::Note => DraftText::default(),
        DraftKind::Reply => first_words(&mut write, actor, id, TextPurpose::Signature, None).await?,
        DraftKind::QuoteMail => first_words(&mut write, actor, id, TextPurpose::QuoteMail, quote).await?,
    };
    let draft = Draft { id: DraftId::new(), request_id: id, kind, quote_id: quote, text, outbox_id: None, updated_at: desk.clock().now() };
    conversation::insert_draft(&mut write, &draft).await?;
    let opened = view(&mut write, draft).await?;
    write.commit().await?;
    Ok(opened)
}

/// Saves a draft as it stands; nothing is checked, so that nothing typed is lost.
pub async fn save_draft(desk: &Desk, id: DraftId, text: &DraftText) -> Result<(), Error> {
    let mut write = desk.write().await?;
    conversation::update_draft(&mut write, id, text, desk.clock().now()).await?;
    Ok(write.commit().await?)
}

/// Throws a draft away.
pub async fn discard_draft(desk: &Desk, id: DraftId) -> Result<(), Error> {
    let mut write = desk.write().await?;
    let draft = conversation::find_draft(&mut write, id).await?;
    if draft.outbox_id.is_some() {
        return Err(Error::State(crate::error::StateProblem::MailAlreadyLeaving));
    }
    conversation::delete_draft(&mut write, id).await?;
    write.changed(Change::Request(draft.request_id));
    Ok(write.commit().await?)
}

/// Adds files to a draft: all of them or, when one cannot be read or all together are too large
/// to be mailed, none.
pub async fn attach_files(desk: &Desk, id: DraftId, files: &[PathBuf]) -> Result<DraftView, Error> {
    let mut read = Vec::new();
    for path in files {
        read.push((file_name(path), tokio::fs::read(path).await?));
    }
    let mut write = desk.write().await?;
    let draft = conversation::find_draft(&mut write, id).await?;
    let mut total: i64 = conversation::draft_attachments(&mut write, id).await?.iter().map(|file| file.size).sum();
    for (name, bytes) in read {
        total += bytes.len() as i64;
        if total > (LARGEST_MAIL / 4 * 3) as i64 {
            return Err(Error::field("attachments", FieldProblem::TooLong));
        }
        let mime = intake::mime_of_name(&name).to_owned();
        let file = DraftAttachmentView { id: AttachmentId::new(), name, mime, size: bytes.len() as i64 };
        conversation::insert_draft_attachment(&mut write, id, &file, &bytes).await?;
    }
    let opened = view(&mut write, draft).await?;
    write.commit().await?;
    Ok(opened)
}

/// Takes a file out of its draft.
pub async fn detach_file(desk: &Desk, id: AttachmentId) -> Result<DraftView, Error> {
    let mut write = desk.write().await?;
    let draft = conversation::delete_draft_attachment(&mut write, id).await?;
    let draft = conversation::find_draft(&mut write, draft).await?;
    let opened = view(&mut write, draft).await?;
    write.commit().await?;
    Ok(opened)
}

/// The mailbox a request's mail leaves through: the one it came through, else the first.
pub(super) async fn sending_account(connection: &mut SqliteConnection, request: &Request) -> Result<Option<Account>, Error> {
    let accounts = mailbox::accounts(connection).await?;
    let own = accounts.iter().find(|account| Some(account.id) == request.account_id);
    Ok(own.or(accounts.first()).cloned())
}

/// The subject of an answer: the request's, with one `Re:` before it if there was a mail.
pub(super) fn reply_subject(request: &Request, messages: &[Message]) -> String {
    let subject = request.subject.trim();
    let answered = messages.iter().any(|message| message.direction == Direction::Incoming);
    let has_prefix = subject.get(..3).is_some_and(|start| start.eq_ignore_ascii_case("re:"));
    if answered && !has_prefix { format!("Re: {subject}") } else { subject.to_owned() }
}

async fn view(connection: &mut SqliteConnection, draft: Draft) -> Result<DraftView, Error> {
    let request = request::find(connection, draft.request_id).await?;
    let account = sending_account(connection, &request).await?;
    let people = |people: Vec<DraftPerson>| people.into_iter().map(|person| Person { name: person.name, address: person.address }).collect();
    Ok(DraftView {
        id: draft.id,
        request_id: draft.request_id,
        kind: draft.kind,
        quote_id: draft.quote_id,
        from: account.map(|account| Person { name: account.display_name, address: account.address }).unwrap_or_default(),
        to: people(draft.text.to),
        cc: people(draft.text.cc),
        subject: draft.text.subject,
        text: draft.text.text,
        attachments: conversation::draft_attachments(connection, draft.id).await?,
        updated_at: draft.updated_at,
    })
}

async fn first_words(connection: &mut SqliteConnection, actor: Actor, id: RequestId, purpose: TextPurpose, quote: Option<QuoteId>) -> Result<DraftText, Error> {
    let request = request::find(connection, id).await?;
    let messages = conversation::messages(connection, id).await?;
    let (to, cc) = recipients(connection, &request, &messages).await?;
    let placeholders = Placeholders::gather(connection, actor, &request, quote).await?;
    let subject = match purpose {
        TextPurpose::QuoteMail => String::new(),
        _ => reply_subject(&request, &messages),
    };
    Ok(DraftText { to, cc, subject, text: greeting_text(connection, purpose, &placeholders).await? })
}

/// Who gets an answer: the requester, and everybody who was in copy of their last mail but ourselves.
async fn recipients(connection: &mut SqliteConnection, request: &Request, messages: &[Message]) -> Result<(Vec<DraftPerson>, Vec<DraftPerson>), Error> {
    let own: Vec<String> = mailbox::accounts(connection).await?.into_iter().map(|account| account.address.to_lowercase()).collect();
    let all = conversation::recipients(connection, request.id).await?;
    let last = messages.iter().rev().find(|message| message.direction == Direction::Incoming && message.class == intake::MailClass::Personal);
    let of_last = |field: RecipientField| {
        let last = last.map(|message| message.id);
        all.iter().filter(move |(message, found, _)| Some(*message) == last && *found == field).map(|(_, _, person)| person)
    };
    let is_requesters = last.is_some_and(|message| message.sender.address == request.requester_address && message.forwarded_by.is_none());
    let reply_to = of_last(RecipientField::ReplyTo).next().filter(|_| is_requesters);
    let mut to: Vec<DraftPerson> = Vec::new();
    match reply_to {
        Some(person) => to.push(DraftPerson { name: person.name.clone(), address: person.address.clone() }),
        None if !request.requester_address.is_empty() => {
            to.push(DraftPerson { name: request.requester_name.clone(), address: request.requester_address.clone() });
        }
        None => {}
    }
    let mut cc: Vec<DraftPerson> = Vec::new();
    for person in of_last(RecipientField::To).chain(of_last(RecipientField::Cc)) {
        let known = |list: &[DraftPerson]| list.iter().any(|other| other.address == person.address);
        if !own.contains(&person.address) && !known(&to) && !known(&cc) {
            cc.push(DraftPerson { name: person.name.clone(), address: person.address.clone() });
        }
    }
    Ok((to, cc))
}

fn file_name(path: &Path) -> String {
    intake::safe_file_name(&path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default())
}
