//! The IPC surface, declared once. The TypeScript file is generated from it and checked in.

use tauri_specta::{Builder, collect_commands, collect_events};

use crate::commands::{
    contact, conversation, document, intake, mailbox, product, quote, report, request, settings, workspace,
};
use crate::events;

/// Commands that answer with bytes; they stand beside the typed ones.
pub const BINARY_COMMANDS: [&str; 3] = ["quote_pdf", "attachment_picture", "settings_logo"];

/// Every command and event of the window.
pub fn builder() -> Builder<tauri::Wry> {
    Builder::<tauri::Wry>::new()
        .disable_serde_phases()
        .commands(collect_commands![
            workspace::workspace_state,
            workspace::workspace_open_demo,
            workspace::workspace_open_own,
            request::request_list,
            request::request_detail,
            request::request_create,
            request::request_set_status,
            request::request_take_back_status,
            request::request_assign,
            request::request_mark_read,
            request::request_correct_requester,
            request::request_rename,
            request::request_judge_answer,
            request::request_link_contact,
            request::request_delete,
            conversation::conversation_entries,
            conversation::message_html,
            conversation::message_export,
            conversation::message_split,
            conversation::message_move,
            conversation::request_merge,
            conversation::rearrangement_undo,
            conversation::message_take_as_forward,
            conversation::note_add,
            conversation::draft_open,
            conversation::draft_save,
            conversation::draft_discard,
            conversation::draft_attach_picked,
            conversation::draft_attach_dropped,
            conversation::draft_detach,
            conversation::draft_send,
            conversation::mail_import_dropped,
            conversation::mail_import_picked,
            conversation::outbox_list,
            conversation::outbox_take_back,
            conversation::outbox_send_now,
            conversation::outbox_send_again,
            conversation::outbox_confirm_sent,
            contact::contact_list,
            contact::contact_detail,
            contact::contact_suggest,
            contact::contact_take_found,
            contact::contact_duplicates,
            contact::contact_create,
            contact::contact_save,
            contact::contact_merge,
            product::product_list,
            product::product_save,
            product::product_remove,
            quote::quote_list,
            quote::quote_detail,
            quote::quote_create,
            quote::quote_compute,
            quote::quote_save,
            quote::quote_finalise,
            quote::quote_accept,
            quote::quote_refuse,
            quote::quote_revise,
            quote::quote_discard,
            document::quote_pdf_save,
            document::quote_pdf_open,
            document::quote_pdf_print,
            document::message_print,
            document::conversation_print,
            document::attachment_save,
            document::attachment_open,
            document::link_host,
            document::link_open,
            mailbox::mailbox_status,
            mailbox::mailbox_add,
            mailbox::mailbox_set_password,
            mailbox::mailbox_check,
            mailbox::mailbox_remove,
            mailbox::mailbox_pick_folder,
            mailbox::mailbox_sync_now,
            report::today,
            report::reports,
            report::search,
            intake::ignored_mail,
            intake::mail_to_sort,
            intake::mail_to_sort_count,
            intake::ignored_mail_to_request,
            intake::ignored_mail_from_request,
            intake::mail_leave,
            intake::ignored_mail_preview,
            intake::ignored_mail_read_again,
            intake::rules,
            intake::rules_save,
            intake::rule_add,
            settings::settings,
            settings::settings_save_company,
            settings::settings_pick_logo,
            settings::settings_remove_logo,
            settings::settings_save_numbering,
            settings::settings_save_quote_defaults,
            settings::settings_save_acknowledgement,
            settings::acknowledgement_preview,
            settings::settings_save_preferences,
            settings::user_save,
            settings::text_template_save,
            settings::text_template_delete,
            settings::text_template_fill,
        ])
        .events(collect_events![events::Changed, events::FilesOverWindow, events::ShowRequest])
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    /// The generated file is checked in. `UPDATE_BINDINGS=1 cargo test -p quoin bindings` writes it anew.
    #[test]
    fn the_checked_in_bindings_are_those_of_the_commands() {
        let checked_in = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/src/ipc/bindings.ts");
        let folder = tempfile::tempdir().unwrap();
        let generated = folder.path().join("bindings.ts");
        builder().export(specta_typescript::Typescript::default(), &generated).unwrap();
        let generated = std::fs::read_to_string(generated).unwrap();
        if std::env::var_os("UPDATE_BINDINGS").is_some() {
            std::fs::write(&checked_in, &generated).unwrap();
        }
        assert!(std::fs::read_to_string(checked_in).unwrap() == generated, "the bindings have drifted");
    }

    /// One window, our own commands, events: nothing else. A wider capability has to be written here, too.
    #[test]
    fn the_capability_is_as_narrow_as_it_was() {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("src-tauri/capabilities");
        let files: Vec<_> =
            std::fs::read_dir(&file).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert_eq!(files, ["main.json"]);
        let capability: serde_json::Value =
            serde_json::from_str(&std::fs::read_to_string(file.join("main.json")).unwrap()).unwrap();
        assert_eq!(capability["windows"], serde_json::json!(["main"]));
        assert_eq!(capability.get("remote"), None);
        assert_eq!(
            capability["permissions"],
            serde_json::json!(["core:event:allow-listen", "core:event:allow-unlisten"])
        );
    }
}
