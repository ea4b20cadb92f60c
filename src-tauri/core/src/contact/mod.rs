//! Contacts: prospects and clients.

mod model;
mod store;

pub use model::*;
pub use store::*;
