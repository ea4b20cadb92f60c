use mail_parser::{MessageParser, MimeHeaders};
use proptest::prelude::*;

use super::*;

fn person(name: &str, address: &str) -> NamedAddress {
    NamedAddress {
        name: name.to_owned(),
        address: address.to_owned(),
    }
}

fn mail() -> OutgoingMail {
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
fn a_reply_carries_its_thread_and_nothing_of_this_machine() {
    let reply = OutgoingMail {
        in_reply_to: Some("c@customer.example".into()),
        references: vec!["a@customer.example".into(), "b@delcourt.example".into()],
        ..mail()
    };

    let wire = text_of(&reply);

    assert!(wire.contains("Message-ID: <018f2d@delcourt.example>\r\n"));
    assert!(wire.contains("In-Reply-To: <c@customer.example>\r\n"));
    assert!(wire.contains(
        "References: <a@customer.example>\r\n <b@delcourt.example>\r\n <c@customer.example>\r\n"
    ));
    assert!(wire.contains("Date: Wed, 19 Feb 2025 21:20:00 +0000\r\n"));
    assert!(!wire.to_lowercase().contains("user-agent") && !wire.contains("X-Mailer"));
}

#[test]
fn composing_twice_gives_the_same_bytes() {
    let file = OutgoingAttachment {
        name: "a.pdf".into(),
        mime: "application/pdf".into(),
        bytes: vec![7; 99],
    };
    let with_file = OutgoingMail {
        attachments: vec![file],
        html: Some("<p>x</p>".into()),
        ..mail()
    };

    assert_eq!(compose(&with_file), compose(&with_file));
}

#[test]
fn a_long_thread_keeps_its_first_and_its_latest_identifiers() {
    let references: Vec<String> = (0..300).map(|n| format!("{n}@customer.example")).collect();
    let wire = compose(&OutgoingMail {
        references,
        ..mail()
    })
    .unwrap()
    .bytes;

    let parsed = MessageParser::default().parse(&wire).unwrap();
    let kept: Vec<&str> = parsed
        .references()
        .as_text_list()
        .unwrap()
        .iter()
        .map(|id| id.as_ref())
        .collect();

    assert_eq!(kept.len(), 25);
    assert_eq!(
        (kept[0], kept[24]),
        ("0@customer.example", "299@customer.example")
    );
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
        cc: vec![
            person("", "Sophie@customer.example"),
            person("", "jan@customer.example"),
        ],
        bcc: vec![person("", "boss@delcourt.example")],
        ..mail()
    };

    let composed = compose(&copied).unwrap();

    assert_eq!(
        composed.envelope.recipients,
        [
            "sophie@customer.example",
            "jan@customer.example",
            "boss@delcourt.example"
        ]
    );
    assert!(!String::from_utf8(composed.bytes).unwrap().contains("boss@"));
}

#[test]
fn an_international_domain_goes_out_in_ascii() {
    let abroad = OutgoingMail {
        to: vec![person("", "info@bücher.example")],
        ..mail()
    };

    assert_eq!(
        compose(&abroad).unwrap().envelope.recipients,
        ["info@xn--bcher-kva.example"]
    );
}

#[test]
fn the_reference_token_ends_the_subject_once() {
    let marked = OutgoingMail {
        reference_token: Some("Q-2025-0012".into()),
        ..mail()
    };
    let again = OutgoingMail {
        subject: "Re: Offre [Q-2025-0012]".into(),
        ..marked.clone()
    };

    let subject = |mail| {
        let wire = compose(mail).unwrap().bytes;
        MessageParser::default()
            .parse(&wire)
            .unwrap()
            .subject()
            .unwrap()
            .to_owned()
    };

    assert_eq!(subject(&marked), "Re: Châssis pour la façade [Q-2025-0012]");
    assert_eq!(subject(&again), "Re: Offre [Q-2025-0012]");
}

#[test]
fn an_automatic_answer_says_so() {
    let wire = text_of(&OutgoingMail {
        auto_submitted: true,
        ..mail()
    });

    assert!(wire.contains("Auto-Submitted: auto-replied\r\n"));
    assert!(!text_of(&mail()).contains("Auto-Submitted"));
}

#[test]
fn a_field_that_would_add_a_line_to_the_header_is_refused_by_name() {
    let evil = "x\r\nBcc: y@evil.example";
    let refused = |mail: OutgoingMail| compose(&mail).unwrap_err();
    let control = |field| ComposeError::ControlCharacter { field };

    assert_eq!(
        refused(OutgoingMail {
            subject: evil.into(),
            ..mail()
        }),
        control("subject")
    );
    assert_eq!(
        refused(OutgoingMail {
            from: person(evil, "a@b.example"),
            ..mail()
        }),
        control("from")
    );
    assert_eq!(
        refused(OutgoingMail {
            to: vec![person("", evil)],
            ..mail()
        }),
        control("to")
    );
    assert_eq!(
        refused(OutgoingMail {
            text: "a\0b".into(),
            ..mail()
        }),
        control("text")
    );
    let file = OutgoingAttachment {
        name: evil.into(),
        mime: String::new(),
        bytes: Vec::new(),
    };
    assert_eq!(
        refused(OutgoingMail {
            attachments: vec![file],
            ..mail()
        }),
        control("attachments")
    );
    assert_eq!(
        refused(OutgoingMail {
            message_id: evil.into(),
            ..mail()
        }),
        ComposeError::InvalidMessageId
    );
}

