//! Who called, on which workspace, and how they want the answer.

use std::fmt::{self, Display};
use std::io::{self, Write};
use std::path::PathBuf;

use quoin_core::actor::Actor;
use quoin_core::clock::Clock;
use quoin_core::db::database_file;
use quoin_core::desk::Desk;
use quoin_core::secret::SecretStore;
use serde::{Serialize, Serializer};
use tokio::sync::OnceCell;

use crate::failure::Failure;

/// The desktop program's identifier: the name of its data folder.
const IDENTIFIER: &str = "eu.quoin.desktop";

/// What holds for every command.
pub struct Caller {
    workspace: Option<PathBuf>,
    json: bool,
    desk: OnceCell<Desk>,
}

impl Caller {
    /// From the arguments.
    pub fn new(workspace: Option<PathBuf>, json: bool) -> Self {
        Self { workspace, json, desk: OnceCell::new() }
    }

    /// Whether the answer is JSON.
    pub const fn wants_json(&self) -> bool {
        self.json
    }

    /// Opens the workspace, which must be there.
    pub async fn open(&self) -> Result<&Desk, Failure> {
        let folder = self.folder()?;
        if !database_file(&folder).is_file() {
            return Err(Failure::new(format!("there is no workspace in {}", folder.display()))
                .advise("Name another folder with --workspace, or begin one there with `account add` or `settings set`."));
        }
        self.open_or_begin().await
    }

    /// Opens the workspace, beginning one if there is none.
    pub async fn open_or_begin(&self) -> Result<&Desk, Failure> {
        let folder = self.folder()?;
        self.desk
            .get_or_try_init(|| async { Ok(Desk::open(&folder, Clock::System, SecretStore::Keyring).await?) })
            .await
    }

    /// Closes what was opened, so that everything is written back.
    pub async fn close(&self) {
        if let Some(desk) = self.desk.get() {
            desk.close().await;
        }
    }

    fn folder(&self) -> Result<PathBuf, Failure> {
        match &self.workspace {
            Some(folder) => Ok(folder.clone()),
            None => dirs::data_dir().map(|data| data.join(IDENTIFIER)).ok_or_else(|| {
                Failure::new("this system names no folder for data").advise("Name one with --workspace.")
            }),
        }
    }

    /// Answers on standard output: JSON if that is wanted, else the text.
    pub fn answer<T: Serialize + Display>(&self, answer: &T) -> Result<(), Failure> {
        if self.json { self.answer_json(answer) } else { print(&format!("{answer}\n")) }
    }

    /// Answers on one line: one of several answers.
    pub fn answer_line<T: Serialize + Display>(&self, answer: &T) -> Result<(), Failure> {
        if !self.json {
            return print(&format!("{answer}\n"));
        }
        let line = serde_json::to_string(answer).map_err(not_written)?;
        print(&format!("{line}\n"))
    }

    fn answer_json<T: Serialize>(&self, answer: &T) -> Result<(), Failure> {
        let text = serde_json::to_string_pretty(answer).map_err(not_written)?;
        print(&format!("{text}\n"))
    }
}

/// What was done, for a script and in words.
pub struct Done {
    json: serde_json::Value,
    text: String,
}

impl Done {
    /// With both forms.
    pub fn new(json: serde_json::Value, text: impl Into<String>) -> Self {
        Self { json, text: text.into() }
    }
}

impl Serialize for Done {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.json.serialize(serializer)
    }
}

impl Display for Done {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.text)
    }
}

/// On whose account changes are put: the user who sits at this machine.
pub async fn actor(desk: &Desk) -> Result<Actor, Failure> {
    Ok(Actor::User(desk.current_user().await?))
}

fn not_written(error: serde_json::Error) -> Failure {
    Failure::new(format!("the answer cannot be written as JSON: {error}"))
}

/// Writes to standard output. Whoever closed it has seen enough.
fn print(text: &str) -> Result<(), Failure> {
    let mut output = io::stdout().lock();
    match output.write_all(text.as_bytes()).and_then(|()| output.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Failure::new(format!("the answer cannot be printed: {error}")).kept("What was done is done."))
        }
        _ => Ok(()),
    }
}
