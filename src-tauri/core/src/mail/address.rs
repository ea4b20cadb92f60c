//! What is a mail address.

use lettre::Address;

/// Whether a text is a mail address that can be written to: a local part, an `@`, and a domain,
/// which may be in its own script (RFC 5321 §4.1.2, RFC 5890).
pub fn is_address(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else { return false };
    !text.chars().any(|letter| letter.is_control() || letter.is_whitespace())
        && idna::domain_to_ascii(domain).is_ok_and(|domain| Address::new(local, domain).is_ok())
}

#[cfg(test)]
mod tests {
    use super::is_address;

    #[test]
    fn an_address_has_two_sides() {
        assert!(is_address("sophie.lambert@courrier.example"));
        assert!(is_address("info@käserei.example"));
        for wrong in [
            "sophie",
            "sophie@",
            "@courrier.example",
            "a b@c.example",
            "a@b@c example",
            "a@b.example\r\nBcc: x@y.example",
        ] {
            assert!(!is_address(wrong), "{wrong}");
        }
    }
}
