//! The quote goes to the customer: the click, its number, its document, the mail's bytes and its
//! recipients are one commit.

use quoin_core::conversation::{DraftKind, Entry};
use quoin_core::intake::{self, IntakeContext};
use quoin_core::language::Language;
use quoin_core::mailbox;
use quoin_core::quote::QuoteState;
use quoin_core::request::{Status, Waiting};
use quoin_core::usecase;
use sqlx::{AssertSqlSafe, Executor};

use crate::letter::{Letter, field, identifier};
use crate::office::{Office, item};

#[tokio::test]
async fn the_customer_gets_the_very_document_in_the_thread() {
    let office = Office::open().await;
    let request = office
        .request_by_mail(Letter::from_sophie("Escalier").with("Message-ID", "<ask@courrier.example>"))
        .await;
    let quote = office
        .quote_with(request, vec![item("Escalier", "1", "1000", "21"), item("Pose", "1", "500", "6")])
        .await;

    office.send_quote(request, quote).await;
    office.mail_leaves().await;

    let left = office.left();
    assert_eq!(left.len(), 1);
    assert_eq!(identifier(&left[0], "In-Reply-To"), "ask@courrier.example");
    assert_eq!(office.copies(), left);
    let mail = intake::read_mail(&left[0], &IntakeContext::default());
    let frozen = usecase::quote_document(&office.desk, quote).await.unwrap();
    assert_eq!(mail.attachments.len(), 1);
    assert_eq!(
        (mail.attachments[0].name.as_str(), mail.attachments[0].mime.as_str()),
        (frozen.name.as_str(), "application/pdf")
    );
    assert_eq!(mail.attachments[0].bytes, frozen.bytes, "byte for byte what is frozen");
    assert!(
        mail.text.contains("1.740,00")
            || mail.text.contains("1 740,00")
            || mail.text.contains("1\u{202f}740,00"),
        "{}",
        mail.text
    );
    assert!(field(&left[0], "Subject").is_some());
    assert!(mail.subject.contains("2026-0001"), "{}", mail.subject);
}

#[tokio::test]
async fn the_request_says_so_at_once() {
    let office = Office::open().await;
    let request = office.request_by_mail(Letter::from_sophie("Escalier")).await;
    let quote = office.quote_with(request, vec![item("Escalier", "1", "1000", "21")]).await;

    office.send_quote(request, quote).await;

    let detail = office.request(request).await;
    assert_eq!((detail.row.status, detail.row.waiting), (Status::QuoteSent, Waiting::Customer));
    assert_eq!(detail.row.amount.map(|amount| amount.minor), Some(121_000));
    assert_eq!(
        (detail.quotes[0].number.as_deref(), detail.quotes[0].state),
        (Some("2026-0001"), QuoteState::Sent)
    );
    assert_eq!(
        office.timeline(request).await,
        ["received", "quote_created", "quote_finalised", "quote_sent"]
    );
    let conversation = office.conversation(request).await;
    assert!(conversation.iter().any(|entry| matches!(entry, Entry::Outgoing(mail) if mail.quote_id == Some(quote) && mail.attachments.len() == 1)));
    assert!(conversation.iter().any(|entry| matches!(entry, Entry::Quote(shown) if shown.id == quote)));
}

/// What one transaction of "send" writes, table by table.
async fn footprint(office: &Office) -> Vec<i64> {
    let mut counts = Vec::new();
    for query in [
        "SELECT count(*) FROM outbox",
        "SELECT count(*) FROM outbox_recipient",
        "SELECT count(*) FROM message",
        "SELECT count(*) FROM message_recipient",
        "SELECT count(*) FROM attachment",
        "SELECT count(*) FROM raw_mail",
        "SELECT count(*) FROM document",
        "SELECT count(*) FROM event",
        "SELECT count(*) FROM search_entry",
        "SELECT count(*) FROM quote WHERE state <> 'draft' OR number IS NOT NULL",
        "SELECT count(*) FROM number_sequence WHERE kind = 'quote'",
        "SELECT count(*) FROM draft WHERE outbox_id IS NOT NULL",
    ] {
        counts.push(office.count(query).await);
    }
    counts
}

#[tokio::test]
async fn when_any_part_of_it_fails_nothing_of_it_happened() {
    let office = Office::open().await;
    let request = office.request_by_mail(Letter::from_sophie("Escalier")).await;
    let quote = office.quote_with(request, vec![item("Escalier", "1", "1000", "21")]).await;
    let draft =
        usecase::open_draft(&office.desk, office.amelie(), request, DraftKind::QuoteMail, Some(quote))
            .await
            .unwrap();
    let before = (footprint(&office).await, office.request(request).await.row.status);
    let traps = [
        "INSERT ON document",
        "UPDATE OF number ON quote",
        "INSERT ON raw_mail",
        "INSERT ON message",
        "INSERT ON attachment",
        "INSERT ON outbox",
        "INSERT ON outbox_recipient",
        "UPDATE OF outbox_id ON draft",
        "UPDATE OF status ON request",
        "INSERT ON event WHEN new.kind = 'quote_sent'",
    ];
    for trap in traps {
        let sql = format!("CREATE TRIGGER trap BEFORE {trap} BEGIN SELECT RAISE(ABORT, 'trap'); END");
        office.behind_the_back().await.execute(AssertSqlSafe(sql)).await.unwrap();

        let failed = usecase::send_draft(&office.desk, office.amelie(), draft.id).await;

        assert!(failed.is_err(), "{trap}");
        assert_eq!((footprint(&office).await, office.request(request).await.row.status), before, "{trap}");
        office.behind_the_back().await.execute("DROP TRIGGER trap").await.unwrap();
    }
    usecase::send_draft(&office.desk, office.amelie(), draft.id).await.unwrap();
    assert_eq!(
        usecase::show_quote(&office.desk, quote, Language::Fr).await.unwrap().number.as_deref(),
        Some("2026-0001")
    );
}

