//! What stands in a wrong conversation is put into the right one by hand: split, merged, moved, and back.

use std::collections::BTreeSet;

use quoin_core::conversation::{DraftKind, DraftText, Rearranged};
use quoin_core::error::{Error, StateProblem};
use quoin_core::id::{MessageId, QuoteId, RequestId};
use quoin_core::request::{Proposal, RequestFilter, Status, Waiting};
use quoin_core::usecase;

use crate::letter::Letter;
use crate::office::{Office, item};
use crate::rows::{all_rows, assert_same, timelines};

async fn receive(office: &Office, letter: Letter) {
    office.clock.advance_seconds(3600);
    let letter = letter.without("Date");
    office.mail_arrives(&format!("{}.eml", uuid::Uuid::now_v7()), letter);
    office.round().await;
}

/// Sophie asked for a staircase, got an answer, and asks for a table in the same thread.
pub async fn two_jobs_in_one(office: &Office) -> (RequestId, MessageId) {
    let id = office.request_by_mail(Letter::from_sophie("Escalier")).await;
    office.reply(id, "Bien reçu.").await;
    office.mail_leaves().await;
    let ours = office.outgoing(id).await[0].message_id.clone().unwrap();
    let table = Letter::from_sophie("Re: Escalier").answering(&ours).saying("Et une table ?");
    receive(office, table.with("Message-ID", "<table@courrier.example>")).await;
    let message = office.incoming(id).await.last().unwrap().id;
    (id, message)
}

pub async fn sent_quote(office: &Office, request: RequestId) -> QuoteId {
    let quote = office.quote_with(request, vec![item("Escalier", "1", "2000", "21")]).await;
    office.send_quote(request, quote).await;
    office.mail_leaves().await;
    quote
}

pub async fn undo(office: &Office, moved: Rearranged) -> RequestId {
    usecase::undo_rearrangement(&office.desk, office.amelie(), moved.id).await.unwrap()
}

fn refused<T: std::fmt::Debug>(result: Result<T, Error>) -> StateProblem {
    match result {
        Err(Error::State(problem)) => problem,
        other => panic!("not refused: {other:?}"),
    }
}

mod splitting {
    use super::*;

    #[tokio::test]
    async fn a_message_becomes_a_request_of_its_own() {
        let office = Office::open().await;
        let (id, message) = two_jobs_in_one(&office).await;

        let split = usecase::split_request(&office.desk, office.amelie(), message, false).await.unwrap();

        let new = office.request(split.request).await;
        assert_eq!((new.row.status, new.row.waiting, new.row.unread), (Status::Received, Waiting::Us, true));
        assert_eq!(new.row.address, "sophie.lambert@courrier.example");
        assert_eq!(new.row.subject, "Escalier");
        assert_eq!(office.incoming(split.request).await[0].text, "Et une table ?");
        let left = office.request(id).await;
        assert_eq!(
            (left.row.status, left.row.waiting, left.row.unread),
            (Status::Replied, Waiting::Customer, false)
        );
        assert_eq!(office.incoming(id).await.len(), 1);
    }

    #[tokio::test]
    async fn both_timelines_tell_of_it() {
        let office = Office::open().await;
        let (id, message) = two_jobs_in_one(&office).await;
        let split = usecase::split_request(&office.desk, office.amelie(), message, false).await.unwrap();
        assert_eq!(office.timeline(id).await.last().unwrap(), "split_off");
        assert_eq!(office.timeline(split.request).await, ["split_from"]);
        undo(&office, split).await;
        assert_eq!(office.timeline(id).await.last().unwrap(), "rearrangement_undone");
    }

    #[tokio::test]
    async fn later_answers_follow_the_message_that_was_moved() {
        let office = Office::open().await;
        let (id, message) = two_jobs_in_one(&office).await;
        let split = usecase::split_request(&office.desk, office.amelie(), message, false).await.unwrap();

        receive(&office, Letter::from_sophie("Re: table").answering("table@courrier.example")).await;

        assert_eq!(office.incoming(split.request).await.len(), 2);
        assert_eq!(office.incoming(id).await.len(), 1);
    }

