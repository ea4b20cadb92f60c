//! A request goes its way: salesperson, seven statuses, timeline, end.

use quoin_core::actor::Actor;
use quoin_core::error::{Error, StateProblem};
use quoin_core::id::{RequestId, UserId};
use quoin_core::request::{NewRequest, Status, Waiting};
use quoin_core::settings::UserInput;
use quoin_core::usecase;
use sqlx::{AssertSqlSafe, Executor};

use crate::letter::Letter;
use crate::office::{Office, item};

async fn request(office: &Office) -> RequestId {
    office.request_by_mail(Letter::from_sophie("Escalier")).await
}

async fn status(office: &Office, id: RequestId) -> Status {
    office.request(id).await.row.status
}

#[tokio::test]
async fn events_move_a_request_through_the_main_job() {
    let office = Office::open().await;
    let id = request(&office).await;
    assert_eq!(status(&office, id).await, Status::Received);
    office.reply(id, "Bonjour").await;
    assert_eq!(status(&office, id).await, Status::Replied);
    let quote = office.quote_with(id, vec![item("Escalier", "1", "1000", "21")]).await;
    assert_eq!(status(&office, id).await, Status::QuoteCreated);
    office.send_quote(id, quote).await;
    assert_eq!(status(&office, id).await, Status::QuoteSent);
    usecase::accept_quote(&office.desk, office.amelie(), quote, "par téléphone").await.unwrap();
    assert_eq!(status(&office, id).await, Status::QuoteAccepted);
    usecase::refuse_quote(&office.desk, office.amelie(), quote, "changé d’avis").await.unwrap();
    assert_eq!(status(&office, id).await, Status::QuoteRefused);
    usecase::set_status(&office.desk, office.amelie(), id, Status::Cancelled, "doublon").await.unwrap();
    assert_eq!(status(&office, id).await, Status::Cancelled);
}

#[tokio::test]
async fn a_status_set_by_hand_is_undone_without_a_trace_in_the_list() {
    let office = Office::open().await;
    let older = request(&office).await;
    office.clock.advance_seconds(3600);
    let newer = office.request_by_mail(Letter::from_sophie("Porte")).await;
    let before = office.request(older).await.row;

    office.clock.advance_seconds(60);
    usecase::set_status(&office.desk, office.amelie(), older, Status::Cancelled, "doublon").await.unwrap();
    office.clock.advance_seconds(5);
    usecase::take_back_status(&office.desk, office.amelie(), older).await.unwrap();

    let after = office.request(older).await.row;
    assert_eq!(
        (after.status, after.waiting, after.waiting_since),
        (before.status, before.waiting, before.waiting_since)
    );
    assert_eq!((after.activity_at, after.closed_reason), (before.activity_at, String::new()));
    let listed: Vec<RequestId> = office.requests().await.into_iter().map(|row| row.id).collect();
    assert_eq!(listed, [newer, older], "it stands where it stood");
}

#[tokio::test]
async fn what_happened_since_is_not_undone_with_a_status() {
    let office = Office::open().await;
    let id = request(&office).await;
    office.clock.advance_seconds(60);
    usecase::set_status(&office.desk, office.amelie(), id, Status::Cancelled, "doublon").await.unwrap();
    office.clock.advance_seconds(60);
    usecase::set_status(&office.desk, office.amelie(), id, Status::Replied, "").await.unwrap();
    usecase::take_back_status(&office.desk, office.amelie(), id).await.unwrap();
    assert_eq!(status(&office, id).await, Status::Cancelled, "only the latest is undone");
    office.clock.advance_seconds(60);
    office.reply(id, "Bonjour").await;
    usecase::take_back_status(&office.desk, office.amelie(), id).await.unwrap();
    assert_eq!(status(&office, id).await, Status::Cancelled, "a reply came in between");
}

