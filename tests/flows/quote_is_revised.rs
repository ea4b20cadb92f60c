//! The customer wants it otherwise: version 2 supersedes version 1, which stays byte for byte.

use quoin_core::error::{Error, StateProblem};
use quoin_core::id::{QuoteId, RequestId};
use quoin_core::language::Language;
use quoin_core::quote::{QuoteInput, QuoteState};
use quoin_core::report;
use quoin_core::request::{Proposal, Status, Waiting};
use quoin_core::usecase;

use crate::letter::Letter;
use crate::office::{Office, item};

async fn sent_quote(office: &Office) -> (RequestId, QuoteId) {
    let request = office.request_by_mail(Letter::from_sophie("Escalier")).await;
    let quote = office.quote_with(request, vec![item("Escalier", "1", "1000", "21")]).await;
    office.send_quote(request, quote).await;
    office.mail_leaves().await;
    (request, quote)
}

async fn revise(office: &Office, quote: QuoteId, price: &str) -> QuoteId {
    let next = usecase::revise_quote(&office.desk, office.amelie(), quote).await.unwrap();
    let detail = usecase::show_quote(&office.desk, next, Language::Fr).await.unwrap();
    let input = QuoteInput { lines: vec![item("Escalier", "1", price, "21")], ..detail.input };
    usecase::save_quote(&office.desk, next, detail.revision, &input, Language::Fr).await.unwrap();
    next
}

async fn state(office: &Office, quote: QuoteId) -> QuoteState {
    usecase::show_quote(&office.desk, quote, Language::Fr).await.unwrap().state
}

#[tokio::test]
async fn the_next_version_keeps_the_number_and_the_older_one_every_byte() {
    let office = Office::open().await;
    let (_, first) = sent_quote(&office).await;
    let before = usecase::quote_document(&office.desk, first).await.unwrap();
    office.clock.advance_seconds(3 * 86_400);

    let second = revise(&office, first, "1200").await;
    usecase::finalise_quote(&office.desk, office.amelie(), second).await.unwrap();

    let detail = usecase::show_quote(&office.desk, second, Language::Fr).await.unwrap();
    assert_eq!((detail.number.as_deref(), detail.version), (Some("2026-0001"), 2));
    assert_eq!(detail.input.issued_on.to_string(), "2026-03-05", "with its own date");
    assert_eq!(detail.versions.iter().map(|version| version.id).collect::<Vec<_>>(), [first, second]);
    let after = usecase::quote_document(&office.desk, first).await.unwrap();
    assert_eq!((after.bytes, after.name), (before.bytes, before.name));
    assert_ne!(
        usecase::quote_document(&office.desk, second).await.unwrap().name,
        usecase::quote_document(&office.desk, first).await.unwrap().name
    );
}

#[tokio::test]
async fn asked_twice_there_is_one_next_version() {
    let office = Office::open().await;
    let (_, first) = sent_quote(&office).await;

    let second = usecase::revise_quote(&office.desk, office.amelie(), first).await.unwrap();

    assert_eq!(usecase::revise_quote(&office.desk, office.amelie(), first).await.unwrap(), second);
}

#[tokio::test]
async fn the_older_version_counts_until_the_newer_one_is_sent() {
    let office = Office::open().await;
    let (request, first) = sent_quote(&office).await;
    let second = revise(&office, first, "1200").await;
    usecase::finalise_quote(&office.desk, office.amelie(), second).await.unwrap();
    assert_eq!(state(&office, first).await, QuoteState::Sent);

    office.send_quote(request, second).await;

    assert_eq!(
        (state(&office, first).await, state(&office, second).await),
        (QuoteState::Superseded, QuoteState::Sent)
    );
    let refused = usecase::accept_quote(&office.desk, office.amelie(), first, "").await;
    assert!(matches!(refused, Err(Error::State(StateProblem::QuoteSuperseded))));
}

