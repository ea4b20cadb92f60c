//! What the screens and the headless program see of requests.

use serde::{Deserialize, Serialize};

use super::{Origin, Proposal, Status, Waiting};
use crate::clock::{LocalDate, Timestamp};
use crate::id::{ContactId, QuoteId, RequestId, UserId};
use crate::intake::{Field, RequesterSource};
use crate::language::Language;
use crate::money::Money;

/// Which requests a list shows. Conditions are joined by "and"; an absent one does not count.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(default)]
pub struct RequestFilter {
    /// Only with this status.
    pub status: Option<Status>,
    /// Only of this salesperson.
    pub assignee: Option<UserId>,
    /// Only without a salesperson.
    pub unassigned: bool,
    /// Only those not closed.
    pub open_only: bool,
    /// Only of this contact.
    pub contact: Option<ContactId>,
    /// Only with activity since this instant.
    pub since: Option<Timestamp>,
    /// Full text, over everything in the request.
    pub query: String,
}

/// The place after which a list goes on: the last row that was shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct RequestCursor {
    /// Its group.
    pub waiting: Waiting,
    /// Its last activity.
    pub activity_at: Timestamp,
    /// Its id.
    pub id: RequestId,
}

/// Some rows of the list, and what stands at its heads.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct RequestPage {
    /// The rows, group by group, the latest activity first in each.
    pub rows: Vec<RequestRow>,
    /// Where to go on; `None` at the end.
    pub next: Option<RequestCursor>,
    /// How many match, per group.
    pub counts: GroupCounts,
}

/// How many requests stand in each group of the list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, specta::Type)]
pub struct GroupCounts {
    /// Waiting for us.
    pub us: u32,
    /// Waiting for the customer.
    pub customer: u32,
    /// Closed.
    pub closed: u32,
}

/// One row of the list.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct RequestRow {
    /// Its identity.
    pub id: RequestId,
    /// `D-2026-0147`.
    pub reference: String,
    /// What it is about.
    pub subject: String,
    /// How far it is.
    pub status: Status,
    /// Who has to act.
    pub waiting: Waiting,
    /// Since when.
    pub waiting_since: Timestamp,
    /// The name shown: the contact's, else the requester's, else the address.
    pub who: String,
    /// The requester's address.
    pub address: String,
    /// The language they write, if known.
    pub language: Option<Language>,
    /// The contact, if linked.
    pub contact_id: Option<ContactId>,
    /// The salesperson.
    pub assignee_id: Option<UserId>,
    /// The total with VAT of the latest quote.
    pub amount: Option<Money>,
    /// Until when the latest sent quote can be accepted.
    pub valid_until: Option<LocalDate>,
    /// An answer to be judged.
    pub proposal: Option<Proposal>,
    /// A mail of ours did not arrive.
    pub delivery_failed: bool,
    /// Not yet looked at.
    pub unread: bool,
    /// Why it was closed.
    pub closed_reason: String,
    /// When anything last happened.
    pub activity_at: Timestamp,
}

/// Everything about one request except its conversation.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct RequestDetail {
    /// The row as in the list.
    pub row: RequestRow,
    /// How it came in.
    pub origin: Origin,
    /// When it arrived.
    pub received_at: Timestamp,
    /// The address of the mailbox it came through, or empty.
    pub mailbox_address: String,
    /// Who asks, as found or corrected.
    pub requester: RequesterView,
    /// The contact, if linked.
    pub contact: Option<RequestContact>,
    /// Contacts that it may be, most likely first; only while none is linked.
    pub likely_contacts: Vec<LikelyContact>,
    /// Facts found in the first mail.
    pub found: Vec<Field>,
    /// The quotes, newest first.
    pub quotes: Vec<RequestQuote>,
    /// The timeline, newest first.
    pub timeline: Vec<TimelineEntry>,
}

/// Who asks.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct RequesterView {
    /// The name, or empty.
    pub name: String,
    /// The address, or empty.
    pub address: String,
    /// The phone number given by hand, or empty.
    pub phone: String,
    /// Where they were found.
    pub source: RequesterSource,
}

/// The contact of a request.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct RequestContact {
    /// Its identity.
    pub id: ContactId,
    /// `prospect` or `client`.
    pub kind: crate::contact::ContactKind,
    /// The name.
    pub name: String,
    /// The company, or empty.
    pub company: String,
    /// How many quotes they accepted.
    pub accepted_quotes: u32,
    /// What those came to, with VAT.
    pub accepted_total: Money,
    /// The phone number, or empty.
    pub phone: String,
    /// Their first mail address, or empty.
    pub address: String,
}

/// A contact that the requester may be, and why.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct LikelyContact {
    /// Its identity.
    pub id: ContactId,
    /// `prospect` or `client`.
    pub kind: crate::contact::ContactKind,
    /// The name.
    pub name: String,
    /// The company, or empty.
    pub company: String,
    /// What they have in common, strongest first.
    pub reasons: Vec<Likeness>,
}

/// What a requester and a contact have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum Likeness {
    /// The same mail address.
    Address,
    /// The same VAT number.
    VatNumber,
    /// The same phone number.
    Phone,
    /// The same mail domain, not that of a free-mail provider.
    Domain,
    /// A similar name.
    Name,
}

/// A quote in the side column.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct RequestQuote {
    /// Its identity.
    pub id: QuoteId,
    /// Its number; none while it is a draft.
    pub number: Option<String>,
    /// Its version.
    pub version: u32,
    /// Its state.
    pub state: crate::quote::QuoteState,
    /// Its title.
    pub title: String,
    /// The total with VAT.
    pub total: Money,
    /// Until when it can be accepted.
    pub valid_until: LocalDate,
}

/// An entry of the timeline.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct TimelineEntry {
    /// When.
    pub at: Timestamp,
    /// `user`, `customer` or `program`.
    pub actor: String,
    /// Which user.
    pub user_id: Option<UserId>,
    /// What happened: the code of an event kind.
    pub event: String,
    /// More about it; the keys depend on the event.
    pub detail: std::collections::BTreeMap<String, String>,
}

/// A request taken by phone or at the counter: a name is enough.
#[derive(Debug, Clone, Default, Deserialize, specta::Type)]
#[serde(default)]
pub struct NewRequest {
    /// Who asks.
    pub name: String,
    /// Their address, or empty.
    pub address: String,
    /// Their phone, or empty.
    pub phone: String,
    /// What it is about.
    pub subject: String,
    /// What they said.
    pub text: String,
    /// The language they speak.
    pub language: Option<Language>,
}
