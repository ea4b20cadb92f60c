//! VAT per rate at the left, totals at the right; never split.

use super::flow::Flow;
use super::measures::{
    COLUMN, FINE, HAIRLINE, HALF, HEAD_RULE, LABEL, LEFT, LEFT_HALF, MEDIUM, MM, NUMBER, RIGHT, RIGHT_HALF,
    TEXT, TOTAL_RULE, WIDTH,
};
use super::piece::{Piece, rule};
use super::{Sheet, present};
use crate::money::{BasisPoints, Money};
use crate::pdf::PdfError;
use crate::pdf::font::Face;
use crate::pdf::layout::{Cell, Colour, Role, Table};
use crate::pdf::text::{Line, Style};
use crate::pdf::words::fill;
use crate::quote::line::{PriceMode, Vat, VatCategory};

const TOTAL: Style = Style::of(Face::Display, 13.0, 18.0).tracked(-0.012);
const ROW_GAP: f32 = 0.7 * MM;
/// Mentions higher than this stand below the totals instead of beside them.
const MENTIONS_BESIDE: f32 = 60.0 * MM;

/// Places the VAT summary, the totals and the mentions about VAT; `below` as for
/// [`Flow::place_whole`].
pub fn totals(sheet: &Sheet<'_>, flow: &mut Flow, below: f32) -> Result<(), PdfError> {
    let mut piece = Piece::default();
    let vat_end = vat_summary(sheet, &mut piece)?;
    let mentions = mentions(sheet, LEFT_HALF)?;
    let mentions_height: f32 = mentions.iter().map(Line::leading).sum();
    let beside = mentions_height <= MENTIONS_BESIDE;
    let mut left_end = vat_end;
    if beside && !mentions.is_empty() {
        left_end = piece.add_lines(Role::Paragraph, &mentions, LEFT, vat_end + 2.0 * MM);
    }
    piece.height = left_end.max(panel(sheet, &mut piece)?);
    flow.place_whole(5.0 * MM, piece, if beside { below } else { 0.0 });
    if !beside {
        flow.space(4.0 * MM);
        flow.place_lines(&Role::Paragraph, &self::mentions(sheet, WIDTH)?, LEFT);
    }
    Ok(())
}

fn mentions(sheet: &Sheet<'_>, width: f32) -> Result<Vec<Line>, PdfError> {
    let mentions = sheet.document.vat_mentions.iter();
    let mentions: Vec<&str> = mentions.filter_map(|text| present(Some(text))).collect();
    if mentions.is_empty() {
        return Ok(Vec::new());
    }
    FINE.lines(&mentions.join("\n"), width)
}

fn vat_summary(sheet: &Sheet<'_>, piece: &mut Piece) -> Result<f32, PdfError> {
    const BASE_END: f32 = LEFT + 51.4 * MM;
    const AMOUNT_END: f32 = LEFT + LEFT_HALF;
    let words = &sheet.words.totals;
    let head = [
        COLUMN.line(sheet.words.table.vat)?.at(LEFT, 0.0),
        COLUMN.line(words.base)?.ending_at(BASE_END, 0.0),
        COLUMN.line(words.amount)?.ending_at(AMOUNT_END, 0.0),
    ];
    for (column, run) in head.into_iter().enumerate() {
        piece.add(cell(0, column, true), [run]);
    }
    let mut y = COLUMN.leading + 1.6 * MM;
    piece.draw(rule(LEFT, LEFT_HALF, y, HEAD_RULE, Colour::Ink));
    y += HEAD_RULE;
    for (index, part) in sheet.totals.vat.iter().enumerate() {
        let top = y + 1.1 * MM;
        let number = |amount: Money| NUMBER.line(&amount.written_number(sheet.language));
        let cells = [
            TEXT.line_within(&rate_label(sheet, part.vat), 30.0 * MM)?.at(LEFT, top),
            number(part.base)?.ending_at(BASE_END, top),
            number(part.amount)?.ending_at(AMOUNT_END, top),
        ];
        for (column, run) in cells.into_iter().enumerate() {
            piece.add(cell(index + 1, column, false), [run]);
        }
        y = top + TEXT.leading + 1.1 * MM;
        piece.draw(rule(LEFT, LEFT_HALF, y, HAIRLINE, Colour::Hairline));
        y += HAIRLINE;
    }
    Ok(y)
}

