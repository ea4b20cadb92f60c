//! Settings: the company, its users, numbering, VAT, standard texts.

mod acknowledgement;
mod model;
pub mod standard;
mod store;

pub use acknowledgement::*;
pub use model::*;
pub use store::*;
