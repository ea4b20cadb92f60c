//! A workspace is filled with many believable requests, for measurements: always the same for the
//! same plan and the same present.

mod chance;
mod person;
mod seeded_quote;
mod seeded_request;

use chance::Chance;
use person::{Person, Words, words};

use super::{save_company, save_user};
use crate::change::Change;
use crate::clock::Timestamp;
use crate::desk::{Desk, Write};
use crate::error::Error;
use crate::id::{ContactId, UserId};
use crate::language::Language;
use crate::request::Status;
use crate::settings::{self, Company, UserInput};

/// How many requests are stored in one transaction.
const AT_ONCE: u32 = 1000;

/// Over how many days the requests are spread, up to the present.
const DAYS: i64 = 3 * 365;

/// How much to make.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SeedPlan {
    /// How many requests.
    pub requests: u32,
    /// How many messages in all; at least one per request.
    pub messages: u32,
}

/// What was made.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Seeded {
    /// Requests.
    pub requests: u32,
    /// Messages.
    pub messages: u32,
    /// Contacts.
    pub contacts: u32,
    /// Quotes; those that were issued have a number but no document.
    pub quotes: u32,
}

/// Fills a workspace, in place beside what it holds; `tell` hears now and then how many requests are there.
pub async fn seed_workspace(
    desk: &Desk,
    plan: SeedPlan,
    tell: &mut (dyn FnMut(u32) + Send),
) -> Result<Seeded, Error> {
    let (users, first_number) = prepare(desk).await?;
    let mut seeding = Seeding {
        plan: SeedPlan { messages: plan.messages.max(plan.requests), ..plan },
        now: desk.clock().now(),
        chance: Chance::new(u64::from(first_number)),
        words: words()?,
        users,
        first_number,
        known: Vec::new(),
        seeded: Seeded::default(),
    };
    let mut place = 0;
    while place < plan.requests {
        let end = plan.requests.min(place + AT_ONCE);
        let mut write = desk.write().await?;
        for place in place..end {
            seeding.add_request(desk, &mut write, place).await?;
        }
        write.changed(Change::Settings);
        write.commit().await?;
        tell(end);
        place = end;
    }
    Ok(seeding.seeded)
}

/// A company with people, and the first number to be given.
async fn prepare(desk: &Desk) -> Result<(Vec<UserId>, u32), Error> {
    let (company, mut users) = {
        let mut reader = desk.reader().await?;
        (settings::company(&mut reader).await?, settings::users(&mut reader).await?)
    };
    if company.name.is_empty() {
        save_company(desk, Company { name: "Ateliers de la Dyle".into(), ..Company::default() }).await?;
    }
    if users.is_empty() {
        for name in ["Aline Dumont", "Bruno Servais", "Katrijn Lemmens"] {
            save_user(desk, None, UserInput { name: name.into(), ..UserInput::default() }).await?;
        }
        users = settings::users(&mut *desk.reader().await?).await?;
    }
    let contacts_before = crate::contact::count(&mut *desk.reader().await?).await?;
    Ok((users.into_iter().map(|user| user.id).collect(), contacts_before))
}

struct Seeding {
    plan: SeedPlan,
    now: Timestamp,
    chance: Chance,
    words: Vec<(Language, Words)>,
    users: Vec<UserId>,
    /// Makes the addresses of a second filling other ones than those of the first.
    first_number: u32,
    known: Vec<(Person, Option<ContactId>)>,
    seeded: Seeded,
}

impl Seeding {
    /// When the request at a place arrives: evenly spread, in the order of their places.
    fn arrival(&mut self, place: u32) -> Timestamp {
        let span = DAYS * 86_400;
        let step = span / i64::from(self.plan.requests.max(1));
        let offset = i64::try_from(self.chance.below(step.max(1).unsigned_abs())).unwrap_or(0);
        self.now.plus_seconds(-span + step * i64::from(place) + offset)
    }

    fn messages_of(&self, place: u32) -> u32 {
        let SeedPlan { requests, messages } = self.plan;
        messages / requests + u32::from(place < messages % requests)
    }

    /// How far a request is: of the last weeks most are open, of those before hardly any.
    fn status(&mut self, place: u32) -> Status {
        let is_recent = u64::from(place) * 100 >= u64::from(self.plan.requests) * 97;
        let drawn = self.chance.below(100);
        match (is_recent, drawn) {
            (true, 0..35) => Status::Received,
            (true, 35..60) | (false, 0..5) => Status::Replied,
            (true, 60..70) => Status::QuoteCreated,
            (true, 70..95) | (false, 5..12) => Status::QuoteSent,
            (_, 12..60) | (true, _) => Status::QuoteAccepted,
            (false, 60..87) => Status::QuoteRefused,
            (false, _) => Status::Cancelled,
        }
    }

    fn language(&mut self) -> Language {
        if self.chance.percent(62) { Language::Fr } else { Language::Nl }
    }

    /// Somebody new, or somebody who asked before.
    async fn person(
        &mut self,
        write: &mut Write<'_>,
        at: Timestamp,
    ) -> Result<(Person, Option<ContactId>), Error> {
        if !self.known.is_empty() && self.chance.percent(25) {
            return Ok(self.chance.pick(&self.known).clone());
        }
        let language = self.language();
        let number = self.first_number + u32::try_from(self.known.len()).unwrap_or(u32::MAX);
        let words = words_of(&self.words, language)?;
        let person = Person::draw(&mut self.chance, number, language, words);
        let contact =
            if self.chance.percent(80) { Some(self.add_contact(write, &person, at).await?) } else { None };
        self.known.push((person.clone(), contact));
        Ok((person, contact))
    }
}

fn words_of(words: &[(Language, Words)], language: Language) -> Result<&Words, Error> {
    words
        .iter()
        .find(|(of, _)| *of == language)
        .or(words.first())
        .map(|(_, words)| words)
        .ok_or(Error::NotFound("words"))
}
