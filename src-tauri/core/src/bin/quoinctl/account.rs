//! `quoinctl account`: mailboxes.

use std::io::Read;
use std::path::PathBuf;

use clap::ValueEnum;
use quoin_core::desk::Desk;
use quoin_core::id::AccountId;
use quoin_core::mailbox::{self, AccountMode, AccountView, ConnectionSecurity, NewAccount};
use quoin_core::secret::Secret;
use quoin_core::{settings, usecase};
use serde_json::json;

use crate::account_view::{AccountLine, AccountLines};
use crate::caller::{Caller, Done};
use crate::failure::Failure;
use crate::names;

/// The address of a folder mailbox of which none is given: one that can never be written to (RFC 2606).
const NO_ADDRESS: &str = "quotes@mailbox.invalid";

/// What to do with mailboxes.
#[derive(Debug, clap::Subcommand)]
pub enum Command {
    /// Adds a mailbox, after checking it.
    Add(Box<AddArgs>),
    /// Lists the mailboxes.
    List,
    /// Checks that a mailbox can be read and written.
    Check {
        /// Its name.
        name: String,
    },
    /// Stops watching a mailbox and forgets its password; requests stay.
    Remove {
        /// Its name.
        name: String,
    },
}

/// A mailbox to add.
#[derive(Debug, clap::Args)]
pub struct AddArgs {
    /// IMAP in and SMTP out, or a folder of this machine.
    #[arg(long, value_enum)]
    kind: Kind,
    /// What you call it; without it, its address.
    #[arg(long, default_value = "")]
    name: String,
    /// Its address.
    #[arg(long, required_if_eq("kind", "imap"))]
    address: Option<String>,
    /// The name that recipients see.
    #[arg(long, default_value = "")]
    display_name: String,
    /// Its IMAP server.
    #[arg(long, value_name = "HOST:PORT", value_parser = server, required_if_eq("kind", "imap"))]
    imap: Option<(String, u16)>,
    /// Its SMTP server.
    #[arg(long, value_name = "HOST:PORT", value_parser = server, required_if_eq("kind", "imap"))]
    smtp: Option<(String, u16)>,
    /// TLS from the first byte, or mandatory STARTTLS.
    #[arg(long, value_enum, default_value = "tls")]
    security: Security,
    /// Login; without it, the address.
    #[arg(long, default_value = "")]
    user: String,
    /// The folder to watch.
    #[arg(long, default_value = "INBOX")]
    folder: String,
    /// Whether every mail is a request, or mails wait to be made requests.
    #[arg(long, value_enum, default_value = "dedicated")]
    mode: Mode,
    /// The directory of a mailbox of kind folder: its `in` is read, `out` and `sent` are written.
    #[arg(long, value_name = "DIR", required_if_eq("kind", "folder"))]
    path: Option<PathBuf>,
    /// Reads the password from standard input and keeps it in the system's keyring.
    #[arg(long, conflicts_with = "password_env")]
    password_stdin: bool,
    /// Reads the password from this environment variable at each use; it is kept nowhere.
    #[arg(long, value_name = "VAR")]
    password_env: Option<String>,
    /// Adds it without asking its servers.
    #[arg(long)]
    no_check: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Kind {
    Imap,
    Folder,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Security {
    Tls,
    Starttls,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Mode {
    Dedicated,
    Triage,
}

impl AddArgs {
    /// A server asks for a password, so one must be named before the workspace is touched.
    fn refuse_without_password(&self) -> Result<(), Failure> {
        let has_password = self.password_stdin || self.password_env.is_some();
        if self.kind == Kind::Folder || self.no_check || has_password {
            return Ok(());
        }
        Err(Failure::usage("a mailbox at a server has a password").advise(
            "Give it with --password-stdin or --password-env VAR, or add the mailbox with --no-check.",
        ))
    }
}

/// `HOST:PORT`, also `[2001:db8::1]:993`.
fn server(text: &str) -> Result<(String, u16), String> {
    let (host, port) = text.rsplit_once(':').ok_or("a server is HOST:PORT")?;
    let port = port.parse().map_err(|_| format!("{port} is no port"))?;
    let host = host.trim_start_matches('[').trim_end_matches(']');
    if host.is_empty() { Err("a server is HOST:PORT".into()) } else { Ok((host.to_owned(), port)) }
}

/// Does what the arguments ask.
pub async fn run(caller: &Caller, command: Command) -> Result<(), Failure> {
    match command {
        Command::Add(arguments) => {
            arguments.refuse_without_password()?;
            let desk = caller.open_or_begin().await?;
            let id = add(desk, *arguments).await?;
            let account = mailbox::account(&mut *desk.reader().await?, id).await?;
            caller.answer(&AccountLine::from(AccountView::from(&account)))
        }
        Command::List => {
            let accounts = usecase::sync_status(caller.open().await?).await?.accounts;
            caller.answer(&AccountLines::from(accounts))
        }
        Command::Check { name } => {
            let desk = caller.open().await?;
            usecase::check_mailbox(desk, names::account(desk, &name).await?).await?;
            caller.answer(&Done::new(
                json!({"name": name, "ok": true}),
                format!("{name}: can be read and written."),
            ))
        }
        Command::Remove { name } => {
            let desk = caller.open().await?;
            usecase::remove_mailbox(desk, names::account(desk, &name).await?).await?;
            caller.answer(&Done::new(
                json!({"removed": name}),
                format!("{name}: no longer watched. Its requests stay."),
            ))
        }
    }
}

async fn add(desk: &Desk, arguments: AddArgs) -> Result<AccountId, Failure> {
    let variable = arguments.password_env.clone();
    let (checks, reads_password) = (!arguments.no_check, arguments.password_stdin);
    let is_folder = arguments.kind == Kind::Folder;
    let account = typed(desk, arguments).await?;
    if let Some(variable) = variable.filter(|_| !is_folder) {
        return Ok(usecase::connect_with_environment(desk, account, &variable, checks).await?);
    }
    let password = if reads_password && !is_folder { Some(password_from_input()?) } else { None };
    match (checks, password) {
        (true, Some(password)) => Ok(usecase::connect_mailbox(desk, account, password).await?),
        (true, None) => Ok(usecase::connect_mailbox(desk, account, Secret::new("")).await?),
        (false, password) => Ok(usecase::connect_unchecked(desk, account, password).await?),
    }
}

async fn typed(desk: &Desk, arguments: AddArgs) -> Result<NewAccount, Failure> {
    let security = match arguments.security {
        Security::Tls => ConnectionSecurity::Tls,
        Security::Starttls => ConnectionSecurity::StartTls,
    };
    let AddArgs { name, display_name, address, .. } = arguments;
    if arguments.kind == Kind::Folder {
        let path = arguments.path.unwrap_or_default();
        // Relative to where the caller stands now, not to wherever a later one will.
        let path = std::path::absolute(&path).unwrap_or(path).to_string_lossy().into_owned();
        let address = match address {
            Some(address) => address,
            None => folder_address(desk).await?,
        };
        return Ok(NewAccount::Folder { name, address, display_name, path });
    }
    let (imap_host, imap_port) = arguments.imap.unwrap_or_default();
    let (smtp_host, smtp_port) = arguments.smtp.unwrap_or_default();
    Ok(NewAccount::Imap {
        name,
        address: address.unwrap_or_default(),
        display_name,
        imap_host,
        imap_port,
        imap_security: security,
        smtp_host,
        smtp_port,
        smtp_security: security,
        user_name: arguments.user,
        folder: arguments.folder,
        mode: match arguments.mode {
            Mode::Dedicated => AccountMode::Dedicated,
            Mode::Triage => AccountMode::Triage,
        },
    })
}

async fn folder_address(desk: &Desk) -> Result<String, Failure> {
    let company = settings::company(&mut *desk.reader().await?).await?;
    Ok(if company.mail.is_empty() { NO_ADDRESS.to_owned() } else { company.mail })
}

/// The password from standard input, without the line end after it.
fn password_from_input() -> Result<Secret, Failure> {
    let mut text = String::new();
    std::io::stdin()
        .lock()
        .read_to_string(&mut text)
        .map_err(|error| Failure::new(format!("the password cannot be read: {error}")))?;
    Ok(Secret::new(text.trim_end_matches(['\r', '\n'])))
}
