use super::*;

fn owner() -> IntakeContext {
    IntakeContext { owner_addresses: vec!["info@hout.example".into()], ..IntakeContext::default() }
}

const FORWARD: &str = "From: Info <info@hout.example>\nTo: offerte@hout.example\nSubject: FW: Dak\n\nVoor Karel.\n\n\
    Van: Jan Peeters <jan@dak.example>\nVerzonden: maandag 5 december 2016 17:00\nAan: info@hout.example\nOnderwerp: Dak\n\n\
    Goedendag, graag een offerte voor 80 m² dak.\n\nJan Peeters\nGSM 0470 12 34 56\n";

#[test]
fn the_owners_forward_makes_the_original_sender_the_requester() {
    let mail = read_mail(FORWARD.as_bytes(), &owner());
    assert_eq!(
        (mail.requester.name.as_str(), mail.requester.address.as_str(), mail.requester.source),
        ("Jan Peeters", "jan@dak.example", RequesterSource::Forward)
    );
    assert_eq!(mail.language, Some(crate::language::Language::Nl));
    assert!(mail.fields.iter().any(|field| field.kind == "phone" && field.value == "+32470123456"));
    assert!(mail.fields.iter().any(|field| field.kind == "quantity" && field.value == "80 m²"));
}

#[test]
fn a_strangers_forward_is_his_own_mail_until_the_user_says_otherwise() {
    let stranger = FORWARD.replace("Info <info@hout.example>", "An <an@x.example>");
    let mail = read_mail(stranger.as_bytes(), &owner());
    assert_eq!((mail.forward.is_none(), mail.requester.address.as_str()), (true, "an@x.example"));
    let declared = IntakeContext { treat_as_forward: true, ..owner() };
    assert_eq!(read_mail(stranger.as_bytes(), &declared).requester.address, "jan@dak.example");
}

#[test]
fn a_forward_of_our_own_forward_leads_to_the_customer() {
    let twice = format!(
        "From: info@hout.example\nSubject: Fwd: FW: Dak\n\n---------- Forwarded message ---------\nFrom: Info <info@hout.example>\nDate: Mon, 5 Dec 2016\nSubject: FW: Dak\nTo: <offerte@hout.example>\n\n{}",
        FORWARD.split("\n\n").skip(1).collect::<Vec<_>>().join("\n\n")
    );
    assert_eq!(read_mail(twice.as_bytes(), &owner()).requester.address, "jan@dak.example");
}

#[test]
fn a_mail_forwarded_as_attachment_is_unwrapped_with_its_files() {
    let mail = "From: info@hout.example\nSubject: Dak\nContent-Type: multipart/mixed; boundary=o\n\n--o\n\nVoor jou\n--o\nContent-Type: message/rfc822\n\n\
        From: Jan <jan@dak.example>\nSubject: Mijn dak\nContent-Type: multipart/mixed; boundary=i\n\n--i\n\nGraag een prijs.\n--i\n\
        Content-Type: image/png\nContent-Disposition: attachment; filename=dak.png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n--i--\n--o--\n";
    let read = read_mail(mail.as_bytes(), &owner());
    let forward = read.forward.unwrap();
    assert_eq!(
        (
            forward.from.address.as_str(),
            forward.subject.as_str(),
            forward.body.as_str(),
            forward.preamble.as_str()
        ),
        ("jan@dak.example", "Mijn dak", "Graag een prijs.", "Voor jou")
    );
    let names: Vec<&str> = read.attachments.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(names, ["Mijn dak.eml", "dak.png"]);
}

/// A mail of the owner with a mail attached under a type.
fn with_attached(content_type: &str, attached: &str) -> String {
    format!(
        "From: info@hout.example\nSubject: Dak\nContent-Type: multipart/mixed; boundary=o\n\n--o\n\nVoor jou\n--o\n\
         Content-Type: {content_type}\nContent-Disposition: attachment\n\n{attached}\n--o--\n"
    )
}

#[test]
fn a_mail_attached_as_a_file_is_unwrapped_where_it_begins_like_one() {
    let from =
        |mail: String| read_mail(mail.as_bytes(), &owner()).forward.map(|forward| forward.from.address);
    let attached = "From: Jan <jan@dak.example>\nSubject: Mijn dak\n\nGraag een prijs.";
    let jan = Some("jan@dak.example".to_owned());
    for content_type in ["application/octet-stream; name=\"x.eml\"", "text/plain; name=X.EML"] {
        assert_eq!(from(with_attached(content_type, attached)), jan, "{content_type}");
    }
    assert_eq!(from(with_attached("application/octet-stream; name=x.bin", attached)), None);
    assert_eq!(
        from(with_attached("application/octet-stream; name=x.eml", "A list:\nFrom here to there")),
        None
    );
}

