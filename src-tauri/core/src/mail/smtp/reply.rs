//! The library's errors as ours: the reply's code and words, or what happened to the wire.

use std::error::Error;
use std::io;

use crate::mail::error::{MailError, Step, of_wire};

/// The most of a server's words that is kept, in characters.
const TEXT_LENGTH: usize = 500;

/// What an error of the SMTP library means.
pub(super) fn of_library(error: &lettre::transport::smtp::Error, step: Step) -> MailError {
    if let Some(code) = error.status() {
        let text = error.source().map(ToString::to_string).unwrap_or_default();
        return MailError::Reply { code: u16::from(code), text: one_line(&text) };
    }
    let mut cause = error.source();
    while let Some(inner) = cause {
        if let Some(broken) = inner.downcast_ref::<io::Error>() {
            return of_wire(broken, step);
        }
        cause = inner.source();
    }
    // The library's "incomplete response": the connection ended within a reply, or before one.
    match error.is_response() && error.to_string().contains("incomplete") {
        true => MailError::ConnectionLost { step },
        false => MailError::Protocol { step },
    }
}

/// A reply's words on one line.
pub(super) fn of_response(reply: &lettre::transport::smtp::response::Response) -> String {
    one_line(&reply.message().collect::<Vec<_>>().join(" "))
}

/// A server's words without line breaks and controls, shortened.
fn one_line(text: &str) -> String {
    let words = text.split(|c: char| c.is_control()).map(str::trim).filter(|part| !part.is_empty());
    words.collect::<Vec<_>>().join(" ").chars().take(TEXT_LENGTH).collect()
}

#[cfg(test)]
mod tests {
    use super::one_line;

    #[test]
    fn a_reply_of_several_lines_becomes_one_of_bounded_length() {
        assert_eq!(one_line("5.1.1 No such user\r\n5.1.1 Bye\u{7}"), "5.1.1 No such user 5.1.1 Bye");
        assert_eq!(one_line(&"é".repeat(2000)).chars().count(), 500);
    }
}
