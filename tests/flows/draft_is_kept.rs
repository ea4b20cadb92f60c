//! What is being written survives anything, and goes only when its mail is committed as sent.

use std::path::PathBuf;

use quoin_core::conversation::{DraftKind, DraftPerson, DraftText, DraftView};
use quoin_core::error::{Error, FieldProblem, StateProblem};
use quoin_core::id::RequestId;
use quoin_core::usecase;

use crate::letter::Letter;
use crate::office::{AMELIE, OUR_ADDRESS, Office, item, people};

async fn open(office: &Office, id: RequestId) -> DraftView {
    usecase::open_draft(&office.desk, office.amelie(), id, DraftKind::Reply, None).await.unwrap()
}

async fn save(office: &Office, draft: &DraftView, text: &str) {
    let text = DraftText {
        to: people(&draft.to),
        cc: people(&draft.cc),
        subject: draft.subject.clone(),
        text: text.into(),
        quotes: draft.quotes,
    };
    usecase::save_draft(&office.desk, draft.id, &text).await.unwrap();
}

fn file(office: &Office, name: &str, bytes: &[u8]) -> PathBuf {
    let path = office.home().join(name);
    std::fs::write(&path, bytes).unwrap();
    path
}

#[tokio::test]
async fn a_reply_begins_with_its_recipients_and_a_greeting() {
    let office = Office::open().await;
    let mail = Letter::from_sophie("Escalier")
        .with("To", &format!("{OUR_ADDRESS}, Marc <marc@chantier.example>"))
        .with("Cc", &format!("Paul <paul@architecte.example>, {AMELIE}"));
    let id = office.request_by_mail(mail).await;

    let draft = open(&office, id).await;

    let addresses = |people: &[quoin_core::intake::Person]| {
        people.iter().map(|person| person.address.clone()).collect::<Vec<_>>()
    };
    assert_eq!(addresses(&draft.to), ["sophie.lambert@courrier.example"]);
    assert_eq!(
        addresses(&draft.cc),
        ["marc@chantier.example", "paul@architecte.example"],
        "everybody but ourselves"
    );
    assert_eq!((draft.subject.as_str(), draft.from.address.as_str()), ("Re: Escalier", OUR_ADDRESS));
    assert!(draft.text.contains("Sophie Lambert") && draft.text.contains("Amélie Wauters"), "{}", draft.text);
}

#[tokio::test]
async fn an_answer_goes_where_the_mail_asked_for_it() {
    let office = Office::open().await;
    let id = office
        .request_by_mail(Letter::from_sophie("Escalier").with("Reply-To", "bureau@lambert.example"))
        .await;

    let draft = open(&office, id).await;

    assert_eq!(draft.to.len(), 1);
    assert_eq!(draft.to[0].address, "bureau@lambert.example");
}

#[tokio::test]
async fn what_was_typed_is_there_after_a_kill() {
    let office = Office::open().await;
    let id = office.request_by_mail(Letter::from_sophie("Escalier")).await;
    let draft = open(&office, id).await;
    usecase::attach_files(&office.desk, draft.id, &[file(&office, "plan.pdf", b"%PDF")]).await.unwrap();
    let typed = DraftText {
        to: vec![DraftPerson { name: "S".into(), address: "not an address".into() }],
        subject: "à moitié".into(),
        text: "Je suis en train d’écri".into(),
        ..DraftText::default()
    };
    usecase::save_draft(&office.desk, draft.id, &typed).await.unwrap();

    let office = office.reopen().await;
    let found = open(&office, id).await;

    assert_eq!(
        (found.id, found.text.as_str(), found.subject.as_str()),
        (draft.id, "Je suis en train d’écri", "à moitié")
    );
    assert_eq!(found.to[0].address, "not an address", "nothing is checked while somebody types");
    assert_eq!(found.attachments[0].name, "plan.pdf");
}

