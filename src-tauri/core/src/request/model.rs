//! The seven statuses and the one place where events move them.

use serde::{Deserialize, Serialize};

use crate::clock::Timestamp;
use crate::id::{AccountId, ContactId, QuoteId, RequestId, UserId};
use crate::intake::RequesterSource;
use crate::language::Language;

/// How far a request is. Exactly seven; everything else is a separate fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(rename_all = "snake_case")]
pub enum Status {
    /// Arrived, nobody has answered.
    Received,
    /// Answered, no quote yet.
    Replied,
    /// A quote is being written or waits to be sent.
    QuoteCreated,
    /// The customer has the quote.
    QuoteSent,
    /// The customer said yes.
    QuoteAccepted,
    /// The customer said no.
    QuoteRefused,
    /// Not going to happen.
    Cancelled,
}

impl Status {
    /// All seven in their natural order.
    pub const ALL: [Self; 7] = [
        Self::Received,
        Self::Replied,
        Self::QuoteCreated,
        Self::QuoteSent,
        Self::QuoteAccepted,
        Self::QuoteRefused,
        Self::Cancelled,
    ];

    /// The stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::Replied => "replied",
            Self::QuoteCreated => "quote_created",
            Self::QuoteSent => "quote_sent",
            Self::QuoteAccepted => "quote_accepted",
            Self::QuoteRefused => "quote_refused",
            Self::Cancelled => "cancelled",
        }
    }

    /// The status with a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.code() == code)
    }

    /// Whether the request is decided.
    pub const fn is_closed(self) -> bool {
        matches!(self, Self::QuoteAccepted | Self::QuoteRefused | Self::Cancelled)
    }

    /// The status after an event: events only move a request forward, a hand puts it anywhere.
    /// A new quote reopens what was refused or cancelled; an accepted request stays accepted
    /// until somebody says otherwise.
    pub const fn after(self, event: StatusEvent) -> Self {
        match (self, event) {
            (_, StatusEvent::SetByHand(status)) => status,
            (Self::Received, StatusEvent::Replied) => Self::Replied,
            (
                Self::Received | Self::Replied | Self::QuoteRefused | Self::Cancelled,
                StatusEvent::QuoteCreated,
            ) => Self::QuoteCreated,
            (Self::QuoteAccepted, StatusEvent::QuoteSent) => Self::QuoteAccepted,
            (_, StatusEvent::QuoteSent) => Self::QuoteSent,
            (_, StatusEvent::QuoteAccepted) => Self::QuoteAccepted,
            (_, StatusEvent::QuoteRefused) => Self::QuoteRefused,
            (unmoved, StatusEvent::Replied | StatusEvent::QuoteCreated) => unmoved,
        }
    }
}

/// What can move a status.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StatusEvent {
    /// A reply was queued.
    Replied,
    /// A quote was begun.
    QuoteCreated,
    /// A quote was queued to leave.
    QuoteSent,
    /// The customer's yes was confirmed.
    QuoteAccepted,
    /// The customer's no was confirmed.
    QuoteRefused,
    /// Somebody set it.
    SetByHand(Status),
}

/// How a request came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(rename_all = "snake_case")]
pub enum Origin {
    /// A mail of the requester's.
    Mail,
    /// A mail that the owner forwarded.
    Forward,
    /// A web form.
    Form,
    /// A saved mail.
    File,
    /// Phone or counter.
    Hand,
    /// A mail that could not be read.
    Unreadable,
}

/// Who has to act. Stored as the group of the list in which a request stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum Waiting {
    /// For us.
    Us,
    /// For the customer.
    Customer,
    /// For nobody: closed.
    Nobody,
}

impl Waiting {
    /// All three, in the order of the list.
    pub const ALL: [Self; 3] = [Self::Us, Self::Customer, Self::Nobody];

