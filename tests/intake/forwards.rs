//! Forwards of many programs, in four languages, as text and as HTML.

use quoin_core::intake::{RequesterSource, read_mail};
use quoin_core::language::Language;

use crate::cases::{self, Case};
use crate::{owner, squashed};

/// What is forwarded in one language.
struct Letter {
    language: Language,
    prefix: &'static str,
    note: &'static str,
    date: &'static str,
    subject: &'static str,
    body: &'static [&'static str],
}

const NAME: &str = "Sophie Martin";
const ADDRESS: &str = "sophie.martin@maison.example";
const TO: &str = "info@hout.example";

const LETTERS: [Letter; 4] = [
    Letter {
        language: Language::Fr,
        prefix: "TR",
        note: "Karel, peux-tu rappeler cette dame demain ?",
        date: "vendredi 14 novembre 2025 09:12",
        subject: "Devis pour un escalier",
        body: &[
            "Bonjour,",
            "Nous souhaiterions recevoir un devis pour un escalier en chêne : 14 marches, largeur 90 cm.",
            "Bien à vous,",
            "Sophie Martin",
        ],
    },
    Letter {
        language: Language::Nl,
        prefix: "FW",
        note: "Karel, kan jij deze mevrouw morgen terugbellen?",
        date: "vrijdag 14 november 2025 09:12",
        subject: "Offerte voor een trap",
        body: &[
            "Goedemiddag,",
            "Graag hadden wij een offerte voor een eiken trap: 14 treden, 90 cm breed.",
            "Met vriendelijke groeten,",
            "Sophie Martin",
        ],
    },
    Letter {
        language: Language::De,
        prefix: "WG",
        note: "Karel, kannst du diese Dame morgen zurückrufen?",
        date: "Freitag, 14. November 2025 09:12",
        subject: "Angebot für eine Treppe",
        body: &[
            "Guten Tag,",
            "wir hätten gerne ein Angebot für eine Treppe aus Eiche: 14 Stufen, 90 cm breit.",
            "Mit freundlichen Grüßen",
            "Sophie Martin",
        ],
    },
    Letter {
        language: Language::En,
        prefix: "Fwd",
        note: "Karel, could you call this lady back tomorrow?",
        date: "Friday, 14 November 2025 9:12 AM",
        subject: "Quote for a staircase",
        body: &[
            "Hello,",
            "We would like a quote for an oak staircase: 14 steps, 90 cm wide.",
            "Kind regards,",
            "Sophie Martin",
        ],
    },
];

/// Fills a template of the case file.
fn fill(template: &str, labels: &str, letter: &Letter, is_html: bool) -> String {
    let labels: Vec<&str> = labels.split('|').collect();
    let label = |index: usize| labels.get(index).copied().unwrap_or_default();
    let break_line = if is_html { "<br><br>" } else { "\n\n" };
    let quoted: Vec<String> = letter.body.iter().map(|line| format!("> {line}")).collect();
    template
        .replace("{separator}", label(0))
        .replace("{From}", label(1))
        .replace("{Date}", label(2))
        .replace("{Subject}", label(3))
        .replace("{To}", label(4))
        .replace("{note}", letter.note)
        .replace("{name}", NAME)
        .replace("{>body}", &quoted.join("\n>\n"))
        .replace("{body}", &letter.body.join(break_line))
        .replace("{date}", letter.date)
        .replace("{subject}", letter.subject)
        .replace("{to}", TO)
        .replace("<{address}>", if is_html { "&lt;{address}&gt;" } else { "<{address}>" })
        .replace("{address}", ADDRESS)
}

/// Reads one shape; panics with its name where it is misunderstood.
fn check(case: &Case, language: &str, letter: &Letter, kind: &str) {
    let labels = case.key(language).unwrap_or_else(|| panic!("{}: no labels for {language}", case.name));
    let body = fill(case.block(kind), labels, letter, kind == "html");
    let mime = if kind == "html" { "text/html" } else { "text/plain" };
    let mail = format!(
        "From: Info <info@hout.example>\r\nTo: offerte@hout.example\r\nSubject: {}: {}\r\nContent-Type: {mime}; charset=utf-8\r\n\r\n{body}",
        letter.prefix, letter.subject
    );
    let read = read_mail(mail.as_bytes(), &owner());
    let shape = format!("{} ({language}, {kind})", case.name);
    let forward = read.forward.unwrap_or_else(|| panic!("{shape}: no forward in\n{}", read.text));
    let who = (read.requester.name.as_str(), read.requester.address.as_str(), read.requester.source);
    assert_eq!(who, (NAME, ADDRESS, RequesterSource::Forward), "{shape}");
    assert_eq!(forward.subject, letter.subject, "{shape}");
    assert_eq!(squashed(&forward.body), squashed(&letter.body.concat()), "{shape}: body");
    assert!(
        forward.preamble.starts_with(letter.note) && forward.preamble.len() < letter.note.len() + 60,
        "{shape}: preamble {:?}",
        forward.preamble
    );
    assert!(!forward.evidence.is_empty(), "{shape}: evidence");
    let day = forward.date.and_then(|date| date.to_rfc3339()).unwrap_or_default();
    let is_told = day.starts_with("2025-11-14T09:12")
        || body.contains("GMT+01:00") && day.starts_with("2025-11-14T08:12");
    assert!(is_told, "{shape}: date {day}");
    assert_eq!(read.language, Some(letter.language), "{shape}: language");
}

/// Languages whose programs forward the letters of others, with some of the shapes.
const OTHERS: [&str; 21] = [
    "es", "it", "pt", "pl", "cs", "sk", "sv", "da", "no", "fi", "hu", "ro", "tr", "ru", "uk", "el", "ja",
    "zh", "ko", "he", "ar",
];

#[test]
fn programs_in_other_languages_are_understood_too() {
    let english = LETTERS.iter().find(|letter| letter.language == Language::En).unwrap();
    for case in cases::read("forwards.txt") {
        for language in OTHERS.into_iter().filter(|language| case.key(language).is_some()) {
            check(&case, language, english, "text");
            check(&case, language, english, "html");
        }
    }
}

#[test]
fn every_shape_is_unwrapped_in_every_language() {
    let cases = cases::read("forwards.txt");
    assert!(cases.len() >= 15);
    for case in &cases {
        for letter in &LETTERS {
            check(case, letter.language.code(), letter, "text");
            check(case, letter.language.code(), letter, "html");
        }
    }
}
