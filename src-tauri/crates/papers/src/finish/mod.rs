//! Finishing: what printpdf does not write, added with lopdf, and the bytes.

mod file;
mod lock;
mod objects;
mod outline;
mod structure;

pub use lock::lock;
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, StringFormat, dictionary};

use crate::draw::Drawn;
use crate::error::PaperError;
use crate::layout::LaidOut;
use crate::printing::{Flip, two_on_each};

/// The language of all papers.
const LANGUAGE: &str = "en-GB";
/// What the file names as its maker; no version, so that a repair of the program alone changes no paper.
const PRODUCER: &str = "Hub Tasking";

/// Adds structure, outline, title and identity, and returns the bytes; `flip` says that it is for both sides of a sheet.
///
/// # Errors
/// When the drawn document lacks what every document has.
pub fn finish(drawn: Drawn, laid: &LaidOut, title: &str, flip: Option<Flip>) -> Result<Vec<u8>, PaperError> {
    let Drawn { mut document, marks } = drawn;
    document.version = "1.7".to_owned();
    let pages: Vec<ObjectId> = document.get_pages().into_values().collect();
    for (at, &page) in pages.iter().enumerate() {
        let page = document.get_dictionary_mut(page).map_err(failed)?;
        page.set("StructParents", at as i64);
        page.set("Tabs", "S");
        page.remove(b"Annots");
    }
    let root = structure::add(&mut document, laid, &marks, &pages)?;
    let outline = outline::add(&mut document, laid, &pages);
    let catalog = document.catalog_mut().map_err(failed)?;
    catalog.set("MarkInfo", dictionary! { "Marked" => true });
    catalog.set("StructTreeRoot", root);
    if let Some(outline) = outline {
        catalog.set("Outlines", outline);
        catalog.set("PageMode", "UseOutlines");
    }
    written(document, title, flip, true)
}

/// Puts two pages beside each other on each side, and returns the bytes of a copy for the printer.
///
/// It has neither structure nor outline: both tell of pages, and its sides are no pages of the paper. Whoever reads with a
/// screen reader is given the ordinary file.
///
/// # Errors
/// When the drawn document lacks what every document has.
pub fn finish_two_up(drawn: Drawn, title: &str, flip: Option<Flip>) -> Result<Vec<u8>, PaperError> {
    let mut document = drawn.document;
    document.version = "1.7".to_owned();
    two_on_each(&mut document)?;
    written(document, title, flip, false)
}

/// Adds what every file has, and returns the bytes.
fn written(
    mut document: Document,
    title: &str,
    flip: Option<Flip>,
    tagged: bool,
) -> Result<Vec<u8>, PaperError> {
    let metadata = document.add_object(metadata(title, tagged));
    let mut preferences = dictionary! { "DisplayDocTitle" => true };
    if let Some(flip) = flip {
        preferences.set("Duplex", flip.name());
    }
    let catalog = document.catalog_mut().map_err(failed)?;
    catalog.set("Lang", Object::string_literal(LANGUAGE));
    catalog.set("Metadata", metadata);
    catalog.set("ViewerPreferences", preferences);
    set_information(&mut document, title)?;
    file::write(&document)
}

/// Replaces the information that printpdf wrote: the title and the program, nobody's name and no time.
fn set_information(document: &mut Document, title: &str) -> Result<(), PaperError> {
    let information = document.trailer.get(b"Info").and_then(Object::as_reference).map_err(failed)?;
    let kept = dictionary! { "Title" => text(title), "Producer" => Object::string_literal(PRODUCER) };
    document.set_object(information, kept);
    Ok(())
}

/// Returns the metadata in the form that tools read: title, language, program, and of a tagged file that it is made after
/// PDF/UA-1.
///
/// Readers go by that mark: without it some take the structure for an accident. What was checked stands in the README.
fn metadata(title: &str, tagged: bool) -> Stream {
    let mark = if tagged { "<pdfuaid:part>1</pdfuaid:part>\n" } else { "" };
    let escaped: String = title
        .chars()
        .map(|character| match character {
            '&' => "&amp;".to_owned(),
            '<' => "&lt;".to_owned(),
            '>' => "&gt;".to_owned(),
            other => other.to_string(),
        })
        .collect();
    let packet = format!(
        "<?xpacket begin=\"\u{FEFF}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n\
         <x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n\
         <rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" \
         xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n\
         <dc:format>application/pdf</dc:format>\n\
         <dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{escaped}</rdf:li></rdf:Alt></dc:title>\n\
         <dc:language><rdf:Bag><rdf:li>{LANGUAGE}</rdf:li></rdf:Bag></dc:language>\n\
         <pdf:Producer>{PRODUCER}</pdf:Producer>\n\
         {mark}\
         </rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>"
    );
    let kind: Dictionary = dictionary! { "Type" => "Metadata", "Subtype" => "XML" };
    // Left uncompressed, so that tools that read no PDF find it.
    Stream::new(kind, packet.into_bytes()).with_compression(false)
}

/// Returns a text as PDF keeps it outside of pages.
fn text(words: &str) -> Object {
    if words.is_ascii() {
        return Object::string_literal(words);
    }
    let bytes = [0xFEFF].into_iter().chain(words.encode_utf16()).flat_map(u16::to_be_bytes).collect();
    Object::String(bytes, StringFormat::Hexadecimal)
}

fn failed(error: lopdf::Error) -> PaperError {
    PaperError::Finishing(error.to_string())
}
