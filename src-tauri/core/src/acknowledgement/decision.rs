//! Whether a new request is acknowledged: the one place that says so.
//!
//! Every condition must hold, and missing evidence means no acknowledgement (RFC 3834 section 2). A limit only
//! ever keeps an acknowledgement from leaving, never a request from arriving.

use serde::{Deserialize, Serialize};

use crate::clock::Timestamp;
use crate::intake::{MailClass, RequesterSource, is_free_mail_domain, is_role_address};
use crate::mail::is_address;

/// A mail older than this, in seconds, is not acknowledged: the first reading of an old mailbox stays silent.
pub const YOUNGEST_SECONDS: i64 = 24 * 3600;

/// One address gets at most one acknowledgement in so many seconds: seven days (RFC 3834 section 2).
pub const PER_ADDRESS_SECONDS: i64 = 7 * 24 * 3600;

/// The most acknowledgements of the whole workspace in an hour, whatever arrives.
pub const MOST_PER_HOUR: u32 = 20;

/// The most of them in a day.
pub const MOST_PER_DAY: u32 = 100;

/// One that could not leave for so many seconds comes too late to be of use.
pub const LATEST_SECONDS: i64 = 6 * 3600;

/// What is known of the mail that began a request, and of what left before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Occasion {
    /// The company switched acknowledgements on.
    pub enabled: bool,
    /// Where the mail came from.
    pub coming: Coming,
    /// It could be read.
    pub readable: bool,
    /// Who or what wrote it.
    pub class: MailClass,
    /// The header field that keeps machines from answering it.
    pub asks_for_silence: Option<String>,
    /// One of us forwarded it.
    pub is_forward: bool,
    /// A rule says that it is no request.
    pub is_blocked: bool,
    /// Where the requester was found.
    pub source: RequesterSource,
    /// The requester's address, lower case.
    pub requester: String,
    /// The sender's address, lower case; of a form, the site's.
    pub sender: String,
    /// Everybody in To and Cc, lower case.
    pub recipients: Vec<String>,
    /// Its Message-ID.
    pub message_id: Option<String>,
    /// Our own addresses, of mailboxes and people, lower case.
    pub own_addresses: Vec<String>,
    /// Its Date.
    pub written_at: Option<Timestamp>,
    /// When its server took it (INTERNALDATE).
    pub received_at: Option<Timestamp>,
    /// When it was stored here.
    pub stored_at: Timestamp,
    /// Since when its mailbox is watched.
    pub watched_since: Option<Timestamp>,
    /// Somebody of us wrote in the request already.
    pub is_answered: bool,
    /// The same address had an acknowledgement within [`PER_ADDRESS_SECONDS`].
    pub had_one_lately: bool,
    /// Acknowledgements of the last hour.
    pub in_last_hour: u32,
    /// Acknowledgements of the last day.
    pub in_last_day: u32,
    /// There is a mailbox to send from.
    pub can_send: bool,
    /// Now.
    pub now: Timestamp,
}

/// Where a mail came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Coming {
    /// It arrived in a watched mailbox.
    Mailbox,
    /// It was found again after the server renumbered its mails.
    Relinked,
    /// Somebody brought a saved mail.
    File,
}

/// Why a request is not acknowledged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum Silence {
    /// Acknowledgements are switched off.
    Off,
    /// A saved mail was brought by hand: nobody knows how old the matter is.
    Imported,
    /// The server renumbered its mails; nothing automatic may follow.
    Relinked,
    /// The mail cannot be read.
    Unreadable,
    /// One of us forwarded it: the customer wrote to a person, who has read it already.
    Forwarded,
    /// A machine or a list wrote it.
    NotPersonal,
    /// Its header asks that no machine answers.
    AsksForSilence,
    /// A rule says that it is no request; it was made one by hand.
    Blocked,
    /// Nobody knows the requester's address.
    NoAddress,
    /// The address was only guessed from the text, or cannot be written to.
    DoubtfulAddress,
    /// Nobody reads at the address.
    RoleAddress,
    /// It comes from ourselves.
    OurOwn,
    /// It was not written to one of our addresses.
    NotToUs,
    /// Nobody knows when it was written.
    Undated,
    /// It is older than a day.
    TooOld,
    /// It was written before its mailbox was watched.
    BeforeWatched,
    /// One of us has answered already.
    Answered,
    /// There is no mailbox to send from.
    NoMailbox,
    /// The address had one within a week.
    HadOneLately,
    /// So many left in the last hour or day that something must be wrong.
    TooMany,
    /// Its words cannot be filled in.
    TextUnusable,
    /// It waited to leave until it was of no use any more.
    TooLate,
    /// The request was closed before it left.
    Closed,
}

