//! What a script can get wrong: a clear message, the right exit code, nothing lost.

use serde_json::json;

use crate::headless::{Headless, run};
use crate::letter::Letter;

const UNKNOWN: &str = "01890000-0000-7000-8000-000000000000";

fn with_request() -> (Headless, String) {
    let place = Headless::company();
    place.drop_mail("1", Letter::from_sophie("Escalier"));
    place.done(&["sync"]);
    let reference = place.json(&["requests", "list"])[0]["reference"].as_str().unwrap().to_owned();
    (place, reference)
}

#[test]
fn wrong_usage_is_told_apart_from_failure() {
    for arguments in [
        ["requests", "set-status", "D-2026-0001", "won"].as_slice(),
        &["requests", "new"],
        &["account", "add", "--kind", "imap", "--name", "x"],
        &["account", "add", "--kind", "folder"],
        &[
            "account",
            "add",
            "--kind",
            "imap",
            "--address",
            "a@b.example",
            "--imap",
            "host",
            "--smtp",
            "host:465",
        ],
        &["seed", "--requests", "0"],
        &["no-such-command"],
    ] {
        let said = run(&[&["--workspace", "unused"], arguments].concat());
        assert_eq!(said.code, 2, "{arguments:?}: {said:?}");
        assert!(!said.err.is_empty());
    }
    assert!(!std::path::Path::new("unused").exists(), "wrong usage begins no workspace");
}

#[test]
fn a_mistyped_workspace_is_not_begun_by_looking() {
    let place = Headless::empty();
    for arguments in
        [["requests", "list"].as_slice(), &["check"], &["sync"], &["contacts", "list"], &["search", "x"]]
    {
        assert!(place.refused(arguments).contains("there is no workspace"));
    }
    assert!(!std::path::Path::new(&place.path("workspace")).exists());
}

#[test]
fn what_is_not_there_is_said_by_its_name() {
    let (place, reference) = with_request();
    let text = place.write("text.txt", "Bonjour");
    for (arguments, named) in [
        (["requests", "show", UNKNOWN].as_slice(), UNKNOWN),
        (&["requests", "show", "D-2026-9999"], "D-2026-9999"),
        (&["note", "D-2026-9999", "--text-file", &text], "D-2026-9999"),
        (&["quote", "show", "2026-0001"], "2026-0001"),
        (&["contacts", "link", &reference, "Marc Lambert"], "Marc Lambert"),
        (&["requests", "assign", &reference, "Nobody"], "Nobody"),
        (&["account", "check", "Other"], "Other"),
        (&["sync", "--account", "Other"], "Other"),
        (&["reply", &reference, "--text-file", &place.path("missing.txt")], "missing.txt"),
    ] {
        assert!(place.refused(arguments).contains(named), "{arguments:?}");
    }
}

