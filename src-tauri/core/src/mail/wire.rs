//! One connection to a mail server: opened, encrypted, and never waited on for ever.

use std::fmt;
use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::time::{Sleep, sleep, timeout};
use tokio_rustls::client::TlsStream;

use super::error::{MailError, Step};
use super::tls;

/// What a connection may still do: wait so long for a byte, and take in so many.
///
/// A handle that stays with whoever drives the connection when the connection itself is given to
/// a protocol library.
#[derive(Clone)]
pub(super) struct Limits(Arc<Allowed>);

struct Allowed {
    stall_ms: AtomicU64,
    bytes_in: AtomicU64,
}

impl Limits {
    fn new(stall: Duration) -> Self {
        Self(Arc::new(Allowed {
            stall_ms: AtomicU64::new(millis(stall)),
            bytes_in: AtomicU64::new(u64::MAX),
        }))
    }

    /// How long no byte may move before the connection counts as dead.
    pub(super) fn wait(&self, stall: Duration) {
        self.0.stall_ms.store(millis(stall), Ordering::Relaxed);
    }

    /// How many bytes the server may send from now on: what bounds memory against a liar.
    pub(super) fn take_in(&self, bytes: u64) {
        self.0.bytes_in.store(bytes, Ordering::Relaxed);
    }

    fn count(&self, bytes: u64) -> io::Result<()> {
        let left = self.0.bytes_in.load(Ordering::Relaxed);
        let Some(left) = left.checked_sub(bytes) else {
            return Err(io::Error::new(io::ErrorKind::InvalidData, "more bytes than announced"));
        };
        self.0.bytes_in.store(left, Ordering::Relaxed);
        Ok(())
    }
}

fn millis(duration: Duration) -> u64 {
    u64::try_from(duration.as_millis()).unwrap_or(u64::MAX)
}

/// A connection to a server, encrypted or about to be.
pub(super) struct Wire {
    stream: Stream,
    limits: Limits,
    stalled: Option<(u64, Pin<Box<Sleep>>)>,
}

enum Stream {
    Plain(TcpStream),
    Encrypted(Box<TlsStream<TcpStream>>),
}

impl Wire {
    /// Opens a TCP connection, trying each address of the host in turn.
    pub(super) async fn open(host: &str, port: u16, patience: Duration) -> Result<Self, MailError> {
        let unknown = || MailError::UnknownHost { host: host.to_owned() };
        if host.is_empty() || host.contains(|c: char| c.is_control() || c.is_whitespace()) {
            return Err(unknown());
        }
        let timed_out = MailError::TimedOut { step: Step::Connect };
        let addresses = timeout(patience, tokio::net::lookup_host((host, port)))
            .await
            .map_err(|_| timed_out.clone())?
            .map_err(|_| unknown())?;
        let mut failure = unknown();
        for address in addresses {
            match timeout(patience, TcpStream::connect(address)).await {
                Ok(Ok(tcp)) => return Ok(Self::over(Stream::Plain(tcp), patience)),
                Ok(Err(error)) => failure = of_connect(&error, host, port),
                Err(_) => failure = timed_out.clone(),
            }
        }
        Err(failure)
    }

    /// Encrypts the connection; what was read before is the caller's to discard.
    pub(super) async fn encrypt(self, host: &str, patience: Duration) -> Result<Self, MailError> {
        let Stream::Plain(tcp) = self.stream else {
            return Ok(self);
        };
        let encrypted = timeout(patience, tls::encrypt(tcp, host))
            .await
            .map_err(|_| MailError::TimedOut { step: Step::Handshake })??;
        Ok(Self::over(Stream::Encrypted(Box::new(encrypted)), patience))
    }

    fn over(stream: Stream, stall: Duration) -> Self {
        Self { stream, limits: Limits::new(stall), stalled: None }
    }

    /// The handle on what this connection may still do.
    pub(super) fn limits(&self) -> Limits {
        self.limits.clone()
    }

    /// The server's address.
    pub(super) fn peer_addr(&self) -> io::Result<std::net::SocketAddr> {
        match &self.stream {
            Stream::Plain(tcp) => tcp.peer_addr(),
            Stream::Encrypted(tls) => tls.get_ref().0.peer_addr(),
        }
    }

    /// Turns "not yet" into a time-out once nothing has moved for the time allowed.
    fn bounded<T>(&mut self, cx: &mut Context<'_>, progress: Poll<io::Result<T>>) -> Poll<io::Result<T>> {
        if progress.is_ready() {
            self.stalled = None;
            return progress;
        }
        let allowed = self.limits.0.stall_ms.load(Ordering::Relaxed);
        if !matches!(&self.stalled, Some((armed, _)) if *armed == allowed) {
            self.stalled = Some((allowed, Box::pin(sleep(Duration::from_millis(allowed)))));
        }
        let Some((_, timer)) = &mut self.stalled else {
            return Poll::Pending;
        };
        timer.as_mut().poll(cx).map(|()| Err(io::ErrorKind::TimedOut.into()))
    }
}

fn of_connect(error: &io::Error, host: &str, port: u16) -> MailError {
    match error.kind() {
        io::ErrorKind::ConnectionRefused | io::ErrorKind::ConnectionReset => {
            MailError::ConnectionRefused { host: host.to_owned(), port }
        }
        io::ErrorKind::TimedOut => MailError::TimedOut { step: Step::Connect },
        _ => MailError::Unreachable { host: host.to_owned() },
    }
}

impl AsyncRead for Wire {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let this = &mut *self;
        let before = buf.filled().len();
        let progress = match &mut this.stream {
            Stream::Plain(tcp) => Pin::new(tcp).poll_read(cx, buf),
            Stream::Encrypted(tls) => Pin::new(tls).poll_read(cx, buf),
        };
        let read = buf.filled().len() - before;
        let counted = progress.map(|done| done.and_then(|()| this.limits.count(read as u64)));
        this.bounded(cx, counted)
    }
}

impl AsyncWrite for Wire {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let progress = match &mut self.stream {
            Stream::Plain(tcp) => Pin::new(tcp).poll_write(cx, bytes),
            Stream::Encrypted(tls) => Pin::new(tls).poll_write(cx, bytes),
        };
        self.bounded(cx, progress)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let progress = match &mut self.stream {
            Stream::Plain(tcp) => Pin::new(tcp).poll_flush(cx),
            Stream::Encrypted(tls) => Pin::new(tls).poll_flush(cx),
        };
        self.bounded(cx, progress)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let progress = match &mut self.stream {
            Stream::Plain(tcp) => Pin::new(tcp).poll_shutdown(cx),
            Stream::Encrypted(tls) => Pin::new(tls).poll_shutdown(cx),
        };
        self.bounded(cx, progress)
    }
}

/// The protocol libraries ask for this; what passes over the wire is nobody's to print.
impl fmt::Debug for Wire {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Wire")
    }
}
