//! A forwarded mail inside a mail: found by its separator, its header block or, last, its introduction.

use super::addresses::{read_addresses, read_person};
use super::attribution::Attribution;
use super::dates::read_written_date;
use super::header_block::{HeaderBlock, is_below_rule, says_sent_by_label};
use super::header_shape;
use super::html_text::MarkedText;
use super::lines::{Line, join_raw, join_unquoted, lines};
use super::model::{Forward, Person};
use super::reply::{Around, Thread};
use super::separator::{Separator, is_cut_line, is_rule, named_writer, separator, separator_with_rest};
use super::signature::{is_name_of, is_separator};
use super::subject;
use super::words::labels::{Label, ON_BEHALF_OF};

/// What is known of the mail around.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Surroundings<'m> {
    /// Its subject.
    pub(super) subject: &'m str,
    /// The name of who sent it.
    pub(super) sender_name: &'m str,
    /// It answers a mail (In-Reply-To).
    pub(super) is_answer: bool,
    /// The user said that it is a forward.
    pub(super) is_declared: bool,
}

/// Lines in which a forward may begin; an owner's own words above are seldom longer.
const MAX_START: usize = 2_000;
/// Lines of the longest signature of a forwarder.
const MAX_SIGNATURE: usize = 20;

/// Finds the forwarded mail in a body.
///
/// A separator that only forwards have is enough. A header block alone, or the separator that answers
/// and forwards share, is one unless the subject says that the mail is an answer. An introduction ("On …
/// wrote:") is one only if the subject says that the mail is a forward.
pub(super) fn find_forward(lines: &[Line], around: Surroundings) -> Option<Forward> {
    let mut forward = find_whole_forward(lines, around)?;
    if !around.sender_name.eq_ignore_ascii_case(&forward.from.name)
        && let Some(end) = signature_of(&forward.body, around.sender_name)
    {
        forward.body.truncate(end);
    }
    Some(forward)
}

/// Where the forwarder signs below the forwarded text: a separator with the own name directly below.
fn signature_of(body: &str, sender_name: &str) -> Option<usize> {
    let body = MarkedText::plain(body.to_owned());
    let lines = lines(&body);
    let at = lines.iter().rposition(|line| line.depth == 0 && is_separator(line.text))?;
    let mut below = lines[at + 1..].iter().filter(|line| !line.is_blank());
    let is_own = below.next().is_some_and(|line| is_name_of(line.text, sender_name));
    let is_short = lines.len() - at <= MAX_SIGNATURE && lines[..at].iter().any(|line| !line.is_blank());
    (is_own && is_short).then(|| join_end(&body.text, at))
}

/// The end of the text above a line, without the blanks above it.
fn join_end(text: &str, line: usize) -> usize {
    let above: usize = text.split_inclusive('\n').take(line).map(str::len).sum();
    text[..above].trim_end().len()
}

fn find_whole_forward(lines: &[Line], around: Surroundings) -> Option<Forward> {
    let says_forward = around.is_declared || subject::is_forward(around.subject);
    let says_answer = !says_forward && (subject::is_reply(around.subject) || around.is_answer);
    let says = Says { forward: says_forward, answer: says_answer };
    let mut introduction = None;
    for (at, line) in lines.iter().enumerate().take(MAX_START) {
        if line.is_blank() {
            continue;
        }
        if let Some(found) = found_at(lines, at, says, around.subject)
            .or_else(|| if says_forward { found_by_subject(lines, at, around.subject) } else { None })
        {
            return Some(found.into_forward(lines, around.subject));
        }
        if says_forward && introduction.is_none() {
            introduction = Attribution::read(lines, at).map(|attribution| (at, attribution));
        }
    }
    introduction.map(|(at, attribution)| forward_by_introduction(lines, at, &attribution, around.subject))
}

impl Forward {
    /// What helps to tell what is new in its body.
    pub(super) fn around(&self) -> Around<'_> {
        let thread = if subject::is_reply(&self.subject) { Thread::Answer } else { Thread::Unknown };
        Around { sender_name: &self.from.name, thread }
    }
}

/// Where a forwarded mail begins and what its header says.
struct Found {
    /// The first line of its separator or header.
    start: usize,
    /// The first line of its body.
    body: usize,
    block: Option<HeaderBlock>,
    depth: usize,
    evidence: String,
}

/// What the mail around says of itself.
#[derive(Debug, Clone, Copy)]
struct Says {
    forward: bool,
    answer: bool,
}

