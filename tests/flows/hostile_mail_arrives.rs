//! A mail that is made to cost too much is a request like any other, and its bytes are kept.

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
