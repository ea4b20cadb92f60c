//! A request goes to a salesperson.

use crate::actor::Actor;
use crate::change::Change;
use crate::conversation::{EventKind, record};
use crate::desk::Desk;
use crate::error::Error;
use crate::id::{RequestId, UserId};
use crate::{request, settings};

/// Gives a request to a salesperson, or to nobody.
pub async fn assign(desk: &Desk, actor: Actor, id: RequestId, user: Option<UserId>) -> Result<(), Error> {
    let now = desk.clock().now();
    let mut write = desk.write().await?;
    let mut stored = request::find(&mut write, id).await?;
    if stored.assignee_id == user {
        return Ok(());
    }
    stored.assignee_id = user;
    request::update(&mut write, &stored).await?;
    match user {
        Some(user) => {
            let name = settings::user(&mut write, user).await?.name;
            record(&mut write, id, actor, now, EventKind::Assigned, &[("name", &name)]).await?;
        }
        None => record(&mut write, id, actor, now, EventKind::Unassigned, &[]).await?,
    }
    write.changed(Change::Request(id));
    Ok(write.commit().await?)
}

/// Marks a request as looked at, or not.
pub async fn mark_read(desk: &Desk, id: RequestId, read: bool) -> Result<(), Error> {
    let mut write = desk.write().await?;
    let mut stored = request::find(&mut write, id).await?;
    if stored.unread != read {
        return Ok(());
    }
    stored.unread = !read;
    request::update(&mut write, &stored).await?;
    write.changed(Change::Request(id));
    Ok(write.commit().await?)
}
