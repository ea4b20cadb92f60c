//! Giving one mail to a submission server, command by command, so that it is always known how far
//! it got: before the final dot it was certainly not sent, after the answer it certainly was or
//! was not, and in between nobody can tell (RFC 1047).

mod connect;
mod outcome;
mod reply;

pub use outcome::{DeliveryOutcome, RecipientOutcome, RecipientState};

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use lettre::Address;
use lettre::transport::smtp::client::AsyncSmtpConnection;
use lettre::transport::smtp::commands::{Data, Mail, Rcpt};
use tokio::time::timeout;

use super::compose::ComposedMail;
use super::error::{MailError, Step};
use super::server::{SmtpPatience, SmtpServer};
use super::wire::Limits;
use crate::secret::Secret;
use reply::of_library;

/// How much of a mail goes to the network at once.
const BLOCK: usize = 64 * 1024;

/// Signs in and out again, sending nothing: what a check at set-up needs.
///
/// # Errors
/// What stands in the way, from [`MailError::UnknownHost`] to [`MailError::LoginRefused`].
pub async fn check(server: &SmtpServer, secret: &Secret) -> Result<(), MailError> {
    let patience = SmtpPatience { reply: Duration::from_secs(60), ..SmtpPatience::default() };
    let (connection, limits) = connect::sign_in(server, secret, &patience).await?;
    say_goodbye(connection, &limits).await;
    Ok(())
}

/// Sends one mail. `data_started` runs just before DATA is said: commit "data_started" in it.
///
/// Let it run to its end: dropped after `data_started`, it is as uncertain as a killed process.
///
/// # Errors
/// Only `data_started`'s own: then DATA was never said and nothing was sent. Everything else is a
/// [`DeliveryOutcome`].
pub async fn deliver<E>(
    server: &SmtpServer,
    secret: &Secret,
    mail: &ComposedMail,
    patience: &SmtpPatience,
    data_started: impl Future<Output = Result<(), E>>,
) -> Result<DeliveryOutcome, E> {
    let offered = offer(server, secret, mail, patience).await;
    let Offered { connection, limits, recipients } = match offered {
        Ok(offered) => offered,
        Err(outcome) => return Ok(outcome),
    };
    if !recipients.iter().any(RecipientOutcome::is_accepted) {
        say_goodbye(connection, &limits).await;
        return Ok(DeliveryOutcome::nobody_accepted(recipients));
    }
    if let Err(not_recorded) = data_started.await {
        say_goodbye(connection, &limits).await;
        return Err(not_recorded);
    }
    Ok(hand_over(connection, &limits, recipients, &mail.bytes, patience).await)
}

/// A session in which the server knows sender and recipients.
struct Offered {
    connection: AsyncSmtpConnection,
    limits: Limits,
    recipients: Vec<RecipientOutcome>,
}

async fn offer(
    server: &SmtpServer,
    secret: &Secret,
    mail: &ComposedMail,
    patience: &SmtpPatience,
) -> Result<Offered, DeliveryOutcome> {
    let not_sent = |reason| DeliveryOutcome::not_sent(reason, Vec::new());
    let (from, to) = sendable(mail).map_err(not_sent)?;
    let (mut connection, limits) = connect::sign_in(server, secret, patience)
        .await
        .map_err(|reason| DeliveryOutcome::Retry { reason, recipients: Vec::new() })?;
    let named = connection.command(Mail::new(Some(from), Vec::new())).await;
    named.map_err(|error| not_sent(of_library(&error, Step::Envelope)))?;
    let mut recipients = Vec::with_capacity(to.len());
    for (text, recipient) in mail.envelope.recipients.iter().zip(to) {
        recipients.push(match connection.command(Rcpt::new(recipient, Vec::new())).await {
            Ok(_) => RecipientOutcome::accepted(text),
            Err(error) => match of_library(&error, Step::Envelope) {
                reply @ MailError::Reply { .. } => RecipientOutcome::turned_down(text, reply),
                broken => return Err(DeliveryOutcome::not_sent(broken, recipients)),
            },
        });
    }
    Ok(Offered { connection, limits, recipients })
}

