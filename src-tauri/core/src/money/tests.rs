use proptest::prelude::*;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::*;
use crate::language::Language::{self, De, En, Fr, Nl};

fn read(text: &str, language: Language) -> Result<String, NumberProblem> {
    parse_decimal(text, language).map(|value| value.to_string())
}

fn reads(text: &str, languages: &[Language], expected: &str) {
    for &language in languages {
        assert_eq!(read(text, language).as_deref(), Ok(expected), "{text:?} in {language:?}");
    }
}

#[test]
fn what_people_type_is_understood_in_their_language() {
    reads("1.234,56", &Language::ALL, "1234.56");
    reads("1 234,56", &Language::ALL, "1234.56");
    reads("1\u{a0}234,56", &Language::ALL, "1234.56");
    reads("1\u{202f}234,56", &Language::ALL, "1234.56");
    reads("1'234.56", &Language::ALL, "1234.56");
    reads("1’234’567", &Language::ALL, "1234567");
    reads("1,234.56", &Language::ALL, "1234.56");
    reads("46,50", &Language::ALL, "46.50");
    reads("46.5", &Language::ALL, "46.5");
    reads(" 12 ", &Language::ALL, "12");
    reads(",5", &Language::ALL, "0.5");
    reads("5,", &Language::ALL, "5");
    reads("1.234.567", &Language::ALL, "1234567");
}

#[test]
fn a_single_sign_before_three_digits_follows_the_language() {
    reads("1.234", &[Fr, Nl, De], "1234");
    reads("1.234", &[En], "1.234");
    reads("1,234", &[Fr, Nl, De], "1.234");
    reads("1,234", &[En], "1234");
    reads("0.125", &Language::ALL, "0.125");
    reads("1234.567", &Language::ALL, "1234.567");
}

#[test]
fn signs_stand_in_front() {
    reads("-3", &Language::ALL, "-3");
    reads("\u{2212}3,5", &Language::ALL, "-3.5");
    reads("+3", &Language::ALL, "3");
}

#[test]
fn what_is_no_number_says_so() {
    for text in
        ["abc", "12 34", "1.234.56", "1..2", "1,2,3.4.5", "1e5", "3-", "--3", "12 %", "€", ".", "1 .5", "½"]
    {
        for language in Language::ALL {
            assert_eq!(read(text, language), Err(NumberProblem::NotANumber), "{text:?}");
        }
    }
    assert_eq!(read("  ", Fr), Err(NumberProblem::Empty));
    assert_eq!(read(&"9".repeat(40), Fr), Err(NumberProblem::OutOfRange));
}

#[test]
fn quantities_prices_and_shares_keep_their_precision() {
    assert_eq!(Quantity::parse("7,2", Fr), Ok(Quantity(7_200)));
    assert_eq!(Quantity::parse("0,0005", Fr), Err(NumberProblem::TooManyDecimals { allowed: 3 }));
    assert_eq!(Quantity::parse("1,5000", Fr), Ok(Quantity(1_500)));
    assert_eq!(Quantity::parse("-3", Fr), Err(NumberProblem::Negative));
    assert_eq!(Quantity::parse("99999999999999999999", Fr), Err(NumberProblem::OutOfRange));
    assert_eq!(UnitPrice::parse("46,50 €", Fr), Ok(UnitPrice(465_000)));
    assert_eq!(UnitPrice::parse("€ 46,50", Nl), Ok(UnitPrice(465_000)));
    assert_eq!(UnitPrice::parse("-12.5", De), Ok(UnitPrice(-125_000)));
    assert_eq!(UnitPrice::parse("0,0125", De), Ok(UnitPrice(125)));
    assert_eq!(BasisPoints::parse("5,5 %", Fr), Ok(BasisPoints(550)));
    assert_eq!(BasisPoints::parse("21", Fr), Ok(BasisPoints(2_100)));
    assert_eq!(BasisPoints::parse("100,01", Fr), Err(NumberProblem::OutOfRange));
    assert_eq!(BasisPoints::parse("-1", Fr), Err(NumberProblem::Negative));
    assert_eq!(BasisPoints::parse("0,125", Fr), Err(NumberProblem::TooManyDecimals { allowed: 2 }));
}