impl Silence {
    /// The stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Off => "off",
            Self::Imported => "imported",
            Self::Relinked => "relinked",
            Self::Unreadable => "unreadable",
            Self::Forwarded => "forwarded",
            Self::NotPersonal => "not_personal",
            Self::AsksForSilence => "asks_for_silence",
            Self::Blocked => "blocked",
            Self::NoAddress => "no_address",
            Self::DoubtfulAddress => "doubtful_address",
            Self::RoleAddress => "role_address",
            Self::OurOwn => "our_own",
            Self::NotToUs => "not_to_us",
            Self::Undated => "undated",
            Self::TooOld => "too_old",
            Self::BeforeWatched => "before_watched",
            Self::Answered => "answered",
            Self::NoMailbox => "no_mailbox",
            Self::HadOneLately => "had_one_lately",
            Self::TooMany => "too_many",
            Self::TextUnusable => "text_unusable",
            Self::TooLate => "too_late",
            Self::Closed => "closed",
        }
    }
}

/// Why a new request is not acknowledged; none: it is.
pub fn silence(occasion: &Occasion) -> Option<Silence> {
    if !occasion.enabled {
        return Some(Silence::Off);
    }
    of_the_mail(occasion)
        .or_else(|| of_the_requester(occasion))
        .or_else(|| of_its_age(occasion))
        .or_else(|| of_what_left(occasion))
}

fn of_the_mail(occasion: &Occasion) -> Option<Silence> {
    match occasion.coming {
        Coming::Mailbox => {}
        Coming::Relinked => return Some(Silence::Relinked),
        Coming::File => return Some(Silence::Imported),
    }
    if !occasion.readable {
        Some(Silence::Unreadable)
    } else if occasion.is_forward || occasion.source == RequesterSource::Forward {
        Some(Silence::Forwarded)
    } else if occasion.class != MailClass::Personal {
        Some(Silence::NotPersonal)
    } else if occasion.asks_for_silence.is_some() {
        Some(Silence::AsksForSilence)
    } else if occasion.is_blocked {
        Some(Silence::Blocked)
    } else {
        None
    }
}

fn of_the_requester(occasion: &Occasion) -> Option<Silence> {
    let requester = occasion.requester.as_str();
    if requester.is_empty() {
        Some(Silence::NoAddress)
    } else if occasion.source == RequesterSource::Body || !is_address(requester) {
        Some(Silence::DoubtfulAddress)
    } else if is_role_address(requester) {
        Some(Silence::RoleAddress)
    } else if occasion.is_ours() {
        Some(Silence::OurOwn)
    } else if !occasion.recipients.iter().any(|address| occasion.own_addresses.contains(address)) {
        Some(Silence::NotToUs)
    } else {
        None
    }
}

fn of_its_age(occasion: &Occasion) -> Option<Silence> {
    let Some(told) = [occasion.written_at, occasion.received_at].into_iter().flatten().min() else {
        return Some(Silence::Undated);
    };
    let oldest = told.min(occasion.stored_at);
    match occasion.watched_since {
        _ if oldest < occasion.now.plus_seconds(-YOUNGEST_SECONDS) => Some(Silence::TooOld),
        // The dates of mails have whole seconds.
        Some(since) if oldest.0 >= since.0 - since.0.rem_euclid(1000) => None,
        _ => Some(Silence::BeforeWatched),
    }
}

fn of_what_left(occasion: &Occasion) -> Option<Silence> {
    if occasion.is_answered {
        Some(Silence::Answered)
    } else if !occasion.can_send {
        Some(Silence::NoMailbox)
    } else if occasion.had_one_lately {
        Some(Silence::HadOneLately)
    } else if occasion.in_last_hour >= MOST_PER_HOUR || occasion.in_last_day >= MOST_PER_DAY {
        Some(Silence::TooMany)
    } else {
        None
    }
}

impl Occasion {
    /// The requester is one of us or of our domain, or a program of ours made the mail. The form of our own
    /// site is made by it, and speaks for somebody else.
    fn is_ours(&self) -> bool {
        let by_site = self.source == RequesterSource::Form;
        let made_here = self.message_id.as_deref().is_some_and(|id| self.is_our_domain(id));
        self.own_addresses.contains(&self.requester)
            || self.is_our_domain(&self.requester)
            || !by_site && (self.own_addresses.contains(&self.sender) || made_here)
    }

    /// A domain that only we have: with a provider for everybody, its users are not one company.
    fn is_our_domain(&self, address: &str) -> bool {
        let domain = domain_of(address);
        !domain.is_empty()
            && !is_free_mail_domain(&domain)
            && self.own_addresses.iter().any(|own| domain_of(own) == domain)
    }
}

fn domain_of(address: &str) -> String {
    address.rsplit_once('@').map(|(_, domain)| domain.to_lowercase()).unwrap_or_default()
}

#[cfg(test)]
#[path = "decision_tests.rs"]
mod tests;
