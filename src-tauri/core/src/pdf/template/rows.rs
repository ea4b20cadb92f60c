//! The rows of the table of lines, before they are placed on pages.

use super::measures::{
    DETAIL, HAIRLINE, LABEL, LINE_NUMBER, MEDIUM, MM, NUMBER, SECTION_RULE, STRONG, TEXT,
};
use super::piece::tick_box;
use super::table::Columns;
use super::{Sheet, present};
use crate::money::{BasisPoints, Money};
use crate::pdf::PdfError;
use crate::pdf::layout::{Block, Cell, Colour, Mark, Role, Table, TextRun};
use crate::pdf::text::Line;
use crate::pdf::words::fill;
use crate::quote::line::{Item, QuoteLine, VatCategory};
use crate::quote::totals::TotalsError;

/// What a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Title of a section.
    Section,
    /// A priced line.
    Item,
    /// A priced line outside the totals.
    Option,
    /// A remark.
    Remark,
    /// Sum of a section.
    Subtotal,
}

/// A row: what stands at its head, and lines below it that may continue on another page.
#[derive(Debug, Clone)]
pub struct Row {
    /// What it is.
    pub kind: Kind,
    /// What stands at its head; tops count from below its padding.
    pub head: Vec<Block>,
    /// Height of all that stands at its head.
    pub head_height: f32,
    /// Where the details begin at its head.
    pub details_top: f32,
    /// Lines that may be split over pages.
    pub details: Vec<Line>,
    /// Its place in the table.
    pub number: usize,
    /// Sum of the lines up to and including this row; `None` as long as none has an amount.
    pub carried: Option<Money>,
}

impl Kind {
    /// Space above the row's text.
    pub const fn padding_above(self) -> f32 {
        if matches!(self, Self::Section) { 4.0 * MM } else { PADDING }
    }

    /// Thickness of the rule below.
    pub const fn rule_below(self) -> f32 {
        match self {
            Self::Section => SECTION_RULE,
            Self::Item | Self::Option | Self::Remark => HAIRLINE,
            Self::Subtotal => 0.0,
        }
    }
}

/// A unit that does not fit so many lines is none.
const MOST_UNIT_LINES: usize = 8;
/// Space below a row's text.
pub const PADDING: f32 = 1.7 * MM;

/// The rows of a quote's lines, with their subtotals.
pub fn rows(sheet: &Sheet<'_>) -> Result<Vec<Row>, PdfError> {
    let mut builder = Builder { sheet, rows: Vec::new(), carried: None, section: None, sections: 0, items: 0 };
    let lines = &sheet.document.lines;
    for (position, line) in lines.iter().enumerate() {
        match line {
            QuoteLine::Section { title } => builder.section(title)?,
            QuoteLine::Text { body } => builder.remark(body)?,
            QuoteLine::Item(item) => builder.item(item, sheet.totals.line_amounts.get(position).copied().flatten())?,
        }
        if is_firm(line) && !more_in_section(&lines[position + 1..]) {
            builder.subtotal()?;
        }
    }
    Ok(builder.rows)
}

fn is_firm(line: &QuoteLine) -> bool {
    matches!(line, QuoteLine::Item(item) if !item.optional)
}

fn more_in_section(following: &[QuoteLine]) -> bool {
    following.iter().take_while(|line| !matches!(line, QuoteLine::Section { .. })).any(is_firm)
}

struct Builder<'a> {
    sheet: &'a Sheet<'a>,
    rows: Vec<Row>,
    carried: Option<Money>,
    /// Letter and sum of the section that is open.
    section: Option<(String, Money)>,
    sections: usize,
    items: usize,
}

