//! Files inside `winmail.dat` (Transport Neutral Encapsulation Format, MS-OXTNEF).
//!
//! Outlook sends it to people who cannot read it. Only what a reader needs is taken: names and bytes of
//! the files, and the plain text if there is one. Every length is checked against the bytes there are.

/// What a `winmail.dat` holds.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Tnef {
    /// The message's plain text, as bytes of an unknown single-byte charset or UTF-8.
    pub(super) text: Option<Vec<u8>>,
    pub(super) files: Vec<TnefFile>,
}

/// A file in a `winmail.dat`.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct TnefFile {
    pub(super) name: String,
    pub(super) mime: Option<String>,
    pub(super) bytes: Vec<u8>,
}

const SIGNATURE: u32 = 0x223e_9f78;
const MAX_FILES: usize = 200;
const MAX_PROPERTIES: u32 = 2_000;

// Attribute identifiers, MS-OXTNEF 2.1.3.2.
const ATT_BODY: u16 = 0x800c;
const ATT_ATTACH_DATA: u16 = 0x800f;
const ATT_ATTACH_TITLE: u16 = 0x8010;
const ATT_ATTACH_REND_DATA: u16 = 0x9002;
const ATT_MESSAGE_PROPERTIES: u16 = 0x9003;
const ATT_ATTACH_PROPERTIES: u16 = 0x9005;

// Property identifiers, MS-OXPROPS.
const TAG_BODY: u16 = 0x1000;
const TAG_ATTACH_DATA: u16 = 0x3701;
const TAG_ATTACH_LONG_FILENAME: u16 = 0x3707;
const TAG_ATTACH_MIME: u16 = 0x370e;

/// Reads a `winmail.dat`; `None` if it is none. What is cut off or damaged ends the reading.
pub(super) fn read(bytes: &[u8]) -> Option<Tnef> {
    let mut reader = Reader { rest: bytes };
    if reader.u32()? != SIGNATURE {
        return None;
    }
    reader.take(2)?;
    let mut tnef = Tnef::default();
    while let Some((id, data)) = reader.attribute() {
        tnef.apply(id, data);
    }
    tnef.files.retain(|file| !file.bytes.is_empty());
    Some(tnef)
}

impl Tnef {
    fn apply(&mut self, id: u16, data: &[u8]) {
        match id {
            ATT_BODY => self.text = Some(until_nul(data).to_vec()),
            ATT_MESSAGE_PROPERTIES => {
                for (tag, value) in properties(data) {
                    if tag == TAG_BODY && self.text.is_none() {
                        self.text = Some(value.into_bytes());
                    }
                }
            }
            ATT_ATTACH_REND_DATA if self.files.len() < MAX_FILES => self.files.push(TnefFile::default()),
            _ => {
                if let Some(file) = self.files.last_mut() {
                    file.apply(id, data);
                }
            }
        }
    }
}

impl TnefFile {
    fn apply(&mut self, id: u16, data: &[u8]) {
        match id {
            ATT_ATTACH_TITLE if self.name.is_empty() => {
                self.name = super::charset::decode(until_nul(data), None)
            }
            ATT_ATTACH_DATA => self.bytes = data.to_vec(),
            ATT_ATTACH_PROPERTIES => {
                for (tag, value) in properties(data) {
                    match tag {
                        TAG_ATTACH_LONG_FILENAME => self.name = value.into_text(),
                        TAG_ATTACH_MIME => self.mime = Some(value.into_text().to_ascii_lowercase()),
                        TAG_ATTACH_DATA if self.bytes.is_empty() => self.bytes = value.into_bytes(),
                        _ => {}
                    }
                }
            }
            _ => {}
        }
    }
}

fn until_nul(data: &[u8]) -> &[u8] {
    &data[..memchr::memchr(0, data).unwrap_or(data.len())]
}

