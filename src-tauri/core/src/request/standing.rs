//! How a request stands by what is in it: the one rule that says so when its content is moved by hand.

use serde::{Deserialize, Serialize};

use super::{Request, Status, Waiting};
use crate::clock::Timestamp;
use crate::id::QuoteId;
use crate::quote::QuoteState;

/// What is in a request, as far as it decides how the request stands.
#[derive(Debug, Clone)]
pub struct Content {
    /// When it arrived.
    pub received_at: Timestamp,
    /// The mails that somebody wrote, oldest first; automatic ones do not count.
    pub mails: Vec<ContentMail>,
    /// The quotes, newest first.
    pub quotes: Vec<ContentQuote>,
    /// When anything else in it was written: notes, automatic mails.
    pub others: Vec<Timestamp>,
    /// A mail of ours in it did not arrive.
    pub has_undelivered: bool,
}

/// A mail that counts.
#[derive(Debug, Clone, Copy)]
pub struct ContentMail {
    /// When.
    pub at: Timestamp,
    /// By us.
    pub is_ours: bool,
    /// It carries a quote.
    pub has_quote: bool,
}

/// A quote that counts.
#[derive(Debug, Clone, Copy)]
pub struct ContentQuote {
    /// Its identity.
    pub id: QuoteId,
    /// Its state.
    pub state: QuoteState,
    /// When it was begun.
    pub created_at: Timestamp,
    /// When it was accepted or refused.
    pub decided_at: Option<Timestamp>,
}

/// How a request stands by its content.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standing {
    status: Status,
    waiting: Waiting,
    waiting_since: Timestamp,
    activity_at: Timestamp,
    latest_quote: Option<QuoteId>,
    quotes: Vec<QuoteId>,
    is_quote_answered: bool,
    has_undelivered: bool,
}

impl Standing {
    /// How a request with this content stands if only events moved it.
    pub fn of(content: &Content) -> Self {
        let status = content.status();
        let (waiting, waiting_since) = content.waiting(status);
        Self {
            status,
            waiting,
            waiting_since,
            activity_at: content.latest(),
            latest_quote: content.latest_quote(),
            quotes: content.quotes.iter().map(|quote| quote.id).collect(),
            is_quote_answered: status == Status::QuoteSent && content.is_quote_answered(),
            has_undelivered: content.has_undelivered,
        }
    }

    /// Whether the customer wrote after the last mail with a quote, and the quote is still open.
    pub const fn is_quote_answered(&self) -> bool {
        self.is_quote_answered
    }

    /// Whether a mail of ours in it did not arrive.
    pub const fn has_undelivered(&self) -> bool {
        self.has_undelivered
    }
}

impl Content {
    fn status(&self) -> Status {
        let any = |states: &[QuoteState]| self.quotes.iter().any(|quote| states.contains(&quote.state));
        if any(&[QuoteState::Accepted]) {
            Status::QuoteAccepted
        } else if any(&[QuoteState::Sent]) {
            Status::QuoteSent
        } else if any(&[QuoteState::Draft, QuoteState::Finalised]) {
            Status::QuoteCreated
        } else if any(&[QuoteState::Refused]) {
            Status::QuoteRefused
        } else if self.mails.iter().any(|mail| mail.is_ours) {
            Status::Replied
        } else {
            Status::Received
        }
    }

    /// Who has to act, and since when: whoever wrote last does not wait; a quote that is begun waits for us.
    fn waiting(&self, status: Status) -> (Waiting, Timestamp) {
        let last_of_ours = self.mails.iter().rev().find(|mail| mail.is_ours).map(|mail| mail.at);
        let decided = self.quotes.iter().filter_map(|quote| quote.decided_at).max();
        let settled = if status.is_closed() { decided.max(last_of_ours) } else { last_of_ours };
        if let Some(begun) = self.begun().filter(|begun| settled.is_none_or(|settled| settled <= *begun)) {
            return (Waiting::Us, begun);
        }
        let after_ours = self.mails.iter().rposition(|mail| mail.is_ours).map_or(0, |place| place + 1);
        let unanswered =
            self.mails.iter().skip(after_ours).find(|mail| settled.is_none_or(|settled| mail.at >= settled));
        match unanswered {
            Some(mail) => (Waiting::Us, mail.at),
            None if status.is_closed() => (Waiting::Nobody, settled.unwrap_or(self.received_at)),
            None => match settled {
                Some(ours) => (Waiting::Customer, ours),
                None => (Waiting::Us, self.received_at),
            },
        }
    }

    /// When the newest quote that is being written, or waits to be sent, was begun.
    fn begun(&self) -> Option<Timestamp> {
        let open = |quote: &&ContentQuote| matches!(quote.state, QuoteState::Draft | QuoteState::Finalised);
        self.quotes.iter().find(open).map(|quote| quote.created_at)
    }

    fn latest(&self) -> Timestamp {
        let mails = self.mails.iter().map(|mail| mail.at);
        let quotes = self.quotes.iter().map(|quote| quote.decided_at.unwrap_or(quote.created_at));
        mails.chain(quotes).chain(self.others.iter().copied()).max().unwrap_or(self.received_at)
    }

    /// The accepted quote, else the newest.
    fn latest_quote(&self) -> Option<QuoteId> {
        let accepted = self.quotes.iter().find(|quote| quote.state == QuoteState::Accepted);
        accepted.or(self.quotes.first()).map(|quote| quote.id)
    }

    fn is_quote_answered(&self) -> bool {
        let sent = self.mails.iter().rposition(|mail| mail.has_quote);
        sent.is_some_and(|sent| self.mails.iter().skip(sent).any(|mail| !mail.is_ours))
            && self.mails.last().is_some_and(|mail| !mail.is_ours)
    }
}

impl Request {
    /// Follows its content from how it stood to how it stands. What the content did not explain was
    /// set by hand, and stays.
    pub fn follow(&mut self, was: &Standing, is: &Standing) {
        if was == is {
            return;
        }
        if self.status == was.status && was.status != is.status {
            self.status = is.status;
            if !self.status.is_closed() {
                self.closed_reason.clear();
            }
        }
        if self.waiting == was.waiting && (was.waiting, was.waiting_since) != (is.waiting, is.waiting_since) {
            self.waiting = is.waiting;
            self.waiting_since = is.waiting_since;
        }
        self.activity_at = if self.activity_at <= was.activity_at {
            is.activity_at
        } else {
            self.activity_at.max(is.activity_at)
        };
        let is_kept = self.latest_quote_id.is_some_and(|quote| is.quotes.contains(&quote));
        if was.quotes != is.quotes || !is_kept {
            self.latest_quote_id = is.latest_quote;
        }
        self.proposal = self.proposal.filter(|_| is.is_quote_answered);
        self.delivery_failed &= is.has_undelivered;
    }
}

#[cfg(test)]
#[path = "standing_tests.rs"]
mod tests;