const fn cell(row: usize, column: usize, heads: bool) -> Role {
    Role::Cell(Cell { table: Table::Vat, row, column, heads })
}

fn rate_label(sheet: &Sheet<'_>, vat: Vat) -> String {
    let words = &sheet.words.totals;
    match vat.category {
        VatCategory::S | VatCategory::Z => vat.rate.written(sheet.language),
        VatCategory::E => words.exempt.to_owned(),
        VatCategory::AE => words.reverse_charge.to_owned(),
        VatCategory::K => words.intra_community.to_owned(),
        VatCategory::G => words.export.to_owned(),
        VatCategory::O => words.outside_scope.to_owned(),
    }
}

/// The totals; returns where they end.
fn panel(sheet: &Sheet<'_>, piece: &mut Piece) -> Result<f32, PdfError> {
    let (totals, words) = (sheet.totals, &sheet.words.totals);
    let mut y = 0.0;
    if let Some(discount) =
        sheet.document.discount.as_ref().filter(|discount| discount.percent > BasisPoints::ZERO)
    {
        let lines_label = match totals.prices {
            PriceMode::Net => words.lines_net,
            PriceMode::Gross => words.lines_gross,
        };
        y = amount_row(sheet, piece, lines_label, totals.lines, y)?;
        let label = present(discount.label.as_deref()).unwrap_or(words.discount);
        let label = format!("{label}, {}", discount.percent.written(sheet.language));
        y = amount_row(sheet, piece, &label, totals.discount, y)?;
    }
    y = amount_row(sheet, piece, words.net, totals.net, y)?;
    let vat_label = fill(words.vat, &[("rates", &rates(sheet))]);
    y = amount_row(sheet, piece, vat_label.trim_end(), totals.vat_amount, y)?;
    y = grand_total(sheet, piece, y + 1.8 * MM)?;
    if let Some(all) = totals.with_options {
        let several = sheet.option_count() > 1;
        let label = if several { words.with_options } else { words.with_option };
        let amount = LABEL.tabular().line(&sheet.money(all.gross))?;
        piece
            .add(Role::Paragraph, [LABEL.line(label)?.with_space()?.at(HALF, y), amount.ending_at(RIGHT, y)]);
        y += LABEL.leading + ROW_GAP;
    }
    Ok(y - ROW_GAP)
}

fn amount_row(
    sheet: &Sheet<'_>,
    piece: &mut Piece,
    label: &str,
    amount: Money,
    top: f32,
) -> Result<f32, PdfError> {
    let amount = MEDIUM.tabular().line(&sheet.money(amount))?;
    let mut labels = LABEL.lines(label, RIGHT_HALF - amount.width - 3.0 * MM)?;
    if let Some(last) = labels.pop() {
        labels.push(last.with_space()?);
    }
    let mut runs = Vec::new();
    let mut y = top;
    for line in &labels {
        runs.push(line.at(HALF, y));
        y += LABEL.leading;
    }
    runs.push(amount.ending_at(RIGHT, y - LABEL.leading));
    piece.add(Role::Paragraph, runs);
    Ok(y + ROW_GAP)
}

fn grand_total(sheet: &Sheet<'_>, piece: &mut Piece, top: f32) -> Result<f32, PdfError> {
    piece.draw(rule(HALF, RIGHT_HALF, top, TOTAL_RULE, Colour::Ink));
    let y = top + TOTAL_RULE + 1.8 * MM;
    let amount = TOTAL.tabular().line(&sheet.money(sheet.totals.gross))?;
    let label = TOTAL.line_within(sheet.words.totals.gross, RIGHT_HALF - amount.width - 3.0 * MM)?;
    piece.add(Role::Paragraph, [label.with_space()?.at(HALF, y), amount.ending_at(RIGHT, y)]);
    Ok(y + TOTAL.leading + ROW_GAP)
}

/// The rates that are charged: `6 % et 21 %`; nothing when there are too many to name.
fn rates(sheet: &Sheet<'_>) -> String {
    let rates: Vec<String> = sheet
        .totals
        .vat
        .iter()
        .filter(|part| part.vat.category == VatCategory::S)
        .map(|part| part.vat.rate.written(sheet.language))
        .collect();
    match rates.as_slice() {
        [] => String::new(),
        [only] => only.clone(),
        [before @ .., last] if rates.len() <= 4 => {
            format!("{} {} {last}", before.join(", "), sheet.words.totals.and)
        }
        _ => String::new(),
    }
}