    /// The group's place in the list.
    pub const fn list_group(self) -> i64 {
        match self {
            Self::Us => 0,
            Self::Customer => 1,
            Self::Nobody => 2,
        }
    }

    /// The group at a place in the list.
    pub const fn from_list_group(group: i64) -> Self {
        match group {
            0 => Self::Us,
            1 => Self::Customer,
            _ => Self::Nobody,
        }
    }

    /// Who is waited for once a request has a status by our own action.
    pub const fn after_our_action(status: Status) -> Self {
        match status {
            Status::Received | Status::QuoteCreated => Self::Us,
            Status::Replied | Status::QuoteSent => Self::Customer,
            Status::QuoteAccepted | Status::QuoteRefused | Status::Cancelled => Self::Nobody,
        }
    }
}

/// What the customer's answer to a quote seems to say, until the owner judges it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(rename_all = "snake_case")]
pub enum Proposal {
    /// Seems a yes.
    Accept,
    /// Seems a no.
    Refuse,
    /// Seems a question.
    Question,
    /// An answer that is not understood.
    Answer,
}

/// A request as stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Request {
    /// Its identity.
    pub id: RequestId,
    /// What people call it: `D-2026-0147`.
    pub reference: String,
    /// What it is about.
    pub subject: String,
    /// How far it is.
    pub status: Status,
    /// Who has to act.
    pub waiting: Waiting,
    /// Since when.
    pub waiting_since: Timestamp,
    /// How it came in.
    pub origin: Origin,
    /// Who asks.
    pub requester_name: String,
    /// Their address, lower case, or empty.
    pub requester_address: String,
    /// Their phone, as given by hand.
    pub requester_phone: String,
    /// Where the requester was found.
    pub requester_source: RequesterSource,
    /// The language they write.
    pub language: Option<Language>,
    /// The prospect or client.
    pub contact_id: Option<ContactId>,
    /// The salesperson.
    pub assignee_id: Option<UserId>,
    /// The mailbox it came through.
    pub account_id: Option<AccountId>,
    /// The newest version of its newest quote.
    pub latest_quote_id: Option<QuoteId>,
    /// An answer to be judged.
    pub proposal: Option<Proposal>,
    /// A mail of ours did not arrive.
    pub delivery_failed: bool,
    /// Not yet looked at.
    pub unread: bool,
    /// Why it was closed, in the user's words.
    pub closed_reason: String,
    /// When it arrived.
    pub received_at: Timestamp,
    /// When anything last happened.
    pub activity_at: Timestamp,
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn any_status() -> impl Strategy<Value = Status> {
        proptest::sample::select(Status::ALL.to_vec())
    }

    #[test]
    fn the_main_job_moves_a_request_from_received_to_accepted() {
        let status = [
            StatusEvent::Replied,
            StatusEvent::QuoteCreated,
            StatusEvent::QuoteSent,
            StatusEvent::QuoteAccepted,
        ]
        .into_iter()
        .fold(Status::Received, Status::after);
        assert_eq!(status, Status::QuoteAccepted);
    }

    #[test]
    fn a_reply_never_takes_a_request_back() {
        for status in Status::ALL.into_iter().skip(1) {
            assert_eq!(status.after(StatusEvent::Replied), status);
        }
    }

    #[test]
    fn codes_are_the_stored_words() {
        for status in Status::ALL {
            assert_eq!(Status::from_code(status.code()), Some(status));
            assert_eq!(serde_json::to_string(&status).unwrap(), format!("\"{}\"", status.code()));
        }
    }

    proptest! {
        #[test]
        fn a_hand_puts_it_anywhere(from in any_status(), to in any_status()) {
            prop_assert_eq!(from.after(StatusEvent::SetByHand(to)), to);
        }

        #[test]
        fn who_is_waited_for_follows_from_the_status(status in any_status()) {
            prop_assert_eq!(Waiting::after_our_action(status) == Waiting::Nobody, status.is_closed());
        }
    }
}
