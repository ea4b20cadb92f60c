//! What an HTML body hides from its readers stays hidden where its styles are taken away.

use std::borrow::Cow;

use super::html_markers::Look;
use super::html_tokens::{Token, Tokens};

/// The HTML with the attribute `hidden` (HTML Living Standard, 6.1) on every element whose own style hides it:
/// the line that programs put above a newsletter for lists of mails, the text of a robot beside that for people.
pub(super) fn with_hidden_marked(html: &str) -> Cow<'_, str> {
    let hidden: Vec<usize> = Tokens::new(html).filter_map(|token| end_of_hiding_name(html, token)).collect();
    if hidden.is_empty() {
        return Cow::Borrowed(html);
    }
    let mut marked = String::with_capacity(html.len() + hidden.len() * MARK.len());
    let mut start = 0;
    for end in hidden {
        marked.push_str(&html[start..end]);
        marked.push_str(MARK);
        start = end;
    }
    marked.push_str(&html[start..]);
    Cow::Owned(marked)
}

const MARK: &str = " hidden";

/// Where the name of an element ends that is not shown.
fn end_of_hiding_name(html: &str, token: Token) -> Option<usize> {
    let Token::Open(name, attributes) = token else { return None };
    let is_hidden = attributes.contains(['s', 'S']) && Look::of(&name.to_ascii_lowercase(), attributes).hides;
    // The attributes are a part of the HTML.
    is_hidden.then(|| attributes.as_ptr() as usize - html.as_ptr() as usize)
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::super::sanitise::{sanitise_html, sanitise_html_for_frame};
    use super::*;

    #[test]
    fn an_element_that_a_style_hides_is_marked() {
        let html = "<p>a</p><DIV class=x style='color:red; display:none'>b</DIV><img style=\"opacity:0\"><b style=x>c";
        let marked = "<p>a</p><DIV hidden class=x style='color:red; display:none'>b</DIV><img hidden style=\"opacity:0\"><b style=x>c";
        assert_eq!(with_hidden_marked(html), marked);
        assert!(matches!(with_hidden_marked("<p style='color:red'>a < b"), Cow::Borrowed(_)));
    }

    #[test]
    fn what_is_hidden_stays_so_without_its_style() {
        let html =
            "<div style='display:none'>preheader</div><p hidden>robot</p><p style='color:red'>door</p>";
        let safe = "<div hidden=\"\">preheader</div><p hidden=\"\">robot</p><p>door</p>";
        assert_eq!(sanitise_html(html), safe);
        assert_eq!(sanitise_html(safe), safe);
        assert_eq!(sanitise_html_for_frame(html, HashMap::new()), safe);
    }
}
