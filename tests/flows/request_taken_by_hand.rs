//! The phone rings, or somebody stands at the counter: a name is enough.

use quoin_core::contact::ContactDetails;
use quoin_core::conversation::Entry;
use quoin_core::error::{Error, FieldProblem};
use quoin_core::request::{NewRequest, Origin, Status};
use quoin_core::usecase;

use crate::office::Office;

#[tokio::test]
async fn a_name_is_enough() {
    let office = Office::open().await;

    let id = usecase::take_request(
        &office.desk,
        office.amelie(),
        NewRequest { name: "Mme Dubois".into(), ..NewRequest::default() },
    )
    .await
    .unwrap();

    let request = office.request(id).await;
    assert_eq!(
        (request.row.status, request.origin, request.row.unread),
        (Status::Received, Origin::Hand, false)
    );
    assert_eq!(request.row.who, "Mme Dubois");
    assert_eq!(request.row.assignee_id, Some(office.user));
    assert_eq!(office.timeline(id).await, ["taken_by_hand"]);
}

#[tokio::test]
async fn what_the_caller_said_is_the_first_note() {
    let office = Office::open().await;
    let taken =
        NewRequest { name: "Mme Dubois".into(), text: "Rappeler mardi".into(), ..NewRequest::default() };

    let id = usecase::take_request(&office.desk, office.amelie(), taken).await.unwrap();

    let conversation = office.conversation(id).await;
    assert!(matches!(&conversation[..], [Entry::Note(note)] if note.text == "Rappeler mardi"));
}

#[tokio::test]
async fn what_is_missing_or_wrong_is_named_and_nothing_is_kept() {
    let office = Office::open().await;
    let cases = [
        (NewRequest { name: "  ".into(), ..NewRequest::default() }, "name", FieldProblem::Empty),
        (
            NewRequest { name: "Dubois\r\nBcc: x".into(), ..NewRequest::default() },
            "name",
            FieldProblem::ControlCharacter,
        ),
        (
            NewRequest { name: "Dubois".into(), address: "dubois.example".into(), ..NewRequest::default() },
            "address",
            FieldProblem::NotAnAddress,
        ),
        (
            NewRequest { name: "Dubois".into(), subject: "a\0b".into(), ..NewRequest::default() },
            "subject",
            FieldProblem::ControlCharacter,
        ),
    ];
    for (taken, field, problem) in cases {
        let refused = usecase::take_request(&office.desk, office.amelie(), taken).await;
        assert!(
            matches!(&refused, Err(Error::Field { field: named, problem: found }) if named == field && *found == problem),
            "{refused:?}"
        );
    }
    assert!(office.requests().await.is_empty());
    let id = usecase::take_request(
        &office.desk,
        office.amelie(),
        NewRequest { name: "Dubois".into(), ..NewRequest::default() },
    )
    .await
    .unwrap();
    assert_eq!(office.request(id).await.row.reference, "D-2026-0001", "no number was used up");
}

#[tokio::test]
async fn a_known_caller_is_recognised_by_their_address() {
    let office = Office::open().await;
    let known = ContactDetails {
        name: "Dubois SRL".into(),
        addresses: vec!["marie@dubois.example".into()],
        ..ContactDetails::default()
    };
    let contact = usecase::create_contact(&office.desk, office.amelie(), known, None).await.unwrap();
    let taken =
        NewRequest { name: "Marie".into(), address: "Marie@Dubois.example".into(), ..NewRequest::default() };

    let id = usecase::take_request(&office.desk, office.amelie(), taken).await.unwrap();

    assert_eq!(office.request(id).await.row.contact_id, Some(contact));
}
