//! Something laid out that is placed as a whole.

use super::measures::{LEFT, WIDTH};
use crate::pdf::layout::{Area, Block, Colour, Frame, Mark, Role, Rule, TextRun};
use crate::pdf::text::Line;

/// Blocks whose tops count from zero, and the height they take.
#[derive(Debug, Clone, Default)]
pub struct Piece {
    /// Height taken.
    pub height: f32,
    /// What is drawn.
    pub blocks: Vec<Block>,
}

impl Piece {
    /// Adds texts of one meaning.
    pub fn add(&mut self, role: Role, runs: impl IntoIterator<Item = TextRun>) {
        let marks: Vec<Mark> = runs.into_iter().map(Mark::Text).collect();
        if !marks.is_empty() {
            self.blocks.push(Block { role, marks });
        }
    }

    /// Adds lines below one another, beginning at `top`; returns where they end.
    pub fn add_lines(&mut self, role: Role, lines: &[Line], x: f32, top: f32) -> f32 {
        let mut y = top;
        let mut runs = Vec::with_capacity(lines.len());
        for line in lines {
            runs.push(line.at(x, y));
            y += line.leading();
        }
        self.add(role, runs);
        y
    }

    /// Adds something drawn that has no meaning when read aloud.
    pub fn draw(&mut self, mark: Mark) {
        self.blocks.push(Block { role: Role::Artifact, marks: vec![mark] });
    }

    /// Adds a rule over the whole width whose top edge is at `y`.
    pub fn rule(&mut self, y: f32, thickness: f32, colour: Colour) {
        self.draw(rule(LEFT, WIDTH, y, thickness, colour));
    }
}

/// A solid rule whose top edge is at `y`.
pub const fn rule(x: f32, length: f32, y: f32, thickness: f32, colour: Colour) -> Mark {
    Mark::Rule(Rule { x, y: y + thickness / 2.0, length, thickness, colour, dashed: false })
}

/// A box to tick beside text whose baseline is at `baseline`.
pub fn tick_box(x: f32, baseline: f32) -> Mark {
    use super::measures::MM;
    let side = 3.2 * MM;
    let thickness = 0.8;
    let inner = side - thickness;
    let area = Area {
        x: x + thickness / 2.0,
        y: baseline + 0.4 * MM - side + thickness / 2.0,
        width: inner,
        height: inner,
    };
    Mark::Frame(Frame { area, thickness, radius: 0.5 * MM })
}
