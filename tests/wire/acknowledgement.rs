//! A request comes over Postfix and Dovecot, and its acknowledgement goes back the same way.

use quoin_core::clock::Clock;
use quoin_core::desk::Desk;
use quoin_core::intake::{IntakeContext, MailClass, read_mail};
use quoin_core::mail::MailContent;
use quoin_core::mail::compose::compose;
use quoin_core::mailbox::{AccountMode, ConnectionSecurity, NewAccount};
use quoin_core::request::{self, RequestFilter};
use quoin_core::secret::SecretStore;
use quoin_core::settings::Acknowledgement;
use quoin_core::usecase;
use quoin_core::worker;

use crate::mail_server::MailServers;
use crate::sending::send;
use crate::stage::{self, fetch_all, new_address};
use crate::stories;

fn account(servers: &MailServers, address: &str) -> NewAccount {
    NewAccount::Imap {
        name: String::new(),
        address: address.to_owned(),
        display_name: "Delcourt & Fils".into(),
        imap_host: servers.host.clone(),
        imap_port: servers.imaps,
        imap_security: ConnectionSecurity::Tls,
        smtp_host: servers.host.clone(),
        smtp_port: servers.smtps,
        smtp_security: ConnectionSecurity::Tls,
        user_name: String::new(),
        folder: String::new(),
        mode: AccountMode::Dedicated,
    }
}

/// A company that acknowledges at once.
async fn company(servers: &MailServers, address: &str, folder: &std::path::Path) -> Desk {
    let desk = Desk::open(folder, Clock::System, SecretStore::memory()).await.unwrap();
    usecase::connect_mailbox(&desk, account(servers, address), stage::password(servers)).await.unwrap();
    let settings = usecase::show_settings(&desk).await.unwrap();
    let mut preferences = settings.preferences;
    preferences.undo_seconds = 0;
    usecase::save_preferences(&desk, preferences).await.unwrap();
    let acknowledgement = Acknowledgement { enabled: true, ..settings.acknowledgement };
    usecase::save_acknowledgement(&desk, acknowledgement).await.unwrap();
    desk
}

/// The mails in somebody's INBOX, byte for byte.
async fn inbox(servers: &MailServers, address: &str) -> Vec<Vec<u8>> {
    let mails = fetch_all(servers, address, "INBOX").await.into_iter();
    mails
        .map(|mail| if let MailContent::Whole(bytes) = mail.content { bytes } else { panic!("not whole") })
        .collect()
}

stories! {
    async fn a_request_is_acknowledged_over_the_wire_and_an_answering_machine_ends_it(servers) {
        let ours = new_address("offres", "delcourt.example");
        let customer = new_address("sophie", "customer.example");
        let folder = tempfile::tempdir().unwrap();
        let desk = company(&servers, &ours, folder.path()).await;
        let mut letter = stage::letter(&customer, &[&ours]);
        letter.date = Clock::System.now().plus_seconds(1);
        letter.text = "Bonjour, pourriez-vous me faire un devis pour la façade ? Merci d’avance.".into();
        send(&servers, &stage::smtp(&servers, &customer), &compose(&letter).unwrap()).await;
        servers.wait_for_mails(&ours, "INBOX", 1);

        let first = worker::sync(&desk, None).await.unwrap();
        assert_eq!((first.intake.requests, first.send.sent), (1, 1));
        servers.wait_for_mails(&customer, "INBOX", 1);

        let received = inbox(&servers, &customer).await.remove(0);
        let wire = String::from_utf8_lossy(&received);
        assert!(wire.starts_with(&format!("Return-Path: <{ours}>\r\n")), "{wire}");
        assert!(wire.contains("\r\nAuto-Submitted: auto-replied\r\n"), "{wire}");
        assert!(wire.contains("\r\nX-Auto-Response-Suppress: All\r\n"), "{wire}");
        assert!(wire.contains(&format!("\r\nIn-Reply-To: <{}>\r\n", letter.message_id)), "{wire}");
        let read = read_mail(&received, &IntakeContext::default());
        assert_eq!((read.class, read.subject.starts_with("Votre demande est bien arrivée [D-")), (MailClass::AutoReply, true));

        // The customer's own machine answers, as one that keeps to no rule would: without any mark.
        let mut machine = stage::letter(&customer, &[&ours]);
        machine.date = Clock::System.now();
        machine.subject = format!("Re: {}", read.subject);
        machine.in_reply_to = read.message_id;
        send(&servers, &stage::smtp(&servers, &customer), &compose(&machine).unwrap()).await;
        servers.wait_for_mails(&ours, "INBOX", 2);
        let second = worker::sync(&desk, None).await.unwrap();

        assert_eq!((second.intake.requests, second.intake.messages, second.send.sent), (0, 1, 0));
        let rows = request::page(&mut desk.reader().await.unwrap(), &RequestFilter::default(), None, 10).await.unwrap().rows;
        assert_eq!(rows.len(), 1);
        assert_eq!(inbox(&servers, &customer).await.len(), 1);
        desk.close().await;
    }
}
