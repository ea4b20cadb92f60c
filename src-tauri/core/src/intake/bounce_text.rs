//! Who was not reached, read from the sentences of a delivery report.

use super::addresses::{address_range, read_addresses};
use super::decode::DecodedMail;
use super::delivery_status::enhanced_status;
use super::header::Headers;
use super::model::Person;
use super::words::bounces::{
    DELAYS, GIVEN_UP, MAIL, NAMES_RECIPIENT, ORIGINAL_FOLLOWS, PERMANENT_ERRORS, SENDER_WORDS,
    TRANSIENT_ERRORS,
};

/// The server's own words: a report without the mail that it returns.
pub(super) struct Notification<'m> {
    text: &'m str,
    returned: &'m str,
    lower: String,
}

/// A report's own words are seldom longer.
const MAX_BYTES: usize = 16 << 10;

impl<'m> Notification<'m> {
    /// Cuts a body where the returned mail begins.
    pub(super) fn of(body: &'m str) -> Self {
        let mut end = 0;
        for line in body.split_inclusive('\n') {
            if end >= MAX_BYTES || end > 0 && introduces_original(line) {
                break;
            }
            end += line.len();
        }
        let (text, returned) = body.split_at(end);
        Self { text, returned, lower: text.to_lowercase() }
    }

    pub(super) fn text(&self) -> &str {
        self.text
    }

    pub(super) fn lower(&self) -> &str {
        &self.lower
    }

    /// True if it quotes the answer of a server or the mail that it returns, or lists addresses below words
    /// about a mail.
    pub(super) fn shows_mail(&self, mail: &DecodedMail) -> bool {
        let has_reply =
            || super::bounce::smtp_reply(self.text).is_some() || enhanced_status(self.text).is_some();
        let is_quoted = || {
            let quoted = self.returned.lines().chain(self.text.lines());
            quoted.take(2_000).any(|line| is_field(line, "message-id:") || is_field(line, "received:"))
        };
        !mail.nested.is_empty()
            || !mail.reports.is_empty()
            || has_reply()
            || is_quoted()
            || self.lists_recipients()
    }

    /// True if it says of all whom it names that delivery is still tried.
    pub(super) fn says_delay(&self) -> bool {
        (DELAYS.within(&self.lower).is_some() || self.lower.lines().any(heads_delays))
            && GIVEN_UP.within(&self.lower).is_none()
            && !self.lower.lines().any(heads_failures)
    }

    /// True if it gives a status of refusal (RFC 3463) beside an address.
    pub(super) fn refuses_address(&self) -> bool {
        enhanced_status(self.text).is_some_and(|status| !status.starts_with('2'))
            && address_range(self.text).is_some()
    }

    /// An address alone on its line, directly below words about a mail that was not delivered.
    fn lists_recipients(&self) -> bool {
        let written: Vec<&str> = self.text.lines().filter(|line| !line.trim().is_empty()).take(200).collect();
        written.iter().enumerate().any(|(at, line)| {
            let above = written[at.saturating_sub(2)..at].join(" ").to_lowercase();
            let is_alone = line.split_whitespace().count() <= 3 && address_range(line).is_some();
            is_alone && is_about_recipient(&above) && MAIL.within(&above).is_some()
        })
    }

    /// True if it names somebody who was not reached, on a line of his own or beside such words.
    ///
    /// Who signs with his own address names nobody.
    pub(super) fn names_recipient(&self, from: Option<&Person>) -> bool {
        let is_other = |address: &&str| !from.is_some_and(|from| from.address.eq_ignore_ascii_case(address));
        self.text.lines().any(|line| {
            leading_address(line).filter(is_other).is_some()
                || is_about_recipient(line) && addresses_in(line).any(|address| is_other(&address))
        })
    }
}

fn is_field(line: &str, name: &str) -> bool {
    let line = line.trim_start_matches(['>', '|', ' ', '\t']);
    line.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name))
}

fn introduces_original(line: &str) -> bool {
    let line = line.trim();
    if line.len() > 160 || line.contains('@') {
        return false;
    }
    let is_marker = line.starts_with(['-', '=', '*', '|', '#', '_']) || line.ends_with([':', '-', '.', '=']);
    let lower = line.to_lowercase();
    is_marker
        && !lower.contains("was received")
        && !lower.contains(" not ")
        && ORIGINAL_FOLLOWS.within(&lower).is_some()
}

