use super::super::html_text::{MarkedText, html_to_text};
use super::super::lines::lines;
use super::*;

fn split_in(text: &str, around: Around) -> ReplyParts {
    split_reply(&lines(&MarkedText::plain(text.to_owned())), around)
}

fn split_new(text: &str) -> ReplyParts {
    split_in(text, Around { sender_name: "Sophie Dubois", thread: Thread::New })
}

fn split(text: &str) -> ReplyParts {
    split_in(text, Around::default())
}

#[test]
fn an_answer_above_the_quote_is_the_new_text() {
    let parts = split("Yes please.\n\nOn 3 May 2024, Jan <jan@dak.example> wrote:\n> Shall we start?\n> Jan");
    assert_eq!(parts.text, "Yes please.");
    assert_eq!(parts.quoted, "On 3 May 2024, Jan <jan@dak.example> wrote:\n> Shall we start?\n> Jan");
}

#[test]
fn an_answer_below_the_quote_is_the_new_text() {
    assert_eq!(
        split("On 3 May 2024, Jan <jan@dak.example> wrote:\n> Shall we start?\n\nYes please.").text,
        "Yes please."
    );
}

#[test]
fn answers_between_the_quotes_keep_what_they_answer() {
    let parts =
        split("On 3 May 2024, Jan <jan@dak.example> wrote:\n> Oak?\n\nYes.\n\n> Painted?\n\nNo.\n\n> Jan");
    assert_eq!(parts.text, "> Oak?\n\nYes.\n\n> Painted?\n\nNo.");
    assert_eq!(parts.quoted, "On 3 May 2024, Jan <jan@dak.example> wrote:\n\n> Jan");
}

#[test]
fn the_header_of_outlook_begins_the_history() {
    let parts = split(
        "Akkoord.\n\n________________________________\nVan: Jan <jan@dak.example>\nVerzonden: maandag 5 december 2016 17:00\nAan: An\nOnderwerp: RE: Dak\n\nDag An,\n\nZie bijlage.",
    );
    assert_eq!(parts.text, "Akkoord.");
    assert!(parts.quoted.starts_with("____") && parts.quoted.ends_with("Zie bijlage."));
}

#[test]
fn a_broken_line_of_a_quote_is_no_answer() {
    let text = "Fine.\n\nOn 3 May 2024, Jan <jan@dak.example> wrote:\n> This is a very long line of a mail that some program will wrap and\nbreak.\n> Jan";
    assert_eq!(split(text).text, "Fine.");
}

#[test]
fn a_mail_that_only_quotes_is_shown_as_a_whole() {
    let text = "> one\n> two";
    assert_eq!((split(text).text.as_str(), split(text).quoted.as_str()), (text, ""));
    let form = "From: Jan <jan@dak.example>\nDate: 3 May 2024\nSubject: Roof\n\nHello";
    assert_eq!(split(form).text, form);
}

#[test]
fn one_marked_line_is_no_quote() {
    let text = "Prices:\n> 100 m2 is cheaper\nThanks for your help with this.";
    assert_eq!(split(text).text, text);
}

#[test]
fn nothing_of_a_body_is_lost() {
    let text = "a\n\nOn 3 May 2024, Jan <jan@dak.example> wrote:\n> b\nc\n-- \nd";
    let parts = split(text);
    let all = format!("{}{}{}", parts.text, parts.quoted, parts.signature);
    for line in ["a", "wrote:", "> b", "c", "-- ", "d"] {
        assert!(all.contains(line.trim()), "{line} in {all}");
    }
}

#[test]
fn markup_tells_where_the_history_begins() {
    let body = html_to_text(
        "<div>Oui</div><div id=appendonsend></div><hr><div id=divRplyFwdMsg><b>De&nbsp;:</b> Jan<br><b>Envoyé&nbsp;:</b> lundi</div><div>Bonjour</div>",
    );
    let parts = split_reply(&lines(&body), Around::default());
    assert_eq!(parts.text, "Oui");
}

#[test]
fn the_introduction_of_groupwise_begins_the_history_below_it() {
    let parts =
        split("Akkoord.\n\n>>> Jan Peeters <jan@dak.example> 14/11/2025 9:12 >>>\nDag An,\n\nZie bijlage.");
    assert_eq!(parts.text, "Akkoord.");
    assert!(parts.quoted.ends_with("Zie bijlage."));
}

#[test]
fn what_stands_below_the_line_of_a_ticket_system_is_history() {
    for line in [
        "## Please type your reply above this line ##",
        "-- Antwoord boven deze regel --",
        "Répondre au-dessus de cette ligne",
    ] {
        let parts = split(&format!("Merci, c'est d'accord.\n\n{line}\n\nTicket 4711: Devis"));
        assert_eq!(parts.text, "Merci, c'est d'accord.", "{line}");
    }
    let sentence = "The fitter said that we must reply above this line of the drawing.\nSo I do.";
    assert_eq!(split(sentence).text, sentence);
}

#[test]
fn the_history_may_share_the_line_of_its_introduction() {
    let history = "On Mon, May 5, 2025 at 9:12, Gina Smets<gina@hout.example> wrote:   A table of oak?";
    let parts = split(&format!("Yes.\n\nSent from Yahoo Mail on Android\n\n  {history}"));
    assert_eq!((parts.text.as_str(), parts.quoted.trim()), ("Yes.", history));
    assert_eq!(parts.signature, "Sent from Yahoo Mail on Android");
}

