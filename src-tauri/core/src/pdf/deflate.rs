//! Compression of what a PDF embeds.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::ZlibEncoder;

use super::PdfError;

/// The bytes as a zlib stream (RFC 1950), for the filter `FlateDecode`.
pub fn deflated(bytes: &[u8]) -> Result<Vec<u8>, PdfError> {
    let room = Vec::with_capacity(bytes.len() / 2);
    let mut encoder = ZlibEncoder::new(room, Compression::new(6));
    encoder
        .write_all(bytes)
        .and_then(|()| encoder.finish())
        .map_err(|error| PdfError::Writer(error.to_string()))
}
