//! Whether a mail that is in no conversation yet is a request: the one place that says so.
//!
//! The order is fixed:
//! 1. What a machine answers (out of office, delivery and abuse reports) is never a request.
//! 2. The company's rules, in the order in which they stand; the first that fits decides. A mail that one of
//!    us forwarded is never ignored by a rule, for forwarding it was a decision. Mass mail becomes a request
//!    only by a rule about its sender.
//! 3. Mass mail is not a request.
//! 4. Else the mailbox decides: in a dedicated one every mail is a request, in a general one it waits to be
//!    sorted.

use serde::{Deserialize, Serialize};

use super::{IncomingMail, MailClass};
use crate::id::RuleId;

/// What a rule looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(rename_all = "snake_case")]
pub enum RuleField {
    /// Who wrote or sent the mail.
    Sender,
    /// To whom it is, in To or Cc.
    Recipient,
    /// Words in its subject.
    Subject,
}

/// What a rule says of a mail that fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(rename_all = "snake_case")]
pub enum RuleVerdict {
    /// It is a request.
    Request,
    /// It is not.
    Ignored,
}

/// A rule of the company's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct Rule {
    /// Its identity.
    pub id: RuleId,
    /// What it looks at.
    pub field: RuleField,
    /// An address, a domain after an @, the part of an address before the @ and with it, or words of a subject.
    pub value: String,
    /// What it says.
    pub verdict: RuleVerdict,
}

/// What is known of a mail when it is judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arrival {
    /// Who or what wrote it.
    pub class: MailClass,
    /// The evidence for the class.
    pub class_reason: String,
    /// Who sent it and, if that is somebody else, who speaks in it; lower case.
    pub senders: Vec<String>,
    /// Everybody in To and Cc; lower case.
    pub recipients: Vec<String>,
    /// Its subject.
    pub subject: String,
    /// One of us forwarded it.
    pub is_our_forward: bool,
    /// It came to a general mailbox.
    pub is_general: bool,
}

/// Whether a mail is a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// It is.
    Request,
    /// It is not; a code and, after a colon, the evidence.
    Ignored(String),
}

impl Arrival {
    /// What is known of a mail. `speaker` is who speaks in it, `is_from_us` says who sent it.
    pub fn of(mail: &IncomingMail, speaker: &str, is_from_us: bool, is_general: bool) -> Self {
        let sender = mail.from.as_ref().map(|from| from.address.to_lowercase()).unwrap_or_default();
        let mut senders = vec![speaker.to_lowercase()];
        if !is_from_us && !senders.contains(&sender) {
            senders.push(sender);
        }
        senders.retain(|address| !address.is_empty());
        let recipients = mail.to.iter().chain(&mail.cc).map(|person| person.address.to_lowercase());
        Self {
            class: mail.class,
            class_reason: mail.class_reason.clone(),
            senders,
            recipients: recipients.collect(),
            subject: mail.subject.clone(),
            is_our_forward: is_from_us && mail.forward.is_some(),
            is_general,
        }
    }
}

/// Judges a mail by the rules, in their order.
pub fn judge(arrival: &Arrival, rules: &[Rule]) -> Verdict {
    let ignored = |code: &str| Verdict::Ignored(format!("{code}: {}", arrival.class_reason));
    let is_bulk = arrival.class == MailClass::List;
    match arrival.class {
        MailClass::AutoReply => return ignored("auto_reply"),
        MailClass::Bounce => return ignored("bounce"),
        MailClass::Feedback => return ignored("feedback"),
        MailClass::Personal | MailClass::List => {}
    }
    let decides = |rule: &&Rule| {
        rule.fits(arrival)
            && match rule.verdict {
                RuleVerdict::Request => !is_bulk || rule.field == RuleField::Sender,
                RuleVerdict::Ignored => !arrival.is_our_forward,
            }
    };
    match rules.iter().find(decides) {
        Some(Rule { verdict: RuleVerdict::Request, .. }) => Verdict::Request,
        Some(rule) => Verdict::Ignored(format!("rule: {}", rule.value)),
        None if is_bulk => ignored("list"),
        None if arrival.is_general => Verdict::Ignored("triage".into()),
        None => Verdict::Request,
    }
}

impl Rule {
    /// Whether a mail is one that the rule speaks of.
    pub fn fits(&self, arrival: &Arrival) -> bool {
        let any = |addresses: &[String]| addresses.iter().any(|address| is_meant(&self.value, address));
        match self.field {
            RuleField::Sender => any(&arrival.senders),
            RuleField::Recipient => any(&arrival.recipients),
            RuleField::Subject => {
                let words = plain(&self.value);
                !words.is_empty() && plain(&arrival.subject).contains(&*words)
            }
        }
    }
}

/// Whether an address is the one that a rule names: whole, by its domain with those below it, or by the
/// part before the @.
fn is_meant(value: &str, address: &str) -> bool {
    let Some((local, domain)) = address.rsplit_once('@') else { return false };
    match value.rsplit_once('@') {
        Some(("", wanted)) => {
            !wanted.is_empty()
                && domain.strip_suffix(wanted).is_some_and(|above| above.is_empty() || above.ends_with('.'))
        }
        Some((wanted, "")) => local == wanted,
        Some(_) => address == value,
        None => false,
    }
}

/// Small letters, one space between words.
fn plain(text: &str) -> String {
    text.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
#[path = "verdict_tests.rs"]
mod tests;
