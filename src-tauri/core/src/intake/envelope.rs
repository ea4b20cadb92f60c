//! What the header of a mail says about who wrote to whom, when.

use super::addresses::read_addresses;
use super::automatic_list::has_way_out_only;
use super::dates::read_date_field;
use super::header::Headers;
use super::lead::Lead;
use super::limits::MAX_ADDRESSES;
use super::model::{IntakeContext, Person};
use super::reply::{Around, Thread};
use super::requester::Correspondents;
use super::subject::split_prefix;
use crate::clock::Timestamp;

/// The header of a mail, read.
#[derive(Debug, Default)]
pub(super) struct Envelope {
    pub(super) from: Option<Person>,
    pub(super) reply_to: Vec<Person>,
    pub(super) to: Vec<Person>,
    pub(super) cc: Vec<Person>,
    pub(super) sender: Option<Person>,
    pub(super) subject: String,
    pub(super) date: Option<Timestamp>,
    pub(super) message_id: Option<String>,
    pub(super) in_reply_to: Vec<String>,
    pub(super) references: Vec<String>,
    /// A program that sends to many gave it a way out.
    pub(super) is_by_program: bool,
}

impl Envelope {
    /// Reads a header. `subject` takes the place of its own, for a body without a mail.
    pub(super) fn read(headers: &Headers, subject: Option<String>) -> Self {
        let people = |name: &str| -> Vec<Person> {
            headers
                .all(name)
                .flat_map(|value| read_addresses(value, headers.fallback_charset.as_deref()))
                .take(MAX_ADDRESSES)
                .collect()
        };
        let senders = people("From");
        // Several From, or a first one that is junk: the first that can be answered.
        let usable = senders.iter().position(|person| !person.address.is_empty()).unwrap_or(0);
        Self {
            from: senders.into_iter().nth(usable),
            reply_to: people("Reply-To"),
            to: people("To"),
            cc: people("Cc"),
            sender: people("Sender").into_iter().next(),
            subject: subject.unwrap_or_else(|| headers.line("Subject").unwrap_or_default()),
            date: headers.line("Date").and_then(|date| read_date_field(&date)),
            message_id: headers.message_ids("Message-ID").into_iter().next(),
            in_reply_to: headers.message_ids("In-Reply-To"),
            references: headers.message_ids("References"),
            is_by_program: has_way_out_only(headers),
        }
    }

    /// True if it says nothing at all.
    pub(super) fn is_empty(&self) -> bool {
        self.from.is_none()
            && self.to.is_empty()
            && self.subject.is_empty()
            && self.date.is_none()
            && self.message_id.is_none()
    }

    /// The sender's name, or empty.
    pub(super) fn sender_name(&self) -> &str {
        self.from.as_ref().map(|from| from.name.as_str()).unwrap_or_default()
    }

    /// What helps to tell what is new in the body.
    pub(super) fn around(&self) -> Around<'_> {
        Around { sender_name: self.sender_name(), thread: self.thread() }
    }

    fn thread(&self) -> Thread {
        let names_another = !self.in_reply_to.is_empty() || !self.references.is_empty();
        if names_another || split_prefix(&self.subject).is_some() {
            Thread::Answer
        } else if self.from.is_none() && self.message_id.is_none() {
            Thread::Unknown
        } else {
            Thread::New
        }
    }

    /// True if the user sent it.
    pub(super) fn is_from_owner(&self, context: &IntakeContext) -> bool {
        context.any_sender_is_owner || self.from.as_ref().is_some_and(|from| context.is_owner(&from.address))
    }

    /// Those among whom the requester is.
    pub(super) fn correspondents<'m>(
        &'m self,
        lead: Option<&'m Lead>,
        context: &'m IntakeContext,
    ) -> Correspondents<'m> {
        Correspondents {
            from: self.from.as_ref(),
            reply_to: &self.reply_to,
            to: &self.to,
            sender: self.sender.as_ref(),
            lead,
            is_by_program: self.is_by_program,
            context,
        }
    }
}
