use super::super::html_text::{MarkedText, html_to_text};
use super::super::lines::lines;
use super::*;

fn split(text: &str) -> (String, String) {
    split_by(text, "")
}

fn split_by(text: &str, sender: &str) -> (String, String) {
    let signed = split_signature(&lines(&MarkedText::plain(text.to_owned())), sender);
    (signed.text, signed.signature)
}

fn parts(text: &str, signature: &str) -> (String, String) {
    (text.to_owned(), signature.to_owned())
}

#[test]
fn the_separator_begins_the_signature() {
    assert_eq!(split("Hello\n-- \nJan\nDak nv"), parts("Hello", "--\nJan\nDak nv"));
    assert_eq!(split("Hello\n---\nJan"), parts("Hello", "---\nJan"));
}

#[test]
fn closing_words_begin_the_signature() {
    for closing in [
        "Met vriendelijke groeten,",
        "Cordialement",
        "Mit freundlichen Grüßen",
        "Kind regards,",
        "Bien à vous,",
        "Thanks!",
        "Merci d'avance,",
    ] {
        let text = format!("Hello\n\n{closing}\n\nJan Peeters\nTel. 0470 12 34 56");
        assert_eq!(split(&text).0, "Hello", "{closing}");
    }
}

#[test]
fn a_sentence_that_begins_like_a_closing_is_text() {
    for text in [
        "Hi\nThanks for your attention to this.",
        "Hi\nMerci de me dire le prix",
        "Hi\nRegards the timeline, we should be done by Friday.",
    ] {
        assert_eq!(split(text), parts(text, ""), "{text}");
    }
    let long = "Hi\n\nThanks,\nthen I would also like to know what the price of a second window would be.";
    assert_eq!(split(long), parts(long, ""));
}

#[test]
fn what_a_phone_adds_is_a_signature() {
    for line in [
        "Sent from my iPhone",
        "Envoyé de mon iPhone",
        "Verzonden vanaf mijn iPad",
        "Von meinem Samsung gesendet",
        "Get Outlook for iOS",
    ] {
        assert_eq!(split(&format!("Ok\n\n{line}")), parts("Ok", line));
    }
    let text = "Hi\nSent from the main server, the mail was lost.";
    assert_eq!(split(text), parts(text, ""));
}

#[test]
fn a_block_of_addresses_at_the_end_is_a_signature() {
    let block = "Gina Smets\ngina@hout.example\n0470 12 34 56\nwww.hout.example";
    assert_eq!(split(&format!("I want a table.\n\n{block}")), parts("I want a table.", block));
}

#[test]
fn the_sender_signs_with_the_own_name() {
    assert_eq!(split_by("I want a table.\n\nGina", "Gina Smets"), parts("I want a table.", "Gina"));
    assert_eq!(split_by("I want a table.\n\nGina", "Jan Peeters"), parts("I want a table.\n\nGina", ""));
}

#[test]
fn a_mail_that_is_all_signature_is_text() {
    assert_eq!(split("--\nRoman"), parts("--\nRoman", ""));
    assert_eq!(split("Thanks!"), parts("Thanks!", ""));
}

#[test]
fn lists_and_tables_are_text() {
    let list = "Look:\n\n--> one\n--> two";
    assert_eq!(split(list), parts(list, ""));
    let table = "Service\n-----------\nRegistration of a domain for one year, renewed until cancelled by either side, in words long enough";
    assert_eq!(split(table), parts(table, ""));
}

#[test]
fn markup_tells_the_signature() {
    let body = html_to_text("<p>Hello</p><div class=gmail_signature><p>Jan, roofer</p></div>");
    let signed = split_signature(&lines(&body), "");
    assert_eq!((signed.text.as_str(), signed.signature.as_str()), ("Hello", "Jan, roofer"));
}

#[test]
fn small_print_below_a_signature_is_no_part_of_the_text() {
    for small_print in [
        "This e-mail and any attachments are confidential. If you are not the intended recipient, delete it.",
        "Ce message et toutes les pièces jointes sont confidentiels.\n\nPensez à l’environnement avant d’imprimer.",
        "Dit bericht is vertrouwelijk en uitsluitend bestemd voor de geadresseerde.",
        "Diese E-Mail enthält vertrauliche Informationen.\n\nSitz der Gesellschaft: Köln, HRB 1234",
        "Virusvrij. www.scan.example",
    ] {
        assert_eq!(split(&format!("Graag een offerte.\n\n{small_print}")).0, "Graag een offerte.");
        let signed = format!("Graag een offerte.\n\nMvg,\n\nJan\n\n{small_print}");
        assert_eq!(split(&signed).0, "Graag een offerte.", "{small_print}");
    }
    let text = "Hello\n\nOur plans are confidential, please share them with nobody.";
    assert_eq!(split(text), parts(text, ""));
}

