//! The main job by commands: from a customer's mail to an accepted quote.

use std::path::Path;

use serde_json::{Value, json};

use crate::headless::{Headless, text_of_pdf};
use crate::letter::{Letter, field, identifier};

const LINES: &str = r#"[
    {"kind": "section", "title": "Escalier"},
    {"kind": "item", "title": "Escalier en chêne", "details": "Quart tournant, 15 marches", "quantity": 1, "unit": "pièce", "unit_price": "2980.00", "vat": 6},
    {"kind": "item", "title": "Pose", "quantity": 12.5, "unit": "h", "unit_price": "54.00", "discount": 10, "vat": 6},
    {"kind": "text", "body": "Les tapis ne sont pas posés."},
    {"kind": "item", "title": "Tapis, fourniture seule", "quantity": "2", "unit": "pièce", "unit_price": 45.5, "vat": 21},
    {"kind": "item", "title": "Seconde main courante", "unit_price": "285.60", "vat": 6, "optional": true}
]"#;

fn keys(value: &Value) -> Vec<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

fn request_has_arrived() -> (Headless, String) {
    let place = Headless::company();
    let asks = "Bonjour, notre escalier craque. Un quart tournant en chêne, est-ce possible ?\n\nSophie Lambert\n0470 00 18 42";
    place.drop_mail(
        "1",
        Letter::from_sophie("Escalier").saying(asks).with_file("escalier.jpg", b"not really a picture"),
    );
    place.done(&["sync"]);
    let reference = place.json(&["requests", "list"])[0]["reference"].as_str().unwrap().to_owned();
    (place, reference)
}

#[test]
fn a_mail_becomes_a_request_with_its_conversation() {
    let place = Headless::company();
    place.drop_mail(
        "1",
        Letter::from_sophie("Escalier").saying("Bonjour, un escalier ?").with_file("plan.pdf", b"%PDF-1.4"),
    );

    let round = place.json(&["sync"]);

    assert_eq!(
        round,
        json!({"fetched": 1, "requests_created": 1, "messages_added": 0, "ignored": 0, "automatic": 0, "bounces": 0, "sent": 0, "uncertain": 0, "failed": 0, "errors": []})
    );
    let listed = place.json(&["requests", "list"]);
    let line = &listed[0];
    assert_eq!(
        keys(line),
        [
            "assignee",
            "contact_id",
            "id",
            "messages",
            "reference",
            "requester",
            "status",
            "subject",
            "unread",
            "updated_at"
        ]
    );
    assert_eq!(
        line["requester"],
        json!({"name": "Sophie Lambert", "address": "sophie.lambert@courrier.example"})
    );
    assert_eq!(
        (line["status"].as_str(), line["messages"].as_u64(), line["unread"].as_bool()),
        (Some("received"), Some(1), Some(true))
    );
    let shown = place.json(&["requests", "show", line["id"].as_str().unwrap()]);
    let entry = &shown["conversation"][0];
    assert_eq!((entry["kind"].as_str(), entry["delivery"].as_str()), (Some("incoming"), None));
    assert_eq!(entry["message_id"], "Escalier@courrier.example");
    assert!(entry["text"].as_str().unwrap().contains("un escalier ?"));
    let file = &entry["attachments"][0];
    assert_eq!((file["name"].as_str(), file["size"].as_u64()), (Some("plan.pdf"), Some(8)));
    assert_eq!(file["sha256"].as_str().unwrap().len(), 64);
    assert_eq!(shown["timeline"][0]["event"], "received");
    assert_eq!(shown["quotes"], json!([]));
}

#[test]
fn the_second_round_changes_nothing() {
    let (place, _) = request_has_arrived();
    let before = place.done(&["requests", "list", "--json"]);

    let round = place.json(&["sync"]);

    assert_eq!((round["fetched"].as_u64(), round["requests_created"].as_u64()), (Some(0), Some(0)));
    assert_eq!(place.done(&["requests", "list", "--json"]), before);
}

