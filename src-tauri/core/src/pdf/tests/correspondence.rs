//! Printed mails: what stands in them, and what may not be in their file.

use std::time::{Duration, Instant};

use lopdf::Object;

use super::file::{png, poppler};
use super::*;
use crate::clock::LocalDateTime;
use crate::pdf::correspondence::{PrintedFile, PrintedMail, PrintedPicture};

pub fn mail() -> PrintedMail {
    PrintedMail {
        from: "Sophie Lambert <sophie.lambert@courrier.example>".into(),
        to: vec!["Atelier Noirhomme <offres@noirhomme.example>".into()],
        cc: vec!["Marc Lambert <marc@courrier.example>".into(), "syndic@brasseurs.example".into()],
        at: LocalDateTime(jiff::civil::date(2026, 11, 20).at(14, 5, 0, 0)),
        subject: "Salle de bain, rue des Brasseurs".into(),
        text: "Bonjour,\n\nNous souhaitons refaire la salle de bain de notre maison de 1968 : douche à l’italienne, \
               meuble double vasque et sèche-serviettes. Le plan est joint.\n\nPouvez-vous passer la semaine prochaine ?\n\
               - mardi après 16 h\n- jeudi toute la journée\n\nBien à vous,"
            .into(),
        signature: "Sophie Lambert\n+32 470 12 34 56".into(),
        quoted: "> Le 19 novembre, Atelier Noirhomme a écrit :\n> Merci de votre appel.".into(),
        header_only: false,
        incomplete: false,
        unsent: false,
        files: vec![
            PrintedFile { name: "plan.pdf".into(), size: 1_240_000 },
            PrintedFile { name: "cotes.txt".into(), size: 840 },
        ],
        pictures: vec![PrintedPicture { name: "photo.png".into(), lines_above: None, bytes: png(400, 240) }],
    }
}

pub fn printed(language: Language, mails: Vec<PrintedMail>) -> Correspondence {
    Correspondence {
        language,
        subject: "Salle de bain, rue des Brasseurs".into(),
        reference: "D-2026-0147".into(),
        company: "Atelier Noirhomme".into(),
        mails,
    }
}

pub fn answer() -> PrintedMail {
    PrintedMail {
        from: "Atelier Noirhomme <offres@noirhomme.example>".into(),
        to: vec!["Sophie Lambert <sophie.lambert@courrier.example>".into()],
        cc: Vec::new(),
        at: LocalDateTime(jiff::civil::date(2026, 11, 21).at(9, 0, 0, 0)),
        subject: "Re: Salle de bain, rue des Brasseurs [D-2026-0147]".into(),
        text: "Bonjour Madame Lambert,\n\nJe passe jeudi à 10 h.".into(),
        signature: "Amélie Wauters".into(),
        quoted: String::new(),
        unsent: true,
        files: Vec::new(),
        ..mail()
    }
}

fn with_text(text: &str) -> Correspondence {
    printed(Language::Fr, vec![PrintedMail { text: text.into(), ..mail() }])
}

fn text_of(document: &Correspondence) -> String {
    read(&render_correspondence(document).unwrap())
}

/// The text of a file, with plain spaces.
fn read(pdf: &[u8]) -> String {
    poppler("pdftotext", &["-layout"], pdf).replace(['\u{a0}', '\u{202f}'], " ")
}

fn pages_of(pdf: &[u8]) -> usize {
    lopdf::Document::load_mem(pdf).unwrap().get_pages().len()
}

