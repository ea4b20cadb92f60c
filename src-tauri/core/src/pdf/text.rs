//! Lines of text: shaping, measuring and breaking.

use super::PdfError;
use super::font::{Face, Forms, Glyph, GlyphText, loaded};
use super::layout::Colour;
pub use line::Line;

use breaks::{SOFT_HYPHEN, pieces, printable};

mod breaks;
mod line;

#[cfg(test)]
mod tests;

/// How text looks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Style {
    /// Face.
    pub face: Face,
    /// Size in points.
    pub size: f32,
    /// Size whose baseline the text stands on: the larger one where it was made smaller to fit.
    pub baseline_of: f32,
    /// Distance from baseline to baseline in points.
    pub leading: f32,
    /// Colour.
    pub colour: Colour,
    /// Space added after each glyph, in em.
    pub tracking: f32,
    /// Which forms of figures and letters.
    pub forms: Forms,
}

impl Style {
    /// A style of a face in a size, in ink.
    pub const fn of(face: Face, size: f32, leading: f32) -> Self {
        Self {
            face,
            size,
            baseline_of: size,
            leading,
            colour: Colour::Ink,
            tracking: 0.0,
            forms: Forms::Text,
        }
    }

    /// The same in another colour.
    pub const fn in_colour(self, colour: Colour) -> Self {
        Self { colour, ..self }
    }

    /// The same with its glyphs further apart, or closer.
    pub const fn tracked(self, tracking: f32) -> Self {
        Self { tracking, ..self }
    }

    /// The same with figures of one width.
    pub const fn tabular(self) -> Self {
        Self { forms: Forms::Tabular, ..self }
    }

    /// The same with forms that cannot be mistaken.
    pub const fn unmistakable(self) -> Self {
        Self { forms: Forms::Unmistakable, ..self }
    }

    /// One line, whatever its width. Line breaks become spaces.
    ///
    /// # Errors
    /// [`PdfError::Font`].
    pub fn line(self, text: &str) -> Result<Line, PdfError> {
        Ok(Line::new(self.shape(&printable(text).replace('\n', " "))?, self))
    }

    /// One line in a size at which it is no wider than `width`.
    ///
    /// # Errors
    /// [`PdfError::Font`].
    pub fn line_within(self, text: &str, width: f32) -> Result<Line, PdfError> {
        let line = self.line(text)?;
        if line.width <= width {
            return Ok(line);
        }
        let smaller = Self { size: self.size * width / line.width, ..self };
        Ok(Line::new(line.glyphs, smaller))
    }

    /// The same, so much smaller that the longest word of a text is no wider than `width`; never smaller
    /// than `least` points.
    ///
    /// # Errors
    /// [`PdfError::Font`].
    pub fn fitting_words(self, text: &str, width: f32, least: f32) -> Result<Self, PdfError> {
        let mut widest = 0.0_f32;
        for word in printable(text).split_whitespace() {
            widest = widest.max(self.line(word)?.width);
        }
        if widest <= width {
            return Ok(self);
        }
        // A hair smaller than it needs, so that rounding does not break the word after all.
        let size = self.size * width / widest * 0.999;
        Ok(Self { size: size.max(least.min(self.size)), ..self })
    }

    /// One line no wider than `width`, cut with an ellipsis if it must be.
    ///
    /// # Errors
    /// [`PdfError::Font`].
    pub fn line_cut(self, text: &str, width: f32) -> Result<Line, PdfError> {
        let line = self.line(text)?;
        if line.width <= width {
            return Ok(line);
        }
        let ellipsis = self.shape("…")?;
        let mut room = width - self.width(&ellipsis);
        let kept = line.glyphs.iter().take_while(|glyph| {
            room -= self.width(std::slice::from_ref(glyph));
            room >= 0.0
        });
        let kept: Vec<Glyph> = kept.cloned().collect();
        let glyphs = without_trailing_spaces(&kept).iter().cloned().chain(ellipsis).collect();
        Ok(Line::new(glyphs, self))
    }

    /// Lines no wider than `width`: broken at spaces, after hyphens and at soft hyphens, and
    /// inside a word that is wider than a line. The text's own line breaks are kept.
    ///
    /// # Errors
    /// [`PdfError::Font`].
    pub fn lines(self, text: &str, width: f32) -> Result<Vec<Line>, PdfError> {
        let mut lines: Vec<Line> = Vec::new();
        for paragraph in printable(text).trim_end().split('\n') {
            if let Some(last) = lines.pop() {
                lines.push(last.with_space()?);
            }
            self.break_paragraph(paragraph.trim_end(), width, &mut lines)?;
        }
        Ok(lines)
    }

    fn shape(self, text: &str) -> Result<Vec<Glyph>, PdfError> {
        Ok(loaded(self.face)?.shape(text, self.forms))
    }

    fn break_paragraph(self, text: &str, width: f32, lines: &mut Vec<Line>) -> Result<(), PdfError> {
        let shaped = self.shape(text)?;
        let mut rest = shaped.as_slice();
        let mut line: Vec<Glyph> = Vec::new();
        let mut line_width = 0.0;
        for (start, end) in pieces(text) {
            let count = rest.iter().take_while(|glyph| (glyph.cluster as usize) < end).count();
            let (piece, following) = rest.split_at(count);
            rest = following;
            if !line.is_empty() && line_width + self.width(without_trailing_spaces(piece)) > width {
                lines.push(self.ended(&line, &text[..start])?);
                line.clear();
                line_width = 0.0;
            }
            for glyph in piece {
                let advance = self.width(std::slice::from_ref(glyph));
                if !line.is_empty() && !is_space(glyph) && line_width + advance > width {
                    lines.push(Line::new(std::mem::take(&mut line), self));
                    line_width = 0.0;
                }
                line_width += advance;
                line.push(glyph.clone());
            }
        }
        lines.push(Line::new(without_trailing_spaces(&line).to_vec(), self));
        Ok(())
    }

    /// A line that ends at a break after `before`: with a hyphen if that was a soft one, else
    /// with the space that parts its last word from the next when the text is read aloud.
    fn ended(self, glyphs: &[Glyph], before: &str) -> Result<Line, PdfError> {
        let words = without_trailing_spaces(glyphs);
        let mut glyphs = words.to_vec();
        if before.ends_with(SOFT_HYPHEN) {
            glyphs.extend(self.shape("-")?);
            return Ok(Line::new(glyphs, self));
        }
        let width = self.width(words);
        if before.ends_with(' ') {
            glyphs.extend(self.shape(" ")?);
        }
        Ok(Line { glyphs, style: self, width })
    }

    fn width(self, glyphs: &[Glyph]) -> f32 {
        glyphs.iter().map(|glyph| glyph.advance + self.tracking).sum::<f32>() * self.size
    }
}

fn is_space(glyph: &Glyph) -> bool {
    glyph.text == GlyphText::Character(' ')
}

fn without_trailing_spaces(glyphs: &[Glyph]) -> &[Glyph] {
    let kept = glyphs.iter().rposition(|glyph| !is_space(glyph)).map_or(0, |last| last + 1);
    &glyphs[..kept]
}
