use super::*;

fn person(name: &str, address: &str) -> Person {
    Person { name: name.into(), address: address.into() }
}

fn requester(
    from: Option<Person>,
    reply_to: &[Person],
    form: Option<&Form>,
    text: &str,
) -> (String, String, RequesterSource) {
    let to = [person("", "info@hout.example")];
    let context =
        IntakeContext { owner_addresses: vec!["info@hout.example".to_owned()], ..IntakeContext::default() };
    let correspondents = Correspondents {
        from: from.as_ref(),
        reply_to,
        to: &to,
        sender: None,
        lead: None,
        is_by_program: false,
        context: &context,
    };
    let found = correspondents.requester(None, form, text);
    (found.name, found.address, found.source)
}

fn form() -> Form {
    Form { name: "Jan".into(), address: "jan@dak.example".into(), can_be_answered: true, ..Form::default() }
}

#[test]
fn a_person_asks_for_himself() {
    let jan = person("Jan", "jan@dak.example");
    assert_eq!(
        requester(Some(jan), &[person("", "jan.private@x.example")], None, ""),
        ("Jan".into(), "jan@dak.example".into(), RequesterSource::From)
    );
}

#[test]
fn a_form_speaks_for_who_filled_it_in() {
    for from in ["wordpress@hout.example", "info@hout.example", "noreply@forms.example"] {
        let found = requester(Some(person("Site", from)), &[], Some(&form()), "");
        assert_eq!(found, ("Jan".into(), "jan@dak.example".into(), RequesterSource::Form), "{from}");
    }
    let by_person = requester(Some(person("An", "an@dak.example")), &[], Some(&form()), "");
    assert_eq!(by_person.2, RequesterSource::From);
}

#[test]
fn a_form_alone_speaks_for_whom_it_names_whatever_service_sends_it() {
    let site = Form { is_by_site: true, ..form() };
    let service = || Some(person("Netlify", "formresponses@netlify.example"));
    assert_eq!(requester(service(), &[], Some(&site), "").1, "jan@dak.example");
    assert_eq!(requester(service(), &[], Some(&form()), "").1, "formresponses@netlify.example");
    let himself = requester(Some(person("Jan Peeters", "jan.peeters@werk.example")), &[], Some(&site), "");
    assert_eq!(himself.1, "jan.peeters@werk.example", "who writes from another address of his own");
}

#[test]
fn a_site_of_ours_writes_for_whom_it_says_to_answer() {
    let shop = person("Hout", "contact@hout.example");
    let dora = [person("Dora Lux", "dora@bistro.example")];
    assert_eq!(requester(Some(shop.clone()), &dora, None, "300 menus").0, "Dora Lux");
    let colleague = [person("", "an@hout.example")];
    assert_eq!(requester(Some(shop), &colleague, None, "").1, "contact@hout.example");
}

#[test]
fn who_has_the_only_address_of_a_text_is_called_as_he_is_called_there() {
    let text = "Peter Boon from Hasselt is looking for a roofer: peter.boon@mail.example.";
    let found = requester(Some(person("", "noreply@leads.example")), &[], None, text);
    assert_eq!((found.0.as_str(), found.1.as_str()), ("Peter Boon", "peter.boon@mail.example"));
}

#[test]
fn reply_to_names_the_requester_of_a_machine() {
    let found = requester(
        Some(person("Site", "no-reply@site.example")),
        &[person("Jan", "jan@dak.example")],
        None,
        "",
    );
    assert_eq!(found, ("Jan".into(), "jan@dak.example".into(), RequesterSource::ReplyTo));
    let junk = requester(Some(person("Jan", "")), &[person("", "jan@dak.example")], None, "");
    assert_eq!(junk, ("Jan".into(), "jan@dak.example".into(), RequesterSource::ReplyTo));
}

#[test]
fn the_only_address_of_the_text_is_the_last_resort() {
    let found = requester(
        Some(person("", "noreply@site.example")),
        &[],
        None,
        "New lead: jan@dak.example, jan@dak.example",
    );
    assert_eq!((found.1.as_str(), found.2), ("jan@dak.example", RequesterSource::Body));
    let two = requester(None, &[], None, "a@x.example and b@x.example");
    assert_eq!((two.1.as_str(), two.2), ("", RequesterSource::From));
}

#[test]
fn a_form_in_a_letter_of_a_program_that_sends_to_many_speaks_for_whom_it_names() {
    let letter = "Sehr geehrter Partner,\n\nwir haben eine neue Anfrage für Sie:\n\nVorname: Stefan\nNachname: Kessler\n\
        Telefon: 0479 11 22 33\nE-Mail: stefan.kessler@web.example\n\nMit freundlichen Grüßen\nIhr Team\n\nAbmelden";
    let asker = |header: &str| {
        let mail =
            format!("From: Portal <anfragen@portal.example>\nSubject: Neue Anfrage\n{header}\n\n{letter}");
        super::super::read_mail(mail.as_bytes(), &IntakeContext::default()).requester.address
    };
    assert_eq!(asker("List-Unsubscribe: <https://portal.example/out>"), "stefan.kessler@web.example");
    assert_eq!(asker("X-Other: 1"), "anfragen@portal.example", "a person who lists the data of another");
}
