//! Sending: what arrived, what certainly did not, and what nobody can tell.

use std::cell::Cell;
use std::convert::Infallible;
use std::time::Duration;

use mail_parser::MessageParser;
use quoin_core::mail::compose::{ComposedMail, OutgoingAttachment, compose};
use quoin_core::mail::server::{SmtpPatience, SmtpServer};
use quoin_core::mail::smtp::{DeliveryOutcome, RecipientState, deliver};
use quoin_core::mail::{MailContent, MailError, Step};

use crate::fault_proxy::{self, Fault, acceptor};
use crate::mail_server::{MailServers, certificate_files};
use crate::scripted_server::{self, Act, say};
use crate::stage::{self, body, composed, fetch_all, new_address};
use crate::stories;

const DOT: &[u8] = b"\r\n.\r\n";

async fn send(servers: &MailServers, server: &SmtpServer, mail: &ComposedMail) -> DeliveryOutcome {
    let patience = SmtpPatience {
        final_dot: Duration::from_millis(700),
        ..SmtpPatience::default()
    };
    let recorded = async { Ok::<(), Infallible>(()) };
    let sent = deliver(server, &stage::password(servers), mail, &patience, recorded).await;
    sent.unwrap()
}

/// Sends through a proxy that fails at the final dot; gives the outcome.
async fn send_with_fault(
    servers: &MailServers,
    fault: Fault,
    mail: &ComposedMail,
) -> DeliveryOutcome {
    let (certificate, key) = certificate_files(servers);
    let proxy =
        fault_proxy::start(acceptor(&certificate, &key), servers.plain_smtp, DOT, fault).await;
    let mut server = stage::smtp(servers, &mail.envelope.from);
    server.port = proxy;
    send(servers, &server, mail).await
}

/// A server that accepts everything up to the dot and then says this.
async fn send_to_server_that_ends_with(servers: &MailServers, last_word: &str) -> DeliveryOutcome {
    let script = vec![
        say("220 test\r\n"),
        Act::Hear("EHLO"),
        Act::Hear("\r\n"),
        say("250-test\r\n250 AUTH PLAIN\r\n"),
        Act::Hear("\r\n"),
        say("235 ok\r\n"),
        Act::Hear("\r\n"),
        say("250 ok\r\n"),
        Act::Hear("\r\n"),
        say("250 ok\r\n"),
        Act::Hear("DATA\r\n"),
        say("354 go on\r\n"),
        Act::Hear("\r\n.\r\n"),
        say(last_word),
        Act::Hear("QUIT"),
    ];
    let (certificate, key) = certificate_files(servers);
    let mut server = stage::smtp(servers, "offres@delcourt.example");
    server.port = scripted_server::start(acceptor(&certificate, &key), true, script).await;
    send(
        servers,
        &server,
        &composed("offres@delcourt.example", &["sophie@customer.example"]),
    )
    .await
}

fn accepted(outcome: &DeliveryOutcome) -> Vec<(&str, &str)> {
    let (DeliveryOutcome::Sent { recipients, .. }
    | DeliveryOutcome::Refused { recipients, .. }
    | DeliveryOutcome::Retry { recipients, .. }
    | DeliveryOutcome::Uncertain { recipients, .. }) = outcome;
    let word = |state: &RecipientState| match state {
        RecipientState::Accepted => "accepted",
        RecipientState::Refused(_) => "refused",
        RecipientState::Deferred(_) => "deferred",
    };
    recipients
        .iter()
        .map(|one| (one.address.as_str(), word(&one.state)))
        .collect()
}

