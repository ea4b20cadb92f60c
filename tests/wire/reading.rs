//! Bringing mails in: each once, none lost, whatever their size.

use std::collections::HashSet;
use std::time::Duration;

use quoin_core::mail::imap::{FetchLimits, IdleEnd, ImapSession, SentCopy};
use quoin_core::mail::{MailContent, MailError, Step};

use crate::fault_proxy::{self, Fault, acceptor};
use crate::mail_server::{MailServers, certificate_files};
use crate::stage::{self, fetch_all, fetch_from, new_address};
use crate::stories;

const CUSTOMER: &str = "sophie@customer.example";

fn request(number: usize, body: &str) -> Vec<u8> {
    format!(
        "From: Sophie <{CUSTOMER}>\r\nSubject: Demande {number}\r\n\
         Message-ID: <{number}@customer.example>\r\n\r\n{body}\r\n"
    )
    .into_bytes()
}

/// A mailbox of its own with so many requests in it, and a session that looks at them.
async fn mailbox_with(servers: &MailServers, requests: usize) -> (String, ImapSession) {
    let address = new_address("offres", "delcourt.example");
    for number in 0..requests {
        servers.receive(CUSTOMER, &address, &request(number, "Bonjour"));
    }
    servers.wait_for_mails(&address, "INBOX", requests);
    let server = stage::imap(servers, &address);
    let mut session = ImapSession::open(&server, &stage::password(servers)).await.unwrap();
    session.select("INBOX").await.unwrap();
    (address, session)
}

