use super::super::decode::decode;
use super::*;

fn class(header: &str, text: &str) -> MailClass {
    let mail = format!("From: Jan <jan@dak.example>\n{header}\n\n{text}\n");
    let decoded = decode(mail.as_bytes());
    let from = Person { name: "Jan".into(), address: "jan@dak.example".into() };
    classify(&decoded, &decoded.headers.line("Subject").unwrap_or_default(), Some(&from)).class
}

#[test]
fn a_person_is_left_alone() {
    for header in [
        "Subject: Devis toiture",
        "Subject: Auto: devis pour la peinture\nX-MS-Exchange-Inbox-Rules-Loop: info@hout.example",
        "Subject: RE: Automatic reply: offerte",
        "Subject: Urlaub: Renovierung der Ferienwohnung",
        "Subject: Absence de réponse",
        "Auto-Submitted: no",
        "Subject: Delivery of the kitchen",
    ] {
        assert_eq!(class(header, "Bonjour, je voudrais un devis."), MailClass::Personal, "{header}");
    }
}

#[test]
fn automatic_answers_are_known_by_any_evidence() {
    for header in [
        "Auto-Submitted: auto-replied",
        "X-Auto-Response-Suppress: All",
        "Precedence: auto_reply",
        "X-Autoreply: yes",
        "Return-Path: <>",
        "Subject: Automatisch antwoord: offerte",
        "Subject: Réponse automatique : devis",
        "Subject: Abwesenheitsnotiz: Angebot",
        "Subject: Out of Office",
    ] {
        assert_eq!(class(header, "I am away."), MailClass::AutoReply, "{header}");
    }
}

#[test]
fn a_weak_subject_counts_together_with_the_text() {
    assert_eq!(class("Subject: Urlaub: Angebot", "Ich bin im Urlaub bis 3. Mai."), MailClass::AutoReply);
    assert_eq!(
        class("Subject: Re: Absence : devis", "Je suis absente. Je suis en congé jusqu'au 3 mai."),
        MailClass::AutoReply
    );
}

#[test]
fn lists_and_feedback_are_told_apart() {
    assert_eq!(class("List-Unsubscribe: <mailto:x@y.example>", "News"), MailClass::List);
    assert_eq!(class("Precedence: bulk", "News"), MailClass::List);
    assert_eq!(
        class(
            "Content-Type: multipart/report; report-type=feedback-report; boundary=x",
            "--x\n\ncomplaint\n--x--"
        ),
        MailClass::Feedback
    );
}
