//! What can be set.

use serde::{Deserialize, Serialize};

use super::Acknowledgement;
use crate::id::{TextTemplateId, UserId};
use crate::language::Language;
use crate::money::BasisPoints;

/// The company as it stands on a document. Only the name is needed to begin.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct Company {
    /// The name on documents.
    pub name: String,
    /// A line under the name: what the company does.
    pub tagline: String,
    /// SRL, BV, GmbH…
    pub legal_form: String,
    /// Street and number.
    pub street: String,
    /// Postal code.
    pub postal_code: String,
    /// City.
    pub city: String,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// Enterprise or VAT number.
    pub vat_number: String,
    /// Register of legal persons and court: `RPM Namur`.
    pub register: String,
    /// Bank account.
    pub iban: String,
    /// Mail address on documents.
    pub mail: String,
    /// Phone number.
    pub phone: String,
    /// Website.
    pub website: String,
}

impl Default for Company {
    fn default() -> Self {
        Self {
            name: String::new(),
            tagline: String::new(),
            legal_form: String::new(),
            street: String::new(),
            postal_code: String::new(),
            city: String::new(),
            country: "BE".into(),
            vat_number: String::new(),
            register: String::new(),
            iban: String::new(),
            mail: String::new(),
            phone: String::new(),
            website: String::new(),
        }
    }
}

/// How documents are numbered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct Numbering {
    /// Pattern of quote numbers: `{year}` and `{number:4}`.
    pub quote: String,
    /// Pattern of request references.
    pub request: String,
}

impl Default for Numbering {
    fn default() -> Self {
        Self { quote: "{year}-{number:4}".into(), request: "D-{year}-{number:4}".into() }
    }
}

/// What a new quote begins with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct QuoteDefaults {
    /// How many days a quote can be accepted.
    pub validity_days: u32,
    /// Deposit of the total.
    pub deposit: BasisPoints,
    /// VAT rate of a new line.
    pub vat_rate: BasisPoints,
    /// The rates offered.
    pub vat_rates: Vec<BasisPoints>,
    /// The margin below which the gauge warns.
    pub margin_floor: BasisPoints,
}

impl Default for QuoteDefaults {
    fn default() -> Self {
        Self {
            validity_days: 30,
            deposit: BasisPoints(0),
            vat_rate: BasisPoints(2100),
            vat_rates: vec![BasisPoints(0), BasisPoints(600), BasisPoints(1200), BasisPoints(2100)],
            margin_floor: BasisPoints(3000),
        }
    }
}

/// How the program looks and behaves for this user.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct Preferences {
    /// The language of the interface; none: the system's.
    pub language: Option<Language>,
    /// Light, dark or the system's.
    pub theme: Theme,
    /// Whether single letters are keys.
    pub single_letter_keys: bool,
    /// For how many seconds a mail can be taken back.
    pub undo_seconds: u32,
    /// Whether a new reply quotes the mail it answers.
    pub quotes_answered_mail: bool,
    /// Which user sits at this machine.
    pub current_user: Option<UserId>,
}

impl Default for Preferences {
    fn default() -> Self {
        Self {
            language: None,
            theme: Theme::System,
            single_letter_keys: true,
            undo_seconds: 10,
            quotes_answered_mail: true,
            current_user: None,
        }
    }
}

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// As the system says.
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// Everything that can be set, except mailboxes.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct SettingsView {
    /// The company.
    pub company: Company,
    /// Whether a logo is kept.
    pub has_logo: bool,
    /// Numbering.
    pub numbering: Numbering,
    /// What a new quote begins with.
    pub quote_defaults: QuoteDefaults,
    /// Whether and how new requests are acknowledged.
    pub acknowledgement: Acknowledgement,
    /// Preferences.
    pub preferences: Preferences,
    /// The users.
    pub users: Vec<User>,
    /// Standard texts.
    pub texts: Vec<TextTemplate>,
}

/// A member of the company.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct User {
    /// Their identity.
    pub id: UserId,
    /// Their name.
    pub name: String,
    /// Two letters.
    pub initials: String,
    /// Their own mail address, or empty: mails forwarded from it are the owner's.
    pub address: String,
    /// Their phone on documents, or empty.
    pub phone: String,
    /// Still works here.
    pub active: bool,
}

/// A user as entered.
#[derive(Debug, Clone, Default, Serialize, Deserialize, specta::Type)]
#[serde(default)]
pub struct UserInput {
    /// Their name.
    pub name: String,
    /// Their own mail address, or empty.
    pub address: String,
    /// Their phone, or empty.
    pub phone: String,
    /// Still works here.
    pub active: bool,
}

/// What a standard text is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(rename_all = "snake_case")]
pub enum TextPurpose {
    /// A reply.
    Reply,
    /// The mail that carries a quote.
    QuoteMail,
    /// Under every mail.
    Signature,
    /// The conditions of a quote.
    Terms,
}

/// A standard text; its placeholders are `{{ name }}` and the like.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct TextTemplate {
    /// Its identity.
    pub id: TextTemplateId,
    /// What it is for.
    pub purpose: TextPurpose,
    /// Its language.
    pub language: Language,
    /// What the user calls it.
    pub name: String,
    /// The text.
    pub body: String,
}

/// A standard text as entered.
#[derive(Debug, Clone, Serialize, Deserialize, specta::Type)]
pub struct TextTemplateInput {
    /// What it is for.
    pub purpose: TextPurpose,
    /// Its language.
    pub language: Language,
    /// What the user calls it.
    pub name: String,
    /// The text.
    pub body: String,
}
