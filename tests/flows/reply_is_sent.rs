//! A reply leaves: in its thread, once, with a copy in Sent.

use quoin_core::outbox::{OutboxState, RecipientState};
use quoin_core::request::{Status, Waiting};
use quoin_core::usecase;

use crate::letter::{Letter, field, identifier};
use crate::office::Office;

#[tokio::test]
async fn a_reply_leaves_in_the_thread_with_a_copy_in_sent() {
    let office = Office::open().await;
    let id = office
        .request_by_mail(Letter::from_sophie("Escalier").with("Message-ID", "<ask@courrier.example>"))
        .await;

    office.reply(id, "Bonjour Sophie,\nC’est noté.").await;
    let sent = office.mail_leaves().await;

    assert_eq!(sent.sent, 1);
    let left = office.left();
    assert_eq!(left.len(), 1);
    assert_eq!(identifier(&left[0], "In-Reply-To"), "ask@courrier.example");
    assert_eq!(identifier(&left[0], "References"), "ask@courrier.example");
    let ours = office.outgoing(id).await.remove(0);
    assert_eq!(Some(identifier(&left[0], "Message-ID")), ours.message_id);
    assert_eq!(office.copies(), left, "the copy is the very mail");
    assert!(
        field(&left[0], "Subject").is_some_and(|subject| subject.contains("[D-2026-0001]")),
        "our reference is in the subject"
    );
    let delivery = ours.delivery.unwrap();
    assert_eq!((delivery.state, delivery.copied_to_sent), (OutboxState::Sent, true));
    assert_eq!(delivery.recipients[0].state, RecipientState::Accepted);
}

#[tokio::test]
async fn the_request_is_replied_at_the_click_and_waits_for_the_customer() {
    let office = Office::open().await;
    let id = office.request_by_mail(Letter::from_sophie("Escalier")).await;

    office.reply(id, "Bonjour").await;

    let row = office.request(id).await.row;
    assert_eq!((row.status, row.waiting, row.unread), (Status::Replied, Waiting::Customer, false));
    assert_eq!(office.timeline(id).await, ["received", "replied"]);
    office.mail_leaves().await;
    assert_eq!(office.timeline(id).await, ["received", "replied", "delivered"]);
}

#[tokio::test]
async fn a_second_answer_names_the_whole_thread() {
    let office = Office::open().await;
    let id = office
        .request_by_mail(Letter::from_sophie("Escalier").with("Message-ID", "<ask@courrier.example>"))
        .await;
    office.reply(id, "Une question").await;
    office.mail_leaves().await;
    let ours = office.outgoing(id).await[0].message_id.clone().unwrap();
    office.mail_arrives(
        "again.eml",
        Letter::from_sophie("Re: Escalier")
            .answering(&ours)
            .with("Message-ID", "<again@courrier.example>")
            .with("Date", "Mon, 02 Mar 2026 09:01:00 +0000"),
    );
    office.round().await;

    office.reply(id, "Merci").await;
    office.mail_leaves().await;

    let left = office.left();
    let second =
        left.iter().find(|mail| identifier(mail, "In-Reply-To") == "again@courrier.example").unwrap();
    assert_eq!(
        field(second, "References").unwrap(),
        format!("<ask@courrier.example> <{ours}> <again@courrier.example>")
    );
}

#[tokio::test]
async fn until_the_time_to_take_it_back_is_over_nothing_leaves_unless_told_to() {
    let office = Office::open().await;
    let id = office.request_by_mail(Letter::from_sophie("Escalier")).await;
    let outbox = office.reply(id, "Bonjour").await;

    office.round().await;
    office.clock.advance_seconds(9);
    office.round().await;
    assert!(office.left().is_empty());

    usecase::send_now(&office.desk, outbox).await.unwrap();
    assert_eq!(office.round().await.send.sent, 1);
}

#[tokio::test]
async fn a_recipients_capital_letters_do_not_matter() {
    let office = Office::open().await;
    let id = office.request_by_mail(Letter::from_sophie("Escalier")).await;
    let draft = usecase::open_draft(
        &office.desk,
        office.amelie(),
        id,
        quoin_core::conversation::DraftKind::Reply,
        None,
    )
    .await
    .unwrap();
    let person = |address: &str| quoin_core::conversation::DraftPerson {
        name: String::new(),
        address: address.into(),
    };
    let text = quoin_core::conversation::DraftText {
        to: vec![person("Sophie.Lambert@Courrier.Example")],
        cc: vec![],
        subject: "x".into(),
        text: "y".into(),
        quotes: false,
    };
    usecase::save_draft(&office.desk, draft.id, &text).await.unwrap();

    usecase::send_draft(&office.desk, office.amelie(), draft.id).await.unwrap();
    office.mail_leaves().await;

    let delivery = office.outgoing(id).await.remove(0).delivery.unwrap();
    assert_eq!(
        delivery.recipients.iter().map(|one| one.state).collect::<Vec<_>>(),
        [RecipientState::Accepted]
    );
}

#[tokio::test]
async fn files_go_with_the_mail_and_can_be_opened_from_the_conversation() {
    let office = Office::open().await;
    let id = office.request_by_mail(Letter::from_sophie("Escalier")).await;
    let draft = usecase::open_draft(
        &office.desk,
        office.amelie(),
        id,
        quoin_core::conversation::DraftKind::Reply,
        None,
    )
    .await
    .unwrap();
    let plan = office.home().join("plan été.pdf");
    std::fs::write(&plan, b"%PDF-1.7 plan").unwrap();
    usecase::attach_files(&office.desk, draft.id, &[plan]).await.unwrap();

    usecase::send_draft(&office.desk, office.amelie(), draft.id).await.unwrap();
    office.mail_leaves().await;

    let file = office.outgoing(id).await.remove(0).attachments.remove(0);
    assert_eq!((file.name.as_str(), file.mime.as_str()), ("plan été.pdf", "application/pdf"));
    assert_eq!(usecase::attachment_file(&office.desk, file.id).await.unwrap().bytes, b"%PDF-1.7 plan");
}

#[tokio::test]
async fn the_mail_stored_is_the_mail_that_left() {
    let office = Office::open().await;
    let id = office.request_by_mail(Letter::from_sophie("Escalier")).await;
    office.reply(id, ".\r\n..\nFrom moi\n").await;
    office.mail_leaves().await;

    let message = office.outgoing(id).await.remove(0);
    assert_eq!(usecase::message_source(&office.desk, message.id).await.unwrap(), office.left()[0]);
}
