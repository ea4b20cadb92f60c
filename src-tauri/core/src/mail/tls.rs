//! Encryption: rustls with `ring`, trusting what the system trusts and, on every system, the
//! certificates in the file that `SSL_CERT_FILE` names. There is no "accept any certificate".

use std::io;
use std::path::Path;
use std::sync::Arc;

use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{CertificateError, ClientConfig, RootCertStore};
use rustls_platform_verifier::Verifier;
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;

use super::error::{MailError, Step};

/// Encrypts a TCP connection and checks the server's certificate against its name.
pub(super) async fn encrypt(tcp: TcpStream, host: &str) -> Result<TlsStream<TcpStream>, MailError> {
    let name = ServerName::try_from(host.to_owned())
        .map_err(|_| MailError::UnknownHost { host: host.to_owned() })?;
    let config =
        tokio::task::spawn_blocking(client_config).await.map_err(|_| MailError::TrustUnreadable)??;
    TlsConnector::from(config).connect(name, tcp).await.map_err(|error| of_handshake(&error, host))
}

/// Reads the trusted certificates anew at each connection, so that a change counts at once.
fn client_config() -> Result<Arc<ClientConfig>, MailError> {
    let unreadable = |_| MailError::TrustUnreadable;
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let verifier = Verifier::new_with_extra_roots(extra_roots()?, provider.clone()).map_err(unreadable)?;
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(unreadable)?
        .dangerous() // rustls' word for "a verifier of its own": it is the system's
        .with_custom_certificate_verifier(Arc::new(verifier))
        .with_no_client_auth();
    Ok(Arc::new(config))
}

/// What must be trusted besides what the platform verifier loads by itself.
///
/// On Linux that verifier reads *either* `SSL_CERT_FILE` *or* the system's store; elsewhere it
/// does not know the variable at all. Both are wanted on every system.
fn extra_roots() -> Result<Vec<CertificateDer<'static>>, MailError> {
    let Some(file) = std::env::var_os("SSL_CERT_FILE").filter(|name| !name.is_empty()) else {
        return Ok(Vec::new());
    };
    let unreadable = |_| MailError::TrustUnreadable;
    let named = CertificateDer::pem_file_iter(&file).map_err(unreadable)?;
    let named: Vec<_> = named.collect::<Result<_, _>>().map_err(unreadable)?;
    let mut roots: Vec<_> = named.into_iter().filter(is_usable).collect();
    if roots.is_empty() {
        return Err(MailError::TrustUnreadable);
    }
    if cfg!(target_os = "linux") {
        roots.extend(system_roots());
    }
    Ok(roots)
}

/// One broken certificate must not keep the others from being trusted.
fn is_usable(root: &CertificateDer<'static>) -> bool {
    RootCertStore::empty().add(root.clone()).is_ok()
}

/// The usable ones of the system's certificates.
fn system_roots() -> Vec<CertificateDer<'static>> {
    let store = SYSTEM_STORES.iter().find(|path| Path::new(path).exists());
    let certificates = store.and_then(|path| CertificateDer::pem_file_iter(path).ok());
    certificates.into_iter().flatten().filter_map(Result::ok).filter(is_usable).collect()
}

/// Where Linux distributions keep the bundle of trusted certificates.
const SYSTEM_STORES: [&str; 5] = [
    "/etc/ssl/certs/ca-certificates.crt", // Debian, Ubuntu, Arch, Gentoo
    "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem", // Fedora, RHEL
    "/etc/pki/tls/certs/ca-bundle.crt",   // older Fedora
    "/etc/ssl/ca-bundle.pem",             // openSUSE
    "/etc/ssl/cert.pem",                  // Alpine
];

/// Why a handshake failed, as far as a user can act on it.
fn of_handshake(error: &io::Error, host: &str) -> MailError {
    let host = host.to_owned();
    let reason = error.get_ref().and_then(|inner| inner.downcast_ref::<rustls::Error>());
    match reason {
        Some(rustls::Error::InvalidCertificate(reason)) => of_certificate(reason, host),
        Some(_) => MailError::TlsFailed { host },
        None if error.kind() == io::ErrorKind::TimedOut => MailError::TimedOut { step: Step::Handshake },
        None => MailError::ConnectionLost { step: Step::Handshake },
    }
}

fn of_certificate(reason: &CertificateError, host: String) -> MailError {
    match reason {
        CertificateError::Expired | CertificateError::ExpiredContext { .. } => MailError::TlsExpired { host },
        CertificateError::NotValidYet | CertificateError::NotValidYetContext { .. } => {
            MailError::TlsNotYetValid { host }
        }
        CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => {
            MailError::TlsWrongName { host }
        }
        CertificateError::Revoked => MailError::TlsRevoked { host },
        _ => MailError::TlsUntrusted { host },
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn the_systems_store_stays_trusted_beside_a_file_of_ones_own() {
        if SYSTEM_STORES.iter().any(|path| Path::new(path).exists()) {
            assert!(system_roots().len() > 10);
        }
    }
}
