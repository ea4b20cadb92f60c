//! A mailbox is connected, checked, or removed.

use crate::change::Change;
use crate::desk::Desk;
use crate::error::{Error, FieldProblem, StateProblem};
use crate::id::AccountId;
use crate::mail::folder::FolderMailbox;
use crate::mail::server::{ImapServer, Security, SmtpPatience, SmtpServer};
use crate::mail::{self, MailSender, MailboxSource};
use crate::mailbox::{self, Account, AccountKind, AccountMode, ConnectionSecurity, NewAccount, SyncView};
use crate::outbox;
use crate::secret::{Secret, SecretKey, SecretStore};

/// Checks a mailbox, keeps its password in the keyring and begins to watch it.
pub async fn connect_mailbox(desk: &Desk, typed: NewAccount, password: Secret) -> Result<AccountId, Error> {
    let account = checked(typed)?;
    check(&account, password.clone()).await?;
    if account.kind == AccountKind::Imap {
        desk.secrets().save(&SecretKey::mailbox_password(account.id), &password).await?;
    }
    add_mailbox(desk, account).await
}

/// Adds a mailbox whose password stands in an environment variable, read at each use and kept nowhere.
pub async fn connect_with_environment(
    desk: &Desk,
    typed: NewAccount,
    variable: &str,
    check_first: bool,
) -> Result<AccountId, Error> {
    let mut account = checked(typed)?;
    account.password_env = Some(variable.to_owned());
    if check_first {
        let secret = password(desk, &account).await?;
        check(&account, secret).await?;
    }
    add_mailbox(desk, account).await
}

/// Adds a mailbox without asking its servers; its password goes to the keyring.
pub async fn connect_unchecked(
    desk: &Desk,
    typed: NewAccount,
    password: Option<Secret>,
) -> Result<AccountId, Error> {
    let account = checked(typed)?;
    if let Some(password) = password {
        desk.secrets().save(&SecretKey::mailbox_password(account.id), &password).await?;
    }
    add_mailbox(desk, account).await
}

async fn add_mailbox(desk: &Desk, account: Account) -> Result<AccountId, Error> {
    if let Err(error) = store_mailbox(desk, &account).await {
        // A password without its mailbox would stay in the keyring for good.
        desk.secrets().delete(&SecretKey::mailbox_password(account.id)).await?;
        return Err(error);
    }
    desk.wake_fetch();
    Ok(account.id)
}

async fn store_mailbox(desk: &Desk, account: &Account) -> Result<(), Error> {
    let mut write = desk.write().await?;
    mailbox::insert_account(&mut write, account, desk.clock().now()).await?;
    write.changed(Change::Mailboxes);
    Ok(write.commit().await?)
}

/// Gives a mailbox a new password, after checking it. Mails that failed for want of it are tried at once.
pub async fn change_password(desk: &Desk, id: AccountId, password: Secret) -> Result<(), Error> {
    let account = mailbox::account(&mut *desk.reader().await?, id).await?;
    check(&account, password.clone()).await?;
    desk.secrets().save(&SecretKey::mailbox_password(id), &password).await?;
    let mut write = desk.write().await?;
    outbox::schedule_retries(&mut write, id, desk.clock().now()).await?;
    write.changed(Change::Outbox);
    write.commit().await?;
    desk.wake_all();
    Ok(())
}

/// Checks a mailbox as it is.
pub async fn check_mailbox(desk: &Desk, id: AccountId) -> Result<(), Error> {
    let account = mailbox::account(&mut *desk.reader().await?, id).await?;
    let password = password(desk, &account).await?;
    check(&account, password).await
}

/// Stops watching a mailbox and forgets its password. Requests stay. Refused while it has mail to send.
pub async fn remove_mailbox(desk: &Desk, id: AccountId) -> Result<(), Error> {
    let mut write = desk.write().await?;
    let account = mailbox::account(&mut write, id).await?;
    if mailbox::has_waiting_mail(&mut write, id).await? {
        return Err(Error::State(StateProblem::MailboxInUse));
    }
    // The password first: a mailbox that is gone with its password left behind could not be removed again.
    if account.kind == AccountKind::Imap && account.password_env.is_none() {
        desk.secrets().delete(&SecretKey::mailbox_password(id)).await?;
    }
    mailbox::delete_account(&mut write, id).await?;
    write.changed(Change::Mailboxes);
    Ok(write.commit().await?)
}

/// How the mailboxes stand.
pub async fn sync_status(desk: &Desk) -> Result<SyncView, Error> {
    let mut reader = desk.reader().await?;
    let accounts = mailbox::accounts(&mut reader).await?;
    let (waiting_to_leave, needing_attention) = outbox::counts(&mut reader).await?;
    let all_read = accounts.iter().all(|account| account.last_fetch_at.is_some());
    Ok(SyncView {
        up_to_date_at: accounts.iter().filter_map(|account| account.last_fetch_at).min().filter(|_| all_read),
        failing: accounts.iter().filter(|account| account.last_error_code.is_some()).count() as u32,
        accounts: accounts.iter().map(Into::into).collect(),
        waiting_to_leave,
        needing_attention,
    })
}