#[tokio::test]
async fn a_hand_puts_it_into_any_of_the_seven_and_the_timeline_says_who_when_and_why() {
    let office = Office::open().await;
    let id = request(&office).await;
    for (step, to) in Status::ALL.into_iter().rev().enumerate() {
        office.clock.advance_seconds(60);
        let from = status(&office, id).await;
        usecase::set_status(&office.desk, office.amelie(), id, to, &format!("raison {step}")).await.unwrap();

        let detail = office.request(id).await;
        assert_eq!((detail.row.status, detail.row.waiting), (to, Waiting::after_our_action(to)));
        let entry = &detail.timeline[0];
        assert_eq!(
            (entry.event.as_str(), entry.at, entry.actor.as_str(), entry.user_id),
            ("status_changed", office.clock.now(), "user", Some(office.user))
        );
        let said = ["from", "to", "reason"].map(|key| entry.detail[key].clone());
        assert_eq!(said, [from.code().to_owned(), to.code().to_owned(), format!("raison {step}")]);
    }
}

#[tokio::test]
async fn the_same_status_again_is_no_event() {
    let office = Office::open().await;
    let id = request(&office).await;
    usecase::set_status(&office.desk, office.amelie(), id, Status::Received, "").await.unwrap();
    assert_eq!(office.timeline(id).await, ["received"]);
}

#[tokio::test]
async fn why_it_was_closed_stands_with_it_until_it_is_open_again() {
    let office = Office::open().await;
    let id = request(&office).await;
    usecase::set_status(&office.desk, office.amelie(), id, Status::Cancelled, " trop loin ").await.unwrap();
    assert_eq!(office.request(id).await.row.closed_reason, "trop loin");

    office.quote_with(id, vec![item("Escalier", "1", "1000", "21")]).await;

    let row = office.request(id).await.row;
    assert_eq!(
        (row.status, row.closed_reason.as_str()),
        (Status::QuoteCreated, ""),
        "a quote opens it again"
    );
}

#[tokio::test]
async fn it_goes_to_a_salesperson_and_back_to_nobody() {
    let office = Office::open().await;
    let jan = usecase::save_user(
        &office.desk,
        None,
        UserInput { name: "Jan Peeters".into(), ..UserInput::default() },
    )
    .await
    .unwrap();
    let id = request(&office).await;

    usecase::assign(&office.desk, office.amelie(), id, Some(jan)).await.unwrap();
    assert_eq!(office.request(id).await.row.assignee_id, Some(jan));
    usecase::assign(&office.desk, office.amelie(), id, Some(jan)).await.unwrap();
    usecase::assign(&office.desk, office.amelie(), id, None).await.unwrap();

    assert_eq!(office.request(id).await.row.assignee_id, None);
    assert_eq!(office.timeline(id).await, ["received", "assigned", "unassigned"], "once each");
    assert_eq!(office.request(id).await.timeline[1].detail["name"], "Jan Peeters");
}

#[tokio::test]
async fn nobody_unknown_gets_a_request() {
    let office = Office::open().await;
    let id = request(&office).await;
    assert!(usecase::assign(&office.desk, office.amelie(), id, Some(UserId::new())).await.is_err());
    assert_eq!(office.request(id).await.row.assignee_id, None);
}

#[tokio::test]
async fn the_timeline_cannot_be_rewritten() {
    let office = Office::open().await;
    request(&office).await;
    let mut database = office.behind_the_back().await;
    for rewriting in ["UPDATE event SET at = 0", "UPDATE event SET detail = '{}'", "DELETE FROM event"] {
        let refused = database.execute(AssertSqlSafe(rewriting)).await;
        assert!(refused.is_err_and(|error| error.to_string().contains("append-only")), "{rewriting}");
    }
}

