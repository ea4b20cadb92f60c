//! Understanding a mail: bytes in, an [`IncomingMail`] out. No SQL, no clock, no network.

mod model;

pub use model::*;
