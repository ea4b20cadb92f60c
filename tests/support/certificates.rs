//! A certificate authority for one test run, by the `openssl` command.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde::{Deserialize, Serialize};

/// What kind of certificate the test servers show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Certificate {
    /// For localhost and 127.0.0.1, valid for a month.
    Valid,
    /// The same, but its month is long past.
    Expired,
    /// Valid, but made for another server.
    WrongName,
}

const REQUEST: &str = "openssl req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes";

/// Writes `ca.pem`, `server.pem` and `server.key` into a directory that exists.
pub fn issue(directory: &Path, certificate: Certificate) {
    let (names, time) = match certificate {
        Certificate::Valid => ("DNS:localhost,IP:127.0.0.1", "-days 30"),
        Certificate::WrongName => ("DNS:elsewhere.example", "-days 30"),
        Certificate::Expired => {
            ("DNS:localhost,IP:127.0.0.1", "-startdate 20200101000000Z -enddate 20200201000000Z")
        }
    };
    let configuration = include_str!("mail_server/openssl.cnf").replace("{{names}}", names);
    fs::write(directory.join("openssl.cnf"), configuration).unwrap();
    fs::write(directory.join("index.txt"), "").unwrap();
    openssl(
        directory,
        &format!(
            "{REQUEST} -x509 -days 30 -config openssl.cnf -extensions authority \
         -subj /CN=Quoin-test-root -keyout ca.key -out ca.pem"
        ),
    );
    openssl(
        directory,
        &format!("{REQUEST} -config openssl.cnf -subj /CN=test-server -keyout server.key -out server.csr"),
    );
    openssl(
        directory,
        &format!(
            "openssl ca -batch -notext -config openssl.cnf -extensions server \
         -cert ca.pem -keyfile ca.key -in server.csr -out server.pem {time}"
        ),
    );
}

fn openssl(directory: &Path, command: &str) {
    let mut words = command.split_whitespace();
    let program = words.next().unwrap();
    let output = Command::new(program)
        .args(words)
        .current_dir(directory)
        .output()
        .expect("the package openssl is installed");
    assert!(output.status.success(), "{command}\n{}", String::from_utf8_lossy(&output.stderr));
}
