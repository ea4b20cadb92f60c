//! Elements and character data laid out as lines of text.

use super::attribution_shape::ends_with_verb;
use super::html_markers::{Hint, Look, is_emphasis, is_indentation, is_tight, mail_link, marker};
use super::html_text::MarkedText;
use super::html_tokens::{attribute, push_decoded};

/// Elements that have no end tag.
const VOID: [&str; 14] = [
    "br", "hr", "img", "meta", "link", "input", "area", "base", "col", "embed", "source", "wbr", "param",
    "basefont",
];
/// Elements that begin and end a line.
const BLOCKS: [&str; 36] = [
    "div",
    "p",
    "table",
    "tr",
    "ul",
    "ol",
    "li",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "blockquote",
    "pre",
    "center",
    "dl",
    "dt",
    "dd",
    "section",
    "article",
    "header",
    "footer",
    "form",
    "fieldset",
    "address",
    "main",
    "body",
    "figure",
    "caption",
    "details",
    "summary",
    "legend",
    "nav",
    "aside",
    "figcaption",
];
/// Blocks with a blank line around them.
const PARAGRAPHS: [&str; 10] = ["p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl"];
/// More elements open inside each other than this are not tracked: their quotes and signatures are
/// lost, not their text.
const MAX_OPEN: usize = 500;
/// More blank lines in a row than this say no more than this many.
const MAX_LINE_ENDS: usize = 4;

/// An element that is open, and what it changes until it is closed.
struct OpenElement {
    name: String,
    line_ends_after: usize,
    is_quote: bool,
    is_signature: bool,
    hides: bool,
    is_emphasis: bool,
    /// Whether line ends were kept around it.
    was_preformatted: bool,
    /// Whether letters had no size around it.
    was_sizeless: bool,
    link: Option<String>,
    text_start: usize,
    /// Items of a list so far.
    items: usize,
}

/// Whether an open element without an end tag ends where another begins.
fn ends(open: &str, next: &str) -> bool {
    match open {
        "p" => BLOCKS.contains(&next) && !matches!(next, "tr" | "caption" | "body") || next == "hr",
        "li" => next == "li",
        "dt" | "dd" => matches!(next, "dt" | "dd"),
        "td" | "th" => matches!(next, "td" | "th" | "tr" | "tbody" | "tfoot"),
        "tr" => matches!(next, "tr" | "tbody" | "tfoot"),
        "option" => matches!(next, "option" | "optgroup"),
        _ => false,
    }
}

/// Whether an element inside an open one has such elements of its own, which do not end the outer one.
fn bounds(open: &str, inside: &str) -> bool {
    match open {
        "p" => matches!(inside, "button" | "object" | "marquee" | "table"),
        "li" => matches!(inside, "ul" | "ol" | "table"),
        "dt" | "dd" => matches!(inside, "dl" | "table"),
        _ => inside == "table",
    }
}

/// Lays the text of an HTML document out in lines.
#[derive(Default)]
pub(super) struct Writer {
    out: String,
    line_number: usize,
    hints: Vec<(usize, Hint)>,
    open: Vec<OpenElement>,
    /// What is said about the next line that gets text.
    waiting_hints: Vec<Hint>,
    /// Line ends owed before the next text.
    line_ends: usize,
    /// The line so far holds nothing but no-break spaces: an empty line that its writer wanted.
    is_spacer: bool,
    owes_space: bool,
    owes_tab: bool,
    owes_bullet: bool,
    /// The number of the item whose bullet is owed; 0 in a list without numbers.
    item_number: usize,
    quote_depth: usize,
    written_depth: usize,
    hidden: usize,
    emphasis: usize,
    /// The line has text that is not set off.
    has_plain_text: bool,
    is_preformatted: bool,
    /// Letters have no size here.
    is_sizeless: bool,
}

/// How much of the end of a line tells it from others, in characters.
const MAX_LINE_END: usize = 24;

impl Writer {
    /// Bytes written so far.
    pub(super) fn length(&self) -> usize {
        self.out.len()
    }

    /// The last line that has text: its number, and its end without marks of quotation.
    pub(super) fn last_line(&self) -> (usize, &str) {
        let written = self.out.trim_end();
        let start = written.char_indices().rev().take(MAX_LINE_END).last().map_or(0, |(start, _)| start);
        let line = written[start..].rsplit('\n').next().unwrap_or_default();
        (self.line_number, line.trim_start_matches(['>', ' ']))
    }

