//! The disk is full while something is saved: what was acknowledged is there, what was not is named,
//! and all goes on once there is room.

use quoin_core::conversation::{DraftKind, DraftText, Entry};
use quoin_core::error::{Error, StoreError};
use quoin_core::id::RequestId;
use quoin_core::request::NewRequest;
use quoin_core::usecase;
use quoin_core::worker;

use crate::letter::Letter;
use crate::office::Office;
use crate::small_disk::SmallDisk;

fn is_disk_full<T>(outcome: &Result<T, Error>) -> bool {
    matches!(outcome, Err(Error::Store(StoreError::DiskFull)))
}

async fn notes(office: &Office, id: RequestId) -> Vec<String> {
    let entries = office.conversation(id).await.into_iter();
    entries.filter_map(|entry| if let Entry::Note(note) = entry { Some(note.text) } else { None }).collect()
}

async fn take_request(office: &Office) -> RequestId {
    let taken = NewRequest { name: "Mme Dubois".into(), ..NewRequest::default() };
    usecase::take_request(&office.desk, office.amelie(), taken).await.unwrap()
}

/// Writes until the disk is full, from several amounts of room; says what was acknowledged.
async fn write_until_full(office: &Office, disk: &SmallDisk, id: RequestId) -> Vec<String> {
    let mut acknowledged = Vec::new();
    let mut times_full = 0;
    for pages in (0..48).step_by(3) {
        let filler = disk.fill_up_to(pages * 4096);
        for size in [10, 5_000, 40_000, 200_000] {
            let text = format!("{pages}/{size} {}", "x".repeat(size));
            let written = usecase::add_note(&office.desk, office.amelie(), id, &text).await;
            match &written {
                Ok(_) => acknowledged.push(text),
                Err(_) => assert!(is_disk_full(&written), "{pages} pages, {size} bytes: {written:?}"),
            }
            times_full += usize::from(written.is_err());
            // What is there can be read, and nothing else is.
            assert!(notes(office, id).await == acknowledged, "after {pages} pages, {size} bytes");
        }
        std::fs::remove_file(filler).unwrap();
    }
    assert!(times_full > 10, "the disk was full {times_full} times");
    acknowledged
}

#[tokio::test]
async fn what_was_acknowledged_is_there_and_what_was_not_is_named() {
    let Some(disk) = SmallDisk::mount(12 * 1024) else {
        println!("mounting is not allowed here: the full disk is not tried");
        return;
    };
    let office = Office::open_in(disk.path()).await;
    let id = take_request(&office).await;

    let acknowledged = write_until_full(&office, &disk, id).await;

    assert!(office.desk.database().is_sound().await.unwrap());
    usecase::add_note(&office.desk, office.amelie(), id, "après").await.unwrap();
    let office = office.reopen().await;
    assert_eq!(notes(&office, id).await.len(), acknowledged.len() + 1);
    assert!(office.desk.database().is_sound().await.unwrap());
}

#[tokio::test]
async fn a_draft_keeps_its_last_saved_words() {
    let Some(disk) = SmallDisk::mount(8 * 1024) else { return };
    let office = Office::open_in(disk.path()).await;
    let id = take_request(&office).await;
    let draft = usecase::open_draft(&office.desk, office.amelie(), id, DraftKind::Reply, None).await.unwrap();
    let words = |text: String| DraftText { text, ..DraftText::default() };
    usecase::save_draft(&office.desk, draft.id, &words("Bonjour".into())).await.unwrap();

    let filler = disk.fill_up_to(0);
    let failed = usecase::save_draft(&office.desk, draft.id, &words("x".repeat(3_000_000))).await;
    assert!(is_disk_full(&failed), "{failed:?}");
    let kept = usecase::open_draft(&office.desk, office.amelie(), id, DraftKind::Reply, None).await.unwrap();
    assert_eq!(kept.text, "Bonjour");

    std::fs::remove_file(filler).unwrap();
    usecase::save_draft(&office.desk, draft.id, &words("Bonjour encore".into())).await.unwrap();
}

#[tokio::test]
async fn mail_that_there_is_no_room_for_is_brought_in_later_and_once() {
    let Some(disk) = SmallDisk::mount(12 * 1024) else { return };
    let office = Office::open_in(disk.path()).await;
    for number in 0..40 {
        let noise: String =
            (0..4_000_u32).map(|n| char::from(b'a' + ((n * n * 7 + number) % 26) as u8)).collect();
        office.mail_arrives(
            &format!("{number}.eml"),
            Letter::from_sophie(&format!("Demande {number}")).saying(&noise),
        );
    }
    let filler = disk.fill_up_to(20 * 4096);

    let failed = worker::sync(&office.desk, None).await;
    assert!(
        is_disk_full(&failed) || failed.as_ref().is_ok_and(|round| round.intake.requests < 40),
        "{failed:?}"
    );
    std::fs::remove_file(filler).unwrap();
    office.round().await;
    office.round().await;

    assert_eq!(office.requests().await.len(), 40);
    assert_eq!(office.count("SELECT count(*) FROM message").await, 40);
    assert!(office.desk.database().is_sound().await.unwrap());
}
