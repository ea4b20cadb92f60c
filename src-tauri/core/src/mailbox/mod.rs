//! Mailboxes: accounts, their folders, and how far each has been read.

mod model;
mod store;

pub use model::*;
pub use store::*;
