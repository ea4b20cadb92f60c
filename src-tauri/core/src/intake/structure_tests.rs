use super::*;

fn bodies(mail: &str) -> Vec<String> {
    let structure = Structure::read(mail.as_bytes(), true);
    structure
        .parts
        .iter()
        .filter(|part| !part.is_multipart())
        .map(|part| String::from_utf8_lossy(part.body).into_owned())
        .collect()
}

#[test]
fn parts_are_found_in_order_and_depth() {
    let mail = "Content-Type: multipart/mixed; boundary=a\n\npreamble\n--a\nContent-Type: multipart/alternative; boundary=\"b\"\n\n\
                --b\n\nplain\n--b\nContent-Type: text/html\n\n<p>html\n--b--\nepilogue\n--a\n\nlast\n--a--\n";
    assert_eq!(bodies(mail), ["plain", "<p>html", "last"]);
}

#[test]
fn a_parent_delimiter_ends_a_child_that_forgot_to() {
    let mail = "Content-Type: multipart/mixed; boundary=a\n\n--a\nContent-Type: multipart/related; boundary=b\n\n--b\n\none\n--a\n\ntwo\n--a--\n";
    assert_eq!(bodies(mail), ["one", "two"]);
}

#[test]
fn a_boundary_that_is_missing_or_wrong_is_found_in_the_body() {
    let mail = "Content-Type: multipart/alternative\n\n--x\nContent-Type: text/plain\n\none\n--x\nContent-Type: text/html\n\ntwo\n--x--\n";
    assert_eq!(bodies(mail), ["one", "two"]);
    assert_eq!(bodies(&mail.replace("alternative", "alternative; boundary=y")), ["one", "two"]);
}

#[test]
fn a_multipart_without_parts_is_text() {
    assert_eq!(bodies("Content-Type: multipart/mixed; boundary=a\n\nHello"), ["Hello"]);
}

#[test]
fn a_mail_that_stops_inside_a_part_says_so() {
    let mail = b"Content-Type: multipart/mixed; boundary=a\n\n--a\n\none";
    assert!(Structure::read(mail, true).parts[1].is_complete);
    assert!(!Structure::read(mail, false).parts[1].is_complete);
}

#[test]
fn depth_and_number_of_parts_are_bounded() {
    let deep: String = (0..10_000)
        .map(|level| format!("Content-Type: multipart/mixed; boundary=b{level}\n\n--b{level}\n"))
        .collect();
    let structure = Structure::read(deep.as_bytes(), true);
    assert_eq!(structure.omissions, [Omission::Depth]);
    let many = format!("Content-Type: multipart/mixed; boundary=a\n\n{}", "--a\n\nx\n".repeat(100_000));
    let structure = Structure::read(many.as_bytes(), true);
    assert_eq!((structure.parts.len(), structure.omissions.as_slice()), (MAX_PARTS, &[Omission::Parts][..]));
}

#[test]
fn a_multipart_without_boundary_is_boundless() {
    for mail in [
        "Content-Type: multipart/mixed; boundary=a\n\nGoedendag\n",
        "Content-Type: multipart/mixed\n\nGoedendag\n",
    ] {
        let structure = Structure::read(mail.as_bytes(), true);
        assert!(structure.parts[0].is_boundless, "{mail}");
    }
}
