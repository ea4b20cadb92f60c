//! When each mailbox is read next.

use std::collections::HashMap;
use std::time::{Duration, Instant};

use crate::id::AccountId;

/// After this many failures in a row the wait no longer doubles.
const MOST_DOUBLINGS: u32 = 5;

/// A mailbox is read at its usual pace; after failures in a row, ever more slowly, so that a wrong
/// password does not lock an account and a server in trouble is left in peace.
#[derive(Debug)]
pub struct Schedule {
    usual: Duration,
    mailboxes: HashMap<AccountId, Turn>,
}

#[derive(Debug)]
struct Turn {
    failures: u32,
    next: Instant,
}

impl Schedule {
    /// A schedule in which nothing has been read yet.
    pub fn new(usual: Duration) -> Self {
        Self { usual, mailboxes: HashMap::new() }
    }

    /// Whether a mailbox wants to be read.
    pub fn is_due(&self, id: AccountId, now: Instant) -> bool {
        self.mailboxes.get(&id).is_none_or(|turn| turn.next <= now)
    }

    /// Notes how a reading ended; `pace` is how often this mailbox is read while all is well.
    pub fn note(&mut self, id: AccountId, pace: Duration, failed: bool, now: Instant) {
        let failures = match self.mailboxes.get(&id) {
            Some(turn) if failed => turn.failures + 1,
            _ => u32::from(failed),
        };
        let jitter = Duration::from_millis(u64::from(uuid::Uuid::now_v7().as_bytes()[15]) * 4);
        let next = now + pace * (1 << failures.min(MOST_DOUBLINGS)) + jitter;
        self.mailboxes.insert(id, Turn { failures, next });
    }

    /// How long nothing will be due; at most the usual pace, because mailboxes come and go.
    pub fn pause(&self, now: Instant) -> Duration {
        let next = self.mailboxes.values().map(|turn| turn.next.saturating_duration_since(now)).min();
        next.unwrap_or(self.usual).clamp(Duration::from_millis(250), self.usual)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const USUAL: Duration = Duration::from_secs(30);

    #[test]
    fn a_mailbox_that_fails_is_left_alone_for_longer_and_longer() {
        let (mut schedule, id, start) = (Schedule::new(USUAL), AccountId::new(), Instant::now());
        assert!(schedule.is_due(id, start));

        let mut waits = Vec::new();
        for _ in 0..8 {
            schedule.note(id, USUAL, true, start);
            waits.push(
                (1..3000).find(|second| schedule.is_due(id, start + Duration::from_secs(*second))).unwrap(),
            );
        }
        assert!(waits[..6].is_sorted() && waits[0] >= 60 && waits[7] >= 960 && waits[7] < 970, "{waits:?}");

        schedule.note(id, USUAL, false, start);
        assert!(schedule.is_due(id, start + Duration::from_secs(32)));
    }

    #[test]
    fn one_that_fails_does_not_slow_down_the_others() {
        let (mut schedule, start) = (Schedule::new(USUAL), Instant::now());
        let (well, ill) = (AccountId::new(), AccountId::new());
        for _ in 0..4 {
            schedule.note(ill, USUAL, true, start);
        }
        schedule.note(well, USUAL, false, start);

        let later = start + Duration::from_secs(32);
        assert!(schedule.pause(start) <= USUAL);
        assert!(schedule.is_due(well, later) && !schedule.is_due(ill, later));
    }
}
