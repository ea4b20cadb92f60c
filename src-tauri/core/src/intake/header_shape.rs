//! Headers of forwarded mails that their labels alone do not tell.

use super::addresses::address_range;
use super::dates::read_written_date;
use super::header_block::{HeaderBlock, known_label};
use super::lines::{Line, trim_blanks};
use super::words::labels::Label;

/// More lines than this are no header.
const MAX_LINES: usize = 8;

/// A header whose labels have no colons, as some programs write it below their separator:
/// `From "Jan" <j@d.example>`, `To …`, `Date …`, `Subject …`.
pub(super) fn without_colons(lines: &[Line], start: usize) -> Option<HeaderBlock> {
    let depth = lines.get(start)?.depth;
    let mut fields: Vec<(Label, String)> = Vec::new();
    for line in lines[start..].iter().take(MAX_LINES).take_while(|line| !line.is_blank()) {
        let Some((label, value)) = label_and_value(line.text) else { break };
        if line.depth != depth || fields.iter().any(|(known, _)| *known == label) {
            break;
        }
        fields.push((label, value.to_owned()));
    }
    let end = start + fields.len();
    let block = HeaderBlock::of(fields, end, depth);
    let has_address = block.get(Label::From).is_some_and(|from| address_range(from).is_some());
    (has_address && block.strength() >= 3).then_some(block)
}

/// The longest label of at most three words that begins a line, and the rest of the line.
fn label_and_value(text: &str) -> Option<(Label, &str)> {
    let blanks = text.char_indices().filter(|(_, character)| character.is_whitespace()).take(3);
    let ends: Vec<usize> = blanks.map(|(at, _)| at).collect();
    ends.into_iter().rev().find_map(|end| Some((known_label(&text[..end])?, trim_blanks(&text[end..]))))
}

/// A header in a language whose labels are not known: lines of a label and a value of which one repeats
/// the subject of the mail around, and one names a person.
pub(super) fn by_subject(lines: &[Line], start: usize, subject: &str) -> Option<HeaderBlock> {
    let depth = lines.get(start)?.depth;
    let values: Vec<&str> = lines[start..]
        .iter()
        .take(MAX_LINES)
        .map_while(|line| if line.depth == depth { value_of(line.text) } else { None })
        .collect();
    if subject.is_empty() || values.len() < 3 {
        return None;
    }
    let mut fields: Vec<(Label, String)> = Vec::new();
    let mut end = start;
    for (offset, value) in values.iter().enumerate() {
        let has = |label| fields.iter().any(|(known, _)| *known == label);
        let label = if *value == subject {
            Label::Subject
        } else if address_range(value).is_some() {
            [Label::From, Label::To, Label::Cc].into_iter().find(|label| !has(*label)).unwrap_or(Label::Other)
        } else if !has(Label::Date) && value.contains(|digit: char| digit.is_ascii_digit()) {
            Label::Date
        } else {
            Label::Other
        };
        if !has(label) {
            fields.push((label, (*value).to_owned()));
        }
        end = start + offset + 1;
        if has_all(&fields) && label == Label::Subject {
            break;
        }
    }
    let block = HeaderBlock::of(fields, end, depth);
    let date = block.get(Label::Date);
    let is_dated = date.is_some_and(|date| read_written_date(date).is_some() || date.len() >= 8);
    let is_one = [Label::From, Label::Subject].into_iter().all(|label| block.get(label).is_some());
    (is_one && (is_dated || block.get(Label::To).is_some())).then_some(block)
}

fn has_all(fields: &[(Label, String)]) -> bool {
    [Label::From, Label::Date, Label::To]
        .into_iter()
        .all(|label| fields.iter().any(|(known, _)| *known == label))
}

/// What stands behind the colon of a short label.
fn value_of(text: &str) -> Option<&str> {
    let text = text.trim_start_matches(['*', '_', ' ']);
    let (colon, mark) = text
        .char_indices()
        .take(28)
        .find(|(_, character)| matches!(character, ':' | '：'))
        .filter(|(at, _)| *at > 0)?;
    let is_label =
        text[..colon].split_whitespace().count() <= 4 && !text[..colon].contains(['<', '@', '.', ',']);
    let value = trim_blanks(text[colon + mark.len_utf8()..].trim_matches(['*', '_', ' ']));
    (is_label && !value.is_empty()).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::super::html_text::MarkedText;
    use super::super::lines::lines;
    use super::*;

    fn fields(block: &HeaderBlock) -> [Option<&str>; 4] {
        [Label::From, Label::To, Label::Subject, Label::Date].map(|label| block.get(label))
    }

    #[test]
    fn labels_may_lack_their_colons() {
        let body = MarkedText::plain(
            "From \"Jan\" <j@d.example>\nTo info@hout.example\nDate 14/11/2025 09:12\nSubject Roof\n\nHello"
                .into(),
        );
        let block = without_colons(&lines(&body), 0).unwrap();
        let expected = ["\"Jan\" <j@d.example>", "info@hout.example", "Roof", "14/11/2025 09:12"];
        assert_eq!((fields(&block), block.end), (expected.map(Some), 4));
        let prose = MarkedText::plain("From Jan I heard\nTo be sure\nDate it\nHello".into());
        assert_eq!(without_colons(&lines(&prose), 0), None);
    }

    #[test]
    fn a_header_in_an_unknown_language_repeats_the_subject() {
        let text = "Frae: Jan <j@d.example>\nPosted: 14/11/2025 09:12\nTae: info@hout.example\nAboot: Roof: 80 m²\n\nHello";
        let body = MarkedText::plain(text.into());
        let block = by_subject(&lines(&body), 0, "Roof: 80 m²").unwrap();
        let expected = ["Jan <j@d.example>", "info@hout.example", "Roof: 80 m²", "14/11/2025 09:12"];
        assert_eq!((fields(&block), block.end), (expected.map(Some), 4));
        assert_eq!(by_subject(&lines(&body), 0, "Windows"), None);
        assert_eq!(by_subject(&lines(&body), 0, ""), None);
    }
}
