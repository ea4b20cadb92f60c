//! Mail waiting to leave: exact bytes, tries, outcome.

mod model;
mod store;

pub use model::*;
pub use store::*;
