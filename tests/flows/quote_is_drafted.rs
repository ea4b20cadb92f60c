//! A quote is written: from the request's data, with whatever somebody types kept as typed.

use quoin_core::contact::ContactDetails;
use quoin_core::conversation::DraftKind;
use quoin_core::error::{Error, FieldProblem, StateProblem};
use quoin_core::id::{QuoteId, RequestId};
use quoin_core::language::Language;
use quoin_core::money::BasisPoints;
use quoin_core::quote::{LineKind, MissingFact, QuoteDetail, QuoteInput, QuoteLineInput};
use quoin_core::request::{Status, Waiting};
use quoin_core::settings::{QuoteDefaults, TextPurpose, TextTemplateInput};
use quoin_core::usecase;

use crate::letter::Letter;
use crate::office::{Office, item};

async fn request(office: &Office) -> RequestId {
    office.request_by_mail(Letter::from_sophie("Escalier en hêtre")).await
}

async fn show(office: &Office, id: QuoteId, language: Language) -> QuoteDetail {
    usecase::show_quote(&office.desk, id, language).await.unwrap()
}

#[tokio::test]
async fn it_begins_with_the_contacts_data_and_the_companys_defaults() {
    let office = Office::open().await;
    let id = request(&office).await;
    let contact = ContactDetails {
        name: "Sophie Lambert".into(),
        company: "Lambert SRL".into(),
        street: "Rue Haute 3".into(),
        postal_code: "1000".into(),
        city: "Bruxelles".into(),
        vat_number: "BE0566988259".into(),
        language: Language::Nl,
        ..ContactDetails::default()
    };
    usecase::create_contact(&office.desk, office.amelie(), contact, Some(id)).await.unwrap();
    let defaults =
        QuoteDefaults { validity_days: 14, deposit: BasisPoints(3000), ..QuoteDefaults::default() };
    usecase::save_quote_defaults(&office.desk, defaults).await.unwrap();

    let quote = usecase::create_quote(&office.desk, office.amelie(), id).await.unwrap();

    let detail = show(&office, quote, Language::Fr).await;
    let input = &detail.input;
    assert_eq!(
        (input.title.as_str(), input.language),
        ("Escalier en hêtre", Language::Nl),
        "in the customer's language"
    );
    assert_eq!(
        (input.issued_on.to_string(), input.valid_until.to_string()),
        ("2026-03-02".into(), "2026-03-16".into())
    );
    assert_eq!(input.deposit, "30");
    let to = &input.recipient;
    assert_eq!(
        [&to.name, &to.company, &to.street, &to.postal_code, &to.city, &to.vat_number],
        ["Sophie Lambert", "Lambert SRL", "Rue Haute 3", "1000", "Bruxelles", "BE0566988259"]
    );
    assert_eq!(detail.number, None, "a draft has no number");
    let row = office.request(id).await.row;
    assert_eq!((row.status, row.waiting), (Status::QuoteCreated, Waiting::Us));
}

#[tokio::test]
async fn without_a_contact_the_requester_is_enough() {
    let office = Office::open().await;
    let id = request(&office).await;

    let quote = usecase::create_quote(&office.desk, office.amelie(), id).await.unwrap();

    assert_eq!(show(&office, quote, Language::Fr).await.input.recipient.name, "Sophie Lambert");
}

#[tokio::test]
async fn numbers_as_people_type_them_are_understood() {
    let office = Office::open().await;
    let id = request(&office).await;

    let quote = office
        .quote_with(
            id,
            vec![
                item("a", "1", "1.234,56", "21"),
                item("b", "2,5", "1 000", "6"),
                item("c", "1", "€ 10", "0"),
            ],
        )
        .await;

    let totals = show(&office, quote, Language::Fr).await.totals;
    assert!(totals.problems.is_empty(), "{:?}", totals.problems);
    assert_eq!((totals.net.minor, totals.vat.minor, totals.gross.minor), (374_456, 40_926, 415_382));
}

#[tokio::test]
async fn what_is_no_number_is_kept_as_typed_counts_as_nothing_and_is_named() {
    let office = Office::open().await;
    let id = request(&office).await;
    let unreadable =
        QuoteLineInput { discount: "dix".into(), unit_cost: "?".into(), ..item("a", "deux", "abc", "vingt") };

    let quote = office.quote_with(id, vec![item("b", "1", "100", "21"), unreadable]).await;
    let office = office.reopen().await;

    for language in Language::ALL {
        let detail = show(&office, quote, language).await;
        let line = &detail.input.lines[1];
        assert_eq!(
            [&line.quantity, &line.unit_price, &line.vat_rate, &line.discount, &line.unit_cost],
            ["deux", "abc", "vingt", "dix", "?"],
            "{language:?}"
        );
        assert_eq!(detail.totals.net.minor, 10_000);
        let mut named: Vec<_> = detail.totals.problems.iter().map(|problem| problem.field.as_str()).collect();
        named.sort_unstable();
        assert_eq!(
            named,
            [
                "lines.1.discount",
                "lines.1.quantity",
                "lines.1.unit_cost",
                "lines.1.unit_price",
                "lines.1.vat_rate"
            ]
        );
    }
    let refused = usecase::finalise_quote(&office.desk, office.amelie(), quote).await.map(drop);
    assert!(
        matches!(&refused, Err(Error::Field { field, problem: FieldProblem::NotANumber }) if field.starts_with("lines.1.")),
        "{refused:?}"
    );
    assert_eq!(show(&office, quote, Language::Fr).await.number, None);
}

