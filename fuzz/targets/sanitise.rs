//! Any text may be HTML: sanitised, it holds nothing that runs or loads, nor does what a browser makes of
//! the result.
#![no_main]

use libfuzzer_sys::fuzz_target;
use quoin_core::intake::sanitise_html;

const FORBIDDEN: [&str; 11] = [
    "<script", "<style", "<svg", "<math", "<form", "<iframe", "<object", "<embed", "<link", "<meta", "<base",
];

fuzz_target!(|html: &str| {
    let safe = sanitise_html(html);
    for safe in [sanitise_html(&safe), safe] {
        let lower = safe.to_ascii_lowercase();
        for tag in FORBIDDEN {
            assert!(!lower.contains(tag), "{tag} in {safe}");
        }
        assert!(!lower.contains("href=\"javascript:") && !lower.contains("src=\"http"), "{safe}");
    }
});
