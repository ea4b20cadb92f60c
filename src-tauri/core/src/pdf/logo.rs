//! The company's logo: read, turned upright and made no larger than a page can show.

use std::io::Cursor;
use std::sync::{Arc, Mutex, PoisonError};

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::imageops::FilterType;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};

use sha2::{Digest, Sha256};

use super::PdfError;
use super::deflate::deflated;

/// A logo is at most 80 × 12.5 mm; more pixels than 600 per inch of that are not seen.
const WIDEST: u32 = 1_890;
const HIGHEST: u32 = 296;
/// What a picture may take in memory while it is read, and its longest side in pixels.
const MOST_MEMORY: u64 = 256 << 20;
const LONGEST_SIDE: u32 = 20_000;
const JPEG_QUALITY: u8 = 90;

/// A logo as it is embedded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logo {
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// Its pixels.
    pub pixels: Pixels,
}

/// The pixels of a logo.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pixels {
    /// A photograph: a JPEG file in RGB.
    Jpeg(Vec<u8>),
    /// Flat colours: red, green, blue of each pixel, and how opaque it is if not all are;
    /// both compressed.
    Plain {
        /// Three bytes per pixel.
        rgb: Vec<u8>,
        /// One byte per pixel.
        opacity: Option<Vec<u8>>,
    },
}

impl Logo {
    fn of(file: &[u8]) -> Result<Self, PdfError> {
        let (image, format) = open(file)?;
        let (width, height) = (image.width(), image.height());
        let pixels = if format == ImageFormat::Jpeg {
            Pixels::Jpeg(as_jpeg(&image)?)
        } else {
            let opacity = image.color().has_alpha().then(|| opacity_of(&image));
            let opacity = opacity.filter(|opacity| opacity.iter().any(|&byte| byte < u8::MAX));
            Pixels::Plain {
                rgb: deflated(image.to_rgb8().as_raw())?,
                opacity: opacity.as_deref().map(deflated).transpose()?,
            }
        };
        Ok(Self { width, height, pixels })
    }

    /// Width divided by height.
    pub fn aspect(&self) -> f32 {
        self.width as f32 / self.height as f32
    }
}

/// The logo that was read last, by the hash of its file: one company renders with one logo,
/// over and over while a quote is edited.
static LAST: Mutex<Option<([u8; 32], Arc<Logo>)>> = Mutex::new(None);

/// Reads a logo for embedding.
///
/// # Errors
/// [`PdfError::LogoUnreadable`].
pub fn read(file: &[u8]) -> Result<Arc<Logo>, PdfError> {
    let hash: [u8; 32] = Sha256::digest(file).into();
    let last = || LAST.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some((known, logo)) = &*last()
        && *known == hash
    {
        return Ok(Arc::clone(logo));
    }
    let logo = Arc::new(Logo::of(file)?);
    *last() = Some((hash, Arc::clone(&logo)));
    Ok(logo)
}

/// A logo file made ready to be kept: upright, no larger than a page can show, and in a
/// form that [`super::render`] reads quickly. A JPEG stays one, all else becomes PNG.
///
/// # Errors
/// [`PdfError::LogoUnreadable`] when it is no picture.
pub fn prepare(file: &[u8]) -> Result<Vec<u8>, PdfError> {
    let (image, format) = open(file)?;
    if format == ImageFormat::Jpeg {
        return as_jpeg(&image);
    }
    let mut png = Vec::new();
    image.write_with_encoder(PngEncoder::new(&mut png)).map_err(|_| PdfError::LogoUnreadable)?;
    Ok(png)
}

fn open(file: &[u8]) -> Result<(DynamicImage, ImageFormat), PdfError> {
    decode(file).ok_or(PdfError::LogoUnreadable)
}

fn decode(file: &[u8]) -> Option<(DynamicImage, ImageFormat)> {
    let mut reader = ImageReader::new(Cursor::new(file)).with_guessed_format().ok()?;
    let format = reader.format()?;
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_MEMORY);
    limits.max_image_width = Some(LONGEST_SIDE);
    limits.max_image_height = Some(LONGEST_SIDE);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().ok()?;
    let orientation = decoder.orientation().ok()?;
    let mut image = DynamicImage::from_decoder(decoder).ok()?;
    image.apply_orientation(orientation);
    if image.width() > WIDEST || image.height() > HIGHEST {
        image = image.resize(WIDEST, HIGHEST, FilterType::CatmullRom);
    }
    Some((image, format))
}

fn as_jpeg(image: &DynamicImage) -> Result<Vec<u8>, PdfError> {
    let mut jpeg = Vec::new();
    DynamicImage::ImageRgb8(image.to_rgb8())
        .write_with_encoder(JpegEncoder::new_with_quality(&mut jpeg, JPEG_QUALITY))
        .map_err(|_| PdfError::LogoUnreadable)?;
    Ok(jpeg)
}

fn opacity_of(image: &DynamicImage) -> Vec<u8> {
    image.to_rgba8().pixels().map(|pixel| pixel.0[3]).collect()
}

#[cfg(test)]
mod tests {
    use image::{Rgba, RgbaImage};

    use super::*;

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
        let is_opaque = |logo: &Logo| matches!(logo.pixels, Pixels::Plain { opacity: None, .. });
        assert!(!is_opaque(&logo));
        assert!(is_opaque(&read(&png(20, 10, 255)).unwrap()));
    }

    #[test]
    fn two_logos_are_not_taken_for_one_another() {
        let (wide, high) = (png(20, 10, 255), png(10, 20, 255));
        for file in [&wide, &high, &wide, &wide] {
            assert_eq!(*read(file).unwrap(), Logo::of(file).unwrap());
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
