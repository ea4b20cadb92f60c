//! What arrives: the customers' mails, what one of us forwards, and what no person wrote.

use super::letter::{self, Letter};
use super::play::Thread;
use super::stage::Stage;
use super::story::{Forward, Mail, Step, Story};
use super::when::weekday;
use crate::clock::LocalDate;
use crate::conversation::{self, Direction, Message};
use crate::error::Error;
use crate::language::Language;
use crate::mail::compose::NamedAddress;
use crate::mailbox;
use crate::request;
use crate::usecase;
use crate::worker;

impl Stage {
    pub(super) async fn receive_mail(
        &self,
        story: &Story,
        thread: &mut Thread,
        mail: &Mail,
    ) -> Result<String, Error> {
        let messages = self.messages(thread).await?;
        let answered = messages.iter().rev().find(|message| message.direction == Direction::Outgoing);
        let mut text = self.text(story, &mail.text);
        if let Some(answered) = answered {
            text =
                format!("{text}\n\n{}", letter::history(answered, &self.ours(), story.language, &self.zone));
        }
        let subject = match (&mail.subject, answered) {
            (Some(subject), _) => subject.clone(),
            (None, Some(answered)) => self.answering_subject(thread, answered).await?,
            (None, None) => String::new(),
        };
        let from = letter::person(mail.from.as_ref().unwrap_or(&story.customer));
        let what = format!("{} writes: {}", from.name, subject);
        let bytes = letter::bytes_of(Letter {
            from,
            to: self.ours(),
            cc: mail.cc.iter().map(|person| letter::person(person)).collect(),
            reply_to: mail.reply_to.as_ref().map(|person| letter::person(person)),
            subject,
            text,
            html: mail.html,
            files: &mail.files,
            date: self.desk.clock().now(),
            thread: messages.iter().filter_map(|message| message.mail_message_id.clone()).collect(),
        })?;
        self.deliver(thread, &story.name, &bytes).await?;
        Ok(what)
    }

    /// The subject of an answer to a mail of ours, with the reference as our mail carried it.
    async fn answering_subject(&self, thread: &Thread, answered: &Message) -> Result<String, Error> {
        let reference = request::find(&mut *self.desk.reader().await?, thread.request()?).await?.reference;
        let prefix = if answered.subject.starts_with("Re: ") { "" } else { "Re: " };
        Ok(format!("{prefix}{} [{reference}]", answered.subject))
    }

    pub(super) async fn receive_template(&self, thread: &mut Thread, name: &str) -> Result<String, Error> {
        let messages = self.messages(thread).await?;
        let answered = messages.iter().rev().find(|message| message.direction == Direction::Outgoing);
        let recipient = match thread.request {
            Some(id) => request::find(&mut *self.desk.reader().await?, id).await?.requester_address,
            None => String::new(),
        };
        let bytes = letter::from_template(name, self.desk.clock().now(), answered, &recipient)?;
        self.deliver(thread, name.trim_end_matches(".eml"), &bytes).await?;
        Ok(format!(
            "a mail that no person wrote arrives ({})",
            name.trim_end_matches(".eml").replace('_', " ")
        ))
    }

    /// Puts a mail into the mailbox and lets it be fetched. What came before today has been looked at.
    pub(super) async fn deliver(&self, thread: &mut Thread, name: &str, bytes: &[u8]) -> Result<(), Error> {
        let incoming = self.mailbox.join("in");
        let now = self.desk.clock().now();
        let whole = incoming.join(format!("{}-{name}.eml", now.0 / 1000));
        let passing = whole.with_extension("eml.part");
        tokio::fs::write(&passing, bytes).await?;
        tokio::fs::rename(&passing, &whole).await?;
        worker::sync(&self.desk, None).await?;
        if thread.request.is_none() {
            thread.request =
                request::holding_mail(&mut *self.desk.reader().await?, &mailbox::hash(bytes)).await?;
        }
        match thread.request {
            Some(id) if now.date_in(&self.zone) < self.now.date_in(&self.zone) => {
                usecase::mark_read(&self.desk, id, true).await
            }
            _ => Ok(()),
        }
    }

    async fn messages(&self, thread: &Thread) -> Result<Vec<Message>, Error> {
        match thread.request {
            Some(id) => conversation::messages(&mut *self.desk.reader().await?, id).await,
            None => Ok(Vec::new()),
        }
    }

    /// What one of us forwards, in the form that a well-known mail program gives it.
    pub(super) fn forwarded(&self, story: &Story, step: &Step, forward: &Forward) -> Result<Vec<u8>, Error> {
        let (_, user) =
            step.by.as_ref().and_then(|by| self.cast.users.get(by)).ok_or(Error::NotFound("user"))?;
        let sent = forward.sent.at(self.now, &self.zone);
        let day = sent.date_in(&self.zone);
        let text = format!(
            "De : {}\nEnvoyé : {} {} {}\nÀ : {} <{}>\nObjet : {}\n\n{}",
            story.customer,
            weekday(day, Language::Fr),
            LocalDate(day).written_long(Language::Fr),
            letter::clock_time(sent, &self.zone),
            user.name,
            user.address,
            forward.subject,
            self.text(story, &forward.text),
        );
        letter::bytes_of(Letter {
            from: NamedAddress { name: user.name.clone(), address: user.address.clone() },
            to: self.ours(),
            cc: Vec::new(),
            reply_to: None,
            subject: format!("TR: {}", forward.subject),
            text,
            html: false,
            files: &forward.files,
            date: self.desk.clock().now(),
            thread: Vec::new(),
        })
    }
}
