//! Setting up without a window.

use serde_json::json;

use crate::headless::Headless;

#[test]
fn settings_change_what_they_name_and_nothing_else() {
    let place = Headless::company();
    let change = place.write("change.json", r#"{"company": {"phone": "081 00 41 27"}, "users": [{"name": "Amélie Wauters", "phone": "0470 00 27 15"}, {"name": "Benoît Delcourt"}]}"#);

    let set = place.json(&["settings", "set", &change]);

    assert_eq!(set, place.json(&["settings", "show"]));
    assert_eq!(
        (set["company"]["name"].as_str(), set["company"]["phone"].as_str()),
        (Some("Menuiserie Wauters"), Some("081 00 41 27"))
    );
    let users = set["users"].as_array().unwrap();
    assert_eq!(users.len(), 2);
    assert_eq!(users[0]["address"], "amelie@menuiserie-wauters.example", "what is not named stays");
    assert_eq!((&users[0]["phone"], &users[0]["active"]), (&json!("0470 00 27 15"), &json!(true)));
}

#[test]
fn a_mistake_in_the_settings_changes_nothing() {
    let place = Headless::company();
    let before = place.json(&["settings", "show"]);
    for (change, word) in [
        (r#"{"company": {"name": "Other", "colour": "red"}}"#, "colour"),
        (r#"{"kompany": {}}"#, "kompany"),
        (r#"{"company": {"name": "Other"}, "numbering": {"quote": 7}}"#, "numbering"),
        (r#"{"company": {"name": "Other"}, "logo_file": "missing.png"}"#, "missing.png"),
    ] {
        let file = place.write("change.json", change);
        assert!(place.refused(&["settings", "set", &file]).contains(word), "{change}");
    }
    assert_eq!(place.json(&["settings", "show"]), before);
}

#[test]
fn a_mailbox_is_listed_checked_and_removed() {
    let place = Headless::company();

    place.done(&["sync"]);
    let listed = place.json(&["account", "list"]);
    assert_eq!(
        (listed[0]["name"].as_str(), listed[0]["kind"].as_str(), listed[0]["last_error"].as_str()),
        (Some("Offres"), Some("folder"), None)
    );
    assert!(listed[0]["last_fetch_at"].as_str().unwrap().ends_with('Z'));
    assert_eq!(place.json(&["account", "check", "Offres"])["ok"], true);
    place.done(&["account", "remove", "Offres"]);

    assert_eq!(place.json(&["account", "list"]), json!([]));
}

#[test]
fn a_server_mailbox_can_be_added_without_asking_it() {
    let place = Headless::company();
    let add = [
        "account",
        "add",
        "--kind",
        "imap",
        "--name",
        "Info",
        "--address",
        "info@a.example",
        "--imap",
        "imap.a.example:993",
        "--smtp",
        "smtp.a.example:465",
    ];

    let said = place.run(&add);
    assert_eq!(said.code, 2, "neither a password nor --no-check: {said:?}");
    assert!(said.err.contains("--password-env"));
    let added =
        place.json(&[add.as_slice(), &["--password-env", "QUOIN_TEST_PASSWORD", "--no-check"]].concat());

    assert_eq!(
        (added["imap"].as_str(), added["folder"].as_str(), added["mode"].as_str()),
        (Some("imap.a.example:993"), Some("INBOX"), Some("dedicated"))
    );
    let said = place.run(&["account", "check", "Info"]);
    assert_eq!(said.code, 1);
    assert!(said.err.contains("QUOIN_TEST_PASSWORD"), "{said:?}");
}

#[test]
fn a_backup_is_a_whole_workspace() {
    let place = Headless::company();
    place.done(&["requests", "new", "--name", "Sophie"]);
    let other = Headless::empty();
    std::fs::create_dir(other.path("workspace")).unwrap();

    let made = place.json(&["backup", "--to", &other.path("workspace/quoin.db")]);

    assert!(made["size"].as_u64().unwrap() > 0);
    assert_eq!(other.json(&["requests", "list"]), place.json(&["requests", "list"]));
    assert_eq!(other.json(&["check"])["ok"], true);
}