/// Names in a file's objects that could make a viewer do something, or carry something along.
fn powers(pdf: &[u8]) -> Vec<String> {
    const POWERS: [&str; 22] = [
        "Annots",
        "A",
        "AA",
        "OpenAction",
        "URI",
        "JavaScript",
        "JS",
        "Launch",
        "GoToR",
        "GoToE",
        "SubmitForm",
        "ImportData",
        "EmbeddedFiles",
        "EmbeddedFile",
        "EF",
        "Filespec",
        "F",
        "RichMedia",
        "AcroForm",
        "XFA",
        "Rendition",
        "Movie",
    ];
    let mut found = Vec::new();
    let mut open: Vec<Object> = lopdf::Document::load_mem(pdf).unwrap().objects.into_values().collect();
    while let Some(object) = open.pop() {
        match object {
            Object::Array(items) => open.extend(items),
            Object::Name(name) => found.push(String::from_utf8_lossy(&name).into_owned()),
            Object::Dictionary(fields) => {
                let filled = fields.iter().filter(|(_, value)| !is_empty(value));
                found.extend(filled.map(|(key, _)| String::from_utf8_lossy(key).into_owned()));
                open.extend(fields.into_iter().map(|(_, value)| value));
            }
            Object::Stream(stream) => open.push(Object::Dictionary(stream.dict)),
            _ => {}
        }
    }
    // A cell of a table has its attributes under /A; mails have no tables.
    found.retain(|name| POWERS.contains(&name.as_str()));
    found
}

fn is_empty(value: &Object) -> bool {
    matches!(value, Object::Array(items) if items.is_empty())
}

#[test]
fn a_mail_is_printed_with_its_head_its_text_its_picture_and_what_it_quotes() {
    let pdf = render_correspondence(&printed(Language::Fr, vec![mail()])).unwrap();
    assert_eq!(pages_of(&pdf), 1);
    let text = read(&pdf);
    for words in [
        "Sophie Lambert <sophie.lambert@courrier.example>",
        "Atelier Noirhomme <offres@noirhomme.example>",
        "Marc Lambert <marc@courrier.example>, syndic@brasseurs.example",
        "20 novembre 2026 à 14:05",
        "plan.pdf (1,2 Mo), cotes.txt (840 octets)",
        "douche à l’italienne",
        "- jeudi toute la journée",
        "+32 470 12 34 56",
        "> Merci de votre appel.",
        "Page 1 sur 1",
    ] {
        assert!(text.contains(words), "{words} in {text}");
    }
    let images = poppler("pdfimages", &["-list"], &pdf);
    assert!(images.contains("image     400   240  rgb"), "{images}");
    assert!(!text.contains("Objet"), "the subject is said once");
}

#[test]
fn a_conversation_says_of_each_mail_whose_it_is_and_shows_a_logo_once() {
    let pdf = render_correspondence(&printed(Language::Fr, vec![mail(), answer()])).unwrap();
    let text = read(&pdf);
    let order = [
        "Sophie Lambert <",
        "Salle de bain, rue des Brasseurs",
        "Atelier Noirhomme <offres",
        "Re: Salle de bain",
    ];
    let mut rest = text.as_str();
    for words in order {
        let found = rest.find(words).unwrap_or_else(|| panic!("{words} in {text}"));
        rest = &rest[found..];
    }
    assert!(text.contains("Ce mail n’est pas parti."));
    assert_eq!(poppler("pdfimages", &["-list"], &pdf).matches("image     400").count(), 1);
}

#[test]
fn a_mail_of_which_a_part_was_not_read_says_so() {
    let document = printed(Language::Nl, vec![PrintedMail { incomplete: true, ..mail() }]);
    assert!(text_of(&document).contains("te groot om helemaal te lezen"));
    assert!(!text_of(&printed(Language::Nl, vec![mail()])).contains("te groot"));
}

#[test]
fn the_same_mails_give_the_same_bytes_and_others_another_identity() {
    let document = printed(Language::Nl, vec![mail()]);
    let pdf = render_correspondence(&document).unwrap();
    assert_eq!(pdf, render_correspondence(&document).unwrap());
    let mut other = document;
    other.mails[0].pictures[0].bytes = png(401, 240);
    let identity = |pdf: &[u8]| lopdf::Document::load_mem(pdf).unwrap().trailer.get(b"ID").unwrap().clone();
    assert_ne!(identity(&pdf), identity(&render_correspondence(&other).unwrap()));
}

