//! Quotes: lines, totals, numbering, versions.
