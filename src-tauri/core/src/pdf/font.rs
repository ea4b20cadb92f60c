//! The embedded faces of Inter, parsed once: shaping by rustybuzz, embedding by printpdf.

use std::sync::OnceLock;

use printpdf::ParsedFont;
use rustybuzz::ttf_parser::{GlyphId, PlatformId, Tag};
use rustybuzz::{BufferFlags, Direction, Feature, ShapePlan, UnicodeBuffer, script};

use super::PdfError;

/// A face of Inter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Face {
    /// Text.
    Regular,
    /// Titles of lines, heads of columns, amounts.
    Medium,
    /// Sections, subtotals, names.
    SemiBold,
    /// Amounts carried from page to page.
    Italic,
    /// From 13 points up.
    Display,
}

impl Face {
    /// Every face.
    pub const ALL: [Self; 5] = [Self::Regular, Self::Medium, Self::SemiBold, Self::Italic, Self::Display];

    const fn bytes(self) -> &'static [u8] {
        match self {
            Self::Regular => include_bytes!("../../fonts/Inter-Regular.ttf"),
            Self::Medium => include_bytes!("../../fonts/Inter-Medium.ttf"),
            Self::SemiBold => include_bytes!("../../fonts/Inter-SemiBold.ttf"),
            Self::Italic => include_bytes!("../../fonts/Inter-Italic.ttf"),
            Self::Display => include_bytes!("../../fonts/InterDisplay-SemiBold.ttf"),
        }
    }
}

/// One glyph of a shaped text. Advances are in em.
#[derive(Debug, Clone, PartialEq)]
pub struct Glyph {
    /// Its number in the face.
    pub id: u16,
    /// How far the pen moves, kerning included.
    pub advance: f32,
    /// Shift above the baseline, for marks.
    pub rise: f32,
    /// Shift to the right without moving the pen, for marks.
    pub shift: f32,
    /// Where its text begins in the shaped text, in bytes.
    pub cluster: u32,
    /// What it stands for when the text is extracted.
    pub text: GlyphText,
}

/// The text of a glyph; nearly always one character, which costs no allocation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GlyphText {
    /// One character.
    Character(char),
    /// Several characters, or none for a glyph that only completes another.
    Other(Box<str>),
}

impl std::fmt::Display for GlyphText {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Character(character) => write!(formatter, "{character}"),
            Self::Other(text) => formatter.write_str(text),
        }
    }
}

/// Figures and letters to choose where a face offers several.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Forms {
    /// The face's own: for text.
    Text,
    /// Figures of one width: for columns of amounts.
    Tabular,
    /// Figures of one width, and forms that cannot be mistaken for one another (0 and O,
    /// 1 and l): for account numbers and references.
    Unmistakable,
}

/// A parsed face.
pub struct LoadedFace {
    face: rustybuzz::Face<'static>,
    text: ShapePlan,
    tabular: ShapePlan,
    unmistakable: ShapePlan,
    units_per_em: f32,
    characters: Vec<Option<char>>,
    embeddable: ParsedFont,
}

static FACES: OnceLock<Option<Vec<LoadedFace>>> = OnceLock::new();

/// The parsed form of a face.
///
/// # Errors
/// [`PdfError::Font`] when the program was built with a broken font file.
pub fn loaded(face: Face) -> Result<&'static LoadedFace, PdfError> {
    FACES
        .get_or_init(|| Face::ALL.into_iter().map(LoadedFace::parse).collect())
        .as_ref()
        .and_then(|faces| faces.get(face as usize))
        .ok_or(PdfError::Font)
}

impl LoadedFace {
    fn parse(face: Face) -> Option<Self> {
        let embeddable = ParsedFont::from_bytes(face.bytes(), 0, &mut Vec::new())?;
        let face = rustybuzz::Face::from_slice(face.bytes(), 0)?;
        let plan = |features: &[&[u8; 4]]| {
            let features: Vec<Feature> =
                features.iter().map(|tag| Feature::new(Tag::from_bytes(tag), 1, ..)).collect();
            ShapePlan::new(&face, Direction::LeftToRight, Some(script::LATIN), None, &features)
        };
        Some(Self {
            text: plan(&[]),
            tabular: plan(&[b"tnum"]),
            unmistakable: plan(&[b"tnum", b"ss02"]),
            units_per_em: f32::from(u16::try_from(face.units_per_em()).ok()?),
            characters: characters_by_glyph(&face),
            embeddable,
            face,
        })
    }

