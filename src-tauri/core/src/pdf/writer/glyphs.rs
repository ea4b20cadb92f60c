//! Shaped glyphs as text operands.

use printpdf::{Codepoint, TextItem};

use crate::pdf::PdfError;
use crate::pdf::font::{Glyph, GlyphText, LoadedFace, loaded};
use crate::pdf::layout::TextRun;

/// The pen may be off by so many thousandths of an em before it is set right: at most a
/// twentieth of a point in running text.
const TOLERANCE: f32 = 5.0;

/// Glyphs that follow one another on one baseline.
pub struct Stretch {
    /// Left edge.
    pub x: f32,
    /// Baseline, from the top of the page.
    pub baseline: f32,
    /// The glyphs, with corrections of the pen.
    pub items: Vec<TextItem>,
}

/// Splits a run where a glyph is raised or shifted, and corrects the pen where kerning and
/// printpdf's whole widths have moved it away from the shaped positions.
pub fn stretches(run: &TextRun) -> Result<Vec<Stretch>, PdfError> {
    let face = loaded(run.face)?;
    let mut stretches: Vec<Stretch> = Vec::new();
    let mut continues = false;
    // The shaped pen and the viewer's, in thousandths of an em from the run's left edge.
    let (mut pen, mut written) = (0.0_f32, 0.0_f32);
    for glyph in &run.glyphs {
        let displaced = glyph.rise != 0.0 || glyph.shift != 0.0;
        if displaced || !continues {
            written = pen;
            stretches.push(Stretch {
                x: run.x + (pen / 1000.0 + glyph.shift) * run.size,
                baseline: run.baseline - glyph.rise * run.size,
                items: Vec::new(),
            });
        }
        continues = !displaced;
        pen += (glyph.advance + run.tracking) * 1000.0;
        written += face.written_width(glyph.id);
        let off = written - pen;
        if let Some(Stretch { items, .. }) = stretches.last_mut() {
            push(face, glyph, items);
            if off.abs() > TOLERANCE {
                items.push(TextItem::Offset(off.round()));
                written -= off.round();
            }
        }
    }
    Ok(stretches)
}

/// Adds a glyph: as a character where printpdf finds the same glyph for it, which takes
/// less room in the file.
fn push(face: &LoadedFace, glyph: &Glyph, items: &mut Vec<TextItem>) {
    if let GlyphText::Character(character) = glyph.text
        && face.is_nominal(character, glyph.id)
    {
        match items.last_mut() {
            Some(TextItem::Text(text)) => text.push(character),
            _ => items.push(TextItem::Text(character.into())),
        }
        return;
    }
    let codepoint = Codepoint::with_cid(glyph.id, 0.0, glyph.text.to_string());
    match items.last_mut() {
        Some(TextItem::GlyphIds(glyphs)) => glyphs.push(codepoint),
        _ => items.push(TextItem::GlyphIds(vec![codepoint])),
    }
}
