//! Secrets and where they are kept: the system's keyring, a named environment variable, or
//! memory for one session. Never a file, never the database (RELIABILITY rule 27).

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use thiserror::Error;
use zeroize::Zeroizing;

use crate::id::AccountId;

/// The service name under which every entry stands in the system's keyring.
const SERVICE: &str = "Quoin";

/// How long a person may take to unlock the keyring when the system asks for it.
const UNLOCK_PATIENCE: Duration = Duration::from_secs(120);

/// A password or token. It cannot be printed, logged or serialised, and is wiped when dropped.
#[derive(Clone)]
pub struct Secret(Zeroizing<String>);

impl Secret {
    /// Takes a secret over; the caller's own copy, if any, is the caller's to wipe.
    pub fn new(text: impl Into<String>) -> Self {
        Self(Zeroizing::new(text.into()))
    }

    /// The secret itself, for the one place that puts it on the wire or into a keyring.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

/// The name of one secret in a store.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct SecretKey(String);

impl SecretKey {
    /// The password with which a mailbox is read and its mail sent.
    pub fn mailbox_password(account: AccountId) -> Self {
        Self(format!("mailbox/{account}/password"))
    }
}

/// Why a secret could not be kept or read. Holds no part of the secret.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum SecretError {
    /// The system has no keyring service, or it does not run: ask for the secret each session.
    #[error("no keyring service is running")]
    ServiceMissing,
    /// The keyring is locked and was not opened, or access was denied.
    #[error("the keyring is locked or refused access")]
    Refused,
    /// Nothing is kept under this name.
    #[error("no secret is kept under this name")]
    NotFound,
    /// The secret is longer than the system's keyring takes.
    #[error("the secret is longer than the keyring's limit of {limit}")]
    TooLong {
        /// The keyring's limit, in its own unit.
        limit: u32,
    },
    /// What was read back is not what was written.
    #[error("the keyring did not give back what was written")]
    NotKept,
    /// The environment variable that should hold the secret is not set, or not text.
    #[error("the environment variable {variable} is not set")]
    VariableMissing {
        /// Its name.
        variable: String,
    },
    /// Secrets in the environment are set outside Quoin.
    #[error("the environment variable {variable} cannot be changed from here")]
    ReadOnly {
        /// Its name.
        variable: String,
    },
    /// The keyring service failed in another way.
    #[error("the keyring service failed")]
    Failed,
}

impl SecretError {
    /// A stable name for this failure, for catalogues of texts and for scripts.
    pub fn code(&self) -> &'static str {
        match self {
            Self::ServiceMissing => "keyring_missing",
            Self::Refused => "keyring_refused",
            Self::NotFound => "secret_not_found",
            Self::TooLong { .. } => "secret_too_long",
            Self::NotKept => "secret_not_kept",
            Self::VariableMissing { .. } => "secret_variable_missing",
            Self::ReadOnly { .. } => "secret_read_only",
            Self::Failed => "keyring_failed",
        }
    }
}

/// A place where secrets are kept.
#[derive(Clone)]
pub enum SecretStore {
    /// Secret Service on Linux, Keychain on macOS, Credential Manager on Windows.
    Keyring,
    /// One environment variable, read at each use and never stored.
    Environment {
        /// Its name.
        variable: String,
    },
    /// This process only: forgotten when it ends.
    Memory(Arc<Mutex<HashMap<SecretKey, Secret>>>),
}

impl SecretStore {
    /// An empty store that lasts as long as the process.
    pub fn memory() -> Self {
        Self::Memory(Arc::default())
    }

    /// Keeps a secret under a name, replacing what was there, and reads it back to be sure.
    ///
    /// # Errors
    /// [`SecretError::NotKept`] when the store does not give back what it was given; for
    /// [`SecretStore::Environment`] always [`SecretError::ReadOnly`]; otherwise as the store says.
    pub async fn save(&self, key: &SecretKey, secret: &Secret) -> Result<(), SecretError> {
        match self {
            Self::Keyring => {
                let written = secret.clone();
                on_keyring(key, move |entry| entry.set_password(written.expose())).await?;
                let kept = self.load(key).await?;
                if kept.expose() == secret.expose() { Ok(()) } else { Err(SecretError::NotKept) }
            }
            Self::Environment { variable } => Err(SecretError::ReadOnly { variable: variable.clone() }),
            Self::Memory(kept) => {
                let mut kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
                kept.insert(key.clone(), secret.clone());
                Ok(())
            }
        }
    }

    /// The secret kept under a name.
    ///
    /// # Errors
    /// [`SecretError::NotFound`] or [`SecretError::VariableMissing`] when there is none.
    pub async fn load(&self, key: &SecretKey) -> Result<Secret, SecretError> {
        match self {
            Self::Keyring => on_keyring(key, |entry| entry.get_password()).await.map(Secret::new),
            Self::Environment { variable } => std::env::var(variable)
                .map(Secret::new)
                .map_err(|_| SecretError::VariableMissing { variable: variable.clone() }),
            Self::Memory(kept) => {
                let kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
                kept.get(key).cloned().ok_or(SecretError::NotFound)
            }
        }
    }

    /// Forgets what is kept under a name; nothing kept there is no error.
    ///
    /// # Errors
    /// As the keyring says; the environment is left as it is, without error.
    pub async fn delete(&self, key: &SecretKey) -> Result<(), SecretError> {
        match self {
            Self::Keyring => match on_keyring(key, |entry| entry.delete_credential()).await {
                Err(SecretError::NotFound) => Ok(()),
                outcome => outcome,
            },
            Self::Environment { .. } => Ok(()),
            Self::Memory(kept) => {
                kept.lock().unwrap_or_else(PoisonError::into_inner).remove(key);
                Ok(())
            }
        }
    }
}

/// Works on one keyring entry away from the async threads: the service may ask the person first.
async fn on_keyring<T: Send + 'static>(
    key: &SecretKey,
    work: impl FnOnce(&keyring::Entry) -> keyring::Result<T> + Send + 'static,
) -> Result<T, SecretError> {
    let name = key.0.clone();
    let worked = tokio::task::spawn_blocking(move || {
        keyring::Entry::new(SERVICE, &name).and_then(|entry| work(&entry)).map_err(of_keyring)
    });
    match tokio::time::timeout(UNLOCK_PATIENCE, worked).await {
        Ok(Ok(outcome)) => outcome,
        Ok(Err(_task_failed)) => Err(SecretError::Failed),
        Err(_nobody_answered) => Err(SecretError::Refused),
    }
}

/// The keyring's error without its payload: some variants carry the secret's bytes.
fn of_keyring(error: keyring::Error) -> SecretError {
    match error {
        keyring::Error::NoDefaultStore => SecretError::ServiceMissing,
        keyring::Error::NoStorageAccess(_) => SecretError::Refused,
        keyring::Error::NoEntry => SecretError::NotFound,
        keyring::Error::TooLong(_, limit) => SecretError::TooLong { limit },
        keyring::Error::BadEncoding(_) | keyring::Error::BadDataFormat(..) => SecretError::NotKept,
        _ => SecretError::Failed,
    }
}

#[cfg(test)]
mod tests;