impl Builder<'_> {
    fn section(&mut self, title: &str) -> Result<(), PdfError> {
        let letter = letters(self.sections);
        self.sections += 1;
        self.items = 0;
        let bare = title.strip_prefix(&format!("{letter}. ")).unwrap_or(title);
        let lines = STRONG.lines(&format!("{letter}. {bare}"), Columns::TEXT_TO_END)?;
        let mut row = self.row(Kind::Section);
        row.set_title(lines);
        self.rows.push(row);
        self.section = Some((letter, Money::euro_cents(0)));
        Ok(())
    }

    fn remark(&mut self, body: &str) -> Result<(), PdfError> {
        let mut row = self.row(Kind::Remark);
        row.details = DETAIL.lines(body, Columns::TEXT_TO_END)?;
        self.rows.push(row);
        Ok(())
    }

    fn item(&mut self, item: &Item, amount: Option<Money>) -> Result<(), PdfError> {
        let kind = if item.optional { Kind::Option } else { Kind::Item };
        if let Some(amount) = amount.filter(|_| !item.optional) {
            let carried = self.carried.unwrap_or(Money::euro_cents(0));
            self.carried = Some(carried.checked_add(amount).map_err(TotalsError::from)?);
            if let Some((_, sum)) = &mut self.section {
                *sum = sum.checked_add(amount).map_err(TotalsError::from)?;
            }
        }
        let mut row = self.row(kind);
        self.line_number(item, &mut row)?;
        self.description(item, &mut row)?;
        self.amounts(item, amount, &mut row)?;
        self.rows.push(row);
        Ok(())
    }

    fn line_number(&mut self, item: &Item, row: &mut Row) -> Result<(), PdfError> {
        if item.optional {
            let baseline = TEXT.line("")?.at(0.0, 0.0).baseline;
            row.head.push(Block { role: Role::Artifact, marks: vec![tick_box(Columns::NUMBER, baseline)] });
            return Ok(());
        }
        self.items += 1;
        let letter = self.section.as_ref().map_or("", |(letter, _)| letter);
        let number = format!("{letter}{}", self.items);
        row.add(0, [LINE_NUMBER.line_within(&number, Columns::NUMBER_WIDTH)?.at(Columns::NUMBER, 0.0)]);
        Ok(())
    }

    fn description(&self, item: &Item, row: &mut Row) -> Result<(), PdfError> {
        let words = &self.sheet.words.table;
        let details = item.details.trim();
        let (title, details) = if item.optional {
            let title = fill(words.option, &[("title", &item.title)]);
            (title, format!("{details} {}", words.option_note).trim_start().to_owned())
        } else {
            (item.title.clone(), details.to_owned())
        };
        row.set_title(MEDIUM.lines(&title, Columns::TEXT_WIDTH)?);
        if !details.is_empty() {
            row.details.extend(DETAIL.lines(&details, Columns::TEXT_WIDTH)?);
        }
        Ok(())
    }

    fn amounts(&self, item: &Item, amount: Option<Money>, row: &mut Row) -> Result<(), PdfError> {
        let language = self.sheet.language;
        let number = |text: String, width| NUMBER.line_within(&text, width);
        let quantity = number(item.quantity.written(language), Columns::QUANTITY_WIDTH)?;
        row.add(2, [quantity.ending_at(Columns::QUANTITY_END, 0.0)]);
        if let Some(unit) = present(Some(&item.unit)) {
            let mut lines = TEXT.lines(unit, Columns::UNIT_WIDTH)?;
            lines.truncate(MOST_UNIT_LINES);
            row.head_height = row.head_height.max(row.add_lines(3, &lines, Columns::UNIT, 0.0));
        }
        let price = number(item.unit_price.written(language), Columns::PRICE_WIDTH)?;
        let mut price_runs = vec![price.ending_at(Columns::PRICE_END, 0.0)];
        if item.discount > BasisPoints::ZERO {
            let percent = item.discount.written(language);
            let discount = fill(self.sheet.words.table.discount, &[("percent", &percent)]);
            let discount = DETAIL.line_within(&discount, Columns::PRICE_WIDTH)?;
            price_runs.push(discount.ending_at(Columns::PRICE_END, TEXT.leading));
            row.head_height = row.head_height.max(TEXT.leading + DETAIL.leading);
        }
        row.add(4, price_runs);
        let vat = match item.vat.category {
            VatCategory::O => "–".to_owned(),
            _ => item.vat.rate.written(language),
        };
        row.add(5, [TEXT.line_within(&vat, Columns::VAT_WIDTH)?.ending_at(Columns::VAT_END, 0.0)]);
        if let Some(amount) = amount {
            let amount = number(amount.written_number(language), Columns::TOTAL_WIDTH)?;
            row.add(6, [amount.ending_at(Columns::TOTAL_END, 0.0)]);
        }
        Ok(())
    }

    fn subtotal(&mut self) -> Result<(), PdfError> {
        let Some((letter, sum)) = &self.section else {
            return Ok(());
        };
        let label = fill(self.sheet.words.table.subtotal, &[("section", letter)]);
        let label = LABEL.line(&label)?;
        let sum = STRONG.tabular().line_within(&sum.written_number(self.sheet.language), Columns::TOTAL_WIDTH)?;
        let mut row = self.row(Kind::Subtotal);
        row.add(1, [label.ending_at(Columns::VAT_END, 0.0)]);
        row.add(6, [sum.ending_at(Columns::TOTAL_END, 0.0)]);
        row.head_height = STRONG.leading;
        self.rows.push(row);
        Ok(())
    }

    fn row(&self, kind: Kind) -> Row {
        Row {
            kind,
            head: Vec::new(),
            head_height: 0.0,
            details_top: 0.0,
            details: Vec::new(),
            number: self.rows.len() + 1,
            carried: self.carried,
        }
    }
}

