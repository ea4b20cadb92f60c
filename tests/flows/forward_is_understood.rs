//! Mails that one of us forwarded: who really asks is found, corrected, and answered.

use quoin_core::error::{Error, StateProblem};
use quoin_core::id::RequestId;
use quoin_core::intake::RequesterSource;
use quoin_core::usecase;

use crate::letter::{Letter, field};
use crate::office::{AMELIE, Office};

const FORWARDED: &str = "Voici, à chiffrer.\n\n---------- Forwarded message ---------\nFrom: Marc Petit <marc@petit.example>\nDate: Mon, Mar 2, 2026 at 8:00 AM\nSubject: Une terrasse\nTo: <info@menuiserie-wauters.example>\n\nBonjour, une terrasse en bois svp. Merci, Marc Petit";

async fn forwarded_by(office: &Office, name: &str, address: &str) -> RequestId {
    office.request_by_mail(Letter::from(name, address, "Fwd: Une terrasse").saying(FORWARDED)).await
}

async fn next_reply_goes_to(office: &Office, id: RequestId) -> String {
    office.reply(id, "Bonjour").await;
    office.mail_leaves().await;
    field(office.left().last().unwrap(), "To").unwrap()
}

#[tokio::test]
async fn the_corrected_requester_of_a_forward_gets_the_next_reply() {
    let office = Office::open().await;
    let id = forwarded_by(&office, "Amélie Wauters", AMELIE).await;
    assert_eq!(office.request(id).await.requester.source, RequesterSource::Forward);
    assert!(!office.incoming(id).await[0].evidence.is_empty(), "the words it was recognised by are shown");

    usecase::correct_requester(&office.desk, office.amelie(), id, "Julie Petit", "julie@petit.example")
        .await
        .unwrap();

    let to = next_reply_goes_to(&office, id).await;
    assert!(to.contains("julie@petit.example") && !to.contains("marc@"), "{to}");
}

#[tokio::test]
async fn a_mail_that_an_unknown_address_of_ours_forwarded_is_taken_as_a_forward_by_hand() {
    let office = Office::open().await;
    let id = forwarded_by(&office, "Amélie privé", "amelie@perso.example").await;
    assert_eq!(office.request(id).await.requester.address, "amelie@perso.example");
    let message = office.incoming(id).await[0].id;

    usecase::take_as_forward(&office.desk, office.amelie(), message).await.unwrap();

    let request = office.request(id).await;
    assert_eq!(
        (request.requester.name.as_str(), request.requester.address.as_str()),
        ("Marc Petit", "marc@petit.example")
    );
    assert_eq!(request.row.subject, "Une terrasse");
    let message = office.incoming(id).await.remove(0);
    assert_eq!(message.forwarded_by.as_deref(), Some("amelie@perso.example"));
    assert!(message.text.starts_with("Bonjour, une terrasse") && !message.evidence.is_empty());
    assert_eq!(office.conversation(id).await.len(), 2, "her own words are a note");
    assert!(next_reply_goes_to(&office, id).await.contains("marc@petit.example"));
}

#[tokio::test]
async fn a_mail_without_a_forwarded_one_is_not_taken_as_a_forward() {
    let office = Office::open().await;
    let id = office.request_by_mail(Letter::from_sophie("Escalier")).await;
    let message = office.incoming(id).await[0].id;
    let refused = usecase::take_as_forward(&office.desk, office.amelie(), message).await;
    assert!(matches!(refused, Err(Error::State(StateProblem::NothingForwarded))));
    assert_eq!(office.request(id).await.requester.address, "sophie.lambert@courrier.example");
}
