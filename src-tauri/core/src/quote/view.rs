//! What the screens see and send of quotes.

use serde::{Deserialize, Serialize};

use crate::clock::{LocalDate, Timestamp};
use crate::error::FieldProblem;
use crate::id::{ContactId, ProductId, QuoteId, RequestId, UserId};
use crate::language::Language;
use crate::money::{BasisPoints, Money};
use crate::quote::PriceMode;

/// Where a version of a quote stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(rename_all = "snake_case")]
pub enum QuoteState {
    /// Being written; has no number.
    Draft,
    /// Numbered and frozen, not yet sent.
    Finalised,
    /// The customer has it.
    Sent,
    /// The customer said yes.
    Accepted,
    /// The customer said no.
    Refused,
    /// A newer version stands in its place.
    Superseded,
}

/// A quote as typed in the editor. Numbers are text in the user's way of writing, so that
/// nothing somebody typed is lost because it is not (yet) a number.
#[derive(Debug, Clone, Serialize, Deserialize, specta::Type)]
pub struct QuoteInput {
    /// What the quote is about.
    pub title: String,
    /// The words above the table.
    pub intro: String,
    /// The conditions below it.
    pub terms: String,
    /// The language of the document.
    pub language: Language,
    /// Its date.
    pub issued_on: LocalDate,
    /// The last day on which it can be accepted.
    pub valid_until: LocalDate,
    /// Whether prices are typed without or with VAT.
    pub price_mode: PriceMode,
    /// Overall discount in percent, or empty.
    pub discount: String,
    /// What the discount is called on the document, or empty.
    pub discount_label: String,
    /// Deposit in percent of the total, or empty.
    pub deposit: String,
    /// To whom it is made out.
    pub recipient: QuoteRecipient,
    /// Where the work is done, or empty.
    pub site: String,
    /// The lines.
    pub lines: Vec<QuoteLineInput>,
}

/// To whom a quote is made out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct QuoteRecipient {
    /// “Madame et Monsieur”, or empty.
    pub salutation: String,
    /// The name.
    pub name: String,
    /// The company, or empty.
    pub company: String,
    /// Street and number.
    pub street: String,
    /// Postal code.
    pub postal_code: String,
    /// City.
    pub city: String,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// The VAT number, or empty.
    pub vat_number: String,
}

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(rename_all = "snake_case")]
pub enum LineKind {
    /// Something with a price.
    Item,
    /// The title of the lines below.
    Section,
    /// Words.
    Text,
}

/// A line as typed.
#[derive(Debug, Clone, Serialize, Deserialize, specta::Type)]
pub struct QuoteLineInput {
    /// What the line is.
    pub kind: LineKind,
    /// The catalogue item it came from.
    pub product_id: Option<ProductId>,
    /// What it is.
    pub title: String,
    /// More about it.
    pub details: String,
    /// How many.
    pub quantity: String,
    /// Of what unit.
    pub unit: String,
    /// Price per unit.
    pub unit_price: String,
    /// Internal cost per unit, or empty.
    pub unit_cost: String,
    /// Discount in percent, or empty.
    pub discount: String,
    /// VAT rate in percent.
    pub vat_rate: String,
    /// Shown with its price, outside the total.
    pub optional: bool,
}

/// A quote in the editor.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct QuoteDetail {
    /// Its identity.
    pub id: QuoteId,
    /// The request it answers.
    pub request_id: RequestId,
    /// What the request is about.
    pub request_subject: String,
    /// What people call the request.
    pub request_reference: String,
    /// The contact.
    pub contact_id: Option<ContactId>,
    /// Its number; none while it is a draft.
    pub number: Option<String>,
    /// Its version.
    pub version: u32,
    /// Its state.
    pub state: QuoteState,
    /// Everything that can be edited while it is a draft.
    pub input: QuoteInput,
    /// What it comes to.
    pub totals: QuoteTotals,
    /// Goes up with each saved change; send it back when saving.
    pub revision: u32,
    /// All versions of this quote, oldest first.
    pub versions: Vec<QuoteVersion>,
    /// What a complete document still lacks.
    pub missing: Vec<MissingFact>,
    /// Who began it.
    pub created_by: Option<UserId>,
    /// When it was last changed.
    pub updated_at: Timestamp,
    /// When it was sent.
    pub sent_at: Option<Timestamp>,
    /// When it was accepted or refused.
    pub decided_at: Option<Timestamp>,
    /// Why, in the user's words.
    pub decision_reason: String,
    /// The hash of the frozen document, lower-case hexadecimal.
    pub document_sha256: Option<String>,
}

