//! The format of the case files: `=== name`, then `key: value` lines, then `--- block` with its text.

use std::path::PathBuf;

/// One named case.
#[derive(Debug, Default)]
pub struct Case {
    pub name: String,
    keys: Vec<(String, String)>,
    blocks: Vec<(String, String)>,
}

impl Case {
    /// The value of a key.
    pub fn key(&self, name: &str) -> Option<&str> {
        self.keys.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// The values of all keys that begin with a word: `expect phone: +32…` gives `("phone", "+32…")`.
    pub fn keys_after<'c>(&'c self, word: &'c str) -> impl Iterator<Item = (&'c str, &'c str)> {
        self.keys
            .iter()
            .filter_map(move |(key, value)| Some((key.strip_prefix(word)?.trim(), value.as_str())))
    }

    /// The text of a block; panics if the case has none.
    pub fn block(&self, name: &str) -> &str {
        let found = self.blocks.iter().find(|(block, _)| block == name);
        &found.unwrap_or_else(|| panic!("case {} has no block {name}", self.name)).1
    }
}

/// A file of `tests/mail`.
pub fn path(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/mail").join(name)
}

/// The cases of a file; what stands before the first is its explanation.
pub fn read(file: &str) -> Vec<Case> {
    let text = std::fs::read_to_string(path(file)).unwrap();
    let mut cases: Vec<Case> = Vec::new();
    for line in text.lines() {
        if let Some(name) = line.strip_prefix("=== ") {
            cases.push(Case { name: name.to_owned(), ..Case::default() });
            continue;
        }
        let Some(case) = cases.last_mut() else { continue };
        if let Some(block) = line.strip_prefix("--- ") {
            case.blocks.push((block.to_owned(), String::new()));
        } else if let Some((_, text)) = case.blocks.last_mut() {
            text.push_str(line);
            text.push('\n');
        } else if let Some((key, value)) = line.rsplit_once(": ").filter(|(key, _)| key.starts_with("expect"))
        {
            case.keys.push((key.to_owned(), value.to_owned()));
        } else if let Some((key, value)) = line.split_once(": ") {
            case.keys.push((key.to_owned(), value.to_owned()));
        }
    }
    cases
}