    /// Enters an element; its name is in lower case.
    pub(super) fn open(&mut self, name: String, attributes: &str) {
        self.end_implied(&name);
        let mut line_ends = 0;
        match name.as_str() {
            "br" => return self.line_break(),
            "hr" => {
                self.owe(1);
                self.mark(attributes);
                return self.waiting_hints.push(Hint::Rule);
            }
            "td" | "th" => self.owes_tab = self.line_ends == 0 && !self.out.is_empty(),
            block if BLOCKS.contains(&block) => {
                line_ends = if PARAGRAPHS.contains(&block) && !is_tight(attributes) { 2 } else { 1 };
                self.owe(line_ends);
                if block == "li" {
                    self.owes_bullet = true;
                    self.item_number = self.next_item();
                }
            }
            _ => {}
        }
        let marker = self.mark(attributes);
        if VOID.contains(&name.as_str()) || self.open.len() >= MAX_OPEN {
            return;
        }
        let look = Look::of(&name, attributes);
        let element = OpenElement {
            line_ends_after: line_ends,
            is_quote: name == "blockquote" && (!is_indentation(attributes) || self.is_introduced()),
            is_signature: marker == Some(Hint::Signature),
            hides: look.hides,
            is_emphasis: is_emphasis(&name),
            was_preformatted: self.is_preformatted,
            was_sizeless: self.is_sizeless,
            link: (name == "a").then(|| mail_link(attributes)).flatten(),
            text_start: self.out.len(),
            items: attribute(attributes, "start")
                .filter(|_| name == "ol")
                .and_then(|start| start.trim().parse::<usize>().ok())
                .map_or(0, |start| start.saturating_sub(1)),
            name,
        };
        self.quote_depth += usize::from(element.is_quote);
        self.hidden += usize::from(element.hides);
        self.emphasis += usize::from(element.is_emphasis);
        self.is_preformatted = look.keeps_line_ends.unwrap_or(self.is_preformatted);
        self.is_sizeless = look.has_size.map_or(self.is_sizeless, |has_size| !has_size);
        self.open.push(element);
    }

    /// True if the text so far ends with a line such as "On … wrote:".
    fn is_introduced(&self) -> bool {
        let last_words = self.out.char_indices().rev().take(60).last();
        last_words.is_some_and(|(start, _)| ends_with_verb(&self.out[start..]))
    }

    /// Counts an item of the list that is open, if that has numbers.
    fn next_item(&mut self) -> usize {
        let list = self.open.iter_mut().rev().find(|element| matches!(element.name.as_str(), "ol" | "ul"));
        list.filter(|list| list.name == "ol").map_or(0, |list| {
            list.items += 1;
            list.items
        })
    }

    /// Ends a hidden element or one that is set off, without an end tag, where the next element ends it (HTML
    /// Living Standard, 13.1.2.4), so that it changes nothing more. Where others end changes nothing in the layout.
    fn end_implied(&mut self, name: &str) {
        if self.hidden == 0 && self.emphasis == 0 {
            return;
        }
        let is_ended = |at: &usize| {
            let element = &self.open[*at];
            (element.hides || element.is_emphasis)
                && ends(&element.name, name)
                && !self.open[at + 1..].iter().any(|inner| bounds(&element.name, &inner.name))
        };
        // Elements that end each other stand inside each other only with a bound between them: each look is short.
        if let Some(ended) = (0..self.open.len()).find(is_ended) {
            self.leave_from(ended);
        }
    }

    fn leave_from(&mut self, first: usize) {
        for element in self.open.split_off(first).into_iter().rev() {
            self.leave(&element);
        }
    }

    /// An end tag closes its element and what is open inside it.
    pub(super) fn close(&mut self, name: &str) {
        if name == "br" {
            return self.line_break();
        }
        let Some(found) = self.open.iter().rposition(|element| element.name == name) else {
            return self.owe(usize::from(BLOCKS.contains(&name)));
        };
        self.leave_from(found);
    }

    fn leave(&mut self, element: &OpenElement) {
        if let Some(address) = &element.link {
            let shown = &self.out[element.text_start.min(self.out.len())..];
            if !shown.contains('@') && !shown.trim().is_empty() {
                self.words(&format!(" <{address}>"));
            }
        }
        self.owe(element.line_ends_after);
        self.quote_depth -= usize::from(element.is_quote);
        self.hidden -= usize::from(element.hides);
        self.emphasis -= usize::from(element.is_emphasis);
        self.is_preformatted = element.was_preformatted;
        self.is_sizeless = element.was_sizeless;
        self.owes_bullet &= element.name != "li";
        if element.is_signature {
            self.owe(1);
            self.waiting_hints.push(Hint::SignatureEnd);
        }
    }

