//! What was found in the mails of a request is taken into its contact.

use quoin_core::contact::ContactDetails;
use quoin_core::id::RequestId;
use quoin_core::usecase;

use crate::letter::Letter;
use crate::office::Office;
use crate::prospect_from_request::{contact, known};

/// A request with a phone number, an address and a VAT number in its mail.
async fn telling_request(office: &Office) -> RequestId {
    let text = "Bonjour,\n\nJe souhaite un devis pour un escalier, rue des Brasseurs 41, 5000 Namur.\nVous pouvez me joindre au 0470 12 34 56.\nTVA BE0566.988.259\n\nSophie Lambert";
    office.request_by_mail(Letter::from_sophie("Escalier").saying(text)).await
}

#[tokio::test]
async fn all_that_was_found_fills_what_the_contact_lacks() {
    let office = Office::open().await;
    let id = telling_request(&office).await;
    let sophie = known(&office, "Sophie Lambert", &[]).await;
    let details = ContactDetails { phone: "+3281000000".into(), ..contact(&office, sophie).await.details };
    usecase::save_contact(&office.desk, sophie, details).await.unwrap();
    usecase::link_contact(&office.desk, office.amelie(), id, Some(sophie)).await.unwrap();

    let taken = usecase::take_found(&office.desk, id, None).await.unwrap();

    let details = contact(&office, sophie).await.details;
    assert_eq!(taken, 2, "{details:?}");
    assert_eq!((details.street.as_str(), details.postal_code.as_str()), ("rue des Brasseurs 41", "5000"));
    assert!(details.vat_number.ends_with("0566988259"), "{}", details.vat_number);
    assert_eq!(details.phone, "+3281000000", "what was there stays");
    assert_eq!(usecase::take_found(&office.desk, id, None).await.unwrap(), 0, "nothing is taken twice");
}

#[tokio::test]
async fn a_single_fact_takes_the_place_of_the_old_one_which_stays_in_the_comment() {
    let office = Office::open().await;
    let id = telling_request(&office).await;
    let sophie = known(&office, "Sophie Lambert", &[]).await;
    let details = ContactDetails { phone: "+3281000000".into(), ..contact(&office, sophie).await.details };
    usecase::save_contact(&office.desk, sophie, details).await.unwrap();
    usecase::link_contact(&office.desk, office.amelie(), id, Some(sophie)).await.unwrap();
    let found = office.request(id).await.found;
    let phone = found.iter().find(|field| field.kind == "phone").unwrap();

    usecase::take_found(&office.desk, id, Some(("phone", &phone.value))).await.unwrap();

    let details = contact(&office, sophie).await.details;
    assert_eq!((details.phone.as_str(), details.comment.as_str()), (phone.value.as_str(), "+3281000000"));
    assert!(details.street.is_empty(), "only that one");
}

#[tokio::test]
async fn whoever_writes_without_a_name_is_called_as_he_signs() {
    let office = Office::open().await;
    let text = "Bonjour,\n\nJe souhaite un devis pour un escalier.\n\nBien à vous,\nSophie Lambert";
    let letter = Letter::from("", "sl@courrier.example", "Escalier").saying(text);
    let id = office.request_by_mail(letter).await;

    assert_eq!(office.request(id).await.row.who, "Sophie Lambert");
    assert_eq!(usecase::suggest_prospect(&office.desk, id).await.unwrap().name, "Sophie Lambert");

    let known = known(&office, "S. L.", &[]).await;
    usecase::link_contact(&office.desk, office.amelie(), id, Some(known)).await.unwrap();
    usecase::take_found(&office.desk, id, None).await.unwrap();
    assert_eq!(contact(&office, known).await.details.name, "S. L.", "what was there stays");
    usecase::take_found(&office.desk, id, Some(("name", "Sophie Lambert"))).await.unwrap();
    let details = contact(&office, known).await.details;
    assert_eq!((details.name.as_str(), details.comment.as_str()), ("Sophie Lambert", "S. L."));
}
