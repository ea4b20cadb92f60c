//! What can be set is kept, and what a newer program can set besides has its default.

use quoin_core::error::{Error, FieldProblem};
use quoin_core::id::UserId;
use quoin_core::language::Language;
use quoin_core::money::BasisPoints;
use quoin_core::settings::{Company, Preferences, QuoteDefaults, TextPurpose, TextTemplateInput, UserInput};
use quoin_core::usecase;
use sqlx::Executor;

use crate::letter::Letter;
use crate::office::Office;

fn refused(outcome: Result<(), Error>, expected: &str, problem: FieldProblem) -> bool {
    matches!(outcome, Err(Error::Field { field, problem: found }) if field == expected && found == problem)
}

#[tokio::test]
async fn a_field_that_was_not_there_yet_has_its_default() {
    let office = Office::open().await;
    let older = r#"INSERT INTO setting (key, value) VALUES ('preferences', '{"undo_seconds":5,"gone":true}')
                   ON CONFLICT (key) DO UPDATE SET value = excluded.value"#;
    office.behind_the_back().await.execute(older).await.unwrap();

    let preferences = usecase::show_settings(&office.desk).await.unwrap().preferences;

    assert_eq!(preferences, Preferences { undo_seconds: 5, ..Preferences::default() });
}

#[tokio::test]
async fn what_was_set_is_there_after_a_restart() {
    let office = Office::open().await;
    let company = Company {
        name: "Menuiserie Wauters".into(),
        iban: "BE68 5390 0754 7034".into(),
        ..Company::default()
    };
    let defaults =
        QuoteDefaults { validity_days: 45, vat_rate: BasisPoints(600), ..QuoteDefaults::default() };
    usecase::save_company(&office.desk, company.clone()).await.unwrap();
    usecase::save_quote_defaults(&office.desk, defaults.clone()).await.unwrap();

    let office = office.reopen().await;
    let settings = usecase::show_settings(&office.desk).await.unwrap();

    assert_eq!((settings.company, settings.quote_defaults), (company, defaults));
}

#[tokio::test]
async fn what_cannot_be_is_named() {
    let office = Office::open().await;
    let desk = &office.desk;
    let company = |company: Company| usecase::save_company(desk, company);
    assert!(refused(company(Company::default()).await, "name", FieldProblem::Empty));
    assert!(refused(
        company(Company { name: "x".into(), mail: "pas une adresse".into(), ..Company::default() }).await,
        "mail",
        FieldProblem::NotAnAddress
    ));
    assert!(refused(
        company(Company { name: "x".into(), city: "a\nb".into(), ..Company::default() }).await,
        "city",
        FieldProblem::ControlCharacter
    ));
    let defaults = |defaults: QuoteDefaults| usecase::save_quote_defaults(desk, defaults);
    assert!(refused(
        defaults(QuoteDefaults { validity_days: 0, ..QuoteDefaults::default() }).await,
        "validity_days",
        FieldProblem::OutOfRange
    ));
    assert!(refused(
        defaults(QuoteDefaults { deposit: BasisPoints(10_001), ..QuoteDefaults::default() }).await,
        "deposit",
        FieldProblem::OutOfRange
    ));
    let user = |user: UserInput| async move { usecase::save_user(desk, None, user).await.map(drop) };
    assert!(refused(user(UserInput::default()).await, "name", FieldProblem::Empty));
    assert!(refused(
        user(UserInput { name: "Jan".into(), address: "jan".into(), ..UserInput::default() }).await,
        "address",
        FieldProblem::NotAnAddress
    ));
}

#[tokio::test]
async fn a_logo_is_a_picture_or_is_not_kept() {
    let office = Office::open().await;
    let truncated_png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    for no_picture in
        [b"<svg xmlns='http://www.w3.org/2000/svg'/>".to_vec(), b"GIF89a".to_vec(), truncated_png, Vec::new()]
    {
        assert!(refused(
            usecase::save_logo(&office.desk, Some(no_picture)).await,
            "logo",
            FieldProblem::NotAnImage
        ));
    }
    assert!(refused(
        usecase::save_logo(&office.desk, Some(vec![0; 6 * 1024 * 1024])).await,
        "logo",
        FieldProblem::TooLong
    ));
    assert!(!usecase::show_settings(&office.desk).await.unwrap().has_logo);
}

#[tokio::test]
async fn a_standard_text_with_an_unknown_placeholder_says_so_instead_of_leaving_a_hole() {
    let office = Office::open().await;
    let id = office.request_by_mail(Letter::from_sophie("Escalier")).await;
    let text = |body: &str| TextTemplateInput {
        purpose: TextPurpose::Reply,
        language: Language::Fr,
        name: "x".into(),
        body: body.into(),
    };
    let good = usecase::save_text_template(
        &office.desk,
        None,
        text("Bonjour {{ name }}, au sujet de {{ subject }}"),
    )
    .await
    .unwrap();
    let bad = usecase::save_text_template(&office.desk, None, text("Bonjour {{ prenom }}")).await.unwrap();
    let endless = usecase::save_text_template(
        &office.desk,
        None,
        text("{% for a in range(99999) %}{% for b in range(99999) %}x{% endfor %}{% endfor %}"),
    )
    .await
    .unwrap();

    assert_eq!(
        usecase::fill_text_template(&office.desk, good, id).await.unwrap(),
        "Bonjour Sophie Lambert, au sujet de Escalier"
    );
    assert!(matches!(usecase::fill_text_template(&office.desk, bad, id).await, Err(Error::Template(_))));
    assert!(matches!(usecase::fill_text_template(&office.desk, endless, id).await, Err(Error::Template(_))));
}

#[tokio::test]
async fn a_template_of_the_customers_words_is_text_and_not_a_template() {
    let office = Office::open().await;
    let id = office
        .request_by_mail(Letter::from("{{ company }}", "x@courrier.example", "{% for %} {{ user }}"))
        .await;

    let draft = usecase::open_draft(
        &office.desk,
        office.amelie(),
        id,
        quoin_core::conversation::DraftKind::Reply,
        None,
    )
    .await
    .unwrap();

    assert!(draft.text.contains("{{ company }}"), "{}", draft.text);
}

#[tokio::test]
async fn the_first_user_sits_at_this_machine() {
    let office = Office::open().await;
    usecase::save_user(&office.desk, None, UserInput { name: "Jan".into(), ..UserInput::default() })
        .await
        .unwrap();

    assert_eq!(office.desk.current_user().await.unwrap(), Some(office.user));
    assert_ne!(office.user, UserId::new());
}
