//! What became of a mail that was given to a server (RELIABILITY rules 13 to 17).

use crate::mail::error::MailError;

/// What became of a mail, and so whether it may ever be sent again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DeliveryOutcome {
    /// The server took it over for at least one recipient.
    Sent {
        /// What it said of each recipient, in the envelope's order.
        recipients: Vec<RecipientOutcome>,
        /// Its last word, on one line: often the name under which it queued the mail.
        reply: String,
    },
    /// The server will not take this mail, now or later. It was not sent.
    Refused {
        /// Its reply, or what is wrong with the mail itself.
        reason: MailError,
        /// What it said of each recipient, as far as it was asked.
        recipients: Vec<RecipientOutcome>,
    },
    /// It was certainly not sent, and may be tried again: the same bytes, the same Message-ID.
    ///
    /// Where [`MailError::is_temporary`] says no (a wrong password, say), trying again is of no
    /// use before the user has changed something.
    Retry {
        /// What happened.
        reason: MailError,
        /// What the server said of each recipient, as far as it was asked.
        recipients: Vec<RecipientOutcome>,
    },
    /// The final dot may have been sent and no answer came back (RFC 1047): the mail may have
    /// gone out. Never send it again unasked.
    Uncertain {
        /// What happened.
        reason: MailError,
        /// What the server had said of each recipient before.
        recipients: Vec<RecipientOutcome>,
    },
}

/// What the server said of one recipient.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecipientOutcome {
    /// The address, as in the envelope.
    pub address: String,
    /// The server's word.
    pub state: RecipientState,
}

/// A server's word on one recipient.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RecipientState {
    /// It takes mail for this address.
    Accepted,
    /// It never will (5yz): [`MailError::Reply`].
    Refused(MailError),
    /// Not at the moment (4yz): [`MailError::Reply`]. The same bytes may be sent to this
    /// recipient alone later.
    Deferred(MailError),
}

impl RecipientOutcome {
    /// An accepted recipient.
    pub(in crate::mail) fn accepted(address: &str) -> Self {
        Self { address: address.to_owned(), state: RecipientState::Accepted }
    }

    /// A recipient turned down by a reply.
    pub(super) fn turned_down(address: &str, reply: MailError) -> Self {
        let state = match reply.is_temporary() {
            true => RecipientState::Deferred(reply),
            false => RecipientState::Refused(reply),
        };
        Self { address: address.to_owned(), state }
    }

    /// Whether the server takes the mail for this recipient.
    pub fn is_accepted(&self) -> bool {
        self.state == RecipientState::Accepted
    }
}

impl DeliveryOutcome {
    /// When no recipient is left: refused only if every one was, for good.
    pub(super) fn nobody_accepted(recipients: Vec<RecipientOutcome>) -> Self {
        let deferred = recipients.iter().find_map(|one| match &one.state {
            RecipientState::Deferred(reply) => Some(reply.clone()),
            _ => None,
        });
        if let Some(reason) = deferred {
            return Self::Retry { reason, recipients };
        }
        let refused = recipients.iter().find_map(|one| match &one.state {
            RecipientState::Refused(reply) => Some(reply.clone()),
            _ => None,
        });
        Self::Refused { reason: refused.unwrap_or(MailError::NoRecipient), recipients }
    }

    /// A failure before the final dot: only a 5yz reply about this very mail is for good.
    pub(super) fn not_sent(reason: MailError, recipients: Vec<RecipientOutcome>) -> Self {
        match reason {
            MailError::Reply { .. } if !reason.is_temporary() => Self::Refused { reason, recipients },
            MailError::InvalidAddress { .. } | MailError::NoRecipient | MailError::UncleanBytes => {
                Self::Refused { reason, recipients }
            }
            _ => Self::Retry { reason, recipients },
        }
    }

    /// A stable name for this outcome: the outbox's state.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Sent { .. } => "sent",
            Self::Refused { .. } => "refused",
            Self::Retry { .. } => "retry",
            Self::Uncertain { .. } => "uncertain",
        }
    }
}
