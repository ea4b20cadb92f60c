//! A reply quotes the mail it answers: folded below the text, known as history, and left out if one wants so.

use quoin_core::conversation::{DraftKind, DraftText, DraftView};
use quoin_core::id::RequestId;
use quoin_core::intake::{IntakeContext, ReplyParts, read_mail};
use quoin_core::language::Language;
use quoin_core::request::RequestFilter;
use quoin_core::settings::Preferences;
use quoin_core::usecase;

use crate::letter::{Letter, identifier};
use crate::office::{Office, people};

const QUOTED: &str = "Le 2 mars 2026 à 08:41, Sophie Lambert <sophie.lambert@courrier.example> a écrit :\n\
                      > Bonjour, un escalier en chêne ?\n>\n> --\n> Sophie";

async fn asked(office: &Office) -> RequestId {
    office
        .request_by_mail(
            Letter::from_sophie("Escalier")
                .with("Message-ID", "<ask@courrier.example>")
                .saying("Bonjour, un escalier en chêne ?\n\n-- \nSophie"),
        )
        .await
}

async fn opened(office: &Office, id: RequestId) -> DraftView {
    usecase::open_draft(&office.desk, office.amelie(), id, DraftKind::Reply, None).await.unwrap()
}

fn typed(draft: &DraftView, text: &str) -> DraftText {
    DraftText {
        to: people(&draft.to),
        cc: people(&draft.cc),
        subject: draft.subject.clone(),
        text: text.into(),
        quotes: draft.quotes,
    }
}

async fn sent(office: &Office, draft: &DraftView, text: &DraftText) -> Vec<u8> {
    usecase::save_draft(&office.desk, draft.id, text).await.unwrap();
    usecase::send_draft(&office.desk, office.amelie(), draft.id).await.unwrap();
    office.mail_leaves().await;
    office.left().pop().unwrap()
}

/// How the customer's program, or ours, tells new text and history apart.
fn parts(mail: &[u8]) -> ReplyParts {
    read_mail(mail, &IntakeContext::default()).reply
}

#[tokio::test]
async fn a_reply_goes_out_with_the_mail_it_answers_below_its_text() {
    let office = Office::open().await;
    let id = asked(&office).await;
    let draft = opened(&office, id).await;
    assert!(draft.quotes, "unless one does not want it");
    assert_eq!(draft.quotation, QUOTED);

    let mail = sent(&office, &draft, &typed(&draft, "Bonjour Sophie,\n\nje passe jeudi.\n")).await;

    let read = parts(&mail);
    assert_eq!(read.text, "Bonjour Sophie,\n\nje passe jeudi.");
    assert_eq!(read.quoted, QUOTED);
    let ours = office.outgoing(id).await.remove(0);
    assert_eq!(
        ours.text.trim(),
        "Bonjour Sophie,\n\nje passe jeudi.",
        "what is shown, found and listed is the new text"
    );
    assert_eq!(ours.quoted, QUOTED, "the rest is folded");
    let found = RequestFilter { query: "jeudi".into(), ..RequestFilter::default() };
    assert_eq!(office.requests_where(found).await.len(), 1);
}

#[tokio::test]
async fn without_the_quotation_only_the_text_goes_out_and_the_draft_keeps_the_choice() {
    let office = Office::open().await;
    let id = asked(&office).await;
    let draft = opened(&office, id).await;
    let text = DraftText { quotes: false, ..typed(&draft, "Je passe jeudi.") };
    usecase::save_draft(&office.desk, draft.id, &text).await.unwrap();

    let office = office.reopen().await;
    let again = opened(&office, id).await;
    assert!(!again.quotes && again.quotation == QUOTED, "it can be chosen again");
    let mail = sent(&office, &again, &text).await;

    assert_eq!(parts(&mail).quoted, "");
    assert!(!String::from_utf8_lossy(&mail).contains("escalier en ch"));
}

#[tokio::test]
async fn a_reply_taken_back_still_quotes() {
    let office = Office::open().await;
    let id = asked(&office).await;
    let draft = opened(&office, id).await;
    usecase::save_draft(&office.desk, draft.id, &typed(&draft, "Je passe jeudi.")).await.unwrap();
    let outbox = usecase::send_draft(&office.desk, office.amelie(), draft.id).await.unwrap();

    usecase::take_back(&office.desk, office.amelie(), outbox).await.unwrap();

    let again = opened(&office, id).await;
    assert_eq!(
        (again.text.as_str(), again.quotes, again.quotation.as_str()),
        ("Je passe jeudi.", true, QUOTED)
    );
}

