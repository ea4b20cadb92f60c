use super::super::html_text::MarkedText;
use super::super::lines::lines;
use super::*;

fn block(text: &str) -> HeaderBlock {
    HeaderBlock::read(&lines(&MarkedText::plain(text.to_owned())), 0).unwrap()
}

#[test]
fn a_usual_header_is_read_with_its_end() {
    let read = block(
        "Van: Jan <jan@dak.example>\nVerzonden: maandag 5 december 2016 17:00\nAan: info@hout.example\nOnderwerp: Dak\n\nDag",
    );
    assert_eq!(read.get(Label::From), Some("Jan <jan@dak.example>"));
    assert_eq!(read.get(Label::Subject), Some("Dak"));
    assert_eq!((read.end, read.strength(), read.is_mail_header()), (4, 4, true));
}

#[test]
fn colons_may_have_blanks_bold_marks_or_another_width() {
    assert_eq!(block("De\u{a0}: Jan\u{a0}\nObjet\u{a0}: Toit").get(Label::From), Some("Jan"));
    assert_eq!(
        block("*From:* Jan <j@d.example>\n*Subject:* Roof").get(Label::From),
        Some("Jan <j@d.example>")
    );
    assert_eq!(block("发件人：王 <w@d.example>\n主题：屋顶").get(Label::Subject), Some("屋顶"));
}

#[test]
fn blank_lines_between_labels_end_nothing() {
    let read =
        block("From: a@b.example\n\nDate: Sat, 22 Mar 2008\nTo:<to@c.example>\n\n\nSubject: Roof\n\n\nHello");
    assert_eq!((read.get(Label::Subject), read.end), (Some("Roof"), 7));
}

#[test]
fn folded_values_are_joined() {
    let read = block("From: Human Resources\n<hr@c.example>\nSubject: a long\nsubject\nTo: b@c.example");
    assert_eq!(read.get(Label::From), Some("Human Resources <hr@c.example>"));
    assert_eq!(read.get(Label::Subject), Some("a long subject"));
}

#[test]
fn the_body_right_below_a_header_is_no_part_of_it() {
    let read = block("From: a@b.example\nTo: c@d.example\nSubject: Roof\nHello, I need a roof.");
    assert_eq!((read.get(Label::Subject), read.end), (Some("Roof"), 3));
}

#[test]
fn all_labels_on_one_line_are_told_apart() {
    let read = block(
        "From: Jan <j@d.example>To: \"info\" <i@h.example>Sent: Tuesday, May 4, 2021, 09:59 AM GMT+2Subject: Roof of 3 m: price\nHello",
    );
    assert_eq!(read.get(Label::From), Some("Jan <j@d.example>"));
    assert_eq!(read.get(Label::To), Some("\"info\" <i@h.example>"));
    assert_eq!(read.get(Label::Date), Some("Tuesday, May 4, 2021, 09:59 AM GMT+2"));
    assert_eq!(read.get(Label::Subject), Some("Roof of 3 m: price"));
}

#[test]
fn a_list_of_facts_is_no_mail_header() {
    assert!(!block("Date: demain\nSujet: toiture").is_mail_header());
    assert!(!block("From: Brussels\nTo: Gent").is_mail_header());
    assert!(HeaderBlock::read(&lines(&MarkedText::plain("Price: 3".into())), 0).is_none());
}

#[test]
fn a_journey_is_no_header_of_a_mail() {
    let says_sent = |text: &str| {
        let body = MarkedText::plain(text.to_owned());
        HeaderBlock::read(&lines(&body), 0).unwrap().says_sent()
    };
    assert!(!says_sent("Van: Dorpsstraat 1, Gent\nAan: Kerkplein 2, Brugge\nDatum: 14.04.2025"));
    assert!(!says_sent("From: 14 March 2025\nTo: 16 March 2025\nSubject: party"));
    assert!(says_sent("Van: Gina Smets\nVerzonden: maandag 14 april 2025 9:12\nAan: Jan\nOnderwerp: Dak"));
    assert!(says_sent("Lähettäjä: Gina\nLähetetty: 14. huhtikuuta 2025 9.12\nVastaanottaja: Jan"));
    assert!(says_sent("Van: Gina <gina@hout.example>\nAan: Jan\nDatum: 14/04/2025"));
}

#[test]
fn words_like_labels_above_a_whole_header_are_none_of_it() {
    let header =
        "De : Sophie Dubois <sophie@klant.example>\nEnvoyé : mardi 4 mars 2025 14:12\nÀ : Jean\nObjet : Toit";
    let read = block(&format!("Objet : à faire vite !\n\n{header}"));
    assert_eq!((read.end, read.strength()), (1, 1));
    assert_eq!(block(header).get(Label::Subject), Some("Toit"));
}

#[test]
fn encoded_words_are_decoded() {
    let read = block(
        "From: =?utf-8?Q?Sophie_Dub=C3=A9?= <sophie@klant.example>\nSubject: =?utf-8?B?VG9pdCDDoCByZWZhaXJl?=\n\nHi",
    );
    assert_eq!(read.get(Label::From), Some("Sophie Dubé <sophie@klant.example>"));
    assert_eq!(read.get(Label::Subject), Some("Toit à refaire"));
}

#[test]
fn a_header_of_countless_lines_is_bounded() {
    for line in ["Cc: x\n", "To: x,\n"] {
        let read = block(&line.repeat(1_000));
        assert!(read.end <= MAX_LINES, "{line}");
    }
}
