//! What the markup of mail programs says about quotes, forwards and signatures.

use super::html_tokens::attribute;

/// What the markup says about a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hint {
    /// A quoted mail begins here.
    Quote,
    /// A forwarded mail begins here.
    Forward,
    /// A signature begins here.
    Signature,
    /// The signature ends before this line.
    SignatureEnd,
    /// A horizontal rule stands above this line.
    Rule,
    /// The whole line is set off, as a heading or in bold: a label in a form.
    Label,
}

/// Classes and identifiers that mail programs give to quotes, forwards and signatures.
const MARKERS: [(&str, Hint); 34] = [
    ("gmail_quote", Hint::Quote),
    ("gmail_quote_container", Hint::Quote),
    ("gmail_extra", Hint::Quote),
    ("yahoo_quoted", Hint::Quote),
    ("moz-cite-prefix", Hint::Quote),
    ("protonmail_quote", Hint::Quote),
    ("tutanota_quote", Hint::Quote),
    ("zmail_extra", Hint::Quote),
    ("zmail_extra_hr", Hint::Quote),
    ("divrplyfwdmsg", Hint::Quote),
    ("appendonsend", Hint::Quote),
    ("mail-editor-reference-message-container", Hint::Quote),
    ("ms-outlook-mobile-reference-message", Hint::Quote),
    ("olk_src_body_section", Hint::Quote),
    ("zwchr", Hint::Quote),
    ("stopspelling", Hint::Quote),
    ("replyintro", Hint::Quote),
    ("sparrow_quote", Hint::Quote),
    ("mailbox_signature_quote", Hint::Quote),
    ("moz-forward-container", Hint::Forward),
    ("gmail_signature", Hint::Signature),
    ("gmail_signature_prefix", Hint::Signature),
    ("moz-signature", Hint::Signature),
    ("applemailsignature", Hint::Signature),
    ("protonmail_signature_block", Hint::Signature),
    ("protonmail_signature_block-user", Hint::Signature),
    ("ms-outlook-mobile-signature", Hint::Signature),
    ("signature", Hint::Signature),
    ("signature_container", Hint::Signature),
    ("mobilesignature", Hint::Signature),
    ("yahoo_signature", Hint::Signature),
    ("ymail_android_signature", Hint::Signature),
    ("tutanota_signature", Hint::Signature),
    ("mailbox_signature", Hint::Signature),
];

/// The marker among the class and identifier of an element, if any.
pub(super) fn marker(attributes: &str) -> Option<Hint> {
    if attributes.is_empty() {
        return None;
    }
    let names = [attribute(attributes, "class"), attribute(attributes, "id")];
    let mut words = names.into_iter().flatten().flat_map(str::split_ascii_whitespace).take(20);
    words
        .find_map(marker_named)
        .or_else(|| attribute(attributes, "data-signatureblock").map(|_| Hint::Signature))
        .or_else(|| attribute(attributes, "style").filter(|style| has_line_above(style)).map(|_| Hint::Rule))
}

fn marker_named(word: &str) -> Option<Hint> {
    let word = word.to_ascii_lowercase();
    // Outlook and Yahoo put a prefix of their own before the names of the mail they quote.
    let bare = word.strip_prefix("x_").unwrap_or(&word);
    let is_prefixed = bare.starts_with("ydp") || bare.starts_with("yiv");
    MARKERS
        .iter()
        .find(|(name, _)| {
            bare == *name || is_prefixed && bare.ends_with(name) && bare.len() - name.len() <= 16
        })
        .map(|&(_, hint)| hint)
}

/// The line that Outlook draws above the header of the mail it answers or forwards.
fn has_line_above(style: &str) -> bool {
    let compact = compacted(style);
    compact.contains("border-top:solid")
        || compact.contains("border-top-style:solid")
        || compact.contains("border-top:1") && compact.contains("solid")
}

