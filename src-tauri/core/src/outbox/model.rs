//! The states of a mail that leaves, and the one place where they move.

use serde::{Deserialize, Serialize};

use crate::clock::Timestamp;
use crate::id::{MessageId, OutboxId, RequestId};

/// Where a mail stands on its way out (RELIABILITY 13).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(rename_all = "snake_case")]
pub enum OutboxState {
    /// Committed; may leave once its time has come.
    Queued,
    /// A connection is being made; nothing of the mail has been said.
    Connecting,
    /// The mail is being handed over: committed before DATA.
    DataStarted,
    /// The server took it.
    Sent,
    /// The server refused it for good.
    Refused,
    /// Failed before the final dot, or for the moment: will be tried again.
    Retry,
    /// Handed over, but the answer was lost: only the Sent folder or the user can tell.
    Uncertain,
}

/// What can happen to a mail on its way out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OutboxEvent {
    /// A worker took it.
    Claimed,
    /// DATA is about to be said.
    HandingOver,
    /// The server took it.
    Accepted,
    /// The server refused it for good.
    RefusedForGood,
    /// The server took it for some in an earlier try, and the others will not be tried again.
    LeftForSome,
    /// It failed before the final dot, or with a 4xx reply.
    FailedForNow,
    /// The answer after the final dot was lost, or the program died in between.
    AnswerLost,
    /// The worker died before anything of the mail was said.
    Abandoned,
    /// Its Message-ID was found in Sent.
    FoundInSent,
    /// The user says that it must be sent again.
    SendAgain,
    /// The user says that it did arrive.
    ConfirmedByUser,
}

impl OutboxState {
    /// The state after an event; `None` when the event cannot happen in this state.
    pub const fn after(self, event: OutboxEvent) -> Option<Self> {
        match (self, event) {
            (Self::Queued | Self::Retry, OutboxEvent::Claimed) => Some(Self::Connecting),
            (Self::Connecting, OutboxEvent::HandingOver) => Some(Self::DataStarted),
            (Self::DataStarted, OutboxEvent::Accepted) => Some(Self::Sent),
            (Self::Connecting | Self::DataStarted, OutboxEvent::LeftForSome) => Some(Self::Sent),
            (Self::Connecting | Self::DataStarted, OutboxEvent::RefusedForGood) => Some(Self::Refused),
            (Self::Connecting | Self::DataStarted, OutboxEvent::FailedForNow) => Some(Self::Retry),
            (Self::DataStarted, OutboxEvent::AnswerLost) => Some(Self::Uncertain),
            (Self::Connecting, OutboxEvent::Abandoned) => Some(Self::Retry),
            (Self::DataStarted, OutboxEvent::Abandoned) => Some(Self::Uncertain),
            (Self::Uncertain, OutboxEvent::FoundInSent | OutboxEvent::ConfirmedByUser) => Some(Self::Sent),
            (Self::Uncertain | Self::Refused | Self::Retry, OutboxEvent::SendAgain) => Some(Self::Queued),
            _ => None,
        }
    }

    /// The stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::Connecting => "connecting",
            Self::DataStarted => "data_started",
            Self::Sent => "sent",
            Self::Refused => "refused",
            Self::Retry => "retry",
            Self::Uncertain => "uncertain",
        }
    }

    /// Whether nothing more will happen by itself or by hand.
    pub const fn is_final(self) -> bool {
        matches!(self, Self::Sent)
    }
}

/// Why a mail leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(rename_all = "snake_case")]
pub enum OutboxPurpose {
    /// A reply in the conversation.
    Reply,
    /// A quote.
    Quote,
    /// By the program itself.
    Automatic,
}

/// What became of one recipient.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(rename_all = "snake_case")]
pub enum RecipientState {
    /// Not tried yet.
    Pending,
    /// The server took the mail for it.
    Accepted,
    /// The server refused it.
    Refused,
    /// A delivery report said that it failed later.
    Bounced,
    /// A delivery report said that it is late.
    Delayed,
}

/// A mail on its way out, as listed.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct OutboxRow {
    /// Its identity.
    pub id: OutboxId,
    /// The request it belongs to.
    pub request_id: RequestId,
    /// The message in the conversation.
    pub conversation_message_id: MessageId,
    /// The Message-ID header, without angle brackets.
    pub message_id: String,
    /// Why it leaves.
    pub purpose: OutboxPurpose,
    /// Where it stands.
    pub state: OutboxState,
    /// Its recipients' addresses.
    pub recipients: Vec<String>,
    /// How often it was tried.
    pub tries: u32,
    /// When it may leave.
    pub not_before: Timestamp,
    /// The code of the last failure.
    pub last_error: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    const STATES: [OutboxState; 7] = [
        OutboxState::Queued,
        OutboxState::Connecting,
        OutboxState::DataStarted,
        OutboxState::Sent,
        OutboxState::Refused,
        OutboxState::Retry,
        OutboxState::Uncertain,
    ];

    #[test]
    fn a_mail_that_was_sent_never_leaves_that_state() {
        for event in [
            OutboxEvent::Claimed,
            OutboxEvent::HandingOver,
            OutboxEvent::RefusedForGood,
            OutboxEvent::LeftForSome,
            OutboxEvent::FailedForNow,
            OutboxEvent::AnswerLost,
            OutboxEvent::Abandoned,
            OutboxEvent::SendAgain,
        ] {
            assert_eq!(OutboxState::Sent.after(event), None);
        }
    }

    #[test]
    fn only_a_mail_of_which_nothing_was_said_is_claimed_by_itself() {
        for state in STATES {
            let claimable = matches!(state, OutboxState::Queued | OutboxState::Retry);
            assert_eq!(state.after(OutboxEvent::Claimed).is_some(), claimable, "{state:?}");
        }
    }

    #[test]
    fn a_lost_answer_is_never_a_retry() {
        assert_eq!(OutboxState::DataStarted.after(OutboxEvent::AnswerLost), Some(OutboxState::Uncertain));
        assert_eq!(OutboxState::DataStarted.after(OutboxEvent::Abandoned), Some(OutboxState::Uncertain));
    }
}
