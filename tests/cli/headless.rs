//! The program under test, and what it said.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

use crate::letter::Letter;
use crate::office::OUR_ADDRESS;

/// A workspace and a mail folder that are used only through `quoinctl`.
pub struct Headless {
    home: TempDir,
}

/// What a run of the program left: its exit code and both outputs.
#[derive(Debug)]
pub struct Said {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Headless {
    /// An empty place: no workspace yet.
    pub fn empty() -> Self {
        let home = TempDir::new().unwrap();
        std::fs::create_dir(home.path().join("mail")).unwrap();
        Self { home }
    }

    /// A company with a user and a folder mailbox.
    pub fn company() -> Self {
        let place = Self::empty();
        place.write(
            "settings.json",
            r#"{"company": {"name": "Menuiserie Wauters", "legal_form": "SRL", "street": "Rue du Moulin 3", "postal_code": "5030",
                "city": "Gembloux", "vat_number": "BE 0714.992.641", "register": "RPM Namur", "iban": "BE68 5390 0754 7034"},
                "users": [{"name": "Amélie Wauters", "address": "amelie@menuiserie-wauters.example", "phone": "081 00 41 27"}]}"#,
        );
        place.done(&["settings", "set", &place.path("settings.json")]);
        let mail = place.path("mail");
        let account = [
            "--name",
            "Offres",
            "--address",
            OUR_ADDRESS,
            "--display-name",
            "Menuiserie Wauters",
            "--path",
            &mail,
        ];
        place.done(&[&["account", "add", "--kind", "folder"], account.as_slice()].concat());
        place
    }

    /// A path in the place, as an argument.
    pub fn path(&self, name: &str) -> String {
        self.home.path().join(name).to_string_lossy().into_owned()
    }

    /// Writes a file; its path as an argument.
    pub fn write(&self, name: &str, text: &str) -> String {
        std::fs::write(self.home.path().join(name), text).unwrap();
        self.path(name)
    }

    /// A mail arrives in the folder.
    pub fn drop_mail(&self, name: &str, letter: Letter) {
        let incoming = self.home.path().join("mail").join("in");
        std::fs::write(incoming.join(format!("{name}.part")), letter.bytes()).unwrap();
        std::fs::rename(incoming.join(format!("{name}.part")), incoming.join(format!("{name}.eml"))).unwrap();
    }

    /// The mails in a part of the folder (`out`, `sent`), in the order of their names: that of their making.
    pub fn mails(&self, part: &str) -> Vec<Vec<u8>> {
        let folder = self.home.path().join("mail").join(part);
        let mut files: Vec<PathBuf> =
            std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        files.sort();
        files.iter().map(|file| std::fs::read(file).unwrap()).collect()
    }

    /// Runs the program on the workspace.
    pub fn run(&self, arguments: &[&str]) -> Said {
        said(self.command(arguments).output().unwrap())
    }

    /// Runs a command that must succeed; what it printed.
    pub fn done(&self, arguments: &[&str]) -> String {
        let said = self.run(arguments);
        assert_eq!(said.code, 0, "{arguments:?}: {said:?}");
        said.out
    }

    /// Runs a command with `--json` that must succeed; its one document.
    pub fn json(&self, arguments: &[&str]) -> Value {
        let out = self.done(&[arguments, &["--json"]].concat());
        serde_json::from_str(&out).unwrap_or_else(|error| panic!("{arguments:?}: {error}: {out}"))
    }

    /// Runs a command that must fail, saying what happened, what was kept and what to do.
    pub fn refused(&self, arguments: &[&str]) -> String {
        let said = self.run(arguments);
        assert_eq!(said.code, 1, "{arguments:?}: {said:?}");
        assert!(said.out.is_empty(), "{arguments:?} printed although it failed: {}", said.out);
        assert!(
            said.err.lines().filter(|line| !line.starts_with("warning")).count() >= 2,
            "{arguments:?} says too little: {}",
            said.err
        );
        said.err
    }

    /// Starts a command that runs until it is stopped.
    pub fn start(&self, arguments: &[&str]) -> Child {
        self.command(arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = program();
        command
            .arg("--workspace")
            .arg(self.home.path().join("workspace"))
            .args(arguments)
            .stdin(Stdio::null());
        command
    }
}

/// The program itself.
pub fn program() -> Command {
    Command::new(env!("CARGO_BIN_EXE_quoinctl"))
}

/// Runs the program without a workspace.
pub fn run(arguments: &[&str]) -> Said {
    said(program().args(arguments).stdin(Stdio::null()).output().unwrap())
}

fn said(output: Output) -> Said {
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Said { code: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
}

/// The text in a PDF, by poppler; none, saying so, where poppler is not installed.
pub fn text_of_pdf(file: &Path) -> Option<String> {
    match Command::new("pdftotext").arg("-layout").arg(file).arg("-").output() {
        Ok(output) if output.status.success() => Some(String::from_utf8_lossy(&output.stdout).into_owned()),
        _ => {
            eprintln!("pdftotext is missing: the document's text was not looked at");
            None
        }
    }
}
