//! Connecting a mailbox: each thing that can be wrong has a name of its own.

use quoin_core::mail::server::{ImapServer, Security};
use quoin_core::mail::{MailError, imap, smtp};
use quoin_core::secret::Secret;

use crate::mail_server::{Certificate, MailServers};
use crate::real_servers::on_servers_with;
use crate::stage;
use crate::stories;

async fn refused(servers: &MailServers, change: impl FnOnce(&mut ImapServer)) -> MailError {
    let mut server = stage::imap(servers, "offres@delcourt.example");
    change(&mut server);
    imap::check(&server, &stage::password(servers), "INBOX").await.unwrap_err()
}

stories! {
    async fn a_mailbox_that_works_shows_its_folders(servers) {
        let server = stage::imap(&servers, "offres@delcourt.example");

        let facts = imap::check(&server, &stage::password(&servers), "INBOX").await.unwrap();

        assert_eq!(facts.folder.exists, 0);
        assert_eq!(facts.sent_folder.as_deref(), Some("Messages envoyés"));
        assert!(facts.folders.contains(&"INBOX".to_owned()));
        assert!(facts.announces_new_mail);
    }

    async fn starttls_works_for_both_directions_when_chosen(servers) {
        let mut server = stage::imap(&servers, "offres@delcourt.example");
        (server.port, server.security) = (servers.imap, Security::StartTls);
        let mut sender = stage::smtp(&servers, "offres@delcourt.example");
        (sender.port, sender.security) = (servers.submission, Security::StartTls);

        imap::check(&server, &stage::password(&servers), "INBOX").await.unwrap();
        smtp::check(&sender, &stage::password(&servers)).await.unwrap();
    }

    async fn a_wrong_password_is_told_from_everything_else(servers) {
        let wrong = Secret::new("not the password");
        let user = "offres@delcourt.example".to_owned();

        let reading = imap::check(&stage::imap(&servers, &user), &wrong, "INBOX").await;
        let sending = smtp::check(&stage::smtp(&servers, &user), &wrong).await;

        assert_eq!(reading, Err(MailError::LoginRefused { user: user.clone() }));
        assert_eq!(sending, Err(MailError::LoginRefused { user }));
    }

    async fn a_password_of_any_characters_is_carried(servers) {
        let server = stage::imap(&servers, "offres@delcourt.example");

        for odd in ["pässwörd \"\\ {3}", "🔑", " "] {
            let refused = imap::check(&server, &Secret::new(odd), "INBOX").await.unwrap_err();
            assert_eq!(refused.code(), "login_refused", "{odd}");
        }
        let broken = imap::check(&server, &Secret::new("a\r\nb"), "INBOX").await.unwrap_err();
        assert_eq!(broken, MailError::ControlCharacter { field: "password" });
    }

    async fn a_missing_folder_is_named(servers) {
        let server = stage::imap(&servers, "offres@delcourt.example");

        let refused = imap::check(&server, &stage::password(&servers), "Demandes/Été").await;

        assert_eq!(refused, Err(MailError::FolderMissing { folder: "Demandes/Été".into() }));
    }

    async fn a_server_that_is_not_there_is_told_from_one_that_does_not_answer(servers) {
        let unknown = refused(&servers, |server| server.host = "no-such-host.invalid".into()).await;
        let closed = refused(&servers, |server| server.port = 1).await;

        assert_eq!(unknown, MailError::UnknownHost { host: "no-such-host.invalid".into() });
        assert_eq!(closed, MailError::ConnectionRefused { host: "localhost".into(), port: 1 });
    }

    async fn tls_on_a_port_without_it_fails_before_anything_is_said(servers) {
        let mixed_up = refused(&servers, |server| server.port = servers.imap).await;

        assert_eq!(mixed_up, MailError::TlsFailed { host: "localhost".into() });
    }
}

#[test]
fn an_expired_certificate_is_refused_by_name() {
    let test = "accounts::an_expired_certificate_is_refused_by_name";
    on_servers_with(Certificate::Expired, test, |servers| async move {
        let sender = stage::smtp(&servers, "offres@delcourt.example");

        let reading = refused(&servers, |_| {}).await;
        let sending = smtp::check(&sender, &stage::password(&servers)).await.unwrap_err();

        assert_eq!(reading, MailError::TlsExpired { host: "localhost".into() });
        assert_eq!(sending, MailError::TlsExpired { host: "localhost".into() });
    });
}

#[test]
fn a_certificate_of_another_server_is_refused_by_name() {
    let test = "accounts::a_certificate_of_another_server_is_refused_by_name";
    on_servers_with(Certificate::WrongName, test, |servers| async move {
        let reading = refused(&servers, |_| {}).await;

        assert_eq!(reading, MailError::TlsWrongName { host: "localhost".into() });
    });
}

#[test]
fn a_root_that_nothing_vouches_for_is_not_trusted() {
    let servers = MailServers::start(Certificate::Valid);
    let runtime = tokio::runtime::Runtime::new().unwrap();

    // This process has no SSL_CERT_FILE that names the test root.
    let untrusted = runtime.block_on(refused(&servers, |_| {}));

    assert_eq!(untrusted, MailError::TlsUntrusted { host: "localhost".into() });
}
