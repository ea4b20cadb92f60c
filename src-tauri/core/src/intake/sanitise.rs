//! HTML of strangers, made safe to show (rules 21 to 23 of the reliability rules).
//!
//! An allow-list: what is not named here does not come through. Nothing in the result runs, loads,
//! submits or restyles; the caller still shows it in a sandboxed frame without scripts.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use ammonia::{Builder, UrlRelative};

use super::html_tokens::{Token, Tokens};
use super::limits::{MAX_HTML_BYTES, MAX_HTML_DEPTH, MAX_HTML_TAGS};

/// Elements that structure or mark text, and pictures.
const TAGS: [&str; 57] = [
    "a",
    "abbr",
    "address",
    "article",
    "b",
    "bdo",
    "blockquote",
    "br",
    "caption",
    "center",
    "cite",
    "code",
    "col",
    "colgroup",
    "dd",
    "del",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "font",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "i",
    "img",
    "ins",
    "kbd",
    "li",
    "mark",
    "ol",
    "p",
    "pre",
    "q",
    "s",
    "section",
    "small",
    "span",
    "strike",
    "strong",
    "sub",
    "sup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
];
const MORE_TAGS: [&str; 3] = ["tt", "u", "ul"];

/// Attributes that lay out text; none that loads, runs, names or styles.
const ATTRIBUTES: [&str; 13] = [
    "align",
    "bgcolor",
    "border",
    "cellpadding",
    "cellspacing",
    "color",
    "colspan",
    "dir",
    "height",
    "lang",
    "rowspan",
    "valign",
    "width",
];

/// Elements that go with everything in them.
const DROPPED_WITH_CONTENT: [&str; 17] = [
    "script",
    "style",
    "title",
    "template",
    "svg",
    "math",
    "iframe",
    "object",
    "embed",
    "noscript",
    "noembed",
    "noframes",
    "xmp",
    "plaintext",
    "textarea",
    "select",
    "frameset",
];

static TEXT_ONLY: LazyLock<Builder<'static>> = LazyLock::new(|| builder(HashMap::new()));

/// Sanitises an HTML body for display. Pictures keep their place only if they came with the mail
/// (`cid:`) or stand in the text itself (`data:`, raster formats); every other source is taken away, so
/// that nothing is loaded. Empty if the HTML is more than the limits allow.
pub fn sanitise_html(html: &str) -> String {
    if is_too_much(html) { String::new() } else { TEXT_ONLY.clean(html).to_string() }
}

/// As [`sanitise_html`], with pictures put in place: `pictures` gives the `data:` URL to show for a
/// source (`cid:…` or `https:…`, as it stands in the HTML). A value that is no raster picture is not used.
pub fn sanitise_html_with_pictures(html: &str, pictures: HashMap<String, String>) -> String {
    if is_too_much(html) { String::new() } else { builder(pictures).clean(html).to_string() }
}

/// True if an HTML body asks for pictures from elsewhere, which are not shown until the user wants them.
pub fn has_remote_pictures(html: &str) -> bool {
    Tokens::new(html).any(|token| match token {
        Token::Open(name, attributes) if name.eq_ignore_ascii_case("img") => {
            super::html_tokens::attribute(attributes, "src").is_some_and(|source| {
                source.trim_start().get(..4).is_some_and(|scheme| scheme.eq_ignore_ascii_case("http"))
            })
        }
        _ => false,
    })
}

fn builder(pictures: HashMap<String, String>) -> Builder<'static> {
    let mut builder = Builder::empty();
    let tag_attributes: HashMap<&str, HashSet<&str>> = HashMap::from([
        ("a", HashSet::from(["href"])),
        ("img", HashSet::from(["src", "alt"])),
        ("font", HashSet::from(["size", "face"])),
        ("ol", HashSet::from(["start", "type"])),
    ]);
    builder
        .tags(TAGS.into_iter().chain(MORE_TAGS).collect())
        .clean_content_tags(DROPPED_WITH_CONTENT.into_iter().collect())
        .generic_attributes(ATTRIBUTES.into_iter().collect())
        .tag_attributes(tag_attributes)
        .url_schemes(HashSet::from(["http", "https", "mailto", "tel", "cid", "data"]))
        .url_relative(UrlRelative::Deny)
        .link_rel(Some("noopener noreferrer nofollow"))
        .strip_comments(true)
        .attribute_filter(move |element, attribute, value| filter(element, attribute, value, &pictures));
    builder
}

/// The value to keep of an attribute, if any.
fn filter<'v>(
    element: &str,
    attribute: &str,
    value: &'v str,
    pictures: &HashMap<String, String>,
) -> Option<Cow<'v, str>> {
    match (element, attribute) {
        ("img", "src") => picture_source(value, pictures),
        ("a", "href") => is_link(value).then_some(Cow::Borrowed(value)),
        _ => is_plain(value).then_some(Cow::Borrowed(value)),
    }
}

/// No attribute that says something is longer.
const MAX_VALUE_BYTES: usize = 4_096;

