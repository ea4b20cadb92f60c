use super::super::decode::decode;
use super::*;

fn class(header: &str, text: &str) -> MailClass {
    read("jan@dak.example", header, text)
}

fn class_from(address: &str, text: &str) -> MailClass {
    read(address, "X-Test: yes", text)
}

fn read(address: &str, header: &str, text: &str) -> MailClass {
    let mail = format!("From: Jan <{address}>\n{header}\n\n{text}\n");
    let decoded = decode(mail.as_bytes());
    let from = Person { name: "Jan".into(), address: address.into() };
    let subject = decoded.headers.line("Subject").unwrap_or_default();
    classify(&decoded, &subject, Some(&from), |address| address == "info@daken.example").class
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
fn who_suppresses_answers_may_be_a_person_and_is_a_machine_where_the_text_says_so() {
    let away = "I am currently out of the office with no access to email.";
    assert_eq!(class("X-Auto-Response-Suppress: All", away), MailClass::AutoReply);
    for value in ["All", "OOF", "DR, RN, NRN, OOF, AutoReply"] {
        let header = format!("X-Auto-Response-Suppress: {value}");
        assert_eq!(
            class(&header, "Bonjour, je voudrais un devis pour un toit."),
            MailClass::Personal,
            "{value}"
        );
    }
}

#[test]
fn what_servers_tell_of_a_domain_is_no_request() {
    let subject = "Subject: Report Domain: daken.example Submitter: mail.example Report-ID: <17>";
    assert_eq!(class(subject, ""), MailClass::Feedback);
    assert_eq!(class("Subject: Report domain names, please", ""), MailClass::Personal);
}

#[test]
fn tags_of_servers_before_a_subject_say_nothing() {
    for subject in ["[EXTERN] Automatisch antwoord: offerte", "[EXT] [SPAM?] Réponse automatique : devis"] {
        assert_eq!(class(&format!("Subject: {subject}"), "Tot dan."), MailClass::AutoReply, "{subject}");
    }
}

#[test]
fn a_confirmation_by_an_address_that_nobody_reads_is_automatic() {
    let text = "Bonjour, nous avons bien reçu votre demande. Nous vous répondrons au plus vite.";
    assert_eq!(class("X-From: none", text), MailClass::Personal);
    assert_eq!(class_from("no-reply@bank.example", text), MailClass::AutoReply);
    let thanks = "Bedankt voor je bericht. Dit is een automatisch gegenereerde e-mail.";
    assert_eq!(class_from("noreply@winkel.example", thanks), MailClass::AutoReply);
    assert_eq!(
        class_from("no-reply@portal.example", "Un client cherche un couvreur à Namur."),
        MailClass::Personal
    );
}

#[test]
fn a_list_of_our_own_address_and_an_answer_through_a_service_are_of_persons() {
    let text = "Bonjour, un devis s'il vous plaît.";
    assert_eq!(class("List-Id: Info <info.daken.example>\nPrecedence: list", text), MailClass::Personal);
    assert_eq!(class("List-Id: <members.club.example>", text), MailClass::List);
    assert_eq!(class("List-Unsubscribe: <mailto:out@crm.example>", text), MailClass::List);
    let answer = "List-Unsubscribe: <mailto:out@crm.example>\nIn-Reply-To: <quote@daken.example>";
    assert_eq!(class(answer, text), MailClass::Personal);
    assert_eq!(class(&format!("{answer}\nList-Id: <members.club.example>"), text), MailClass::List);
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
fn a_text_that_calls_itself_automatic_needs_no_subject() {
    for text in [
        "Dit is een automatisch antwoord. Ik ben terug op 3 mei.",
        "Bonjour,\n\nCeci est une réponse automatique.",
        "Dies ist eine automatische Eingangsbestätigung.",
        "Thank you. This is an automated response.",
    ] {
        assert_eq!(class("Subject: Re: 2025-014", text), MailClass::AutoReply, "{text}");
    }
    let quoted = "Yes please.\n\n> This is an automated response.";
    assert_eq!(class("Subject: Re: 2025-014", quoted), MailClass::Personal);
}

#[test]
fn a_person_who_is_away_is_no_machine() {
    let cases = [
        ("Re: Quote", "Thanks! I will be out of the office until Monday, then we can sign."),
        ("Re: Offerte", "Akkoord. Ik ben met vakantie tot 5 december, daarna kunnen we starten."),
        ("Absent lundi", "Bonjour, je suis absent lundi, peut-on reporter le rendez-vous ?"),
        ("Urlaub", "Guten Tag, ich bin im Urlaub. Können Sie nächste Woche kommen?"),
        ("Bedankt voor uw offerte", "Ik ben met vakantie tot maandag, dan teken ik."),
        (
            "Devis 4500",
            "Ceci est un message automatique de notre ERP : merci de remettre prix pour 5 portes.",
        ),
    ];
    for (subject, text) in cases {
        assert_eq!(class(&format!("Subject: {subject}"), text), MailClass::Personal, "{subject}");
    }
    for (subject, text) in [
        ("Re: Quote", "I am out of the office and have limited access to email."),
        ("Afwezig tot 5 december", "Ik ben er niet. Uw mail wordt niet doorgestuurd."),
        ("Accusé de réception", "Ceci est un message automatique, merci de ne pas y répondre."),
    ] {
        assert_eq!(class(&format!("Subject: {subject}"), text), MailClass::AutoReply, "{subject}");
    }
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
