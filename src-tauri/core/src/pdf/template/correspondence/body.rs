//! The text of a mail and the pictures in it.

use super::{MOST_PAGES, Sheet, Shown};
use crate::pdf::PdfError;
use crate::pdf::album::ShownPicture;
use crate::pdf::correspondence::PrintedMail;
use crate::pdf::font::Face;
use crate::pdf::layout::{Area, Block, Colour, Mark, Role};
use crate::pdf::template::flow::Flow;
use crate::pdf::template::measures::{LEFT, MM, WIDTH};
use crate::pdf::template::piece::Piece;
use crate::pdf::text::Style;

const BODY: Style = Style::of(Face::Regular, 9.5, 13.8);
const HISTORY: Style = Style::of(Face::Regular, 8.5, 12.2).in_colour(Colour::Quiet);

/// What is laid out at a time: a text can be a megabyte long, and of one word.
const MOST_BYTES: usize = 4_000;
const MOST_LINES: usize = 40;

/// A pixel of a picture is a 96th of an inch, as in a browser.
const PIXEL: f32 = 0.75;
const HIGHEST_PICTURE: f32 = 165.0 * MM;
const BELOW_PICTURE: f32 = 3.0 * MM;

/// Places the text, the pictures, and what stands below them; whether all found room.
pub fn place(
    sheet: &Sheet<'_>,
    mail: &PrintedMail,
    shown: &Shown,
    flow: &mut Flow,
) -> Result<bool, PdfError> {
    if !text_with_pictures(sheet, &mail.text, &shown.pictures, flow)? {
        return Ok(false);
    }
    for below in [&mail.signature, &mail.quoted] {
        if !below.trim().is_empty() {
            flow.space(5.0 * MM);
        }
        if !text(below, HISTORY, flow)? {
            return Ok(false);
        }
    }
    Ok(flow.pages() <= MOST_PAGES)
}

/// The text, each picture below the line that it stood below.
fn text_with_pictures(
    sheet: &Sheet<'_>,
    whole: &str,
    pictures: &[ShownPicture],
    flow: &mut Flow,
) -> Result<bool, PdfError> {
    let mut in_order: Vec<&ShownPicture> = pictures.iter().collect();
    in_order.sort_by_key(|picture| picture.lines_above.unwrap_or(usize::MAX));
    let mut rest = whole;
    let mut placed = 0;
    for shown in in_order {
        let above =
            after_lines(rest, shown.lines_above.map_or(usize::MAX, |lines| lines.saturating_sub(placed)));
        placed = placed.max(shown.lines_above.unwrap_or(usize::MAX));
        let (before, following) = rest.split_at(above);
        rest = following;
        if !text(before, BODY, flow)? {
            return Ok(false);
        }
        picture(sheet, &shown.name, shown.number, flow);
        flow.space(BELOW_PICTURE);
    }
    text(rest, BODY, flow)
}

/// Where so many lines of a text end.
fn after_lines(text: &str, lines: usize) -> usize {
    let ends = text.match_indices('\n').map(|(at, _)| at + 1);
    match lines {
        0 => 0,
        _ => ends.chain([text.len()]).nth(lines - 1).unwrap_or(text.len()),
    }
}

fn text(text: &str, style: Style, flow: &mut Flow) -> Result<bool, PdfError> {
    for stretch in stretches(text.trim_end()) {
        if flow.pages() > MOST_PAGES {
            return Ok(false);
        }
        if stretch.blank_above {
            flow.space(style.leading * 0.7);
        }
        flow.place_lines(&Role::Paragraph, &style.lines(&stretch.text, WIDTH)?, LEFT);
    }
    Ok(true)
}

fn picture(sheet: &Sheet<'_>, name: &str, number: usize, flow: &mut Flow) {
    let Some(picture) = sheet.album.pictures.get(number) else { return };
    let (width, height) = (picture.width as f32 * PIXEL, picture.height as f32 * PIXEL);
    let scale = (WIDTH / width).min(HIGHEST_PICTURE / height).min(1.0);
    let area = Area { x: LEFT, y: 0.0, width: width * scale, height: height * scale };
    let block = Block { role: Role::Figure(name.to_owned()), marks: vec![Mark::Picture(number, area)] };
    flow.place_whole(3.0 * MM, Piece { height: area.height, blocks: vec![block] }, 0.0);
}

/// Lines that are laid out together.
#[derive(Debug, PartialEq, Eq)]
struct Stretch {
    text: String,
    blank_above: bool,
}

/// A text in paragraphs, the long ones in parts.
fn stretches(text: &str) -> Vec<Stretch> {
    let mut stretches: Vec<Stretch> = Vec::new();
    let mut open = Stretch { text: String::new(), blank_above: false };
    let mut lines = 0;
    for line in text.lines() {
        let is_blank = line.trim().is_empty();
        if !open.text.is_empty()
            && (is_blank || lines == MOST_LINES || open.text.len() + line.len() > MOST_BYTES)
        {
            stretches.push(std::mem::replace(&mut open, Stretch { text: String::new(), blank_above: false }));
            lines = 0;
        }
        if is_blank {
            open.blank_above = !stretches.is_empty();
            continue;
        }
        for part in parts(line) {
            if open.text.len() + part.len() > MOST_BYTES && !open.text.is_empty() {
                stretches
                    .push(std::mem::replace(&mut open, Stretch { text: String::new(), blank_above: false }));
            }
            if !open.text.is_empty() {
                open.text.push('\n');
            }
            // Cells of a table stand apart, as they did in it.
            open.text.push_str(&part.replace('\t', "    "));
            lines += 1;
        }
    }
    if !open.text.is_empty() {
        stretches.push(open);
    }
    stretches
}

/// A line, cut after a space where it is longer than what is laid out at a time.
fn parts(line: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = line;
    while rest.len() > MOST_BYTES {
        let end = rest.floor_char_boundary(MOST_BYTES);
        let end = rest[..end].rfind(' ').map_or(end, |space| space + 1);
        let (part, following) = rest.split_at(end);
        parts.push(part);
        rest = following;
    }
    parts.push(rest);
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<(String, bool)> {
        stretches(text).into_iter().map(|stretch| (stretch.text, stretch.blank_above)).collect()
    }

    #[test]
    fn paragraphs_are_told_apart_by_blank_lines_however_many() {
        let expected = [("Bonjour,".to_owned(), false), ("un\ndeux".to_owned(), true)];
        assert_eq!(texts("\n\nBonjour,\n \n\t\n\nun\r\ndeux\n"), expected);
        assert!(texts(" \n \n").is_empty());
    }

    #[test]
    fn lines_are_counted_to_their_ends() {
        let text = "a\n\nb";
        assert_eq!(
            [0, 1, 2, 3, 9].map(|lines| &text[..after_lines(text, lines)]),
            ["", "a\n", "a\n\n", text, text]
        );
        assert_eq!(after_lines("", 3), 0);
    }

    #[test]
    fn nothing_of_a_long_text_is_lost() {
        for text in ["é".repeat(9_001), "mot ".repeat(5_000), "x\n".repeat(500)] {
            let parts = stretches(&text);
            assert!(parts.iter().all(|part| part.text.len() <= MOST_BYTES + 2 * MOST_LINES));
            assert!(parts.iter().all(|part| part.text.lines().count() <= MOST_LINES));
            let without = |text: &str| text.replace(['\n', ' '], "");
            assert_eq!(
                without(&parts.iter().map(|part| part.text.as_str()).collect::<String>()),
                without(&text)
            );
        }
    }
}
