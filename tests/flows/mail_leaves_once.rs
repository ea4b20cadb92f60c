//! Every mail on its way out: tried again only when nothing was said, resolved or shown when nobody
//! knows, and never sent twice by itself.

use proptest::test_runner::{Config, TestRunner};
use quoin_core::error::{Error, StateProblem};
use quoin_core::id::{OutboxId, RequestId};
use quoin_core::outbox::{self, OutboxEvent, OutboxState, RecipientState};
use quoin_core::report::{self, TodayReason};
use quoin_core::request::Waiting;
use quoin_core::secret::Secret;
use quoin_core::usecase;
use quoin_core::worker;

use crate::letter::Letter;
use crate::office::{Office, item};

const EVENTS: [OutboxEvent; 11] = [
    OutboxEvent::Claimed,
    OutboxEvent::HandingOver,
    OutboxEvent::Accepted,
    OutboxEvent::RefusedForGood,
    OutboxEvent::LeftForSome,
    OutboxEvent::FailedForNow,
    OutboxEvent::AnswerLost,
    OutboxEvent::Abandoned,
    OutboxEvent::FoundInSent,
    OutboxEvent::SendAgain,
    OutboxEvent::ConfirmedByUser,
];

async fn queued(office: &Office) -> (RequestId, OutboxId) {
    let id = office.request_by_mail(Letter::from_sophie("Escalier")).await;
    let outbox = office.reply(id, "Bonjour").await;
    (id, outbox)
}

/// What the worker commits step by step, up to where a kill stops it.
async fn worked_up_to(office: &Office, id: OutboxId, steps: &[OutboxEvent]) {
    let until = office.clock.now().plus_seconds(1200);
    for step in steps {
        let mut write = office.desk.write().await.unwrap();
        outbox::advance(&mut write, id, *step, office.clock.now()).await.unwrap();
        if *step == OutboxEvent::Claimed {
            outbox::claim(&mut write, id, office.desk.process(), until).await.unwrap();
        }
        write.commit().await.unwrap();
    }
}

async fn state(office: &Office, id: OutboxId) -> OutboxState {
    outbox::find(&mut office.desk.reader().await.unwrap(), id).await.unwrap().state
}

async fn uncertain(office: Office) -> (Office, RequestId, OutboxId) {
    let (request, id) = queued(&office).await;
    worked_up_to(&office, id, &[OutboxEvent::Claimed, OutboxEvent::HandingOver]).await;
    (office.reopen().await, request, id)
}

#[test]
fn the_store_moves_as_the_model_says_and_an_impossible_step_changes_nothing() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let office = runtime.block_on(Office::open());
    let request = runtime.block_on(office.request_by_mail(Letter::from_sophie("Escalier")));
    let mut runner = TestRunner::new(Config { cases: 40, failure_persistence: None, ..Config::default() });
    let steps = proptest::collection::vec(proptest::sample::select(EVENTS.to_vec()), 1..14);
    let outcome = runner.run(&steps, |steps| {
        runtime.block_on(async {
            let id = office.reply(request, "Bonjour").await;
            let (mut model, mut handed_over, mut asked_again) = (OutboxState::Queued, 0, 0);
            for step in steps {
                let mut write = office.desk.write().await.unwrap();
                let moved = outbox::advance(&mut write, id, step, office.clock.now()).await;
                write.commit().await.unwrap();
                match model.after(step) {
                    Some(next) => {
                        assert_eq!(moved.unwrap(), next);
                        handed_over += usize::from(step == OutboxEvent::HandingOver);
                        asked_again +=
                            usize::from(matches!(step, OutboxEvent::SendAgain | OutboxEvent::FailedForNow));
                        model = next;
                    }
                    None => assert!(matches!(moved, Err(Error::State(StateProblem::MailAlreadyLeaving)))),
                }
                assert_eq!(state(&office, id).await, model);
            }
            assert!(
                handed_over <= 1 + asked_again,
                "handed over again only after a plain failure, or when the user said so"
            );
            let mut write = office.desk.write().await.unwrap();
            let message = outbox::find(&mut write, id).await.unwrap().message_id;
            quoin_core::conversation::delete_message(&mut write, message).await.unwrap();
            sqlx::query("DELETE FROM draft").execute(&mut *write).await.unwrap();
            write.commit().await.unwrap();
        });
        Ok(())
    });
    outcome.unwrap();
}

