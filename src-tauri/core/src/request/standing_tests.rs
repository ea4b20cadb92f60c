use proptest::prelude::*;

use super::*;

const ARRIVED: Timestamp = Timestamp(1_000_000);

fn content() -> Content {
    Content { received_at: ARRIVED, mails: vec![], quotes: vec![], others: vec![], has_undelivered: false }
}

fn theirs(minute: i64) -> ContentMail {
    ContentMail { at: ARRIVED.plus_seconds(minute * 60), is_ours: false, has_quote: false }
}

fn ours(minute: i64) -> ContentMail {
    ContentMail { is_ours: true, ..theirs(minute) }
}

fn quote(state: QuoteState, minute: i64) -> ContentQuote {
    let decided = matches!(state, QuoteState::Accepted | QuoteState::Refused);
    let at = ARRIVED.plus_seconds(minute * 60);
    ContentQuote {
        id: QuoteId::new(),
        state,
        created_at: at,
        decided_at: decided.then_some(at.plus_seconds(6000)),
    }
}

#[test]
fn a_mail_without_an_answer_waits_for_us_since_it_came() {
    let standing = Standing::of(&Content { mails: vec![theirs(0), theirs(5)], ..content() });
    assert_eq!((standing.status, standing.waiting), (Status::Received, Waiting::Us));
    assert_eq!((standing.waiting_since, standing.activity_at), (theirs(0).at, theirs(5).at));
}

#[test]
fn whoever_wrote_last_does_not_wait() {
    let answered = Standing::of(&Content { mails: vec![theirs(0), ours(5)], ..content() });
    assert_eq!((answered.status, answered.waiting), (Status::Replied, Waiting::Customer));
    let again = Standing::of(&Content { mails: vec![theirs(0), ours(5), theirs(9)], ..content() });
    assert_eq!((again.waiting, again.waiting_since), (Waiting::Us, theirs(9).at));
}

#[test]
fn a_quote_that_is_begun_waits_for_us_until_we_write() {
    let begun =
        Content { mails: vec![theirs(0), ours(1)], quotes: vec![quote(QuoteState::Draft, 2)], ..content() };
    assert_eq!(Standing::of(&begun).waiting, Waiting::Us);
    let asked = Content { mails: vec![theirs(0), ours(1), ours(3)], ..begun };
    let asked = Standing::of(&asked);
    assert_eq!((asked.status, asked.waiting), (Status::QuoteCreated, Waiting::Customer));
}

#[test]
fn an_answer_to_a_sent_quote_is_to_be_judged() {
    let sent = ContentMail { has_quote: true, ..ours(5) };
    let quotes = vec![quote(QuoteState::Sent, 4)];
    let waiting = Content { mails: vec![theirs(0), sent], quotes, ..content() };
    assert!(!Standing::of(&waiting).is_quote_answered());
    let answered = Content { mails: vec![theirs(0), sent, theirs(9)], ..waiting };
    assert!(Standing::of(&answered).is_quote_answered());
}

#[test]
fn a_decided_quote_closes_until_the_customer_writes_again() {
    let sent = ContentMail { has_quote: true, ..ours(5) };
    let quotes = vec![quote(QuoteState::Accepted, 4)];
    let closed = Content { mails: vec![theirs(0), sent, theirs(9)], quotes, ..content() };
    assert_eq!(Standing::of(&closed).waiting, Waiting::Nobody);
    let later = Content { mails: vec![theirs(0), sent, theirs(500)], ..closed };
    assert_eq!(Standing::of(&later).waiting, Waiting::Us);
}

fn any_content() -> impl Strategy<Value = Content> {
    let mails = proptest::collection::vec((0i64..500, any::<bool>(), any::<bool>()), 0..6);
    let states = [
        QuoteState::Draft,
        QuoteState::Finalised,
        QuoteState::Sent,
        QuoteState::Accepted,
        QuoteState::Refused,
        QuoteState::Superseded,
    ];
    let quotes = proptest::collection::vec((proptest::sample::select(states.to_vec()), 0i64..500), 0..3);
    (mails, quotes, any::<bool>()).prop_map(|(mut mails, quotes, has_undelivered)| {
        mails.sort();
        let mail = |(minute, is_ours, has_quote): &(i64, bool, bool)| ContentMail {
            is_ours: *is_ours,
            has_quote: *is_ours && *has_quote,
            ..theirs(*minute)
        };
        let quotes = quotes.iter().map(|(state, minute)| quote(*state, *minute)).collect();
        Content { mails: mails.iter().map(mail).collect(), quotes, has_undelivered, ..content() }
    })
}

fn any_request(status: Status, waiting: Waiting) -> Request {
    Request {
        id: crate::id::RequestId::new(),
        reference: "D-1".into(),
        subject: String::new(),
        status,
        waiting,
        waiting_since: ARRIVED,
        origin: super::super::Origin::Mail,
        requester_name: String::new(),
        requester_address: String::new(),
        requester_phone: String::new(),
        requester_source: crate::intake::RequesterSource::From,
        language: None,
        contact_id: None,
        assignee_id: None,
        account_id: None,
        latest_quote_id: None,
        proposal: None,
        delivery_failed: false,
        unread: false,
        closed_reason: String::new(),
        received_at: ARRIVED,
        activity_at: ARRIVED,
    }
}

proptest! {
    #[test]
    fn a_request_that_only_events_moved_stands_where_its_content_says(was in any_content(), is in any_content()) {
        let (was, is) = (Standing::of(&was), Standing::of(&is));
        let mut request = any_request(was.status, was.waiting);
        request.waiting_since = was.waiting_since;
        request.activity_at = was.activity_at;
        request.follow(&was, &is);
        prop_assert_eq!((request.status, request.waiting), (is.status, is.waiting));
        prop_assert_eq!(request.waiting_since, is.waiting_since);
        prop_assert_eq!(request.activity_at, is.activity_at);
        prop_assert_eq!(request.latest_quote_id, is.latest_quote);
    }

    #[test]
    fn a_status_set_by_hand_stays(was in any_content(), is in any_content()) {
        let (was, is) = (Standing::of(&was), Standing::of(&is));
        let mut request = any_request(Status::Cancelled, Waiting::Nobody);
        request.closed_reason = "sans suite".into();
        request.follow(&was, &is);
        prop_assert_eq!((request.status, request.closed_reason.as_str()), (Status::Cancelled, "sans suite"));
    }

    #[test]
    fn a_closed_request_never_waits_for_the_customer(content in any_content()) {
        let standing = Standing::of(&content);
        prop_assert!(!(standing.status.is_closed() && standing.waiting == Waiting::Customer));
    }
}
