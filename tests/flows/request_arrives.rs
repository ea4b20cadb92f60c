//! A mail arrives and becomes a request; nothing that arrives is ever dropped or doubled.

use quoin_core::intake;
use quoin_core::mailbox::{self, FolderCursor, IntakeSource};
use quoin_core::report;
use quoin_core::request::{Origin, Status, Waiting};
use quoin_core::usecase::{self, BroughtMail};
use quoin_core::worker;

use crate::letter::Letter;
use crate::office::{OUR_ADDRESS, Office};

#[tokio::test]
async fn a_mail_becomes_a_request_that_waits_for_us() {
    let office = Office::open().await;

    let id =
        office.request_by_mail(Letter::from_sophie("Escalier en hêtre").saying("Bonjour, quel prix ?")).await;

    let request = office.request(id).await;
    assert_eq!(
        (request.row.status, request.row.waiting, request.row.unread),
        (Status::Received, Waiting::Us, true)
    );
    assert_eq!(request.row.subject, "Escalier en hêtre");
    assert_eq!(
        (request.requester.name.as_str(), request.requester.address.as_str()),
        ("Sophie Lambert", "sophie.lambert@courrier.example")
    );
    assert_eq!(request.row.reference, "D-2026-0001");
    assert_eq!((request.origin, request.mailbox_address.as_str()), (Origin::Mail, OUR_ADDRESS));
    let messages = office.incoming(id).await;
    assert_eq!(messages.len(), 1);
    assert_eq!(messages[0].text.trim(), "Bonjour, quel prix ?");
    assert_eq!(office.timeline(id).await, ["received"]);
}

#[tokio::test]
async fn what_came_is_kept_byte_for_byte() {
    let office = Office::open().await;
    let mail = Letter::from_sophie("Châssis").with("X-Odd", "a\tb").bytes();

    let id = office.request_by_mail(mail.clone()).await;

    let message = office.incoming(id).await.remove(0);
    assert_eq!(usecase::message_source(&office.desk, message.id).await.unwrap(), mail);
}

#[tokio::test]
async fn a_second_round_changes_nothing() {
    let office = Office::open().await;
    office.mail_arrives("1.eml", Letter::from_sophie("Escalier"));
    office.mail_arrives("2.eml", Letter::from("Jan Peeters", "jan@peeters.example", "Keuken"));

    let first = office.round().await;
    let second = office.round().await;

    assert_eq!((first.fetched, first.intake.requests), (2, 2));
    assert_eq!((second.fetched, second.intake.requests), (0, 0));
    assert_eq!(office.requests().await.len(), 2);
}

#[tokio::test]
async fn a_restart_reads_the_mailbox_at_once_and_brings_nothing_twice() {
    let office = Office::open().await;
    office.request_by_mail(Letter::from_sophie("Escalier")).await;

    let office = office.reopen().await;
    office.mail_arrives("later.eml", Letter::from_sophie("Porte"));
    let round = office.round().await;

    assert_eq!((round.fetched, round.intake.requests), (1, 1));
    assert_eq!(office.requests().await.len(), 2);
}

#[tokio::test]
async fn a_mail_stored_before_a_kill_is_read_after_the_restart() {
    let office = Office::open().await;
    let cursor = cursor_of(&office).await;
    let mail = brought("a.eml", Letter::from_sophie("Escalier").bytes());
    usecase::store_mails(&office.desk, office.account, IntakeSource::Mailbox, &[mail], cursor).await.unwrap();

    let office = office.reopen().await;
    assert!(office.requests().await.is_empty());
    office.round().await;

    assert_eq!(office.requests().await.len(), 1);
}

#[tokio::test]
async fn the_same_bytes_in_two_places_are_one_mail() {
    let office = Office::open().await;
    let mail = Letter::from_sophie("Escalier").bytes();
    office.mail_arrives("inbox.eml", mail.clone());
    office.mail_arrives("copy.eml", mail);

    office.round().await;

    let requests = office.requests().await;
    assert_eq!(requests.len(), 1);
    assert_eq!(office.incoming(requests[0].id).await.len(), 1);
}

#[tokio::test]
async fn the_same_message_id_with_other_bytes_is_kept_and_flagged() {
    let office = Office::open().await;
    let id = office
        .request_by_mail(Letter::from_sophie("Escalier").with("Message-ID", "<one@courrier.example>"))
        .await;

    office.mail_arrives(
        "other.eml",
        Letter::from_sophie("Escalier").with("Message-ID", "<one@courrier.example>").saying("Autre texte"),
    );
    office.round().await;

    let messages = office.incoming(id).await;
    assert_eq!(messages.len(), 2, "neither is lost");
    assert_eq!((messages[0].same_id_as_other, messages[1].same_id_as_other), (false, true));
    assert_eq!(office.requests().await.len(), 1);
}

