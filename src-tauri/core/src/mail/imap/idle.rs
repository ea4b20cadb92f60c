//! Waiting for new mail (RFC 2177).

use std::time::Duration;

use async_imap::imap_proto::{MailboxDatum, RequestId, Response, Status};
use tokio::time::timeout;

use super::ImapSession;
use super::dialogue::Turn;
use super::login::of_library;
use crate::mail::error::{MailError, Step, of_wire};

/// What a server may send while we wait.
const IDLE_BYTES: u64 = 1024 * 1024;

/// Why waiting ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IdleEnd {
    /// The folder changed: there may be new mail.
    Changed,
    /// Nothing happened in the time given.
    Quiet,
}

impl ImapSession {
    /// Waits until the selected folder changes, at most `max`.
    ///
    /// Keep `max` at a few minutes: routers and sleeping machines drop quiet connections without a
    /// word. When the call is dropped early, the session is lost with it.
    ///
    /// # Errors
    /// [`MailError::ServerRefused`] when the server cannot do it (see [`ImapSession::can_idle`]);
    /// [`MailError::ConnectionLost`] or [`MailError::TimedOut`] when the line is dead.
    pub async fn idle(&mut self, max: Duration) -> Result<IdleEnd, MailError> {
        let step = Step::Idle;
        self.begin(step, IDLE_BYTES)?;
        self.limits.wait(max + self.patience.stall);
        let tag = self.say(step, "IDLE").await?;
        let news = timeout(max, self.news(&tag)).await;
        self.limits.wait(self.patience.stall);
        let end = match news {
            Ok(Ok(News::Changed)) => IdleEnd::Changed,
            Err(_quiet) => IdleEnd::Quiet,
            Ok(Ok(News::Refused)) => {
                self.in_step = true;
                return Err(MailError::ServerRefused { step });
            }
            Ok(Err(error)) => return Err(error),
        };
        let stall = self.patience.stall;
        let ended = async {
            let sent = self.session.run_command_untagged("DONE").await;
            sent.map_err(|error| of_library(&error, step))?;
            while let Turn::GoAhead = self.listen(step, &tag, |_| {}).await? {}
            Ok(())
        };
        timeout(stall, ended).await.map_err(|_| MailError::TimedOut { step })??;
        self.in_step = true;
        Ok(end)
    }

    async fn news(&mut self, tag: &RequestId) -> Result<News, MailError> {
        let step = Step::Idle;
        loop {
            let answer = self.session.read_response().await;
            let answer = answer.map_err(|error| of_wire(&error, step))?;
            match answer.ok_or(MailError::ConnectionLost { step })?.parsed() {
                Response::MailboxData(MailboxDatum::Exists(_) | MailboxDatum::Recent(_))
                | Response::Expunge(_) => return Ok(News::Changed),
                Response::Data { status: Status::Bye, .. } => {
                    return Err(MailError::ConnectionLost { step });
                }
                Response::Done { tag: of, .. } if of == tag => return Ok(News::Refused),
                _ => {}
            }
        }
    }
}

enum News {
    Changed,
    Refused,
}
