//! What holds for any mail, not only for those that somebody thought of.

use proptest::prelude::*;
use quoin_core::intake::{BareBody, IntakeContext, read_body, read_mail, sanitise_html};

/// Pieces of which mails are made, put together in any order.
const PIECES: [&str; 40] = [
    "Hello",
    " ",
    "\n",
    "\n\n",
    "> ",
    ">> ",
    "On 3 May 2024, Jan <jan@dak.example> wrote:",
    "Le 3 mai 2024 à 10:00, a@b.example a écrit :",
    "From: ",
    "De : ",
    "To: x@y.example\n",
    "Subject: roof\n",
    "Date: 3 May 2024\n",
    "Sent: Friday\n",
    "-----Original Message-----\n",
    "---------- Forwarded message ----------\n",
    "-- \n",
    "--\n",
    "___________\n",
    "Jan <jan@dak.example>",
    "Regards,\n",
    "Sent from my iPhone",
    "0470 12 34 56",
    "BE 0566.988.259",
    "120 m²",
    "Rue Haute 3, 5000 Namur",
    "3 x 4 m",
    "é",
    "字",
    "\u{202e}",
    "\u{a0}",
    "\t",
    "\r\n",
    "<b>",
    "budget 5000 €",
    "Name: ",
    "Email: ",
    "Message:\n",
    "--b\n",
    "12/05/2025",
];

fn pieces() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(&PIECES[..]), 0..60).prop_map(|pieces| pieces.concat())
}

/// What was written: neither white space nor the marks of quotes, whose empty lines say nothing.
fn written(text: &str) -> usize {
    text.chars().filter(|character| !character.is_whitespace() && *character != '>').count()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_answer_taken_apart_loses_nothing(text in pieces()) {
        let read = read_body(BareBody::Text(&text), None, &IntakeContext::default());
        let parts = written(&read.reply.text) + written(&read.reply.quoted) + written(&read.reply.signature);
        prop_assert_eq!(parts, written(&text));
        prop_assert!(written(&text) == 0 || written(&read.reply.text) > 0);
    }

    #[test]
    fn what_is_unwrapped_or_found_stands_in_the_text(text in pieces()) {
        let context = IntakeContext { treat_as_forward: true, ..IntakeContext::default() };
        let read = read_body(BareBody::Text(&text), Some("Fwd: roof"), &context);
        for field in read.fields.iter().filter(|field| !field.kind.starts_with("form:") && read.forward.is_none()) {
            let lines = field.evidence.lines().all(|line| text.contains(line.trim()));
            prop_assert!(lines, "{:?}", field);
        }
        if let Some(forward) = read.forward {
            prop_assert!(written(&forward.body) + written(&forward.preamble) <= written(&text));
        }
    }

    #[test]
    fn any_bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..2_000), head in pieces()) {
        let mail = [head.as_bytes(), b"\nContent-Type: multipart/mixed; boundary=b\n\n--b\n", &bytes].concat();
        for mail in [&bytes, &mail] {
            let read = read_mail(mail, &IntakeContext { any_sender_is_owner: true, ..IntakeContext::default() });
            prop_assert!(read.attachments.iter().all(|file| !file.name.is_empty() && !file.name.contains(['/', '\\', '\n'])));
        }
    }

    #[test]
    fn sanitised_html_is_as_safe_as_it_gets(html in "(<(p|b|a href=\"javascript:x\"|svg|style|img src=x onerror=y|math|/p|/b|table|td|!--|form|iframe)>|[a-z&;\"'<> ]{0,9}){0,20}") {
        let safe = sanitise_html(&html);
        // What a browser makes of the result is safe as well.
        for safe in [sanitise_html(&safe), safe] {
            let lower = safe.to_ascii_lowercase();
            let bad = ["<script", "<style", "<svg", "<math", "<form", "<iframe", "<img src=\"x", "href=\"javascript"];
            prop_assert!(bad.iter().all(|bad| !lower.contains(bad)), "{}", safe);
        }
    }
}
