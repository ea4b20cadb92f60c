//! Mail waiting to leave: exact bytes, tries, outcome.

mod model;
mod moving;
mod store;

pub use model::*;
pub use moving::*;
pub use store::*;
