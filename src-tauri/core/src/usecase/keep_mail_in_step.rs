//! The mail that is being written for a quote follows the quote: no total or date in it may differ
//! from the document it carries.

use sqlx::SqliteConnection;

use super::standard_text::{Placeholders, greeting_text};
use crate::actor::Actor;
use crate::clock::Timestamp;
use crate::conversation::{self, Draft, DraftKind, DraftText};
use crate::error::Error;
use crate::quote::Quote;
use crate::request;
use crate::settings::{self, TextPurpose};

/// The mail of a quote as it stands before the quote changes.
pub(super) struct MailInStep {
    draft: Draft,
    placeholders: Placeholders,
    /// Nobody has written in it: it is still the standard text.
    is_untouched: bool,
}

/// What is being written to carry a quote, if anything is.
pub(super) async fn mail_of(
    connection: &mut SqliteConnection,
    quote: &Quote,
) -> Result<Option<MailInStep>, Error> {
    let draft = conversation::draft_being_written(connection, quote.request_id, DraftKind::QuoteMail).await?;
    let Some(draft) = draft.filter(|draft| draft.quote_id == Some(quote.id)) else { return Ok(None) };
    let placeholders = placeholders(connection, quote).await?;
    let is_untouched = match greeting_text(connection, TextPurpose::QuoteMail, &placeholders).await {
        Ok(standard) => draft.text.text == standard,
        // A standard text that cannot be filled in keeps no quote from being saved.
        Err(Error::Template(_)) => false,
        Err(error) => return Err(error),
    };
    Ok(Some(MailInStep { is_untouched, draft, placeholders }))
}

/// Brings the mail of a quote that has changed in step with it: a standard text is written anew, and
/// in words of the user's own the old total and date give way to the new ones.
pub(super) async fn follow(
    connection: &mut SqliteConnection,
    mail: MailInStep,
    quote: &Quote,
    now: Timestamp,
) -> Result<(), Error> {
    let placeholders = placeholders(connection, quote).await?;
    let text = if mail.is_untouched {
        greeting_text(connection, TextPurpose::QuoteMail, &placeholders).await?
    } else {
        let old_and_new = mail.placeholders.figures().into_iter().zip(placeholders.figures());
        old_and_new.fold(mail.draft.text.text.clone(), |text, (old, new)| with_figure(&text, old, new))
    };
    if text == mail.draft.text.text {
        return Ok(());
    }
    conversation::update_draft(connection, mail.draft.id, &DraftText { text, ..mail.draft.text }, now).await
}

async fn placeholders(connection: &mut SqliteConnection, quote: &Quote) -> Result<Placeholders, Error> {
    let request = request::find(connection, quote.request_id).await?;
    let actor = Actor::User(settings::preferences(connection).await?.current_user);
    Placeholders::gather(connection, actor, &request, Some(quote.id)).await
}

/// A text with one figure in place of another, wherever that stands on its own: `210,00 €` is no
/// part of `1.210,00 €`.
fn with_figure(text: &str, old: &str, new: &str) -> String {
    if old.is_empty() {
        return text.to_owned();
    }
    let (mut written, mut rest) = (String::new(), text);
    while let Some(at) = rest.find(old) {
        let (before, from) = rest.split_at(at);
        written.push_str(before);
        let stands_alone = !goes_on_as_number(&written);
        written.push_str(if stands_alone { new } else { old });
        rest = &from[old.len()..];
    }
    written + rest
}

/// Whether what follows a text would be read as the rest of a number in it.
fn goes_on_as_number(text: &str) -> bool {
    let is_digit = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_digit());
    let mut back = text.chars().rev();
    match back.next() {
        Some('.' | ',' | '\'' | '\u{2019}' | '\u{a0}' | '\u{202f}') => is_digit(back.next()),
        last => is_digit(last),
    }
}

#[cfg(test)]
mod tests {
    use super::with_figure;

    #[test]
    fn a_figure_changes_only_where_it_stands_on_its_own() {
        let text =
            "Total : 210,00 €, acompte 1.210,00 €, frais 1210,00 € ou 1\u{202f}210,00 €. Donc 210,00 €.";
        let expected =
            "Total : 99,00 €, acompte 1.210,00 €, frais 1210,00 € ou 1\u{202f}210,00 €. Donc 99,00 €.";
        assert_eq!(with_figure(text, "210,00 €", "99,00 €"), expected);
        assert_eq!(with_figure("Bonjour", "", "99,00 €"), "Bonjour");
    }
}
