//! How one request is shown: its facts, its conversation, its timeline, and why each mail is where it is.

use std::collections::BTreeMap;
use std::fmt;

use quoin_core::desk::Desk;
use quoin_core::id::{QuoteId, RequestId};
use quoin_core::intake::Field;
use quoin_core::language::Language;
use quoin_core::quote::QuoteState;
use quoin_core::request::{Origin, RequestQuote, TimelineEntry, Waiting};
use quoin_core::settings::{self, User};
use quoin_core::{money, usecase};
use serde::Serialize;

use crate::conversation_view::{EntryView, entries};
use crate::failure::Failure;
use crate::request_lines::RequestLine;
use crate::written;

/// Everything about one request.
#[derive(Serialize)]
pub struct RequestView {
    #[serde(flatten)]
    line: RequestLine,
    waiting: Waiting,
    origin: Origin,
    mailbox: String,
    found: Vec<Field>,
    conversation: Vec<EntryView>,
    timeline: Vec<TimelineLine>,
    quotes: Vec<QuoteLine>,
}

#[derive(Serialize)]
struct TimelineLine {
    at: String,
    actor: String,
    event: String,
    detail: BTreeMap<String, String>,
    user: Option<String>,
    #[serde(skip)]
    moment: String,
}

#[derive(Serialize)]
struct QuoteLine {
    id: QuoteId,
    number: Option<String>,
    version: u32,
    state: QuoteState,
    title: String,
    total: String,
    valid_until: String,
    #[serde(skip)]
    amount: money::Money,
}

impl RequestView {
    /// A request as it stands.
    pub async fn of(desk: &Desk, id: RequestId) -> Result<Self, Failure> {
        let detail = usecase::show_request(desk, id).await?;
        let users = settings::users(&mut *desk.reader().await?).await?;
        Ok(Self {
            waiting: detail.row.waiting,
            line: RequestLine::of(desk, detail.row, &users).await?,
            origin: detail.origin,
            mailbox: detail.mailbox_address,
            found: detail.found,
            conversation: entries(usecase::show_conversation(desk, id).await?, &users),
            timeline: detail.timeline.into_iter().map(|entry| timeline_line(entry, &users)).collect(),
            quotes: detail.quotes.into_iter().map(QuoteLine::from).collect(),
        })
    }
}

fn timeline_line(entry: TimelineEntry, users: &[User]) -> TimelineLine {
    TimelineLine {
        at: written::instant(entry.at),
        moment: written::moment(entry.at),
        actor: entry.actor,
        user: entry
            .user_id
            .and_then(|id| users.iter().find(|user| user.id == id))
            .map(|user| user.name.clone()),
        event: entry.event,
        detail: entry.detail,
    }
}

impl From<RequestQuote> for QuoteLine {
    fn from(quote: RequestQuote) -> Self {
        Self {
            id: quote.id,
            number: quote.number,
            version: quote.version,
            state: quote.state,
            title: quote.title,
            total: written::decimal(quote.total),
            valid_until: quote.valid_until.to_string(),
            amount: quote.total,
        }
    }
}

impl fmt::Display for RequestView {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let line = &self.line;
        writeln!(formatter, "{}  {}", line.reference, line.subject)?;
        writeln!(formatter, "{}, waiting for {}", line.status.code(), waiting_word(self.waiting))?;
        writeln!(formatter, "from {}", line.requester)?;
        if let Some(assignee) = &line.assignee {
            writeln!(formatter, "with {assignee}")?;
        }
        for field in &self.found {
            writeln!(
                formatter,
                "{}: {} (“{}”)",
                field.kind,
                field.value,
                written::short(&field.evidence, 60)
            )?;
        }
        for quote in &self.quotes {
            let number = quote.number.as_deref().unwrap_or("draft");
            let total = quote.amount.written(Language::En);
            writeln!(
                formatter,
                "quote {number} v{}, {}, {total}, until {}",
                quote.version,
                crate::quote_view::state_word(quote.state),
                quote.valid_until
            )?;
        }
        for entry in &self.conversation {
            write!(formatter, "\n{entry}\n")?;
        }
        writeln!(formatter, "\nTimeline")?;
        let rows: Vec<Vec<String>> = self.timeline.iter().map(TimelineLine::cells).collect();
        formatter.write_str(&written::table(&rows))
    }
}

const fn waiting_word(waiting: Waiting) -> &'static str {
    match waiting {
        Waiting::Us => "us",
        Waiting::Customer => "the customer",
        Waiting::Nobody => "nobody",
    }
}

impl TimelineLine {
    fn cells(&self) -> Vec<String> {
        let detail: Vec<String> = self
            .detail
            .iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(key, value)| format!("{key} {value}"))
            .collect();
        let who = self.user.as_ref().unwrap_or(&self.actor);
        vec![self.moment.clone(), who.clone(), self.event.clone(), detail.join(", ")]
    }
}
