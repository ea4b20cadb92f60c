//! Runs a test again in a process of its own, where the environment is as the test needs it: Rust
//! has no safe way to change the environment of a running process.

use std::ffi::OsString;
use std::process::Command;

/// Runs one test of the calling test binary again and fails where it fails.
///
/// `test` is its path as the test runner prints it. `wrapper` is a command that runs the command
/// given to it as further arguments; empty for none.
pub fn rerun(test: &str, wrapper: &[&str], environment: &[(&str, OsString)]) {
    let this = std::env::current_exe().unwrap();
    let mut words: Vec<OsString> = wrapper.iter().map(OsString::from).collect();
    words.push(this.into_os_string());
    words.extend(["--exact", test, "--nocapture", "--include-ignored"].map(OsString::from));
    let output = Command::new(&words[0])
        .args(&words[1..])
        .envs(environment.iter().map(|(name, value)| (name, value)))
        .output()
        .unwrap_or_else(|error| panic!("{}: {error}", words[0].display()));
    let said = String::from_utf8_lossy(&output.stdout);
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}\n{told}");
    assert!(said.contains("1 passed"), "{test} was not found\n{said}");
}
