//! What is in a request is gathered, for the rule that says how the request stands.

use sqlx::SqliteConnection;

use crate::conversation::{self, Direction};
use crate::error::Error;
use crate::intake::MailClass;
use crate::request::{Content, ContentMail, ContentQuote, Request, Standing};
use crate::{outbox, quote};

/// How a request stands by what is in it now.
pub(in crate::usecase) async fn standing_of(
    connection: &mut SqliteConnection,
    request: &Request,
) -> Result<Standing, Error> {
    let messages = conversation::messages(connection, request.id).await?;
    let notes = conversation::notes(connection, request.id).await?;
    let quotes = quote::marks_of_request(connection, request.id).await?;
    let (written, automatic): (Vec<_>, Vec<_>) =
        messages.into_iter().partition(|message| message.class == MailClass::Personal);
    let content = Content {
        received_at: request.received_at,
        mails: written
            .iter()
            .map(|message| ContentMail {
                at: message.created_at,
                is_ours: message.direction == Direction::Outgoing,
                has_quote: message.quote_id.is_some(),
            })
            .collect(),
        quotes: quotes
            .iter()
            .map(|quote| ContentQuote {
                id: quote.id,
                state: quote.state,
                created_at: quote.created_at,
                decided_at: quote.decided_at,
            })
            .collect(),
        others: automatic
            .iter()
            .map(|message| message.created_at)
            .chain(notes.iter().map(|note| note.at))
            .collect(),
        has_undelivered: outbox::has_undelivered(connection, request.id).await?,
    };
    Ok(Standing::of(&content))
}
