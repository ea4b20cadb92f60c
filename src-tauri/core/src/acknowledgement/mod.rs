//! The automatic acknowledgement of a new request: when one may leave, and who had one lately.

mod decision;
mod name;
mod store;

pub use decision::*;
pub use name::*;
pub use store::*;
