//! `quoinctl contacts`: prospects and clients.

use std::fmt;

use quoin_core::contact::{self, Contact, ContactDetails, ContactKind, ContactRow};
use quoin_core::id::ContactId;
use quoin_core::usecase;
use serde::Serialize;
use serde_json::json;

use crate::caller::{Caller, Done, actor};
use crate::failure::Failure;
use crate::{names, written};

/// How many contacts are fetched at a time.
const PAGE: u32 = 1000;

/// What to do with contacts.
#[derive(Debug, clap::Subcommand)]
pub enum Command {
    /// Lists contacts by name.
    List {
        /// Only those with these words.
        #[arg(long, default_value = "")]
        query: String,
    },
    /// Shows one contact.
    Show {
        /// Its id, one of its addresses, or its exact name.
        contact: String,
    },
    /// Makes a prospect of who asks, filled in with what was found in the mail, and links it.
    CreateFromRequest {
        /// The request: its id or reference.
        request: String,
    },
    /// Links a request to a contact.
    Link {
        /// The request: its id or reference.
        request: String,
        /// The contact: its id, address or exact name; or `none`.
        contact: String,
    },
    /// Merges the second contact into the first; nothing of either is lost.
    Merge {
        /// The contact that stays.
        kept: String,
        /// The contact that goes.
        other: String,
    },
}

/// Does what the arguments ask.
pub async fn run(caller: &Caller, command: Command) -> Result<(), Failure> {
    let desk = caller.open().await?;
    match command {
        Command::List { query } => caller.answer(&list(desk, &query).await?),
        Command::Show { contact } => answer(caller, desk, names::contact(desk, &contact).await?).await,
        Command::CreateFromRequest { request } => {
            let request = names::request(desk, &request).await?;
            let details = usecase::suggest_prospect(desk, request).await?;
            let id = usecase::create_contact(desk, actor(desk).await?, details, Some(request)).await?;
            answer(caller, desk, id).await
        }
        Command::Link { request, contact } => {
            let id = names::request(desk, &request).await?;
            let linked = if contact.eq_ignore_ascii_case("none") {
                None
            } else {
                Some(names::contact(desk, &contact).await?)
            };
            usecase::link_contact(desk, actor(desk).await?, id, linked).await?;
            let text = if linked.is_some() {
                format!("{request}: linked to {contact}.")
            } else {
                format!("{request}: linked to nobody.")
            };
            caller.answer(&Done::new(json!({"request_id": id, "contact_id": linked}), text))
        }
        Command::Merge { kept, other } => {
            let (kept, other) = (names::contact(desk, &kept).await?, names::contact(desk, &other).await?);
            usecase::merge_contacts(desk, actor(desk).await?, kept, other).await?;
            answer(caller, desk, kept).await
        }
    }
}

async fn list(desk: &quoin_core::desk::Desk, query: &str) -> Result<ContactLines, Failure> {
    let mut reader = desk.reader().await?;
    let mut rows: Vec<ContactRow> = Vec::new();
    loop {
        let page = contact::list(&mut reader, query, None, rows.last().map(|row| row.id), PAGE).await?;
        let is_last = page.len() < PAGE as usize;
        rows.extend(page);
        if is_last {
            return Ok(ContactLines(rows));
        }
    }
}

async fn answer(caller: &Caller, desk: &quoin_core::desk::Desk, id: ContactId) -> Result<(), Failure> {
    let Contact { id, details, created_at } = contact::find(&mut *desk.reader().await?, id).await?;
    caller.answer(&ContactView { id, details, created_at: written::instant(created_at) })
}

const fn kind_word(kind: ContactKind) -> &'static str {
    match kind {
        ContactKind::Prospect => "prospect",
        ContactKind::Client => "client",
    }
}

#[derive(Serialize)]
#[serde(transparent)]
struct ContactLines(Vec<ContactRow>);

impl fmt::Display for ContactLines {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() {
            return formatter.write_str("No contact matches.");
        }
        let cells = |row: &ContactRow| {
            let requests =
                if row.requests == 1 { "1 request".to_owned() } else { format!("{} requests", row.requests) };
            vec![
                kind_word(row.kind).to_owned(),
                row.name.clone(),
                row.company.clone(),
                row.address.clone(),
                row.city.clone(),
                requests,
            ]
        };
        formatter.write_str(&written::table(&self.0.iter().map(cells).collect::<Vec<_>>()))
    }
}

#[derive(Serialize)]
struct ContactView {
    id: ContactId,
    #[serde(flatten)]
    details: ContactDetails,
    created_at: String,
}

impl fmt::Display for ContactView {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let details = &self.details;
        writeln!(formatter, "{} {}", kind_word(details.kind), self.id)?;
        let place = format!("{} {}", details.postal_code, details.city);
        let lines = [
            &details.name,
            &details.company,
            &details.vat_number,
            &details.phone,
            &details.street,
            &place,
            &details.comment,
        ];
        for line in lines.into_iter().map(|line| line.trim()).filter(|line| !line.is_empty()) {
            writeln!(formatter, "{line}")?;
        }
        formatter.write_str(&details.addresses.join("\n"))
    }
}