/// The password of a mailbox, from where it is kept; an empty one for a folder.
pub(crate) async fn password(desk: &Desk, account: &Account) -> Result<Secret, Error> {
    if account.kind == AccountKind::Folder {
        return Ok(Secret::new(""));
    }
    let key = SecretKey::mailbox_password(account.id);
    match &account.password_env {
        Some(variable) => Ok(SecretStore::Environment { variable: variable.clone() }.load(&key).await?),
        None => Ok(desk.secrets().load(&key).await?),
    }
}

/// Where a mailbox's mail comes from.
pub(crate) fn source_of(account: &Account, secret: Secret) -> MailboxSource {
    match account.kind {
        AccountKind::Imap => MailboxSource::Imap { server: imap_server(account), secret },
        AccountKind::Folder => MailboxSource::Folder(FolderMailbox::new(&account.folder_path)),
    }
}

/// How a mailbox's mail leaves.
pub(crate) fn sender_of(account: &Account, secret: Secret) -> MailSender {
    match account.kind {
        AccountKind::Imap => {
            let server = SmtpServer {
                host: account.smtp_host.clone(),
                port: account.smtp_port as u16,
                security: wire_security(account.smtp_security),
                user: account.user_name.clone(),
            };
            MailSender::Smtp { server, secret, patience: SmtpPatience::default() }
        }
        AccountKind::Folder => MailSender::Folder(FolderMailbox::new(&account.folder_path)),
    }
}

/// A mailbox's IMAP server.
pub(crate) fn imap_server(account: &Account) -> ImapServer {
    ImapServer {
        host: account.imap_host.clone(),
        port: account.imap_port as u16,
        security: wire_security(account.imap_security),
        user: account.user_name.clone(),
    }
}

const fn wire_security(security: ConnectionSecurity) -> Security {
    match security {
        ConnectionSecurity::Tls => Security::Tls,
        ConnectionSecurity::StartTls => Security::StartTls,
    }
}

async fn check(account: &Account, secret: Secret) -> Result<(), Error> {
    if let MailboxSource::Folder(folder) = source_of(account, secret.clone()) {
        folder.prepare().await?;
    }
    source_of(account, secret.clone()).check(&account.folder_name).await?;
    Ok(sender_of(account, secret).check().await?)
}

fn checked(typed: NewAccount) -> Result<Account, Error> {
    let account = match typed {
        NewAccount::Imap {
            name,
            address,
            display_name,
            imap_host,
            imap_port,
            imap_security,
            smtp_host,
            smtp_port,
            smtp_security,
            user_name,
            folder,
            mode,
        } => Account {
            user_name: or(user_name, &address),
            name: or(name, &address),
            address,
            display_name,
            imap_host: needed("imap_host", imap_host)?,
            imap_port: i64::from(imap_port),
            imap_security,
            smtp_host: needed("smtp_host", smtp_host)?,
            smtp_port: i64::from(smtp_port),
            smtp_security,
            folder_name: or(folder, "INBOX"),
            mode,
            ..empty(AccountKind::Imap)
        },
        NewAccount::Folder { name, address, display_name, path } => {
            let folder_path = needed("path", path)?;
            Account {
                name: or(name, &address),
                address,
                display_name,
                folder_path,
                ..empty(AccountKind::Folder)
            }
        }
    };
    if !mail::is_address(&account.address) {
        return Err(Error::field("address", FieldProblem::NotAnAddress));
    }
    Ok(account)
}

fn empty(kind: AccountKind) -> Account {
    Account {
        id: AccountId::new(),
        name: String::new(),
        kind,
        mode: AccountMode::Dedicated,
        address: String::new(),
        display_name: String::new(),
        imap_host: String::new(),
        imap_port: 993,
        imap_security: ConnectionSecurity::Tls,
        smtp_host: String::new(),
        smtp_port: 465,
        smtp_security: ConnectionSecurity::Tls,
        user_name: String::new(),
        password_env: None,
        folder_name: "INBOX".into(),
        folder_path: String::new(),
        last_fetch_at: None,
        last_error_code: None,
        last_error_at: None,
    }
}

fn or(text: String, otherwise: &str) -> String {
    let text = text.trim();
    if text.is_empty() { otherwise.trim().to_owned() } else { text.to_owned() }
}

fn needed(field: &str, text: String) -> Result<String, Error> {
    let text = text.trim().to_owned();
    if text.is_empty() { Err(Error::field(field, FieldProblem::Empty)) } else { Ok(text) }
}
