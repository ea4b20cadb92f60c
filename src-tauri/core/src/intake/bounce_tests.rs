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
fn who_signs_a_complaint_names_nobody_else() {
    for (subject, text) in [
        ("Keuken niet bezorgd", "Bestelling 455 is nog niet bezorgd.\n\njan@dak.example"),
        (
            "Nog niet bezorgd",
            "Uw bericht over 512 kregen we, maar de deur is nog niet bezorgd. Jan, jan@dak.example",
        ),
    ] {
        assert_eq!(bounce(&format!("From: Jan <jan@dak.example>\nSubject: {subject}\n\n{text}\n")), None);
    }
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

#[test]
fn a_person_who_quotes_a_report_complains() {
    let text = "Mijn mail komt terug: <info@dakwerken.example>: host said: 550 5.1.1 User unknown.";
    let subject = "Subject: Undelivered Mail Returned to Sender ???";
    let ordinary = "From: Ria <ria@mail.example>\nReturn-Path: <ria@mail.example>";
    assert_eq!(bounce(&format!("{ordinary}\n{subject}\n\n{text} Bel me eens. Ria\n")), None);
    let asking = "From: Ria <ria@mail.example>";
    assert_eq!(bounce(&format!("{asking}\n{subject}\n\n{text} Graag een offerte. Ria\n")), None);
    let postmaster = "From: Jan <postmaster@jansen.example>\nReturn-Path: <postmaster@jansen.example>";
    let shown = "From: Ria <ria@gmail.com>\nSubject: Undelivered Mail\n\n<info@dakwerken.example>: 550 5.1.1 User unknown.\n";
    assert_eq!(bounce(shown), None);
    let signed = "Hello, I received the error below. 550 5.1.1 info@dakwerken.example user unknown. Ria";
    assert_eq!(bounce(&format!("{ordinary}\n{subject}\n\n{signed}\n").replace("???", "")), None);
    let puzzled = format!("{asking}\n{subject}\n\n<info@dakwerken.example>: 550 5.1.1 User unknown.\n");
    assert_eq!(bounce(&puzzled), None);
    let door = "De poort werd niet bezorgd, wat nu? Jan, jan@jansen.example";
    assert_eq!(bounce(&format!("{postmaster}\nSubject: Poort\n\n{door}\n")), None);
}

#[test]
fn whom_a_report_was_sent_to_did_not_fail() {
    for text in [
        "Your message to <jan@dak.example> could not be delivered. Reason: 550 sender info@hout.example rejected",
        "Your message to <jan@dak.example> could not be delivered. Contact postmaster@isp.example.",
        "Your message to <jan@dak.example> could not be delivered. For help, contact help@isp.example.",
        "Could not deliver your message to jan@dak.example: sender <shop@hout.example> is refused",
        "info@hout.example, your mail was not delivered to jan@dak.example",
    ] {
        let found = bounce(&from_server("failure notice", text)).map(|bounce| bounce.recipients);
        assert_eq!(found, Some(vec!["jan@dak.example".to_owned()]), "{text}");
    }
}

#[test]
fn our_own_addresses_did_not_fail() {
    let context =
        IntakeContext { owner_addresses: vec!["shop@hout.example".into()], ..IntakeContext::default() };
    let text = "Your message of shop@hout.example could not be delivered to jan@dak.example.";
    let read = read_mail(from_server("failure notice", text).as_bytes(), &context);
    assert_eq!(read.bounce.unwrap().recipients, ["jan@dak.example"]);
}

#[test]
fn what_is_still_tried_is_delayed_in_each_language() {
    for (subject, text) in [
        ("Message retardé", "Votre message n'a pas encore pu être remis à jan@dak.example."),
        ("Message retardé", "Votre message n'a pas encore été remis à jan@dak.example."),
        (
            "Avertissement : message non encore distribué",
            "Votre message n'a pas encore pu être distribué à jan@dak.example.",
        ),
        ("Bericht vertraagd", "Uw bericht kon nog niet worden bezorgd aan jan@dak.example."),
        ("Waarschuwing: bericht nog niet bezorgd", "Uw bericht is nog niet bezorgd aan jan@dak.example."),
        (
            "Warnung: noch nicht zugestellt",
            "Ihre Nachricht konnte noch nicht an jan@dak.example zugestellt werden.",
        ),
        ("Warning: message delayed", "Your message to jan@dak.example has not yet been delivered."),
        ("Mensaje retrasado", "Su mensaje a jan@dak.example aún no se ha podido entregar."),
        ("Consegna ritardata", "Il messaggio per jan@dak.example non è ancora stato consegnato."),
    ] {
        let mail =
            from_server(subject, text).replacen('\n', "\nContent-Type: text/plain; charset=utf-8\n", 1);
        let found = bounce(&mail).map(|bounce| (bounce.delayed, bounce.permanent, bounce.recipients));
        assert_eq!(found, Some((true, false, vec!["jan@dak.example".to_owned()])), "{text}");
    }
}

#[test]
fn who_is_still_tried_did_not_fail_beside_those_who_did() {
    let failed = "   ----- The following addresses had permanent fatal errors -----\n<jan@dak.example>\n<an@dak.example>\n\n";
    let tried =
        "   ----- The following addresses had transient non-fatal errors -----\n<piet@dak.example>\n\n";
    let rest = "   ----- Transcript of session follows -----\n<piet@dak.example>... Deferred: will retry\n";
    for text in [format!("{failed}{tried}{rest}"), format!("{tried}{failed}{rest}")] {
        let found = bounce(&from_server("Returned mail: see transcript for details", &text)).unwrap();
        assert_eq!(found.recipients, ["jan@dak.example", "an@dak.example"], "{text}");
        assert!(!found.delayed, "{text}");
    }
    let only = bounce(&from_server("Warning: could not send message", &format!("{tried}{rest}"))).unwrap();
    assert_eq!(only.recipients, ["piet@dak.example"]);
    assert!(only.delayed);
    let texts = "----- Les adresses suivantes ont des erreurs permanentes -----\n<jan@dak.example>\n\n----- Les adresses suivantes ont des erreurs temporaires -----\n<piet@dak.example>\n";
    assert_eq!(bounce(&from_server("Returned mail", texts)).unwrap().recipients, ["jan@dak.example"]);
}

#[test]
fn exchange_says_in_many_languages_who_was_not_reached() {
    for (subject, text) in [
        (
            "Det går inte att leverera",
            "Meddelandet nådde inte vissa eller alla avsedda mottagare.\n\nFöljande mottagare kunde inte nås:",
        ),
        (
            "Kan ikke leveres",
            "Meddelelsen nåede ikke frem til nogle eller alle de tilsigtede modtagere.\n\nFølgende modtagere kunne ikke nås:",
        ),
        (
            "Uleverbar",
            "Meldingen nådde ikke noen eller alle de tiltenkte mottakerne.\n\nFølgende mottakere kan ikke nås:",
        ),
        ("Ei toimitettavissa", "Toimitus epäonnistui seuraaville vastaanottajille tai ryhmille:"),
        ("Nedoručitelné", "Doručení těmto příjemcům nebo skupinám se nezdařilo:"),
        ("Kézbesíthetetlen", "A kézbesítés a következő címzetteknek vagy csoportoknak nem sikerült:"),
        ("Nelivrabil", "Livrarea nu a reușit către acești destinatari sau grupuri:"),
        ("Teslim Edilemedi", "Bu alıcılara veya gruplara teslim edilemedi:"),
        ("Μη παραδοτέο", "Η παράδοση σε αυτούς τους παραλήπτες ή ομάδες απέτυχε:"),
        ("配信不能", "次の受信者またはグループへの配信に失敗しました:"),
        ("Onbestelbaar", "Uw bericht heeft sommige of alle geadresseerden niet bereikt."),
        ("Unzustellbar", "Ihre Nachricht hat einige oder alle Empfänger nicht erreicht."),
    ] {
        let mail = format!(
            "From: postmaster@mx.example\nReturn-Path: <>\nTo: info@hout.example\nSubject: {subject}: Dak\nContent-Type: text/plain; charset=utf-8\n\n{text} anders@bygg.example\n"
        );
        let found = bounce(&mail).map(|bounce| bounce.recipients);
        assert_eq!(found, Some(vec!["anders@bygg.example".to_owned()]), "{subject}");
    }
}

#[test]
fn a_server_that_gives_a_status_beside_an_address_reports_in_any_language() {
    let mail = from_server("Gagal", "Pesan gagal.\n\njan@dak.example: 550 5.1.1 tidak ada");
    assert_eq!(bounce(&mail).map(|bounce| bounce.recipients), Some(vec!["jan@dak.example".to_owned()]));
}
