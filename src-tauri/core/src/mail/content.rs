//! A mail as it was brought in: all of it, or as much as is safe.

/// What was brought in of a mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MailContent {
    /// All of it, byte for byte.
    Whole(Vec<u8>),
    /// It is bigger than the limit that was set.
    TooLarge {
        /// Its header, so that it can still be shown.
        header: Vec<u8>,
    },
    /// The server knows the mail and would not give it, even on its own.
    Unavailable,
}

impl MailContent {
    /// A mail that is here already, cut to its header when it is bigger than the limit in bytes.
    pub(super) fn within(limit: u64, mut mail: Vec<u8>) -> Self {
        if mail.len() as u64 <= limit {
            return Self::Whole(mail);
        }
        mail.truncate(header_length(&mail));
        Self::TooLarge { header: mail }
    }
}

/// Up to and including the empty line that ends the header (RFC 5322 §2.1), CRLF or bare LF.
pub(super) fn header_length(mail: &[u8]) -> usize {
    let mut at = 0;
    for line in mail.split_inclusive(|byte| *byte == b'\n') {
        at += line.len();
        if matches!(line, b"\r\n" | b"\n") {
            break;
        }
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mail_over_the_limit_keeps_its_header_only() {
        let mail = b"Subject: plans\r\nFrom: a@b.example\r\n\r\nbody\r\n".to_vec();
        let header = b"Subject: plans\r\nFrom: a@b.example\r\n\r\n".to_vec();

        assert_eq!(MailContent::within(100, mail.clone()), MailContent::Whole(mail.clone()));
        assert_eq!(MailContent::within(10, mail), MailContent::TooLarge { header });
    }

    #[test]
    fn a_mail_without_a_body_is_all_header() {
        assert_eq!(header_length(b"Subject: x\n"), 11);
        assert_eq!(header_length(b""), 0);
        assert_eq!(header_length(b"A: b\n\nc"), 6);
    }
}
