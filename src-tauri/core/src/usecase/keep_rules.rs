//! The rules about which mails are requests: kept in their order, and offered where they are needed.

use crate::change::Change;
use crate::desk::Desk;
use crate::error::{Error, FieldProblem};
use crate::id::RuleId;
use crate::intake::{Rule, RuleField, RuleVerdict};
use crate::mailbox;

/// The longest value of a rule, in characters.
const LONGEST_VALUE: usize = 200;

/// Keeps these rules in this order, in place of all that there were.
pub async fn save_rules(desk: &Desk, rules: Vec<Rule>) -> Result<(), Error> {
    let mut clean = Vec::new();
    for (place, rule) in rules.into_iter().enumerate() {
        let value = clean_value(rule.field, &rule.value)
            .map_err(|problem| Error::field(format!("rules.{place}.value"), problem))?;
        clean.push(Rule { value, ..rule });
    }
    let mut write = desk.write().await?;
    mailbox::replace_rules(&mut write, &clean).await?;
    write.changed(Change::Settings);
    Ok(write.commit().await?)
}

/// Adds a rule before all others, in place of one about the same.
pub async fn add_rule(
    desk: &Desk,
    field: RuleField,
    value: &str,
    verdict: RuleVerdict,
) -> Result<RuleId, Error> {
    let value = clean_value(field, value).map_err(|problem| Error::field("value", problem))?;
    let id = RuleId::new();
    let mut write = desk.write().await?;
    let mut rules = mailbox::rules(&mut write).await?;
    rules.retain(|rule| rule.field != field || rule.value != value);
    rules.insert(0, Rule { id, field, value, verdict });
    mailbox::replace_rules(&mut write, &rules).await?;
    write.changed(Change::Settings);
    write.commit().await?;
    Ok(id)
}

/// A value as it is compared: addresses and domains in small letters, a bare domain with its @.
fn clean_value(field: RuleField, value: &str) -> Result<String, FieldProblem> {
    let value = value.trim();
    if value.is_empty() {
        return Err(FieldProblem::Empty);
    }
    if value.chars().any(char::is_control) {
        return Err(FieldProblem::ControlCharacter);
    }
    if value.chars().count() > LONGEST_VALUE {
        return Err(FieldProblem::TooLong);
    }
    if field == RuleField::Subject {
        return Ok(value.to_owned());
    }
    let value = value.to_lowercase();
    let value = if value.contains('@') { value } else { format!("@{value}") };
    let is_usable =
        value.matches('@').count() == 1 && value.len() > 1 && !value.contains(char::is_whitespace);
    if is_usable { Ok(value) } else { Err(FieldProblem::NotAnAddress) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bare_domain_gets_its_at() {
        assert_eq!(clean_value(RuleField::Sender, " Courrier.example "), Ok("@courrier.example".into()));
        assert_eq!(clean_value(RuleField::Recipient, "Devis@"), Ok("devis@".into()));
    }

    #[test]
    fn what_names_nobody_is_refused() {
        assert_eq!(clean_value(RuleField::Sender, "@"), Err(FieldProblem::NotAnAddress));
        assert_eq!(clean_value(RuleField::Sender, "a@b@c"), Err(FieldProblem::NotAnAddress));
        assert_eq!(clean_value(RuleField::Subject, "  "), Err(FieldProblem::Empty));
    }
}
