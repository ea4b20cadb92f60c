//! What is new in a mail, what is quoted, and who signed.

use super::attribution::{Attribution, begins_with_introduction, is_between_marks};
use super::header_block::{HeaderBlock, is_below_rule, says_sent_by_label};
use super::lines::{Line, join_raw};
use super::model::ReplyParts;
use super::separator::{Separator, is_rule, separator, separator_with_rest};
use super::signature::{is_closing, split_signature};
use super::words::labels::Label;

/// Whether a mail answers another, by its header.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Thread {
    /// It answers one, or forwards it.
    Answer,
    /// It begins a conversation.
    New,
    /// There is no header that could tell.
    #[default]
    Unknown,
}

/// What the header says of the mail around a body.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Around<'m> {
    pub(super) sender_name: &'m str,
    pub(super) thread: Thread,
}

/// Takes a body apart. Never leaves the new text empty while there is text: an answer that cannot be told
/// from what it quotes is shown as a whole.
pub(super) fn split_reply(lines: &[Line], around: Around) -> ReplyParts {
    let sender_name = around.sender_name;
    let split = History::find(lines, around)
        .map(|history| history.split(lines, around))
        .unwrap_or_else(|| Split::all_new(lines.len()));
    let new: Vec<Line> = split.new.iter().map(|&index| split.line(lines, index)).collect();
    if new.iter().all(Line::is_blank) {
        return split_signature(lines, sender_name).into_parts(String::new());
    }
    let quoted = join_raw(split.quoted(lines).iter());
    split_signature(&new, sender_name).into_parts(quoted)
}

/// Where the history begins.
#[derive(Debug, Clone, PartialEq, Eq)]
struct History {
    /// The first line of it: of its separator, header or introduction.
    start: usize,
    /// Where in that line it begins: an answer may share the line.
    offset: usize,
    /// The first line of what was written.
    content: usize,
}

impl History {
    fn find(lines: &[Line], around: Around) -> Option<Self> {
        // Where the markup names a quote further down, what it does not name above is none.
        let named = lines.iter().rposition(|line| line.is_quote_start).unwrap_or(0);
        let mut at = 0;
        while at < lines.len() {
            if (around.thread == Thread::New || at < named)
                && let Some(end) = end_of_marked_list(lines, at)
            {
                at = end;
                continue;
            }
            if let Some(history) = Self::at(lines, at, around) {
                return Some(history.with_rules_above(lines));
            }
            at += 1;
        }
        None
    }

    fn at(lines: &[Line], at: usize, around: Around) -> Option<Self> {
        let line = &lines[at];
        if line.is_blank() {
            return None;
        }
        let whole = |content| Some(Self { start: at, offset: 0, content });
        if line.is_quote_start && at > 0 {
            let content = Attribution::read(lines, at).map_or(at, |attribution| attribution.end);
            return whole(content);
        }
        if line.text.len() <= 400
            && (separator(line.text).is_some() || separator_with_rest(line.text).is_some())
        {
            return whole(at + 1);
        }
        if is_between_marks(line) || begins_with_introduction(line) {
            return whole(at + 1);
        }
        if line.depth > 0 {
            return is_quoted_run(lines, at).then_some(Self { start: at, offset: 0, content: at });
        }
        if let Some(attribution) = Attribution::read(lines, at) {
            return Some(Self { start: at, offset: attribution.offset, content: attribution.end });
        }
        let block =
            HeaderBlock::read(lines, at).filter(|block| is_history_header(block, lines, at, around))?;
        whole(block.end)
    }

    /// Rules drawn above the history belong to it.
    fn with_rules_above(mut self, lines: &[Line]) -> Self {
        if self.offset > 0 {
            return self;
        }
        while let Some(above) = lines[..self.start]
            .iter()
            .rposition(|line| !line.is_blank())
            .filter(|&above| is_rule(lines[above].text) && self.start - above <= 3)
        {
            self.start = above;
        }
        self
    }

    fn split(&self, lines: &[Line], around: Around) -> Split {
        let first_written = (self.content..lines.len()).find(|&at| !lines[at].is_blank());
        let is_quoted_style =
            first_written.is_some_and(|at| lines[at].depth > lines[self.start].depth || lines[at].depth > 0);
        let mut split = Split::all_new(self.start);
        if self.offset > 0 {
            split.shared = Some((self.start, self.offset));
            split.new.push(self.start);
        }
        let Some(first_quoted) = first_written.filter(|_| is_quoted_style) else {
            return split;
        };
        let runs = runs(lines, first_quoted, around);
        let answers: Vec<&Run> = runs.iter().filter(|run| run.is_new).collect();
        let Some(last_answer) = answers.last() else {
            return split;
        };
        let is_inline = runs.iter().filter(|run| !run.is_new && run.start < last_answer.start).count() > 1;
        if is_inline {
            split.new.extend(first_quoted..last_answer.end);
        } else {
            split.new.extend(last_answer.start..last_answer.end);
        }
        split
    }
}

/// Which lines are new; the others are history.
#[derive(Debug)]
struct Split {
    new: Vec<usize>,
    /// A line of which only the beginning is new.
    shared: Option<(usize, usize)>,
}

impl Split {
    fn all_new(end: usize) -> Self {
        Self { new: (0..end).collect(), shared: None }
    }

