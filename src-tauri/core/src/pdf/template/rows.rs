//! The rows of the lines of a quote, before they are placed on pages.

use super::columns::Columns;
use super::measures::{DETAIL, FINE, LABEL, LINE_NUMBER, MEDIUM, NUMBER, STRONG, TEXT};
use super::piece::tick_box;
use super::row::{Kind, Row};
use super::{Sheet, present};
use crate::money::{BasisPoints, Money};
use crate::pdf::PdfError;
use crate::pdf::layout::{Block, Role};
use crate::pdf::words::fill;
use crate::quote::line::{Item, QuoteLine, VatCategory};
use crate::quote::totals::TotalsError;

/// A unit that does not fit so many lines is none.
const MOST_UNIT_LINES: usize = 8;

/// The rows of a quote's lines, with their subtotals.
pub fn rows(sheet: &Sheet<'_>) -> Result<Vec<Row>, PdfError> {
    let mut builder =
        Builder { sheet, rows: Vec::new(), carried: None, section: None, sections: 0, items: 0 };
    let lines = &sheet.document.lines;
    for (position, line) in lines.iter().enumerate() {
        match line {
            QuoteLine::Section { title } => builder.section(title)?,
            QuoteLine::Text { body } => builder.remark(body)?,
            QuoteLine::Item(item) => {
                builder.item(item, sheet.totals.line_amounts.get(position).copied().flatten())?
            }
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
            (title, with_sentence(details, words.option_note))
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
            let style = TEXT.fitting_words(unit, Columns::UNIT_WIDTH, FINE.size)?;
            let mut lines = style.lines(unit, Columns::UNIT_WIDTH)?;
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
        let sum =
            STRONG.tabular().line_within(&sum.written_number(self.sheet.language), Columns::TOTAL_WIDTH)?;
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

/// A text with a sentence after it.
fn with_sentence(text: &str, sentence: &str) -> String {
    match text.chars().last() {
        None => sentence.to_owned(),
        Some('.' | '!' | '?' | '…' | ':' | ';') => format!("{text} {sentence}"),
        Some(_) => format!("{text}. {sentence}"),
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
