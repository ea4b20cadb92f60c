//! What the sample data are made of: stories, told step by step, as files.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::when::When;
use crate::error::{Error, StoreError};
use crate::language::Language;

macro_rules! stories {
    ($($name:literal),+ $(,)?) => { &[$(($name, include_str!(concat!("data/stories/", $name, ".json")))),+] };
}

const STORIES: &[(&str, &str)] = stories![
    "bathroom_in_namur",
    "bookcase_for_hermans",
    "brochures_for_the_festival",
    "dardenne_before",
    "dardenne_toilet",
    "dressing_for_massart",
    "dropped_by_lemaire",
    "form_of_pirard",
    "heat_pump_for_poncelet",
    "heat_pump_in_eghezee",
    "heat_pump_in_eupen",
    "heat_pump_in_gembloux",
    "heat_pump_in_sombreffe",
    "kitchen_for_carter",
    "kitchen_for_noel",
    "kitchen_for_verstraeten",
    "kitchen_in_jambes",
    "lockers_for_the_school",
    "not_requests",
    "partition_for_vandamme",
    "phone_call_of_wery",
    "risers_at_les_tilleuls",
    "roof_for_maes",
    "shower_for_janssens",
    "stairs_for_thiry",
    "ventilation_for_renard",
];

/// The story that the pictures of the product tell.
pub(super) const MAIN: &str = "bathroom_in_namur";

/// What arrives meanwhile when only the main job is played.
const BESIDE_MAIN: [&str; 3] = ["heat_pump_in_gembloux", "not_requests", "shower_for_janssens"];

/// The steps that the sample data leave to whoever tries the program.
const MAIN_JOB: &str = include_str!("data/main_job.json");

/// Stories to be played together.
pub struct Stories(pub(super) Vec<Story>);

impl Stories {
    /// All of the sample data.
    pub fn all() -> Result<Self, Error> {
        STORIES.iter().map(|(name, text)| read(name, text)).collect::<Result<_, _>>().map(Self)
    }

    /// The main job from a forwarded mail to an accepted quote, among a few other mails.
    pub fn main_job() -> Result<Self, Error> {
        let wanted = STORIES.iter().filter(|(name, _)| *name == MAIN || BESIDE_MAIN.contains(name));
        let mut stories = wanted.map(|(name, text)| read(name, text)).collect::<Result<Vec<_>, _>>()?;
        let further = read("main_job", MAIN_JOB)?;
        if let Some(main) = stories.iter_mut().find(|story| story.name == MAIN) {
            main.steps.extend(further.steps);
        }
        Ok(Self(stories))
    }
}

fn read(name: &str, text: &str) -> Result<Story, Error> {
    serde_json::from_str(text)
        .map(|story| Story { name: name.to_owned(), ..story })
        .map_err(|error| broken(name, &error))
}

/// A data file of the program itself that cannot be read; a test keeps it from happening.
pub(super) fn broken(name: &str, error: &serde_json::Error) -> Error {
    StoreError::Unsafe(format!("the sample data {name} cannot be read: {error}")).into()
}

/// What happened with one request.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Story {
    #[serde(skip)]
    pub(super) name: String,
    pub(super) language: Language,
    /// `Name <address>`; the address is empty for somebody who calls.
    pub(super) customer: String,
    pub(super) steps: Vec<Step>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Step {
    pub(super) at: When,
    /// Which of us does it.
    pub(super) by: Option<String>,
    #[serde(flatten)]
    pub(super) action: Action,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Action {
    /// The customer, or somebody else, writes.
    Mail(Mail),
    /// One of us forwards what the customer wrote.
    Forward(Forward),
    /// A mail that no person wrote, from a file.
    Template(String),
    /// The customer calls.
    Taken(Taken),
    Assign(String),
    Prospect(Box<Prospect>),
    Reply(Reply),
    Note(String),
    Quote(Box<Quote>),
    Revise(Box<Quote>),
    Finalise(Nothing),
    Send(Nothing),
    Accept(String),
    Refuse(String),
    Cancel(String),
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Nothing {}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Mail {
    pub(super) from: Option<String>,
    pub(super) reply_to: Option<String>,
    #[serde(default)]
    pub(super) cc: Vec<String>,
    /// None for an answer, which has the subject of what it answers.
    pub(super) subject: Option<String>,
    pub(super) text: Vec<String>,
    #[serde(default)]
    pub(super) html: bool,
    /// Files by name, each with what it shows.
    #[serde(default)]
    pub(super) files: BTreeMap<String, String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Forward {
    pub(super) sent: When,
    pub(super) subject: String,
    pub(super) text: Vec<String>,
    #[serde(default)]
    pub(super) files: BTreeMap<String, String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Taken {
    pub(super) name: String,
    pub(super) phone: String,
    pub(super) subject: String,
    pub(super) text: String,
}

/// What is put right in the prospect as proposed.
#[derive(Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[derive(Default)]
pub(super) struct Prospect {
    pub(super) name: Option<String>,
    pub(super) company: Option<String>,
    pub(super) vat_number: Option<String>,
    pub(super) salutation: Option<String>,
    pub(super) street: Option<String>,
    pub(super) postal_code: Option<String>,
    pub(super) city: Option<String>,
    pub(super) phone: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Reply {
    pub(super) text: Vec<String>,
    #[serde(default)]
    pub(super) files: BTreeMap<String, String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Quote {
    pub(super) title: String,
    pub(super) intro: String,
    pub(super) terms: Option<String>,
    pub(super) site: String,
    #[serde(default)]
    pub(super) discount: String,
    #[serde(default)]
    pub(super) discount_label: String,
    pub(super) valid_days: Option<i32>,
    pub(super) recipient: Option<Prospect>,
    pub(super) lines: Vec<Line>,
}

/// A line: a section, or an item that is filled in from the catalogue where it says nothing itself.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Line {
    pub(super) section: Option<String>,
    pub(super) product: Option<String>,
    pub(super) title: Option<String>,
    pub(super) details: Option<String>,
    pub(super) quantity: String,
    pub(super) unit: Option<String>,
    pub(super) unit_price: Option<String>,
    pub(super) unit_cost: Option<String>,
    pub(super) discount: String,
    pub(super) vat_rate: Option<String>,
    pub(super) optional: bool,
}
