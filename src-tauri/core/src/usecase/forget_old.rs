//! What is kept only for a while is forgotten once that while is over.
//!
//! What undoes a rearrangement holds requests as they were, with the people in them; it is kept as long as somebody
//! may want to put things back, and not longer. `secure_delete` overwrites what is deleted.

use crate::desk::Desk;
use crate::error::Error;
use crate::{acknowledgement, conversation};

/// For so many seconds something moved by hand can be put back: seven days.
pub const UNDO_SECONDS: i64 = 7 * 24 * 3600;

/// Forgets what undid rearrangements that are too old to be undone, and who had an acknowledgement too long ago to
/// count.
pub async fn forget_old(desk: &Desk) -> Result<(), Error> {
    let now = desk.clock().now();
    let mut write = desk.write().await?;
    conversation::forget_rearrangements_before(&mut write, now.plus_seconds(-UNDO_SECONDS)).await?;
    acknowledgement::forget_old(&mut write, now).await?;
    Ok(write.commit().await?)
}
