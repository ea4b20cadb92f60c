use super::*;

fn text(html: &str) -> String {
    html_to_text(html).text
}

#[test]
fn blocks_breaks_and_blanks_become_lines() {
    assert_eq!(text("<div>a  b\n c</div><div><br></div><div>d<br></div>e"), "a b c\n\nd\ne");
    assert_eq!(text("<p>a</p><p>b</p>"), "a\n\nb");
    assert_eq!(
        text("<p class=MsoNormal>a</p><p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal>b</p>"),
        "a\n\nb"
    );
    assert_eq!(text("<pre>a\n  b</pre>"), "a\n  b");
}

#[test]
fn lists_and_tables_stay_readable() {
    assert_eq!(text("<ul><li>door</li><li>window</li></ul>"), "- door\n- window");
    assert_eq!(
        text("<ol><li>door<ul><li>oak</li></ul></li><li>window</li></ol>"),
        "1. door\n\n- oak\n\n2. window"
    );
    assert_eq!(
        text("<table><tr><th>Name</th><td>Jan</td></tr><tr><th>City</th><td>Gent</td></tr></table>"),
        "Name\tJan\nCity\tGent"
    );
}

#[test]
fn quotes_are_marked_as_in_plain_text() {
    assert_eq!(
        text("yes<blockquote>one<br><br>two<blockquote>three</blockquote></blockquote>end"),
        "yes\n> one\n>\n> two\n>> three\nend"
    );
    assert_eq!(text("<blockquote class=\"webkit-indent-blockquote\">x</blockquote>"), "x");
}

#[test]
fn what_is_not_shown_is_not_text() {
    let html = "<html><head><title>t</title><style>p{}</style></head><body><!-- c --><script>x</script>a\
                <span style='display:none'>preheader</span></body></html>";
    assert_eq!(text(html), "a");
}

#[test]
fn an_address_that_only_a_link_holds_is_written() {
    assert_eq!(text("From: <a href=\"mailto:jan@dak.example\">Jan</a>"), "From: Jan <jan@dak.example>");
    assert_eq!(text("<a href=\"mailto:jan@dak.example\">jan@dak.example</a>"), "jan@dak.example");
    assert_eq!(text("<a href=\"https://dak.example\">site</a>"), "site");
}

#[test]
fn line_ends_are_kept_where_the_style_keeps_them() {
    for style in ["white-space:pre-wrap", "color:red; white-space: pre-line", "white-space:break-spaces"] {
        let html = format!("<div style=\"{style}\">Naam: Jan\nTel: 09 123\n<b>Aantal</b>: 3</div>\na\nb");
        assert_eq!(html_to_text(&html).text, "Naam: Jan\nTel: 09 123\nAantal: 3\na b", "{style}");
    }
    let reset = "<pre>a\n<span style='white-space:normal'>b\nc</span>\nd</pre>";
    assert_eq!(html_to_text(reset).text, "a\nb c\nd");
    let tab = "a<span class=\"Apple-tab-span\" style=\"white-space:pre\">\t</span>b";
    assert_eq!(html_to_text(tab).text, "a b");
}

#[test]
fn letters_without_size_are_no_text_until_they_have_one_again() {
    assert_eq!(html_to_text("<p style='font-size:0'>0900 11</p><p>Dag</p>").text, "Dag");
    assert_eq!(html_to_text("<td style=\"font-size:0\">x<b style='font-size:14px'>Dag</b>").text, "Dag");
}

#[test]
fn items_keep_their_marks_around_blocks() {
    assert_eq!(
        html_to_text("<ul><li><p>raam</p></li><li><div>deur</div></ul><p>x").text,
        "- raam\n\n- deur\n\nx"
    );
    assert_eq!(html_to_text("<ol start=3><li>c<li><p>d</ol>").text, "3. c\n\n4. d");
    assert_eq!(html_to_text("<ul><li></li></ul><p>x").text, "x");
    assert_eq!(html_to_text("<details><summary>Maten</summary>120 x 200</details>").text, "Maten\n120 x 200");
}

