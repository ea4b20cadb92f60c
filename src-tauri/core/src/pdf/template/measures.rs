//! The template's measures and styles.

use crate::pdf::font::Face;
use crate::pdf::layout::{Colour, PAGE_HEIGHT};
use crate::pdf::text::Style;

/// A millimetre in points.
pub const MM: f32 = 72.0 / 25.4;

/// Left edge of everything.
pub const LEFT: f32 = 20.0 * MM;
/// Right edge of everything.
pub const RIGHT: f32 = 193.0 * MM;
/// Width between them.
pub const WIDTH: f32 = RIGHT - LEFT;
/// Top of the first thing on a page.
pub const TOP: f32 = 16.0 * MM;
/// Bottom of the last thing above the footer.
pub const FLOOR: f32 = PAGE_HEIGHT - 24.0 * MM;
/// Bottom of the footer.
pub const FOOT: f32 = PAGE_HEIGHT - 9.0 * MM;
/// Left edge of the right half: totals, terms.
pub const HALF: f32 = LEFT + 97.0 * MM;
/// Width of the left half: VAT, deposit.
pub const LEFT_HALF: f32 = 83.0 * MM;
/// Width of the right half.
pub const RIGHT_HALF: f32 = RIGHT - HALF;

/// Thickness of hairlines between rows.
pub const HAIRLINE: f32 = 0.4;
/// Thickness under a section's title.
pub const SECTION_RULE: f32 = 0.6;
/// Thickness under a table's head and around the acceptance.
pub const HEAD_RULE: f32 = 0.9;
/// Thickness above the total.
pub const TOTAL_RULE: f32 = 1.2;

/// Running text.
pub const TEXT: Style = Style::of(Face::Regular, 9.0, 13.0);
/// Labels.
pub const LABEL: Style = TEXT.in_colour(Colour::Quiet);
/// Quantities and amounts in columns.
pub const NUMBER: Style = TEXT.tabular();
/// Titles of lines and amounts.
pub const MEDIUM: Style = Style::of(Face::Medium, 9.0, 13.0);
/// Sections, subtotals, small headings.
pub const STRONG: Style = Style::of(Face::SemiBold, 9.0, 13.0);
/// Amounts carried over.
pub const CARRIED: Style = Style::of(Face::Italic, 9.0, 13.0).in_colour(Colour::Quiet);
/// What a line comprises.
pub const DETAIL: Style = Style::of(Face::Regular, 8.0, 11.5).in_colour(Colour::Quiet);
/// Number of a line.
pub const LINE_NUMBER: Style = Style::of(Face::Regular, 8.0, 13.0).in_colour(Colour::Quiet);
/// Heads of columns.
pub const COLUMN: Style = Style::of(Face::Medium, 7.5, 10.0).in_colour(Colour::Quiet);
/// Remarks and captions.
pub const FINE: Style = Style::of(Face::Regular, 7.5, 10.5).in_colour(Colour::Quiet);
/// Terms.
pub const TERMS: Style = Style::of(Face::Regular, 8.0, 11.8).in_colour(Colour::Soft);
/// The footer.
pub const FOOTER: Style = Style::of(Face::Regular, 7.0, 10.0).in_colour(Colour::Quiet);
/// The running head.
pub const RUNNING: Style = Style::of(Face::Regular, 8.0, 13.0).in_colour(Colour::Quiet);
/// The recipient's address.
pub const ADDRESS: Style = Style::of(Face::Regular, 10.5, 15.5);
/// The recipient's name.
pub const ADDRESSEE: Style = Style::of(Face::SemiBold, 10.5, 15.5);
/// Account numbers and references.
pub const ACCOUNT: Style = Style::of(Face::Regular, 8.0, 12.0).unmistakable();
