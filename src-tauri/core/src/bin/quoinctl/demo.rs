//! `quoinctl demo`: the whole main job on sample data, step by step.

use std::fmt;
use std::path::{Path, PathBuf};

use quoin_core::clock::Clock;
use quoin_core::db::database_file;
use quoin_core::demo::{Stage, Stories, Told};
use quoin_core::error::Error;
use quoin_core::quote::QuoteState;
use quoin_core::{quote, request, usecase};
use serde::Serialize;

use crate::caller::Caller;
use crate::failure::Failure;
use crate::written;

/// Where to play.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// A new or empty folder: the workspace, with its mail folder, and the document are left there.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// Plays all of the sample data, some twenty-five requests, not only the main job.
    #[arg(long)]
    full: bool,
}

/// Plays the sample data in the order of time; says each step as it is done.
pub async fn run(caller: &Caller, arguments: &Args) -> Result<(), Failure> {
    let out = &arguments.out;
    if database_file(out).exists() {
        return Err(
            Failure::new(format!("{} holds a workspace already", out.display())).advise("Name a new folder.")
        );
    }
    let stories = if arguments.full { Stories::all() } else { Stories::main_job() }?;
    let stage = Stage::open(out, Clock::System.now()).await?;
    let mut steps = Vec::new();
    let mut heard = |told: &Told| {
        let step = PlayedStep::from(told);
        if !caller.wants_json() {
            // A line that cannot be printed does not stop the play.
            let _ = caller.answer_line(&step);
        }
        steps.push(step);
    };
    let played = stage.play(&stories, &mut heard).await;
    let left = match played {
        Ok(()) => what_is_left(&stage, out, steps).await,
        Err(error) => Err(error.into()),
    };
    stage.close().await?;
    let left = left.map_err(|failure: Failure| {
        failure.kept(format!("What was played so far is in {}.", out.display()))
    })?;
    caller.answer(&left)
}

async fn what_is_left(stage: &Stage, out: &Path, steps: Vec<PlayedStep>) -> Result<Left, Failure> {
    let mut reader = stage.desk().reader().await?;
    let rows = quote::list(&mut reader, "", None, None, 200).await?;
    let sent = rows.iter().find(|row| row.state == QuoteState::Accepted || row.state == QuoteState::Sent);
    let row = sent.ok_or(Error::NotFound("quote"))?;
    let found = request::find(&mut reader, row.request_id).await?;
    drop(reader);
    let document = usecase::quote_document(stage.desk(), row.id).await?;
    let pdf = out.join(&document.name);
    crate::render::write(&pdf, &document.bytes).map_err(Error::File)?;
    Ok(Left {
        workspace: out.to_owned(),
        request: RequestLeft {
            id: found.id.to_string(),
            reference: found.reference,
            status: found.status.code(),
        },
        quote: QuoteLeft {
            id: row.id.to_string(),
            number: row.number.clone(),
            total: written::decimal(row.total),
        },
        pdf,
        sent_folder: out.join("mailbox").join("sent"),
        sent: mails_in(&out.join("mailbox").join("sent"))?,
        steps,
    })
}

fn mails_in(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let entries = std::fs::read_dir(folder).map_err(Error::File)?;
    let mut mails: Vec<PathBuf> = entries.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect();
    mails.sort();
    Ok(mails)
}

#[derive(Serialize)]
struct PlayedStep {
    at: String,
    step: String,
    request: Option<String>,
    status: Option<&'static str>,
    #[serde(skip)]
    moment: String,
}

impl From<&Told> for PlayedStep {
    fn from(told: &Told) -> Self {
        Self {
            at: written::instant(told.at),
            moment: written::moment(told.at),
            step: told.what.clone(),
            request: told.request.as_ref().map(|request| request.reference.clone()),
            status: told.request.as_ref().map(|request| request.status.code()),
        }
    }
}

impl fmt::Display for PlayedStep {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (reference, status) = (self.request.as_deref().unwrap_or("-"), self.status.unwrap_or_default());
        write!(formatter, "{}  {reference:<11}  {status:<14}  {}", self.moment, self.step)
    }
}

/// What the play left behind.
#[derive(Serialize)]
struct Left {
    workspace: PathBuf,
    request: RequestLeft,
    quote: QuoteLeft,
    pdf: PathBuf,
    sent_folder: PathBuf,
    sent: Vec<PathBuf>,
    steps: Vec<PlayedStep>,
}

#[derive(Serialize)]
struct RequestLeft {
    id: String,
    reference: String,
    status: &'static str,
}

#[derive(Serialize)]
struct QuoteLeft {
    id: String,
    number: Option<String>,
    total: String,
}

impl fmt::Display for Left {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(formatter)?;
        writeln!(formatter, "Request    {}, {}", self.request.reference, self.request.status)?;
        writeln!(
            formatter,
            "Quote      {}, {} EUR",
            self.quote.number.as_deref().unwrap_or_default(),
            self.quote.total
        )?;
        writeln!(formatter, "Document   {}", self.pdf.display())?;
        writeln!(formatter, "Sent mails {} in {}", self.sent.len(), self.sent_folder.display())?;
        write!(formatter, "Workspace  {}", self.workspace.display())
    }
}
