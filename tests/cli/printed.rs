//! Mails are written as a document, for printing and for the file of a case.

use std::path::Path;

use crate::headless::{Headless, text_of_pdf};
use crate::letter::Letter;

fn asked() -> Headless {
    let place = Headless::company();
    place.drop_mail("1", Letter::from_sophie("Escalier").saying("Un escalier ?\n\nMerci"));
    place.done(&["sync"]);
    place
}

#[test]
fn the_mails_of_a_request_or_one_of_them_become_a_pdf() {
    let place = asked();
    let shown = place.json(&["requests", "show", "D-2026-0001"]);
    let message = shown["conversation"][0]["id"].as_str().unwrap();
    let (whole, one) = (place.path("whole.pdf"), place.path("one.pdf"));

    let written = place.json(&["requests", "print", "D-2026-0001", "--out", &whole, "--language", "nl"]);
    place.done(&["requests", "print", "D-2026-0001", "--message", message, "--out", &one]);

    assert_eq!(written["name"], "D-2026-0001 Escalier.pdf");
    assert_eq!(written["size"].as_u64(), Some(std::fs::metadata(&whole).unwrap().len()));
    if let Some(text) = text_of_pdf(Path::new(&whole)) {
        assert!(text.contains("Un escalier ?") && text.contains("Pagina 1 van 1"), "{text}");
    }
    if let Some(text) = text_of_pdf(Path::new(&one)) {
        assert!(text.contains("From") && text.contains("Un escalier ?"), "{text}");
    }
}

#[test]
fn a_message_of_another_request_and_a_request_without_mails_are_refused() {
    let place = asked();
    place.drop_mail("2", Letter::from_sophie("Porte").saying("Une porte ?"));
    place.done(&["sync"]);
    place.done(&["requests", "new", "--name", "Luc"]);
    let other = place.json(&["requests", "show", "D-2026-0002"])["conversation"][0]["id"].clone();
    let out = place.path("none.pdf");

    place.refused(&["requests", "print", "D-2026-0001", "--message", other.as_str().unwrap(), "--out", &out]);
    let refused = place.refused(&["requests", "print", "D-2026-0003", "--out", &out]);

    assert!(refused.contains("holds no mail"), "{refused}");
    assert!(!Path::new(&out).exists());
}
