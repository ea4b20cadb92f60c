use super::super::attribution::Attribution;
use super::super::html_text::MarkedText;
use super::super::lines::lines;
use super::*;

/// The first line of the introduction in a text, and the line after it.
fn place(text: &str) -> Option<(usize, usize)> {
    let body = MarkedText::plain(text.to_owned());
    let lines = lines(&body);
    (0..lines.len()).find_map(|at| Some((at, Attribution::read(&lines, at)?.end)))
}

const INTRODUCTION: &str =
    "Le 04/03/2025 à 14:12, Jean Lambert a écrit :\n> Bonjour Madame,\n> Quelle est la surface ?";

#[test]
fn an_answer_right_above_an_introduction_is_no_part_of_it() {
    for answer in [
        "Le 12/03 à 10h me convient.",
        "Le 12/03/2025 à 10:00 me convient",
        "Le toit fait 85 m².",
        "Op ons dak ligt riet.",
        "On our roof there is moss.",
        "Am Dach fehlen Ziegel.",
        "Op ons dak ligt riet",
        "0475 12 34 56",
        "10:30",
        "12 x 8 m",
        "12/03/2025",
    ] {
        assert_eq!(place(&format!("Ok.\n{answer}\n{INTRODUCTION}")), Some((2, 3)), "{answer}");
        assert_eq!(place(&format!("{answer}\n{INTRODUCTION}")), Some((1, 2)), "{answer}");
    }
}

#[test]
fn an_introduction_without_year_or_address_begins_on_its_own_line() {
    for introduction in [
        "On 3 May, Jan Peeters wrote:",
        "Op di 4 mrt. 2025 om 14:12 schreef Jan Peeters <jan@dak.example>:",
        "Jan Peeters <jan@dak.example> schreef:",
        "Il giorno mar 4 mar 2025 alle ore 14:12 Jan Peeters <jan@dak.example> ha scritto:",
        "2025-03-04 14:12, Jan Peeters <jan@dak.example>:",
    ] {
        let text = format!("On our roof there is moss\n12 x 8 m\n{introduction}\n> Hello");
        assert_eq!(place(&text), Some((2, 3)), "{introduction}");
    }
}

#[test]
fn times_above_a_writer_are_no_date_of_an_introduction() {
    let introduction = "Jan Peeters <jan@dak.example> a écrit :\n> Hello";
    for answer in ["14:30 ou 15:00", "12 x 8 m", "0475 12 34 56"] {
        assert_eq!(place(&format!("{answer}\n{introduction}")), Some((1, 2)), "{answer}");
    }
    for date in ["04/03/2025 14:12", "Tue 2:12 PM", "Le 4/3 à 14:12"] {
        assert_eq!(place(&format!("{date}\n{introduction}")), Some((0, 2)), "{date}");
    }
}

#[test]
fn a_wrapped_introduction_keeps_its_first_line() {
    for introduction in [
        "On Tue, Mar 4, 2025 at 2:12 PM\nJan Peeters <jan@dak.example> wrote:",
        "On Tue, Mar 4,\n2025 at 2:12 PM, Jan Peeters <jan@dak.example> wrote:",
        "Le mar.\n4 mars 2025 à 14:12, Jan Peeters <jan@dak.example> a écrit :",
        "Le mar. 4 mars 2025 à\n14:12, Jan Peeters <jan@dak.example> a écrit :",
        "Op di 4 mrt. 2025\nom 14:12 schreef Jan Peeters <jan@dak.example>:",
        "On Tue, 4 Mar 2025 at 2:12 p.m.\nJan Peeters <jan@dak.example> wrote:",
        "On Mar 4, 2025, at 2:12 PM, Peeters S.A.\n<jan@dak.example> wrote:",
        "On Mar 4, 2025, at 2:12 PM, Maria De\nLa Cruz <cruz75@dak.example> wrote:",
        "On 3 May,\nJan Peeters <jan@dak.example> wrote:",
    ] {
        assert_eq!(place(&format!("{introduction}\n> Hello")), Some((0, 2)), "{introduction}");
    }
}

#[test]
fn the_point_of_an_abbreviation_ends_no_sentence() {
    for text in ["Le mar.", "On Tue at 2:12 p.m.", "On 3 May, Dak Inc.", "Le 4 mars 2025, J."] {
        assert!(!ends_sentence(text), "{text}");
    }
    for text in ["Am Dach fehlen Ziegel.", "Le toit fait 85 m².", "On vous attend !", "On ice."] {
        assert!(ends_sentence(text), "{text}");
    }
}
