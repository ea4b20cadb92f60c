//! `quoinctl search`: full text over everything.

use std::fmt;

use quoin_core::id::RequestId;
use quoin_core::search::{self, HitKind, SearchHit};
use serde::Serialize;

use crate::caller::Caller;
use crate::failure::Failure;
use crate::written;

/// What to look for.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Words that must all be there; the last letters of each may be missing.
    #[arg(required = true, num_args = 1..)]
    query: Vec<String>,
    /// How many finds at most.
    #[arg(long, default_value = "50")]
    limit: u32,
}

/// Does what the arguments ask.
pub async fn run(caller: &Caller, arguments: &Args) -> Result<(), Failure> {
    let desk = caller.open().await?;
    let hits = search::find(&mut *desk.reader().await?, &arguments.query.join(" "), arguments.limit).await?;
    caller.answer(&Finds(hits.into_iter().map(Find::from).collect()))
}

#[derive(Serialize)]
struct Find {
    kind: HitKind,
    id: String,
    request_id: Option<RequestId>,
    title: String,
    excerpt: String,
    at: String,
}

impl From<SearchHit> for Find {
    fn from(hit: SearchHit) -> Self {
        Self {
            kind: hit.kind,
            id: hit.id.to_string(),
            request_id: hit.request_id,
            title: hit.title,
            // The marks around the words that were found are for a window.
            excerpt: hit.excerpt.replace(['\u{2068}', '\u{2069}'], ""),
            at: written::instant(hit.at),
        }
    }
}

const fn word(kind: HitKind) -> &'static str {
    match kind {
        HitKind::Request => "request",
        HitKind::Message => "message",
        HitKind::Note => "note",
        HitKind::Contact => "contact",
        HitKind::Quote => "quote",
    }
}

#[derive(Serialize)]
#[serde(transparent)]
struct Finds(Vec<Find>);

impl fmt::Display for Finds {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() {
            return formatter.write_str("Nothing was found.");
        }
        let cells = |find: &Find| {
            vec![
                word(find.kind).to_owned(),
                find.id.clone(),
                written::short(&find.title, 44),
                written::short(&find.excerpt, 60),
            ]
        };
        formatter.write_str(&written::table(&self.0.iter().map(cells).collect::<Vec<_>>()))
    }
}
