//! `format=flowed` text (RFC 3676): lines that end in a blank go on in the next.

/// Joins the soft-broken lines of a flowed text. `delete_space` is the parameter DelSp=yes.
///
/// Lines of different quote depth are never joined; the signature separator `-- ` stands alone.
pub(super) fn unflow(text: &str, delete_space: bool) -> String {
    let mut out = String::with_capacity(text.len());
    let mut continues_at_depth: Option<usize> = None;
    for (index, line) in text.split('\n').enumerate() {
        let line = line.strip_suffix('\r').unwrap_or(line);
        let depth = line.len() - line.trim_start_matches('>').len();
        let content = line[depth..].strip_prefix(' ').unwrap_or(&line[depth..]);
        if continues_at_depth == Some(depth) && content != "-- " {
            if delete_space {
                out.pop();
            }
        } else {
            if index > 0 {
                out.push('\n');
            }
            out.push_str(&line[..depth]);
            if depth > 0 {
                out.push(' ');
            }
        }
        out.push_str(content);
        let is_soft = content.ends_with(' ') && content != "-- " && !content.trim().is_empty();
        continues_at_depth = is_soft.then_some(depth);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::unflow;

    #[test]
    fn soft_broken_lines_are_joined() {
        assert_eq!(unflow("I would like \na quote.\n\nThanks", false), "I would like a quote.\n\nThanks");
        assert_eq!(unflow("Ver \ngeten", true), "Vergeten");
    }

    #[test]
    fn quoted_lines_are_joined_within_their_depth() {
        assert_eq!(unflow("> one \n> two\nthree", false), "> one two\nthree");
        assert_eq!(unflow("> one \nthree", false), "> one \nthree");
    }

    #[test]
    fn the_signature_separator_stands_alone() {
        assert_eq!(unflow("Bye \n-- \nJan", false), "Bye \n-- \nJan");
    }

    #[test]
    fn space_stuffing_is_removed_and_blank_lines_stay() {
        assert_eq!(unflow("\n From here\n\n  indented", false), "\nFrom here\n\n indented");
    }
}
