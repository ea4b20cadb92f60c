//! What there is to do today, and how the company fares. Reads only.

mod store;
mod view;

pub use store::*;
pub use view::*;
