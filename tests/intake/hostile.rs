//! Mails that are made to cost too much.

use std::time::{Duration, Instant};

use quoin_core::intake::{IncomingMail, MAX_FILE_BYTES, Omission, read_mail};

use crate::{hostile_mail, owner};

/// Reads a mail and sees to it that this is quick, also in a build without optimisation.
fn read_quickly(mail: &[u8]) -> IncomingMail {
    let start = Instant::now();
    let read = read_mail(mail, &owner());
    let start_of_mail = String::from_utf8_lossy(&mail[..mail.len().min(200)]).into_owned();
    assert!(start.elapsed() < Duration::from_secs(20), "{:?}: {start_of_mail}", start.elapsed());
    let kept: usize = read.attachments.iter().map(|file| file.bytes.len()).sum();
    assert!(kept <= MAX_FILE_BYTES && read.text.len() <= 2 << 20);
    read
}

#[test]
fn multiparts_ten_thousand_deep() {
    let read = read_quickly(&hostile_mail::deep_multiparts());
    assert_eq!(read.omissions, [Omission::Depth]);
}

#[test]
fn mails_ten_thousand_deep() {
    read_quickly(&hostile_mail::deep_mails());
}

#[test]
fn a_hundred_thousand_parts() {
    let read = read_quickly(&hostile_mail::many_parts());
    assert_eq!((read.text.trim(), read.omissions.as_slice()), ("Hello", &[Omission::Parts][..]));
}

#[test]
fn two_hundred_megabytes_of_base64() {
    let read = read_quickly(&hostile_mail::large_base64());
    assert_eq!((read.text.trim(), read.omissions.as_slice()), ("Hello", &[Omission::Length][..]));
    assert_eq!((read.attachments[0].name.as_str(), read.attachments[0].is_complete), ("plan.pdf", false));
}

#[test]
fn a_mail_as_large_as_is_opened_for_its_signed_text() {
    let mail = hostile_mail::large_signed();
    let read = read_quickly(&mail);
    assert_eq!((read.text.trim(), read.attachments.len()), ("Hello", 2));
    let larger = [mail, b"A".repeat(4 << 20)].concat();
    let read = read_quickly(&larger);
    assert_eq!((read.text.trim(), read.attachments.len()), ("", 1), "a larger one is shown as its file");
}

/// Over the bytes of the mail itself, which the program holds while it reads.
const MEMORY: u64 = 150 << 20;

#[test]
fn a_hostile_mail_takes_little_memory() {
    let folder = tempfile::tempdir().unwrap();
    for (name, mail) in hostile_mail::hostile_mails() {
        let file = folder.path().join("hostile.eml");
        std::fs::write(&file, &mail).unwrap();
        let cost = hostile_mail::cost_of(env!("CARGO_BIN_EXE_quoinctl"), &file).unwrap();
        let Some(peak) = cost.peak_bytes else { return };
        assert!(peak <= mail.len() as u64 + MEMORY, "{name}: {} MB", peak >> 20);
    }
}

#[test]
fn headers_without_end() {
    let mut mail = String::from("From: a@b.example\n");
    mail.push_str(&"X-Field: value\n".repeat(200_000));
    mail.push_str("\nHello");
    read_quickly(mail.as_bytes());
    let recipients = "a@b.example, ".repeat(100_000);
    let read = read_quickly(format!("To: {recipients}\n\nHello").as_bytes());
    assert!(read.to.len() <= 1_000);
    for colons in [":", "a:"] {
        read_quickly(format!("From: a@b.example\nTo: {}\n\nHello", colons.repeat(400_000)).as_bytes());
    }
    read_quickly(format!("Subject: {}\n\nHello", "=?utf-8?q?a?= ".repeat(50_000)).as_bytes());
    read_quickly(format!("Content-Type: text/plain; {}\n\nHello", "a*0*=x; ".repeat(50_000)).as_bytes());
}

#[test]
fn texts_made_to_be_slow() {
    for piece in [
        ">",
        "> a\n",
        "\n",
        "On 1 ",
        "From: a@b.example\n",
        "From:",
        "--\n",
        "a@",
        "@",
        "<a ",
        "<a@",
        "&",
        "0 ",
        "+1 ",
        "Rue 1 ",
        "1000 A ",
        "De : x\n\n",
        "On 3 May 2024, a <a@b.example>\n",
        "Name: x\n",
        "x\t",
        "- a\n",
        "---- Forwarded message ----\n",
        "begin 644 a\n",
        "1x1x",
        "budget 1 ",
        "Thanks,\n",
        "é",
        "\u{202e}",
        "<a\nFrom:",
        "[,\nVan:'",
        "Cc: <x,\n",
        "1-",
        "1/",
        "+/",
        "(--",
        "12-13-",
        "1/1/2024 ",
        "12 - ",
        "**Name**\nx\n\n",
        "nom klant ",
    ] {
        let mail = format!(
            "From: a@b.example\nSubject: Fwd: x\nContent-Type: text/plain; charset=utf-8\n\n{}",
            piece.repeat(400_000 / piece.len())
        );
        read_quickly(mail.as_bytes());
    }
}

#[test]
fn html_made_to_be_slow() {
    for piece in [
        "<div>",
        "<b>",
        "<table><tr><td>",
        "<a href=\"",
        "<!--",
        "<p><b><i>",
        "</div>",
        "<blockquote>x",
        "<img src=x onerror=y>",
        "<style>",
        "&#x",
        "<select>",
        "<a><b></a>",
        "<table>x",
        "<dt>",
        "<b>Name</b><br>x<br>",
        "<pre style=white-space:pre>a\n",
    ] {
        let mail =
            format!("From: a@b.example\nContent-Type: text/html\n\n{}", piece.repeat(600_000 / piece.len()));
        read_quickly(mail.as_bytes());
    }
}
