//! What arrived and is not a request: listed, sorted, read again, and the rules about it.

use quoin_core::id::{RequestId, RuleId};
use quoin_core::intake::{Rule, RuleField, RuleVerdict};
use quoin_core::mailbox;
use quoin_core::report::{self, IgnoredMail, ReadAgain};
use quoin_core::usecase;
use tauri::State;

use super::{Answer, acting_user};
use crate::workspace::Workspace;

/// Mail that arrived and is not a request, latest first.
#[tauri::command]
#[specta::specta]
pub async fn ignored_mail(workspace: State<'_, Workspace>, limit: u32) -> Answer<Vec<IgnoredMail>> {
    let desk = workspace.desk().await;
    Ok(report::ignored(&mut *desk.reader().await?, limit.min(500)).await?)
}

/// Mail of a general mailbox that waits to be sorted, latest first.
#[tauri::command]
#[specta::specta]
pub async fn mail_to_sort(workspace: State<'_, Workspace>, limit: u32) -> Answer<Vec<IgnoredMail>> {
    let desk = workspace.desk().await;
    Ok(report::to_sort(&mut *desk.reader().await?, limit.min(500)).await?)
}

/// How many mails wait to be sorted.
#[tauri::command]
#[specta::specta]
pub async fn mail_to_sort_count(workspace: State<'_, Workspace>) -> Answer<u32> {
    let desk = workspace.desk().await;
    Ok(report::count_to_sort(&mut *desk.reader().await?).await?)
}

/// Makes a request of a mail that was not one. `sha256` is its identity.
#[tauri::command]
#[specta::specta]
pub async fn ignored_mail_to_request(workspace: State<'_, Workspace>, sha256: String) -> Answer<RequestId> {
    let desk = workspace.desk().await;
    Ok(usecase::make_request_of_mail(&desk, acting_user(&desk).await?, &sha256).await?)
}

/// Takes that back, while nothing else was done with the request. `reason` is the one it had.
#[tauri::command]
#[specta::specta]
pub async fn ignored_mail_from_request(
    workspace: State<'_, Workspace>,
    sha256: String,
    reason: String,
) -> Answer<()> {
    Ok(usecase::unmake_request_of_mail(&workspace.desk().await, &sha256, &reason).await?)
}

/// Leaves a mail that waits to be sorted, or lets it wait again.
#[tauri::command]
#[specta::specta]
pub async fn mail_leave(workspace: State<'_, Workspace>, sha256: String, left: bool) -> Answer<()> {
    let desk = workspace.desk().await;
    if left {
        Ok(usecase::leave_mail(&desk, &sha256).await?)
    } else {
        Ok(usecase::sort_mail_again(&desk, &sha256).await?)
    }
}

/// What reading the ignored mails again with today's rules would change; `only` one of them.
#[tauri::command]
#[specta::specta]
pub async fn ignored_mail_preview(
    workspace: State<'_, Workspace>,
    only: Option<String>,
) -> Answer<Vec<ReadAgain>> {
    Ok(usecase::preview_reading_again(&workspace.desk().await, only.as_deref()).await?)
}

/// Reads ignored mails again with today's rules; says how many are requests or messages now.
#[tauri::command]
#[specta::specta]
pub async fn ignored_mail_read_again(workspace: State<'_, Workspace>, mails: Vec<String>) -> Answer<u32> {
    let counts = usecase::read_again(&workspace.desk().await, &mails).await?;
    Ok(counts.requests + counts.messages)
}

/// The rules about which mails are requests, in their order.
#[tauri::command]
#[specta::specta]
pub async fn rules(workspace: State<'_, Workspace>) -> Answer<Vec<Rule>> {
    let desk = workspace.desk().await;
    Ok(mailbox::rules(&mut *desk.reader().await?).await?)
}

/// Keeps these rules in this order, in place of all that there were.
#[tauri::command]
#[specta::specta]
pub async fn rules_save(workspace: State<'_, Workspace>, rules: Vec<Rule>) -> Answer<()> {
    Ok(usecase::save_rules(&workspace.desk().await, rules).await?)
}

/// Adds a rule before all others.
#[tauri::command]
#[specta::specta]
pub async fn rule_add(
    workspace: State<'_, Workspace>,
    field: RuleField,
    value: String,
    verdict: RuleVerdict,
) -> Answer<RuleId> {
    Ok(usecase::add_rule(&workspace.desk().await, field, &value, verdict).await?)
}