stories! {
    async fn new_mails_are_fetched_and_a_second_fetch_brings_nothing_twice(servers) {
        let (address, mut session) = mailbox_with(&servers, 3).await;

        let first = fetch_from(&mut session, 1).await;
        let next = first.iter().map(|mail| mail.uid).max().unwrap() + 1;
        let second = fetch_from(&mut session, next).await;
        servers.receive(CUSTOMER, &address, &request(9, "Encore moi"));
        servers.wait_for_mails(&address, "INBOX", 4);
        session.select("INBOX").await.unwrap();
        let third = fetch_from(&mut session, next).await;

        assert_eq!(first.len(), 3);
        assert!(first.iter().all(|mail| mail.internal_date.is_some()));
        assert_eq!(second, []);
        assert_eq!(third.len(), 1);
        let MailContent::Whole(bytes) = &third[0].content else { panic!("not whole") };
        assert_eq!(bytes.len() as u64, third[0].size);
        assert!(bytes.ends_with(b"Encore moi\r\n"));
    }

    async fn fetching_leaves_every_mail_unread(servers) {
        let (address, mut session) = mailbox_with(&servers, 2).await;

        fetch_from(&mut session, 1).await;

        let flags = servers.doveadm("fetch", &address, &["flags", "mailbox", "INBOX", "all"]);
        assert!(!flags.contains("\\Seen"), "{flags}");
    }

    async fn batches_stay_within_their_bounds_and_lead_on_to_the_next(servers) {
        let (_, mut session) = mailbox_with(&servers, 10).await;
        let limits = FetchLimits { batch_mails: 4, ..FetchLimits::default() };

        let mut new = session.fetch_new(1, limits).await.unwrap();
        let mut sizes = Vec::new();
        let mut cursor = 0;
        while let Some(batch) = new.next_batch().await.unwrap() {
            assert!(batch.mails.iter().all(|mail| mail.uid >= cursor && mail.uid < batch.next_uid));
            cursor = batch.next_uid;
            sizes.push(batch.mails.len());
        }

        assert_eq!(sizes, [4, 4, 2]);

        let tight = FetchLimits { batch_bytes: 1, ..FetchLimits::default() };
        let mut one_by_one = session.fetch_new(1, tight).await.unwrap();
        let first = one_by_one.next_batch().await.unwrap().unwrap();
        assert_eq!((first.mails.len(), one_by_one.remaining()), (1, 9));
    }

    async fn a_mail_deleted_meanwhile_is_passed_over(servers) {
        let (address, mut session) = mailbox_with(&servers, 3).await;
        let mut new = session.fetch_new(1, FetchLimits::default()).await.unwrap();
        servers.doveadm("expunge", &address, &["mailbox", "INBOX", "uid", "2"]);

        let batch = new.next_batch().await.unwrap().unwrap();

        assert_eq!(batch.mails.iter().map(|mail| mail.uid).collect::<Vec<_>>(), [1, 3]);
        assert_eq!(batch.next_uid, 4);
    }

    async fn a_connection_cut_between_two_mails_loses_none_and_brings_none_twice(servers) {
        let (address, _) = mailbox_with(&servers, 4).await;
        let (certificate, key) = certificate_files(&servers);
        let words = b"UID FETCH 3 (UID BODY";
        let acceptor = acceptor(&certificate, &key);
        let mut broken = stage::imap(&servers, &address);
        broken.port = fault_proxy::start(acceptor, servers.imap, words, Fault::CutBefore).await;
        let one_at_a_time = FetchLimits { batch_mails: 1, ..FetchLimits::default() };

        let mut session = ImapSession::open(&broken, &stage::password(&servers)).await.unwrap();
        session.select("INBOX").await.unwrap();
        let mut new = session.fetch_new(1, one_at_a_time).await.unwrap();
        let (mut brought, mut cursor) = (Vec::new(), 1);
        let failure = loop {
            match new.next_batch().await {
                Ok(batch) => {
                    let batch = batch.unwrap();
                    brought.extend(batch.mails);
                    cursor = batch.next_uid;
                }
                Err(error) => break error,
            }
        };
        let server = stage::imap(&servers, &address);
        let mut session = ImapSession::open(&server, &stage::password(&servers)).await.unwrap();
        session.select("INBOX").await.unwrap();
        brought.extend(fetch_from(&mut session, cursor).await);

        assert_eq!(failure, MailError::ConnectionLost { step: Step::Fetch });
        assert_eq!(brought.iter().map(|mail| mail.uid).collect::<Vec<_>>(), [1, 2, 3, 4]);
    }

    async fn a_changed_uidvalidity_is_seen(servers) {
        let (address, mut session) = mailbox_with(&servers, 2).await;
        let before = session.select("INBOX").await.unwrap();
        session.close().await;

        servers.reset_uid_validity(&address, "INBOX", before.uid_validity + 7);

        let server = stage::imap(&servers, &address);
        let mut session = ImapSession::open(&server, &stage::password(&servers)).await.unwrap();
        let after = session.select("INBOX").await.unwrap();
        assert_eq!(after.uid_validity, before.uid_validity + 7);
        assert_eq!(after.exists, 2);
        assert_eq!(session.all_uids().await.unwrap().len(), 2);
    }

    async fn of_a_mail_of_60_mb_the_header_comes_and_the_next_mail_whole(servers) {
        let address = new_address("offres", "delcourt.example");
        let line = "x".repeat(900) + "\r\n";
        servers.receive(CUSTOMER, &address, &request(60, &line.repeat(60 * 1024 * 1024 / line.len())));
        servers.receive(CUSTOMER, &address, &request(20, &line.repeat(20 * 1024 * 1024 / line.len())));
        servers.wait_for_mails(&address, "INBOX", 2);

        let mails = fetch_all(&servers, &address, "INBOX").await;

        let (large, whole): (Vec<_>, Vec<_>) = mails.iter().partition(|mail| mail.size > 50 << 20);
        let MailContent::TooLarge { header } = &large[0].content else { panic!("not cut") };
        assert!(String::from_utf8_lossy(header).contains("Subject: Demande 60\r\n"));
        assert!(header.ends_with(b"\r\n\r\n") && header.len() < 2000);
        let MailContent::Whole(bytes) = &whole[0].content else { panic!("not whole") };
        assert!(bytes.len() > 20_000_000 && bytes.len() as u64 == whole[0].size);
    }

    async fn a_folder_with_an_accent_in_its_name_is_read_like_any_other(servers) {
        let (address, mut session) = mailbox_with(&servers, 1).await;
        servers.doveadm("mailbox create", &address, &["Demandes/Été"]);
        servers.doveadm("move", &address, &["Demandes/Été", "mailbox", "INBOX", "all"]);

        session.select("Demandes/Été").await.unwrap();

        assert_eq!(fetch_from(&mut session, 1).await.len(), 1);
    }

    async fn a_refused_folder_does_not_end_the_session(servers) {
        let (_, mut session) = mailbox_with(&servers, 1).await;

        let missing = session.select("Nulle part").await;

        assert_eq!(missing, Err(MailError::FolderMissing { folder: "Nulle part".into() }));
        assert_eq!(session.select("INBOX").await.unwrap().exists, 1);
    }

    async fn a_copy_goes_into_the_marked_sent_folder_once(servers) {
        let (address, mut session) = mailbox_with(&servers, 0).await;
        let mail = stage::composed(&address, &[CUSTOMER]);
        let folder = "Messages envoyés".to_owned();
        assert!(!session.is_in_sent(&mail.message_id).await.unwrap());

        let first = session.append_to_sent(&mail.message_id, &mail.bytes).await;
        let second = session.append_to_sent(&mail.message_id, &mail.bytes).await;

        assert_eq!(first, Ok(SentCopy::Added { folder: folder.clone() }));
        assert_eq!(second, Ok(SentCopy::AlreadyThere { folder: folder.clone() }));
        assert!(session.is_in_sent(&mail.message_id).await.unwrap());
        let copies = fetch_all(&servers, &address, &folder).await;
        assert_eq!(copies.len(), 1);
        assert_eq!(copies[0].content, MailContent::Whole(mail.bytes));
        let flags = servers.doveadm("fetch", &address, &["flags", "mailbox", &folder, "all"]);
        assert!(flags.contains("\\Seen"));
    }

    async fn waiting_ends_when_a_mail_arrives_or_the_time_is_over(servers) {
        let (address, mut session) = mailbox_with(&servers, 0).await;

        let quiet = session.idle(Duration::from_millis(50)).await;
        let news = async {
            let idle = session.idle(Duration::from_secs(60));
            let arrival = tokio::task::spawn_blocking(move || {
                servers.receive(CUSTOMER, &address, &request(1, "Bonjour"));
            });
            let (idle, arrival) = tokio::join!(idle, arrival);
            arrival.unwrap();
            idle
        }
        .await;

        assert_eq!(quiet, Ok(IdleEnd::Quiet));
        assert_eq!(news, Ok(IdleEnd::Changed));
        assert_eq!(fetch_from(&mut session, 1).await.len(), 1);
    }

    async fn every_mail_has_one_uid_and_is_found_by_its_message_id(servers) {
        let (_, mut session) = mailbox_with(&servers, 5).await;

        let uids = session.all_uids().await.unwrap();

        assert_eq!(uids.iter().collect::<HashSet<_>>().len(), 5);
        assert_eq!(session.search_message_id("3@customer.example").await.unwrap().len(), 1);
        assert_eq!(session.search_message_id("no\"such\\id@x").await, Ok(Vec::new()));
        let refused = session.search_message_id("a\r\nA1 DELETE INBOX").await;
        assert_eq!(refused, Err(MailError::ControlCharacter { field: "message_id" }));
    }
}