#[test]
fn lines_that_are_set_off_as_a_whole_are_marked() {
    let marked = html_to_text("<b>Naam</b>: <br>Jo <b>Bal</b><h2>E-mail</h2>");
    assert_eq!(marked.hints, [(0, Hint::Label), (3, Hint::Label)]);
}

#[test]
fn markers_give_hints_for_their_lines() {
    let marked = html_to_text(
        "yes<br><br><div class=gmail_signature>Jan</div><div class=gmail_quote>On … wrote:<blockquote>x</blockquote></div>",
    );
    assert_eq!(marked.text, "yes\n\nJan\nOn … wrote:\n> x");
    assert_eq!(marked.hints, [(2, Hint::Signature), (3, Hint::SignatureEnd), (3, Hint::Quote)]);
}

#[test]
fn broken_html_costs_no_text_and_no_time() {
    assert_eq!(text("a</div></b><td>b</tr><p"), "a\nb\n<p");
    let many = "<a ".repeat(200_000);
    assert!(html_to_text(&many).text.len() >= 200_000);
    let deep = "<div>".repeat(100_000) + "x";
    assert_eq!(text(&deep), "x");
    text(&"<a@".repeat(100_000));
    text(&"<blockquote>x".repeat(10_000));
}

#[test]
fn a_comment_ends_where_browsers_end_it() {
    for comment in ["<!-->", "<!--->", "<!-- x -->", "<!-- x --!>", "<!-- x --->", "<!-- - -- x ---->"] {
        assert_eq!(text(&format!("<p>door{comment}window")), "doorwindow", "{comment}");
    }
}

#[test]
fn a_drawing_that_never_ends_hides_no_text() {
    assert_eq!(text("<p>door</p><svg width=10><path d=M0><p>window"), "door\n\nwindow");
    assert_eq!(text("<p>door</p><math><mi><p>window"), "door\n\nwindow");
    assert_eq!(text("<p>door</p><svg><text>x</text></svg><p>window"), "door\n\nwindow");
    assert_eq!(text("<p>door</p><style>p{}"), "door");
    text(&"<svg><math>".repeat(100_000));
}

#[test]
fn a_hidden_element_without_end_tag_ends_where_the_next_begins() {
    assert_eq!(text("<p style='display:none'>x<p>door<p>window"), "door\n\nwindow");
    assert_eq!(text("<div><p style='display:none'>x<div>door</div></div><p>window"), "door\n\nwindow");
    assert_eq!(
        text("<ul><li style='display:none'>x<ul><li>y</ul><li>door</ul><p>window"),
        "- door\n\nwindow"
    );
    let table = "<table><tr style='display:none'><td>x<table><tr><td>y</table><tr><td>door</table>window";
    assert_eq!(text(table), "door\nwindow");
    assert_eq!(text("<table><tr><td style='display:none'>x<td>door</table>window"), "door\nwindow");
    assert_eq!(text("<ul style='display:none'><li>x</ul><p>window"), "window");
    assert_eq!(text("<table><td style='display:none'>x</table><p>window"), "window");
}

#[test]
fn the_last_declaration_of_the_display_counts() {
    assert_eq!(text("<div style='display:none;mso-hide:all;display:block'>door</div>"), "door");
    assert_eq!(text("<div style='display:block; display: none !important'>x</div>door"), "door");
}

#[test]
fn pictures_speak_where_there_is_no_other_text() {
    assert_eq!(text("<a href=x><img src=y alt='Order &amp; pay'></a><img alt=now>"), "Order & pay now");
    assert_eq!(text("<img alt=logo><p>door"), "door");
}

#[test]
fn what_is_only_indented_is_no_quote() {
    let indented = |above: &str| {
        text(&format!(
            "<div>{above}<blockquote style=\"margin:0 0 0 40px;border:none;padding:0px\"><div>Slate 85 m²</div>\
             <blockquote style=\"margin:0 0 0 40px;border:none;padding:0px\"><div>Zinc 12 m</div></blockquote>\
             </blockquote></div>"
        ))
    };
    assert_eq!(indented("Prices for:"), "Prices for:\nSlate 85 m²\nZinc 12 m");
    assert!(indented("On 3 May 2025, Jan wrote:<br>").ends_with("wrote:\n> Slate 85 m²\n> Zinc 12 m"));
}