/// True for a `blockquote` that only indents: programs that indent draw no line, and say so, because a
/// quote has one on its left.
pub(super) fn is_indentation(attributes: &str) -> bool {
    let class = attribute(attributes, "class").unwrap_or_default();
    if class.contains("indent-blockquote") {
        return true;
    }
    let is_cited = ["type", "cite"].into_iter().any(|name| attribute(attributes, name).is_some());
    !is_cited && class.is_empty() && attribute(attributes, "style").is_some_and(indents_without_line)
}

/// `margin:0 0 0 40px;border:none;padding:0px`, as Gmail and Outlook indent.
fn indents_without_line(style: &str) -> bool {
    let compact = compacted(style);
    let has_no_line =
        ["border:none", "border:0", "border-style:none"].iter().any(|none| compact.contains(none));
    let has_own_line = ["border-left:", "border-left-style:", "border-left-width:", "border-inline-start:"]
        .iter()
        .any(|line| compact.contains(line));
    compact.contains("margin") && has_no_line && !has_own_line
}

/// The beginning of a style without blanks, in lower case.
fn compacted(style: &str) -> String {
    let compact: String = style.chars().take(400).filter(|character| !character.is_whitespace()).collect();
    compact.to_ascii_lowercase()
}

/// What an element says of how its text is shown.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct Look {
    /// Nothing in it is shown.
    pub(super) hides: bool,
    /// Whether its letters have a size, as far as it says so; elements inside may say otherwise.
    pub(super) has_size: Option<bool>,
    /// Whether it keeps the line ends of its text, as far as it says so (CSS Text Module Level 3, section 3).
    pub(super) keeps_line_ends: Option<bool>,
}

impl Look {
    /// The look that an element's name, attributes and style give it.
    pub(super) fn of(name: &str, attributes: &str) -> Self {
        let mut look = Self { keeps_line_ends: (name == "pre").then_some(true), ..Self::default() };
        let Some(style) = attribute(attributes, "style") else {
            return Self { hides: has_hidden(attributes), ..look };
        };
        // The last declaration of a property that a browser understands counts.
        let (mut is_displayed, mut is_visible, mut is_opaque) = (true, true, true);
        let (mut clips, mut has_height) = (false, true);
        for (property, value) in style.split(';').filter_map(|rule| rule.split_once(':')) {
            let value = value.trim().to_ascii_lowercase();
            match property.trim().to_ascii_lowercase().as_str() {
                "display" => is_displayed = !value.starts_with("none"),
                "visibility" => is_visible = !matches!(first_word(&value), "hidden" | "collapse"),
                "opacity" => is_opaque = !is_zero(&value),
                "overflow" => clips = value.starts_with("hidden"),
                "height" | "max-height" => has_height = !is_zero(&value),
                "font-size" => look.has_size = Some(!is_zero(&value)),
                "white-space" => {
                    look.keeps_line_ends =
                        Some(["pre", "break-spaces"].iter().any(|kept| value.starts_with(kept)))
                }
                _ => {}
            }
        }
        let is_shown = is_displayed && is_visible && is_opaque && (has_height || !clips);
        Self { hides: !is_shown || has_hidden(attributes), ..look }
    }
}

/// The attribute `hidden`, with or without a value.
fn has_hidden(attributes: &str) -> bool {
    attributes.contains("hidden")
        && (attribute(attributes, "hidden").is_some()
            || attributes.trim_end_matches('/').split_ascii_whitespace().any(|word| word == "hidden"))
}

/// `0`, `0px`, `0.0em !important`.
fn is_zero(value: &str) -> bool {
    let digits = value.trim_start_matches(['0', '.']);
    digits.len() < value.len() && !digits.starts_with(|digit: char| digit.is_ascii_digit())
}

fn first_word(value: &str) -> &str {
    value.split([' ', '!']).next().unwrap_or_default()
}