    #[tokio::test]
    async fn all_that_followed_goes_along_mails_notes_and_quotes() {
        let office = Office::open().await;
        let (id, message) = two_jobs_in_one(&office).await;
        usecase::add_note(&office.desk, office.amelie(), id, "Chêne pour la table.").await.unwrap();
        let quote = sent_quote(&office, id).await;

        let split = usecase::split_request(&office.desk, office.amelie(), message, true).await.unwrap();

        let new = office.request(split.request).await;
        assert_eq!((new.row.status, new.row.waiting), (Status::QuoteSent, Waiting::Customer));
        assert_eq!(new.quotes[0].id, quote);
        assert_eq!(office.conversation(split.request).await.len(), 4, "mail, note, quote, its mail");
        assert_eq!(office.request(id).await.row.status, Status::Replied);
        assert_eq!(office.conversation(id).await.len(), 2);
        let found =
            office.requests_where(RequestFilter { query: "chêne".into(), ..Default::default() }).await;
        assert_eq!(found.iter().map(|row| row.id).collect::<Vec<_>>(), [split.request]);
    }

    #[tokio::test]
    async fn undone_everything_is_exactly_as_it_was() {
        let office = Office::open().await;
        let (id, message) = two_jobs_in_one(&office).await;
        usecase::add_note(&office.desk, office.amelie(), id, "Chêne.").await.unwrap();
        sent_quote(&office, id).await;
        for following in [false, true] {
            let before = all_rows(&mut office.behind_the_back().await).await;
            let split =
                usecase::split_request(&office.desk, office.amelie(), message, following).await.unwrap();
            assert_eq!(undo(&office, split).await, id);
            assert_same(&before, &all_rows(&mut office.behind_the_back().await).await);
        }
    }

    #[tokio::test]
    async fn undone_late_what_was_written_in_the_new_request_comes_back_too() {
        let office = Office::open().await;
        let (id, message) = two_jobs_in_one(&office).await;
        let split = usecase::split_request(&office.desk, office.amelie(), message, false).await.unwrap();
        let reference = office.request(split.request).await.row.reference;
        office.reply(split.request, "Une table, oui.").await;
        office.mail_leaves().await;

        undo(&office, split).await;

        assert_eq!(office.outgoing(id).await.len(), 2);
        assert_eq!(office.request(id).await.row.waiting, Waiting::Customer);
        receive(&office, Letter::from_sophie(&format!("Merci [{reference}]")).without("Message-ID")).await;
        assert_eq!(office.incoming(id).await.len(), 3, "its reference leads here");
    }

    #[tokio::test]
    async fn the_only_message_cannot_be_split_off() {
        let office = Office::open().await;
        let id = office.request_by_mail(Letter::from_sophie("Escalier")).await;
        let message = office.incoming(id).await[0].id;
        let result = usecase::split_request(&office.desk, office.amelie(), message, true).await;
        assert_eq!(refused(result), StateProblem::NothingWouldStay);
    }

    #[tokio::test]
    async fn somebody_elses_message_asks_in_their_own_name() {
        let office = Office::open().await;
        let (id, _) = two_jobs_in_one(&office).await;
        let ours = office.outgoing(id).await[0].message_id.clone().unwrap();
        let letter = Letter::from("Jan Peeters", "jan@peeters.example", "Re: Escalier").answering(&ours);
        receive(&office, letter.saying("Goedemorgen, ik wil graag een offerte voor een eiken tafel.")).await;
        let message = office.incoming(id).await.last().unwrap().id;

        let split = usecase::split_request(&office.desk, office.amelie(), message, false).await.unwrap();

        let new = office.request(split.request).await;
        assert_eq!(
            (new.requester.name.as_str(), new.requester.address.as_str()),
            ("Jan Peeters", "jan@peeters.example")
        );
        assert_eq!(new.row.language, Some(quoin_core::language::Language::Nl));
    }
}

mod merging {
    use super::*;

    async fn two_requests(office: &Office) -> (RequestId, RequestId) {
        let first = office.request_by_mail(Letter::from_sophie("Escalier")).await;
        office.clock.advance_seconds(60);
        let second = office.request_by_mail(Letter::from_sophie("Encore l’escalier").without("Date")).await;
        (first, second)
    }

