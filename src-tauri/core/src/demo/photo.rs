//! The customers' photos: drawn from a description, so that no picture of anybody is needed.

use std::collections::BTreeMap;
use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::{ExtendedColorType, ImageEncoder, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};
use serde::Deserialize;

use super::story::broken;
use crate::error::{Error, FieldProblem};

const PHOTOS: &str = include_str!("data/photos.json");

/// Width and height of a photo in pixels.
const SIZE: (u32, u32) = (480, 360);

/// JPEG quality: what a phone sends by mail.
const QUALITY: u8 = 78;

#[derive(Deserialize)]
struct Scene {
    wall: String,
    floor: String,
    /// Where the floor begins, in pixels from the top.
    horizon: u32,
    /// Width and height of a tile, and the colour of the joints.
    grid: Option<(u32, u32, String)>,
    shapes: Vec<Shape>,
}

/// `rect` or `ellipse`, left, top, width, height, colour.
#[derive(Deserialize)]
struct Shape(String, i32, i32, i32, i32, String);

/// A photo of a scene, as JPEG.
pub(super) fn jpeg(scene: &str) -> Result<Vec<u8>, Error> {
    let scenes: BTreeMap<String, Scene> =
        serde_json::from_str(PHOTOS).map_err(|error| broken("photos", &error))?;
    let scene = scenes.get(scene).ok_or(Error::NotFound("sample photo"))?;
    let picture = paint(scene);
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, QUALITY)
        .write_image(picture.as_raw(), SIZE.0, SIZE.1, ExtendedColorType::Rgb8)
        .map_err(|_| Error::field("photo", FieldProblem::NotAnImage))?;
    Ok(bytes)
}

fn paint(scene: &Scene) -> RgbImage {
    let (wall, floor) = (colour(&scene.wall), colour(&scene.floor));
    let mut picture = RgbImage::from_fn(SIZE.0, SIZE.1, |_, y| if y < scene.horizon { wall } else { floor });
    if let Some((width, height, joint)) = &scene.grid {
        lay_tiles(&mut picture, (*width, *height), colour(joint));
    }
    for Shape(kind, left, top, width, height, of) in &scene.shapes {
        let is_inside = |x: i32, y: i32| kind == "rect" || in_ellipse(x - left, y - top, *width, *height);
        for y in *top..top + height {
            for x in (*left..left + width).filter(|x| is_inside(*x, y)) {
                put(&mut picture, x, y, colour(of));
            }
        }
    }
    light(&mut picture);
    picture
}

fn lay_tiles(picture: &mut RgbImage, (width, height): (u32, u32), joint: Rgb<u8>) {
    for (x, y, pixel) in picture.enumerate_pixels_mut() {
        let shifted = if height < width { x + (y / height % 2) * width / 2 } else { x };
        if shifted % width < 2 || y % height < 2 {
            *pixel = joint;
        }
    }
}

fn in_ellipse(x: i32, y: i32, width: i32, height: i32) -> bool {
    let (dx, dy) =
        (f64::from(2 * x - width) / f64::from(width), f64::from(2 * y - height) / f64::from(height));
    dx * dx + dy * dy <= 1.0
}

fn put(picture: &mut RgbImage, x: i32, y: i32, of: Rgb<u8>) {
    if let (Ok(x), Ok(y)) = (u32::try_from(x), u32::try_from(y))
        && let Some(pixel) = picture.get_pixel_mut_checked(x, y)
    {
        *pixel = of;
    }
}

/// Light from the left, darker corners, and the grain of a small lens.
fn light(picture: &mut RgbImage) {
    let mut grain = 0x2545_f491_u32;
    for (x, y, pixel) in picture.enumerate_pixels_mut() {
        grain ^= grain << 13;
        grain ^= grain >> 17;
        grain ^= grain << 5;
        let (across, down) =
            (f64::from(x) / f64::from(SIZE.0) - 0.4, f64::from(y) / f64::from(SIZE.1) - 0.45);
        let brightness = 1.06 - 0.45 * (across * across + down * down);
        let noise = f64::from(grain % 9) - 4.0;
        // Floats saturate when cast: no value leaves 0 to 255.
        pixel.0 = pixel.0.map(|channel| (f64::from(channel) * brightness + noise) as u8);
    }
}

/// `#rrggbb`; black for anything else.
fn colour(text: &str) -> Rgb<u8> {
    let value = u32::from_str_radix(text.trim_start_matches('#'), 16).unwrap_or(0).to_be_bytes();
    Rgb([value[1], value[2], value[3]])
}

/// The company's logo: a house with the letter D in it, as PNG.
pub(super) fn logo() -> Result<Vec<u8>, Error> {
    const SIDE: u32 = 320;
    let picture = RgbaImage::from_fn(SIDE, SIDE, |x, y| {
        let covered = (0..4)
            .filter(|sample| {
                is_logo(
                    f64::from(x) + 0.25 + 0.5 * f64::from(sample % 2),
                    f64::from(y) + 0.25 + 0.5 * f64::from(sample / 2),
                )
            })
            .count();
        Rgba([31, 41, 55, (covered * 255 / 4) as u8])
    });
    let mut bytes = Cursor::new(Vec::new());
    picture
        .write_to(&mut bytes, ImageFormat::Png)
        .map_err(|_| Error::field("logo", FieldProblem::NotAnImage))?;
    Ok(bytes.into_inner())
}

fn is_logo(x: f64, y: f64) -> bool {
    let in_roof = (10.0..=110.0).contains(&y) && (x - 160.0).abs() <= (y - 10.0) * 1.5;
    let in_walls = (110.0..=310.0).contains(&y) && (10.0..=310.0).contains(&x);
    let bowl = |x: f64, y: f64, radius: f64| {
        x >= 150.0 && ((x - 150.0) / radius).powi(2) + ((y - 200.0) / radius).powi(2) <= 1.0
    };
    let in_stem = (110.0..=150.0).contains(&x) && (125.0..=275.0).contains(&y);
    (in_roof || in_walls) && !(in_stem || bowl(x, y, 75.0))
}