fn picture_source<'v>(value: &'v str, pictures: &HashMap<String, String>) -> Option<Cow<'v, str>> {
    let scheme = value.split(':').next().unwrap_or_default().trim().to_ascii_lowercase();
    match scheme.as_str() {
        "cid" | "https" => {
            let picture = pictures.get(value).filter(|picture| is_raster_data(picture));
            picture
                .map(|picture| Cow::Owned(picture.clone()))
                .or_else(|| (scheme == "cid" && is_plain(value)).then_some(Cow::Borrowed(value)))
        }
        "data" => is_raster_data(value).then_some(Cow::Borrowed(value)),
        _ => None,
    }
}

/// `data:` with a raster picture in base64: the only data that a viewer shows without interpreting text.
fn is_raster_data(source: &str) -> bool {
    let Some(rest) = source.strip_prefix("data:image/") else {
        return false;
    };
    let Some((format, data)) = rest.split_once(";base64,") else {
        return false;
    };
    let is_raster = matches!(format, "png" | "jpeg" | "jpg" | "gif" | "webp");
    is_raster && data.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+/=% \r\n".contains(&byte))
}

fn is_link(target: &str) -> bool {
    let scheme = target.split(':').next().unwrap_or_default();
    matches!(scheme, "http" | "https" | "mailto" | "tel") && is_plain(target)
}

/// True for a value that no parser, however lax, could take for markup, script or style.
fn is_plain(value: &str) -> bool {
    value.len() <= MAX_VALUE_BYTES
        && !value.contains(['<', '>', '"', '\'', '`', '\\'])
        && !value.chars().any(|character| character.is_control())
        && !value.to_ascii_lowercase().contains("url(")
}

/// Too long, too many tags, or of a shape that the parser or the writer of HTML takes too long for.
fn is_too_much(html: &str) -> bool {
    if html.len() > MAX_HTML_BYTES {
        return true;
    }
    let many_tags = memchr::memchr_iter(b'<', html.as_bytes()).nth(MAX_HTML_DEPTH).is_some();
    let many_escapes = memchr::memchr2_iter(b'&', NO_BREAK, html.as_bytes()).nth(MIN_ESCAPES).is_some();
    (many_tags || many_escapes) && Shape::of(html).is_too_much()
}

/// The first byte of a no-break space.
const NO_BREAK: u8 = 0xc2;
/// Fewer escaped characters than this are never too many.
const MIN_ESCAPES: usize = 200;
/// The writer of HTML looks through the rest of a text at each character that it escapes.
const MAX_ESCAPE_COST: usize = 500_000_000;

/// What makes an HTML body costly.
#[derive(Default)]
struct Shape {
    tags: usize,
    depth: usize,
    deepest: usize,
    text_bytes: usize,
    escapes: usize,
    escape_cost: usize,
}

impl Shape {
    fn of(html: &str) -> Self {
        let mut shape = Self::default();
        for token in Tokens::new(html) {
            match token {
                Token::Text(text) => shape.text(text),
                Token::Open(name, attributes) => shape.open(&name.to_ascii_lowercase(), attributes),
                Token::Close(name) => shape.close(&name.to_ascii_lowercase()),
            }
            if shape.is_too_much() {
                break;
            }
        }
        shape.end_text();
        shape
    }

    fn is_too_much(&self) -> bool {
        self.tags > MAX_HTML_TAGS || self.deepest > MAX_HTML_DEPTH || self.escape_cost > MAX_ESCAPE_COST
    }

    fn text(&mut self, text: &str) {
        self.text_bytes += text.len();
        self.escapes += memchr::memchr2_iter(b'&', NO_BREAK, text.as_bytes()).count();
    }

    /// Text goes on behind tags that the parser ignores, such as cells outside a table.
    fn end_text(&mut self) {
        self.escape_cost += self.text_bytes * self.escapes;
        (self.text_bytes, self.escapes) = (0, 0);
    }

    fn open(&mut self, name: &str, attributes: &str) {
        self.tags += 1;
        if matches!(
            name,
            "p" | "div" | "span" | "br" | "b" | "i" | "a" | "img" | "font" | "li" | "hr" | "strong" | "em"
        ) {
            self.end_text();
        }
        if !is_unnested(name) && !attributes.ends_with('/') {
            self.depth += 1;
            self.deepest = self.deepest.max(self.depth);
        }
    }

    fn close(&mut self, name: &str) {
        self.tags += 1;
        if !is_unnested(name) {
            self.depth = self.depth.saturating_sub(1);
        }
    }
}

/// Elements that end by themselves where the next begins, or have no content.
fn is_unnested(name: &str) -> bool {
    matches!(
        name,
        "p" | "li"
            | "td"
            | "th"
            | "tr"
            | "br"
            | "hr"
            | "img"
            | "meta"
            | "link"
            | "input"
            | "col"
            | "dt"
            | "dd"
            | "option"
            | "area"
            | "wbr"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_markup_stays() {
        let html = "<p dir=\"ltr\">Hello <b>you</b></p><table border=\"1\"><tbody><tr><td>x</td></tr></tbody></table>";
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
        assert_eq!(sanitise_html_with_pictures(html, pictures), shown);
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
}
