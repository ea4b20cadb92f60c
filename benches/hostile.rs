//! What hostile mails cost `quoinctl inspect`: `cargo bench -p quoin-core --bench hostile`.
//!
//! The goal is at most 2 seconds and 150 MB over the mail's own bytes. The figures of one run stand in
//! docs/intake.md.

#[path = "../tests/support/hostile_mail.rs"]
mod hostile_mail;

use std::process::ExitCode;

fn main() -> ExitCode {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut holds = true;
    for (name, mail) in hostile_mail::hostile_mails() {
        let file = folder.path().join("hostile.eml");
        std::fs::write(&file, &mail).expect("room for a mail");
        let cost = hostile_mail::cost_of(env!("CARGO_BIN_EXE_quoinctl"), &file).expect("it reads any mail");
        let over = cost.peak_bytes.unwrap_or_default().saturating_sub(mail.len() as u64) >> 20;
        println!(
            "{name:<28} mail {:>4} MB   time {:>6.3} s   memory over the mail {over:>4} MB",
            mail.len() >> 20,
            cost.time.as_secs_f64()
        );
        holds &= cost.time.as_secs_f64() <= 2.0 && over <= 150;
    }
    if holds { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
