//! The sample company: its data, people, mailbox, catalogue, contacts and texts.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;

use super::photo;
use super::story::broken;
use crate::actor::Actor;
use crate::contact::{ContactDetails, ContactKind};
use crate::desk::Desk;
use crate::error::Error;
use crate::id::{ProductId, UserId};
use crate::language::Language;
use crate::mailbox::NewAccount;
use crate::product::ProductInput;
use crate::secret::Secret;
use crate::settings::{Company, QuoteDefaults, TextTemplateInput, UserInput};
use crate::usecase;

const COMPANY: &str = include_str!("data/company.json");
const CONTACTS: &str = include_str!("data/contacts.json");
const PRODUCTS: &str = include_str!("data/products.json");

#[derive(Deserialize)]
struct CompanyFile {
    company: Company,
    mailbox: Mailbox,
    users: BTreeMap<String, UserInput>,
    quote_defaults: QuoteDefaults,
    texts: Vec<TextTemplateInput>,
}

#[derive(Deserialize)]
struct Mailbox {
    name: String,
    address: String,
    display_name: String,
}

#[derive(Deserialize)]
struct Known {
    kind: ContactKind,
    name: String,
    #[serde(default)]
    salutation: String,
    #[serde(default)]
    company: String,
    #[serde(default)]
    vat_number: String,
    phone: String,
    language: Language,
    street: String,
    postal_code: String,
    city: String,
    #[serde(default)]
    comment: String,
    addresses: Vec<String>,
}

/// What a story calls by name.
pub(super) struct Cast {
    /// The mailbox's address.
    pub(super) address: String,
    /// Its name as recipients see it.
    pub(super) display_name: String,
    /// The users, by first name.
    pub(super) users: BTreeMap<String, (UserId, UserInput)>,
    /// The catalogue, by code.
    pub(super) products: BTreeMap<String, (ProductId, ProductInput)>,
}

/// Sets the company up in an empty workspace, with its mailbox in a folder.
pub(super) async fn set_up(desk: &Desk, mailbox: &Path) -> Result<Cast, Error> {
    let file: CompanyFile = serde_json::from_str(COMPANY).map_err(|error| broken("company", &error))?;
    usecase::save_company(desk, file.company).await?;
    usecase::save_logo(desk, Some(photo::logo()?)).await?;
    usecase::save_quote_defaults(desk, file.quote_defaults).await?;
    let mut users = BTreeMap::new();
    for (name, user) in file.users {
        users.insert(name, (usecase::save_user(desk, None, user.clone()).await?, user));
    }
    for text in file.texts {
        usecase::save_text_template(desk, None, text).await?;
    }
    let Mailbox { name, address, display_name } = file.mailbox;
    let account = NewAccount::Folder {
        name,
        address: address.clone(),
        display_name: display_name.clone(),
        path: mailbox.to_string_lossy().into_owned(),
    };
    usecase::connect_mailbox(desk, account, Secret::new("")).await?;
    add_contacts(desk).await?;
    Ok(Cast { address, display_name, users, products: add_products(desk).await? })
}

async fn add_contacts(desk: &Desk) -> Result<(), Error> {
    let contacts: Vec<Known> = serde_json::from_str(CONTACTS).map_err(|error| broken("contacts", &error))?;
    for known in contacts {
        usecase::create_contact(desk, Actor::Program, details(known), None).await?;
    }
    Ok(())
}

fn details(known: Known) -> ContactDetails {
    ContactDetails {
        kind: known.kind,
        name: known.name,
        salutation: known.salutation,
        company: known.company,
        vat_number: known.vat_number,
        phone: known.phone,
        language: known.language,
        street: known.street,
        postal_code: known.postal_code,
        city: known.city,
        comment: known.comment,
        addresses: known.addresses,
        ..ContactDetails::default()
    }
}

async fn add_products(desk: &Desk) -> Result<BTreeMap<String, (ProductId, ProductInput)>, Error> {
    let typed: Vec<ProductInput> =
        serde_json::from_str(PRODUCTS).map_err(|error| broken("products", &error))?;
    let mut products = BTreeMap::new();
    for product in typed {
        let id = usecase::save_product(desk, None, &product).await?;
        products.insert(product.code.clone(), (id, product));
    }
    Ok(products)
}
