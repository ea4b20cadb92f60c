use super::*;

const STYLE: Style = Style::of(Face::Regular, 10.0, 14.0);

fn broken(text: &str, width: f32) -> Vec<String> {
    STYLE
        .lines(text, width)
        .unwrap()
        .iter()
        .map(|line| line.at(0.0, 0.0).text().trim_end_matches(' ').to_owned())
        .collect()
}

#[test]
fn lines_break_at_spaces_and_are_never_too_wide() {
    let lines = STYLE.lines("the quick brown fox jumps over the lazy dog", 60.0).unwrap();
    assert!(lines.len() > 3);
    assert!(lines.iter().all(|line| line.width <= 60.0));
    assert_eq!(broken("one two", 1_000.0), ["one two"]);
}

#[test]
fn no_break_spaces_hold_an_amount_together() {
    let lines = broken("amount of 1\u{202f}234,56\u{a0}€ here", 75.0);
    assert!(lines.iter().any(|line| line.contains("1\u{202f}234,56\u{a0}€")), "{lines:?}");
}

#[test]
fn a_word_breaks_after_its_hyphen_and_shows_a_soft_one_only_where_it_breaks() {
    assert_eq!(broken("porte-serviettes", 55.0), ["porte-", "serviettes"]);
    assert_eq!(broken("Bade\u{ad}zimmer\u{ad}modernisierung", 60.0)[0], "Badezimmer-");
    assert_eq!(broken("Bade\u{ad}zimmer", 600.0), ["Badezimmer"]);
    assert_eq!(broken("2026-0083 081-00", 60.0), ["2026-0083", "081-00"], "numbers are not broken");
}

#[test]
fn a_word_wider_than_a_line_is_broken_inside() {
    let lines = broken(&"w".repeat(50), 60.0);
    assert!(lines.len() > 1);
    assert_eq!(lines.concat(), "w".repeat(50));
}

#[test]
fn line_breaks_of_the_text_are_kept_and_empty_lines_too() {
    assert_eq!(broken("a\r\nb\n\nc\n", 100.0), ["a", "b", "", "c"]);
    assert_eq!(STYLE.line("a\nb").unwrap().at(0.0, 0.0).text(), "a b");
}

#[test]
fn what_cannot_be_printed_is_left_out() {
    assert_eq!(broken("a\tb\u{7}c\u{202e}d\u{feff}", 100.0), ["a bcd"]);
    assert_eq!(broken("東", 100.0), ["\u{fffd}"], "a letter that Inter does not have is a box");
}

#[test]
fn words_stay_apart_when_lines_are_read_one_after_another() {
    let read = |text: &str| -> String {
        let lines = STYLE.lines(text, 60.0).unwrap();
        lines.iter().map(|line| line.at(0.0, 0.0).text()).collect()
    };
    assert_eq!(read("the quick brown fox jumps"), "the quick brown fox jumps");
    assert_eq!(read("first paragraph\nsecond"), "first paragraph second");
    assert_eq!(read("porte-serviettes"), "porte-serviettes");
}

#[test]
fn a_line_is_made_to_fit() {
    let fitted = STYLE.line_within("a rather long line of text", 50.0).unwrap();
    assert!((fitted.width - 50.0).abs() < 0.1);
    let cut = STYLE.line_cut("a rather long line of text", 50.0).unwrap();
    assert!(cut.width <= 50.0 && cut.at(0.0, 0.0).text().ends_with('…'));
    assert_eq!(STYLE.line_cut("short", 50.0).unwrap().at(0.0, 0.0).text(), "short");
}

#[test]
fn figures_of_columns_are_equally_wide_and_kerning_is_applied() {
    let width = |text: &str| STYLE.tabular().line(text).unwrap().width;
    assert!((width("111,11") - width("888,88")).abs() < 0.01);
    let text_width = |text: &str| STYLE.line(text).unwrap().width;
    assert!(text_width("AV") < text_width("A") + text_width("V"));
}