#[test]
fn an_attached_mail_of_ours_that_forwards_leads_to_the_customer() {
    let inner = "From: Info <info@hout.example>\nTo: offerte@hout.example\nSubject: Fwd: Dak\n\nVoor Karel.\n\n\
        ---------- Forwarded message ---------\nDe : Sophie Dubois <sophie@klant.example>\nDate : mar. 4 mars 2025 14:12\n\
        Subject: Toit\nTo: <info@hout.example>\n\nBonjour";
    let forward = read_mail(with_attached("message/rfc822", inner).as_bytes(), &owner()).forward.unwrap();
    assert_eq!((forward.from.name.as_str(), forward.subject.as_str()), ("Sophie Dubois", "Toit"));
    assert_eq!((forward.preamble.as_str(), forward.body.as_str()), ("Voor jou\n\nVoor Karel.", "Bonjour"));
}

#[test]
fn a_form_with_the_marks_of_a_machine_is_a_request() {
    let mail = "From: Site <wordpress@hout.example>\nAuto-Submitted: auto-generated\nSubject: Contact\n\nNaam: Jan Peeters\nE-mail: jan@dak.example\nBericht: Graag een offerte voor mijn dak en de goten.\n";
    let read = read_mail(mail.as_bytes(), &owner());
    assert_eq!((read.class, read.class_reason.as_str()), (MailClass::Personal, "web form"));
    assert_eq!(
        (read.requester.address.as_str(), read.requester.source),
        ("jan@dak.example", RequesterSource::Form)
    );
}

#[test]
fn junk_and_missing_senders_are_replaced_by_what_can_be_answered() {
    let several = read_mail(b"From: , junk\nFrom: Jan <jan@dak.example>\nSubject: x\n\ny", &owner());
    assert_eq!(several.from.map(|from| from.address).as_deref(), Some("jan@dak.example"));
    let none = read_mail(b"Reply-To: Jan <jan@dak.example>\nSubject: x\n\ny", &owner());
    assert_eq!((none.from, none.requester.source), (None, RequesterSource::ReplyTo));
}

#[test]
fn what_cannot_be_read_says_so() {
    assert!(read_mail(b"", &owner()).unreadable.is_some());
    assert!(read_mail(&[0xff, 0, 0xfe, 1, 2, 3, 0xfa, 0x80].repeat(50), &owner()).unreadable.is_some());
    assert_eq!(read_mail(b"Just a text without any header.", &owner()).unreadable, None);
    assert_eq!(read_mail(b"From: a@b.example\n\n", &owner()).unreadable, None);
}

#[test]
fn a_requester_whom_nothing_names_is_called_as_he_signs() {
    let mail = |from: &str| {
        let raw = format!(
            "From: {from}\nTo: info@hout.example\nSubject: Offerte\n\nGraag een offerte voor een tafel.\n\nMvg,\nEls De Smet\n"
        );
        read_mail(raw.as_bytes(), &IntakeContext::default()).requester.name
    };
    assert_eq!(mail("els@klant.example"), "Els De Smet");
    assert_eq!(mail("\"E. De Smet\" <els@klant.example>"), "E. De Smet");
}

#[test]
fn facts_are_those_of_the_newest_words() {
    let values = |raw: &str| {
        let fields = read_mail(raw.as_bytes(), &owner()).fields;
        fields.into_iter().map(|field| field.value).collect::<Vec<_>>().join("|")
    };
    let history = "Van: Info <info@hout.example>\nVerzonden: vrijdag 2 december 2016 10:00\nAan: Jan Peeters\nOnderwerp: Dak\n\n12 tafels. Bel 02 512 34 56";
    let found = values(&format!("{FORWARD}\n{history}"));
    assert!(found.contains("80") && !found.contains("12 taf") && !found.contains("5123456"), "{found}");
    let inline = "From: Jan <jan@dak.example>\nTo: info@hout.example\nSubject: Re: Dak\n\nDag,\n\n> Op 5 mei 2025 om 10:12 schreef Info <info@hout.example>:\n>\n> Hout?\n\nJa.\n\n> Verf?\n\nNee.\n";
    assert!(!values(inline).contains("2025"));
}