#[test]
fn a_reply_with_a_file_leaves_in_the_thread() {
    let (place, reference) = request_has_arrived();
    let text = place.write("reply.txt", "Bonjour Madame Lambert,\n\nJe passe jeudi.\n");
    let file = place.write("fiche.txt", "Fiche de relevé");

    let queued = place.json(&["reply", &reference, "--text-file", &text, "--attach", &file]);
    assert_eq!(
        (queued["state"].as_str(), &queued["recipients"]),
        (Some("queued"), &json!(["sophie.lambert@courrier.example"]))
    );
    assert_eq!(keys(&queued), ["id", "last_error", "message_id", "recipients", "state", "tries"]);
    assert_eq!(place.json(&["sync"])["sent"], 1);

    let sent = &place.mails("out")[0];
    assert_eq!(identifier(sent, "In-Reply-To"), "Escalier@courrier.example");
    assert_eq!(field(sent, "Subject"), Some(format!("Re: Escalier [{reference}]")));
    assert!(String::from_utf8_lossy(sent).contains("fiche.txt"));
    assert_eq!(place.mails("sent").len(), 1, "a copy lies in Sent");
    let outbox = place.json(&["outbox", "list"]);
    assert_eq!((outbox[0]["state"].as_str(), outbox[0]["tries"].as_u64()), (Some("sent"), Some(1)));
    let shown = place.json(&["requests", "show", &reference]);
    assert_eq!(
        (shown["status"].as_str(), shown["conversation"][1]["delivery"].as_str()),
        (Some("replied"), Some("sent"))
    );
}

#[test]
fn who_asks_becomes_a_prospect_and_a_note_stays_inside() {
    let (place, reference) = request_has_arrived();
    let text = place.write("note.txt", "Plancher en bois, à renforcer.");

    let contact = place.json(&["contacts", "create-from-request", &reference]);
    place.done(&["note", &reference, "--text-file", &text]);
    place.done(&["requests", "assign", &reference, "AW"]);

    assert_eq!(
        (contact["kind"].as_str(), contact["name"].as_str()),
        (Some("prospect"), Some("Sophie Lambert"))
    );
    let shown = place.json(&["requests", "show", &reference]);
    assert_eq!((&shown["contact_id"], shown["assignee"].as_str()), (&contact["id"], Some("Amélie Wauters")));
    let note = &shown["conversation"][1];
    assert_eq!(
        (note["kind"].as_str(), note["from"]["name"].as_str()),
        (Some("note"), Some("Amélie Wauters"))
    );
    assert_eq!(place.json(&["search", "renforcer"])[0]["kind"], "note");
    place.done(&["sync"]);
    assert!(place.mails("out").is_empty(), "a note never leaves");
}

