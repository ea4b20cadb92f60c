//! How the entries of a conversation are shown.

use std::fmt;

use quoin_core::conversation::{AttachmentView, DeliveryView, Entry, MessageView, NoteView, QuoteEntryView};
use quoin_core::intake::{MailClass, Person};
use quoin_core::language::Language;
use quoin_core::outbox::{OutboxState, RecipientState};
use quoin_core::settings::User;
use serde::Serialize;

use crate::request_lines::Named;
use crate::written;

/// One entry: a mail in or out, a note, or something that happened.
#[derive(Serialize)]
pub struct EntryView {
    id: String,
    kind: Kind,
    from: Named,
    to: Vec<Named>,
    cc: Vec<Named>,
    date: String,
    subject: String,
    text: String,
    quoted: String,
    attachments: Vec<FileView>,
    message_id: Option<String>,
    delivery: Option<OutboxState>,
    recipients: Vec<Recipient>,
    class: Option<MailClass>,
    class_reason: String,
    forwarded_by: Option<String>,
    evidence: String,
    #[serde(skip)]
    moment: String,
}

#[derive(Clone, Copy, Serialize)]
#[serde(rename_all = "snake_case")]
enum Kind {
    Incoming,
    Outgoing,
    Note,
    Event,
}

#[derive(Serialize)]
struct FileView {
    name: String,
    mime: String,
    size: i64,
    sha256: String,
}

/// What became of a mail for one recipient.
#[derive(Serialize)]
struct Recipient {
    address: String,
    state: RecipientState,
    detail: String,
}

/// The entries in the order of the conversation.
pub fn entries(entries: Vec<Entry>, users: &[User]) -> Vec<EntryView> {
    entries
        .into_iter()
        .map(|entry| match entry {
            Entry::Incoming(message) => of_message(Kind::Incoming, message),
            Entry::Outgoing(message) => of_message(Kind::Outgoing, message),
            Entry::Note(note) => of_note(note, users),
            Entry::Quote(quote) => of_quote(quote),
        })
        .collect()
}

fn of_message(kind: Kind, message: MessageView) -> EntryView {
    let (delivery, recipients) = match message.delivery {
        Some(DeliveryView { state, recipients, .. }) => (Some(state), recipients),
        None => (None, Vec::new()),
    };
    EntryView {
        id: message.id.to_string(),
        kind,
        from: named(message.from),
        to: message.to.into_iter().map(named).collect(),
        cc: message.cc.into_iter().map(named).collect(),
        subject: message.subject,
        quoted: message.quoted,
        attachments: message.attachments.into_iter().map(FileView::from).collect(),
        message_id: message.message_id,
        delivery,
        recipients: recipients
            .into_iter()
            .map(|one| Recipient { address: one.address, state: one.state, detail: one.detail })
            .collect(),
        class: Some(message.class),
        class_reason: message.class_reason,
        forwarded_by: message.forwarded_by,
        evidence: message.evidence,
        ..bare(kind, message.text, message.at)
    }
}

fn of_note(note: NoteView, users: &[User]) -> EntryView {
    let author = note.user_id.and_then(|id| users.iter().find(|user| user.id == id));
    let from = author.map(|user| Named { name: user.name.clone(), address: user.address.clone() });
    EntryView {
        id: note.id.to_string(),
        from: from.unwrap_or_else(nobody),
        ..bare(Kind::Note, note.text, note.at)
    }
}

fn of_quote(quote: QuoteEntryView) -> EntryView {
    let text = format!(
        "Quote {} v{} finalised: {}, {}",
        quote.number,
        quote.version,
        quote.title,
        quote.total.written(Language::En)
    );
    EntryView { id: quote.id.to_string(), ..bare(Kind::Event, text, quote.at) }
}

fn bare(kind: Kind, text: String, at: quoin_core::clock::Timestamp) -> EntryView {
    EntryView {
        id: String::new(),
        kind,
        from: nobody(),
        to: Vec::new(),
        cc: Vec::new(),
        date: written::instant(at),
        subject: String::new(),
        text,
        quoted: String::new(),
        attachments: Vec::new(),
        message_id: None,
        delivery: None,
        recipients: Vec::new(),
        class: None,
        class_reason: String::new(),
        forwarded_by: None,
        evidence: String::new(),
        moment: written::moment(at),
    }
}

fn named(person: Person) -> Named {
    Named { name: person.name, address: person.address }
}

const fn nobody() -> Named {
    Named { name: String::new(), address: String::new() }
}

impl From<AttachmentView> for FileView {
    fn from(file: AttachmentView) -> Self {
        Self { name: file.name, mime: file.mime, size: file.size, sha256: file.sha256 }
    }
}

impl fmt::Display for EntryView {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = match self.kind {
            Kind::Incoming => "in  ",
            Kind::Outgoing => "out ",
            Kind::Note => "note",
            Kind::Event => "    ",
        };
        write!(formatter, "{}  {kind}  {}", self.moment, self.from)?;
        if let Some(address) = &self.forwarded_by {
            write!(formatter, ", forwarded by {address}")?;
        }
        if let Some(state) = self.delivery {
            let to: Vec<&str> = self.recipients.iter().map(|recipient| recipient.address.as_str()).collect();
            write!(formatter, " to {} ({})", to.join(", "), state.code())?;
        }
        if !self.class_reason.is_empty() {
            write!(formatter, " [{}]", self.class_reason)?;
        }
        write!(formatter, "\n{}", written::indented(self.text.trim()))?;
        for file in &self.attachments {
            write!(formatter, "\n    + {} ({}, {} bytes)", file.name, file.mime, file.size)?;
        }
        Ok(())
    }
}
