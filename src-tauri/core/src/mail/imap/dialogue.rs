//! One command and its answers, with a time-out and a bound on what the server may send.

use std::time::Duration;

use async_imap::imap_proto::{Outcome, RequestId, Response, ResponseCode, Status};
use tokio::io::AsyncWriteExt;
use tokio::time::timeout;

use super::ImapSession;
use super::login::of_library;
use crate::mail::error::{MailError, Step, of_wire};

/// What a command that fetches no mail may answer: enough for the UIDs of a million mails.
const ANSWER_BYTES: u64 = 16 * 1024 * 1024;

/// The slowest line that a big mail is still waited for, in bytes a second.
const SLOWEST_LINE: u64 = 16 * 1024;

/// How a command ended: the tagged answer (RFC 9051 §7.1).
pub(super) struct Completion {
    done: bool,
    code: String,
}

impl Completion {
    fn of(status: &Status, outcome: &Outcome<'_>) -> Self {
        let text = outcome.information.as_deref().unwrap_or_default();
        let code = match &outcome.code {
            Some(ResponseCode::TryCreate) => "TRYCREATE".to_owned(),
            _ => bracketed(text).to_ascii_uppercase(),
        };
        Self { done: *status == Status::Ok, code }
    }

    /// Whether the server did what it was asked.
    pub(super) fn is_ok(&self) -> bool {
        self.done
    }

    /// The response code of RFC 5530, if the answer carries one.
    pub(super) fn has_code(&self, code: &str) -> bool {
        self.code == code
    }

    /// Turns a refusal into an error.
    pub(super) fn ok(&self, step: Step) -> Result<(), MailError> {
        match self.code.as_str() {
            _ if self.done => Ok(()),
            "OVERQUOTA" => Err(MailError::MailboxFull),
            _ => Err(MailError::ServerRefused { step }),
        }
    }
}

/// What the server's side of a dialogue came to.
pub(super) enum Turn {
    /// It waits for us to go on ("+").
    GoAhead,
    /// The command is over.
    Over(Completion),
}

/// `OVERQUOTA` of `[OVERQUOTA] Quota exceeded`.
fn bracketed(text: &str) -> &str {
    let inside = text.strip_prefix('[').and_then(|rest| rest.split_once(']'));
    inside.map_or("", |(code, _)| code.split(' ').next().unwrap_or_default())
}

impl ImapSession {
    /// Sends one command and hands every untagged answer to `heard`.
    pub(super) async fn command(
        &mut self,
        step: Step,
        line: &str,
        heard: impl FnMut(&Response<'_>),
    ) -> Result<Completion, MailError> {
        self.long_command(step, line, ANSWER_BYTES, heard).await
    }

    /// [`ImapSession::command`] whose answers may be as long as announced.
    pub(super) async fn long_command(
        &mut self,
        step: Step,
        line: &str,
        answer_bytes: u64,
        heard: impl FnMut(&Response<'_>),
    ) -> Result<Completion, MailError> {
        self.begin(step, answer_bytes)?;
        let patience = self.patience_for(answer_bytes);
        let talk = async {
            let tag = self.say(step, line).await?;
            match self.listen(step, &tag, heard).await? {
                Turn::Over(completion) => Ok(completion),
                Turn::GoAhead => Err(MailError::Protocol { step }),
            }
        };
        let over = timeout(patience, talk).await.map_err(|_| MailError::TimedOut { step })??;
        self.in_step = true;
        Ok(over)
    }

    /// APPEND with a synchronising literal (RFC 9051 §6.3.12): bytes go only once asked for.
    pub(super) async fn append(&mut self, folder: &str, bytes: &[u8]) -> Result<Completion, MailError> {
        let step = Step::Append;
        self.begin(step, ANSWER_BYTES)?;
        let patience = self.patience_for(bytes.len() as u64);
        let talk = async {
            let line = format!("APPEND {folder} (\\Seen) {{{}}}", bytes.len());
            let tag = self.say(step, &line).await?;
            if let Turn::Over(refused) = self.listen(step, &tag, |_| {}).await? {
                return Ok(refused);
            }
            let wire = self.session.get_mut();
            for part in [bytes, b"\r\n"] {
                wire.write_all(part).await.map_err(|error| of_wire(&error, step))?;
            }
            wire.flush().await.map_err(|error| of_wire(&error, step))?;
            match self.listen(step, &tag, |_| {}).await? {
                Turn::Over(completion) => Ok(completion),
                Turn::GoAhead => Err(MailError::Protocol { step }),
            }
        };
        let over = timeout(patience, talk).await.map_err(|_| MailError::TimedOut { step })??;
        self.in_step = true;
        Ok(over)
    }

    /// Starts a command; the tag names its end.
    pub(super) async fn say(&mut self, step: Step, line: &str) -> Result<RequestId, MailError> {
        self.session.run_command(line).await.map_err(|error| of_library(&error, step))
    }

    /// Hands untagged answers to `heard` until the server asks for more, or is done.
    pub(super) async fn listen(
        &mut self,
        step: Step,
        tag: &RequestId,
        mut heard: impl FnMut(&Response<'_>),
    ) -> Result<Turn, MailError> {
        loop {
            let answer = self.session.read_response().await;
            let answer = answer.map_err(|error| of_wire(&error, step))?;
            match answer.ok_or(MailError::ConnectionLost { step })?.parsed() {
                Response::Done { tag: of, status, outcome } if of == tag => {
                    return Ok(Turn::Over(Completion::of(status, outcome)));
                }
                Response::Continue(_) => return Ok(Turn::GoAhead),
                other => heard(other),
            }
        }
    }

    fn patience_for(&self, bytes: u64) -> Duration {
        self.patience.command + Duration::from_secs(bytes / SLOWEST_LINE)
    }

    /// Refuses to speak on a connection that an earlier call left in the middle of an answer.
    pub(super) fn begin(&mut self, step: Step, answer_bytes: u64) -> Result<(), MailError> {
        if !std::mem::replace(&mut self.in_step, false) {
            return Err(MailError::ConnectionLost { step });
        }
        self.limits.take_in(answer_bytes);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::bracketed;

    #[test]
    fn the_response_code_stands_in_brackets_before_the_text() {
        assert_eq!(bracketed("[OVERQUOTA] Quota exceeded"), "OVERQUOTA");
        assert_eq!(bracketed("[BADURL /x] No"), "BADURL");
        assert_eq!(bracketed("Mailbox doesn't exist"), "");
        assert_eq!(bracketed("[unclosed"), "");
    }
}
