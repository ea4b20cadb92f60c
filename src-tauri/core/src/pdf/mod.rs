//! Documents: a layout model, then the printpdf writer. Quote value in, bytes out; no database, no clock.
