use std::convert::Infallible;
use std::future::ready;

use super::*;
use crate::mail::compose::Envelope;

fn composed(message_id: &str) -> ComposedMail {
    ComposedMail {
        message_id: message_id.to_owned(),
        bytes: b"Subject: Offre\r\n\r\nBonjour\r\n".to_vec(),
        envelope: Envelope {
            from: "offres@delcourt.example".into(),
            recipients: vec!["sophie@customer.example".into()],
        },
    }
}

async fn mailbox() -> (tempfile::TempDir, FolderMailbox) {
    let directory = tempfile::tempdir().unwrap();
    let mailbox = FolderMailbox::new(directory.path());
    mailbox.prepare().await.unwrap();
    (directory, mailbox)
}

#[tokio::test]
async fn whole_mails_are_listed_in_a_stable_order_and_unfinished_ones_are_not() {
    let (directory, mailbox) = mailbox().await;
    for name in ["b.eml", "a.eml", "C.EML", ".hidden.eml", "d.eml.part", "note.txt"] {
        fs::write(directory.path().join("in").join(name), "Subject: x\n\nhello\n").unwrap();
    }
    fs::create_dir(directory.path().join("in/folder.eml")).unwrap();

    assert_eq!(mailbox.list_names().await.unwrap().names, ["C.EML", "a.eml", "b.eml"]);
    assert_eq!(mailbox.check().await, Ok(3));
    assert_eq!(mailbox.read("a.eml", 1000).await, Ok(MailContent::Whole(b"Subject: x\n\nhello\n".to_vec())));
}

#[tokio::test]
async fn of_a_mail_over_the_limit_the_header_is_read() {
    let (directory, mailbox) = mailbox().await;
    fs::write(directory.path().join("in/big.eml"), format!("Subject: x\n\n{}", "y".repeat(99))).unwrap();

    let header = b"Subject: x\n\n".to_vec();
    assert_eq!(mailbox.read("big.eml", 50).await, Ok(MailContent::TooLarge { header }));
}

#[tokio::test]
async fn a_name_that_leads_out_of_the_folder_is_refused() {
    let (_directory, mailbox) = mailbox().await;

    for name in ["../secret.eml", "/etc/passwd", "..", ""] {
        let refused = mailbox.read(name, 1000).await;
        assert_eq!(refused.map_err(|error| error.code()), Err("folder_missing"), "{name}");
    }
}

#[tokio::test]
async fn a_delivered_mail_lies_whole_in_out_and_its_copy_in_sent() {
    let (directory, mailbox) = mailbox().await;
    let mail = composed("id/1@delcourt.example");

    let outcome = mailbox.deliver(&mail, ready(Ok::<(), Infallible>(()))).await.unwrap();
    let first = mailbox.append_to_sent(&mail.message_id, &mail.bytes).await.unwrap();
    let second = mailbox.append_to_sent(&mail.message_id, &mail.bytes).await.unwrap();

    assert_eq!(outcome.code(), "sent");
    assert_eq!(first, SentCopy::Added { folder: "sent".into() });
    assert_eq!(second, SentCopy::AlreadyThere { folder: "sent".into() });
    assert!(mailbox.is_in_sent(&mail.message_id).await.unwrap());
    for part in ["out", "sent"] {
        let files: Vec<_> = fs::read_dir(directory.path().join(part)).unwrap().collect();
        assert_eq!(files.len(), 1);
        let path = directory.path().join(part).join("id_1@delcourt.example.eml");
        assert_eq!(fs::read(path).unwrap(), mail.bytes);
    }
}

#[tokio::test]
async fn nothing_is_written_when_the_outbox_could_not_record_the_start() {
    let (directory, mailbox) = mailbox().await;

    let refused = mailbox.deliver(&composed("1@a.example"), ready(Err("disk full"))).await;

    assert_eq!(refused, Err("disk full"));
    assert_eq!(fs::read_dir(directory.path().join("out")).unwrap().count(), 0);
}

#[tokio::test]
async fn a_missing_directory_is_named() {
    let mailbox = FolderMailbox::new("/no/such/directory");

    assert_eq!(mailbox.prepare().await.map_err(|e| e.code()), Err("folder_missing"));
    assert_eq!(mailbox.check().await.map_err(|e| e.code()), Err("folder_missing"));
    let outcome = mailbox.deliver(&composed("1@a.example"), ready(Ok::<(), Infallible>(()))).await;
    assert_eq!(outcome.unwrap().code(), "retry");
}
