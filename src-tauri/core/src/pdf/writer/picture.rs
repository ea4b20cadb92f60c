//! Pictures as images of the file.

use std::collections::BTreeMap;

use printpdf::{DictItem, ExternalStream, ExternalXObject, XObject, XObjectId};

use crate::pdf::picture::{Picture, Pixels};

/// A picture's name in the file.
pub fn id(number: usize) -> XObjectId {
    XObjectId(format!("Picture{number}"))
}

/// A picture as an image object, its opacity as a soft mask (ISO 32000-1 §8.9.5, §11.6.5.3).
pub fn object(picture: &Picture) -> XObject {
    let mut dict = image(picture, "DeviceRGB");
    let (content, filter) = match &picture.pixels {
        Pixels::Jpeg(file) => (file.clone(), "DCTDecode"),
        Pixels::Plain { rgb, opacity } => {
            if let Some(opacity) = opacity {
                let mask = stream(image(picture, "DeviceGray"), opacity.clone(), "FlateDecode");
                dict.insert("SMask".to_owned(), DictItem::Stream { stream: mask });
            }
            (rgb.clone(), "FlateDecode")
        }
    };
    let stream = stream(dict, content, filter);
    XObject::External(ExternalXObject { stream, width: None, height: None, dpi: None })
}

fn stream(mut dict: BTreeMap<String, DictItem>, content: Vec<u8>, filter: &str) -> ExternalStream {
    dict.insert("Filter".to_owned(), name(filter));
    ExternalStream { dict, content, compress: false }
}

fn image(picture: &Picture, colours: &str) -> BTreeMap<String, DictItem> {
    [
        ("Type", name("XObject")),
        ("Subtype", name("Image")),
        ("Width", DictItem::Int(picture.width.into())),
        ("Height", DictItem::Int(picture.height.into())),
        ("ColorSpace", name(colours)),
        ("BitsPerComponent", DictItem::Int(8)),
    ]
    .map(|(key, value)| (key.to_owned(), value))
    .into()
}

fn name(text: &str) -> DictItem {
    DictItem::Name(text.as_bytes().to_vec())
}
