//! What a reply quotes of the mail it answers: who wrote it and when, and its words behind `>`.

use crate::clock::LocalDateTime;
use crate::intake::Person;
use crate::language::Language;

/// Of a longer mail only the beginning is quoted, in bytes; whoever wrote it has the whole.
const MOST_QUOTED: usize = 100_000;
/// A name that is longer in letters is none; the line above the quotation has to be known as such.
const LONGEST_NAME: usize = 80;

/// The quotation of a mail, in the language of the conversation; empty for a mail without words.
///
/// Each line begins with `>` and, unless it was a quotation already, a space (RFC 3676 §4.5).
pub fn quotation(language: Language, at: LocalDateTime, writer: &Person, text: &str) -> String {
    let text = text.trim();
    if text.is_empty() {
        return String::new();
    }
    let cut = text.len() > MOST_QUOTED;
    let end = text[..text.floor_char_boundary(MOST_QUOTED)].rfind('\n').filter(|_| cut);
    let shown = &text[..end.unwrap_or(text.floor_char_boundary(MOST_QUOTED))];
    let mut quoted = attribution(language, at, writer);
    for line in shown.lines().chain(cut.then_some("[…]")) {
        quoted.push('\n');
        quoted.push_str(match line.trim_end() {
            "" => ">",
            deeper if deeper.starts_with('>') => ">",
            _ => "> ",
        });
        quoted.push_str(line.trim_end());
    }
    quoted
}

/// `Le 20 novembre 2026 à 14:05, Sophie Lambert <sophie@courrier.example> a écrit :`
fn attribution(language: Language, at: LocalDateTime, writer: &Person) -> String {
    let (date, time) = (at.date().written_long(language), at.hours_and_minutes());
    let name: String = writer.name.chars().filter(|letter| !matches!(letter, '<' | '>' | ':')).collect();
    let name = if name.chars().count() > LONGEST_NAME { "" } else { name.trim() };
    let writer = match (name, writer.address.as_str()) {
        ("", address) => address.to_owned(),
        (name, "") => name.to_owned(),
        (name, address) => format!("{name} <{address}>"),
    };
    match language {
        Language::Fr => format!("Le {date} à {time}, {writer} a écrit :"),
        Language::Nl => format!("Op {date} om {time} schreef {writer}:"),
        Language::De => format!("Am {date} um {time} schrieb {writer}:"),
        Language::En => format!("On {date} at {time}, {writer} wrote:"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::{IntakeContext, read_mail};

    fn at() -> LocalDateTime {
        LocalDateTime(jiff::civil::date(2026, 3, 1).at(8, 5, 0, 0))
    }

    fn sophie() -> Person {
        Person { name: "Sophie Lambert".into(), address: "sophie@courrier.example".into() }
    }

    #[test]
    fn each_line_stands_behind_a_mark_under_who_wrote_it_and_when() {
        assert_eq!(
            quotation(Language::Fr, at(), &sophie(), "Bonjour,\r\n\r\nun escalier ?\n> déjà cité\n"),
            "Le 1er mars 2026 à 08:05, Sophie Lambert <sophie@courrier.example> a écrit :\n> Bonjour,\n>\n\
             > un escalier ?\n>> déjà cité"
        );
        assert_eq!(quotation(Language::Fr, at(), &sophie(), " \n "), "");
    }

    #[test]
    fn our_own_intake_knows_it_as_history_in_every_language() {
        let writers = [
            sophie(),
            Person { name: String::new(), ..sophie() },
            Person { name: "Menuiserie « Au Chêne », SRL : <x>".into(), ..sophie() },
            Person { name: "n".repeat(500), ..sophie() },
            Person { address: String::new(), ..sophie() },
        ];
        for language in Language::ALL {
            for writer in &writers {
                let quoted = quotation(language, at(), writer, "Un escalier ?\n\n-- \nSophie\n> avant");
                for (new, mail) in [
                    ("Je passe jeudi.", format!("Je passe jeudi.\n\n{quoted}\n")),
                    ("Je passe jeudi.\n\nAmélie", format!("Je passe jeudi.\n\nAmélie\n\n{quoted}\n")),
                ] {
                    let raw = format!(
                        "From: a@b.example\r\nSubject: Re: x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{mail}"
                    );
                    let read = read_mail(raw.as_bytes(), &IntakeContext::default()).reply;
                    let said = [read.text.trim(), read.signature.trim()].join("\n\n");
                    assert_eq!(said.trim(), new, "{language:?}: {mail}");
                    assert!(
                        read.quoted.starts_with(quoted.lines().next().unwrap()),
                        "{language:?}: {}",
                        read.quoted
                    );
                    assert!(read.quoted.contains("> Un escalier ?") && read.quoted.contains(">> avant"));
                }
            }
        }
    }

    #[test]
    fn of_a_huge_mail_the_beginning_is_quoted() {
        for text in ["mot\n".repeat(500_000), "é".repeat(1_000_000)] {
            let quoted = quotation(Language::En, at(), &sophie(), &text);
            assert!(quoted.len() < 3 * MOST_QUOTED && quoted.ends_with("\n> […]"), "{}", quoted.len());
        }
    }
}