#[tokio::test]
async fn it_quotes_and_answers_the_mail_that_was_there_when_it_was_begun() {
    let office = Office::open().await;
    let id = asked(&office).await;
    let draft = opened(&office, id).await;
    let later = Letter::from_sophie("Re: Escalier")
        .with("Message-ID", "<later@courrier.example>")
        .answering("ask@courrier.example")
        .saying("Et une rampe.");
    office.mail_arrives("later.eml", later);
    office.round().await;

    let mail = sent(&office, &draft, &typed(&draft, "Je passe jeudi.")).await;

    assert_eq!(parts(&mail).quoted, QUOTED);
    assert_eq!(identifier(&mail, "In-Reply-To"), "ask@courrier.example");
    assert!(
        opened(&office, id).await.quotation.contains("> Et une rampe."),
        "the next one quotes the later mail"
    );
}

#[tokio::test]
async fn the_line_above_is_in_the_language_of_the_customer() {
    for (text, beginning, ending) in [
        (
            "Goedendag, wij zoeken een offerte voor een eiken trap in onze woning.",
            "Op 2 maart 2026 om 08:41 schreef ",
            ":",
        ),
        (
            "Guten Tag, wir suchen ein Angebot für eine Treppe aus Eiche in unserem Haus.",
            "Am 2. März 2026 um 08:41 schrieb ",
            ":",
        ),
        (
            "Hello, we are looking for a quote for an oak staircase in our house.",
            "On 2 March 2026 at 08:41, ",
            " wrote:",
        ),
        (
            "Bonjour, nous cherchons une offre pour un escalier en chêne dans notre maison.",
            "Le 2 mars 2026 à 08:41, ",
            " a écrit :",
        ),
    ] {
        let office = Office::open().await;
        let id = office.request_by_mail(Letter::from_sophie("X").saying(text)).await;
        let draft = opened(&office, id).await;
        let line = draft.quotation.lines().next().unwrap();
        assert!(line.starts_with(beginning) && line.ends_with(ending), "{line}");
        let mail = sent(&office, &draft, &typed(&draft, "Donderdag / Thursday 10:00")).await;
        assert_eq!(parts(&mail).quoted, draft.quotation, "known as history again");
    }
}

#[tokio::test]
async fn who_does_not_want_it_begins_without_it_and_can_choose_it_for_one_reply() {
    let office = Office::open().await;
    let preferences = usecase::show_settings(&office.desk).await.unwrap().preferences;
    let wish = Preferences { quotes_answered_mail: false, ..preferences };
    usecase::save_preferences(&office.desk, wish).await.unwrap();
    let id = asked(&office).await;
    let draft = opened(&office, id).await;
    assert!(!draft.quotes);
    assert_eq!(draft.quotation, QUOTED, "which can still be chosen");

    let text = DraftText { quotes: true, ..typed(&draft, "Je passe jeudi.") };
    let mail = sent(&office, &draft, &text).await;
    assert_eq!(parts(&mail).quoted, QUOTED);
}

#[tokio::test]
async fn what_answers_nothing_quotes_nothing() {
    let office = Office::open().await;
    let taken = quoin_core::request::NewRequest {
        name: "Luc".into(),
        address: "luc@courrier.example".into(),
        language: Some(Language::Nl),
        ..Default::default()
    };
    let by_phone = usecase::take_request(&office.desk, office.amelie(), taken).await.unwrap();

    assert_eq!(opened(&office, by_phone).await.quotation, "");
    let id = asked(&office).await;
    let note = usecase::open_draft(&office.desk, office.amelie(), id, DraftKind::Note, None).await.unwrap();
    assert_eq!((note.quotation.as_str(), note.quotes), ("", false));
}

#[tokio::test]
async fn an_answer_to_a_quoting_reply_is_read_for_its_new_words_alone() {
    let office = Office::open().await;
    let id = asked(&office).await;
    let draft = opened(&office, id).await;
    let mail = sent(&office, &draft, &typed(&draft, "Je passe jeudi.")).await;
    let ours = read_mail(&mail, &IntakeContext::default()).text;
    let nested: String = ours.lines().map(|line| format!("> {line}\n")).collect();
    let answer = format!("C’est parfait.\n\nLe 3 mars 2026 à 09:00, Menuiserie Wauters a écrit :\n{nested}");
    office.mail_arrives(
        "answer.eml",
        Letter::from_sophie("Re: Escalier")
            .with("Message-ID", "<answer@courrier.example>")
            .answering(&identifier(&mail, "Message-ID"))
            .saying(&answer),
    );
    office.round().await;

    let last = office.incoming(id).await.pop().unwrap();
    assert_eq!(last.text, "C’est parfait.");
    assert!(last.quoted.contains("je passe jeudi") || last.quoted.contains("Je passe jeudi"));
    let next = opened(&office, id).await.quotation;
    assert!(next.contains("> C’est parfait.") && next.contains(">> Je passe jeudi."), "{next}");
}
