//! The requester becomes a prospect, or is one of the contacts already.

use quoin_core::contact::{self, Contact, ContactDetails, ContactKind};
use quoin_core::error::{Error, FieldProblem};
use quoin_core::id::ContactId;
use quoin_core::language::Language;
use quoin_core::request::{Likeness, RequestFilter};
use quoin_core::usecase;

use crate::letter::Letter;
use crate::office::Office;

pub async fn contact(office: &Office, id: ContactId) -> Contact {
    contact::find(&mut office.desk.reader().await.unwrap(), id).await.unwrap()
}

pub async fn known(office: &Office, name: &str, addresses: &[&str]) -> ContactId {
    let addresses = addresses.iter().map(|address| (*address).to_owned()).collect();
    let details = ContactDetails { name: name.into(), addresses, ..ContactDetails::default() };
    usecase::create_contact(&office.desk, office.amelie(), details, None).await.unwrap()
}

#[tokio::test]
async fn what_the_mail_says_is_filled_in_and_the_request_is_linked() {
    let office = Office::open().await;
    let id = office
        .request_by_mail(
            Letter::from_sophie("Escalier")
                .saying("Bonjour, je souhaite un devis pour un escalier en hêtre. Merci d’avance."),
        )
        .await;

    let suggested = usecase::suggest_prospect(&office.desk, id).await.unwrap();
    assert_eq!(
        (suggested.name.as_str(), suggested.kind, suggested.language),
        ("Sophie Lambert", ContactKind::Prospect, Language::Fr)
    );
    assert_eq!(suggested.addresses, ["sophie.lambert@courrier.example"]);

    let prospect = usecase::create_contact(&office.desk, office.amelie(), suggested, Some(id)).await.unwrap();

    let linked = office.request(id).await.contact.unwrap();
    assert_eq!((linked.id, linked.kind), (prospect, ContactKind::Prospect));
    assert_eq!(office.timeline(id).await, ["received", "contact_created"]);
}

#[tokio::test]
async fn whoever_writes_again_is_recognised() {
    let office = Office::open().await;
    let sophie = known(&office, "Sophie Lambert", &["Sophie.Lambert@Courrier.example"]).await;

    let id = office.request_by_mail(Letter::from_sophie("Escalier")).await;

    assert_eq!(office.request(id).await.row.contact_id, Some(sophie));
    assert_eq!(office.timeline(id).await, ["received", "contact_linked"]);
}

#[tokio::test]
async fn the_likely_contact_is_proposed_with_what_they_have_in_common() {
    let office = Office::open().await;
    let colleague = known(&office, "Brasserie du Parc", &["compta@brasserie.example"]).await;
    let namesake = known(&office, "Lambert Sophie", &[]).await;
    known(&office, "Quelqu’un d’autre", &["autre@ailleurs.example"]).await;
    let by_domain = office.request_by_mail(Letter::from("Luc", "luc@brasserie.example", "Comptoir")).await;
    let by_name = office.request_by_mail(Letter::from_sophie("Escalier")).await;

    let likely = office.request(by_domain).await.likely_contacts;
    assert_eq!(
        likely.iter().map(|one| (one.id, one.reasons.clone())).collect::<Vec<_>>(),
        [(colleague, vec![Likeness::Domain])]
    );
    let likely = office.request(by_name).await.likely_contacts;
    assert_eq!(
        likely.iter().map(|one| (one.id, one.reasons.clone())).collect::<Vec<_>>(),
        [(namesake, vec![Likeness::Name])]
    );
}

#[tokio::test]
async fn one_common_surname_proposes_nobody_but_a_rare_one_at_the_same_place_does() {
    let office = Office::open().await;
    for first in ["Marie", "Luc", "Griet", "An"] {
        known(&office, &format!("{first} Peeters"), &[]).await;
    }
    let there = |name: &str, postal_code: &str| ContactDetails {
        name: name.into(),
        postal_code: postal_code.into(),
        ..ContactDetails::default()
    };
    for (name, postal_code) in
        [("Tom Peeters", "5000"), ("Vandersmissen Karel", "5000"), ("Karel Vandersmissen", "9000")]
    {
        usecase::create_contact(&office.desk, office.amelie(), there(name, postal_code), None).await.unwrap();
    }
    let asks = |name: &str| {
        Letter::from(name, "vraag@courrier.example", name)
            .saying("Bonjour, je cherche un menuisier.\n\nRue des Brasseurs 41, 5000 Namur")
    };
    let proposed = async |name: &str| {
        let id = office.request_by_mail(asks(name)).await;
        let likely = office.request(id).await.likely_contacts;
        likely.into_iter().map(|one| one.name).collect::<Vec<_>>()
    };

    assert_eq!(proposed("Jan Peeters").await, Vec::<String>::new());
    assert_eq!(proposed("Els Van der Smissen").await, ["Vandersmissen Karel"]);
    assert_eq!(proposed("Griet PEETERS").await, ["Griet Peeters"]);
}