#[tokio::test]
async fn an_address_without_an_at_sign_is_named_and_the_draft_stays() {
    let office = Office::open().await;
    let id = office.request_by_mail(Letter::from_sophie("Escalier")).await;
    let draft = open(&office, id).await;
    let typed = DraftText {
        to: vec![DraftPerson { address: "sophie.courrier.example".into(), ..DraftPerson::default() }],
        text: "Bonjour".into(),
        ..DraftText::default()
    };
    usecase::save_draft(&office.desk, draft.id, &typed).await.unwrap();

    let refused = usecase::send_draft(&office.desk, office.amelie(), draft.id).await;

    assert!(
        matches!(&refused, Err(Error::Field { field, problem: FieldProblem::NotAnAddress }) if field == "to"),
        "{refused:?}"
    );
    assert_eq!(open(&office, id).await.text, "Bonjour");
    assert_eq!(office.count("SELECT count(*) FROM outbox").await, 0);
    assert_eq!(office.count("SELECT count(*) FROM message WHERE direction = 'outgoing'").await, 0);
}

#[tokio::test]
async fn a_header_cannot_be_smuggled_in() {
    let office = Office::open().await;
    let id = office.request_by_mail(Letter::from_sophie("Escalier")).await;
    let draft = open(&office, id).await;
    let hostile = [
        DraftText { subject: "x\r\nBcc: victim@x.example".into(), ..good() },
        DraftText {
            to: vec![DraftPerson { name: "x\r\nBcc: v@x.example".into(), address: "s@x.example".into() }],
            ..good()
        },
        DraftText {
            to: vec![DraftPerson { name: String::new(), address: "s@x.example\r\nBcc: v@x.example".into() }],
            ..good()
        },
        DraftText {
            cc: vec![DraftPerson { name: String::new(), address: "s@x.example\0".into() }],
            ..good()
        },
    ];
    for typed in hostile {
        usecase::save_draft(&office.desk, draft.id, &typed).await.unwrap();
        let refused = usecase::send_draft(&office.desk, office.amelie(), draft.id).await;
        assert!(matches!(refused, Err(Error::Field { .. })), "{typed:?}: {refused:?}");
    }
}

fn good() -> DraftText {
    DraftText {
        to: vec![DraftPerson { name: String::new(), address: "s@x.example".into() }],
        text: "Bonjour".into(),
        ..DraftText::default()
    }
}

#[tokio::test]
async fn nothing_is_sent_to_nobody_nor_without_words_nor_without_a_mailbox() {
    let office = Office::open().await;
    let id = office.request_by_mail(Letter::from_sophie("Escalier")).await;
    let draft = open(&office, id).await;
    let send = || usecase::send_draft(&office.desk, office.amelie(), draft.id);

    usecase::save_draft(&office.desk, draft.id, &DraftText { to: vec![], ..good() }).await.unwrap();
    assert!(matches!(send().await, Err(Error::State(StateProblem::NoRequesterAddress))));
    usecase::save_draft(&office.desk, draft.id, &DraftText { text: " \n".into(), ..good() }).await.unwrap();
    assert!(matches!(send().await, Err(Error::State(StateProblem::DraftEmpty))));
    usecase::save_draft(&office.desk, draft.id, &good()).await.unwrap();
    usecase::remove_mailbox(&office.desk, office.account).await.unwrap();
    assert!(matches!(send().await, Err(Error::State(StateProblem::NoMailbox))));
}

#[tokio::test]
async fn files_get_names_that_are_safe_everywhere() {
    let office = Office::open().await;
    let id = office
        .request_by_mail(
            Letter::from_sophie("Escalier")
                .with_file("../../x", b"up")
                .with_file("con.pdf", b"device")
                .with_file("a\u{202e}gpj.exe", b"MZ"),
        )
        .await;

    let files = office.incoming(id).await.remove(0).attachments;

    assert_eq!(files.len(), 3);
    for file in &files {
        let stem = file.name.split('.').next().unwrap_or_default().to_lowercase();
        assert!(!file.name.contains(['/', '\\', '\u{202e}']) && !file.name.starts_with('.'), "{}", file.name);
        assert!(stem != "con", "{}", file.name);
        let whole = usecase::attachment_file(&office.desk, file.id).await.unwrap();
        assert_eq!(whole.bytes.len() as i64, file.size);
    }
    assert!(files[2].dangerous);

    let draft = open(&office, id).await;
    let with_file =
        usecase::attach_files(&office.desk, draft.id, &[file(&office, "nul.txt", b"x")]).await.unwrap();
    assert_ne!(with_file.attachments[0].name.to_lowercase(), "nul.txt");
}

