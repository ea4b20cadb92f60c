//! What is written down of a rearrangement: enough to put back exactly what was.

use serde::{Deserialize, Serialize};

use super::drafts::JoinedDraft;
use super::forward::TakenAsForward;
use super::part::Part;
use crate::id::RequestId;
use crate::request::{Request, Standing};

/// What a hand did, as written down.
#[derive(Debug, Serialize, Deserialize)]
#[serde(tag = "what", content = "journal", rename_all = "snake_case")]
pub(super) enum Written {
    /// Something went from one request to another.
    Moved(Box<Journal>),
    /// A mail was taken as a forward by one of us.
    TakenAsForward(Box<TakenAsForward>),
}

/// A rearrangement as written down.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Journal {
    /// What went from the source to the target.
    pub(super) part: Part,
    /// Drafts that were joined, because a request has one of a kind.
    pub(super) joined: Vec<JoinedDraft>,
    pub(super) source: Side,
    pub(super) target: Side,
}

/// One of the two requests.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Side {
    /// How it was.
    pub(super) before: Request,
    /// How it stood by its content then.
    pub(super) was: Standing,
    /// How it was left; none when it was emptied and taken out.
    pub(super) after: Option<Request>,
    /// It was made to take what was moved.
    pub(super) is_made: bool,
}

impl Side {
    pub(super) const fn before(before: Request, was: Standing) -> Self {
        Self { before, was, after: None, is_made: false }
    }

    pub(super) const fn id(&self) -> RequestId {
        self.before.id
    }

    /// The row to go on from when things are put back: what it was if nobody changed it since, else
    /// what it is now; with the standing that this row had.
    pub(super) fn resume(&self, now: Request, stands: Standing) -> (Request, Standing) {
        if self.after.as_ref() == Some(&now) {
            (self.before.clone(), self.was.clone())
        } else {
            (now, stands)
        }
    }
}
