//! What makes a file of pages a document: title, language, structure, dates, identity.

use lopdf::{
    Dictionary, Document, Object, ObjectId, SaveOptions, Stream, StringFormat, dictionary, text_string,
};
use sha2::{Digest, Sha256};

use super::structure;
use crate::language::Language;
use crate::pdf::PdfError;
use crate::pdf::deflate::deflated;
use crate::pdf::document::QuoteDocument;
use crate::pdf::layout::Layout;
use crate::pdf::words::{fill, words};

const PRODUCER: &str = concat!("Quoin ", env!("CARGO_PKG_VERSION"));

/// Completes the file and gives its bytes.
pub fn finish(mut file: Document, document: &QuoteDocument, layout: &Layout) -> Result<Vec<u8>, PdfError> {
    "1.7".clone_into(&mut file.version);
    let title = title(document);
    let structure = structure::add(&mut file, layout);
    let metadata = Stream::new(
        dictionary! { "Type" => "Metadata", "Subtype" => "XML" },
        xmp(document, &title).into_bytes(),
    )
    .with_compression(false);
    let metadata = file.add_object(metadata);
    set_catalog(&mut file, document.language, structure, metadata)?;
    let info = file.add_object(info(document, &title));
    file.trailer.set("Info", info);
    let identity = identity(document)?;
    let identity = Object::String(identity, StringFormat::Hexadecimal);
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

/// `Offre 2026-0083, version 1: Rénovation de la salle de bain`.
fn title(document: &QuoteDocument) -> String {
    let words = words(document.language);
    let version = document.version.to_string();
    let reference = document.number.as_deref().map_or_else(
        || words.draft_reference.to_owned(),
        |number| fill(words.reference, &[("number", number), ("version", &version)]),
    );
    match document.title.trim() {
        "" => reference,
        title => format!("{reference}: {title}"),
    }
}

fn info(document: &QuoteDocument, title: &str) -> Dictionary {
    let date = Object::string_literal(format!("D:{}000000Z", document.date.to_string().replace('-', "")));
    dictionary! {
        "Title" => text_string(title),
        "Author" => text_string(&document.company.name),
        "Creator" => text_string(PRODUCER),
        "Producer" => text_string(PRODUCER),
        "CreationDate" => date.clone(),
        "ModDate" => date,
    }
}

/// The same particulars as XMP (ISO 16684-1), which newer readers prefer.
fn xmp(document: &QuoteDocument, title: &str) -> String {
    let (title, author) = (escaped(title), escaped(&document.company.name));
    let (date, language) = (document.date, document.language.code());
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

/// The same document has the same identity, and another one another.
fn identity(document: &QuoteDocument) -> Result<Vec<u8>, PdfError> {
    let value = serde_json::to_vec(document).map_err(|error| PdfError::Writer(error.to_string()))?;
    Ok(Sha256::digest(value)[..16].to_vec())
}
