//! Lists and search over 100,000 requests, beside a bare query for as many rows.

use std::path::PathBuf;
use std::sync::LazyLock;

use divan::Bencher;
use quoin_core::clock::{Clock, Timestamp};
use quoin_core::desk::Desk;
use quoin_core::id::{ContactId, RequestId};
use quoin_core::intake::RequesterSource;
use quoin_core::request::{self, Origin, Request, RequestCursor, RequestFilter, Status, Waiting};
use quoin_core::search::{self, HitKind, SearchEntry};
use quoin_core::secret::SecretStore;
use tokio::runtime::Runtime;

const REQUESTS: u32 = 100_000;
const PAGE: u32 = 60;

static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| Runtime::new().expect("a runtime"));

/// A workspace that stays beside the build, made once.
static DESK: LazyLock<Desk> = LazyLock::new(|| RUNTIME.block_on(open()));

async fn open() -> Desk {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("hundred-thousand-requests");
    let desk = match Desk::open(&folder, Clock::System, SecretStore::memory()).await {
        Ok(desk) => desk,
        // It was made by a program with other tables.
        Err(_) => {
            std::fs::remove_dir_all(&folder).expect("an old workspace goes");
            Desk::open(&folder, Clock::System, SecretStore::memory()).await.expect("a workspace")
        }
    };
    let mut reader = desk.reader().await.expect("a reader");
    let counts = request::page(&mut reader, &RequestFilter::default(), None, 1).await.expect("a page").counts;
    drop(reader);
    if counts.us + counts.customer + counts.closed < REQUESTS {
        fill(&desk).await;
    }
    desk
}

async fn fill(desk: &Desk) {
    let mut write = desk.write().await.expect("a transaction");
    for number in 0..REQUESTS {
        let status = Status::ALL[number as usize % 7];
        let at = Timestamp(1_760_000_000_000 + i64::from(number) * 61_000);
        let request = Request {
            id: RequestId::new(),
            reference: format!("D-2025-{number:06}"),
            subject: format!(
                "{} numéro {number}",
                ["Salle de bain", "Pompe à chaleur", "Escalier", "Cuisine"][number as usize % 4]
            ),
            status,
            waiting: Waiting::after_our_action(status),
            waiting_since: at,
            origin: Origin::Mail,
            requester_name: format!("Client {number}"),
            requester_address: format!("client{number}@courrier.example"),
            requester_phone: String::new(),
            requester_source: RequesterSource::From,
            language: None,
            contact_id: None,
            assignee_id: None,
            account_id: None,
            latest_quote_id: None,
            proposal: None,
            delivery_failed: false,
            unread: false,
            closed_reason: String::new(),
            received_at: at,
            activity_at: at,
        };
        request::insert(&mut write, &request).await.expect("a row");
        let entry = SearchEntry {
            kind: HitKind::Request,
            item: request.id.uuid(),
            request: Some(request.id),
            at,
            title: &request.subject,
            body: &request.requester_name,
        };
        search::index(&mut write, &entry).await.expect("an entry");
    }
    write.commit().await.expect("a commit");
}

fn list(bencher: Bencher, filter: &RequestFilter, after: Option<RequestCursor>) {
    let desk = &*DESK;
    bencher.bench_local(|| {
        RUNTIME.block_on(async {
            let mut reader = desk.reader().await.expect("a reader");
            request::page(&mut reader, filter, after, PAGE).await.expect("a page").rows.len()
        })
    });
}

/// The peer: as many rows by their index, nothing joined, nothing counted.
#[divan::bench]
fn bare_query_for_a_page(bencher: Bencher) {
    let desk = &*DESK;
    bencher.bench_local(|| {
        RUNTIME.block_on(async {
            let mut reader = desk.reader().await.expect("a reader");
            let rows: Vec<(Vec<u8>, String, String, i64)> = sqlx::query_as(
                "SELECT id, reference, subject, activity_at FROM request WHERE list_group = 0 ORDER BY activity_at DESC, id DESC LIMIT 60",
            )
            .fetch_all(&mut *reader)
            .await
            .expect("rows");
            rows.len()
        })
    });
}

#[divan::bench]
fn first_page(bencher: Bencher) {
    list(bencher, &RequestFilter::default(), None);
}

#[divan::bench]
fn page_in_the_middle(bencher: Bencher) {
    let at = Timestamp(1_760_000_000_000 + i64::from(REQUESTS / 2) * 61_000);
    let after = RequestCursor { waiting: Waiting::Customer, activity_at: at, id: RequestId::new() };
    list(bencher, &RequestFilter::default(), Some(after));
}

#[divan::bench]
fn one_status(bencher: Bencher) {
    list(bencher, &RequestFilter { status: Some(Status::Cancelled), ..RequestFilter::default() }, None);
}

/// The worst filter: everything is looked at and nothing found.
#[divan::bench]
fn a_contact_without_requests(bencher: Bencher) {
    list(bencher, &RequestFilter { contact: Some(ContactId::new()), ..RequestFilter::default() }, None);
}

#[divan::bench]
fn filtered_by_a_word_in_a_quarter_of_all(bencher: Bencher) {
    list(bencher, &RequestFilter { query: "escalier".into(), ..RequestFilter::default() }, None);
}

#[divan::bench]
fn filtered_by_words(bencher: Bencher) {
    list(bencher, &RequestFilter { query: "escalier 4242".into(), ..RequestFilter::default() }, None);
}

#[divan::bench]
fn search_for_a_word_in_one(bencher: Bencher) {
    let desk = &*DESK;
    bencher.bench_local(|| {
        RUNTIME.block_on(async {
            let mut reader = desk.reader().await.expect("a reader");
            search::find(&mut reader, "escalier 4242", 50).await.expect("hits").len()
        })
    });
}

#[divan::bench]
fn search_for_a_word_in_a_quarter_of_all(bencher: Bencher) {
    let desk = &*DESK;
    bencher.bench_local(|| {
        RUNTIME.block_on(async {
            let mut reader = desk.reader().await.expect("a reader");
            search::find(&mut reader, "escalier", 50).await.expect("hits").len()
        })
    });
}
