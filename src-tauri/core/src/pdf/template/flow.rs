//! Pages filled from top to bottom.

use super::measures::{MM, TOP};
use super::piece::Piece;
use crate::pdf::layout::{Layout, Mark, Page, Role};
use crate::pdf::text::Line;

/// Where the next thing goes.
pub struct Flow {
    full: Vec<Page>,
    page: Page,
    y: f32,
    floor: f32,
    running_head: Piece,
}

impl Flow {
    /// An empty first page. `running_head` stands on every following one; nothing is placed
    /// below `floor`.
    pub fn new(running_head: Piece, floor: f32) -> Self {
        Self { full: Vec::new(), page: Page::default(), y: TOP, floor, running_head }
    }

    /// Height left on this page.
    pub fn room(&self) -> f32 {
        self.floor - self.y
    }

    /// Height of a following page.
    pub fn fresh_room(&self) -> f32 {
        self.floor - self.fresh_top()
    }

    /// How many pages are begun.
    pub fn pages(&self) -> usize {
        self.full.len() + 1
    }

    /// Whether something could not be shown, because its face has no form for it.
    pub fn lacks_glyphs(&self) -> bool {
        let blocks = self.full.iter().chain([&self.page]).flat_map(|page| &page.blocks);
        let mut marks = blocks.flat_map(|block| &block.marks);
        marks.any(|mark| matches!(mark, Mark::Text(run) if run.glyphs.iter().any(|glyph| glyph.id == 0)))
    }

    /// Whether this page holds nothing but its running head.
    pub fn is_fresh(&self) -> bool {
        !self.full.is_empty() && self.y <= self.fresh_top()
    }

    /// Leaves a space, but not at the top of a page.
    pub fn space(&mut self, height: f32) {
        if !self.is_fresh() {
            self.y += height;
        }
    }

    /// Places a piece here, whether it fits or not.
    pub fn place(&mut self, piece: Piece) {
        let y = self.y;
        self.y += piece.height;
        let blocks = piece.blocks.into_iter().map(|block| block.moved_down(y));
        self.page.blocks.extend(blocks);
    }

    /// Places a piece after a space, on the next page if this one has no room for it and for
    /// `below`, what must not stand alone on a page after it.
    pub fn place_whole(&mut self, space: f32, piece: Piece, below: f32) {
        let together = piece.height + below;
        let needed = if together <= self.fresh_room() { together } else { piece.height };
        if needed + space > self.room() && !self.is_fresh() {
            self.next_page();
        }
        self.space(space);
        self.place(piece);
    }

    /// Places a piece so that it ends at the floor.
    pub fn place_at_floor(&mut self, piece: Piece) {
        self.y = self.floor - piece.height;
        self.place(piece);
    }

    /// Places lines, on as many pages as they need; never fewer than two of a text alone on
    /// either side of a break.
    pub fn place_lines(&mut self, role: &Role, lines: &[Line], x: f32) {
        let mut rest = lines;
        while let Some(first) = rest.first() {
            let leading = first.leading();
            let mut count = rest.len().min((self.room() / leading).max(0.0) as usize);
            if rest.len() - count == 1 {
                count = count.saturating_sub(1);
            }
            if count < rest.len().min(2) && !self.is_fresh() {
                self.next_page();
                continue;
            }
            let (here, following) = rest.split_at(count.max(1));
            let mut piece = Piece::default();
            piece.height = piece.add_lines(role.clone(), here, x, 0.0);
            self.place(piece);
            rest = following;
            if !rest.is_empty() {
                self.next_page();
            }
        }
    }

    /// Begins the next page.
    pub fn next_page(&mut self) {
        self.full.push(std::mem::take(&mut self.page));
        self.y = TOP;
        self.place(self.running_head.clone());
    }

    /// The pages.
    pub fn into_layout(mut self) -> Layout {
        self.full.push(self.page);
        Layout { pages: self.full }
    }

    fn fresh_top(&self) -> f32 {
        TOP + self.running_head.height
    }
}

/// Space between the running head and what follows.
pub const BELOW_RUNNING_HEAD: f32 = 6.0 * MM;