#[test]
fn unusual_line_ends_marks_and_multiparts_lose_nothing() {
    let mail = "From: Jan <jan@dak.example>\nSubject: Dak\n\nGoedendag\nJan\n";
    let multipart = mail.replace("\n\n", "\nContent-Type: multipart/mixed; boundary=a\n\n");
    for mail in [mail.replace('\n', "\r"), format!("\u{feff}{mail}"), multipart] {
        let read = read_mail(mail.as_bytes(), &IntakeContext::default());
        let from = read.from.map(|from| from.address).unwrap_or_default();
        assert_eq!((from.as_str(), read.subject.as_str()), ("jan@dak.example", "Dak"), "{mail}");
        assert_eq!((read.text.trim(), read.attachments.len()), ("Goedendag\nJan", 0), "{mail}");
    }
}

#[test]
fn the_only_text_of_a_mail_is_its_body_whatever_it_is_called() {
    let read = |mail: &str| read_mail(mail.as_bytes(), &IntakeContext::default()).text;
    for mime in ["text/markdown", "text/x-plain", "plain/text"] {
        assert_eq!(read(&format!("From: a@b.example\nContent-Type: {mime}\n\nDrie ramen")), "Drie ramen");
    }
    let named = "From: a@b.example\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain; name=body.txt\nContent-Disposition: inline; filename=body.txt\n\nDrie ramen\n--b\nContent-Type: application/pdf; name=plan.pdf\n\n%PDF\n--b--\n";
    assert_eq!(read(named).trim(), "Drie ramen");
    let notice = "From: a@b.example\nContent-Type: multipart/alternative; boundary=b\n\n--b\n\nThis message is in HTML format. Please use an HTML capable reader.\n--b\nContent-Type: text/html\n\n<p>Drie ramen van 2 m\n--b\nContent-Type: text/watch-html\n\n<b>3\n--b--\n";
    assert_eq!(read(notice).trim(), "Drie ramen van 2 m");
    assert!(read_mail(notice.as_bytes(), &IntakeContext::default()).attachments.is_empty());
}

#[test]
fn a_file_of_a_mac_is_one_file() {
    let mail = b"From: a@b.example\nContent-Type: multipart/mixed; boundary=m\n\n--m\n\nThe plan\n--m\nContent-Type: multipart/appledouble; boundary=d\n\n--d\nContent-Type: application/applefile; name=plan.pdf\n\nfork\n--d\nContent-Type: application/pdf; name=plan.pdf\n\n%PDF\n--d--\n--m--\n";
    let read = read_mail(mail, &IntakeContext::default());
    let files: Vec<_> =
        read.attachments.iter().map(|file| (file.name.as_str(), file.mime.as_str())).collect();
    assert_eq!(files, [("plan.pdf", "application/pdf")]);
}

#[test]
fn the_charset_that_a_document_names_is_used_where_the_header_names_none() {
    let mail =
        b"From: a@dak.example\nContent-Type: text/html\n\n<meta charset=koi8-r><p>\xf0\xd2\xc9\xd7\xc5\xd4";
    assert_eq!(read_mail(mail, &IntakeContext::default()).text, "Привет");
}

#[test]
fn a_file_name_that_is_cut_keeps_its_extension() {
    let name = "plan ".repeat(1_000);
    let mail = format!(
        "From: a@dak.example\nContent-Type: application/pdf\nContent-Disposition: attachment; filename=\"{name}.pdf\"\n\nx\n"
    );
    assert!(read_mail(mail.as_bytes(), &IntakeContext::default()).attachments[0].name.ends_with(".pdf"));
}

#[test]
fn a_forwarded_notification_is_answered_where_it_says_so() {
    let forwarded = |from: &str| {
        let text = format!(
            "---------- Forwarded message ----------\nFrom: {from}\nReply-To: Ian Ford <ian@klant.example>\nDate: Mon, 3 Mar 2025 at 10:00\nSubject: New request\nTo: info@hout.example\n\nA quote for a roof, please."
        );
        let mail = format!(
            "From: info@hout.example\nTo: office@hout.example\nSubject: Fwd: New request\n\n{text}\n"
        );
        read_mail(mail.as_bytes(), &owner()).requester.address
    };
    assert_eq!(forwarded("Site <noreply@site.example>"), "ian@klant.example");
    assert_eq!(
        forwarded("Ann Ford <ann@klant.example>"),
        "ann@klant.example",
        "a person is answered herself"
    );
}
