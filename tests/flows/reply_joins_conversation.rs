//! A customer writes again: their mail finds its conversation, and nobody else's does.

use quoin_core::conversation::Entry;
use quoin_core::intake::MailClass;
use quoin_core::request::{RequestDetail, Status, Waiting};
use quoin_core::usecase;

use crate::letter::Letter;
use crate::office::Office;

async fn answered_request(office: &Office) -> (quoin_core::id::RequestId, String) {
    let id = office.request_by_mail(Letter::from_sophie("Escalier")).await;
    office.reply(id, "Bien reçu.").await;
    office.mail_leaves().await;
    let ours = office.outgoing(id).await[0].message_id.clone().unwrap();
    (id, ours)
}

async fn receive(office: &Office, letter: Letter) {
    office.clock.advance_seconds(4 * 3600);
    office.mail_arrives(
        &format!("{}.eml", uuid::Uuid::now_v7()),
        letter.with("Date", "Mon, 02 Mar 2026 12:00:00 +0000"),
    );
    office.round().await;
}

#[tokio::test]
async fn an_answer_to_our_mail_joins_and_waits_for_us_again() {
    let office = Office::open().await;
    let (id, ours) = answered_request(&office).await;
    assert_eq!(office.request(id).await.row.waiting, Waiting::Customer);

    receive(&office, Letter::from_sophie("Re: Escalier").answering(&ours)).await;

    let request = office.request(id).await;
    assert_eq!(
        (request.row.status, request.row.waiting, request.row.unread),
        (Status::Replied, Waiting::Us, true)
    );
    assert_eq!(office.incoming(id).await.len(), 2);
    assert_eq!(office.requests().await.len(), 1);
    assert_eq!(office.timeline(id).await.last().map(String::as_str), Some("message_received"));
}

#[tokio::test]
async fn references_alone_are_enough() {
    let office = Office::open().await;
    let (id, ours) = answered_request(&office).await;

    receive(
        &office,
        Letter::from_sophie("Escalier").with("References", &format!("<unknown@x.example> <{ours}>")),
    )
    .await;

    assert_eq!(office.incoming(id).await.len(), 2);
}

#[tokio::test]
async fn our_reference_joins_when_a_participant_writes_it() {
    let office = Office::open().await;
    let (id, _) = answered_request(&office).await;

    receive(&office, Letter::from_sophie("Ma demande [D-2026-0001]")).await;
    receive(&office, Letter::from("Quelqu’un", "intrus@ailleurs.example", "Ma demande [D-2026-0001]")).await;

    assert_eq!(office.incoming(id).await.len(), 2, "the participant's joins");
    assert_eq!(office.requests().await.len(), 2, "the stranger's does not");
}

#[tokio::test]
async fn a_reference_in_the_companys_own_way_of_writing_is_found() {
    let office = Office::open().await;
    let numbering =
        quoin_core::settings::Numbering { request: "Demande-{year}-{number}".into(), ..Default::default() };
    usecase::save_numbering(&office.desk, numbering).await.unwrap();
    let (id, _) = answered_request(&office).await;

    receive(&office, Letter::from_sophie("Suite [Demande-2026-1]")).await;

    assert_eq!(office.incoming(id).await.len(), 2);
}

#[tokio::test]
async fn a_known_subject_alone_never_joins() {
    let office = Office::open().await;
    let (id, _) = answered_request(&office).await;

    receive(&office, Letter::from_sophie("Re: Escalier").with("Message-ID", "<new@courrier.example>")).await;

    assert_eq!(office.incoming(id).await.len(), 1);
    assert_eq!(office.requests().await.len(), 2);
}

#[tokio::test]
async fn an_answer_to_a_cancelled_request_is_seen_and_leaves_the_status_to_us() {
    let office = Office::open().await;
    let (id, ours) = answered_request(&office).await;
    usecase::set_status(&office.desk, office.amelie(), id, Status::Cancelled, "sans suite").await.unwrap();

    receive(&office, Letter::from_sophie("Re: Escalier").answering(&ours)).await;

    let request = office.request(id).await;
    assert_eq!(
        (request.row.status, request.row.waiting, request.row.unread),
        (Status::Cancelled, Waiting::Us, true)
    );
}

#[tokio::test]
async fn an_out_of_office_answer_changes_nothing() {
    let office = Office::open().await;
    let (id, ours) = answered_request(&office).await;
    usecase::mark_read(&office.desk, id, true).await.unwrap();
    let stands = |request: RequestDetail| {
        (
            request.row.status,
            request.row.waiting,
            request.row.waiting_since,
            request.row.unread,
            request.row.proposal,
        )
    };
    let before = stands(office.request(id).await);

    receive(&office, Letter::from_sophie("Absence").answering(&ours).with("Auto-Submitted", "auto-replied"))
        .await;

    assert_eq!(stands(office.request(id).await), before);
    let messages = office.incoming(id).await;
    assert_eq!(
        messages.last().map(|message| message.class),
        Some(MailClass::AutoReply),
        "it is shown all the same"
    );
    assert_eq!(office.timeline(id).await.last().map(String::as_str), Some("automatic_received"));
}

#[tokio::test]
async fn an_answer_stands_after_what_it_answers_even_when_its_senders_clock_is_slow() {
    let office = Office::open().await;
    let (id, ours) = answered_request(&office).await;

    office.mail_arrives(
        "early.eml",
        Letter::from_sophie("Re: Escalier").answering(&ours).with("Date", "Mon, 02 Mar 2026 05:00:00 +0000"),
    );
    office.round().await;

    let conversation = office.conversation(id).await;
    assert!(matches!(&conversation[..], [Entry::Incoming(_), Entry::Outgoing(_), Entry::Incoming(_)]));
}

#[tokio::test]
async fn an_answer_to_a_deleted_request_is_a_request_again() {
    let office = Office::open().await;
    let (id, ours) = answered_request(&office).await;
    usecase::delete_request(&office.desk, id).await.unwrap();

    receive(&office, Letter::from_sophie("Re: Escalier").answering(&ours)).await;

    assert_eq!(office.requests().await.len(), 1);
}

#[tokio::test]
async fn our_own_copy_of_a_mail_written_elsewhere_does_not_wait_for_us() {
    let office = Office::open().await;
    let (id, ours) = answered_request(&office).await;
    usecase::mark_read(&office.desk, id, true).await.unwrap();

    receive(&office, Letter::from("Amélie Wauters", crate::office::AMELIE, "Re: Escalier").answering(&ours))
        .await;

    let request = office.request(id).await;
    assert_eq!((request.row.waiting, request.row.unread), (Waiting::Customer, false));
}
