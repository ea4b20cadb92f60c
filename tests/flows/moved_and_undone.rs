//! Whatever a hand moves, in whatever order: nothing is lost, and undone in turn everything is as it was.

use proptest::prelude::*;
use quoin_core::conversation::Rearranged;
use quoin_core::id::{MessageId, RequestId};
use quoin_core::usecase;

use crate::letter::Letter;
use crate::moved_by_hand::{sent_quote, two_jobs_in_one, undo};
use crate::office::Office;
use crate::rows::{all_rows, assert_same};

/// What Jan passed on, whom nobody knows as one of us.
const FORWARD: &str = "Zie hieronder.\n\n---------- Forwarded message ---------\nVan: Griet Maes <griet@maes.example>\nDate: ma 2 mrt 2026 om 08:12\nSubject: Trap\nTo: Jan <jan@peeters.example>\n\nGoedendag, ik zoek een schrijnwerker voor een trap.\n";

/// One of the things a hand can do, on the request and message at these places.
#[derive(Debug, Clone, Copy)]
enum Step {
    Split(usize, usize, bool),
    Merge(usize, usize),
    Move(usize, usize, usize),
    TakeAsForward(usize, usize),
}

fn any_step() -> impl Strategy<Value = Step> {
    prop_oneof![
        (0usize..4, 0usize..4, any::<bool>())
            .prop_map(|(request, message, all)| Step::Split(request, message, all)),
        (0usize..4, 0usize..4).prop_map(|(one, other)| Step::Merge(one, other)),
        (0usize..4, 0usize..4, 0usize..4).prop_map(|(one, message, other)| Step::Move(one, message, other)),
        (0usize..4, 0usize..4).prop_map(|(request, message)| Step::TakeAsForward(request, message)),
    ]
}

impl Step {
    /// Does it, unless it is refused or there is nothing at that place.
    async fn take(self, office: &Office) -> Option<Rearranged> {
        let requests: Vec<RequestId> = office.requests().await.iter().map(|row| row.id).collect();
        let request = |place: usize| requests[place % requests.len()];
        let (desk, actor) = (&office.desk, office.amelie());
        match self {
            Self::Split(one, message, following) => {
                let message = message_at(office, request(one), message).await?;
                usecase::split_request(desk, actor, message, following).await.ok()
            }
            Self::Merge(one, other) => {
                usecase::merge_requests(desk, actor, request(one), request(other)).await.ok()
            }
            Self::Move(one, message, other) => {
                let message = message_at(office, request(one), message).await?;
                usecase::move_message(desk, actor, message, request(other)).await.ok()
            }
            Self::TakeAsForward(one, message) => {
                let message = message_at(office, request(one), message).await?;
                usecase::take_as_forward(desk, actor, message).await.ok()
            }
        }
    }
}

async fn message_at(office: &Office, request: RequestId, place: usize) -> Option<MessageId> {
    let mut messages = office.incoming(request).await;
    messages.extend(office.outgoing(request).await);
    let count = messages.len();
    (count > 0).then(|| messages[place % count].id)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_moved_and_undone_in_turn_is_as_it_was(steps in proptest::collection::vec(any_step(), 1..6)) {
        let runtime = tokio::runtime::Runtime::new().unwrap();
        runtime.block_on(async {
            let office = Office::open().await;
            let (id, _) = two_jobs_in_one(&office).await;
            sent_quote(&office, id).await;
            usecase::add_note(&office.desk, office.amelie(), id, "Note.").await.unwrap();
            office.request_by_mail(Letter::from_sophie("Table")).await;
            office.request_by_mail(Letter::from("Jan", "jan@peeters.example", "Fwd: Trap").saying(FORWARD)).await;
            let before = all_rows(&mut office.behind_the_back().await).await;
            let mut done = Vec::new();
            for step in steps {
                office.clock.advance_seconds(60);
                done.extend(step.take(&office).await);
            }
            let messages = office.count("SELECT count(*) FROM message").await;
            assert_eq!(messages, 6, "nothing is lost");
            while let Some(moved) = done.pop() {
                undo(&office, moved).await;
            }
            assert_same(&before, &all_rows(&mut office.behind_the_back().await).await);
        });
    }
}
