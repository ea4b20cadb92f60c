//! `quoinctl requests`: lists, shows, takes and moves requests.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use quoin_core::conversation::Rearranged;
use quoin_core::desk::Desk;
use quoin_core::id::{MessageId, RearrangementId, RequestId};
use quoin_core::language::Language;
use quoin_core::request::{self, NewRequest, RequestCursor, RequestFilter, RequestRow, Status};
use quoin_core::usecase;
use serde_json::json;

use crate::caller::{Caller, Done, actor};
use crate::failure::Failure;
use crate::names;
use crate::print::print;
use crate::reply::read_text;
use crate::request_lines::{RequestLine, RequestLines};
use crate::request_view::RequestView;

/// How many requests are fetched at a time.
const PAGE: u32 = 1000;

/// What to do with requests.
#[derive(Debug, clap::Subcommand)]
pub enum Command {
    /// Lists requests: those waiting for us, for the customer, then closed ones; the latest first in each.
    List {
        /// Only with this status.
        #[arg(long, value_parser = status())]
        status: Option<Status>,
        /// Only of this user (name, initials, address or id), or of nobody: `none`.
        #[arg(long, value_name = "USER")]
        assignee: Option<String>,
        /// Only with these words anywhere in it.
        #[arg(long, default_value = "")]
        query: String,
        /// How many at most; without it, all.
        #[arg(long, value_name = "N")]
        limit: Option<usize>,
    },
    /// Shows one request with its conversation, timeline and quotes.
    Show {
        /// Its id or reference.
        request: String,
    },
    /// Writes the mails of a request, or one of them, as a PDF to be printed; notes are left out.
    Print {
        /// Its id or reference.
        request: String,
        /// Only this message, with the history it quotes; its id, as `requests show` gives it.
        #[arg(long, value_name = "ID")]
        message: Option<MessageId>,
        /// The language of labels and dates; without it the one the program is set to, else English.
        #[arg(long, value_parser = language())]
        language: Option<Language>,
        /// Where the document goes.
        #[arg(long, value_name = "FILE.pdf")]
        out: PathBuf,
    },
    /// Takes a request by phone or at the counter.
    New {
        /// Who asks.
        #[arg(long)]
        name: String,
        /// Their mail address.
        #[arg(long, default_value = "")]
        address: String,
        /// Their phone number.
        #[arg(long, default_value = "")]
        phone: String,
        /// What it is about.
        #[arg(long, default_value = "")]
        subject: String,
        /// What they said; it becomes the first note. - for standard input.
        #[arg(long, value_name = "FILE")]
        text_file: Option<PathBuf>,
    },
    /// Puts a request into a status by hand.
    SetStatus {
        /// Its id or reference.
        request: String,
        /// The status.
        #[arg(value_parser = status())]
        status: Status,
        /// Why.
        #[arg(long, default_value = "")]
        reason: String,
    },
    /// Gives a request to a user.
    Assign {
        /// Its id or reference.
        request: String,
        /// The user (name, initials, address or id), or `none`.
        user: String,
    },
    /// Makes a request of a message, or of it and all that came after it.
    Split {
        /// The message's id, as `requests show` gives it.
        message: MessageId,
        /// With all that came after it: mails, notes, quotes.
        #[arg(long)]
        following: bool,
    },
    /// Merges a request into another.
    Merge {
        /// The id or reference of the one that is emptied.
        request: String,
        /// The id or reference of the other.
        into: String,
    },
    /// Moves a message into another request.
    Move {
        /// The message's id, as `requests show` gives it.
        message: MessageId,
        /// The other request's id or reference.
        request: String,
    },
    /// Puts back what was split, merged or moved.
    Undo {
        /// The id that the command gave.
        id: RearrangementId,
    },
    /// Deletes a request with its conversation; refused for one with a numbered quote.
    Delete {
        /// Its id or reference.
        request: String,
    },
}

fn status() -> impl TypedValueParser<Value = Status> {
    PossibleValuesParser::new(Status::ALL.map(Status::code))
        .map(|code| Status::from_code(&code).unwrap_or(Status::Received))
}

fn language() -> impl TypedValueParser<Value = Language> {
    PossibleValuesParser::new(Language::ALL.map(Language::code))
        .map(|code| Language::from_tag(&code).unwrap_or(Language::En))
}