#[tokio::test]
async fn a_line_without_a_vat_rate_is_not_taken_for_one_at_zero() {
    let office = Office::open().await;
    let id = request(&office).await;
    let quote = office.quote_with(id, vec![item("a", "1", "100", "")]).await;

    let refused = usecase::finalise_quote(&office.desk, office.amelie(), quote).await.map(drop);

    assert!(
        matches!(&refused, Err(Error::Field { field, problem: FieldProblem::Empty }) if field == "lines.0.vat_rate"),
        "{refused:?}"
    );
}

#[tokio::test]
async fn a_sum_that_cannot_be_kept_is_named_and_not_printed_as_zero() {
    let office = Office::open().await;
    let id = request(&office).await;
    let quote = office
        .quote_with(
            id,
            vec![item("a", "999999999", "999999999", "21"), item("b", "999999999", "999999999", "21")],
        )
        .await;

    let detail = show(&office, quote, Language::Fr).await;
    let refused = usecase::finalise_quote(&office.desk, office.amelie(), quote).await.map(drop);

    assert!(!detail.totals.problems.is_empty());
    assert!(matches!(&refused, Err(Error::Field { problem: FieldProblem::OutOfRange, .. })), "{refused:?}");
}

#[tokio::test]
async fn each_reader_sees_numbers_in_their_own_language() {
    let office = Office::open().await;
    let id = request(&office).await;
    let quote = office.quote_with(id, vec![item("a", "2,5", "1.234,56", "21")]).await;

    let english = show(&office, quote, Language::En).await.input.lines.remove(0);

    assert_eq!([english.quantity.as_str(), english.unit_price.as_str()], ["2.5", "1234.56"]);
    assert_eq!(
        show(&office, quote, Language::Fr).await.input.lines[0].unit_price,
        "1.234,56",
        "as typed to whoever typed it"
    );
}

#[tokio::test]
async fn two_editors_do_not_overwrite_each_other() {
    let office = Office::open().await;
    let id = request(&office).await;
    let quote = usecase::create_quote(&office.desk, office.amelie(), id).await.unwrap();
    let seen = show(&office, quote, Language::Fr).await;
    let save = async |title: &str| {
        let input = QuoteInput { title: title.into(), ..seen.input.clone() };
        usecase::save_quote(&office.desk, quote, seen.revision, &input, Language::Fr).await.map(drop)
    };

    let first = save("La première").await;
    let second = save("La seconde").await;

    assert!(first.is_ok());
    assert!(matches!(second, Err(Error::State(StateProblem::QuoteChangedElsewhere))));
    assert_eq!(show(&office, quote, Language::Fr).await.input.title, "La première");
}

#[tokio::test]
async fn lines_come_from_the_catalogue_and_keep_what_they_said() {
    let office = Office::open().await;
    let typed = quoin_core::product::ProductInput {
        title: "Marche hêtre".into(),
        unit_price: "84,50".into(),
        vat_rate: "21".into(),
        unit: "pièce".into(),
        ..Default::default()
    };
    let product = usecase::save_product(&office.desk, None, &typed).await.unwrap();
    let id = request(&office).await;
    let quote = office
        .quote_with(
            id,
            vec![QuoteLineInput { product_id: Some(product), ..item("Marche hêtre", "14", "84,50", "21") }],
        )
        .await;

    let dearer = quoin_core::product::ProductInput { unit_price: "99".into(), ..typed };
    usecase::save_product(&office.desk, Some(product), &dearer).await.unwrap();
    usecase::remove_product(&office.desk, product).await.unwrap();

    let detail = show(&office, quote, Language::Fr).await;
    assert_eq!((detail.input.lines[0].product_id, detail.totals.net.minor), (Some(product), 118_300));
}

#[tokio::test]
async fn options_are_outside_the_total_and_sections_add_up() {
    let office = Office::open().await;
    let id = request(&office).await;
    let section = QuoteLineInput { kind: LineKind::Section, ..item("Rez-de-chaussée", "", "", "") };
    let lines = vec![
        section,
        item("a", "1", "100", "21"),
        item("b", "1", "50", "21"),
        QuoteLineInput { optional: true, ..item("c", "1", "1000", "21") },
    ];

    let quote = office.quote_with(id, lines).await;

    let totals = show(&office, quote, Language::Fr).await.totals;
    assert!(totals.problems.is_empty(), "{:?}", totals.problems);
    assert_eq!((totals.net.minor, totals.lines[0].unwrap().minor), (15_000, 15_000));
    assert_eq!(totals.gross_with_options.unwrap().minor, 139_150);
}