fn found_at(lines: &[Line], at: usize, says: Says, outer_subject: &str) -> Option<Found> {
    let line = &lines[at];
    let kind = if line.text.len() <= 400 {
        separator(line.text).or_else(|| separator_with_rest(line.text).map(|(kind, _)| kind))
    } else {
        None
    };
    let follows = if separator_with_rest(line.text).is_some() { Some(at) } else { next_text(lines, at + 1) };
    match kind {
        Some(Separator::Forwarded) => {
            let block = follows
                .and_then(|start| read_block(lines, start))
                .filter(|block| block.get(Label::From).is_some() || block.strength() >= 2)
                .or_else(|| follows.and_then(|start| other_header(lines, start)))
                .or_else(|| {
                    header_shape::by_subject(lines, follows?, subject::forwarded_subject(outer_subject))
                })
                .or_else(|| header_of_separator(line, at));
            let body = block.as_ref().map_or(at + 1, |block| block.end);
            let depth = block.as_ref().map_or(line.depth, |block| block.depth);
            Some(Found { start: at, body, block, depth, evidence: line.text.to_owned() })
        }
        Some(Separator::Original) if !says.answer => {
            let block =
                follows.and_then(|start| read_block(lines, start)).filter(HeaderBlock::is_mail_header);
            let block = block.or_else(|| header_shape::without_colons(lines, follows?))?;
            Some(Found {
                start: at,
                body: block.end,
                depth: block.depth,
                block: Some(block),
                evidence: line.text.to_owned(),
            })
        }
        None if !says.answer => {
            let block = HeaderBlock::read(lines, at)
                .filter(|block| block.is_mail_header() && block.strength() >= 3)
                .filter(|block| line.is_below_rule || block.says_sent())
                .filter(|block| says.forward || is_of_a_mail(block, lines, at))?;
            let evidence =
                lines[at..block.end.min(at + 2)].iter().map(|line| line.text).collect::<Vec<_>>().join(" ");
            Some(Found { start: at, body: block.end, depth: block.depth, block: Some(block), evidence })
        }
        _ => None,
    }
}

/// True for a header that something else makes that of a mail: an address, a rule above it, or the label of
/// what was sent. Notes of a call, a journey or a visit have none of these.
fn is_of_a_mail(block: &HeaderBlock, lines: &[Line], at: usize) -> bool {
    block.has_address() || is_below_rule(lines, at) || says_sent_by_label(&lines[at..block.end])
}

/// A header whose labels are not known, below a subject that says that the mail is a forward.
fn found_by_subject(lines: &[Line], at: usize, outer_subject: &str) -> Option<Found> {
    let block = header_shape::by_subject(lines, at, subject::forwarded_subject(outer_subject))?;
    let drawn = lines[..at].iter().rposition(|line| !line.is_blank());
    let start = drawn.filter(|&above| is_drawn(lines[above].text)).unwrap_or(at);
    let evidence = lines[at].text.to_owned();
    Some(Found { start, body: block.end, depth: block.depth, block: Some(block), evidence })
}

/// Words between dashes: a separator in a language that is not known.
fn is_drawn(text: &str) -> bool {
    text.starts_with("---") && text.ends_with("---")
}

/// What some programs write below their separator in the place of labels: labels without colons, or an
/// introduction.
fn other_header(lines: &[Line], start: usize) -> Option<HeaderBlock> {
    header_shape::without_colons(lines, start).or_else(|| {
        let attribution = Attribution::read(lines, start)?;
        let writer = attribution.writer();
        let fields = vec![
            (Label::From, format!("{} <{}>", writer.name, writer.address)),
            (Label::Date, attribution.date_text().to_owned()),
        ];
        let depth = next_text(lines, attribution.end).map_or(0, |at| lines[at].depth);
        Some(HeaderBlock::of(fields, attribution.end, depth))
    })
}

/// The writer that the separator itself names.
fn header_of_separator(line: &Line, at: usize) -> Option<HeaderBlock> {
    let writer = named_writer(line.text)?.to_owned();
    Some(HeaderBlock::of(vec![(Label::From, writer)], at + 1, line.depth))
}

/// The block at a line, or on the line of the separator itself.
fn read_block(lines: &[Line], start: usize) -> Option<HeaderBlock> {
    let line = lines.get(start)?;
    match separator_with_rest(line.text) {
        Some((_, rest)) => {
            let mut own: Vec<Line> = lines[start..lines.len().min(start + 60)].to_vec();
            own[0].text = rest;
            let mut block = HeaderBlock::read(&own, 0)?;
            block.end += start;
            Some(block)
        }
        None => HeaderBlock::read(lines, start),
    }
}

fn next_text(lines: &[Line], from: usize) -> Option<usize> {
    (from..lines.len().min(from + 5)).find(|&at| !lines[at].is_blank() && !is_rule(lines[at].text))
}

