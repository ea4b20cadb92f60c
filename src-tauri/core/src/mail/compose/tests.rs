use mail_parser::MessageParser;

use super::*;

pub(super) fn person(name: &str, address: &str) -> NamedAddress {
    NamedAddress { name: name.to_owned(), address: address.to_owned() }
}

pub(super) fn mail() -> OutgoingMail {
    OutgoingMail {
        message_id: "018f2d@delcourt.example".to_owned(),
        date: Timestamp(1_740_000_000_000),
        from: person("Menuiserie Delcourt", "offres@delcourt.example"),
        to: vec![person("Sophie Lambert", "sophie@customer.example")],
        cc: Vec::new(),
        bcc: Vec::new(),
        reply_to: None,
        subject: "Re: Châssis pour la façade".to_owned(),
        reference_token: None,
        text: "Bonjour,\n\nVoici notre offre.\n".to_owned(),
        html: None,
        in_reply_to: None,
        references: Vec::new(),
        attachments: Vec::new(),
        auto_submitted: false,
    }
}

fn text_of(mail: &OutgoingMail) -> String {
    String::from_utf8(compose(mail).unwrap().bytes).unwrap()
}

#[test]
fn a_plain_letter_goes_out_like_this_to_the_last_byte() {
    let plain = OutgoingMail { subject: "Plans".into(), text: "Hello,\n\nBye\n".into(), ..mail() };

    assert_eq!(
        text_of(&plain),
        "Date: Wed, 19 Feb 2025 21:20:00 +0000\r\n\
         Message-ID: <018f2d@delcourt.example>\r\n\
         From: \"Menuiserie Delcourt\" <offres@delcourt.example>\r\n\
         To: \"Sophie Lambert\" <sophie@customer.example>\r\n\
         Subject: Plans\r\n\
         MIME-Version: 1.0\r\n\
         Content-Type: text/plain; charset=utf-8\r\n\
         Content-Transfer-Encoding: 7bit\r\n\
         \r\n\
         Hello,\r\n\
         \r\n\
         Bye\r\n"
    );
}

#[test]
fn a_reply_carries_its_thread_and_nothing_of_this_machine() {
    let reply = OutgoingMail {
        in_reply_to: Some("c@customer.example".into()),
        references: vec!["a@customer.example".into(), "b@delcourt.example".into()],
        ..mail()
    };

    let wire = text_of(&reply);

    assert!(wire.contains("Message-ID: <018f2d@delcourt.example>\r\n"));
    assert!(wire.contains("In-Reply-To: <c@customer.example>\r\n"));
    assert!(
        wire.contains(
            "References: <a@customer.example>\r\n <b@delcourt.example>\r\n <c@customer.example>\r\n"
        )
    );
    assert!(wire.contains("Date: Wed, 19 Feb 2025 21:20:00 +0000\r\n"));
    assert!(!wire.to_lowercase().contains("user-agent") && !wire.contains("X-Mailer"));
}

#[test]
fn composing_twice_gives_the_same_bytes() {
    let file =
        OutgoingAttachment { name: "a.pdf".into(), mime: "application/pdf".into(), bytes: vec![7; 99] };
    let with_file = OutgoingMail { attachments: vec![file], html: Some("<p>x</p>".into()), ..mail() };

    assert_eq!(compose(&with_file), compose(&with_file));
}

#[test]
fn a_long_thread_keeps_its_first_and_its_latest_identifiers() {
    let references: Vec<String> = (0..300).map(|n| format!("{n}@customer.example")).collect();
    let wire = compose(&OutgoingMail { references, ..mail() }).unwrap().bytes;

    let parsed = MessageParser::default().parse(&wire).unwrap();
    let kept: Vec<&str> = parsed.references().as_text_list().unwrap().iter().map(|id| id.as_ref()).collect();

    assert_eq!(kept.len(), 25);
    assert_eq!((kept[0], kept[24]), ("0@customer.example", "299@customer.example"));
}

#[test]
fn a_broken_identifier_of_the_customer_does_not_keep_us_from_answering() {
    let reply = OutgoingMail {
        in_reply_to: Some("bad id\r\nBcc: x@evil.example".into()),
        references: vec!["ok@customer.example".into(), "é>".into()],
        ..mail()
    };

    let wire = text_of(&reply);

    assert!(!wire.contains("evil.example") && !wire.contains("In-Reply-To"));
    assert!(wire.contains("References: <ok@customer.example>\r\n"));
}

