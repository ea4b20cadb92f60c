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

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn what_a_user_can_do_something_about_has_a_name() {
        let code = |errno| of_file(&io::Error::from_raw_os_error(errno), Path::new("x")).code();

        assert_eq!(code(28), "disk_full"); // ENOSPC
        assert_eq!(code(122), "disk_full"); // EDQUOT
        assert_eq!(code(13), "permission_denied"); // EACCES
        assert_eq!(code(30), "permission_denied"); // EROFS
        assert_eq!(code(2), "folder_missing"); // ENOENT
        assert_eq!(code(5), "file_failed"); // EIO
    }
}