/// One version in the list of versions.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct QuoteVersion {
    /// Its identity.
    pub id: QuoteId,
    /// Its version.
    pub version: u32,
    /// Its state.
    pub state: QuoteState,
}

/// What a document for Belgium should carry and does not yet; a warning, never an obstacle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum MissingFact {
    /// The company's address.
    CompanyAddress,
    /// The company's enterprise number.
    EnterpriseNumber,
    /// The company's legal form.
    LegalForm,
    /// The register of legal persons and its court.
    Register,
    /// The company's bank account.
    BankAccount,
    /// The recipient's address.
    RecipientAddress,
    /// A title.
    Title,
}

/// What a quote comes to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct QuoteTotals {
    /// Per line, in the order of the lines: its net (or gross, by the price mode) amount;
    /// for a section, the sum of its lines without options.
    pub lines: Vec<Option<Money>>,
    /// The margin of each line in basis points, where its cost is known.
    pub line_margins: Vec<Option<i32>>,
    /// The sum of the lines.
    pub lines_total: Money,
    /// The overall discount, as a negative amount.
    pub discount: Money,
    /// Total without VAT.
    pub net: Money,
    /// VAT.
    pub vat: Money,
    /// Total with VAT.
    pub gross: Money,
    /// Total with VAT if every option is taken; none without options.
    pub gross_with_options: Option<Money>,
    /// The deposit, with VAT; none without one.
    pub deposit: Option<Money>,
    /// VAT per rate, lowest first.
    pub vat_rates: Vec<VatRateTotal>,
    /// Internal: the sum of the costs, where known for at least one line.
    pub cost: Option<Money>,
    /// Internal: net less cost.
    pub margin: Option<Money>,
    /// Internal: the margin in basis points of the net.
    pub margin_rate: Option<i32>,
    /// Every field that cannot be read as it stands; those count as zero.
    pub problems: Vec<QuoteFieldProblem>,
}

/// VAT at one rate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct VatRateTotal {
    /// The rate.
    pub rate: BasisPoints,
    /// EN 16931 category code.
    pub category: String,
    /// The amount it is on.
    pub base: Money,
    /// The VAT.
    pub vat: Money,
}

/// A field of a quote that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct QuoteFieldProblem {
    /// `discount`, `deposit`, or `lines.3.unit_price` (lines counted from 0).
    pub field: String,
    /// What is wrong.
    pub problem: FieldProblem,
}

/// One row of the list of quotes.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct QuoteRow {
    /// Its identity.
    pub id: QuoteId,
    /// The request it answers.
    pub request_id: RequestId,
    /// Its number; none while it is a draft.
    pub number: Option<String>,
    /// Its version.
    pub version: u32,
    /// Its state.
    pub state: QuoteState,
    /// Its title, else the request's subject.
    pub title: String,
    /// To whom it is made out.
    pub recipient: String,
    /// The total with VAT.
    pub total: Money,
    /// Its date.
    pub issued_on: LocalDate,
    /// Until when it can be accepted.
    pub valid_until: LocalDate,
    /// The salesperson of the request.
    pub assignee_id: Option<UserId>,
    /// When it was last changed.
    pub updated_at: Timestamp,
}

impl QuoteRecipient {
    /// The name to show: the person's, else the company's.
    pub fn shown_name(&self) -> String {
        if self.name.is_empty() { self.company.clone() } else { self.name.clone() }
    }
}
