//! Which mails are requests: rules in the company's own words, a list to sort by hand, and reading again.

use quoin_core::error::{Error, FieldProblem, StateProblem};
use quoin_core::id::RuleId;
use quoin_core::intake::{Rule, RuleField, RuleVerdict};
use quoin_core::report::{self, IgnoredMail, ReadAgainOutcome};
use quoin_core::request::Origin;
use quoin_core::usecase;

use crate::letter::Letter;
use crate::office::{AMELIE, OUR_ADDRESS, Office};

/// An office whose mailbox is a general one.
async fn general_office() -> Office {
    let office = Office::open().await;
    sqlx::query("UPDATE account SET mode = 'triage'")
        .execute(&mut office.behind_the_back().await)
        .await
        .unwrap();
    office
}

async fn arrives(office: &Office, letter: Letter) {
    office.mail_arrives(&format!("{}.eml", uuid::Uuid::now_v7()), letter);
    office.round().await;
}

async fn ignored(office: &Office) -> Vec<IgnoredMail> {
    report::ignored(&mut office.desk.reader().await.unwrap(), 100).await.unwrap()
}

async fn to_sort(office: &Office) -> Vec<IgnoredMail> {
    report::to_sort(&mut office.desk.reader().await.unwrap(), 100).await.unwrap()
}

async fn rule(office: &Office, field: RuleField, value: &str, verdict: RuleVerdict) {
    usecase::add_rule(&office.desk, field, value, verdict).await.unwrap();
}

fn newsletter() -> Letter {
    Letter::from("Matériaux", "news@materiaux.example", "Promotions")
        .with("List-Unsubscribe", "<https://x.example>")
}

mod rules {
    use super::*;

    #[tokio::test]
    async fn mails_to_an_address_are_requests() {
        let office = general_office().await;
        rule(&office, RuleField::Recipient, OUR_ADDRESS, RuleVerdict::Request).await;
        arrives(&office, Letter::from_sophie("Escalier")).await;
        assert_eq!(office.requests().await.len(), 1);
    }

    #[tokio::test]
    async fn mails_from_a_sender_never_are_and_the_reason_says_so() {
        let office = Office::open().await;
        rule(&office, RuleField::Sender, "@courrier.example", RuleVerdict::Ignored).await;
        arrives(&office, Letter::from_sophie("Escalier")).await;
        assert!(office.requests().await.is_empty());
        assert_eq!(ignored(&office).await[0].reason, "rule: @courrier.example");
    }

    #[tokio::test]
    async fn an_answer_in_a_conversation_is_never_held_back_by_a_rule() {
        let office = Office::open().await;
        let id = office.request_by_mail(Letter::from_sophie("Escalier")).await;
        office.reply(id, "Bonjour").await;
        office.mail_leaves().await;
        let ours = office.outgoing(id).await[0].message_id.clone().unwrap();
        rule(&office, RuleField::Sender, "@courrier.example", RuleVerdict::Ignored).await;
        arrives(&office, Letter::from_sophie("Re: Escalier").answering(&ours)).await;
        assert_eq!(office.incoming(id).await.len(), 2);
    }

    #[tokio::test]
    async fn what_one_of_us_forwards_is_a_request_whatever_the_rules_say() {
        let office = Office::open().await;
        rule(&office, RuleField::Sender, "@courrier.example", RuleVerdict::Ignored).await;
        let text = "---------- Forwarded message ---------\nFrom: Sophie Lambert <sophie.lambert@courrier.example>\nDate: Mon, Mar 2, 2026 at 8:00 AM\nSubject: Escalier\nTo: <info@menuiserie-wauters.example>\n\nBonjour, un escalier svp.";
        arrives(&office, Letter::from("Amélie Wauters", AMELIE, "Fwd: Escalier").saying(text)).await;
        assert_eq!(office.requests().await[0].address, "sophie.lambert@courrier.example");
    }

    #[tokio::test]
    async fn a_newer_rule_about_the_same_takes_the_place_of_the_older() {
        let office = Office::open().await;
        rule(&office, RuleField::Sender, "courrier.example", RuleVerdict::Ignored).await;
        rule(&office, RuleField::Sender, "@Courrier.example", RuleVerdict::Request).await;
        let rules = quoin_core::mailbox::rules(&mut office.desk.reader().await.unwrap()).await.unwrap();
        assert_eq!(rules.len(), 1);
        assert_eq!(rules[0].verdict, RuleVerdict::Request);
    }

    #[tokio::test]
    async fn they_are_kept_in_the_order_in_which_they_are_given() {
        let office = Office::open().await;
        let named = |value: &str| Rule {
            id: RuleId::new(),
            field: RuleField::Subject,
            value: value.into(),
            verdict: RuleVerdict::Request,
        };
        let list = vec![named("offre"), named("devis"), named("prix")];
        usecase::save_rules(&office.desk, list.clone()).await.unwrap();
        let kept = quoin_core::mailbox::rules(&mut office.desk.reader().await.unwrap()).await.unwrap();
        assert_eq!(kept, list);

        let twice = usecase::save_rules(&office.desk, vec![named("offre"), named("offre")]).await;
        assert!(
            matches!(twice, Err(Error::Field { field, problem: FieldProblem::Taken }) if field == "rules.1.value")
        );
        let kept = quoin_core::mailbox::rules(&mut office.desk.reader().await.unwrap()).await.unwrap();
        assert_eq!(kept, list, "nothing was changed");
    }
}

mod sorting {
    use super::*;

