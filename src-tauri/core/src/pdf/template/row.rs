//! A row of the table of lines: what stands where in it, whole or in parts.

use std::ops::Range;

use super::columns::Columns;
use super::measures::{HAIRLINE, LEFT, MM, SECTION_RULE, WIDTH};
use super::piece::Piece;
use crate::money::Money;
use crate::pdf::layout::{Block, Cell, Colour, Mark, Role, Rule, Table, TextRun};
use crate::pdf::text::Line;

/// What a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Title of a section.
    Section,
    /// A priced line.
    Item,
    /// A priced line outside the totals.
    Option,
    /// A remark.
    Remark,
    /// Sum of a section.
    Subtotal,
}

/// A row: what stands at its head, and lines below it that may continue on another page.
#[derive(Debug, Clone)]
pub struct Row {
    /// What it is.
    pub kind: Kind,
    /// What stands at its head; tops count from below its padding.
    pub head: Vec<Block>,
    /// Height of all that stands at its head.
    pub head_height: f32,
    /// Where the details begin at its head.
    pub details_top: f32,
    /// Lines that may be split over pages.
    pub details: Vec<Line>,
    /// Its place in the table.
    pub number: usize,
    /// Sum of the lines up to and including this row; `None` as long as none has an amount.
    pub carried: Option<Money>,
}

impl Kind {
    /// Space above the row's text.
    const fn padding_above(self) -> f32 {
        if matches!(self, Self::Section) { 4.0 * MM } else { PADDING }
    }

    /// Thickness of the rule below.
    const fn rule_below(self) -> f32 {
        match self {
            Self::Section => SECTION_RULE,
            Self::Item | Self::Option | Self::Remark => HAIRLINE,
            Self::Subtotal => 0.0,
        }
    }
}

/// Space below a row's text.
pub const PADDING: f32 = 1.7 * MM;

impl Row {
    /// The role of a cell of this row.
    pub const fn cell(&self, column: usize) -> Role {
        Role::Cell(Cell { table: Table::Lines, row: self.number, column, heads: false })
    }

    /// Adds a cell at its head.
    pub fn add(&mut self, column: usize, runs: impl IntoIterator<Item = TextRun>) {
        let marks = runs.into_iter().map(Mark::Text).collect();
        self.head.push(Block { role: self.cell(column), marks });
    }

    /// Adds a cell of several lines at its head; returns where they end.
    pub fn add_lines(&mut self, column: usize, lines: &[Line], x: f32, top: f32) -> f32 {
        let mut y = top;
        let mut runs = Vec::with_capacity(lines.len());
        for line in lines {
            runs.push(line.at(x, y));
            y += line.leading();
        }
        self.add(column, runs);
        y
    }

    /// The first lines of a title stand at the head; of one that is absurdly long, the rest
    /// can go on to another page.
    pub fn set_title(&mut self, mut lines: Vec<Line>) {
        const AT_HEAD: usize = 6;
        self.details = lines.split_off(lines.len().min(AT_HEAD));
        self.details_top = self.add_lines(1, &lines, Columns::TEXT, 0.0);
        self.head_height = self.details_top;
    }

    /// Whether its rule is left out above the dashed one of an option.
    const fn gives_way(&self) -> bool {
        matches!(self.kind, Kind::Item | Kind::Remark)
    }

    /// Colour of the rule below.
    const fn rule_colour(&self) -> Colour {
        match self.kind {
            Kind::Item | Kind::Remark => Colour::Hairline,
            Kind::Section | Kind::Option | Kind::Subtotal => Colour::Ink,
        }
    }
}

/// Height of a row with some of its details.
pub fn part_height(row: &Row, lines: &Range<usize>) -> f32 {
    let details: f32 = row.details[lines.clone()].iter().map(Line::leading).sum();
    let content = if lines.start == 0 { row.head_height.max(row.details_top + details) } else { details };
    let rule = if lines.end == row.details.len() { row.kind.rule_below() } else { 0.0 };
    row.kind.padding_above() + content + PADDING + rule
}

/// A row with some of its details, between two others.
pub fn part(row: &Row, lines: Range<usize>, after_option: bool, before_option: bool) -> Piece {
    let mut piece = Piece { height: part_height(row, &lines), ..Piece::default() };
    let top = row.kind.padding_above();
    let mut details_top = top;
    if lines.start == 0 {
        piece.blocks.extend(row.head.iter().cloned().map(|block| block.moved_down(top)));
        details_top += row.details_top;
    }
    let ends = lines.end == row.details.len();
    if !lines.is_empty() {
        piece.add_lines(row.cell(1), &row.details[lines.clone()], Columns::TEXT, details_top);
    }
    if row.kind == Kind::Option {
        if lines.start == 0 && !after_option {
            piece.draw(dashed(0.0));
        }
        if ends {
            piece.draw(dashed(piece.height));
        }
    } else if ends && row.kind.rule_below() > 0.0 && !(before_option && row.gives_way()) {
        let thickness = row.kind.rule_below();
        piece.rule(piece.height - thickness, thickness, row.rule_colour());
    }
    piece
}

const fn dashed(y: f32) -> Mark {
    let thickness = HAIRLINE;
    Mark::Rule(Rule { x: LEFT, y, length: WIDTH, thickness, colour: Colour::Ink, dashed: true })
}
