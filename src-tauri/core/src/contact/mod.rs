//! Contacts: prospects and clients.

mod model;
mod store;
pub mod vat_number;

pub use model::*;
pub use store::*;