#[tokio::test]
async fn a_kill_before_anything_was_said_is_tried_again() {
    let office = Office::open().await;
    let (request, id) = queued(&office).await;
    worked_up_to(&office, id, &[OutboxEvent::Claimed]).await;

    let office = office.reopen().await;
    office.mail_leaves().await;
    office.mail_leaves().await;

    assert_eq!(state(&office, id).await, OutboxState::Sent);
    assert_eq!(office.left().len(), 1);
    assert!(office.timeline(request).await.contains(&"delivered".to_owned()));
}

#[tokio::test]
async fn a_kill_while_it_was_handed_over_is_uncertain_and_never_sent_again_by_itself() {
    let (office, request, id) = uncertain(Office::open().await).await;

    for _ in 0..50 {
        office.mail_leaves().await;
    }

    assert_eq!(state(&office, id).await, OutboxState::Uncertain);
    assert!(office.left().is_empty(), "absence from Sent proves nothing");
    assert_eq!(
        office.timeline(request).await.iter().filter(|event| *event == "delivery_uncertain").count(),
        1
    );
    assert_eq!(usecase::sync_status(&office.desk).await.unwrap().needing_attention, 1, "the user is asked");
    assert_eq!(office.count("SELECT count(*) FROM draft").await, 1, "its words are kept");
}

#[tokio::test]
async fn found_in_sent_it_was_sent() {
    let (office, request, id) = uncertain(Office::open().await).await;
    let message = office.outgoing(request).await.remove(0);
    let bytes = usecase::message_source(&office.desk, message.id).await.unwrap();
    std::fs::write(office.mailbox().join("sent").join(format!("{}.eml", message.message_id.unwrap())), bytes)
        .unwrap();

    office.mail_leaves().await;

    assert_eq!(state(&office, id).await, OutboxState::Sent);
    assert!(office.left().is_empty());
    let delivery = office.outgoing(request).await.remove(0).delivery.unwrap();
    assert_eq!((delivery.copied_to_sent, delivery.recipients[0].state), (true, RecipientState::Accepted));
    assert_eq!(office.copies().len(), 1);
}

#[tokio::test]
async fn when_the_user_knows_that_it_arrived_only_the_copy_is_made_however_late() {
    let (office, request, id) = uncertain(Office::open().await).await;
    for _ in 0..20 {
        office.mail_leaves().await;
    }

    usecase::confirm_sent(&office.desk, office.amelie(), id).await.unwrap();
    office.round().await;

    assert_eq!(state(&office, id).await, OutboxState::Sent);
    assert!(office.left().is_empty());
    assert_eq!(office.copies().len(), 1);
    let delivery = office.outgoing(request).await.remove(0).delivery.unwrap();
    assert_eq!((delivery.copied_to_sent, delivery.recipients[0].state), (true, RecipientState::Accepted));
    assert_eq!(office.count("SELECT count(*) FROM draft").await, 0);
}

#[tokio::test]
async fn when_the_user_says_so_the_same_bytes_leave_again() {
    let (office, request, id) = uncertain(Office::open().await).await;
    office.mail_leaves().await;
    let message = office.outgoing(request).await.remove(0);
    let bytes = usecase::message_source(&office.desk, message.id).await.unwrap();

    usecase::send_again(&office.desk, office.amelie(), id).await.unwrap();
    assert!(
        usecase::take_back(&office.desk, office.amelie(), id).await.is_err(),
        "it may have arrived: nobody takes it back"
    );
    office.mail_leaves().await;

    assert_eq!(office.left(), [bytes]);
    assert_eq!(office.copies().len(), 1);
}

