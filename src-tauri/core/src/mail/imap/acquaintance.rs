//! The first and last words of a signed-in session.

use std::time::Duration;

use async_imap::imap_proto::{Capability, Response};
use tokio::time::timeout;

use super::ImapSession;
use crate::mail::error::{MailError, Step};

impl ImapSession {
    /// Capabilities as they are after sign-in; earlier ones do not count (RFC 9051 §6.1.1).
    pub(super) async fn learn_capabilities(&mut self) -> Result<(), MailError> {
        let mut learned = Vec::new();
        let done = self
            .command(Step::Greeting, "CAPABILITY", |answer| {
                if let Response::Capabilities(capabilities) = answer {
                    learned = capabilities.iter().map(capability_name).collect();
                }
            })
            .await?;
        done.ok(Step::Greeting)?;
        self.capabilities = learned;
        Ok(())
    }

    /// Says who we are where asked for (RFC 2971): some providers insist. No version, no system.
    pub(super) async fn introduce(&mut self) -> Result<(), MailError> {
        if self.can("ID") {
            self.command(Step::Greeting, r#"ID ("name" "Quoin")"#, |_| {}).await?;
        }
        Ok(())
    }

    /// Ends the session politely; the connection is gone afterwards either way.
    pub async fn close(mut self) {
        let farewell = self.command(Step::Logout, "LOGOUT", |_| {});
        // A server that does not answer a goodbye has still been left.
        let _unanswered = timeout(Duration::from_secs(5), farewell).await;
    }
}

fn capability_name(capability: &Capability<'_>) -> String {
    match capability {
        Capability::Imap4rev1 => "IMAP4rev1".to_owned(),
        Capability::Auth(name) => format!("AUTH={name}"),
        Capability::Atom(name) => name.to_string(),
    }
}
