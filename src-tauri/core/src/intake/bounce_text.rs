//! Who was not reached, read from the sentences of a delivery report.

use super::addresses::address_range;
use super::decode::DecodedMail;
use super::delivery_status::enhanced_status;
use super::header::Headers;
use super::model::Person;
use super::words::bounces::{MAIL, NAMES_RECIPIENT, ORIGINAL_FOLLOWS};

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
    pub(super) fn names_recipient(&self) -> bool {
        self.text.lines().any(|line| {
            leading_address(line).is_some() || is_about_recipient(line) && address_range(line).is_some()
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
/// words of failure, else the only one that the returned mail was for.
pub(super) fn recipients(notification: &Notification, mail: &DecodedMail) -> Vec<String> {
    let lines: Vec<&str> = notification.text.lines().collect();
    let mut found = Found::default();
    lines.iter().filter_map(|line| leading_address(line)).for_each(|address| found.add(address));
    let has_own_lines = !found.addresses.is_empty();
    for line in &lines {
        let lower = line.to_lowercase();
        let is_alias = ["expanded from", "generated from", "quota violation", "originally addressed"]
            .iter()
            .any(|words| lower.contains(words));
        if is_alias || !has_own_lines && is_about_recipient(line) && !is_contact(&lower) {
            addresses_in(line).for_each(|address| found.add(address));
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

#[derive(Default)]
struct Found {
    addresses: Vec<String>,
}

impl Found {
    fn add(&mut self, address: &str) {
        let is_server = address.to_ascii_lowercase().starts_with("postmaster@")
            || address.to_ascii_lowercase().starts_with("mailer-daemon@");
        let is_known = self.addresses.iter().any(|known| known.eq_ignore_ascii_case(address));
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

/// Lines that say whom to ask.
fn is_contact(lower: &str) -> bool {
    ["contact", "assistance", "for help", "mail to <postmaster", "please forward", "send mail to", "support@"]
        .iter()
        .any(|words| lower.contains(words))
        || ["from:", "subject:", "sender:", "reply-to:", "received:"]
            .iter()
            .any(|label| lower.trim_start_matches(['*', ' ', '\t']).starts_with(label))
}

fn addresses_in(line: &str) -> impl Iterator<Item = &str> {
    let mut rest = line;
    std::iter::from_fn(move || {
        loop {
            let (start, end) = address_range(rest)?;
            let (before, address) = (&rest[..start], &rest[start..end]);
            rest = &rest[end..];
            // "… are not accepting mail from us@example.com" names the sender.
            if !before.trim_end_matches([' ', '<', '"', '(']).to_ascii_lowercase().ends_with("mail from") {
                // "dda:SMTP=user@example.com" of X.400 gateways.
                let tail = address.rsplit('=').next().filter(|tail| tail.find('@').is_some_and(|at| at > 0));
                return Some(tail.unwrap_or(address));
            }
        }
    })
}

/// The lines that do not say whom to ask, nor what the returned mail says of its sender.
fn without_contacts(lines: &[&str]) -> String {
    let kept: Vec<&str> = lines.iter().copied().filter(|line| !is_contact(&line.to_lowercase())).collect();
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
