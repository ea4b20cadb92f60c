//! `quoinctl settings`: the company, numbering, VAT, users and texts, shown and set as JSON.

use std::path::PathBuf;

use quoin_core::desk::Desk;
use quoin_core::settings::{
    Acknowledgement, Company, Numbering, Preferences, QuoteDefaults, TextTemplate, TextTemplateInput, User,
    UserInput,
};
use quoin_core::usecase;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::caller::{Caller, Done};
use crate::failure::Failure;
use crate::reply::read_text;

/// What to do with settings.
#[derive(Debug, clap::Subcommand)]
pub enum Command {
    /// Prints everything that can be set, except mailboxes, as JSON.
    Show,
    /// Changes what a file names; the rest stays.
    Set {
        /// JSON with any of `company`, `logo_file`, `numbering`, `quote_defaults`,
        /// `acknowledgement`, `preferences`, `users` (a user of the same name is changed) and `texts` (likewise); as `settings show`
        /// prints them, and - for standard input.
        file: PathBuf,
    },
}

/// What a file may change.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Changes {
    company: Option<Map<String, Value>>,
    logo_file: Option<PathBuf>,
    numbering: Option<Map<String, Value>>,
    quote_defaults: Option<Map<String, Value>>,
    acknowledgement: Option<Map<String, Value>>,
    preferences: Option<Map<String, Value>>,
    #[serde(default)]
    users: Vec<UserChange>,
    #[serde(default)]
    texts: Vec<TextTemplateInput>,
}

/// A user by name; what is not said stays.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct UserChange {
    name: String,
    address: Option<String>,
    phone: Option<String>,
    active: Option<bool>,
}

impl UserChange {
    fn over(self, known: Option<&User>) -> UserInput {
        let or = |said: Option<String>, known: Option<&String>| {
            said.or_else(|| known.cloned()).unwrap_or_default()
        };
        UserInput {
            address: or(self.address, known.map(|known| &known.address)),
            phone: or(self.phone, known.map(|known| &known.phone)),
            active: self.active.or(known.map(|known| known.active)).unwrap_or(true),
            name: self.name,
        }
    }
}

/// Does what the arguments ask.
pub async fn run(caller: &Caller, command: Command) -> Result<(), Failure> {
    let desk = match command {
        Command::Show => caller.open().await?,
        Command::Set { file } => {
            let changes = read_changes(&file)?;
            let desk = caller.open_or_begin().await?;
            set(desk, changes).await?;
            desk
        }
    };
    let shown = serde_json::to_value(usecase::show_settings(desk).await?).map_err(unreadable)?;
    let text = serde_json::to_string_pretty(&shown).map_err(unreadable)?;
    caller.answer(&Done::new(shown, text))
}

fn read_changes(file: &std::path::Path) -> Result<Changes, Failure> {
    serde_json::from_str(&read_text(file)?).map_err(|error| {
        Failure::new(format!("{} cannot be used: {error}", file.display()))
            .advise("`settings show` prints the form.")
    })
}

async fn set(desk: &Desk, changes: Changes) -> Result<(), Failure> {
    let present = usecase::show_settings(desk).await?;
    // Everything is read before anything is changed: a mistake in one place changes nothing.
    let company = merged::<Company>(&present.company, changes.company, "company")?;
    let numbering = merged::<Numbering>(&present.numbering, changes.numbering, "numbering")?;
    let defaults =
        merged::<QuoteDefaults>(&present.quote_defaults, changes.quote_defaults, "quote_defaults")?;
    let acknowledgement =
        merged::<Acknowledgement>(&present.acknowledgement, changes.acknowledgement, "acknowledgement")?;
    let preferences = merged::<Preferences>(&present.preferences, changes.preferences, "preferences")?;
    let logo = match &changes.logo_file {
        Some(file) => Some(
            std::fs::read(file)
                .map_err(|error| Failure::new(format!("{} cannot be read: {error}", file.display())))?,
        ),
        None => None,
    };
    if let Some(logo) = logo {
        usecase::save_logo(desk, Some(logo)).await?;
    }
    if let Some(company) = company {
        usecase::save_company(desk, company).await?;
    }
    if let Some(numbering) = numbering {
        usecase::save_numbering(desk, numbering).await?;
    }
    if let Some(defaults) = defaults {
        usecase::save_quote_defaults(desk, defaults).await?;
    }
    if let Some(acknowledgement) = acknowledgement {
        usecase::save_acknowledgement(desk, acknowledgement).await?;
    }
    for user in changes.users {
        let known = present.users.iter().find(|known| known.name == user.name.trim());
        usecase::save_user(desk, known.map(|known| known.id), user.over(known)).await?;
    }
    for text in changes.texts {
        let same = |known: &&TextTemplate| {
            known.name == text.name.trim() && known.language == text.language && known.purpose == text.purpose
        };
        let known = present.texts.iter().find(same).map(|known| known.id);
        usecase::save_text_template(desk, known, text).await?;
    }
    if let Some(preferences) = preferences {
        usecase::save_preferences(desk, preferences).await?;
    }
    Ok(())
}

/// What is there with the fields that the file names put over it; none if it names none.
fn merged<T: DeserializeOwned>(
    present: &impl serde::Serialize,
    changes: Option<Map<String, Value>>,
    name: &str,
) -> Result<Option<T>, Failure> {
    let Some(changes) = changes else { return Ok(None) };
    let Value::Object(mut fields) = serde_json::to_value(present).map_err(unreadable)? else {
        return Ok(None);
    };
    for (field, value) in changes {
        if !fields.contains_key(&field) {
            return Err(Failure::new(format!("{name} has no field {field}"))
                .advise("`settings show` prints the form."));
        }
        fields.insert(field, value);
    }
    serde_json::from_value(Value::Object(fields)).map(Some).map_err(|error| {
        Failure::new(format!("{name} cannot be used: {error}")).advise("`settings show` prints the form.")
    })
}

fn unreadable(error: serde_json::Error) -> Failure {
    Failure::new(format!("the settings cannot be written as JSON: {error}"))
}
