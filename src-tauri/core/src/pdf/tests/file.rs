//! The bytes of the PDF, as other programs read them.

use std::io::Write as _;
use std::process::Command;

use super::*;

/// What a program of poppler says about a PDF. They are required: `apt install poppler-utils`.
pub fn poppler(program: &str, arguments: &[&str], pdf: &[u8]) -> String {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(pdf).unwrap();
    let mut command = Command::new(program);
    command.args(arguments).arg(file.path());
    if program == "pdftotext" {
        command.arg("-");
    }
    let output =
        command.output().unwrap_or_else(|error| panic!("{program} (poppler-utils) is needed: {error}"));
    let complaints = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && complaints.is_empty(), "{program}: {complaints}");
    String::from_utf8(output.stdout).unwrap()
}

pub fn png(width: u32, height: u32) -> Vec<u8> {
    let image = image::RgbaImage::from_fn(width, height, |x, y| {
        image::Rgba([29, (x % 256) as u8, 53, (y % 256) as u8])
    });
    let mut file = std::io::Cursor::new(Vec::new());
    image.write_to(&mut file, image::ImageFormat::Png).unwrap();
    file.into_inner()
}

#[test]
fn the_same_quote_gives_the_same_bytes() {
    let mut document = example_document();
    document.company.logo = Some(png(64, 64));
    assert_eq!(render(&document).unwrap(), render(&document).unwrap());
}

#[test]
fn every_letter_can_be_copied_out_again() {
    let mut document = example_document();
    let words = "Façade 12\u{a0}m² 5\u{a0}€ « cœur » – Łódź ŝi Ünal naïve ½ £ 90×140 № Ω Привет Ελλάδα l’été";
    document.title = words.into();
    let text = poppler("pdftotext", &["-layout"], &render(&document).unwrap());
    for word in words.split_whitespace() {
        assert!(text.contains(word), "{word} in {text}");
    }
}

#[test]
fn a_decomposed_accent_is_extracted_as_one_letter() {
    let mut document = example_document();
    document.title = "Re\u{301}novation de\u{301}taille\u{301}e".into();
    let text = poppler("pdftotext", &[], &render(&document).unwrap());
    assert!(text.contains("Rénovation détaillée"), "{text}");
}

#[test]
fn a_page_is_small_and_its_fonts_are_subset_and_embedded() {
    let document = QuoteDocument { lines: plain_lines(3), ..example_document() };
    let pdf = render(&document).unwrap();
    assert!(pdf.len() < 60_000, "{} bytes", pdf.len());
    let fonts = poppler("pdffonts", &[], &pdf);
    let fonts: Vec<&str> = fonts.lines().skip(2).collect();
    assert_eq!(fonts.len(), 4, "an unused face is left out: {fonts:?}");
    assert!(fonts.iter().all(|font| font.starts_with("QUOIN") && font.contains("yes yes yes")), "{fonts:?}");
}

#[test]
fn the_file_says_what_it_is() {
    let pdf = render(&example_document()).unwrap();
    let info = poppler("pdfinfo", &["-isodates"], &pdf);
    for line in [
        "Title:           Offre 2026-0083, version 1: Nouvelle cuisine et arrière-cuisine",
        "Author:          Atelier Noirhomme",
        "CreationDate:    2026-11-20T00:00:00Z",
        "Tagged:          yes",
        "Pages:           2",
        "Page size:       595.276 x 841.89 pts (A4)",
    ] {
        assert!(info.contains(line), "{line} in {info}");
    }
}

#[test]
fn the_structure_reads_in_order() {
    let pdf = render(&example_document()).unwrap();
    let structure = poppler("pdfinfo", &["-struct-text"], &pdf);
    let mut rest = structure.as_str();
    for expected in [
        "Document",
        "H1",
        "\"Offre\"",
        "H2",
        "Table",
        "TR",
        "TH",
        "\"Description\"",
        "TD",
        "\"A1\"",
        "Figure",
        "H2",
    ] {
        let found = rest.find(expected).unwrap_or_else(|| panic!("{expected} in {structure}"));
        rest = &rest[found + expected.len()..];
    }
    assert!(!structure.contains("À reporter"), "sums carried over are not read aloud");
}

#[test]
fn a_logo_is_embedded_with_its_transparency() {
    let mut document = example_document();
    document.company.logo = Some(png(600, 600));
    let pdf = render(&document).unwrap();
    let images = poppler("pdfimages", &["-list"], &pdf);
    assert!(images.contains("image     296   296  rgb"), "{images}");
    assert!(images.contains("smask     296   296  gray"), "{images}");
}

#[test]
fn a_logo_that_is_no_picture_is_an_error_of_its_own() {
    let mut document = example_document();
    document.company.logo = Some(b"%PDF-1.4 not a picture".to_vec());
    assert_eq!(render(&document), Err(PdfError::LogoUnreadable));
}

#[test]
fn lines_that_cannot_be_added_up_are_an_error_of_their_own() {
    let mut document = example_document();
    let mut absurd = item("Absurd");
    absurd.discount = BasisPoints(20_000);
    document.lines = vec![QuoteLine::Item(absurd)];
    let expected = crate::quote::totals::TotalsError::LineDiscountAboveWhole { line: 0 };
    assert_eq!(render(&document), Err(PdfError::Totals(expected)));
}

#[test]
fn hundreds_of_lines_are_written() {
    let pdf = render(&with_lines(plain_lines(300))).unwrap();
    let info = poppler("pdfinfo", &[], &pdf);
    assert!(info.contains("Pages:           13"), "{info}");
    let text = poppler("pdftotext", &["-layout"], &pdf);
    assert!((1..=300).all(|number| text.contains(&format!("Line {number}."))));
}

#[test]
fn text_is_data_and_cannot_write_operators() {
    let mut document = example_document();
    document.title = ") Tj ET /Artifact BMC (\\".into();
    document.company.name = "<script>&\u{0}".into();
    let pdf = render(&document).unwrap();
    let text = poppler("pdftotext", &["-layout"], &pdf);
    assert!(text.contains(") Tj ET /Artifact BMC (\\"), "{text}");
}
