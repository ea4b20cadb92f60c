//! Sample data: the main job played from one command, and a large workspace for measurements.

use serde_json::Value;

use crate::headless::{Headless, run};

#[test]
fn the_demo_goes_from_a_forwarded_mail_to_an_accepted_quote() {
    let place = Headless::empty();
    let out = place.path("demo");

    let said = run(&["demo", "--out", &out, "--json"]);

    assert_eq!(said.code, 0, "{said:?}");
    let left: Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(
        (left["request"]["status"].as_str(), left["quote"]["total"].as_str()),
        (Some("quote_accepted"), Some("10293.03"))
    );
    let statuses: Vec<&str> =
        left["steps"].as_array().unwrap().iter().filter_map(|step| step["status"].as_str()).collect();
    for status in ["received", "replied", "quote_created", "quote_sent", "quote_accepted"] {
        assert!(statuses.contains(&status), "{status}");
    }
    let pdf = std::fs::read(left["pdf"].as_str().unwrap()).unwrap();
    assert!(pdf.starts_with(b"%PDF"));
    assert_eq!(left["sent"].as_array().unwrap().len(), 2, "a reply and the quote");
    let workspace = left["workspace"].as_str().unwrap();
    let shown = run(&[
        "--workspace",
        workspace,
        "requests",
        "show",
        left["request"]["reference"].as_str().unwrap(),
        "--json",
    ]);
    let shown: Value = serde_json::from_str(&shown.out).unwrap();
    assert_eq!(shown["conversation"][0]["forwarded_by"], "benoit@delcourt.example");
    assert_eq!(shown["requester"]["address"], "sophie.lambert@courrier.example");

    assert_eq!(run(&["demo", "--out", &out]).code, 1, "what is there already is left alone");
}

#[test]
fn a_seeded_workspace_is_the_same_each_time() {
    let (one, other) = (Headless::empty(), Headless::empty());
    for place in [&one, &other] {
        let seeded = place.json(&["seed", "--requests", "150", "--messages", "400"]);
        assert_eq!((seeded["requests"].as_u64(), seeded["messages"].as_u64()), (Some(150), Some(400)));
    }

    let subjects = |place: &Headless| -> Vec<(String, String, String)> {
        let lines = place.json(&["requests", "list"]);
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        lines
            .as_array()
            .unwrap()
            .iter()
            .map(|line| {
                (text(&line["reference"]), text(&line["subject"]), text(&line["requester"]["address"]))
            })
            .collect()
    };
    assert_eq!(subjects(&one).len(), 150);
    assert_eq!(subjects(&one), subjects(&other));
    assert!(!one.json(&["search", "badkamer"]).as_array().unwrap().is_empty(), "the index is filled");
    assert_eq!(one.json(&["check"])["ok"], true);

    one.done(&["seed", "--requests", "50"]);
    assert_eq!(subjects(&one).len(), 200, "a second filling stands beside the first");
}
