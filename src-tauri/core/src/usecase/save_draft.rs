//! What is being written is kept: opened, saved while typing, files added, thrown away.

use std::path::{Path, PathBuf};

use sqlx::SqliteConnection;

use super::standard_text::{Placeholders, greeting_text, language_of};
use crate::actor::Actor;
use crate::change::Change;
use crate::clock::Timestamp;
use crate::conversation::{
    self, Direction, Draft, DraftAttachmentView, DraftKind, DraftPerson, DraftText, DraftView, Message,
    RecipientField,
};
use crate::desk::Desk;
use crate::error::{Error, StateProblem, TooLargeToMail};
use crate::id::{AttachmentId, DraftId, MessageId, QuoteId, RequestId};
use crate::intake::{self, MailClass, Person};
use crate::mail::compose::LARGEST_MAIL;
use crate::mailbox::{self, Account};
use crate::request::{self, Request};
use crate::settings::{self, TextPurpose};

/// The most that can be attached to one mail, in bytes: base64 makes four of every three.
const MOST_ATTACHED: u64 = (LARGEST_MAIL / 4 * 3) as u64;

/// The draft of a kind for a request: what was being written, else a new one with its recipients
/// and standard text filled in.
pub async fn open_draft(
    desk: &Desk,
    actor: Actor,
    id: RequestId,
    kind: DraftKind,
    quote: Option<QuoteId>,
) -> Result<DraftView, Error> {
    let now = desk.clock().now();
    let mut write = desk.write().await?;
    request::find(&mut write, id).await?;
    let begun = conversation::draft_being_written(&mut write, id, kind).await?;
    if let Some(draft) = begun.clone().filter(|draft| draft.quote_id == quote) {
        return view(desk, &mut write, draft).await;
    }
    let text = first_words(&mut write, actor, id, kind, quote).await?;
    let draft = Draft {
        id: DraftId::new(),
        request_id: id,
        kind,
        quote_id: quote,
        answers_id: answered(&mut write, id, kind).await?,
        text,
        outbox_id: None,
        updated_at: now,
    };
    match begun {
        // A mail for another quote was begun: what was typed of it goes below the new one.
        Some(begun) => {
            conversation::tie_draft_to_quote(&mut write, begun.id, quote).await?;
            let taken_over = Draft { id: begun.id, ..draft };
            replace_words(&mut write, actor, begun, &taken_over).await?;
        }
        None => conversation::insert_draft(&mut write, &draft).await?,
    }
    let draft =
        conversation::draft_being_written(&mut write, id, kind).await?.ok_or(Error::NotFound("draft"))?;
    let opened = view(desk, &mut write, draft).await?;
    write.commit().await?;
    Ok(opened)
}

/// The mail that a new reply answers: the last one that a person wrote to us.
async fn answered(
    connection: &mut SqliteConnection,
    id: RequestId,
    kind: DraftKind,
) -> Result<Option<MessageId>, Error> {
    if kind != DraftKind::Reply {
        return Ok(None);
    }
    Ok(last_incoming(&conversation::messages(connection, id).await?).map(|message| message.id))
}

/// The last mail of a conversation that a person wrote to us.
pub(super) fn last_incoming(messages: &[Message]) -> Option<&Message> {
    messages
        .iter()
        .rev()
        .find(|message| message.direction == Direction::Incoming && message.class == MailClass::Personal)
}

/// What a draft can quote: the mail it answers, as long as that is in its conversation; else nothing.
pub(super) async fn quotation_of(
    desk: &Desk,
    connection: &mut SqliteConnection,
    draft: &Draft,
) -> Result<String, Error> {
    let Some(id) = draft.answers_id.filter(|_| draft.kind == DraftKind::Reply) else {
        return Ok(String::new());
    };
    let messages = conversation::messages(connection, draft.request_id).await?;
    let Some(message) = messages.iter().find(|message| message.id == id) else { return Ok(String::new()) };
    let request = request::find(connection, draft.request_id).await?;
    let language = language_of(connection, &request).await?;
    let parts = [&message.text, &message.signature, &message.quoted].map(|part| part.trim());
    let words: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let at = message.sent_at.date_time_in(&desk.clock().zone());
    Ok(conversation::quotation(language, at, &message.sender, &words.join("\n\n")))
}

/// Writes new words into a draft, above what was typed into it.
async fn replace_words(
    connection: &mut SqliteConnection,
    actor: Actor,
    begun: Draft,
    new: &Draft,
) -> Result<(), Error> {
    let mut text = new.text.clone();
    if is_typed(connection, actor, &begun).await? {
        text.text = below(&text.text, &begun.text.text);
    }
    conversation::update_draft(connection, begun.id, &text, new.updated_at).await
}

