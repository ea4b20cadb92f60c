//! The part of a conversation that is moved, and what has to go with it.

use std::collections::{BTreeMap, HashSet};

use serde::{Deserialize, Serialize};
use sqlx::SqliteConnection;

use crate::change::Change;
use crate::clock::Timestamp;
use crate::conversation::{self, Direction, Message};
use crate::desk::Write;
use crate::error::{Error, StateProblem};
use crate::id::{DraftId, EventId, MessageId, NoteId, QuoteId, RequestId};
use crate::intake::MailClass;
use crate::quote::{self, QuoteMark};
use crate::{outbox, request, search};

/// What is moved, by its identities.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Part {
    pub(super) messages: Vec<MessageId>,
    pub(super) notes: Vec<NoteId>,
    pub(super) quotes: Vec<QuoteId>,
    pub(super) events: Vec<EventId>,
    pub(super) drafts: Vec<DraftId>,
    /// References of requests that were merged into the one that is moved.
    pub(super) references: Vec<String>,
}

impl Part {
    /// Everything in a request.
    pub(super) async fn whole(connection: &mut SqliteConnection, id: RequestId) -> Result<Self, Error> {
        let messages = conversation::messages(connection, id).await?;
        let notes = conversation::notes(connection, id).await?;
        let quotes = quote::marks_of_request(connection, id).await?;
        Ok(Self {
            messages: messages.into_iter().map(|message| message.id).collect(),
            notes: notes.into_iter().map(|note| note.id).collect(),
            quotes: quotes.into_iter().map(|quote| quote.id).collect(),
            events: conversation::event_ids(connection, id).await?,
            drafts: conversation::drafts_being_written(connection, id).await?,
            references: request::former_references(connection, id).await?,
        })
    }

    /// A message with the quote it carries or, `following`, with all that was written and begun since.
    pub(super) async fn from_message(
        connection: &mut SqliteConnection,
        id: RequestId,
        message: MessageId,
        following: bool,
    ) -> Result<(Self, Vec<Message>), Error> {
        let messages = conversation::messages(connection, id).await?;
        let notes = conversation::notes(connection, id).await?;
        let marks = quote::marks_of_request(connection, id).await?;
        let place =
            messages.iter().position(|known| known.id == message).ok_or(Error::NotFound("message"))?;
        let (count, since) = if following { (messages.len(), messages.get(place)) } else { (1, None) };
        let since = since.map(|first| first.created_at);
        let chosen: Vec<Message> = messages.iter().skip(place).take(count).cloned().collect();
        let ids: HashSet<MessageId> = chosen.iter().map(|message| message.id).collect();
        let quotes = quotes_with(&ids, &messages, &marks, since).map_err(Error::State)?;
        let note_ids: Vec<NoteId> = notes
            .iter()
            .filter(|note| since.is_some_and(|since| note.at >= since))
            .map(|note| note.id)
            .collect();
        let is_whole =
            chosen.len() == messages.len() && note_ids.len() == notes.len() && quotes.len() == marks.len();
        if is_whole {
            return Err(Error::State(StateProblem::NothingWouldStay));
        }
        let mut drafts = Vec::new();
        for draft in conversation::drafts_being_written(connection, id).await? {
            let quote = conversation::find_draft(connection, draft).await?.quote_id;
            drafts.extend(quote.filter(|quote| quotes.contains(quote)).map(|_| draft));
        }
        let messages = chosen.iter().map(|message| message.id).collect();
        Ok((Self { messages, notes: note_ids, quotes, drafts, ..Self::default() }, chosen))
    }

    /// Refuses to move a mail whose way is not settled: taken back or bounced, it would change the wrong request.
    pub(super) async fn refuse_unsettled(&self, connection: &mut SqliteConnection) -> Result<(), Error> {
        for message in &self.messages {
            if outbox::is_unsettled(connection, *message).await? {
                return Err(Error::State(StateProblem::MailUnsettled));
            }
        }
        Ok(())
    }

    /// Takes everything but the drafts from one request to another; what is not there any more stays
    /// where it is.
    pub(super) async fn carry(
        &self,
        write: &mut Write<'_>,
        from: RequestId,
        to: RequestId,
    ) -> Result<(), Error> {
        for id in &self.messages {
            if conversation::move_message(write, *id, from, to).await? {
                outbox::move_to_request(write, *id, to).await?;
                search::move_entry(write, id.uuid(), to).await?;
                write.changed(Change::Outbox);
            }
        }
        for id in &self.notes {
            if conversation::move_note(write, *id, from, to).await? {
                search::move_entry(write, id.uuid(), to).await?;
            }
        }
        for id in &self.quotes {
            if quote::move_to_request(write, *id, from, to).await? {
                search::move_entry(write, id.uuid(), to).await?;
                write.changed(Change::Quote(*id));
            }
        }
        for id in &self.events {
            conversation::move_event(write, *id, from, to).await?;
        }
        for reference in &self.references {
            request::add_former_reference(write, reference, to).await?;
        }
        Ok(())
    }
}

/// Whether the newest mail of the customer's is among some: it is what makes a request unread.
pub(super) fn holds_newest_incoming(chosen: &[Message], all: &[Message]) -> bool {
    let newest = all
        .iter()
        .rev()
        .find(|message| message.direction == Direction::Incoming && message.class == MailClass::Personal);
    newest.is_some_and(|newest| chosen.iter().any(|message| message.id == newest.id))
}

/// The quotes that go with some mails. A quote and its versions stay together, and with all mails that
/// carry them; one that no mail carries goes when it was begun `since`.
fn quotes_with(
    chosen: &HashSet<MessageId>,
    messages: &[Message],
    quotes: &[QuoteMark],
    since: Option<Timestamp>,
) -> Result<Vec<QuoteId>, StateProblem> {
    let mut families: BTreeMap<String, Vec<&QuoteMark>> = BTreeMap::new();
    for quote in quotes {
        families.entry(quote.number.clone().unwrap_or_else(|| quote.id.to_string())).or_default().push(quote);
    }
    let mut going = Vec::new();
    for family in families.values() {
        let carries = |message: &&Message| family.iter().any(|version| Some(version.id) == message.quote_id);
        let mails = messages.iter().filter(carries).count();
        let among = messages.iter().filter(carries).filter(|message| chosen.contains(&message.id)).count();
        let is_later = || since.is_some_and(|since| family.iter().all(|quote| quote.created_at >= since));
        let goes = if mails == 0 { is_later() } else { among == mails };
        if goes {
            going.extend(family.iter().map(|version| version.id));
        } else if among > 0 {
            return Err(StateProblem::QuoteStaysWithItsMails);
        }
    }
    Ok(going)
}
