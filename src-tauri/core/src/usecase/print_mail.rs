//! Mails are printed: one, or those of a conversation, as a document of text and pixels.

use super::look_at_files::{LARGEST_PICTURE, parsed};
use super::show_request::show_conversation;
use crate::conversation::{self, Entry, MessageView};
use crate::desk::Desk;
use crate::document::DocumentFile;
use crate::error::{Error, StateProblem};
use crate::id::{MessageId, RequestId};
use crate::intake::{self, Omission, Person};
use crate::language::Language;
use crate::outbox::OutboxState;
use crate::pdf::correspondence::{PrintedFile, PrintedMail, PrintedPicture};
use crate::pdf::{self, Correspondence};
use crate::request::{self, Request};
use crate::settings;

/// The bytes of all pictures of one document together; of more, pictures are listed as files.
const MOST_PICTURES: usize = 64 * 1024 * 1024;

/// One mail as a PDF, with its signature and the history it quotes.
pub async fn message_document(desk: &Desk, id: MessageId, language: Language) -> Result<DocumentFile, Error> {
    let request = conversation::request_of_message(&mut *desk.reader().await?, id).await?;
    let mut mails = mails(desk, request).await?;
    mails.retain(|(view, _)| view.id == id);
    let subject = mails.first().map(|(view, _)| view.subject.clone());
    document(desk, request, subject, mails, language).await
}

/// The mails of a conversation as a PDF, oldest first; the later ones without the history they quote, which
/// stands before them. Internal notes are not printed; they never leave the program.
pub async fn conversation_document(
    desk: &Desk,
    id: RequestId,
    language: Language,
) -> Result<DocumentFile, Error> {
    let mut mails = mails(desk, id).await?;
    for (view, _) in mails.iter_mut().skip(1) {
        view.quoted.clear();
    }
    document(desk, id, None, mails, language).await
}

/// The mails of a conversation, and whether each is ours.
async fn mails(desk: &Desk, id: RequestId) -> Result<Vec<(MessageView, bool)>, Error> {
    let entries = show_conversation(desk, id).await?.into_iter();
    Ok(entries
        .filter_map(|entry| match entry {
            Entry::Incoming(view) => Some((view, false)),
            Entry::Outgoing(view) => Some((view, true)),
            Entry::Note(_) | Entry::Quote(_) => None,
        })
        .collect())
}

async fn document(
    desk: &Desk,
    id: RequestId,
    subject: Option<String>,
    mails: Vec<(MessageView, bool)>,
    language: Language,
) -> Result<DocumentFile, Error> {
    if mails.is_empty() {
        return Err(Error::State(StateProblem::NothingToPrint));
    }
    let (request, company) = {
        let mut reader = desk.reader().await?;
        (request::find(&mut reader, id).await?, settings::company(&mut reader).await?)
    };
    let mut room = MOST_PICTURES;
    let mut printed = Vec::with_capacity(mails.len());
    for (view, ours) in mails {
        printed.push(printed_mail(desk, view, ours, &mut room).await?);
    }
    let subject = subject.filter(|subject| !subject.trim().is_empty());
    let name = file_name(subject.as_deref(), &request);
    let value = Correspondence {
        language,
        subject: subject.unwrap_or(request.subject),
        reference: request.reference,
        company: company.name,
        mails: printed,
    };
    let bytes = tokio::task::spawn_blocking(move || pdf::render_correspondence(&value))
        .await
        .map_err(|_| Error::NotFound("document"))??;
    Ok(DocumentFile { name, mime: "application/pdf".into(), bytes })
}

async fn printed_mail(
    desk: &Desk,
    view: MessageView,
    ours: bool,
    room: &mut usize,
) -> Result<PrintedMail, Error> {
    let (mut pictures, mut files) = (Vec::new(), Vec::new());
    let inline = if view.attachments.iter().any(|file| file.inline) {
        pictures_in(desk, view.id, room).await?
    } else {
        Vec::new()
    };
    for file in view.attachments {
        match inline.iter().find(|picture| file.inline && picture.name == file.name) {
            Some(picture) => pictures.push(picture.clone()),
            None => files.push(PrintedFile { name: file.name, size: file.size.unsigned_abs() }),
        }
    }
    let has_left = view.delivery.as_ref().is_none_or(|delivery| {
        matches!(delivery.state, OutboxState::Sent | OutboxState::Uncertain | OutboxState::DataStarted)
    });
    Ok(PrintedMail {
        from: person(&view.from),
        to: view.to.iter().map(person).collect(),
        cc: view.cc.iter().map(person).collect(),
        at: view.at.date_time_in(&desk.clock().zone()),
        subject: view.subject,
        text: view.text,
        signature: view.signature,
        quoted: view.quoted,
        header_only: view.header_only,
        incomplete: view.omissions.iter().any(|omission| *omission != Omission::Layout),
        unsent: ours && !has_left,
        files,
        pictures,
    })
}

/// The pictures that stand in the text of a mail, as far as there is room for them.
async fn pictures_in(desk: &Desk, id: MessageId, room: &mut usize) -> Result<Vec<PrintedPicture>, Error> {
    let mail = parsed(&mut *desk.reader().await?, id).await?;
    let mut pictures = Vec::new();
    for file in mail.attachments {
        let size = file.bytes.len();
        if file.inline && file.mime.starts_with("image/") && size <= LARGEST_PICTURE.min(*room) {
            *room -= size;
            pictures.push(PrintedPicture { name: file.name, bytes: file.bytes });
        }
    }
    Ok(pictures)
}

fn person(person: &Person) -> String {
    match (person.name.is_empty(), person.address.is_empty()) {
        (false, false) => format!("{} <{}>", person.name, person.address),
        _ => person.shown().to_owned(),
    }
}

fn file_name(subject: Option<&str>, request: &Request) -> String {
    let subject = subject.unwrap_or(&request.subject).trim();
    intake::safe_file_name(&format!("{} {subject}.pdf", request.reference))
}
