use super::super::html_text::MarkedText;
use super::super::lines::lines;
use super::*;

fn find(text: &str, subject: &str) -> Option<Forward> {
    let body = MarkedText::plain(text.to_owned());
    find_forward(&lines(&body), Surroundings { subject, ..Surroundings::default() })
}

const OUTLOOK: &str = "Voor jou.\n\nVan: Jan Peeters <jan@dak.example>\nVerzonden: maandag 5 december 2016 17:00\n\
                       Aan: info@hout.example\nOnderwerp: Dak\n\nDag,\n\nIk zoek een dak.";

#[test]
fn a_header_block_without_separator_is_a_forward_unless_the_subject_says_answer() {
    let forward = find(OUTLOOK, "FW: Dak").unwrap();
    assert_eq!(
        (forward.from.name.as_str(), forward.from.address.as_str()),
        ("Jan Peeters", "jan@dak.example")
    );
    assert_eq!((forward.subject.as_str(), forward.body.as_str()), ("Dak", "Dag,\n\nIk zoek een dak."));
    assert_eq!(forward.preamble, "Voor jou.");
    assert!(forward.date.is_some());
    assert_eq!(find(OUTLOOK, "RE: Dak"), None);
    assert!(find(OUTLOOK, "").is_some());
}

#[test]
fn a_quoted_forward_ends_with_its_quotes() {
    let text = "Hello\n\nBegin forwarded message:\n\n> From: A <a@b.example>\n> Subject: Roof\n>\n> One\n> > two\n\nMy note below";
    let forward = find(text, "").unwrap();
    assert_eq!(forward.body, "One\n> two");
    assert_eq!(forward.preamble, "Hello\n\nMy note below");
}

#[test]
fn an_introduction_is_a_forward_only_under_a_forwarding_subject() {
    let text = "Op 5 dec. 2016 om 17:00 heeft Jan Peeters <jan@dak.example> het volgende geschreven:\n\nIk zoek een dak.";
    let forward = find(text, "Doorst: Dak").unwrap();
    assert_eq!((forward.from.address.as_str(), forward.subject.as_str()), ("jan@dak.example", "Dak"));
    assert_eq!(forward.body, "Ik zoek een dak.");
    assert_eq!(find(text, "Re: Dak"), None);
}

#[test]
fn everything_on_one_line_is_read() {
    let text = "----- Forwarded Message ----- From: Jan <j@d.example>To: \"info\" <i@h.example>Sent: Tuesday, May 4, 2021, 09:59 AMSubject: Roof\nHello";
    let forward = find(text, "").unwrap();
    assert_eq!(
        (forward.from.address.as_str(), forward.subject.as_str(), forward.body.as_str()),
        ("j@d.example", "Roof", "Hello")
    );
}

#[test]
fn who_wrote_on_behalf_of_another_is_the_sender() {
    let from = |value: &str| {
        let person = sender(value);
        (person.name, person.address)
    };
    assert_eq!(
        from("desk@a.example <desk@a.example> on behalf of Jan Peeters <jan@dak.example>"),
        ("Jan Peeters".into(), "jan@dak.example".into())
    );
    assert_eq!(
        from("list@a.example [mailto:list@a.example] On Behalf Of Jan Peeters"),
        ("Jan Peeters".into(), "list@a.example".into())
    );
}

#[test]
fn a_line_that_ends_the_forward_ends_it() {
    let text = "----- Forwarded message from A <a@b.example> -----\n\nFrom: A <a@b.example>\nTo: c@d.example\nSubject: Roof\n\nOne\n\n----- End forwarded message -----\nbye";
    let forward = find(text, "Fwd: Roof").unwrap();
    assert_eq!((forward.body.as_str(), forward.preamble.contains("bye")), ("One", true));
}

#[test]
fn an_ordinary_mail_is_no_forward() {
    assert_eq!(find("hello world\n\nHey: This is important\n\n> One line.", ""), None);
    assert_eq!(find("From Gent to Brussels\nDate: 3 May", "Moving"), None);
}

#[test]
fn a_header_in_an_unknown_language_is_told_by_the_subject_it_repeats() {
    let text = "Hello\n\n--- Heukelo ---\nFrae: Jan <j@d.example>\nPosted: 14/11/2025 09:12\nTae: i@h.example\nAboot: Roof\n\nOne";
    let forward = find(text, "Fwd: Roof").unwrap();
    assert_eq!((forward.from.address.as_str(), forward.body.as_str()), ("j@d.example", "One"));
    assert_eq!((forward.subject.as_str(), forward.preamble.as_str()), ("Roof", "Hello"));
    assert_eq!(find(text, "Roof"), None);
}

