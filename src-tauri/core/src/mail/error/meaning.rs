//! What a failure means to those who show it or act on it.

use super::{MailError, Step};

impl Step {
    /// A stable name for this step.
    pub fn code(self) -> &'static str {
        match self {
            Self::Connect => "connect",
            Self::Handshake => "handshake",
            Self::Greeting => "greeting",
            Self::Login => "login",
            Self::Select => "select",
            Self::List => "list",
            Self::Search => "search",
            Self::Fetch => "fetch",
            Self::Append => "append",
            Self::Idle => "idle",
            Self::Logout => "logout",
            Self::Envelope => "envelope",
            Self::Data => "data",
            Self::FinalDot => "final_dot",
        }
    }
}

impl MailError {
    /// A stable name for this failure, for catalogues of texts and for scripts.
    pub fn code(&self) -> &'static str {
        match self {
            Self::UnknownHost { .. } => "unknown_host",
            Self::ConnectionRefused { .. } => "connection_refused",
            Self::Unreachable { .. } => "unreachable",
            Self::TimedOut { .. } => "timed_out",
            Self::ConnectionLost { .. } => "connection_lost",
            Self::TlsExpired { .. } => "tls_expired",
            Self::TlsNotYetValid { .. } => "tls_not_yet_valid",
            Self::TlsUntrusted { .. } => "tls_untrusted",
            Self::TlsWrongName { .. } => "tls_wrong_name",
            Self::TlsRevoked { .. } => "tls_revoked",
            Self::TlsFailed { .. } => "tls_failed",
            Self::TrustUnreadable => "trust_unreadable",
            Self::StartTlsMissing { .. } => "starttls_missing",
            Self::Preauthenticated { .. } => "preauthenticated",
            Self::LoginRefused { .. } => "login_refused",
            Self::LoginUnsupported { .. } => "login_unsupported",
            Self::LoginUnavailable { .. } => "login_unavailable",
            Self::FolderMissing { .. } => "folder_missing",
            Self::MailboxFull => "mailbox_full",
            Self::ServerRefused { .. } => "server_refused",
            Self::Protocol { .. } => "protocol",
            Self::Reply { .. } => "reply",
            Self::InvalidAddress { .. } => "invalid_address",
            Self::NoRecipient => "no_recipient",
            Self::UncleanBytes => "unclean_bytes",
            Self::ControlCharacter { .. } => "control_character",
            Self::DiskFull => "disk_full",
            Self::PermissionDenied { .. } => "permission_denied",
            Self::FileFailed { .. } => "file_failed",
        }
    }

    /// The values a message to the user needs, by name.
    pub fn data(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::ConnectionRefused { host, port } => {
                vec![("host", host.clone()), ("port", port.to_string())]
            }
            Self::UnknownHost { host }
            | Self::Unreachable { host }
            | Self::TlsExpired { host }
            | Self::TlsNotYetValid { host }
            | Self::TlsUntrusted { host }
            | Self::TlsWrongName { host }
            | Self::TlsRevoked { host }
            | Self::TlsFailed { host }
            | Self::StartTlsMissing { host }
            | Self::Preauthenticated { host }
            | Self::LoginUnsupported { host }
            | Self::LoginUnavailable { host } => vec![("host", host.clone())],
            Self::TimedOut { step }
            | Self::ConnectionLost { step }
            | Self::ServerRefused { step }
            | Self::Protocol { step } => vec![("step", step.code().to_owned())],
            Self::LoginRefused { user } => vec![("user", user.clone())],
            Self::FolderMissing { folder } => vec![("folder", folder.clone())],
            Self::Reply { code, text } => vec![("code", code.to_string()), ("text", text.clone())],
            Self::InvalidAddress { address } => vec![("address", address.clone())],
            Self::ControlCharacter { field } => vec![("field", (*field).to_owned())],
            Self::PermissionDenied { path } => vec![("path", path.clone())],
            Self::FileFailed { path, kind } => {
                vec![("path", path.clone()), ("kind", kind.to_string())]
            }
            Self::TrustUnreadable
            | Self::MailboxFull
            | Self::NoRecipient
            | Self::UncleanBytes
            | Self::DiskFull => Vec::new(),
        }
    }

    /// Whether the same attempt may well succeed later, without anybody changing anything.
    pub fn is_temporary(&self) -> bool {
        match self {
            Self::UnknownHost { .. }
            | Self::ConnectionRefused { .. }
            | Self::Unreachable { .. }
            | Self::TimedOut { .. }
            | Self::ConnectionLost { .. }
            | Self::LoginUnavailable { .. }
            | Self::ServerRefused { .. }
            | Self::Protocol { .. } => true,
            Self::Reply { code, .. } => (400..500).contains(code),
            _ => false,
        }
    }
}
