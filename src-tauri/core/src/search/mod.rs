//! Full text over requests, messages, notes, contacts and quotes.

mod store;
mod view;

pub use store::*;
pub use view::*;