/// Ends a draft in favour of another: its files move there at once; what was typed is returned.
pub(super) async fn take_words(
    connection: &mut SqliteConnection,
    actor: Actor,
    from: Draft,
    into: DraftId,
) -> Result<Option<String>, Error> {
    let typed = if is_typed(connection, actor, &from).await? { Some(from.text.text) } else { None };
    conversation::move_draft_attachments(connection, from.id, into).await?;
    conversation::delete_draft(connection, from.id).await?;
    Ok(typed)
}

/// Puts words at the end of a draft.
pub(super) async fn append_words(
    connection: &mut SqliteConnection,
    id: DraftId,
    words: &str,
    at: Timestamp,
) -> Result<(), Error> {
    let mut text = conversation::find_draft(connection, id).await?.text;
    text.text = below(&text.text, words);
    conversation::update_draft(connection, id, &text, at).await
}

/// Whether somebody typed something into a draft since it was opened.
async fn is_typed(connection: &mut SqliteConnection, actor: Actor, draft: &Draft) -> Result<bool, Error> {
    match first_words(connection, actor, draft.request_id, draft.kind, draft.quote_id).await {
        Ok(first) => Ok(first.text.trim() != draft.text.text.trim()),
        // The standard text is not what it was: nobody can tell, so that the words are kept.
        Err(Error::Template(_) | Error::NotFound(_)) => Ok(true),
        Err(error) => Err(error),
    }
}

fn below(above: &str, words: &str) -> String {
    if words.trim().is_empty() { above.to_owned() } else { format!("{}\n\n{words}", above.trim_end()) }
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
        return Err(Error::State(StateProblem::MailAlreadyLeaving));
    }
    conversation::delete_draft(&mut write, id).await?;
    write.changed(Change::Request(draft.request_id));
    Ok(write.commit().await?)
}

/// Adds files to a draft: all of them or, when one cannot be read or all together are too large
/// to be mailed, none.
pub async fn attach_files(desk: &Desk, id: DraftId, files: &[PathBuf]) -> Result<DraftView, Error> {
    let mut attached = attached_bytes(&mut *desk.reader().await?, id).await?;
    let mut read = Vec::new();
    for path in files {
        let bytes = read_within(path, attached).await?;
        attached += bytes.len() as u64;
        read.push((file_name(path), bytes));
    }
    let mut write = desk.write().await?;
    let draft = conversation::find_draft(&mut write, id).await?;
    if draft.outbox_id.is_some() {
        return Err(Error::State(StateProblem::MailAlreadyLeaving));
    }
    // Another file may have come meanwhile.
    let mut present = attached_bytes(&mut write, id).await?;
    for (name, bytes) in &read {
        fits(name, bytes.len() as u64, present)?;
        present += bytes.len() as u64;
    }
    for (name, bytes) in read {
        let mime = intake::mime_of_name(&name).to_owned();
        let file = DraftAttachmentView { id: AttachmentId::new(), name, mime, size: bytes.len() as i64 };
        conversation::insert_draft_attachment(&mut write, id, &file, &bytes).await?;
    }
    let opened = view(desk, &mut write, draft).await?;
    write.commit().await?;
    Ok(opened)
}

async fn attached_bytes(connection: &mut SqliteConnection, id: DraftId) -> Result<u64, Error> {
    let files = conversation::draft_attachments(connection, id).await?;
    Ok(files.iter().map(|file| file.size.unsigned_abs()).sum())
}

/// Whether a file can still be attached.
fn fits(name: &str, size: u64, attached: u64) -> Result<(), Error> {
    if attached.saturating_add(size) <= MOST_ATTACHED {
        return Ok(());
    }
    Err(TooLargeToMail { name: Some(name.to_owned()), size, attached, limit: MOST_ATTACHED }.into())
}

/// A file, unless it is larger than there is room; it is not read then.
async fn read_within(path: &Path, attached: u64) -> Result<Vec<u8>, Error> {
    use tokio::io::AsyncReadExt as _;
    let file = tokio::fs::File::open(path).await?;
    fits(&file_name(path), file.metadata().await?.len(), attached)?;
    let room = MOST_ATTACHED.saturating_sub(attached);
    let mut bytes = Vec::new();
    file.take(room + 1).read_to_end(&mut bytes).await?;
    // A file that grows, or does not tell its size.
    fits(&file_name(path), bytes.len() as u64, attached)?;
    Ok(bytes)
}