/// A variable-length property value.
enum Value<'t> {
    Bytes(&'t [u8]),
    Utf16(&'t [u8]),
}

impl Value<'_> {
    fn into_text(self) -> String {
        match self {
            Self::Bytes(bytes) => super::charset::decode(until_nul(bytes), None),
            Self::Utf16(bytes) => {
                let units = bytes.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
                char::decode_utf16(units.take_while(|&unit| unit != 0))
                    .map(|unit| unit.unwrap_or('\u{fffd}'))
                    .collect()
            }
        }
    }

    fn into_bytes(self) -> Vec<u8> {
        match self {
            Self::Bytes(bytes) => bytes.to_vec(),
            Self::Utf16(_) => self.into_text().into_bytes(),
        }
    }
}

/// The variable-length properties of a property list (MS-OXTNEF 2.1.3.4), each with its first value.
fn properties(data: &[u8]) -> Vec<(u16, Value<'_>)> {
    let mut reader = Reader { rest: data };
    let count = reader.u32().unwrap_or_default().min(MAX_PROPERTIES);
    let mut found = Vec::new();
    for _ in 0..count {
        let Some(property) = reader.property() else {
            break;
        };
        found.extend(property);
    }
    found
}

struct Reader<'t> {
    rest: &'t [u8],
}

impl<'t> Reader<'t> {
    fn take(&mut self, length: usize) -> Option<&'t [u8]> {
        let (taken, rest) = self.rest.split_at_checked(length)?;
        self.rest = rest;
        Some(taken)
    }

    fn u16(&mut self) -> Option<u16> {
        self.take(2).map(|bytes| u16::from_le_bytes([bytes[0], bytes[1]]))
    }

    fn u32(&mut self) -> Option<u32> {
        self.take(4).map(|bytes| u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]))
    }

    /// Level, identifier, length, data, checksum.
    fn attribute(&mut self) -> Option<(u16, &'t [u8])> {
        self.take(1)?;
        let id = self.u16()?;
        self.u16()?;
        let length = self.u32()? as usize;
        let data = self.take(length)?;
        self.take(2)?;
        Some((id, data))
    }

    /// One property: `Some(None)` for a kind that is of no interest, `None` if the list cannot be followed.
    fn property(&mut self) -> Option<Option<(u16, Value<'t>)>> {
        let kind = self.u16()?;
        let tag = self.u16()?;
        if tag >= 0x8000 {
            self.skip_name()?;
        }
        let is_multiple = kind & 0x1000 != 0;
        let kind = kind & 0x0fff;
        if let Some(size) = fixed_size(kind) {
            let count = if is_multiple { self.u32()? as usize } else { 1 };
            self.take(size.checked_mul(count)?)?;
            return Some(None);
        }
        if !matches!(kind, 0x000d | 0x001e | 0x001f | 0x0102) {
            return None;
        }
        let count = self.u32()?.min(MAX_PROPERTIES);
        let mut first = None;
        for index in 0..count {
            let length = self.u32()? as usize;
            let value = self.take(length)?;
            self.take((4 - length % 4) % 4)?;
            if index == 0 {
                first = Some((tag, if kind == 0x001f { Value::Utf16(value) } else { Value::Bytes(value) }));
            }
        }
        Some(first)
    }

    /// The name of a named property: a set, then a number or a string.
    fn skip_name(&mut self) -> Option<()> {
        self.take(16)?;
        if self.u32()? == 0 {
            self.take(4)?;
        } else {
            let length = self.u32()? as usize;
            self.take(length)?;
            self.take((4 - length % 4) % 4)?;
        }
        Some(())
    }
}

/// The padded size of a property type that has a fixed one.
fn fixed_size(kind: u16) -> Option<usize> {
    match kind {
        0x0001 => Some(0),
        0x0002 | 0x0003 | 0x0004 | 0x000a | 0x000b => Some(4),
        0x0005 | 0x0006 | 0x0007 | 0x0014 | 0x0040 => Some(8),
        0x0048 => Some(16),
        _ => None,
    }
}

#[cfg(test)]
#[path = "tnef_tests.rs"]
mod tests;