/// True for an element whose text is set off from what stands around it.
pub(super) fn is_emphasis(name: &str) -> bool {
    matches!(name, "b" | "strong" | "th" | "dt" | "label" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
}

/// True for a paragraph without a margin: one line of text to its writer.
pub(super) fn is_tight(attributes: &str) -> bool {
    let class = attribute(attributes, "class").is_some_and(|class| class.contains("Mso"));
    class
        || attribute(attributes, "style").is_some_and(|style| {
            let compact = compacted(style);
            compact.contains("margin:0")
                || compact.contains("margin-top:0")
                || compact.contains("margin-bottom:0")
        })
}

/// The address of a `mailto:` link.
pub(super) fn mail_link(attributes: &str) -> Option<String> {
    let target = attribute(attributes, "href")?.trim();
    let (scheme, address) = target.split_once(':')?;
    if !scheme.eq_ignore_ascii_case("mailto") {
        return None;
    }
    let address = address.split('?').next().unwrap_or_default().trim();
    (address.contains('@') && address.len() < 320 && !address.contains(char::is_whitespace))
        .then(|| address.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_and_signatures_are_known_by_their_markers() {
        assert_eq!(marker(" class=\"gmail_quote gmail_x\""), Some(Hint::Quote));
        assert_eq!(marker(" class=ydp9b1f0a55yahoo_quoted"), Some(Hint::Quote));
        assert_eq!(marker(" id=\"x_divRplyFwdMsg\" dir=ltr"), Some(Hint::Quote));
        assert_eq!(marker(" class=moz-signature"), Some(Hint::Signature));
        assert_eq!(marker(" style='border:none;border-top:solid #E1E1E1 1.0pt'"), Some(Hint::Rule));
        assert_eq!(marker(" class=content"), None);
    }

    #[test]
    fn an_indentation_says_that_it_has_no_line() {
        for attributes in [
            " class=webkit-indent-blockquote",
            " style=\"margin:0 0 0 40px;border:none;padding:0px\"",
            " style='margin: 0px 0px 0px 40px; border: none; padding: 0px;'",
            " style='Margin-Left:40px; Border-Style: none'",
        ] {
            assert!(is_indentation(attributes), "{attributes}");
        }
        for attributes in [
            "",
            " type=cite style='margin:0;border:none'",
            " cite='mid:1@dak.example' style='margin:0;border:none'",
            " class=gmail_quote style='margin:0;border:none'",
            " style='margin:0 0 0 .8ex;border-left:1px #ccc solid;padding-left:1ex'",
            " style='border:none;border-left:solid #CCC 1.0pt;margin-left:4.8pt'",
            " style='margin:0 0 0 40px'",
        ] {
            assert!(!is_indentation(attributes), "{attributes}");
        }
    }

    #[test]
    fn a_mail_link_gives_its_address() {
        assert_eq!(
            mail_link(" href=\"mailto:jan@dak.example?subject=x\"").as_deref(),
            Some("jan@dak.example")
        );
        assert_eq!(mail_link(" href=\"https://dak.example\""), None);
    }

    #[test]
    fn hidden_elements_are_known() {
        let hides = |attributes: &str| Look::of("p", attributes).hides;
        for style in [
            "color:red; display : none",
            "visibility:hidden",
            "opacity:0",
            "max-height:0px;overflow:hidden",
            "height:0; overflow: hidden",
        ] {
            assert!(hides(&format!(" style=\"{style}\"")), "{style}");
        }
        assert!(hides(" class=x hidden") && hides(" hidden=\"\""));
        for style in [
            "display:block",
            "opacity:0.5",
            "max-height:0",
            "overflow:hidden;height:05px",
            "display:none;display:block",
        ] {
            assert!(!hides(&format!(" style=\"{style}\"")), "{style}");
        }
        assert_eq!(Look::of("td", " style=\"font-size:0\"").has_size, Some(false));
        assert_eq!(Look::of("td", " style=\"font-size:0.8em\"").has_size, Some(true));
    }
}
