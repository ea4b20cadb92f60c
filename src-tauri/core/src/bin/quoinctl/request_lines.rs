//! How requests are listed.

use std::fmt;

use quoin_core::conversation;
use quoin_core::desk::Desk;
use quoin_core::id::{ContactId, RequestId};
use quoin_core::language::Language;
use quoin_core::request::{self, RequestRow, Status};
use quoin_core::settings::User;
use serde::Serialize;

use crate::failure::Failure;
use crate::written;

/// A request as listed.
#[derive(Serialize)]
pub struct RequestLine {
    id: RequestId,
    pub(crate) reference: String,
    pub(crate) status: Status,
    pub(crate) subject: String,
    pub(crate) requester: Named,
    contact_id: Option<ContactId>,
    pub(crate) assignee: Option<String>,
    messages: u32,
    unread: bool,
    updated_at: String,
    #[serde(skip)]
    row: RequestRow,
}

/// A name with an address; either may be empty.
#[derive(Serialize)]
pub struct Named {
    /// The name.
    pub name: String,
    /// The address.
    pub address: String,
}

impl fmt::Display for Named {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.name.as_str(), self.address.as_str()) {
            ("", address) => formatter.write_str(address),
            (name, "") => formatter.write_str(name),
            (name, address) => write!(formatter, "{name} <{address}>"),
        }
    }
}

impl RequestLine {
    /// A row of the list with what a script wants to know besides.
    pub async fn of(desk: &Desk, row: RequestRow, users: &[User]) -> Result<Self, Failure> {
        let mut reader = desk.reader().await?;
        let stored = request::find(&mut reader, row.id).await?;
        Ok(Self {
            id: row.id,
            reference: row.reference.clone(),
            status: row.status,
            subject: row.subject.clone(),
            requester: Named { name: stored.requester_name, address: stored.requester_address },
            contact_id: row.contact_id,
            assignee: row
                .assignee_id
                .and_then(|id| users.iter().find(|user| user.id == id))
                .map(|user| user.name.clone()),
            messages: conversation::count_messages(&mut reader, row.id).await?,
            unread: row.unread,
            updated_at: written::instant(row.activity_at),
            row,
        })
    }

    fn cells(&self) -> Vec<String> {
        vec![
            format!("{}{}", if self.unread { "*" } else { " " }, self.reference),
            self.status.code().to_owned(),
            written::moment(self.row.activity_at),
            written::short(&self.row.who, 28),
            written::short(&self.subject, 46),
            self.row.amount.map(|amount| amount.written(Language::En)).unwrap_or_default(),
            self.assignee.clone().unwrap_or_default(),
        ]
    }
}

impl fmt::Display for RequestLine {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&written::table(&[self.cells()]))
    }
}

/// Requests as listed.
#[derive(Serialize)]
#[serde(transparent)]
pub struct RequestLines(pub Vec<RequestLine>);

impl fmt::Display for RequestLines {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() {
            return formatter.write_str("No request matches.");
        }
        formatter.write_str(&written::table(&self.0.iter().map(RequestLine::cells).collect::<Vec<_>>()))
    }
}
