//! An internal note: visible here, and nowhere else, ever.

use quoin_core::conversation::{DraftKind, DraftText, Entry};
use quoin_core::error::{Error, FieldProblem};
use quoin_core::usecase;

use crate::letter::Letter;
use crate::office::Office;

#[tokio::test]
async fn a_note_stands_in_the_conversation_and_on_the_timeline() {
    let office = Office::open().await;
    let id = office.request_by_mail(Letter::from_sophie("Escalier")).await;

    usecase::add_note(&office.desk, office.amelie(), id, "  Client difficile  ").await.unwrap();

    let conversation = office.conversation(id).await;
    assert!(
        matches!(&conversation[..], [Entry::Incoming(_), Entry::Note(note)] if note.text == "Client difficile" && note.user_id == Some(office.user))
    );
    assert_eq!(office.timeline(id).await, ["received", "note_added"]);
}

#[tokio::test]
async fn a_note_never_leaves_the_program() {
    let office = Office::open().await;
    let id = office.request_by_mail(Letter::from_sophie("Escalier")).await;
    usecase::add_note(&office.desk, office.amelie(), id, "SECRET-DE-LA-MAISON").await.unwrap();

    office.reply(id, "Bonjour").await;
    let quote = office.quote_with(id, vec![crate::office::item("Escalier", "1", "1000", "21")]).await;
    office.send_quote(id, quote).await;
    office.mail_leaves().await;

    let left = office.left();
    assert_eq!(left.len(), 2);
    for mail in left.iter().chain(&office.copies()) {
        assert!(!String::from_utf8_lossy(mail).contains("SECRET-DE-LA-MAISON"));
    }
    let pdf = usecase::quote_document(&office.desk, quote).await.unwrap();
    assert!(!String::from_utf8_lossy(&pdf.bytes).contains("SECRET-DE-LA-MAISON"));
}

#[tokio::test]
async fn an_empty_note_is_refused() {
    let office = Office::open().await;
    let id = office.request_by_mail(Letter::from_sophie("Escalier")).await;

    let refused = usecase::add_note(&office.desk, office.amelie(), id, " \n ").await;

    assert!(matches!(refused, Err(Error::Field { problem: FieldProblem::Empty, .. })));
    assert_eq!(office.conversation(id).await.len(), 1);
}

#[tokio::test]
async fn a_note_draft_lives_until_its_note_is_committed_and_is_never_sent() {
    let office = Office::open().await;
    let id = office.request_by_mail(Letter::from_sophie("Escalier")).await;
    let draft = usecase::open_draft(&office.desk, office.amelie(), id, DraftKind::Note, None).await.unwrap();
    usecase::save_draft(
        &office.desk,
        draft.id,
        &DraftText { text: "À rappeler".into(), ..DraftText::default() },
    )
    .await
    .unwrap();

    assert!(usecase::send_draft(&office.desk, office.amelie(), draft.id).await.is_err());
    let office = office.reopen().await;
    let again = usecase::open_draft(&office.desk, office.amelie(), id, DraftKind::Note, None).await.unwrap();
    assert_eq!((again.id, again.text.as_str()), (draft.id, "À rappeler"));

    usecase::add_note(&office.desk, office.amelie(), id, &again.text).await.unwrap();

    assert_eq!(office.count("SELECT count(*) FROM draft").await, 0);
    assert_eq!(office.count("SELECT count(*) FROM outbox").await, 0);
}
