//! A disk of a few megabytes that a test can fill: a tmpfs of its own, where the system lets it.

use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

/// A file system of its own, gone when dropped.
pub struct SmallDisk {
    place: TempDir,
}

impl SmallDisk {
    /// A disk of so many kibibytes; none where mounting is not allowed.
    pub fn mount(kibibytes: u32) -> Option<Self> {
        let place = TempDir::new().unwrap();
        let size = format!("size={kibibytes}k");
        let mounted =
            Command::new("mount").args(["-t", "tmpfs", "-o", &size, "tmpfs"]).arg(place.path()).output();
        mounted.is_ok_and(|output| output.status.success()).then_some(Self { place })
    }

    pub fn path(&self) -> &Path {
        self.place.path()
    }

    /// Fills the disk up to so many bytes; the filler can be removed again.
    pub fn fill_up_to(&self, free: usize) -> PathBuf {
        let path = self.path().join("filler");
        let mut filler = File::create(&path).unwrap();
        while filler.write_all(&[0; 4096]).is_ok() {}
        let size = filler.metadata().unwrap().len();
        filler.set_len(size.saturating_sub(free as u64)).unwrap();
        path
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("--lazy").arg(self.place.path()).status();
    }
}
