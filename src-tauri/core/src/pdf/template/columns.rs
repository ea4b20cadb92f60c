//! The columns of the table of lines and their heads.

use super::Sheet;
use super::measures::{COLUMN, HEAD_RULE, LEFT, MM, RIGHT};
use super::piece::Piece;
use crate::pdf::PdfError;
use crate::pdf::layout::{Cell, Colour, Role, Table};
use crate::quote::line::PriceMode;

/// Where the columns stand.
pub struct Columns;

impl Columns {
    pub const NUMBER: f32 = LEFT;
    pub const NUMBER_WIDTH: f32 = 7.0 * MM;
    pub const TEXT: f32 = LEFT + 8.0 * MM;
    pub const TEXT_WIDTH: f32 = 70.0 * MM;
    pub const TEXT_TO_END: f32 = 140.0 * MM;
    pub const QUANTITY_END: f32 = LEFT + 100.0 * MM;
    pub const QUANTITY_WIDTH: f32 = 15.5 * MM;
    pub const UNIT: f32 = LEFT + 102.5 * MM;
    pub const UNIT_WIDTH: f32 = 17.5 * MM;
    pub const PRICE_END: f32 = LEFT + 140.0 * MM;
    pub const PRICE_WIDTH: f32 = 19.5 * MM;
    pub const VAT_END: f32 = LEFT + 152.0 * MM;
    pub const VAT_WIDTH: f32 = 11.0 * MM;
    pub const TOTAL_END: f32 = RIGHT;
    pub const TOTAL_WIDTH: f32 = 20.0 * MM;
}

const HEAD_PADDING: f32 = 1.6 * MM;

/// The heads of the columns; a repeated head is not read aloud again.
pub fn head(sheet: &Sheet<'_>, repeated: bool) -> Result<Piece, PdfError> {
    let words = &sheet.words.table;
    let total = match sheet.document.prices {
        PriceMode::Net => words.total_net,
        PriceMode::Gross => words.total_gross,
    };
    let mut piece = Piece { height: COLUMN.leading + HEAD_PADDING + HEAD_RULE, ..Piece::default() };
    let role = |column| match repeated {
        true => Role::Artifact,
        false => Role::Cell(Cell { table: Table::Lines, row: 0, column, heads: true }),
    };
    for (column, text, x) in [(1, words.description, Columns::TEXT), (3, words.unit, Columns::UNIT)] {
        piece.add(role(column), [COLUMN.line(text)?.at(x, 0.0)]);
    }
    let right = [
        (2, words.quantity, Columns::QUANTITY_END),
        (4, words.unit_price, Columns::PRICE_END),
        (5, words.vat, Columns::VAT_END),
        (6, total, Columns::TOTAL_END),
    ];
    for (column, text, end) in right {
        piece.add(role(column), [COLUMN.line(text)?.ending_at(end, 0.0)]);
    }
    piece.blocks.sort_by_key(|block| match &block.role {
        Role::Cell(cell) => cell.column,
        _ => 0,
    });
    piece.rule(COLUMN.leading + HEAD_PADDING, HEAD_RULE, Colour::Ink);
    Ok(piece)
}
