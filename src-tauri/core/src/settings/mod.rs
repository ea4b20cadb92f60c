//! Settings: the company, its users, numbering, VAT, standard texts.

mod model;
pub mod standard;
mod store;

pub use model::*;
pub use store::*;
