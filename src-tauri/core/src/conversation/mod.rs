//! Conversations: messages in and out, internal notes, attachments, the timeline, drafts.

mod attachment;
mod draft;
mod event;
mod message;
mod moving;
mod note;
mod quotation;
mod rearrangement;
mod view;

pub use attachment::*;
pub use draft::*;
pub use event::*;
pub use message::*;
pub use moving::*;
pub use note::*;
pub use quotation::*;
pub use rearrangement::*;
pub use view::*;