    #[tokio::test]
    async fn one_request_takes_all_of_the_other() {
        let office = Office::open().await;
        let (first, second) = two_requests(&office).await;
        usecase::add_note(&office.desk, office.amelie(), second, "Même escalier.").await.unwrap();
        let quote = sent_quote(&office, second).await;

        let merged = usecase::merge_requests(&office.desk, office.amelie(), second, first).await.unwrap();

        assert_eq!(merged.request, first);
        let whole = office.request(first).await;
        assert_eq!((whole.row.status, whole.row.waiting), (Status::QuoteSent, Waiting::Customer));
        assert_eq!(whole.quotes[0].id, quote);
        assert!(whole.row.amount.is_some(), "the quote's amount stands in the list");
        assert_eq!(office.incoming(first).await.len(), 2);
        assert_eq!(office.requests().await.len(), 1, "the emptied one is gone from the list");
        let timeline = office.timeline(first).await;
        assert!(timeline.contains(&"note_added".to_owned()) && timeline.contains(&"merged".to_owned()));
    }

    #[tokio::test]
    async fn undone_everything_is_exactly_as_it_was() {
        let office = Office::open().await;
        let (first, second) = two_requests(&office).await;
        sent_quote(&office, second).await;
        usecase::mark_read(&office.desk, first, true).await.unwrap();
        let before = all_rows(&mut office.behind_the_back().await).await;
        let told = timelines(&mut office.behind_the_back().await).await;

        let merged = usecase::merge_requests(&office.desk, office.amelie(), second, first).await.unwrap();
        assert_eq!(undo(&office, merged).await, second);

        assert_same(&before, &all_rows(&mut office.behind_the_back().await).await);
        let now: BTreeSet<_> = timelines(&mut office.behind_the_back().await).await.into_iter().collect();
        assert!(told.iter().all(|entry| now.contains(entry)), "no entry is lost or elsewhere");
        assert_eq!(office.timeline(second).await.last().unwrap(), "rearrangement_undone");
    }

    #[tokio::test]
    async fn mails_that_name_the_emptied_request_go_to_the_other() {
        let office = Office::open().await;
        let (first, second) = two_requests(&office).await;
        let reference = office.request(second).await.row.reference;
        usecase::merge_requests(&office.desk, office.amelie(), second, first).await.unwrap();

        receive(&office, Letter::from_sophie(&format!("Suite [{reference}]"))).await;
        receive(&office, Letter::from_sophie("Re: encore").answering("Encorelescalier@courrier.example"))
            .await;

        assert_eq!(office.incoming(first).await.len(), 4);
    }

    #[tokio::test]
    async fn what_came_meanwhile_stays_where_it_came_when_undone() {
        let office = Office::open().await;
        let (first, second) = two_requests(&office).await;
        let merged = usecase::merge_requests(&office.desk, office.amelie(), second, first).await.unwrap();
        office.clock.advance_seconds(60);
        office.reply(first, "Je réunis vos deux demandes.").await;
        office.mail_leaves().await;

        undo(&office, merged).await;

        let (first, second) = (office.request(first).await.row, office.request(second).await.row);
        assert_eq!((first.status, first.waiting), (Status::Replied, Waiting::Customer));
        assert_eq!((second.status, second.waiting), (Status::Received, Waiting::Us));
    }

    #[tokio::test]
    async fn two_drafts_become_one_and_are_two_again_when_undone() {
        let office = Office::open().await;
        let (first, second) = two_requests(&office).await;
        for (request, words) in [(first, "Premier."), (second, "Second.")] {
            let draft = usecase::open_draft(&office.desk, office.amelie(), request, DraftKind::Reply, None)
                .await
                .unwrap();
            let text = DraftText { text: words.into(), ..DraftText::default() };
            usecase::save_draft(&office.desk, draft.id, &text).await.unwrap();
        }
        let before = all_rows(&mut office.behind_the_back().await).await;

        let merged = usecase::merge_requests(&office.desk, office.amelie(), second, first).await.unwrap();

        let draft =
            usecase::open_draft(&office.desk, office.amelie(), first, DraftKind::Reply, None).await.unwrap();
        assert_eq!(draft.text, "Premier.\n\nSecond.");
        undo(&office, merged).await;
        assert_same(&before, &all_rows(&mut office.behind_the_back().await).await);
    }

    #[tokio::test]
    async fn a_mail_that_has_not_left_holds_it_up() {
        let office = Office::open().await;
        let (first, second) = two_requests(&office).await;
        office.reply(second, "Bonjour").await;
        let result = usecase::merge_requests(&office.desk, office.amelie(), second, first).await;
        assert_eq!(refused(result), StateProblem::MailUnsettled);
    }

    #[tokio::test]
    async fn a_request_is_not_merged_into_itself() {
        let office = Office::open().await;
        let (first, _) = two_requests(&office).await;
        let result = usecase::merge_requests(&office.desk, office.amelie(), first, first).await;
        assert_eq!(refused(result), StateProblem::SameRequest);
    }