#[test]
fn nothing_in_the_file_can_do_anything() {
    let hostile = "javascript:alert(1) https://evil.example/?track=1 <script>alert(1)</script> <</S/URI/URI(http://evil)>> \
                   endobj /JS (app.alert(1)) ) Tj ET /Annots [1 0 R] file:///etc/passwd \\\\host\\share mailto:x@evil.example";
    let mut document = with_text(hostile);
    let mail = &mut document.mails[0];
    mail.from = hostile.into();
    mail.subject = hostile.into();
    mail.files.push(PrintedFile { name: hostile.into(), size: 1 });
    mail.pictures[0].name = hostile.into();
    document.subject = hostile.into();
    let pdf = render_correspondence(&document).unwrap();
    assert_eq!(powers(&pdf), [""; 0]);
    assert_eq!(poppler("pdfinfo", &["-js"], &pdf).trim(), "");
    assert_eq!(poppler("pdfinfo", &["-url"], &pdf).lines().count(), 1, "only the heading of an empty list");
    assert_eq!(poppler("pdfdetach", &["-list"], &pdf).trim(), "0 embedded files");
    assert!(read(&pdf).contains("/JS (app.alert(1))"), "as text it is all there");
}

#[test]
fn nothing_but_pixels_of_a_picture_goes_into_the_file() {
    // Text of a PNG (tEXt) and of a JPEG (COM) that a stranger could have put there.
    let mut bytes = png(40, 40);
    let mut chunk = b"tEXtComment\0the canary of a stranger".to_vec();
    let crc = crc32(&chunk);
    let length = (chunk.len() as u32 - 4).to_be_bytes();
    chunk.splice(0..0, length);
    chunk.extend(crc.to_be_bytes());
    bytes.splice(33..33, chunk);
    let mut document = printed(Language::Fr, vec![mail()]);
    document.mails[0].pictures = vec![PrintedPicture { name: "a.png".into(), lines_above: None, bytes }];
    let pdf = render_correspondence(&document).unwrap();
    assert!(poppler("pdfimages", &["-list"], &pdf).contains("image      40    40"));
    assert!(!pdf.windows(6).any(|window| window == b"canary"));
}

fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |mut crc, byte| {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = if crc & 1 == 1 { (crc >> 1) ^ 0xedb8_8320 } else { crc >> 1 };
        }
        crc
    })
}

#[test]
fn what_the_typeface_lacks_is_a_box_and_the_document_says_so() {
    let text = text_of(&with_text("Grüße, привет, Ελλάδα, Łódź"));
    assert!(text.contains("Grüße, привет, Ελλάδα, Łódź") && !text.contains("rectangle vide"), "{text}");
    for foreign in
        ["日本語の見積もり", "عرض سعر من فضلك", "हिन्दी", "👩‍👩‍👧 🏗️", "a\u{301}\u{301}\u{301}b\u{200b}c\u{feff}"]
    {
        let text = text_of(&with_text(&format!("Bonjour {foreign} merci")));
        assert!(text.contains("Bonjour") && text.contains("merci"), "{foreign}: {text}");
        assert_eq!(
            text.contains("Un rectangle vide remplace un caractère"),
            !foreign.starts_with('a'),
            "{foreign}"
        );
    }
}

