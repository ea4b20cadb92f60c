//! The rules about which mails are requests, in the database.

use sqlx::SqliteConnection;

use crate::error::{Error, FieldProblem};
use crate::id::RuleId;
use crate::intake::{Rule, RuleField, RuleVerdict};

/// All rules, in the order in which they are asked.
pub async fn rules(connection: &mut SqliteConnection) -> Result<Vec<Rule>, Error> {
    Ok(sqlx::query_as!(
        Rule,
        r#"SELECT id AS "id: RuleId", field AS "field: RuleField", value, verdict AS "verdict: RuleVerdict"
           FROM rule ORDER BY position"#
    )
    .fetch_all(connection)
    .await?)
}

/// Puts rules in place of all that there are, in this order. Two about the same are a field error.
pub async fn replace_rules(connection: &mut SqliteConnection, rules: &[Rule]) -> Result<(), Error> {
    sqlx::query!("DELETE FROM rule").execute(&mut *connection).await?;
    for (position, rule) in rules.iter().enumerate() {
        let place = position as i64;
        sqlx::query!(
            "INSERT INTO rule (id, position, field, value, verdict) VALUES ($1, $2, $3, $4, $5)",
            rule.id,
            place,
            rule.field,
            rule.value,
            rule.verdict,
        )
        .execute(&mut *connection)
        .await
        .map_err(|error| match error.as_database_error() {
            Some(database) if database.is_unique_violation() => {
                Error::field(format!("rules.{position}.value"), FieldProblem::Taken)
            }
            _ => error.into(),
        })?;
    }
    Ok(())
}
