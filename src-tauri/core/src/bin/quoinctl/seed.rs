//! `quoinctl seed`: a large believable workspace, for measurements.

use std::time::Instant;

use quoin_core::usecase::{self, SeedPlan};
use serde_json::json;

use crate::caller::{Caller, Done};
use crate::failure::Failure;

/// How many messages a request has when nothing is said.
const MESSAGES_EACH: u32 = 3;

/// How much to make.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// How many requests.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=2_000_000))]
    requests: u32,
    /// How many messages in all, at least one per request; without it, three times as many as requests.
    #[arg(long, value_name = "M", value_parser = clap::value_parser!(u32).range(1..=20_000_000))]
    messages: Option<u32>,
}

/// Fills the workspace; the same each time on an empty one of the same day. Progress goes to standard error.
pub async fn run(caller: &Caller, arguments: &Args) -> Result<(), Failure> {
    let desk = caller.open_or_begin().await?;
    let messages = arguments.messages.unwrap_or(arguments.requests.saturating_mul(MESSAGES_EACH));
    let plan = SeedPlan { requests: arguments.requests, messages };
    let begun = Instant::now();
    let mut said = 0;
    let mut tell = |made: u32| {
        if made >= said + 10_000 {
            said = made;
            eprintln!("{made} requests, {:.0} s", begun.elapsed().as_secs_f64());
        }
    };
    let seeded = usecase::seed_workspace(desk, plan, &mut tell).await?;
    let seconds = begun.elapsed().as_secs_f64();
    let json = json!({
        "requests": seeded.requests,
        "messages": seeded.messages,
        "contacts": seeded.contacts,
        "quotes": seeded.quotes,
        "seconds": (seconds * 10.0).round() / 10.0,
    });
    let text = format!(
        "{} requests, {} messages, {} contacts, {} quotes in {seconds:.1} s.",
        seeded.requests, seeded.messages, seeded.contacts, seeded.quotes
    );
    caller.answer(&Done::new(json, text))
}
