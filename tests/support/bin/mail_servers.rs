//! The test mail servers for whoever is not written in Rust.
//!
//! Prints one JSON line that says where they are, then answers one JSON line for each it reads:
//!
//! - `{"receive": {"from": "…", "to": "…", "mail": "…"}}` → `{"done": true}`
//! - `{"mails": {"address": "…", "folder": "INBOX", "at_least": 1}}` → `{"mails": ["…"]}`, once
//!   there are so many
//! - `{"reset_uid_validity": {"address": "…", "folder": "…", "uid_validity": 7}}` → `{"done": true}`
//!
//! The servers end when standard input does. An argument `expired` or `wrong_name` chooses their
//! certificate.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test program: what fails must be loud")]

#[path = "../mail_server.rs"]
#[allow(dead_code, reason = "shared with tests that use more of it")]
mod mail_server;

use std::io::BufRead;

use mail_server::{Certificate, MailServers};
use serde::Deserialize;
use serde_json::json;

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum Order {
    Receive { from: String, to: String, mail: String },
    Mails { address: String, folder: String, at_least: usize },
    ResetUidValidity { address: String, folder: String, uid_validity: u32 },
}

fn main() {
    let certificate = match std::env::args().nth(1).as_deref() {
        Some("expired") => Certificate::Expired,
        Some("wrong_name") => Certificate::WrongName,
        _ => Certificate::Valid,
    };
    let servers = MailServers::start(certificate);
    println!("{}", json!(*servers));
    for line in std::io::stdin().lock().lines() {
        let answer = match serde_json::from_str(&line.unwrap()).unwrap() {
            Order::Receive { from, to, mail } => {
                servers.receive(&from, &to, mail.as_bytes());
                json!({"done": true})
            }
            Order::Mails { address, folder, at_least } => {
                let mails = servers.wait_for_mails(&address, &folder, at_least);
                let texts: Vec<_> = mails.iter().map(|mail| String::from_utf8_lossy(mail)).collect();
                json!({"mails": texts})
            }
            Order::ResetUidValidity { address, folder, uid_validity } => {
                servers.reset_uid_validity(&address, &folder, uid_validity);
                json!({"done": true})
            }
        };
        println!("{answer}");
    }
}
