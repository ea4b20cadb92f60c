//! The words that mail programs and people use around mails, by language. Data only.
//!
//! Everything here is lower case. The languages are French, Dutch, German and English in full, then
//! Spanish, Italian, Portuguese, Catalan, Polish, Czech, Slovak, Swedish, Danish, Norwegian, Finnish,
//! Estonian, Hungarian, Romanian, Croatian, Slovenian, Bulgarian, Lithuanian, Latvian, Turkish, Russian,
//! Ukrainian, Greek, Japanese, Chinese, Korean, Hebrew, Arabic, Indonesian and Vietnamese as far as their
//! programs were seen.

pub(super) mod attributions;
pub(super) mod automatic;
pub(super) mod bounces;
pub(super) mod closings;
pub(super) mod facts;
pub(super) mod form_labels;
pub(super) mod labels;
pub(super) mod languages;
mod phrases;
pub(super) mod role_addresses;
pub(super) mod separators;
pub(super) mod subjects;

use std::borrow::Cow;

pub(super) use phrases::Phrases;

/// Lower case as the tables are written, with straight apostrophes.
pub(super) fn plain(text: &str) -> Cow<'_, str> {
    match lower(text) {
        lower if lower.is_ascii() || !lower.contains('’') => lower,
        lower => lower.replace('’', "'").into(),
    }
}

/// Lower case as the tables are written: the Turkish `İ` becomes a plain `i`.
pub(super) fn lower(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        let has_capitals = text.bytes().any(|byte| byte.is_ascii_uppercase());
        return if has_capitals { text.to_ascii_lowercase().into() } else { text.into() };
    }
    if text.contains('İ') {
        text.replace('İ', "i").to_lowercase().into()
    } else {
        text.to_lowercase().into()
    }
}