#[tokio::test]
async fn what_was_committed_at_the_click_is_what_is_tried_and_tried_again() {
    let office = Office::open().await;
    let request = office.request_by_mail(Letter::from_sophie("Escalier")).await;
    let quote = office.quote_with(request, vec![item("Escalier", "1", "1000", "21")]).await;
    office.send_quote(request, quote).await;
    let committed = office.outgoing(request).await.remove(0);
    let bytes = usecase::message_source(&office.desk, committed.id).await.unwrap();
    let out = office.mailbox().join("out");
    std::fs::remove_dir(&out).unwrap();
    assert_eq!(office.mail_leaves().await.failed, 1, "nowhere to leave to");

    let office = office.reopen().await;
    usecase::save_company(
        &office.desk,
        quoin_core::settings::Company { name: "Autre".into(), ..Default::default() },
    )
    .await
    .unwrap();
    std::fs::create_dir(&out).unwrap();
    office.mail_leaves().await;

    assert_eq!(office.left(), [bytes]);
    let delivery = office.outgoing(request).await.remove(0).delivery.unwrap();
    assert_eq!(delivery.tries, 2);
}

#[tokio::test]
async fn a_quote_finalised_before_leaves_as_it_was_frozen() {
    let office = Office::open().await;
    let request = office.request_by_mail(Letter::from_sophie("Escalier")).await;
    let quote = office.quote_with(request, vec![item("Escalier", "1", "1000", "21")]).await;
    let frozen = usecase::finalise_quote(&office.desk, office.amelie(), quote).await.unwrap().document_sha256;

    office.send_quote(request, quote).await;

    let attached = office.outgoing(request).await.remove(0).attachments.remove(0);
    assert_eq!(Some(attached.sha256), frozen);
}

#[tokio::test]
async fn taken_back_it_keeps_its_number_and_can_be_sent_again() {
    let office = Office::open().await;
    let request = office.request_by_mail(Letter::from_sophie("Escalier")).await;
    let quote = office.quote_with(request, vec![item("Escalier", "1", "1000", "21")]).await;
    let outbox = office.send_quote(request, quote).await;

    usecase::take_back(&office.desk, office.amelie(), outbox).await.unwrap();

    let detail = usecase::show_quote(&office.desk, quote, Language::Fr).await.unwrap();
    assert_eq!(
        (detail.number.as_deref(), detail.state, detail.sent_at),
        (Some("2026-0001"), QuoteState::Finalised, None)
    );
    let row = office.request(request).await.row;
    assert_eq!((row.status, row.waiting), (Status::QuoteCreated, Waiting::Us));
    office.send_quote(request, quote).await;
    assert_eq!(office.mail_leaves().await.sent, 1);
    assert_eq!(office.left().len(), 1);
}

#[tokio::test]
async fn a_line_that_cannot_be_read_keeps_the_mail_here_with_its_words() {
    let office = Office::open().await;
    let request = office.request_by_mail(Letter::from_sophie("Escalier")).await;
    let quote = office.quote_with(request, vec![item("Escalier", "1", "abc", "21")]).await;
    let draft =
        usecase::open_draft(&office.desk, office.amelie(), request, DraftKind::QuoteMail, Some(quote))
            .await
            .unwrap();
    let text = quoin_core::conversation::DraftText {
        to: crate::office::people(&draft.to),
        text: "Mes mots".into(),
        ..Default::default()
    };
    usecase::save_draft(&office.desk, draft.id, &text).await.unwrap();

    let refused = usecase::send_draft(&office.desk, office.amelie(), draft.id).await;

    assert!(
        matches!(&refused, Err(quoin_core::error::Error::Field { field, .. }) if field == "lines.0.unit_price"),
        "{refused:?}"
    );
    let kept = usecase::open_draft(&office.desk, office.amelie(), request, DraftKind::QuoteMail, Some(quote))
        .await
        .unwrap();
    assert_eq!(kept.text, "Mes mots");
}

#[tokio::test]
async fn the_hash_of_what_was_sent_can_be_proved() {
    let office = Office::open().await;
    let request = office.request_by_mail(Letter::from_sophie("Escalier")).await;
    let quote = office.quote_with(request, vec![item("Escalier", "1", "1000", "21")]).await;
    office.send_quote(request, quote).await;
    office.mail_leaves().await;

    let hex =
        |bytes: &[u8]| mailbox::hash(bytes).iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    let file = office.outgoing(request).await.remove(0).attachments.remove(0);
    let detail = usecase::show_quote(&office.desk, quote, Language::Fr).await.unwrap();
    assert_eq!(detail.document_sha256.as_deref(), Some(file.sha256.as_str()));
    assert_eq!(hex(&usecase::attachment_file(&office.desk, file.id).await.unwrap().bytes), file.sha256);
}
