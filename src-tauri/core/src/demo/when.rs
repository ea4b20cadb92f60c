//! When something in a story happens, told from the present, and how a text speaks of days.

use std::str::FromStr;

use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use serde::{Deserialize, Deserializer, de};

use crate::clock::{LocalDate, Timestamp};
use crate::language::Language;

/// A time of a story: `-8d 08:14`, the local time of a day counted from today, or `-22m`, minutes ago.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum When {
    Day { days: i32, time: Time },
    MinutesAgo(i64),
}

impl When {
    /// The instant; that of a day that a time zone does not have is the next one it has.
    pub(super) fn at(self, now: Timestamp, zone: &TimeZone) -> Timestamp {
        match self {
            Self::MinutesAgo(minutes) => now.plus_seconds(-minutes * 60),
            Self::Day { days, time } => {
                let day = LocalDate(now.date_in(zone)).plus_days(days).0;
                let zoned = day.to_datetime(time).to_zoned_datetime(zone.clone());
                zoned.map_or(now, |zoned| Timestamp(zoned.timestamp().as_millisecond()))
            }
        }
    }
}

impl FromStr for When {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("{text} is no time of a story");
        if let Some(minutes) = text.strip_prefix('-').and_then(|text| text.strip_suffix('m')) {
            return minutes.parse().map(Self::MinutesAgo).map_err(|_| wrong());
        }
        let (days, time) = text.split_once("d ").ok_or_else(wrong)?;
        let (hour, minute) = time.split_once(':').ok_or_else(wrong)?;
        let parts = (days.parse(), hour.parse(), minute.parse());
        let (Ok(days), Ok(hour), Ok(minute)) = parts else { return Err(wrong()) };
        let time = Time::new(hour, minute, 0, 0).map_err(|_| wrong())?;
        Ok(Self::Day { days, time })
    }
}

impl<'de> Deserialize<'de> for When {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}

/// Monday to Sunday.
const WEEKDAYS: [(Language, [&str; 7]); 4] = [
    (Language::Fr, ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]),
    (Language::Nl, ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"]),
    (Language::De, ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"]),
    (Language::En, ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]),
];

/// Fills in the days of which a text speaks: `{{date -5}}` is a day counted from today, and
/// `{{day -5}}` the same with its weekday. The year is said when it is not the present one.
pub(super) fn with_days(text: &str, language: Language, today: Date) -> String {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("{{") {
        filled.push_str(before);
        let Some((place, after)) = after.split_once("}}") else {
            rest = after;
            break;
        };
        filled.push_str(&day_in_words(place, language, today).unwrap_or_else(|| format!("{{{{{place}}}}}")));
        rest = after;
    }
    filled.push_str(rest);
    filled
}

fn day_in_words(place: &str, language: Language, today: Date) -> Option<String> {
    let (form, days) = place.trim().split_once(' ')?;
    let day = LocalDate(today).plus_days(days.trim().parse().ok()?);
    let written = day.written_long(language);
    let year = format!(" {}", today.year());
    let short = written.strip_suffix(&year).unwrap_or(&written);
    match form {
        "date" => Some(short.to_owned()),
        "day" => Some(format!("{} {short}", weekday(day.0, language))),
        _ => None,
    }
}

/// The weekday's name.
pub(super) fn weekday(day: Date, language: Language) -> &'static str {
    let place = usize::try_from(day.weekday().to_monday_zero_offset()).unwrap_or(0);
    WEEKDAYS
        .iter()
        .find(|(of, _)| *of == language)
        .and_then(|(_, names)| names.get(place))
        .copied()
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const TODAY: Date = date(2026, 11, 24);

    #[test]
    fn a_time_is_counted_from_the_present() {
        let noon = Timestamp(1_795_521_600_000); // 2026-11-24T12:00:00Z
        let at = |text: &str| text.parse::<When>().unwrap().at(noon, &TimeZone::UTC).to_rfc3339().unwrap();
        assert_eq!(at("-8d 08:14"), "2026-11-16T08:14:00Z");
        assert_eq!(at("-22m"), "2026-11-24T11:38:00Z");
        assert!("yesterday".parse::<When>().is_err());
    }

    #[test]
    fn a_text_speaks_of_days_in_its_language() {
        let said = |text: &str, language| with_days(text, language, TODAY);
        assert_eq!(said("Je passe {{day -5}} à 14 h.", Language::Fr), "Je passe jeudi 19 novembre à 14 h.");
        assert_eq!(said("à partir du {{date +69}}", Language::Fr), "à partir du 1er février 2027");
        assert_eq!(said("op {{day +2}}", Language::Nl), "op donderdag 26 november");
        assert_eq!(said("bleibt {{ salutation }}", Language::De), "bleibt {{ salutation }}");
    }
}
