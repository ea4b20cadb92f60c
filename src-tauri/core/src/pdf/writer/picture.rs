//! The logo as an image of the file.

use std::collections::BTreeMap;

use printpdf::{DictItem, ExternalStream, ExternalXObject, XObject, XObjectId};

use crate::pdf::logo::{Logo, Pixels};

/// The logo's name in the file.
pub fn id() -> XObjectId {
    XObjectId("Logo".to_owned())
}

/// The logo as an image object, its opacity as a soft mask (ISO 32000-1 §8.9.5, §11.6.5.3).
pub fn object(logo: &Logo) -> XObject {
    let mut dict = image(logo, "DeviceRGB");
    let (content, compress) = match &logo.pixels {
        Pixels::Jpeg(file) => {
            dict.insert("Filter".to_owned(), name("DCTDecode"));
            (file.clone(), false)
        }
        Pixels::Plain { rgb, opacity } => {
            if let Some(opacity) = opacity {
                let mask = ExternalStream {
                    dict: image(logo, "DeviceGray"),
                    content: opacity.clone(),
                    compress: true,
                };
                dict.insert("SMask".to_owned(), DictItem::Stream { stream: mask });
            }
            (rgb.clone(), true)
        }
    };
    let stream = ExternalStream {
        dict,
        content,
        compress,
    };
    XObject::External(ExternalXObject {
        stream,
        width: None,
        height: None,
        dpi: None,
    })
}

fn image(logo: &Logo, colours: &str) -> BTreeMap<String, DictItem> {
    [
        ("Type", name("XObject")),
        ("Subtype", name("Image")),
        ("Width", DictItem::Int(logo.width.into())),
        ("Height", DictItem::Int(logo.height.into())),
        ("ColorSpace", name(colours)),
        ("BitsPerComponent", DictItem::Int(8)),
    ]
    .map(|(key, value)| (key.to_owned(), value))
    .into()
}

fn name(text: &str) -> DictItem {
    DictItem::Name(text.as_bytes().to_vec())
}
