//! A password stands in the keyring and on the wire, and in no file of the workspace.

use std::path::{Path, PathBuf};

use quoin_core::db;
use quoin_core::mailbox::{AccountMode, ConnectionSecurity, NewAccount};
use quoin_core::secret::Secret;
use quoin_core::usecase;
use quoin_core::worker;

use crate::letter::Letter;
use crate::office::Office;

const CANARY: &str = "canary-7Zq-not-to-be-found";

fn imap_account() -> NewAccount {
    NewAccount::Imap {
        name: "Boîte".into(),
        address: "offres@delcourt.example".into(),
        display_name: String::new(),
        imap_host: "127.0.0.1".into(),
        imap_port: 1,
        imap_security: ConnectionSecurity::Tls,
        smtp_host: "127.0.0.1".into(),
        smtp_port: 1,
        smtp_security: ConnectionSecurity::Tls,
        user_name: String::new(),
        folder: String::new(),
        mode: AccountMode::Dedicated,
    }
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if entry.is_dir() {
            found.extend(files_below(&entry));
        } else {
            found.push(entry);
        }
    }
    found
}

#[tokio::test]
async fn a_password_is_in_no_file_of_the_workspace_nor_of_its_backup() {
    let office = Office::open().await;
    let account =
        usecase::connect_unchecked(&office.desk, imap_account(), Some(Secret::new(CANARY))).await.unwrap();
    let request = office.request_by_mail(Letter::from_sophie("Escalier")).await;
    office.reply(request, "Bonjour").await;
    office.mail_leaves().await;

    let round = worker::sync(&office.desk, Some(account)).await.unwrap();
    let refused = usecase::change_password(&office.desk, account, Secret::new(CANARY)).await.unwrap_err();
    let checked = usecase::check_mailbox(&office.desk, account).await.unwrap_err();
    office.desk.database().back_up_to(&office.home().join("backup.db")).await.unwrap();

    assert_eq!(round.errors.len(), 1, "nobody answers there");
    assert!(!format!("{round:?} {refused:?} {refused} {checked:?} {checked}").contains(CANARY));
    let files = files_below(office.home());
    assert!(
        files.contains(&db::database_file(&office.workspace()))
            && files.iter().any(|file| file.ends_with("quoin.db-wal"))
    );
    for file in files {
        let bytes = std::fs::read(&file).unwrap();
        let holds = bytes.windows(CANARY.len()).any(|window| window == CANARY.as_bytes());
        assert!(!holds, "the password stands in {}", file.display());
    }
}

#[tokio::test]
async fn a_removed_mailbox_takes_its_password_with_it() {
    let office = Office::open().await;
    let account =
        usecase::connect_unchecked(&office.desk, imap_account(), Some(Secret::new(CANARY))).await.unwrap();

    usecase::remove_mailbox(&office.desk, account).await.unwrap();

    let key = quoin_core::secret::SecretKey::mailbox_password(account);
    assert!(office.desk.secrets().load(&key).await.is_err());
}

#[tokio::test]
async fn a_mailbox_that_could_not_be_added_leaves_no_password_behind() {
    let office = Office::open().await;
    usecase::connect_unchecked(&office.desk, imap_account(), Some(Secret::new("first"))).await.unwrap();

    let refused = usecase::connect_unchecked(&office.desk, imap_account(), Some(Secret::new(CANARY))).await;

    assert!(refused.is_err(), "the name is taken");
    let quoin_core::secret::SecretStore::Memory(kept) = office.desk.secrets() else {
        panic!("secrets are in memory")
    };
    assert_eq!(kept.lock().unwrap().len(), 1);
}
