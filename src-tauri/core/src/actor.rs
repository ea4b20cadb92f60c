//! Who made a change.

use crate::id::UserId;

/// The one on whose account the timeline puts a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Actor {
    /// A member of the company.
    User(Option<UserId>),
    /// The customer, by a mail.
    Customer,
    /// The program by itself.
    Program,
}

impl Actor {
    /// The code stored on the timeline.
    pub const fn code(self) -> &'static str {
        match self {
            Self::User(_) => "user",
            Self::Customer => "customer",
            Self::Program => "program",
        }
    }

    /// The user, where it was one.
    pub const fn user(self) -> Option<UserId> {
        match self {
            Self::User(user) => user,
            Self::Customer | Self::Program => None,
        }
    }
}
