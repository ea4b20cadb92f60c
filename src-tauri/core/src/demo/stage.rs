//! Where stories are played: a workspace with a clock of its own, and all stories in the order of time.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use jiff::tz::TimeZone;

use super::company::{self, Cast};
use super::not_after;
use super::play::Thread;
use super::story::{Action, MAIN, Step, Stories, Story};
use crate::clock::{Clock, LocalDate, Timestamp};
use crate::desk::Desk;
use crate::error::Error;
use crate::id::QuoteId;
use crate::request::{self, Request};
use crate::secret::SecretStore;
use crate::usecase::{self, NumberKind};
use crate::worker;

/// The folder of the mailbox, inside the workspace.
pub(super) const MAILBOX: &str = "mailbox";

/// The numbers of the main story's request and quote, so that pictures and texts agree.
const MAIN_NUMBERS: (u32, u32) = (147, 83);

/// A workspace with the sample company, ready for stories.
pub struct Stage {
    pub(super) desk: Desk,
    pub(super) cast: Cast,
    pub(super) mailbox: PathBuf,
    /// The present: stories are told backwards from here.
    pub(super) now: Timestamp,
    pub(super) zone: TimeZone,
}

/// A step that was played.
#[derive(Debug, Clone)]
pub struct Told {
    /// When, in the story's time.
    pub at: Timestamp,
    /// What happened, in English.
    pub what: String,
    /// The request that it is about, as it stands now.
    pub request: Option<Request>,
    /// The quote that it is about.
    pub quote: Option<QuoteId>,
}

impl Stage {
    /// Begins a workspace in a folder and sets the sample company up in it.
    ///
    /// Errors: as the database and the disk say.
    pub async fn open(folder: &Path, now: Timestamp) -> Result<Self, Error> {
        // Absolute, because the mailbox's place is stored.
        let folder = std::path::absolute(folder)?;
        let mailbox = folder.join(MAILBOX);
        std::fs::create_dir_all(&mailbox)?;
        // Whole seconds, as the headers of mails have them.
        let now = Timestamp(now.0 - now.0.rem_euclid(1000));
        let desk = Desk::open(&folder, Clock::fixed(now), SecretStore::memory()).await?;
        // What is played can be played again: no step waits for the disk, only the end does.
        desk.database().wait_for_disk(false).await?;
        let cast = company::set_up(&desk, &mailbox).await?;
        Ok(Self { desk, cast, mailbox, now, zone: TimeZone::system() })
    }

    /// The workspace.
    pub const fn desk(&self) -> &Desk {
        &self.desk
    }

    /// Plays stories in the order of time; each step is told once it is done.
    pub async fn play(&self, stories: &Stories, tell: &mut (dyn FnMut(&Told) + Send)) -> Result<(), Error> {
        let mut steps: Vec<(Timestamp, usize, &Step)> = Vec::new();
        for (place, story) in stories.0.iter().enumerate() {
            steps.extend(
                story
                    .steps
                    .iter()
                    .map(|step| (not_after(step.at.at(self.now, &self.zone), self.now), place, step)),
            );
        }
        // Stable: steps of the same instant stay in their order.
        steps.sort_by_key(|(at, ..)| *at);
        self.start_numbers(stories, &steps).await?;
        let mut threads: Vec<Thread> = stories.0.iter().map(|_| Thread::default()).collect();
        for (at, place, step) in steps {
            self.turn_clock(at);
            let thread = &mut threads[place];
            let what = self.take_step(&stories.0[place], thread, step).await?;
            let request = match thread.request {
                Some(id) => Some(request::find(&mut *self.desk.reader().await?, id).await?),
                None => None,
            };
            tell(&Told { at, what, request, quote: thread.quote });
        }
        self.turn_clock(self.now);
        worker::sync(&self.desk, None).await?;
        Ok(())
    }

    /// Brings all to the disk and closes the workspace.
    pub async fn close(&self) -> Result<(), Error> {
        let kept = self.desk.database().wait_for_disk(true).await;
        self.desk.close().await;
        Ok(kept?)
    }

    fn turn_clock(&self, at: Timestamp) {
        let clock = self.desk.clock();
        clock.advance_seconds((at.0 - clock.now().0) / 1000);
    }

    /// Lets numbering start so that the main story's request and quote get their numbers, and what
    /// other years brought is not the first of its year either.
    async fn start_numbers(
        &self,
        stories: &Stories,
        steps: &[(Timestamp, usize, &Step)],
    ) -> Result<(), Error> {
        let (request, quote) = MAIN_NUMBERS;
        for (kind, number, begins) in [
            (NumberKind::Request, request, begins_request as fn(&Story, &Step) -> bool),
            (NumberKind::Quote, quote, numbers_quote),
        ] {
            let begun: Vec<_> =
                steps.iter().filter(|(_, place, step)| begins(&stories.0[*place], step)).collect();
            let of_main = begun.iter().position(|(_, place, _)| stories.0[*place].name == MAIN).unwrap_or(0);
            let mut firsts: BTreeMap<i16, (LocalDate, usize)> = BTreeMap::new();
            for (position, (at, ..)) in begun.iter().enumerate() {
                let day = LocalDate(at.date_in(&TimeZone::UTC));
                firsts.entry(day.0.year()).or_insert((day, position));
            }
            for (day, position) in firsts.into_values().filter(|(_, position)| *position <= of_main) {
                let before = u32::try_from(of_main - position).unwrap_or(0);
                usecase::start_numbers(&self.desk, kind, day.0.year(), number.saturating_sub(before).max(1))
                    .await?;
            }
        }
        Ok(())
    }
}

/// Whether a step is the one with which its story begins a request.
fn begins_request(story: &Story, step: &Step) -> bool {
    let begins = |step: &Step| matches!(step.action, Action::Mail(_) | Action::Forward(_) | Action::Taken(_));
    begins(step)
        && story.steps.iter().find(|step| begins(step)).is_some_and(|first| std::ptr::eq(first, step))
}

/// Whether a step is the one that gives its story's quote a number.
fn numbers_quote(story: &Story, step: &Step) -> bool {
    let numbers = |step: &Step| matches!(step.action, Action::Finalise(_) | Action::Send(_));
    numbers(step)
        && story.steps.iter().find(|step| numbers(step)).is_some_and(|first| std::ptr::eq(first, step))
}
