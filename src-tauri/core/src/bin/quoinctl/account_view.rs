//! How mailboxes are listed.

use std::fmt;

use quoin_core::id::AccountId;
use quoin_core::mailbox::{AccountKind, AccountMode, AccountView};
use serde::Serialize;

use crate::written;

/// A mailbox as listed.
#[derive(Serialize)]
pub struct AccountLine {
    id: AccountId,
    name: String,
    kind: AccountKind,
    mode: AccountMode,
    address: String,
    imap: String,
    smtp: String,
    folder: String,
    last_fetch_at: Option<String>,
    last_error: Option<String>,
    last_error_at: Option<String>,
}

impl From<AccountView> for AccountLine {
    fn from(account: AccountView) -> Self {
        Self {
            id: account.id,
            name: account.name,
            kind: account.kind,
            mode: account.mode,
            address: account.address,
            imap: account.imap,
            smtp: account.smtp,
            folder: account.folder,
            last_fetch_at: account.last_fetch_at.map(written::instant),
            last_error: account.last_error,
            last_error_at: account.last_error_at.map(written::instant),
        }
    }
}

impl AccountLine {
    fn cells(&self) -> Vec<String> {
        let state = match (&self.last_error, &self.last_fetch_at) {
            (Some(code), _) => format!("failed: {code}"),
            (None, Some(at)) => format!("read {at}"),
            (None, None) => "never read".to_owned(),
        };
        let place =
            if self.imap.is_empty() { self.folder.clone() } else { format!("{} {}", self.imap, self.folder) };
        vec![self.name.clone(), self.address.clone(), place, state]
    }
}

impl fmt::Display for AccountLine {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&written::table(&[self.cells()]))
    }
}

/// All mailboxes.
#[derive(Serialize)]
#[serde(transparent)]
pub struct AccountLines(Vec<AccountLine>);

impl From<Vec<AccountView>> for AccountLines {
    fn from(accounts: Vec<AccountView>) -> Self {
        Self(accounts.into_iter().map(AccountLine::from).collect())
    }
}

impl fmt::Display for AccountLines {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() {
            return formatter.write_str("There is no mailbox yet. `account add` adds one.");
        }
        formatter.write_str(&written::table(&self.0.iter().map(AccountLine::cells).collect::<Vec<_>>()))
    }
}
