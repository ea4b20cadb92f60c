//! The words of the template, one table per language. `{…}` is filled in by [`fill`].

use crate::language::Language;

mod de;
mod en;
mod fr;
mod nl;

/// Every word that the template prints by itself.
pub struct Words {
    /// Name of the document.
    pub quote: &'static str,
    /// Where the number will be.
    pub draft: &'static str,
    /// `{version}`.
    pub version: &'static str,
    /// How a draft is called in running heads.
    pub draft_reference: &'static str,
    /// `{number}`, `{version}`.
    pub reference: &'static str,
    /// `{page}`, `{pages}`.
    pub page: &'static str,
    /// Facts beside the address.
    pub facts: Facts,
    /// `{name}`: the person at the recipient's company.
    pub attention: &'static str,
    /// `{number}`: the recipient's VAT number.
    pub vat_number: &'static str,
    /// Heads and words of the table of lines.
    pub table: TableWords,
    /// VAT summary and totals.
    pub totals: TotalsWords,
    /// Deposit.
    pub deposit: DepositWords,
    /// Heading of the terms.
    pub terms: &'static str,
    /// Acceptance.
    pub acceptance: AcceptanceWords,
    /// `{company}`: what the logo shows.
    pub logo: &'static str,
    /// Printed mails.
    pub correspondence: CorrespondenceWords,
}

/// Labels of the facts beside the address.
pub struct Facts {
    pub date: &'static str,
    pub valid_until: &'static str,
    pub contact: &'static str,
    pub site: &'static str,
    pub duration: &'static str,
    pub request: &'static str,
    /// `{date}`.
    pub request_of: &'static str,
    pub customer_reference: &'static str,
}

/// Words of the table of lines.
pub struct TableWords {
    pub description: &'static str,
    pub quantity: &'static str,
    pub unit: &'static str,
    pub unit_price: &'static str,
    pub vat: &'static str,
    pub total_net: &'static str,
    pub total_gross: &'static str,
    /// `{percent}`.
    pub discount: &'static str,
    /// `{section}`.
    pub subtotal: &'static str,
    /// Sum at the foot of a page.
    pub carried: &'static str,
    /// The same sum at the head of the next.
    pub brought: &'static str,
    /// `{title}`.
    pub option: &'static str,
    pub option_note: &'static str,
}

/// Words of the VAT summary and the totals.
pub struct TotalsWords {
    pub base: &'static str,
    pub amount: &'static str,
    pub exempt: &'static str,
    pub reverse_charge: &'static str,
    pub intra_community: &'static str,
    pub export: &'static str,
    pub outside_scope: &'static str,
    pub lines_net: &'static str,
    pub lines_gross: &'static str,
    pub discount: &'static str,
    pub net: &'static str,
    /// `{rates}`.
    pub vat: &'static str,
    /// Between the last two rates.
    pub and: &'static str,
    pub gross: &'static str,
    pub with_option: &'static str,
    pub with_options: &'static str,
}

/// Words of the deposit.
pub struct DepositWords {
    pub heading: &'static str,
    /// `{percent}`.
    pub share: &'static str,
    pub scan: &'static str,
    pub code: &'static str,
    /// `{number}`, `{version}`: the payment's reference when there is no structured one.
    pub reference: &'static str,
}

/// Words of the acceptance block.
pub struct AcceptanceWords {
    pub heading: &'static str,
    /// `{number}`, `{version}`.
    pub sentence: &'static str,
    pub sentence_draft: &'static str,
    /// `{amount}`.
    pub without_option: &'static str,
    /// `{amount}`.
    pub with_option: &'static str,
    /// `{amount}`.
    pub without_options: &'static str,
    pub with_chosen: &'static str,
    /// `{amount}`.
    pub with_all: &'static str,
    pub date: &'static str,
    pub name: &'static str,
    pub signature: &'static str,
}

/// Words of printed mails.
pub struct CorrespondenceWords {
    pub from: &'static str,
    pub to: &'static str,
    pub cc: &'static str,
    pub subject: &'static str,
    pub date: &'static str,
    /// `{date}`, `{time}`.
    pub at: &'static str,
    pub files: &'static str,
    /// `{count}`: of a list that is too long.
    pub others: &'static str,
    /// Bytes, and a thousand times more each.
    pub units: [&'static str; 4],
    /// Between whole and tenth.
    pub decimal: &'static str,
    pub header_only: &'static str,
    /// Said of a mail of which a part was left unread.
    pub incomplete: &'static str,
    pub unsent: &'static str,
    /// `{pages}`.
    pub cut: &'static str,
    /// What stands for a character that the face does not have.
    pub missing: &'static str,
}

/// The words of a language.
pub const fn words(language: Language) -> &'static Words {
    match language {
        Language::Fr => &fr::WORDS,
        Language::Nl => &nl::WORDS,
        Language::De => &de::WORDS,
        Language::En => &en::WORDS,
    }
}

/// `pattern` with each `{name}` replaced by its value. A value is never searched for names.
pub fn fill(pattern: &str, values: &[(&str, &str)]) -> String {
    let mut text = String::with_capacity(pattern.len() + 32);
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let (name, following) = after.split_once('}').unwrap_or((after, ""));
        if let Some((_, value)) = values.iter().find(|(known, _)| *known == name) {
            text.push_str(value);
        }
        rest = following;
    }
    text + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_with_braces_is_data() {
        assert_eq!(fill("{a}, {b}", &[("a", "{b}"), ("b", "2")]), "{b}, 2");
        assert_eq!(fill("nothing", &[]), "nothing");
    }
}