/// Takes a file out of its draft.
pub async fn detach_file(desk: &Desk, id: AttachmentId) -> Result<DraftView, Error> {
    let mut write = desk.write().await?;
    let draft = conversation::delete_draft_attachment(&mut write, id).await?;
    let draft = conversation::find_draft(&mut write, draft).await?;
    let opened = view(desk, &mut write, draft).await?;
    write.commit().await?;
    Ok(opened)
}

/// The mailbox a request's mail leaves through: the one it came through, else the first.
pub(super) async fn sending_account(
    connection: &mut SqliteConnection,
    request: &Request,
) -> Result<Option<Account>, Error> {
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

async fn view(desk: &Desk, connection: &mut SqliteConnection, draft: Draft) -> Result<DraftView, Error> {
    let quotation = quotation_of(desk, connection, &draft).await?;
    let request = request::find(connection, draft.request_id).await?;
    let account = sending_account(connection, &request).await?;
    let people = |people: Vec<DraftPerson>| {
        people.into_iter().map(|person| Person { name: person.name, address: person.address }).collect()
    };
    Ok(DraftView {
        id: draft.id,
        request_id: draft.request_id,
        kind: draft.kind,
        quote_id: draft.quote_id,
        from: account
            .map(|account| Person { name: account.display_name, address: account.address })
            .unwrap_or_default(),
        to: people(draft.text.to),
        cc: people(draft.text.cc),
        subject: draft.text.subject,
        text: draft.text.text,
        quotation,
        quotes: draft.text.quotes,
        attachments: conversation::draft_attachments(connection, draft.id).await?,
        updated_at: draft.updated_at,
    })
}

/// What a draft begins with: its recipients and the standard text.
async fn first_words(
    connection: &mut SqliteConnection,
    actor: Actor,
    id: RequestId,
    kind: DraftKind,
    quote: Option<QuoteId>,
) -> Result<DraftText, Error> {
    let (purpose, quote) = match kind {
        DraftKind::Note => return Ok(DraftText::default()),
        DraftKind::Reply => (TextPurpose::Signature, None),
        DraftKind::QuoteMail => (TextPurpose::QuoteMail, quote),
    };
    let request = request::find(connection, id).await?;
    let messages = conversation::messages(connection, id).await?;
    let (to, cc) = recipients(connection, &request, &messages).await?;
    let placeholders = Placeholders::gather(connection, actor, &request, quote).await?;
    let subject = match purpose {
        TextPurpose::QuoteMail => String::new(),
        _ => reply_subject(&request, &messages),
    };
    let text = greeting_text(connection, purpose, &placeholders).await?;
    let quotes = kind == DraftKind::Reply && settings::preferences(connection).await?.quotes_answered_mail;
    Ok(DraftText { to, cc, subject, text, quotes })
}

/// Who gets an answer: the requester, and everybody who was in copy of their last mail but ourselves.
async fn recipients(
    connection: &mut SqliteConnection,
    request: &Request,
    messages: &[Message],
) -> Result<(Vec<DraftPerson>, Vec<DraftPerson>), Error> {
    let own = own_addresses(connection).await?;
    let all = conversation::recipients(connection, request.id).await?;
    let last = last_incoming(messages);
    let of_last = |field: RecipientField| {
        let last = last.map(|message| message.id);
        all.iter()
            .filter(move |(message, found, _)| Some(*message) == last && *found == field)
            .map(|(_, _, person)| person)
    };
    let is_requesters = last.is_some_and(|message| {
        message.sender.address == request.requester_address && message.forwarded_by.is_none()
    });
    let reply_to = of_last(RecipientField::ReplyTo).next().filter(|_| is_requesters);
    let mut to: Vec<DraftPerson> = Vec::new();
    match reply_to {
        Some(person) => to.push(DraftPerson { name: person.name.clone(), address: person.address.clone() }),
        None if !request.requester_address.is_empty() => {
            to.push(DraftPerson {
                name: request.requester_name.clone(),
                address: request.requester_address.clone(),
            });
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

/// Our own addresses, of mailboxes and of people: we do not write to ourselves.
async fn own_addresses(connection: &mut SqliteConnection) -> Result<Vec<String>, Error> {
    let mailboxes = mailbox::accounts(connection).await?.into_iter().map(|account| account.address);
    let people = settings::users(connection).await?.into_iter().map(|user| user.address);
    Ok(mailboxes.chain(people).map(|address| address.to_lowercase()).collect())
}

fn file_name(path: &Path) -> String {
    intake::safe_file_name(
        &path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default(),
    )
}
