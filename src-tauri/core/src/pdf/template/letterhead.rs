//! The first page's head: company and title, facts and address, subject.

use super::flow::Flow;
use super::measures::{ADDRESS, ADDRESSEE, LABEL, LEFT, MM, RIGHT, STRONG, TEXT, WIDTH};
use super::piece::Piece;
use super::{Sheet, present};
use crate::pdf::PdfError;
use crate::pdf::font::Face;
use crate::pdf::layout::{Area, Block, Colour, Mark, Role};
use crate::pdf::text::Style;
use crate::pdf::words::fill;

const TITLE: Style = Style::of(Face::Display, 24.0, 24.0).tracked(-0.027);
const NUMBER: Style = Style::of(Face::SemiBold, 10.5, 15.0);
const VERSION: Style = Style::of(Face::Regular, 10.5, 15.0).in_colour(Colour::Quiet);
const COMPANY: Style = Style::of(Face::Display, 17.7, 17.7).tracked(-0.022);
const LONG_COMPANY: Style = Style::of(Face::SemiBold, 12.0, 14.5);
const COMPANY_TOP: f32 = 1.9;
const ABOVE_TAGLINE: f32 = 2.6;
const TAGLINE: Style = Style::of(Face::Regular, 9.0, 11.0).in_colour(Colour::Quiet);
const SUBJECT: Style = Style::of(Face::Display, 13.0, 17.0).tracked(-0.018);

/// The logo is the only picture of a quote.
const LOGO: usize = 0;
const LOGO_HEIGHT: f32 = 12.5 * MM;
const LOGO_WIDEST: f32 = 80.0 * MM;
/// A logo wider than this for its height is taken to hold the company's name.
const WORDMARK_ASPECT: f32 = 1.8;
const BESIDE_LOGO: f32 = 4.4 * MM;

/// The company at the left, the document's title and number at the right.
pub fn company_and_title(sheet: &Sheet<'_>, logo: Option<f32>) -> Result<Piece, PdfError> {
    let mut piece = Piece::default();
    let title = TITLE.line(sheet.words.quote)?;
    let number = sheet.document.number.as_deref().unwrap_or(sheet.words.draft);
    let version = sheet.document.version.to_string();
    let version = VERSION.line(&fill(sheet.words.version, &[("version", &version)]))?;
    let number = NUMBER.line_within(&format!("{number} "), 85.0 * MM - version.width)?;
    let reference_top = TITLE.leading + 1.5 * MM;
    let widest = title.width.max(number.width + version.width);
    company(sheet, logo, RIGHT - widest - 8.0 * MM, &mut piece)?;
    piece.add(Role::Title, [title.ending_at(RIGHT, 0.0)]);
    let version_run = version.ending_at(RIGHT, reference_top);
    let number_run = number.ending_at(version_run.x, reference_top);
    piece.add(Role::Paragraph, [number_run, version_run]);
    piece.height = piece.height.max(reference_top + NUMBER.leading);
    Ok(piece)
}

fn company(sheet: &Sheet<'_>, logo: Option<f32>, right: f32, piece: &mut Piece) -> Result<(), PdfError> {
    let company = &sheet.document.company;
    let mut x = LEFT;
    if let Some(aspect) = logo {
        let height = LOGO_HEIGHT.min(LOGO_WIDEST / aspect);
        let area = Area { x, y: 0.0, width: height * aspect, height };
        let words = fill(sheet.words.logo, &[("company", &company.name)]);
        piece.blocks.push(Block { role: Role::Figure(words), marks: vec![Mark::Picture(LOGO, area)] });
        if aspect > WORDMARK_ASPECT {
            return Ok(());
        }
        x += area.width + BESIDE_LOGO;
    }
    let mut names = vec![COMPANY.line(&company.name)?];
    let mut top = COMPANY_TOP;
    if names[0].width > right - x {
        names = LONG_COMPANY.lines(&company.name, right - x)?;
        top = 0.0;
    }
    let mut end = piece.add_lines(Role::Paragraph, &names, x, top);
    if let Some(tagline) = present(company.tagline.as_deref()) {
        let lines = TAGLINE.lines(tagline, right - x)?;
        end = piece.add_lines(Role::Paragraph, &lines, x, end + ABOVE_TAGLINE);
    }
    piece.height = piece.height.max(end);
    Ok(())
}

