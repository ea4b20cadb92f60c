//! A mail that is made to cost too much is a request like any other, and its bytes are kept.

use quoin_core::intake::Omission;
use quoin_core::usecase;

use crate::hostile_mail;
use crate::office::Office;

#[tokio::test]
async fn what_is_too_deep_or_has_too_many_parts_is_kept_byte_for_byte() {
    let office = Office::open().await;
    for mail in [hostile_mail::deep_multiparts(), hostile_mail::deep_mails(), hostile_mail::many_parts()] {
        let id = office.request_by_mail(mail.clone()).await;

        let message = office.incoming(id).await.remove(0);
        let kept = usecase::message_source(&office.desk, message.id).await.unwrap();
        assert!(kept == mail, "{} bytes of {}", kept.len(), mail.len());
    }
    assert_eq!(
        office.count("SELECT count(*) FROM pragma_integrity_check WHERE integrity_check = 'ok'").await,
        1
    );
}

#[tokio::test]
async fn what_was_not_read_of_a_mail_is_said_beside_it() {
    let office = Office::open().await;
    let layout = "<div>".repeat(1_000);
    let mail = format!(
        "From: Jan <jan@dak.example>\nTo: info@hout.example\nSubject: Dak\nContent-Type: text/html\n\n{layout}Een offerte graag."
    );
    let too_costly = office.request_by_mail(mail.into_bytes()).await;
    let too_many = office.request_by_mail(hostile_mail::many_parts()).await;

    let message = office.incoming(too_costly).await.remove(0);
    assert_eq!((message.omissions, message.has_html), (vec![Omission::Layout], false));
    assert_eq!(message.text, "Een offerte graag.");
    assert_eq!(office.incoming(too_many).await.remove(0).omissions, [Omission::Parts]);
}

#[tokio::test]
async fn what_is_too_large_stays_in_its_mailbox_and_says_so() {
    let office = Office::open().await;
    let mail = hostile_mail::large_base64();
    let length = mail.len() as u64;

    let id = office.request_by_mail(mail).await;

    let message = office.incoming(id).await.remove(0);
    assert!(message.header_only);
    let stays = std::fs::read_dir(office.mailbox().join("in")).unwrap().flatten();
    assert_eq!(stays.map(|file| file.metadata().unwrap().len()).collect::<Vec<_>>(), [length]);
}