/// The recipients that a report names: those on lines of their own with their aliases, else those beside
/// words of failure, else the only one that the returned mail was for. Never whom the report itself was sent to.
pub(super) fn recipients(notification: &Notification, mail: &DecodedMail) -> Vec<String> {
    let reported_to = reported_to(mail);
    let lines = failed_lines(notification.text);
    let mut found = Found { addresses: Vec::new(), reported_to: &reported_to };
    lines.iter().filter_map(|line| leading_address(line)).for_each(|address| found.add(address));
    let has_own_lines = !found.addresses.is_empty();
    for line in &lines {
        let lower = line.to_lowercase();
        let is_alias = ["expanded from", "generated from", "quota violation", "originally addressed"]
            .iter()
            .any(|words| lower.contains(words));
        if is_alias {
            addresses_in(line).for_each(|address| found.add(address));
        } else if !has_own_lines && is_about_recipient(line) {
            told(line).flat_map(addresses_in).for_each(|address| found.add(address));
        }
    }
    if found.addresses.is_empty() {
        only_address(&without_contacts(&lines)).into_iter().for_each(|address| found.add(&address));
    }
    if found.addresses.is_empty() {
        returned_to(notification, mail).into_iter().for_each(|address| found.add(&address));
    }
    found.addresses
}

/// The lines of a report, without those below a heading of delays if another heading tells of failures.
fn failed_lines(text: &str) -> Vec<&str> {
    let mut is_delayed = false;
    let mut has_failed = false;
    let mut lines: Vec<(&str, bool)> = Vec::new();
    for line in text.lines() {
        let lower = line.to_lowercase();
        let is_permanent = heads_failures(&lower);
        let ends = is_permanent || line.trim_start().starts_with("---");
        has_failed |= is_permanent;
        is_delayed = heads_delays(&lower) || is_delayed && !ends;
        lines.push((line, is_delayed));
    }
    lines.into_iter().filter(|(_, is_delayed)| !(has_failed && *is_delayed)).map(|(line, _)| line).collect()
}

fn heads_delays(lower: &str) -> bool {
    TRANSIENT_ERRORS.within(lower).is_some() && address_range(lower).is_none()
}

fn heads_failures(lower: &str) -> bool {
    PERMANENT_ERRORS.within(lower).is_some()
        && TRANSIENT_ERRORS.within(lower).is_none()
        && address_range(lower).is_none()
}

/// The addresses to which a report was sent.
fn reported_to(mail: &DecodedMail) -> Vec<String> {
    let people = mail.headers.first("To").map(|value| read_addresses(value, None)).unwrap_or_default();
    people.into_iter().map(|person| person.address).filter(|address| !address.is_empty()).take(50).collect()
}

struct Found<'r> {
    addresses: Vec<String>,
    reported_to: &'r [String],
}

impl Found<'_> {
    fn add(&mut self, address: &str) {
        let lower = address.to_ascii_lowercase();
        let is_server = lower.starts_with("postmaster@") || lower.starts_with("mailer-daemon@");
        let is_same = |known: &String| known.eq_ignore_ascii_case(address);
        let is_known = self.addresses.iter().any(is_same) || self.reported_to.iter().any(is_same);
        if !is_server && !is_known && self.addresses.len() < 200 {
            self.addresses.push(address.to_owned());
        }
    }
}

/// The address that begins a line, behind bullets and brackets, if nothing but a reason follows it.
fn leading_address(line: &str) -> Option<&str> {
    let bare =
        line.trim().trim_start_matches(['*', '-', '•', '>', '<', '[', '"', '\'', '(', ' ', '\t', '=', '→']);
    let bare = bare.strip_prefix("mailto:").or_else(|| bare.strip_prefix("SMTP:")).unwrap_or(bare);
    let (start, end) = address_range(bare)?;
    let rest = bare[end..].trim_start_matches(['>', ']', '"', '\'', ')', '<', '=']);
    let ends = rest.is_empty() || rest.starts_with([':', ';', ',', ' ', '\t', '.', '(']);
    let follows_name = rest.trim_start().starts_with("wrote") || rest.trim_start().starts_with("has joined");
    (start == 0 && ends && !follows_name).then(|| &bare[..end])
}