    /// The face as printpdf embeds it.
    pub const fn embeddable(&self) -> &ParsedFont {
        &self.embeddable
    }

    /// The advance that printpdf writes for a glyph, in whole thousandths of an em.
    pub fn written_width(&self, glyph: u16) -> f32 {
        let units = self.face.glyph_hor_advance(GlyphId(glyph)).unwrap_or(0);
        (f32::from(units) * 1000.0 / self.units_per_em).trunc()
    }

    /// The glyphs of a text on one line, left to right. A character that Inter does not
    /// have becomes the face's empty box.
    pub fn shape(&self, text: &str, forms: Forms) -> Vec<Glyph> {
        let plan = match forms {
            Forms::Text => &self.text,
            Forms::Tabular => &self.tabular,
            Forms::Unmistakable => &self.unmistakable,
        };
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.set_direction(Direction::LeftToRight);
        buffer.set_script(script::LATIN);
        buffer.set_flags(BufferFlags::REMOVE_DEFAULT_IGNORABLES);
        let shaped = rustybuzz::shape_with_plan(&self.face, plan, buffer);
        let infos = shaped.glyph_infos();
        let em = |units: i32| units as f32 / self.units_per_em;
        let glyphs =
            infos.iter().zip(shaped.glyph_positions()).enumerate().map(|(index, (info, position))| {
                let id = u16::try_from(info.glyph_id).unwrap_or(0);
                let continues = index > 0 && infos[index - 1].cluster == info.cluster;
                // Looked for once per cluster: one of a hostile text can be as long as the text.
                let of_cluster = || {
                    let next = infos[index..].iter().find(|next| next.cluster != info.cluster);
                    &text[info.cluster as usize..next.map_or(text.len(), |next| next.cluster as usize)]
                };
                Glyph {
                    id,
                    advance: em(position.x_advance),
                    rise: em(position.y_offset),
                    shift: em(position.x_offset),
                    cluster: info.cluster,
                    text: self.text_of(id, if continues { "" } else { of_cluster() }),
                }
            });
        glyphs.collect()
    }

    /// The character as it stood in the text; of several that were composed into one glyph,
    /// the character that the face gives it.
    fn text_of(&self, glyph: u16, cluster: &str) -> GlyphText {
        let mut characters = cluster.chars();
        let composed = || self.characters.get(usize::from(glyph)).copied().flatten();
        match (characters.next(), characters.next()) {
            _ if glyph == 0 => GlyphText::Character(char::REPLACEMENT_CHARACTER),
            (Some(only), None) => GlyphText::Character(only),
            (Some(_), Some(_)) => {
                composed().map_or_else(|| GlyphText::Other(cluster.into()), GlyphText::Character)
            }
            (None, _) => GlyphText::Other(cluster.into()),
        }
    }

    /// Whether a character always becomes this glyph.
    pub fn is_nominal(&self, character: char, glyph: u16) -> bool {
        self.face.glyph_index(character) == Some(GlyphId(glyph))
    }
}

/// The first character of each glyph.
fn characters_by_glyph(face: &rustybuzz::Face<'_>) -> Vec<Option<char>> {
    let mut characters = vec![None; usize::from(face.number_of_glyphs())];
    let subtables = face.tables().cmap.iter().flat_map(|cmap| cmap.subtables);
    for subtable in
        subtables.filter(|subtable| subtable.is_unicode() && subtable.platform_id == PlatformId::Windows)
    {
        subtable.codepoints(|codepoint| {
            let slot =
                subtable.glyph_index(codepoint).and_then(|glyph| characters.get_mut(usize::from(glyph.0)));
            if let Some(slot @ None) = slot {
                *slot = char::from_u32(codepoint);
            }
        });
    }
    characters
}