stories! {
    async fn a_reply_arrives_threaded_and_byte_for_byte(servers) {
        let customer = new_address("sophie", "customer.example");
        let mut letter = stage::letter("offres@delcourt.example", &[&customer]);
        letter.in_reply_to = Some("question@customer.example".into());
        letter.references = vec!["first@customer.example".into()];
        letter.attachments = vec![OutgoingAttachment {
            name: "Offre façade n° 12.pdf".into(),
            mime: "application/pdf".into(),
            bytes: (0..=255).cycle().take(300_000).collect(),
        }];
        let mail = compose(&letter).unwrap();

        let server = stage::smtp(&servers, "offres@delcourt.example");
        let outcome = send(&servers, &server, &mail).await;
        servers.wait_for_mails(&customer, "INBOX", 1);
        let received = fetch_all(&servers, &customer, "INBOX").await;

        assert_eq!(accepted(&outcome), [(customer.as_str(), "accepted")]);
        let MailContent::Whole(bytes) = &received[0].content else { panic!("not whole") };
        assert_eq!(body(bytes), body(&mail.bytes));
        let parsed = MessageParser::default().parse(bytes).unwrap();
        assert_eq!(parsed.message_id(), Some(mail.message_id.as_str()));
        assert_eq!(parsed.in_reply_to().as_text(), Some("question@customer.example"));
        assert_eq!(
            parsed.references().as_text_list().unwrap(),
            ["first@customer.example", "question@customer.example"]
        );
        assert_eq!(parsed.subject(), Some("Votre façade"));
    }

    async fn lines_that_begin_with_a_dot_arrive_as_they_were_written(servers) {
        let customer = new_address("sophie", "customer.example");
        let mut letter = stage::letter("offres@delcourt.example", &[&customer]);
        letter.text = ".\n..\n.hidden\nplain\n.".into();
        let mail = compose(&letter).unwrap();

        send(&servers, &stage::smtp(&servers, "offres@delcourt.example"), &mail).await;
        let received = servers.wait_for_mails(&customer, "INBOX", 1);

        let parsed = MessageParser::default().parse(&received[0]).unwrap();
        assert_eq!(parsed.body_text(0).unwrap().replace("\r\n", "\n"), ".\n..\n.hidden\nplain\n.\n");
    }

    async fn a_recipient_that_does_not_exist_is_refused_for_good(servers) {
        let mail = composed("offres@delcourt.example", &["unknown@customer.example"]);

        let outcome = send(&servers, &stage::smtp(&servers, "offres@delcourt.example"), &mail).await;

        let DeliveryOutcome::Refused { reason: MailError::Reply { code, text }, .. } = &outcome else {
            panic!("{outcome:?}")
        };
        assert_eq!(*code, 550);
        assert!(text.contains("5.1.1"), "{text}");
        assert_eq!(accepted(&outcome), [("unknown@customer.example", "refused")]);
    }

    async fn a_partial_rejection_is_told_for_each_recipient_and_the_rest_is_served(servers) {
        let customer = new_address("jan", "customer.example");
        let others = ["unknown@customer.example", "later@customer.example"];
        let mail = composed("offres@delcourt.example", &[others[0], &customer, others[1]]);

        let outcome = send(&servers, &stage::smtp(&servers, "offres@delcourt.example"), &mail).await;

        assert_eq!(outcome.code(), "sent");
        assert_eq!(
            accepted(&outcome),
            [(others[0], "refused"), (customer.as_str(), "accepted"), (others[1], "deferred")]
        );
        servers.wait_for_mails(&customer, "INBOX", 1);
    }

    async fn a_recipient_turned_down_for_now_is_tried_again(servers) {
        let mail = composed("offres@delcourt.example", &["later@customer.example"]);

        let outcome = send(&servers, &stage::smtp(&servers, "offres@delcourt.example"), &mail).await;

        assert_eq!(outcome.code(), "retry");
        assert_eq!(accepted(&outcome), [("later@customer.example", "deferred")]);
    }

    async fn what_could_not_be_recorded_is_not_sent(servers) {
        let customer = new_address("sophie", "customer.example");
        let mail = composed("offres@delcourt.example", &[&customer]);
        let server = stage::smtp(&servers, "offres@delcourt.example");
        let secret = stage::password(&servers);
        let asked = Cell::new(false);

        let patience = SmtpPatience::default();
        let refused = deliver(&server, &secret, &mail, &patience, async {
            asked.set(true);
            Err("the disk is full")
        })
        .await;
        let sent = send(&servers, &server, &mail).await;

        assert!(asked.get());
        assert_eq!(refused, Err("the disk is full"));
        assert_eq!(sent.code(), "sent");
        // The one mail that arrives is the second.
        assert_eq!(servers.wait_for_mails(&customer, "INBOX", 1).len(), 1);
    }

    async fn a_wrong_password_keeps_the_mail_for_later(servers) {
        let mail = composed("offres@delcourt.example", &["sophie@customer.example"]);
        let server = stage::smtp(&servers, "offres@delcourt.example");
        let wrong = quoin_core::secret::Secret::new("wrong");
        let recorded = async { Err::<(), _>("never reached") };

        let outcome = deliver(&server, &wrong, &mail, &SmtpPatience::default(), recorded).await;

        let Ok(DeliveryOutcome::Retry { reason, .. }) = outcome else { panic!("{outcome:?}") };
        assert_eq!(reason.code(), "login_refused");
        assert!(!reason.is_temporary());
    }

    async fn a_cut_while_the_dot_is_on_its_way_is_uncertain(servers) {
        let customer = new_address("sophie", "customer.example");
        let mail = composed("offres@delcourt.example", &[&customer]);

        let cut = send_with_fault(&servers, Fault::CutBefore, &mail).await;
        let again = send(&servers, &stage::smtp(&servers, "offres@delcourt.example"), &mail).await;

        // The client wrote the dot before it saw the cut, so it cannot know.
        assert_eq!(cut.code(), "uncertain");
        assert_eq!(again.code(), "sent");
        assert_eq!(servers.wait_for_mails(&customer, "INBOX", 1).len(), 1);
    }

    async fn an_answer_lost_after_the_dot_is_uncertain_and_the_mail_is_there_once(servers) {
        let customer = new_address("sophie", "customer.example");
        let mail = composed("offres@delcourt.example", &[&customer]);

        let outcome = send_with_fault(&servers, Fault::LoseAnswer, &mail).await;

        let DeliveryOutcome::Uncertain { reason, .. } = &outcome else { panic!("{outcome:?}") };
        assert_eq!(reason, &MailError::ConnectionLost { step: Step::FinalDot });
        assert_eq!(accepted(&outcome), [(customer.as_str(), "accepted")]);
        assert_eq!(servers.wait_for_mails(&customer, "INBOX", 1).len(), 1);
    }

    async fn an_answer_that_never_comes_is_uncertain_when_the_time_is_over(servers) {
        let customer = new_address("sophie", "customer.example");
        let mail = composed("offres@delcourt.example", &[&customer]);

        let outcome = send_with_fault(&servers, Fault::NeverAnswer, &mail).await;

        let DeliveryOutcome::Uncertain { reason, .. } = &outcome else { panic!("{outcome:?}") };
        assert_eq!(reason, &MailError::TimedOut { step: Step::FinalDot });
        assert_eq!(accepted(&outcome), [(customer.as_str(), "accepted")]);
    }

    async fn the_answer_to_the_dot_decides_and_nonsense_decides_nothing(servers) {
        let answers = [
            ("250 queued\r\n", "sent"),
            ("451 try later\r\n", "retry"),
            ("421 shutting down\r\n", "retry"),
            ("554 spam\r\n", "refused"),
            ("354 more?\r\n", "uncertain"),
            ("hello\r\n", "uncertain"),
            ("25", "uncertain"),
        ];
        for (answer, expected) in answers {
            let outcome = send_to_server_that_ends_with(&servers, answer).await;
            assert_eq!(outcome.code(), expected, "{answer:?}: {outcome:?}");
        }
    }

    async fn a_cut_in_the_middle_of_a_big_mail_means_not_sent(servers) {
        let customer = new_address("sophie", "customer.example");
        let mut letter = stage::letter("offres@delcourt.example", &[&customer]);
        letter.attachments = vec![OutgoingAttachment {
            name: "plan.bin".into(),
            mime: "application/octet-stream".into(),
            bytes: vec![0; 15_000_000],
        }];
        let mail = compose(&letter).unwrap();
        let (certificate, key) = certificate_files(&servers);
        let words = b"Content-Disposition: attachment";
        let proxy =
            fault_proxy::start(acceptor(&certificate, &key), servers.plain_smtp, words, Fault::CutBefore);
        let mut broken = stage::smtp(&servers, "offres@delcourt.example");
        broken.port = proxy.await;

        let cut = send(&servers, &broken, &mail).await;
        let again = send(&servers, &stage::smtp(&servers, "offres@delcourt.example"), &mail).await;

        let DeliveryOutcome::Retry { reason, .. } = &cut else { panic!("{cut:?}") };
        assert_eq!(reason, &MailError::ConnectionLost { step: Step::Data });
        assert_eq!(again.code(), "sent");
        assert_eq!(servers.wait_for_mails(&customer, "INBOX", 1).len(), 1);
    }

    async fn a_cut_before_data_means_not_sent(servers) {
        let mail = composed("offres@delcourt.example", &["sophie@customer.example"]);
        let (certificate, key) = certificate_files(&servers);
        for words in [&b"EHLO"[..], b"AUTH", b"MAIL FROM", b"RCPT TO", b"DATA\r\n"] {
            let acceptor = acceptor(&certificate, &key);
            let mut server = stage::smtp(&servers, "offres@delcourt.example");
            server.port = fault_proxy::start(acceptor, servers.plain_smtp, words, Fault::CutBefore).await;

            let outcome = send(&servers, &server, &mail).await;

            let DeliveryOutcome::Retry { reason, .. } = &outcome else { panic!("{outcome:?}") };
            assert_eq!(reason.code(), "connection_lost");
        }
    }
}
