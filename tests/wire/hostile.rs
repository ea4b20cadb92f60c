//! Servers that lie, stall or are somebody else: bounded in time and memory, nothing given away.

use std::time::Duration;

use quoin_core::mail::imap::{FetchLimits, ImapSession};
use quoin_core::mail::server::{ImapPatience, ImapServer, Security, SmtpPatience};
use quoin_core::mail::{MailContent, MailError, Step, smtp};
use quoin_core::secret::Secret;

use crate::fault_proxy::acceptor;
use crate::mail_server::{MailServers, certificate_files};
use crate::scripted_server::{self, Act, say};
use crate::stage;
use crate::stories;

/// A script up to a signed-in session, in which the next command's tag is A0003.
fn signed_in(then: Vec<Act>) -> Vec<Act> {
    let mut acts = vec![
        say("* OK hello\r\n"),
        Act::Hear("CAPABILITY\r\n"),
        say("* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\nC1 OK\r\n"),
        Act::Hear("PLAIN\r\n"),
        say("+ \r\n"),
        Act::Hear("\r\n"),
        say("A0001 OK in\r\n"),
        Act::Hear("CAPABILITY\r\n"),
        say("* CAPABILITY IMAP4rev1 IDLE\r\nA0002 OK\r\n"),
    ];
    acts.extend(then);
    acts
}

async fn imap_server(servers: &MailServers, security: Security, script: Vec<Act>) -> ImapServer {
    let (certificate, key) = certificate_files(servers);
    let encrypted = security == Security::Tls;
    let port = scripted_server::start(acceptor(&certificate, &key), encrypted, script).await;
    ImapServer { host: "localhost".into(), port, security, user: "offres@delcourt.example".into() }
}

fn hasty() -> ImapPatience {
    ImapPatience {
        connect: Duration::from_secs(5),
        stall: Duration::from_millis(300),
        command: Duration::from_secs(5),
    }
}

async fn open(server: &ImapServer) -> Result<ImapSession, MailError> {
    ImapSession::open_within(server, &Secret::new("secret"), hasty()).await
}

async fn refusal(servers: &MailServers, security: Security, script: Vec<Act>) -> MailError {
    open(&imap_server(servers, security, script).await).await.err().unwrap()
}

