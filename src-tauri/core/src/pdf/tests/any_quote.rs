//! What holds for every quote, however odd.

use proptest::prelude::*;

use super::pages::{laid_out, runs};
use super::*;
use crate::pdf::layout::{PAGE_HEIGHT, PAGE_WIDTH};

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[A-Za-zéèœß’€ -]{0,40}",
        2 => proptest::collection::vec("[a-zéà]{1,12}", 0..120).prop_map(|words| words.join(" ")),
        1 => "\\PC{0,60}",
        1 => "[a-z]{200,400}",
    ]
}

fn any_line() -> impl Strategy<Value = QuoteLine> {
    prop_oneof![
        6 => (any_text(), any_text(), 0_i64..10_000_000, -10_000_000_i64..100_000_000, prop::bool::weighted(0.2)).prop_map(
            |(title, details, quantity, price, optional)| QuoteLine::Item(Item {
                details, optional, quantity: Quantity(quantity), unit_price: UnitPrice(price), ..item(&title)
            })
        ),
        2 => any_text().prop_map(|title| QuoteLine::Section { title }),
        1 => any_text().prop_map(|body| QuoteLine::Text { body }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn whatever_is_quoted_stays_on_its_page(
        lines in proptest::collection::vec(any_line(), 0..25),
        (intro, terms, mention) in (any_text(), any_text(), any_text()),
        language in prop::sample::select(Language::ALL.to_vec()),
    ) {
        let document = QuoteDocument { language, intro, terms, vat_mentions: vec![mention], ..with_lines(lines) };
        let layout = laid_out(&document);
        for page in &layout.pages {
            for run in runs(page) {
                prop_assert!(run.x >= 56.0 && run.x + run.width() <= PAGE_WIDTH - 47.0, "{:?}", run.text());
                prop_assert!(run.baseline > 45.0 && run.baseline < PAGE_HEIGHT - 25.0, "{:?}", run.text());
            }
        }
        let last = layout.pages.last().unwrap();
        let footers = layout.pages.iter().map(|page| runs(page).map(|run| run.baseline).fold(0.0, f32::max));
        prop_assert!(footers.into_iter().all(|lowest| lowest > PAGE_HEIGHT - 40.0), "every page has its footer");
        prop_assert!(last.texts().count() > 10);
    }
}
