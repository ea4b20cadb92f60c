//! Any bytes are a mail: reading them never panics, and what comes out can be shown.
#![no_main]

use libfuzzer_sys::fuzz_target;
use quoin_core::intake::{Inspection, IntakeContext, read_mail};

fuzz_target!(|mail: &[u8]| {
    let context = IntakeContext { any_sender_is_owner: true, ..IntakeContext::default() };
    let read = read_mail(mail, &context);
    for file in &read.attachments {
        assert!(!file.name.is_empty() && !file.name.contains(['/', '\\', '\0', '\n', '\r']), "{:?}", file.name);
    }
    let shown = [&read.subject, &read.requester.name, &read.requester.address];
    assert!(shown.iter().all(|line| !line.contains(['\n', '\r', '\0'])));
    assert!(serde_json::to_vec(&Inspection::new(None, &read)).is_ok());
});
