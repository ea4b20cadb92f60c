//! A core error as the window gets it: a code and data, never words.

use std::collections::BTreeMap;

use quoin_core::error::{Error, FieldProblem, StateProblem, StoreError};
use serde::Serialize;

/// An error for the interface, which words it in the user's language.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct IpcError {
    /// What kind of error it is.
    pub code: ErrorCode,
    /// The field to correct, with its place in a list.
    pub field: Option<String>,
    /// What is wrong with the field.
    pub problem: Option<FieldProblem>,
    /// Why the present state does not allow it.
    pub state: Option<StateProblem>,
    /// The stable code of a mail failure.
    pub mail: Option<String>,
    /// Figures and names that the words may need; never mail text or secrets.
    pub data: BTreeMap<String, String>,
}

/// The kinds of error on which the interface branches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum ErrorCode {
    /// What was asked for is not there.
    NotFound,
    /// A field cannot be accepted.
    Field,
    /// The present state does not allow it.
    State,
    /// A mail server or the mailbox folder.
    Mail,
    /// The system's keyring.
    Keyring,
    /// The document cannot be made.
    Document,
    /// The disk is full; nothing of the change was kept, everything before it was.
    DiskFull,
    /// The database.
    Store,
    /// A standard text has a placeholder that cannot be filled.
    Template,
    /// A file that no mail can carry, or a whole mail.
    TooLargeToMail,
    /// A file cannot be read or written.
    File,
    /// The person closed a dialog.
    Dismissed,
}

impl IpcError {
    /// An error with nothing but its kind.
    pub fn new(code: ErrorCode) -> Self {
        Self { code, field: None, problem: None, state: None, mail: None, data: BTreeMap::new() }
    }

    fn with(mut self, key: &str, value: impl Into<String>) -> Self {
        self.data.insert(key.into(), value.into());
        self
    }
}

impl From<StoreError> for IpcError {
    fn from(error: StoreError) -> Self {
        Error::from(error).into()
    }
}

impl From<Error> for IpcError {
    fn from(error: Error) -> Self {
        match error {
            Error::NotFound(what) => Self::new(ErrorCode::NotFound).with("what", what),
            Error::Field { field, problem } => {
                Self { field: Some(field), problem: Some(problem), ..Self::new(ErrorCode::Field) }
            }
            Error::State(problem) => Self { state: Some(problem), ..Self::new(ErrorCode::State) },
            Error::Mail(mail) => {
                let data = mail.data().into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
                Self { mail: Some(mail.code().into()), data, ..Self::new(ErrorCode::Mail) }
            }
            Error::Secret(secret) => Self::new(ErrorCode::Keyring).with("reason", secret.code()),
            Error::Pdf(pdf) => Self::new(ErrorCode::Document).with("reason", pdf.code()),
            Error::Store(StoreError::DiskFull) => Self::new(ErrorCode::DiskFull),
            Error::Store(store) => {
                tracing::error!(error = %store, "the store refused");
                Self::new(ErrorCode::Store)
            }
            Error::TooLargeToMail(file) => Self::new(ErrorCode::TooLargeToMail)
                .with("name", file.name.unwrap_or_default())
                .with("size", file.size.to_string())
                .with("attached", file.attached.to_string())
                .with("limit", file.limit.to_string()),
            Error::Template(placeholder) => Self::new(ErrorCode::Template).with("placeholder", placeholder),
            Error::File(file) if file.kind() == std::io::ErrorKind::StorageFull => {
                Self::new(ErrorCode::DiskFull)
            }
            Error::File(file) => Self::new(ErrorCode::File).with("reason", file.kind().to_string()),
        }
    }
}
