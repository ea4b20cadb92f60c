//! Base64 (RFC 4648 section 4) as programs write it.

use std::sync::LazyLock;

use base64::Engine;
use base64::engine::{DecodePaddingMode, GeneralPurposeConfig, Simd};

pub use base64::DecodeError;

/// Wide instructions where the processor has them: a photo is half of what reading its mail costs.
static ENGINE: LazyLock<Simd> = LazyLock::new(|| {
    Simd::standard(
        GeneralPurposeConfig::new()
            .with_decode_padding_mode(DecodePaddingMode::Indifferent)
            .with_decode_allow_trailing_bits(true),
    )
});

/// The bytes of a text in the standard alphabet, padded or not. Anything else in it, a line end too, is an error.
pub fn decode(text: &[u8]) -> Result<Vec<u8>, DecodeError> {
    ENGINE.decode(text)
}

/// Bytes as a padded text in one line.
pub fn encode(bytes: &[u8]) -> String {
    ENGINE.encode(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn padding_may_be_missing_and_bits_may_be_left_over() {
        assert_eq!(decode(b"SGk=").as_deref(), Ok(&b"Hi"[..]));
        assert_eq!(decode(b"SGk").as_deref(), Ok(&b"Hi"[..]));
        assert_eq!(decode(b"SGl").as_deref(), Ok(&b"Hi"[..]), "two bits say nothing");
        assert!(decode(b"SGk=SGk=").is_err() && decode(b"SG\nk=").is_err() && decode(b"S").is_err());
        assert_eq!(encode(b"Hi"), "SGk=");
    }
}
