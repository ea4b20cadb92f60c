//! Sending over a line that breaks: what was certainly not sent, and what nobody can tell.

use std::convert::Infallible;
use std::time::Duration;

use quoin_core::mail::compose::{ComposedMail, OutgoingAttachment, compose};
use quoin_core::mail::imap::{ImapSession, SentCopy};
use quoin_core::mail::server::SmtpPatience;
use quoin_core::mail::smtp::{DeliveryOutcome, deliver};
use quoin_core::mail::{MailError, Step};

use crate::fault_proxy::{self, Fault, acceptor};
use crate::mail_server::{MailServers, certificate_files};
use crate::scripted_server::{self, Act, say};
use crate::sending::{send, words};
use crate::stage::{self, composed, fetch_all, new_address};
use crate::stories;

const DOT: &[u8] = b"\r\n.\r\n";

/// Sends through a proxy that fails at the final dot; gives the outcome.
async fn send_with_fault(servers: &MailServers, fault: Fault, mail: &ComposedMail) -> DeliveryOutcome {
    let (certificate, key) = certificate_files(servers);
    let proxy = fault_proxy::start(acceptor(&certificate, &key), servers.plain_smtp, DOT, fault).await;
    let mut server = stage::smtp(servers, &mail.envelope.from);
    server.port = proxy;
    send(servers, &server, mail).await
}

/// A server that accepts everything up to the dot, then says this and hangs up.
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
    ];
    let (certificate, key) = certificate_files(servers);
    let mut server = stage::smtp(servers, "offres@delcourt.example");
    server.port = scripted_server::start(acceptor(&certificate, &key), true, script).await;
    send(servers, &server, &composed("offres@delcourt.example", &["sophie@customer.example"])).await
}

stories! {
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
        assert_eq!(words(&outcome), [(customer.as_str(), "accepted")]);
        assert_eq!(servers.wait_for_mails(&customer, "INBOX", 1).len(), 1);
    }

    async fn an_answer_that_never_comes_is_uncertain_when_the_time_is_over(servers) {
        let customer = new_address("sophie", "customer.example");
        let mail = composed("offres@delcourt.example", &[&customer]);

        let (certificate, key) = certificate_files(&servers);
        let acceptor = acceptor(&certificate, &key);
        let mut silent = stage::smtp(&servers, "offres@delcourt.example");
        silent.port = fault_proxy::start(acceptor, servers.plain_smtp, DOT, Fault::NeverAnswer).await;
        let hasty = SmtpPatience { final_dot: Duration::from_millis(300), ..SmtpPatience::default() };
        let recorded = async { Ok::<(), Infallible>(()) };

        let outcome = deliver(&silent, &stage::password(&servers), &mail, &hasty, recorded).await.unwrap();

        let DeliveryOutcome::Uncertain { reason, .. } = &outcome else { panic!("{outcome:?}") };
        assert_eq!(reason, &MailError::TimedOut { step: Step::FinalDot });
        assert_eq!(words(&outcome), [(customer.as_str(), "accepted")]);
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

    async fn a_copy_whose_answer_was_lost_is_not_made_again(servers) {
        let address = new_address("offres", "delcourt.example");
        let mail = composed(&address, &["sophie@customer.example"]);
        let (certificate, key) = certificate_files(&servers);
        let acceptor = acceptor(&certificate, &key);
        let end = b"bient=C3=B4t\r\n\r\n";
        let mut broken = stage::imap(&servers, &address);
        broken.port = fault_proxy::start(acceptor, servers.imap, end, Fault::LoseAnswer).await;
        let (secret, folder) = (stage::password(&servers), "Messages envoyés".to_owned());

        let mut session = ImapSession::open(&broken, &secret).await.unwrap();
        let lost = session.append_to_sent(&mail.message_id, &mail.bytes).await;
        let mut session = ImapSession::open(&stage::imap(&servers, &address), &secret).await.unwrap();
        let again = session.append_to_sent(&mail.message_id, &mail.bytes).await;

        assert_eq!(lost, Err(MailError::ConnectionLost { step: Step::Append }));
        assert_eq!(again, Ok(SentCopy::AlreadyThere { folder: folder.clone() }));
        assert_eq!(fetch_all(&servers, &address, &folder).await.len(), 1);
    }
}
