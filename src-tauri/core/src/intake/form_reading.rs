//! The lines of a form, taken for labels with their values.

use super::addresses::find_address;
use super::form_label::{bare_label, lookup, split_label};
use super::lines::Line;
use super::signature::is_closing;
use super::words::form_labels::{FORM_FOOTERS, FORM_INTRODUCTIONS, FormLabel};
use super::words::plain;

/// Free lines above the first label; a form's introduction is no longer.
const MAX_INTRODUCTION: usize = 6;
/// Free lines between the labels.
const MAX_FREE_LINES: usize = 3;
const MAX_FIELDS: usize = 60;
/// A label that stands above its value, in bytes.
const MAX_LABEL_ABOVE: usize = 120;

/// A label as it stands, what it names, and its value.
#[derive(Debug)]
pub(super) struct Entry<'t> {
    pub(super) text: &'t str,
    pub(super) label: Option<FormLabel>,
    pub(super) value: String,
}

/// How a form that has labels above their values tells them apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Layout {
    /// Every label is set off, in bold or as a heading.
    SetOff,
    /// A label begins a block of lines, or is one of every two lines.
    Blocks,
    /// Labels stand before their values, or only known ones above them.
    Lines,
}

impl Layout {
    fn of(lines: &[Line]) -> Self {
        let is_known = |line: &&Line| split_label(line.text).is_some_and(|(_, label, _)| label.is_some());
        if lines.iter().filter(|line| line.is_label).filter(is_known).take(2).count() == 2 {
            return Self::SetOff;
        }
        let is_above = |line: &Line| {
            split_label(line.text).is_some_and(|(_, label, value)| label.is_some() && value.is_empty())
        };
        if lines.iter().filter(|line| is_above(line)).take(2).count() == 2 {
            return Self::Blocks;
        }
        Self::Lines
    }
}

/// What stands under the labels of a form.
#[derive(Debug, Default)]
pub(super) struct Reading<'t> {
    pub(super) entries: Vec<Entry<'t>>,
    /// Whether nothing but the words of a site stands above the first label.
    pub(super) is_by_site: bool,
}

