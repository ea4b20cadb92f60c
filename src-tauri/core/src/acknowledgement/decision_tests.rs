use proptest::prelude::*;

use super::*;

const NOW: Timestamp = Timestamp(1_772_442_000_000);

/// Sophie asks us for a staircase, twenty minutes ago.
fn plain() -> Occasion {
    Occasion {
        enabled: true,
        coming: Coming::Mailbox,
        readable: true,
        class: MailClass::Personal,
        asks_for_silence: None,
        is_forward: false,
        is_blocked: false,
        source: RequesterSource::From,
        requester: "sophie.lambert@courrier.example".into(),
        sender: "sophie.lambert@courrier.example".into(),
        recipients: vec!["info@menuiserie-wauters.example".into()],
        message_id: Some("1234@courrier.example".into()),
        own_addresses: vec!["info@menuiserie-wauters.example".into(), "amelie.wauters@gmail.com".into()],
        written_at: Some(NOW.plus_seconds(-1200)),
        received_at: Some(NOW.plus_seconds(-1190)),
        stored_at: NOW.plus_seconds(-60),
        watched_since: Some(NOW.plus_seconds(-90 * 86_400)),
        is_answered: false,
        had_one_lately: false,
        in_last_hour: 0,
        in_last_day: 0,
        can_send: true,
        now: NOW,
    }
}

fn from(requester: &str) -> Occasion {
    Occasion { requester: requester.into(), sender: requester.into(), ..plain() }
}

#[test]
fn a_new_request_by_mail_is_acknowledged() {
    assert_eq!(silence(&plain()), None);
}

#[test]
fn a_web_form_is_acknowledged_to_whom_it_names() {
    let form = Occasion {
        source: RequesterSource::Form,
        sender: "site@menuiserie-wauters.example".into(),
        message_id: Some("form-1@menuiserie-wauters.example".into()),
        ..plain()
    };
    assert_eq!(silence(&form), None);
    assert_eq!(silence(&Occasion { requester: String::new(), ..form }), Some(Silence::NoAddress));
}

#[test]
fn each_condition_has_its_reason() {
    let old = NOW.plus_seconds(-YOUNGEST_SECONDS - 1);
    for (occasion, reason) in [
        (Occasion { enabled: false, ..plain() }, Silence::Off),
        (Occasion { coming: Coming::File, ..plain() }, Silence::Imported),
        (Occasion { coming: Coming::Relinked, ..plain() }, Silence::Relinked),
        (Occasion { readable: false, ..plain() }, Silence::Unreadable),
        (Occasion { is_forward: true, ..plain() }, Silence::Forwarded),
        (Occasion { source: RequesterSource::Forward, ..plain() }, Silence::Forwarded),
        (Occasion { class: MailClass::List, ..plain() }, Silence::NotPersonal),
        (Occasion { asks_for_silence: Some("List-Id".into()), ..plain() }, Silence::AsksForSilence),
        (Occasion { is_blocked: true, ..plain() }, Silence::Blocked),
        (from(""), Silence::NoAddress),
        (from("sophie@"), Silence::DoubtfulAddress),
        (Occasion { source: RequesterSource::Body, ..plain() }, Silence::DoubtfulAddress),
        (from("no-reply@site.example"), Silence::RoleAddress),
        (from("mailer-daemon@mx.example"), Silence::RoleAddress),
        (from("info@menuiserie-wauters.example"), Silence::OurOwn),
        (from("jan@menuiserie-wauters.example"), Silence::OurOwn),
        (Occasion { sender: "amelie.wauters@gmail.com".into(), ..plain() }, Silence::OurOwn),
        (Occasion { message_id: Some("a@Menuiserie-Wauters.example".into()), ..plain() }, Silence::OurOwn),
        (Occasion { recipients: vec!["other@firm.example".into()], ..plain() }, Silence::NotToUs),
        (Occasion { written_at: None, received_at: None, ..plain() }, Silence::Undated),
        (Occasion { written_at: Some(old), ..plain() }, Silence::TooOld),
        (Occasion { received_at: Some(old), ..plain() }, Silence::TooOld),
        (Occasion { stored_at: old, ..plain() }, Silence::TooOld),
        (Occasion { watched_since: Some(NOW.plus_seconds(-600)), ..plain() }, Silence::BeforeWatched),
        (Occasion { watched_since: None, ..plain() }, Silence::BeforeWatched),
        (Occasion { is_answered: true, ..plain() }, Silence::Answered),
        (Occasion { can_send: false, ..plain() }, Silence::NoMailbox),
        (Occasion { had_one_lately: true, ..plain() }, Silence::HadOneLately),
        (Occasion { in_last_hour: MOST_PER_HOUR, ..plain() }, Silence::TooMany),
        (Occasion { in_last_day: MOST_PER_DAY, ..plain() }, Silence::TooMany),
    ] {
        assert_eq!(silence(&occasion), Some(reason), "{occasion:?}");
    }
}

