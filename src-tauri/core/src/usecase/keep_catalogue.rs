//! The catalogue is kept.

use crate::change::Change;
use crate::desk::Desk;
use crate::error::{Error, FieldProblem};
use crate::id::ProductId;
use crate::language::Language;
use crate::money::{BasisPoints, UnitPrice};
use crate::product::{self, Product, ProductInput};
use crate::settings;

/// Saves a catalogue item; without an id, a new one. Numbers are read in the interface's language.
pub async fn save_product(
    desk: &Desk,
    id: Option<ProductId>,
    typed: &ProductInput,
) -> Result<ProductId, Error> {
    let mut write = desk.write().await?;
    let language = settings::preferences(&mut write).await?.language.unwrap_or(Language::Fr);
    let product = read(id.unwrap_or_else(ProductId::new), typed, language)?;
    product::save(&mut write, &product, desk.clock().now()).await?;
    write.changed(Change::Products);
    write.commit().await?;
    Ok(product.id)
}

/// Takes an item out of the catalogue; quotes that hold it keep it.
pub async fn remove_product(desk: &Desk, id: ProductId) -> Result<(), Error> {
    let mut write = desk.write().await?;
    product::remove(&mut write, id).await?;
    write.changed(Change::Products);
    Ok(write.commit().await?)
}

fn read(id: ProductId, typed: &ProductInput, language: Language) -> Result<Product, Error> {
    if typed.title.trim().is_empty() {
        return Err(Error::field("title", FieldProblem::Empty));
    }
    let price = |field: &str, text: &str| {
        UnitPrice::parse(text, language).map_err(|problem| Error::field(field, problem.into()))
    };
    Ok(Product {
        id,
        code: typed.code.trim().to_owned(),
        title: typed.title.trim().to_owned(),
        details: typed.details.trim().to_owned(),
        unit: typed.unit.trim().to_owned(),
        unit_price: price("unit_price", &typed.unit_price)?,
        unit_cost: if typed.unit_cost.trim().is_empty() {
            None
        } else {
            Some(price("unit_cost", &typed.unit_cost)?)
        },
        vat_rate: BasisPoints::parse(&typed.vat_rate, language)
            .map_err(|problem| Error::field("vat_rate", problem.into()))?,
    })
}
