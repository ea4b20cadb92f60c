//! What is found in the requests of many trades.

use quoin_core::intake::{BareBody, read_body};

use crate::{cases, owner};

#[test]
fn the_facts_of_a_request_are_found_with_their_words() {
    let cases = cases::read("requests.txt");
    assert!(cases.len() >= 30);
    for case in cases {
        let text = case.block("text");
        let read = read_body(BareBody::Text(text), None, &owner());
        let language = read.language.map(|language| language.code());
        assert_eq!(language, case.key("language"), "{}", case.name);
        for (kind, value) in case.keys_after("expect ") {
            let found = read.fields.iter().find(|field| field.kind == kind && field.value == value);
            let found =
                found.unwrap_or_else(|| panic!("{}: no {kind} {value:?} in {:#?}", case.name, read.fields));
            assert!(text.contains(&found.evidence), "{}: {:?} is not in the text", case.name, found.evidence);
        }
        for kind in ["name", "phone", "vat", "address", "budget"] {
            let expected = case.keys_after("expect ").filter(|(expected, _)| *expected == kind).count();
            let found = read.fields.iter().filter(|field| field.kind == kind).count();
            assert_eq!(found, expected, "{}: {kind} in {:#?}", case.name, read.fields);
        }
    }
}
