//! Who plays in the stories of this folder: people with a mailbox of their own, and their mails.

use std::sync::atomic::{AtomicU32, Ordering};

use quoin_core::clock::Timestamp;
use quoin_core::mail::compose::{ComposedMail, NamedAddress, OutgoingMail, compose, new_message_id};
use quoin_core::mail::imap::{FetchLimits, FetchedMail, ImapSession};
use quoin_core::mail::server::{ImapServer, Security, SmtpServer};
use quoin_core::secret::Secret;

use crate::mail_server::MailServers;

/// A mail address nobody else uses in this run.
pub fn new_address(name: &str, domain: &str) -> String {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    format!("{name}.{}.{number}@{domain}", std::process::id())
}

pub fn imap(servers: &MailServers, user: &str) -> ImapServer {
    let host = servers.host.clone();
    ImapServer { host, port: servers.imaps, security: Security::Tls, user: user.to_owned() }
}

pub fn smtp(servers: &MailServers, user: &str) -> SmtpServer {
    let host = servers.host.clone();
    SmtpServer { host, port: servers.smtps, security: Security::Tls, user: user.to_owned() }
}

pub fn password(servers: &MailServers) -> Secret {
    Secret::new(servers.password.clone())
}

/// Everything in somebody's folder, read over IMAP.
pub async fn fetch_all(servers: &MailServers, user: &str, folder: &str) -> Vec<FetchedMail> {
    let mut session = ImapSession::open(&imap(servers, user), &password(servers)).await.unwrap();
    session.select(folder).await.unwrap();
    fetch_from(&mut session, 1).await
}

/// The mails of the selected folder from a UID on.
pub async fn fetch_from(session: &mut ImapSession, uid: u32) -> Vec<FetchedMail> {
    let mut new = session.fetch_new(uid, FetchLimits::default()).await.unwrap();
    let mut mails = Vec::new();
    while let Some(batch) = new.next_batch().await.unwrap() {
        mails.extend(batch.mails);
    }
    mails
}

/// A short mail as the product writes one.
pub fn letter(from: &str, to: &[&str]) -> OutgoingMail {
    let person = |address: &str| NamedAddress { name: "Émile".into(), address: address.to_owned() };
    OutgoingMail {
        message_id: new_message_id(from).unwrap(),
        date: Timestamp(1_740_000_000_000),
        from: person(from),
        to: to.iter().map(|address| person(address)).collect(),
        cc: Vec::new(),
        bcc: Vec::new(),
        reply_to: None,
        subject: "Votre façade".into(),
        reference_token: None,
        text: "Bonjour,\n.\n..deux points\nÀ bientôt\n".into(),
        html: None,
        in_reply_to: None,
        references: Vec::new(),
        attachments: Vec::new(),
        auto_submitted: false,
    }
}

pub fn composed(from: &str, to: &[&str]) -> ComposedMail {
    compose(&letter(from, to)).unwrap()
}

/// The body of a mail: what comes after the first empty line.
pub fn body(mail: &[u8]) -> &[u8] {
    let at = mail.windows(4).position(|window| window == b"\r\n\r\n").unwrap();
    &mail[at + 4..]
}
