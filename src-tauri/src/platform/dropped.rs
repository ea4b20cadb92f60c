//! Files dragged over the window. Their paths stay here; the window gets a number for each drop.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use tauri::{AppHandle, DragDropEvent, Manager, PhysicalPosition, WindowEvent};

use crate::events::{FilesOverWindow, tell};

/// How many drops wait to be taken up; older ones are forgotten.
const KEPT: u32 = 16;

/// The drops that the window has not taken up.
#[derive(Debug, Default)]
pub struct DroppedFiles(Mutex<Drops>);

#[derive(Debug, Default)]
struct Drops {
    last: u32,
    files: HashMap<u32, Vec<PathBuf>>,
}

impl DroppedFiles {
    /// Keeps the files of a drop; its number.
    pub fn keep(&self, files: Vec<PathBuf>) -> u32 {
        let mut drops = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        drops.last = drops.last.wrapping_add(1);
        let number = drops.last;
        drops.files.insert(number, files);
        drops.files.retain(|kept, _| number.wrapping_sub(*kept) < KEPT);
        number
    }

    /// Gives the files of a drop away; nothing for a number that was taken or never given.
    pub fn take(&self, number: u32) -> Vec<PathBuf> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).files.remove(&number).unwrap_or_default()
    }
}

/// Tells the window what hovers over it.
pub fn hear(app: &AppHandle, event: &WindowEvent) {
    let WindowEvent::DragDrop(event) = event else { return };
    let said = match event {
        DragDropEvent::Enter { paths, position } => {
            let (x, y) = css_pixels(app, *position);
            FilesOverWindow::Hover { x, y, count: paths.len() as u32 }
        }
        DragDropEvent::Over { position } => {
            let (x, y) = css_pixels(app, *position);
            FilesOverWindow::Hover { x, y, count: 0 }
        }
        DragDropEvent::Drop { paths, position } => {
            let (x, y) = css_pixels(app, *position);
            let files: Vec<PathBuf> = paths.iter().filter(|path| path.is_file()).cloned().collect();
            let name = |path: &PathBuf| path.file_name().map(|name| name.to_string_lossy().into_owned());
            let names: Vec<String> = files.iter().filter_map(name).collect();
            let all_mails =
                !names.is_empty() && names.iter().all(|name| name.to_lowercase().ends_with(".eml"));
            FilesOverWindow::Dropped { x, y, drop: app.state::<DroppedFiles>().keep(files), names, all_mails }
        }
        _ => FilesOverWindow::Left,
    };
    tell(app, &said);
}

/// Windows gives physical pixels; macOS and GTK give logical ones, whatever the type says.
fn css_pixels(app: &AppHandle, position: PhysicalPosition<f64>) -> (i32, i32) {
    let scale = if cfg!(windows) {
        app.get_webview_window("main").and_then(|window| window.scale_factor().ok()).unwrap_or(1.0)
    } else {
        1.0
    };
    ((position.x / scale).round() as i32, (position.y / scale).round() as i32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drop_is_taken_up_once() {
        let dropped = DroppedFiles::default();
        let number = dropped.keep(vec!["plan.pdf".into()]);
        assert_eq!(dropped.take(number), [PathBuf::from("plan.pdf")]);
        assert!(dropped.take(number).is_empty());
    }

    #[test]
    fn old_drops_are_forgotten() {
        let dropped = DroppedFiles::default();
        let first = dropped.keep(vec!["a".into()]);
        for _ in 0..KEPT {
            dropped.keep(vec!["b".into()]);
        }
        assert!(dropped.take(first).is_empty());
    }
}
