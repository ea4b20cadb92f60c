//! Mails that are made to cost too much, and what reading one costs.

use std::io;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// The hostile mails by name.
pub fn hostile_mails() -> Vec<(&'static str, Vec<u8>)> {
    vec![
        ("multiparts 10,000 deep", deep_multiparts()),
        ("mails in mails 10,000 deep", deep_mails()),
        ("100,000 parts", many_parts()),
        ("200 MB of base64", large_base64()),
        ("17 MB inside their signature", large_signed()),
    ]
}

/// Multiparts ten thousand deep.
pub fn deep_multiparts() -> Vec<u8> {
    let mut mail = String::from("From: a@b.example\n");
    for level in 0..10_000 {
        mail.push_str(&format!("Content-Type: multipart/mixed; boundary=\"b{level}\"\n\n--b{level}\n"));
    }
    mail.into_bytes()
}

/// Mails ten thousand deep.
pub fn deep_mails() -> Vec<u8> {
    "From: a@b.example\nContent-Type: message/rfc822\n\n".repeat(10_000).into_bytes()
}

/// A text, and a hundred thousand pictures.
pub fn many_parts() -> Vec<u8> {
    let mut mail = String::from(
        "From: a@b.example\nSubject: many\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nHello\n",
    );
    mail.push_str(&"--b\nContent-Type: image/png\n\nx\n".repeat(100_000));
    mail.into_bytes()
}

/// A text, and a file of 200 MB.
pub fn large_base64() -> Vec<u8> {
    let mut mail = b"From: a@b.example\nSubject: big\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nHello\n--b\nContent-Type: application/pdf; name=plan.pdf\nContent-Transfer-Encoding: base64\n\n".to_vec();
    let line = [b"QUFB".repeat(19), b"\r\n".to_vec()].concat();
    while mail.len() < 200 << 20 {
        mail.extend_from_slice(&line);
    }
    mail
}

/// A mail as large as is opened for the text inside its signature.
pub fn large_signed() -> Vec<u8> {
    const SIGNED_DATA: &[u8] = b"\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02";
    const DATA: &[u8] = b"\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x01";
    const VERSION_AND_ALGORITHMS: &[u8] = b"\x02\x01\x01\x31\x00";
    let photo = [b"QUFB".repeat(19), b"\r\n".to_vec()].concat().repeat((17 << 20) / 78);
    let text = [b"Content-Type: multipart/mixed; boundary=b\n\n--b\n\nHello\n--b\nContent-Type: image/jpeg\nContent-Transfer-Encoding: base64\n\n", &photo[..]].concat();
    let content = element(0x30, &[DATA, &element(0xa0, &element(0x04, &text))].concat());
    let signed = element(0xa0, &element(0x30, &[VERSION_AND_ALGORITHMS, &content].concat()));
    let message = STANDARD.encode(element(0x30, &[SIGNED_DATA, &signed].concat()));
    let mut mail = b"From: a@b.example\nSubject: big\nContent-Type: application/pkcs7-mime\nContent-Transfer-Encoding: base64\n\n".to_vec();
    for line in message.as_bytes().chunks(76) {
        mail.extend_from_slice(line);
        mail.push(b'\n');
    }
    mail
}

/// An element of ASN.1 (X.690 section 8.1).
fn element(tag: u8, content: &[u8]) -> Vec<u8> {
    [&[tag, 0x84], &(content.len() as u32).to_be_bytes()[..], content].concat()
}

/// What one run of `quoinctl inspect` cost.
#[derive(Debug)]
pub struct Cost {
    /// The largest resident set, as the kernel kept it: `None` where there is no `/proc`.
    pub peak_bytes: Option<u64>,
    pub time: Duration,
}

/// Lets `quoinctl inspect` read a mail, and watches it.
pub fn cost_of(quoinctl: &str, mail: &Path) -> io::Result<Cost> {
    let start = Instant::now();
    let mut child = Command::new(quoinctl).arg("inspect").arg(mail).stdout(Stdio::null()).spawn()?;
    let status = format!("/proc/{}/status", child.id());
    let mut peak_bytes = None;
    loop {
        peak_bytes = peak_bytes.max(peak_in(&std::fs::read_to_string(&status).unwrap_or_default()));
        if let Some(exit) = child.try_wait()? {
            let time = start.elapsed();
            return if exit.success() {
                Ok(Cost { peak_bytes, time })
            } else {
                Err(io::Error::other("it failed"))
            };
        }
        std::thread::sleep(Duration::from_millis(1));
    }
}

/// The line `VmHWM:  12345 kB`.
fn peak_in(status: &str) -> Option<u64> {
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.split_whitespace().next()?.parse::<u64>().ok().map(|kilobytes| kilobytes * 1024)
}