#[test]
fn an_answer_keeps_its_last_line_above_an_introduction_without_a_blank_line() {
    let history =
        "Le 04/03/2025 à 14:12, Jean Lambert a écrit :\n> Bonjour Madame,\n> Quelle est la surface ?";
    for answer in ["Ok.\nLe 12/03 à 10h me convient.", "Ok.\n0475 12 34 56", "On vous attend."] {
        let parts = split(&format!("{answer}\n{history}"));
        assert_eq!((parts.text.as_str(), parts.quoted.as_str()), (answer, history));
    }
}

#[test]
fn markup_tells_the_line_on_which_an_introduction_begins() {
    let body = html_to_text(
        "<p>D'accord.</p><div class=\"moz-signature\">Sophie Dubois<br>0475 12 34 56</div>\
         <div class=\"moz-cite-prefix\">Le 04/03/2025 à 14:12, Jean Lambert a écrit :<br></div>\
         <blockquote type=\"cite\"><p>Quelle est la surface ?</p></blockquote>",
    );
    let parts = split_reply(&lines(&body), Around { sender_name: "Sophie Dubois", ..Around::default() });
    assert_eq!(
        (parts.text.as_str(), parts.signature.as_str()),
        ("D'accord.", "Sophie Dubois\n0475 12 34 56")
    );
}

#[test]
fn marks_before_the_lines_of_a_list_quote_nothing_in_a_new_mail() {
    for text in [
        "Bonjour,\n> 12 m de gouttière\n> 3 descentes\nMerci de chiffrer cela au plus vite.",
        "Bonjour,\n\n> 12 m de gouttière\n\n> 3 descentes",
        "Dag,\n>= 18 cm isolatie\n>= 20 jaar garantie",
    ] {
        assert_eq!(split_new(text).text, text);
    }
    let list = "Bonjour,\n> 12 m de gouttière\n> 3 descentes";
    let answer = Around { thread: Thread::Answer, ..Around::default() };
    assert_eq!(split_in(list, answer).text, "Bonjour,");
}

#[test]
fn what_shows_a_mail_is_quoted_in_a_new_mail_too() {
    for quoted in [
        "> Bonjour,\n> Voici le devis.\n> Cordialement,\n> Jean",
        "> Voici le devis.\n>> Une table ?",
        "Le 04/03/2025 à 14:12, Jean Lambert a écrit :\n> Une table ?\n> En bois ?",
        "> Le 04/03/2025 à 14:12, Jean Lambert a écrit :\n> Une table ?",
    ] {
        let parts = split_new(&format!("D'accord.\n\n{quoted}"));
        assert_eq!((parts.text.as_str(), parts.quoted.as_str()), ("D'accord.", quoted));
    }
    let list = "Prix pour :\n> 12 m de gouttière\n> 3 descentes";
    let parts = split_new(&format!(
        "{list}\n\nLe 04/03/2025 à 14:12, Jean Lambert a écrit :\n> Une table ?\n> En bois ?"
    ));
    assert_eq!(parts.text, list);
}

#[test]
fn a_journey_is_no_history() {
    let text = "Prix svp :\nDe : Namur\nÀ : Leuven\nDate : 4 mars 2025 à 14:12\nObjet : 12 palettes\nMerci de confirmer.";
    for thread in [Thread::New, Thread::Unknown] {
        assert_eq!(split_in(text, Around { thread, ..Around::default() }).text, text);
    }
}

#[test]
fn a_header_with_names_alone_is_history_where_something_says_that_it_is_of_a_mail() {
    let header = |date: &str, to: &str| {
        format!("De : Jean Lambert\n{date} : mardi 4 mars 2025 14:12\nÀ : {to}\nObjet : Devis\n\nUne table ?")
    };
    for quoted in [
        header("Envoyé", "Anne"),
        header("Date", "Sophie Dubois"),
        header("Date", "sophie@klant.example"),
        format!("________________\n{}", header("Date", "Anne")),
    ] {
        let parts = split_new(&format!("D'accord.\n\n{quoted}"));
        assert_eq!((parts.text.as_str(), parts.quoted.as_str()), ("D'accord.", quoted.as_str()));
    }
    let answer = Around { thread: Thread::Answer, ..Around::default() };
    assert_eq!(split_in(&format!("D'accord.\n\n{}", header("Date", "Anne")), answer).text, "D'accord.");
    let list = format!("Bonjour.\n\n{}", header("Date", "Anne"));
    assert_eq!(split_new(&list).text, list);
}

#[test]
fn an_indented_list_is_new_above_a_true_quote_too() {
    let history = "<div class=\"gmail_quote\"><div class=\"gmail_attr\">On 3 May 2025, Jan &lt;jan@dak.example&gt; wrote:<br></div>\
         <blockquote class=\"gmail_quote\" style=\"margin:0 0 0 .8ex;border-left:1px solid\">Which roof?</blockquote></div>";
    let list = "<div>Slate 85 m²</div><div>Zinc 12 m</div></blockquote>";
    for (opening, expected) in [
        (
            "<blockquote style=\"margin:0 0 0 40px;border:none;padding:0px\">",
            "Prices:\nSlate 85 m²\nZinc 12 m",
        ),
        ("<blockquote>", "Prices:\n> Slate 85 m²\n> Zinc 12 m"),
    ] {
        for history in ["", history] {
            let body = html_to_text(&format!("<div>Prices:{opening}{list}</div>{history}"));
            let around = Around { thread: Thread::New, ..Around::default() };
            assert_eq!(split_reply(&lines(&body), around).text, expected);
        }
        let answer = html_to_text(&format!("<div>Prices:{opening}{list}</div>{history}"));
        let around = Around { thread: Thread::Answer, ..Around::default() };
        assert_eq!(split_reply(&lines(&answer), around).text, expected);
    }
}