#[test]
fn customers_of_our_own_provider_are_not_of_our_house() {
    let neighbour = Occasion { message_id: Some("CAF1=x@gmail.com".into()), ..from("jan.peeters@gmail.com") };
    assert_eq!(silence(&neighbour), None);
}

#[test]
fn the_code_is_the_word_that_is_stored() {
    for reason in [Silence::Off, Silence::AsksForSilence, Silence::HadOneLately, Silence::TooLate] {
        assert_eq!(serde_json::to_string(&reason).unwrap(), format!("\"{}\"", reason.code()));
    }
}

fn instants() -> impl Strategy<Value = Option<Timestamp>> {
    proptest::option::of((-3 * 86_400_i64..86_400).prop_map(|seconds| NOW.plus_seconds(seconds)))
}

prop_compose! {
    /// Anything at all that could be known of a mail.
    fn any_occasion()(
        flags in proptest::collection::vec(any::<bool>(), 8),
        coming in proptest::sample::select(vec![Coming::Mailbox, Coming::Relinked, Coming::File]),
        class in proptest::sample::select(vec![
            MailClass::Personal, MailClass::AutoReply, MailClass::Bounce, MailClass::List, MailClass::Feedback,
        ]),
        source in proptest::sample::select(vec![
            RequesterSource::From, RequesterSource::ReplyTo, RequesterSource::Forward, RequesterSource::Form, RequesterSource::Body,
        ]),
        requester in proptest::sample::select(vec![
            "sophie.lambert@courrier.example", "info@menuiserie-wauters.example", "no-reply@x.example", "", "broken",
            "amelie.wauters@gmail.com", "owner-list@x.example",
        ]),
        sender in proptest::sample::select(vec![
            "sophie.lambert@courrier.example", "info@menuiserie-wauters.example", "",
        ]),
        written_at in instants(),
        received_at in instants(),
        watched_since in instants(),
        in_last_hour in 0..2 * MOST_PER_HOUR,
        in_last_day in 0..2 * MOST_PER_DAY,
    ) -> Occasion {
        Occasion {
            enabled: flags[0], coming, readable: flags[1], class,
            asks_for_silence: flags[2].then(|| "List-Id".to_owned()),
            is_forward: flags[3], is_blocked: flags[4], source,
            requester: requester.to_owned(), sender: sender.to_owned(),
            written_at, received_at, watched_since,
            is_answered: flags[5], had_one_lately: flags[6], can_send: flags[7],
            in_last_hour, in_last_day,
            ..plain()
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4096, ..ProptestConfig::default() })]

    #[test]
    fn what_is_acknowledged_can_begin_no_loop(occasion in any_occasion()) {
        if silence(&occasion).is_none() {
            prop_assert!(occasion.enabled && occasion.readable && occasion.can_send);
            prop_assert_eq!(occasion.class, MailClass::Personal);
            prop_assert_eq!(occasion.coming, Coming::Mailbox);
            prop_assert!(occasion.asks_for_silence.is_none() && !occasion.is_forward && !occasion.is_blocked);
            prop_assert!(is_address(&occasion.requester) && !is_role_address(&occasion.requester));
            prop_assert!(!occasion.own_addresses.contains(&occasion.requester));
            prop_assert!(!occasion.is_answered && !occasion.had_one_lately);
            prop_assert!(occasion.in_last_hour < MOST_PER_HOUR && occasion.in_last_day < MOST_PER_DAY);
            let oldest = [occasion.written_at, occasion.received_at].into_iter().flatten().min();
            prop_assert!(oldest.is_some_and(|at| at >= NOW.plus_seconds(-YOUNGEST_SECONDS)));
            prop_assert!(oldest >= occasion.watched_since);
        }
    }

    #[test]
    fn one_more_reason_for_silence_never_makes_it_speak(occasion in any_occasion(), which in 0..6_usize) {
        let mut worse = occasion.clone();
        match which {
            0 => worse.is_answered = true,
            1 => worse.had_one_lately = true,
            2 => worse.in_last_hour = MOST_PER_HOUR,
            3 => worse.asks_for_silence = Some("Precedence: bulk".into()),
            4 => worse.written_at = Some(NOW.plus_seconds(-YOUNGEST_SECONDS - 1)),
            _ => worse.class = MailClass::AutoReply,
        }
        prop_assert!(silence(&worse).is_some());
    }
}
