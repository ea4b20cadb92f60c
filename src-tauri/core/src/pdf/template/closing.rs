//! The deposit with its payment code, and the terms.

use super::flow::Flow;
use super::measures::{ACCOUNT, FINE, HALF, LEFT, LEFT_HALF, MM, RIGHT_HALF, STRONG, TERMS, TEXT};
use super::piece::Piece;
use super::{Sheet, present};
use crate::iban::Iban;
use crate::money::{BasisPoints, Money};
use crate::pdf::PdfError;
use crate::pdf::document::Deposit;
use crate::pdf::font::Face;
use crate::pdf::layout::{Area, Block, Mark, Modules, Role};
use crate::pdf::payment_code::{Payment, payment_code};
use crate::pdf::text::{Line, Style};
use crate::pdf::words::fill;
use crate::quote::structured_communication::StructuredCommunication;

const AMOUNT: Style = Style::of(Face::SemiBold, 11.0, 15.0);
const ABOVE: f32 = 6.0 * MM;
const BELOW_HEADING: f32 = 1.5 * MM;
/// Terms no higher than this are kept together, beside the deposit if there is one.
const SHORT_TERMS: f32 = 55.0 * MM;
/// Width of terms that stand alone.
const TERMS_MEASURE: f32 = 150.0 * MM;
const CODE_SIDE: f32 = 25.0 * MM;

/// What comes between the totals and the acceptance: the deposit at the left and the terms
/// at its right, or long terms below, over as many pages as they need.
pub struct Closing {
    deposit: Option<Piece>,
    terms: Vec<Line>,
    terms_beside: bool,
}

impl Closing {
    /// The deposit and the terms of a document.
    pub fn of(sheet: &Sheet<'_>) -> Result<Self, PdfError> {
        let deposit = sheet.document.deposit.as_ref();
        let deposit = deposit.filter(|deposit| deposit.percent > BasisPoints::ZERO);
        let deposit = deposit.map(|deposit| deposit_block(sheet, deposit)).transpose()?;
        let Some(terms) = present(Some(&sheet.document.terms)) else {
            return Ok(Self { deposit, terms: Vec::new(), terms_beside: false });
        };
        let narrow = TERMS.lines(terms, RIGHT_HALF)?;
        let terms_beside = deposit.is_some() && height(&narrow) <= SHORT_TERMS;
        let terms = if terms_beside { narrow } else { TERMS.lines(terms, TERMS_MEASURE)? };
        Ok(Self { deposit, terms, terms_beside })
    }

    /// Whether there is neither.
    pub const fn is_empty(&self) -> bool {
        self.deposit.is_none() && self.terms.is_empty()
    }

    /// Places both; `below` as for [`Flow::place_whole`].
    pub fn place(self, sheet: &Sheet<'_>, flow: &mut Flow, below: f32) -> Result<(), PdfError> {
        let Self { deposit, terms, terms_beside } = self;
        let terms_follow = !terms.is_empty() && !terms_beside;
        if let Some(mut piece) = deposit {
            if terms_beside {
                piece.height = piece.height.max(add_terms(sheet, &mut piece, &terms, HALF)?);
            }
            flow.place_whole(ABOVE, piece, if terms_follow { 0.0 } else { below });
        }
        if terms_follow && height(&terms) <= SHORT_TERMS {
            let mut piece = Piece::default();
            piece.height = add_terms(sheet, &mut piece, &terms, LEFT)?;
            flow.place_whole(ABOVE, piece, below);
        } else if terms_follow {
            let mut heading = Piece::default();
            heading.height = add_terms(sheet, &mut heading, &[], LEFT)?;
            flow.place_whole(ABOVE, heading, TERMS.leading * 3.0);
            flow.place_lines(&Role::Paragraph, &terms, LEFT);
        }
        Ok(())
    }
}

fn height(lines: &[Line]) -> f32 {
    lines.iter().map(Line::leading).sum()
}

/// Adds the terms under their heading; returns where they end.
fn add_terms(sheet: &Sheet<'_>, piece: &mut Piece, terms: &[Line], x: f32) -> Result<f32, PdfError> {
    let heading = [STRONG.line(sheet.words.terms)?];
    let top = piece.add_lines(Role::Heading, &heading, x, 0.0) + BELOW_HEADING;
    Ok(piece.add_lines(Role::Paragraph, terms, x, top))
}

fn deposit_block(sheet: &Sheet<'_>, deposit: &Deposit) -> Result<Piece, PdfError> {
    let amount = sheet.totals.deposit(deposit.percent)?;
    let words = &sheet.words.deposit;
    let mut piece = Piece::default();
    let top = piece.add_lines(Role::Heading, &[STRONG.line(words.heading)?], LEFT, 0.0) + BELOW_HEADING;
    let code = code_block(sheet, amount, top);
    let has_code = code.is_some();
    piece.blocks.extend(code);
    let x = if has_code { LEFT + CODE_SIDE + 4.0 * MM } else { LEFT };
    let width = LEFT + LEFT_HALF - x;
    let share = fill(words.share, &[("percent", &deposit.percent.written(sheet.language))]);
    let mut texts = vec![(AMOUNT, sheet.money(amount)), (TEXT, share)];
    texts.extend(sheet.account().map(|account| (ACCOUNT, account)));
    texts.extend(payment_reference(sheet).map(|reference| (ACCOUNT, reference)));
    let mut end = top;
    for (style, text) in texts {
        end = piece.add_lines(Role::Paragraph, &style.lines(&text, width)?, x, end);
    }
    if has_code {
        end = piece.add_lines(Role::Paragraph, &FINE.lines(words.scan, width)?, x, end + MM);
        end = end.max(top + CODE_SIDE);
    }
    piece.height = end;
    Ok(piece)
}

/// The payment code; only a numbered quote has one, and only for a valid account.
fn code_block(sheet: &Sheet<'_>, amount: Money, top: f32) -> Option<Block> {
    let company = &sheet.document.company;
    let iban: Iban = company.iban.as_deref()?.parse().ok()?;
    let payment = Payment {
        name: &company.name,
        iban: &iban,
        bic: present(company.bic.as_deref()).unwrap_or(""),
        amount,
        reference: &payment_reference(sheet)?,
    };
    let code = payment_code(&payment)?;
    let area = Area { x: LEFT, y: top, width: CODE_SIDE, height: CODE_SIDE };
    let modules = Modules { area, per_side: code.per_side, dark: code.dark };
    let words = sheet.words.deposit.code.to_owned();
    Some(Block { role: Role::Figure(words), marks: vec![Mark::Modules(modules)] })
}

/// What the payer writes: a structured communication, or the quote's number in words. A
/// draft has none: nobody should pay for it yet.
fn payment_reference(sheet: &Sheet<'_>) -> Option<String> {
    let number = sheet.document.number.as_deref()?;
    let structured = StructuredCommunication::for_quote(number, sheet.document.version);
    Some(structured.map_or_else(
        || sheet.numbered(sheet.words.deposit.reference, number),
        |communication| communication.to_string(),
    ))
}
