use super::*;
use crate::quote::{self, QuoteState};
use crate::request::{self, RequestFilter, Status};

#[test]
fn every_file_of_the_sample_data_can_be_read() {
    assert_eq!(Stories::all().unwrap().0.len(), 26);
}

#[tokio::test]
async fn the_sample_data_tell_what_the_pictures_of_the_product_show() {
    let folder = tempfile::tempdir().unwrap();
    let now = Timestamp(1_795_521_600_000); // 2026-11-24T12:00:00Z, a Tuesday
    let stage = Stage::open(folder.path(), now).await.unwrap();
    stage.play(&Stories::all().unwrap(), &mut |told| assert!(told.at <= now, "{told:?}")).await.unwrap();

    let mut reader = stage.desk().reader().await.unwrap();
    let rows = request::page(&mut reader, &RequestFilter::default(), None, 100).await.unwrap().rows;
    for status in Status::ALL {
        assert!(rows.iter().any(|row| row.status == status), "no request is {}", status.code());
    }
    assert!(rows.iter().any(|row| row.delivery_failed), "one mail was not delivered");
    let bathroom = rows.iter().find(|row| row.reference == "D-2026-0147").unwrap();
    assert_eq!(bathroom.amount.map(|amount| amount.minor), Some(1_029_303));
    assert_eq!(
        (bathroom.status, bathroom.address.as_str()),
        (Status::QuoteSent, "sophie.lambert@courrier.example")
    );

    drop(reader);
    let shown = crate::usecase::show_request(stage.desk(), bathroom.id).await.unwrap();
    let likely = &shown.likely_contacts[0];
    assert_eq!(likely.name, "Marc Lambert");
    assert!(likely.reasons.contains(&request::Likeness::Phone), "the number in the mail is his: {likely:?}");

    let mut reader = stage.desk().reader().await.unwrap();
    let numbered = quote::find_by_number(&mut reader, "2026-0083").await.unwrap();
    assert_eq!(numbered.iter().map(|version| version.state).collect::<Vec<_>>(), [QuoteState::Sent]);
    drop(reader);
    let shown = crate::usecase::show_quote(stage.desk(), numbered[0].id, crate::language::Language::Fr)
        .await
        .unwrap();
    let totals = shown.totals;
    assert_eq!(
        (totals.cost.map(|cost| cost.minor), totals.deposit.map(|deposit| deposit.minor)),
        (Some(641_238), Some(308_791))
    );
    assert_eq!(totals.gross_with_options.map(|gross| gross.minor), Some(1_074_671));
    stage.close().await.unwrap();
}

#[tokio::test]
async fn sample_data_left_half_made_are_made_anew() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join(UNFINISHED), b"").unwrap();
    std::fs::create_dir_all(folder.path().join(stage::MAILBOX).join("in")).unwrap();
    std::fs::write(
        folder.path().join(stage::MAILBOX).join("in").join("left.eml"),
        b"From: a@b.example\r\n\r\n",
    )
    .unwrap();

    remove_half_made(folder.path()).unwrap();

    assert!(!folder.path().join(stage::MAILBOX).exists());
    assert!(folder.path().join(UNFINISHED).exists(), "until they are whole");
}
