//! Any text may be an answer: taken apart, nothing of it is lost and nothing is added.
#![no_main]

use libfuzzer_sys::fuzz_target;
use quoin_core::intake::{BareBody, IntakeContext, MAX_TEXT_BYTES, read_body};

fuzz_target!(|text: &str| {
    if text.len() > MAX_TEXT_BYTES {
        return;
    }
    let read = read_body(BareBody::Text(text), Some("Re: roof"), &IntakeContext::default());
    // The marks of empty quoted lines say nothing.
    let is_written = |character: &char| !character.is_whitespace() && *character != '>';
    let length = |text: &str| text.chars().filter(is_written).count();
    let parts = length(&read.reply.text) + length(&read.reply.quoted) + length(&read.reply.signature);
    assert_eq!(parts, length(&read.text), "{:?}", read.reply);
});
