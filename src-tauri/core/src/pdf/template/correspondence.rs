//! The A4 template of mails: what they are about, then each with its head, its text, its pictures.

use super::flow::{BELOW_RUNNING_HEAD, Flow};
use super::measures::{
    FINE, FLOOR, FOOT, FOOTER, HAIRLINE, HEAD_RULE, LABEL, LEFT, MM, RIGHT, RUNNING, WIDTH,
};
use super::piece::{Piece, rule};
use crate::language::Language;
use crate::pdf::PdfError;
use crate::pdf::album::{Album, Shown};
use crate::pdf::correspondence::{Correspondence, PrintedMail};
use crate::pdf::font::Face;
use crate::pdf::layout::{Block, Colour, Layout, Mark, Role};
use crate::pdf::text::Style;
use crate::pdf::words::{CorrespondenceWords, Words, fill, words};

mod body;
mod head;

/// The most pages that mails are printed on.
pub const MOST_PAGES: usize = 100;

const SUBJECT: Style = Style::of(Face::Display, 16.0, 20.0).tracked(-0.02);
/// Lines of the subject above the mails; each mail says its own in full.
const SUBJECT_LINES: usize = 4;

/// What every part of the template reads.
struct Sheet<'a> {
    document: &'a Correspondence,
    album: &'a Album,
    words: &'static CorrespondenceWords,
    language: Language,
}

/// Lays out mails with the pictures of their album.
pub fn compose(document: &Correspondence, album: &Album) -> Result<Layout, PdfError> {
    let all_words = words(document.language);
    let sheet = Sheet { document, album, words: &all_words.correspondence, language: document.language };
    let mut flow = Flow::new(running_head(document)?, FLOOR);
    title(document, &mut flow)?;
    let nothing = Shown::default();
    for (index, mail) in document.mails.iter().enumerate() {
        if !sheet.mail(mail, album.mails.get(index).unwrap_or(&nothing), &mut flow)? {
            let pages = MOST_PAGES.to_string();
            sheet.remark(&fill(sheet.words.cut, &[("pages", &pages)]), &mut flow)?;
            break;
        }
    }
    if flow.lacks_glyphs() {
        sheet.remark(sheet.words.missing, &mut flow)?;
    }
    let mut layout = flow.into_layout();
    number_pages(document, all_words, &mut layout)?;
    Ok(layout)
}

impl Sheet<'_> {
    /// Places a mail; whether all of it found room.
    fn mail(&self, mail: &PrintedMail, shown: &Shown, flow: &mut Flow) -> Result<bool, PdfError> {
        let mut line = Piece { height: HEAD_RULE + 3.0 * MM, ..Piece::default() };
        line.rule(0.0, HEAD_RULE, Colour::Ink);
        flow.place_whole(7.0 * MM, line, 30.0 * MM);
        head::place(self, mail, shown, flow)?;
        let remarks = [
            (mail.header_only, self.words.header_only),
            (mail.incomplete, self.words.incomplete),
            (mail.unsent, self.words.unsent),
        ];
        for (holds, remark) in remarks {
            if holds {
                self.remark(remark, flow)?;
            }
        }
        flow.space(5.0 * MM);
        body::place(self, mail, shown, flow)
    }

    fn remark(&self, text: &str, flow: &mut Flow) -> Result<(), PdfError> {
        flow.space(4.0 * MM);
        flow.place_lines(&Role::Paragraph, &FINE.lines(text, WIDTH)?, LEFT);
        Ok(())
    }
}

fn title(document: &Correspondence, flow: &mut Flow) -> Result<(), PdfError> {
    let mut lines = SUBJECT.lines(document.subject.trim(), WIDTH)?;
    lines.truncate(SUBJECT_LINES);
    flow.place_lines(&Role::Title, &lines, LEFT);
    let owner = [document.company.as_str(), document.reference.as_str()];
    let owner: Vec<&str> = owner.into_iter().filter(|part| !part.is_empty()).collect();
    flow.place_lines(&Role::Paragraph, &LABEL.lines(&owner.join(", "), WIDTH)?, LEFT);
    Ok(())
}

/// What it is about, at the head of every page but the first.
fn running_head(document: &Correspondence) -> Result<Piece, PdfError> {
    let reference = RUNNING.line_cut(&document.reference, WIDTH / 3.0)?;
    let subject = RUNNING.line_cut(&document.subject, WIDTH - reference.width - 8.0 * MM)?;
    let mut piece = Piece { height: RUNNING.leading + BELOW_RUNNING_HEAD, ..Piece::default() };
    piece.add(Role::Artifact, [subject.at(LEFT, 0.0), reference.ending_at(RIGHT, 0.0)]);
    Ok(piece)
}

/// The page number, at the foot of every page.
fn number_pages(document: &Correspondence, words: &Words, layout: &mut Layout) -> Result<(), PdfError> {
    let top = FOOT - FOOTER.leading;
    let company = FOOTER.line_cut(&document.company, WIDTH / 2.0)?;
    let pages = layout.pages.len().to_string();
    for (index, page) in layout.pages.iter_mut().enumerate() {
        let number = fill(words.page, &[("page", &(index + 1).to_string()), ("pages", &pages)]);
        let marks = vec![
            rule(LEFT, WIDTH, top - 2.0 * MM, HAIRLINE, Colour::Hairline),
            Mark::Text(company.at(LEFT, top)),
            Mark::Text(FOOTER.line(&number)?.ending_at(RIGHT, top)),
        ];
        page.blocks.push(Block { role: Role::Artifact, marks });
    }
    Ok(())
}
