//! Mailboxes: accounts, their folders, and how far each has been read.

mod model;
mod raw_mail;
mod rule;
mod store;

pub use model::*;
pub use raw_mail::*;
pub use rule::*;
pub use store::*;
