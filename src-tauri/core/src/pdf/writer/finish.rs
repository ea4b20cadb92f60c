//! What makes a file of pages a document: title, language, structure, dates, identity.

use lopdf::{
    Dictionary, Document, Object, ObjectId, SaveOptions, Stream, StringFormat, dictionary, text_string,
};

use super::structure;
use crate::language::Language;
use crate::pdf::PdfError;
use crate::pdf::deflate::deflated;
use crate::pdf::layout::Layout;
use crate::pdf::particulars::Particulars;

const PRODUCER: &str = concat!("Quoin ", env!("CARGO_PKG_VERSION"));

/// Completes the file and gives its bytes.
pub fn finish(mut file: Document, particulars: &Particulars, layout: &Layout) -> Result<Vec<u8>, PdfError> {
    "1.7".clone_into(&mut file.version);
    let structure = structure::add(&mut file, layout);
    let metadata =
        Stream::new(dictionary! { "Type" => "Metadata", "Subtype" => "XML" }, xmp(particulars).into_bytes())
            .with_compression(false);
    let metadata = file.add_object(metadata);
    set_catalog(&mut file, particulars.language, structure, metadata)?;
    let info = file.add_object(info(particulars));
    file.trailer.set("Info", info);
    let identity = Object::String(particulars.identity.to_vec(), StringFormat::Hexadecimal);
    file.trailer.set("ID", vec![identity.clone(), identity]);
    file.prune_objects();
    compress(&mut file)?;
    let options = SaveOptions::builder().use_object_streams(true).use_xref_streams(true);
    let options = options.max_objects_per_stream(200).compression_level(6).build();
    let mut bytes = Vec::new();
    file.save_with_options(&mut bytes, options).map_err(|error| PdfError::Writer(error.to_string()))?;
    Ok(bytes)
}

/// Compresses what is not yet: lopdf would, but at its slowest level, for 2 % less.
fn compress(file: &mut Document) -> Result<(), PdfError> {
    for object in file.objects.values_mut() {
        if let Object::Stream(stream) = object
            && stream.allows_compression
            && !stream.dict.has(b"Filter")
        {
            let content = deflated(&stream.content)?;
            stream.set_content(content);
            stream.dict.set("Filter", "FlateDecode");
        }
    }
    Ok(())
}

fn set_catalog(
    file: &mut Document,
    language: Language,
    structure: ObjectId,
    metadata: ObjectId,
) -> Result<(), PdfError> {
    let catalog = file.catalog_mut().map_err(|error| PdfError::Writer(error.to_string()))?;
    catalog.set("Lang", Object::string_literal(language.code()));
    catalog.set("MarkInfo", dictionary! { "Marked" => true });
    catalog.set("StructTreeRoot", structure);
    catalog.set("Metadata", metadata);
    catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    Ok(())
}

fn info(particulars: &Particulars) -> Dictionary {
    let date = particulars.date.to_string().replace('-', "");
    let date = Object::string_literal(format!("D:{date}000000Z"));
    dictionary! {
        "Title" => text_string(&particulars.title),
        "Author" => text_string(&particulars.author),
        "Creator" => text_string(PRODUCER),
        "Producer" => text_string(PRODUCER),
        "CreationDate" => date.clone(),
        "ModDate" => date,
    }
}

/// The same particulars as XMP (ISO 16684-1), which newer readers prefer.
fn xmp(particulars: &Particulars) -> String {
    let (title, author) = (escaped(&particulars.title), escaped(&particulars.author));
    let (date, language) = (particulars.date, particulars.language.code());
    format!(
        "<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\
<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\
<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\
<dc:format>application/pdf</dc:format>\
<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{title}</rdf:li></rdf:Alt></dc:title>\
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>\
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>\
<xmp:CreateDate>{date}T00:00:00Z</xmp:CreateDate><xmp:ModifyDate>{date}T00:00:00Z</xmp:ModifyDate>\
<xmp:CreatorTool>{PRODUCER}</xmp:CreatorTool><pdf:Producer>{PRODUCER}</pdf:Producer>\
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end=\"r\"?>"
    )
}

fn escaped(text: &str) -> String {
    let printable: String = text.chars().filter(|character| !character.is_control()).collect();
    printable.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
