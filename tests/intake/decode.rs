//! Oddities of real mails, one in each file of `tests/mail/decode`.

use quoin_core::intake::{IncomingMail, RequesterSource, read_mail};

use crate::{cases, owner};

fn read(name: &str) -> IncomingMail {
    let mail = std::fs::read(cases::path("decode").join(format!("{name}.eml"))).unwrap();
    read_mail(&mail, &owner())
}

fn sender(mail: &IncomingMail) -> (&str, &str) {
    mail.from.as_ref().map(|from| (from.name.as_str(), from.address.as_str())).unwrap_or_default()
}

fn files(mail: &IncomingMail) -> Vec<&str> {
    mail.attachments.iter().map(|file| file.name.as_str()).collect()
}

#[test]
fn headers_are_decoded_whatever_was_done_to_them() {
    let mail = read("split-character");
    assert_eq!((sender(&mail), mail.subject.as_str()), (("Jürgen Löwé", "jurgen@dak.example"), "Fenêtres"));
    let mail = read("raw-8bit-headers");
    assert_eq!(
        (sender(&mail), mail.subject.as_str()),
        (("Zoé Müller", "zoe@dak.example"), "Rénovation façade")
    );
    assert_eq!(sender(&read("turned-name")).0, "\u{fffd}tnadnoc\u{fffd}");
}

#[test]
fn a_charset_that_lies_is_not_believed() {
    assert_eq!(read("charset-lies").text.trim(), "Déjà vu, façade à rénover – 您好");
    assert_eq!(read("charset-unknown").text.trim(), "Fenêtre à réparer, 5 €");
    assert_eq!(
        read("base64-that-is-text").text.trim(),
        "Ik zoek één « goede » prijs — à bientôt! Été: 5 €, çà & là."
    );
}

#[test]
fn a_sender_is_found_where_there_is_one() {
    let mail = read("empty-from");
    assert_eq!(
        (mail.from.is_none(), mail.requester.address.as_str(), mail.requester.source),
        (true, "jan@dak.example", RequesterSource::ReplyTo)
    );
    assert_eq!(sender(&read("junk-from")), ("Jan [office]", "jan@dak.example"));
    assert_eq!(sender(&read("two-from")), ("Jan Peeters", "jan@dak.example"));
}

#[test]
fn the_text_is_found_in_every_form() {
    for name in [
        "alternative-without-boundary",
        "boundary-never-used",
        "unterminated-multipart",
        "html-labelled-plain",
        "smime-signed",
    ] {
        assert_eq!(read(name).text.trim(), "Graag een offerte.", "{name}");
    }
    assert_eq!(read("empty-text-beside-html").text, "Graag een offerte.");
    assert_eq!(read("html-only").text, "Eén\n\nTwee drie\nvier");
    assert_eq!(read("text-in-two-parts").text.trim(), "Eerste deel.\nTweede deel.");
    assert_eq!(read("no-header-at-all").text.trim(), "Hallo, graag een offerte voor mijn dak. Jan");
    assert_eq!(
        read("flowed").reply.text,
        "Graag had ik een offerte voor mijn dak.\n\n> oude tekst gaat door"
    );
    for name in
        ["alternative-without-boundary", "winmail", "no-header-at-all", "image-only", "smime-encrypted"]
    {
        assert_eq!(read(name).unreadable, None, "{name}");
    }
}

#[test]
fn files_have_safe_names_of_their_own() {
    assert_eq!(files(&read("nested-message-without-name")), ["Prijs voor café_.eml"]);
    assert_eq!(files(&read("inline-image-without-name")), ["image-1.png"]);
    assert_eq!(files(&read("name-with-line-break")), ["plan Bcc_ x@y.pdf"]);
    assert_eq!(files(&read("same-name-twice")), ["foto.png", "FOTO (2).PNG", "foto (3).png"]);
    assert_eq!(files(&read("image-only")), ["image-1.jpg"]);
    assert_eq!(files(&read("turned-name")), ["plan_fdp.exe"]);
    assert_eq!(files(&read("boundary-never-used")), ["plan.pdf"]);
    assert_eq!(files(&read("unterminated-multipart")), ["plan.pdf"]);
}

#[test]
fn sealed_and_special_parts_are_shown_as_what_they_are() {
    assert_eq!(files(&read("smime-signed")), ["smime.p7s"]);
    assert_eq!(files(&read("smime-encrypted")), ["smime.p7m"]);
    assert_eq!(files(&read("pgp-encrypted")), ["pgp-version.txt", "encrypted.asc"]);
    assert_eq!(files(&read("calendar-invitation")), ["invitation.ics"]);
}

#[test]
fn files_inside_other_encodings_come_out() {
    let mail = read("winmail");
    assert_eq!((mail.text.as_str(), files(&mail)), ("Zie het plan in de bijlage.", vec!["plan dak.pdf"]));
    assert_eq!(mail.attachments[0].bytes, b"%PDF");
    let mail = read("uuencoded");
    assert_eq!((mail.text.trim(), files(&mail)), ("Zie plan.\n\n\nJan", vec!["plan.txt"]));
    assert_eq!(mail.attachments[0].bytes, b"Cat");
}

#[test]
fn pictures_keep_their_place() {
    let mail = read("inline-image-without-name");
    assert_eq!(mail.html.as_deref().map(str::trim), Some("<p>Voor <img src=\"cid:foto@dak\"> na</p>"));
    let picture = &mail.attachments[0];
    assert_eq!((picture.inline, picture.content_id.as_deref()), (true, Some("foto@dak")));
}
