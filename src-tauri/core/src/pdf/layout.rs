//! What stands where on the pages of a document, before any PDF: blocks in reading order,
//! made of marks. Positions and sizes are points from the page's top left corner.

use super::font::{Face, Glyph, GlyphText};

/// Width of A4.
pub const PAGE_WIDTH: f32 = 595.276;
/// Height of A4.
pub const PAGE_HEIGHT: f32 = 841.89;

/// The pages of a document.
#[derive(Debug, Clone, PartialEq)]
pub struct Layout {
    /// The pages, in order.
    pub pages: Vec<Page>,
}

/// One A4 page.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Page {
    /// What stands on it, in reading order.
    pub blocks: Vec<Block>,
}

/// Marks that belong together and have one meaning.
#[derive(Debug, Clone, PartialEq)]
pub struct Block {
    /// What the block is, for assistive technology.
    pub role: Role,
    /// What is drawn.
    pub marks: Vec<Mark>,
}

/// What a block is (ISO 32000-1 §14.8.4).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Role {
    /// Of no meaning when read aloud: rules, running heads, page numbers.
    Artifact,
    /// The document's title.
    Title,
    /// A heading within it.
    Heading,
    /// Running text.
    Paragraph,
    /// A picture, with the words for those who do not see it.
    Figure(String),
    /// A cell of a table.
    Cell(Cell),
}

/// A place in a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell {
    /// Which table.
    pub table: Table,
    /// Row, from zero, over all pages.
    pub row: usize,
    /// Column, from zero.
    pub column: usize,
    /// Whether it heads a column.
    pub heads: bool,
}

/// The tables of a quote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Table {
    /// The lines.
    Lines,
    /// VAT per rate.
    Vat,
}

/// Something drawn.
#[derive(Debug, Clone, PartialEq)]
pub enum Mark {
    /// Text on one line.
    Text(TextRun),
    /// A straight line.
    Rule(Rule),
    /// The outline of a box.
    Frame(Frame),
    /// A picture, by its place among the document's pictures.
    Picture(usize, Area),
    /// Filled squares of a QR code.
    Modules(Modules),
}

/// Text on one line in one style.
#[derive(Debug, Clone, PartialEq)]
pub struct TextRun {
    /// Left edge.
    pub x: f32,
    /// Baseline.
    pub baseline: f32,
    /// Face.
    pub face: Face,
    /// Size.
    pub size: f32,
    /// Colour.
    pub colour: Colour,
    /// Space added after each glyph, in em.
    pub tracking: f32,
    /// The shaped text.
    pub glyphs: Vec<Glyph>,
}

/// A straight line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rule {
    /// Left end.
    pub x: f32,
    /// Height on the page of its middle.
    pub y: f32,
    /// Length.
    pub length: f32,
    /// Thickness.
    pub thickness: f32,
    /// Colour.
    pub colour: Colour,
    /// Whether it is dashed.
    pub dashed: bool,
}

/// The outline of a box with rounded corners.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Frame {
    /// Middle of the outline.
    pub area: Area,
    /// Thickness of the outline.
    pub thickness: f32,
    /// Radius of the corners.
    pub radius: f32,
}

/// A rectangle.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Area {
    /// Left edge.
    pub x: f32,
    /// Top edge.
    pub y: f32,
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
}

/// The dark squares of a QR code.
#[derive(Debug, Clone, PartialEq)]
pub struct Modules {
    /// The square it fills, without the quiet zone.
    pub area: Area,
    /// Squares per side.
    pub per_side: usize,
    /// Row by row, whether a square is dark.
    pub dark: Vec<bool>,
}

/// The colours of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Colour {
    /// Titles, text and amounts.
    Ink,
    /// Terms.
    Soft,
    /// Labels and details.
    Quiet,
    /// Hairlines.
    Hairline,
}

impl Colour {
    /// Red, green and blue, 0 to 255.
    pub const fn rgb(self) -> [u8; 3] {
        match self {
            Self::Ink => [0x14, 0x19, 0x1f],
            Self::Soft => [0x2b, 0x34, 0x3d],
            Self::Quiet => [0x4b, 0x57, 0x63],
            Self::Hairline => [0xcb, 0xd2, 0xd9],
        }
    }
}

impl TextRun {
    /// Its width, without a space at its end.
    pub fn width(&self) -> f32 {
        let ends_in_space =
            matches!(self.glyphs.last(), Some(last) if last.text == GlyphText::Character(' '));
        let visible = self.glyphs.len() - usize::from(ends_in_space);
        self.glyphs[..visible].iter().map(|glyph| glyph.advance + self.tracking).sum::<f32>() * self.size
    }

    /// Its text, as it will be extracted.
    pub fn text(&self) -> String {
        self.glyphs.iter().map(|glyph| glyph.text.to_string()).collect()
    }
}

impl Mark {
    fn moved_down(&mut self, by: f32) {
        match self {
            Self::Text(run) => run.baseline += by,
            Self::Rule(rule) => rule.y += by,
            Self::Frame(frame) => frame.area.y += by,
            Self::Picture(_, area) => area.y += by,
            Self::Modules(modules) => modules.area.y += by,
        }
    }
}

impl Block {
    /// The block further down by some points.
    #[must_use]
    pub fn moved_down(mut self, by: f32) -> Self {
        self.marks.iter_mut().for_each(|mark| mark.moved_down(by));
        self
    }

    /// Its texts, run by run.
    pub fn texts(&self) -> impl Iterator<Item = String> {
        self.marks.iter().filter_map(|mark| match mark {
            Mark::Text(run) => Some(run.text()),
            _ => None,
        })
    }
}

impl Page {
    /// Its texts, run by run, in reading order.
    pub fn texts(&self) -> impl Iterator<Item = String> {
        self.blocks.iter().flat_map(Block::texts)
    }
}
