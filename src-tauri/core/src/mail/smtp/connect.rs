//! From nothing to a signed-in SMTP session (RFC 5321, 3207, 4954).

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::pin::Pin;
use std::task::{Context, Poll};

use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{AsyncSmtpConnection, AsyncTokioStream};
use lettre::transport::smtp::extension::ClientId;
use tokio::io::{AsyncBufReadExt, AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt, BufReader, ReadBuf};

use super::reply::of_library;
use crate::mail::error::{MailError, Step, of_wire};
use crate::mail::server::{Security, SmtpPatience, SmtpServer, one_line};
use crate::mail::wire::{Limits, Wire};
use crate::secret::Secret;

/// What a server may send in a whole session.
const SESSION_BYTES: u64 = 1024 * 1024;

/// The name we greet with: an address literal (RFC 5321 §4.1.4) that tells nothing of the machine.
const HELLO: ClientId = ClientId::Ipv4(Ipv4Addr::LOCALHOST);

/// Opens a session; nothing but STARTTLS is ever said without encryption.
pub(super) async fn sign_in(
    server: &SmtpServer,
    secret: &Secret,
    patience: &SmtpPatience,
) -> Result<(AsyncSmtpConnection, Limits), MailError> {
    one_line("user", &server.user)?;
    one_line("password", secret.expose())?;
    let wire = Wire::open(&server.host, server.port, patience.connect).await?;
    let (wire, greeting) = match server.security {
        Security::Tls => (wire, Greeting::TheServers),
        Security::StartTls => (ready_for_tls(wire, server, patience).await?, Greeting::Spoken),
    };
    let wire = wire.encrypt(&server.host, patience.connect).await?;
    let limits = wire.limits();
    limits.wait(patience.reply);
    limits.take_in(SESSION_BYTES);
    let stream = Box::new(Greeted { wire, greeting });
    let mut connection = AsyncSmtpConnection::connect_with_transport(stream, &HELLO)
        .await
        .map_err(|error| of_library(&error, Step::Greeting))?;
    authenticate(&mut connection, server, secret).await?;
    Ok((connection, limits))
}

async fn authenticate(
    connection: &mut AsyncSmtpConnection,
    server: &SmtpServer,
    secret: &Secret,
) -> Result<(), MailError> {
    let ways = [Mechanism::Plain, Mechanism::Login];
    if connection.server_info().get_auth_mechanism(&ways).is_none() {
        return Err(MailError::LoginUnsupported { host: server.host.clone() });
    }
    let credentials = Credentials::new(server.user.clone(), secret.expose().to_owned());
    match connection.auth(&ways, &credentials).await {
        Ok(reply) if reply.has_code(235) => Ok(()),
        Ok(_) => Err(MailError::Protocol { step: Step::Login }),
        Err(error) => Err(match of_library(&error, Step::Login) {
            // RFC 4954 §6: 535 and 534 mean the credentials, 538 and 5yz else the policy.
            reply @ MailError::Reply { .. } if reply.is_temporary() => {
                MailError::LoginUnavailable { host: server.host.clone() }
            }
            MailError::Reply { .. } => MailError::LoginRefused { user: server.user.clone() },
            other => other,
        }),
    }
}

/// Greets in the clear, asks for STARTTLS, and leaves nothing read behind.
///
/// Done here and not by the library, whose buffer would carry what an attacker slipped in before
/// the handshake over into the encrypted session.
async fn ready_for_tls(wire: Wire, server: &SmtpServer, patience: &SmtpPatience) -> Result<Wire, MailError> {
    let limits = wire.limits();
    limits.wait(patience.reply);
    limits.take_in(SESSION_BYTES);
    let mut talk = BufReader::new(wire);
    expect(&mut talk, "220").await?;
    say(&mut talk, &format!("EHLO {HELLO}\r\n")).await?;
    let offers = expect(&mut talk, "250").await?;
    if !offers.iter().any(|line| line.trim().eq_ignore_ascii_case("STARTTLS")) {
        return Err(MailError::StartTlsMissing { host: server.host.clone() });
    }
    say(&mut talk, "STARTTLS\r\n").await?;
    expect(&mut talk, "220").await.map_err(|error| match error {
        MailError::Protocol { .. } => MailError::StartTlsMissing { host: server.host.clone() },
        other => other,
    })?;
    Ok(talk.into_inner())
}

async fn say(talk: &mut BufReader<Wire>, line: &str) -> Result<(), MailError> {
    let said = talk.write_all(line.as_bytes()).await;
    said.map_err(|error| of_wire(&error, Step::Greeting))?;
    talk.flush().await.map_err(|error| of_wire(&error, Step::Greeting))
}

/// The texts of a reply's lines, if it has the code.
async fn expect(talk: &mut BufReader<Wire>, code: &str) -> Result<Vec<String>, MailError> {
    let step = Step::Greeting;
    let mut texts = Vec::new();
    loop {
        let mut line = Vec::new();
        let read = talk.take(1000).read_until(b'\n', &mut line).await;
        if read.map_err(|error| of_wire(&error, step))? == 0 {
            return Err(MailError::ConnectionLost { step });
        }
        let line = String::from_utf8_lossy(&line).into_owned();
        let Some(text) = line.strip_prefix(code) else {
            return Err(MailError::Protocol { step });
        };
        texts.push(text.get(1..).unwrap_or_default().trim_end().to_owned());
        if !text.starts_with('-') {
            return Ok(texts);
        }
        if texts.len() > 100 {
            return Err(MailError::Protocol { step });
        }
    }
}

/// Who says the first word on a fresh encrypted connection.
#[derive(Debug)]
enum Greeting {
    /// The server greets.
    TheServers,
    /// After STARTTLS nobody does, but the library waits for it: say it in the server's stead.
    Spoken,
}

const STAND_IN: &[u8] = b"220 ready\r\n";

#[derive(Debug)]
struct Greeted {
    wire: Wire,
    greeting: Greeting,
}

impl AsyncTokioStream for Greeted {
    fn peer_addr(&self) -> io::Result<SocketAddr> {
        self.wire.peer_addr()
    }
}

impl AsyncRead for Greeted {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        if let (Greeting::Spoken, true) = (&self.greeting, buf.remaining() >= STAND_IN.len()) {
            buf.put_slice(STAND_IN);
            self.greeting = Greeting::TheServers;
            return Poll::Ready(Ok(()));
        }
        Pin::new(&mut self.wire).poll_read(cx, buf)
    }
}

impl AsyncWrite for Greeted {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.wire).poll_write(cx, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.wire).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.wire).poll_shutdown(cx)
    }
}
