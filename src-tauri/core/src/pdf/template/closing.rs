//! The deposit with its payment code, and the terms.

use super::flow::Flow;
use super::measures::{
    ACCOUNT, FINE, HALF, LEFT, LEFT_HALF, MM, RIGHT_HALF, STRONG, TERMS, TEXT,
};
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
/// Terms higher than this stand below the deposit instead of beside it.
const TERMS_BESIDE: f32 = 55.0 * MM;
/// Width of terms that stand alone.
const TERMS_MEASURE: f32 = 150.0 * MM;
const CODE_SIDE: f32 = 25.0 * MM;

/// Places the deposit at the left and the terms at its right; long terms go below it, over
/// as many pages as they need.
pub fn deposit_and_terms(sheet: &Sheet<'_>, flow: &mut Flow) -> Result<(), PdfError> {
    let deposit = sheet.document.deposit.as_ref().filter(|deposit| deposit.percent > BasisPoints::ZERO);
    let deposit = deposit.map(|deposit| deposit_block(sheet, deposit)).transpose()?;
    let terms = present(Some(&sheet.document.terms));
    let narrow = terms.map(|terms| TERMS.lines(terms, RIGHT_HALF)).transpose()?.unwrap_or_default();
    let narrow_height: f32 = narrow.iter().map(Line::leading).sum();
    match deposit {
        Some(mut piece) if narrow_height <= TERMS_BESIDE => {
            if !narrow.is_empty() {
                let heading = [STRONG.line(sheet.words.terms)?];
                let top = piece.add_lines(Role::Heading, &heading, HALF, 0.0) + BELOW_HEADING;
                let end = piece.add_lines(Role::Paragraph, &narrow, HALF, top);
                piece.height = piece.height.max(end);
            }
            flow.place_whole(ABOVE, piece);
        }
        deposit => {
            if let Some(piece) = deposit {
                flow.place_whole(ABOVE, piece);
            }
            if let Some(terms) = terms {
                terms_alone(sheet, flow, terms)?;
            }
        }
    }
    Ok(())
}

fn terms_alone(sheet: &Sheet<'_>, flow: &mut Flow, terms: &str) -> Result<(), PdfError> {
    let lines = TERMS.lines(terms, TERMS_MEASURE)?;
    let mut heading = Piece::default();
    heading.height = heading.add_lines(Role::Heading, &[STRONG.line(sheet.words.terms)?], LEFT, 0.0) + BELOW_HEADING;
    let least = ABOVE + heading.height + TERMS.leading * lines.len().min(3) as f32;
    if least > flow.room() && !flow.is_fresh() {
        flow.next_page();
    }
    flow.space(ABOVE);
    flow.place(heading);
    flow.place_lines(&Role::Paragraph, &lines, LEFT);
    Ok(())
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
    let mut lines = vec![AMOUNT.line(&sheet.money(amount))?];
    lines.extend(TEXT.lines(&share, width)?);
    if let Some(account) = present(sheet.document.company.iban.as_deref()) {
        let account = account.parse::<Iban>().map_or_else(|_| account.to_owned(), |iban| format!("IBAN {iban}"));
        lines.extend(ACCOUNT.lines(&account, width)?);
    }
    if let Some(reference) = payment_reference(sheet) {
        lines.extend(ACCOUNT.lines(&reference, width)?);
    }
    let mut end = piece.add_lines(Role::Paragraph, &lines, x, top);
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
