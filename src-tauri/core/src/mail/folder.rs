//! A mailbox that is a directory of this machine, for first trials and the demonstration: mails
//! lie as `*.eml` files in `in`, and go out as files into `out` and `sent`. Nothing leaves the
//! machine.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use super::compose::ComposedMail;
use super::content::{MailContent, header_length};
use super::error::{MailError, of_file};
use super::imap::SentCopy;
use super::smtp::{DeliveryOutcome, RecipientOutcome};

/// A directory that stands in for a mail server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FolderMailbox {
    root: PathBuf,
}

/// What lies in the incoming directory.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FolderListing {
    /// The file names, sorted by their bytes. A name locates a mail as long as the file is there.
    pub names: Vec<String>,
    /// Files whose names are no valid text, as near as they can be shown; they cannot be read.
    pub unreadable: Vec<String>,
}

impl FolderMailbox {
    /// The mailbox in a directory; nothing is touched yet.
    pub fn new(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into() }
    }

    /// Makes the directories `in`, `out` and `sent` where they are missing.
    ///
    /// # Errors
    /// [`MailError::FolderMissing`] when the mailbox's own directory does not exist;
    /// [`MailError::PermissionDenied`], [`MailError::DiskFull`].
    pub async fn prepare(&self) -> Result<(), MailError> {
        let root = self.root.clone();
        on_disk(move || {
            for part in ["in", "out", "sent"] {
                let path = root.join(part);
                match fs::create_dir(&path) {
                    Err(error) if error.kind() != io::ErrorKind::AlreadyExists => {
                        return Err(of_file(&error, &path));
                    }
                    _ => {}
                }
            }
            Ok(())
        })
        .await
    }

    /// Counts the mails in the incoming directory: what a check at set-up needs.
    ///
    /// # Errors
    /// As [`FolderMailbox::list_names`].
    pub async fn check(&self) -> Result<usize, MailError> {
        self.list_names().await.map(|listing| listing.names.len())
    }

    /// Lists the mails in `in`: plain files named `*.eml` that are not hidden. Whoever writes a
    /// mail there does so under another name, `x.eml.part` say, and renames it when it is whole.
    ///
    /// # Errors
    /// [`MailError::FolderMissing`], [`MailError::PermissionDenied`].
    pub async fn list_names(&self) -> Result<FolderListing, MailError> {
        let incoming = self.root.join("in");
        on_disk(move || {
            let failed = |error: io::Error| of_file(&error, &incoming);
            let mut listing = FolderListing::default();
            for entry in fs::read_dir(&incoming).map_err(failed)? {
                let entry = entry.map_err(failed)?;
                let name = entry.file_name();
                let looks = name.to_string_lossy();
                let is_mail = looks.to_ascii_lowercase().ends_with(".eml") && !looks.starts_with('.');
                if !is_mail || !entry.file_type().map_err(failed)?.is_file() {
                    continue;
                }
                match name.to_str() {
                    Some(name) => listing.names.push(name.to_owned()),
                    None => listing.unreadable.push(looks.into_owned()),
                }
            }
            listing.names.sort_unstable();
            listing.unreadable.sort_unstable();
            Ok(listing)
        })
        .await
    }

    /// Reads one mail; of one bigger than `limit` bytes only the header.
    ///
    /// # Errors
    /// [`MailError::FolderMissing`] when the file is gone, [`MailError::PermissionDenied`].
    pub async fn read(&self, name: &str, limit: u64) -> Result<MailContent, MailError> {
        let path = self.root.join("in").join(bare(name)?);
        on_disk(move || read_within(&path, limit).map_err(|error| of_file(&error, &path))).await
    }

    /// Writes a mail to `out`, whole or not at all. `data_started` runs just before, as with SMTP.
    ///
    /// # Errors
    /// Only `data_started`'s own: then nothing was written.
    pub async fn deliver<E>(
        &self,
        mail: &ComposedMail,
        data_started: impl Future<Output = Result<(), E>>,
    ) -> Result<DeliveryOutcome, E> {
        data_started.await?;
        Ok(match self.put("out", &mail.message_id, mail.bytes.clone()).await {
            Ok(()) => {
                let all = mail.envelope.recipients.iter();
                let recipients = all.map(|address| RecipientOutcome::accepted(address)).collect();
                DeliveryOutcome::Sent { recipients, reply: String::new() }
            }
            Err(reason) => DeliveryOutcome::Retry { reason, recipients: Vec::new() },
        })
    }

    /// Writes a copy of a sent mail to `sent`, whole or not at all, unless it is there already.
    ///
    /// # Errors
    /// [`MailError::FolderMissing`], [`MailError::PermissionDenied`], [`MailError::DiskFull`].
    pub async fn append_to_sent(&self, message_id: &str, bytes: &[u8]) -> Result<SentCopy, MailError> {
        let folder = "sent".to_owned();
        if self.is_in_sent(message_id).await? {
            return Ok(SentCopy::AlreadyThere { folder });
        }
        self.put("sent", message_id, bytes.to_vec()).await?;
        Ok(SentCopy::Added { folder })
    }

    /// Whether a mail with this Message-ID is in `sent`.
    ///
    /// # Errors
    /// [`MailError::PermissionDenied`].
    pub async fn is_in_sent(&self, message_id: &str) -> Result<bool, MailError> {
        let path = self.root.join("sent").join(file_name(message_id));
        on_disk(move || fs::exists(&path).map_err(|error| of_file(&error, &path))).await
    }

    async fn put(&self, part: &str, message_id: &str, bytes: Vec<u8>) -> Result<(), MailError> {
        let directory = self.root.join(part);
        let name = file_name(message_id);
        on_disk(move || write_whole(&directory, &name, &bytes).map_err(|error| of_file(&error, &directory)))
            .await
    }
}

