//! The quote of one request of many.

use super::person::Person;
use super::{Seeding, words_of};
use crate::actor::Actor;
use crate::clock::{LocalDate, Timestamp};
use crate::conversation::{EventKind, record};
use crate::desk::Write;
use crate::error::Error;
use crate::id::{QuoteId, UserId};
use crate::money::{BasisPoints, Quantity, UnitPrice};
use crate::quote::{self, LineKind, PriceMode, Quote, QuoteContent, QuoteRecipient, QuoteState, StoredLine};
use crate::request::{Request, Status};
use crate::settings;
use crate::usecase::draft_quote::save;
use crate::usecase::take_request::number_text;

impl Seeding {
    /// A quote some days after the last mail, in the state that the request's status says; and when.
    pub(super) async fn add_quote(
        &mut self,
        write: &mut Write<'_>,
        request: &Request,
        person: &Person,
        user: UserId,
        after: Timestamp,
    ) -> Result<(QuoteId, Timestamp), Error> {
        let days = 1 + i64::try_from(self.chance.below(9)).unwrap_or(0);
        let at = after.plus_seconds(days * 86_400).min(self.now);
        let content = self.content(request, person, at)?;
        let draft = draft(QuoteId::from(self.chance.id(at)), request, content, user, at);
        quote::insert(write, &draft).await?;
        save(write, &draft, at).await?;
        record(write, request.id, Actor::User(Some(user)), at, EventKind::QuoteCreated, &[]).await?;
        let decided = match request.status {
            Status::QuoteAccepted => Some((QuoteState::Accepted, EventKind::QuoteAccepted)),
            Status::QuoteRefused => Some((QuoteState::Refused, EventKind::QuoteRefused)),
            Status::QuoteSent => Some((QuoteState::Sent, EventKind::QuoteSent)),
            _ => None,
        };
        if let Some((state, kind)) = decided {
            let year = draft.content.issued_on.0.year();
            let pattern = settings::numbering(write).await?.quote;
            let number = number_text(&pattern, year, settings::take_number(write, "quote", year).await?)?;
            quote::issue_without_document(write, draft.id, &number, state, at).await?;
            record(
                write,
                request.id,
                Actor::User(Some(user)),
                at,
                kind,
                &[("number", &number), ("version", "1")],
            )
            .await?;
        }
        self.seeded.quotes += 1;
        Ok((draft.id, at))
    }

    fn content(&mut self, request: &Request, person: &Person, at: Timestamp) -> Result<QuoteContent, Error> {
        let words = words_of(&self.words, person.language)?;
        let trade = self.chance.pick(&words.trades);
        let issued_on = LocalDate(at.date_in(&jiff::tz::TimeZone::UTC));
        let vat_rate = if self.chance.percent(75) { BasisPoints(600) } else { BasisPoints(2100) };
        let mut lines = Vec::new();
        for (title, unit, cents) in &trade.lines {
            let most = if unit == "h" || unit == "u" { 40 } else { 12 };
            let quantity = Quantity(1000 * i64::try_from(1 + self.chance.below(most)).unwrap_or(1));
            lines.push(item(title, unit, quantity, UnitPrice(cents * 100), vat_rate));
        }
        Ok(QuoteContent {
            title: request.subject.clone(),
            intro: String::new(),
            terms: String::new(),
            language: person.language,
            issued_on,
            valid_until: issued_on.plus_days(30),
            price_mode: PriceMode::Net,
            discount: BasisPoints(0),
            discount_label: String::new(),
            deposit: BasisPoints(3000),
            recipient: QuoteRecipient {
                name: person.name.clone(),
                street: person.street.clone(),
                postal_code: person.postal_code.clone(),
                city: person.city.clone(),
                country: "BE".into(),
                ..QuoteRecipient::default()
            },
            site: String::new(),
            lines,
        })
    }
}

fn item(
    title: &str,
    unit: &str,
    quantity: Quantity,
    unit_price: UnitPrice,
    vat_rate: BasisPoints,
) -> StoredLine {
    StoredLine {
        kind: LineKind::Item,
        product_id: None,
        title: title.to_owned(),
        details: String::new(),
        quantity,
        unit: unit.to_owned(),
        unit_price,
        unit_cost: Some(UnitPrice(unit_price.0 * 65 / 100)),
        discount: BasisPoints(0),
        vat_rate,
        optional: false,
    }
}

fn draft(id: QuoteId, request: &Request, content: QuoteContent, user: UserId, at: Timestamp) -> Quote {
    Quote {
        id,
        request_id: request.id,
        contact_id: request.contact_id,
        number: None,
        version: 1,
        state: QuoteState::Draft,
        typed_language: content.language,
        content,
        typed: None,
        document_sha256: None,
        revision: 0,
        created_by: Some(user),
        created_at: at,
        updated_at: at,
        finalised_at: None,
        sent_at: None,
        decided_at: None,
        decision_reason: String::new(),
    }
}
