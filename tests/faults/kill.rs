//! `kill -9` at any moment of a round: nothing acknowledged is lost, nothing comes or leaves twice,
//! the database is sound, and a further round changes nothing.

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use quoin_core::clock::{Clock, Timestamp};
use quoin_core::mail::compose::{self, NamedAddress, OutgoingMail};
use quoin_core::outbox::OutboxState;
use quoin_core::settings::{Acknowledgement, Preferences};
use quoin_core::usecase;

use crate::letter::{Letter, field};
use crate::office::{OUR_ADDRESS, Office};

const MAILS: usize = 120;

/// A round in a process of its own, as a script would start it.
fn start_round(workspace: &Path) -> Child {
    Command::new(env!("CARGO_BIN_EXE_quoinctl"))
        .arg("--workspace")
        .arg(workspace)
        .args(["sync", "--json"])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// Kills a round after a while; says whether it had ended by itself.
fn kill_after(mut round: Child, milliseconds: u64) -> bool {
    std::thread::sleep(Duration::from_millis(milliseconds));
    let ended = round.try_wait().unwrap().is_some();
    round.kill().unwrap();
    round.wait().unwrap();
    ended
}

#[tokio::test]
async fn whenever_a_round_is_killed_the_next_ones_end_it_and_no_mail_is_doubled() {
    let office = Office::open().await;
    let answered = office.request_by_mail(Letter::from_sophie("Première")).await;
    for number in 0..8 {
        office.reply(answered, &format!("Réponse {number}")).await;
    }
    for number in 0..MAILS {
        office.mail_arrives(&format!("{number}.eml"), Letter::from_sophie(&format!("Demande {number}")));
    }
    let (paused, workspace) = office.pause().await;

    let mut kills = 0;
    for attempt in 0_u64..40 {
        // Later and later, so that every part of the round is hit: from the start of the program on.
        let ended = kill_after(start_round(&workspace), 20 + (attempt * 37) % 600);
        kills += usize::from(!ended);
        if attempt >= 12 && ended {
            break;
        }
    }
    assert!(kills >= 5, "{kills} rounds were killed");
    assert!(start_round(&workspace).wait().unwrap().success());

    let office = paused.resume().await;
    // The other programs went by the real clock.
    office.clock.advance_seconds((Clock::System.now().0 - office.clock.now().0) / 1000 + 3600);
    assert!(office.desk.database().is_sound().await.unwrap());
    let before = everything(&office).await;
    assert_eq!(before[0], 1 + MAILS as i64, "each mail is one request");
    assert_eq!(office.count("SELECT count(*) FROM intake WHERE outcome IS NULL").await, 0);
    assert_eq!(office.count("SELECT count(*) FROM search_entry e WHERE NOT EXISTS (SELECT 1 FROM search s WHERE s.rowid = e.number)").await, 0);
    office.round().await;
    assert_eq!(everything(&office).await, before, "a further round changes nothing");

    // What left, left once; what may have left is asked about.
    for reply in office.outgoing(answered).await {
        let delivery = reply.delivery.unwrap();
        assert!(matches!(delivery.state, OutboxState::Sent | OutboxState::Uncertain), "{:?}", delivery.state);
    }
    assert!(office.left().len() <= 8 && office.copies().len() <= 8);
}

#[tokio::test]
async fn whenever_a_round_is_killed_each_request_is_acknowledged_once_or_the_reason_is_told() {
    let office = Office::open().await;
    let settings = usecase::show_settings(&office.desk).await.unwrap();
    usecase::save_acknowledgement(
        &office.desk,
        Acknowledgement { enabled: true, ..settings.acknowledgement },
    )
    .await
    .unwrap();
    let preferences = Preferences { undo_seconds: 0, ..settings.preferences };
    usecase::save_preferences(&office.desk, preferences).await.unwrap();
    // The other programs go by the real clock.
    let date = field(&compose::compose(&letter_of(Clock::System.now())).unwrap().bytes, "Date").unwrap();
    for number in 0..MAILS {
        let letter = Letter::from("", &format!("c{number}@courrier.example"), &format!("Demande {number}"));
        office.mail_arrives(&format!("{number}.eml"), letter.with("Date", &date));
    }
    let (paused, workspace) = office.pause().await;

    let mut kills = 0;
    for attempt in 0_u64..30 {
        let ended = kill_after(start_round(&workspace), 20 + (attempt * 37) % 400);
        kills += usize::from(!ended);
        if attempt >= 12 && ended {
            break;
        }
    }
    assert!(kills >= 5, "{kills} rounds were killed");
    assert!(start_round(&workspace).wait().unwrap().success());

    let office = paused.resume().await;
    assert!(office.desk.database().is_sound().await.unwrap());
    let acknowledged = office.count("SELECT count(*) FROM outbox WHERE purpose = 'automatic'").await;
    let silent = office.count("SELECT count(*) FROM event WHERE kind = 'not_acknowledged'").await;
    assert_eq!((acknowledged, acknowledged + silent), (20, MAILS as i64));
    assert_eq!(office.count("SELECT count(*) FROM acknowledged").await, acknowledged);
    assert_eq!(office.count("SELECT count(DISTINCT request_id) FROM outbox").await, acknowledged);
    let mut to: Vec<_> = office.left().iter().map(|mail| field(mail, "To").unwrap()).collect();
    let left = to.len();
    to.sort();
    to.dedup();
    assert_eq!(to.len(), left, "nobody has two");
    let settled = office.count("SELECT count(*) FROM outbox WHERE state IN ('sent', 'uncertain')").await;
    assert_eq!(settled, acknowledged);
}

/// A mail of now, for its date.
fn letter_of(now: Timestamp) -> OutgoingMail {
    OutgoingMail {
        message_id: "1@courrier.example".into(),
        date: now,
        from: NamedAddress { name: String::new(), address: "c@courrier.example".into() },
        to: vec![NamedAddress { name: String::new(), address: OUR_ADDRESS.into() }],
        cc: Vec::new(),
        bcc: Vec::new(),
        reply_to: None,
        subject: String::new(),
        reference_token: None,
        text: String::new(),
        html: None,
        in_reply_to: None,
        references: Vec::new(),
        attachments: Vec::new(),
        auto_submitted: false,
    }
}

async fn everything(office: &Office) -> Vec<i64> {
    let mut counts = Vec::new();
    for query in [
        "SELECT count(*) FROM request",
        "SELECT count(*) FROM message",
        "SELECT count(*) FROM event",
        "SELECT count(*) FROM raw_mail",
        "SELECT count(*) FROM mail_location",
        "SELECT count(*) FROM search_entry",
        "SELECT sum(next_number) FROM number_sequence",
        "SELECT sum(tries) FROM outbox",
    ] {
        counts.push(office.count(query).await);
    }
    counts
}
