//! From nothing to a signed-in session: connect, encrypt, greet, sign in (RELIABILITY rule 26).

use std::time::Duration;

use async_imap::imap_proto::{Capability, Response, Status};
use async_imap::{Authenticator, Client, Session};
use tokio::io::AsyncWriteExt;
use tokio::time::timeout;
use zeroize::Zeroizing;

use crate::mail::error::{MailError, Step, of_wire};
use crate::mail::server::{ImapPatience, ImapServer, Security, one_line};
use crate::mail::wire::{Limits, Wire};
use crate::secret::Secret;

/// What a server may send before and while we sign in.
const GREETING_BYTES: u64 = 256 * 1024;

/// Opens a session; nothing but STARTTLS is ever said without encryption.
pub(super) async fn sign_in(
    server: &ImapServer,
    secret: &Secret,
    patience: &ImapPatience,
) -> Result<(Session<Wire>, Limits), MailError> {
    one_line("user", &server.user)?;
    one_line("password", secret.expose())?;
    let wire = Wire::open(&server.host, server.port, patience.connect).await?;
    let (client, limits) = match server.security {
        Security::Tls => {
            let wire = wire.encrypt(&server.host, patience.connect).await?;
            let (mut client, limits) = client_over(wire, patience);
            greeted(&mut client, server, patience.command).await?;
            (client, limits)
        }
        Security::StartTls => upgraded(wire, server, patience).await?,
    };
    let session = authenticated(client, server, secret, patience.command).await?;
    Ok((session, limits))
}

fn client_over(wire: Wire, patience: &ImapPatience) -> (Client<Wire>, Limits) {
    let limits = wire.limits();
    limits.wait(patience.stall);
    limits.take_in(GREETING_BYTES);
    (Client::new(wire), limits)
}

/// Reads the greeting. PREAUTH is refused: an attacker uses it to skip STARTTLS.
async fn greeted(
    client: &mut Client<Wire>,
    server: &ImapServer,
    patience: Duration,
) -> Result<(), MailError> {
    let step = Step::Greeting;
    let greeting = timeout(patience, client.read_response())
        .await
        .map_err(|_| MailError::TimedOut { step })?
        .map_err(|error| of_wire(&error, step))?
        .ok_or(MailError::ConnectionLost { step })?;
    match greeting.parsed() {
        Response::Data { status: Status::Ok, .. } => Ok(()),
        Response::Data { status: Status::PreAuth, .. } => {
            Err(MailError::Preauthenticated { host: server.host.clone() })
        }
        Response::Data { status: Status::Bye, .. } => {
            Err(MailError::LoginUnavailable { host: server.host.clone() })
        }
        _ => Err(MailError::Protocol { step }),
    }
}

/// STARTTLS (RFC 9051 §6.2.1): everything read before the handshake goes with the old client.
async fn upgraded(
    wire: Wire,
    server: &ImapServer,
    patience: &ImapPatience,
) -> Result<(Client<Wire>, Limits), MailError> {
    let (mut client, _) = client_over(wire, patience);
    greeted(&mut client, server, patience.command).await?;
    timeout(patience.command, client.run_command_and_check_ok("STARTTLS", None))
        .await
        .map_err(|_| MailError::TimedOut { step: Step::Handshake })?
        .map_err(|error| match error {
            async_imap::error::Error::No(_) | async_imap::error::Error::Bad(_) => {
                MailError::StartTlsMissing { host: server.host.clone() }
            }
            other => of_library(&other, Step::Handshake),
        })?;
    let wire = client.into_inner().encrypt(&server.host, patience.connect).await?;
    Ok(client_over(wire, patience))
}

/// SASL PLAIN (RFC 4616) where offered, since it carries any character; else LOGIN.
async fn authenticated(
    mut client: Client<Wire>,
    server: &ImapServer,
    secret: &Secret,
    patience: Duration,
) -> Result<Session<Wire>, MailError> {
    let offers = timeout(patience, offered(&mut client))
        .await
        .map_err(|_| MailError::TimedOut { step: Step::Login })??;
    let attempt = async {
        if offers.plain {
            let plain = Plain { user: &server.user, secret };
            client.authenticate("PLAIN", plain).await
        } else if offers.login {
            client.login(&server.user, secret.expose()).await
        } else {
            return Err(MailError::LoginUnsupported { host: server.host.clone() });
        }
        .map_err(|(error, _client)| of_login(&error, server))
    };
    timeout(patience, attempt).await.map_err(|_| MailError::TimedOut { step: Step::Login })?
}

struct Offers {
    plain: bool,
    login: bool,
}

/// Asks what ways of signing in the server offers, on the encrypted connection.
///
/// Written by hand: the library keeps the answer to itself before sign-in.
async fn offered(client: &mut Client<Wire>) -> Result<Offers, MailError> {
    let step = Step::Login;
    let asked = client.get_mut().write_all(b"C1 CAPABILITY\r\n").await;
    asked.map_err(|error| of_wire(&error, step))?;
    client.get_mut().flush().await.map_err(|error| of_wire(&error, step))?;
    let mut offers = Offers { plain: false, login: true };
    loop {
        let answer = client.read_response().await.map_err(|error| of_wire(&error, step))?;
        match answer.ok_or(MailError::ConnectionLost { step })?.parsed() {
            Response::Capabilities(capabilities) => capabilities.iter().for_each(|one| match one {
                Capability::Auth(name) if name.eq_ignore_ascii_case("PLAIN") => offers.plain = true,
                Capability::Atom(name) if name.eq_ignore_ascii_case("LOGINDISABLED") => {
                    offers.login = false;
                }
                _ => {}
            }),
            Response::Done { .. } => return Ok(offers),
            _ => {}
        }
    }
}

struct Plain<'a> {
    user: &'a str,
    secret: &'a Secret,
}

impl Authenticator for Plain<'_> {
    type Response = Zeroizing<Vec<u8>>;

    fn process(&mut self, _challenge: &[u8]) -> Self::Response {
        Zeroizing::new(format!("\0{}\0{}", self.user, self.secret.expose()).into_bytes())
    }
}

/// RFC 5530 tells a wrong password from a server in trouble.
fn of_login(error: &async_imap::error::Error, server: &ImapServer) -> MailError {
    match error {
        async_imap::error::Error::No(text) if says(text, &["UNAVAILABLE", "INUSE", "LIMIT"]) => {
            MailError::LoginUnavailable { host: server.host.clone() }
        }
        async_imap::error::Error::No(_) | async_imap::error::Error::Bad(_) => {
            MailError::LoginRefused { user: server.user.clone() }
        }
        other => of_library(other, Step::Login),
    }
}

fn says(text: &str, codes: &[&str]) -> bool {
    codes.iter().any(|code| text.contains(&format!("[{code}]")))
}

/// The library's error without its words: some quote what the server sent.
pub(super) fn of_library(error: &async_imap::error::Error, step: Step) -> MailError {
    match error {
        async_imap::error::Error::Io(error) => of_wire(error, step),
        async_imap::error::Error::ConnectionLost => MailError::ConnectionLost { step },
        async_imap::error::Error::No(_) | async_imap::error::Error::Bad(_) => {
            MailError::ServerRefused { step }
        }
        _ => MailError::Protocol { step },
    }
}