async fn on_disk<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, MailError> + Send + 'static,
) -> Result<T, MailError> {
    let failed = |_| MailError::FileFailed { path: String::new(), kind: io::ErrorKind::Other };
    tokio::task::spawn_blocking(work).await.map_err(failed)?
}

fn read_within(path: &Path, limit: u64) -> io::Result<MailContent> {
    let file = File::open(path)?;
    let mut mail = Vec::new();
    file.take(limit.saturating_add(1)).read_to_end(&mut mail)?;
    if mail.len() as u64 > limit {
        mail.truncate(header_length(&mail));
        return Ok(MailContent::TooLarge { header: mail });
    }
    Ok(MailContent::Whole(mail))
}

/// Under a passing name, flushed to the disk, renamed, and the directory flushed as well.
fn write_whole(directory: &Path, name: &str, bytes: &[u8]) -> io::Result<()> {
    let passing = directory.join(format!(".{name}.part"));
    let written = File::create(&passing).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    if let Err(error) = written.and_then(|()| fs::rename(&passing, directory.join(name))) {
        // What is left behind is hidden and overwritten by the next try.
        let _left_behind = fs::remove_file(&passing);
        return Err(error);
    }
    sync_directory(directory)
}

#[cfg(unix)]
fn sync_directory(directory: &Path) -> io::Result<()> {
    File::open(directory)?.sync_all()
}

/// Windows has no way to flush a directory; its file systems journal the rename.
#[cfg(not(unix))]
fn sync_directory(_directory: &Path) -> io::Result<()> {
    Ok(())
}

/// A file name for a Message-ID: what a file system might take amiss becomes `_`.
fn file_name(message_id: &str) -> String {
    let safe = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '@' | '+' | '=');
    let name: String = message_id.chars().map(|c| if safe(c) { c } else { '_' }).take(200).collect();
    format!("{}.eml", name.trim_start_matches('.'))
}

/// Refuses a name that leads elsewhere.
fn bare(name: &str) -> Result<&str, MailError> {
    match Path::new(name).file_name().and_then(|last| last.to_str()) {
        Some(last) if last == name => Ok(name),
        _ => Err(MailError::FolderMissing { folder: name.to_owned() }),
    }
}

#[cfg(test)]
mod tests;
