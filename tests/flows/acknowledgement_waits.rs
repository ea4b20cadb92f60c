//! An acknowledgement in the outbox: kept back when it has become pointless, and never sent twice.

use quoin_core::error::{Error, StateProblem};
use quoin_core::id::RequestId;
use quoin_core::outbox::{self, OutboxEvent, OutboxState};
use quoin_core::request::Status;
use quoin_core::usecase;

use crate::acknowledgement_leaves::{fresh, from_sophie, office, reason, switch};
use crate::letter::Letter;
use crate::office::Office;

mod before_it_leaves {
    use super::*;

    #[tokio::test]
    async fn an_answer_of_ours_takes_its_place() {
        let office = office().await;
        let request = office.request_by_mail(from_sophie("Escalier")).await;
        office.reply(request, "Bonjour, je passe jeudi.").await;
        office.mail_leaves().await;

        assert_eq!(office.left().len(), 1);
        assert_eq!(reason(&office, request).await.as_deref(), Some("answered"));
        assert_eq!(office.outgoing(request).await.len(), 1);
    }

    #[tokio::test]
    async fn a_request_that_is_closed_gets_none_and_the_closing_can_still_be_undone() {
        let office = office().await;
        let request = office.request_by_mail(from_sophie("Escalier")).await;
        usecase::set_status(&office.desk, office.amelie(), request, Status::Cancelled, "publicité")
            .await
            .unwrap();
        office.mail_leaves().await;

        assert!(office.left().is_empty());
        assert_eq!(reason(&office, request).await.as_deref(), Some("closed"));
        usecase::take_back_status(&office.desk, office.amelie(), request).await.unwrap();
        assert_eq!(office.request(request).await.row.status, Status::Received);
    }

    #[tokio::test]
    async fn a_request_can_be_deleted_at_once() {
        let office = office().await;
        let request = office.request_by_mail(from_sophie("Escalier")).await;
        usecase::delete_request(&office.desk, request).await.unwrap();
        office.mail_leaves().await;
        assert!(office.left().is_empty());
    }

    #[tokio::test]
    async fn switching_it_off_keeps_back_what_waits() {
        let office = office().await;
        let request = office.request_by_mail(from_sophie("Escalier")).await;
        switch(&office, |off| off.enabled = false).await;
        office.mail_leaves().await;
        assert!(office.left().is_empty());
        assert_eq!(reason(&office, request).await.as_deref(), Some("off"));
    }

    #[tokio::test]
    async fn what_waited_for_hours_comes_too_late() {
        let office = office().await;
        let request = office.request_by_mail(from_sophie("Escalier")).await;
        office.clock.advance_seconds(6 * 3600 + 60);
        office.mail_leaves().await;
        assert!(office.left().is_empty());
        assert_eq!(reason(&office, request).await.as_deref(), Some("too_late"));
    }
}

mod once {
    use super::*;

    async fn steps(office: &Office, request: RequestId, events: &[OutboxEvent]) {
        let id = office.outgoing(request).await.remove(0).delivery.unwrap().outbox_id;
        for event in events {
            let mut write = office.desk.write().await.unwrap();
            outbox::advance(&mut write, id, *event, office.clock.now()).await.unwrap();
            write.commit().await.unwrap();
        }
    }

    #[tokio::test]
    async fn a_kill_while_it_was_handed_over_never_repeats_it_nor_asks_anybody() {
        let office = office().await;
        let request = office.request_by_mail(from_sophie("Escalier")).await;
        steps(&office, request, &[OutboxEvent::Claimed, OutboxEvent::HandingOver]).await;
        let office = office.reopen().await;
        for _ in 0..20 {
            office.mail_leaves().await;
        }

        let delivery = office.outgoing(request).await.remove(0).delivery.unwrap();
        assert_eq!(delivery.state, OutboxState::Uncertain);
        assert!(office.left().is_empty());
        let again = usecase::send_again(&office.desk, office.amelie(), delivery.outbox_id).await;
        assert!(matches!(again, Err(Error::State(StateProblem::NeverSentAgain))), "{again:?}");
        let (_, attention) = outbox::counts(&mut office.desk.reader().await.unwrap()).await.unwrap();
        assert_eq!(attention, 0);
        let other = office.request_by_mail(fresh(Letter::from("Bo", "bo@courrier.example", "Porte"))).await;
        usecase::merge_requests(&office.desk, office.amelie(), request, other).await.unwrap();
    }

    #[tokio::test]
    async fn reading_the_mailbox_anew_acknowledges_nothing_again() {
        let office = office().await;
        let letter = from_sophie("Escalier");
        office.request_by_mail(letter.clone()).await;
        office.mail_leaves().await;
        office.mail_arrives("again.eml", letter);
        let office = office.reopen().await;
        office.round().await;
        office.mail_leaves().await;
        assert_eq!((office.left().len(), office.requests().await.len()), (1, 1));
    }
}