#[tokio::test]
async fn whatever_cannot_be_read_is_a_request_one_can_see_and_export() {
    let junk: [&[u8]; 5] = [
        b"",
        b"\r\n\r\n",
        b"\0\xff\xfe\x80 no mail at all",
        b"GIF89a\x01\x00\x01\x00",
        b"From:\nSubject\n: :\n\n",
    ];
    for bytes in junk {
        let office = Office::open().await;

        let id = office.request_by_mail(bytes).await;

        let message = office.incoming(id).await.remove(0);
        assert_eq!(usecase::message_source(&office.desk, message.id).await.unwrap(), bytes);
    }
}

#[tokio::test]
async fn a_mail_in_which_there_is_nothing_says_that_it_cannot_be_read() {
    let office = Office::open().await;

    let id = office.request_by_mail(b"".as_slice()).await;

    assert_eq!(office.request(id).await.origin, Origin::Unreadable);
}

#[tokio::test]
async fn of_a_mail_of_60_mb_the_header_is_shown() {
    let office = Office::open().await;
    let mut mail = Letter::from_sophie("Plans complets").bytes();
    mail.resize(60 * 1024 * 1024, b'x');

    let id = office.request_by_mail(mail).await;

    let request = office.request(id).await;
    assert_eq!(request.row.subject, "Plans complets");
    assert!(office.incoming(id).await[0].header_only, "the window says that the whole is in the mailbox");
    assert_eq!(office.count("SELECT count(*) FROM mail_location WHERE truncated = 1").await, 1);
}

#[tokio::test]
async fn a_mail_that_is_no_request_is_listed_with_its_reason_and_can_become_one() {
    let office = Office::open().await;
    office.mail_arrives(
        "news.eml",
        Letter::from("Bois & Co", "news@bois.example", "Promotions")
            .with("List-Id", "<news.bois.example>")
            .with("Precedence", "bulk"),
    );

    let round = office.round().await;

    assert_eq!(round.intake.ignored, 1);
    assert!(office.requests().await.is_empty());
    let ignored = report::ignored(&mut office.desk.reader().await.unwrap(), 10).await.unwrap();
    assert_eq!(ignored.len(), 1);
    assert_eq!(ignored[0].subject, "Promotions");
    assert!(ignored[0].reason.starts_with("list"), "{}", ignored[0].reason);

    let first =
        usecase::make_request_of_mail(&office.desk, office.amelie(), &ignored[0].sha256).await.unwrap();
    let again =
        usecase::make_request_of_mail(&office.desk, office.amelie(), &ignored[0].sha256).await.unwrap();
    assert_eq!(first, again, "asked twice, it is one request");
    assert_eq!(office.incoming(first).await.len(), 1);
}

#[tokio::test]
async fn in_a_triage_mailbox_a_mail_waits_to_be_made_a_request() {
    let office = Office::open().await;
    sqlx::query("UPDATE account SET mode = 'triage'")
        .execute(&mut office.behind_the_back().await)
        .await
        .unwrap();
    office.mail_arrives("1.eml", Letter::from_sophie("Escalier"));

    office.round().await;

    assert!(office.requests().await.is_empty());
    let ignored = report::ignored(&mut office.desk.reader().await.unwrap(), 10).await.unwrap();
    assert_eq!(ignored[0].reason, "triage");
}

#[tokio::test]
async fn a_file_name_can_be_used_again_once_its_file_was_taken_away() {
    let office = Office::open().await;
    office.mail_arrives("request.eml", Letter::from_sophie("Escalier"));
    office.round().await;

    std::fs::remove_file(office.mailbox().join("in/request.eml")).unwrap();
    office.round().await;
    office.mail_arrives("request.eml", Letter::from_sophie("Porte"));
    office.round().await;

    assert_eq!(office.requests().await.len(), 2);
}

#[tokio::test]
async fn one_mail_that_cannot_be_placed_does_not_hold_up_the_others() {
    let office = Office::open().await;
    let trap = "CREATE TRIGGER trap BEFORE INSERT ON message WHEN new.subject = 'Poison' BEGIN SELECT RAISE(ABORT, 'trap'); END";
    sqlx::query(trap).execute(&mut office.behind_the_back().await).await.unwrap();
    office.mail_arrives("1.eml", Letter::from_sophie("Poison"));
    office.mail_arrives("2.eml", Letter::from_sophie("Porte"));

    office.round().await;

    let requests = office.requests().await;
    assert!(requests.iter().any(|request| request.subject == "Porte"));
    assert_eq!(requests.len(), 2, "the other one is there too, as unreadable");
}

#[tokio::test]
async fn our_own_mail_in_the_mailbox_is_no_request() {
    let office = Office::open().await;
    let id = office.request_by_mail(Letter::from_sophie("Escalier")).await;
    office.reply(id, "Bien reçu.").await;
    office.mail_leaves().await;
    let copy = [b"Received: by the server\r\n".as_slice(), &office.left()[0]].concat();

    office.mail_arrives("own.eml", copy);
    office.round().await;

    assert_eq!(office.requests().await.len(), 1);
    assert_eq!(office.incoming(id).await.len(), 1);
}

