//! What says that no machine may answer a mail (RFC 3834 section 2, RFC 5230 section 4.6).

use super::bounce::is_null_path;
use super::decode::DecodedMail;
use super::words::role_addresses::{BEGINNINGS, ENDINGS, ROLES};

/// Fields that machines put into what they send, whatever they say.
const FIELDS: [&str; 9] = [
    "X-Loop",
    "X-Autoreply",
    "X-Auto-Reply",
    "X-Autorespond",
    "X-Autoresponder",
    "X-Mailing-List",
    "Mailing-List",
    "X-Campaign",
    "X-CampaignID",
];

/// The field that keeps a machine from answering this mail. Stricter than what tells people and machines
/// apart: a person's mail through a list, and a form that its site marks, are read and not answered.
pub(super) fn asks_for_silence(mail: &DecodedMail) -> Option<String> {
    let headers = &mail.headers;
    if let Some(name) = headers.names().find(|name| name.to_ascii_lowercase().starts_with("list-")) {
        return Some(name);
    }
    if let Some(field) = FIELDS.iter().find(|field| headers.has(field)) {
        return Some((*field).to_owned());
    }
    let says = |field: &str, value: &str| Some(format!("{field}: {value}"));
    for submitted in headers.all("Auto-Submitted") {
        let value = headers.decode(submitted).to_lowercase();
        let keyword = value.split([' ', ';', '(', '\t']).find(|word| !word.is_empty()).unwrap_or_default();
        if keyword != "no" {
            return says("Auto-Submitted", keyword);
        }
    }
    for field in ["Precedence", "X-Precedence", "Preference"] {
        let value = headers.lower(field);
        if matches!(value.trim(), "bulk" | "list" | "junk") || value.trim().starts_with("auto") {
            return says(field, value.trim());
        }
    }
    let suppressed = headers.lower("X-Auto-Response-Suppress");
    if !matches!(suppressed.trim(), "" | "none") {
        return says("X-Auto-Response-Suppress", suppressed.trim());
    }
    if headers.all("Return-Path").any(is_null_path) {
        return says("Return-Path", "<>");
    }
    if !mail.report_type.is_empty() {
        return says("Content-Type", "multipart/report");
    }
    let is_spam = headers.lower("X-Spam-Flag").trim() == "yes"
        || headers.lower("X-Spam").trim() == "yes"
        || headers.lower("X-Spam-Status").trim().starts_with("yes");
    is_spam.then(|| "X-Spam-Flag".to_owned())
}

/// Whether nobody reads what is sent to an address, or a machine does.
pub fn is_role_address(address: &str) -> bool {
    let local = address.rsplit_once('@').map_or(address, |(local, _)| local).to_lowercase();
    let bare = local.split('+').next().unwrap_or(&local);
    ROLES.has(bare) || BEGINNINGS.beginning(&local).next().is_some() || ENDINGS.ending(bare).next().is_some()
}

#[cfg(test)]
mod tests {
    use super::super::{IntakeContext, read_mail};
    use super::is_role_address;

    fn silence_of(header: &str) -> Option<String> {
        let mail = format!(
            "From: Jan <jan@mail.example>\r\nSubject: Trap\r\n{header}\r\nHoeveel kost een trap?\r\n"
        );
        read_mail(mail.as_bytes(), &IntakeContext::default()).asks_for_silence
    }

    #[test]
    fn a_plain_mail_may_be_answered() {
        for header in [
            "",
            "Auto-Submitted: no\r\n",
            "Auto-Submitted: no (by hand)\r\n",
            "Precedence: normal\r\n",
            "X-Auto-Response-Suppress: None\r\n",
            "Return-Path: <jan@mail.example>\r\n",
            "X-Spam-Flag: NO\r\n",
        ] {
            assert_eq!(silence_of(header), None, "{header}");
        }
    }

    #[test]
    fn what_a_machine_sent_or_a_list_brought_is_not_answered() {
        for (header, evidence) in [
            ("Auto-Submitted: auto-generated\r\n", "Auto-Submitted: auto-generated"),
            ("Auto-Submitted: notified\r\n", "Auto-Submitted: notified"),
            ("auto-submitted: AUTO-REPLIED; owner=x\r\n", "Auto-Submitted: auto-replied"),
            ("Auto-Submitted: no\r\nAuto-Submitted: auto-replied\r\n", "Auto-Submitted: auto-replied"),
            ("List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n", "List-Unsubscribe-Post"),
            ("Precedence: bulk\r\n", "Precedence: bulk"),
            ("Precedence: auto_reply\r\n", "Precedence: auto_reply"),
            ("X-Auto-Response-Suppress: OOF\r\n", "X-Auto-Response-Suppress: oof"),
            ("Return-Path: <>\r\n", "Return-Path: <>"),
            ("X-Loop: jan\r\n", "X-Loop"),
            ("X-Spam-Flag: YES\r\n", "X-Spam-Flag"),
        ] {
            assert_eq!(silence_of(header).as_deref(), Some(evidence), "{header}");
        }
    }

    #[test]
    fn nobody_reads_at_a_role() {
        for address in [
            "MAILER-DAEMON@mx.example",
            "postmaster@firm.example",
            "no-reply@shop.example",
            "noreply+123@shop.example",
            "commandes-noreply@shop.example",
            "ne-pas-repondre@banque.example",
            "owner-devis@lists.example",
            "devis-request@lists.example",
            "bounces+12-jan=mail.example@sender.example",
        ] {
            assert!(is_role_address(address), "{address}");
        }
        for address in
            ["jan@mail.example", "info@firm.example", "robert@mail.example", "anne.owner@mail.example"]
        {
            assert!(!is_role_address(address), "{address}");
        }
    }
}
