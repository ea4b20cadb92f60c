//! Folder names on the wire: modified UTF-7 (RFC 3501 §5.1.3), quoted.

use base64::Engine;
use base64::alphabet::IMAP_MUTF7;
use base64::engine::general_purpose::{GeneralPurpose, NO_PAD};

use crate::mail::error::MailError;
use crate::mail::server::one_line;

const BASE64: GeneralPurpose = GeneralPurpose::new(&IMAP_MUTF7, NO_PAD);

/// A folder's name as a quoted string for a command.
///
/// # Errors
/// [`MailError::ControlCharacter`] for a name with a line break or NUL.
pub(super) fn quoted(name: &str) -> Result<String, MailError> {
    one_line("folder", name)?;
    Ok(format!("\"{}\"", encode(name).replace('\\', "\\\\").replace('"', "\\\"")))
}

/// Printable ASCII stands for itself, `&` is `&-`, the rest is UTF-16 in base64 between `&` and `-`.
fn encode(name: &str) -> String {
    let mut encoded = String::with_capacity(name.len());
    let mut shifted = String::new();
    for character in name.chars() {
        if !(' '..='~').contains(&character) {
            shifted.push(character);
            continue;
        }
        shift_out(&mut shifted, &mut encoded);
        encoded.push(character);
        if character == '&' {
            encoded.push('-');
        }
    }
    shift_out(&mut shifted, &mut encoded);
    encoded
}

fn shift_out(shifted: &mut String, encoded: &mut String) {
    if shifted.is_empty() {
        return;
    }
    let utf16: Vec<u8> = shifted.encode_utf16().flat_map(u16::to_be_bytes).collect();
    encoded.push('&');
    encoded.push_str(&BASE64.encode(utf16));
    encoded.push('-');
    shifted.clear();
}

/// The name as people read it; a name that is no valid modified UTF-7 stays as it is.
pub(super) fn decode(wire: &str) -> String {
    let mut name = String::with_capacity(wire.len());
    let mut rest = wire;
    while let Some((plain, after)) = rest.split_once('&') {
        let Some((shifted, after)) = after.split_once('-') else {
            return wire.to_owned();
        };
        name.push_str(plain);
        match unshift(shifted) {
            Some(text) => name.push_str(&text),
            None => return wire.to_owned(),
        }
        rest = after;
    }
    name.push_str(rest);
    name
}

fn unshift(shifted: &str) -> Option<String> {
    if shifted.is_empty() {
        return Some("&".to_owned());
    }
    let bytes = BASE64.decode(shifted).ok()?;
    let units: Vec<u16> = bytes.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
    (bytes.len() % 2 == 0).then(|| String::from_utf16(&units).ok())?
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_outside_ascii_travel_as_rfc_3501_shows() {
        assert_eq!(encode("~peter/mail/台北/日本語"), "~peter/mail/&U,BTFw-/&ZeVnLIqe-");
        assert_eq!(encode("Éléments envoyés"), "&AMk-l&AOk-ments envoy&AOk-s");
        assert_eq!(encode("Q&A"), "Q&-A");
        assert_eq!(decode("&AMk-l&AOk-ments envoy&AOk-s"), "Éléments envoyés");
    }

    #[test]
    fn a_name_that_is_no_modified_utf7_stays_as_it_is() {
        assert_eq!(decode("R&D"), "R&D");
        assert_eq!(decode("&***-"), "&***-");
    }

    #[test]
    fn quotes_are_escaped_and_line_breaks_refused() {
        assert_eq!(quoted(r#"a"b\c"#).unwrap(), r#""a\"b\\c""#);
        assert_eq!(quoted("INBOX\r\nA1 LOGOUT").err(), Some(MailError::ControlCharacter { field: "folder" }));
    }

    proptest! {
        #[test]
        fn every_name_comes_back(name in "\\PC{0,40}") {
            prop_assert_eq!(decode(&encode(&name)), name);
        }
    }
}
