//! The text of whole documents, compared with what was looked at and found right.
//! `UPDATE_GOLDEN=1` writes the files anew; look at the difference before you keep it.

use std::fs;
use std::path::PathBuf;

use super::correspondence::{answer, mail, printed};
use super::file::poppler;
use super::*;

fn compare(name: &str, document: &QuoteDocument) {
    compare_pdf(name, &render(document).unwrap());
}

fn compare_pdf(name: &str, pdf: &[u8]) {
    let text = poppler("pdftotext", &["-layout", "-nopgbrk"], pdf);
    let lines = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    let text: String = lines.filter(|line| !line.is_empty()).map(|line| line + "\n").collect();
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/golden").join(name);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, &text).unwrap();
    }
    let expected = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    assert_eq!(text, expected, "{name} differs; see the head of this file");
}

#[test]
fn the_example_in_french() {
    compare("quote-fr.txt", &example_document());
}

#[test]
fn the_example_in_dutch() {
    compare("quote-nl.txt", &example_in(Language::Nl));
}

#[test]
fn the_example_in_german() {
    compare("quote-de.txt", &example_in(Language::De));
}

#[test]
fn the_example_in_english() {
    compare("quote-en.txt", &example_in(Language::En));
}

#[test]
fn a_draft_with_prices_that_include_vat() {
    let draft = QuoteDocument { number: None, prices: PriceMode::Gross, ..example_in(Language::Nl) };
    compare("draft-gross-nl.txt", &draft);
}

#[test]
fn printed_mails_in_every_language() {
    for language in Language::ALL {
        let pdf = render_correspondence(&printed(language, vec![mail(), answer()])).unwrap();
        compare_pdf(&format!("mails-{}.txt", language.code()), &pdf);
    }
}
