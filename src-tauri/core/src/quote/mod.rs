//! Quotes: lines, totals, numbering, versions.

mod compute;
pub mod line;
mod list;
pub mod mentions;
mod model;
pub mod number;
mod store;
pub mod structured_communication;
pub mod totals;
mod view;

pub use compute::*;
pub use line::*;
pub use list::*;
pub use model::*;
pub use number::NumberFormat;
pub use store::*;
pub use totals::{Totals, TotalsError};
pub use view::*;
