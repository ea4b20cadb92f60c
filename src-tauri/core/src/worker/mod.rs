//! What goes on by itself: mailboxes are read, mail leaves. Each loop has a stop token, a wake
//! channel, a backoff with jitter, and a bounded shutdown.

mod listen_mailbox;
mod schedule;
mod send_outbox;
mod supervisor;
mod sync;
mod watch_mailbox;

pub use schedule::*;
pub use send_outbox::*;
pub use supervisor::*;
pub use sync::*;
pub use watch_mailbox::*;
