//! Quote requests: who asks for what, how far it is, and who waits for whom.

mod list;
mod model;
mod standing;
mod store;
mod view;

pub use list::*;
pub use model::*;
pub use standing::*;
pub use store::*;
pub use view::*;
