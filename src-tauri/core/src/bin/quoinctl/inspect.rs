//! `quoinctl inspect`: what intake understands of a mail.

use std::fs::File;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use quoin_core::intake::{Inspection, IntakeContext, MAX_MAIL_BYTES, read_mail};

use crate::inspect_stream::inspect_stream;

/// What `quoinctl inspect` is given.
#[derive(Debug, clap::Args)]
pub struct InspectArgs {
    /// A mail (.eml), or - for standard input.
    #[arg(required_unless_present = "jsonl", conflicts_with = "jsonl")]
    file: Option<PathBuf>,
    /// Reads one JSON object a line on standard input and writes one a line, in the same order.
    #[arg(long)]
    jsonl: bool,
    /// An address of the user; only forwards from these are unwrapped. Without any, every sender is
    /// taken for the user. Repeatable.
    #[arg(long = "owner", value_name = "ADDRESS")]
    owners: Vec<String>,
}

/// Inspects one mail or a stream of them. Exit code 1 if a file or the stream cannot be read.
pub fn run(arguments: InspectArgs) -> ExitCode {
    let context = context_of(&arguments.owners);
    let done = match arguments.file {
        Some(file) => inspect_file(&file, &context),
        None => inspect_stream(&context),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever reads the output has seen enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("quoinctl inspect: {error}. Nothing was changed; check the file and try again.");
            ExitCode::FAILURE
        }
    }
}

fn context_of(owners: &[String]) -> IntakeContext {
    IntakeContext {
        owner_addresses: owners.iter().map(|owner| owner.to_lowercase()).collect(),
        treat_as_forward: false,
        any_sender_is_owner: owners.is_empty(),
    }
}

fn inspect_file(file: &Path, context: &IntakeContext) -> io::Result<()> {
    let mut mail = Vec::new();
    // One byte more than is read of a mail tells that there is more.
    let limit = MAX_MAIL_BYTES as u64 + 1;
    if file == Path::new("-") {
        io::stdin().lock().take(limit).read_to_end(&mut mail)?;
    } else {
        File::open(file)?.take(limit).read_to_end(&mut mail)?;
    }
    let understood = read_mail(&mail, context);
    let mut output = io::stdout().lock();
    serde_json::to_writer_pretty(&mut output, &Inspection::new(None, &understood))?;
    writeln!(output)
}