#[tokio::test]
async fn the_same_address_is_the_strongest_sign_even_at_a_free_mail_provider() {
    let office = Office::open().await;
    let id = office.request_by_mail(Letter::from("Anne", "anne.dupont@gmail.com", "Porte")).await;
    known(&office, "Un inconnu", &["inconnu@gmail.com"]).await;
    let anne = known(&office, "A. Dupont", &["anne.dupont@gmail.com"]).await;

    let likely = office.request(id).await.likely_contacts;

    assert_eq!(
        likely.iter().map(|one| (one.id, one.reasons.clone())).collect::<Vec<_>>(),
        [(anne, vec![Likeness::Address])]
    );
}

#[tokio::test]
async fn a_linked_contact_learns_the_requesters_address() {
    let office = Office::open().await;
    let client = known(&office, "Lambert SRL", &["bureau@lambert.example"]).await;
    let id = office.request_by_mail(Letter::from_sophie("Escalier")).await;

    usecase::link_contact(&office.desk, office.amelie(), id, Some(client)).await.unwrap();

    assert_eq!(
        contact(&office, client).await.details.addresses,
        ["bureau@lambert.example", "sophie.lambert@courrier.example"]
    );
    let next = office.request_by_mail(Letter::from_sophie("Porte")).await;
    assert_eq!(office.request(next).await.row.contact_id, Some(client));
}

#[tokio::test]
async fn a_link_can_be_removed_and_its_name_finds_the_request_no_more() {
    let office = Office::open().await;
    let client = known(&office, "Quincaillerie Zorgo", &[]).await;
    let id = office.request_by_mail(Letter::from_sophie("Escalier")).await;
    usecase::link_contact(&office.desk, office.amelie(), id, Some(client)).await.unwrap();
    let by_name = || RequestFilter { query: "Zorgo".into(), ..RequestFilter::default() };
    assert_eq!(office.requests_where(by_name()).await.len(), 1);

    usecase::link_contact(&office.desk, office.amelie(), id, None).await.unwrap();

    assert_eq!(office.request(id).await.row.contact_id, None);
    assert!(office.requests_where(by_name()).await.is_empty());
    assert_eq!(office.timeline(id).await.last().map(String::as_str), Some("contact_unlinked"));
}

#[tokio::test]
async fn a_renamed_contact_is_found_by_its_new_name_with_its_requests() {
    let office = Office::open().await;
    let sophie = known(&office, "Sophie", &["sophie.lambert@courrier.example"]).await;
    office.request_by_mail(Letter::from_sophie("Escalier")).await;

    let details =
        ContactDetails { name: "Famille Vanderstraeten".into(), ..contact(&office, sophie).await.details };
    usecase::save_contact(&office.desk, sophie, details).await.unwrap();

    let found = office
        .requests_where(RequestFilter { query: "vanderstraeten".into(), ..RequestFilter::default() })
        .await;
    assert_eq!(found.len(), 1);
}

#[tokio::test]
async fn an_address_belongs_to_one_contact() {
    let office = Office::open().await;
    known(&office, "Sophie", &["sophie@courrier.example"]).await;
    let details = ContactDetails {
        name: "Une autre".into(),
        addresses: vec!["autre@courrier.example".into(), "Sophie@courrier.example".into()],
        ..ContactDetails::default()
    };

    let refused = usecase::create_contact(&office.desk, office.amelie(), details, None).await;

    assert!(
        matches!(&refused, Err(Error::Field { field, problem: FieldProblem::Taken }) if field == "addresses.1"),
        "{refused:?}"
    );
    assert_eq!(office.count("SELECT count(*) FROM contact").await, 1, "nothing half-made is left");
}

