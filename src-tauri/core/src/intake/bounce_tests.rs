use super::super::decode::decode;
use super::super::model::Bounce;
use super::super::{IntakeContext, MailClass, read_mail};

fn bounce(mail: &str) -> Option<Bounce> {
    let understood = read_mail(mail.as_bytes(), &IntakeContext::default());
    assert_eq!(understood.class == MailClass::Bounce, understood.bounce.is_some());
    understood.bounce
}

fn from_server(subject: &str, text: &str) -> String {
    format!("From: MAILER-DAEMON@mx.example\nTo: info@hout.example\nSubject: {subject}\n\n{text}\n")
}

const REPORT: &str = "From: MAILER-DAEMON@mx.example (Mail Delivery System)\nSubject: Undelivered Mail Returned to Sender\n\
    Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n\
    --b\n\nYour mail could not be delivered.\n\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n\n\
    Final-Recipient: rfc822; jan@dak.example\nAction: failed\nStatus: 5.1.1\n\n--b\nContent-Type: message/rfc822\n\n\
    Message-ID: <our.1@hout.example>\nTo: jan@dak.example\n\nHello\n--b--\n";

#[test]
fn a_machine_readable_report_is_read() {
    let expected = Bounce {
        permanent: true,
        delayed: false,
        status: Some("5.1.1".into()),
        recipients: vec!["jan@dak.example".into()],
        original_message_id: Some("our.1@hout.example".into()),
    };
    assert_eq!(bounce(REPORT), Some(expected));
}

#[test]
fn a_delay_is_no_failure_and_a_delivery_is_neither() {
    let delayed = bounce(&REPORT.replace("failed", "delayed").replace("5.1.1", "4.4.7")).unwrap();
    assert_eq!((delayed.permanent, delayed.delayed), (false, true));
    let given_up = bounce(&REPORT.replace("5.1.1", "4.4.7")).unwrap();
    assert_eq!((given_up.permanent, given_up.delayed), (false, false));
    assert_eq!(bounce(&REPORT.replace("failed", "delivered").replace("5.1.1", "2.0.0")), None);
}

#[test]
fn recipients_are_found_in_the_sentences_of_many_servers() {
    for text in [
        "<jan@dak.example>:\nSorry, no mailbox here by that name. (#5.1.1)\n\n--- Below this line is a copy of the message.\n\nTo: <other@x.example>",
        "Delivery to the following recipients failed.\n\n       jan@dak.example\n",
        "undeliverable to jan@dak.example\n\nOriginal message follows.\n\nFrom: info@hout.example",
        "Votre message n'a pas pu être remis aux destinataires suivants :\n\njan@dak.example\n",
        "Uw bericht kon niet worden bezorgd aan jan@dak.example.\n",
        "Ihre Nachricht konnte nicht zugestellt werden:\n\n  * jan@dak.example (Postfach voll)\n",
        "  an undisclosed address\n    (generated from jan@dak.example)\n",
        "Recipient: [SMTP:jan@dak.example]\nReason: mailbox unavailable",
    ] {
        let found = bounce(&from_server("failure notice", text)).map(|bounce| bounce.recipients);
        assert_eq!(found, Some(vec!["jan@dak.example".to_owned()]), "{text}");
    }
}

#[test]
fn our_message_id_is_found_in_a_pasted_original() {
    let text = "<jan@dak.example>: no such user\n\n--- Below this line is a copy of the message.\n\nMessage-ID: <our.1@hout.example>\nTo: jan@dak.example";
    let found = bounce(&from_server("failure notice", text)).unwrap();
    assert_eq!(found.original_message_id.as_deref(), Some("our.1@hout.example"));
}

#[test]
fn a_customer_who_complains_about_a_delivery_is_no_server() {
    let mail = "From: Jan <jan@dak.example>\nSubject: Table not delivered\n\nThe table was not delivered to my house, nobody could be reached.\n\nJan\n";
    assert_eq!(bounce(mail), None);
    let mail = "From: Jan <jan@dak.example>\nSubject: Delivery problem with the doors\n\nTwo doors were not delivered to us. Could you call? Jan, jan@dak.example\n";
    assert_eq!(bounce(mail), None);
    let mail = "From: Jan <jan@dak.example>\nSubject: Undelivered windows\n\nThe windows could not be delivered to our site.\n\njan@dak.example\n";
    assert_eq!(bounce(mail), None);
}

#[test]
fn a_server_with_an_ordinary_name_shows_the_mail_it_speaks_of() {
    let report = |text: &str| {
        bounce(&format!("From: gate@gate.example\nSubject: Delivery failure notification\n\n{text}\n"))
            .map(|bounce| bounce.recipients)
    };
    let jan = Some(vec!["jan@dak.example".to_owned()]);
    assert_eq!(report("Your message could not be delivered to\njan@dak.example"), jan);
    assert_eq!(report("Could not be delivered to jan@dak.example: 550 5.1.1 unknown"), jan);
    assert_eq!(report("The doors could not be delivered to jan@dak.example"), None);
}

#[test]
fn exchange_online_reports_in_the_language_of_the_reader() {
    let report = |subject: &str, text: &str| {
        let from = "MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@klant.example";
        let mail = format!(
            "From: Microsoft Outlook <{from}>\nSubject: {subject}: Quote\nContent-Type: text/plain; charset=utf-8\n\n{text}\n"
        );
        bounce(&mail).map(|bounce| bounce.recipients)
    };
    for (subject, text) in [
        ("Onbestelbaar", "Uw bericht aan jan@dak.example kan niet worden bezorgd."),
        ("Niedostarczalne", "Nie można dostarczyć wiadomości do jan@dak.example."),
        ("Kan ikke leveres", "Din meddelelse til jan@dak.example kunne ikke leveres."),
        ("Не удается доставить", "Не удалось доставить сообщение для jan@dak.example."),
        ("无法送达", "你发送给jan@dak.example的邮件无法送达。"),
        ("배달되지 않음", "jan@dak.example에게 보낸 메시지를 배달할 수 없습니다."),
        ("غير قابل للتسليم", "تعذر تسليم رسالتك إلى jan@dak.example."),
    ] {
        assert_eq!(report(subject, text), Some(vec!["jan@dak.example".to_owned()]), "{subject}");
    }
}

#[test]
fn a_report_wrapped_by_a_gateway_is_read() {
    let wrapped = format!(
        "From: postmaster@gate.example\nSubject: Delivery Status Notification (Failure)\nContent-Type: multipart/mixed; boundary=w\n\n--w\nContent-Type: message/rfc822\n\n{REPORT}\n--w--\n"
    );
    assert_eq!(bounce(&wrapped).unwrap().recipients, ["jan@dak.example"]);
    assert_eq!(decode(wrapped.as_bytes()).nested.len(), 1);
}
