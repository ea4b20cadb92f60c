//! The shell: the only place that knows Tauri. It checks input, calls the core, maps the result.

pub mod bindings;
mod commands;
mod events;
mod ipc_error;
mod log;
mod platform;
mod start;
mod workspace;

pub use start::run;
