//! A layout as PDF: printpdf writes pages and fonts, lopdf adds what it lacks (structure,
//! language, metadata, a fixed identity).

use printpdf::{
    FontId, Mm, PdfDocument, PdfFont, PdfPage, PdfParseErrorSeverity, PdfSaveOptions, PdfWarnMsg,
};

use super::PdfError;
use super::font::{Face, loaded};
use super::layout::{Layout, Mark};
use super::particulars::Particulars;
use super::picture::Picture;

mod content;
mod finish;
mod glyphs;
mod path;
mod picture;
mod structure;

/// The bytes of a laid-out document. They depend on nothing but the arguments.
pub fn write<'a>(
    particulars: &Particulars,
    layout: &Layout,
    pictures: impl IntoIterator<Item = &'a Picture>,
) -> Result<Vec<u8>, PdfError> {
    let mut pdf = PdfDocument::new(&particulars.title);
    for face in Face::ALL.into_iter().filter(|face| uses(layout, *face)) {
        let font = PdfFont::new(loaded(face)?.embeddable().clone());
        pdf.resources.fonts.map.insert(font_id(face), font);
    }
    for (number, picture) in pictures.into_iter().enumerate() {
        pdf.resources.xobjects.map.insert(picture::id(number), picture::object(picture));
    }
    for page in &layout.pages {
        pdf.pages.push(PdfPage::new(Mm(210.0), Mm(297.0), content::operations(page)?));
    }
    let options = PdfSaveOptions { optimize: true, subset_fonts: true, ..PdfSaveOptions::default() };
    let mut warnings = Vec::new();
    let file = pdf.to_lopdf_document(&options, &mut warnings);
    refuse_errors(&warnings)?;
    finish::finish(file, particulars, layout)
}

fn uses(layout: &Layout, face: Face) -> bool {
    let marks = layout.pages.iter().flat_map(|page| &page.blocks).flat_map(|block| &block.marks);
    marks.into_iter().any(|mark| matches!(mark, Mark::Text(run) if run.face == face))
}

/// The name of a face in the file: printpdf makes the tag of a subset (ISO 32000-1 §9.6.4)
/// of its first six letters.
fn font_id(face: Face) -> FontId {
    let name = match face {
        Face::Regular => "QUOINR",
        Face::Medium => "QUOINM",
        Face::SemiBold => "QUOINS",
        Face::Italic => "QUOINI",
        Face::Display => "QUOIND",
    };
    FontId(name.to_owned())
}

fn refuse_errors(warnings: &[PdfWarnMsg]) -> Result<(), PdfError> {
    match warnings.iter().find(|warning| warning.severity == PdfParseErrorSeverity::Error) {
        Some(error) => Err(PdfError::Writer(error.msg.clone())),
        None => Ok(()),
    }
}
