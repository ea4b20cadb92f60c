//! The open workspace: the user's own or the one with sample data, and its running loops.

use std::path::{Path, PathBuf};

use quoin_core::clock::Clock;
use quoin_core::demo;
use quoin_core::desk::Desk;
use quoin_core::error::Error;
use quoin_core::secret::SecretStore;
use quoin_core::settings;
use quoin_core::worker::Supervisor;
use serde::Serialize;
use tauri::AppHandle;
use tokio::sync::{Mutex, RwLock};

use crate::commands::workspace::WorkspaceView;
use crate::events;
use crate::ipc_error::IpcError;

/// Which workspace is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum WorkspaceKind {
    /// The user's own.
    Own,
    /// Sample data; nothing of it leaves the machine.
    Demo,
}

/// The workspace that the window works on. It can be changed for another while the window is open.
pub struct Workspace {
    data: PathBuf,
    open: RwLock<Open>,
    /// One change at a time.
    changing: Mutex<()>,
}

struct Open {
    kind: WorkspaceKind,
    desk: Desk,
    supervisor: Option<Supervisor>,
}

impl Workspace {
    /// The folder of a workspace below the program's data folder.
    pub fn folder(data: &Path, kind: WorkspaceKind) -> PathBuf {
        match kind {
            WorkspaceKind::Own => data.to_owned(),
            WorkspaceKind::Demo => data.join("demo"),
        }
    }

    /// Opens a workspace folder and starts its loops.
    pub async fn open(
        app: &AppHandle,
        data: PathBuf,
        folder: PathBuf,
        kind: WorkspaceKind,
    ) -> Result<Self, Error> {
        let open = RwLock::new(Open::begin(app, &folder, kind).await?);
        Ok(Self { data, open, changing: Mutex::new(()) })
    }

    /// The core's handle.
    pub async fn desk(&self) -> Desk {
        self.open.read().await.desk.clone()
    }

    /// What the window needs before its first screen.
    pub async fn view(&self) -> Result<WorkspaceView, IpcError> {
        let open = self.open.read().await;
        let mut reader = open.desk.reader().await.map_err(Error::from)?;
        let company = settings::company(&mut reader).await?;
        Ok(WorkspaceView {
            kind: open.kind,
            first_start: company.name.is_empty(),
            company_name: company.name,
            preferences: settings::preferences(&mut reader).await?,
            system_language: system_language(),
            version: env!("CARGO_PKG_VERSION").into(),
        })
    }

    /// Changes to the workspace with sample data.
    pub async fn open_demo(&self, app: &AppHandle) -> Result<(), IpcError> {
        self.change_to(app, WorkspaceKind::Demo).await
    }

    /// Changes to the user's own workspace.
    pub async fn open_own(&self, app: &AppHandle) -> Result<(), IpcError> {
        self.change_to(app, WorkspaceKind::Own).await
    }

    async fn change_to(&self, app: &AppHandle, kind: WorkspaceKind) -> Result<(), IpcError> {
        let _one_at_a_time = self.changing.lock().await;
        if self.open.read().await.kind == kind {
            return Ok(());
        }
        let next = Open::begin(app, &Self::folder(&self.data, kind), kind).await?;
        let mut before = std::mem::replace(&mut *self.open.write().await, next);
        before.end().await;
        Ok(())
    }

    /// Stops the loops and closes the database.
    pub async fn close(&self) {
        self.open.write().await.end().await;
    }
}

impl Open {
    async fn begin(app: &AppHandle, folder: &Path, kind: WorkspaceKind) -> Result<Self, Error> {
        let secrets = match kind {
            WorkspaceKind::Own => SecretStore::Keyring,
            WorkspaceKind::Demo => SecretStore::memory(),
        };
        if kind == WorkspaceKind::Demo {
            demo::ensure(folder).await?;
        }
        let desk = Desk::open(folder, Clock::System, secrets).await?;
        events::forward_changes(app, &desk);
        let supervisor = Some(Supervisor::start(&desk));
        Ok(Self { kind, desk, supervisor })
    }

    async fn end(&mut self) {
        if let Some(supervisor) = self.supervisor.take() {
            supervisor.stop().await;
        }
        self.desk.close().await;
    }
}

/// The system's language as a BCP 47 tag.
fn system_language() -> String {
    sys_locale::get_locale().unwrap_or_else(|| "en".into())
}
