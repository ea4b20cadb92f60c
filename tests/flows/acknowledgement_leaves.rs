//! A new request is acknowledged in the customer's language: once, and never into a loop.

use quoin_core::clock::Timestamp;
use quoin_core::error::{Error, StateProblem};
use quoin_core::id::RequestId;
use quoin_core::intake::{MailClass, RuleField, RuleVerdict};
use quoin_core::language::Language;
use quoin_core::outbox::{OutboxPurpose, OutboxState};
use quoin_core::report;
use quoin_core::request::{Status, Waiting};
use quoin_core::settings::Acknowledgement;
use quoin_core::usecase;
use quoin_core::worker;

use crate::letter::{Letter, field, identifier};
use crate::office::{AMELIE, MONDAY, Office};
use crate::rows::{all_rows, assert_same};

/// An office that acknowledges, on Monday at ten past nine.
pub async fn office() -> Office {
    let office = Office::open().await;
    switch(&office, |on| on.enabled = true).await;
    office.clock.advance_seconds(600);
    office
}

pub async fn switch(office: &Office, change: impl FnOnce(&mut Acknowledgement)) {
    let mut settings = usecase::show_settings(&office.desk).await.unwrap().acknowledgement;
    change(&mut settings);
    usecase::save_acknowledgement(&office.desk, settings).await.unwrap();
}

/// Written at five past nine, when the mailbox was being watched.
pub fn fresh(letter: Letter) -> Letter {
    letter.with("Date", "Mon, 02 Mar 2026 09:05:00 +0000")
}

pub fn from_sophie(subject: &str) -> Letter {
    fresh(Letter::from_sophie(subject))
        .saying("Bonjour, pourriez-vous me faire un devis pour un escalier en chêne ? Merci d’avance.")
}

/// Why the timeline says that a request was not acknowledged.
pub async fn reason(office: &Office, request: RequestId) -> Option<String> {
    let entries = office.request(request).await.timeline;
    let entry = entries.into_iter().find(|entry| entry.event == "not_acknowledged")?;
    entry.detail.get("reason").cloned()
}

async fn count_queued(office: &Office) -> i64 {
    office.count("SELECT count(*) FROM outbox WHERE purpose = 'automatic'").await
}

#[tokio::test]
async fn it_leaves_in_the_thread_with_the_marks_of_an_automatic_answer() {
    let office = office().await;
    let letter = from_sophie("Escalier").with("References", "<first@courrier.example>");

    let request = office.request_by_mail(letter).await;
    assert!(office.left().is_empty(), "it waits as any mail does");
    office.mail_leaves().await;

    let [mail] = office.left().try_into().unwrap();
    let reference = office.request(request).await.row.reference;
    assert_eq!(field(&mail, "To").unwrap(), "\"Sophie Lambert\" <sophie.lambert@courrier.example>");
    assert_eq!(field(&mail, "Auto-Submitted").unwrap(), "auto-replied");
    assert_eq!(field(&mail, "X-Auto-Response-Suppress").unwrap(), "All");
    assert_eq!(identifier(&mail, "In-Reply-To"), "Escalier@courrier.example");
    assert_eq!(field(&mail, "References").unwrap(), "<first@courrier.example> <Escalier@courrier.example>");
    let shown = office.outgoing(request).await.remove(0);
    assert!(shown.subject.starts_with("Votre demande est bien arrivée"), "{}", shown.subject);
    let read = quoin_core::intake::read_mail(&mail, &quoin_core::intake::IntakeContext::default());
    assert!(read.subject.ends_with(&format!("[{reference}]")), "{}", read.subject);
    assert!(read.text.starts_with("Bonjour Sophie Lambert,"), "{}", read.text);
    assert!(read.text.contains(&reference) && read.text.contains("Menuiserie Wauters"));
    assert_eq!(read.class, MailClass::AutoReply, "another program sees that no person wrote it");
}

#[tokio::test]
async fn it_speaks_the_language_of_the_request_else_the_companys() {
    let office = office().await;
    switch(&office, |on| on.fallback = Language::De).await;
    let asked = [
        (
            Language::Nl,
            "Goedendag, kunt u mij een offerte bezorgen voor een eiken trap met leuning? Alvast bedankt.",
        ),
        (
            Language::En,
            "Hello, could you please send me a quote for an oak staircase with a handrail? Thank you.",
        ),
        (Language::De, "12 34"),
    ];
    for (position, (language, text)) in asked.into_iter().enumerate() {
        let letter = Letter::from("", &format!("k{position}@courrier.example"), &format!("{position}"));
        let request = office.request_by_mail(fresh(letter).saying(text)).await;
        let message = office.outgoing(request).await.remove(0);
        assert_eq!(message.language, Some(language), "{text}");
        assert!(message.text.starts_with(&quoin_core::settings::standard::salutation(language, "")));
    }
}