#[test]
fn phones_sign_in_many_languages() {
    for line in [
        "Verzonden vanuit Outlook voor iOS",
        "Von Samsung Mobile gesendet",
        "Pobierz aplikację Outlook dla systemu iOS",
        "Odesláno z iPhonu",
        "Az iPhone készülékemről küldve",
        "iOS için Outlook'u edinin",
        "获取 Outlook for iOS",
        "Gửi từ iPhone của tôi",
        "Von Outlook für Android gesendet",
        "Téléchargez Outlook pour iOS",
        "Išsiųsta iš „iPhone“",
    ] {
        assert_eq!(split(&format!("Hello\n\n{line}")), parts("Hello", line));
    }
    assert_eq!(split("Hello there.\n\nJan Peeters\nSent from my iPhone").0, "Hello there.");
    assert_eq!(split("Agreed\nSent from my iPhone").0, "Agreed");
}

#[test]
fn thanks_that_ask_for_something_are_text() {
    for text in [
        "Bonjour,\n\nMerci d'ouvrir le portail.\n\nAnne Dubois",
        "Bonjour,\n\nMerci d’ouvrir le portail.",
        "Guten Tag,\nBesten Dank, wir kommen um zehn.",
        "Hallo,\nDanke, bitte das Tor streichen.",
        "Dag,\nBedankt, graag de grote deur.",
        "Hello,\n\nMany thanks, please come on Friday.",
    ] {
        assert_eq!(split(text), parts(text, ""), "{text}");
    }
    for closing in [
        "Merci d'avance",
        "Merci d’avance !",
        "Danke, Jan",
        "Many thanks, Kate",
        "Thanks, jan",
        "Merci, bien à vous",
    ] {
        assert_eq!(split(&format!("Hello\n\n{closing}")), parts("Hello", closing), "{closing}");
    }
}

#[test]
fn what_is_added_below_the_closing_is_text() {
    for added in ["PS: de hond bijt niet.", "P.S. The gate code is 12.", "Komt u ook op zaterdag langs?"] {
        let text = format!("Akkoord.\n\nGroeten,\nGina\n\n{added}");
        assert_eq!(split(&text), parts(&format!("Akkoord.\n\n{added}"), "Groeten,\nGina"), "{added}");
    }
    let slogan = "Ok.\n\nCordialement,\nGina\n0470 12 34 56\n\nBesoin de conseils pour votre toit ?";
    assert_eq!(split(slogan).0, "Ok.");
}

#[test]
fn lines_drawn_between_parts_of_a_text_begin_no_signature() {
    for text in [
        "Bonjour\n\n---\n\nUne table en bois\n\nQuand pouvez-vous venir ?",
        "Hello\n\n--\n\n1. Fix the gate\n2. Paint the fence",
        "Keuze:\n--\nHout\n--\nStaal",
        "Cuisine\n**********\n2 tables\n\nSalon\n**********\n1 table",
        "Commande :\n------------\n2 tables\n------------\nGina",
    ] {
        assert_eq!(split(text), parts(text, ""), "{text}");
    }
    assert_eq!(split("Hello\n--\n--\nGreetings,\nGina"), parts("Hello", "--\n--\nGreetings,\nGina"));
    let framed = "-----------\nGina Smets\nTel. 0470 12 34 56\n-----------";
    assert_eq!(split(&format!("Hello\n\n{framed}")), parts("Hello", framed));
}

#[test]
fn thanks_before_what_is_to_be_done_are_text() {
    for text in [
        "Hallo,\nBedankt, kom gerust langs.",
        "Bonjour,\nMerci, laissez la clé ouverte.",
        "Guten Tag,\nDanke, kommen Sie am Montag.",
        "Hello,\nThanks, ring the bell twice.",
    ] {
        assert_eq!(split(text), parts(text, ""), "{text}");
    }
}

#[test]
fn specifications_below_a_closing_are_text() {
    for text in [
        "Je voudrais un devis.\nMerci d'avance\nSurface : 85 m²\nType : ardoise",
        "Je voudrais un devis.\nCordialement,\nSophie\nSurface : 85 m²\nType : ardoise",
        "Je voudrais un devis.\n\nSophie\nSurface : 85 m²",
        "Graag een prijs.\nAlvast bedankt\nRamen: 3 stuks",
    ] {
        assert_eq!(split_by(text, "Sophie Dubois"), parts(text, ""), "{text}");
    }
    let signed =
        "Cordialement,\nSophie\nTél : 0475 12 34 56\nTVA : BE 0123.456.789\nAdresse : 12 rue Haute, Namur";
    assert_eq!(split(&format!("Je voudrais un devis.\n{signed}")), parts("Je voudrais un devis.", signed));
}

#[test]
fn the_senders_name_above_the_line_of_a_phone_signs() {
    for signature in [
        "Sophie\n\nEnvoyé de mon iPhone",
        "Sophie\nEnvoyé de mon iPhone",
        "Sophie Dubois\n\n\nTélécharger BlueMail pour Android",
    ] {
        for blanks in ["\n", "\n\n"] {
            let text = format!("Ok pour jeudi{blanks}{signature}");
            assert_eq!(split_by(&text, "Sophie Dubois"), parts("Ok pour jeudi", signature), "{text}");
        }
    }
    let text = "Bonjour\n\nVolontiers\n\nEnvoyé de mon iPhone";
    assert_eq!(split_by(text, "Sophie Dubois").0, "Bonjour\n\nVolontiers");
    assert_eq!(split_by("Sophie\n\nEnvoyé de mon iPhone", "Sophie Dubois").0, "Sophie");
}