fn is_about_recipient(line: &str) -> bool {
    NAMES_RECIPIENT.within(&line.to_lowercase()).is_some()
}

/// The sentences of a line that do not say whom to ask; none of a line of the returned header. A full stop
/// within an address ends no sentence.
fn told(line: &str) -> impl Iterator<Item = &str> {
    let is_header = is_sender_field(line);
    let sentences = line.split(". ").flat_map(|part| part.split("! "));
    sentences.filter(move |sentence| !is_header && !is_contact(&sentence.to_lowercase()))
}

fn is_sender_field(line: &str) -> bool {
    let bare = line.trim_start_matches(['*', ' ', '\t']);
    let has_label =
        |label: &str| bare.get(..label.len()).is_some_and(|start| start.eq_ignore_ascii_case(label));
    ["from:", "subject:", "sender:", "reply-to:", "received:"].iter().any(|label| has_label(label))
}

fn is_contact(lower: &str) -> bool {
    ["contact", "assistance", "for help", "mail to <postmaster", "please forward", "send mail to", "support@"]
        .iter()
        .any(|words| lower.contains(words))
}

fn addresses_in(line: &str) -> impl Iterator<Item = &str> {
    let mut rest = line;
    std::iter::from_fn(move || {
        loop {
            let (start, end) = address_range(rest)?;
            let (before, address) = (&rest[..start], &rest[start..end]);
            rest = &rest[end..];
            if !names_sender(before) {
                // "dda:SMTP=user@example.com" of X.400 gateways.
                let tail = address.rsplit('=').next().filter(|tail| tail.find('@').is_some_and(|at| at > 0));
                return Some(tail.unwrap_or(address));
            }
        }
    })
}

/// "… are not accepting mail from us@example.com", "550 sender us@example.com rejected".
fn names_sender(before: &str) -> bool {
    let words = before.trim_end_matches([' ', '<', '"', '(', '[', ':', '=']);
    let last: String = words.chars().rev().take(20).collect();
    let last: String = last.chars().rev().collect::<String>().to_lowercase();
    SENDER_WORDS.ending(&last).next().is_some()
}

/// The lines that do not say whom to ask, nor what the returned mail says of its sender.
fn without_contacts(lines: &[&str]) -> String {
    let kept: Vec<&str> = lines.iter().flat_map(|line| told(line)).collect();
    kept.join("\n")
}

/// The recipient of the returned mail, if it had only one.
fn returned_to(notification: &Notification, mail: &DecodedMail) -> Option<String> {
    let from_text = |text: &str| {
        let line = text
            .lines()
            .find(|line| line.trim_start().get(..3).is_some_and(|label| label.eq_ignore_ascii_case("to:")))?;
        only_address(line)
    };
    let nested = || {
        mail.nested
            .iter()
            .find_map(|nested| Headers::read(nested).0.line("To"))
            .and_then(|to| only_address(&to))
    };
    let reported = || mail.reports.iter().find_map(|(_, report)| from_text(report));
    from_text(notification.text)
        .or_else(nested)
        .or_else(reported)
        .or_else(|| from_text(notification.returned))
}

fn only_address(line: &str) -> Option<String> {
    let mut addresses = addresses_in(line);
    let first = addresses.next()?;
    addresses.all(|other| other.eq_ignore_ascii_case(first)).then(|| first.to_owned())
}

/// A bare name on a line of its own below words of failure, at the domain of the server that says so.
pub(super) fn local_parts(notification: &Notification, from: Option<&Person>) -> Vec<String> {
    let Some((_, domain)) = from.and_then(|from| from.address.rsplit_once('@')) else { return Vec::new() };
    let mut after_words = false;
    for line in notification.text.lines() {
        let word = line.trim();
        let is_name = (2..40).contains(&word.len())
            && line.starts_with([' ', '\t'])
            && word.chars().all(|character| character.is_ascii_alphanumeric() || "._-+".contains(character));
        if after_words && is_name {
            return vec![format!("{word}@{domain}")];
        }
        after_words |= is_about_recipient(line);
    }
    Vec::new()
}
