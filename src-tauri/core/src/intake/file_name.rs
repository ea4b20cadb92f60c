//! Names for files that came from a stranger.

use std::collections::HashSet;

use super::encoded_word::visible_line;
use super::limits::MAX_FILE_NAME_BYTES;

/// Names that Windows keeps for devices, whatever their extension.
const DEVICE_NAMES: [&str; 22] = [
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
    "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];

/// A file name that is safe on Windows, macOS and Linux and says what the given one said.
///
/// No path, no control or direction-turning character, no character that a file system, a shell's
/// pattern or a URL gives a meaning to, no row of blanks that could push the extension out of sight, no
/// device name, at most [`MAX_FILE_NAME_BYTES`] bytes with the
/// extension kept. Empty only if nothing of the name is usable.
pub fn safe_file_name(name: &str) -> String {
    let name = visible_line(name);
    let name = without_folders(&name);
    let mut safe = String::with_capacity(name.len());
    for character in name.chars() {
        match character {
            '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' | '[' | ']' | '\u{fffd}' => safe.push('_'),
            // A no-break space is a typographer's plain one: macOS names its screen shots with it.
            ' ' | '\u{a0}' | '\u{2007}' | '\u{202f}' if safe.ends_with(' ') => {}
            ' ' | '\u{a0}' | '\u{2007}' | '\u{202f}' => safe.push(' '),
            blank if blank.is_whitespace() => safe.push('_'),
            other => safe.push(other),
        }
    }
    let safe = safe.trim_matches([' ', '.']);
    let safe = shorten(safe);
    let stem = safe.split('.').next().unwrap_or_default().trim().to_ascii_lowercase();
    if DEVICE_NAMES.contains(&stem.as_str()) { format!("_{safe}") } else { safe }
}

/// The last component of what is plainly a path (RFC 2183 section 2.3); a slash in a name is only a sign of it.
fn without_folders(name: &str) -> &str {
    let has_drive =
        name.get(1..3) == Some(":\\") && name.starts_with(|drive: char| drive.is_ascii_alphabetic());
    let is_path =
        has_drive || ["/", "\\\\", "../", "./", "~/", "..\\"].iter().any(|start| name.starts_with(start));
    let last = name.rsplit(['/', '\\']).next().filter(|last| is_path && !last.trim().is_empty());
    last.unwrap_or(name)
}

/// Cuts the stem, never the extension.
fn shorten(name: &str) -> String {
    if name.len() <= MAX_FILE_NAME_BYTES {
        return name.to_owned();
    }
    let (stem, extension) = split_extension(name);
    let mut end = MAX_FILE_NAME_BYTES - extension.len();
    while !stem.is_char_boundary(end) {
        end -= 1;
    }
    format!("{}{extension}", stem[..end].trim_end())
}

/// The stem and the extension with its dot; no extension if it is longer than one can be.
fn split_extension(name: &str) -> (&str, &str) {
    match name.rfind('.') {
        Some(dot) if dot > 0 && name.len() - dot <= 16 => name.split_at(dot),
        _ => (name, ""),
    }
}

/// Makes the names of one mail unique, ignoring case: `plan.pdf`, `plan (2).pdf`.
#[derive(Debug, Default)]
pub(super) struct UniqueNames {
    taken: HashSet<String>,
}

impl UniqueNames {
    /// The name itself, or the first numbered form of it that is free.
    pub(super) fn claim(&mut self, name: String) -> String {
        if self.taken.insert(name.to_lowercase()) {
            return name;
        }
        let (stem, extension) = split_extension(&name);
        let numbered = |number: usize| format!("{stem} ({number}){extension}");
        let mut number = 2;
        while !self.taken.insert(numbered(number).to_lowercase()) {
            number += 1;
        }
        numbered(number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_names_stay() {
        for name in ["plan.pdf", "Façade nord (2).jpg", "Übersicht.tar.gz", "見積書.pdf", "IMG_0001"] {
            assert_eq!(safe_file_name(name), name);
        }
    }

    #[test]
    fn paths_controls_and_turned_text_are_disarmed() {
        assert_eq!(safe_file_name("../../etc/passwd"), "passwd");
        assert_eq!(safe_file_name("C:\\temp\\a.exe"), "a.exe");
        assert_eq!(safe_file_name("Offerte 12/2026.pdf"), "Offerte 12_2026.pdf");
        assert_eq!(safe_file_name("a/../../b.pdf"), "a_.._.._b.pdf");
        assert_eq!(safe_file_name("../"), "_");
        assert_eq!(safe_file_name("plan\r\n.pdf"), "plan .pdf");
        assert_eq!(safe_file_name("plan\u{202e}fdp.exe"), "plan_fdp.exe");
        assert_eq!(safe_file_name(".htaccess"), "htaccess");
        assert_eq!(safe_file_name("trailing. . "), "trailing");
    }

    #[test]
    fn blanks_show_and_hide_nothing() {
        assert_eq!(safe_file_name("plan.pdf          .exe"), "plan.pdf .exe");
        assert_eq!(safe_file_name("Offre n°\u{a0}5,\u{202f}v2.pdf"), "Offre n° 5, v2.pdf");
        assert_eq!(safe_file_name("金田\u{3000}見積.pdf"), "金田_見積.pdf");
    }

    #[test]
    fn device_names_are_no_names() {
        assert_eq!(safe_file_name("NUL.txt"), "_NUL.txt");
        assert_eq!(safe_file_name("console.log"), "console.log");
    }

    #[test]
    fn long_names_keep_their_extension() {
        let long = safe_file_name(&format!("{}.pdf", "é".repeat(500)));
        assert!(long.len() <= MAX_FILE_NAME_BYTES && long.ends_with("é.pdf"));
        assert!(safe_file_name(&"x.".repeat(500)).len() <= MAX_FILE_NAME_BYTES);
    }

    #[test]
    fn the_same_name_twice_is_numbered() {
        let mut names = UniqueNames::default();
        let claimed = ["a.pdf", "A.pdf", "a.pdf", "a (2).pdf"].map(|name| names.claim(name.to_owned()));
        assert_eq!(claimed, ["a.pdf", "A (2).pdf", "a (3).pdf", "a (2) (2).pdf"]);
    }
}
