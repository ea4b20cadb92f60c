//! The customers' plans and forms: lines and words on one A4 page, as PDF (ISO 32000-1).

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde::Deserialize;

use super::story::broken;
use crate::error::Error;

const DRAWINGS: &str = include_str!("data/drawings.json");

/// Height of an A4 page in points; the data count from its top.
const HEIGHT: i32 = 842;

#[derive(Deserialize)]
struct Drawing {
    title: String,
    /// From x and y to x and y, in points.
    lines: Vec<[i32; 4]>,
    labels: Vec<(i32, i32, String)>,
}

/// A drawing as a PDF of one page.
pub(super) fn pdf(name: &str) -> Result<Vec<u8>, Error> {
    let drawings: BTreeMap<String, Drawing> =
        serde_json::from_str(DRAWINGS).map_err(|error| broken("drawings", &error))?;
    let drawing = drawings.get(name).ok_or(Error::NotFound("sample drawing"))?;
    Ok(file(&content(drawing)))
}

/// The page's content stream, in WinAnsi.
fn content(drawing: &Drawing) -> Vec<u8> {
    let mut lines = String::from("1.2 w\n");
    for [x1, y1, x2, y2] in &drawing.lines {
        // Writing to a String does not fail.
        let _ = writeln!(lines, "{x1} {} m {x2} {} l S", HEIGHT - y1, HEIGHT - y2);
    }
    let mut bytes = lines.into_bytes();
    text(&mut bytes, 16, 90, 130, &drawing.title);
    for (x, y, label) in &drawing.labels {
        text(&mut bytes, 10, *x, *y, label);
    }
    bytes
}

fn text(bytes: &mut Vec<u8>, size: i32, x: i32, y: i32, words: &str) {
    bytes.extend(format!("BT /F1 {size} Tf {x} {} Td (", HEIGHT - y).bytes());
    for letter in words.chars() {
        match letter {
            '(' | ')' | '\\' => bytes.extend([b'\\', letter as u8]),
            '’' => bytes.push(0x92),
            // Latin-1 and WinAnsi agree here.
            _ => bytes.push(u8::try_from(u32::from(letter)).unwrap_or(b'?')),
        }
    }
    bytes.extend(b") Tj ET\n");
}

/// The objects with their cross-reference table.
fn file(content: &[u8]) -> Vec<u8> {
    let stream =
        [format!("<< /Length {} >>\nstream\n", content.len()).as_bytes(), content, b"\nendstream"].concat();
    let objects: [&[u8]; 5] = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /F1 4 0 R >> >> >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        &stream,
    ];
    let mut bytes = b"%PDF-1.4\n".to_vec();
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for (place, object) in objects.iter().enumerate() {
        let _ = writeln!(table, "{:010} 00000 n ", bytes.len());
        bytes.extend(format!("{} 0 obj\n", place + 1).bytes());
        bytes.extend(*object);
        bytes.extend(b"\nendobj\n");
    }
    let start = bytes.len();
    bytes.extend(table.bytes());
    bytes.extend(
        format!("trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n", objects.len() + 1)
            .bytes(),
    );
    bytes
}
