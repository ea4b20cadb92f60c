use super::super::html_text::{MarkedText, html_to_text};
use super::super::lines::lines;
use super::*;

fn read(text: &str) -> Option<Form> {
    read_form(&lines(&MarkedText::plain(text.to_owned())))
}

fn value(form: &Form, kind: &str) -> Option<String> {
    form.fields.iter().find(|field| field.kind == kind).map(|field| field.value.clone())
}

#[test]
fn lines_of_labels_and_values_are_a_form() {
    let form = read("Nouveau message du site\n\nNom : Sophie Martin\nEmail : sophie@maison.example\nTéléphone : 0470 12 34 56\nMessage :\nBonjour,\n\nJe voudrais un devis.\n\n--\nCet e-mail a été envoyé via le formulaire de contact").unwrap();
    assert_eq!((form.name.as_str(), form.address.as_str()), ("Sophie Martin", "sophie@maison.example"));
    assert_eq!(form.message, "Bonjour,\n\nJe voudrais un devis.");
    assert_eq!(value(&form, "form:Téléphone").as_deref(), Some("0470 12 34 56"));
}

#[test]
fn labels_above_their_values_are_a_form() {
    let form =
        read("Voornaam\nJan\nAchternaam\nPeeters\nE-mailadres\njan@dak.example\nBericht\nGraag een offerte.")
            .unwrap();
    assert_eq!(
        (form.name.as_str(), form.address.as_str(), form.message.as_str()),
        ("Jan Peeters", "jan@dak.example", "Graag een offerte.")
    );
}

#[test]
fn tables_are_a_form() {
    let body = html_to_text(
        "<table><tr><td><b>Ihr Name</b></td><td>Eva Klein</td></tr><tr><td>E-Mail</td><td><a href='mailto:eva@haus.example'>eva@haus.example</a></td></tr><tr><td>PLZ</td><td>50667</td></tr><tr><td>Ort</td><td>Köln</td></tr><tr><td>Straße</td><td>Ring 3</td></tr></table>",
    );
    let form = read_form(&lines(&body)).unwrap();
    assert_eq!((form.name.as_str(), form.address.as_str()), ("Eva Klein", "eva@haus.example"));
    assert_eq!(value(&form, "address").as_deref(), Some("Ring 3, 50667 Köln"));
}

#[test]
fn the_default_mail_of_a_common_form_is_one() {
    let form = read("From: Jan Peeters <jan@dak.example>\nSubject: Offerte\n\nMessage Body:\nGraag een offerte voor mijn dak.\n\n-- \nThis e-mail was sent from a contact form on Hout (https://hout.example)").unwrap();
    assert_eq!((form.name.as_str(), form.address.as_str()), ("Jan Peeters", "jan@dak.example"));
    assert_eq!(form.message, "Graag een offerte voor mijn dak.");
}

#[test]
fn letters_are_no_forms() {
    for text in [
        "Bonjour,\n\nJe voudrais un devis pour trois fenêtres.\n\nCordialement,\nSophie Martin\nTél : 0470 12 34 56\nEmail : sophie@maison.example\nAdresse : Rue Haute 3, 5000 Namur",
        "Hello,\nPlease note: we are closed.\nThanks",
        "",
    ] {
        assert_eq!(read(text), None, "{text}");
    }
}

#[test]
fn one_question_of_the_sites_own_loses_nothing() {
    for label in [
        "Comment or Message",
        "Commentaire ou message",
        "Opmerking of bericht",
        "Kommentar oder Nachricht",
        "Jouw bericht",
        "Quels travaux souhaitez-vous",
    ] {
        let text = format!(
            "Nom : Sophie Martin\nE-mail : sophie@maison.example\n{label} : Je voudrais refaire le toit.\nIl fuit."
        );
        let form = read(&text).unwrap_or_else(|| panic!("{label}"));
        assert_eq!(form.name, "Sophie Martin", "{label}");
        assert_eq!(form.message, "Je voudrais refaire le toit.\nIl fuit.", "{label}");
    }
}

#[test]
fn alternatives_that_ask_for_the_same_are_one_label() {
    for (label, message) in
        [("Comment or Message", "Roof"), ("Opmerking of bericht", "Dak"), ("Name or Message", "")]
    {
        let form = read(&format!("Name: Jan Peeters\nEmail: jan@dak.example\n{label}: {message}"))
            .unwrap_or_default();
        assert_eq!(form.message, message, "{label}");
    }
}

#[test]
fn what_a_site_says_above_its_fields_is_no_end() {
    let text = "Sent via form submission from Dakwerken\n\nName: Jan Peeters\nEmail: jan@dak.example\nMessage: A quote please";
    let form = read(text).unwrap();
    assert_eq!((form.name.as_str(), form.address.as_str()), ("Jan Peeters", "jan@dak.example"));
}

#[test]
fn who_asks_to_be_called_leaves_a_number_alone() {
    let form =
        read("Nom : Roger Stassen\nTéléphone : 04 222 33 44\nQuand vous rappeler ? : le matin").unwrap();
    assert_eq!((form.name.as_str(), form.address.as_str()), ("Roger Stassen", ""));
    assert!(form.can_be_answered);
    assert!(read("Jan Peeters\nTel: 04 222 33 44\nFax: 04 222 33 45").is_none(), "a signature");
}
