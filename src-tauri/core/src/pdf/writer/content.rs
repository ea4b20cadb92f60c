//! The operators that draw a page.

use printpdf::{
    Color, CurTransMat, DictItem, Line, LineDashPattern, Op, PaintMode, PdfFontHandle, Polygon, PolygonRing,
    Pt, Rgb, TextMatrix, WindingOrder, XObjectTransform,
};

use super::font_id;
use super::glyphs::stretches;
use super::path::{corner, hundredths, rectangle, rounded};
use crate::pdf::PdfError;
use crate::pdf::font::Face;
use crate::pdf::layout::{Area, Block, Colour, Frame, Mark, Modules, PAGE_HEIGHT, Page, Role, Rule, TextRun};

const DASH: [f32; 2] = [1.6, 1.2];

/// Draws a page: each block is marked with its place in the structure.
pub fn operations(page: &Page) -> Result<Vec<Op>, PdfError> {
    let mut drawing = Drawing::default();
    let mut next_id = 0;
    for block in &page.blocks {
        drawing.operations.push(begin(block, &mut next_id));
        drawing.marks(&block.marks)?;
        drawing.operations.push(Op::EndMarkedContent);
    }
    Ok(drawing.operations)
}

/// The tag of a block (ISO 32000-1 §14.8.4).
pub const fn tag(role: &Role) -> &'static str {
    match role {
        Role::Artifact => "Artifact",
        Role::Title => "H1",
        Role::Heading => "H2",
        Role::Paragraph => "P",
        Role::Figure(_) => "Figure",
        Role::Cell(cell) if cell.heads => "TH",
        Role::Cell(_) => "TD",
    }
}

fn begin(block: &Block, next_id: &mut i64) -> Op {
    let tag = tag(&block.role).to_owned();
    if block.role == Role::Artifact {
        return Op::BeginMarkedContent { tag };
    }
    let map = [("MCID".to_owned(), DictItem::Int(*next_id))].into();
    *next_id += 1;
    Op::BeginMarkedContentWithProperties { tag, properties: DictItem::Dict { map } }
}

#[derive(Default)]
struct Drawing {
    operations: Vec<Op>,
    font: Option<(Face, f32)>,
    fill: Option<Colour>,
}

impl Drawing {
    fn marks(&mut self, marks: &[Mark]) -> Result<(), PdfError> {
        let mut rest = marks;
        while let Some(first) = rest.first() {
            let texts = rest.iter().take_while(|mark| matches!(mark, Mark::Text(_))).count();
            let (here, following) = rest.split_at(texts.max(1));
            match first {
                Mark::Text(_) => self.texts(here)?,
                Mark::Rule(rule) => self.rule(*rule),
                Mark::Frame(frame) => self.frame(*frame),
                Mark::Picture(number, area) => self.picture(*number, *area),
                Mark::Modules(modules) => self.modules(modules),
            }
            rest = following;
        }
        Ok(())
    }

    fn texts(&mut self, marks: &[Mark]) -> Result<(), PdfError> {
        self.operations.push(Op::StartTextSection);
        for mark in marks {
            if let Mark::Text(run) = mark {
                self.text(run)?;
            }
        }
        self.operations.push(Op::EndTextSection);
        Ok(())
    }

    fn text(&mut self, run: &TextRun) -> Result<(), PdfError> {
        if run.glyphs.is_empty() {
            return Ok(());
        }
        if self.font != Some((run.face, run.size)) {
            self.font = Some((run.face, run.size));
            let font = PdfFontHandle::External(font_id(run.face));
            self.operations.push(Op::SetFont { font, size: Pt(hundredths(run.size)) });
        }
        self.fill(run.colour);
        for stretch in stretches(run)? {
            let matrix =
                [1.0, 0.0, 0.0, 1.0, hundredths(stretch.x), hundredths(PAGE_HEIGHT - stretch.baseline)];
            self.operations.push(Op::SetTextMatrix { matrix: TextMatrix::Raw(matrix) });
            self.operations.push(Op::ShowText { items: stretch.items });
        }
        Ok(())
    }

    fn rule(&mut self, rule: Rule) {
        let dash = if rule.dashed { LineDashPattern::new(0.0, &DASH) } else { LineDashPattern::solid() };
        self.stroke(rule.colour, rule.thickness);
        self.operations.push(Op::SetLineDashPattern { dash });
        let points = vec![corner(rule.x, rule.y), corner(rule.x + rule.length, rule.y)];
        self.operations.push(Op::DrawLine { line: Line { points, is_closed: false } });
    }

    fn frame(&mut self, Frame { area, thickness, radius }: Frame) {
        self.stroke(Colour::Ink, thickness);
        self.operations.push(Op::SetLineDashPattern { dash: LineDashPattern::solid() });
        let rings = vec![PolygonRing { points: rounded(area, radius) }];
        self.polygon(rings, PaintMode::Stroke);
    }

    /// One path for all squares, so that no seam shows between them.
    fn modules(&mut self, modules: &Modules) {
        self.fill(Colour::Ink);
        let side = modules.area.width / modules.per_side as f32;
        let mut rings = Vec::new();
        for (row, squares) in modules.dark.chunks(modules.per_side).enumerate() {
            let mut column = 0;
            while column < squares.len() {
                let length = squares[column..].iter().take_while(|&&dark| dark).count();
                if length > 0 {
                    let x = modules.area.x + column as f32 * side;
                    let y = modules.area.y + row as f32 * side;
                    let area = Area { x, y, width: length as f32 * side, height: side };
                    rings.push(PolygonRing { points: rectangle(area) });
                }
                column += length.max(1);
            }
        }
        self.polygon(rings, PaintMode::Fill);
    }

    fn picture(&mut self, number: usize, area: Area) {
        let bottom = PAGE_HEIGHT - area.y - area.height;
        let matrix = [area.width, 0.0, 0.0, area.height, area.x, bottom].map(hundredths);
        let transform = XObjectTransform { no_auto_scale: true, ..XObjectTransform::default() };
        self.operations.extend([
            Op::SaveGraphicsState,
            Op::SetTransformationMatrix { matrix: CurTransMat::Raw(matrix) },
            Op::UseXobject { id: super::picture::id(number), transform },
            Op::RestoreGraphicsState,
        ]);
    }

    fn polygon(&mut self, rings: Vec<PolygonRing>, mode: PaintMode) {
        let polygon = Polygon { rings, mode, winding_order: WindingOrder::NonZero };
        self.operations.push(Op::DrawPolygon { polygon });
    }

    fn stroke(&mut self, colour: Colour, thickness: f32) {
        self.operations.push(Op::SetOutlineColor { col: rgb(colour) });
        self.operations.push(Op::SetOutlineThickness { pt: Pt(thickness) });
    }

    fn fill(&mut self, colour: Colour) {
        if self.fill != Some(colour) {
            self.fill = Some(colour);
            self.operations.push(Op::SetFillColor { col: rgb(colour) });
        }
    }
}

fn rgb(colour: Colour) -> Color {
    let [r, g, b] = colour.rgb().map(|part| (f32::from(part) / 255.0 * 1000.0).round() / 1000.0);
    Color::Rgb(Rgb { r, g, b, icc_profile: None })
}
