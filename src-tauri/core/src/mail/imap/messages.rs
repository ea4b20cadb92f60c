//! The commands that find mails and bring them in.

use async_imap::imap_proto::{AttributeValue, MailboxDatum, MessageSection, Response, SectionPath};

use super::ImapSession;
use super::fetch::{FetchLimits, FetchedMail};
use crate::clock::Timestamp;
use crate::mail::content::MailContent;
use crate::mail::error::{MailError, Step};

/// What a server may add to the mails it announced: protocol, and sizes it only guessed.
const LEEWAY_BYTES: u64 = 8 * 1024 * 1024;

/// A mail as announced before it is brought in.
#[derive(Debug, Clone, Copy)]
pub(super) struct Announced {
    pub(super) uid: u32,
    pub(super) size: u64,
    internal_date: Option<Timestamp>,
}

impl Announced {
    pub(super) fn with(self, content: MailContent) -> FetchedMail {
        FetchedMail { uid: self.uid, size: self.size, internal_date: self.internal_date, content }
    }
}

impl ImapSession {
    /// The UIDs of all mails in the selected folder, in order.
    ///
    /// # Errors
    /// As any command: see [`ImapSession`].
    pub async fn all_uids(&mut self) -> Result<Vec<u32>, MailError> {
        self.search("UID 1:*").await
    }

    /// The UIDs of mails whose Message-ID holds this one (given without angle brackets).
    ///
    /// # Errors
    /// [`MailError::ControlCharacter`] for an identifier that cannot be asked for.
    pub async fn search_message_id(&mut self, message_id: &str) -> Result<Vec<u32>, MailError> {
        if !message_id.bytes().all(|byte| (b' '..=b'~').contains(&byte)) {
            return Err(MailError::ControlCharacter { field: "message_id" });
        }
        let quoted = message_id.replace('\\', "\\\\").replace('"', "\\\"");
        self.search(&format!("HEADER Message-ID \"<{quoted}>\"")).await
    }

    pub(super) async fn search(&mut self, criteria: &str) -> Result<Vec<u32>, MailError> {
        let mut uids = Vec::new();
        let line = format!("UID SEARCH {criteria}");
        let done = self
            .command(Step::Search, &line, |answer| {
                if let Response::MailboxData(MailboxDatum::Search(found)) = answer {
                    uids.extend(found);
                }
            })
            .await?;
        done.ok(Step::Search)?;
        uids.sort_unstable();
        uids.dedup();
        Ok(uids)
    }

    /// Sizes and dates; UIDs that are gone meanwhile are missing.
    pub(super) async fn announced(&mut self, uids: &[u32]) -> Result<Vec<Announced>, MailError> {
        let mut announced = Vec::new();
        let line = format!("UID FETCH {} (UID RFC822.SIZE INTERNALDATE)", uid_set(uids));
        let done = self
            .command(Step::Fetch, &line, |answer| {
                if let Response::Fetch(_, attributes) = answer
                    && let Some(one) = read_announced(attributes)
                    && uids.contains(&one.uid)
                {
                    announced.push(one);
                }
            })
            .await?;
        done.ok(Step::Fetch)?;
        announced.sort_unstable_by_key(|one| one.uid);
        announced.dedup_by_key(|one| one.uid);
        Ok(announced)
    }

    /// The bytes of some mails in one go, by UID; `None` when the server refuses the whole.
    pub(super) async fn bodies(
        &mut self,
        uids: &[u32],
        item: &str,
        bytes: u64,
    ) -> Result<Option<Vec<(u32, Option<Vec<u8>>)>>, MailError> {
        let mut bodies = Vec::with_capacity(uids.len());
        let line = format!("UID FETCH {} (UID {item})", uid_set(uids));
        let allowed = bytes.saturating_add(bytes / 2).saturating_add(LEEWAY_BYTES);
        let done = self
            .long_command(Step::Fetch, &line, allowed, |answer| {
                if let Response::Fetch(_, attributes) = answer
                    && let (Some(uid), Some(body)) = (read_uid(attributes), read_body(attributes))
                    && uids.contains(&uid)
                {
                    bodies.push((uid, body.map(<[u8]>::to_vec)));
                }
            })
            .await?;
        Ok(done.is_ok().then_some(bodies))
    }

    pub(super) async fn fetch_one(
        &mut self,
        mail: Announced,
        limits: &FetchLimits,
    ) -> Result<Option<FetchedMail>, MailError> {
        let too_large = mail.size > limits.mail_bytes;
        let item = if too_large { "BODY.PEEK[HEADER]" } else { "BODY.PEEK[]" };
        let bytes = if too_large { 0 } else { limits.mail_bytes };
        let Some(mut bodies) = self.bodies(&[mail.uid], item, bytes).await? else {
            return Ok(Some(mail.with(MailContent::Unavailable)));
        };
        let Some((_, body)) = bodies.pop() else {
            return Ok(None);
        };
        Ok(Some(mail.with(match body {
            None => MailContent::Unavailable,
            Some(header) if too_large => MailContent::TooLarge { header },
            Some(body) => MailContent::within(limits.mail_bytes, body),
        })))
    }
}

fn uid_set(uids: &[u32]) -> String {
    uids.iter().map(u32::to_string).collect::<Vec<_>>().join(",")
}

fn read_announced(attributes: &[AttributeValue<'_>]) -> Option<Announced> {
    let (mut size, mut internal_date) = (0, None);
    for attribute in attributes {
        match attribute {
            AttributeValue::Rfc822Size(bytes) => size = u64::from(*bytes),
            AttributeValue::InternalDate(date) => internal_date = read_date(date),
            _ => {}
        }
    }
    read_uid(attributes).map(|uid| Announced { uid, size, internal_date })
}

fn read_uid(attributes: &[AttributeValue<'_>]) -> Option<u32> {
    attributes.iter().find_map(|attribute| match attribute {
        AttributeValue::Uid(uid) => Some(*uid),
        _ => None,
    })
}

/// The body in an answer about one mail; `Some(None)` when the server has the mail but no body.
fn read_body<'a>(attributes: &'a [AttributeValue<'_>]) -> Option<Option<&'a [u8]>> {
    attributes.iter().find_map(|attribute| match attribute {
        AttributeValue::BodySection {
            section: None | Some(SectionPath::Full(MessageSection::Header)),
            data,
            ..
        } => Some(data.as_deref()),
        _ => None,
    })
}

/// ` 1-Feb-2025 08:30:00 +0100` (RFC 9051 §9, date-time).
fn read_date(text: &str) -> Option<Timestamp> {
    jiff::Timestamp::strptime("%d-%b-%Y %H:%M:%S %z", text.trim())
        .ok()
        .map(|instant| Timestamp(instant.as_millisecond()))
}