/// Does what the arguments ask.
pub async fn run(caller: &Caller, command: Command) -> Result<(), Failure> {
    match command {
        Command::List { status, assignee, query, limit } => {
            list(caller, status, assignee, query, limit).await
        }
        Command::Show { request } => {
            let desk = caller.open().await?;
            caller.answer(&RequestView::of(desk, names::request(desk, &request).await?).await?)
        }
        Command::Print { request, message, language, out } => {
            print(caller, &request, message, language, &out).await
        }
        Command::New { name, address, phone, subject, text_file } => {
            let text = match text_file {
                Some(file) => read_text(&file)?,
                None => String::new(),
            };
            let desk = caller.open_or_begin().await?;
            let taken = NewRequest { name, address, phone, subject, text, language: None };
            let id = usecase::take_request(desk, actor(desk).await?, taken).await?;
            answer_row(caller, desk, id).await
        }
        Command::SetStatus { request, status, reason } => {
            let desk = caller.open().await?;
            let id = names::request(desk, &request).await?;
            usecase::set_status(desk, actor(desk).await?, id, status, &reason).await?;
            answer_row(caller, desk, id).await
        }
        Command::Assign { request, user } => {
            let desk = caller.open().await?;
            let id = names::request(desk, &request).await?;
            let user = names::user(desk, &user).await?;
            usecase::assign(desk, actor(desk).await?, id, user).await?;
            answer_row(caller, desk, id).await
        }
        Command::Split { message, following } => {
            let desk = caller.open().await?;
            let split = usecase::split_request(desk, actor(desk).await?, message, following).await?;
            answer_rearranged(caller, split)
        }
        Command::Merge { request, into } => {
            let desk = caller.open().await?;
            let id = names::request(desk, &request).await?;
            let into = names::request(desk, &into).await?;
            answer_rearranged(caller, usecase::merge_requests(desk, actor(desk).await?, id, into).await?)
        }
        Command::Move { message, request } => {
            let desk = caller.open().await?;
            let to = names::request(desk, &request).await?;
            answer_rearranged(caller, usecase::move_message(desk, actor(desk).await?, message, to).await?)
        }
        Command::Undo { id } => {
            let desk = caller.open().await?;
            let request = usecase::undo_rearrangement(desk, actor(desk).await?, id).await?;
            answer_row(caller, desk, request).await
        }
        Command::Delete { request } => {
            let desk = caller.open().await?;
            let id = names::request(desk, &request).await?;
            usecase::delete_request(desk, id).await?;
            caller.answer(&Done::new(
                json!({"deleted": id}),
                format!("{request}: deleted with its conversation."),
            ))
        }
    }
}

/// Answers with what takes it back, and the request that things came to.
fn answer_rearranged(caller: &Caller, moved: Rearranged) -> Result<(), Failure> {
    caller.answer(&Done::new(
        json!({"id": moved.id, "request": moved.request}),
        format!("moved to {}; `requests undo {}` puts it back", moved.request, moved.id),
    ))
}

async fn list(
    caller: &Caller,
    status: Option<Status>,
    assignee: Option<String>,
    query: String,
    limit: Option<usize>,
) -> Result<(), Failure> {
    let desk = caller.open().await?;
    let (assignee, unassigned) = match &assignee {
        Some(name) => names::user(desk, name).await.map(|user| (user, user.is_none()))?,
        None => (None, false),
    };
    let filter = RequestFilter { status, assignee, unassigned, query, ..RequestFilter::default() };
    let users = quoin_core::settings::users(&mut *desk.reader().await?).await?;
    let mut lines = Vec::new();
    for row in rows(desk, &filter, limit.unwrap_or(usize::MAX)).await? {
        lines.push(RequestLine::of(desk, row, &users).await?);
    }
    caller.answer(&RequestLines(lines))
}

async fn rows(desk: &Desk, filter: &RequestFilter, limit: usize) -> Result<Vec<RequestRow>, Failure> {
    let mut rows = Vec::new();
    let mut after: Option<RequestCursor> = None;
    loop {
        let wanted = u32::try_from(limit - rows.len()).unwrap_or(PAGE).min(PAGE);
        if wanted == 0 {
            return Ok(rows);
        }
        let page = request::page(&mut *desk.reader().await?, filter, after, wanted).await?;
        rows.extend(page.rows);
        after = page.next;
        if after.is_none() {
            return Ok(rows);
        }
    }
}

/// Answers with a request as it stands now, as in the list.
pub async fn answer_row(caller: &Caller, desk: &Desk, id: RequestId) -> Result<(), Failure> {
    let mut reader = desk.reader().await?;
    let row = request::row(&mut reader, id).await?;
    let users = quoin_core::settings::users(&mut reader).await?;
    drop(reader);
    caller.answer(&RequestLine::of(desk, row, &users).await?)
}
