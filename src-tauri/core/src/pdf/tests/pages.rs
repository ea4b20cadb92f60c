//! Where things stand on the pages.

use super::*;
use crate::pdf::layout::{Layout, Mark, Page, TextRun};

pub fn laid_out(document: &QuoteDocument) -> Layout {
    lay_out(document).unwrap()
}

/// The text of a run without the space that parts it from the next.
fn said(run: &TextRun) -> String {
    run.text().trim_end_matches(' ').to_owned()
}

fn page_of(layout: &Layout, text: &str) -> Option<usize> {
    layout.pages.iter().position(|page| runs(page).any(|run| said(run) == text))
}

pub fn runs(page: &Page) -> impl Iterator<Item = &TextRun> {
    let marks = page.blocks.iter().flat_map(|block| &block.marks);
    marks.filter_map(|mark| match mark {
        Mark::Text(run) => Some(run),
        _ => None,
    })
}

/// Texts that stand on the baseline of a run that says `text`, left to right.
fn beside(page: &Page, text: &str) -> Vec<String> {
    let baseline = runs(page).find(|run| said(run) == text).map(|run| run.baseline).unwrap();
    let mut row: Vec<&TextRun> = runs(page).filter(|run| (run.baseline - baseline).abs() < 0.1).collect();
    row.sort_by(|left, right| left.x.total_cmp(&right.x));
    row.into_iter().map(said).collect()
}

#[test]
fn the_example_fills_two_pages_and_carries_its_sum() {
    let layout = laid_out(&example_document());
    assert_eq!(layout.pages.len(), 2);
    let carried = beside(&layout.pages[0], "À reporter");
    assert_eq!(carried, ["À reporter", "5\u{202f}346,20"]);
    assert_eq!(beside(&layout.pages[1], "Report"), ["Report", "5\u{202f}346,20"]);
    for (page, number) in layout.pages.iter().zip(["Page 1 sur 2", "Page 2 sur 2"]) {
        assert!(page.texts().any(|text| text == "Description"), "the head of the table is repeated");
        assert!(page.texts().any(|text| text == number));
    }
}

#[test]
fn the_example_shows_the_figures_of_its_totals() {
    let layout = laid_out(&example_document());
    let shown = |label: &str| beside(&layout.pages[1], label).pop().unwrap();
    assert_eq!(shown("Total des lignes"), "9\u{202f}991,20\u{a0}€");
    assert_eq!(shown("Remise d’hiver, 3\u{a0}%"), "\u{2212}299,74\u{a0}€");
    assert_eq!(shown("TVA 6\u{a0}% et 21\u{a0}%"), "601,57\u{a0}€");
    assert_eq!(shown("Total TVAC"), "10\u{202f}293,03\u{a0}€");
    assert_eq!(shown("avec l’option, TVAC"), "10\u{202f}746,71\u{a0}€");
    assert_eq!(page_of(&layout, "3\u{202f}087,91\u{a0}€"), Some(1), "the deposit");
    assert_eq!(page_of(&layout, "+++202/6000/83149+++"), Some(1));
}

#[test]
fn a_draft_says_so_where_the_number_will_be_and_cannot_be_paid() {
    let layout = laid_out(&QuoteDocument { number: None, ..example_document() });
    assert_eq!(beside(&layout.pages[0], "Brouillon"), ["Brouillon", "version 1"]);
    assert!(layout.pages[0].texts().any(|text| text == "Offre, brouillon"));
    let pays = |mark: &Mark| matches!(mark, Mark::Modules(_));
    let blocks = layout.pages.iter().flat_map(|page| &page.blocks);
    assert!(!blocks.flat_map(|block| &block.marks).any(pays), "no payment code");
}

#[test]
fn an_invalid_account_has_no_payment_code() {
    let mut document = example_document();
    document.company.iban = Some("BE71 0961 2345 6760".into());
    let layout = laid_out(&document);
    let marks = layout.pages.iter().flat_map(|page| &page.blocks).flat_map(|block| &block.marks);
    assert!(!marks.into_iter().any(|mark| matches!(mark, Mark::Modules(_))));
    assert_eq!(page_of(&layout, "BE71 0961 2345 6760"), Some(1), "it is printed as it is");
}

#[test]
fn a_section_title_stays_with_its_first_two_lines_and_a_subtotal_with_its_last() {
    for count in 4..34 {
        let mut lines = plain_lines(count);
        lines.extend([section("Second"), line("First of it"), line("Second of it"), line("Last of it")]);
        let layout = laid_out(&with_lines(lines));
        let title = page_of(&layout, "A. Second").unwrap();
        assert_eq!(page_of(&layout, "First of it"), Some(title), "after {count} lines");
        assert_eq!(page_of(&layout, "Second of it"), Some(title), "after {count} lines");
        let last = page_of(&layout, "Last of it").unwrap();
        assert_eq!(page_of(&layout, "Sous-total A"), Some(last), "after {count} lines");
    }
}

