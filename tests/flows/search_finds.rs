//! One field finds everything: requests, messages, notes, contacts, quotes.

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use quoin_core::contact::ContactDetails;
use quoin_core::search::{self, HitKind, SearchHit};
use quoin_core::usecase;

use crate::letter::Letter;
use crate::office::{Office, item};

async fn find(office: &Office, query: &str) -> Vec<SearchHit> {
    search::find(&mut office.desk.reader().await.unwrap(), query, 50).await.unwrap()
}

async fn kinds(office: &Office, query: &str) -> Vec<HitKind> {
    let mut kinds: Vec<_> = find(office, query).await.into_iter().map(|hit| hit.kind).collect();
    kinds.sort_by_key(|kind| *kind as u8);
    kinds
}

#[tokio::test]
async fn everything_is_found_by_its_own_words() {
    let office = Office::open().await;
    let id = office
        .request_by_mail(
            Letter::from_sophie("Escalier en hêtre").saying("La cage mesure trois mètres cinquante."),
        )
        .await;
    usecase::add_note(&office.desk, office.amelie(), id, "Prévoir un échafaudage").await.unwrap();
    let contact = ContactDetails {
        name: "Zénobie Dufour".into(),
        comment: "aime le merisier".into(),
        ..ContactDetails::default()
    };
    usecase::create_contact(&office.desk, office.amelie(), contact, None).await.unwrap();
    let quote = office.quote_with(id, vec![item("Limon central laqué", "1", "900", "21")]).await;
    usecase::finalise_quote(&office.desk, office.amelie(), quote).await.unwrap();

    assert_eq!(kinds(&office, "cinquante").await, [HitKind::Message]);
    assert_eq!(kinds(&office, "echafaudage").await, [HitKind::Note], "accents do not matter");
    assert_eq!(kinds(&office, "zenob").await, [HitKind::Contact], "the end of a word may be missing");
    assert_eq!(kinds(&office, "merisier").await, [HitKind::Contact]);
    assert_eq!(kinds(&office, "LIMON laqué").await, [HitKind::Quote]);
    assert_eq!(
        kinds(&office, "2026-0001").await,
        [HitKind::Request, HitKind::Quote],
        "by number and reference"
    );
    assert_eq!(kinds(&office, "sophie.lambert@courrier.example").await, [HitKind::Request, HitKind::Message]);
    assert_eq!(find(&office, "cinquante").await[0].request_id, Some(id));
    assert!(find(&office, "cinquante").await[0].excerpt.contains("\u{2068}cinquante\u{2069}"));
}

#[tokio::test]
async fn an_accent_typed_as_a_character_of_its_own_is_the_same_accent() {
    let office = Office::open().await;
    office.request_by_mail(Letter::from_sophie("Échéancier")).await;

    assert!(!find(&office, "e\u{301}che\u{301}ancier").await.is_empty());
}

#[tokio::test]
async fn what_was_changed_is_found_by_its_new_words_only() {
    let office = Office::open().await;
    let id = office.request_by_mail(Letter::from_sophie("Escalier")).await;
    usecase::rename_request(&office.desk, office.amelie(), id, "Mezzanine").await.unwrap();

    assert_eq!(kinds(&office, "mezzanine").await, [HitKind::Request]);
    assert_eq!(kinds(&office, "escalier").await, [HitKind::Message], "the mail still says what it said");
}

#[tokio::test]
async fn a_mail_taken_back_is_not_found() {
    let office = Office::open().await;
    let id = office.request_by_mail(Letter::from_sophie("Escalier")).await;
    let outbox = office.reply(id, "palissandre").await;
    assert_eq!(find(&office, "palissandre").await.len(), 1);

    usecase::take_back(&office.desk, office.amelie(), outbox).await.unwrap();

    assert!(find(&office, "palissandre").await.is_empty());
}

#[tokio::test]
async fn a_title_weighs_more_than_a_text() {
    let office = Office::open().await;
    office.request_by_mail(Letter::from_sophie("Divers").saying("et aussi un garde-corps")).await;
    office.request_by_mail(Letter::from_sophie("Garde-corps").saying("Bonjour")).await;

    assert_eq!(find(&office, "garde-corps").await[0].title, "Garde-corps");
}

#[test]
fn whatever_somebody_types_is_a_question_and_never_an_error() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let office = runtime.block_on(Office::open());
    let mut runner = TestRunner::new(Config { cases: 300, failure_persistence: None, ..Config::default() });
    let typed = prop_oneof![
        any::<String>(),
        "[\"'*()^:{}+~ a-zAND-]{0,12}",
        proptest::sample::select(vec![
            "\"",
            "NEAR(a b)",
            "title:x",
            "a AND",
            "^a",
            "½",
            "\0",
            "a\0b",
            "* OR *"
        ])
        .prop_map(str::to_owned),
    ];
    let outcome = runner.run(&typed, |query| {
        runtime.block_on(async {
            find(&office, &query).await;
            office.requests_where(quoin_core::request::RequestFilter { query, ..Default::default() }).await;
        });
        Ok(())
    });
    outcome.unwrap();
}
