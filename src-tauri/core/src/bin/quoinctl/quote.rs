//! `quoinctl quote`: written, numbered, sent, decided.

use std::path::{Path, PathBuf};

use quoin_core::conversation::DraftKind;
use quoin_core::desk::Desk;
use quoin_core::document::DocumentFile;
use quoin_core::id::QuoteId;
use quoin_core::language::Language;
use quoin_core::quote::QuoteLine;
use quoin_core::{pdf, quote, usecase};
use serde_json::json;

use crate::caller::{Caller, Done, actor};
use crate::failure::Failure;
use crate::names;
use crate::quote_view::QuoteView;
use crate::reply::{answer_queued, or_discard, queue, read_text, refuse_if_being_written};

/// What to do with quotes. A quote is named by its id, its number (the newest version), or number
/// and version: 2026-0083/1.
#[derive(Debug, clap::Subcommand)]
pub enum Command {
    /// Begins a quote for a request, with the contact's data and the company's defaults.
    Create {
        /// The request: its id or reference.
        request: String,
        /// A JSON list of lines with the field names of `render --schema`; - for standard input.
        #[arg(long, value_name = "FILE.json")]
        lines: Option<PathBuf>,
    },
    /// Shows a quote with its lines and totals.
    Show {
        /// The quote.
        quote: String,
    },
    /// Gives a draft its number and freezes it with its document.
    Finalise {
        /// The quote.
        quote: String,
    },
    /// Queues the mail that carries a quote; `sync` sends it. A draft is finalised first.
    Send {
        /// The quote.
        quote: String,
    },
    /// The customer said yes.
    Accept(Decision),
    /// The customer said no.
    Refuse(Decision),
    /// Begins the next version of a finalised quote; the older one stays as it was.
    Revise {
        /// The quote.
        quote: String,
    },
    /// Writes the document: of a draft as it stands, else the frozen one.
    Pdf {
        /// The quote.
        quote: String,
        /// Where the document goes.
        #[arg(value_name = "OUT.pdf")]
        out: PathBuf,
    },
}

/// A yes or a no.
#[derive(Debug, clap::Args)]
pub struct Decision {
    /// The quote.
    quote: String,
    /// Why.
    #[arg(long, default_value = "")]
    reason: String,
}

/// Does what the arguments ask.
pub async fn run(caller: &Caller, command: Command) -> Result<(), Failure> {
    let desk = caller.open().await?;
    let actor = actor(desk).await?;
    match command {
        Command::Create { request, lines } => {
            let id = create(desk, &request, lines.as_deref()).await?;
            answer(caller, desk, id).await
        }
        Command::Show { quote } => answer(caller, desk, names::quote(desk, &quote).await?).await,
        Command::Finalise { quote } => {
            let id = names::quote(desk, &quote).await?;
            usecase::finalise_quote(desk, actor, id).await?;
            answer(caller, desk, id).await
        }
        Command::Send { quote } => send(caller, desk, names::quote(desk, &quote).await?).await,
        Command::Accept(decision) => {
            let id = names::quote(desk, &decision.quote).await?;
            usecase::accept_quote(desk, actor, id, &decision.reason).await?;
            answer(caller, desk, id).await
        }
        Command::Refuse(decision) => {
            let id = names::quote(desk, &decision.quote).await?;
            usecase::refuse_quote(desk, actor, id, &decision.reason).await?;
            answer(caller, desk, id).await
        }
        Command::Revise { quote } => {
            let id = usecase::revise_quote(desk, actor, names::quote(desk, &quote).await?).await?;
            answer(caller, desk, id).await
        }
        Command::Pdf { quote, out } => {
            write_document(caller, desk, names::quote(desk, &quote).await?, &out).await
        }
    }
}

async fn create(desk: &Desk, request: &str, file: Option<&Path>) -> Result<QuoteId, Failure> {
    // The lines are read first: a mistake in them begins no quote.
    let lines = file.map(read_lines).transpose()?;
    let request = names::request(desk, request).await?;
    let actor = actor(desk).await?;
    let id = usecase::create_quote(desk, actor, request).await?;
    if let Some(lines) = lines
        && let Err(error) = usecase::fill_quote(desk, actor, id, &lines).await
    {
        usecase::discard_quote(desk, actor, id).await?;
        return Err(error.into());
    }
    Ok(id)
}

fn read_lines(file: &Path) -> Result<Vec<QuoteLine>, Failure> {
    pdf::lines_from_json(&read_text(file)?).map_err(|error| {
        Failure::new(format!("{} holds no lines of a quote: {error}", file.display()))
            .advise("`quoinctl render --schema` prints the form of a line.")
    })
}

async fn send(caller: &Caller, desk: &Desk, id: QuoteId) -> Result<(), Failure> {
    let request = quote::find(&mut *desk.reader().await?, id).await?.request_id;
    refuse_if_being_written(desk, request, DraftKind::QuoteMail).await?;
    let draft =
        usecase::open_draft(desk, actor(desk).await?, request, DraftKind::QuoteMail, Some(id)).await?;
    let queued = or_discard(desk, draft.id, queue(desk, draft.id).await).await?;
    answer_queued(caller, desk, queued).await
}

async fn write_document(caller: &Caller, desk: &Desk, id: QuoteId, out: &Path) -> Result<(), Failure> {
    let document = usecase::quote_document(desk, id).await?;
    answer_written(caller, &document, out)
}

/// Writes a document and says where it is.
pub fn answer_written(caller: &Caller, document: &DocumentFile, out: &Path) -> Result<(), Failure> {
    crate::render::write(out, &document.bytes).map_err(|error| {
        Failure::new(format!("{} cannot be written: {error}", out.display()))
            .kept("What stood there before is kept.")
    })?;
    let text = format!("{}: {} KB", out.display(), document.bytes.len().div_ceil(1024));
    caller.answer(&Done::new(json!({"file": out, "name": document.name, "size": document.bytes.len()}), text))
}

async fn answer(caller: &Caller, desk: &Desk, id: QuoteId) -> Result<(), Failure> {
    let stored = quote::find(&mut *desk.reader().await?, id).await?;
    let detail = usecase::show_quote(desk, id, Language::En).await?;
    let view = QuoteView::of(&stored, detail);
    view.say_what_is_missing();
    caller.answer(&view)
}
