//! Mails of web forms.

use quoin_core::intake::{MailClass, RequesterSource, read_mail};

use crate::{cases, owner};

#[test]
fn who_filled_in_the_form_is_the_requester() {
    let cases = cases::read("forms.txt");
    assert!(cases.len() >= 12);
    for case in cases {
        let read = read_mail(case.block("mail").as_bytes(), &owner());
        assert_eq!(read.requester.address, case.key("address").unwrap(), "{}", case.name);
        assert_eq!(read.requester.name, case.key("name").unwrap(), "{}", case.name);
        assert_eq!(read.requester.source, RequesterSource::Form, "{}", case.name);
        assert_eq!(read.class, MailClass::Personal, "{}", case.name);
        for (kind, value) in case.keys_after("expect ") {
            let found = read.fields.iter().any(|field| field.kind == kind && field.value == value);
            assert!(found, "{}: no {kind} {value:?} in {:#?}", case.name, read.fields);
        }
    }
}
