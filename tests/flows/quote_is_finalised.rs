//! A draft gets its number and is frozen: no gaps, no second thoughts.

use std::collections::BTreeSet;

use quoin_core::error::{Error, StateProblem};
use quoin_core::id::QuoteId;
use quoin_core::language::Language;
use quoin_core::mailbox;
use quoin_core::quote::{QuoteInput, QuoteState};
use quoin_core::settings::{Company, Numbering};
use quoin_core::usecase;
use sqlx::{AssertSqlSafe, Executor};

use crate::letter::Letter;
use crate::office::{Office, item};

async fn draft(office: &Office, subject: &str) -> QuoteId {
    let id = office.request_by_mail(Letter::from_sophie(subject)).await;
    office.quote_with(id, vec![item("Escalier", "1", "1000", "21"), item("Pose", "8", "46,50", "6")]).await
}

async fn number(office: &Office, id: QuoteId) -> Option<String> {
    usecase::show_quote(&office.desk, id, Language::Fr).await.unwrap().number
}

#[tokio::test]
async fn it_gets_the_next_number_of_its_year_and_a_document_that_stays() {
    let office = Office::open().await;
    let quote = draft(&office, "Escalier").await;

    let detail = usecase::finalise_quote(&office.desk, office.amelie(), quote).await.unwrap();

    assert_eq!((detail.number.as_deref(), detail.state), (Some("2026-0001"), QuoteState::Finalised));
    let document = usecase::quote_document(&office.desk, quote).await.unwrap();
    assert!(document.bytes.starts_with(b"%PDF-"));
    assert!(document.name.contains("2026-0001") && document.name.ends_with(".pdf"), "{}", document.name);
    let hash: String = mailbox::hash(&document.bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(detail.document_sha256, Some(hash));
    let again = usecase::quote_document(&office.desk, quote).await.unwrap();
    assert_eq!(document.bytes, again.bytes);
}

#[tokio::test]
async fn the_documents_of_a_quote_stay_when_the_company_changes() {
    let office = Office::open().await;
    let quote = draft(&office, "Escalier").await;
    usecase::finalise_quote(&office.desk, office.amelie(), quote).await.unwrap();
    let before = usecase::quote_document(&office.desk, quote).await.unwrap();

    usecase::save_company(&office.desk, Company { name: "Un autre nom".into(), ..Company::default() })
        .await
        .unwrap();
    let office = office.reopen().await;

    assert_eq!(usecase::quote_document(&office.desk, quote).await.unwrap().bytes, before.bytes);
}

#[tokio::test]
async fn drafts_take_no_numbers_and_what_fails_leaves_no_gap() {
    let office = Office::open().await;
    let (first, second, third) =
        (draft(&office, "Un").await, draft(&office, "Deux").await, draft(&office, "Trois").await);
    usecase::finalise_quote(&office.desk, office.amelie(), first).await.unwrap();
    usecase::discard_quote(&office.desk, office.amelie(), second).await.unwrap();

    let trap = "CREATE TRIGGER trap BEFORE INSERT ON document BEGIN SELECT RAISE(ABORT, 'trap'); END";
    office.behind_the_back().await.execute(trap).await.unwrap();
    assert!(usecase::finalise_quote(&office.desk, office.amelie(), third).await.is_err());
    assert_eq!(number(&office, third).await, None, "nothing of it was kept");
    office.behind_the_back().await.execute("DROP TRIGGER trap").await.unwrap();
    usecase::finalise_quote(&office.desk, office.amelie(), third).await.unwrap();

    assert_eq!(number(&office, third).await.as_deref(), Some("2026-0002"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn many_at_once_get_each_their_own_number_without_gaps() {
    let office = Office::open().await;
    let mut drafts = Vec::new();
    for subject in ["a", "b", "c", "d", "e", "f", "g", "h"] {
        drafts.push(draft(&office, subject).await);
    }
    let empty = office.request_by_mail(Letter::from_sophie("vide")).await;
    let unfinishable = usecase::create_quote(&office.desk, office.amelie(), empty).await.unwrap();

    let tasks: Vec<_> = drafts
        .iter()
        .flat_map(|id| [*id, unfinishable, *id])
        .map(|id| {
            let (desk, actor) = (office.desk.clone(), office.amelie());
            tokio::spawn(async move { usecase::finalise_quote(&desk, actor, id).await.map(drop) })
        })
        .collect();
    let mut done = 0;
    for task in tasks {
        done += usize::from(task.await.unwrap().is_ok());
    }

    assert_eq!(done, drafts.len(), "each once");
    let mut numbers = BTreeSet::new();
    for id in &drafts {
        numbers.insert(number(&office, *id).await.unwrap());
    }
    let expected: BTreeSet<String> = (1..=8).map(|sequence| format!("2026-{sequence:04}")).collect();
    assert_eq!(numbers, expected);
}

#[tokio::test]
async fn each_year_counts_from_one() {
    let office = Office::open().await;
    let first = draft(&office, "Un").await;
    usecase::finalise_quote(&office.desk, office.amelie(), first).await.unwrap();
    office.clock.advance_seconds(365 * 86_400);

    let second = draft(&office, "Deux").await;
    usecase::finalise_quote(&office.desk, office.amelie(), second).await.unwrap();

    assert_eq!(number(&office, second).await.as_deref(), Some("2027-0001"));
}

#[tokio::test]
async fn a_changed_pattern_never_repeats_a_number() {
    let office = Office::open().await;
    let numbering = |quote: &str| Numbering { quote: quote.into(), ..Numbering::default() };
    usecase::save_numbering(&office.desk, numbering("{year}-1{number}")).await.unwrap();
    let mut numbers = BTreeSet::new();
    let first = draft(&office, "Un").await;
    usecase::finalise_quote(&office.desk, office.amelie(), first).await.unwrap();
    numbers.insert(number(&office, first).await);
    usecase::save_numbering(&office.desk, numbering("{year}-{number}")).await.unwrap();
    office
        .behind_the_back()
        .await
        .execute("UPDATE number_sequence SET next_number = 10 WHERE kind = 'quote'")
        .await
        .unwrap();

    for subject in ["Deux", "Trois"] {
        let quote = draft(&office, subject).await;
        usecase::finalise_quote(&office.desk, office.amelie(), quote).await.unwrap();
        numbers.insert(number(&office, quote).await);
    }

    assert_eq!(numbers.len(), 3, "{numbers:?}");
}

#[tokio::test]
async fn a_pattern_that_would_repeat_or_cannot_be_read_is_refused() {
    let office = Office::open().await;
    for pattern in ["{number}", "{year}", "", "{year}-{number", "{year}-{nr}", "{year}\n{number}"] {
        let refused = usecase::save_numbering(
            &office.desk,
            Numbering { quote: pattern.into(), ..Numbering::default() },
        )
        .await;
        assert!(
            matches!(&refused, Err(Error::Field { field, .. }) if field == "quote"),
            "{pattern}: {refused:?}"
        );
    }
}

#[tokio::test]
async fn a_company_without_a_name_finalises_nothing() {
    let office = Office::open().await;
    let quote = draft(&office, "Escalier").await;
    office.behind_the_back().await.execute("DELETE FROM setting WHERE key = 'company'").await.unwrap();

    let refused = usecase::finalise_quote(&office.desk, office.amelie(), quote).await.map(drop);

    assert!(matches!(refused, Err(Error::State(StateProblem::CompanyWithoutName))));
    assert_eq!(office.count("SELECT count(*) FROM number_sequence WHERE kind = 'quote'").await, 0);
}

#[tokio::test]
async fn what_is_finalised_is_frozen_for_the_program() {
    let office = Office::open().await;
    let quote = draft(&office, "Escalier").await;
    let before = usecase::show_quote(&office.desk, quote, Language::Fr).await.unwrap();
    usecase::finalise_quote(&office.desk, office.amelie(), quote).await.unwrap();

    let input = QuoteInput { title: "Autre chose".into(), ..before.input };
    let frozen = |outcome: Result<(), Error>| matches!(outcome, Err(Error::State(StateProblem::QuoteFrozen)));
    assert!(frozen(
        usecase::save_quote(&office.desk, quote, before.revision, &input, Language::Fr).await.map(drop)
    ));
    assert!(frozen(usecase::finalise_quote(&office.desk, office.amelie(), quote).await.map(drop)));
    assert!(frozen(usecase::discard_quote(&office.desk, office.amelie(), quote).await));
}

#[tokio::test]
async fn what_is_finalised_is_frozen_for_whoever_opens_the_database() {
    let office = Office::open().await;
    let quote = draft(&office, "Escalier").await;
    usecase::finalise_quote(&office.desk, office.amelie(), quote).await.unwrap();
    let document = usecase::quote_document(&office.desk, quote).await.unwrap();
    let mut database = office.behind_the_back().await;
    for tampering in [
        "UPDATE quote SET gross_minor = 1",
        "UPDATE quote SET number = '2026-9999'",
        "UPDATE quote SET document_sha256 = NULL",
        "UPDATE quote SET recipient = '{}'",
        "UPDATE quote SET state = 'draft'",
        "DELETE FROM quote",
        "UPDATE quote_line SET unit_price = 1",
        "DELETE FROM quote_line",
        "INSERT INTO quote_line (id, quote_id, position, kind) SELECT x'00', id, 9, 'text' FROM quote",
        "UPDATE document SET bytes = x'00'",
        "DELETE FROM document",
        "DELETE FROM request",
    ] {
        let refused = database.execute(AssertSqlSafe(tampering)).await;
        assert!(refused.is_err(), "{tampering}");
    }
    assert_eq!(usecase::quote_document(&office.desk, quote).await.unwrap().bytes, document.bytes);
}
