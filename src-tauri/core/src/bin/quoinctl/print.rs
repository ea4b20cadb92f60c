//! `quoinctl requests print`: mails as a document.

use std::path::Path;

use quoin_core::error::Error;
use quoin_core::id::MessageId;
use quoin_core::language::Language;
use quoin_core::{conversation, settings, usecase};

use crate::caller::Caller;
use crate::failure::Failure;
use crate::names;
use crate::quote::answer_written;

/// Writes the mails of a request, or one of them, as a PDF.
pub async fn print(
    caller: &Caller,
    request: &str,
    message: Option<MessageId>,
    language: Option<Language>,
    out: &Path,
) -> Result<(), Failure> {
    let desk = caller.open().await?;
    let id = names::request(desk, request).await?;
    let set = settings::preferences(&mut *desk.reader().await?).await?.language;
    let language = language.or(set).unwrap_or(Language::En);
    let document = match message {
        Some(message) => {
            if conversation::request_of_message(&mut *desk.reader().await?, message).await? != id {
                return Err(Error::NotFound("message").into());
            }
            usecase::message_document(desk, message, language).await?
        }
        None => usecase::conversation_document(desk, id, language).await?,
    };
    answer_written(caller, &document, out)
}
