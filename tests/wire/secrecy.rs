//! A password is nowhere but on the wire and in the keyring.

use std::sync::Mutex;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use quoin_core::mail::imap::ImapSession;
use quoin_core::mail::{imap, smtp};
use quoin_core::secret::Secret;

use crate::stage;
use crate::stories;

/// Keeps what every library logs, at the most talkative level.
struct Listener(Mutex<String>);

static HEARD: Listener = Listener(Mutex::new(String::new()));

impl log::Log for Listener {
    fn enabled(&self, _: &log::Metadata) -> bool {
        true
    }

    fn log(&self, record: &log::Record) {
        self.0.lock().unwrap().push_str(&format!("{} {}\n", record.target(), record.args()));
    }

    fn flush(&self) {}
}

stories! {
    async fn no_log_and_no_error_holds_the_password(servers) {
        log::set_logger(&HEARD).unwrap();
        log::set_max_level(log::LevelFilter::Trace);
        log::debug!("this is heard");
        let user = "offres@delcourt.example";
        let (reader, sender) = (stage::imap(&servers, user), stage::smtp(&servers, user));
        let (right, wrong) = (stage::password(&servers), Secret::new("canary-that-is-wrong"));

        let session = ImapSession::open(&reader, &right).await.unwrap();
        session.close().await;
        smtp::check(&sender, &right).await.unwrap();
        let refused = [
            imap::check(&reader, &wrong, "INBOX").await.unwrap_err(),
            smtp::check(&sender, &wrong).await.unwrap_err(),
        ];

        let heard = HEARD.0.lock().unwrap();
        let told = format!("{refused:?} {} {:?} {heard}", refused[0], refused[1].data());
        assert!(heard.contains("this is heard"));
        assert!(!told.contains("canary"), "{told}");
        for secret in [&right, &wrong] {
            // As SASL PLAIN carries it.
            let carried = STANDARD.encode(format!("\0{user}\0{}", secret.expose()));
            assert!(!told.contains(&carried));
        }
    }
}
