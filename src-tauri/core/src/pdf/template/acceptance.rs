//! The box in which the recipient accepts, at the foot of the last page; never split.

use super::Sheet;
use super::flow::Flow;
use super::measures::{HEAD_RULE, LEFT, MM, RIGHT, TEXT, WIDTH};
use super::piece::{Piece, rule, tick_box};
use crate::pdf::PdfError;
use crate::pdf::font::Face;
use crate::pdf::layout::{Area, Colour, Frame, Mark, Role};
use crate::pdf::text::Style;
use crate::pdf::words::fill;
use crate::quote::line::QuoteLine;

const HEADING: Style = Style::of(Face::SemiBold, 11.0, 15.0);
const CAPTION: Style = Style::of(Face::Regular, 7.5, 10.0).in_colour(Colour::Quiet);
const LEAST_HEIGHT: f32 = 43.0 * MM;
const INSET: f32 = 5.0 * MM;
/// Room to write above the lines for date, name and signature.
const ROOM_TO_SIGN: f32 = 12.0 * MM;

/// Least space above the acceptance.
pub const ABOVE: f32 = 4.0 * MM;

/// Places the acceptance at the foot of this page, or at the head of the next.
pub fn place(flow: &mut Flow, acceptance: Piece) {
    if acceptance.height + ABOVE <= flow.room() {
        flow.place_at_floor(acceptance);
    } else {
        flow.place_whole(ABOVE, acceptance, 0.0);
    }
}

/// The box with its choices and the lines to sign on.
pub fn acceptance_box(sheet: &Sheet<'_>) -> Result<Piece, PdfError> {
    let words = &sheet.words.acceptance;
    let (left, right) = (LEFT + INSET, RIGHT - INSET);
    let mut piece = Piece::default();
    let mut y = 4.0 * MM + HEAD_RULE;
    y = piece.add_lines(Role::Heading, &[HEADING.line(words.heading)?], left, y) + 0.5 * MM;
    let sentence = match &sheet.document.number {
        Some(number) => sheet.numbered(words.sentence, number),
        None => words.sentence_draft.to_owned(),
    };
    y = piece.add_lines(Role::Paragraph, &TEXT.lines(&sentence, right - left)?, left, y);
    y = choices(sheet, &mut piece, y)?;
    piece.height = LEAST_HEIGHT.max(y + ROOM_TO_SIGN + MM + CAPTION.leading + 3.0 * MM);
    signature(sheet, &mut piece)?;
    let area = Area {
        x: LEFT + HEAD_RULE / 2.0,
        y: HEAD_RULE / 2.0,
        width: WIDTH - HEAD_RULE,
        height: piece.height - HEAD_RULE,
    };
    piece.draw(Mark::Frame(Frame { area, thickness: HEAD_RULE, radius: 1.5 * MM }));
    Ok(piece)
}

/// With or without the options, a box to tick for each choice.
fn choices(sheet: &Sheet<'_>, piece: &mut Piece, top: f32) -> Result<f32, PdfError> {
    const BETWEEN: f32 = 10.0 * MM;
    const BESIDE_BOX: f32 = 5.2 * MM;
    let choices = choices_of(sheet);
    if choices.is_empty() {
        return Ok(top);
    }
    let (left, right) = (LEFT + INSET, RIGHT - INSET);
    let (mut x, mut y) = (left, top + 2.5 * MM);
    for choice in choices {
        let line = TEXT.line_within(&choice, right - left - BESIDE_BOX)?;
        if x > left && x + BESIDE_BOX + line.width > right {
            (x, y) = (left, y + TEXT.leading + MM);
        }
        let run = line.at(x + BESIDE_BOX, y);
        piece.draw(tick_box(x, run.baseline));
        piece.add(Role::Paragraph, [run]);
        x += BESIDE_BOX + line.width + BETWEEN;
    }
    Ok(y + TEXT.leading)
}

fn choices_of(sheet: &Sheet<'_>) -> Vec<String> {
    let words = &sheet.words.acceptance;
    let Some(all) = sheet.totals.with_options else {
        return Vec::new();
    };
    let with = |pattern, amount| fill(pattern, &[("amount", &sheet.money(amount))]);
    let (firm, all) = (sheet.totals.gross, all.gross);
    if sheet.option_count() == 1 {
        return vec![with(words.without_option, firm), with(words.with_option, all)];
    }
    vec![with(words.without_options, firm), words.with_chosen.to_owned(), with(words.with_all, all)]
}

fn signature(sheet: &Sheet<'_>, piece: &mut Piece) -> Result<(), PdfError> {
    const GAP: f32 = 5.0 * MM;
    let words = &sheet.words.acceptance;
    let caption_top = piece.height - 3.0 * MM - CAPTION.leading;
    let fields = [(words.date, 32.0 * MM), (words.name, 50.0 * MM), (words.signature, f32::INFINITY)];
    let mut x = LEFT + INSET;
    for (caption, width) in fields {
        let width = width.min(RIGHT - INSET - x);
        piece.draw(rule(x, width, caption_top - MM - 0.5, 0.5, Colour::Ink));
        piece.add(Role::Paragraph, [CAPTION.line_within(caption, width)?.at(x, caption_top)]);
        x += width + GAP;
    }
    Ok(())
}

impl Sheet<'_> {
    /// How many options there are to choose from.
    pub(super) fn option_count(&self) -> usize {
        let is_option = |line: &&QuoteLine| matches!(line, QuoteLine::Item(item) if item.optional);
        self.document.lines.iter().filter(is_option).count()
    }
}
