//! Sending: what arrives, and how, and who is turned down.

use std::cell::Cell;
use std::convert::Infallible;

use mail_parser::MessageParser;
use quoin_core::mail::compose::{ComposedMail, OutgoingAttachment, compose};
use quoin_core::mail::server::{SmtpPatience, SmtpServer};
use quoin_core::mail::smtp::{DeliveryOutcome, RecipientState, deliver};
use quoin_core::mail::{MailContent, MailError};

use crate::mail_server::MailServers;
use crate::stage::{self, body, composed, fetch_all, new_address};
use crate::stories;

/// Sends a mail whose start is recorded without trouble.
pub async fn send(servers: &MailServers, server: &SmtpServer, mail: &ComposedMail) -> DeliveryOutcome {
    let recorded = async { Ok::<(), Infallible>(()) };
    let secret = stage::password(servers);
    deliver(server, &secret, mail, &SmtpPatience::default(), recorded).await.unwrap()
}

/// What the server said of each recipient, in one word.
pub fn words(outcome: &DeliveryOutcome) -> Vec<(&str, &str)> {
    let (DeliveryOutcome::Sent { recipients, .. }
    | DeliveryOutcome::Refused { recipients, .. }
    | DeliveryOutcome::Retry { recipients, .. }
    | DeliveryOutcome::Uncertain { recipients, .. }) = outcome;
    let word = |state: &RecipientState| match state {
        RecipientState::Accepted => "accepted",
        RecipientState::Refused(_) => "refused",
        RecipientState::Deferred(_) => "deferred",
    };
    recipients.iter().map(|one| (one.address.as_str(), word(&one.state))).collect()
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

        assert_eq!(words(&outcome), [(customer.as_str(), "accepted")]);
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
        assert_eq!(words(&outcome), [("unknown@customer.example", "refused")]);
    }

    async fn a_partial_rejection_is_told_for_each_recipient_and_the_rest_is_served(servers) {
        let customer = new_address("jan", "customer.example");
        let others = ["unknown@customer.example", "later@customer.example"];
        let mail = composed("offres@delcourt.example", &[others[0], &customer, others[1]]);

        let outcome = send(&servers, &stage::smtp(&servers, "offres@delcourt.example"), &mail).await;

        assert_eq!(outcome.code(), "sent");
        assert_eq!(
            words(&outcome),
            [(others[0], "refused"), (customer.as_str(), "accepted"), (others[1], "deferred")]
        );
        servers.wait_for_mails(&customer, "INBOX", 1);
    }

    async fn a_recipient_turned_down_for_now_is_tried_again(servers) {
        let mail = composed("offres@delcourt.example", &["later@customer.example"]);

        let outcome = send(&servers, &stage::smtp(&servers, "offres@delcourt.example"), &mail).await;

        assert_eq!(outcome.code(), "retry");
        assert_eq!(words(&outcome), [("later@customer.example", "deferred")]);
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
}
