//! The mail room against real servers: Dovecot, Postfix, and the system's keyring.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "test code, and its support modules too")]

#[path = "../support/fault_proxy.rs"]
mod fault_proxy;
#[path = "../support/mail_server.rs"]
#[allow(dead_code, reason = "shared with tests that use more of it")]
mod mail_server;
#[path = "../support/real_servers.rs"]
mod real_servers;
#[path = "../support/rerun.rs"]
mod rerun;
#[path = "../support/scripted_server.rs"]
mod scripted_server;

mod accounts;
mod acknowledgement;
mod hostile;
mod interrupted;
mod keyring;
mod reading;
mod secrecy;
mod sending;
mod stage;
