//! Understanding a mail: bytes in, an [`IncomingMail`] out. No SQL, no clock, no network.

mod addresses;
mod attachment;
mod charset;
mod date_words;
mod dates;
mod decode;
mod encoded_word;
mod file_kind;
mod file_name;
mod flowed;
mod free_mail;
mod header;
mod html_markers;
mod html_text;
mod html_tokens;
mod inspect;
mod limits;
mod model;
mod parameters;
mod read;
mod sanitise;
mod structure;
mod tnef;
mod transfer;

pub use file_kind::{is_dangerous_file, mime_of_name};
pub use file_name::safe_file_name;
pub use free_mail::is_free_mail_domain;
pub use inspect::Inspection;
pub use limits::*;
pub use model::*;
pub use read::{BareBody, read_body, read_mail};
pub use sanitise::{has_remote_pictures, sanitise_html, sanitise_html_with_pictures};