#[tokio::test]
async fn what_is_no_address_is_named() {
    let office = Office::open().await;
    let details = ContactDetails {
        name: "Jan".into(),
        addresses: vec!["jan.example".into()],
        ..ContactDetails::default()
    };

    let refused = usecase::create_contact(&office.desk, office.amelie(), details, None).await;

    assert!(
        matches!(&refused, Err(Error::Field { field, problem: FieldProblem::NotAnAddress }) if field == "addresses.0"),
        "{refused:?}"
    );
}

#[tokio::test]
async fn merging_keeps_everything_of_both() {
    let office = Office::open().await;
    let id = office.request_by_mail(Letter::from_sophie("Escalier")).await;
    let first = ContactDetails {
        name: "Sophie Lambert".into(),
        phone: "+32 475 11 22 33".into(),
        city: "Namur".into(),
        comment: "Sonner fort".into(),
        addresses: vec!["s.lambert@travail.example".into()],
        ..ContactDetails::default()
    };
    let kept = usecase::create_contact(&office.desk, office.amelie(), first, None).await.unwrap();
    let second = ContactDetails {
        kind: ContactKind::Client,
        name: "Mme Lambert".into(),
        company: "Lambert SRL".into(),
        vat_number: "BE0566988259".into(),
        phone: "+32 81 44 55 66".into(),
        street: "Rue Haute 3".into(),
        postal_code: "1000".into(),
        city: "Bruxelles".into(),
        comment: "Paie à temps".into(),
        addresses: vec!["sophie.lambert@courrier.example".into()],
        ..ContactDetails::default()
    };
    let other = usecase::create_contact(&office.desk, office.amelie(), second, Some(id)).await.unwrap();
    let quote = usecase::create_quote(&office.desk, office.amelie(), id).await.unwrap();

    usecase::merge_contacts(&office.desk, office.amelie(), kept, other).await.unwrap();

    let merged = contact(&office, kept).await.details;
    assert_eq!(
        (merged.name.as_str(), merged.company.as_str(), merged.vat_number.as_str()),
        ("Sophie Lambert", "Lambert SRL", "BE0566988259")
    );
    assert_eq!(
        (merged.kind, merged.phone.as_str(), merged.city.as_str()),
        (ContactKind::Client, "+32475112233", "Namur")
    );
    assert_eq!(merged.addresses, ["s.lambert@travail.example", "sophie.lambert@courrier.example"]);
    for kept_somewhere in
        ["Sonner fort", "Paie à temps", "Mme Lambert", "+3281445566", "Rue Haute 3, 1000, Bruxelles"]
    {
        assert!(merged.comment.contains(kept_somewhere), "{kept_somewhere} is lost: {}", merged.comment);
    }
    assert_eq!(office.request(id).await.row.contact_id, Some(kept));
    assert_eq!(usecase::show_quote(&office.desk, quote, Language::Fr).await.unwrap().contact_id, Some(kept));
    assert_eq!(office.count("SELECT count(*) FROM contact").await, 1);
}

#[tokio::test]
async fn a_contact_is_not_merged_with_itself() {
    let office = Office::open().await;
    let sophie = known(&office, "Sophie", &["sophie@courrier.example"]).await;

    let refused = usecase::merge_contacts(&office.desk, office.amelie(), sophie, sophie).await;

    assert!(matches!(refused, Err(Error::Field { .. })));
    assert_eq!(contact(&office, sophie).await.details.addresses, ["sophie@courrier.example"]);
}

#[tokio::test]
async fn the_owner_says_who_really_asks_and_answers_go_there() {
    let office = Office::open().await;
    let id = office.request_by_mail(Letter::from("Notre site", "formulaire@site.example", "Contact")).await;

    usecase::correct_requester(&office.desk, office.amelie(), id, "Marc Petit", "Marc@Petit.example")
        .await
        .unwrap();
    office.reply(id, "Bonjour Marc").await;
    office.mail_leaves().await;

    let request = office.request(id).await;
    assert_eq!(
        (request.requester.name.as_str(), request.requester.address.as_str()),
        ("Marc Petit", "marc@petit.example")
    );
    let left = String::from_utf8(office.left().remove(0)).unwrap();
    assert!(left.contains("marc@petit.example") && !left.contains("formulaire@site.example"), "{left}");
    assert!(office.timeline(id).await.contains(&"requester_corrected".to_owned()));
}

