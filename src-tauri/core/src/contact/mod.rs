//! Contacts: prospects and clients.

pub mod vat_number;