#[test]
fn what_is_no_address_is_refused_with_its_field() {
    for value in [
        "sophie",
        "sophie@",
        "@customer.example",
        "a b@customer.example",
        "",
    ] {
        let wrong = OutgoingMail {
            cc: vec![person("", value)],
            ..mail()
        };
        let expected = ComposeError::InvalidAddress {
            field: "cc",
            value: value.into(),
        };
        assert_eq!(compose(&wrong).unwrap_err(), expected);
    }
    assert_eq!(
        compose(&OutgoingMail {
            to: Vec::new(),
            ..mail()
        })
        .unwrap_err(),
        ComposeError::NoRecipient
    );
}

#[test]
fn a_mail_that_no_provider_takes_is_refused_before_it_is_built() {
    let bytes = vec![0; 20 * 1024 * 1024];
    let file = OutgoingAttachment {
        name: "scan.tif".into(),
        mime: "image/tiff".into(),
        bytes,
    };

    let refused = compose(&OutgoingMail {
        attachments: vec![file],
        ..mail()
    })
    .unwrap_err();

    assert!(matches!(
        refused,
        ComposeError::TooLarge {
            limit: LARGEST_MAIL,
            ..
        }
    ));
}

#[test]
fn a_new_message_id_is_in_the_senders_domain() {
    let id = new_message_id("offres@bücher.example").unwrap();

    assert!(id.ends_with("@xn--bcher-kva.example"));
    assert_ne!(id, new_message_id("offres@bücher.example").unwrap());
    assert!(new_message_id("nobody").is_err());
}

fn files() -> impl Strategy<Value = Vec<OutgoingAttachment>> {
    let file = (
        "[^\\p{C}/\\\\]{1,90}",
        prop::collection::vec(any::<u8>(), 0..400),
    );
    prop::collection::vec(file, 0..4).prop_map(|files| {
        let mime = "application/pdf".to_owned();
        files
            .into_iter()
            .map(|(name, bytes)| OutgoingAttachment {
                name,
                mime: mime.clone(),
                bytes,
            })
            .collect()
    })
}

fn words() -> impl Strategy<Value = String> {
    // Without "=?": a subject that looks like an encoded word is one, to every mail program.
    "[^\\p{C}\\p{Z}=]{0,30}( [^\\p{C}\\p{Z}=]{1,30}){0,12}"
}

fn lines(text: &str) -> Vec<String> {
    text.replace("\r\n", "\n")
        .replace('\r', "\n")
        .trim_end_matches('\n')
        .split('\n')
        .map(str::to_owned)
        .collect()
}

proptest! {
    #[test]
    fn what_was_composed_is_read_again_by_another_library(
        subject in words(),
        name in words(),
        text in "[^\\x00]{0,300}",
        html in prop::option::of("[^\\x00]{0,200}"),
        files in files(),
    ) {
        let written = OutgoingMail {
            subject, html, attachments: files, text,
            to: vec![person(&name, "sophie@customer.example")],
            ..mail()
        };

        let wire = compose(&written).unwrap().bytes;
        let read = MessageParser::default().parse(&wire).unwrap();

        let clean = wire.is_ascii() && wire.windows(2).all(|w| (w[0] == b'\r') == (w[1] == b'\n'));
        prop_assert!(clean && wire.split(|b| *b == b'\n').all(|line| line.len() <= 999));
        prop_assert_eq!(read.subject().unwrap_or_default(), written.subject.trim());
        prop_assert_eq!(read.message_id(), Some(written.message_id.as_str()));
        let to = read.to().unwrap().first().unwrap();
        prop_assert_eq!(to.address(), Some("sophie@customer.example"));
        prop_assert_eq!(to.name().unwrap_or_default(), written.to[0].name.trim());
        prop_assert_eq!(lines(&read.body_text(0).unwrap()), lines(&written.text));
        if let Some(html) = &written.html {
            prop_assert_eq!(lines(&read.body_html(0).unwrap()), lines(html));
        }
        let got: Vec<_> = read.attachments()
            .map(|part| (part.attachment_name().unwrap_or_default().to_owned(), part.contents().to_vec()))
            .collect();
        let sent: Vec<_> = written.attachments.iter()
            .map(|file| (file.name.clone(), file.bytes.clone()))
            .collect();
        prop_assert_eq!(got, sent);
    }
}