#[test]
fn money_is_written_as_each_language_writes_it() {
    let amount = Money::euro_cents(123_456);
    assert_eq!(amount.written(Fr), "1\u{202f}234,56\u{a0}€");
    assert_eq!(amount.written(Nl), "€\u{a0}1.234,56");
    assert_eq!(amount.written(De), "1.234,56\u{a0}€");
    assert_eq!(amount.written(En), "€1,234.56");
    let reduction = Money::euro_cents(-29_974);
    assert_eq!(reduction.written(Fr), "\u{2212}299,74\u{a0}€");
    assert_eq!(reduction.written(Nl), "€\u{a0}\u{2212}299,74");
    assert_eq!(reduction.written(En), "\u{2212}€299.74");
    assert_eq!(reduction.written_number(De), "\u{2212}299,74");
    assert_eq!(Money::euro_cents(5).written(Fr), "0,05\u{a0}€");
    assert_eq!(Money::euro_cents(123_450).written_whole(Fr), "1\u{202f}235\u{a0}€");
    assert_eq!(Money::euro_cents(i64::MIN).written_number(En), "\u{2212}92,233,720,368,547,758.08");
}

#[test]
fn quantities_prices_and_shares_are_written_without_idle_zeros() {
    assert_eq!(Quantity(7_200).written(Fr), "7,2");
    assert_eq!(Quantity(1_250_500).written(De), "1.250,5");
    assert_eq!(Quantity(1_000).written(En), "1");
    assert_eq!(UnitPrice(465_000).written(Fr), "46,50");
    assert_eq!(UnitPrice(125).written(Fr), "0,0125");
    assert_eq!(UnitPrice(-9_800_000).written(Fr), "\u{2212}980,00");
    assert_eq!(BasisPoints(600).written(Fr), "6\u{a0}%");
    assert_eq!(BasisPoints(550).written(De), "5,5\u{a0}%");
    assert_eq!(BasisPoints(600).written(Nl), "6%");
    assert_eq!(BasisPoints(2_100).written(En), "21%");
}

#[test]
fn sums_and_shares_never_wrap() {
    let most = Money::euro_cents(i64::MAX);
    assert_eq!(most.checked_add(Money::euro_cents(1)), Err(MoneyError::OutOfRange));
    assert_eq!(Money::euro_cents(i64::MIN).checked_neg(), Err(MoneyError::OutOfRange));
    assert_eq!(Money::euro_cents(1_029_303).share(BasisPoints(3_000)), Ok(Money::euro_cents(308_791)));
    assert_eq!(
        Money::euro_cents(-5).share(BasisPoints(5_000)),
        Ok(Money::euro_cents(-3)),
        "half away from zero"
    );
    assert_eq!(most.share(BasisPoints(u32::MAX)), Err(MoneyError::OutOfRange));
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Written {
    #[serde(with = "decimal::quantity")]
    quantity: Quantity,
    #[serde(with = "decimal::unit_price")]
    price: UnitPrice,
    #[serde(with = "decimal::percent")]
    rate: BasisPoints,
}

#[test]
fn json_documents_hold_plain_decimals() {
    let from_numbers: Written = serde_json::from_str(r#"{"quantity":7.2,"price":46.5,"rate":6}"#).unwrap();
    let from_texts: Written =
        serde_json::from_str(r#"{"quantity":"7.2","price":"46.50","rate":"6"}"#).unwrap();
    assert_eq!(from_numbers, from_texts);
    assert_eq!(
        from_texts,
        Written { quantity: Quantity(7_200), price: UnitPrice(465_000), rate: BasisPoints(600) }
    );
    assert_eq!(
        serde_json::to_string(&from_texts).unwrap(),
        r#"{"quantity":"7.2","price":"46.50","rate":"6"}"#
    );
}

#[test]
fn a_localised_number_in_a_json_document_is_refused_with_the_reason() {
    let message = |json: &str| serde_json::from_str::<Written>(json).unwrap_err().to_string();
    let localised = message(r#"{"quantity":1,"price":"1.234,56","rate":6}"#);
    assert!(localised.contains(r#""1.234,56", expected a decimal number such as 1234.56"#), "{localised}");
    let fine = message(r#"{"quantity":1.23456,"price":1,"rate":6}"#);
    assert!(fine.contains("at most 3 decimals are kept"), "{fine}");
    let large = message(r#"{"quantity":1,"price":1,"rate":101}"#);
    assert!(large.contains("too large"), "{large}");
}

proptest! {
    #[test]
    fn what_is_written_reads_back(minor in -999_999_999_999_i64..999_999_999_999, language in prop::sample::select(Language::ALL.to_vec())) {
        let text = Money::euro_cents(minor).written_number(language);
        prop_assert_eq!(parse_decimal(&text, language), Ok(Decimal::new(minor, 2)));
    }

    #[test]
    fn no_text_is_a_panic(text in ".{0,40}", language in prop::sample::select(Language::ALL.to_vec())) {
        let _ = Quantity::parse(&text, language);
        let _ = UnitPrice::parse(&text, language);
        let _ = BasisPoints::parse(&text, language);
    }
}
