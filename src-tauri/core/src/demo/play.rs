//! Steps are played: what the customers do as mails, what we do through the use cases.

use std::collections::BTreeMap;

use super::letter;
use super::quoted::{self, TYPED_IN};
use super::stage::{MAILBOX, Stage};
use super::story::{Action, Prospect, Quote, Reply, Step, Story};
use super::when::with_days;
use crate::actor::Actor;
use crate::clock::LocalDate;
use crate::contact::ContactDetails;
use crate::conversation::{DraftKind, DraftPerson, DraftText};
use crate::error::Error;
use crate::id::{DraftId, QuoteId, RequestId};
use crate::mail::compose::NamedAddress;
use crate::request::{NewRequest, Status};
use crate::usecase;
use crate::worker;

/// How far a story is.
#[derive(Debug, Default)]
pub(super) struct Thread {
    pub(super) request: Option<RequestId>,
    pub(super) quote: Option<QuoteId>,
}

impl Thread {
    pub(super) fn request(&self) -> Result<RequestId, Error> {
        self.request.ok_or(Error::NotFound("request"))
    }

    fn quote(&self) -> Result<QuoteId, Error> {
        self.quote.ok_or(Error::NotFound("quote"))
    }
}

impl Stage {
    /// Plays one step at the clock's present time; says in English what happened.
    pub(super) async fn take_step(
        &self,
        story: &Story,
        thread: &mut Thread,
        step: &Step,
    ) -> Result<String, Error> {
        let actor = self.actor(step)?;
        match &step.action {
            Action::Mail(mail) => self.receive_mail(story, thread, mail).await,
            Action::Forward(forward) => {
                let bytes = self.forwarded(story, step, forward)?;
                self.deliver(thread, "forward", &bytes).await?;
                Ok(format!(
                    "{} forwards a mail of {}: {}",
                    self.name(step),
                    letter::person(&story.customer).name,
                    forward.subject
                ))
            }
            Action::Template(name) => self.receive_template(thread, name).await,
            Action::Taken(taken) => {
                let taken = NewRequest {
                    name: taken.name.clone(),
                    phone: taken.phone.clone(),
                    subject: taken.subject.clone(),
                    text: taken.text.clone(),
                    language: Some(story.language),
                    ..NewRequest::default()
                };
                let what = format!("{} calls: {}", taken.name, taken.subject);
                thread.request = Some(usecase::take_request(&self.desk, actor, taken).await?);
                Ok(what)
            }
            Action::Assign(user) => {
                let (id, user) = self.cast.users.get(user).ok_or(Error::NotFound("user"))?;
                usecase::assign(&self.desk, actor, thread.request()?, Some(*id)).await?;
                Ok(format!("{} gives it to {}", self.name(step), user.name))
            }
            Action::Prospect(prospect) => self.make_prospect(story, thread, actor, prospect).await,
            Action::Reply(reply) => self.reply(story, thread, actor, reply).await,
            Action::Note(text) => {
                usecase::add_note(&self.desk, actor, thread.request()?, text).await?;
                Ok(format!("{} notes something", self.name(step)))
            }
            Action::Quote(quote) => {
                let id = usecase::create_quote(&self.desk, actor, thread.request()?).await?;
                self.write_quote(thread, id, quote).await
            }
            Action::Revise(quote) => {
                let id = usecase::revise_quote(&self.desk, actor, thread.quote()?).await?;
                self.write_quote(thread, id, quote).await
            }
            Action::Finalise(_) => {
                let quote = usecase::finalise_quote(&self.desk, actor, thread.quote()?).await?;
                Ok(format!(
                    "the quote gets its number, {}, and its document",
                    quote.number.unwrap_or_default()
                ))
            }
            Action::Send(_) => self.send_quote(thread, actor).await,
            Action::Accept(reason) => {
                usecase::accept_quote(&self.desk, actor, thread.quote()?, reason).await?;
                Ok("the quote is accepted".into())
            }
            Action::Refuse(reason) => {
                usecase::refuse_quote(&self.desk, actor, thread.quote()?, reason).await?;
                Ok("the quote is refused".into())
            }
            Action::Cancel(reason) => {
                usecase::set_status(&self.desk, actor, thread.request()?, Status::Cancelled, reason).await?;
                Ok("the request is cancelled".into())
            }
        }
    }

    fn actor(&self, step: &Step) -> Result<Actor, Error> {
        let Some(name) = &step.by else { return Ok(Actor::Program) };
        let (id, _) = self.cast.users.get(name).ok_or(Error::NotFound("user"))?;
        Ok(Actor::User(Some(*id)))
    }