#[tokio::test]
async fn it_is_no_answer_and_leaves_the_request_as_it_was() {
    let office = office().await;
    let request = office.request_by_mail(from_sophie("Escalier")).await;
    office.mail_leaves().await;

    let detail = office.request(request).await;
    assert_eq!(
        (detail.row.status, detail.row.waiting, detail.row.unread),
        (Status::Received, Waiting::Us, true)
    );
    assert_eq!(detail.row.waiting_since, Timestamp(MONDAY.0 + 300_000));
    let message = office.outgoing(request).await.remove(0);
    assert_eq!((message.class, message.user_id), (MailClass::AutoReply, None));
    assert_eq!(message.delivery.unwrap().purpose, OutboxPurpose::Automatic);
    let today =
        report::today(&mut office.desk.reader().await.unwrap(), office.desk.clock(), None).await.unwrap();
    assert_eq!(today.week.first_answer_minutes, None, "nobody has answered yet");
    let timeline = office.timeline(request).await;
    assert!(timeline.contains(&"acknowledged".to_owned()) && !timeline.contains(&"replied".to_owned()));

    office.reply(request, "Bonjour, je passe jeudi.").await;
    assert_eq!(office.request(request).await.row.status, Status::Replied);
}

#[tokio::test]
async fn nothing_leaves_unless_the_company_switched_it_on() {
    let office = Office::open().await;
    office.clock.advance_seconds(600);
    let request = office.request_by_mail(from_sophie("Escalier")).await;
    office.mail_leaves().await;

    assert!(office.left().is_empty());
    assert_eq!(reason(&office, request).await, None, "and nothing is said of it");
}

#[tokio::test]
async fn the_first_reading_of_an_old_mailbox_stays_silent() {
    let office = office().await;
    for (name, date, expected) in [
        ("an", "Mon, 02 Mar 2026 08:59:00 +0000", "before_watched"),
        ("bo", "Sun, 01 Mar 2026 08:00:00 +0000", "too_old"),
        ("cy", "Thu, 02 Mar 2023 08:00:00 +0000", "too_old"),
    ] {
        let letter = Letter::from(name, &format!("{name}@courrier.example"), name).with("Date", date);
        let request = office.request_by_mail(letter).await;
        assert_eq!(reason(&office, request).await.as_deref(), Some(expected), "{date}");
    }
    let undated = Letter::from("Di", "di@courrier.example", "Di").without("Date");
    let request = office.request_by_mail(undated).await;
    assert_eq!(reason(&office, request).await.as_deref(), Some("undated"));
    assert_eq!(count_queued(&office).await, 0);
}

#[tokio::test]
async fn what_might_loop_is_a_request_all_the_same_and_not_acknowledged() {
    let office = office().await;
    let named = |name: &str| fresh(Letter::from(name, &format!("{name}@courrier.example"), name));
    for (letter, expected) in [
        (named("loop").with("X-Loop", "info@firm.example"), "asks_for_silence"),
        (named("spam").with("X-Spam-Flag", "YES"), "asks_for_silence"),
        (named("noreply"), "role_address"),
        (named("owner-devis"), "role_address"),
        (fresh(Letter::from("Jan", "jan@menuiserie-wauters.example", "Collègue")), "our_own"),
        (named("alias").with("To", "devis@menuiserie.example"), "not_to_us"),
    ] {
        let request = office.request_by_mail(letter.clone()).await;
        assert_eq!(
            reason(&office, request).await.as_deref(),
            Some(expected),
            "{:?}",
            String::from_utf8_lossy(&letter.bytes())
        );
    }
    assert_eq!(count_queued(&office).await, 0);
}

#[tokio::test]
async fn two_programs_that_acknowledge_stop_at_once() {
    let office = office().await;
    office.request_by_mail(from_sophie("Escalier")).await;
    office.mail_leaves().await;
    let [ours] = office.left().try_into().unwrap();

    // The other one answers ours, and one of ours comes to us as if it were a new mail.
    let answer = fresh(Letter::from_sophie("Re: Votre demande est bien arrivée"))
        .answering(&identifier(&ours, "Message-ID"))
        .with("Auto-Submitted", "auto-replied");
    office.mail_arrives("answer.eml", answer);
    let mirrored =
        String::from_utf8(ours).unwrap().replace("info@menuiserie-wauters.example", "info@ailleurs.example");
    office.mail_arrives(
        "mirrored.eml",
        mirrored.replace("sophie.lambert@courrier.example", "info@menuiserie-wauters.example"),
    );
    office.round().await;
    office.mail_leaves().await;

    assert_eq!((office.left().len(), office.requests().await.len()), (1, 1));
}

