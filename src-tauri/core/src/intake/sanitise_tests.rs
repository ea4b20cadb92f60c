use super::*;

#[test]
fn ordinary_markup_stays() {
    let html =
        "<p dir=\"ltr\">Hello <b>you</b></p><table border=\"1\"><tbody><tr><td>x</td></tr></tbody></table>";
    assert_eq!(sanitise_html(html), html);
}

#[test]
fn nothing_that_runs_loads_or_restyles_comes_through() {
    assert_eq!(sanitise_html("a<script>x</script><style>p{}</style><svg><a href=x>y</a></svg>b"), "ab");
    assert_eq!(sanitise_html("<p onclick=x style=\"background:url(x)\" class=y id=z>a</p>"), "<p>a</p>");
    assert_eq!(sanitise_html("<form action=x><input name=y>a</form><iframe src=x></iframe>"), "a");
    assert_eq!(
        sanitise_html("<a href=\"javascript:alert(1)\">a</a>"),
        "<a rel=\"noopener noreferrer nofollow\">a</a>"
    );
    assert_eq!(
        sanitise_html("<a href=\"data:text/html,x\">a</a>"),
        "<a rel=\"noopener noreferrer nofollow\">a</a>"
    );
}

#[test]
fn only_pictures_that_came_with_the_mail_have_a_source() {
    assert_eq!(sanitise_html("<img src=\"cid:a@b\" alt=x>"), "<img src=\"cid:a@b\" alt=\"x\">");
    assert_eq!(sanitise_html("<img src=\"https://t.example/p.gif\" alt=x>"), "<img alt=\"x\">");
    assert_eq!(sanitise_html("<img src=\"data:image/svg+xml;base64,AA==\">"), "<img>");
    assert_eq!(
        sanitise_html("<img src=\"data:image/png;base64,AA==\">"),
        "<img src=\"data:image/png;base64,AA==\">"
    );
}

#[test]
fn pictures_can_be_given_their_bytes() {
    let pictures = HashMap::from([("cid:a@b".to_owned(), "data:image/png;base64,AA==".to_owned())]);
    let html = "<img src=\"cid:a@b\"><img src=\"cid:c\"><img src=\"https://x.example/\">";
    let shown = "<img src=\"data:image/png;base64,AA==\"><img src=\"cid:c\"><img>";
    assert_eq!(sanitise_html_for_frame(html, pictures), shown);
}

#[test]
fn remote_pictures_are_known() {
    assert!(has_remote_pictures("<p><IMG width=1 src='HTTPS://t.example/p.gif'>"));
    assert!(!has_remote_pictures("<img src=\"cid:a\"> http://x.example"));
}

#[test]
fn what_would_cost_too_much_is_not_shown() {
    assert_eq!(sanitise_html(&"<div>".repeat(1_000)), "");
    assert_eq!(sanitise_html(&"<b>x</b>".repeat(100_000)), "");
    assert_eq!(sanitise_html(&"&amp;".repeat(50_000)), "");
    assert!(sanitise_html(&"<p>x".repeat(10_000)).len() > 10_000);
    assert!(sanitise_html(&"<p>a &amp; b&nbsp;</p>".repeat(5_000)).len() > 50_000);
}

#[test]
fn links_lead_nowhere_in_the_frame() {
    let html = "<a href=\"https://delcourt.example/\">Voir</a>";
    assert_eq!(
        sanitise_html_for_frame(html, HashMap::new()),
        "<a rel=\"noopener noreferrer nofollow\">Voir</a>"
    );
}

#[test]
fn many_attributes_or_escaped_characters_cost_too_much() {
    let attributes: String = (0..20_000).map(|number| format!(" a{number}=x")).collect();
    assert_eq!(sanitise_html(&format!("<p{attributes}>x")), "");
    let attributes: String = (0..20_000).map(|number| format!("a{number}='x'")).collect();
    assert_eq!(sanitise_html(&format!("<p {attributes}>x")), "");
    assert_eq!(sanitise_html(&"<".repeat(2_000_000)), "");
    assert_eq!(sanitise_html(&format!("<p align=\"{}\">x", "&".repeat(3_000_000))), "");
    let shown = format!("<p title=\"{}\">1 < 2 > 1</p>", "a b ".repeat(20_000));
    assert_eq!(sanitise_html(&shown), "<p>1 &lt; 2 &gt; 1</p>");
}

#[test]
fn a_link_is_read_as_browsers_read_it() {
    let kept = |target: &str| sanitise_html(&format!("<a href=\"{target}\">a</a>"));
    let clean = "<a href=\"https://dak.example/offerte\" rel=\"noopener noreferrer nofollow\">a</a>";
    for target in [
        " https://dak.example/offerte",
        "\nhttps://dak.example/offerte\r\n",
        "https://dak.example/\n\tofferte",
    ] {
        assert_eq!(kept(target), clean, "{target}");
    }
    assert!(kept("HTTPS://DAK.EXAMPLE/").contains("href=\"HTTPS://DAK.EXAMPLE/\""));
    assert!(kept("Mailto:jan@dak.example").contains("Mailto:jan@dak.example"));
    for target in [
        "java\nscript:alert(1)",
        " JavaScript:alert(1)",
        "\u{1}javascript:x",
        "ht\u{1}tps://x",
        "DATA:text/html,x",
    ] {
        assert!(!kept(target).contains("href"), "{target}");
    }
    let picture = "<img src=\"DATA:image/GIF;base64,AA==\">";
    assert_eq!(sanitise_html(picture), picture);
    assert_eq!(sanitise_html("<img src=\"DATA:image/SVG+xml;base64,AA==\">"), "<img>");
}
