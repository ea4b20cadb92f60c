//! Delivery status notifications (RFC 3464), and the fields that others send in their place.

use super::addresses::find_address;

/// What a report says of one recipient.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Action {
    Failed,
    Delayed,
    /// Delivered, relayed or expanded: no failure.
    Delivered,
}

/// One recipient of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct RecipientStatus {
    pub(super) address: String,
    pub(super) action: Action,
    /// Enhanced status code (RFC 3463).
    pub(super) status: Option<String>,
}

/// The recipients in the text of a `message/delivery-status` or `disposition-notification` part.
pub(super) fn read_recipients(report: &str) -> Vec<RecipientStatus> {
    let report = report.replace("\r\n", "\n");
    let mut recipients: Vec<RecipientStatus> = Vec::new();
    for group in groups(&report).take(500) {
        let Some(recipient) = read_group(&group) else { continue };
        if !recipients.iter().any(|known| known.address.eq_ignore_ascii_case(&recipient.address)) {
            recipients.push(recipient);
        }
    }
    recipients
}

/// The value of a field anywhere in a report.
pub(super) fn field_of<'r>(report: &'r str, name: &str) -> Option<&'r str> {
    report.lines().find_map(|line| {
        let (field, value) = line.split_once(':')?;
        field.trim().eq_ignore_ascii_case(name).then_some(value.trim())
    })
}

/// Groups of unfolded fields; a second Final-Recipient begins a group as a blank line does.
fn groups(report: &str) -> impl Iterator<Item = Vec<(String, String)>> {
    let mut groups: Vec<Vec<(String, String)>> = vec![Vec::new()];
    for line in report.lines() {
        if line.trim().is_empty() {
            groups.push(Vec::new());
        } else if line.starts_with([' ', '\t']) {
            if let Some((_, value)) = groups.last_mut().and_then(|group| group.last_mut()) {
                value.push(' ');
                value.push_str(line.trim());
            }
        } else if let Some((name, value)) = line.split_once(':') {
            let name = name.trim().to_ascii_lowercase();
            let repeats = groups.last().is_some_and(|group| group.iter().any(|(known, _)| *known == name));
            if repeats && name.ends_with("recipient") {
                groups.push(Vec::new());
            }
            if let Some(group) = groups.last_mut() {
                group.push((name, value.trim().to_owned()));
            }
        }
    }
    groups.into_iter().filter(|group| !group.is_empty())
}

fn read_group(group: &[(String, String)]) -> Option<RecipientStatus> {
    let get = |name: &str| group.iter().find(|(field, _)| field == name).map(|(_, value)| value.as_str());
    let address = ["original-recipient", "final-recipient", "x-actual-recipient"]
        .into_iter()
        .filter_map(get)
        .find_map(recipient_address)?;
    let status = get("status").and_then(enhanced_status);
    let action = match get("action").map(str::to_ascii_lowercase) {
        Some(action) if action.starts_with("delay") => Action::Delayed,
        Some(action)
            if ["deliver", "relay", "expand", "success"].iter().any(|word| action.starts_with(word)) =>
        {
            Action::Delivered
        }
        Some(_) => Action::Failed,
        None if status.as_deref().is_some_and(|status| status.starts_with('2')) => Action::Delivered,
        None => Action::Failed,
    };
    Some(RecipientStatus { address, action, status })
}

/// `rfc822; jan@dak.example`, with or without type and brackets.
fn recipient_address(value: &str) -> Option<String> {
    let address = value.split_once(';').map_or(value, |(_, address)| address).trim();
    let address = address.trim_matches(['<', '>', '"', ' ']);
    find_address(address)
        .filter(|found| found.len() + 2 >= address.split_whitespace().next().unwrap_or_default().len())
}

/// The first enhanced status code (class.subject.detail) in a text.
pub(super) fn enhanced_status(text: &str) -> Option<String> {
    let bytes = text.as_bytes();
    (0..bytes.len()).find_map(|start| {
        let is_start = start == 0 || !(bytes[start - 1].is_ascii_digit() || bytes[start - 1] == b'.');
        if !is_start || !matches!(bytes[start], b'2' | b'4' | b'5') || bytes.get(start + 1) != Some(&b'.') {
            return None;
        }
        let rest = &text[start..];
        let end = rest
            .find(|character: char| !(character.is_ascii_digit() || character == '.'))
            .unwrap_or(rest.len());
        let code = rest[..end].trim_end_matches('.');
        let parts: Vec<&str> = code.split('.').collect();
        let is_code = parts.len() == 3 && parts[1..].iter().all(|part| (1..=3).contains(&part.len()));
        is_code.then(|| code.to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(report: &str) -> Vec<(String, Action)> {
        read_recipients(report).into_iter().map(|recipient| (recipient.address, recipient.action)).collect()
    }

    #[test]
    fn each_recipient_has_its_action() {
        let report = "Reporting-MTA: dns; mx.example\n\nFinal-Recipient: rfc822; a@x.example\nAction: failed\nStatus: 5.1.1\n\n\
                      Final-Recipient: rfc822;<b@x.example>\nAction: delayed\n\nFinal-Recipient: c@x.example\nAction: relayed\n";
        let expected = [
            ("a@x.example", Action::Failed),
            ("b@x.example", Action::Delayed),
            ("c@x.example", Action::Delivered),
        ];
        assert_eq!(read(report), expected.map(|(address, action)| (address.to_owned(), action)));
    }

    #[test]
    fn the_address_that_was_written_to_wins_over_the_one_it_became() {
        let report = "Original-Recipient: rfc822;jan@dak.example\nFinal-Recipient: rfc822;u1@inner\nAction: failed (unknown)";
        assert_eq!(read(report), [("jan@dak.example".to_owned(), Action::Failed)]);
    }

    #[test]
    fn a_report_without_recipients_is_empty() {
        assert_eq!(read("Reporting-MTA: dns; mx.example\n"), []);
        assert_eq!(read(""), []);
    }

    #[test]
    fn status_codes_are_found_and_addresses_of_hosts_are_not() {
        assert_eq!(enhanced_status("550 5.1.1 <a@b>").as_deref(), Some("5.1.1"));
        assert_eq!(enhanced_status("(#4.4.1)").as_deref(), Some("4.4.1"));
        assert_eq!(enhanced_status("host 5.1.1.7 said no"), None);
    }
}
