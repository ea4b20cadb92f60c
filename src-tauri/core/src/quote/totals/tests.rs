use proptest::prelude::*;

use super::*;
use crate::money::{Quantity, UnitPrice};
use crate::quote::line::{Item, VatCategory};

fn item(quantity: &str, price: &str, percent: u32) -> Item {
    let language = crate::language::Language::En;
    Item {
        title: "Item".into(),
        details: String::new(),
        quantity: Quantity::parse(quantity, language).unwrap(),
        unit: String::new(),
        unit_price: UnitPrice::parse(price, language).unwrap(),
        discount: BasisPoints::ZERO,
        vat: Vat::at(BasisPoints(percent * 100)),
        optional: false,
    }
}

fn line(quantity: &str, price: &str, percent: u32) -> QuoteLine {
    QuoteLine::Item(item(quantity, price, percent))
}

fn option(quantity: &str, price: &str, percent: u32) -> QuoteLine {
    QuoteLine::Item(Item { optional: true, ..item(quantity, price, percent) })
}

fn net(lines: &[QuoteLine], discount: u32) -> Totals {
    Totals::of(lines, BasisPoints(discount), PriceMode::Net).unwrap()
}

fn cents(amount: Money) -> i64 {
    amount.minor
}

/// Three sections, a discount on a line, two rates, one option.
fn three_sections() -> Vec<QuoteLine> {
    let mut discounted = item("1", "486", 6);
    discounted.discount = BasisPoints(1_000);
    vec![
        QuoteLine::Section { title: "First".into() },
        line("1", "980", 6),
        line("7.2", "46.50", 6),
        QuoteLine::Section { title: "Second".into() },
        line("1", "648", 6),
        line("1", "512", 6),
        QuoteLine::Item(discounted),
        line("1", "1390", 6),
        line("18", "58", 6),
        QuoteLine::Section { title: "Third".into() },
        line("7.2", "62", 6),
        line("24.5", "54", 6),
        line("31.7", "78", 6),
        line("1", "265", 6),
        line("1", "138", 21),
        option("1", "428", 6),
    ]
}

#[test]
fn vat_is_computed_on_the_sum_of_a_category_and_not_per_line() {
    let totals = net(&[line("1", "299.33", 20), line("1", "179.33", 20), line("1", "99.34", 20)], 0);
    assert_eq!(cents(totals.net), 57_800);
    assert_eq!(cents(totals.vat_amount), 11_560, "per line it would be 115.61");
}

#[test]
fn discounts_rates_and_options_come_to_the_figures_of_the_design() {
    let totals = net(&three_sections(), 300);
    assert_eq!(cents(totals.lines), 999_120);
    assert_eq!(cents(totals.discount), -29_974);
    assert_eq!(cents(totals.net), 969_146);
    let by_rate: Vec<_> =
        totals.vat.iter().map(|part| (part.vat.rate.0, cents(part.base), cents(part.amount))).collect();
    assert_eq!(by_rate, [(600, 955_760, 57_346), (2_100, 13_386, 2_811)]);
    assert_eq!(cents(totals.vat_amount), 60_157);
    assert_eq!(cents(totals.gross), 1_029_303);
    assert_eq!(totals.with_options.map(|all| cents(all.gross)), Some(1_074_671));
    assert_eq!(totals.deposit(BasisPoints(3_000)).map(cents), Ok(308_791));
    assert_eq!(totals.line_amounts[6].map(cents), Some(43_740), "486.00 less 10 %");
    assert_eq!(totals.line_amounts[15].map(cents), Some(42_800), "an option keeps its amount");
}

#[test]
fn a_line_is_rounded_half_away_from_zero() {
    let amount = |quantity, price| net(&[line(quantity, price, 21)], 0).line_amounts[0].map(cents);
    assert_eq!(amount("0.5", "0.01"), Some(1));
    assert_eq!(amount("0.5", "-0.01"), Some(-1));
    assert_eq!(amount("0.333", "0.0125"), Some(0));
    assert_eq!(amount("1000", "0.0125"), Some(1_250));
}

