//! What one mail may cost. Every loop over a mail is bounded by one of these.

/// Bytes of a mail that are read. A longer mail is read up to here and says so.
pub const MAX_MAIL_BYTES: usize = 64 << 20;

/// Bytes of a mail that is opened to read the text inside its signature, for which it is held a few times over. A
/// larger one is shown as its file.
pub const MAX_SIGNED_BYTES: usize = 24 << 20;

/// Bytes of one header block (of the mail or of a part) that are read.
pub const MAX_HEADER_BYTES: usize = 512 << 10;

/// Fields of one header block that are read.
pub const MAX_HEADER_FIELDS: usize = 1_000;

/// Addresses of one address field that are read.
pub const MAX_ADDRESSES: usize = 1_000;

/// Levels of multiparts inside multiparts that are opened; a deeper one is shown as text.
pub const MAX_DEPTH: usize = 40;

/// Parts that are read; what follows is left in the raw mail.
pub const MAX_PARTS: usize = 1_000;

/// Mails inside mails that are opened.
pub const MAX_NESTED_MAILS: usize = 3;

/// Bytes of text, after decoding, that are kept as the readable body.
pub const MAX_TEXT_BYTES: usize = 1 << 20;

/// Bytes of an HTML body that are read; its pictures may stand in it as text.
pub const MAX_HTML_BYTES: usize = 8 << 20;

/// Tags of an HTML body that is sanitised for display; above it only the text is shown.
pub const MAX_HTML_TAGS: usize = 60_000;

/// Open elements inside each other that are sanitised for display; above it only the text is shown.
pub const MAX_HTML_DEPTH: usize = 256;

/// Decoded bytes of all files of a mail together.
pub const MAX_FILE_BYTES: usize = 64 << 20;

/// Files of one mail that are listed.
pub const MAX_FILES: usize = 500;

/// Bytes of a display name or a subject that are kept.
pub const MAX_LINE_BYTES: usize = 2_000;

/// Bytes of a file name that are kept; what the common file systems allow, with room for a suffix.
pub const MAX_FILE_NAME_BYTES: usize = 180;
