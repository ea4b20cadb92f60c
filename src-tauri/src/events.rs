//! What the window hears: committed changes, and files that hover over it or are dropped.

use quoin_core::change::Change;
use serde::Serialize;

/// Something was committed; whoever shows it asks again.
#[derive(Debug, Clone, Serialize, specta::Type, tauri_specta::Event)]
pub struct Changed(pub Change);

/// Files over the window. Their paths stay in Rust; the drop's number stands for them.
#[derive(Debug, Clone, Serialize, specta::Type, tauri_specta::Event)]
#[serde(tag = "phase", rename_all = "snake_case")]
pub enum FilesOverWindow {
    /// They hover, at a point in CSS pixels.
    Hover {
        /// From the left edge.
        x: i32,
        /// From the top edge.
        y: i32,
        /// How many files.
        count: u32,
    },
    /// They went away.
    Left,
    /// They were let go.
    Dropped {
        /// From the left edge.
        x: i32,
        /// From the top edge.
        y: i32,
        /// The drop's number.
        drop: u32,
        /// Their names.
        names: Vec<String>,
        /// Whether all are saved mails.
        all_mails: bool,
    },
}

/// A request that the window should show: a mail opened from the file manager, a notification.
#[derive(Debug, Clone, Serialize, specta::Type, tauri_specta::Event)]
pub struct ShowRequest(pub quoin_core::id::RequestId);
