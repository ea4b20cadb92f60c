//! The customer answers a quote: the answer lands in the conversation, and the owner judges it.

use quoin_core::error::{Error, StateProblem};
use quoin_core::id::{QuoteId, RequestId};
use quoin_core::language::Language;
use quoin_core::quote::QuoteState;
use quoin_core::report::{self, TodayReason};
use quoin_core::request::{Proposal, Status, Waiting};
use quoin_core::usecase;

use crate::letter::Letter;
use crate::office::{Office, item};

async fn answered(office: &Office, words: &str) -> (RequestId, QuoteId) {
    let request = office.request_by_mail(Letter::from_sophie("Escalier")).await;
    let quote = office.quote_with(request, vec![item("Escalier", "1", "1000", "21")]).await;
    office.send_quote(request, quote).await;
    office.mail_leaves().await;
    let ours = office.outgoing(request).await[0].message_id.clone().unwrap();
    office.clock.advance_seconds(3600);
    office.mail_arrives(
        "answer.eml",
        Letter::from_sophie("Re: Offre")
            .answering(&ours)
            .saying(words)
            .with("Date", "Mon, 02 Mar 2026 09:30:00 +0000"),
    );
    office.round().await;
    (request, quote)
}

async fn state(office: &Office, quote: QuoteId) -> QuoteState {
    usecase::show_quote(&office.desk, quote, Language::Fr).await.unwrap().state
}

#[tokio::test]
async fn it_waits_to_be_judged_and_decides_nothing_by_itself() {
    let office = Office::open().await;
    let (request, quote) = answered(&office, "D’accord, allez-y !").await;

    let row = office.request(request).await.row;
    assert_eq!((row.status, row.waiting, row.unread), (Status::QuoteSent, Waiting::Us, true));
    assert!(row.proposal.is_some());
    assert_eq!(state(&office, quote).await, QuoteState::Sent);
    let today = report::today(&mut office.desk.reader().await.unwrap(), &office.clock, None).await.unwrap();
    assert_eq!(
        today.tasks.iter().map(|task| (task.request.id, task.reason)).collect::<Vec<_>>(),
        [(request, TodayReason::AnswerToJudge)]
    );
}

#[tokio::test]
async fn a_yes_closes_the_request_as_accepted() {
    let office = Office::open().await;
    let (request, quote) = answered(&office, "Oui").await;

    usecase::judge_answer(&office.desk, office.amelie(), request, Some(Proposal::Accept), "par mail")
        .await
        .unwrap();

    let row = office.request(request).await.row;
    assert_eq!((row.status, row.waiting, row.proposal), (Status::QuoteAccepted, Waiting::Nobody, None));
    assert_eq!(state(&office, quote).await, QuoteState::Accepted);
    let last = office.request(request).await.timeline.remove(0);
    assert_eq!(
        (
            last.event.as_str(),
            last.detail["number"].as_str(),
            last.detail["reason"].as_str(),
            last.detail["late"].as_str()
        ),
        ("quote_accepted", "2026-0001", "par mail", "")
    );
}

#[tokio::test]
async fn a_no_closes_it_as_refused_with_its_reason() {
    let office = Office::open().await;
    let (request, quote) = answered(&office, "Non merci").await;

    usecase::judge_answer(&office.desk, office.amelie(), request, Some(Proposal::Refuse), "trop cher")
        .await
        .unwrap();

    let row = office.request(request).await.row;
    assert_eq!((row.status, row.closed_reason.as_str()), (Status::QuoteRefused, "trop cher"));
    assert_eq!(state(&office, quote).await, QuoteState::Refused);
    let figures = report::last_year(&mut office.desk.reader().await.unwrap(), &office.clock).await.unwrap();
    assert_eq!(figures.reasons_lost[0].reason, "trop cher");
}

#[tokio::test]
async fn a_question_stays_with_us() {
    let office = Office::open().await;
    let (request, quote) = answered(&office, "Et si on prenait du chêne ?").await;

    usecase::judge_answer(&office.desk, office.amelie(), request, Some(Proposal::Question), "")
        .await
        .unwrap();

    let row = office.request(request).await.row;
    assert_eq!((row.status, row.waiting, row.proposal), (Status::QuoteSent, Waiting::Us, None));
    assert_eq!(state(&office, quote).await, QuoteState::Sent);
}

#[tokio::test]
async fn our_own_answer_puts_the_proposal_away() {
    let office = Office::open().await;
    let (request, _) = answered(&office, "Et en chêne ?").await;

    office.reply(request, "En chêne, 200 € de plus.").await;

    let row = office.request(request).await.row;
    assert_eq!((row.status, row.waiting, row.proposal), (Status::QuoteSent, Waiting::Customer, None));
}

#[tokio::test]
async fn an_expired_quote_can_be_accepted_and_the_timeline_says_that_it_was_late() {
    let office = Office::open().await;
    let (request, quote) = answered(&office, "Oui").await;
    office.clock.advance_seconds(31 * 86_400);

    usecase::accept_quote(&office.desk, office.amelie(), quote, "").await.unwrap();

    assert_eq!(office.request(request).await.timeline[0].detail["late"], "yes");
}

#[tokio::test]
async fn on_its_last_day_it_is_not_late() {
    let office = Office::open().await;
    let (request, quote) = answered(&office, "Oui").await;
    let last_day = usecase::show_quote(&office.desk, quote, Language::Fr).await.unwrap().input.valid_until;
    while office.clock.today() < last_day {
        office.clock.advance_seconds(3600);
    }
    office.clock.advance_seconds(22 * 3600);

    usecase::accept_quote(&office.desk, office.amelie(), quote, "").await.unwrap();

    assert_eq!(office.request(request).await.timeline[0].detail["late"], "");
}

#[tokio::test]
async fn there_is_nothing_to_accept_in_a_draft_or_without_a_quote() {
    let office = Office::open().await;
    let request = office.request_by_mail(Letter::from_sophie("Escalier")).await;
    let none =
        usecase::judge_answer(&office.desk, office.amelie(), request, Some(Proposal::Accept), "").await;
    let draft = office.quote_with(request, vec![item("Escalier", "1", "1000", "21")]).await;
    let drafted = usecase::accept_quote(&office.desk, office.amelie(), draft, "").await;

    for refused in [none, drafted] {
        assert!(matches!(refused, Err(Error::State(StateProblem::QuoteNotFinalised))), "{refused:?}");
    }
    assert_eq!(office.request(request).await.row.status, Status::QuoteCreated);
}

#[tokio::test]
async fn accepted_by_hand_needs_no_mail() {
    let office = Office::open().await;
    let request = office.request_by_mail(Letter::from_sophie("Escalier")).await;
    let quote = office.quote_with(request, vec![item("Escalier", "1", "1000", "21")]).await;
    usecase::finalise_quote(&office.desk, office.amelie(), quote).await.unwrap();

    usecase::accept_quote(&office.desk, office.amelie(), quote, "au comptoir").await.unwrap();

    assert_eq!(office.request(request).await.row.status, Status::QuoteAccepted);
}