#[test]
fn an_empty_quote_comes_to_nothing() {
    let totals = net(&[], 500);
    assert_eq!((cents(totals.gross), totals.vat.len(), totals.with_options), (0, 0, None));
}

#[test]
fn prices_with_vat_add_up_to_what_the_lines_say() {
    let lines = [line("3", "10.00", 21), line("1", "5.30", 6)];
    let totals = Totals::of(&lines, BasisPoints::ZERO, PriceMode::Gross).unwrap();
    assert_eq!(cents(totals.gross), 3_530);
    assert_eq!(cents(totals.net), 2_479 + 500);
    assert_eq!(cents(totals.vat_amount), 521 + 30);
}

#[test]
fn reverse_charge_and_exemption_are_apart_and_untaxed() {
    let mut reversed = item("1", "100", 21);
    reversed.vat = Vat::untaxed(VatCategory::AE);
    let mut exempt = item("1", "50", 21);
    exempt.vat = Vat::untaxed(VatCategory::E);
    let totals = net(&[QuoteLine::Item(reversed), QuoteLine::Item(exempt), line("1", "10", 21)], 0);
    let categories: Vec<_> = totals.vat.iter().map(|part| part.vat.category).collect();
    assert_eq!(categories, [VatCategory::E, VatCategory::AE, VatCategory::S]);
    assert_eq!(cents(totals.gross), 16_210);
}

#[test]
fn what_makes_no_sense_is_refused_with_its_line() {
    let of = |line| {
        Totals::of(&[QuoteLine::Text { body: String::new() }, line], BasisPoints::ZERO, PriceMode::Net)
    };
    let mut taxed_exemption = item("1", "1", 21);
    taxed_exemption.vat.category = VatCategory::E;
    assert_eq!(of(QuoteLine::Item(taxed_exemption)), Err(TotalsError::VatInconsistent { line: 1 }));
    let mut given_away = item("1", "1", 21);
    given_away.discount = BasisPoints(10_001);
    assert_eq!(of(QuoteLine::Item(given_away)), Err(TotalsError::LineDiscountAboveWhole { line: 1 }));
    let mut vast = item("1", "1", 21);
    (vast.quantity, vast.unit_price) = (Quantity(i64::MAX), UnitPrice(i64::MAX));
    assert_eq!(of(QuoteLine::Item(vast)), Err(TotalsError::LineOutOfRange { line: 1 }));
    assert_eq!(Totals::of(&[], BasisPoints(10_001), PriceMode::Net), Err(TotalsError::DiscountAboveWhole));
}

#[test]
fn a_sum_that_does_not_fit_is_refused() {
    let mut large = item("1", "1", 21);
    (large.quantity, large.unit_price) = (Quantity(1_000_000), UnitPrice(900_000_000_000_000_000));
    let large = QuoteLine::Item(large);
    let two = Totals::of(&[large.clone(), large], BasisPoints::ZERO, PriceMode::Net);
    assert_eq!(two, Err(TotalsError::OutOfRange));
}

fn any_line() -> impl Strategy<Value = QuoteLine> {
    let rates = prop::sample::select(vec![0_u32, 600, 1_200, 2_100, 550, 2_000]);
    (0_i64..2_000_000, -5_000_000_i64..50_000_000, 0_u32..=10_000, rates, prop::bool::weighted(0.2)).prop_map(
        |(quantity, price, discount, rate, optional)| {
            QuoteLine::Item(Item {
                quantity: Quantity(quantity),
                unit_price: UnitPrice(price),
                discount: BasisPoints(discount),
                vat: Vat::at(BasisPoints(rate)),
                optional,
                ..item("1", "1", 0)
            })
        },
    )
}

fn any_mode() -> impl Strategy<Value = PriceMode> {
    prop::sample::select(vec![PriceMode::Net, PriceMode::Gross])
}

