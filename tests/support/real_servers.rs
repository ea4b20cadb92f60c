//! Tests that play on real mail servers whose certificate only `SSL_CERT_FILE` vouches for.
//!
//! Wants [`mail_server`](crate::mail_server) and [`rerun`](crate::rerun) at the test crate's root.

use std::sync::OnceLock;

use crate::mail_server::{Certificate, MailServers, Running};
use crate::rerun::rerun;

/// Tells the process inside where the servers are.
const SERVERS: &str = "QUOIN_TEST_MAIL_SERVERS";

/// Plays a story with real servers whose certificate only `SSL_CERT_FILE` vouches for.
///
/// The story runs in a process of its own, with that variable set. `test` is the test's path.
pub fn on_real_servers<F: Future<Output = ()>>(test: &str, story: impl FnOnce(MailServers) -> F) {
    static SHARED: OnceLock<Running> = OnceLock::new();
    let shared = || SHARED.get_or_init(|| MailServers::start(Certificate::Valid));
    play(test, || MailServers::clone(shared()), story);
}

/// [`on_real_servers`] with servers of the story's own that show another kind of certificate.
pub fn on_servers_with<F: Future<Output = ()>>(
    certificate: Certificate,
    test: &str,
    story: impl FnOnce(MailServers) -> F,
) {
    let mut own = None;
    play(test, || MailServers::clone(own.insert(MailServers::start(certificate))), story);
}

fn play<F: Future<Output = ()>>(
    test: &str,
    servers: impl FnOnce() -> MailServers,
    story: impl FnOnce(MailServers) -> F,
) {
    if let Ok(inside) = std::env::var(SERVERS) {
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
        runtime.block_on(story(serde_json::from_str(&inside).unwrap()));
        return;
    }
    let servers = servers();
    let told = serde_json::to_string(&servers).unwrap();
    rerun(test, &[], &[("SSL_CERT_FILE", servers.ca_file.into()), (SERVERS, told.into())]);
}

/// Declares tests, each of which plays on real servers: see [`on_real_servers`].
#[macro_export]
macro_rules! stories {
    ($($(#[$attribute:meta])* async fn $name:ident($servers:ident) $story:block)+) => {$(
        $(#[$attribute])*
        #[test]
        fn $name() {
            let path = concat!(module_path!(), "::", stringify!($name));
            let test = path.split_once("::").unwrap().1;
            $crate::real_servers::on_real_servers(test, |$servers| async move $story);
        }
    )+};
}
