//! A proxy that breaks a connection at a chosen word. It takes encrypted connections, as the
//! servers do, and passes them on in the clear, so that it can see what is said.

use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;

/// What happens when the client says the chosen words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// The words do not reach the server; both connections end.
    CutBefore,
    /// The words reach the server and take effect, but its answer is lost: both connections end.
    LoseAnswer,
    /// The words reach the server, but no answer ever comes; the connections stay open.
    NeverAnswer,
}

/// Starts a proxy in front of a server on loopback and gives the proxy's port.
pub async fn start(acceptor: TlsAcceptor, server: u16, words: &'static [u8], fault: Fault) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    tokio::spawn(async move {
        while let Ok((client, _)) = listener.accept().await {
            let acceptor = acceptor.clone();
            tokio::spawn(async move {
                let Ok(client) = acceptor.accept(client).await else {
                    return;
                };
                let server = TcpStream::connect(SocketAddr::from(([127, 0, 0, 1], server))).await.unwrap();
                relay(client, server, words, fault).await;
            });
        }
    });
    port
}

async fn relay(
    mut client: impl AsyncRead + AsyncWrite + Unpin,
    mut server: TcpStream,
    words: &[u8],
    fault: Fault,
) {
    let (mut upwards, mut downwards) = (vec![0; 64 * 1024], vec![0; 64 * 1024]);
    let mut said: Vec<u8> = Vec::new();
    loop {
        tokio::select! {
            read = client.read(&mut upwards) => match read {
                Ok(length @ 1..) => {
                    said.extend_from_slice(&upwards[..length]);
                    if let Some(at) = find(&said, words) {
                        if fault == Fault::CutBefore {
                            let unsaid = said.len() - at;
                            let passed = length.saturating_sub(unsaid);
                            server.write_all(&upwards[..passed]).await.unwrap();
                            return;
                        }
                        server.write_all(&upwards[..length]).await.unwrap();
                        // The answer shows that the words took effect.
                        let _answer = server.read(&mut downwards).await;
                        if fault == Fault::NeverAnswer {
                            tokio::time::sleep(Duration::from_secs(3600)).await;
                        }
                        return;
                    }
                    said.drain(..said.len().saturating_sub(words.len()));
                    if server.write_all(&upwards[..length]).await.is_err() { return }
                }
                _ => return,
            },
            read = server.read(&mut downwards) => match read {
                Ok(length @ 1..) => if client.write_all(&downwards[..length]).await.is_err() { return },
                _ => return,
            },
        }
    }
}

fn find(text: &[u8], words: &[u8]) -> Option<usize> {
    text.windows(words.len()).position(|window| window == words)
}

/// The server's side of TLS with a certificate and key in PEM.
pub fn acceptor(certificate: &Path, key: &Path) -> TlsAcceptor {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let chain = CertificateDer::pem_file_iter(certificate).unwrap().map(Result::unwrap).collect();
    let key = PrivateKeyDer::from_pem_file(key).unwrap();
    let config = rustls::ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(chain, key)
        .unwrap();
    TlsAcceptor::from(Arc::new(config))
}
