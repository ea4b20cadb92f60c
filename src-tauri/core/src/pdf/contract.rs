//! The JSON form of a document: lines with plain decimals, the schema and the example.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;

use crate::money::{BasisPoints, Quantity, UnitPrice, decimal};
use crate::quote::line::{Item, QuoteLine, Vat, VatCategory};

#[cfg(test)]
mod tests;

const SCHEMA: &str = include_str!("contract/schema.json");
const EXAMPLE: &str = include_str!("contract/example.json");

/// The JSON Schema (2020-12) of a [`super::QuoteDocument`], with the complete
/// [`example`] under `examples`.
pub fn schema() -> Value {
    let mut schema: Value = serde_json::from_str(SCHEMA).unwrap_or_default();
    if let Some(fields) = schema.as_object_mut() {
        fields.insert("examples".to_owned(), Value::Array(vec![example()]));
    }
    schema
}

/// A complete document in its JSON form: a bathroom with three sections, two VAT rates,
/// discounts, an option and a deposit.
pub fn example() -> Value {
    serde_json::from_str(EXAMPLE).unwrap_or_default()
}

/// Lines from the JSON form of a document: the field names of [`schema`].
///
/// # Errors
/// Says what is wrong, and where.
pub fn lines_from_json(json: &str) -> Result<Vec<QuoteLine>, serde_json::Error> {
    lines::deserialize(&mut serde_json::Deserializer::from_str(json))
}

pub(super) const fn first_version() -> u32 {
    1
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind", deny_unknown_fields)]
enum WrittenLine {
    Item {
        title: String,
        #[serde(default)]
        details: String,
        #[serde(default = "one", with = "decimal::quantity")]
        quantity: Quantity,
        #[serde(default)]
        unit: String,
        #[serde(with = "decimal::unit_price")]
        unit_price: UnitPrice,
        #[serde(default, with = "decimal::percent")]
        discount: BasisPoints,
        #[serde(with = "decimal::percent")]
        vat: BasisPoints,
        #[serde(default)]
        vat_category: Option<VatCategory>,
        #[serde(default)]
        optional: bool,
    },
    Section {
        title: String,
    },
    Text {
        body: String,
    },
}

const fn one() -> Quantity {
    Quantity::ONE
}

impl From<WrittenLine> for QuoteLine {
    fn from(written: WrittenLine) -> Self {
        match written {
            WrittenLine::Item {
                title,
                details,
                quantity,
                unit,
                unit_price,
                discount,
                vat,
                vat_category,
                optional,
            } => {
                let usual = Vat::at(vat);
                let vat = Vat { category: vat_category.unwrap_or(usual.category), ..usual };
                Self::Item(Item { title, details, quantity, unit, unit_price, discount, vat, optional })
            }
            WrittenLine::Section { title } => Self::Section { title },
            WrittenLine::Text { body } => Self::Text { body },
        }
    }
}

impl From<&QuoteLine> for WrittenLine {
    fn from(line: &QuoteLine) -> Self {
        match line {
            QuoteLine::Item(item) => Self::Item {
                title: item.title.clone(),
                details: item.details.clone(),
                quantity: item.quantity,
                unit: item.unit.clone(),
                unit_price: item.unit_price,
                discount: item.discount,
                vat: item.vat.rate,
                vat_category: Some(item.vat.category),
                optional: item.optional,
            },
            QuoteLine::Section { title } => Self::Section { title: title.clone() },
            QuoteLine::Text { body } => Self::Text { body: body.clone() },
        }
    }
}

/// Lines with plain decimals.
pub(super) mod lines {
    use super::{Deserialize, Deserializer, QuoteLine, Serializer, WrittenLine};

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<QuoteLine>, D::Error> {
        let written = Vec::<WrittenLine>::deserialize(deserializer)?;
        Ok(written.into_iter().map(QuoteLine::from).collect())
    }

    pub fn serialize<S: Serializer>(lines: &[QuoteLine], serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(lines.iter().map(WrittenLine::from))
    }
}

/// A file as base64.
pub(super) mod base64_bytes {
    use serde::de::Error;

    use super::{Deserialize, Deserializer, Serialize, Serializer};
    use crate::base64;

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Vec<u8>>, D::Error> {
        let text = Option::<String>::deserialize(deserializer)?;
        text.map(|text| {
            base64::decode(text.trim().as_bytes()).map_err(|_| D::Error::custom("this is not base64"))
        })
        .transpose()
    }

    pub fn serialize<S: Serializer>(bytes: &Option<Vec<u8>>, serializer: S) -> Result<S::Ok, S::Error> {
        bytes.as_ref().map(|bytes| base64::encode(bytes)).serialize(serializer)
    }
}
