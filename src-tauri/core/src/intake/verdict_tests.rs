use proptest::prelude::*;

use super::*;

fn rule(field: RuleField, value: &str, verdict: RuleVerdict) -> Rule {
    Rule { id: RuleId::new(), field, value: value.into(), verdict }
}

fn arrival() -> Arrival {
    Arrival {
        class: MailClass::Personal,
        class_reason: String::new(),
        senders: vec!["sophie@courrier.example".into()],
        recipients: vec!["devis@menuiserie.example".into()],
        subject: "Demande de prix pour un escalier".into(),
        is_our_forward: false,
        is_general: true,
    }
}

#[test]
fn a_rule_names_an_address_a_domain_or_the_part_before_the_at() {
    for (value, address, fits) in [
        ("sophie@courrier.example", "sophie@courrier.example", true),
        ("sophie@courrier.example", "anne.sophie@courrier.example", false),
        ("@courrier.example", "sophie@courrier.example", true),
        ("@courrier.example", "news@post.courrier.example", true),
        ("@courrier.example", "sophie@autrecourrier.example", false),
        ("devis@", "devis@menuiserie.example", true),
        ("devis@", "mesdevis@menuiserie.example", false),
        ("@", "sophie@courrier.example", false),
    ] {
        assert_eq!(is_meant(value, address), fits, "{value} {address}");
    }
}

#[test]
fn words_of_a_subject_are_found_in_any_case() {
    let words = rule(RuleField::Subject, "DEMANDE  de prix", RuleVerdict::Request);
    assert_eq!(judge(&arrival(), &[words]), Verdict::Request);
}

#[test]
fn the_first_rule_that_fits_decides() {
    let to_us = rule(RuleField::Recipient, "devis@", RuleVerdict::Request);
    let never = rule(RuleField::Sender, "@courrier.example", RuleVerdict::Ignored);
    assert_eq!(judge(&arrival(), &[to_us.clone(), never.clone()]), Verdict::Request);
    assert_eq!(judge(&arrival(), &[never, to_us]), Verdict::Ignored("rule: @courrier.example".into()));
}

#[test]
fn mass_mail_becomes_a_request_only_by_a_rule_about_its_sender() {
    let mass = Arrival { class: MailClass::List, ..arrival() };
    let to_us = rule(RuleField::Recipient, "devis@", RuleVerdict::Request);
    assert!(matches!(judge(&mass, &[to_us]), Verdict::Ignored(reason) if reason.starts_with("list")));
    let from = rule(RuleField::Sender, "sophie@courrier.example", RuleVerdict::Request);
    assert_eq!(judge(&mass, &[from]), Verdict::Request);
}

fn any_rule() -> impl Strategy<Value = Rule> {
    let fields = [RuleField::Sender, RuleField::Recipient, RuleField::Subject];
    let values = ["sophie@courrier.example", "@courrier.example", "devis@", "escalier", "ailleurs@x.example"];
    let verdicts = [RuleVerdict::Request, RuleVerdict::Ignored];
    let pick = proptest::sample::select::<RuleField>;
    (
        pick(fields.to_vec()),
        proptest::sample::select(values.to_vec()),
        proptest::sample::select(verdicts.to_vec()),
    )
        .prop_map(|(field, value, verdict)| rule(field, value, verdict))
}

fn any_rules() -> impl Strategy<Value = Vec<Rule>> {
    proptest::collection::vec(any_rule(), 0..6)
}

fn any_arrival() -> impl Strategy<Value = Arrival> {
    let classes =
        [MailClass::Personal, MailClass::AutoReply, MailClass::Bounce, MailClass::List, MailClass::Feedback];
    (proptest::sample::select(classes.to_vec()), any::<bool>(), any::<bool>()).prop_map(
        |(class, is_our_forward, is_general)| Arrival { class, is_our_forward, is_general, ..arrival() },
    )
}

proptest! {
    #[test]
    fn what_a_machine_answers_is_never_a_request(arrival in any_arrival(), rules in any_rules()) {
        let is_machine =
            matches!(arrival.class, MailClass::AutoReply | MailClass::Bounce | MailClass::Feedback);
        prop_assert!(!is_machine || judge(&arrival, &rules) != Verdict::Request);
    }

    #[test]
    fn what_one_of_us_forwarded_is_never_ignored_by_a_rule(arrival in any_arrival(), rules in any_rules()) {
        let arrival = Arrival { is_our_forward: true, ..arrival };
        let by_rule = matches!(judge(&arrival, &rules), Verdict::Ignored(reason) if reason.starts_with("rule"));
        prop_assert!(!by_rule);
    }

    #[test]
    fn rules_that_do_not_fit_change_nothing(arrival in any_arrival(), rules in any_rules()) {
        let fitting: Vec<Rule> = rules.iter().filter(|rule| rule.fits(&arrival)).cloned().collect();
        prop_assert_eq!(judge(&arrival, &rules), judge(&arrival, &fitting));
    }

    #[test]
    fn a_rule_added_at_the_end_never_overrules_one_before_it(
        arrival in any_arrival(), rules in any_rules(), added in any_rule(),
    ) {
        let before = judge(&arrival, &rules);
        let by_rule = |verdict: &Verdict| match verdict {
            Verdict::Request => !rules.is_empty() && judge(&arrival, &[]) != Verdict::Request,
            Verdict::Ignored(reason) => reason.starts_with("rule"),
        };
        let after = judge(&arrival, &rules.iter().cloned().chain([added]).collect::<Vec<_>>());
        prop_assert!(!by_rule(&before) || before == after);
    }

    #[test]
    fn the_order_of_rules_that_say_the_same_does_not_matter(arrival in any_arrival(), rules in any_rules()) {
        let same: Vec<Rule> =
            rules.into_iter().filter(|rule| rule.verdict == RuleVerdict::Request).collect();
        let turned: Vec<Rule> = same.iter().rev().cloned().collect();
        prop_assert_eq!(judge(&arrival, &same), judge(&arrival, &turned));
    }
}
