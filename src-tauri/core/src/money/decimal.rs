//! Quantities, prices and shares as plain decimals in JSON documents that people read and
//! write: `7.2`, `"46.50"`, `5.5`. For use with `#[serde(with = "…")]`; the types' own form
//! stays the integer.
//!
//! Read from a number or from a text with a decimal point, never from a localised text. A
//! JSON number is exact here up to 15 digits; a text always is.

use std::fmt;

use rust_decimal::Decimal;
use serde::de::{Error, Unexpected, Visitor};
use serde::{Deserializer, Serializer};

struct DecimalVisitor;

impl Visitor<'_> for DecimalVisitor {
    type Value = Decimal;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a decimal number such as 1234.56")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Decimal, E> {
        let plain = text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-'));
        Decimal::from_str_exact(text)
            .ok()
            .filter(|_| plain)
            .ok_or_else(|| E::invalid_value(Unexpected::Str(text), &self))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Decimal, E> {
        Ok(Decimal::from(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Decimal, E> {
        Ok(Decimal::from(value))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Decimal, E> {
        // Rust writes the shortest text that reads back as the same number, which is what
        // stood in the document.
        Decimal::from_str_exact(&value.to_string())
            .map_err(|_| E::invalid_value(Unexpected::Float(value), &self))
    }
}

fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Decimal, D::Error> {
    deserializer.deserialize_any(DecimalVisitor)
}

fn write<S: Serializer>(units: i64, decimals: u32, serializer: S) -> Result<S::Ok, S::Error> {
    let mut value = Decimal::from_i128_with_scale(i128::from(units), decimals).normalize();
    if decimals == 4 && value.scale() < 2 {
        value.rescale(2);
    }
    serializer.collect_str(&value)
}

macro_rules! decimal_form {
    ($module:ident, $type:ident, $from:ident, $decimals:literal, $doc:literal) => {
        #[doc = $doc]
        pub mod $module {
            use serde::de::Error;
            use serde::{Deserializer, Serializer};

            use crate::money::$type;

            /// Reads a decimal.
            ///
            /// # Errors
            /// Fails with a message that says what is wrong with the number.
            pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<$type, D::Error> {
                $type::$from(super::read(deserializer)?).map_err(D::Error::custom)
            }

            /// Writes a decimal text.
            ///
            /// # Errors
            /// Only the serializer's own.
            #[allow(clippy::trivially_copy_pass_by_ref, reason = "the signature serde calls")]
            pub fn serialize<S: Serializer>(value: &$type, serializer: S) -> Result<S::Ok, S::Error> {
                super::write(i64::from(value.0), $decimals, serializer)
            }
        }
    };
}

decimal_form!(quantity, Quantity, from_decimal, 3, "A quantity: `7.2`.");
decimal_form!(unit_price, UnitPrice, from_decimal, 4, "A price per unit: `\"46.50\"`.");
decimal_form!(percent, BasisPoints, from_percent, 2, "A share in percent: `5.5` is 550 basis points.");
