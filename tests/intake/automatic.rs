//! Answers of machines, and mails of people that resemble them.

use quoin_core::intake::{MailClass, read_mail};

use crate::{cases, owner};

#[test]
fn answers_of_machines_are_recognised() {
    let cases = cases::read("out-of-office.txt");
    for language in ["fr", "nl", "de", "en"] {
        assert!(cases.iter().filter(|case| case.name.starts_with(language)).count() >= 10);
    }
    for case in cases {
        let read = read_mail(case.block("mail").as_bytes(), &owner());
        assert_eq!(read.class, MailClass::AutoReply, "{}", case.name);
        assert!(!read.class_reason.is_empty(), "{}", case.name);
    }
}

#[test]
fn mails_of_people_are_left_alone() {
    for case in cases::read("personal.txt") {
        let read = read_mail(case.block("mail").as_bytes(), &owner());
        assert_eq!(read.class, MailClass::Personal, "{}: {}", case.name, read.class_reason);
    }
}
