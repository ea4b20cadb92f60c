//! A server that says what a script tells it to, for servers that lie.

use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;

/// One act of a script.
#[derive(Debug, Clone)]
pub enum Act {
    /// Sends these bytes.
    Say(Vec<u8>),
    /// Reads until the client has said this.
    Hear(&'static str),
    /// Turns to TLS; what the client sends next is its handshake.
    StartTls,
    /// Sends zeros without end.
    Flood,
}

/// Shorthand for [`Act::Say`].
pub fn say(text: impl Into<String>) -> Act {
    Act::Say(text.into().into_bytes())
}

/// Starts a server that plays the script for every connection, then closes it; gives its port.
pub async fn start(acceptor: TlsAcceptor, encrypted: bool, script: Vec<Act>) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    tokio::spawn(async move {
        while let Ok((mut client, _)) = listener.accept().await {
            let (acceptor, script) = (acceptor.clone(), script.clone());
            tokio::spawn(async move {
                let upgrade = script.iter().position(|act| matches!(act, Act::StartTls));
                let (plain, rest) = match (encrypted, upgrade) {
                    (true, _) => (&script[..0], &script[..]),
                    (false, Some(at)) => (&script[..at], &script[at + 1..]),
                    (false, None) => (&script[..], &script[..0]),
                };
                if play(&mut client, plain).await.is_none() || (!encrypted && upgrade.is_none()) {
                    return;
                }
                if let Ok(mut secured) = acceptor.accept(client).await {
                    play(&mut secured, rest).await;
                }
            });
        }
    });
    port
}

async fn play(client: &mut (impl AsyncRead + AsyncWrite + Unpin), acts: &[Act]) -> Option<()> {
    for act in acts {
        match act {
            Act::Say(bytes) => {
                client.write_all(bytes).await.ok()?;
                client.flush().await.ok()?;
            }
            Act::Hear(words) => {
                let mut heard = Vec::new();
                while !heard.windows(words.len()).any(|window| window == words.as_bytes()) {
                    let mut byte = [0];
                    client.read_exact(&mut byte).await.ok()?;
                    heard.push(byte[0]);
                }
            }
            Act::Flood => loop {
                client.write_all(&[b'0'; 64 * 1024]).await.ok()?;
            },
            Act::StartTls => unreachable!("handled by the caller"),
        }
    }
    Some(())
}
