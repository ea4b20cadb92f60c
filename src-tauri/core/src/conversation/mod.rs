//! Conversations: messages in and out, internal notes, attachments, the timeline, drafts.

mod attachment;
mod draft;
mod event;
mod message;
mod note;
mod view;

pub use attachment::*;
pub use draft::*;
pub use event::*;
pub use message::*;
pub use note::*;
pub use view::*;
