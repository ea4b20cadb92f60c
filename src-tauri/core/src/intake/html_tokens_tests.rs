use super::*;

fn tokens(html: &str) -> Vec<Token<'_>> {
    Tokens::new(html).collect()
}

#[test]
fn tags_text_and_comments_are_told_apart() {
    assert_eq!(
        tokens("<!DOCTYPE html><p class=\"a>b\">x<!-- <i> --></P>"),
        [Token::Open("p", " class=\"a>b\""), Token::Text("x"), Token::Close("P")]
    );
}

#[test]
fn a_bracket_that_opens_no_tag_is_text() {
    assert_eq!(tokens("1 < 2"), [Token::Text("1 "), Token::Text("<"), Token::Text(" 2")]);
    assert_eq!(tokens("<jan@dak.example>"), [Token::Text("<"), Token::Text("jan@dak.example>")]);
    assert_eq!(tokens("<b"), [Token::Text("<"), Token::Text("b")]);
}

#[test]
fn a_picture_that_is_cut_off_is_no_text() {
    let html = format!("a<img src=\"data:image/png;base64,{}", "A".repeat(100_000));
    assert_eq!(tokens(&html), [Token::Text("a"), Token::Text("")]);
}

#[test]
fn attributes_are_read_in_every_spelling() {
    let attributes = " href = 'a b' title=\"x=y\" id=quote checked";
    assert_eq!(attribute(attributes, "href"), Some("a b"));
    assert_eq!(attribute(attributes, "title"), Some("x=y"));
    assert_eq!(attribute(attributes, "ID"), Some("quote"));
    assert_eq!(attribute(attributes, "x"), None);
}

#[test]
fn entities_are_decoded() {
    let decoded = |text: &str| {
        let mut out = String::new();
        push_decoded(&mut out, text);
        out
    };
    assert_eq!(decoded("a &amp; b &eacute;&#8364;&#x3d;&#150; &nope; &nbsp"), "a & b é€=– &nope; \u{a0}");
    assert_eq!(decoded("x && y &;"), "x && y &;");
    assert_eq!(decoded("&#x80; &#X92; &#x96;"), "€ ’ –");
    assert_eq!(decoded("&copy2024 &eacutet&eacute, &uumlber &notes &para &yuml"), "©2024 été, über ¬es ¶ ÿ");
}

#[test]
fn the_content_of_scripts_is_skipped() {
    let mut tokens = Tokens::new("if (a<b) {}</SCRIPT >after");
    tokens.skip_element("script");
    assert_eq!(tokens.next(), Some(Token::Text("after")));
}
