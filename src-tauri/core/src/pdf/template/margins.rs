//! What stands at the head and foot of pages.

use super::flow::BELOW_RUNNING_HEAD;
use super::measures::{FLOOR, FOOT, FOOTER, HAIRLINE, LEFT, MM, RIGHT, RUNNING, WIDTH};
use super::piece::{Piece, rule};
use super::{Sheet, present};
use crate::pdf::PdfError;
use crate::pdf::layout::{Block, Colour, Layout, Mark, Role};
use crate::pdf::text::Line;
use crate::pdf::words::fill;

/// Who and what, at the head of every page but the first.
pub fn running_head(sheet: &Sheet<'_>) -> Result<Piece, PdfError> {
    let company = RUNNING.line_cut(&sheet.document.company.name, WIDTH / 2.0 - 5.0 * MM)?;
    let document = format!("{}, {}", sheet.reference(), sheet.document.recipient.name);
    let document = RUNNING.line_cut(&document, WIDTH - company.width - 8.0 * MM)?;
    let mut piece = Piece { height: RUNNING.leading + BELOW_RUNNING_HEAD, ..Piece::default() };
    piece.add(Role::Artifact, [company.at(LEFT, 0.0), document.ending_at(RIGHT, 0.0)]);
    Ok(piece)
}

/// The company's particulars and the page number, at the foot of every page.
pub struct Footer {
    company: Vec<Line>,
    reach: Vec<Line>,
    document: Vec<Line>,
    document_width: f32,
}

/// Least space between the footer's columns.
const GAP: f32 = 5.0 * MM;
const PADDING: f32 = 2.0 * MM;

impl Footer {
    /// The footer of a document, without its page numbers.
    pub fn of(sheet: &Sheet<'_>) -> Result<Self, PdfError> {
        let document = FOOTER.lines(&sheet.reference(), 45.0 * MM)?;
        let widest_page = page_number(sheet, 999, 999)?.width;
        let document_width = widest(&document).max(widest_page);
        let reach = columns_text(&reach_lines(sheet), 52.0 * MM)?;
        let company_width = WIDTH - document_width - widest(&reach) - 2.0 * GAP;
        let company = columns_text(&company_lines(sheet), company_width)?;
        Ok(Self { company, reach, document, document_width })
    }

    /// Lowest point that the text above may reach.
    pub fn floor(&self) -> f32 {
        FLOOR.min(self.top() - 4.0 * MM)
    }

    /// Adds the footer to every page, with its number.
    pub fn number_pages(&self, sheet: &Sheet<'_>, layout: &mut Layout) -> Result<(), PdfError> {
        let pages = layout.pages.len();
        for (index, page) in layout.pages.iter_mut().enumerate() {
            page.blocks.push(self.on_page(page_number(sheet, index + 1, pages)?));
        }
        Ok(())
    }

    fn on_page(&self, page_number: Line) -> Block {
        let mut marks = vec![rule(LEFT, WIDTH, self.top(), HAIRLINE, Colour::Hairline)];
        let (company_width, reach_width) = (widest(&self.company), widest(&self.reach));
        let gap = (WIDTH - company_width - reach_width - self.document_width) / 2.0;
        let first = self.top() + HAIRLINE + PADDING;
        let reach_x = LEFT + company_width + if company_width > 0.0 { gap } else { 0.0 };
        for (lines, x) in [(&self.company, LEFT), (&self.reach, reach_x)] {
            let tops = std::iter::successors(Some(first), |top| Some(top + FOOTER.leading));
            marks.extend(lines.iter().zip(tops).map(|(line, top)| Mark::Text(line.at(x, top))));
        }
        let mut top = first;
        for line in self.document.iter().chain([&page_number]) {
            marks.push(Mark::Text(line.ending_at(RIGHT, top)));
            top += FOOTER.leading;
        }
        Block { role: Role::Artifact, marks }
    }

    fn top(&self) -> f32 {
        let lines = (self.document.len() + 1).max(self.company.len()).max(self.reach.len());
        FOOT - lines as f32 * FOOTER.leading - PADDING - HAIRLINE
    }
}

fn page_number(sheet: &Sheet<'_>, page: usize, pages: usize) -> Result<Line, PdfError> {
    let values = [("page", page.to_string()), ("pages", pages.to_string())];
    let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
    FOOTER.line(&fill(sheet.words.page, &values))
}

/// Name, seat and what the law asks of a company: enterprise number, register, account.
fn company_lines(sheet: &Sheet<'_>) -> [String; 2] {
    let company = &sheet.document.company;
    let name = match present(company.legal_form.as_deref()) {
        Some(form) if !company.name.ends_with(form) => format!("{} {form}", company.name),
        _ => company.name.clone(),
    };
    let seat = std::iter::once(name.as_str()).chain(company.address.iter().map(String::as_str));
    let account = sheet.account();
    let particulars = [company.vat_number.as_deref(), company.register.as_deref(), account.as_deref()];
    [joined(seat.map(Some)), joined(particulars)]
}

fn reach_lines(sheet: &Sheet<'_>) -> [String; 2] {
    let company = &sheet.document.company;
    let people = joined([company.email.as_deref(), company.phone.as_deref()]);
    [people, joined([company.website.as_deref()])]
}

fn joined<'a>(parts: impl IntoIterator<Item = Option<&'a str>>) -> String {
    parts.into_iter().filter_map(present).collect::<Vec<_>>().join(", ")
}

fn columns_text(texts: &[String], width: f32) -> Result<Vec<Line>, PdfError> {
    let mut lines = Vec::new();
    for text in texts.iter().filter(|text| !text.is_empty()) {
        lines.extend(FOOTER.lines(text, width)?);
    }
    Ok(lines)
}

fn widest(lines: &[Line]) -> f32 {
    lines.iter().map(|line| line.width).fold(0.0, f32::max)
}
