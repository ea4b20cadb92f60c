//! A request is looked at: its facts, and its conversation.

use std::collections::HashMap;

use sqlx::SqliteConnection;

use super::suggest_contact::{found_fields, likely_contacts};
use crate::contact;
use crate::conversation::{
    self, AttachmentView, DeliveryView, Direction, Entry, Message, MessageView, QuoteEntryView,
    RecipientField, RecipientView,
};
use crate::desk::Desk;
use crate::document;
use crate::error::Error;
use crate::id::{MessageId, RequestId};
use crate::intake::{self, Person};
use crate::mailbox;
use crate::outbox;
use crate::quote;
use crate::request::{self, RequestContact, RequestDetail, RequesterView};

/// Everything about one request except its conversation.
pub async fn show_request(desk: &Desk, id: RequestId) -> Result<RequestDetail, Error> {
    let mut reader = desk.reader().await?;
    let stored = request::find(&mut reader, id).await?;
    let found = found_fields(&mut reader, id).await?;
    let contact = match stored.contact_id {
        Some(contact) => Some(contact_of(&mut reader, contact).await?),
        None => None,
    };
    let likely_contacts =
        if contact.is_some() { Vec::new() } else { likely_contacts(&mut reader, &stored, &found).await? };
    let mailbox_address = match stored.account_id {
        Some(account) => mailbox::account(&mut reader, account).await?.address,
        None => String::new(),
    };
    Ok(RequestDetail {
        row: request::row(&mut reader, id).await?,
        origin: stored.origin,
        received_at: stored.received_at,
        mailbox_address,
        requester: RequesterView {
            name: stored.requester_name,
            address: stored.requester_address,
            phone: stored.requester_phone,
            source: stored.requester_source,
        },
        contact,
        likely_contacts,
        found,
        quotes: quote::of_request(&mut reader, id).await?,
        timeline: conversation::timeline(&mut reader, id).await?,
    })
}

async fn contact_of(
    connection: &mut SqliteConnection,
    id: crate::id::ContactId,
) -> Result<RequestContact, Error> {
    let details = contact::find(connection, id).await?.details;
    let (accepted_quotes, accepted_total) = quote::accepted_by(connection, id).await?;
    Ok(RequestContact {
        id,
        kind: details.kind,
        name: details.name,
        company: details.company,
        accepted_quotes,
        accepted_total,
        phone: details.phone,
        address: details.addresses.into_iter().next().unwrap_or_default(),
    })
}

/// The entries of a conversation, oldest first.
pub async fn show_conversation(desk: &Desk, id: RequestId) -> Result<Vec<Entry>, Error> {
    let mut reader = desk.reader().await?;
    request::find(&mut reader, id).await?;
    let mut entries = Vec::new();
    for (at, entry) in messages(&mut reader, id).await? {
        entries.push((at, entry));
    }
    for note in conversation::notes(&mut reader, id).await? {
        entries.push((note.at, Entry::Note(note)));
    }
    for quote in quotes(&mut reader, id).await? {
        entries.push((quote.at, Entry::Quote(quote)));
    }
    // Stable: what has the same time stays in the order message, note, quote.
    entries.sort_by_key(|(at, _)| *at);
    Ok(entries.into_iter().map(|(_, entry)| entry).collect())
}

async fn messages(
    connection: &mut SqliteConnection,
    id: RequestId,
) -> Result<Vec<(crate::clock::Timestamp, Entry)>, Error> {
    let mut recipients: HashMap<MessageId, Vec<(RecipientField, Person)>> = HashMap::new();
    for (message, field, person) in conversation::recipients(connection, id).await? {
        recipients.entry(message).or_default().push((field, person));
    }
    let mut files: HashMap<MessageId, Vec<AttachmentView>> = HashMap::new();
    for file in conversation::attachments(connection, id).await? {
        files.entry(file.message_id).or_default().push(attachment_view(file));
    }
    let mut deliveries = deliveries(connection, id).await?;
    let header_only = conversation::header_only(connection, id).await?;
    let mut entries = Vec::new();
    for message in conversation::messages(connection, id).await? {
        let at = message.created_at;
        let direction = message.direction;
        let view = message_view(
            recipients.remove(&message.id).unwrap_or_default(),
            files.remove(&message.id).unwrap_or_default(),
            deliveries.remove(&message.id),
            header_only.contains(&message.id),
            message,
        );
        entries.push((
            at,
            if direction == Direction::Incoming { Entry::Incoming(view) } else { Entry::Outgoing(view) },
        ));
    }
    Ok(entries)
}

fn message_view(
    recipients: Vec<(RecipientField, Person)>,
    attachments: Vec<AttachmentView>,
    delivery: Option<DeliveryView>,
    header_only: bool,
    message: Message,
) -> MessageView {
    let of = |wanted: RecipientField| {
        recipients.iter().filter(|(field, _)| *field == wanted).map(|(_, person)| person.clone()).collect()
    };
    MessageView {
        id: message.id,
        at: message.created_at,
        from: message.sender,
        to: of(RecipientField::To),
        cc: of(RecipientField::Cc),
        subject: message.subject,
        text: message.text,
        language: message.language,
        quoted: message.quoted,
        signature: message.signature,
        has_html: message.has_html,
        class: message.class,
        class_reason: message.class_reason,
        forwarded_by: message.forwarded_by,
        evidence: message.evidence,
        attachments,
        user_id: message.user_id,
        quote_id: message.quote_id,
        delivery,
        message_id: message.mail_message_id,
        same_id_as_other: message.same_id_as_other,
        omissions: message.omissions,
        header_only,
    }
}

fn attachment_view(file: conversation::Attachment) -> AttachmentView {
    AttachmentView {
        id: file.id,
        dangerous: intake::is_dangerous_file(&file.name, &file.mime),
        name: file.name,
        mime: file.mime,
        size: file.size,
        sha256: super::look_at_files::hex_of_bytes(&file.sha256),
        inline: file.inline,
    }
}

async fn deliveries(
    connection: &mut SqliteConnection,
    id: RequestId,
) -> Result<HashMap<MessageId, DeliveryView>, Error> {
    let mut deliveries = HashMap::new();
    for mail in outbox::of_request(connection, id).await? {
        let recipients = outbox::recipients(connection, mail.id).await?;
        let view = DeliveryView {
            outbox_id: mail.id,
            purpose: mail.purpose,
            state: mail.state,
            not_before: mail.not_before,
            tries: mail.tries,
            last_error: mail.last_error,
            copied_to_sent: mail.copied,
            recipients: recipients
                .into_iter()
                .map(|one| RecipientView { address: one.address, state: one.state, detail: one.detail })
                .collect(),
        };
        deliveries.insert(mail.message_id, view);
    }
    Ok(deliveries)
}

async fn quotes(connection: &mut SqliteConnection, id: RequestId) -> Result<Vec<QuoteEntryView>, Error> {
    let mut entries = Vec::new();
    for listed in quote::of_request(connection, id).await? {
        let stored = quote::find(connection, listed.id).await?;
        let (Some(at), Some(sha256), Some(number)) =
            (stored.finalised_at, &stored.document_sha256, stored.number.clone())
        else {
            continue;
        };
        entries.push(QuoteEntryView {
            id: stored.id,
            at,
            number,
            version: stored.version,
            state: stored.state,
            title: stored.content.title.clone(),
            total: listed.total,
            recipient: stored.content.recipient.shown_name(),
            valid_until: stored.content.valid_until,
            pages: document::pages(connection, sha256).await?,
        });
    }
    Ok(entries)
}
