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
    let standard = greeting_text(connection, TextPurpose::QuoteMail, &placeholders).await?;
    Ok(Some(MailInStep { is_untouched: draft.text.text == standard, draft, placeholders }))
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
        old_and_new.fold(mail.draft.text.text.clone(), |text, (old, new)| text.replace(old, new))
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