impl Row {
    /// The role of a cell of this row.
    pub const fn cell(&self, column: usize) -> Role {
        Role::Cell(Cell { table: Table::Lines, row: self.number, column, heads: false })
    }

    fn add(&mut self, column: usize, runs: impl IntoIterator<Item = TextRun>) {
        let marks = runs.into_iter().map(Mark::Text).collect();
        self.head.push(Block { role: self.cell(column), marks });
    }

    fn add_lines(&mut self, column: usize, lines: &[Line], x: f32, top: f32) -> f32 {
        let mut y = top;
        let mut runs = Vec::with_capacity(lines.len());
        for line in lines {
            runs.push(line.at(x, y));
            y += line.leading();
        }
        self.add(column, runs);
        y
    }

    /// The first lines of a title stand at the head; of one that is absurdly long, the rest
    /// can go on to another page.
    fn set_title(&mut self, mut lines: Vec<Line>) {
        const AT_HEAD: usize = 6;
        self.details = lines.split_off(lines.len().min(AT_HEAD));
        self.details_top = self.add_lines(1, &lines, Columns::TEXT, 0.0);
        self.head_height = self.details_top;
    }

    /// Whether its rule is left out above the dashed one of an option.
    pub const fn gives_way(&self) -> bool {
        matches!(self.kind, Kind::Item | Kind::Remark)
    }

    /// Colour of the rule below.
    pub const fn rule_colour(&self) -> Colour {
        match self.kind {
            Kind::Item | Kind::Remark => Colour::Hairline,
            Kind::Section | Kind::Option | Kind::Subtotal => Colour::Ink,
        }
    }
}

/// A, B … Z, AA, AB …
fn letters(mut index: usize) -> String {
    let mut letters = Vec::new();
    loop {
        letters.push(b'A' + u8::try_from(index % 26).unwrap_or(0));
        if index < 26 {
            break;
        }
        index = index / 26 - 1;
    }
    letters.iter().rev().map(|&letter| char::from(letter)).collect()
}

#[cfg(test)]
mod tests {
    use super::letters;

    #[test]
    fn sections_have_letters_without_end() {
        let written: Vec<String> = [0, 1, 25, 26, 27, 701, 702].map(letters).into();
        assert_eq!(written, ["A", "B", "Z", "AA", "AB", "ZZ", "AAA"]);
    }
}
