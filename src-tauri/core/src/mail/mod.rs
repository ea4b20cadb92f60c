//! The wire: IMAP in, SMTP out, and the local folder that stands in for both. No SQL.

mod address;
pub mod compose;
mod content;
mod error;
pub mod folder;
pub mod imap;
mod kind;
pub mod server;
pub mod smtp;
mod tls;
mod wire;

pub use address::is_address;
pub use content::MailContent;
pub use error::{MailError, Step};
pub use kind::{MailSender, MailboxSource};
