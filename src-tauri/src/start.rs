//! How the program starts: arguments, workspace, window.

use std::path::PathBuf;
use std::process::ExitCode;

use tauri::ipc::Invoke;
use tauri::{AppHandle, Manager, RunEvent, WebviewUrl, WebviewWindowBuilder, Wry};

use crate::platform::dropped::{self, DroppedFiles};
use crate::platform::viewer;
use crate::workspace::{Workspace, WorkspaceKind};
use crate::{bindings, commands, log};

/// What the command line asks for.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Arguments {
    /// Open the workspace with sample data.
    demo: bool,
    /// Open this workspace folder instead of the user's own.
    workspace: Option<PathBuf>,
    /// Saved mails to make requests of.
    mails: Vec<PathBuf>,
}

impl Arguments {
    /// Reads arguments, without the program's name. What is not understood is left out: it may
    /// come from another start of the program, and is then a stranger's.
    pub fn read(arguments: impl IntoIterator<Item = String>) -> Self {
        let mut read = Self::default();
        let mut arguments = arguments.into_iter();
        while let Some(argument) = arguments.next() {
            match argument.as_str() {
                "--demo" => read.demo = true,
                "--workspace" => read.workspace = arguments.next().map(PathBuf::from),
                file if !file.starts_with('-') && file.to_lowercase().ends_with(".eml") => {
                    read.mails.push(file.into())
                }
                _ => {}
            }
        }
        read
    }
}