    fn name(&self, step: &Step) -> &str {
        step.by.as_ref().and_then(|by| self.cast.users.get(by)).map_or("somebody", |(_, user)| &user.name)
    }

    pub(super) fn ours(&self) -> NamedAddress {
        NamedAddress { name: self.cast.display_name.clone(), address: self.cast.address.clone() }
    }

    pub(super) fn text(&self, story: &Story, paragraphs: &[String]) -> String {
        with_days(&paragraphs.join("\n\n"), story.language, self.today().0)
    }

    fn today(&self) -> LocalDate {
        LocalDate(self.now.date_in(&self.zone))
    }

    async fn make_prospect(
        &self,
        story: &Story,
        thread: &Thread,
        actor: Actor,
        right: &Prospect,
    ) -> Result<String, Error> {
        let request = thread.request()?;
        let found = usecase::suggest_prospect(&self.desk, request).await?;
        let or = |right: &Option<String>, found: String| right.clone().unwrap_or(found);
        let details = ContactDetails {
            name: or(&right.name, found.name),
            company: or(&right.company, found.company),
            vat_number: or(&right.vat_number, found.vat_number),
            salutation: or(&right.salutation, found.salutation),
            street: or(&right.street, found.street),
            postal_code: or(&right.postal_code, found.postal_code),
            city: or(&right.city, found.city),
            phone: or(&right.phone, found.phone),
            language: story.language,
            ..found
        };
        let name = details.name.clone();
        usecase::create_contact(&self.desk, actor, details, Some(request)).await?;
        Ok(format!("{name} becomes a prospect"))
    }

    async fn reply(
        &self,
        story: &Story,
        thread: &Thread,
        actor: Actor,
        reply: &Reply,
    ) -> Result<String, Error> {
        let draft = usecase::open_draft(&self.desk, actor, thread.request()?, DraftKind::Reply, None).await?;
        let people = |people: Vec<crate::intake::Person>| {
            people
                .into_iter()
                .map(|person| DraftPerson { name: person.name, address: person.address })
                .collect()
        };
        let what = format!("{} is answered", draft.to.first().map_or("somebody", |person| person.shown()));
        let text = DraftText {
            to: people(draft.to),
            cc: people(draft.cc),
            subject: draft.subject,
            text: self.text(story, &reply.text),
            quotes: draft.quotes,
        };
        usecase::save_draft(&self.desk, draft.id, &text).await?;
        self.attach(draft.id, &reply.files).await?;
        self.send(actor, draft.id).await?;
        Ok(what)
    }

    async fn attach(&self, draft: DraftId, named: &BTreeMap<String, String>) -> Result<(), Error> {
        let folder = self.desk.folder().join(MAILBOX);
        for file in letter::files(named)? {
            let path = folder.join(&file.name);
            tokio::fs::write(&path, &file.bytes).await?;
            usecase::attach_files(&self.desk, draft, std::slice::from_ref(&path)).await?;
            tokio::fs::remove_file(&path).await?;
        }
        Ok(())
    }

    async fn write_quote(&self, thread: &mut Thread, id: QuoteId, quote: &Quote) -> Result<String, Error> {
        let draft = usecase::show_quote(&self.desk, id, TYPED_IN).await?;
        let input = quoted::typed(quote, draft.input, &self.cast, self.today().0)?;
        let saved = usecase::save_quote(&self.desk, id, draft.revision, &input, TYPED_IN).await?;
        if let Some(problem) = saved.totals.problems.into_iter().next() {
            return Err(Error::field(problem.field, problem.problem));
        }
        thread.quote = Some(id);
        Ok(format!(
            "a quote is written: {}, {}",
            quote.title,
            saved.totals.gross.written(crate::language::Language::En)
        ))
    }

    async fn send_quote(&self, thread: &Thread, actor: Actor) -> Result<String, Error> {
        let draft = usecase::open_draft(
            &self.desk,
            actor,
            thread.request()?,
            DraftKind::QuoteMail,
            Some(thread.quote()?),
        )
        .await?;
        let to = draft.to.first().map_or("somebody", |person| person.shown()).to_owned();
        self.send(actor, draft.id).await?;
        Ok(format!("the quote is sent to {to}"))
    }

    async fn send(&self, actor: Actor, draft: DraftId) -> Result<(), Error> {
        let queued = usecase::send_draft(&self.desk, actor, draft).await?;
        usecase::send_now(&self.desk, queued).await?;
        worker::sync(&self.desk, None).await?;
        Ok(())
    }
}
