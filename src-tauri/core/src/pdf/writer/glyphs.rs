//! Shaped glyphs as text operands.

use printpdf::Codepoint;

use crate::pdf::PdfError;
use crate::pdf::font::loaded;
use crate::pdf::layout::TextRun;

/// The pen may be off by so many thousandths of an em before it is set right.
const TOLERANCE: f32 = 2.0;

/// Glyphs that follow one another on one baseline.
pub struct Stretch {
    /// Left edge.
    pub x: f32,
    /// Baseline, from the top of the page.
    pub baseline: f32,
    /// The glyphs, with corrections of the pen.
    pub glyphs: Vec<Codepoint>,
}

/// Splits a run where a glyph is raised or shifted, and corrects the pen where printpdf's
/// whole widths have moved it away from the shaped positions.
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
                glyphs: Vec::new(),
            });
        }
        continues = !displaced;
        pen += (glyph.advance + run.tracking) * 1000.0;
        written += face.written_width(glyph.id);
        let off = written - pen;
        let correction = if off.abs() > TOLERANCE {
            off.round()
        } else {
            0.0
        };
        written -= correction;
        if let Some(stretch) = stretches.last_mut() {
            stretch.glyphs.push(Codepoint::with_cid(
                glyph.id,
                correction,
                glyph.text.to_string(),
            ));
        }
    }
    Ok(stretches)
}
