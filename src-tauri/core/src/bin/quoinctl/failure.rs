//! What a person is told when a command fails: what happened, what was kept, what to do.

use std::fmt;

use quoin_core::error::{Error, StateProblem, StoreError};
use quoin_core::mail::MailError;
use quoin_core::secret::SecretError;

/// A command that did not do what was asked.
#[derive(Debug)]
pub struct Failure {
    happened: String,
    kept: String,
    to_do: String,
    is_usage: bool,
}

impl Failure {
    /// With what happened. Until said otherwise, nothing was changed.
    pub fn new(happened: impl Into<String>) -> Self {
        Self {
            happened: happened.into(),
            kept: "Nothing was changed.".into(),
            to_do: String::new(),
            is_usage: false,
        }
    }

    /// Arguments that do not go together, where the parser of arguments cannot tell.
    pub fn usage(happened: impl Into<String>) -> Self {
        Self { is_usage: true, ..Self::new(happened) }
    }

    /// The exit code: 2 for wrong usage, else 1.
    pub const fn exit_code(&self) -> u8 {
        if self.is_usage { 2 } else { 1 }
    }

    /// Says what was kept.
    pub fn kept(self, kept: impl Into<String>) -> Self {
        Self { kept: kept.into(), ..self }
    }

    /// Says what to do.
    pub fn advise(self, to_do: impl Into<String>) -> Self {
        Self { to_do: to_do.into(), ..self }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}.", self.happened.trim_end_matches('.'))?;
        for sentence in [&self.kept, &self.to_do] {
            if !sentence.is_empty() {
                write!(formatter, "\n{sentence}")?;
            }
        }
        Ok(())
    }
}

impl std::error::Error for Failure {}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        let failure = Self::new(error.to_string());
        match &error {
            Error::NotFound(what) => Self::new(format!("there is no such {what}")),
            Error::Field { field, problem } => {
                Self::new(format!("{field} {problem}")).advise("Correct it and try again.")
            }
            Error::State(problem) => failure.advise(for_state(*problem)),
            Error::Mail(mail) => failure.advise(for_mail(mail)),
            Error::Secret(secret) => failure.advise(for_secret(secret)),
            Error::Store(store) => for_store(failure, store),
            Error::TooLargeToMail(_) => {
                failure.advise("Make it smaller, spread the files over several mails, or send a link to it.")
            }
            Error::Template(_) => failure.advise("Correct the standard text in the settings."),
            Error::File(_) => failure.advise("Check the file and its permissions, then try again."),
            Error::Pdf(_) => failure,
        }
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Error::Store(error).into()
    }
}

fn for_state(problem: StateProblem) -> &'static str {
    match problem {
        StateProblem::QuoteFrozen => "Make a new version with `quote revise`.",
        StateProblem::QuoteNotFinalised => "Give it its number with `quote finalise`.",
        StateProblem::QuoteWithoutLines => "Give it lines: `quote create ID --lines FILE.json`.",
        StateProblem::QuoteChangedElsewhere => "Look at it again and repeat the change.",
        StateProblem::QuoteSuperseded => "Name the newer version.",
        StateProblem::RequestHasIssuedQuote => "`requests set-status ID cancelled` cancels it.",
        StateProblem::NoRequesterAddress => {
            "Link it to a contact that has an address, or take the request anew with --address."
        }
        StateProblem::NoMailbox => "Add a mailbox with `account add`.",
        StateProblem::MailAlreadyLeaving => "`outbox list` shows where it stands.",
        StateProblem::MailboxInUse => "Let it leave with `sync`, then try again.",
        StateProblem::CompanyWithoutName => {
            "Give the company a name: `settings set FILE.json` with {\"company\": {\"name\": …}}."
        }
        StateProblem::DraftEmpty => "Write something, then try again.",
        StateProblem::MailUnsettled => "`outbox list` shows it: let it leave with `sync`, then try again.",
        StateProblem::QuoteStaysWithItsMails => {
            "Move all mails of the quote: `requests split MESSAGE --following` from the first of them."
        }
        StateProblem::NothingWouldStay => "`requests merge REQUEST INTO` merges it as a whole.",
        StateProblem::SameRequest => "Name another request.",
        StateProblem::NothingForwarded => "Correct the requester by hand.",
        StateProblem::NothingToPrint => "`requests show` shows what was noted.",
        StateProblem::RequestBegun => "`requests set-status ID cancelled` cancels it.",
        StateProblem::NeverSentAgain => "Write to the customer by hand: `reply ID`.",
        StateProblem::MovedOnSince => "Undo the later move first: `requests undo ID`.",
    }
}

fn for_mail(error: &MailError) -> &'static str {
    match error {
        MailError::UnknownHost { .. } => "Check the server's name and the network.",
        MailError::ConnectionRefused { .. } | MailError::TlsFailed { .. } => {
            "Check the port, and whether it wants --security tls or starttls."
        }
        MailError::TlsUntrusted { .. } | MailError::TlsWrongName { .. } | MailError::TlsExpired { .. } => {
            "The certificate must be mended at the server; a company's own authority can be named in SSL_CERT_FILE."
        }
        MailError::LoginRefused { .. } => "Check user and password; some providers want an app password.",
        MailError::FolderMissing { .. } => "Make the folder, or name another one.",
        MailError::PermissionDenied { .. } => "Check the folder's permissions.",
        MailError::DiskFull => "Make room on the disk, then try again.",
        _ => "Try again later.",
    }
}

fn for_secret(error: &SecretError) -> &'static str {
    match error {
        SecretError::VariableMissing { .. } => "Set the variable and try again.",
        SecretError::NotFound => "Add the mailbox again with its password.",
        _ => "Unlock or start the system's keyring, or use --password-env VARIABLE.",
    }
}

fn for_store(failure: Failure, error: &StoreError) -> Failure {
    match error {
        StoreError::DiskFull => failure
            .kept("Nothing of this change was kept; everything before it was.")
            .advise("Make room on the disk, then try again."),
        StoreError::Locked(process) => {
            failure.advise(format!("Close Quoin, or wait until process {process} has ended, then try again."))
        }
        StoreError::NewerSchema => failure.advise("Install the newer version of Quoin."),
        StoreError::Damaged => {
            failure.kept("Nothing was written.").advise("Put a backup in its place; copy the folder first.")
        }
        StoreError::Unsafe(_) | StoreError::Database(_) => {
            failure.advise("Check the folder and its permissions, then try again.")
        }
    }
}
