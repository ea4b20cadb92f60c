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

fn read_html(html: &str) -> Form {
    read_form(&lines(&html_to_text(html))).unwrap_or_else(|| panic!("{html}"))
}

#[test]
fn labels_that_are_set_off_are_labels_whatever_they_ask() {
    for html in [
        "<h3>Naam</h3><p>Jo Bal</p><h3>E-mail</h3><p>jo@bal.example</p><h3>Oplage</h3><p>750</p><h3>Kleur pannen</h3><p>Rood</p>",
        "<p><b>Naam</b> *<br>Jo Bal</p><p><b>E-mail:</b><br>jo@bal.example</p><p><b>Oplage</b><br>750</p><p><b>Kleur pannen</b><br>Rood</p>",
        "<table><tr><td><strong>Naam</strong></td></tr><tr><td>Jo Bal</td></tr><tr><td><strong>E-mail</strong></td></tr><tr><td>jo@bal.example</td></tr><tr><td><strong>Oplage</strong></td></tr><tr><td>750</td></tr><tr><td><strong>Kleur pannen</strong></td></tr><tr><td>Rood</td></tr></table>",
        "<dl><dt>Naam<dd>Jo Bal<dt>E-mail<dd>jo@bal.example<dt>Oplage<dd>750<dt>Kleur pannen<dd>Rood</dl>",
    ] {
        let form = read_html(html);
        assert_eq!((form.name.as_str(), form.address.as_str()), ("Jo Bal", "jo@bal.example"), "{html}");
        assert_eq!(value(&form, "form:Oplage").as_deref(), Some("750"), "{html}");
        assert_eq!(value(&form, "form:Kleur pannen").as_deref(), Some("Rood"), "{html}");
    }
}

#[test]
fn all_values_of_a_label_belong_to_it() {
    let form = read_html(
        "<b>Name</b><p>Jo</p><b>Email</b><p>jo@bal.example</p><b>Which services?</b><ul><li>Roof<li>Gutters</ul>",
    );
    assert_eq!(value(&form, "form:Which services").as_deref(), Some("- Roof\n- Gutters"));
}

#[test]
fn questions_are_labels() {
    for text in [
        "What's your name?\nLaura Finn\n\nWhat's your email address?\nlaura@finn.example\n\nHow many guests?\n150\n\nTeam Typeform",
        "**Your name**\nLaura Finn\n\n**Your email**\nlaura@finn.example\n\n**What do you need?**\nCards, in colour\n\n**How many guests?**\n150",
        "Comment vous appelez-vous ?\nLaura Finn\n\nQuelle est votre adresse e-mail ?\nlaura@finn.example\n\nHow many guests ?\n150",
        "Wat is uw naam?\nLaura Finn\nWat is uw e-mailadres?\nlaura@finn.example\nHow many guests?\n150",
        "Wie heißen Sie?: Laura Finn\nWie lautet Ihre E-Mail-Adresse?: laura@finn.example\nHow many guests?: 150",
    ] {
        let form = read(text).unwrap_or_else(|| panic!("{text}"));
        assert_eq!(
            (form.name.as_str(), form.address.as_str()),
            ("Laura Finn", "laura@finn.example"),
            "{text}"
        );
        assert_eq!(value(&form, "form:How many guests").as_deref(), Some("150"), "{text}");
        assert_eq!(value(&form, "quantity").as_deref(), Some("150 guests"), "{text}");
    }
}

#[test]
fn labels_and_values_are_told_apart_by_other_signs_than_a_colon() {
    for text in [
        "nom = Jo Bal\nemail = jo@bal.example\nmessage = Un devis",
        "nom=Jo Bal\nemail=jo@bal.example\nmessage=Un devis",
        "Nom => Jo Bal\nEmail => jo@bal.example\nMessage => Un devis",
        "[nom] : Jo Bal\n[email] : jo@bal.example\n[message] : Un devis",
        "Naam......: Jo Bal\nE-mail....: jo@bal.example\nBericht...: Un devis",
        "Naam\t: Jo Bal\nE-mail\t:\tjo@bal.example\nBericht\t: Un devis",
        "Nom | Jo Bal\nE-mail | jo@bal.example\nMessage | Un devis",
        "Nom du client : Jo Bal\nAdresse e-mail du client : jo@bal.example\nMessage du client : Un devis",
    ] {
        let form = read(text).unwrap_or_else(|| panic!("{text}"));
        assert_eq!(
            (form.name.as_str(), form.address.as_str(), form.message.as_str()),
            ("Jo Bal", "jo@bal.example", "Un devis"),
            "{text}"
        );
    }
}

#[test]
fn what_a_site_tells_of_the_sending_was_not_filled_in() {
    let text = "Naam: Jo Bal\nE-mail: jo@bal.example\nBericht: Graag een offerte.\nDatum: 11 maart 2025\nTijd: 09:12\nPagina URL: https://hout.example\nExtern IP: 192.0.2.1";
    let form = read(text).unwrap();
    assert_eq!(form.message, "Graag een offerte.");
    assert!(!form.filled_in.contains("2025") && !form.filled_in.contains("192"), "{}", form.filled_in);
    for footer in [
        "Sent from Toitures",
        "Manage Submissions",
        "Does this submission look like spam? Report it here.",
        "Submitted 09:12 AM - 11 March 2025",
        "To manage your site, visit https://forms.example",
    ] {
        let form = read(&format!("Name: Jo\nEmail: jo@bal.example\nMessage: A quote please.\n\n{footer}"));
        assert_eq!(form.unwrap().message, "A quote please.", "{footer}");
    }
    let wished = read("Naam: Jo\nE-mail: jo@bal.example\nDatum: 12/12/2026\nBericht: Een feest").unwrap();
    assert!(wished.filled_in.contains("12/12/2026"));
}

#[test]
fn labels_say_what_their_numbers_are() {
    let form = read(
        "Naam: Jo\nE-mail: jo@bal.example\nAantal personen: 60\nOppervlakte (m²): 85\nBudget: max 3500 €",
    )
    .unwrap();
    let quantities: Vec<&str> = form
        .fields
        .iter()
        .filter(|field| field.kind == "quantity")
        .map(|field| field.value.as_str())
        .collect();
    assert_eq!(quantities, ["60 personen", "85 m²"]);
    assert!(form.filled_in.contains("Budget: max 3500 €"));
}

#[test]
fn a_letter_around_the_fields_is_told_from_a_site() {
    let fields = "Nom : Jo Bal\nE-mail : jo@bal.example\nTéléphone : 0470 12 34 56\nAdresse : Rue Haute 3";
    assert!(read(fields).unwrap().is_by_site);
    assert!(read(&format!("Nouveau message de votre site\n\n{fields}")).unwrap().is_by_site);
    assert!(read(&format!("Other Information:\n___________\n\n{fields}")).unwrap().is_by_site);
    let letter = read(&format!("Bonjour,\nVoici les coordonnées de notre locataire.\n\n{fields}"));
    assert!(!letter.unwrap().is_by_site);
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
