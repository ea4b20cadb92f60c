//! What the window may ask for. A command checks its input, calls the core, maps the result.
//! It takes ids, never paths or HTML; dialogs are opened here.

pub mod contact;
pub mod conversation;
pub mod document;
pub mod intake;
pub mod mailbox;
pub mod product;
pub mod quote;
pub mod report;
pub mod request;
pub mod settings;
pub mod workspace;

use quoin_core::actor::Actor;
use quoin_core::desk::Desk;
use quoin_core::error::Error;

use crate::ipc_error::IpcError;

/// What a command returns.
pub type Answer<T> = Result<T, IpcError>;

/// The user who sits at this machine.
async fn acting_user(desk: &Desk) -> Result<Actor, Error> {
    Ok(Actor::User(desk.current_user().await?))
}
