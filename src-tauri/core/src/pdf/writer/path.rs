//! Paths in the coordinates of PDF: points from the bottom left corner.

use printpdf::{LinePoint, Point, Pt};

use crate::pdf::layout::{Area, PAGE_HEIGHT};

/// Control points at this share of the radius make a Bézier curve a quarter of a circle.
const CIRCLE: f32 = 0.552_285;

/// A rectangle with rounded corners, clockwise from its top edge.
pub fn rounded(Area { x, y, width, height }: Area, radius: f32) -> Vec<LinePoint> {
    let (right, bottom, handle) = (x + width, y + height, radius * (1.0 - CIRCLE));
    vec![
        corner(x + radius, y),
        corner(right - radius, y),
        curve(right - handle, y),
        curve(right, y + handle),
        corner(right, y + radius),
        corner(right, bottom - radius),
        curve(right, bottom - handle),
        curve(right - handle, bottom),
        corner(right - radius, bottom),
        corner(x + radius, bottom),
        curve(x + handle, bottom),
        curve(x, bottom - handle),
        corner(x, bottom - radius),
        corner(x, y + radius),
        curve(x, y + handle),
        curve(x + handle, y),
        corner(x + radius, y),
    ]
}

/// A rectangle.
pub fn rectangle(Area { x, y, width, height }: Area) -> Vec<LinePoint> {
    vec![corner(x, y), corner(x + width, y), corner(x + width, y + height), corner(x, y + height)]
}

/// A corner of a path.
pub fn corner(x: f32, y: f32) -> LinePoint {
    point(x, y, false)
}

fn curve(x: f32, y: f32) -> LinePoint {
    point(x, y, true)
}

fn point(x: f32, y: f32, bezier: bool) -> LinePoint {
    LinePoint { p: Point { x: Pt(hundredths(x)), y: Pt(hundredths(PAGE_HEIGHT - y)) }, bezier }
}

/// A hundredth of a point is far below what a printer can show; more digits only cost.
pub fn hundredths(value: f32) -> f32 {
    (value * 100.0).round() / 100.0
}
