//! Mails as customers, servers and programs write them, from the few things a story is about.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;

use crate::office::OUR_ADDRESS;

/// A mail on its way to us.
#[derive(Clone)]
pub struct Letter {
    headers: Vec<(String, String)>,
    text: String,
    files: Vec<(String, Vec<u8>)>,
}

impl Letter {
    /// A mail from somebody, with a Message-ID made of its subject.
    pub fn from(name: &str, address: &str, subject: &str) -> Self {
        let id: String = subject.chars().filter(char::is_ascii_alphanumeric).collect();
        let domain = address.rsplit('@').next().unwrap_or_default();
        let headers = [
            ("From", format!("{name} <{address}>")),
            ("To", OUR_ADDRESS.to_owned()),
            ("Subject", subject.to_owned()),
            ("Date", "Mon, 02 Mar 2026 08:41:00 +0000".to_owned()),
            ("Message-ID", format!("<{id}@{domain}>")),
            ("MIME-Version", "1.0".to_owned()),
        ];
        let headers = headers.map(|(field, value)| (field.to_owned(), value)).to_vec();
        Self { headers, text: "Bonjour".to_owned(), files: Vec::new() }
    }

    /// Sophie asks for a staircase.
    pub fn from_sophie(subject: &str) -> Self {
        Self::from("Sophie Lambert", "sophie.lambert@courrier.example", subject)
    }

    /// With a header field, in place of the one of that name.
    pub fn with(mut self, field: &str, value: &str) -> Self {
        self = self.without(field);
        self.headers.push((field.to_owned(), value.to_owned()));
        self
    }

    pub fn without(mut self, field: &str) -> Self {
        self.headers.retain(|(name, _)| !name.eq_ignore_ascii_case(field));
        self
    }

    pub fn answering(self, message_id: &str) -> Self {
        let id = format!("<{message_id}>");
        self.with("In-Reply-To", &id).with("References", &id)
    }

    pub fn saying(mut self, text: &str) -> Self {
        self.text = text.to_owned();
        self
    }

    pub fn with_file(mut self, name: &str, bytes: &[u8]) -> Self {
        self.files.push((name.to_owned(), bytes.to_vec()));
        self
    }

    /// The mail as it comes over the wire.
    pub fn bytes(&self) -> Vec<u8> {
        let mut mail: String =
            self.headers.iter().map(|(field, value)| format!("{field}: {value}\n")).collect();
        let text = "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n";
        if self.files.is_empty() {
            mail.push_str(&format!("{text}\n{}\n", self.text));
        } else {
            mail.push_str(&format!(
                "Content-Type: multipart/mixed; boundary=next\n\n--next\n{text}\n{}\n",
                self.text
            ));
            for (name, bytes) in &self.files {
                mail.push_str(&format!(
                    "--next\nContent-Type: application/octet-stream\nContent-Disposition: attachment; filename=\"{name}\"\nContent-Transfer-Encoding: base64\n\n{}\n",
                    BASE64.encode(bytes)
                ));
            }
            mail.push_str("--next--\n");
        }
        mail.replace('\n', "\r\n").into_bytes()
    }
}

impl From<Letter> for Vec<u8> {
    fn from(letter: Letter) -> Self {
        letter.bytes()
    }
}

/// A header field of a mail as it lies on disk, folded lines joined.
pub fn field(mail: &[u8], name: &str) -> Option<String> {
    let text = String::from_utf8_lossy(mail);
    let head = text.split("\r\n\r\n").next().unwrap_or_default().replace("\r\n ", " ").replace("\r\n\t", " ");
    head.lines().find_map(|line| {
        let (field, value) = line.split_once(':')?;
        field.eq_ignore_ascii_case(name).then(|| value.trim().to_owned())
    })
}

/// The only thing between angle brackets in a field.
pub fn identifier(mail: &[u8], name: &str) -> String {
    let value = field(mail, name).unwrap_or_default();
    value.trim_matches(['<', '>']).to_owned()
}