    fn line<'t>(&self, lines: &[Line<'t>], index: usize) -> Line<'t> {
        let mut line = lines[index];
        if let Some((shared, offset)) = self.shared
            && shared == index
        {
            line.text = line.text.get(..offset).unwrap_or(line.text);
            line.raw = line.text;
        }
        line
    }

    fn quoted<'t>(&self, lines: &[Line<'t>]) -> Vec<Line<'t>> {
        let mut is_new = vec![false; lines.len()];
        self.new.iter().for_each(|&index| is_new[index] = true);
        let mut quoted = Vec::new();
        for (index, line) in lines.iter().enumerate() {
            match self.shared {
                Some((shared, offset)) if shared == index => {
                    let mut rest = *line;
                    rest.raw = line.text.get(offset..).unwrap_or_default();
                    quoted.push(rest);
                }
                _ if !is_new[index] => quoted.push(*line),
                _ => {}
            }
        }
        quoted
    }
}

/// Lines in a row that are all quoted, or all new.
#[derive(Debug)]
struct Run {
    start: usize,
    end: usize,
    is_new: bool,
}

/// The runs from a line on; history of the other style (a separator or header) ends them.
fn runs(lines: &[Line], from: usize, around: Around) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut at = from;
    while let Some(line) = lines.get(at) {
        if line.is_blank() {
            at += 1;
            continue;
        }
        let mut end = at + 1;
        let mut is_new = line.depth == 0;
        if is_new {
            if let Some(attribution) =
                Attribution::read(lines, at).filter(|attribution| quote_follows(lines, attribution.end))
            {
                (is_new, end) = (false, attribution.end);
            } else if separator(line.text).is_some_and(|kind| kind != Separator::End)
                || HeaderBlock::read(lines, at)
                    .is_some_and(|block| is_history_header(&block, lines, at, around))
            {
                break;
            } else if is_broken_quote(lines, at) {
                is_new = false;
            }
        }
        match runs.last_mut() {
            Some(run) if run.is_new == is_new => run.end = end,
            _ => runs.push(Run { start: at, end, is_new }),
        }
        at = end;
    }
    runs
}

fn quote_follows(lines: &[Line], from: usize) -> bool {
    lines[from.min(lines.len())..].iter().find(|line| !line.is_blank()).is_some_and(|line| line.depth > 0)
}

/// A line that a program broke off a quoted one: between quoted lines, and not like the beginning of an
/// answer.
fn is_broken_quote(lines: &[Line], at: usize) -> bool {
    let Some(above) = at.checked_sub(1).map(|above| &lines[above]).filter(|above| above.depth > 0) else {
        return false;
    };
    if lines.get(at + 1).is_none_or(|below| below.depth == 0) {
        return false;
    }
    let text = lines[at].text;
    let is_cut = above.raw.len() >= 65
        && text.starts_with(|first: char| first.is_lowercase() || first.is_ascii_digit());
    let opens = |text: &str| text.matches(['(', '<', '[']).count() > text.matches([')', '>', ']']).count();
    is_cut
        || opens(above.text)
        || ["(http", "<http", "http:", "https:", "_", "<mailto"].iter().any(|start| text.starts_with(start))
}

/// Quoted lines without an introduction: one alone may be a mark in a text, several are a quote.
fn is_quoted_run(lines: &[Line], at: usize) -> bool {
    let quoted =
        lines[at..].iter().take_while(|line| line.depth > 0 || line.is_blank()).filter(|line| line.depth > 0);
    quoted.take(2).count() >= 2 || Attribution::read(lines, at).is_some()
}

/// The end of a list whose writer put `> ` before its lines, as others put a bullet: nothing in it or above it
/// shows that it quotes a mail.
fn end_of_marked_list(lines: &[Line], at: usize) -> Option<usize> {
    let is_marked = |line: &Line| (line.depth > 0 || line.is_blank()) && !line.is_quote_start;
    if lines[at].depth == 0 {
        return None;
    }
    let length = lines[at..].iter().take_while(|line| is_marked(line)).count();
    let shows_a_mail = |index: usize| {
        let line = &lines[index];
        line.depth > 1
            || is_closing(line.text)
            || separator(line.text).is_some()
            || Attribution::read(lines, index).is_some()
            || HeaderBlock::read(lines, index).is_some_and(|block| block.is_mail_header())
    };
    (length > 0 && !(at..at + length).any(shows_a_mail)).then_some(at + length)
}

/// A header block above a quoted mail, not a form that lists its sender among its facts, nor a journey from
/// one place to another.
fn is_history_header(block: &HeaderBlock, lines: &[Line], at: usize, around: Around) -> bool {
    let is_below_text = lines[..at].iter().any(|line| !line.is_blank());
    let has_time = block.get(Label::Date).is_some() || block.get(Label::To).is_some();
    let is_sent = lines[at].is_below_rule || block.says_sent();
    let is_of_a_mail = || {
        around.thread == Thread::Answer
            || is_below_rule(lines, at)
            || block.has_correspondent(around.sender_name)
            || says_sent_by_label(&lines[at..block.end])
    };
    block.is_mail_header()
        && (is_below_text || lines[at].is_below_rule)
        && has_time
        && is_sent
        && is_of_a_mail()
}

#[cfg(test)]
#[path = "reply_tests.rs"]
mod tests;
