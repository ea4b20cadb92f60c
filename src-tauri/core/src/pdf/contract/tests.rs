use std::collections::BTreeSet;

use super::*;
use crate::pdf::QuoteDocument;

fn document() -> QuoteDocument {
    serde_json::from_value(example()).unwrap()
}

#[test]
fn the_example_is_complete_and_reads_back_as_it_was_written() {
    let written = serde_json::to_value(document()).unwrap();
    let read: QuoteDocument = serde_json::from_value(written).unwrap();
    assert_eq!(read, document());
}

/// Field names below a path of the schema and of a value.
fn names(value: &Value) -> BTreeSet<String> {
    value.as_object().into_iter().flatten().map(|(name, _)| name.clone()).collect()
}

#[test]
fn the_schema_names_every_field_and_no_other() {
    let (schema, written) = (schema(), serde_json::to_value(document()).unwrap());
    let properties = |path: &str| names(schema.pointer(&format!("{path}/properties")).unwrap());
    assert_eq!(properties(""), names(&written));
    for part in ["company", "recipient", "salesperson", "request", "discount", "deposit"] {
        assert_eq!(properties(&format!("/properties/{part}")), names(&written[part]), "{part}");
    }
    let item = properties("/properties/lines/items/oneOf/0");
    assert_eq!(item, names(&written["lines"][1]));
}

#[test]
fn lines_alone_are_read_with_the_same_names() {
    let lines = lines_from_json(&example()["lines"].to_string()).unwrap();
    assert_eq!(lines, document().lines);
}

#[test]
fn a_quantity_is_one_and_a_category_follows_the_rate_when_left_out() {
    let line = |vat: &str| {
        let json = format!(r#"[{{"kind":"item","title":"T","unit_price":"1","vat":{vat}}}]"#);
        match lines_from_json(&json).unwrap().remove(0) {
            QuoteLine::Item(item) => item,
            other => panic!("{other:?}"),
        }
    };
    assert_eq!((line("21").vat.category, line("0").vat.category), (VatCategory::S, VatCategory::Z));
    assert_eq!(line("5.5").vat.rate, BasisPoints(550));
    assert_eq!(line("21").quantity, Quantity::ONE);
}

#[test]
fn what_is_wrong_with_a_file_is_said_with_its_line() {
    let problem = |from: &str, to: &str| {
        let json = serde_json::to_string_pretty(&example()).unwrap().replacen(from, to, 1);
        serde_json::from_str::<QuoteDocument>(&json).unwrap_err().to_string()
    };
    let misspelt = problem("\"language\"", "\"langage\"");
    assert!(misspelt.starts_with("unknown field `langage`, expected one of `language`"), "{misspelt}");
    let number = problem("\"980.00\"", "\"abc\"");
    assert!(
        number.contains("\"abc\", expected a decimal number") && number.contains(" at line "),
        "{number}"
    );
    let date = problem("\"2026-11-20\"", "\"20/11/2026\"");
    assert!(date.contains(" at line "), "{date}");
    let kind = problem("\"kind\": \"section\"", "\"kind\": \"chapter\"");
    assert!(kind.contains("unknown variant `chapter`"), "{kind}");
}