#[tokio::test]
async fn mending_only_the_requesters_name_keeps_the_link() {
    let office = Office::open().await;
    let id = office.request_by_mail(Letter::from_sophie("Escalier")).await;
    let client = known(&office, "Lambert SRL", &[]).await;
    usecase::link_contact(&office.desk, office.amelie(), id, Some(client)).await.unwrap();
    let details = ContactDetails { addresses: vec![], ..contact(&office, client).await.details };
    usecase::save_contact(&office.desk, client, details).await.unwrap();

    usecase::correct_requester(
        &office.desk,
        office.amelie(),
        id,
        "Sophie L.",
        "sophie.lambert@courrier.example",
    )
    .await
    .unwrap();

    assert_eq!(office.request(id).await.row.contact_id, Some(client));
}

#[tokio::test]
async fn a_domain_that_two_unrelated_contacts_have_proves_nothing() {
    let office = Office::open().await;
    known(&office, "Anne Goffin", &["anne@courrier.example"]).await;
    let first = office.request_by_mail(Letter::from_sophie("Escalier")).await;
    assert_eq!(office.request(first).await.likely_contacts.len(), 1, "one contact may be a colleague");

    known(&office, "Jan Peeters", &["jan@courrier.example"]).await;

    assert!(office.request(first).await.likely_contacts.is_empty(), "two are customers of a provider");
}

#[tokio::test]
async fn a_duplicate_is_found_by_address_domain_number_phone_and_name() {
    let office = Office::open().await;
    let one = ContactDetails {
        name: "Anne Goffin".into(),
        company: "Goffin SRL".into(),
        vat_number: "BE0566988259".into(),
        phone: "+32470123456".into(),
        addresses: vec!["anne@goffin.example".into()],
        ..ContactDetails::default()
    };
    let first = usecase::create_contact(&office.desk, office.amelie(), one.clone(), None).await.unwrap();
    let twins = [
        (
            ContactDetails {
                name: "X".into(),
                vat_number: one.vat_number.clone(),
                ..ContactDetails::default()
            },
            Likeness::VatNumber,
        ),
        (
            ContactDetails { name: "Y".into(), phone: one.phone.clone(), ..ContactDetails::default() },
            Likeness::Phone,
        ),
        (ContactDetails { name: "Goffin Anne".into(), ..ContactDetails::default() }, Likeness::Name),
        (
            ContactDetails {
                name: "Z".into(),
                company: "Goffin SRL".into(),
                addresses: vec!["info@goffin.example".into()],
                ..ContactDetails::default()
            },
            Likeness::Domain,
        ),
    ];
    for (twin, reason) in twins {
        let twin = usecase::create_contact(&office.desk, office.amelie(), twin, None).await.unwrap();
        let likely = usecase::likely_duplicates(&office.desk, first).await.unwrap();
        let found = likely.iter().find(|contact| contact.id == twin).unwrap();
        assert!(found.reasons.contains(&reason), "{reason:?}: {:?}", found.reasons);
    }
}

#[tokio::test]
async fn the_language_they_write_is_that_of_our_words_and_of_the_quote() {
    let office = Office::open().await;
    let dutch = Letter::from("Jan Peeters", "jan@peeters.example", "Offerte trap")
        .saying("Goedemorgen, ik wil graag een offerte voor een nieuwe eiken trap in ons huis. Met vriendelijke groeten, Jan");
    let id = office.request_by_mail(dutch).await;
    assert_eq!(office.request(id).await.row.language, Some(Language::Nl));

    let quote = usecase::create_quote(&office.desk, office.amelie(), id).await.unwrap();
    let detail = usecase::show_quote(&office.desk, quote, Language::Fr).await.unwrap();
    assert_eq!(detail.input.language, Language::Nl);
    let draft = usecase::open_draft(
        &office.desk,
        office.amelie(),
        id,
        quoin_core::conversation::DraftKind::Reply,
        None,
    )
    .await
    .unwrap();
    assert!(
        draft.text.contains("groeten") || draft.text.contains("Beste") || draft.text.contains("Geachte"),
        "{}",
        draft.text
    );
}
