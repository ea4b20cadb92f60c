//! Failures of the operating system as failures of the mail room.

use std::io;
use std::path::Path;

use super::{MailError, Step};

/// What went wrong with a file or directory of this machine.
pub(in crate::mail) fn of_file(error: &io::Error, path: &Path) -> MailError {
    let path = path.display().to_string();
    match error.kind() {
        io::ErrorKind::NotFound => MailError::FolderMissing { folder: path },
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
            MailError::PermissionDenied { path }
        }
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => MailError::DiskFull,
        kind => MailError::FileFailed { path, kind },
    }
}

/// What went wrong on an open connection.
pub(in crate::mail) fn of_wire(error: &io::Error, step: Step) -> MailError {
    match error.kind() {
        io::ErrorKind::TimedOut => MailError::TimedOut { step },
        io::ErrorKind::InvalidData => MailError::Protocol { step },
        _ => MailError::ConnectionLost { step },
    }
}