    fn mark(&mut self, attributes: &str) -> Option<Hint> {
        let marker = marker(attributes)?;
        if self.waiting_hints.len() < 8 {
            self.waiting_hints.push(marker);
        }
        if marker != Hint::Rule {
            self.owe(1);
        }
        Some(marker)
    }

    /// Sees to it that the next text begins a line, with blank lines above it for more than 1.
    fn owe(&mut self, line_ends: usize) {
        if line_ends > 0 && std::mem::take(&mut self.is_spacer) {
            self.line_ends = (self.line_ends + 1).min(MAX_LINE_ENDS);
        }
        self.line_ends = self.line_ends.max(line_ends);
    }

    fn line_break(&mut self) {
        self.is_spacer = false;
        self.line_ends = (self.line_ends + 1).min(MAX_LINE_ENDS);
    }

    /// Writes character data, entities not yet decoded.
    pub(super) fn text(&mut self, text: &str) {
        if self.hidden > 0 || self.is_sizeless || text.is_empty() {
            return;
        }
        if !text.contains('&') {
            return self.decoded_text(text);
        }
        let mut decoded = String::with_capacity(text.len());
        push_decoded(&mut decoded, text);
        self.decoded_text(&decoded);
    }

    fn decoded_text(&mut self, text: &str) {
        if !self.is_preformatted {
            return self.words(text);
        }
        for (index, line) in text.split('\n').enumerate() {
            if index > 0 {
                self.line_break();
            }
            let written = line.trim_end();
            if !written.is_empty() {
                self.begin_text();
                self.has_plain_text |= self.emphasis == 0;
                self.out.push_str(written);
            }
            if written.len() < line.len() {
                self.owes_space = true;
            }
        }
    }

    fn words(&mut self, text: &str) {
        for character in text.chars() {
            match character {
                ' ' | '\t' | '\n' | '\r' | '\u{c}' => self.owes_space = true,
                '\u{feff}' | '\u{200b}' | '\u{ad}' | '\u{34f}' => {}
                '\u{a0}' if self.line_ends > 0 || self.out.is_empty() => self.is_spacer = true,
                '\u{a0}' => self.out.push(' '),
                control if control.is_control() => {}
                other => {
                    if self.line_ends > 0 || self.owes_space || self.owes_tab || self.out.is_empty() {
                        self.begin_text();
                    }
                    self.has_plain_text |= self.emphasis == 0 && !matches!(other, '*' | ':' | '?');
                    self.out.push(other);
                }
            }
        }
    }

    /// Writes what is owed before a character of text.
    fn begin_text(&mut self) {
        let begins_line = self.line_ends > 0 || self.out.is_empty();
        if begins_line {
            self.begin_line();
        } else if self.owes_tab {
            self.trim_line();
            self.out.push('\t');
        } else if self.owes_space && !self.out.ends_with([' ', '\t']) {
            self.out.push(' ');
        }
        (self.owes_space, self.owes_tab, self.is_spacer) = (false, false, false);
    }

    fn begin_line(&mut self) {
        if !self.out.is_empty() {
            self.end_line();
            let shared_depth = self.quote_depth.min(self.written_depth);
            for written in 0..self.line_ends {
                if written > 0 {
                    self.out.extend(std::iter::repeat_n('>', shared_depth));
                }
                self.out.push('\n');
            }
            self.line_number += self.line_ends;
        }
        self.line_ends = 0;
        let line_number = self.line_number;
        self.hints.extend(self.waiting_hints.drain(..).map(|hint| (line_number, hint)));
        self.written_depth = self.quote_depth;
        if self.quote_depth > 0 {
            self.out.extend(std::iter::repeat_n('>', self.quote_depth.min(100)));
            self.out.push(' ');
        }
        if std::mem::take(&mut self.owes_bullet) {
            match self.item_number {
                0 => self.out.push_str("- "),
                number => self.out.push_str(&format!("{number}. ")),
            }
        }
    }

    fn end_line(&mut self) {
        self.trim_line();
        if !std::mem::take(&mut self.has_plain_text) {
            self.hints.push((self.line_number, Hint::Label));
        }
    }

    fn trim_line(&mut self) {
        self.out.truncate(self.out.trim_end_matches([' ', '\t']).len());
    }

    /// The text so far.
    pub(super) fn finish(mut self) -> MarkedText {
        if !self.out.is_empty() {
            self.end_line();
        }
        let after_last_line = self.line_number + 1;
        self.hints.extend(self.waiting_hints.drain(..).map(|hint| (after_last_line, hint)));
        MarkedText { text: self.out, hints: self.hints }
    }
}
