//! The system's keyring: a real gnome-keyring on a session bus of the test's own.

use std::ffi::OsString;

use quoin_core::id::AccountId;
use quoin_core::secret::{Secret, SecretError, SecretKey, SecretStore};

use crate::rerun::rerun;

/// Set in the process that has the bus it needs.
const INSIDE: &str = "QUOIN_TEST_INSIDE_SESSION";

/// Unlocks an empty keyring on a new bus, then runs what follows.
const UNLOCKED: [&str; 5] = [
    "dbus-run-session",
    "--",
    "sh",
    "-c",
    "printf test | gnome-keyring-daemon --unlock --components=secrets >/dev/null && exec \"$0\" \"$@\"",
];

fn is_inside() -> bool {
    std::env::var_os(INSIDE).is_some()
}

fn block_on(story: impl Future<Output = ()>) {
    tokio::runtime::Runtime::new().unwrap().block_on(story);
}

#[test]
fn a_password_is_kept_replaced_and_forgotten() {
    if !is_inside() {
        // A home of its own, so that nobody's real keyring is touched.
        let home = tempfile::tempdir().unwrap();
        let folder = || OsString::from(home.path());
        let environment = [
            (INSIDE, OsString::from("1")),
            ("HOME", folder()),
            ("XDG_DATA_HOME", folder()),
            ("XDG_RUNTIME_DIR", folder()),
        ];
        return rerun("keyring::a_password_is_kept_replaced_and_forgotten", &UNLOCKED, &environment);
    }
    block_on(async {
        let store = SecretStore::Keyring;
        let (key, other) =
            (SecretKey::mailbox_password(AccountId::new()), SecretKey::mailbox_password(AccountId::new()));

        assert_eq!(store.load(&key).await.err(), Some(SecretError::NotFound));
        store.save(&key, &Secret::new("pässwörd 🔑")).await.unwrap();
        store.save(&other, &Secret::new("another")).await.unwrap();
        assert!(store.load(&key).await.is_ok_and(|kept| kept.expose() == "pässwörd 🔑"));
        store.save(&key, &Secret::new("changed")).await.unwrap();
        assert!(store.load(&key).await.is_ok_and(|kept| kept.expose() == "changed"));

        store.delete(&key).await.unwrap();
        store.delete(&key).await.unwrap();
        assert_eq!(store.load(&key).await.err(), Some(SecretError::NotFound));
        assert!(store.load(&other).await.is_ok_and(|kept| kept.expose() == "another"));
    });
}

#[test]
fn without_a_keyring_service_it_is_said_and_nothing_is_kept() {
    if !is_inside() {
        let nowhere = [
            (INSIDE, OsString::from("1")),
            ("DBUS_SESSION_BUS_ADDRESS", OsString::from("unix:path=/nonexistent/bus")),
        ];
        let test = "keyring::without_a_keyring_service_it_is_said_and_nothing_is_kept";
        return rerun(test, &[], &nowhere);
    }
    block_on(async {
        let key = SecretKey::mailbox_password(AccountId::new());

        let refused = SecretStore::Keyring.save(&key, &Secret::new("x")).await;

        assert_eq!(refused, Err(SecretError::ServiceMissing));
    });
}
