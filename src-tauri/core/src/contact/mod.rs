//! Contacts: prospects and clients.

mod model;
mod similarity;
mod store;
pub mod vat_number;

pub use model::*;
pub use similarity::*;
pub use store::*;
