//! The house keeps its shape: who may know whom, how long a file may be, what may not stand anywhere.
#![expect(clippy::unwrap_used, reason = "a test")]

use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
}

/// Every file below a folder with one of these endings, as path from the root and text.
fn files(folder: &str, endings: &[&str]) -> Vec<(String, String)> {
    let root = root();
    let mut found = Vec::new();
    let mut folders = vec![root.join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()) {
            let name = entry.file_name().unwrap().to_string_lossy().into_owned();
            if entry.is_dir() {
                if !matches!(
                    name.as_str(),
                    "target" | "node_modules" | "dist" | "gen" | ".git" | "screenshots"
                ) {
                    folders.push(entry);
                }
            } else if endings.iter().any(|ending| name.ends_with(ending)) {
                let path = entry.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
                found.push((path, fs::read_to_string(&entry).unwrap_or_default()));
            }
        }
    }
    found.sort();
    found
}

/// What stands outside the unit tests of a Rust file.
fn without_tests(source: &str) -> &str {
    source.split("#[cfg(test)]").next().unwrap_or_default()
}

/// Test modules: files named so, and those that are declared under `cfg(test)` elsewhere.
fn is_test(path: &str) -> bool {
    path.contains("/tests/")
        || path.ends_with("tests.rs")
        || path.ends_with("_tests.rs")
        || path.ends_with("round_trip.rs")
}

fn refuse(rule: &str, found: Vec<String>) {
    assert!(found.is_empty(), "{rule}:\n  {}", found.join("\n  "));
}

/// The files of the core that hold one of some words, outside the rooms where they may.
fn core_files_with(words: &[&str], allowed: &[&str]) -> Vec<String> {
    let core = "src-tauri/core/src/";
    let mut found = Vec::new();
    for (path, source) in files(core, &[".rs"]) {
        let room = path.strip_prefix(core).unwrap_or(&path);
        if is_test(&path) || allowed.iter().any(|allowed| room.starts_with(allowed)) {
            continue;
        }
        for word in words.iter().filter(|word| without_tests(&source).contains(**word)) {
            found.push(format!("{path}: {word}"));
        }
    }
    found
}

#[test]
fn the_core_knows_no_window() {
    refuse("only the shell knows Tauri", core_files_with(&["tauri::", "use tauri"], &[]));
}

#[test]
fn only_use_cases_and_workers_open_write_transactions() {
    let allowed = ["usecase/", "worker/", "demo/", "desk.rs", "bin/"];
    refuse("a write transaction is a use case's", core_files_with(&[".write().await"], &allowed));
}

#[test]
fn the_rooms_of_values_know_no_database() {
    let rooms = ["intake/", "mail/", "pdf/", "money", "clock"];
    let known =
        ["sqlx::query", "SqliteConnection", "crate::desk", "crate::usecase", "crate::worker", "crate::db"];
    let mut found = Vec::new();
    for line in core_files_with(&known, &[]) {
        if rooms.iter().any(|room| line.starts_with(&format!("src-tauri/core/src/{room}"))) {
            found.push(line);
        }
    }
    refuse("intake, mail and pdf know only values", found);
}

#[test]
fn sql_stands_with_its_aggregate() {
    let aggregates = [
        "acknowledgement/",
        "request/",
        "contact/",
        "conversation/",
        "quote/",
        "product/",
        "document/",
        "mailbox/",
        "outbox/",
        "settings/",
        "search/",
        "report/",
        "db.rs",
    ];
    refuse("SQL lives with its aggregate", core_files_with(&["sqlx::query"], &aggregates));
}

#[test]
fn aggregates_do_not_know_use_cases() {
    let above = ["usecase/", "worker/", "demo/", "bin/", "lib.rs"];
    refuse("data flows one way", core_files_with(&["crate::usecase", "crate::worker"], &above));
}

#[test]
fn nothing_panics_outside_tests() {
    let mut found = Vec::new();
    for folder in ["src-tauri/src", "src-tauri/core/src"] {
        for (path, source) in files(folder, &[".rs"]).into_iter().filter(|(path, _)| !is_test(path)) {
            for word in [".unwrap()", "panic!(", "todo!(", "unimplemented!(", "dbg!("] {
                if without_tests(&source).contains(word) {
                    found.push(format!("{path}: {word}"));
                }
            }
        }
    }
    refuse("unwrap and panic belong to tests", found);
}

#[test]
fn files_stay_small_enough_to_hold_in_mind() {
    let mut found = Vec::new();
    for folder in ["src-tauri/src", "src-tauri/core/src", "ui/src", "tests"] {
        for (path, source) in files(folder, &[".rs", ".ts", ".svelte", ".mjs"]) {
            let lines = without_tests(&source).lines().count();
            let is_data = path.ends_with("bindings.ts")
                || path.contains("/words/")
                || path.contains("/messages/")
                || path.contains("/fake/");
            if lines > 450 && !is_data {
                found.push(format!("{path}: {lines} lines"));
            }
        }
    }
    refuse("a long file has become two", found);
}

#[test]
fn only_the_interfaces_ipc_room_knows_tauri() {
    let found = files("ui/src", &[".ts", ".svelte"])
        .into_iter()
        .filter(|(path, source)| !path.starts_with("ui/src/ipc/") && source.contains("@tauri-apps"))
        .map(|(path, _)| path)
        .collect();
    refuse("only ui/src/ipc may import @tauri-apps", found);
}

#[test]
fn no_paths_of_a_machine_and_no_hosts_of_registries() {
    // Put together here, so that this file does not hold them itself.
    let words =
        [["/wo", "rk/"], ["/ro", "ot/"], ["registry.npm", "js.org"], ["crates", ".io"], ["pypi", ".org"]]
            .map(|parts| parts.concat());
    let mut found = Vec::new();
    for folder in ["src-tauri", "ui/src", "tests", "docs", "scripts", "benches", "migrations", ".ci"] {
        if !root().join(folder).exists() {
            continue;
        }
        for (path, source) in
            files(folder, &[".rs", ".ts", ".svelte", ".md", ".sql", ".mjs", ".json", ".toml", "run", ".sh"])
        {
            // A lock file holds what its own tool writes.
            if path.ends_with("package-lock.json") {
                continue;
            }
            found.extend(
                words
                    .iter()
                    .filter(|word| source.contains(word.as_str()))
                    .map(|word| format!("{path}: {word}")),
            );
        }
    }
    for name in
        ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "run", "test", "Cargo.toml"]
    {
        let source = fs::read_to_string(root().join(name)).unwrap_or_default();
        found.extend(
            words.iter().filter(|word| source.contains(word.as_str())).map(|word| format!("{name}: {word}")),
        );
    }
    refuse("the product names no machine and no registry", found);
}
