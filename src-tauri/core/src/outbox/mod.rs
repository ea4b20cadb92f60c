//! Mail waiting to leave: exact bytes, tries, outcome.

mod model;
mod moving;
mod recipient;
mod store;

pub use model::*;
pub use moving::*;
pub use recipient::*;
pub use store::*;
