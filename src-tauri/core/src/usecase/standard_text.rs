//! Standard texts with their placeholders filled in.

use minijinja::{Environment, UndefinedBehavior};
use serde::Serialize;
use sqlx::SqliteConnection;

use crate::actor::Actor;
use crate::contact::{self, ContactDetails};
use crate::desk::Desk;
use crate::error::Error;
use crate::id::{QuoteId, RequestId, TextTemplateId};
use crate::language::Language;
use crate::quote::{self, totals_of};
use crate::request::{self, Request};
use crate::settings::{self, TextPurpose, standard};

/// How much work a standard text may cause: enough for words and names, too little for a trap.
const FUEL: u64 = 20_000;

/// What a standard text can name. An unknown name is an error, never an empty place in a mail.
#[derive(Debug, Serialize)]
pub(super) struct Placeholders {
    #[serde(skip)]
    pub(super) language: Language,
    /// How a letter addresses the customer.
    salutation: String,
    /// The customer's name.
    name: String,
    /// The company's name.
    company: String,
    /// The user's name.
    user: String,
    /// What the request is about.
    subject: String,
    /// The request's reference.
    reference: String,
    /// The quote's total with VAT; empty without a quote.
    total: String,
    /// The last day of the quote; empty without a quote.
    valid_until: String,
}

/// The language in which we write to the requester.
pub(super) async fn language_of(
    connection: &mut SqliteConnection,
    request: &Request,
) -> Result<Language, Error> {
    let contact = match request.contact_id {
        Some(id) => Some(contact::find(connection, id).await?.details),
        None => None,
    };
    Ok(spoken_with(contact.as_ref(), request))
}

fn spoken_with(contact: Option<&ContactDetails>, request: &Request) -> Language {
    contact.map(|contact| contact.language).or(request.language).unwrap_or(Language::Fr)
}

impl Placeholders {
    pub(super) async fn gather(
        connection: &mut SqliteConnection,
        actor: Actor,
        request: &Request,
        quote: Option<QuoteId>,
    ) -> Result<Self, Error> {
        let contact = match request.contact_id {
            Some(id) => Some(contact::find(connection, id).await?.details),
            None => None,
        };
        let quote = match quote {
            Some(id) => Some(quote::find(connection, id).await?),
            None => None,
        };
        let language = quote
            .as_ref()
            .map(|quote| quote.content.language)
            .unwrap_or_else(|| spoken_with(contact.as_ref(), request));
        let user = match actor.user() {
            Some(id) => settings::user(connection, id).await?.name,
            None => String::new(),
        };
        let company = settings::company(connection).await?.name;
        let name =
            contact.as_ref().map_or_else(|| request.requester_name.clone(), |contact| contact.name.clone());
        let salutation =
            contact.map(|contact| contact.salutation).filter(|salutation| !salutation.is_empty());
        Ok(Self {
            language,
            salutation: salutation.unwrap_or_else(|| standard::salutation(language, &name)),
            name,
            user: if user.is_empty() { company.clone() } else { user },
            company,
            subject: request.subject.clone(),
            reference: request.reference.clone(),
            total: quote
                .as_ref()
                .map(|quote| totals_of(&quote.content, Vec::new()).gross.written(language))
                .unwrap_or_default(),
            valid_until: quote
                .map(|quote| quote.content.valid_until.written_long(language))
                .unwrap_or_default(),
        })
    }
}

impl Placeholders {
    /// What a quote's mail says of its quote in figures: total and last day, as written.
    pub(super) fn figures(&self) -> [&str; 2] {
        [&self.total, &self.valid_until]
    }
}

/// The words with which a mail of a purpose begins, in the customer's language: the company's own
/// text if there is one, else the program's, with the signature under it.
pub(super) async fn greeting_text(
    connection: &mut SqliteConnection,
    purpose: TextPurpose,
    placeholders: &Placeholders,
) -> Result<String, Error> {
    let signature = text_of(connection, TextPurpose::Signature, placeholders.language).await?;
    let body = match purpose {
        TextPurpose::Signature => standard::reply(placeholders.language).to_owned(),
        other => text_of(connection, other, placeholders.language).await?,
    };
    // In a reply, an empty line between greeting and signature is where one begins to write.
    let gap = if purpose == TextPurpose::Signature { "\n\n\n\n" } else { "\n\n" };
    fill(&format!("{}{gap}{}", body.trim_end(), signature.trim()), placeholders)
}

async fn text_of(
    connection: &mut SqliteConnection,
    purpose: TextPurpose,
    language: Language,
) -> Result<String, Error> {
    let own = settings::text_templates(connection)
        .await?
        .into_iter()
        .find(|text| text.purpose == purpose && text.language == language);
    Ok(own.map_or_else(|| standard::text(purpose, language).to_owned(), |text| text.body))
}

/// The company's conditions in a language: its own, else none.
pub(super) async fn terms(connection: &mut SqliteConnection, language: Language) -> Result<String, Error> {
    text_of(connection, TextPurpose::Terms, language).await
}

/// A standard text with its placeholders filled in for a request.
pub async fn fill_text_template(
    desk: &Desk,
    id: TextTemplateId,
    request: RequestId,
) -> Result<String, Error> {
    let mut reader = desk.reader().await?;
    let text = settings::text_templates(&mut reader)
        .await?
        .into_iter()
        .find(|text| text.id == id)
        .ok_or(Error::NotFound("standard text"))?;
    let request = request::find(&mut reader, request).await?;
    let actor = Actor::User(settings::preferences(&mut reader).await?.current_user);
    let quote = request.latest_quote_id;
    let placeholders = Placeholders::gather(&mut reader, actor, &request, quote).await?;
    fill(&text.body, &placeholders)
}

/// A text with its placeholders filled in, in a sandbox; an unknown one is an error.
pub(super) fn fill(text: &str, placeholders: &impl Serialize) -> Result<String, Error> {
    let mut environment = Environment::empty();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_fuel(Some(FUEL));
    environment.render_str(text, minijinja::value::Serde(placeholders)).map_err(|error| {
        Error::Template(error.detail().unwrap_or_else(|| text.lines().next().unwrap_or_default()).to_owned())
    })
}