#[tokio::test]
async fn a_forward_by_one_of_us_is_not_acknowledged() {
    let office = office().await;
    let forward = fresh(Letter::from("Amélie Wauters", AMELIE, "Fwd: Escalier")).saying(
        "---------- Forwarded message ---------\nDe : Sophie Lambert <sophie.lambert@courrier.example>\nDate: lun. 2 mars 2026 à 09:04\nSubject: Escalier\nTo: Amélie <amelie@menuiserie-wauters.example>\n\nBonjour, je cherche un menuisier.\n",
    );
    let request = office.request_by_mail(forward).await;
    assert_eq!(reason(&office, request).await.as_deref(), Some("forwarded"));
}

#[tokio::test]
async fn a_web_form_is_acknowledged_to_the_person_it_names() {
    let office = office().await;
    let form = fresh(Letter::from("Site", "wordpress@menuiserie-wauters.example", "Nouveau message du site"))
        .saying("Nom : Sophie Lambert\nE-mail : sophie.lambert@courrier.example\nTéléphone : 0470 12 34 56\nMessage : Bonjour, je souhaite un devis pour un escalier en chêne.\n");
    let request = office.request_by_mail(form).await;

    let to = office.outgoing(request).await.remove(0).to;
    assert_eq!(to[0].address, "sophie.lambert@courrier.example");
}

#[tokio::test]
async fn a_stranger_cannot_advertise_through_it() {
    let office = office().await;
    let form = fresh(Letter::from("Site", "wordpress@menuiserie-wauters.example", "Nouveau message du site"))
        .saying("Nom : Gagnez 1000 euros sur casino.example\nE-mail : victime@courrier.example\nMessage : Visitez https://casino.example aujourd’hui, mes amis, c’est gratuit.\n");
    office.request_by_mail(form).await;
    office.mail_leaves().await;

    for mail in office.left() {
        assert!(!String::from_utf8_lossy(&mail).contains("casino"), "nothing of the mail is sent on");
    }
}

#[tokio::test]
async fn an_address_gets_one_a_week() {
    let office = office().await;
    office.request_by_mail(from_sophie("Escalier")).await;
    office.mail_leaves().await;
    let again = office.request_by_mail(from_sophie("Porte")).await;
    let tagged = fresh(Letter::from("Sophie", "sophie.lambert+web@courrier.example", "Table"));
    let tagged = office.request_by_mail(tagged).await;
    assert_eq!(reason(&office, again).await.as_deref(), Some("had_one_lately"));
    assert_eq!(reason(&office, tagged).await.as_deref(), Some("had_one_lately"));

    office.clock.advance_seconds(7 * 86_400);
    let later = from_sophie("Lit").with("Date", "Mon, 09 Mar 2026 09:09:00 +0000");
    office.request_by_mail(later).await;
    assert_eq!(count_queued(&office).await, 2);
    assert_eq!(
        office.count("SELECT count(*) FROM acknowledged").await,
        1,
        "who had one long ago is forgotten"
    );
}

#[tokio::test]
async fn a_flood_is_kept_and_not_answered() {
    let office = office().await;
    for number in 0..40 {
        let letter =
            fresh(Letter::from("", &format!("c{number}@courrier.example"), &format!("Demande {number}")));
        office.mail_arrives(&format!("{number}.eml"), letter);
    }
    office.round().await;
    assert_eq!(office.requests().await.len(), 40, "a limit mutes an acknowledgement, never a request");
    assert_eq!(count_queued(&office).await, 20);
}

#[tokio::test]
async fn a_mail_to_sort_is_acknowledged_once_it_becomes_a_request_and_that_can_be_taken_back() {
    let office = office().await;
    let mut other = office.behind_the_back().await;
    sqlx::query("UPDATE account SET mode = 'triage'").execute(&mut other).await.unwrap();
    office.mail_arrives("1.eml", from_sophie("Escalier"));
    office.round().await;
    assert_eq!(count_queued(&office).await, 0);
    let before = all_rows(&mut other).await;
    let waiting = report::to_sort(&mut office.desk.reader().await.unwrap(), 10).await.unwrap().remove(0);

    usecase::make_request_of_mail(&office.desk, office.amelie(), &waiting.sha256).await.unwrap();
    assert_eq!(count_queued(&office).await, 1);
    usecase::unmake_request_of_mail(&office.desk, &waiting.sha256, "triage").await.unwrap();
    office.mail_leaves().await;
    assert!(office.left().is_empty());
    let mut after = all_rows(&mut other).await;
    // The bytes of a mail that was taken back stay, as those of any.
    after.get_mut("raw_mail").unwrap().retain(|row| before["raw_mail"].contains(row));
    // When it was read is newer now.
    after.insert("intake".into(), before["intake"].clone());
    assert_same(&before, &after);

    let request =
        usecase::make_request_of_mail(&office.desk, office.amelie(), &waiting.sha256).await.unwrap();
    office.mail_leaves().await;
    assert_eq!(office.left().len(), 1);
    let refused = usecase::unmake_request_of_mail(&office.desk, &waiting.sha256, "triage").await;
    assert!(matches!(refused, Err(Error::State(StateProblem::RequestBegun))), "the customer has been told");
    assert_eq!(office.outgoing(request).await.len(), 1);
}

