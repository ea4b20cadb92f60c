//! HTML of strangers, made safe to show (rules 21 to 23 of the reliability rules).
//!
//! An allow-list: what is not named here does not come through. Nothing in the result runs, loads,
//! submits or restyles; the caller still shows it in a sandboxed frame without scripts.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use ammonia::{Builder, UrlRelative};

use super::hidden::with_hidden_marked;
use super::html_cost::is_too_much;
use super::html_tokens::{Token, Tokens, attribute};

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

/// Attributes that lay out or hide text; none that loads, runs, names or styles.
const ATTRIBUTES: [&str; 14] = [
    "align",
    "bgcolor",
    "border",
    "cellpadding",
    "cellspacing",
    "color",
    "colspan",
    "dir",
    "height",
    "hidden",
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

static TEXT_ONLY: LazyLock<Builder<'static>> = LazyLock::new(|| builder(HashMap::new(), Links::Kept));

/// Whether links keep where they lead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Links {
    Kept,
    Dead,
}

/// Sanitises an HTML body for display. Pictures keep their place only if they came with the mail
/// (`cid:`) or stand in the text itself (`data:`, raster formats); every other source is taken away, so
/// that nothing is loaded. Empty if the HTML is more than the limits allow.
pub fn sanitise_html(html: &str) -> String {
    sanitised(html).unwrap_or_default()
}

/// As [`sanitise_html`]; `None` if the HTML is more than the limits allow.
pub(super) fn sanitised(html: &str) -> Option<String> {
    (!is_too_much(html)).then(|| TEXT_ONLY.clean(&with_hidden_marked(html)).to_string())
}

/// As [`sanitise_html`], for the frame that shows a mail. Pictures are put in place: `pictures` gives the
/// `data:` URL to show for a source (`cid:…` or `https:…`, as it stands in the HTML); a value that is no
/// raster picture is not used. Links lead nowhere: even for a click that the frame forbids, WebKit opens
/// a connection to where the link leads.
pub fn sanitise_html_for_frame(html: &str, pictures: HashMap<String, String>) -> String {
    if is_too_much(html) {
        return String::new();
    }
    builder(pictures, Links::Dead).clean(&with_hidden_marked(html)).to_string()
}

/// True if an HTML body asks for pictures from elsewhere, which are not shown until the user wants them.
pub fn has_remote_pictures(html: &str) -> bool {
    Tokens::new(html).any(|token| match token {
        Token::Open(name, attributes) if name.eq_ignore_ascii_case("img") => attribute(attributes, "src")
            .is_some_and(|source| {
                source.trim_start().get(..4).is_some_and(|scheme| scheme.eq_ignore_ascii_case("http"))
            }),
        _ => false,
    })
}

fn builder(pictures: HashMap<String, String>, links: Links) -> Builder<'static> {
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
        .attribute_filter(move |element, attribute, value| {
            filter(element, attribute, value, &pictures, links)
        });
    builder
}

/// The value to keep of an attribute, if any.
fn filter<'v>(
    element: &str,
    attribute: &str,
    value: &'v str,
    pictures: &HashMap<String, String>,
    links: Links,
) -> Option<Cow<'v, str>> {
    match (element, attribute) {
        ("img", "src") => picture_source(value, pictures),
        ("a", "href") if links == Links::Dead => None,
        ("a", "href") => Some(as_browsers_read(value)).filter(|target| is_link(target)),
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
        "data" => Some(value.trim_ascii()).filter(|value| is_raster_data(value)).map(Cow::Borrowed),
        _ => None,
    }
}

/// `data:` with a raster picture in base64: the only data that a viewer shows without interpreting text.
fn is_raster_data(source: &str) -> bool {
    const START: &str = "data:image/";
    let Some((start, rest)) = source.split_at_checked(START.len()) else {
        return false;
    };
    let Some((format, data)) = rest.split_once(',') else {
        return false;
    };
    let format = format.to_ascii_lowercase();
    let Some(format) = format.strip_suffix(";base64").filter(|_| start.eq_ignore_ascii_case(START)) else {
        return false;
    };
    let is_raster = matches!(format, "png" | "jpeg" | "jpg" | "gif" | "webp");
    is_raster && data.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+/=% \r\n".contains(&byte))
}

/// A link without the blanks around it and the line ends and tabs inside (URL Standard, 4.4): a mail
/// program folded it, and browsers follow it all the same.
fn as_browsers_read(target: &str) -> Cow<'_, str> {
    let trimmed = target.trim_matches(|character: char| character <= ' ');
    if trimmed.contains(['\n', '\r', '\t']) {
        return Cow::Owned(trimmed.replace(['\n', '\r', '\t'], ""));
    }
    Cow::Borrowed(trimmed)
}

fn is_link(target: &str) -> bool {
    let scheme = target.split(':').next().unwrap_or_default().to_ascii_lowercase();
    matches!(scheme.as_str(), "http" | "https" | "mailto" | "tel") && is_plain(target)
}

/// True for a value that no parser, however lax, could take for markup, script or style.
fn is_plain(value: &str) -> bool {
    value.len() <= MAX_VALUE_BYTES
        && !value.contains(['<', '>', '"', '\'', '`', '\\'])
        && !value.chars().any(|character| character.is_control())
        && !value.to_ascii_lowercase().contains("url(")
}

#[cfg(test)]
#[path = "sanitise_tests.rs"]
mod tests;
