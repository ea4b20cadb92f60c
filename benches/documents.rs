//! A quote becomes a PDF.

use divan::Bencher;
use printpdf::{
    Mm, Op, ParsedFont, PdfDocument, PdfFontHandle, PdfPage, PdfSaveOptions, Pt, TextItem, TextMatrix,
};
use quoin_core::pdf::layout::Mark;
use quoin_core::pdf::{self, QuoteDocument};

const FONT: &[u8] = include_bytes!("../src-tauri/core/fonts/Inter-Regular.ttf");

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

/// The peer: as many pieces of text on as many pages by printpdf alone, in one face.
#[divan::bench]
fn bare_printpdf_of_as_many_texts(bencher: Bencher) {
    let layout = pdf::lay_out(&thirty_lines()).expect("a layout");
    let is_text = |mark: &&Mark| matches!(mark, Mark::Text(_));
    let texts = layout
        .pages
        .iter()
        .map(|page| page.blocks.iter().flat_map(|block| &block.marks).filter(is_text).count());
    let texts: Vec<usize> = texts.collect();
    bencher.bench_local(|| {
        let mut document = PdfDocument::new("Peer");
        let font = ParsedFont::from_bytes(FONT, 0, &mut Vec::new()).expect("a font");
        let font = PdfFontHandle::External(document.add_font(&font));
        let pages = texts.iter().map(|count| PdfPage::new(Mm(210.0), Mm(297.0), lines(*count, &font)));
        let pages: Vec<PdfPage> = pages.collect();
        document.with_pages(pages).save(&PdfSaveOptions::default(), &mut Vec::new()).len()
    });
}

fn lines(count: usize, font: &PdfFontHandle) -> Vec<Op> {
    let mut operations = vec![Op::StartTextSection, Op::SetFont { font: font.clone(), size: Pt(9.0) }];
    for number in 0..count {
        let position = TextMatrix::Translate(Pt(40.0), Pt(800.0 - number as f32 * 4.0));
        operations.push(Op::SetTextMatrix { matrix: position });
        let items = vec![TextItem::Text(format!("Fourniture et pose {number}"))];
        operations.push(Op::ShowText { items });
    }
    operations.push(Op::EndTextSection);
    operations
}