#[test]
fn blind_copies_stand_in_the_envelope_only_and_nobody_twice() {
    let copied = OutgoingMail {
        cc: vec![person("", "Sophie@customer.example"), person("", "jan@customer.example")],
        bcc: vec![person("", "boss@delcourt.example")],
        ..mail()
    };

    let composed = compose(&copied).unwrap();

    assert_eq!(
        composed.envelope.recipients,
        ["sophie@customer.example", "jan@customer.example", "boss@delcourt.example"]
    );
    assert!(!String::from_utf8(composed.bytes).unwrap().contains("boss@"));
}

#[test]
fn an_international_domain_goes_out_in_ascii() {
    let abroad = OutgoingMail { to: vec![person("", "info@bücher.example")], ..mail() };

    assert_eq!(compose(&abroad).unwrap().envelope.recipients, ["info@xn--bcher-kva.example"]);
}

#[test]
fn the_reference_token_ends_the_subject_once() {
    let marked = OutgoingMail { reference_token: Some("Q-2025-0012".into()), ..mail() };
    let again = OutgoingMail { subject: "Re: Offre [Q-2025-0012]".into(), ..marked.clone() };

    let subject = |mail| {
        let wire = compose(mail).unwrap().bytes;
        MessageParser::default().parse(&wire).unwrap().subject().unwrap().to_owned()
    };

    assert_eq!(subject(&marked), "Re: Châssis pour la façade [Q-2025-0012]");
    assert_eq!(subject(&again), "Re: Offre [Q-2025-0012]");
}

#[test]
fn an_automatic_answer_says_so() {
    let wire = text_of(&OutgoingMail { auto_submitted: true, ..mail() });

    assert!(wire.contains("Auto-Submitted: auto-replied\r\n"));
    assert!(!text_of(&mail()).contains("Auto-Submitted"));
}

#[test]
fn a_field_that_would_add_a_line_to_the_header_is_refused_by_name() {
    let evil = "x\r\nBcc: y@evil.example";
    let refused = |mail: OutgoingMail| compose(&mail).unwrap_err();
    let control = |field| ComposeError::ControlCharacter { field };

    assert_eq!(refused(OutgoingMail { subject: evil.into(), ..mail() }), control("subject"));
    assert_eq!(refused(OutgoingMail { from: person(evil, "a@b.example"), ..mail() }), control("from"));
    assert_eq!(refused(OutgoingMail { to: vec![person("", evil)], ..mail() }), control("to"));
    assert_eq!(refused(OutgoingMail { text: "a\0b".into(), ..mail() }), control("text"));
    let file = OutgoingAttachment { name: evil.into(), mime: String::new(), bytes: Vec::new() };
    assert_eq!(refused(OutgoingMail { attachments: vec![file], ..mail() }), control("attachments"));
    assert_eq!(refused(OutgoingMail { message_id: evil.into(), ..mail() }), ComposeError::InvalidMessageId);
}

#[test]
fn what_is_no_address_is_refused_with_its_field() {
    for value in ["sophie", "sophie@", "@customer.example", "a b@customer.example", ""] {
        let wrong = OutgoingMail { cc: vec![person("", value)], ..mail() };
        let expected = ComposeError::InvalidAddress { field: "cc", value: value.into() };
        assert_eq!(compose(&wrong).unwrap_err(), expected);
    }
    assert_eq!(compose(&OutgoingMail { to: Vec::new(), ..mail() }).unwrap_err(), ComposeError::NoRecipient);
}

#[test]
fn a_mail_that_no_provider_takes_is_refused_before_it_is_built() {
    let bytes = vec![0; 20 * 1024 * 1024];
    let file = OutgoingAttachment { name: "scan.tif".into(), mime: "image/tiff".into(), bytes };

    let refused = compose(&OutgoingMail { attachments: vec![file], ..mail() }).unwrap_err();

    assert!(matches!(refused, ComposeError::TooLarge { limit: LARGEST_MAIL, .. }));
}

#[test]
fn a_new_message_id_is_in_the_senders_domain() {
    let id = new_message_id("offres@bücher.example").unwrap();

    assert!(id.ends_with("@xn--bcher-kva.example"));
    assert_ne!(id, new_message_id("offres@bücher.example").unwrap());
    assert!(new_message_id("nobody").is_err());
}