#[test]
fn a_quote_is_written_sent_answered_and_accepted() {
    let (place, reference) = request_has_arrived();
    place.done(&["contacts", "create-from-request", &reference]);
    let lines = place.write("lines.json", LINES);

    let draft = place.json(&["quote", "create", &reference, "--lines", &lines]);

    // 2980.00 + 607.50 at 6 % = 215.25, 91.00 at 21 % = 19.11: per rate on its sum, not per line.
    let totals = json!({
        "lines": "3678.50", "discount": "0.00", "net": "3678.50", "vat": "234.36", "gross": "3912.86", "gross_with_options": "4215.60", "deposit": null,
        "vat_rates": [{"rate": "6", "category": "S", "base": "3587.50", "vat": "215.25"}, {"rate": "21", "category": "S", "base": "91.00", "vat": "19.11"}]
    });
    assert_eq!(
        (&draft["totals"], draft["state"].as_str(), &draft["number"]),
        (&totals, Some("draft"), &Value::Null)
    );
    let id = draft["id"].as_str().unwrap();
    let finalised = place.json(&["quote", "finalise", id]);
    assert_eq!(finalised["totals"], totals, "the final totals are the draft's");
    let number = finalised["number"].as_str().unwrap().to_owned();
    place.done(&["quote", "send", &number]);
    assert_eq!(place.json(&["sync"])["sent"], 1);

    let pdf = place.path("quote.pdf");
    place.done(&["quote", "pdf", &number, &pdf]);
    if let Some(text) = text_of_pdf(Path::new(&pdf)) {
        for wanted in [number.as_str(), "Sophie Lambert", "Escalier en chêne", "3 912,86", "215,25", "19,11"]
        {
            assert!(
                text.replace(['\u{202f}', '\u{a0}'], " ").contains(wanted),
                "{wanted} is not in the document: {text}"
            );
        }
    }
    let carrier = place.mails("out").remove(0);
    assert!(String::from_utf8_lossy(&carrier).contains(&format!("Offre-{number}.pdf")));

    let yes = Letter::from_sophie("Re: Escalier")
        .with("Message-ID", "<yes@courrier.example>")
        .answering(&identifier(&carrier, "Message-ID"));
    place.drop_mail("2", yes.saying("Bonjour, c’est d’accord pour nous. Sophie"));
    let round = place.json(&["sync"]);
    assert_eq!((round["requests_created"].as_u64(), round["messages_added"].as_u64()), (Some(0), Some(1)));
    place.done(&["quote", "accept", &number, "--reason", "par mail"]);

    let shown = place.json(&["requests", "show", &reference]);
    assert_eq!(
        (shown["status"].as_str(), shown["waiting"].as_str(), shown["messages"].as_u64()),
        (Some("quote_accepted"), Some("nobody"), Some(3))
    );
    assert_eq!(shown["quotes"][0]["state"], "accepted");
    assert_eq!(
        place.json(&["requests", "list"]).as_array().unwrap().len(),
        1,
        "the answer began no request of its own"
    );
    let events: Vec<&str> =
        shown["timeline"].as_array().unwrap().iter().map(|entry| entry["event"].as_str().unwrap()).collect();
    for event in [
        "received",
        "contact_created",
        "quote_created",
        "quote_finalised",
        "quote_sent",
        "message_received",
        "quote_accepted",
    ] {
        assert!(events.contains(&event), "{event} is not on the timeline: {events:?}");
    }
    assert_eq!(place.json(&["check"])["ok"], true);
}

#[test]
fn a_new_version_leaves_the_first_as_it_was() {
    let (place, reference) = request_has_arrived();
    let lines = place.write("lines.json", LINES);
    let first = place.json(&["quote", "create", &reference, "--lines", &lines]);
    let number = place.json(&["quote", "finalise", first["id"].as_str().unwrap()])["number"]
        .as_str()
        .unwrap()
        .to_owned();
    place.done(&["quote", "pdf", &number, &place.path("before.pdf")]);

    let second = place.json(&["quote", "revise", &number]);
    place.done(&["quote", "send", &number]);
    place.done(&["sync"]);

    assert_eq!((second["version"].as_u64(), second["number"].as_str()), (Some(2), Some(number.as_str())));
    place.done(&["quote", "pdf", &format!("{number}/1"), &place.path("after.pdf")]);
    assert_eq!(
        std::fs::read(place.path("before.pdf")).unwrap(),
        std::fs::read(place.path("after.pdf")).unwrap()
    );
    assert_eq!(place.json(&["quote", "show", &format!("{number}/1")])["state"], "superseded");
    assert_eq!(place.json(&["quote", "show", &number])["state"], "sent");
}

#[test]
fn a_request_by_phone_needs_only_a_name() {
    let place = Headless::company();

    let taken = place.json(&["requests", "new", "--name", "André Wéry"]);
    let reference = taken["reference"].as_str().unwrap();
    place.done(&["requests", "set-status", reference, "cancelled", "--reason", "hors métier"]);

    assert_eq!(taken["requester"], json!({"name": "André Wéry", "address": ""}));
    assert_eq!(place.json(&["requests", "list", "--status", "cancelled"])[0]["reference"], reference);
    assert_eq!(place.json(&["requests", "list", "--status", "received"]), json!([]));
    place.done(&["requests", "delete", reference]);
    assert_eq!(place.json(&["requests", "list"]), json!([]));
}
