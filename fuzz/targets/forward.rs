//! Any text may be a forward: what is unwrapped stands in it.
#![no_main]

use libfuzzer_sys::fuzz_target;
use quoin_core::intake::{BareBody, IntakeContext, read_body};

fuzz_target!(|text: &str| {
    let context = IntakeContext { treat_as_forward: true, ..IntakeContext::default() };
    let read = read_body(BareBody::Text(text), Some("Fwd: roof"), &context);
    if let Some(forward) = read.forward {
        let length = |text: &str| text.chars().filter(|character| !character.is_whitespace()).count();
        assert!(length(&forward.body) + length(&forward.preamble) <= length(text));
    }
});
