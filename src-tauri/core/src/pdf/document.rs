//! A quote as a document: everything that is printed, and nothing else. Its JSON form is
//! the contract of `quoinctl render` and is described by [`super::schema`].

use serde::{Deserialize, Serialize};

use super::contract;
use crate::clock::LocalDate;
use crate::language::Language;
use crate::money::{BasisPoints, decimal};
use crate::quote::line::{PriceMode, QuoteLine};

/// One version of a quote, ready to be laid out. Amounts follow from the lines.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuoteDocument {
    /// Language of the document: the recipient's.
    pub language: Language,
    /// Number given when the quote was finalised; without one it is a draft and says so.
    #[serde(default)]
    pub number: Option<String>,
    /// Version of the quote, from 1.
    #[serde(default = "contract::first_version")]
    pub version: u32,
    /// What the quote is about.
    #[serde(default)]
    pub title: String,
    /// Words to the recipient above the lines; line breaks are kept.
    #[serde(default)]
    pub intro: String,
    /// Day of the quote.
    pub date: LocalDate,
    /// Last day on which it can be accepted.
    #[serde(default)]
    pub valid_until: Option<LocalDate>,
    /// The request that it answers.
    #[serde(default)]
    pub request: Option<RequestReference>,
    /// The recipient's own reference.
    #[serde(default)]
    pub customer_reference: Option<String>,
    /// Where the work is done.
    #[serde(default)]
    pub site: Option<String>,
    /// Estimated duration of the work.
    #[serde(default)]
    pub duration: Option<String>,
    /// Whom the recipient can ask.
    #[serde(default)]
    pub salesperson: Option<Salesperson>,
    /// Who makes the quote.
    pub company: Company,
    /// For whom it is.
    pub recipient: Recipient,
    /// Whether unit prices exclude or include VAT.
    #[serde(default)]
    pub prices: PriceMode,
    /// The lines.
    #[serde(with = "contract::lines")]
    pub lines: Vec<QuoteLine>,
    /// Discount on the whole.
    #[serde(default)]
    pub discount: Option<DocumentDiscount>,
    /// Deposit asked with the order, as a share of the total with VAT.
    #[serde(default)]
    pub deposit: Option<Deposit>,
    /// Payment and other terms; line breaks are kept.
    #[serde(default)]
    pub terms: String,
    /// Mentions about VAT that the law asks for, in the document's language.
    #[serde(default)]
    pub vat_mentions: Vec<String>,
}

/// The request that a quote answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RequestReference {
    /// Day it was received.
    #[serde(default)]
    pub date: Option<LocalDate>,
    /// Our reference of it.
    #[serde(default)]
    pub reference: Option<String>,
}

/// A person of the company.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Salesperson {
    /// Name.
    pub name: String,
    /// Telephone number, as it is to be printed.
    #[serde(default)]
    pub phone: Option<String>,
    /// Mail address.
    #[serde(default)]
    pub email: Option<String>,
}

/// Who makes the quote. Only the name is needed; what is missing leaves no gap.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Company {
    /// Name.
    pub name: String,
    /// What it does, in a few words.
    #[serde(default)]
    pub tagline: Option<String>,
    /// Legal form: SRL, BV, GmbH.
    #[serde(default)]
    pub legal_form: Option<String>,
    /// Lines of the seat's address.
    #[serde(default)]
    pub address: Vec<String>,
    /// Enterprise or VAT number, as it is to be printed.
    #[serde(default)]
    pub vat_number: Option<String>,
    /// Register of legal persons and court: RPM Namur.
    #[serde(default)]
    pub register: Option<String>,
    /// Bank account. A valid IBAN is grouped in fours, and is what a payment code needs.
    #[serde(default)]
    pub iban: Option<String>,
    /// Bank identifier; optional within SEPA.
    #[serde(default)]
    pub bic: Option<String>,
    /// Mail address.
    #[serde(default)]
    pub email: Option<String>,
    /// Telephone number, as it is to be printed.
    #[serde(default)]
    pub phone: Option<String>,
    /// Web site.
    #[serde(default)]
    pub website: Option<String>,
    /// Logo: a PNG, JPEG or WebP file; base64 in JSON.
    #[serde(default, with = "contract::base64_bytes")]
    pub logo: Option<Vec<u8>>,
}

/// For whom a quote is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recipient {
    /// Line above the name: Madame et Monsieur.
    #[serde(default)]
    pub salutation: Option<String>,
    /// Person or company.
    pub name: String,
    /// Person at the company.
    #[serde(default)]
    pub attention: Option<String>,
    /// Lines of the address.
    #[serde(default)]
    pub address: Vec<String>,
    /// VAT number, as it is to be printed.
    #[serde(default)]
    pub vat_number: Option<String>,
}

/// A discount on the whole quote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DocumentDiscount {
    /// Share of the sum of the lines.
    #[serde(with = "decimal::percent")]
    pub percent: BasisPoints,
    /// What it is for; else it is only called a discount.
    #[serde(default)]
    pub label: Option<String>,
}

/// A deposit asked with the order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Deposit {
    /// Share of the total with VAT.
    #[serde(with = "decimal::percent")]
    pub percent: BasisPoints,
}