#[test]
fn a_price_that_is_none_begins_no_quote() {
    let (place, reference) = with_request();
    for (lines, word) in [
        (r#"[{"kind": "item", "title": "Pose", "unit_price": "abc", "vat": 6}]"#, "abc"),
        (r#"[{"kind": "item", "title": "Pose", "unit_price": "1.234,56", "vat": 6}]"#, "1.234,56"),
        (r#"[{"kind": "item", "title": "Pose", "unit_price": "10", "vat": 6, "colour": "red"}]"#, "colour"),
        (
            r#"[{"kind": "item", "title": "Pose", "unit_price": "10", "vat": 0, "vat_category": "AE"}]"#,
            "lines.0.vat_category",
        ),
        (r#"{"lines": []}"#, "lines.json"),
        ("not JSON", "lines.json"),
    ] {
        let file = place.write("lines.json", lines);
        assert!(place.refused(&["quote", "create", &reference, "--lines", &file]).contains(word), "{lines}");
    }
    let shown = place.json(&["requests", "show", &reference]);
    assert_eq!((&shown["quotes"], shown["status"].as_str()), (&json!([]), Some("received")));
}

#[test]
fn an_address_without_at_is_refused() {
    let place = Headless::company();
    let mail = place.path("mail");
    assert!(
        place
            .refused(&["requests", "new", "--name", "Sophie", "--address", "sophie.courrier.example"])
            .contains("not a mail address")
    );
    assert!(
        place
            .refused(&["account", "add", "--kind", "folder", "--address", "offres", "--path", &mail])
            .contains("not a mail address")
    );
    assert_eq!(place.json(&["requests", "list"]), json!([]));
}

#[test]
fn a_folder_that_is_not_there_is_no_mailbox() {
    let place = Headless::company();
    let missing = place.path("missing");
    let add = ["account", "add", "--kind", "folder", "--name", "Other", "--path", &missing];

    assert!(place.refused(&add).contains("missing"));
    assert_eq!(place.json(&["account", "list"]).as_array().unwrap().len(), 1);

    place.done(&[add.as_slice(), &["--no-check"]].concat());
    let said = place.run(&["sync", "--json"]);
    assert_eq!(said.code, 1, "a mailbox that cannot be read is a failure");
    assert!(said.out.contains("folder_missing") && said.err.contains("Other"), "{said:?}");
}

#[test]
fn a_request_without_an_address_cannot_be_answered() {
    let place = Headless::company();
    let reference =
        place.json(&["requests", "new", "--name", "André Wéry"])["reference"].as_str().unwrap().to_owned();
    let text = place.write("reply.txt", "Bonjour");

    for _ in 0..2 {
        assert!(place.refused(&["reply", &reference, "--text-file", &text]).contains("no address"));
    }
    assert_eq!(place.json(&["outbox", "list"]), json!([]));
}

#[test]
fn an_empty_reply_and_a_missing_attachment_queue_nothing() {
    let (place, reference) = with_request();
    let empty = place.write("empty.txt", " \n");
    let text = place.write("reply.txt", "Bonjour");

    place.refused(&["reply", &reference, "--text-file", &empty]);
    place.refused(&["reply", &reference, "--text-file", &text, "--attach", &place.path("missing.pdf")]);

    assert_eq!(place.json(&["outbox", "list"]), json!([]));
    place.done(&["reply", &reference, "--text-file", &text]);
}

#[test]
fn a_numbered_quote_keeps_its_request() {
    let (place, reference) = with_request();
    let lines =
        place.write("lines.json", r#"[{"kind": "item", "title": "Pose", "unit_price": "10", "vat": 21}]"#);
    let quote = place.json(&["quote", "create", &reference, "--lines", &lines]);
    let number = place.json(&["quote", "finalise", quote["id"].as_str().unwrap()])["number"]
        .as_str()
        .unwrap()
        .to_owned();

    assert!(place.refused(&["requests", "delete", &reference]).contains("cancel"));
    assert!(place.refused(&["quote", "finalise", &number]).contains("revise"));
    assert_eq!(place.json(&["requests", "list"]).as_array().unwrap().len(), 1);
}

#[test]
fn a_quote_without_lines_or_company_gets_no_number() {
    let place = Headless::empty();
    let reference =
        place.json(&["requests", "new", "--name", "Sophie"])["reference"].as_str().unwrap().to_owned();
    let empty = place.json(&["quote", "create", &reference])["id"].as_str().unwrap().to_owned();
    assert!(place.refused(&["quote", "finalise", &empty]).contains("no lines"));

    let lines =
        place.write("lines.json", r#"[{"kind": "item", "title": "Pose", "unit_price": "10", "vat": 21}]"#);
    let nameless =
        place.json(&["quote", "create", &reference, "--lines", &lines])["id"].as_str().unwrap().to_owned();
    assert!(place.refused(&["quote", "finalise", &nameless]).contains("company"));
    assert_eq!(place.json(&["quote", "show", &nameless])["number"], json!(null));
}