/// Starts the program and runs it until its window is closed.
pub fn run() -> ExitCode {
    // Two TLS providers in one process panic: this one is chosen before anything else can.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let arguments = Arguments::read(std::env::args().skip(1));
    let builder = bindings::builder();
    let typed = builder.invoke_handler();
    let binary: Box<dyn Fn(Invoke<Wry>) -> bool + Send + Sync> = Box::new(tauri::generate_handler![
        commands::quote::quote_pdf,
        commands::document::attachment_picture,
        commands::settings::settings_logo
    ]);
    let app = tauri::Builder::default()
        .plugin(tauri_plugin_single_instance::init(|app, arguments, _folder| {
            let arguments = Arguments::read(arguments.into_iter().skip(1));
            show_window(app);
            import(app.clone(), arguments.mails);
        }))
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_opener::init())
        .plugin(tauri_plugin_updater::Builder::new().build())
        .plugin(tauri_plugin_window_state::Builder::new().build())
        .manage(DroppedFiles::default())
        .invoke_handler(move |invoke| {
            if bindings::BINARY_COMMANDS.contains(&invoke.message.command()) {
                binary(invoke)
            } else {
                typed(invoke)
            }
        })
        .setup(move |app| {
            builder.mount_events(app);
            set_up(app.handle(), arguments).map_err(Into::into)
        })
        .build(tauri::generate_context!("tauri.conf.json"));
    match app {
        Ok(app) => {
            app.run(|app, event| {
                if let RunEvent::Exit = event {
                    tauri::async_runtime::block_on(app.state::<Workspace>().close());
                }
            });
            ExitCode::SUCCESS
        }
        Err(error) => {
            start_again_after_a_farewell(&error);
            eprintln!("Quoin cannot start: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Counts the starts of one process, in its environment.
#[cfg(unix)]
const START: &str = "QUOIN_START";

/// How often a start is tried again while an earlier instance takes its leave.
#[cfg(unix)]
const STARTS: u32 = 10;

/// An instance that is just ending still owns the name by which a second start is recognised, and no
/// longer answers to it. Then this process begins anew a moment later; it returns only when that is
/// not the trouble, or was tried often enough.
#[cfg(unix)]
fn start_again_after_a_farewell(error: &tauri::Error) {
    use std::os::unix::process::CommandExt;

    let start: u32 = std::env::var(START).ok().and_then(|count| count.parse().ok()).unwrap_or(0);
    let is_farewell =
        matches!(error, tauri::Error::PluginInitialization(plugin, _) if plugin == "single-instance");
    let Some(program) = std::env::current_exe().ok().filter(|_| is_farewell && start < STARTS) else {
        return;
    };
    std::thread::sleep(std::time::Duration::from_millis(500));
    let error = std::process::Command::new(program)
        .args(std::env::args_os().skip(1))
        .env(START, (start + 1).to_string())
        .exec();
    eprintln!("Quoin cannot start again: {error}");
}

#[cfg(not(unix))]
fn start_again_after_a_farewell(_error: &tauri::Error) {}

fn set_up(app: &AppHandle, arguments: Arguments) -> Result<(), SetUpError> {
    log::begin(&app.path().app_log_dir()?);
    viewer::forget_copies(app);
    let data = app.path().app_data_dir()?;
    let kind = if arguments.demo { WorkspaceKind::Demo } else { WorkspaceKind::Own };
    let folder = arguments.workspace.unwrap_or_else(|| Workspace::folder(&data, kind));
    let workspace = tauri::async_runtime::block_on(Workspace::open(app, data, folder, kind))?;
    app.manage(workspace);
    open_window(app)?;
    import(app.clone(), arguments.mails);
    Ok(())
}

/// Why the program does not start.
#[derive(Debug, thiserror::Error)]
enum SetUpError {
    #[error(transparent)]
    Tauri(#[from] tauri::Error),
    #[error(transparent)]
    Core(#[from] quoin_core::error::Error),
}

fn open_window(app: &AppHandle) -> tauri::Result<()> {
    let window = WebviewWindowBuilder::new(app, "main", WebviewUrl::App("index.html".into()))
        .title("Quoin")
        .inner_size(1280.0, 800.0)
        .min_inner_size(900.0, 600.0)
        .on_navigation(is_our_own)
        .build()?;
    let handle = app.clone();
    window.on_window_event(move |event| dropped::hear(&handle, event));
    Ok(())
}

/// Where the window may go: to our own files, and to the frames that show a mail.
fn is_our_own(url: &tauri::Url) -> bool {
    match url.scheme() {
        "tauri" => true,
        "about" => matches!(url.path(), "srcdoc" | "blank"),
        // Where Windows keeps our own files.
        "http" | "https" => url.host_str() == Some("tauri.localhost"),
        _ => false,
    }
}

fn show_window(app: &AppHandle) {
    if let Some(window) = app.get_webview_window("main") {
        let shown = window.unminimize().and_then(|()| window.show()).and_then(|()| window.set_focus());
        if let Err(error) = shown {
            tracing::warn!(%error, "the window cannot be brought to the front");
        }
    }
}

/// Makes requests of saved mails and shows the last one.
fn import(app: AppHandle, mails: Vec<PathBuf>) {
    if mails.is_empty() {
        return;
    }
    tauri::async_runtime::spawn(async move {
        let desk = app.state::<Workspace>().desk().await;
        match quoin_core::usecase::import_mail_files(&desk, &mails).await {
            Ok(requests) => crate::events::show_last(&app, &requests),
            Err(error) => tracing::warn!(%error, "a saved mail cannot be taken"),
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(arguments: &[&str]) -> Arguments {
        Arguments::read(arguments.iter().map(|&argument| argument.to_owned()))
    }

    #[test]
    fn a_saved_mail_on_the_command_line_is_taken() {
        assert_eq!(read(&["Demande.EML"]).mails, [PathBuf::from("Demande.EML")]);
    }

    #[test]
    fn what_is_not_understood_is_left_out() {
        assert_eq!(read(&["--remote-debugging-port=1", "plan.pdf", "-x.eml"]), Arguments::default());
    }

    #[test]
    fn the_window_stays_with_our_own_files() {
        let allowed = |url: &str| is_our_own(&url.parse().unwrap());
        assert!(allowed("tauri://localhost/index.html"));
        assert!(allowed("about:srcdoc"));
        for stranger in [
            "https://example.org/",
            "file:///etc/passwd",
            "about:config",
            "javascript:alert(1)",
            "http://localhost:8080/",
        ] {
            assert!(!allowed(stranger), "{stranger}");
        }
    }
}
