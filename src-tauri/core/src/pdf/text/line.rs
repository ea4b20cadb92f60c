//! A shaped line and where it stands.

use super::Style;
use crate::pdf::PdfError;
use crate::pdf::font::Glyph;
use crate::pdf::layout::TextRun;

/// Inter's ascent above and descent below the baseline, in em (hhea table).
const ASCENT: f32 = 1984.0 / 2048.0;
const DESCENT: f32 = 494.0 / 2048.0;

/// One shaped line.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    pub(super) glyphs: Vec<Glyph>,
    pub(super) style: Style,
    /// Width in points; a space at the break after it is not counted.
    pub width: f32,
}

impl Line {
    /// A line of glyphs, all of which count.
    pub(super) fn new(glyphs: Vec<Glyph>, style: Style) -> Self {
        let width = style.width(&glyphs);
        Self { glyphs, style, width }
    }

    /// Distance to the baseline of the next line.
    pub const fn leading(&self) -> f32 {
        self.style.leading
    }

    /// The line with a space after it that is not counted: it parts a label from its value
    /// when the text is read aloud.
    ///
    /// # Errors
    /// [`PdfError::Font`].
    pub fn with_space(mut self) -> Result<Self, PdfError> {
        self.glyphs.extend(self.style.shape(" ")?);
        Ok(self)
    }

    /// The line at a place: `top` is the top of its leading.
    pub fn at(&self, x: f32, top: f32) -> TextRun {
        let Style { face, size, baseline_of, leading, colour, tracking, .. } = self.style;
        let baseline = top + (leading - (ASCENT + DESCENT) * baseline_of) / 2.0 + ASCENT * baseline_of;
        TextRun { x, baseline, face, size, colour, tracking, glyphs: self.glyphs.clone() }
    }

    /// The line ending at a place.
    pub fn ending_at(&self, right: f32, top: f32) -> TextRun {
        self.at(right - self.width, top)
    }
}
