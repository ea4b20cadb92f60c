//! What a subject says about its mail.

use super::words::subjects::{FORWARD, REPLY};

/// What the first prefix of a subject says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Prefix {
    Forward,
    Reply,
}

/// The first prefix of a subject and the subject without it.
pub(super) fn split_prefix(subject: &str) -> Option<(Prefix, &str)> {
    let subject = subject.trim();
    // "[Fwd: subject]" and "(Fwd) subject" are older spellings.
    let bare = subject.strip_prefix(['[', '(']).unwrap_or(subject);
    let colon = bare
        .char_indices()
        .take(24)
        .find(|(_, character)| matches!(character, ':' | '：' | ')'))
        .map(|(at, _)| at)?;
    let word = bare[..colon]
        .trim_end_matches(|character: char| character.is_ascii_digit() || "[]()^ \u{a0}".contains(character));
    let prefix = kind_of(&word.trim().to_lowercase())?;
    let rest = &bare[colon + bare[colon..].chars().next().map_or(1, char::len_utf8)..];
    let rest = if subject.starts_with('[') { rest.trim().strip_suffix(']').unwrap_or(rest) } else { rest };
    Some((prefix, rest.trim()))
}

fn kind_of(word: &str) -> Option<Prefix> {
    // Reply first: "vá" and the like are both, and an answer is the more frequent.
    if REPLY.has(word) { Some(Prefix::Reply) } else { FORWARD.has(word).then_some(Prefix::Forward) }
}

/// True if the subject says that its mail is a forward.
pub(super) fn is_forward(subject: &str) -> bool {
    matches!(split_prefix(subject), Some((Prefix::Forward, _)))
}

/// True if the subject says that its mail is an answer.
pub(super) fn is_reply(subject: &str) -> bool {
    matches!(split_prefix(subject), Some((Prefix::Reply, _)))
}

/// A subject without what answering and forwarding put before it.
pub fn bare_subject(subject: &str) -> &str {
    let mut bare = subject.trim();
    while let Some((_, rest)) = split_prefix(bare) {
        bare = rest;
    }
    bare
}

/// The subject that was forwarded: without the prefix that forwarding put before it.
pub(super) fn forwarded_subject(subject: &str) -> &str {
    match split_prefix(subject) {
        Some((Prefix::Forward, rest)) => rest,
        _ => subject.trim(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prefixes_of_many_programs_are_known() {
        for subject in [
            "Fwd: x",
            "FW: x",
            "TR : x",
            "Tr: x",
            "WG: x",
            "Doorst: x",
            "RV: x",
            "I: x",
            "ENC: x",
            "VB: x",
            "PD: x",
            "转发：x",
            "[Fwd: x]",
            "Fw[2]: x",
        ] {
            assert_eq!(split_prefix(subject), Some((Prefix::Forward, "x")), "{subject}");
        }
        for subject in
            ["Re: x", "RE : x", "AW: x", "Antw: x", "SV: x", "Re[3]: x", "RES: x", "Odp: x", "回复：x"]
        {
            assert_eq!(split_prefix(subject), Some((Prefix::Reply, "x")), "{subject}");
        }
        for subject in ["x", "Devis: toiture", "Question : prix", ""] {
            assert_eq!(split_prefix(subject), None, "{subject}");
        }
    }

    #[test]
    fn only_the_prefix_of_the_forward_is_taken_off() {
        assert_eq!(forwarded_subject("Fwd: Re: x"), "Re: x");
        assert_eq!(forwarded_subject("Re: x"), "Re: x");
    }

    #[test]
    fn a_bare_subject_has_no_prefix_left() {
        assert_eq!(bare_subject("Re: TR : Devis: toiture"), "Devis: toiture");
        assert_eq!(bare_subject("Re:"), "");
    }
}
