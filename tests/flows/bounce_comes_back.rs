//! A mail did not arrive: the report marks the very message and recipient, and nothing else.

use std::collections::HashMap;

use quoin_core::id::RequestId;
use quoin_core::outbox::RecipientState;
use quoin_core::request::Waiting;
use quoin_core::usecase;

use crate::letter::Letter;
use crate::office::Office;

/// A report of a mail server as RFC 3464 has it.
fn report(message_id: &str, action: &str, status: &str, recipient: &str) -> String {
    format!(
        "From: Mail Delivery System <MAILER-DAEMON@mx.example>\r\nTo: info@menuiserie-wauters.example\r\nSubject: Undelivered Mail Returned to Sender\r\n\
         Message-ID: <{status}.{action}@mx.example>\r\nDate: Mon, 02 Mar 2026 09:01:00 +0000\r\nAuto-Submitted: auto-replied\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nI'm sorry to have to inform you that your message could not be delivered.\r\n\
         --b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\nFinal-Recipient: rfc822; {recipient}\r\nAction: {action}\r\nStatus: {status}\r\n\
         --b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: <{message_id}>\r\nSubject: Re: Escalier\r\n\r\n--b--\r\n"
    )
}

async fn sent_to_two(office: &Office) -> (RequestId, String) {
    let mail = Letter::from_sophie("Escalier").with("Cc", "paul@architecte.example");
    let request = office.request_by_mail(mail).await;
    office.reply(request, "Bonjour").await;
    office.mail_leaves().await;
    let message_id = office.outgoing(request).await[0].message_id.clone().unwrap();
    (request, message_id)
}

async fn recipient_states(office: &Office, request: RequestId) -> HashMap<String, RecipientState> {
    let delivery = office.outgoing(request).await.remove(0).delivery.unwrap();
    delivery.recipients.into_iter().map(|one| (one.address, one.state)).collect()
}

#[tokio::test]
async fn a_bounce_marks_its_very_message_and_recipient() {
    let office = Office::open().await;
    let (request, message_id) = sent_to_two(&office).await;
    let other = office.request_by_mail(Letter::from_sophie("Porte")).await;

    office.mail_arrives("bounce.eml", report(&message_id, "failed", "5.1.1", "Paul@architecte.example"));
    let round = office.round().await;

    assert_eq!(round.intake.bounces, 1);
    let states = recipient_states(&office, request).await;
    assert_eq!(
        (states["paul@architecte.example"], states["sophie.lambert@courrier.example"]),
        (RecipientState::Bounced, RecipientState::Accepted)
    );
    let row = office.request(request).await.row;
    assert_eq!((row.delivery_failed, row.waiting, row.unread), (true, Waiting::Us, true));
    assert!(!office.request(other).await.row.delivery_failed);
    assert_eq!(office.requests().await.len(), 2, "a report is no request");
    assert!(office.timeline(request).await.contains(&"delivery_failed".to_owned()));
}

#[tokio::test]
async fn given_up_after_days_of_trying_is_a_failure_too() {
    let office = Office::open().await;
    let (request, message_id) = sent_to_two(&office).await;

    office.mail_arrives("bounce.eml", report(&message_id, "failed", "4.4.7", "paul@architecte.example"));
    office.round().await;

    assert_eq!(recipient_states(&office, request).await["paul@architecte.example"], RecipientState::Bounced);
    assert!(office.request(request).await.row.delivery_failed);
}

#[tokio::test]
async fn a_delay_is_no_failure() {
    let office = Office::open().await;
    let (request, message_id) = sent_to_two(&office).await;

    office.mail_arrives("delay.eml", report(&message_id, "delayed", "4.4.1", "paul@architecte.example"));
    office.round().await;

    assert_eq!(recipient_states(&office, request).await["paul@architecte.example"], RecipientState::Delayed);
    let row = office.request(request).await.row;
    assert_eq!((row.delivery_failed, row.waiting), (false, Waiting::Customer));
    assert!(office.timeline(request).await.contains(&"delivery_delayed".to_owned()));
}

#[tokio::test]
async fn a_bounce_from_where_a_mail_was_passed_on_means_its_only_recipient() {
    let office = Office::open().await;
    let request = office.request_by_mail(Letter::from_sophie("Escalier")).await;
    office.reply(request, "Bonjour").await;
    office.mail_leaves().await;
    let message_id = office.outgoing(request).await[0].message_id.clone().unwrap();

    office.mail_arrives("bounce.eml", report(&message_id, "failed", "5.2.2", "sophie.perso@autre.example"));
    office.round().await;

    assert_eq!(
        recipient_states(&office, request).await["sophie.lambert@courrier.example"],
        RecipientState::Bounced
    );
}

#[tokio::test]
async fn the_next_mail_that_is_sent_clears_the_failure() {
    let office = Office::open().await;
    let (request, message_id) = sent_to_two(&office).await;
    office.mail_arrives("bounce.eml", report(&message_id, "failed", "5.1.1", "paul@architecte.example"));
    office.round().await;

    let outbox = office.reply(request, "À la bonne adresse").await;
    assert!(!office.request(request).await.row.delivery_failed);
    usecase::take_back(&office.desk, office.amelie(), outbox).await.unwrap();
    assert!(office.request(request).await.row.delivery_failed, "taken back, it is there again");
}

#[tokio::test]
async fn a_report_about_a_mail_that_is_not_ours_is_listed_and_changes_nothing() {
    let office = Office::open().await;
    let (request, _) = sent_to_two(&office).await;

    office.mail_arrives(
        "bounce.eml",
        report("unknown@elsewhere.example", "failed", "5.1.1", "paul@architecte.example"),
    );
    let round = office.round().await;

    assert_eq!((round.intake.bounces, round.intake.ignored), (0, 1));
    assert!(!office.request(request).await.row.delivery_failed);
}
