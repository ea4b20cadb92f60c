//! Quotes: lines, totals, numbering, versions.

pub mod line;
pub mod number;
pub mod structured_communication;
pub mod totals;
