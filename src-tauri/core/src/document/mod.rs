//! Issued PDFs, by the hash of their bytes.

mod store;

pub use store::*;
