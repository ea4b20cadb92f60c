//! `quoinctl`: the core without a window.

mod account;
mod account_view;
mod caller;
mod check;
mod contacts;
mod conversation_view;
mod demo;
mod failure;
mod inspect;
mod inspect_stream;
mod line_batches;
mod names;
mod outbox;
mod print;
mod quote;
mod quote_view;
mod render;
mod reply;
mod request_lines;
mod request_view;
mod requests;
mod search;
mod seed;
mod settings;
mod sync;
mod written;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use caller::Caller;
use failure::Failure;

// Reading a mail takes hundreds of small pieces of memory: a seventh of its time with the system's allocator.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Quoin without a window: for scripts, support and measurements.
///
/// Exit codes: 0 done, 1 what was asked for failed (standard error says what happened, what was
/// kept, and what to do), 2 wrong usage.
#[derive(Debug, Parser)]
#[command(name = "quoinctl", version)]
struct Arguments {
    /// The workspace folder; without it, the desktop program's own data folder.
    #[arg(long, global = true, value_name = "DIR")]
    workspace: Option<PathBuf>,
    /// Prints one JSON document instead of text.
    #[arg(long, global = true)]
    json: bool,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Does the whole main job on sample data: from a customer's mail to an accepted quote.
    Demo(demo::Args),
    /// Shows what intake understands of a mail, as JSON.
    Inspect(inspect::InspectArgs),
    /// Adds, lists, checks and removes mailboxes.
    #[command(subcommand)]
    Account(account::Command),
    /// Reads the mailboxes, understands what came, and sends what is queued.
    Sync(sync::Args),
    /// Lists, shows, takes and moves requests.
    #[command(subcommand)]
    Requests(requests::Command),
    /// Queues a reply to a request; `sync` sends it.
    Reply(reply::ReplyArgs),
    /// Adds an internal note to a request.
    Note(reply::NoteArgs),
    /// Lists, creates, links and merges contacts.
    #[command(subcommand)]
    Contacts(contacts::Command),
    /// Writes, sends and decides quotes.
    #[command(subcommand)]
    Quote(quote::Command),
    /// A PDF straight from a JSON quote, no workspace.
    Render(render::Args),
    /// Shows mail on its way out.
    #[command(subcommand)]
    Outbox(outbox::Command),
    /// Searches requests, messages, notes, contacts and quotes.
    Search(search::Args),
    /// Checks that everything that is kept is whole.
    Check,
    /// Makes a verified copy of the workspace's database.
    Backup(check::BackupArgs),
    /// Shows and changes what can be set.
    #[command(subcommand)]
    Settings(settings::Command),
    /// Fills a workspace with many believable requests, for measurements.
    Seed(seed::Args),
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let caller = Caller::new(arguments.workspace, arguments.json);
    match arguments.command {
        Command::Inspect(inspected) => inspect::run(inspected),
        Command::Render(rendered) => match render::run(&rendered) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => {
                eprintln!("{error}");
                ExitCode::FAILURE
            }
        },
        command => on_workspace(&caller, command),
    }
}

fn on_workspace(caller: &Caller, command: Command) -> ExitCode {
    // Two TLS providers in one process panic: this one is chosen before anything else can.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let done = match tokio::runtime::Runtime::new() {
        Ok(runtime) => runtime.block_on(async {
            let done = run(caller, command).await;
            caller.close().await;
            done
        }),
        Err(error) => Err(Failure::from(quoin_core::error::Error::File(error))),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("quoinctl: {failure}");
            ExitCode::from(failure.exit_code())
        }
    }
}

async fn run(caller: &Caller, command: Command) -> Result<(), Failure> {
    match command {
        Command::Demo(arguments) => demo::run(caller, &arguments).await,
        Command::Account(command) => account::run(caller, command).await,
        Command::Sync(arguments) => sync::run(caller, &arguments).await,
        Command::Requests(command) => requests::run(caller, command).await,
        Command::Reply(arguments) => reply::reply(caller, &arguments).await,
        Command::Note(arguments) => reply::note(caller, &arguments).await,
        Command::Contacts(command) => contacts::run(caller, command).await,
        Command::Quote(command) => quote::run(caller, command).await,
        Command::Outbox(command) => outbox::run(caller, &command).await,
        Command::Search(arguments) => search::run(caller, &arguments).await,
        Command::Check => check::check(caller).await,
        Command::Backup(arguments) => check::back_up(caller, &arguments).await,
        Command::Settings(command) => settings::run(caller, command).await,
        Command::Seed(arguments) => seed::run(caller, &arguments).await,
        // Both are done before a workspace is thought of.
        Command::Inspect(_) | Command::Render(_) => Ok(()),
    }
}