/// Sender and recipients of a mail that may go on the wire as it is.
fn sendable(mail: &ComposedMail) -> Result<(Address, Vec<Address>), MailError> {
    check_bytes(&mail.bytes)?;
    let from = address(&mail.envelope.from)?;
    let to: Vec<Address> =
        mail.envelope.recipients.iter().map(|text| address(text)).collect::<Result<_, _>>()?;
    if to.is_empty() {
        return Err(MailError::NoRecipient);
    }
    Ok((from, to))
}

/// DATA, the bytes, the dot, and the wait for the answer.
async fn hand_over(
    mut connection: AsyncSmtpConnection,
    limits: &Limits,
    recipients: Vec<RecipientOutcome>,
    bytes: &[u8],
    patience: &SmtpPatience,
) -> DeliveryOutcome {
    match connection.command(Data).await {
        Ok(reply) if reply.has_code(354) => {}
        Ok(_) => {
            let reason = MailError::Protocol { step: Step::Data };
            return DeliveryOutcome::not_sent(reason, recipients);
        }
        Err(error) => {
            return DeliveryOutcome::not_sent(of_library(&error, Step::Data), recipients);
        }
    }
    limits.wait(patience.block);
    let dot_may_be_out = AtomicBool::new(false);
    let blocks = blocks(bytes).map(Some).chain(std::iter::once_with(|| {
        // All blocks are written; the library's next act is to write the dot.
        dot_may_be_out.store(true, Ordering::Relaxed);
        limits.wait(patience.final_dot);
        None
    }));
    let answer = connection.message_iter(blocks.map(Option::unwrap_or_default)).await;
    let dot_may_be_out = dot_may_be_out.load(Ordering::Relaxed);
    let outcome = match answer {
        Ok(reply) if reply.code().severity as u8 == 2 => {
            let reply = reply::of_response(&reply);
            DeliveryOutcome::Sent { recipients, reply }
        }
        Ok(_) => {
            let reason = MailError::Protocol { step: Step::FinalDot };
            return DeliveryOutcome::Uncertain { reason, recipients };
        }
        Err(error) if dot_may_be_out => match of_library(&error, Step::FinalDot) {
            reply @ MailError::Reply { .. } => DeliveryOutcome::not_sent(reply, recipients),
            reason => return DeliveryOutcome::Uncertain { reason, recipients },
        },
        Err(error) => {
            return DeliveryOutcome::not_sent(of_library(&error, Step::Data), recipients);
        }
    };
    say_goodbye(connection, limits).await;
    outcome
}

/// The mail in blocks, without its last line break: the library writes one before the dot.
fn blocks(bytes: &[u8]) -> std::slice::Chunks<'_, u8> {
    bytes.strip_suffix(b"\r\n").unwrap_or(bytes).chunks(BLOCK)
}

/// Nothing depends on the server's answer to QUIT, so little time is given to it.
async fn say_goodbye(mut connection: AsyncSmtpConnection, limits: &Limits) {
    limits.wait(Duration::from_secs(5));
    let _unanswered = timeout(Duration::from_secs(5), connection.quit()).await;
}

/// Pure CRLF, no NUL, 7 bits: against SMTP smuggling, and needing no extension of the server.
fn check_bytes(bytes: &[u8]) -> Result<(), MailError> {
    let mut previous = 0;
    for byte in bytes {
        let paired = (previous == b'\r') == (*byte == b'\n');
        if !paired || *byte == 0 || !byte.is_ascii() {
            return Err(MailError::UncleanBytes);
        }
        previous = *byte;
    }
    if previous == b'\r' { Err(MailError::UncleanBytes) } else { Ok(()) }
}

fn address(text: &str) -> Result<Address, MailError> {
    let invalid = || MailError::InvalidAddress { address: text.to_owned() };
    if !text.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Err(invalid());
    }
    text.parse().map_err(|_| invalid())
}

#[cfg(test)]
mod tests;
