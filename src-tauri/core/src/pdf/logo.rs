//! The company's logo: read, turned upright and made no larger than a page can show.

use std::sync::{Arc, Mutex, PoisonError};

use image::ImageFormat;
use image::codecs::png::PngEncoder;
use sha2::{Digest, Sha256};

use super::PdfError;
use super::picture::{self, Bounds, Picture};

/// A logo is at most 80 × 12.5 mm; more pixels than 600 per inch of that are not seen.
const BOUNDS: Bounds = Bounds { width: 1_890, height: 296 };

/// The logo that was read last, by the hash of its file: one company renders with one logo,
/// over and over while a quote is edited.
static LAST: Mutex<Option<([u8; 32], Arc<Picture>)>> = Mutex::new(None);

/// Reads a logo for embedding.
///
/// # Errors
/// [`PdfError::LogoUnreadable`].
pub fn read(file: &[u8]) -> Result<Arc<Picture>, PdfError> {
    let hash: [u8; 32] = Sha256::digest(file).into();
    let last = || LAST.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some((known, logo)) = &*last()
        && *known == hash
    {
        return Ok(Arc::clone(logo));
    }
    let logo = Arc::new(Picture::read(file, BOUNDS).ok_or(PdfError::LogoUnreadable)?);
    *last() = Some((hash, Arc::clone(&logo)));
    Ok(logo)
}

/// A logo file made ready to be kept: upright, no larger than a page can show, and in a
/// form that [`super::render`] reads quickly. A JPEG stays one, all else becomes PNG.
///
/// # Errors
/// [`PdfError::LogoUnreadable`] when it is no picture.
pub fn prepare(file: &[u8]) -> Result<Vec<u8>, PdfError> {
    let (image, format) = picture::open(file, BOUNDS).ok_or(PdfError::LogoUnreadable)?;
    if format == ImageFormat::Jpeg {
        return picture::as_jpeg(&image).ok_or(PdfError::LogoUnreadable);
    }
    let mut png = Vec::new();
    image.write_with_encoder(PngEncoder::new(&mut png)).map_err(|_| PdfError::LogoUnreadable)?;
    Ok(png)
}

#[cfg(test)]
mod tests {
    use image::codecs::jpeg::JpegEncoder;
    use image::{DynamicImage, Rgba, RgbaImage};

    use super::*;
    use crate::pdf::picture::Pixels;

    fn png(width: u32, height: u32, opacity: u8) -> Vec<u8> {
        let image = RgbaImage::from_pixel(width, height, Rgba([29, 42, 53, opacity]));
        let mut file = Vec::new();
        image.write_with_encoder(PngEncoder::new(&mut file)).unwrap();
        file
    }

    #[test]
    fn a_picture_keeps_its_shape_and_transparency() {
        let logo = read(&png(200, 100, 128)).unwrap();
        assert_eq!((logo.width, logo.height, logo.aspect()), (200, 100, 2.0));
        let is_opaque = |logo: &Picture| matches!(logo.pixels, Pixels::Plain { opacity: None, .. });
        assert!(!is_opaque(&logo));
        assert!(is_opaque(&read(&png(20, 10, 255)).unwrap()));
    }

    #[test]
    fn two_logos_are_not_taken_for_one_another() {
        let (wide, high) = (png(20, 10, 255), png(10, 20, 255));
        for file in [&wide, &high, &wide, &wide] {
            assert_eq!(*read(file).unwrap(), Picture::read(file, BOUNDS).unwrap());
        }
    }

    #[test]
    fn a_huge_picture_is_made_smaller() {
        let logo = read(&png(700, 700, 255)).unwrap();
        assert_eq!((logo.width, logo.height), (296, 296));
        let kept = prepare(&png(2_000, 50, 255)).unwrap();
        assert_eq!(read(&kept).map(|logo| (logo.width, logo.height)), Ok((1_890, 47)));
    }

    #[test]
    fn a_photograph_stays_a_jpeg() {
        let image = DynamicImage::new_rgb8(40, 20);
        let mut file = Vec::new();
        image.write_with_encoder(JpegEncoder::new(&mut file)).unwrap();
        for logo in [read(&file).unwrap(), read(&prepare(&file).unwrap()).unwrap()] {
            assert_eq!((logo.width, logo.height), (40, 20));
            assert!(matches!(&logo.pixels, Pixels::Jpeg(bytes) if bytes.starts_with(&[0xff, 0xd8])));
        }
    }

    #[test]
    fn what_is_no_picture_is_refused() {
        let cut = &png(300, 300, 128)[..60];
        for file in [
            b"".as_slice(),
            b"not a picture",
            b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
            b"\x89PNG\r\n\x1a\n",
            cut,
        ] {
            assert_eq!(read(file), Err(PdfError::LogoUnreadable));
            assert_eq!(prepare(file), Err(PdfError::LogoUnreadable));
        }
    }
}
