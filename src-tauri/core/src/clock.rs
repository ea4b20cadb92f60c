//! Time: UTC instants in milliseconds, document dates as local dates, and the one clock.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

mod written;

/// An instant: milliseconds since the Unix epoch, UTC.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, specta::Type, sqlx::Type,
)]
#[serde(transparent)]
#[sqlx(transparent)]
pub struct Timestamp(#[specta(type = i32)] pub i64);

impl Timestamp {
    /// This instant moved by a number of seconds (negative: earlier).
    pub const fn plus_seconds(self, seconds: i64) -> Self {
        Self(self.0 + seconds * 1000)
    }

    /// RFC 3339 text in UTC; `None` outside the years jiff can express.
    pub fn to_rfc3339(self) -> Option<String> {
        jiff::Timestamp::from_millisecond(self.0).ok().map(|instant| instant.to_string())
    }

    /// The calendar day of this instant in a time zone; the epoch's day if out of range.
    pub fn date_in(self, zone: &TimeZone) -> Date {
        jiff::Timestamp::from_millisecond(self.0)
            .map(|instant| instant.to_zoned_datetime(zone.clone()).date())
            .unwrap_or(jiff::civil::date(1970, 1, 1))
    }

    /// The day and time of day of this instant in a time zone; the epoch's if out of range.
    pub fn date_time_in(self, zone: &TimeZone) -> LocalDateTime {
        let civil = jiff::Timestamp::from_millisecond(self.0)
            .map(|instant| instant.to_zoned_datetime(zone.clone()).datetime());
        LocalDateTime(civil.unwrap_or(jiff::civil::date(1970, 1, 1).at(0, 0, 0, 0)))
    }
}

/// A local day with a time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct LocalDateTime(pub jiff::civil::DateTime);

impl LocalDateTime {
    /// The day.
    pub fn date(self) -> LocalDate {
        LocalDate(self.0.date())
    }

    /// Hours and minutes, as all four languages write them: `14:05`.
    pub fn hours_and_minutes(self) -> String {
        format!("{:02}:{:02}", self.0.hour(), self.0.minute())
    }
}

/// A local calendar date, stored and exchanged as `YYYY-MM-DD`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, specta::Type)]
#[serde(transparent)]
pub struct LocalDate(#[specta(type = String)] pub Date);

impl LocalDate {
    /// This date moved by a number of days; itself when that leaves the calendar.
    pub fn plus_days(self, days: i32) -> Self {
        self.0.checked_add(jiff::Span::new().days(days)).map_or(self, Self)
    }
}

impl std::fmt::Display for LocalDate {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(formatter)
    }
}

impl std::str::FromStr for LocalDate {
    type Err = jiff::Error;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(Self)
    }
}

/// Where time comes from. Tests set it; nothing else asks the system.
#[derive(Debug, Clone)]
pub enum Clock {
    /// The machine's clock and time zone.
    System,
    /// A clock that stands still until moved; UTC.
    Fixed(Arc<AtomicI64>),
}

impl Clock {
    /// A clock standing at an instant.
    pub fn fixed(at: Timestamp) -> Self {
        Self::Fixed(Arc::new(AtomicI64::new(at.0)))
    }

    /// The present instant.
    pub fn now(&self) -> Timestamp {
        match self {
            Self::System => Timestamp(jiff::Timestamp::now().as_millisecond()),
            Self::Fixed(at) => Timestamp(at.load(Ordering::Relaxed)),
        }
    }

    /// The company's time zone, in which days begin and quotes expire.
    pub fn zone(&self) -> TimeZone {
        match self {
            Self::System => TimeZone::system(),
            Self::Fixed(_) => TimeZone::UTC,
        }
    }

    /// Today's date in the company's time zone.
    pub fn today(&self) -> LocalDate {
        LocalDate(self.now().date_in(&self.zone()))
    }

    /// Moves a fixed clock forward; no effect on the system's.
    pub fn advance_seconds(&self, seconds: i64) {
        if let Self::Fixed(at) = self {
            at.fetch_add(seconds * 1000, Ordering::Relaxed);
        }
    }
}
