//! The list of requests: filtered, in groups, paged by key.

use std::collections::HashSet;

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use quoin_core::id::{RequestId, UserId};
use quoin_core::request::{self, GroupCounts, NewRequest, RequestFilter, RequestRow, Status, Waiting};
use quoin_core::settings::UserInput;
use quoin_core::usecase;

use crate::office::Office;

/// What makes a request of the list what it is.
#[derive(Debug, Clone)]
struct Listed {
    status: Status,
    by_jan: bool,
    /// Seconds since the one before; often none, so that many have the same time.
    later: i64,
}

fn any_listed() -> impl Strategy<Value = Listed> {
    (proptest::sample::select(Status::ALL.to_vec()), any::<bool>(), 0_i64..2)
        .prop_map(|(status, by_jan, later)| Listed { status, by_jan, later })
}

async fn pages(office: &Office, filter: &RequestFilter, size: u32) -> (Vec<RequestRow>, GroupCounts) {
    let (mut rows, mut after) = (Vec::new(), None);
    loop {
        let page =
            request::page(&mut office.desk.reader().await.unwrap(), filter, after, size).await.unwrap();
        assert!(page.rows.len() <= size as usize);
        rows.extend(page.rows);
        match page.next {
            Some(next) => after = Some(next),
            None => return (rows, page.counts),
        }
    }
}

async fn build(office: &Office, jan: UserId, listed: &[Listed]) -> Vec<RequestId> {
    let mut ids = Vec::new();
    for (number, one) in listed.iter().enumerate() {
        office.clock.advance_seconds(one.later);
        let taken = NewRequest { name: format!("Client {number}"), ..NewRequest::default() };
        let id = usecase::take_request(&office.desk, office.amelie(), taken).await.unwrap();
        if one.by_jan {
            usecase::assign(&office.desk, office.amelie(), id, Some(jan)).await.unwrap();
        }
        usecase::set_status(&office.desk, office.amelie(), id, one.status, "").await.unwrap();
        ids.push(id);
    }
    ids
}

fn check(rows: &[RequestRow], counts: GroupCounts, expected: &HashSet<RequestId>) {
    let found: HashSet<_> = rows.iter().map(|row| row.id).collect();
    assert_eq!(rows.len(), found.len(), "nothing stands twice");
    assert_eq!(&found, expected, "all of it, and nothing else");
    let place = |row: &RequestRow| (row.waiting, std::cmp::Reverse((row.activity_at, row.id)));
    assert!(
        rows.windows(2).all(|pair| place(&pair[0]) < place(&pair[1])),
        "the groups in order, the latest first in each"
    );
    let of = |group: Waiting| rows.iter().filter(|row| row.waiting == group).count() as u32;
    assert_eq!(
        counts,
        GroupCounts { us: of(Waiting::Us), customer: of(Waiting::Customer), closed: of(Waiting::Nobody) }
    );
}

#[test]
fn the_pages_together_are_the_whole_list_whatever_the_filter_and_the_page_size() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let mut runner = TestRunner::new(Config { cases: 12, failure_persistence: None, ..Config::default() });
    let strategy = (proptest::collection::vec(any_listed(), 0..25), 1_u32..9);
    let outcome = runner.run(&strategy, |(listed, size)| {
        runtime.block_on(async {
            let office = Office::open().await;
            let jan = usecase::save_user(
                &office.desk,
                None,
                UserInput { name: "Jan".into(), ..UserInput::default() },
            )
            .await
            .unwrap();
            let ids = build(&office, jan, &listed).await;
            let matching = |wanted: &dyn Fn(&Listed) -> bool| -> HashSet<RequestId> {
                ids.iter().zip(&listed).filter(|(_, one)| wanted(one)).map(|(id, _)| *id).collect()
            };
            let all = RequestFilter::default();
            let filters: [(RequestFilter, HashSet<RequestId>); 5] = [
                (all.clone(), matching(&|_| true)),
                (
                    RequestFilter { status: Some(Status::QuoteSent), ..all.clone() },
                    matching(&|one| one.status == Status::QuoteSent),
                ),
                (RequestFilter { assignee: Some(jan), ..all.clone() }, matching(&|one| one.by_jan)),
                (RequestFilter { open_only: true, ..all.clone() }, matching(&|one| !one.status.is_closed())),
                (
                    RequestFilter { open_only: true, assignee: Some(jan), ..all },
                    matching(&|one| one.by_jan && !one.status.is_closed()),
                ),
            ];
            for (filter, expected) in filters {
                let (rows, counts) = pages(&office, &filter, size).await;
                check(&rows, counts, &expected);
            }
        });
        Ok(())
    });
    outcome.unwrap();
}

#[tokio::test]
async fn unassigned_contact_time_and_words_filter_too() {
    let office = Office::open().await;
    let take = |name: &str| NewRequest { name: name.into(), ..NewRequest::default() };
    let old = usecase::take_request(&office.desk, office.amelie(), take("Ancien client")).await.unwrap();
    office.clock.advance_seconds(3600);
    let new = usecase::take_request(&office.desk, office.amelie(), take("Nouvelle cliente")).await.unwrap();
    usecase::assign(&office.desk, office.amelie(), new, None).await.unwrap();
    let contact = quoin_core::contact::ContactDetails { name: "X".into(), ..Default::default() };
    let contact = usecase::create_contact(&office.desk, office.amelie(), contact, Some(old)).await.unwrap();

    let ids = |rows: Vec<RequestRow>| rows.into_iter().map(|row| row.id).collect::<Vec<_>>();
    let all = RequestFilter::default;
    assert_eq!(ids(office.requests_where(RequestFilter { unassigned: true, ..all() }).await), [new]);
    assert_eq!(ids(office.requests_where(RequestFilter { contact: Some(contact), ..all() }).await), [old]);
    assert_eq!(
        ids(office.requests_where(RequestFilter { since: Some(office.clock.now()), ..all() }).await),
        [new]
    );
    assert_eq!(ids(office.requests_where(RequestFilter { query: "ancien".into(), ..all() }).await), [old]);
    assert_eq!(
        ids(office.requests_where(RequestFilter { query: "cliente absente".into(), ..all() }).await),
        []
    );
}

#[tokio::test]
async fn what_arrives_between_two_pages_neither_hides_nor_repeats_a_row() {
    let office = Office::open().await;
    for number in 0..6 {
        office.clock.advance_seconds(1);
        usecase::take_request(
            &office.desk,
            office.amelie(),
            NewRequest { name: format!("Client {number}"), ..NewRequest::default() },
        )
        .await
        .unwrap();
    }
    let filter = RequestFilter::default();
    let first = request::page(&mut office.desk.reader().await.unwrap(), &filter, None, 3).await.unwrap();
    office.clock.advance_seconds(1);
    usecase::take_request(
        &office.desk,
        office.amelie(),
        NewRequest { name: "Entre-temps".into(), ..NewRequest::default() },
    )
    .await
    .unwrap();

    let second =
        request::page(&mut office.desk.reader().await.unwrap(), &filter, first.next, 3).await.unwrap();

    let names: Vec<_> = first.rows.iter().chain(&second.rows).map(|row| row.who.as_str()).collect();
    assert_eq!(names, ["Client 5", "Client 4", "Client 3", "Client 2", "Client 1", "Client 0"]);
}
