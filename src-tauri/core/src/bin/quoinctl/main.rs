//! `quoinctl`: the core without a window.

mod inspect;
mod inspect_stream;
mod render;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Quoin without a window: for scripts, support and measurements.
#[derive(Debug, Parser)]
#[command(name = "quoinctl", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Shows what intake understands of a mail, as JSON.
    Inspect(inspect::InspectArgs),
    /// A PDF straight from a JSON quote, no workspace.
    Render(render::Args),
}

fn main() -> ExitCode {
    match Arguments::parse().command {
        Command::Inspect(arguments) => inspect::run(arguments),
        Command::Render(arguments) => match render::run(&arguments) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => {
                eprintln!("{error}");
                ExitCode::FAILURE
            }
        },
    }
}