#[tokio::test]
async fn the_newer_version_taken_back_leaves_the_older_one_as_it_was() {
    let office = Office::open().await;
    let (request, first) = sent_quote(&office).await;
    let before = office.request(request).await.row;
    let second = revise(&office, first, "1200").await;
    let outbox = office.send_quote(request, second).await;

    usecase::take_back(&office.desk, office.amelie(), outbox).await.unwrap();

    assert_eq!(
        (state(&office, first).await, state(&office, second).await),
        (QuoteState::Sent, QuoteState::Finalised)
    );
    assert_eq!(office.request(request).await.row.status, before.status);
    assert!(usecase::accept_quote(&office.desk, office.amelie(), first, "").await.is_ok());
}

#[tokio::test]
async fn a_second_sending_taken_back_does_not_undo_the_first() {
    let office = Office::open().await;
    let (request, quote) = sent_quote(&office).await;
    let again = office.send_quote(request, quote).await;

    usecase::take_back(&office.desk, office.amelie(), again).await.unwrap();

    assert_eq!(state(&office, quote).await, QuoteState::Sent);
}

#[tokio::test]
async fn taking_back_a_quote_touches_no_other_quote_of_the_request() {
    let office = Office::open().await;
    let (request, sent) = sent_quote(&office).await;
    let other = office.quote_with(request, vec![item("Rampe", "1", "300", "21")]).await;
    let outbox = office.send_quote(request, other).await;
    usecase::create_quote(&office.desk, office.amelie(), request).await.unwrap();

    usecase::take_back(&office.desk, office.amelie(), outbox).await.unwrap();

    assert_eq!(
        (state(&office, sent).await, state(&office, other).await),
        (QuoteState::Sent, QuoteState::Finalised)
    );
}

#[tokio::test]
async fn a_yes_is_to_the_version_the_customer_has_not_to_the_draft_on_our_desk() {
    let office = Office::open().await;
    let (request, first) = sent_quote(&office).await;
    revise(&office, first, "1200").await;

    usecase::judge_answer(&office.desk, office.amelie(), request, Some(Proposal::Accept), "oui")
        .await
        .unwrap();

    assert_eq!(state(&office, first).await, QuoteState::Accepted);
    assert_eq!(office.request(request).await.row.status, Status::QuoteAccepted);
}

#[tokio::test]
async fn what_is_accepted_twice_in_two_versions_is_won_once() {
    let office = Office::open().await;
    let (request, first) = sent_quote(&office).await;
    usecase::accept_quote(&office.desk, office.amelie(), first, "").await.unwrap();
    let second = revise(&office, first, "1200").await;
    office.send_quote(request, second).await;
    assert_eq!(
        office.request(request).await.row.status,
        Status::QuoteAccepted,
        "an accepted request stays accepted"
    );

    usecase::accept_quote(&office.desk, office.amelie(), second, "").await.unwrap();

    assert_eq!(
        (state(&office, first).await, state(&office, second).await),
        (QuoteState::Superseded, QuoteState::Accepted)
    );
    let figures = report::last_year(&mut office.desk.reader().await.unwrap(), &office.clock).await.unwrap();
    assert_eq!(figures.won.minor, 145_200);
}

#[tokio::test]
async fn a_draft_version_thrown_away_leaves_the_sent_one_waiting_for_the_customer() {
    let office = Office::open().await;
    let (request, first) = sent_quote(&office).await;
    let second = revise(&office, first, "1200").await;

    usecase::discard_quote(&office.desk, office.amelie(), second).await.unwrap();

    let row = office.request(request).await.row;
    assert_eq!(
        (row.status, row.waiting, row.amount.map(|amount| amount.minor)),
        (Status::QuoteSent, Waiting::Customer, Some(121_000))
    );
    let third = usecase::revise_quote(&office.desk, office.amelie(), first).await.unwrap();
    assert_eq!(usecase::show_quote(&office.desk, third, Language::Fr).await.unwrap().version, 2);
}

#[tokio::test]
async fn a_draft_has_no_next_version() {
    let office = Office::open().await;
    let request = office.request_by_mail(Letter::from_sophie("Escalier")).await;
    let draft = usecase::create_quote(&office.desk, office.amelie(), request).await.unwrap();

    let refused = usecase::revise_quote(&office.desk, office.amelie(), draft).await;

    assert!(matches!(refused, Err(Error::State(StateProblem::QuoteNotFinalised))));
}
