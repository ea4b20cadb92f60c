//! The catalogue.

mod model;
mod store;

pub use model::*;
pub use store::*;