    #[tokio::test]
    async fn what_was_merged_on_is_undone_from_the_last_to_the_first() {
        let office = Office::open().await;
        let (first, second) = two_requests(&office).await;
        let third = office.request_by_mail(Letter::from_sophie("Et la rampe")).await;
        let before = all_rows(&mut office.behind_the_back().await).await;
        let one = usecase::merge_requests(&office.desk, office.amelie(), third, second).await.unwrap();
        let two = usecase::merge_requests(&office.desk, office.amelie(), second, first).await.unwrap();

        let early = usecase::undo_rearrangement(&office.desk, office.amelie(), one.id).await;

        assert_eq!(refused(early), StateProblem::MovedOnSince);
        undo(&office, two).await;
        undo(&office, one).await;
        assert_same(&before, &all_rows(&mut office.behind_the_back().await).await);
    }
}

mod moving {
    use super::*;

    #[tokio::test]
    async fn a_message_goes_to_the_request_it_is_about() {
        let office = Office::open().await;
        let (first, message) = two_jobs_in_one(&office).await;
        let other = office.request_by_mail(Letter::from_sophie("Table")).await;
        sent_quote(&office, other).await;
        let before = all_rows(&mut office.behind_the_back().await).await;

        receive(&office, Letter::from_sophie("Re: D’accord").answering("table@courrier.example")).await;
        let answer = office.incoming(first).await.last().unwrap().id;
        let moved = usecase::move_message(&office.desk, office.amelie(), answer, other).await.unwrap();

        let row = office.request(other).await.row;
        assert_eq!((row.waiting, row.unread, row.proposal), (Waiting::Us, true, Some(Proposal::Answer)));
        assert_eq!(office.timeline(other).await.last().unwrap(), "moved_in");
        assert_eq!(office.timeline(first).await.last().unwrap(), "moved_out");
        undo(&office, moved).await;
        let row = office.request(other).await.row;
        assert_eq!((row.waiting, row.unread, row.proposal), (Waiting::Customer, false, None));
        assert_eq!(office.incoming(first).await.last().unwrap().id, answer);
        assert_ne!(before, all_rows(&mut office.behind_the_back().await).await, "the answer did come");
        assert_ne!(message, answer);
    }

    #[tokio::test]
    async fn undone_everything_is_exactly_as_it_was() {
        let office = Office::open().await;
        let (_, message) = two_jobs_in_one(&office).await;
        let other = office.request_by_mail(Letter::from_sophie("Table")).await;
        let before = all_rows(&mut office.behind_the_back().await).await;
        let moved = usecase::move_message(&office.desk, office.amelie(), message, other).await.unwrap();
        undo(&office, moved).await;
        undo(&office, moved).await;
        assert_same(&before, &all_rows(&mut office.behind_the_back().await).await);
    }

    #[tokio::test]
    async fn the_mail_of_a_quote_takes_its_quote_along() {
        let office = Office::open().await;
        let (first, _) = two_jobs_in_one(&office).await;
        let quote = sent_quote(&office, first).await;
        let other = office.request_by_mail(Letter::from_sophie("Table")).await;
        let mail = office.outgoing(first).await.last().unwrap().id;

        usecase::move_message(&office.desk, office.amelie(), mail, other).await.unwrap();

        assert_eq!(office.request(other).await.quotes[0].id, quote);
        assert_eq!(office.request(other).await.row.status, Status::QuoteSent);
        let left = office.request(first).await;
        assert_eq!((left.row.status, left.row.waiting), (Status::Replied, Waiting::Us));
        assert!(left.quotes.is_empty() && left.row.amount.is_none());
    }

    #[tokio::test]
    async fn the_mail_of_one_version_does_not_leave_the_others_behind() {
        let office = Office::open().await;
        let (first, _) = two_jobs_in_one(&office).await;
        let quote = sent_quote(&office, first).await;
        let second = usecase::revise_quote(&office.desk, office.amelie(), quote).await.unwrap();
        office.send_quote(first, second).await;
        office.mail_leaves().await;
        let other = office.request_by_mail(Letter::from_sophie("Table")).await;
        let mail = office.outgoing(first).await.last().unwrap().id;

        let result = usecase::move_message(&office.desk, office.amelie(), mail, other).await;

        assert_eq!(refused(result), StateProblem::QuoteStaysWithItsMails);
    }
}
