use super::super::html_text::MarkedText;
use super::super::lines::lines;
use super::*;

fn read(text: &str) -> Option<Attribution> {
    Attribution::read(&lines(&MarkedText::plain(text.to_owned())), 0)
}

fn writer(text: &str) -> (String, String) {
    let person = read(text).unwrap_or_else(|| panic!("no attribution: {text}")).writer();
    (person.name, person.address)
}

#[test]
fn attributions_of_many_languages_are_known() {
    let jan = ("Jan Peeters".to_owned(), "jan@dak.example".to_owned());
    for text in [
        "On Feb 22, 2015, at 9:19 PM, Jan Peeters <jan@dak.example> wrote:",
        "Le 6 janv. 2014 à 19:50, Jan Peeters <jan@dak.example> a écrit :",
        "Op 13-02-2014 3:18 schreef Jan Peeters <jan@dak.example>:",
        "Op 17-feb.-2015, om 13:18 heeft Jan Peeters <jan@dak.example> het volgende geschreven:",
        "Am 24.02.2015 um 22:48 schrieb Jan Peeters <jan@dak.example>:",
        "El lun, 3 feb 2020 a las 10:00, Jan Peeters (<jan@dak.example>) escribió:",
        "Il giorno lun 3 feb 2020 alle ore 10:00 Jan Peeters <jan@dak.example> ha scritto:",
        "Em qui, 24 de jan de 2019 às 14:31, Jan Peeters <jan@dak.example> escreveu:",
        "W dniu 28 stycznia 2015 01:53 użytkownik Jan Peeters <jan@dak.example> napisał:",
        "Dne 3. 2. 2020 v 10:00 Jan Peeters <jan@dak.example> napsal(a):",
        "Den 24 februari 2015 22:48 skrev Jan Peeters <jan@dak.example>:",
        "tir. 18. apr. 2017 kl. 13:09 skrev Jan Peeters <jan@dak.example>:",
        "pe 20. lokakuuta 2017 klo 17.50 Jan Peeters <jan@dak.example> kirjoitti:",
        "ср, 30 апр. 2025 г. в 15:19, Jan Peeters <jan@dak.example>:",
        "02.04.2012 14:20 пользователь \"Jan Peeters\" <jan@dak.example> написал:",
        "2009/5/12 Jan Peeters <jan@dak.example>:",
        "pi 14. 11. 2025 o 9:12 Jan Peeters <jan@dak.example> napísal(a):",
        "Dana pet, 14. stu 2025. u 09:12 Jan Peeters <jan@dak.example> napisao je:",
        "Jan Peeters <jan@dak.example> skrev: (14 november 2025 09:12:00 CET)",
        "في الجمعة، 14 نوفمبر 2025 في 9:12 ص تمت كتابة ما يلي بواسطة Jan Peeters <jan@dak.example>:",
        "Zitat von Jan Peeters <jan@dak.example>:",
        "Jan Peeters <jan@dak.example> ezt írta (időpont: 2025. márc. 4., K, 14:12):",
        "Jan Peeters <jan@dak.example> ezt írta (időpont: 2025. márc. 4.,\nK, 14:12):",
        "Jan Peeters <jan@dak.example> ezt írta\n(időpont: 2025. márc. 4., K, 14:12):",
        "În mar., 4 mar. 2025 la 14:12, Jan Peeters <jan@dak.example> a\nscris:",
        "Às 14:12 de 04/03/2025, Jan Peeters <jan@dak.example> escreveu:",
        "uto, 4. ožu 2025. u 14:12 Jan Peeters <jan@dak.example> napisao je:",
        "Missatge de Jan Peeters <jan@dak.example> del dia dt., 4 de març 2025 a les 14:12:",
        "11:00 AM, November 17, 2021, \"Jan Peeters\" <jan@dak.example>:",
    ] {
        assert_eq!(writer(text), jan, "{text}");
    }
}

#[test]
fn wrapped_attributions_are_joined() {
    let text = "On Nov 30, 2011, at 12:47 PM, Somebody <\nlong@somebody.example>\nwrote:\n\nx";
    assert_eq!(read(text).map(|found| found.end), Some(3));
}

