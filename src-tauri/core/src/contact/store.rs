//! Contacts in the database.

use sqlx::SqliteConnection;

use super::{Contact, ContactDetails, ContactKind, ContactRow};
use crate::clock::Timestamp;
use crate::error::{Error, FieldProblem};
use crate::id::ContactId;
use crate::language::Language;

/// Stores a new contact. An address that another contact has is a field error.
pub async fn insert(
    connection: &mut SqliteConnection,
    id: ContactId,
    details: &ContactDetails,
    at: Timestamp,
) -> Result<(), Error> {
    sqlx::query!(
        "INSERT INTO contact (id, kind, name, salutation, company, vat_number, phone, language, street, postal_code, city, country, comment, created_at, updated_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $14)",
        id,
        details.kind,
        details.name,
        details.salutation,
        details.company,
        details.vat_number,
        details.phone,
        details.language,
        details.street,
        details.postal_code,
        details.city,
        details.country,
        details.comment,
        at,
    )
    .execute(&mut *connection)
    .await?;
    insert_addresses(connection, id, &details.addresses).await
}

/// Stores everything about a contact.
pub async fn update(
    connection: &mut SqliteConnection,
    id: ContactId,
    details: &ContactDetails,
    at: Timestamp,
) -> Result<(), Error> {
    let found = sqlx::query!(
        "UPDATE contact SET kind = $2, name = $3, salutation = $4, company = $5, vat_number = $6, phone = $7, language = $8,
             street = $9, postal_code = $10, city = $11, country = $12, comment = $13, updated_at = $14
         WHERE id = $1",
        id,
        details.kind,
        details.name,
        details.salutation,
        details.company,
        details.vat_number,
        details.phone,
        details.language,
        details.street,
        details.postal_code,
        details.city,
        details.country,
        details.comment,
        at,
    )
    .execute(&mut *connection)
    .await?
    .rows_affected();
    if found == 0 {
        return Err(Error::NotFound("contact"));
    }
    sqlx::query!("DELETE FROM contact_address WHERE contact_id = $1", id).execute(&mut *connection).await?;
    insert_addresses(connection, id, &details.addresses).await
}

async fn insert_addresses(
    connection: &mut SqliteConnection,
    id: ContactId,
    addresses: &[String],
) -> Result<(), Error> {
    for (position, address) in addresses.iter().enumerate() {
        let address = address.to_lowercase();
        let place = position as i64;
        sqlx::query!(
            "INSERT INTO contact_address (address, contact_id, position) VALUES ($1, $2, $3)",
            address,
            id,
            place
        )
        .execute(&mut *connection)
        .await
        .map_err(|error| match error.as_database_error() {
            Some(database) if database.is_unique_violation() => {
                Error::field(format!("addresses.{position}"), FieldProblem::Taken)
            }
            _ => error.into(),
        })?;
    }
    Ok(())
}

/// The contact with an id.
pub async fn find(connection: &mut SqliteConnection, id: ContactId) -> Result<Contact, Error> {
    let row = sqlx::query!(
        r#"SELECT kind AS "kind: ContactKind", name, salutation, company, vat_number, phone, language AS "language: Language",
             street, postal_code, city, country, comment, created_at AS "created_at: Timestamp"
           FROM contact WHERE id = $1"#,
        id
    )
    .fetch_optional(&mut *connection)
    .await?
    .ok_or(Error::NotFound("contact"))?;
    let addresses = sqlx::query_scalar!(
        "SELECT address FROM contact_address WHERE contact_id = $1 ORDER BY position",
        id
    )
    .fetch_all(connection)
    .await?;
    Ok(Contact {
        id,
        details: ContactDetails {
            kind: row.kind,
            name: row.name,
            salutation: row.salutation,
            company: row.company,
            vat_number: row.vat_number,
            phone: row.phone,
            language: row.language,
            street: row.street,
            postal_code: row.postal_code,
            city: row.city,
            country: row.country,
            comment: row.comment,
            addresses,
        },
        created_at: row.created_at,
    })
}

/// Deletes a contact; its requests lose their link.
pub async fn delete(connection: &mut SqliteConnection, id: ContactId) -> Result<(), Error> {
    sqlx::query!("DELETE FROM contact WHERE id = $1", id).execute(connection).await?;
    Ok(())
}

/// The contact that has a mail address.
pub async fn find_by_address(
    connection: &mut SqliteConnection,
    address: &str,
) -> Result<Option<ContactId>, Error> {
    Ok(sqlx::query_scalar!(
        r#"SELECT contact_id AS "id: ContactId" FROM contact_address WHERE address = lower($1)"#,
        address
    )
    .fetch_optional(connection)
    .await?)
}