#[test]
fn the_separator_itself_may_name_the_sender() {
    let text = "Hello\n\n----- Forwarded message from Jan <j@d.example> -----\n\nOne\n\n----- End forwarded message -----";
    let forward = find(text, "Roof (fwd)").unwrap();
    assert_eq!((forward.from.name.as_str(), forward.from.address.as_str()), ("Jan", "j@d.example"));
    assert_eq!((forward.body.as_str(), forward.preamble.as_str()), ("One", "Hello"));
}

#[test]
fn what_programs_draw_around_a_forward_is_no_part_of_it() {
    let header = "From: Jan <jan@dak.example>\nDate: 13 Apr 2021 09:37\nTo: info@hout.example\nSubject: Dak";
    let twice = "============ Forwarded message ============";
    for text in [
        format!("{twice}\n{header}\n{twice}\n\nIk zoek een dak."),
        format!(
            "----------  Forwarded Message  ----------\n\n{header}\n\nIk zoek een dak.\n-----------------------------"
        ),
        "> Message du 13/04/21 09:37\n> De : Jan <jan@dak.example>\n> A : info@hout.example\n> Objet : Dak\n> \n> Ik zoek een dak.".to_owned(),
        "----Messaggio originale----\nDa: jan@dak.example\nData: 13-apr-2021 9.37\nA: <info@hout.example>\nOgg: Dak\n\nIk zoek een dak.".to_owned(),
    ] {
        let forward = find(&text, "Fwd: Dak").unwrap();
        assert_eq!(forward.body, "Ik zoek een dak.", "{text}");
        assert_eq!((forward.from.address.as_str(), forward.subject.as_str()), ("jan@dak.example", "Dak"));
        assert!(forward.date.is_some() && forward.preamble.is_empty(), "{text}");
    }
}

#[test]
fn the_forwarder_signs_below_the_forward() {
    let text = "---------- Forwarded message ----------\nFrom: Gina Smets <gina@hout.example>\nSubject: Table\n\nA table please.\nGina\n\n-- \nJan Peeters\nDak nv\n0470 12 34 56";
    let body = |sender_name| {
        let text = MarkedText::plain(text.to_owned());
        find_forward(&lines(&text), Surroundings { sender_name, ..Surroundings::default() }).unwrap().body
    };
    assert_eq!(body("Jan Peeters"), "A table please.\nGina");
    assert!(body("An Claes").ends_with("0470 12 34 56"));
}

#[test]
fn a_journey_is_no_forward() {
    let text =
        "Prix svp :\n\nDe : 1 rue Basse, Namur\nÀ : 2 rue Haute, Mons\nDate : 14 mars 2025\nObjet : un piano";
    assert_eq!(find(text, ""), None);
}

#[test]
fn notes_of_a_call_a_journey_or_a_visit_are_no_forwards() {
    let call = "Message téléphonique\n\nDate : 4 mars 2025 14:12\nDe : Mme Dubois, 0475 12 34 56\nPour : Jean\nObjet : rappeler";
    let journey =
        "Itinéraire\n\nVan: Leuven\nNaar: Namur\nDatum: 4 maart 2025 14:12\nOnderwerp: werf Peeters";
    let visits = "Visites :\n\nDe : Dubois\nDate : 24 mars 2025 14:12\nObjet : toiture\n\nDe : Lambert\nDate : 25 mars 2025 9:00\nObjet : escalier";
    for note in [call, journey, visits] {
        assert_eq!(find(note, "Notes"), None, "{note}");
        let told = note.split_once("\n\n").unwrap().1;
        assert!(
            find(&format!("Voor jou.\n\n__________________\n{told}"), "Notes").is_some() || note == journey
        );
        assert!(find(note, "TR: Notes").is_some() || note == journey);
    }
    let outlook =
        "Van: Jan Peeters\nVerzonden: maandag 5 december 2016 17:00\nAan: Karel\nOnderwerp: Dak\n\nDag";
    assert!(find(outlook, "Dak").is_some());
}

#[test]
fn words_like_labels_above_the_forward_are_words_of_the_forwarder() {
    let preamble = "De : nous deux, c'est toi le chef.\nObjet : à faire vite !";
    let text = format!(
        "{preamble}\n\nDe : Sophie Dubois <sophie@klant.example>\nEnvoyé : mardi 4 mars 2025 14:12\nÀ : Jean\nObjet : Demande de devis toiture\n\nBonjour"
    );
    for subject in ["", "TR: Demande de devis toiture"] {
        let forward = find(&text, subject).unwrap();
        assert_eq!(forward.subject, "Demande de devis toiture");
        assert_eq!((forward.preamble.as_str(), forward.body.as_str()), (preamble, "Bonjour"));
    }
}
