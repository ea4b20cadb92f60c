//! Mail from elsewhere: hands it to Postfix as another mail server would.

use std::io::{BufRead, BufReader, Write};
use std::net::TcpStream;

use super::MailServers;

impl MailServers {
    /// Hands a mail to Postfix as another mail server would, from anybody.
    pub fn receive(&self, from: &str, to: &str, mail: &[u8]) {
        let mut talk = BufReader::new(TcpStream::connect(("127.0.0.1", self.plain_smtp)).unwrap());
        expect(&mut talk, "220");
        let commands = [
            ("EHLO customer.example".to_owned(), "250"),
            (format!("MAIL FROM:<{from}>"), "250"),
            (format!("RCPT TO:<{to}>"), "250"),
            ("DATA".to_owned(), "354"),
        ];
        for (command, reply) in commands {
            talk.get_mut().write_all(format!("{command}\r\n").as_bytes()).unwrap();
            expect(&mut talk, reply);
        }
        let mut wire = Vec::with_capacity(mail.len());
        for line in mail.split_inclusive(|byte| *byte == b'\n') {
            if line.starts_with(b".") {
                wire.push(b'.');
            }
            wire.extend_from_slice(
                line.strip_suffix(b"\n").map_or(line, |l| l.strip_suffix(b"\r").unwrap_or(l)),
            );
            wire.extend_from_slice(b"\r\n");
        }
        wire.extend_from_slice(b".\r\n");
        talk.get_mut().write_all(&wire).unwrap();
        expect(&mut talk, "250");
    }
}

fn expect(talk: &mut BufReader<TcpStream>, code: &str) {
    loop {
        let mut line = String::new();
        talk.read_line(&mut line).unwrap();
        assert!(line.starts_with(code), "expected {code}, got {line}");
        if line.get(3..4) != Some("-") {
            return;
        }
    }
}
