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
    classify(&decoded, &subject, Some(&from), None, |address| address == "info@daken.example").class
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
        let question = "Ik ben met vakantie tot maandag. Kunt u dinsdag komen meten?";
        assert_eq!(class(&header, question), MailClass::Personal, "{value}");
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

#[test]
fn who_speaks_of_our_automatic_answer_is_no_machine() {
    for (subject, text) in [
        (
            "Re: Réponse automatique : devis",
            "Merci pour votre réponse automatique ! J'attends votre retour. Ève",
        ),
        ("RE: Automatisch antwoord: offerte", "Ik kreeg uw automatisch antwoord. Tot volgende week!"),
        ("AW: Automatische Antwort: Angebot", "Danke für Ihre automatische Antwort, ich warte gern."),
        ("Re: Automatic reply: quote", "Thanks, I received this automatic reply. See you next week."),
        ("RE: Respuesta automática: precio", "Recibí su respuesta automática, gracias."),
    ] {
        let header = format!("In-Reply-To: <a@daken.example>\nSubject: {subject}");
        assert_eq!(class(&header, text), MailClass::Personal, "{subject}");
    }
    for (subject, text) in [
        ("Re: Réponse automatique : devis", "Réponse automatique\n\nNotre bureau rouvre lundi."),
        ("RE: Automatisch antwoord: offerte", "Automatisch antwoord: ons kantoor is dicht."),
    ] {
        assert_eq!(class(&format!("Subject: {subject}"), text), MailClass::AutoReply, "{subject}");
    }
}

#[test]
fn a_subject_that_goes_on_needs_a_sentence_of_absence() {
    for (subject, text) in [
        ("Out of office bordjes", "Graag 20 bordjes voor aan de deur."),
        ("Out of office-bordjes", "20 stuks, zoals vorig jaar."),
        ("Out of office until Monday", "Could you send the quote for the 3 windows by then?"),
        ("Out of office until Monday", "I'll be back on Monday. Could you send me the quote by then?"),
        ("Out of office until Monday", "I am on vacation until Monday. Can you come on Tuesday to measure?"),
        ("Automatic reply cards", "We need 500 of them, printed on both sides."),
        ("Niet op kantoor geleverd", "De stoelen zijn er nog niet."),
    ] {
        assert_eq!(class(&format!("Subject: {subject}"), text), MailClass::Personal, "{subject}");
    }
    for (subject, text) in [
        ("Out of office until Monday", "I am away until Monday."),
        ("Niet op kantoor tot 3 mei", "Ik ben terug op 4 mei."),
        ("Automatic response to your message", "Thank you for contacting us."),
        ("Out of Office AutoReply: quote", "Hello."),
        ("Automatic reply RE: quote", "Hello."),
        ("Réponse automatique (absence)", "Bonjour."),
        ("Automatische Antwort – Angebot", "Guten Tag."),
        ("自動返信：見積もり", "ありがとうございます。"),
    ] {
        assert_eq!(class(&format!("Subject: {subject}"), text), MailClass::AutoReply, "{subject}");
    }
}

#[test]
fn a_house_that_thanks_for_a_message_by_machine_is_automatic_from_any_address() {
    for text in [
        "Bedankt voor uw bericht. We antwoorden binnen twee dagen.\n\nDit is een automatisch gegenereerd bericht.",
        "Merci pour votre message. Ceci est un message automatique.",
        "Vielen Dank für Ihre Anfrage. Diese E-Mail wurde automatisch erstellt.",
        "Thank you for contacting us. This is an automated message.",
    ] {
        assert_eq!(class_from("info@winkel.example", text), MailClass::AutoReply, "{text}");
    }
    for text in [
        "Bedankt voor uw bericht. Dinsdag past voor mij.",
        "Merci pour votre message. Mardi me convient. Merci de ne pas répondre à cette adresse.",
        "Bedankt voor uw offerte. Bijgaand onze bestelling. Dit is een automatisch gegenereerd bericht.",
        "Merci pour votre message. Pourriez-vous me faire un devis ? Ceci est un message automatique de notre ERP.",
    ] {
        assert_eq!(class_from("info@klant.example", text), MailClass::Personal, "{text}");
    }
}

#[test]
fn who_keeps_the_mail_of_a_house_is_a_person() {
    let text = "Dag, wat kost een nieuwe poort van 4 meter? Jan";
    assert_eq!(class_from("postmaster@jansen.example", text), MailClass::Personal);
    let reported = "Return-Path: <>";
    let mail = |header: &str| read("postmaster@jansen.example", header, "Your mail is held.");
    assert_eq!(mail(reported), MailClass::AutoReply);
    assert_eq!(read("mailer-daemon@mx.example", "X-Test: yes", text), MailClass::AutoReply);
}