#[tokio::test]
async fn a_refused_mail_is_shown_and_can_be_sent_again_to_everybody_who_lacks_it() {
    let office = Office::open().await;
    let (request, id) = queued(&office).await;
    worked_up_to(&office, id, &[OutboxEvent::Claimed, OutboxEvent::RefusedForGood]).await;
    let mut write = office.desk.write().await.unwrap();
    outbox::record_recipient(
        &mut write,
        id,
        "sophie.lambert@courrier.example",
        RecipientState::Refused,
        "550",
    )
    .await
    .unwrap();
    outbox::release(&mut write, id, Some("refused"), office.clock.now()).await.unwrap();
    write.commit().await.unwrap();
    office.mail_leaves().await;
    assert!(office.left().is_empty(), "not by itself");

    usecase::send_again(&office.desk, office.amelie(), id).await.unwrap();
    office.mail_leaves().await;

    assert_eq!(office.left().len(), 1);
    let delivery = office.outgoing(request).await.remove(0).delivery.unwrap();
    assert_eq!((delivery.state, delivery.recipients[0].state), (OutboxState::Sent, RecipientState::Accepted));
}

#[tokio::test]
async fn what_fails_is_tried_ever_more_rarely_and_at_last_given_up_in_sight() {
    let office = Office::open().await;
    let (request, id) = queued(&office).await;
    std::fs::remove_dir(office.mailbox().join("out")).unwrap();

    let mut tries = 0;
    for _ in 0..200 {
        office.clock.advance_seconds(3600);
        tries += worker::send_due(&office.desk).await.unwrap().failed;
    }

    assert!((8..=20).contains(&tries), "{tries}");
    assert_eq!(state(&office, id).await, OutboxState::Refused);
    let row = office.request(request).await.row;
    assert_eq!((row.delivery_failed, row.waiting, row.unread), (true, Waiting::Us, true));
    let today = report::today(&mut office.desk.reader().await.unwrap(), &office.clock, None).await.unwrap();
    assert_eq!(today.tasks[0].reason, TodayReason::NotDelivered);
    assert!(office.timeline(request).await.contains(&"delivery_failed".to_owned()));
}

#[tokio::test]
async fn a_mail_that_waits_for_another_try_leaves_as_soon_as_its_mailbox_was_mended() {
    let office = Office::open().await;
    let (_, id) = queued(&office).await;
    let out = office.mailbox().join("out");
    std::fs::remove_dir(&out).unwrap();
    for _ in 0..6 {
        office.clock.advance_seconds(3600);
        worker::send_due(&office.desk).await.unwrap();
    }
    assert_eq!(state(&office, id).await, OutboxState::Retry);
    std::fs::create_dir(&out).unwrap();
    worker::send_due(&office.desk).await.unwrap();
    assert!(office.left().is_empty(), "its time has not come");

    let mail = outbox::find(&mut office.desk.reader().await.unwrap(), id).await.unwrap();
    usecase::change_password(&office.desk, mail.account_id.unwrap(), Secret::new("new")).await.unwrap();
    worker::send_due(&office.desk).await.unwrap();

    assert_eq!((state(&office, id).await, office.left().len()), (OutboxState::Sent, 1));
}

#[tokio::test]
async fn one_mail_that_fails_does_not_hold_up_another() {
    let office = Office::open().await;
    let (_, broken) = queued(&office).await;
    let other = office.request_by_mail(Letter::from_sophie("Porte")).await;
    office.reply(other, "Bonjour").await;
    let damage =
        "UPDATE raw_mail SET bytes = x'00' WHERE sha256 = (SELECT raw_sha256 FROM outbox WHERE id = $1)";
    sqlx::query(damage).bind(broken.uuid()).execute(&mut office.behind_the_back().await).await.unwrap();
    office.clock.advance_seconds(120);

    let outcome = worker::send_due(&office.desk).await;

    assert!(outcome.is_err(), "the damage is said");
    assert_eq!(office.left().len(), 1, "and the other mail left");
}