    #[tokio::test]
    async fn a_mail_becomes_a_request_and_can_be_taken_back() {
        let office = general_office().await;
        arrives(&office, Letter::from_sophie("Escalier").saying("Un escalier en chêne.")).await;
        let mail = to_sort(&office).await.remove(0);
        assert_eq!(
            (mail.address.as_str(), mail.text.as_str()),
            ("sophie.lambert@courrier.example", "Un escalier en chêne.")
        );

        let id = usecase::make_request_of_mail(&office.desk, office.amelie(), &mail.sha256).await.unwrap();
        assert_eq!((office.requests().await.len(), to_sort(&office).await.len()), (1, 0));
        let request = office.request(id).await;
        assert_eq!((request.origin, request.mailbox_address.as_str()), (Origin::Mail, OUR_ADDRESS));

        usecase::unmake_request_of_mail(&office.desk, &mail.sha256, &mail.reason).await.unwrap();
        assert_eq!((office.requests().await.len(), to_sort(&office).await.len()), (0, 1));
    }

    #[tokio::test]
    async fn a_request_that_was_answered_is_not_taken_back() {
        let office = general_office().await;
        arrives(&office, Letter::from_sophie("Escalier")).await;
        let mail = to_sort(&office).await.remove(0);
        let id = usecase::make_request_of_mail(&office.desk, office.amelie(), &mail.sha256).await.unwrap();
        office.reply(id, "Bonjour").await;
        let refused = usecase::unmake_request_of_mail(&office.desk, &mail.sha256, &mail.reason).await;
        assert!(matches!(refused, Err(Error::State(StateProblem::RequestBegun))));
        assert_eq!(office.requests().await.len(), 1);
    }

    #[tokio::test]
    async fn a_mail_that_is_left_stays_listed_with_its_reason_and_can_be_sorted_again() {
        let office = general_office().await;
        arrives(&office, Letter::from_sophie("Escalier")).await;
        let mail = to_sort(&office).await.remove(0);
        usecase::leave_mail(&office.desk, &mail.sha256).await.unwrap();
        assert!(to_sort(&office).await.is_empty());
        assert_eq!(ignored(&office).await[0].reason, "left");
        usecase::sort_mail_again(&office.desk, &mail.sha256).await.unwrap();
        assert_eq!(to_sort(&office).await.len(), 1);
    }
}

mod reading_again {
    use super::*;

    #[tokio::test]
    async fn shows_what_would_change_before_it_is_done_then_does_it() {
        let office = general_office().await;
        arrives(&office, Letter::from_sophie("Escalier")).await;
        arrives(&office, newsletter()).await;
        assert!(usecase::preview_reading_again(&office.desk, None).await.unwrap().is_empty(), "nothing yet");
        rule(&office, RuleField::Sender, "@courrier.example", RuleVerdict::Request).await;

        let preview = usecase::preview_reading_again(&office.desk, None).await.unwrap();

        assert_eq!(preview.len(), 1);
        assert_eq!(
            (preview[0].subject.as_str(), &preview[0].becomes),
            ("Escalier", &ReadAgainOutcome::Request)
        );
        assert!(office.requests().await.is_empty(), "nothing is done yet");
        let mails: Vec<String> = preview.into_iter().map(|mail| mail.sha256).collect();
        let counts = usecase::read_again(&office.desk, &mails).await.unwrap();
        assert_eq!((counts.requests, office.requests().await.len()), (1, 1));
        assert_eq!(ignored(&office).await.len(), 1, "the newsletter is still listed");
    }

    #[tokio::test]
    async fn never_removes_a_request_and_never_doubles_one() {
        let office = general_office().await;
        arrives(&office, Letter::from_sophie("Escalier")).await;
        let mail = to_sort(&office).await.remove(0);
        usecase::make_request_of_mail(&office.desk, office.amelie(), &mail.sha256).await.unwrap();
        rule(&office, RuleField::Sender, "@courrier.example", RuleVerdict::Ignored).await;

        assert!(usecase::preview_reading_again(&office.desk, None).await.unwrap().is_empty());
        usecase::read_again(&office.desk, &[mail.sha256]).await.unwrap();

        assert_eq!(office.requests().await.len(), 1);
    }

    #[tokio::test]
    async fn an_answer_that_came_before_its_conversation_joins_it() {
        let office = general_office().await;
        arrives(&office, Letter::from_sophie("Re: Table").answering("table@courrier.example")).await;
        let first = Letter::from_sophie("Table").with("Message-ID", "<table@courrier.example>");
        arrives(&office, first).await;
        let mail = to_sort(&office).await.into_iter().find(|mail| mail.subject == "Table").unwrap();
        let id = usecase::make_request_of_mail(&office.desk, office.amelie(), &mail.sha256).await.unwrap();

        let preview = usecase::preview_reading_again(&office.desk, None).await.unwrap();

        let reference = office.request(id).await.row.reference;
        assert_eq!(preview[0].becomes, ReadAgainOutcome::Message(reference));
        usecase::read_again(&office.desk, &[preview[0].sha256.clone()]).await.unwrap();
        assert_eq!(office.incoming(id).await.len(), 2);
    }

    #[tokio::test]
    async fn what_was_left_by_hand_stays_left() {
        let office = general_office().await;
        arrives(&office, Letter::from_sophie("Escalier")).await;
        let mail = to_sort(&office).await.remove(0);
        usecase::leave_mail(&office.desk, &mail.sha256).await.unwrap();
        assert!(usecase::preview_reading_again(&office.desk, None).await.unwrap().is_empty());
    }
}
