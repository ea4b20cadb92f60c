//! What differs per system: dialogs, dropped files, links, printing, the system's viewer.

pub mod dialogs;
pub mod dropped;
pub mod links;
pub mod printing;
pub mod viewer;