impl Found {
    fn into_forward(self, lines: &[Line], outer_subject: &str) -> Forward {
        let block = self.block.as_ref();
        let field = |label| block.and_then(|block| block.get(label)).unwrap_or_default();
        let subject = block.and_then(|block| block.get(Label::Subject));
        let subject = subject.unwrap_or_else(|| subject::forwarded_subject(outer_subject));
        let people = |label| read_addresses(field(label).as_bytes(), Some("utf-8"));
        let (body, after) = body_from(lines, below_rule(lines, self.body), self.depth);
        Forward {
            from: sender(field(Label::From)),
            subject: subject.to_owned(),
            date: read_written_date(field(Label::Date)),
            reply_to: people(Label::ReplyTo),
            to: people(Label::To),
            cc: people(Label::Cc),
            body,
            preamble: preamble(lines, self.start, after),
            evidence: self.evidence,
        }
    }
}

fn forward_by_introduction(
    lines: &[Line],
    at: usize,
    attribution: &Attribution,
    outer_subject: &str,
) -> Forward {
    let depth = next_text(lines, attribution.end).map_or(0, |start| lines[start].depth);
    let (body, after) = body_from(lines, attribution.end, depth);
    Forward {
        from: attribution.writer(),
        subject: subject::forwarded_subject(outer_subject).to_owned(),
        date: read_written_date(attribution.date_text()),
        reply_to: Vec::new(),
        to: Vec::new(),
        cc: Vec::new(),
        body,
        preamble: preamble(lines, at, after),
        evidence: attribution.text.clone(),
    }
}

/// A line drawn between the header and the text belongs to the header, and so does a separator that is
/// written again below it.
fn below_rule(lines: &[Line], body: usize) -> usize {
    let first = (body..lines.len().min(body + 3)).find(|&at| !lines[at].is_blank());
    first
        .filter(|&at| {
            let text = lines[at].text;
            is_long_rule(text) || is_cut_line(text) || separator(text) == Some(Separator::Forwarded)
        })
        .map_or(body, |at| at + 1)
}

/// The forwarded text, and the line where the forwarder's own words go on: below a quoted forward, or
/// below a line that says where it ends.
fn body_from(lines: &[Line], start: usize, depth: usize) -> (String, usize) {
    let ends = |line: &Line| !line.is_blank() && (line.depth < depth || is_end(line.text));
    let end = lines[start..].iter().position(ends).map_or(lines.len(), |offset| start + offset);
    let drawn = lines[start..end].iter().rposition(|line| !line.is_blank());
    let last = drawn.filter(|&last| is_long_rule(lines[start + last].text));
    let body = &lines[start..last.map_or(end, |last| start + last)];
    // A program may quote the text but not the header above it.
    let written = body.iter().filter(|line| !line.is_blank());
    let levels = written
        .clone()
        .map(|line| line.depth)
        .min()
        .filter(|&shallowest| depth == 0 && shallowest > 0)
        .unwrap_or(depth);
    let after = if lines.get(end).is_some_and(|line| is_end(line.text)) { end + 1 } else { end };
    (join_unquoted(body, levels), after)
}

fn is_long_rule(text: &str) -> bool {
    is_rule(text) && text.len() > 20
}

fn is_end(text: &str) -> bool {
    separator(text) == Some(Separator::End) || is_cut_line(text)
}

/// The forwarder's own words: above the forward, and below it if there are any.
fn preamble(lines: &[Line], start: usize, after: usize) -> String {
    let above = lines[..start]
        .iter()
        .rposition(|line| !line.is_blank() && !is_rule(line.text))
        .map_or(0, |last| last + 1);
    let mut words = join_raw(&lines[..above]);
    let below = join_raw(lines.get(after..).unwrap_or_default());
    if !below.is_empty() {
        if !words.is_empty() {
            words.push_str("\n\n");
        }
        words.push_str(&below);
    }
    words
}

/// The sender that a label names; of "A on behalf of B" the one who wrote, B.
fn sender(value: &str) -> Person {
    let lower = value.to_lowercase();
    let words = ON_BEHALF_OF.places(&lower).find(|words| lower[..words.start].ends_with(' '));
    // Lower case may have another length; then the words cannot be cut out safely.
    let words = words.filter(|_| lower.len() == value.len());
    let split = words.map(|words| (value[..words.start].trim(), value[words.end..].trim()));
    match split {
        Some((sent_by, written_by)) if !written_by.is_empty() => {
            let writer = read_person(written_by);
            if writer.address.is_empty() {
                Person { name: writer.name, ..read_person(sent_by) }
            } else {
                writer
            }
        }
        _ => read_person(value),
    }
}

#[cfg(test)]
#[path = "forward_tests.rs"]
mod tests;
