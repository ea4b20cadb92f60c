//! Mails that one of us forwarded: who really asks is found, corrected, and answered.

use quoin_core::contact::ContactDetails;
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

mod taken_as_a_forward_by_mistake {
    use quoin_core::conversation::Rearranged;
    use quoin_core::usecase::UNDO_SECONDS;

    use super::*;
    use crate::rows::{all_rows, assert_same};

    async fn taken(office: &Office, id: RequestId) -> Rearranged {
        let message = office.incoming(id).await[0].id;
        usecase::take_as_forward(&office.desk, office.amelie(), message).await.unwrap()
    }

    async fn undo(office: &Office, taken: Rearranged) -> Result<RequestId, Error> {
        usecase::undo_rearrangement(&office.desk, office.amelie(), taken.id).await
    }

    #[tokio::test]
    async fn it_is_put_back_exactly_with_the_contact_it_had() {
        let office = Office::open().await;
        let id = forwarded_by(&office, "Amélie privé", "amelie@perso.example").await;
        let neighbour = ContactDetails {
            name: "Amélie, voisine".into(),
            addresses: vec!["amelie@perso.example".into()],
            ..ContactDetails::default()
        };
        let contact =
            usecase::create_contact(&office.desk, office.amelie(), neighbour, Some(id)).await.unwrap();
        let before = all_rows(&mut office.behind_the_back().await).await;

        let taken = taken(&office, id).await;
        assert_eq!(taken.request, id);
        assert_eq!(office.request(id).await.row.contact_id, None);
        office.clock.advance_seconds(60);
        assert_eq!(undo(&office, taken).await.unwrap(), id);

        assert_same(&before, &all_rows(&mut office.behind_the_back().await).await);
        assert_eq!(office.request(id).await.row.contact_id, Some(contact));
        assert_eq!(undo(&office, taken).await.unwrap(), id, "a second time changes nothing");
        assert_same(&before, &all_rows(&mut office.behind_the_back().await).await);
    }

    #[tokio::test]
    async fn what_was_changed_by_hand_since_stays() {
        let office = Office::open().await;
        let id = forwarded_by(&office, "Amélie privé", "amelie@perso.example").await;
        let taken = taken(&office, id).await;
        usecase::rename_request(&office.desk, office.amelie(), id, "Terrasse en bois").await.unwrap();

        undo(&office, taken).await.unwrap();

        let request = office.request(id).await;
        assert_eq!(request.row.subject, "Terrasse en bois");
        assert_eq!(request.requester.address, "amelie@perso.example");
        assert_eq!(office.incoming(id).await[0].forwarded_by, None);
    }

    #[tokio::test]
    async fn a_mail_that_went_to_another_request_has_to_come_back_first() {
        let office = Office::open().await;
        let id = forwarded_by(&office, "Amélie privé", "amelie@perso.example").await;
        let other = office.request_by_mail(Letter::from_sophie("Escalier")).await;
        let taken = taken(&office, id).await;
        usecase::merge_requests(&office.desk, office.amelie(), id, other).await.unwrap();

        let refused = undo(&office, taken).await;
        assert!(matches!(refused, Err(Error::State(StateProblem::MovedOnSince))), "{refused:?}");
    }

    #[tokio::test]
    async fn what_undoes_it_is_kept_for_a_week_and_no_person_longer() {
        let office = Office::open().await;
        let id = forwarded_by(&office, "Amélie privé", "amelie@perso.example").await;
        let undone = taken(&office, id).await;
        undo(&office, undone).await.unwrap();
        assert_eq!(office.count("SELECT count(*) FROM rearrangement WHERE content <> ''").await, 0);

        let taken = taken(&office, id).await;
        office.clock.advance_seconds(UNDO_SECONDS - 60);
        office.round().await;
        assert_eq!(
            office.count("SELECT count(*) FROM rearrangement WHERE content LIKE '%perso.example%'").await,
            1
        );
        office.clock.advance_seconds(120);
        office.round().await;
        assert_eq!(office.count("SELECT count(*) FROM rearrangement").await, 0);
        let late = undo(&office, taken).await;
        assert!(matches!(late, Err(Error::NotFound(_))), "{late:?}");
    }
}
