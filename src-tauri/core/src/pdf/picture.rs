//! A picture of a document: read within bounds, turned upright and made no larger than it can be shown.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::imageops::FilterType;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};

use super::deflate::deflated;

/// What a picture may take in memory while it is read, and its longest side in pixels.
const MOST_MEMORY: u64 = 256 << 20;
const LONGEST_SIDE: u32 = 20_000;
const JPEG_QUALITY: u8 = 90;

/// The most pixels that can be seen where a picture stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bounds {
    /// Width.
    pub width: u32,
    /// Height.
    pub height: u32,
}

/// A picture as it is embedded: its pixels and nothing else of its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// Its pixels.
    pub pixels: Pixels,
}

/// The pixels of a picture.
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

impl Picture {
    /// Reads a PNG, JPEG or WebP file for embedding; none if it is no such picture, or too large to be read.
    pub fn read(file: &[u8], bounds: Bounds) -> Option<Self> {
        let (image, format) = open(file, bounds)?;
        let (width, height) = (image.width(), image.height());
        let pixels = if format == ImageFormat::Jpeg {
            Pixels::Jpeg(as_jpeg(&image)?)
        } else {
            let opacity = image.color().has_alpha().then(|| opacity_of(&image));
            let opacity = opacity.filter(|opacity| opacity.iter().any(|&byte| byte < u8::MAX));
            Pixels::Plain {
                rgb: deflated(image.to_rgb8().as_raw()).ok()?,
                opacity: opacity.as_deref().map(deflated).transpose().ok()?,
            }
        };
        Some(Self { width, height, pixels })
    }

    /// Width divided by height.
    pub fn aspect(&self) -> f32 {
        self.width as f32 / self.height as f32
    }
}

/// Width and height of a picture's file in pixels, without reading the pixels.
pub fn dimensions(file: &[u8]) -> Option<(u32, u32)> {
    ImageReader::new(Cursor::new(file)).with_guessed_format().ok()?.into_dimensions().ok()
}

/// The picture in a file, upright and within bounds, and what kind of file it is.
pub fn open(file: &[u8], bounds: Bounds) -> Option<(DynamicImage, ImageFormat)> {
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
    if image.width() > bounds.width || image.height() > bounds.height {
        image = image.resize(bounds.width, bounds.height, FilterType::CatmullRom);
    }
    Some((image, format))
}

/// A picture as a JPEG file in RGB.
pub fn as_jpeg(image: &DynamicImage) -> Option<Vec<u8>> {
    let mut jpeg = Vec::new();
    DynamicImage::ImageRgb8(image.to_rgb8())
        .write_with_encoder(JpegEncoder::new_with_quality(&mut jpeg, JPEG_QUALITY))
        .ok()?;
    Some(jpeg)
}

fn opacity_of(image: &DynamicImage) -> Vec<u8> {
    image.to_rgba8().pixels().map(|pixel| pixel.0[3]).collect()
}
