//! The pictures of mails that can be shown, read within bounds.

use std::collections::HashSet;

use sha2::{Digest, Sha256};

use super::correspondence::{Correspondence, PrintedFile, PrintedMail};
use super::picture::{Bounds, Picture, dimensions};

/// The whole width of a page at 200 pixels per inch, and what is left of its height.
const BOUNDS: Bounds = Bounds { width: 1_362, height: 1_300 };
/// A picture with fewer pixels than this on a side only makes space in a layout, or counts who reads.
const SMALLEST: u32 = 16;
/// The most pixels that are read for one document: about eight photographs.
const MOST_PIXELS: u64 = 100_000_000;

/// The pictures of a correspondence.
#[derive(Debug, Default)]
pub struct Album {
    /// Each picture once, as it is embedded.
    pub pictures: Vec<Picture>,
    /// What is shown of each mail.
    pub mails: Vec<Shown>,
}

/// What is shown of the pictures of a mail.
#[derive(Debug, Default)]
pub struct Shown {
    /// Those that can be shown.
    pub pictures: Vec<ShownPicture>,
    /// What cannot be shown.
    pub others: Vec<PrintedFile>,
}

/// A picture in a mail.
#[derive(Debug)]
pub struct ShownPicture {
    /// Its name.
    pub name: String,
    /// Its place in the album.
    pub number: usize,
    /// How many lines of the text stand above it; none if it stands below the whole text.
    pub lines_above: Option<usize>,
}

impl Album {
    /// Reads the pictures of mails. One that stands in several, such as a logo, is shown the first time.
    pub fn of(document: &Correspondence) -> Self {
        let mut album = Self::default();
        let mut budget = MOST_PIXELS;
        let mut seen = HashSet::new();
        for mail in &document.mails {
            let shown = album.add(mail, &mut budget, &mut seen);
            album.mails.push(shown);
        }
        album
    }

    fn add(&mut self, mail: &PrintedMail, budget: &mut u64, seen: &mut HashSet<[u8; 32]>) -> Shown {
        let mut shown = Shown::default();
        for picture in &mail.pictures {
            if !seen.insert(Sha256::digest(&picture.bytes).into()) {
                continue;
            }
            let size = dimensions(&picture.bytes);
            if size.is_some_and(|(width, height)| width.min(height) < SMALLEST) {
                continue;
            }
            let pixels = size.map(|(width, height)| u64::from(width) * u64::from(height));
            let affordable = pixels.filter(|pixels| pixels <= budget);
            let read = affordable.and_then(|_| Picture::read(&picture.bytes, BOUNDS));
            *budget -= affordable.unwrap_or(0);
            match read {
                Some(read) => {
                    let (name, number) = (picture.name.clone(), self.pictures.len());
                    let lines_above = picture.lines_above;
                    shown.pictures.push(ShownPicture { name, number, lines_above });
                    self.pictures.push(read);
                }
                None => shown
                    .others
                    .push(PrintedFile { name: picture.name.clone(), size: picture.bytes.len() as u64 }),
            }
        }
        shown
    }
}