fn without_options(lines: &[QuoteLine]) -> Vec<QuoteLine> {
    let is_option = |line: &QuoteLine| matches!(line, QuoteLine::Item(item) if item.optional);
    lines.iter().filter(|line| !is_option(line)).cloned().collect()
}

proptest! {
    #[test]
    fn sums_are_exact(lines in prop::collection::vec(any_line(), 0..40), discount in 0_u32..=10_000, mode in any_mode()) {
        let totals = Totals::of(&lines, BasisPoints(discount), mode).unwrap();
        let firm: i64 = lines.iter().zip(&totals.line_amounts)
            .filter(|(line, _)| matches!(line, QuoteLine::Item(item) if !item.optional))
            .map(|(_, amount)| amount.unwrap().minor)
            .sum();
        prop_assert_eq!(cents(totals.lines), firm);
        prop_assert_eq!(cents(totals.net), totals.vat.iter().map(|part| cents(part.base)).sum::<i64>());
        prop_assert_eq!(cents(totals.vat_amount), totals.vat.iter().map(|part| cents(part.amount)).sum::<i64>());
        prop_assert_eq!(cents(totals.gross), cents(totals.net) + cents(totals.vat_amount));
        let discounted = cents(totals.lines) + cents(totals.discount);
        let reached = if mode == PriceMode::Net { totals.net } else { totals.gross };
        prop_assert_eq!(cents(reached), discounted);
    }

    #[test]
    fn the_discount_is_spread_to_the_cent(lines in prop::collection::vec(any_line(), 0..40), discount in 0_u32..=10_000) {
        let totals = net(&lines, discount);
        let spread: i64 = totals.vat.iter().map(|part| cents(part.discount)).sum();
        prop_assert_eq!(spread, cents(totals.discount));
        let rounded = totals.lines.share(BasisPoints(discount)).unwrap();
        prop_assert_eq!(cents(totals.discount), -cents(rounded));
        for part in &totals.vat {
            let sum = cents(part.base) - cents(part.discount);
            let exact = sum as f64 * f64::from(discount) / 10_000.0;
            prop_assert!((cents(part.discount) as f64 + exact).abs() < 1.0 + 1e-6, "a share is off by less than a cent");
        }
    }

    #[test]
    fn the_order_of_lines_does_not_matter(
        (lines, shuffled) in prop::collection::vec(any_line(), 0..20)
            .prop_flat_map(|lines| (Just(lines.clone()), Just(lines).prop_shuffle())),
        discount in 0_u32..=10_000,
        mode in any_mode(),
    ) {
        let left = Totals::of(&lines, BasisPoints(discount), mode).unwrap();
        let right = Totals::of(&shuffled, BasisPoints(discount), mode).unwrap();
        prop_assert_eq!(Totals { line_amounts: vec![], ..left }, Totals { line_amounts: vec![], ..right });
    }

    #[test]
    fn no_option_reaches_the_totals(lines in prop::collection::vec(any_line(), 0..30), discount in 0_u32..=10_000, mode in any_mode()) {
        let with = Totals::of(&lines, BasisPoints(discount), mode).unwrap();
        let without = Totals::of(&without_options(&lines), BasisPoints(discount), mode).unwrap();
        prop_assert_eq!(without.with_options, None);
        prop_assert_eq!(Totals { line_amounts: vec![], with_options: None, ..with }, Totals { line_amounts: vec![], ..without });
    }

    #[test]
    fn taking_vat_out_of_a_price_and_putting_it_back_agree(base in 0_i64..100_000_000, percent in prop::sample::select(vec![6_u32, 12, 21])) {
        let vat = Vat::at(BasisPoints(percent * 100));
        let put = taxed(vat, 0, base, PriceMode::Net).unwrap();
        let taken = taxed(vat, 0, cents(put.base) + cents(put.amount), PriceMode::Gross).unwrap();
        prop_assert_eq!((taken.base, taken.amount), (put.base, put.amount));
    }
}
