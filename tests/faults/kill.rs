//! `kill -9` at any moment of a round: nothing acknowledged is lost, nothing comes or leaves twice,
//! the database is sound, and a further round changes nothing.

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use quoin_core::clock::Clock;
use quoin_core::outbox::OutboxState;

use crate::letter::Letter;
use crate::office::Office;

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