#[test]
fn an_introduction_between_drawn_marks_needs_no_date() {
    assert_eq!(writer("---- Jan Peeters wrote ----").0, "Jan Peeters");
    assert!(read("---- On Wed, 24 Feb 2021 14:02:50 +0530 jan@dak.example wrote ----").is_some());
}

#[test]
fn writers_without_an_address_are_named() {
    assert_eq!(writer("On 8 o'clock, Jan Peeters wrote:"), ("Jan Peeters".into(), String::new()));
    assert_eq!(
        writer("El 11/07/2012 06:13 p.m., Jan Peeters escribió:"),
        ("Jan Peeters".into(), String::new())
    );
}

#[test]
fn a_wrapped_introduction_has_its_date() {
    for text in [
        "Jan Peeters <jan@dak.example> ezt írta (időpont: 2025. márc. 4.,\nK, 14:12):\n\n> Hello",
        "În mar., 4 mar. 2025 la 14:12, Jan Peeters <jan@dak.example> a\nscris:\n\n> Hello",
        "Às 14:12 de 04/03/2025, Jan Peeters\nescreveu:\n\n> Hello",
    ] {
        let found = read(text).unwrap();
        let date = super::super::dates::read_written_date(found.date_text());
        assert_eq!(
            date.and_then(|date| date.to_rfc3339()).as_deref(),
            Some("2025-03-04T14:12:00Z"),
            "{text}"
        );
        assert_eq!((found.end, found.writer().name.as_str()), (2, "Jan Peeters"), "{text}");
    }
}

#[test]
fn an_answer_on_the_same_line_is_left_out() {
    let found = read("fine On Wed, Apr 4, 2012 at 3:59 PM, jan@dak.example wrote:\n> Hi").unwrap();
    assert_eq!((found.offset, found.end), (4, 1));
}

#[test]
fn sentences_are_no_attributions() {
    for text in [
        "On the surface, this looks like a quote header but it's not.",
        "On blah-blah-blah",
        "2024-01-15 14:30:25",
        "10/19/2017 @ 9:30 am for physical therapy",
        "On Monday I wrote to you about the roof.",
        "On 3 May we wrote to jan@dak.example about this.",
    ] {
        assert_eq!(read(text), None, "{text}");
    }
}

#[test]
fn the_date_may_stand_behind_the_verb() {
    for text in ["Jan Peeters schreef op 2025-11-14 09:12:", "Jan Peeters schrieb am 14.11.2025 um 09:12:"] {
        assert!(read(text).is_some(), "{text}");
    }
    assert_eq!(read("De firma schreef op 2025-11-14 een offerte van 12:00:"), None);
}

#[test]
fn an_unknown_language_is_told_by_the_quote_below() {
    let text = "Scrieved bi Jan Peeters <jan@dak.example>:";
    assert_eq!(read(&format!("{text}\n\n> Hello")).map(|found| found.end), Some(1));
    assert_eq!(read(&format!("{text}\n\nHello")), None);
}

#[test]
fn people_who_tell_what_somebody_wrote_quote_nothing() {
    for line in [
        "Le 12 février votre équipe nous a écrit :",
        "In uw mail van 3 maart 2025 schreef u:",
        "Op 3 maart schreef uw collega An:",
        "Am 3. März schrieb mir Ihr Kollege:",
        "On 3 March 2025 at 10:12, I wrote:",
    ] {
        let read = |text: String| {
            let body = MarkedText::plain(text);
            Attribution::read(&lines(&body), 0).is_some()
        };
        assert!(!read(format!("{line}\n\nWe come on Tuesday.")), "{line}");
        assert!(read(format!("{line}\n\n> We come on Tuesday.\n> Jan")), "{line}");
    }
}

#[test]
fn a_turkish_introduction_may_be_broken_before_its_verb() {
    let text = "Gina Smets <gina@hout.example>, 3 Mar 2025 Pzt, 10:12 tarihinde şunu\nyazdı:\n\nMasa?";
    assert_eq!(read(text).unwrap().end, 2);
}
