//! The table of lines on its pages: head repeated, sum carried over, sections kept with
//! their first lines and subtotals with their last.

use std::ops::Range;

use super::Sheet;
use super::columns::{Columns, head};
use super::flow::Flow;
use super::measures::{CARRIED, MM};
use super::piece::Piece;
use super::row::{Kind, PADDING, Row, part, part_height};
use super::rows::rows;
use crate::money::Money;
use crate::pdf::PdfError;
use crate::pdf::layout::Role;

const ABOVE_TABLE: f32 = 7.0 * MM;
/// Of a row that is split, at least so many lines of details stand on the first page.
const LEAST_LINES: usize = 3;

/// Places the lines of a quote.
pub fn lines(sheet: &Sheet<'_>, flow: &mut Flow) -> Result<(), PdfError> {
    let rows = rows(sheet)?;
    if rows.is_empty() {
        return Ok(());
    }
    let (head, repeated_head) = (head(sheet, false)?, head(sheet, true)?);
    let mut table = Placing { sheet, flow, rows: &rows, head, repeated_head, at_top: false };
    table.open()?;
    let mut next = 0;
    while next < rows.len() {
        next = table.place_group(next)?;
    }
    Ok(())
}

struct Placing<'a> {
    sheet: &'a Sheet<'a>,
    flow: &'a mut Flow,
    rows: &'a [Row],
    head: Piece,
    repeated_head: Piece,
    /// Whether no row stands on this page yet, and it is not the first.
    at_top: bool,
}

impl Placing<'_> {
    fn open(&mut self) -> Result<(), PdfError> {
        let first = self.group(0);
        let needed = ABOVE_TABLE + self.head.height + self.height(&first) + self.reserve(first.end);
        let fresh = self.flow.fresh_room();
        if needed > self.flow.room() && (needed <= fresh || self.flow.room() < fresh / 3.0) {
            self.flow.next_page();
        }
        self.flow.space(ABOVE_TABLE);
        self.flow.place(self.head.clone());
        Ok(())
    }

    /// Places the rows that stay together from `first` on; returns the row after them.
    fn place_group(&mut self, first: usize) -> Result<usize, PdfError> {
        let group = self.group(first);
        let needed = self.height(&group) + self.reserve(group.end);
        if needed > self.flow.room() && needed <= self.room_on_next_page(first) {
            self.turn_page(first)?;
        }
        if needed <= self.flow.room() {
            for row in group.clone() {
                self.place_row(row, 0..self.rows[row].details.len());
            }
            return Ok(group.end);
        }
        for row in group.clone() {
            self.place_row_in_parts(row)?;
        }
        Ok(group.end)
    }

    /// Places a row of a group that is higher than a page, split where it must be.
    fn place_row_in_parts(&mut self, row: usize) -> Result<(), PdfError> {
        let total = self.rows[row].details.len();
        let below = self.needed_below(row);
        let whole = part_height(&self.rows[row], &(0..total));
        let whole_fits_on_next = whole + below <= self.room_on_next_page(row);
        let mut from = 0;
        loop {
            let rows = self.rows;
            let height = |to: usize| part_height(&rows[row], &(from..to)) + below;
            let fitting = (from..=total).rev().find(|&to| height(to) <= self.flow.room());
            let good = fitting.filter(|&to| to == total || to - from >= LEAST_LINES);
            let better_on_next = from == 0 && good != Some(total) && whole_fits_on_next;
            if !self.at_top && (good.is_none() || better_on_next) {
                self.turn_page(row)?;
                continue;
            }
            let to = good.or(fitting).unwrap_or(from).max(from + 1).min(total);
            self.place_row(row, from..to);
            if to == total {
                return Ok(());
            }
            from = to;
            self.turn_page(row + 1)?;
        }
    }

    fn place_row(&mut self, row: usize, lines: Range<usize>) {
        let after_option = row > 0 && self.rows[row - 1].kind == Kind::Option;
        let before_option = self.rows.get(row + 1).is_some_and(|next| next.kind == Kind::Option);
        let piece = part(&self.rows[row], lines, after_option, before_option);
        self.flow.place(piece);
        self.at_top = false;
    }

    /// Rows from `first` on between which no page may break: a section's title, its first
    /// two lines, and a subtotal after the line before it.
    fn group(&self, first: usize) -> Range<usize> {
        let kind = |row: usize| self.rows.get(row).map(|row| row.kind);
        let mut end = first + 1;
        if kind(first) == Some(Kind::Section) {
            while end < first + 3
                && kind(end).is_some_and(|kind| !matches!(kind, Kind::Section | Kind::Subtotal))
            {
                end += 1;
            }
        }
        if kind(end) == Some(Kind::Subtotal) {
            end += 1;
        }
        first..end
    }

    fn height(&self, rows: &Range<usize>) -> f32 {
        self.rows[rows.clone()].iter().map(|row| part_height(row, &(0..row.details.len()))).sum()
    }

    /// What must have room on the page of a row: the beginning of a section's first line
    /// below its title, a subtotal below its last line, the sum carried over.
    fn needed_below(&self, row: usize) -> f32 {
        let next = self.rows.get(row + 1);
        let keeps_next =
            self.rows[row].kind == Kind::Section || next.is_some_and(|next| next.kind == Kind::Subtotal);
        match next {
            Some(next) if keeps_next => {
                let least = 0..next.details.len().min(LEAST_LINES);
                part_height(next, &least) + self.reserve(row + 2)
            }
            _ => self.reserve(row + 1),
        }
    }

    /// Height of the sum carried over, unless the table ends before `next`.
    fn reserve(&self, next: usize) -> f32 {
        if next < self.rows.len() { CARRY_FOOT } else { 0.0 }
    }

    fn room_on_next_page(&self, next: usize) -> f32 {
        let brought = if self.carried_before(next).is_some() { CARRY_HEAD } else { 0.0 };
        self.flow.fresh_room() - self.repeated_head.height - brought
    }

    fn carried_before(&self, next: usize) -> Option<Money> {
        next.checked_sub(1).and_then(|row| self.rows[row].carried)
    }

    /// Carries the sum of the rows before `next` to a new page.
    fn turn_page(&mut self, next: usize) -> Result<(), PdfError> {
        let words = &self.sheet.words.table;
        let carried = self.carried_before(next);
        if let Some(sum) = carried {
            let foot = self.carry(words.carried, sum, 2.5 * MM)?;
            self.flow.place(foot);
        }
        self.flow.next_page();
        self.flow.place(self.repeated_head.clone());
        if let Some(sum) = carried {
            let brought = self.carry(words.brought, sum, PADDING)?;
            self.flow.place(brought);
        }
        self.at_top = true;
        Ok(())
    }

    fn carry(&self, label: &str, sum: Money, above: f32) -> Result<Piece, PdfError> {
        let sum =
            CARRIED.tabular().line_within(&sum.written_number(self.sheet.language), Columns::TOTAL_WIDTH)?;
        let label = CARRIED.line(label)?;
        let mut piece = Piece { height: above + CARRIED.leading + PADDING, ..Piece::default() };
        let runs = [label.ending_at(Columns::VAT_END, above), sum.ending_at(Columns::TOTAL_END, above)];
        piece.add(Role::Artifact, runs);
        Ok(piece)
    }
}

const CARRY_FOOT: f32 = 2.5 * MM + CARRIED.leading + PADDING;
const CARRY_HEAD: f32 = PADDING + CARRIED.leading + PADDING;