#[tokio::test]
async fn a_mail_that_another_process_sends_is_left_alone_until_its_claim_ends() {
    let office = Office::open().await;
    let (_, id) = queued(&office).await;
    worked_up_to(&office, id, &[OutboxEvent::Claimed, OutboxEvent::HandingOver]).await;
    let mut write = office.desk.write().await.unwrap();
    outbox::claim(&mut write, id, "another", office.clock.now().plus_seconds(600)).await.unwrap();
    write.commit().await.unwrap();

    worker::send_due(&office.desk).await.unwrap();
    assert_eq!(state(&office, id).await, OutboxState::DataStarted);

    office.clock.advance_seconds(601);
    worker::send_due(&office.desk).await.unwrap();
    assert_eq!(state(&office, id).await, OutboxState::Uncertain);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn many_rounds_at_once_send_each_mail_once() {
    let office = Office::open().await;
    for subject in ["a", "b", "c", "d", "e"] {
        let id = office.request_by_mail(Letter::from_sophie(subject)).await;
        office.reply(id, "Bonjour").await;
    }
    office.clock.advance_seconds(120);

    let rounds: Vec<_> = (0..6)
        .map(|_| {
            let desk = office.desk.clone();
            tokio::spawn(async move { worker::send_due(&desk).await.unwrap().sent })
        })
        .collect();
    let mut sent = 0;
    for round in rounds {
        sent += round.await.unwrap();
    }

    assert_eq!((sent, office.left().len()), (5, 5));
    assert_eq!(office.count("SELECT max(tries) FROM outbox").await, 1);
}

#[tokio::test]
async fn the_copy_in_sent_is_a_second_fact() {
    let office = Office::open().await;
    let (request, id) = queued(&office).await;
    std::fs::remove_dir(office.mailbox().join("sent")).unwrap();

    office.mail_leaves().await;
    assert_eq!(state(&office, id).await, OutboxState::Sent, "it left all the same");
    assert!(!office.outgoing(request).await[0].delivery.as_ref().unwrap().copied_to_sent);

    std::fs::create_dir(office.mailbox().join("sent")).unwrap();
    office.mail_leaves().await;
    assert!(office.outgoing(request).await[0].delivery.as_ref().unwrap().copied_to_sent);
    assert_eq!((office.left().len(), office.copies().len()), (1, 1));
}

#[tokio::test]
async fn a_kill_between_sent_and_its_copy_makes_one_copy() {
    let office = Office::open().await;
    let (request, id) = queued(&office).await;
    worked_up_to(&office, id, &[OutboxEvent::Claimed, OutboxEvent::HandingOver, OutboxEvent::Accepted]).await;

    let office = office.reopen().await;
    office.mail_leaves().await;
    office.mail_leaves().await;

    assert_eq!(office.copies().len(), 1);
    assert!(office.outgoing(request).await[0].delivery.as_ref().unwrap().copied_to_sent);
}

#[tokio::test]
async fn a_mail_that_left_a_removed_mailbox_stays_and_the_mailbox_goes() {
    let office = Office::open().await;
    let (request, _) = queued(&office).await;
    assert!(matches!(
        usecase::remove_mailbox(&office.desk, office.account).await,
        Err(Error::State(StateProblem::MailboxInUse))
    ));
    office.mail_leaves().await;

    usecase::remove_mailbox(&office.desk, office.account).await.unwrap();

    assert_eq!(office.outgoing(request).await.len(), 1);
    assert_eq!(office.incoming(request).await.len(), 1);
    office.round().await;
    assert!(usecase::sync_status(&office.desk).await.unwrap().accounts.is_empty());
}

#[tokio::test]
async fn a_quote_on_its_way_is_as_safe_as_a_reply() {
    let office = Office::open().await;
    let request = office.request_by_mail(Letter::from_sophie("Escalier")).await;
    let quote = office.quote_with(request, vec![item("Escalier", "1", "1000", "21")]).await;
    let id = office.send_quote(request, quote).await;
    worked_up_to(&office, id, &[OutboxEvent::Claimed, OutboxEvent::HandingOver]).await;

    let office = office.reopen().await;
    for _ in 0..10 {
        office.mail_leaves().await;
    }

    assert_eq!(state(&office, id).await, OutboxState::Uncertain);
    assert!(office.left().is_empty());
}
