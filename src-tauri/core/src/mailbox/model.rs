//! Accounts and what the screens see of them.

use serde::{Deserialize, Serialize};

use crate::clock::Timestamp;
use crate::id::AccountId;

/// What a mailbox is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(rename_all = "snake_case")]
pub enum AccountKind {
    /// IMAP in, SMTP out.
    Imap,
    /// A folder on this machine; nothing leaves it.
    Folder,
}

/// What a mailbox is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type, sqlx::Type)]
#[serde(rename_all = "snake_case")]
#[sqlx(rename_all = "snake_case")]
pub enum AccountMode {
    /// Every mail is a request.
    Dedicated,
    /// A general mailbox: mails wait to be made requests.
    Triage,
}

/// How a connection is made safe.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type, sqlx::Type)]
#[serde(rename_all = "lowercase")]
#[sqlx(rename_all = "lowercase")]
pub enum ConnectionSecurity {
    /// TLS from the first byte.
    Tls,
    /// Mandatory STARTTLS.
    StartTls,
}

/// A mailbox as entered.
#[derive(Debug, Clone, Serialize, Deserialize, specta::Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum NewAccount {
    /// IMAP in, SMTP out.
    Imap {
        /// What the user calls it; empty: its address.
        name: String,
        /// Its address.
        address: String,
        /// The name that recipients see.
        display_name: String,
        /// IMAP server name.
        imap_host: String,
        /// IMAP port.
        imap_port: u16,
        /// IMAP security.
        imap_security: ConnectionSecurity,
        /// SMTP server name.
        smtp_host: String,
        /// SMTP port.
        smtp_port: u16,
        /// SMTP security.
        smtp_security: ConnectionSecurity,
        /// Login; empty: the address.
        user_name: String,
        /// The folder to watch; empty: INBOX.
        folder: String,
        /// What it is for.
        mode: AccountMode,
    },
    /// A folder on this machine.
    Folder {
        /// What the user calls it.
        name: String,
        /// The address that it stands for.
        address: String,
        /// The name that recipients see.
        display_name: String,
        /// The folder; its `in` is read, `out` and `sent` are written.
        path: String,
    },
}

/// A mailbox as shown.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct AccountView {
    /// Its identity.
    pub id: AccountId,
    /// What the user calls it.
    pub name: String,
    /// What it is.
    pub kind: AccountKind,
    /// What it is for.
    pub mode: AccountMode,
    /// Its address.
    pub address: String,
    /// The name that recipients see.
    pub display_name: String,
    /// `host:port` of IMAP; empty for a folder.
    pub imap: String,
    /// `host:port` of SMTP; empty for a folder.
    pub smtp: String,
    /// The watched folder's name.
    pub folder: String,
    /// When it was last read with success.
    pub last_fetch_at: Option<Timestamp>,
    /// The code of the failure since then.
    pub last_error: Option<String>,
    /// When that was.
    pub last_error_at: Option<Timestamp>,
}

/// How all mailboxes together stand, for the line at the foot of the sidebar.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct SyncView {
    /// Each mailbox.
    pub accounts: Vec<AccountView>,
    /// The oldest of their last successful readings; none if one was never read.
    pub up_to_date_at: Option<Timestamp>,
    /// How many mailboxes fail.
    pub failing: u32,
    /// How many mails wait to leave.
    pub waiting_to_leave: u32,
    /// How many mails need the user: refused or uncertain.
    pub needing_attention: u32,
}
