//! What was composed here is read again by another library.

use mail_parser::{MessageParser, MimeHeaders};
use proptest::prelude::*;

use super::tests::{mail, person};
use super::*;

fn files() -> impl Strategy<Value = Vec<OutgoingAttachment>> {
    let file = ("[^\\p{C}/\\\\]{1,90}", prop::collection::vec(any::<u8>(), 0..400));
    prop::collection::vec(file, 0..4).prop_map(|files| {
        let mime = "application/pdf".to_owned();
        files
            .into_iter()
            .map(|(name, bytes)| OutgoingAttachment { name, mime: mime.clone(), bytes })
            .collect()
    })
}

fn words() -> impl Strategy<Value = String> {
    // Without "=?": a subject that looks like an encoded word is one, to every mail program.
    "[^\\p{C}\\p{Z}=]{0,30}( [^\\p{C}\\p{Z}=]{1,30}){0,12}"
}

fn lines(text: &str) -> Vec<String> {
    text.replace("\r\n", "\n")
        .replace('\r', "\n")
        .trim_end_matches('\n')
        .split('\n')
        .map(str::to_owned)
        .collect()
}

proptest! {
    #[test]
    fn what_was_composed_is_read_again_by_another_library(
        subject in words(),
        name in words(),
        text in "[^\\x00]{0,300}",
        html in prop::option::of("[^\\x00]{0,200}"),
        files in files(),
    ) {
        let written = OutgoingMail {
            subject, html, attachments: files, text,
            to: vec![person(&name, "sophie@customer.example")],
            ..mail()
        };

        let wire = compose(&written).unwrap().bytes;
        let read = MessageParser::default().parse(&wire).unwrap();

        let clean = wire.is_ascii() && wire.windows(2).all(|w| (w[0] == b'\r') == (w[1] == b'\n'));
        prop_assert!(clean && wire.split(|b| *b == b'\n').all(|line| line.len() <= 999));
        prop_assert_eq!(read.subject().unwrap_or_default(), written.subject.trim());
        prop_assert_eq!(read.message_id(), Some(written.message_id.as_str()));
        let to = read.to().unwrap().first().unwrap();
        prop_assert_eq!(to.address(), Some("sophie@customer.example"));
        prop_assert_eq!(to.name().unwrap_or_default(), written.to[0].name.trim());
        prop_assert_eq!(lines(&read.body_text(0).unwrap()), lines(&written.text));
        if let Some(html) = &written.html {
            prop_assert_eq!(lines(&read.body_html(0).unwrap()), lines(html));
        }
        let got: Vec<_> = read.attachments()
            .map(|part| (part.attachment_name().unwrap_or_default().to_owned(), part.contents().to_vec()))
            .collect();
        let sent: Vec<_> = written.attachments.iter()
            .map(|file| (file.name.clone(), file.bytes.clone()))
            .collect();
        prop_assert_eq!(got, sent);
    }
}