#[tokio::test]
async fn a_file_that_is_too_large_or_missing_is_named_and_none_is_kept() {
    let office = Office::open().await;
    let id = office.request_by_mail(Letter::from_sophie("Escalier")).await;
    let draft = open(&office, id).await;
    let small = file(&office, "petit.txt", b"ok");
    let huge = office.home().join("énorme.mov");
    std::fs::File::create(&huge).unwrap().set_len(4 * 1024 * 1024 * 1024).unwrap();

    let too_large = usecase::attach_files(&office.desk, draft.id, &[small.clone(), huge]).await;
    let missing =
        usecase::attach_files(&office.desk, draft.id, &[small.clone(), office.home().join("absent.pdf")])
            .await;
    let directory = usecase::attach_files(&office.desk, draft.id, &[office.home().to_owned()]).await;

    let Err(Error::TooLargeToMail(told)) = too_large else { panic!("{too_large:?}") };
    assert_eq!((told.name.as_deref(), told.size, told.attached), (Some("énorme.mov"), 4 << 30, 2));
    assert!(told.limit > 18 << 20 && told.limit < 20 << 20, "{}", told.limit);
    assert!(matches!(missing, Err(Error::File(_))) && matches!(directory, Err(Error::File(_))));
    assert!(open(&office, id).await.attachments.is_empty());
}

#[tokio::test]
async fn all_files_together_have_to_fit() {
    let office = Office::open().await;
    let id = office.request_by_mail(Letter::from_sophie("Escalier")).await;
    let draft = open(&office, id).await;
    let half = file(&office, "half.bin", &vec![7; 10 * 1024 * 1024]);

    usecase::attach_files(&office.desk, draft.id, std::slice::from_ref(&half)).await.unwrap();
    let too_much = usecase::attach_files(&office.desk, draft.id, &[half]).await;

    let Err(Error::TooLargeToMail(told)) = too_much else { panic!("{too_much:?}") };
    assert_eq!((told.name.as_deref(), told.size, told.attached), (Some("half.bin"), 10 << 20, 10 << 20));
    assert_eq!(open(&office, id).await.attachments.len(), 1);
}

#[tokio::test]
async fn a_file_can_be_taken_out_again() {
    let office = Office::open().await;
    let id = office.request_by_mail(Letter::from_sophie("Escalier")).await;
    let draft = open(&office, id).await;
    let files = [file(&office, "a.txt", b"a"), file(&office, "b.txt", b"b"), file(&office, "c.txt", b"c")];
    let with_files = usecase::attach_files(&office.desk, draft.id, &files).await.unwrap();

    let without = usecase::detach_file(&office.desk, with_files.attachments[1].id).await.unwrap();
    usecase::attach_files(&office.desk, draft.id, &[file(&office, "d.txt", b"d")]).await.unwrap();

    assert_eq!(
        without.attachments.iter().map(|file| file.name.as_str()).collect::<Vec<_>>(),
        ["a.txt", "c.txt"]
    );
    assert_eq!(
        open(&office, id).await.attachments.iter().map(|file| file.name.as_str()).collect::<Vec<_>>(),
        ["a.txt", "c.txt", "d.txt"]
    );
}

#[tokio::test]
async fn once_its_mail_is_leaving_a_draft_cannot_be_changed_and_says_why() {
    let office = Office::open().await;
    let id = office.request_by_mail(Letter::from_sophie("Escalier")).await;
    let draft = open(&office, id).await;
    save(&office, &draft, "Bonjour").await;
    usecase::send_draft(&office.desk, office.amelie(), draft.id).await.unwrap();

    let leaving =
        |outcome: Result<(), Error>| matches!(outcome, Err(Error::State(StateProblem::MailAlreadyLeaving)));
    assert!(leaving(usecase::save_draft(&office.desk, draft.id, &good()).await));
    assert!(leaving(usecase::discard_draft(&office.desk, draft.id).await));
    assert!(leaving(
        usecase::attach_files(&office.desk, draft.id, &[file(&office, "late.txt", b"x")]).await.map(drop)
    ));
    assert!(
        leaving(usecase::send_draft(&office.desk, office.amelie(), draft.id).await.map(drop)),
        "a second click sends nothing twice"
    );
    assert_eq!(office.count("SELECT count(*) FROM outbox").await, 1);
}

