//! The program is stopped in the middle, by request and by force, and goes on where it was.

use std::io::{BufRead, BufReader};
use std::process::Child;

use serde_json::Value;

use crate::headless::Headless;
use crate::letter::Letter;

/// The next line that a running command prints.
fn next_line(lines: &mut impl Iterator<Item = std::io::Result<String>>) -> Value {
    serde_json::from_str(&lines.next().unwrap().unwrap()).unwrap()
}

fn watch(place: &Headless) -> (Child, impl Iterator<Item = std::io::Result<String>> + use<>) {
    let mut running = place.start(&["sync", "--watch", "--every", "1", "--json"]);
    let lines = BufReader::new(running.stdout.take().unwrap()).lines();
    (running, lines)
}

#[test]
fn a_watch_that_is_killed_has_lost_nothing_and_doubled_nothing() {
    let place = Headless::company();
    let (mut running, mut lines) = watch(&place);
    assert_eq!(next_line(&mut lines)["fetched"], 0);
    place.drop_mail("1", Letter::from_sophie("Escalier"));
    assert_eq!(next_line(&mut lines)["requests_created"], 1);

    running.kill().unwrap();
    running.wait().unwrap();
    let before = place.json(&["requests", "list"]);
    place.drop_mail("2", Letter::from_sophie("Porte"));
    let round = place.json(&["sync"]);

    assert_eq!((round["fetched"].as_u64(), round["requests_created"].as_u64()), (Some(1), Some(1)));
    let after = place.json(&["requests", "list"]);
    assert_eq!((before.as_array().unwrap().len(), after.as_array().unwrap().len()), (1, 2));
    assert_eq!(place.json(&["check"])["ok"], true);
}

#[test]
fn a_second_process_is_told_which_one_holds_the_workspace() {
    let place = Headless::company();
    let (mut running, mut lines) = watch(&place);
    next_line(&mut lines);

    let said = place.refused(&["requests", "new", "--name", "André Wéry"]);

    assert!(said.contains(&running.id().to_string()), "{said}");
    running.kill().unwrap();
    running.wait().unwrap();
    place.done(&["requests", "new", "--name", "André Wéry"]);
}

#[cfg(unix)]
#[test]
fn a_watch_ends_when_it_is_asked_to() {
    let place = Headless::company();
    let (mut running, mut lines) = watch(&place);
    next_line(&mut lines);

    let asked = std::process::Command::new("kill").arg(running.id().to_string()).status().unwrap();

    assert!(asked.success());
    assert!(running.wait().unwrap().success());
}

#[test]
fn a_queued_reply_survives_a_restart_and_leaves_once() {
    let place = Headless::company();
    place.drop_mail("1", Letter::from_sophie("Escalier"));
    place.done(&["sync"]);
    let reference = place.json(&["requests", "list"])[0]["reference"].as_str().unwrap().to_owned();
    let text = place.write("reply.txt", "Bonjour, je passe jeudi.");
    let queued = place.json(&["reply", &reference, "--text-file", &text]);

    // Each command is a process of its own: the reply has only its row in the database to live on.
    assert_eq!(place.json(&["sync"])["sent"], 1);
    assert_eq!(place.json(&["sync"])["sent"], 0);

    assert_eq!(place.mails("out").len(), 1);
    assert_eq!(place.json(&["outbox", "list"])[0]["message_id"], queued["message_id"]);
}