#[tokio::test]
async fn a_strangers_mail_that_bears_our_message_id_is_not_taken_for_our_own() {
    let office = Office::open().await;
    let id = office.request_by_mail(Letter::from_sophie("Escalier")).await;
    office.reply(id, "Bien reçu.").await;
    let ours = office.outgoing(id).await[0].message_id.clone().unwrap();

    office.mail_arrives(
        "odd.eml",
        Letter::from_sophie("Escalier")
            .with("Message-ID", &format!("<{ours}>"))
            .saying("Une question encore"),
    );
    office.round().await;

    let messages = office.incoming(id).await;
    assert_eq!(messages.len(), 2, "it is kept, in the conversation");
    assert!(messages[1].same_id_as_other);
}

#[tokio::test]
async fn a_sender_with_a_wrong_clock_does_not_choose_our_reference() {
    let office = Office::open().await;

    let old = office
        .request_by_mail(Letter::from_sophie("Escalier").with("Date", "Fri, 01 Jan 1999 10:00:00 +0000"))
        .await;
    let future = office
        .request_by_mail(Letter::from_sophie("Porte").with("Date", "Fri, 01 Jan 2100 10:00:00 +0000"))
        .await;

    assert_eq!(office.request(old).await.row.reference, "D-2026-0001");
    assert_eq!(office.request(future).await.row.reference, "D-2026-0002");
    assert!(office.request(future).await.row.activity_at <= office.clock.now());
}

#[tokio::test]
async fn a_changed_numbering_never_keeps_mail_out() {
    let office = Office::open().await;
    let numbering =
        |request: &str| quoin_core::settings::Numbering { request: request.into(), ..Default::default() };
    usecase::save_numbering(&office.desk, numbering("{year}-1{number}")).await.unwrap();
    office.request_by_mail(Letter::from_sophie("Un")).await;
    usecase::save_numbering(&office.desk, numbering("{year}-{number}")).await.unwrap();

    for subject in ["2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"] {
        office.request_by_mail(Letter::from_sophie(subject)).await;
    }

    assert_eq!(office.requests().await.len(), 12);
}

#[tokio::test]
async fn the_window_is_told_after_the_commit() {
    let office = Office::open().await;
    let mut changes = office.desk.changes();

    let id = office.request_by_mail(Letter::from_sophie("Escalier")).await;

    let mut told = Vec::new();
    while let Ok(change) = changes.try_recv() {
        told.push(change);
    }
    assert!(told.contains(&quoin_core::change::Change::Request(id)), "{told:?}");
}

#[tokio::test]
async fn when_the_mailbox_is_gone_it_says_so_and_goes_on_when_it_is_back() {
    let office = Office::open().await;
    let (mailbox, away) = (office.mailbox(), office.home().join("away"));
    std::fs::rename(&mailbox, &away).unwrap();

    let failed = office.round().await;
    let status = usecase::sync_status(&office.desk).await.unwrap();

    assert_eq!(failed.errors.len(), 1);
    assert_eq!((status.failing, status.accounts[0].last_error.as_deref()), (1, Some(failed.errors[0].1)));

    std::fs::rename(&away, &mailbox).unwrap();
    office.mail_arrives("1.eml", Letter::from_sophie("Escalier"));
    assert_eq!(office.round().await.fetched, 1);
    let status = usecase::sync_status(&office.desk).await.unwrap();
    assert_eq!((status.failing, status.up_to_date_at), (0, Some(office.clock.now())));
}

#[tokio::test]
async fn a_mailbox_that_another_process_reads_is_left_alone_until_its_claim_ends() {
    let office = Office::open().await;
    let until = office.clock.now().plus_seconds(60).0;
    sqlx::query("UPDATE account SET claimed_by = 'another', claimed_until = $1")
        .bind(until)
        .execute(&mut office.behind_the_back().await)
        .await
        .unwrap();
    office.mail_arrives("1.eml", Letter::from_sophie("Escalier"));

    assert_eq!(office.round().await.fetched, 0);
    office.clock.advance_seconds(61);
    assert_eq!(office.round().await.fetched, 1);
    assert_eq!(
        office.count("SELECT count(*) FROM account WHERE claimed_by IS NOT NULL").await,
        0,
        "a claim ends with the work"
    );
}

#[tokio::test]
async fn raw_bytes_are_stored_even_when_nobody_reads_them_yet() {
    let office = Office::open().await;
    office.mail_arrives("1.eml", Letter::from_sophie("Escalier"));

    worker::read_mailbox(&office.desk, office.account).await.unwrap();

    assert_eq!(office.count("SELECT count(*) FROM raw_mail").await, 1);
    assert_eq!(office.count("SELECT count(*) FROM intake WHERE outcome IS NULL").await, 1);
    let raw = intake::read_mail(&Letter::from_sophie("Escalier").bytes(), &Default::default());
    assert!(raw.unreadable.is_none());
}

fn brought(locator: &str, bytes: Vec<u8>) -> BroughtMail {
    BroughtMail { locator: locator.into(), bytes, received_at: None, truncated: false }
}

async fn cursor_of(office: &Office) -> FolderCursor {
    let mut write = office.desk.write().await.unwrap();
    let cursor = mailbox::folder_cursor(&mut write, office.account, "INBOX").await.unwrap();
    write.commit().await.unwrap();
    cursor
}
