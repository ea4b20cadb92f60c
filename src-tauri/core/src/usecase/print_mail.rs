//! Mails are printed: one, or those of a conversation, as a document of text and pixels.

use std::collections::HashMap;

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
        pictures_in(desk, &view, room).await?
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
async fn pictures_in(
    desk: &Desk,
    view: &MessageView,
    room: &mut usize,
) -> Result<Vec<PrintedPicture>, Error> {
    let mail = parsed(&mut *desk.reader().await?, view.id).await?;
    let places = lines_above_pictures(&view.text, mail.html.as_deref().unwrap_or_default());
    let mut pictures = Vec::new();
    for file in mail.attachments {
        let size = file.bytes.len();
        if file.inline && file.mime.starts_with("image/") && size <= LARGEST_PICTURE.min(*room) {
            *room -= size;
            let lines_above = file.content_id.and_then(|id| places.get(&id).copied());
            pictures.push(PrintedPicture { name: file.name, lines_above, bytes: file.bytes });
        }
    }
    Ok(pictures)
}

/// The end of a line that was broken elsewhere, in bytes: what is shorter can be any line.
const SHORTEST_END: usize = 8;

/// By Content-ID, how many lines of a text stand above each picture of its HTML. One whose line above is not in
/// the text, but in what it quotes, is not among them.
fn lines_above_pictures(text: &str, html: &str) -> HashMap<String, usize> {
    let mut places = HashMap::new();
    let (mut above, mut number_above) = (0, None);
    for picture in intake::placed_pictures(html) {
        let end = picture.line_above.trim();
        let is_same = |line: &str| {
            let line = line.trim();
            line.ends_with(end) || line.len() >= SHORTEST_END && end.ends_with(line)
        };
        let mut following = text.lines().enumerate().skip(above);
        let found = match end {
            "" => Some(0),
            _ if number_above == Some(picture.line_number) => Some(above),
            _ => following.find(|(_, line)| is_same(line)).map(|(index, _)| index + 1),
        };
        if let Some(lines) = found {
            (above, number_above) = (lines, Some(picture.line_number));
            places.entry(picture.content_id).or_insert(lines);
        }
    }
    places
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_stands_below_the_line_that_it_stood_below() {
        let html = "<p>Bonjour,</p><img src=\"cid:logo\"><p>la porte :<br><img src=\"cid:door\"><br>et la fenêtre du salon qui ferme mal :</p>\
                    <img src=\"cid:window\"><img src=\"https://a.example/x\"><p>Merci</p><blockquote>avant<img src=\"cid:old\"></blockquote>";
        let text = "Bonjour,\n\nla porte :\net la fenêtre du salon\nqui ferme mal :\n\nMerci";
        let places = lines_above_pictures(text, html);
        assert_eq!(
            ["logo", "door", "window", "old"].map(|id| places.get(id).copied()),
            [Some(1), Some(3), Some(5), None]
        );
        let first = lines_above_pictures("Bonjour", "<img src=\"cid:a\">Bonjour");
        assert_eq!(first.get("a"), Some(&0), "above all text");
    }

    #[test]
    fn of_lines_that_are_alike_the_next_one_counts() {
        let html = "<p>avant :</p><img src=\"cid:a\"><p>après :</p><p>avant :</p><img src=\"cid:b\"><img src=\"cid:c\">";
        let places = lines_above_pictures("avant :\naprès :\navant :", html);
        assert_eq!(["a", "b", "c"].map(|id| places.get(id).copied()), [Some(1), Some(3), Some(3)]);
    }
}
