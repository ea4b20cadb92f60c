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
        for tag in tags(&lower) {
            assert!(!tag.contains(" href=\"javascript:") && !tag.contains(" src=\"http"), "{tag} in {safe}");
        }
    }
});

/// What stands between the brackets of each tag; the same words in the text are only words.
fn tags(html: &str) -> impl Iterator<Item = &str> {
    html.split('<').skip(1).map(|tag| {
        let mut is_quoted = false;
        let end = tag.find(|mark| {
            is_quoted ^= mark == '"';
            mark == '>' && !is_quoted
        });
        &tag[..end.unwrap_or(tag.len())]
    })
}
