//! A saved mail is dropped on the window, or named on the command line.

use std::path::PathBuf;

use quoin_core::error::{Error, FieldProblem};
use quoin_core::mailbox::{self, IntakeSource, PendingMail};
use quoin_core::request::Origin;
use quoin_core::usecase;

use crate::letter::Letter;
use crate::office::Office;

fn saved(office: &Office, name: &str, letter: &Letter) -> PathBuf {
    let path = office.home().join(name);
    std::fs::write(&path, letter.bytes()).unwrap();
    path
}

#[tokio::test]
async fn a_saved_mail_becomes_a_request() {
    let office = Office::open().await;
    let file = saved(&office, "mail.eml", &Letter::from_sophie("Escalier"));

    let ids = usecase::import_mail_files(&office.desk, &[file]).await.unwrap();

    assert_eq!(ids.len(), 1);
    let request = office.request(ids[0]).await;
    assert_eq!((request.origin, request.row.subject.as_str()), (Origin::File, "Escalier"));
}

#[tokio::test]
async fn brought_twice_it_is_the_same_request() {
    let office = Office::open().await;
    let file = saved(&office, "mail.eml", &Letter::from_sophie("Escalier"));

    let first = usecase::import_mail_files(&office.desk, std::slice::from_ref(&file)).await.unwrap();
    let second = usecase::import_mail_files(&office.desk, &[file]).await.unwrap();

    assert_eq!(first, second);
    assert_eq!(office.incoming(first[0]).await.len(), 1);
}

#[tokio::test]
async fn read_by_two_at_the_same_time_it_is_there_once() {
    let office = Office::open().await;
    let bytes = Letter::from_sophie("Escalier").bytes();

    let (first, second) =
        tokio::join!(usecase::import_mail(&office.desk, &bytes), usecase::import_mail(&office.desk, &bytes));

    let (first, second) = (first.unwrap().unwrap(), second.unwrap().unwrap());
    assert_eq!(first, second);
    assert_eq!(office.incoming(first).await.len(), 1);
}

#[tokio::test]
async fn one_that_the_mailbox_brought_already_gives_its_request() {
    let office = Office::open().await;
    let letter = Letter::from_sophie("Escalier");
    let id = office.request_by_mail(letter.clone()).await;

    let brought =
        usecase::import_mail_files(&office.desk, &[saved(&office, "mail.eml", &letter)]).await.unwrap();

    assert_eq!(brought, [id]);
    assert_eq!(office.requests().await.len(), 1);
}

#[tokio::test]
async fn an_answer_joins_its_conversation() {
    let office = Office::open().await;
    let id = office.request_by_mail(Letter::from_sophie("Escalier")).await;
    let answer = Letter::from_sophie("Re: Escalier").answering("Escalier@courrier.example");

    let brought =
        usecase::import_mail_files(&office.desk, &[saved(&office, "answer.eml", &answer)]).await.unwrap();

    assert_eq!(brought, [id]);
    assert_eq!(office.incoming(id).await.len(), 2);
}

#[tokio::test]
async fn what_the_user_brings_is_a_request_even_from_a_list() {
    let office = Office::open().await;
    let letter = Letter::from("Forum", "forum@bois.example", "Cherche menuisier")
        .with("List-Id", "<forum.bois.example>");

    let ids = usecase::import_mail_files(&office.desk, &[saved(&office, "list.eml", &letter)]).await.unwrap();

    assert_eq!(ids.len(), 1);
}

#[tokio::test]
async fn it_stays_the_users_wish_when_a_kill_comes_between() {
    let office = Office::open().await;
    let bytes = Letter::from("Forum", "forum@bois.example", "Cherche menuisier")
        .with("List-Id", "<forum.bois.example>")
        .bytes();
    let pending = PendingMail {
        sha256: mailbox::hash(&bytes),
        account_id: None,
        source: IntakeSource::Imported,
        received_at: None,
        stored_at: office.clock.now(),
    };
    let mut write = office.desk.write().await.unwrap();
    mailbox::insert_raw(&mut write, &pending.sha256, &bytes, pending.stored_at).await.unwrap();
    mailbox::insert_pending(&mut write, &pending).await.unwrap();
    write.commit().await.unwrap();

    let office = office.reopen().await;
    office.round().await;

    assert_eq!(office.requests().await.len(), 1);
}

#[tokio::test]
async fn a_mail_whose_request_was_deleted_can_be_brought_again() {
    let office = Office::open().await;
    let file = saved(&office, "mail.eml", &Letter::from_sophie("Escalier"));
    let first = usecase::import_mail_files(&office.desk, std::slice::from_ref(&file)).await.unwrap();
    usecase::delete_request(&office.desk, first[0]).await.unwrap();

    let second = usecase::import_mail_files(&office.desk, &[file]).await.unwrap();

    assert_eq!(second.len(), 1);
    assert_ne!(first, second);
}

#[tokio::test]
async fn a_file_that_is_missing_or_too_large_is_named_and_nothing_is_kept() {
    let office = Office::open().await;
    let huge = office.home().join("huge.eml");
    std::fs::File::create(&huge).unwrap().set_len(200 * 1024 * 1024).unwrap();

    let missing = usecase::import_mail_files(&office.desk, &[office.home().join("none.eml")]).await;
    let too_large = usecase::import_mail_files(&office.desk, &[huge]).await;

    assert!(matches!(missing, Err(Error::File(_))), "{missing:?}");
    assert!(matches!(&too_large, Err(Error::Field { problem: FieldProblem::TooLong, .. })), "{too_large:?}");
    assert!(office.requests().await.is_empty());
}

#[tokio::test]
async fn a_file_that_is_no_mail_is_a_request_that_says_so() {
    let office = Office::open().await;
    let path = office.home().join("photo.eml");
    std::fs::write(&path, b"\x89PNG\r\n\x1a\n\0\0\0").unwrap();

    let ids = usecase::import_mail_files(&office.desk, &[path]).await.unwrap();

    assert_eq!(office.request(ids[0]).await.origin, Origin::Unreadable);
}