/// Contacts by name that match every one of some words; `after` is the last one already shown.
pub async fn list(
    connection: &mut SqliteConnection,
    query: &str,
    kind: Option<ContactKind>,
    after: Option<ContactId>,
    limit: u32,
) -> Result<Vec<ContactRow>, Error> {
    let words = crate::search::expression(query);
    Ok(sqlx::query_as!(
        ContactRow,
        r#"SELECT c.id AS "id: ContactId", c.kind AS "kind: ContactKind", c.name, c.company, c.phone, c.city,
             coalesce((SELECT a.address FROM contact_address a WHERE a.contact_id = c.id ORDER BY a.position LIMIT 1), '') AS "address!",
             (SELECT count(*) FROM request r WHERE r.contact_id = c.id) AS "requests!: u32"
           FROM contact c
           WHERE ($1 IS NULL OR c.kind = $1)
             AND ($2 IS NULL OR c.id IN (SELECT e.item FROM search JOIN search_entry e ON e.number = search.rowid WHERE search MATCH $2 AND e.kind = 'contact'))
             AND ($3 IS NULL OR (c.name, c.id) > (SELECT l.name, l.id FROM contact l WHERE l.id = $3))
           ORDER BY c.name, c.id LIMIT $4"#,
        kind,
        words,
        after,
        limit,
    )
    .fetch_all(connection)
    .await?)
}

/// Whether contacts of several companies, or several people without one, have addresses of a mail domain:
/// then it is a provider's, and says nothing of who they are.
pub async fn is_domain_of_several(connection: &mut SqliteConnection, domain: &str) -> Result<bool, Error> {
    let suffix = format!("%@{domain}");
    Ok(sqlx::query_scalar!(
        r#"SELECT count(DISTINCT CASE WHEN c.company <> '' THEN lower(c.company) ELSE hex(c.id) END) > 1 AS "several: bool"
           FROM contact c WHERE c.id IN (SELECT a.contact_id FROM contact_address a WHERE a.address LIKE $1)"#,
        suffix
    )
    .fetch_one(connection)
    .await?)
}

/// Contacts that share a mail address, a VAT number, a phone number, a mail domain or a name with somebody, each with
/// what they have in common as stored; empty arguments share nothing.
pub async fn candidates(connection: &mut SqliteConnection, sought: &Sought) -> Result<Vec<Candidate>, Error> {
    let domain_suffix = format!("%@{}", sought.domain);
    Ok(sqlx::query_as!(
        Candidate,
        r#"SELECT c.id AS "id: ContactId", c.kind AS "kind: ContactKind", c.name, c.company, c.postal_code, c.city, c.phone,
             c.vat_number <> '' AND c.vat_number = $1 AS "same_vat!: bool",
             c.phone <> '' AND c.phone = $2 AS "same_phone!: bool",
             $3 <> '' AND EXISTS (SELECT 1 FROM contact_address a WHERE a.contact_id = c.id AND a.address LIKE $4) AS "same_domain!: bool",
             EXISTS (SELECT 1 FROM contact_address a WHERE a.contact_id = c.id AND a.address = $6) AS "same_address!: bool"
           FROM contact c
           WHERE c.id IN (SELECT a.contact_id FROM contact_address a WHERE a.address = $6)
              OR (c.vat_number <> '' AND c.vat_number = $1) OR (c.phone <> '' AND c.phone = $2)
              OR ($3 <> '' AND c.id IN (SELECT a.contact_id FROM contact_address a WHERE a.address LIKE $4))
              OR ($5 IS NOT NULL AND c.id IN (SELECT e.item FROM search JOIN search_entry e ON e.number = search.rowid WHERE search MATCH $5 AND e.kind = 'contact'))
           ORDER BY 11 DESC, 8 DESC, 9 DESC, 10 DESC, c.name, c.id LIMIT 50"#,
        sought.vat_number,
        sought.phone,
        sought.domain,
        domain_suffix,
        sought.name_words,
        sought.address,
    )
    .fetch_all(connection)
    .await?)
}

/// By what a contact is sought.
#[derive(Debug, Default)]
pub struct Sought {
    /// Mail address, or empty.
    pub address: String,
    /// VAT number as stored, or empty.
    pub vat_number: String,
    /// Phone number as stored, or empty.
    pub phone: String,
    /// Mail domain, or empty: that of a free-mail provider says nothing.
    pub domain: String,
    /// Who may have a similar name, as a search expression, or none.
    pub name_words: Option<String>,
}

/// A contact that shares something.
#[derive(Debug)]
pub struct Candidate {
    /// Its identity.
    pub id: ContactId,
    /// `prospect` or `client`.
    pub kind: ContactKind,
    /// The name.
    pub name: String,
    /// The company.
    pub company: String,
    /// The postal code.
    pub postal_code: String,
    /// The city.
    pub city: String,
    /// The phone number.
    pub phone: String,
    /// The same VAT number.
    pub same_vat: bool,
    /// The same phone number.
    pub same_phone: bool,
    /// The same mail domain.
    pub same_domain: bool,
    /// The same mail address.
    pub same_address: bool,
}

/// How many contacts a search expression finds.
pub async fn count_found(connection: &mut SqliteConnection, expression: &str) -> Result<u32, Error> {
    Ok(sqlx::query_scalar!(
        r#"SELECT count(*) AS "count: u32" FROM search JOIN search_entry e ON e.number = search.rowid
           WHERE search MATCH $1 AND e.kind = 'contact'"#,
        expression
    )
    .fetch_one(connection)
    .await?)
}

/// How many contacts there are.
pub async fn count(connection: &mut SqliteConnection) -> Result<u32, Error> {
    Ok(sqlx::query_scalar!(r#"SELECT count(*) AS "count: u32" FROM contact"#).fetch_one(connection).await?)
}