#[test]
fn a_picture_that_cannot_be_shown_is_listed_and_one_that_only_counts_readers_is_not() {
    let mut document = printed(Language::En, vec![mail()]);
    let picture = |name: &str, bytes: &[u8]| PrintedPicture {
        name: name.into(),
        lines_above: None,
        bytes: bytes.into(),
    };
    document.mails[0].pictures = vec![
        picture("plan.svg", b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
        picture("cut.png", &png(300, 300)[..60]),
        picture("pixel.png", &png(1, 1)),
    ];
    let pdf = render_correspondence(&document).unwrap();
    let text = read(&pdf);
    assert!(text.contains("plan.svg (41 bytes), cut.png (60 bytes)"), "{text}");
    assert!(!text.contains("pixel.png"));
    assert_eq!(
        poppler("pdfimages", &["-list"], &pdf).lines().count(),
        2,
        "only the heading of an empty list"
    );
}

#[test]
fn a_picture_stands_between_the_lines_that_it_stood_between() {
    let mut document = printed(Language::Fr, vec![mail()]);
    document.mails[0].text = "La porte :\nLa fenêtre :\nMerci".into();
    let picture = |name: &str, side: u32, lines_above: Option<usize>| PrintedPicture {
        name: name.into(),
        lines_above,
        bytes: png(side, side),
    };
    document.mails[0].pictures = vec![
        picture("below.png", 30, None),
        picture("window.png", 31, Some(2)),
        picture("door.png", 32, Some(1)),
    ];
    let album = Album::of(&document);
    let layout = template::correspondence::compose(&document, &album).unwrap();
    let blocks = layout.pages.iter().flat_map(|page| &page.blocks);
    let told: Vec<String> = blocks
        .filter_map(|block| match (&block.role, block.marks.first()) {
            (layout::Role::Figure(name), _) => Some(name.clone()),
            (layout::Role::Paragraph, Some(layout::Mark::Text(line))) => Some(line.text()),
            _ => None,
        })
        .skip_while(|text| text != "La porte :")
        .collect();
    assert_eq!(told[..6], ["La porte :", "door.png", "La fenêtre :", "window.png", "Merci", "below.png"]);
}

#[test]
fn a_picture_keeps_to_its_page() {
    for (width, height) in [(40, 4_000), (4_000, 40), (2_000, 2_000)] {
        let mut document = printed(Language::Fr, vec![mail()]);
        document.mails[0].pictures =
            vec![PrintedPicture { name: "x.png".into(), lines_above: None, bytes: png(width, height) }];
        let album = Album::of(&document);
        let layout = template::correspondence::compose(&document, &album).unwrap();
        let marks = layout.pages.iter().flat_map(|page| &page.blocks).flat_map(|block| &block.marks);
        let areas: Vec<_> = marks
            .filter_map(|mark| match mark {
                layout::Mark::Picture(_, area) => Some(*area),
                _ => None,
            })
            .collect();
        assert_eq!(areas.len(), 1);
        let area = areas[0];
        assert!(area.x + area.width <= layout::PAGE_WIDTH - 47.0, "{area:?}");
        assert!(area.y + area.height <= layout::PAGE_HEIGHT - 60.0, "{area:?}");
    }
}

#[test]
fn a_thousand_recipients_and_files_are_counted_not_printed_over_pages() {
    let mut document = printed(Language::Fr, vec![mail()]);
    document.mails[0].to = (0..1_000).map(|number| format!("person{number}@example.org")).collect();
    document.mails[0].files = (0..500)
        .map(|number| PrintedFile { name: format!("{number:0170}.pdf"), size: 5_000_000_000 })
        .collect();
    let pdf = render_correspondence(&document).unwrap();
    let text = read(&pdf);
    assert!(text.contains("et 940 autres") && text.contains("et 440 autres"), "{text}");
    assert!(text.contains("5 Go"));
    assert!(pages_of(&pdf) <= 5);
}

#[test]
fn a_text_of_two_megabytes_is_printed_within_bounds_and_says_where_it_stops() {
    let sentence = "Le devis comprend la dépose, la fourniture et la pose de tous les éléments décrits. ";
    let texts = [
        sentence.repeat(2_000_000 / sentence.len()),
        "a\n".repeat(1_000_000),
        "x".repeat(40_000),
        "e\u{301}".repeat(40_000),
        format!("e{}", "\u{301}".repeat(60_000)),
        "日".repeat(40_000),
        "\u{202e}\u{200d}".repeat(300_000),
    ];
    for text in texts {
        let began = Instant::now();
        let pdf = render_correspondence(&with_text(&text)).unwrap();
        assert!(began.elapsed() < Duration::from_secs(120), "{:.8} took {:?}", text, began.elapsed());
        let pages = pages_of(&pdf);

        assert!(pages <= 102, "{pages} pages of {:.8}", text);
        if pages > 100 {
            assert!(read(&pdf).contains("L’impression s’arrête après 100 pages"));
        }
    }
}
