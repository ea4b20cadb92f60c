//! Settings: the company, its users, numbering, VAT, standard texts.

mod model;
mod store;

pub use model::*;
pub use store::*;
