//! The headless program: the same core without a window.

use std::process::ExitCode;

use clap::{Parser, Subcommand};

mod render;

/// Quoin without a window.
#[derive(Debug, Parser)]
#[command(name = "quoinctl", version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// A PDF straight from a JSON quote, no workspace.
    Render(render::Args),
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    let done = match cli.command {
        Command::Render(args) => render::run(&args),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
