//! The head of a mail: who wrote it to whom, when, and which files came with it.

use super::{Sheet, Shown};
use crate::pdf::PdfError;
use crate::pdf::correspondence::{PrintedFile, PrintedMail};
use crate::pdf::layout::Role;
use crate::pdf::template::flow::Flow;
use crate::pdf::template::measures::{LABEL, LEFT, MM, RIGHT, STRONG, TEXT};
use crate::pdf::template::piece::Piece;
use crate::pdf::text::{Line, Style};
use crate::pdf::words::fill;

/// Entries of a list that are printed; of more it is said how many.
const MOST_LISTED: usize = 60;
/// Lines of a fact that stay together with its label.
const TOGETHER: usize = 2;

/// Places the facts of a mail, each with its label.
pub fn place(sheet: &Sheet<'_>, mail: &PrintedMail, shown: &Shown, flow: &mut Flow) -> Result<(), PdfError> {
    let facts = facts(sheet, mail, shown);
    // As wide for a mail without files as for one with, so that all begin at the same place.
    let mut label_width = 0.0_f32;
    for label in [sheet.words.from, sheet.words.cc, sheet.words.subject, sheet.words.files] {
        label_width = label_width.max(LABEL.line(label)?.width);
    }
    let x = LEFT + label_width + 4.0 * MM;
    for (index, (label, value, style)) in facts.into_iter().enumerate() {
        let role = if index == 0 { Role::Heading } else { Role::Paragraph };
        let label = LABEL.line(label)?.with_space()?;
        fact(flow, &role, &label, &style.lines(&value, RIGHT - x)?, x);
    }
    Ok(())
}

fn fact(flow: &mut Flow, role: &Role, label: &Line, lines: &[Line], x: f32) {
    let (first, rest) = lines.split_at(lines.len().min(TOGETHER));
    let mut piece = Piece::default();
    let mut runs = vec![label.at(LEFT, 0.0)];
    for line in first {
        runs.push(line.at(x, piece.height));
        piece.height += line.leading();
    }
    piece.add(role.clone(), runs);
    flow.place_whole(0.5 * MM, piece, 0.0);
    flow.place_lines(&Role::Paragraph, rest, x);
}

fn facts(sheet: &Sheet<'_>, mail: &PrintedMail, shown: &Shown) -> Vec<(&'static str, String, Style)> {
    let words = sheet.words;
    let written = mail.at.date().written_long(sheet.language);
    let at = fill(words.at, &[("date", &written), ("time", &mail.at.hours_and_minutes())]);
    let files = mail.files.iter().chain(&shown.others).map(|file| listed(sheet, file));
    let own_subject = if sheet.document.mails.len() > 1 || mail.subject != sheet.document.subject {
        mail.subject.clone()
    } else {
        String::new()
    };
    let facts = [
        (words.from, mail.from.clone(), STRONG),
        (words.to, list(sheet, mail.to.iter().cloned()), TEXT),
        (words.cc, list(sheet, mail.cc.iter().cloned()), TEXT),
        (words.date, at, TEXT),
        (words.subject, own_subject, TEXT),
        (words.files, list(sheet, files), TEXT),
    ];
    facts.into_iter().filter(|(_, value, _)| !value.trim().is_empty()).collect()
}

fn list(sheet: &Sheet<'_>, entries: impl Iterator<Item = String>) -> String {
    let mut entries: Vec<String> = entries.collect();
    let others = entries.len().saturating_sub(MOST_LISTED);
    if others > 0 {
        entries.truncate(MOST_LISTED);
        entries.push(fill(sheet.words.others, &[("count", &others.to_string())]));
    }
    entries.join(", ")
}

/// A file with its size: `plan.pdf (1,2 Mo)`.
fn listed(sheet: &Sheet<'_>, file: &PrintedFile) -> String {
    format!("{}\u{a0}({})", file.name, size(sheet, file.size))
}

/// A size in the largest unit of which there is at least one; tenths below ten megabytes.
fn size(sheet: &Sheet<'_>, bytes: u64) -> String {
    let (mut tenths, mut step) = (bytes.saturating_mul(10), 0);
    while tenths >= 10_000 && step + 1 < sheet.words.units.len() {
        tenths = tenths.saturating_add(500) / 1000;
        step += 1;
    }
    let unit = sheet.words.units[step];
    if step > 1 && tenths < 100 && tenths % 10 != 0 {
        return format!("{}{}{}\u{a0}{unit}", tenths / 10, sheet.words.decimal, tenths % 10);
    }
    format!("{}\u{a0}{unit}", (tenths + 5) / 10)
}