#[tokio::test]
async fn a_mail_that_a_rule_kept_out_is_not_acknowledged_when_it_is_taken_in_by_hand() {
    let office = office().await;
    usecase::add_rule(&office.desk, RuleField::Sender, "@courrier.example", RuleVerdict::Ignored)
        .await
        .unwrap();
    office.mail_arrives("1.eml", from_sophie("Escalier"));
    office.round().await;
    let ignored = report::ignored(&mut office.desk.reader().await.unwrap(), 10).await.unwrap().remove(0);
    let request =
        usecase::make_request_of_mail(&office.desk, office.amelie(), &ignored.sha256).await.unwrap();
    assert_eq!(reason(&office, request).await.as_deref(), Some("blocked"));
}

#[tokio::test]
async fn a_saved_mail_brought_by_hand_is_not_acknowledged() {
    let office = office().await;
    let request =
        usecase::import_mail(&office.desk, &from_sophie("Escalier").bytes()).await.unwrap().unwrap();
    assert_eq!(reason(&office, request).await.as_deref(), Some("imported"));
}

#[tokio::test]
async fn an_answer_to_it_joins_the_request_and_a_bounce_of_it_marks_it() {
    let office = office().await;
    let request = office.request_by_mail(from_sophie("Escalier")).await;
    office.mail_leaves().await;
    let id = office.outgoing(request).await[0].message_id.clone().unwrap();

    let answer = fresh(Letter::from("Sophie", "sophie@travail.example", "Re: Votre demande")).answering(&id);
    office.mail_arrives("answer.eml", answer.saying("Encore une précision : 13 marches."));
    office.round().await;
    assert_eq!((office.requests().await.len(), office.incoming(request).await.len()), (1, 2));

    let report = Letter::from(
        "Mail Delivery System",
        "MAILER-DAEMON@mx.example",
        "Undelivered Mail Returned to Sender",
    )
    .with("Content-Type", "text/plain")
    .saying(&format!(
        "<sophie.lambert@courrier.example>: host mx said: 550 5.1.1 user unknown\n\nMessage-ID: <{id}>\n"
    ));
    office.mail_arrives("bounce.eml", report);
    office.round().await;
    let row = office.request(request).await.row;
    assert!(row.delivery_failed);
    assert_eq!(row.waiting_since, Timestamp(MONDAY.0 + 300_000), "it waits for us as long as before");
    assert_eq!(office.requests().await.len(), 1);
}

#[tokio::test]
async fn the_words_are_checked_when_they_are_saved_and_shown_before() {
    let office = Office::open().await;
    let settings = usecase::show_settings(&office.desk).await.unwrap().acknowledgement;
    let mut wrong = settings.clone();
    wrong.nl.body = "Dag {{ nmae }}".into();
    let refused = usecase::save_acknowledgement(&office.desk, wrong).await;
    assert!(matches!(refused, Err(Error::Template(_))), "{refused:?}");
    let mut empty = settings.clone();
    empty.de.subject = "  ".into();
    let refused = usecase::save_acknowledgement(&office.desk, empty).await;
    assert!(matches!(&refused, Err(Error::Field { field, .. }) if field == "de.subject"), "{refused:?}");

    for language in Language::ALL {
        let shown =
            usecase::preview_acknowledgement(&office.desk, language, settings.text(language)).await.unwrap();
        assert!(shown.subject.ends_with("[D-2026-0147]"), "{}", shown.subject);
        assert!(shown.body.contains("Menuiserie Wauters") && !shown.body.contains("{{"), "{}", shown.body);
    }
}

#[tokio::test]
async fn it_waits_for_a_server_that_is_away() {
    let office = office().await;
    std::fs::rename(office.mailbox().join("out"), office.mailbox().join("away")).unwrap();
    std::fs::write(office.mailbox().join("out"), b"").unwrap();
    let request = office.request_by_mail(from_sophie("Escalier")).await;
    office.mail_leaves().await;
    assert_eq!(office.outgoing(request).await[0].delivery.as_ref().unwrap().state, OutboxState::Retry);

    std::fs::remove_file(office.mailbox().join("out")).unwrap();
    std::fs::rename(office.mailbox().join("away"), office.mailbox().join("out")).unwrap();
    office.clock.advance_seconds(3600);
    worker::send_due(&office.desk).await.unwrap();
    assert_eq!(office.left().len(), 1);
}
