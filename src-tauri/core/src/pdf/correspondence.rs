//! Mails as a document: one, or those of a conversation. Everything that is printed, and nothing else: plain
//! text and pixels, so that nothing of what a stranger wrote has any power in the file.

use serde::{Serialize, Serializer};
use sha2::{Digest, Sha256};

use crate::clock::LocalDateTime;
use crate::language::Language;

/// Mails ready to be laid out, oldest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Correspondence {
    /// Language of the document: the one that its reader uses the program in.
    pub language: Language,
    /// What it is about.
    pub subject: String,
    /// Our reference of the request.
    pub reference: String,
    /// Whose document it is.
    pub company: String,
    /// The mails.
    pub mails: Vec<PrintedMail>,
}

/// A mail as it is printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PrintedMail {
    /// Who wrote it: name and address.
    pub from: String,
    /// Its recipients.
    pub to: Vec<String>,
    /// Those in copy.
    pub cc: Vec<String>,
    /// When it was written.
    pub at: LocalDateTime,
    /// Its own subject.
    pub subject: String,
    /// What is new in it; line breaks are kept.
    pub text: String,
    /// The signature.
    pub signature: String,
    /// The quoted history.
    pub quoted: String,
    /// Only its header is known.
    pub header_only: bool,
    /// Some of it was left unread, because it is too much.
    pub incomplete: bool,
    /// It is ours and has not left.
    pub unsent: bool,
    /// Its files.
    pub files: Vec<PrintedFile>,
    /// The pictures that stand in its text.
    pub pictures: Vec<PrintedPicture>,
}

/// A file of a mail, as it is listed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PrintedFile {
    /// Its name.
    pub name: String,
    /// Its size in bytes.
    pub size: u64,
}

/// A picture that stands in the text of a mail. One that cannot be shown is listed as a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PrintedPicture {
    /// Its name.
    pub name: String,
    /// How many lines of the text stand above it; none if it stands below the whole text.
    pub lines_above: Option<usize>,
    /// Its file: PNG, JPEG or WebP.
    #[serde(serialize_with = "as_hash")]
    pub bytes: Vec<u8>,
}

fn as_hash<S: Serializer>(bytes: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_bytes(&Sha256::digest(bytes))
}
