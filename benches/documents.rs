//! A quote becomes a PDF.

use divan::Bencher;
use quoin_core::pdf::{self, QuoteDocument};

/// The example of the contract, its lines repeated until there are 30.
fn thirty_lines() -> QuoteDocument {
    let mut document: QuoteDocument = serde_json::from_value(pdf::example()).expect("the example is a quote");
    let lines = document.lines.clone();
    document.lines = lines.into_iter().cycle().take(30).collect();
    document
}

/// Laying out alone, without writing: what the PDF's own encoding adds is the difference.
#[divan::bench]
fn lay_out_30_lines(bencher: Bencher) {
    let document = thirty_lines();
    bencher.bench_local(|| pdf::lay_out(&document).expect("a layout").pages.len());
}

/// The whole document: layout, fonts subset, tags, compression.
#[divan::bench]
fn render_30_lines(bencher: Bencher) {
    let document = thirty_lines();
    bencher.bench_local(|| pdf::render(&document).expect("a document").len());
}
