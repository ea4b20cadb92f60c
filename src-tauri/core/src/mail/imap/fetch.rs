//! Bringing new mails in, in batches that fit into memory.

use std::collections::VecDeque;

use super::ImapSession;
use super::messages::Announced;
use crate::clock::Timestamp;
use crate::mail::content::MailContent;
use crate::mail::error::MailError;

/// How much is brought in at once.
#[derive(Debug, Clone, Copy)]
pub struct FetchLimits {
    /// Mails in a batch, at most.
    pub batch_mails: usize,
    /// Bytes in a batch, at most, unless a single mail is bigger.
    pub batch_bytes: u64,
    /// The biggest mail brought in whole, in bytes; of a bigger one only the header comes.
    pub mail_bytes: u64,
}

impl Default for FetchLimits {
    fn default() -> Self {
        Self { batch_mails: 50, batch_bytes: 8 * 1024 * 1024, mail_bytes: 50 * 1024 * 1024 }
    }
}

/// A mail as the server gave it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FetchedMail {
    /// Its UID in the selected folder.
    pub uid: u32,
    /// Its size in bytes, as the server says (RFC822.SIZE).
    pub size: u64,
    /// When the server received it (INTERNALDATE).
    pub internal_date: Option<Timestamp>,
    /// What was brought in of it.
    pub content: MailContent,
}

/// Some new mails, oldest UID first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailBatch {
    /// The mails; fewer than asked for when some were deleted meanwhile.
    pub mails: Vec<FetchedMail>,
    /// Where to go on after these are safe: the cursor to store with them.
    pub next_uid: u32,
}

/// Mails waiting to be brought in.
pub struct NewMails<'session> {
    session: &'session mut ImapSession,
    waiting: VecDeque<Announced>,
    unasked: VecDeque<u32>,
    limits: FetchLimits,
}

/// Sizes are asked for so many mails at a time.
const SIZES_AT_ONCE: usize = 500;

impl ImapSession {
    /// Finds the mails of the selected folder from a UID on; [`NewMails::next_batch`] brings them.
    ///
    /// # Errors
    /// As any command: see [`ImapSession`].
    pub async fn fetch_new(&mut self, from_uid: u32, limits: FetchLimits) -> Result<NewMails<'_>, MailError> {
        let from_uid = from_uid.max(1);
        // "n:*" always names the last mail, even one below n (RFC 9051 §6.4.9).
        let mut uids = self.search(&format!("UID {from_uid}:*")).await?;
        uids.retain(|uid| *uid >= from_uid);
        Ok(self.fetch(uids, limits))
    }

    /// Brings in certain mails of the selected folder, given by UID in ascending order.
    pub fn fetch(&mut self, uids: Vec<u32>, limits: FetchLimits) -> NewMails<'_> {
        NewMails { session: self, waiting: VecDeque::new(), unasked: uids.into(), limits }
    }
}

impl NewMails<'_> {
    /// How many mails have not been brought in yet.
    pub fn remaining(&self) -> usize {
        self.waiting.len() + self.unasked.len()
    }

    /// The next batch; `None` when all are in.
    ///
    /// # Errors
    /// [`MailError::ConnectionLost`] and its kin. Batches returned before stay valid; go on from
    /// the last [`MailBatch::next_uid`] in a new session.
    pub async fn next_batch(&mut self) -> Result<Option<MailBatch>, MailError> {
        if self.waiting.is_empty() && !self.unasked.is_empty() {
            let count = self.unasked.len().min(SIZES_AT_ONCE);
            let uids: Vec<u32> = self.unasked.drain(..count).collect();
            self.waiting = self.session.announced(&uids).await?.into();
            if let (true, Some(last)) = (self.waiting.is_empty(), uids.last()) {
                return Ok(Some(MailBatch { mails: Vec::new(), next_uid: last.saturating_add(1) }));
            }
        }
        let batch = self.take_batch();
        let Some(last) = batch.last() else {
            return Ok(None);
        };
        let next_uid = last.uid.saturating_add(1);
        let mails = self.bring_in(&batch).await?;
        Ok(Some(MailBatch { mails, next_uid }))
    }

    /// As many waiting mails as the limits allow, at least one; a too large one comes alone.
    fn take_batch(&mut self) -> Vec<Announced> {
        let mut batch: Vec<Announced> = Vec::new();
        let mut bytes = 0;
        while let Some(next) = self.waiting.front().copied() {
            bytes += next.size;
            let full = batch.len() >= self.limits.batch_mails.max(1)
                || bytes > self.limits.batch_bytes
                || next.size > self.limits.mail_bytes;
            if full && !batch.is_empty() {
                break;
            }
            batch.push(next);
            self.waiting.pop_front();
            if full {
                break;
            }
        }
        batch
    }

    /// All at once if the server gives them; else one by one, so that one bad mail stops no other.
    async fn bring_in(&mut self, batch: &[Announced]) -> Result<Vec<FetchedMail>, MailError> {
        if let [_, _, ..] = batch {
            let uids: Vec<u32> = batch.iter().map(|mail| mail.uid).collect();
            let bytes = batch.iter().map(|mail| mail.size).sum();
            if let Some(bodies) = self.session.bodies(&uids, "BODY.PEEK[]", bytes).await? {
                return Ok(self.matched(batch, bodies));
            }
        }
        let mut mails = Vec::new();
        for mail in batch {
            mails.extend(self.session.fetch_one(*mail, &self.limits).await?);
        }
        Ok(mails)
    }

    fn matched(&self, batch: &[Announced], mut bodies: Vec<(u32, Option<Vec<u8>>)>) -> Vec<FetchedMail> {
        let matched =
            batch.iter().filter_map(|mail| {
                let at = bodies.iter().position(|(uid, _)| *uid == mail.uid)?;
                let body = bodies.swap_remove(at).1;
                Some(mail.with(body.map_or(MailContent::Unavailable, |body| {
                    MailContent::within(self.limits.mail_bytes, body)
                })))
            });
        matched.collect()
    }
}