impl<'t> Reading<'t> {
    /// Reads lines; `None` if there are too few labels, or too much that stands under none.
    pub(super) fn of(lines: &[Line<'t>]) -> Option<Self> {
        let mut reading = Self { is_by_site: true, ..Self::default() };
        let layout = Layout::of(lines);
        let (mut introduction, mut free) = (0, 0);
        let mut after_blank = true;
        for (at, line) in lines.iter().enumerate() {
            if line.is_blank() {
                after_blank = true;
                reading.add_blank();
                continue;
            }
            let is_end = is_footer(line.text) || line.text == "--" || line.text == "---";
            if is_end && !reading.entries.is_empty() {
                break;
            }
            let label = reading.label_at(lines, at, layout, after_blank);
            if let Some(entry) = label.filter(|_| reading.entries.len() < MAX_FIELDS) {
                reading.entries.push(entry);
            } else if reading.takes(line.text, after_blank, layout) {
            } else if reading.entries.is_empty() {
                introduction += 1;
                if introduction > MAX_INTRODUCTION || is_closing(line.text) {
                    return None;
                }
                reading.is_by_site &= is_of_site(line.text);
            } else {
                free += 1;
            }
            after_blank = false;
        }
        (free <= MAX_FREE_LINES && reading.entries.len() >= 3).then_some(reading)
    }

    /// The label that a line begins with or is, if it has one.
    fn label_at(
        &self,
        lines: &[Line<'t>],
        at: usize,
        layout: Layout,
        after_blank: bool,
    ) -> Option<Entry<'t>> {
        let line = &lines[at];
        let in_message = self.entries.last().is_some_and(|entry| entry.label == Some(FormLabel::Message));
        let split = split_label(line.text);
        let entry = |(text, label, value): (&'t str, Option<FormLabel>, &str)| Entry {
            text,
            label,
            value: value.to_owned(),
        };
        match layout {
            Layout::SetOff if line.is_label && line.text.len() <= MAX_LABEL_ABOVE => {
                Some(entry(split.unwrap_or_else(|| (bare_label(line.text), None, ""))))
            }
            // What stands below a label that is set off is its value, whatever it looks like.
            Layout::SetOff if !self.entries.is_empty() => None,
            Layout::Blocks
                if split.is_none()
                    && (!in_message || is_starred(line.text))
                    && self.is_above(lines, at, after_blank) =>
            {
                Some(entry((bare_label(line.text), None, "")))
            }
            _ => split
                .filter(|(_, label, _)| label.is_some() || !in_message && !self.entries.is_empty())
                .map(entry),
        }
    }

    /// A label of the site's own above its value, among others that are known: it begins a block, or the
    /// next label stands two lines below.
    fn is_above(&self, lines: &[Line], at: usize, after_blank: bool) -> bool {
        let has_value = lines.get(at + 1).is_some_and(|below| !below.is_blank());
        let is_next = |line: &Line| split_label(line.text).is_some_and(|(_, label, _)| label.is_some());
        let alternates = || lines.get(at + 2).is_none_or(|line| line.is_blank() || is_next(line));
        self.entries.last().is_some_and(|entry| !entry.value.is_empty())
            && lines[at].text.len() <= MAX_LABEL_ABOVE
            && has_value
            && (after_blank || alternates())
    }

    /// A blank line inside a message belongs to it.
    fn add_blank(&mut self) {
        if let Some(entry) = self.entries.last_mut()
            && entry.label == Some(FormLabel::Message)
            && !entry.value.is_empty()
        {
            entry.value.push('\n');
        }
    }

    /// A line below a label that has no value yet, or that goes on with a message, an address or a list.
    fn takes(&mut self, text: &str, after_blank: bool, layout: Layout) -> bool {
        let Some(entry) = self.entries.last_mut() else { return false };
        let goes_on = match entry.label {
            Some(FormLabel::Message) => true,
            _ if layout == Layout::SetOff => true,
            Some(FormLabel::Address | FormLabel::Street) => !after_blank,
            _ if entry.value.starts_with("- ") => text.starts_with("- "),
            // The answer to a question of the site's own, in sentences.
            None => !after_blank && is_sentence(&entry.value),
            _ => false,
        };
        if !(entry.value.is_empty() || goes_on) {
            return false;
        }
        if !entry.value.is_empty() {
            entry.value.push('\n');
        }
        entry.value.push_str(text);
        true
    }

    pub(super) fn value(&self, label: FormLabel) -> &str {
        self.entries
            .iter()
            .find(|entry| entry.label == Some(label) && !entry.value.is_empty())
            .map(|entry| entry.value.as_str())
            .unwrap_or_default()
    }

    pub(super) fn has(&self, label: FormLabel) -> bool {
        !self.value(label).is_empty()
    }

    /// Whether there is an answer to a question of the site's own.
    pub(super) fn asks_more(&self) -> bool {
        self.entries.iter().any(|entry| entry.label.is_none() && !entry.value.is_empty())
    }

    /// What was written: under a known label, else the longest answer to a question of the site's own.
    pub(super) fn message(&self) -> &str {
        let known = self.value(FormLabel::Message);
        let answers = self.entries.iter().filter(|entry| entry.label.is_none() && is_sentence(&entry.value));
        let longest = answers.max_by_key(|entry| entry.value.len()).map(|entry| entry.value.as_str());
        if known.is_empty() { longest.unwrap_or_default() } else { known }
    }

    pub(super) fn address(&self) -> Option<String> {
        find_address(self.value(FormLabel::Email)).or_else(|| find_address(self.value(FormLabel::Name)))
    }

    /// Whether an entry tells of the sending: a technical one, or the date beside such ones.
    pub(super) fn is_technical(&self, at: usize) -> bool {
        let label_at = |at: usize| self.entries.get(at).and_then(|entry| entry.label);
        let is_technical = |at: usize| label_at(at) == Some(FormLabel::Technical);
        is_technical(at)
            || label_at(at) == Some(FormLabel::Date)
                && (is_technical(at + 1) || at.checked_sub(1).is_some_and(is_technical))
    }
}

/// What a site says above its fields, or a line that it draws.
fn is_of_site(text: &str) -> bool {
    !text.contains(char::is_alphanumeric) || FORM_INTRODUCTIONS.within(&plain(text)).is_some()
}

/// `**When do you need it?**`, as programs write what is bold without HTML.
fn is_starred(text: &str) -> bool {
    text.len() > 2 && text.starts_with('*') && text.ends_with('*')
}

fn is_sentence(value: &str) -> bool {
    value.split_whitespace().count() >= 4
}

fn is_footer(text: &str) -> bool {
    let lower = plain(text);
    FORM_FOOTERS.beginning(&lower).next().is_some()
        && !matches!(
            lookup(lower.split(':').next().unwrap_or_default()),
            Some(FormLabel::Date | FormLabel::Technical)
        )
}
