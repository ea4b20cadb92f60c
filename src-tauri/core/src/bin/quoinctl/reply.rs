//! `quoinctl reply` and `quoinctl note`.

use std::io::Read;
use std::path::{Path, PathBuf};

use quoin_core::conversation::{self, DraftKind, DraftPerson, DraftText, DraftView};
use quoin_core::desk::Desk;
use quoin_core::id::{DraftId, OutboxId, RequestId};
use quoin_core::intake::Person;
use quoin_core::usecase;
use serde_json::json;

use crate::caller::{Caller, Done, actor};
use crate::failure::Failure;
use crate::names;
use crate::outbox::Mail;

/// A reply.
#[derive(Debug, clap::Args)]
pub struct ReplyArgs {
    /// The request: its id or reference.
    request: String,
    /// The text, exactly as it shall be sent; - for standard input.
    #[arg(long, value_name = "FILE")]
    text_file: PathBuf,
    /// Quotes the mail it answers below the text.
    #[arg(long)]
    quote: bool,
    /// A file to send with it. Repeatable.
    #[arg(long = "attach", value_name = "FILE")]
    attachments: Vec<PathBuf>,
}

/// A note.
#[derive(Debug, clap::Args)]
pub struct NoteArgs {
    /// The request: its id or reference.
    request: String,
    /// The text; - for standard input.
    #[arg(long, value_name = "FILE")]
    text_file: PathBuf,
}

/// Queues a reply. It may leave at once: a script has no use for the time to take a mail back.
pub async fn reply(caller: &Caller, arguments: &ReplyArgs) -> Result<(), Failure> {
    let text = read_text(&arguments.text_file)?;
    let desk = caller.open().await?;
    let request = names::request(desk, &arguments.request).await?;
    refuse_if_being_written(desk, request, DraftKind::Reply).await?;
    let draft = usecase::open_draft(desk, actor(desk).await?, request, DraftKind::Reply, None).await?;
    let id = draft.id;
    let sent =
        or_discard(desk, id, queue_reply(desk, draft, text, arguments.quote, &arguments.attachments).await)
            .await?;
    answer_queued(caller, desk, sent).await
}

async fn queue_reply(
    desk: &Desk,
    draft: DraftView,
    text: String,
    quotes: bool,
    attachments: &[PathBuf],
) -> Result<OutboxId, Failure> {
    let people = |people: Vec<Person>| {
        people.into_iter().map(|person| DraftPerson { name: person.name, address: person.address }).collect()
    };
    let written =
        DraftText { to: people(draft.to), cc: people(draft.cc), subject: draft.subject, text, quotes };
    usecase::save_draft(desk, draft.id, &written).await?;
    usecase::attach_files(desk, draft.id, attachments).await?;
    queue(desk, draft.id).await
}

/// Queues a draft, to leave at the next round.
pub async fn queue(desk: &Desk, draft: DraftId) -> Result<OutboxId, Failure> {
    let queued = usecase::send_draft(desk, actor(desk).await?, draft).await?;
    usecase::send_now(desk, queued).await?;
    Ok(queued)
}

/// What came of sending a draft that this program opened; when nothing did, the draft is thrown away.
pub async fn or_discard<T>(desk: &Desk, draft: DraftId, outcome: Result<T, Failure>) -> Result<T, Failure> {
    if outcome.is_err() {
        usecase::discard_draft(desk, draft).await?;
    }
    outcome
}

/// Says what was queued.
pub async fn answer_queued(caller: &Caller, desk: &Desk, queued: OutboxId) -> Result<(), Failure> {
    let row = usecase::list_outbox(desk).await?.into_iter().find(|row| row.id == queued);
    let mail = row.map(Mail::from).ok_or_else(|| Failure::new("the queued mail is not in the outbox"))?;
    caller.answer(&mail)
}

/// What somebody is writing in the window is not written over.
pub async fn refuse_if_being_written(
    desk: &Desk,
    request: RequestId,
    kind: DraftKind,
) -> Result<(), Failure> {
    match conversation::draft_being_written(&mut *desk.reader().await?, request, kind).await? {
        Some(draft) if !draft.text.text.trim().is_empty() => {
            Err(Failure::new("somebody is writing this in Quoin already")
                .advise("Send it there or throw it away there, then try again."))
        }
        _ => Ok(()),
    }
}

/// Adds a note.
pub async fn note(caller: &Caller, arguments: &NoteArgs) -> Result<(), Failure> {
    let text = read_text(&arguments.text_file)?;
    let desk = caller.open().await?;
    let request = names::request(desk, &arguments.request).await?;
    refuse_if_being_written(desk, request, DraftKind::Note).await?;
    let id = usecase::add_note(desk, actor(desk).await?, request, &text).await?;
    caller.answer(&Done::new(
        json!({"id": id, "request_id": request}),
        format!("{}: note added.", arguments.request),
    ))
}

/// A text of the user's: a file, or standard input for `-`.
pub fn read_text(file: &Path) -> Result<String, Failure> {
    let read = if file == Path::new("-") {
        let mut text = String::new();
        std::io::stdin().lock().read_to_string(&mut text).map(|_| text)
    } else {
        std::fs::read_to_string(file)
    };
    let text = read.map_err(|error| {
        Failure::new(format!("{} cannot be read: {error}", file.display()))
            .advise("Check the file; a text must be UTF-8.")
    })?;
    // A byte order mark is no part of a text.
    Ok(text.strip_prefix('\u{feff}').unwrap_or(&text).to_owned())
}