#[test]
fn totals_deposit_and_acceptance_are_never_split_and_nobody_signs_an_empty_page() {
    for count in 4..34 {
        let layout = laid_out(&with_lines(plain_lines(count)));
        let total = page_of(&layout, "Total TVAC").unwrap();
        assert_eq!(page_of(&layout, "Total des lignes"), Some(total), "after {count} lines");
        let deposit = page_of(&layout, "Acompte à la commande").unwrap();
        assert_eq!(page_of(&layout, "À scanner avec votre application bancaire."), Some(deposit));
        let acceptance = page_of(&layout, "Bon pour accord").unwrap();
        assert_eq!(acceptance, deposit, "after {count} lines");
        assert_eq!(acceptance, layout.pages.len() - 1);
    }
}

#[test]
fn a_description_longer_than_a_page_goes_on_and_nothing_of_it_is_lost() {
    let words: Vec<String> = (0..4_000).map(|number| format!("word{number}")).collect();
    let mut long = item("Long one");
    long.details = words.join(" ");
    let layout = laid_out(&with_lines(vec![section("Only"), QuoteLine::Item(long), line("After it")]));
    let title = page_of(&layout, "A. Only").unwrap();
    assert_eq!(page_of(&layout, "Long one"), Some(title));
    let printed: Vec<String> = layout.pages.iter().flat_map(Page::texts).collect();
    let printed = printed.join(" ");
    let mut printed = printed.split_whitespace().filter(|word| word.starts_with("word"));
    assert!(words.iter().all(|word| printed.next() == Some(word)), "every word, in order");
    assert_eq!(printed.next(), None);
}

#[test]
fn an_option_has_its_price_and_a_box_and_is_not_carried() {
    let option = QuoteLine::Item(Item { optional: true, ..item("Extra") });
    let layout = laid_out(&with_lines(vec![section("S"), line("Firm"), option]));
    let page = &layout.pages[0];
    assert_eq!(
        beside(page, "Option\u{a0}: Extra"),
        ["Option\u{a0}: Extra", "1", "h", "65,00", "21\u{a0}%", "65,00"]
    );
    assert_eq!(beside(page, "Sous-total A"), ["Sous-total A", "65,00"]);
    let baseline = |text: &str| runs(page).find(|run| said(run) == text).unwrap().baseline;
    assert!(baseline("Sous-total A") < baseline("Option\u{a0}: Extra"), "below the subtotal");
    let marks = layout.pages.iter().flat_map(|page| &page.blocks).flat_map(|block| &block.marks);
    let boxes = marks.into_iter().filter(|mark| matches!(mark, Mark::Frame(_)));
    assert_eq!(boxes.count(), 4, "one in the table, two choices, the acceptance");
}

#[test]
fn a_letter_that_was_typed_before_a_section_is_not_doubled() {
    let layout =
        laid_out(&with_lines(vec![section("A. Floor"), line("One"), section("B. Walls"), line("Two")]));
    assert_eq!(page_of(&layout, "A. Floor"), Some(0));
    assert_eq!(page_of(&layout, "B. Walls"), Some(0));
}

#[test]
fn a_long_unit_stays_in_one_piece() {
    let mut document = with_lines(vec![line("Ventilation")]);
    let json = serde_json::to_value(&document).unwrap();
    let json = json.to_string().replace(r#""unit":"h""#, r#""unit":"appartement""#);
    document = serde_json::from_str(&json).unwrap();
    let layout = laid_out(&document);
    assert!(beside(&layout.pages[0], "Ventilation").contains(&"appartement".to_owned()), "{json}");
}

#[test]
fn a_name_alone_makes_a_document() {
    let json = r#"{"language":"en","date":"2026-11-20","company":{"name":"Jo"},"recipient":{"name":"Mo"},
        "lines":[{"kind":"item","title":"Repair","unit_price":65,"vat":21}]}"#;
    let document: QuoteDocument = serde_json::from_str(json).unwrap();
    let layout = laid_out(&document);
    assert_eq!(layout.pages.len(), 1);
    assert_eq!(beside(&layout.pages[0], "Total incl. VAT"), ["Total incl. VAT", "€78.65"]);
}

#[test]
fn prices_with_vat_are_called_so() {
    let layout = laid_out(&QuoteDocument { prices: PriceMode::Gross, ..example_document() });
    assert_eq!(beside(&layout.pages[1], "Total des lignes TVAC").pop().unwrap(), "9\u{202f}991,20\u{a0}€");
    assert_eq!(beside(&layout.pages[1], "avec l’option, TVAC").pop().unwrap(), "10\u{202f}119,46\u{a0}€");
}
