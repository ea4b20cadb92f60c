use super::*;

fn key() -> SecretKey {
    SecretKey::mailbox_password(AccountId::new())
}

#[tokio::test]
async fn memory_gives_back_what_was_saved_until_it_is_deleted() {
    let (store, key) = (SecretStore::memory(), key());

    assert_eq!(store.load(&key).await.err(), Some(SecretError::NotFound));
    store.save(&key, &Secret::new("geheim")).await.unwrap();
    assert!(store.load(&key).await.is_ok_and(|kept| kept.expose() == "geheim"));

    store.delete(&key).await.unwrap();
    assert_eq!(store.load(&key).await.err(), Some(SecretError::NotFound));
    store.delete(&key).await.unwrap();
}

#[tokio::test]
async fn the_environment_is_read_at_each_use_and_never_written() {
    let set = SecretStore::Environment { variable: "PATH".into() };
    let unset = SecretStore::Environment { variable: "QUOIN_NO_SUCH_VARIABLE".into() };

    assert!(set.load(&key()).await.is_ok());
    assert_eq!(unset.load(&key()).await.err().map(|e| e.code()), Some("secret_variable_missing"));
    assert_eq!(
        set.save(&key(), &Secret::new("x")).await,
        Err(SecretError::ReadOnly { variable: "PATH".into() })
    );
}

#[test]
fn a_keyring_error_that_carries_the_secret_loses_it() {
    let carried = keyring::Error::BadEncoding(b"geheim".to_vec());

    assert!(!format!("{:?}", of_keyring(carried)).contains("geheim"));
}