/// Dates, people and references at the left; the recipient at the right, where a window
/// envelope shows it.
pub fn facts_and_address(sheet: &Sheet<'_>) -> Result<Piece, PdfError> {
    const ADDRESS_X: f32 = LEFT + 107.0 * MM;
    let mut piece = Piece::default();
    let facts_end = facts(sheet, ADDRESS_X - 5.0 * MM, &mut piece)?;
    let mut y = 0.0;
    for (text, style) in address(sheet) {
        let lines = style.lines(&text, RIGHT - ADDRESS_X)?;
        y = piece.add_lines(Role::Paragraph, &lines, ADDRESS_X, y);
    }
    piece.height = facts_end.max(y);
    Ok(piece)
}

fn facts(sheet: &Sheet<'_>, right: f32, piece: &mut Piece) -> Result<f32, PdfError> {
    const ROW_GAP: f32 = 0.6 * MM;
    let facts = facts_of(sheet);
    let mut label_width = 29.0 * MM;
    for (label, ..) in &facts {
        label_width = label_width.max(LABEL.line(label)?.width + 2.5 * MM);
    }
    let x = LEFT + label_width;
    let mut y = 0.0;
    for (label, value, style) in facts {
        let mut runs = vec![LABEL.line(label)?.with_space()?.at(LEFT, y)];
        for line in style.lines(&value, right - x)? {
            runs.push(line.at(x, y));
            y += style.leading;
        }
        piece.add(Role::Paragraph, runs);
        y += ROW_GAP;
    }
    Ok((y - ROW_GAP).max(0.0))
}

fn facts_of(sheet: &Sheet<'_>) -> Vec<(&'static str, String, Style)> {
    let (document, words) = (sheet.document, &sheet.words.facts);
    let mut facts = vec![(words.date, document.date.written_long(sheet.language), TEXT)];
    if let Some(last_day) = document.valid_until {
        facts.push((words.valid_until, last_day.written_long(sheet.language), STRONG));
    }
    let mut add = |label, value: Option<&str>| {
        if let Some(value) = present(value) {
            facts.push((label, value.to_owned(), TEXT));
        }
    };
    add(words.contact, contact(sheet).as_deref());
    add(words.site, document.site.as_deref());
    add(words.duration, document.duration.as_deref());
    add(words.request, request(sheet).as_deref());
    add(words.customer_reference, document.customer_reference.as_deref());
    facts
}

fn contact(sheet: &Sheet<'_>) -> Option<String> {
    let person = sheet.document.salesperson.as_ref()?;
    let parts = [Some(person.name.as_str()), person.phone.as_deref(), person.email.as_deref()];
    Some(parts.into_iter().filter_map(present).collect::<Vec<_>>().join(", "))
}

fn request(sheet: &Sheet<'_>) -> Option<String> {
    let request = sheet.document.request.as_ref()?;
    let date = request.date.map(|date| {
        let date = date.written_long(sheet.language);
        fill(sheet.words.facts.request_of, &[("date", &date)])
    });
    let parts = [date.as_deref(), request.reference.as_deref()];
    Some(parts.into_iter().filter_map(present).collect::<Vec<_>>().join(", "))
}

fn address(sheet: &Sheet<'_>) -> Vec<(String, Style)> {
    let recipient = &sheet.document.recipient;
    let mut lines = Vec::new();
    let mut add = |text: Option<&str>, style| {
        if let Some(text) = present(text) {
            lines.push((text.to_owned(), style));
        }
    };
    add(recipient.salutation.as_deref(), ADDRESS);
    add(Some(&recipient.name), ADDRESSEE);
    let named =
        |pattern, key, value: Option<&str>| present(value).map(|value| fill(pattern, &[(key, value)]));
    add(named(sheet.words.attention, "name", recipient.attention.as_deref()).as_deref(), ADDRESS);
    for line in &recipient.address {
        add(Some(line), ADDRESS);
    }
    add(named(sheet.words.vat_number, "number", recipient.vat_number.as_deref()).as_deref(), ADDRESS);
    lines
}

/// What the quote is about, and the words to the recipient.
pub fn subject(sheet: &Sheet<'_>, flow: &mut Flow) -> Result<(), PdfError> {
    const MEASURE: f32 = 140.0 * MM;
    let title = present(Some(&sheet.document.title));
    let intro = present(Some(&sheet.document.intro));
    flow.space(if title.is_some() || intro.is_some() { 12.0 * MM } else { 5.0 * MM });
    if let Some(title) = title {
        flow.place_lines(&Role::Heading, &SUBJECT.lines(title, WIDTH)?, LEFT);
    }
    if let Some(intro) = intro {
        flow.space(2.0 * MM);
        flow.place_lines(&Role::Paragraph, &TEXT.lines(intro, MEASURE)?, LEFT);
    }
    Ok(())
}