stories! {
    async fn preauth_is_refused_with_and_without_starttls(servers) {
        let script = || vec![say("* PREAUTH welcome back\r\n"), Act::Hear("\r\n")];
        let expected = MailError::Preauthenticated { host: "localhost".into() };

        assert_eq!(refusal(&servers, Security::StartTls, script()).await, expected);
        assert_eq!(refusal(&servers, Security::Tls, script()).await, expected);
    }

    async fn a_server_without_starttls_hears_no_password(servers) {
        let script = vec![
            say("* OK hello\r\n"),
            Act::Hear("STARTTLS\r\n"),
            say("A0001 BAD what?\r\n"),
        ];

        let refused = refusal(&servers, Security::StartTls, script).await;

        assert_eq!(refused, MailError::StartTlsMissing { host: "localhost".into() });
    }

    async fn what_was_slipped_in_before_the_handshake_is_not_heard(servers) {
        // Were the tagged answers below kept, sign-in would seem to succeed.
        let script = vec![
            say("* OK hello\r\n"),
            Act::Hear("STARTTLS\r\n"),
            say("A0001 OK go\r\nC1 OK\r\nA0001 OK in\r\nA0002 OK\r\n"),
            Act::StartTls,
            Act::Hear("CAPABILITY\r\n"),
            say("* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\nC1 OK\r\n"),
            Act::Hear("PLAIN\r\n"),
            say("A0001 NO [AUTHENTICATIONFAILED] no\r\n"),
        ];

        let refused = refusal(&servers, Security::StartTls, script).await;

        assert_eq!(refused, MailError::LoginRefused { user: "offres@delcourt.example".into() });
    }

    async fn smtp_answers_slipped_in_before_the_handshake_are_not_heard(servers) {
        let script = vec![
            say("220 hello\r\n"),
            Act::Hear("EHLO"),
            Act::Hear("\r\n"),
            say("250-hello\r\n250 STARTTLS\r\n"),
            Act::Hear("STARTTLS\r\n"),
            say("220 go\r\n250-x\r\n250 AUTH PLAIN\r\n235 in\r\n"),
            Act::StartTls,
            Act::Hear("EHLO"),
            Act::Hear("\r\n"),
            say("250-hello\r\n250 AUTH PLAIN\r\n"),
            Act::Hear("AUTH"),
            Act::Hear("\r\n"),
            say("535 no\r\n"),
        ];
        let (certificate, key) = certificate_files(&servers);
        let mut server = stage::smtp(&servers, "offres@delcourt.example");
        server.security = Security::StartTls;
        server.port = scripted_server::start(acceptor(&certificate, &key), false, script).await;

        let refused = smtp::check(&server, &Secret::new("secret")).await;

        assert_eq!(refused, Err(MailError::LoginRefused { user: "offres@delcourt.example".into() }));
    }

    async fn a_silent_server_is_given_up_at_each_step(servers) {
        let silent = |acts: Vec<Act>| [acts, vec![Act::Hear("this is never said")]].concat();
        let greeting = refusal(&servers, Security::Tls, silent(vec![])).await;
        let login = refusal(&servers, Security::Tls, silent(vec![say("* OK hello\r\n")])).await;
        let server = imap_server(&servers, Security::Tls, silent(signed_in(vec![]))).await;
        let mut session = open(&server).await.unwrap();
        let select = session.select("INBOX").await.unwrap_err();
        let afterwards = session.select("INBOX").await.unwrap_err();

        assert_eq!(greeting, MailError::TimedOut { step: Step::Greeting });
        assert_eq!(login, MailError::TimedOut { step: Step::Login });
        assert_eq!(select, MailError::TimedOut { step: Step::Select });
        assert_eq!(afterwards, MailError::ConnectionLost { step: Step::Select });
    }

    async fn a_flood_is_cut_off(servers) {
        let flood = refusal(&servers, Security::Tls, vec![say("* OK "), Act::Flood]).await;
        let literal = vec![Act::Hear("\r\n"), say("* 1 FETCH (UID 1 BODY[] {4000000000}\r\n"), Act::Flood];
        let server = imap_server(&servers, Security::Tls, signed_in(literal)).await;
        let mut session = open(&server).await.unwrap();
        let lie = session.fetch_new(1, FetchLimits::default()).await.err();

        assert_eq!(flood, MailError::Protocol { step: Step::Greeting });
        assert!(
            matches!(lie, Some(MailError::Protocol { .. } | MailError::ConnectionLost { .. })),
            "{lie:?}"
        );
    }

    async fn an_smtp_flood_is_cut_off(servers) {
        let (certificate, key) = certificate_files(&servers);
        let mut server = stage::smtp(&servers, "offres@delcourt.example");
        let script = vec![say("220 "), Act::Flood];
        server.port = scripted_server::start(acceptor(&certificate, &key), true, script).await;

        let cut = smtp::check(&server, &Secret::new("secret")).await;

        assert_eq!(cut, Err(MailError::Protocol { step: Step::Greeting }));
    }

    async fn a_server_in_trouble_at_the_greeting_does_not_lose_the_mail(servers) {
        let (certificate, key) = certificate_files(&servers);
        let mut server = stage::smtp(&servers, "offres@delcourt.example");
        let script = vec![say("554 not today\r\n")];
        server.port = scripted_server::start(acceptor(&certificate, &key), true, script).await;
        let mail = stage::composed("offres@delcourt.example", &["sophie@customer.example"]);
        let never = async { Err::<(), _>("never reached") };

        let outcome =
            smtp::deliver(&server, &Secret::new("secret"), &mail, &SmtpPatience::default(), never).await;

        assert_eq!(outcome.map(|outcome| outcome.code()), Ok("retry"));
    }

    async fn a_full_mailbox_takes_no_copy_and_says_so(servers) {
        let script = signed_in(vec![
            Act::Hear("LIST"),
            Act::Hear("\r\n"),
            say("* LIST () \"/\" Sent\r\nA0003 OK\r\n"),
            Act::Hear("EXAMINE"),
            Act::Hear("\r\n"),
            say("* OK [UIDVALIDITY 1] x\r\nA0004 OK\r\n"),
            Act::Hear("SEARCH"),
            Act::Hear("\r\n"),
            say("* SEARCH\r\nA0005 OK\r\n"),
            Act::Hear("APPEND"),
            Act::Hear("\r\n"),
            say("A0006 NO [OVERQUOTA] Quota exceeded\r\n"),
        ]);
        let server = imap_server(&servers, Security::Tls, script).await;
        let mut session = open(&server).await.unwrap();

        let full = session.append_to_sent("1@delcourt.example", b"Subject: x\r\n\r\n").await;

        assert_eq!(full, Err(MailError::MailboxFull));
    }

    async fn where_no_sent_folder_is_one_is_made_even_under_inbox(servers) {
        let script = signed_in(vec![
            Act::Hear("LIST"),
            Act::Hear("\r\n"),
            say("* LIST () \".\" INBOX\r\nA0003 OK\r\n"),
            Act::Hear("LIST"),
            Act::Hear("\r\n"),
            say("* LIST () \".\" INBOX\r\nA0004 OK\r\n"),
            Act::Hear("CREATE \"Sent\"\r\n"),
            say("A0005 NO only below INBOX\r\n"),
            Act::Hear("CREATE \"INBOX.Sent\"\r\n"),
            say("A0006 OK\r\n"),
            Act::Hear("SUBSCRIBE \"INBOX.Sent\"\r\n"),
            say("A0007 OK\r\n"),
            Act::Hear("EXAMINE \"INBOX.Sent\"\r\n"),
            say("* OK [UIDVALIDITY 1] x\r\nA0008 OK\r\n"),
            Act::Hear("SEARCH"),
            Act::Hear("\r\n"),
            say("* SEARCH\r\nA0009 OK\r\n"),
            Act::Hear("{14}\r\n"),
            say("+ go\r\n"),
            Act::Hear("Subject: x\r\n\r\n\r\n"),
            say("A0010 OK\r\n"),
        ]);
        let server = imap_server(&servers, Security::Tls, script).await;
        let mut session = open(&server).await.unwrap();

        let copy = session.append_to_sent("1@delcourt.example", b"Subject: x\r\n\r\n").await;

        assert!(copy.is_ok(), "{copy:?}");
    }

    async fn one_mail_that_the_server_cannot_give_stops_no_other(servers) {
        let script = signed_in(vec![
            Act::Hear("SEARCH"),
            Act::Hear("\r\n"),
            say("* SEARCH 7 8\r\nA0003 OK\r\n"),
            Act::Hear("SIZE"),
            Act::Hear("\r\n"),
            say("* 1 FETCH (UID 7 RFC822.SIZE 3)\r\n* 2 FETCH (UID 8 RFC822.SIZE 3)\r\nA0004 OK\r\n"),
            Act::Hear("FETCH 7,8"),
            Act::Hear("\r\n"),
            say("A0005 NO [SERVERBUG] broken\r\n"),
            Act::Hear("FETCH 7"),
            Act::Hear("\r\n"),
            say("A0006 NO [SERVERBUG] broken\r\n"),
            Act::Hear("FETCH 8"),
            Act::Hear("\r\n"),
            say("* 2 FETCH (UID 8 BODY[] {3}\r\nabc)\r\nA0007 OK\r\n"),
        ]);
        let server = imap_server(&servers, Security::Tls, script).await;
        let mut session = open(&server).await.unwrap();

        let mails = stage::fetch_from(&mut session, 7).await;

        assert_eq!(mails.len(), 2);
        assert_eq!(mails[0].content, MailContent::Unavailable);
        assert_eq!(mails[1].content, MailContent::Whole(b"abc".to_vec()));
    }
}
