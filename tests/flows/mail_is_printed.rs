//! A mail is printed, or a whole conversation: as text and pixels, whatever a stranger wrote.

use std::io::Write as _;
use std::process::Command;

use quoin_core::error::{Error, StateProblem};
use quoin_core::language::Language;
use quoin_core::request::NewRequest;
use quoin_core::usecase;

use crate::letter::{Letter, identifier};
use crate::office::Office;

/// The text of a PDF by poppler, with plain spaces. It is required: `apt install poppler-utils`.
fn text_of(pdf: &[u8]) -> String {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(pdf).unwrap();
    let output = Command::new("pdftotext").arg("-layout").arg(file.path()).arg("-").output().unwrap();
    String::from_utf8(output.stdout).unwrap().replace(['\u{a0}', '\u{202f}'], " ")
}

async fn conversation(office: &Office) -> quoin_core::id::RequestId {
    let asks = Letter::from_sophie("Escalier en chêne")
        .with("Cc", "Marc <marc@courrier.example>")
        .with_file("plan.pdf", &[0; 2_400])
        .saying("Bonjour, un escalier ?\n\n-- \nSophie\n0470 12 34 56");
    let id = office.request_by_mail(asks).await;
    office.reply(id, "Bonjour Sophie,\nje passe jeudi.").await;
    office.mail_leaves().await;
    let ours = identifier(&office.left()[0], "Message-ID");
    usecase::add_note(&office.desk, office.amelie(), id, "Elle paie toujours en retard.").await.unwrap();
    let answer = Letter::from_sophie("Re: Escalier en chêne")
        .with("Message-ID", "<second@courrier.example>")
        .answering(&ours)
        .saying("Parfait pour jeudi.\n\nLe 2 mars 2026 à 09:00, Menuiserie Wauters a écrit :\n> Bonjour Sophie,\n> je passe jeudi.");
    office.mail_arrives("second.eml", answer);
    office.round().await;
    id
}

#[tokio::test]
async fn one_mail_is_printed_with_its_head_files_signature_and_history() {
    let office = Office::open().await;
    let id = conversation(&office).await;
    let incoming = office.incoming(id).await;

    let first = usecase::message_document(&office.desk, incoming[0].id, Language::Fr).await.unwrap();
    let second = usecase::message_document(&office.desk, incoming[1].id, Language::Fr).await.unwrap();

    assert_eq!(
        (first.name.as_str(), first.mime.as_str()),
        ("D-2026-0001 Escalier en chêne.pdf", "application/pdf")
    );
    let text = text_of(&first.bytes);
    for words in [
        "Sophie Lambert <sophie.lambert@courrier.example>",
        "Marc <marc@courrier.example>",
        "2 mars 2026 à 0",
        "plan.pdf (2 ko)",
        "Bonjour, un escalier ?",
        "0470 12 34 56",
    ] {
        assert!(text.contains(words), "{words} in {text}");
    }
    assert!(text_of(&second.bytes).contains("> je passe jeudi."), "with what it quotes");
}

#[tokio::test]
async fn a_conversation_is_printed_without_repeating_itself_and_without_notes() {
    let office = Office::open().await;
    let id = conversation(&office).await;

    let document = usecase::conversation_document(&office.desk, id, Language::Nl).await.unwrap();

    let text = text_of(&document.bytes);
    let places =
        ["Bonjour, un escalier ?", "je passe jeudi.", "Parfait pour jeudi."].map(|words| text.find(words));
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?} in {text}");
    assert_eq!(text.matches("je passe jeudi.").count(), 1, "the history stands before it: {text}");
    assert!(!text.contains("en retard"), "notes never leave the program");
    assert_eq!(document.name, "D-2026-0001 Escalier en chêne.pdf");
}

#[tokio::test]
async fn a_mail_that_has_not_left_says_so() {
    let office = Office::open().await;
    let id = office.request_by_mail(Letter::from_sophie("Escalier")).await;
    office.reply(id, "Bonjour Sophie").await;
    let ours = office.outgoing(id).await[0].id;

    let waiting = usecase::message_document(&office.desk, ours, Language::En).await.unwrap();
    office.mail_leaves().await;
    let left = usecase::message_document(&office.desk, ours, Language::En).await.unwrap();

    assert!(text_of(&waiting.bytes).contains("This mail has not left."));
    assert!(!text_of(&left.bytes).contains("This mail has not left."));
}

#[tokio::test]
async fn of_html_its_text_is_printed_and_the_pictures_that_came_with_it() {
    let office = Office::open().await;
    let mut png = Vec::new();
    image::DynamicImage::new_rgb8(60, 40)
        .write_to(&mut std::io::Cursor::new(&mut png), image::ImageFormat::Png)
        .unwrap();
    let html = "<p>Bonjour <a href=\"https://evil.example/track\">cliquez ici</a></p><script>document.title='ran'</script>\
                <img src=\"cid:plan\"><img src=\"https://evil.example/pixel.gif\"><p>Merci</p>";
    let picture = base64::Engine::encode(&base64::engine::general_purpose::STANDARD, &png);
    let mail = format!(
        "From: Sophie <sophie@courrier.example>\r\nTo: info@menuiserie-wauters.example\r\nSubject: Photo\r\n\
         Message-ID: <photo@courrier.example>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n\
         --b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{html}\r\n\
         --b\r\nContent-Type: image/png; name=\"plan.png\"\r\nContent-ID: <plan>\r\nContent-Disposition: inline; filename=\"plan.png\"\r\n\
         Content-Transfer-Encoding: base64\r\n\r\n{picture}\r\n--b--\r\n"
    );
    let id = office.request_by_mail(mail).await;

    let document = usecase::conversation_document(&office.desk, id, Language::En).await.unwrap();

    let text = text_of(&document.bytes);
    assert!(text.contains("Bonjour") && text.contains("Merci") && !text.contains("document.title"), "{text}");
    assert!(!text.contains("plan.png"), "it is shown, not listed: {text}");
    let holds = |words: &[u8]| document.bytes.windows(words.len()).any(|window| window == words);
    assert!(holds(b"/Subtype/Image") || holds(b"/Subtype /Image"));
}

#[tokio::test]
async fn there_is_nothing_to_print_of_a_request_by_phone() {
    let office = Office::open().await;
    let taken = NewRequest { name: "Luc".into(), text: "Il rappelle jeudi".into(), ..NewRequest::default() };
    let id = usecase::take_request(&office.desk, office.amelie(), taken).await.unwrap();

    let refused = usecase::conversation_document(&office.desk, id, Language::Fr).await;

    assert!(matches!(refused, Err(Error::State(StateProblem::NothingToPrint))));
}
