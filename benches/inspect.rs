//! `quoinctl inspect --jsonl` beside a bare loop of the MIME parser, over the same mails in one run.
//!
//! The goal is at least half of the bare loop's mails per second. The mails are those of `tests/mail`.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::time::Instant;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// Each mail is read this many times.
const ROUNDS: usize = 40;

fn main() -> ExitCode {
    let letters = letters();
    let photos = mails_with_photos();
    let all: Vec<Vec<u8>> = letters.iter().chain(&photos).cloned().collect();
    let texts = compare("letters alone", &letters);
    let mixture = compare("with the photos", &all);
    if texts.min(mixture) >= 0.5 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Prints both speeds; gives how much of the bare loop's the program reaches.
fn compare(name: &str, mails: &[Vec<u8>]) -> f64 {
    let bytes: usize = mails.iter().map(Vec::len).sum();
    let count = mails.len() * ROUNDS;
    println!("{name}: {} mails of {} bytes on average, {ROUNDS} times", mails.len(), bytes / mails.len());
    let bare = per_second(count, || bare_loop(mails));
    let inspect = per_second(count, || inspect(mails));
    println!("  bare mail-parser loop  {bare:>10.0} mails/s");
    println!("  inspect --jsonl        {inspect:>10.0} mails/s  ({:.2} of it)", inspect / bare);
    inspect / bare
}

fn per_second(count: usize, run: impl FnOnce()) -> f64 {
    let start = Instant::now();
    run();
    count as f64 / start.elapsed().as_secs_f64()
}

fn bare_loop(mails: &[Vec<u8>]) {
    let parser = mail_parser::MessageParser::new();
    for _ in 0..ROUNDS {
        for mail in mails {
            std::hint::black_box(parser.parse(std::hint::black_box(mail)));
        }
    }
}

/// Feeds the program with all mails and reads all of its answers.
fn inspect(mails: &[Vec<u8>]) {
    let lines: Vec<u8> = mails
        .iter()
        .enumerate()
        .flat_map(|(id, mail)| {
            format!("{{\"id\":\"{id}\",\"eml_b64\":\"{}\"}}\n", STANDARD.encode(mail)).into_bytes()
        })
        .collect();
    let mut child = Command::new(env!("CARGO_BIN_EXE_quoinctl"))
        .args(["inspect", "--jsonl"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("quoinctl is built with this bench");
    let mut input = child.stdin.take().expect("its input is a pipe");
    let feeder = std::thread::spawn(move || (0..ROUNDS).try_for_each(|_| input.write_all(&lines)));
    let output = child.wait_with_output().expect("it runs to its end");
    assert!(feeder.join().is_ok_and(|fed| fed.is_ok()) && output.status.success());
    assert_eq!(output.stdout.iter().filter(|&&byte| byte == b'\n').count(), mails.len() * ROUNDS);
}

/// The mails of the case files and the mails in files of their own.
fn letters() -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/mail");
    let mut mails: Vec<Vec<u8>> =
        files(&folder.join("decode")).iter().map(|file| std::fs::read(file).unwrap_or_default()).collect();
    for family in ["out-of-office.txt", "personal.txt", "forms.txt"] {
        let text = std::fs::read_to_string(folder.join(family)).unwrap_or_default();
        mails.extend(
            text.split("--- mail\n")
                .skip(1)
                .map(|case| case.split("\n=== ").next().unwrap_or_default().as_bytes().to_vec()),
        );
    }
    mails.extend(requests().iter().map(|body| {
        format!("From: Sam <sam@klant.example>\nTo: info@hout.example\nSubject: Quote\nContent-Type: text/plain; charset=utf-8\n\n{body}").into_bytes()
    }));
    mails
}

fn mails_with_photos() -> Vec<Vec<u8>> {
    requests().iter().map(|body| with_photo(body)).collect()
}

/// The texts of the requests.
fn requests() -> Vec<String> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/mail/requests.txt");
    let text = std::fs::read_to_string(file).unwrap_or_default();
    let bodies = text.split("--- text\n").skip(1);
    bodies.map(|case| case.split("\n=== ").next().unwrap_or_default().to_owned()).collect()
}

/// The same request as programs send it: text and HTML, and a photo.
fn with_photo(body: &str) -> Vec<u8> {
    let html = body.replace('\n', "<br>\n");
    let photo: Vec<u8> =
        (0..90_000u32).map(|index| (index.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    let photo: Vec<String> = STANDARD
        .encode(photo)
        .as_bytes()
        .chunks(76)
        .map(|line| String::from_utf8_lossy(line).into_owned())
        .collect();
    format!(
        "From: Sam <sam@klant.example>\nTo: info@hout.example\nSubject: Quote\nContent-Type: multipart/mixed; boundary=m\n\n\
         --m\nContent-Type: multipart/alternative; boundary=a\n\n--a\nContent-Type: text/plain; charset=utf-8\n\n{body}\n--a\n\
         Content-Type: text/html; charset=utf-8\n\n<html><body><div dir=\"ltr\">{html}</div></body></html>\n--a--\n--m\n\
         Content-Type: image/jpeg; name=photo.jpg\nContent-Disposition: attachment; filename=photo.jpg\nContent-Transfer-Encoding: base64\n\n{}\n--m--\n",
        photo.join("\n")
    )
    .into_bytes()
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    files.sort();
    files
}