#[tokio::test]
async fn what_a_complete_document_lacks_is_said_and_no_obstacle() {
    let office = Office::open().await;
    let id = request(&office).await;
    let quote = office.quote_with(id, vec![item("a", "1", "100", "21")]).await;

    let missing = show(&office, quote, Language::Fr).await.missing;

    assert!(
        missing.contains(&MissingFact::EnterpriseNumber) && missing.contains(&MissingFact::RecipientAddress),
        "{missing:?}"
    );
    assert!(
        usecase::finalise_quote(&office.desk, office.amelie(), quote).await.is_ok(),
        "a company name alone is enough"
    );
}

#[tokio::test]
async fn without_lines_it_is_not_finalised() {
    let office = Office::open().await;
    let id = request(&office).await;
    let nothing = usecase::create_quote(&office.desk, office.amelie(), id).await.unwrap();
    let words = office
        .quote_with(id, vec![QuoteLineInput { kind: LineKind::Text, ..item("Que des mots", "", "", "") }])
        .await;

    for quote in [nothing, words] {
        let refused = usecase::finalise_quote(&office.desk, office.amelie(), quote).await.map(drop);
        assert!(matches!(refused, Err(Error::State(StateProblem::QuoteWithoutLines))), "{refused:?}");
    }
}

#[tokio::test]
async fn a_validity_before_its_date_is_named() {
    let office = Office::open().await;
    let id = request(&office).await;
    let quote = office.quote_with(id, vec![item("a", "1", "100", "21")]).await;
    let detail = show(&office, quote, Language::Fr).await;
    let input = QuoteInput { valid_until: detail.input.issued_on.plus_days(-1), ..detail.input };

    usecase::save_quote(&office.desk, quote, detail.revision, &input, Language::Fr).await.unwrap();
    let refused = usecase::finalise_quote(&office.desk, office.amelie(), quote).await.map(drop);

    assert!(
        matches!(&refused, Err(Error::Field { field, problem: FieldProblem::TooEarly }) if field == "valid_until"),
        "{refused:?}"
    );
}

#[tokio::test]
async fn a_draft_thrown_away_leaves_the_request_as_it_was_without_it() {
    let office = Office::open().await;
    let id = request(&office).await;
    let first = usecase::create_quote(&office.desk, office.amelie(), id).await.unwrap();
    usecase::discard_quote(&office.desk, office.amelie(), first).await.unwrap();
    let row = office.request(id).await.row;
    assert_eq!((row.status, row.waiting, row.amount), (Status::Received, Waiting::Us, None));

    office.reply(id, "Bonjour").await;
    let second = usecase::create_quote(&office.desk, office.amelie(), id).await.unwrap();
    usecase::discard_quote(&office.desk, office.amelie(), second).await.unwrap();
    let row = office.request(id).await.row;
    assert_eq!((row.status, row.waiting), (Status::Replied, Waiting::Customer));
    assert!(office.request(id).await.quotes.is_empty());
    assert!(office.timeline(id).await.contains(&"quote_discarded".to_owned()));
}

#[tokio::test]
async fn a_standard_text_that_cannot_be_filled_in_keeps_no_quote_from_being_saved() {
    let office = Office::open().await;
    let id = request(&office).await;
    let quote = office.quote_with(id, vec![item("a", "1", "100", "21")]).await;
    usecase::open_draft(&office.desk, office.amelie(), id, DraftKind::QuoteMail, Some(quote)).await.unwrap();
    let broken = TextTemplateInput {
        purpose: TextPurpose::QuoteMail,
        language: Language::Fr,
        name: "x".into(),
        body: "{{ nowhere }}".into(),
    };
    usecase::save_text_template(&office.desk, None, broken).await.unwrap();

    let detail = show(&office, quote, Language::Fr).await;
    let input = QuoteInput { lines: vec![item("a", "1", "200", "21")], ..detail.input };
    usecase::save_quote(&office.desk, quote, detail.revision, &input, Language::Fr).await.unwrap();

    assert_eq!(show(&office, quote, Language::Fr).await.totals.net.minor, 20_000);
}

#[tokio::test]
async fn the_mail_being_written_says_what_its_quote_says() {
    let office = Office::open().await;
    let id = request(&office).await;
    let quote = office.quote_with(id, vec![item("a", "1", "100", "21")]).await;
    let open = || usecase::open_draft(&office.desk, office.amelie(), id, DraftKind::QuoteMail, Some(quote));
    assert!(open().await.unwrap().text.contains("121,00"));

    let detail = show(&office, quote, Language::Fr).await;
    let input = QuoteInput { lines: vec![item("a", "1", "200", "21")], ..detail.input };
    usecase::save_quote(&office.desk, quote, detail.revision, &input, Language::Fr).await.unwrap();

    let text = open().await.unwrap().text;
    assert!(text.contains("242,00") && !text.contains("121,00"), "{text}");
}
