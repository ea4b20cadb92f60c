//! Prospects and clients, and what the screens see of them.

use serde::{Deserialize, Serialize};

use crate::clock::Timestamp;
use crate::id::ContactId;
use crate::language::Language;

/// A prospect becomes a client when an invoice is made out to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(rename_all = "snake_case")]
pub enum ContactKind {
    /// Nobody has bought yet.
    Prospect,
    /// Has bought.
    Client,
}

/// Everything that can be edited of a contact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct ContactDetails {
    /// `prospect` or `client`.
    pub kind: ContactKind,
    /// The name: of a person, or of the company if nobody is known.
    pub name: String,
    /// How a letter addresses them: “Madame et Monsieur”.
    pub salutation: String,
    /// The company, or empty.
    pub company: String,
    /// The VAT number, or empty.
    pub vat_number: String,
    /// The phone number, or empty.
    pub phone: String,
    /// The language of mails and documents to them.
    pub language: Language,
    /// Street and number.
    pub street: String,
    /// Postal code.
    pub postal_code: String,
    /// City.
    pub city: String,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// Whatever the company wants to remember.
    pub comment: String,
    /// Mail addresses, the first one first used.
    pub addresses: Vec<String>,
}

impl Default for ContactDetails {
    fn default() -> Self {
        Self {
            kind: ContactKind::Prospect,
            name: String::new(),
            salutation: String::new(),
            company: String::new(),
            vat_number: String::new(),
            phone: String::new(),
            language: Language::Fr,
            street: String::new(),
            postal_code: String::new(),
            city: String::new(),
            country: "BE".into(),
            comment: String::new(),
            addresses: Vec::new(),
        }
    }
}

/// A contact with its identity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct Contact {
    /// Its identity.
    pub id: ContactId,
    /// What is known of it.
    pub details: ContactDetails,
    /// Since when it is here.
    pub created_at: Timestamp,
}

/// One row of the list of contacts.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct ContactRow {
    /// Its identity.
    pub id: ContactId,
    /// `prospect` or `client`.
    pub kind: ContactKind,
    /// The name.
    pub name: String,
    /// The company, or empty.
    pub company: String,
    /// The first mail address, or empty.
    pub address: String,
    /// The phone number, or empty.
    pub phone: String,
    /// The city, or empty.
    pub city: String,
    /// How many requests they made.
    pub requests: u32,
}