#[tokio::test]
async fn a_request_is_deleted_with_all_that_hangs_on_it() {
    let office = Office::open().await;
    let id = request(&office).await;
    usecase::add_note(&office.desk, office.amelie(), id, "note").await.unwrap();
    usecase::create_quote(&office.desk, office.amelie(), id).await.unwrap();
    usecase::open_draft(&office.desk, office.amelie(), id, quoin_core::conversation::DraftKind::Reply, None)
        .await
        .unwrap();

    usecase::delete_request(&office.desk, id).await.unwrap();

    assert!(office.requests().await.is_empty());
    for left_over in [
        "SELECT count(*) FROM message",
        "SELECT count(*) FROM note",
        "SELECT count(*) FROM event",
        "SELECT count(*) FROM quote",
        "SELECT count(*) FROM draft",
        "SELECT count(*) FROM search_entry",
        "SELECT count(*) FROM search",
    ] {
        assert_eq!(office.count(left_over).await, 0, "{left_over}");
    }
    assert!(office.desk.database().is_sound().await.unwrap());
    assert_eq!(office.round().await.intake.requests, 0, "its mail does not come back by itself");
}

#[tokio::test]
async fn one_with_a_numbered_quote_can_only_be_cancelled() {
    let office = Office::open().await;
    let id = request(&office).await;
    let quote = office.quote_with(id, vec![item("Escalier", "1", "1000", "21")]).await;
    usecase::finalise_quote(&office.desk, office.amelie(), quote).await.unwrap();

    let refused = usecase::delete_request(&office.desk, id).await;

    assert!(matches!(refused, Err(Error::State(StateProblem::RequestHasIssuedQuote))));
    usecase::set_status(&office.desk, office.amelie(), id, Status::Cancelled, "").await.unwrap();
    assert_eq!(office.requests().await.len(), 1);
}

#[tokio::test]
async fn one_of_which_a_mail_is_about_to_leave_is_not_deleted() {
    let office = Office::open().await;
    let id = request(&office).await;
    office.reply(id, "Bonjour").await;

    let refused = usecase::delete_request(&office.desk, id).await;
    assert!(matches!(refused, Err(Error::State(StateProblem::MailAlreadyLeaving))), "{refused:?}");

    office.mail_leaves().await;
    assert_eq!(office.left().len(), 1);
    usecase::delete_request(&office.desk, id).await.unwrap();
}

#[tokio::test]
async fn a_deleted_request_is_told_to_the_window() {
    let office = Office::open().await;
    let id = usecase::take_request(
        &office.desk,
        office.amelie(),
        NewRequest { name: "X".into(), ..NewRequest::default() },
    )
    .await
    .unwrap();
    let mut changes = office.desk.changes();
    usecase::delete_request(&office.desk, id).await.unwrap();
    assert_eq!(changes.try_recv().unwrap(), quoin_core::change::Change::RequestDeleted(id));
}

#[tokio::test]
async fn what_is_not_there_is_not_found() {
    let office = Office::open().await;
    let nobody = RequestId::new();
    let actor = Actor::User(None);
    let desk = &office.desk;
    let outcomes = [
        usecase::set_status(desk, actor, nobody, Status::Cancelled, "").await,
        usecase::delete_request(desk, nobody).await,
        usecase::assign(desk, actor, nobody, None).await,
        usecase::mark_read(desk, nobody, true).await,
        usecase::add_note(desk, actor, nobody, "x").await.map(drop),
        usecase::rename_request(desk, actor, nobody, "x").await,
        usecase::correct_requester(desk, actor, nobody, "x", "").await,
        usecase::link_contact(desk, actor, nobody, None).await,
        usecase::create_quote(desk, actor, nobody).await.map(drop),
        usecase::open_draft(desk, actor, nobody, quoin_core::conversation::DraftKind::Note, None)
            .await
            .map(drop),
        usecase::show_request(desk, nobody).await.map(drop),
        usecase::show_conversation(desk, nobody).await.map(drop),
    ];
    for (position, outcome) in outcomes.into_iter().enumerate() {
        assert!(matches!(outcome, Err(Error::NotFound(_))), "{position}: {outcome:?}");
    }
}
