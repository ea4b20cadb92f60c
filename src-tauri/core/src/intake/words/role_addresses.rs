//! Addresses behind which nobody reads, or a list's robot does.

use super::phrases::Phrases;

/// Whole local parts (RFC 2142, 5230 section 4.6).
pub(in crate::intake) static ROLES: Phrases = Phrases::new(&[
    "mailer-daemon|mailerdaemon|mail-daemon|mdaemon|postmaster|double-bounce|bounce|bounces|daemon|root|nobody|www-data|apache|\
     listserv|listproc|majordomo|mailman|majordomo-owner|autoresponder|auto-reply|autoreply|automailer|mailer|newsletter|\
     nieuwsbrief|infolettre|notification|notifications|notify|alert|alerts|robot|bot",
]);

/// Beginnings and ends of the addresses of lists, and of those that are not read.
pub(in crate::intake) static BEGINNINGS: Phrases = Phrases::new(&[
    "owner-|bounce-|bounce+|bounces-|bounces+|bounce_|msprvs1=|prvs=|noreply|no-reply|no_reply|no.reply|noreplay|donotreply|\
     do-not-reply|do_not_reply|dontreply|dont-reply|ne-pas-repondre|ne_pas_repondre|nepasrepondre|pasdereponse|nonrepondre|\
     nicht-antworten|nichtantworten|keineantwort|geenantwoord|geen-antwoord|niet-beantwoorden|nietbeantwoorden",
]);

/// See [`BEGINNINGS`].
pub(in crate::intake) static ENDINGS: Phrases = Phrases::new(&[
    "-owner|-request|-bounces|-bounce|-noreply|.noreply|_noreply|-no-reply|.no-reply|_no-reply|-donotreply|.donotreply|-unsubscribe|-subscribe",
]);