#[tokio::test]
async fn the_draft_goes_only_when_its_mail_is_sent() {
    let office = Office::open().await;
    let id = office.request_by_mail(Letter::from_sophie("Escalier")).await;

    office.reply(id, "Bonjour").await;
    assert_eq!(office.count("SELECT count(*) FROM draft").await, 1);
    office.mail_leaves().await;

    assert_eq!(office.count("SELECT count(*) FROM draft").await, 0);
}

#[tokio::test]
async fn a_mail_taken_back_is_a_draft_again_and_the_request_stands_as_before() {
    let office = Office::open().await;
    let id = office.request_by_mail(Letter::from_sophie("Escalier")).await;
    let before = office.request(id).await.row;
    let outbox = office.reply(id, "Trop vite").await;

    let draft = usecase::take_back(&office.desk, office.amelie(), outbox).await.unwrap();
    office.mail_leaves().await;

    assert!(office.left().is_empty());
    let found = open(&office, id).await;
    assert_eq!((found.id, found.text.as_str()), (draft, "Trop vite"));
    let after = office.request(id).await.row;
    assert_eq!(
        (after.status, after.waiting, after.waiting_since),
        (before.status, before.waiting, before.waiting_since)
    );
    assert!(office.outgoing(id).await.is_empty());
}

#[tokio::test]
async fn taking_back_loses_nothing_that_was_begun_meanwhile() {
    let office = Office::open().await;
    let id = office.request_by_mail(Letter::from_sophie("Escalier")).await;
    let outbox = office.reply(id, "Première réponse").await;
    let begun = open(&office, id).await;
    save(&office, &begun, "Encore une chose").await;
    usecase::attach_files(&office.desk, begun.id, &[file(&office, "photo.jpg", b"\xff\xd8")]).await.unwrap();

    usecase::take_back(&office.desk, office.amelie(), outbox).await.unwrap();

    let found = open(&office, id).await;
    assert!(
        found.text.starts_with("Première réponse") && found.text.contains("Encore une chose"),
        "{}",
        found.text
    );
    assert_eq!(found.attachments.len(), 1);
    assert_eq!(office.count("SELECT count(*) FROM draft").await, 1);
}

#[tokio::test]
async fn taking_back_adds_nothing_when_nothing_was_typed_meanwhile() {
    let office = Office::open().await;
    let id = office.request_by_mail(Letter::from_sophie("Escalier")).await;
    let outbox = office.reply(id, "Première réponse").await;
    open(&office, id).await;

    usecase::take_back(&office.desk, office.amelie(), outbox).await.unwrap();

    assert_eq!(open(&office, id).await.text, "Première réponse");
}

#[tokio::test]
async fn a_mail_that_has_left_cannot_be_taken_back() {
    let office = Office::open().await;
    let id = office.request_by_mail(Letter::from_sophie("Escalier")).await;
    let outbox = office.reply(id, "Bonjour").await;
    office.mail_leaves().await;

    let refused = usecase::take_back(&office.desk, office.amelie(), outbox).await;

    assert!(matches!(refused, Err(Error::State(StateProblem::MailAlreadyLeaving))));
    assert_eq!(office.outgoing(id).await.len(), 1);
}

#[tokio::test]
async fn a_mail_begun_for_one_quote_keeps_its_words_for_the_next() {
    let office = Office::open().await;
    let id = office.request_by_mail(Letter::from_sophie("Escalier")).await;
    let first = office.quote_with(id, vec![item("Escalier", "1", "1000", "21")]).await;
    let second = office.quote_with(id, vec![item("Escalier et rampe", "1", "1500", "21")]).await;
    let open =
        |quote| usecase::open_draft(&office.desk, office.amelie(), id, DraftKind::QuoteMail, Some(quote));
    let begun = open(first).await.unwrap();
    save(&office, &begun, "Comme convenu sur place").await;

    let other = open(second).await.unwrap();

    assert_eq!(other.quote_id, Some(second));
    assert!(other.text.contains("Comme convenu sur place"), "{}", other.text);
}
